"""Norwegian."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "ikke på kontoret|på ferie|har ferie|fraværende|er (bortreist|borte|ute av kontoret)|utenfor kontoret|"
            "i permisjon|kontoret er stengt|(kontoret|butikken|verkstedet|vi) (er|holder|har) stengt|ferielukket|"
            "foreldrepermisjon|svangerskapspermisjon|sykemeldt|tjenestereise|sluttet i|jobber ikke lenger|"
            "arbeider ikke lenger|avspaserer|har fri"
        ),
        added=(
            "tilbake|til og med|frem til|fram til|hastesaker|haster|kontakt|begrenset|svarer|fra (og med|den)|"
            r"t\.?o\.?m|ta kontakt|henvend|åpner|svare|ring|leser ikke"
        ),
        maybe_away=(
            r"syk(?!\p{L})|begravelse|på (\p{L}*reise|messe|messen|kurs)|deltid|stengt|sluttet|permisjon|"
            "ikke (til stede|på jobb|tilgjengelig)|ute av kontoret|ferie|avspasering|utenlands"
        ),
        answers=(
            "svarer|kollega|vikar|heretter|neste arbeidsdag|leser (ikke )?(min|mine|e-post)|begrenset|hastesaker|"
            "haster|mitt fravær|ta kontakt med|henvend"
        ),
        alone=(
            "(i|under|ved) mitt fravær|begrenset tilgang (til|på)|"
            "(adressen|postkassen|innboksen).{0,30}(ikke lenger|brukes ikke)|svarer når jeg er tilbake|"
            "(inntil|frem til) da (leser|ser|sjekker) jeg (ikke|ingen)|"
            "kan (det )?ta .{0,25}(dager|virkedager|timer) (før|å)|feriesteng"
        ),
        everyday_away=(
            "noen dager (fri)?|fridag|rød dag|helligdag|inneklemt|(jule|påske|sommer|vinter|høst)(ferie|pause|stengt)|på sykehus|"
            "sykehus|innlagt|operer|operasjon|rehab|på (kurs|opplæring|konferanse)|varetelling|bryllupsreise|sluttet|sabbat|"
            "studieperm|karantene|streik|min siste (arbeids)?dag|avspaser|over (påske|jul|helgen|nyttår)|flytter|pusser opp|brukket|"
            "sengeliggende|på (messe|bryllup|farten|hytta|fjellet)|(dårlig|uten|ingen) dekning|(jeg )?er (borte|fri|ikke her|ute)|"
            "(på )?(mandager|tirsdager|onsdager|torsdager|fredager) (jobber|arbeider)|jobber (jeg )?ikke|sykmeld|vi hviler|"
            "har ikke lenger ansvar|uten dekning|"
            r"på (fjellet|hytta|hytte|ferie|reise|messe|sykehus\p{L}*|kurs|permisjon|sjøen|tur|ski|byggeplassen)|"
            "i (utlandet|syden|fjellet|permisjon)|utenlands|bortreist|(blitt|ble) (far|mor|pappa|mamma|foreldre)|"
            "(sykt barn|barnet er sykt)|"
            "(verkstedet|butikken|ovnen|kontoret|atelieret|maskinene|gjengen) (er|står|hviler|sover|tar|holder|har)|"
            "jobber (bare|kun|deltid|halv)|(far|mor|mann|kone|bror|søster) (er )?(død|gått bort|døde)|begravelse|ulykke|"
            "etter (en )?operasjon|gått av med pensjon|pensjonert|(ingen|dårlig) (dekning|forbindelse)|uten (dekning|internett|nett)|"
            "sykmeldt|(er|ligger) syk"
        ),
        everyday_answers=(
            "på jobb igjen|i arbeid igjen|følger opp|e-post(en)? (blir|leses)|(blir )?ikke lest|leses ikke|vi tar (det|kontakt)|"
            "skriv til|tilgjengelig igjen|tar seg av|tar over|i morgen|neste uke|uten pc|leser|vi (snakkes|høres|ses)|snakkes|"
            r"vanskelig å (nå|få tak i)|\p{L}+ (hjelper|vikarierer|trår til|tar over)|(pakkene|bestillinger) (går|sendes)|"
            "i morgen tidlig|leser jeg alt|(til|innen) (mandag|tirsdag|onsdag|torsdag|fredag)|"
            "(passer|tar seg av|overtar|har overtatt|dekker|vikarierer|tar over) ?(mine|mitt|min|det|alt|for meg)?|"
            r"(har|tar) vakt\p{L}*|i tur og orden|i rekkefølge|en etter en|"
            "(leser|ser|åpner|sjekker) .{0,20}(mail|post|e-post|meldinger)|hvis det (haster|brenner|er akutt)|haster det|"
            "(hjemme|tilbake|i gang|på plass) (igjen|på|den|i|mandag|tirsdag|onsdag|torsdag|fredag|søndag)|igjen (fra|den|på)|"
            "sendes (igjen|fra)|(ses|høres|snakkes) (igjen|i|på|når)|fra (og med|mandag|den)"
        ),
        subjects=(
            "(jule|sommer|ferie)(lukket|lukning|ferie|stengt)|på (ferie|barsel|orlov)|fravær|"
            "(vi|butikken) (har |er )?(lukket|stengt)|på (rejse|reise)|takk for (din|deres|meldingen|henvendelsen|e-posten)|"
            r"(din|deres) (melding|e-post|henvendelse)\Z|vi har mottatt (din|deres)|"
            r"(vi|jeg) (er|har|holder|tar) (ferie|stengt|borte|på|fri|syk|bortreist)\p{L}*|(bortreist|syk|permisjon)\p{L}*\Z|"
            "stengt (uke|til|fra|den|i|over|på)|(jule|påske|sommer|vinter|høst)(ferie|stengt|pause)|"
            r"(butikken|verkstedet|kontoret|atelieret|klinikken|restauranten|firmaet|salongen)( \p{L}+)? (stengt|holder (ferie|"
            r"stengt))|feriesteng\p{L}*|åpner igjen"
        ),
        trade=(
            r"(bestillinger|ordrer) (i|fra|via|som|sendes)|(tilbud og fakturaer|fakturaer|leveranser)(?!\p{L})|"
            "(sendes|leveres) (igjen|fra|etter|som)"
        ),
        arranges=(
            r"(vi|jeg) (sier ja|takker ja|aksepterer|godtar|godkjenner|tar den|bekrefter)|godkjen\p{L}*|det er (fint|greit)|"
            "ser (bra|fint) ut|høres bra ut|passer (fint|oss|meg|alle|bra)|(nøkkelen|nøklene) (er|ligger|henger|har)|"
            "(mann|kone|mannen min|kona|samboer|sønn|datter|nabo|naboen|mor|far) (er hjemme|låser opp|slipper inn|åpner|"
            r"har nøkkel\p{L}*)|hos naboen|når som helst|forskudd|betalt"
        ),
        urgent="haster|akutt|hastesak",
    ),
    notices=NoticeWords(
        automatic=(
            "automatisk melding; automatisk generert; automatisk sendt; automatisk svar; automatisk e-post; "
            "generert automatisk; sendt automatisk; kan ikke besvares; ikke svar på denne; vennligst ikke svar; "
            "svar ikke på"
        ),
        receipt=(
            "saken din har fått nummer; reklamasjonen din er registrert; vi har mottatt din; vi har mottatt ditt; "
            "vi har mottatt deres; vi har fått din; vi har registrert; din henvendelse; din forespørsel er; saksnummer; er mottatt; "
            "er registrert; har fått nummer; har fått saksnummer; din henvendelse er; henvendelsen din er; saken din er; din sak er; "
            "reklamasjonen din er; ditt saksnummer; saksnummeret ditt; oppgi saksnummer; er sendt videre til; ligger nå hos; "
            "du trenger ikke gjøre"
        ),
        courtesy=(
            "takk for din henvendelse; takk for henvendelsen; takk for meldingen; takk for din e-post; takk for at du kontakte; "
            "vi kommer tilbake til; vi svarer deg; vi vil svare; kontakter deg; kommer tilbake til deg; innen * virkedager; "
            "innen * dager; en saksbehandler; en tekniker; vi kommer tilbake"
        ),
        trade=(
            "takk for din bestilling; takk for bestillingen; takk for din ordre; takk for kjøpet; takk for handelen; "
            "ordrebekreftelse; betalingsbekreftelse; bestillingsbekreftelse; din bestilling * er; din ordre * er; bestillingen din; "
            "ordren din; pakken din; din pakke; din sending; spor pakken; sporingsnummer; din faktura; fakturaen din; "
            "vedlagt følger faktura; din betaling; betalingen din; reservasjonen din; klar til henting; klar for henting; "
            "billettene dine; betalingen feilet; kontoutskrift; ditt kort; kortet ditt; fra kontoen din; på kontoen din; din saldo; "
            "saldoen din"
        ),
        access=(
            "din bekreftelseskode; din verifiseringskode; din engangskode; engangskoden din; din sikkerhetskode; "
            "koden din; din kode er; din kode:; skriv inn koden; bruk denne koden; bruk koden; koden er gyldig; "
            "koden utløper; ikke del koden; tilbakestille passordet; tilbakestill passordet; "
            "tilbakestilling av passord; passordet ditt; ny pålogging; bekreft e-post; hvis du ikke ba om; "
            "hvis du ikke har bedt"
        ),
        appointment=(
            "påminnelse om time; påminnelse om din; påminnelse: du har; påminner om; minner om; minne deg på; "
            "din time; timen din; timeavtale; avtalen din; avbestille eller"
        ),
        survey=(
            "hvor fornøyd; hvordan var; din mening; vurder; kundeundersøkelse; kort undersøkelse; "
            "spørreundersøkelse; legg igjen en anmeldelse; vil du anbefale"
        ),
        held=(
            "i karantene; karantenerapport; karanteneoversikt; spamrapport; søppelpostrapport; blokkerte meldinger; "
            "blokkerte e-poster; tilbakeholdte meldinger"
        ),
        program=(
            "har invitert deg; du er invitert; godta invitasjonen; sikkerhetskopiering fullført; "
            "fornyes automatisk; utløper om * dager; ingen handling er nødvendig; ny enhet; tapt anrop; "
            "ubesvart anrop; tapte anrop; har godtatt invitasjonen; har avslått invitasjonen; følger deg; "
            "kommenterte; skritt denne uken; aktiviteten din; utfører vi vedlikehold; tjenesten vil ikke; "
            "tildelt deg; ukesoppsummering"
        ),
        sign=(
            "vil tilbakekalle meldingen; ønsker å tilbakekalle meldingen; ønsker å trekke tilbake meldingen; "
            "reagerte på meldingen din; har reagert på meldingen din"
        ),
        asks=(
            "ikke hjemme?; er du ikke hjemme?; kjenner du ikke igjen * ?; spørsmål?; har du spørsmål?; trenger du hjelp?; "
            "var det ikke deg?; hvor fornøyd * ?; hvordan var * ?; vil du anbefale * ?; glemt passord?; glemt passordet?; "
            "var det ikke deg * ?; kjenner du igjen * ?"
        ),
        formal=(
            "vi vil minne; vi vil takke; vi vil gjerne vite; vi vil gjerne høre; vi ønsker å minne; "
            "vi ønsker å høre; vi ønsker å takke; vi ønsker deg"
        ),
        first="jeg; meg; mitt; mine; min ordre; min bestilling; min kode; min pakke; min faktura",
        wants=(
            "ville høre om; ville høre, om; vil gjerne vite; ville gjerne vite; ville vite; ville spørre; vil spørre; "
            "ville bare spørre; lurer på; lurte på; kan dere si; "
            "vi vil; vi trenger; vi ønsker; vi søker; vi bestilte; vi har bestilt; vi venter; vår bestilling; "
            "bestillingen vår; send oss; kan dere; kunne dere; ikke kommet; ikke mottatt; ikke fått; virker ikke; "
            "skadet; ødelagt; mangler; men; kan du sende; kan du hjelpe; kan dere sende; pristilbud; et tilbud; "
            "venter fortsatt; venter fremdeles; venter ennå; ikke fått svar"
        ),
        echo="din melding; meldingen din; din henvendelse; du skrev; kopi av din",
    ),
    circulars=CircularWords(
        subjects=(
            "ny(e|tt)? (priser|prisliste|åpningstider|adresse|telefonnummer)|pris(økning|justering|endring)|"
            "endrede (åpningstider|priser)|vi (har flyttet|flytter)|god (jul|påske|sommer)|godt nytt|åpen dag|åpent hus|"
            "invitasjon|julehilsen"
            "|(jule|sommer|ferie|påske)(stengt|åpningstider|lukket|stenging)|(vi holder |butikken |"
            "kontoret )?(holder )?stengt (for|i|den|mellom|på)|(endrede|nye|våre) (åpningstider|priser|bankopplysninger|"
            "kontonummer|lokaler)|åpningstider|varetelling|prisendring|prisøkning|(vi flytter|vi har flyttet)|til (alle|"
            "samtlige) (kunder|medlemmer|beboere|foreldre|leietakere)|(informasjon|melding|orientering) (til|om)|"
            "takk for (besøket|praten)|(hyggelig|fint|kjekt) å (møte|se|treffe)|(års|general|medlems)(møte|forsamling)|"
            "referat (fra|av)|innkalling|åpen (dag|gård|kveld)|åpent hus|invitasjon|(vann|strøm)(avstenging|stans|brudd)|"
            "veiarbeid|(kurs|sesong|høst|vår)(program|start|plan)|ny (kolleksjon|sesong)|dugnad|(god jul|godt nytt år|"
            "god påske|god sommer)"
        ),
        readers=(
            r"medlem|leser|abonnent|nabo|\p{L}*beboer|foreldre|foresatte|kund(?!ze)|venner av|\p{L}{3,}venner|frivillig|"
            r"sponsor|deltaker|utstiller|næringsdrivende|gjest|bruker|\p{L}*eiere|leietaker|(elever|pensjonister|"
            "pasienter|reisende|lyttere|besøkende|aksjonærer|bygdefolk|innbyggere|supportere|pårørende|interesserte|"
            "turfolk|båteiere|hundeeiere|andelseiere|sameiere|seksjonseiere|medlemmer|foresatte)"
        ),
        everybody=(
            r"alle|venner|kolleg|partner|leverandør|\p{L}+(venner|elskere)|kjære (dere|alle)|alle sammen|vinir|allir|"
            "hei (alle|alle sammen|dere)|allesammen|alle mann|gjengen|kjære dere|laget"
        ),
        opts_out=(
            "(hvis|om|dersom) (du|dere) ikke .{0,20}(ønsker|vil|lenger).{0,50}|"
            "ønsker (du|dere) ikke .{0,40}(mail|e-?post|kontakt|nyhets|høre)|(svar|skriv) .{0,6}(nei|stopp)|"
            "(vil|ønsker) (du|dere) ikke .{0,20}(e-?post|nyhet|motta|høre)|meld deg av|avslutt abonnement|"
            "færre e-?poster|(fra|av) (vår|denne|min) (e-?post)?liste|du (får|mottar) denne e-?posten"
        ),
        tells=(
            "(års|medlems|foreldre|general|sameie|allmanna)møte|generalforsamling|innkalling|saksliste|dagsorden|"
            "(møte)?referat (fra|vedlagt)|(endrede|nye|våre) åpningstider|åpningstider (i|under|gjennom)|"
            "(vår|våre|nye|ny) (nye )?(katalog|prisliste|program|sesong|kolleksjon|timeplan|lokaler|nettside|meny)|"
            "(prisøkning|prisjustering|prisendring)|prisene (øker|endres|justeres)|vi (flytter|har flyttet)|"
            r"(besøk|møt|finn) oss|vår stand(?!\p{L})|åpent hus|åpen (dag|hage)|"
            r"(loppemarked|lotteri|basar|julemarked|dugnad|grillfest|konsert i|julebord|17\. mai|sankthans)|"
            "(kursene|kursstart|treningen|øvelsene|korøvelse) ?(starter|begynner|er|avlyses)|nye (kurs|datoer)|"
            "(påmelding|meld (deg|dere) på|påmeldingsfrist|svarfrist)|"
            "(noen få|siste|begrenset antall|få) .{0,10}plasser|(medlems|års)kontingent|kontingent|"
            "(vi )?(søker|trenger) .{0,12}(frivillige|hjelpende|flere hender)|"
            "(vannet|strømmen|varmen|heisen) (stenges|blir|er stengt|slås)|(veiarbeid|vannavstenging|gravearbeid)|"
            "(spre|send|del) (gjerne |det )?(videre|ordet|budskapet)|(du|dere) trenger ikke (å )?svare|"
            "(vi )?(håper|gleder oss|ser frem) .{0,20}(å )?(se|treffe|møte|til|mange|dere|alle)|velkommen (til|alle)|"
            "(vi vil|vi ønsker å|herved) (informere|minne|opplyse|takke)|(glade|stolte) (for|over)|til orientering|"
            "påminnelse|(sett av|noter) (datoen|dagen|i kalenderen)|kommende (arrangement|aktiviteter|datoer)|"
            "takk (til alle|alle som|for (støtten|innsatsen|tilliten))|(god jul|godt nytt år|god (påske|sommer))|"
            "(vi|butikken|kontoret) (har|holder|er) stengt|kaffe og|oppmøte (ved|kl|utenfor)|som (hvert|alle) år|"
            "vedlagt (ligger|følger|referat|innkalling|program|invitasjon)"
        ),
    ),
    asks_leave=(
        "(vil|skal) (dere|du|vi) (møte|se|høre|vite|prøve|teste|møtes|ta)|nysgjerrig|"
        "(skal|må|kan|får) (jeg|vi) .{0,40}(sende|vise|ringe|maile|stikke|komme|fortelle|booke)|"
        "(er|kunne|hadde) dette? .{0,20}(noe|interessant)|interessert|hvor mange .{0,30}(trenger|behøver)|"
        "har (dere|du) .{0,10}(interesse|lyst)"
    ),
    requests=(
        "i stedet for|istedenfor|siden (i går|i dag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)|"
        "står igjen|sitter fast|som avtalt|(vil|skulle|treng|behøv|søk|ønsk|bestill|vent|kjøp|sier opp|avbestill|"
        "reklam|klag|lurer|ser etter|interesser)|på forhånd|vennligst (send|bekreft)|kan (dere|du|vi|jeg|noen)|"
        "kunne|tilbud|pris|time|refund|tilbakebetal|bytte|ødelagt|skad|virker ikke|fungerer ikke|"
        "ikke (kommet|fått|fornøyd)|mangl|feil|haster|søknad|jobb|cv|når|hvor (mye|lang|mange)|send|"
        "ring (meg|oss)|problem|fortsatt|dessverre|hører fra"
    ),
    needs="trenger|søker|tilbud|koster|pris",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personer|gjester|voksne|barn|elever|deltakere|stykker|pers\b)|vi (blir|er) (cirka |"
        r"ca\.? |rundt )?\d{1,3}(?! (år|km))|hos dere"
    ),
    announces=(
        r"ny(tt|e)? (jobb|oppdrag) ?(:|i(?!\p{L})|på(?!\p{L})|nær)|"
        r"ny(tt|e)? (\p{L}+ ){0,2}(melding|forespørsel|henvendelse|spørsmål|svar|lead) (fra|om|til|på|via)(?! dig|"
        r" deg| jer(?!\p{L})| dere)|"
        r"ny(tt|e)? (\p{L}+ )?(forespørsel|henvendelse|lead|kundehenvendelse|tilbudsforespørsel)|har (sendt|"
        r"skrevet|stilt|lagt igjen) (deg |dere |en |et )?(\p{L}+ )?(melding|spørsmål|forespørsel|til deg|"
        "til dere)|har sendt (deg|dere) en melding|"
        "(melding|spørsmål|forespørsel|henvendelse) fra (?!din|deres|oss)|er interessert i|"
        "(søker|leter etter|ser etter) (en|et)|ønsker (et tilbud|tilbud)|har fylt ut"
    ),
    voice=VoiceWords(
        common="og at det er for på med av til en et ikke har kan vi som hos",
        your="din ditt dine deg deres",
    ),
    sender_functions="kundeservice postkasse varsling",
    letters=LetterWords(
        greetings=r"hei\b|heisann|god (?:dag|morgen)|kjære",
        closings=r"(?:med )?(?:vennlig\w*|beste|mange) h[äi]ls\w+|h[äi]ls\w+|mvh|vh",
        currencies="kr kroner",
        orders="bestilling",
    ),
)
