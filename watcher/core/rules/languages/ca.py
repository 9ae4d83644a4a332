"""Catalan."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="fora de l'oficina|estic de vacances|de vacances|absent|oficina (està|estarà) tancada|de baixa",
        added="fins al|fins a|tornaré|tornada|respondré|urgent|contact",
        maybe_away="de (baixa|vacances|permís|viatge)|malalt|tancad|fira|absent|ja no treball|no sóc|no soc|fora",
        answers=r"em substitueix|limitat|respondré|urgènc|urgent|tornada|meva absència|company\p{L}* meu|contacteu",
        alone="(en|durant) la meva absència|accés limitat|em substitueix",
        everyday_away=(
            "al poble|sense (ordinador|cobertura)|operad|casament|enterrament|jubil|permís|"
            "dies (lliures|de festa|de descans)|uns dies|festiu|és festa|pausa|hospital|ingressat|operaci|curs|formació|inventari|"
            "ja no (sóc|soc|treballo)|he deixat|vaga|sóc fora|no hi sóc|no treball(o|em)|descansem|ja no porta|sense cobertura|"
            "(els|el) (dilluns|dimarts|dimecres|dijous|divendres) no|"
            "a (la platja|la muntanya|l'hospital|l'estranger|la fira|un curs|l'obra)|de (baixa|permís|viatge|dol|excedència)|"
            r"permís de (paternitat|maternitat)|(taller|botiga|forn|oficina|equip) (descansa|tanca|està|és tanca)\p{L}*|mitja jornada|"
            r"sense (cobertura|connexió)|jubila\p{L}+|(he|hem) estat (pare|mare|pares)"
        ),
        everyday_answers=(
            "torno a la feina|a la feina|porta els meus|s'encarrega|no es llegeix|demà|contestem|respondrem|disponible|escriviu|"
            "sense (ordinador|accés)|llegiré|us ajuda|em substitueix|(paquets|comandes) (surten|sortiran)|demà al matí|"
            "fins (a )?(dilluns|dimarts|dimecres|dijous|divendres)|(porta|s'encarrega|s'ocupa|atén|cobreix|substitueix) |per ordre|"
            "de nou|a partir del|tornem|torno|reobrim|(miro|llegeixo) .{0,15}(correu|mail)|si és urgent|urgent"
        ),
        subjects=(
            "(estem|som) (tancats|fora|de vacances|absents)|tancat (per|del|fins|al)|de vacances|"
            r"gràcies pel (seu|teu|vostre) (missatge|correu)|el (seu|teu) missatge\Z|(soc|sóc|estic) (fora|de|absent)"
        ),
        trade="les (comandes|factures)|comandes (de|del|en|fetes)|els pressupostos",
        arranges=(
            "d'acord|accept(o|em)|confirm(o|em)|ens va bé|em va bé|(té|tenen) (les claus|la clau)|quan vulgueu|"
            "(marit|fill|dona|veí|veïna) (és a casa|té la clau|us obr)"
        ),
        urgent="urgent|pressa",
    ),
    circulars=CircularWords(
        subjects=(
            "nov(a|es|s) (tarif|preus|horari|adreça)|canvi (d'horari|d'adreça|de preus)|ens traslladem|bones festes|"
            "bon (nadal|any)|portes obertes|invitació"
            "|(tancat|tancament|estarem tancats)( per| de| del| el)?|vacances (d'|de )|(horari|nou horari|canvi d['’]horari)|"
            r"(nous|actualització de|canvi de|nova) (preus|tarif|adreça|compte|seu)\p{L}*|a tots (els|els nostres)|(avís|"
            "comunicat|circular)|gràcies per (la seva|la vostra|la teva) visita|assemblea|acta de|convocatòria|"
            "portes obertes|tall (d['’]aigua|de llum)|(bones festes|bon nadal|bon any)|inventari"
        ),
        readers=(
            "sòci|soci|membres|lector|subscriptor|veïn|famílies|pares|client|amics d|voluntari|patrocinador|"
            "participant|expositor|comerciant|empresari|associat|usuari|alumn|estudiants|exalumn|jubila|parroquian|"
            "llogater|pacients|passatger|oients|espectador|accionist|ciutadan|aficionat|amants|mecenes|comuner|"
            "voluntariat|colles?|castellers|associa"
        ),
        everybody=(
            "tots|totes|tothom|amics|company|col·leg|proveïdor|senyores i senyors|companyes|equip|família|gent|"
            "tots i totes|totes i tots"
        ),
        opts_out="si no (vols|voleu|desitj|us interessa)|de la (nostra )?llista",
        tells=(
            "(assemblea|reunió) (general|ordinària|extraordinària|anual|de (pares|veïns|famílies))|ordre del dia|"
            r"l'acta|(nou |nostre )?horaris? (d'(estiu|hivern|obertura)|de (nadal|festes)|especial)|(nostr\p{L}+|el|"
            "la) nou?(va)? (catàleg|tarifa|llista de preus|programa|temporada|col·lecció|web|adreça|local|menú)|"
            "(els )?preus (puj|canvi|augment)|(increment|actualització) de preus|"
            r"ens (traslladem|hem traslladat|mudem)|(visiteu|trobareu|veniu|vine)\p{L}*-?(nos|me)?|(nostre )?estand|"
            "portes obertes|(mercat de|rifa|concert d|festa (de|major)|calçotada|sopar (de|anual)|castanyada)|"
            "(els |les )?(cursos|tallers|classes|assajos|entrenaments) (comenc|reprenen|tornen)|"
            "(nous|noves) (cursos|tallers|dates)|inscripcions|(inscriviu|apunteu|apunta|reserva|reserveu)-?(vos|te)?|"
            "(queden|últimes) .{0,8}places|places limitades|(la )?quota|(busquem|necessitem) .{0,6}voluntari|"
            "tall (d'aigua|de llum|de subministrament)|obres a|(feu|fes) córrer|(passeu|reenvieu|compartiu)|"
            "no cal (que )?(respon|contest)|(us )?(esperem|informem|recordem|comuniquem|anunciem)|ens (complau|plau)|"
            "no hi falt|recordatori|(reserveu|apunteu|anoteu) .{0,8}(data|agenda)|gràcies a (tots|totes|tothom)|"
            "bon(es)? (festes|nadal|any)|(tancarem|estarem tancats)|com cada any|adjuntem"
        ),
    ),
    asks_leave=(
        "(puc|podem|podria) (enviar|mostrar|ensenyar|trucar|presentar|preparar)|"
        "(us|li|et) (preparo|envio|truco|interessa|interessaria|sembla)|parlem"
    ),
    requests=(
        "(voldr|vull|volia |preguntava |pregunto |volem|necessit|busc|desitj|sol·licit|deman|esper|comprar|compra|reclam|m'agradaria|"
        "ens agradaria|m'interessa)|si us plau|sisplau|podr|poden|podeu|pressupost|cita|reemborsa|canvi|cancel|"
        "donar de baixa|queixa|trencat|espatllat|no (funciona|va|arrib|tanca)|falta|equivoc|urgent|cv|feina|"
        "disponib|preu|enviï|envi|truc|problema|encara"
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(persones|convidats|adults|nens|comensals|alumnes|assistents)|(serem|som) (uns |"
        r"unes )?\d{1,3}|a casa vostra|al vostre (restaurant|hotel|local)"
    ),
    announces=(
        r"(nou|nova) (\p{L}+ ){0,2}(missatge|consulta|sol·licitud|pregunta)|"
        "(us|t'|et|li) ha (escrit|(enviat|deixat|fet) (un|una) (missatge|consulta|pregunta))|"
        "(missatge|consulta) de (?!la vostra)|està interessa|busca un"
    ),
    letters=LetterWords(greetings="bon dia|benvolgu|estimat"),
)
