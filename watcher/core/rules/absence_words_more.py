"""Everyday ways of being away that name neither an office nor an absence, by language (ISO 639-1): a table, to be added to.

Days off, a public holiday, a hospital, a works' shutdown, a course, somebody who left; and beside them what is said of the mail:
that nobody reads it, who sees to it, and when work goes on. Patterns, in case-folded text, from the beginning of a word. People write
so too: both together say that an answer is worth a glance, and prove nothing.
"""

from __future__ import annotations

#: ISO 639-1 code → (somebody may be away, what is said of mail and work).
EVERYDAY_ABSENCE_WORDS: dict[str, tuple[str, str]] = {
    "en": (
        "gone fishing|taking (some|a few|a couple)|(a few|several|some|two|three) days (off|leave)|stepped away|step(ping)? back from work|newborn|(annual|christmas|summer|winter|works?|factory|plant) (shut ?down|closure|break|recess)|in (surgery|hospital|rehab|recovery|quarantine)|recovering|in meetings (abroad|all|until|through)|moved on( from|(?!\\p{L}))|(have|has|i've) (left|departed)|my last (working )?day|not working (on|today|this|until)|(training|induction) (course|day|week|session)|on (a|an) (training|course|away day|field trip|site visit)|without (a )?laptop|stock-?(taking|take)|honeymoon|gap year|career break|secondment|jury (duty|service)|strike|power cut|snow day|long weekend|half-term|day off|compassionate|religious holiday|laid up|broken (ankle|arm|leg|wrist|hip|collarbone)|on crutches|in plaster|under the weather|(moving|refitting|renovating) (house|home|premises|the (shop|office|workshop))|at (a|my|our) (wedding|funeral|family)|on the road|poor (signal|reception|connection)|no signal|snowed (in|under)",
        "nobody is (looking|reading|monitoring)|won't (see|read|get) (this|your|to)|has my diary|has picked up|picks? up (my|everything)|(only )?(glancing|looking|dipping) (at|into|in)|(is now|now) the person to (speak|talk|write)|person to (speak|talk) to|can't wait|cannot wait|ring the (main|office|front)|expected back|back (at|to) (my desk|work)|pick (up )?your (message|e-?mail)|we'll pick (this|it) up|resume (work|normal|business)|normal (service|hours|business)|when (we|i) re-?open|(stepping|filling) in|standing in|mind(s|ing) (my|the) (desk|inbox|mail)|(no|without) (access|signal|internet|e-?mail)|next week|please (try|speak to|get in touch with|talk to|use)|see (this|your)|(is|'s) running (the|my|our)|hard(er)? to reach|before you hear|bear with (us|me)|see you (on|next|in)|speak (soon|on|next)|ring (him|her|them)|redirect|(mailbox|address|account|inbox) (will be|is being|has been) (closed|deleted|removed|deactivated)|correspondence to",
    ),
    "de": (
        "auszeit|(ein paar|einige) (tage|freie)|freie tage|resturlaub|überstunden ?ab|überstundenausgleich|\\p{L}*-?ausgleich|winterpause|sommerpause|weihnachtspause|betriebspause|weihnachtsruhe|betriebsausflug|fortbildung|weiterbildung|lehrgang|seminar|brückentag|feiertag\\p{L}*|in (der )?reha|zur kur|in kur|im krankenhaus|in der klinik|operiert|operation|inventur|hochzeitsreise|flitterwochen|sabbatical|(die firma|das haus|den betrieb|das team) .{0,20}verlassen|ausgeschieden|\\p{L}*urlaub|streik|umzug|nicht am (schreibtisch|telefon|rechner)|mein letzter arbeitstag|quarantäne|vaterschafts\\p{L}*|pflegezeit|kindkrank|mein kind ist krank|(ziehen|bauen|renovieren) (gerade |diese woche )?um|umgezogen|umbau|renovierung|(bein|arm|fuss|knöchel|schulter) gebrochen|gebrochen\\p{L}*|ausser gefecht|liege (flach|im bett)|bettruhe|hochzeit|familienfeier|(kaum|kein|schlechter) (netz|empfang)|baustelle|funkloch",
        "wieder (am schreibtisch|im einsatz|im betrieb|im büro|an bord|für sie)|kümmert sich|mails? (werden|wird) .{0,40}nicht (gelesen|bearbeitet|abgerufen)|nicht bearbeitet|keinen zugriff|ohne zugriff|sehe meine (post|mails)|lese (das|sie|ihre|meine)|mein\\p{L}* nachfolg|an die zentrale|geht es weiter|voraussichtlich|danach melde|niemand (zu sprechen|erreichbar|da)|zu erreichen|übernimmt|springt ein|betreut|melde\\p{L}* (ich |wir )?(mich|uns)|sind wir (ab )?wieder|bleibt .{0,20}liegen|erst (am|ab|wieder|nächste)|ansprechpartner\\p{L}*|schlecht (zu erreichen|erreichbar)|schwer (zu erreichen|erreichbar)|(wir|ich) (hören|sehen) uns|bis (montag|dienstag|mittwoch|donnerstag|freitag|nächste woche)|hält die stellung|ab (montag|nächster woche)|(postfach|adresse|konto) wird .{0,30}(geschlossen|gelöscht|abgeschaltet|deaktiviert)",
    ),
    "fr": (
        "jours? de (repos|congé|récupération)|quelques jours|jour (férié|chômé)|fait (une )?pause|pause (estivale|hivernale|annuelle)|en (stage|séminaire|convalescence|cure|sabbatique)|hospitalisé\\p{L}*|à l'hôpital|opér(é|ée|ation)|inventaire|voyage de noces|année sabbatique|ne suis plus (chez|à|dans|au|en poste|salarié)|ai quitté|a quitté|pont (de|du)|grève|quarantaine|congé (paternité|parental|sans solde|sabbatique)|fermeture|mon dernier jour|fai(t|sons) le pont|(en plein )?déménag\\p{L}+|en travaux|(jambe|bras|cheville|poignet) cassé\\p{L}*|plâtre|béquilles|alité\\p{L}*|cloué\\p{L}*|mariage|(peu|pas) de réseau|réseau (faible|capricieux)|salon (de|du|à)|sur (un|le) chantier",
        "reprend(s|ra|rai|ons|rons)? (le travail|contact|mon|mes|notre|son)|repren(d|ons|ez)|suit mes dossiers|mes dossiers|aucun (mail|message|courriel|e-mail) ne|ne (consulte|lis|relève) pas|veuillez écrire|écrire à|voyez avec|le standard|indisponible jusqu|s'occupe de|gère mes|assure (l'intérim|la permanence|mon)|(demain|lundi|la semaine prochaine)|votre interlocut\\p{L}+|on se retrouve|nous (nous )?retrouvons|rendez-vous (lundi|mardi|mercredi|jeudi|vendredi)|difficile(ment)? (à joindre|joignable)|tient la boutique|à (lundi|mardi|mercredi|jeudi|vendredi)|(boîte|adresse|messagerie) (sera|va être) (fermée|supprimée|désactivée)",
    ),
    "es": (
        "días? (libres?|de descanso|de asuntos propios|festivos?)|(es|día) festivo|unos días|puente (de|del)|hace una pausa|pausa (de verano|navideña|anual)|parada (técnica|anual)|ingresad[oa]|hospital(izad[oa])?|operad[oa]|operación|en (un curso|rehabilitación|convalecencia|cuarentena|una formación|formación|inventario)|inventario|luna de miel|año sabático|dejé|he dejado|ha dejado|ya no estoy|ya no está|mi último día|huelga|permiso (de|por)|curso|de mudanza|mudanza|de obras|(pierna|brazo|tobillo|muñeca) (rot[ao]|escayolad\\p{L}+)|escayol\\p{L}+|de reposo|reposo|convalec\\p{L}+|(de|en una) boda|(en|de) (la )?feria|(poca|sin|mala) cobertura|en carretera",
        "(me )?reincorpor|se ocupa|se encarga|lleva mis|mis asuntos|no se (leen|atiende|revisa)|nadie (lee|atiende)|mañana (le|les|te|os)|leeré|contestamos|contestaremos|no volveré|volveré|vuelta al trabajo|sin (acceso|ordenador|portátil)|retom|(miro|leo|reviso) poco|nos vemos (el|la)|hablamos (el|la)|hasta el (lunes|martes|miércoles|jueves|viernes)|difícil (localizar|contactar)|(buzón|cuenta|dirección) (se (cerrará|eliminará|dará de baja)|será (eliminad|desactivad)[oa])",
    ),
    "it": (
        "giorn[oi] (di (riposo|ferie|permesso|festa)|liber[oi]|festiv[oi])|festa nazionale|è festa|festività|qualche giorno|fa una pausa|pausa (estiva|natalizia|invernale)|ricoverat[oa]|ospedale|operat[oa]|operazione|a un (corso|seminario)|corso|convalescen\\p{L}+|quarantena|inventario|viaggio di nozze|anno sabbatico|non sono più|non lavora più|ho lasciato|ha lasciato|ponte (del|di)|sciopero|congedo|il mio ultimo giorno|in fiera|alla fiera|trasloco|(stiamo )?ristruttura\\p{L}+|(gamba|braccio|caviglia|polso) rott\\p{L}+|ingessat\\p{L}+|gesso|a letto|convalesc\\p{L}+|matrimonio|(poco|senza) (campo|segnale)|in cantiere",
        "riprend(o|iamo|erò|e)|segue tutto|mi segue|(la posta|le mail|i messaggi) non (viene|vengono|è|sono)|non (viene|vengono) lett|ci sentiamo (domani|lunedì)|legger(ò|emo)|in servizio|si occupa|scrivete a|scriva a|senza (computer|accesso)|domani|vi risponde|legg(o|iamo) la posta|ci (vediamo|rivediamo|risentiamo)|a (lunedì|martedì|mercoledì|giovedì|venerdì)|difficil\\p{L}+ da raggiungere|(casella|indirizzo) (sarà|verrà) (chius|disattivat|eliminat)[ao]",
    ),
    "pt": (
        "dias? (de (descanso|folga|férias)|livres?)|uns dias|feriado|faz uma pausa|pausa (de verão|de natal|anual)|paragem (anual|técnica)|internad[oa]|hospital(izad[oa])?|operad[oa]|cirurgia|em (curso|formação|convalescença|quarentena|recuperação)|curso|inventário|balanço|lua de mel|ano sabático|saí da|saiu da|deixei (a|de)|já não estou|não estou mais|ponte (de|do)|greve|recesso|meu último dia|em mudanças|mudança|obras|(perna|braço|tornozelo) partid\\p{L}+|engessad\\p{L}+|de repouso|convalesc\\p{L}+|casamento|na feira|(pouca|sem) rede|na estrada",
        "retom(o|amos|arei)|trata de tudo|trata d(os|as)|ninguém (lê|responde)|não (é|são) lid[oa]s?|damos seguimento|volto ao trabalho|só volto|vejo as mensagens|encarreg|cuida d|escreva (a|ao|para)|sem (computador|acesso)|amanhã|lerei|vejo pouco|até (segunda|terça|quarta|quinta|sexta)|falamos (na|no)|vemo-nos|difícil (contactar|falar)|(caixa|conta|endereço) (\\p{L}+ ){0,3}(será|vai ser) (encerrad|desativad|eliminad)[oa]",
    ),
    "nl": (
        "(een )?paar dagen|ertussenuit|er (even )?tussenuit|vrije dagen?|dagen vrij|snipperdag|feestdag|winterstop|zomerstop|kerstsluiting|zomersluiting|werk(te)? (ik )?elders|niet meer bij|in het ziekenhuis|ziekenhuis|opgenomen|geopereerd|operatie|op (training|cursus)|training|nascholing|inventaris|huwelijksreis|sabbatical|studieverlof|mijn laatste werkdag|staking|quarantaine|brugdag|verlofdag|verhui(s|z)\\p{L}*|verbouw\\p{L}*|(been|arm|enkel|pols) gebroken|in het gips|uit de running|op bed|bruiloft|op de beurs|(slecht|geen|weinig) bereik|onderweg",
        "weer (aan het werk|aan de slag|beschikbaar|terug|op kantoor)|volgt mijn|mijn dossiers|mails? (wordt|worden) (dan )?niet|wordt (dan )?niet (bekeken|gelezen)|pakken (we|wij) (dit|het) op|kunt u bij|lees (ik )?.{0,20}bij|neemt .{0,30}waar|morgen|volgende week|zonder laptop|regelt|behartigt|slecht bereikbaar|moeilijk bereikbaar|tot (maandag|dinsdag|woensdag|donderdag|vrijdag)|we (zien|spreken|horen) elkaar|houdt de boel|(mailbox|adres|account) wordt .{0,30}(gesloten|opgeheven|verwijderd)",
    ),
    "pl": (
        "(kilka )?dni wolne|dni wolnego|dzień wolny|święto|świąteczn\\p{L}+|przerw\\p{L} (świąteczn|urlopow|zimow|wakacyjn|technologiczn)|ma przerwę|w szpitalu|szpital|operacj|rehabilitacj|na (szkoleniu|kursie|kwarantannie|konferencji|weselu)|szkoleni|inwentaryzacj|podróż\\p{L}* poślubn|nie jestem już|już nie jestem|odeszł|odszed|opuścił|strajk|długi weekend|mój ostatni dzień|na targach|targi|przeprowadzk\\p{L}+|remont\\p{L}*|złaman\\p{L}+|w gipsie|na (weselu|ślubie)|w (drodze|trasie)|(słaby|brak) zasięg\\p{L}*|za granicą",
        "wracam do|zajmuje się|sprawami|poczta nie|(nie jest|nie są) (czytan|sprawdzan|odbieran)|odezw|przeczytam|proszę pisać do|pisać do|będę dostępn|bez (komputera|dostępu)|przejmuje|prowadzi moje|jutro|od poniedziałku|odezwiemy|do (poniedziałku|wtorku|środy|czwartku|piątku|niedzieli)|trudno (się )?(ze mną|z nami)|(skrzynka|adres|konto) zostanie (zamknięt|usunięt|wyłączon)\\p{L}",
    ),
    "cs": (
        "(pár|několik) dní|dny? volna|státní svátek|svátek|přestávk|odstávk|v nemocnici|nemocnic|operac|rehabilitac|na (školení|kurzu|semináři)|školení|inventur|svatební cest|už (ve|v|u) .{0,30}nejsem|již (ve|v|u) .{0,30}nejsem|odešel|odešla|opustil|karantén|studijní volno|stávk|poslední den|na veletrhu|stěhuj\\p{L}+|stěhování|rekonstrukc\\p{L}+|zlomen\\p{L}+|v sádře|na svatbě|na cestách|bez signálu|(slabý|špatný) signál",
        "zase v práci|zpátky v práci|za mě vyřizuje|vyřizuje|pošta se ne|ne(čte|čtou|kontroluje)|pište prosím|k dispozici budu|budu k dispozici|zastoupí|stará se|zítra|bez (počítače|přístupu)|přečtu|pak se oz\\p{L}+|potom se oz\\p{L}+|do konce týdne|těžko k zastižení|(schránka|adresa|účet) bude (zrušen|uzavřen|smazán)\\p{L}*",
    ),
    "sk": (
        "(pár|niekoľko) dní|dni voľna|štátny sviatok|sviatok|prestávk|odstávk|v nemocnici|nemocnic|operáci|rehabilitáci|na (školení|kurze|seminári)|školení|inventúr|svadobnej cest|už (vo|v|u) .{0,30}nie som|odišiel|odišla|opustil|karantén|štrajk|posledný deň|na veľtrhu|sťahuj\\p{L}+|sťahovanie|rekonštrukci\\p{L}+|zlomen\\p{L}+|v sadre|na svadbe|na cestách|bez signálu",
        "opäť v práci|späť v práci|vybavuje|pošta sa ne|ne(číta|čítajú|kontroluje)|píšte prosím|k dispozícii budem|budem k dispozícii|zastúpi|stará sa|zajtra|bez (počítača|prístupu)|prečítam|potom sa oz\\p{L}+|do konca týždňa|ťažko zastihnuteľn\\p{L}+",
    ),
    "hu": (
        "szabadnap|néhány nap|munkaszüneti|ünnepnap|szünetel|nyári szünet|téli szünet|leállás|kórház|műtét|rehabilitáci|tanfolyam|képzés|továbbképz|leltár|nászút|nem vagyok a cégnél|(távoztam|eljöttem|kiléptem)|sztrájk|karantén|utolsó munkanap|pihenőnap|költöz\\p{L}+|felújít\\p{L}+|eltört\\p{L}*|gipszben|esküvő\\p{L}*|vásáron|kiállításon|külföldön|ausztriában|térerő\\p{L}*|úton vagyok",
        "újra dolgoz|ismét dolgoz|intézi|leveleket nem|nem olvassuk|olvasom (el)?|jelentkez|írjon|elérhető|leszek elérhető|átveszi|foglalkozik|holnap|jövő hét|számítógép nélkül|utána (jelentkez|válaszol)\\p{L}*|nehezen (elérhető|érhető)|hétvégéig|hétfőig",
    ),
    "ro": (
        "(câteva )?zile (libere|de odihnă)|liber legal|sărbătoare|zi (liberă|nelucrătoare)|pauză|(în|la) spital|internat|operați|recuperare|la (un )?(curs|seminar|training)|inventar|luna de miere|nu mai sunt|am plecat|a plecat|am părăsit|grevă|carantină|ultima (mea )?zi|minivacanț|la o nuntă|nuntă|ne mutăm|mutare|renov\\p{L}+|(piciorul|mâna) rupt\\p{L}*|în ghips|la târg|pe drum|fără semnal|semnal slab|plecat\\p{L}* la",
        "revin la|se ocupă|mesajele nu|nu (sunt|este) citit|răspundem|scrieți-i|voi fi disponibil|preia|fără (calculator|acces)|mâine|voi citi|citesc|revin atunci|ne auzim|ne vedem|până (luni|marți|miercuri|joi|vineri)|greu de găsit",
    ),
    "sv": (
        "några dagar|(ett )?par dagar|lediga dagar|röd dag|helgdag|klämdag|uppehåll|jul(stängt|ledig)|på sjukhus|sjukhus|inlagd|operera|operation|rehab|på (kurs|utbildning|konferens)|utbildning|inventer|bröllopsresa|slutat|sabbat|studieledig|karantän|strejk|min sista (arbets)?dag|kompledig|ledighet|över (påsk|jul|midsommar|helgen|nyår)|flyttar|flytt(en|ar)?|renover\\p{L}+|brutit|bruten|sängliggande|på (mässa|mässan|bröllop|resande fot)|dålig (täckning|mottagning)|ingen täckning",
        "på jobbet igen|i tjänst igen|sköter|(mejlen|mailen|posten|e-posten) läses|läses inte|vi hör av oss|hör av (mig|oss)|kontakta|anträffbar|tar hand om|tar över|i morgon|imorgon|nästa vecka|utan dator|läser|vi (hörs|ses)|hörs på|svår(t)? att nå",
    ),
    "no": (
        "noen dager (fri)?|fridag|rød dag|helligdag|inneklemt|(jule|påske|sommer|vinter|høst)(ferie|pause|stengt)|på sykehus|sykehus|innlagt|operer|operasjon|rehab|på (kurs|opplæring|konferanse)|varetelling|bryllupsreise|sluttet|sabbat|studieperm|karantene|streik|min siste (arbeids)?dag|avspaser|over (påske|jul|helgen|nyttår)|flytter|pusser opp|brukket|sengeliggende|på (messe|bryllup|farten|hytta|fjellet)|(dårlig|uten|ingen) dekning",
        "på jobb igjen|i arbeid igjen|følger opp|e-post(en)? (blir|leses)|(blir )?ikke lest|leses ikke|vi tar (det|kontakt)|skriv til|tilgjengelig igjen|tar seg av|tar over|i morgen|neste uke|uten pc|leser|vi (snakkes|høres|ses)|snakkes|vanskelig å (nå|få tak i)",
    ),
    "da": (
        "et par (fri)?dage|fridage?|helligdag|klemmedag|(jule|påske|sommer|vinter|efterårs)(pause|ferie|lukket|lukning)|på (sygehus|hospital)|sygehus|hospital|indlagt|opere|operation|genoptræning|på (kursus|efteruddannelse|konference)|optælling|bryllupsrejse|ikke længere|fratråd|sabbat|karantæne|strejke|min sidste (arbejds)?dag|afspadser|over (påsken|julen|weekenden|nytår)|flytter|renover\\p{L}+|brækket|sengeliggende|på (messe|farten)|til (bryllup|messe)|(dårlig|ingen) dækning",
        "på arbejde igen|tilbage på arbejde|passer mine|tager sig af|(mails?|e-mails?|posten) (bliver|læses)|(bliver )?ikke læst|læses ikke|vender tilbage|skriv til|kan træffes|overtager|i morgen|næste uge|uden (pc|computer)|læser|vi (tales|høres|ses)|tales ved|svær(t)? at (nå|få fat)",
    ),
    "fi": (
        "vapaapäiv|muutaman päivän|pyhäpäiv|arkipyhä|itsenäisyyspäiv|(joulu|kesä|talvi)tauo|tauolla|pitää .{0,20}tauon|sairaala|leikkau|kuntoutu|koulutu(s|kse)|kurssilla|seminaari|inventaario|häämatka|en ole enää|lopett(anut|i)|vuorotteluvapaa|karantee|lakko|viimeinen (työ)?päivä|muutamme|muutto|remont\\p{L}+|murtu\\p{L}+|kipsissä|häissä|messuilla|kiinni (hiihtolomaviikon|pääsiäisen|joulun|viikonlopun)|reissussa|huono kenttä|kentän ulkopuolella",
        "töissä taas|taas töissä|palaan (töihin)?|hoitaa (asiani|työni|tehtäv)|(postia|sähköpostia|viestejä) ei|eikä (postia|viestejä)|palaamme (asiaan)?|kirjoittakaa|kirjoita|tavoitettavissa|huomenna|ensi viikolla|ilman tietokonetta|luen|nähdään|kuullaan|palataan|vaikea tavoittaa",
    ),
    "ru": (
        "отгул|несколько дней|праздничн|выходной день|нерабочи|перерыв|каникул|в больниц|госпитал|операци|на (обучении|курсах|семинаре|тренинге|конференции|реабилитации|карантине)|инвентаризаци|свадебн|медов|не сотрудник|больше не (в|у)|ушел|ушёл|ушла|покинул|забастовк|последний (рабочий )?день|переучет|переучёт|учёба|учеб|на гастролях|переезжа\\p{L}+|переезд\\p{L}*|ремонт\\p{L}*|сломал\\p{L}*|в гипсе|на свадьбе|на выставке|в дороге|за границей|связ\\p{L} (плохая|слабая|почти)|нет связи",
        "выйду на работу|моими делами|занимается|почта не|не читается|не проверяется|свяжемся|свяжусь|пишите|буду на связи|посмотрю|прочитаю|завтра|без компьютера|на следующей неделе|заменит|подменяет|всем отвечу|до (понедельника|вторника|среды|четверга|пятницы)|увидимся|услышимся|(будут|будет) (рассмотрен|обработан)\\p{L}*|рассмотрим|(ящик|адрес) будет (закрыт|удал[её]н)",
    ),
    "uk": (
        "вихідн|кілька днів|святков|неробоч|перерв|канікул|лікарн|госпітал|операці|на (навчанні|курсах|семінарі|тренінгу|конференції)|інвентаризаці|весільн|більше не (в|у)|пішов|пішла|звільн|страйк|останній (робочий )?день|в дорозі|переїзд\\p{L}*|переїжджа\\p{L}+|ремонт\\p{L}*|злама\\p{L}+|у гіпсі|на весіллі|на виставці|за кордоном|зв'язк\\p{L} (майже|немає|поганий)|немає зв'язку",
        "вийду на роботу|справами|опіку|пошту не|не (читається|читаємо|перевіря)|зв'яж|пишіть|на зв'язку|прочитаю|перегляну|завтра|без комп'ютера|наступного тижня|замінить|до (понеділка|вівторка|середи|четверга|п'ятниці)|почуємось|побачимось|(будуть|буде) (розглянут|опрацьован)\\p{L}*|розглянемо",
    ),
    "bg": (
        "почивни дни|няколко|официален празник|празник|в почивка|ваканци|в болница|болниц|операци|на (обучение|курс|семинар)|обучение|инвентаризаци|ревизия|сватбен|вече не (съм|сме)|напуснах|напусна|стачк|последният ми",
        "връщам на работа|се връщам|поема|пощата не|не се (чете|проверява)|ще се свърж|на разположение|пишете|утре|без (компютър|достъп)|прочета|замест",
    ),
    "hr": (
        "slobodnih dana|slobodan dan|slobodne dane|nekoliko|praznik|blagdan|na pauzi|pauz|u bolnici|bolnic|operacij|rehabilitacij|na (edukaciji|seminaru|tečaju|obuci)|inventur|bračnom|više nisam|otišao|otišla|napusti[ol]|štrajk|zadnji dan",
        "opet radim|ponovo radim|preuzima|pošta se ne|poštu ne|ne čita|javljamo se|javit ćemo|dostup(an|na)|pišite|sutra|bez (računala|pristupa)|pročitat",
    ),
    "sr": (
        "slobodnih dana|slobodan dan|nekoliko|praznik|pauz|u bolnici|bolnic|operacij|na (obuci|seminaru|kursu)|inventar|više nisam|otišao|otišla|napusti[ol]|štrajk|слободних дана|слободан дан|неколико|празник|пауз|у болници|болниц|операциј|на (обуци|семинару|курсу)|попис|више нисам|отишао|отишла|напусти",
        "ponovo radim|preuzima|poštu ne|ne čita|javljamo se|javićemo|dostup(an|na)|pišite|sutra|поново радим|преузима|пошту не|не чита|јављамо се|јавићемо|доступ(ан|на)|пишите|сутра",
    ),
    "sl": (
        "prostih dni|prost dan|proste dni|nekaj|praznik|premor|v bolnišnici|bolnišnic|operacij|rehabilitacij|na (izobraževanju|seminarju|tečaju|usposabljanju)|inventur|nisem več|odšel|odšla|zapustil|stavk|zadnji (delovni )?dan",
        "v službo se|nazaj v službi|ureja|pošte ne|ne (bere|preverja)|oglasimo|oglasil|dosegljiv|pišite|jutri|brez (računalnika|dostopa)|prebral|prevzema",
    ),
    "mk": (
        "слободни(те)? дена|слободен ден|неколку|празник|пауза|во болница|болниц|операциј|на (обука|семинар|курс)|попис|веќе не сум|повеќе не|заминав|напушти",
        "на работа|презема|поштата не|не се чита|ќе (се јавам|ве контактираме|се јавиме)|достап(ен|на)|пишете|утре|враќам",
    ),
    "sq": (
        "ditë pushim|disa ditë|festë|pushim|në spital|spital|operacion|në (kurs|trajnim|seminar)|inventar|nuk jam më|jam larguar|grevë",
        "kthehem në punë|në punë|merret me|kontaktojmë|nuk lexohe|shkruani|nesër|do t'ju|i disponueshëm|pa (kompjuter|qasje)",
    ),
    "el": (
        "ρεπό|λίγες μέρες|μερικές μέρες|αργία|διάλειμμα|κλειστά|νοσηλεύ|νοσοκομείο|εγχείρηση|χειρουργ|σεμινάριο|εκπαίδευση|απογραφή|γαμήλιο|δεν (είμαι|εργάζομαι|δουλεύω) πια|αποχώρησ|απεργία|καραντίνα",
        "επιστρέφω στη|στη δουλειά|τις υποθέσεις μου|ανέλαβε|αναλαμβάν|δεν διαβάζ|θα επικοινων|διαθέσιμ|γράψτε|αύριο|χωρίς (υπολογιστή|πρόσβαση)|θα διαβάσω",
    ),
    "tr": (
        "birkaç gün|dinleniyorum|izin gün|resmi tatil|bayram|arife|ara ver|(arasında|tarihleri arasında) kapalı|hastane|ameliyat|kurs(ta|tayım)|eğitimde|seminerde|sayım|balayı|artık .{0,30}(değilim|çalışmıyor)|ayrıldı|grev|karantina|son iş gün|bayram tatil\\p{L}*|taşın\\p{L}+|tadilat\\p{L}*|kırıldı|alçıda|düğün\\p{L}*|fuar\\p{L}*|yoldayım|yurt dışı\\p{L}*|çekmiyor",
        "işbaşı|ilgilen|işlerim|okunma|okunmuyor|size dön|döneriz|dönüş yap|müsait|yazın|yazabilirsiniz|yarın|bilgisayarsız|haftaya|devral|okuyacağım|kontrol edil|iş başı|görüş(ür|mek)\\p{L}*|(pazartesi|salı|çarşamba|perşembe|cuma)(ye|ya|den)? (kadar|sonra|itibaren)",
    ),
    "lt": (
        "laisv\\p{L}+ dien|kelias dienas|švent\\p{L}+ dien|šventin|pertrauk|ligoninė|operacij|mokymuose|kursuose|seminare|inventorizacij|nebesu|išėjau|nebe|nedirba|streik",
        "grįžtu|tvarko|laiškų ne|ne(skait|tikrin)|susisieks|pasiekiam|rašykite|rytoj|be (kompiuterio|prieigos)|perskaitysiu|perima|kitą savaitę",
    ),
    "lv": (
        "brīvdien|dažas dienas|svētku dien|svētki|pārtrauk|slēgt|slimnīc|operācij|kursos|mācībās|seminārā|inventarizācij|vairs neesmu|aizgāj|streik",
        "darbā atgriežos|atgriežos|risina|pasts netiek|netiek lasīt|sazināsi|pieejam|rakstiet|rīt(?!\\p{L})|bez (datora|piekļuves)|izlasīšu|pārņem|nākamnedēļ",
    ),
    "et": (
        "vaba(d|de)? päev|vaba päeva|paar päeva|riigipüha|püha(de)?|paus|haigla|operatsioon|koolitusel|kursusel|seminaril|inventuur|ei ole enam|lahku(sin|nud)|streik|kolime|kolimi\\p{L}+|remon\\p{L}+|luumur\\p{L}+|kipsis|pulmas|messil|levi on (kehv|halb)|reisil|saarel",
        "tööle naasen|naasen|ajab|hoolitseb|kirju ei|ei loeta|võtame .{0,20}ühendust|kättesaadav|kirjuta|homme|ilma arvutita|loen|võtab üle|järgmisel nädalal|kuuleme|näeme|nädala lõpuni|raske kätte saada",
    ),
    "ca": (
        "dies (lliures|de festa|de descans)|uns dies|festiu|és festa|pausa|hospital|ingressat|operaci|curs|formació|inventari|ja no (sóc|soc|treballo)|he deixat|vaga",
        "torno a la feina|a la feina|porta els meus|s'encarrega|no es llegeix|demà|contestem|respondrem|disponible|escriviu|sense (ordinador|accés)|llegiré",
    ),
    "eu": (
        "egun batzuk|jaiegun|jai eguna|atsedenaldi|ospitale|operatu|ikastaro|inbentario|ez nago jada|utzi dut",
        "lanera|itzuliko|nire lana|darama|arduratzen|bihar|erantzungo|ez da irakurtzen|eskuragarri|idatzi|irakurriko",
    ),
    "gl": (
        "días? (libres?|festivos?)|uns días|festivo|pausa|hospital|ingresad[oa]|operación|curso|inventario|xa non estou|deixei|folga",
        "volvo ao traballo|ao traballo|encárgase|lévame|mañá|contestámos|responderemos|non se le|dispoñible|escriba|sen (ordenador|acceso)|lerei",
    ),
    "cy": (
        "ychydig ddyddiau|diwrnod(au)? (i ffwrdd|rhydd)|o wyliau|gŵyl y banc|gwyliau|ysbyty|llawdriniaeth|cwrs|hyfforddiant|wedi gadael|ddim yn gweithio",
        "yn y gwaith|gofalu am|yfory|cysylltu|ar gael|ysgrifennwch|darllen|heb (gyfrifiadur|fynediad)",
    ),
    "ga": (
        "cúpla lá|lá saor|lá saoire|saor agam|ospidéal|obráid|cúrsa|oiliúint|d'fhág|ní oibrím",
        "ag obair|ag déileáil|amárach|i dteagmháil|ar fáil|scríobh|léifi|cúram",
    ),
    "is": (
        "frídag|nokkra daga|almennur frídagur|helgidag|hlé|sjúkrahús|spítala|aðgerð|námskeið|talning|ekki lengur|hætt(ur)?|verkfall",
        "í vinnu|mæti aftur|sér um|höfum samband|á morgun|ekki lesin|tiltæk|skrifið|les póst|tekur við|næstu viku",
    ),
    "lb": (
        "e puer deeg|fräi geholl|fräien dag|feierdag|paus|spidol|operatioun|operéiert|formatioun|cours|inventaire|net méi",
        "op der aarbecht|këmmert|muer(?!\\p{L})|mellen eis|net gelies|erreechbar|schreift|iwwerhëlt",
    ),
    "mt": (
        "ftit ġranet|ġurnata (leave|festa)|festa pubblika|leave|sptar|operazzjoni|kors|m'għadnix|tlaqt",
        "lura x-xogħol|x-xogħol|ħsieb xogħli|għada|nikkuntattjaw|disponibbli|iktbu|ma tinqarax",
    ),
    "af": (
        "'n paar dae|vry dae|dae af|dag af|openbare vakansiedag|breek|hospitaal|operasie|kursus|opleiding|voorraadopname|nie meer (by|hier)|verlaat",
        "terug by die werk|by die werk|hanteer my|kontak u|môre|word nie gelees|beskikbaar|skryf|neem oor|volgende week|lees",
    ),
    "ja": (
        "祝日|祭日|休暇|休業|入院|手術|通院|研修|出張|棚卸|新婚|退職|退社|離任|着任|創立記念|振替|有給|代休|忌中|喪中|停電",
        "通常営業|営業いた|お返事|明日以降|翌営業日|ご対応|担当いた|確認でき|確認が|遅れ|ご了承|再開|今後は|後任|までメール",
    ),
    "zh": (
        "年假|法定|节假日|節假日|假日|假期|连休|連假|住院|手术|手術|培训|培訓|出差|盘点|盤點|蜜月|离职|離職|调岗|調職|退休|已不在|停工|放假|在外地|参展|出差|搬家|装修|骨折|参加婚礼|信号不好",
        "恢复上班|恢復上班|期间由|期間由|负责|負責|明天与|明天與|后续|後續|可能会延迟|可能會延遲|延迟|延遲|敬请|敬請|见谅|見諒|查看邮件|查看郵件|查看|复工|接手|交接|回(公司|来)后|统一回复|谢谢理解",
    ),
    "ko": (
        "공휴일|연휴|휴일|명절|대체휴일|입원|수술|교육|연수|재고 ?조사|신혼여행|퇴사|이직|파업|창립기념|휴가|출장",
        "복귀|대신|연락드리|내일|다음 주|문의 바랍|문의해|담당|확인이|확인하지|늦을 수|업무는|재개|정상 ?(근무|영업)|후임",
    ),
    "ar": (
        "عطلة|إجازة|أيام راحة|المستشفى|عملية جراحية|دورة تدريبية|تدريب|جرد|شهر العسل|لم أعد|تركت|غادر|إضراب",
        "أعود إلى العمل|العودة إلى العمل|تتولى|يتولى|متابعة أعمالي|سنتواصل|غد[اً]|يرجى مراسلة|مراسلة|متاح|لا (تُقرأ|يتم قراءة|نقرأ)|سأقرأ|الأسبوع القادم",
    ),
    "he": (
        "ימי חופש|יום חופש|יום חג|יום שבתון|חג|ערב חג|אשפוז|מאושפז|בבית חולים|ניתוח|בקורס|בהשתלמות|ספירת מלאי|ירח דבש|איני עובד|אינני עובד|עזבתי|שביתה",
        "אשוב לעבודה|לעבודה|מטפל[ת]? בענייני|נחזור אליכם|נחזור|מחר|נא לכתוב|לא נקרא|זמינ[ה]?|אקרא|מחליף|שבוע הבא",
    ),
    "fa": (
        "تعطیل|تعطیلی|مرخصی|بیمارستان|بستری|عمل جراحی|دوره آموزشی|آموزش|انبارگردانی|ماه عسل|دیگر .{0,30}نیستم|ترک کرده",
        "به محل کار|سر کار|پیگیر|تماس می|فردا|خوانده نمی|در دسترس|بنویسید|هفته آینده|جانشین",
    ),
    "hi": (
        "अवकाश|छुट्टी|अस्पताल|ऑपरेशन|प्रशिक्षण|सार्वजनिक|हड़ताल|अब .{0,20}नहीं",
        "काम पर|मेरा काम देख|संपर्क करेंगे|कल(?!\\p{L})|नहीं पढ़|उपलब्ध|लिखें|अगले सप्ताह|संभाल",
    ),
    "id": (
        "cuti|libur|hari raya|rumah sakit|dirawat|operasi|pelatihan|kursus|stok opname|bulan madu|tidak lagi|sudah keluar|mogok",
        "masuk kerja|ditangani|menangani|menghubungi anda|besok|tidak dibaca|tersedia|silakan (tulis|hubungi)|minggu depan|digantikan",
    ),
    "ms": (
        "bercuti|cuti (umum|tahunan|sakit)|hospital|pembedahan|kursus|latihan|stok|bulan madu|tidak lagi|telah berhenti",
        "bertugas|diambil alih|hubungi anda|esok|tidak dibaca|akan membaca|sila (tulis|hubungi)|minggu depan",
    ),
    "vi": (
        "nghỉ (vài|mấy|một|hai|ba)|xin nghỉ|ngày (nghỉ|lễ)|nằm viện|bệnh viện|phẫu thuật|tập huấn|khóa học|đào tạo|kiểm kê|trăng mật|không còn|đã nghỉ việc",
        "đi làm lại|làm lại|phụ trách|sẽ liên hệ|ngày mai|không (được )?đọc|có mặt|viết cho|tuần sau|thay tôi",
    ),
    "th": (
        "ลาพัก|ลาหยุด|วันหยุด|หยุดราชการ|โรงพยาบาล|ผ่าตัด|อบรม|สัมมนา|ตรวจนับ|ลาออก|ไม่ได้ทำงาน",
        "กลับมาทำงาน|ดูแลงาน|ติดต่อกลับ|พรุ่งนี้|ไม่ได้อ่าน|สัปดาห์หน้า|โปรดติดต่อ|ทำงานแทน",
    ),
    "sw": (
        "likizo|siku chache|sikukuu|hospitali|upasuaji|mafunzo|siko tena|nimeacha",
        "nitarudi kazini|kazini|anashughulikia|kesho|tutawasiliana|haisomwi|andika|wiki ijayo",
    ),
}  # fmt: skip

#: Subjects under which such mail goes out on its own: case-folded patterns, from the beginning of a word.
ABSENCE_SUBJECTS = (
    "(annual|maternity|parental|paternity|sick|study) leave|on (leave|holiday|vacation)|out (of|from) (the )?(office|town)|holiday (closure|closing|hours|notice)|(annual|christmas|summer|winter|easter|works|office|seasonal) (closure|shut ?down|closing|opening|hours|break|recess)|(we are|we're|office|shop|workshop) closed|closed (for|from|until|over)|(away|absence) (notice|message)|vacation (notice|message|responder)|unavailable|not (in|at) (the|my) (office|desk)|"
    "(betriebs|weihnachts|sommer|winter|werks)(ferien|urlaub|ruhe|pause|schließung)|urlaubs(meldung|info|zeit|vertretung)|(im|in) (urlaub|elternzeit|mutterschutz)|abwesen|nicht (im (büro|haus)|erreichbar)|öffnungszeiten (über|an|zu|zwischen)|geschlossen|"
    "fermeture (annuelle|estivale|exceptionnelle|de fin)|congés? (annuels?|d'été|de noël|maternité|parental)|en congés?|absen(ce|t)|bureaux? fermés?|(horaires|ouverture) de (noël|fin d'année)|"
    "cierre (por|de) (vacaciones|navidad|verano)|de vacaciones|cerrad[oa]s? por|ausen(te|cia)|baja (médica|maternal)|chiusura (estiva|natalizia|per ferie|invernale)|in ferie|assen(te|za)|chiuso per|"
    "encerra(do|mento) (para|de)|férias coletivas|de férias|fechado para|ausên|(kerst|zomer|winter|jaarlijkse )(vakantie|sluiting|stop)|met (vakantie|verlof)|gesloten|afwezig|"
    "przerwa (świąteczna|urlopowa|wakacyjna)|na urlopie|urlop|nieczynn|nieobecn|(celozávodní )?dovolen[áé]|zavřeno|nepřítom|(celozávodná )?dovolenka|zatvorené|neprítom|(jul|sommar|semester)(stängt|uppehåll|ledigt)|på semester|frånvar|"
    "(jule|sommer|ferie)(lukket|lukning|ferie|stengt)|på (ferie|barsel|orlov)|fravær|(joulu|kesä)(loma|tauko)|lomalla|poissa|suljettu|в отпуске|отпуск|отсутств|каникулы|не работаем|график работы|у відпустці|відпустк|відсутн|"
    "(nyári|téli|éves) (leállás|szünet|szabadság)|szabadság|távollét|zárva|(concediu|închis)|absenț|izinde|tatilde|yıllık izin|kapalıyız|σε άδεια|κλειστά|απουσ|atostog|atvaļin|puhkus|в отпуск|отсъств|godišnj|na dopustu|dopust|"
    "休業|休暇|不在|年末年始|休み|休假|放假|外出|不在|휴가|휴무|부재|연차|إجازة|عطلة|חופש|סגור|مرخصی|تعطیل|छुट्टी|अवकाश|cuti|libur|nghỉ (phép|lễ|tết)|วันหยุด|ลาพักร้อน"
)  # fmt: skip

#: ISO 639-1 code → what needs no second sign: until then no mail is read, an answer takes so long, a house has its holidays.
SURE_ABSENCE_WORDS: dict[str, str] = {
    "en": "(until|till) then .{0,30}(not|n't|no) .{0,20}(read|check|see|look|open)|(can|may|might) take (us |me )?(up to |as long as )?.{0,25}(days?|hours) (to|before|until|for) .{0,25}(reply|respond|answer|get back|hear)|here for you again|(surgery|practice|clinic|shop|office|studio) (takes|is taking|has) a break",
    "de": "bis dahin (lese|schaue|sehe|prüfe|bearbeite|beantworte) .{0,30}(keine|nicht)|kann .{0,40}(tage?|stunden|werktage|arbeitstage) dauern|macht (betriebs)?(ferien|urlaub|betriebsferien)|vertretung: |wieder für (sie|euch) da",
    "fr": "d'ici là .{0,20}ne (consulte|lis|lirai|relève|regarde)|(réponse|répondre|retour).{0,30}(peut|peuvent|pourra) prendre .{0,25}(jours?|heures)|(cabinet|boutique|magasin|atelier|bureau) (est|sera) en (vacances|congés?)",
    "es": "hasta entonces no (leeré|leo|consult|miro|mirar|revis)|(tardar|demorar) .{0,20}(días?|horas).{0,20}(respond|contest)|(respuesta|contestar|responder) .{0,20}(puede )?(tardar|demorar)|(cierra|cerramos|cerrará|cerraremos) por (vacaciones|descanso)",
    "it": "fino ad allora non (leggo|legger|consult|controll)|(risposta|rispondere|rispost[ae]).{0,30}(può|possono|potrebbe) richiedere .{0,25}(giorn|ore)|(potremmo|possiamo) impiegare .{0,25}(giorn|ore)|chius\\p{L} per ferie",
    "pt": "até lá não (consult|leio|lerei|vejo|verific)|(resposta|responder).{0,25}(pode|poderá) (demorar|levar) .{0,25}(dias?|horas)|podemos demorar .{0,25}(dias?|horas)|(fecha|fechamos|encerra|encerramos) para férias",
    "nl": "tot (die tijd|dan) (lees|bekijk|check|zie) ik .{0,20}(geen|niet)|(antwoord|reactie|beantwoorden).{0,25}kan .{0,25}(dagen|werkdagen|uur) duren|(praktijk|winkel|kantoor|zaak|atelier|werkplaats) (heeft|houdt) vakantie|staan we weer voor (u|je) klaar",
    "sv": "till dess (läser|ser|kollar) jag (inte|inga)|kan (det )?ta .{0,25}(dagar|arbetsdagar|timmar) (innan|att|tills)|semesterstäng",
    "da": "indtil da (læser|ser|tjekker) jeg (ikke|ingen)|kan (der )?gå .{0,25}(dage|hverdage|timer).{0,20}(før|svar)|kan tage .{0,25}(dage|hverdage|timer)|ferieluk",
    "no": "(inntil|frem til) da (leser|ser|sjekker) jeg (ikke|ingen)|kan (det )?ta .{0,25}(dager|virkedager|timer) (før|å)|feriesteng",
    "fi": "siihen (asti|saakka) en (lue|seuraa|katso)|(vastaaminen|vastaus).{0,25}(voi|saattaa) kestää",
    "pl": "do tego czasu nie (czytam|sprawdzam|odbieram)|odpowiedź .{0,25}(może|mogą) (zająć|potrwać)|(gabinet|sklep|biuro|firma|warsztat|pracownia) ma urlop|zapraszamy ponownie",
    "cs": "do té doby .{0,20}(nečtu|nekontroluj|nesleduj)|odpověď (může|nám může) (trvat|zabrat)|jsme tu pro vás (zase|opět)",
    "sk": "(dovtedy|do tej doby) .{0,20}(nečítam|nekontroluj|nesleduj)|odpoveď môže (trvať|zabrať)|sme tu pre vás (opäť|zas)",
    "hu": "addig nem (olvas|nézem|nézek|látom)|válasz .{0,30}(napot|munkanapot|órát) is igénybe",
    "ro": "până atunci nu (citesc|verific|consult|văd)|răspunsul poate dura|(este|suntem|sunt) în vacanță",
    "bg": "дотогава не (чета|проверявам|гледам)|отговорът може да отнеме",
    "hr": "do tada ne (čitam|provjeravam|gledam)|odgovor može potrajati|opet smo tu",
    "sl": "do takrat .{0,20}ne (berem|preverjam|gledam|spremljam)|odgovor lahko traja|spet smo tu",
    "el": "μέχρι τότε δεν (διαβάζω|ελέγχω|βλέπω)|απάντηση (μπορεί|ενδέχεται) να (πάρει|καθυστερήσει|διαρκέσει)",
    "tr": "o zamana kadar .{0,30}(bakmıyorum|okumuyorum|kontrol etmiyorum|bakamayacağım)|(yanıt|cevap)(ımız|lamamız)? .{0,25}(gün|saat)\\p{L}* (bulabilir|sürebilir)",
    "ru": "(до этого|до тех пор) .{0,20}не (читаю|проверяю|смотрю)|ответ может (занять|занимать)",
    "uk": "(до того часу|доти) .{0,20}не (читаю|перевіряю|дивлюся)|відповідь може (зайняти|тривати)",
    "lt": "iki tol .{0,20}(neskaitau|netikrinu)|atsakymas gali užtrukti",
    "lv": "līdz tam .{0,20}(nelasu|nepārbaudu)|atbilde var aizņemt",
    "et": "(seni|senikaua) .{0,20}ei (loe|vaata)|vastamine võib võtta",
    "ja": "それまで(は)?.{0,6}メール.{0,10}(確認|見|返信)(でき|いたし|し|ら)|(返信|お返事|ご返答|回答).{0,20}(営業日|日|時間)ほど(かかる|いただく|頂く)|休診",
    "zh": "在此之前.{0,6}(不|无法|無法).{0,6}(查看|看|读|讀)|回(复|覆)(可能)?需要.{0,10}(工作日|天|小时)",
    "ko": "그때까지.{0,10}메일.{0,10}(확인하지|못)|답변(에|까지).{0,15}(걸릴|소요)|휴진",
    "ar": "حتى ذلك الحين .{0,10}لا|قد يستغرق الرد",
    "he": "עד אז .{0,10}(לא|אינ)|המענה עשוי",
}  # fmt: skip
