"""Catalan."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="fora de l'oficina|estic de vacances|de vacances|absent|oficina (està|estarà) tancada|de baixa",
        added="fins al|fins a|tornaré|tornada|respondré|urgent|contact",
        maybe_away="de (baixa|vacances|permís|viatge)|malalt|tancad|fira|absent|ja no treball|no sóc|no soc|fora",
        answers=r"em substitueix|limitat|respondré|urgènc|urgent|tornada|meva absència|company\p{L}* meu|contacteu",
        alone="(en|durant) la meva absència|accés limitat|em substitueix",
        everyday_away=(
            "dies (lliures|de festa|de descans)|uns dies|festiu|és festa|pausa|hospital|ingressat|operaci|curs|"
            "formació|inventari|ja no (sóc|soc|treballo)|he deixat|vaga"
        ),
        everyday_answers=(
            "torno a la feina|a la feina|porta els meus|s'encarrega|no es llegeix|demà|contestem|respondrem|"
            "disponible|escriviu|sense (ordinador|accés)|llegiré"
        ),
    ),
    circulars=CircularWords(
        readers=(
            "sòci|soci|membres|lector|subscriptor|veïn|famílies|pares|client|amics d|voluntari|patrocinador|"
            "participant|expositor|comerciant|empresari|associat|usuari|alumn"
        ),
        everybody="tots|totes|tothom|amics|company|col·leg|proveïdor",
        invites="us convid|convidem|us esperem|invitació|entrada (lliure|gratuïta)",
        opts_out="si no (vols|voleu|desitj|us interessa)",
    ),
    asks_leave=(
        "(puc|podem|podria) (enviar|mostrar|ensenyar|trucar|presentar|preparar)|"
        "(us|li|et) (preparo|envio|truco|interessa|interessaria|sembla)|parlem"
    ),
    requests=(
        "(voldr|vull|volem|necessit|busc|desitj|sol·licit|deman|esper|comprar|compra|reclam|m'agradaria|"
        "ens agradaria|m'interessa)|si us plau|sisplau|podr|poden|podeu|pressupost|cita|reemborsa|canvi|cancel|"
        "donar de baixa|queixa|trencat|espatllat|no (funciona|va|arrib|tanca)|falta|equivoc|urgent|cv|feina|"
        "disponib|preu|enviï|envi|truc|problema|encara"
    ),
    announces=(
        r"(nou|nova) (\p{L}+ ){0,2}(missatge|consulta|sol·licitud|pregunta)|"
        "(us|t'|et|li) ha (escrit|(enviat|deixat|fet) (un|una) (missatge|consulta|pregunta))|"
        "(missatge|consulta) de (?!la vostra)|està interessa|busca un"
    ),
)
