"""Danish."""

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
            "ikke på kontoret|på ferie|holder ferie|har ferie|fraværende|er (bortrejst|ude af kontoret|ude af huset)|"
            "på barsel|på orlov|kontoret er lukket|"
            "(kontoret|butikken|værkstedet|vi) (er|holder|har) (lukket|ferielukket)|ferielukket|barselsorlov|"
            "forældreorlov|sygemeldt|tjenesterejse|fratrådt|arbejder ikke længere|holder fri|har fri|afspadserer"
        ),
        added=(
            "tilbage|til og med|frem til|indtil|haster|hastesager|kontakt|begrænset|svarer|besvarer|fra (og med|den)|"
            r"t\.?o\.?m|åbner|henvend|ring til|læser ikke|svare"
        ),
        maybe_away=(
            r"syg(?!\p{L})|begravelse|på (\p{L}*rejse|messe|messen|kursus|barsel\p{L}*)|deltid|lukket|stoppet|orlov|"
            "ikke (til stede|på arbejde|tilgængelig)|ferie|i udlandet|ikke længere ansat"
        ),
        answers=(
            "svarer|besvarer|kollega|vikar|næste arbejdsdag|læser (ikke )?(min|mine|mail|e-mail)|begrænset|"
            "hastesager|haster|mit fravær|fremover|henvend|når jeg er (tilbage|retur)"
        ),
        alone=(
            "(i|under|ved) mit fravær|begrænset adgang (til|på)|"
            "(adressen|postkassen|indbakken).{0,30}(ikke længere|bruges ikke)|svarer når jeg er (tilbage|retur)|"
            "indtil da (læser|ser|tjekker) jeg (ikke|ingen)|"
            "kan (der )?gå .{0,25}(dage|hverdage|timer).{0,20}(før|svar)|kan tage .{0,25}(dage|hverdage|timer)|"
            "ferieluk"
        ),
        everyday_away=(
            "et par (fri)?dage|fridage?|helligdag|klemmedag|(jule|påske|sommer|vinter|efterårs)(pause|ferie|lukket|lukning)|"
            "på (sygehus|hospital)|sygehus|hospital|indlagt|opere|operation|genoptræning|på (kursus|efteruddannelse|konference)|"
            "optælling|bryllupsrejse|ikke længere|fratråd|sabbat|karantæne|strejke|min sidste (arbejds)?dag|afspadser|"
            r"over (påsken|julen|weekenden|nytår)|flytter|renover\p{L}+|brækket|sengeliggende|på (messe|farten)|til (bryllup|messe)|"
            "(dårlig|ingen) dækning|(jeg )?er (væk|fri|ikke her|ude)|(om )?(mandagen|tirsdagen|onsdagen|torsdagen|fredagen) arbejder|"
            "arbejder (jeg )?ikke|sygemeld|vi holder pause|står ikke længere|uden dækning|"
            "på (fjeldet|ferie|rejse|messe|hospitalet|kursus|højskole|barsel|orlov|sommerhuset|vandet|ski|byggepladsen)|"
            r"i (sommerhus\p{L}*|udlandet|bjergene|norge|sverige)|udenlands|bortrejst|(blevet|blev) (far|mor|forældre)|"
            r"barn(et)? (er )?syg\p{L}*|"
            "(værkstedet|butikken|ovnen|kontoret|atelieret|maskinerne|holdet) (er|står|hviler|sover|tager|holder|har)|"
            "arbejder (kun|deltid|halv)|(far|mor|mand|kone|bror|søster) (er )?(død|gået bort|døde)|begravelse|ulykke|"
            "efter (en )?operation|på pension|gået på pension|(ingen|dårlig) (dækning|forbindelse)|uden (dækning|internet|net)|"
            "(er|ligger) syg"
        ),
        everyday_answers=(
            "på arbejde igen|tilbage på arbejde|passer mine|tager sig af|(mails?|e-mails?|posten) (bliver|læses)|(bliver )?ikke læst|"
            "læses ikke|vender tilbage|skriv til|kan træffes|overtager|i morgen|næste uge|uden (pc|computer)|læser|"
            r"vi (tales|høres|ses)|tales ved|svær(t)? at (nå|få fat)|\p{L}+ (hjælper|vikarierer|træder til|tager over)|"
            "(pakkerne|ordrer) (går|sendes)|i morgen tidlig|læser jeg (det|alt)|til (på )?(mandag|tirsdag|onsdag|torsdag|fredag)|"
            "(passer|tager sig af|overtager|har overtaget|dækker|vikarierer|tager over) ?(mine|mit|min|det|alt|for mig)?|"
            "i rækkefølge|en ad gangen|(læser|ser|åbner|tjekker) .{0,20}(mail|post|beskeder)|hvis det (haster|brænder|er akut)|"
            "haster det|(hjemme|tilbage|i gang|på plads) (igen|på|den|i|mandag|tirsdag|onsdag|torsdag|fredag|søndag)|"
            "igen (fra|den|på)|sendes (igen|fra)|(ses|høres) (igen|i|på|når)|fra (og med|mandag|den)"
        ),
        subjects=(
            "(jule|sommer|ferie)(lukket|lukning|ferie|stengt)|på (ferie|barsel|orlov)|fravær|"
            "(vi|butikken) (har |er )?(lukket|stengt)|på (rejse|reise)|tak for (din|jeres|dit) (besked|mail|henvendelse)|"
            r"(din|jeres) (besked|mail|henvendelse)\Z|vi har modtaget (din|jeres)|"
            r"(vi|jeg) (er|har|holder) (ferie|lukket|væk|på|fri|syg|bortrejst)\p{L}*|(bortrejst|syg)\p{L}*\Z|"
            "lukket (uge|til|fra|den|i|over|på)|(jule|påske|sommer|vinter|efterårs)(ferie|lukning|lukket|pause)|"
            "holder (ferie|lukket|pause|fri)|går på pension|"
            r"(butikken|værkstedet|kontoret|atelieret|klinikken|restauranten|firmaet|salonen)( \p{L}+)? (lukket|holder (ferie|"
            r"lukket))|ferieluk\p{L}*|åbner igen"
        ),
        trade=(
            r"(bestillinger|ordrer) (i|fra|via|som|sendes)|(tilbud og fakturaer|fakturaer|leverancer)(?!\p{L})|"
            "(sendes|leveres) (igen|fra|efter|som)"
        ),
        arranges=(
            r"(vi|jeg) (siger ja|takker ja|accepterer|godkender|tager den|bekræfter)|godkend\p{L}*|det er fint|ser (godt|fint) ud|"
            "lyder godt|passer (fint|os|mig|alle|godt)|(nøglen|nøglerne) (er|ligger|hænger|har)|"
            r"(mand|kone|kæreste|søn|datter|nabo|naboen|mor|far) (er hjemme|lukker (op|ind)|åbner|har nøgle\p{L}*)|hos naboen|"
            "når som helst|alle dage|udbetaling|betalt"
        ),
        urgent="haster|akut|travlt",
    ),
    notices=NoticeWords(
        automatic=(
            "automatisk besked; automatisk genereret; automatisk sendt; automatisk svar; automatisk mail; "
            "genereret automatisk; sendt automatisk; kan ikke besvares; kan ikke svares på; svar ikke på denne; "
            "svar venligst ikke; venligst ikke svar; besvar venligst ikke"
        ),
        receipt=(
            "din sag har fået nummer; din reklamation er registreret; vi har modtaget din; vi har modtaget dit; "
            "vi har modtaget jeres; vi har registreret; din henvendelse; din forespørgsel er; sagsnummer; er modtaget; "
            "er registreret; har fået nummer; har fået sagsnummer; din henvendelse er; din anmeldelse er; din reklamation er; "
            "din sag er; dit sagsnummer; oplys sagsnummer; er sendt videre til; ligger nu hos; du skal ikke gøre"
        ),
        courtesy=(
            "tak for din henvendelse; tak for henvendelsen; tak for din besked; tak for din mail; tak for din e-mail; "
            "tak fordi du kontakte; vi vender tilbage; vi besvarer; vi svarer dig; kontakter dig; vender tilbage til dig; "
            "inden for * hverdage; inden for * dage; inden * hverdage; en medarbejder; en tekniker"
        ),
        trade=(
            "tak for din ordre; tak for din bestilling; tak for dit køb; tak for din betaling; ordrebekræftelse; "
            "betalingsbekræftelse; bookingbekræftelse; din ordre * er; din ordre er; din bestilling * er; din bestilling er; "
            "din pakke; din forsendelse; spor din; sporingsnummer; track & trace-nummer; din faktura; "
            "vedhæftet finder du din faktura; vedlagt er din faktura; din betaling; din booking er; klar til afhentning; "
            "dine billetter; betalingen mislykkedes; din kontooversigt; dit kort; dit dankort; fra din konto; på din konto; "
            "din saldo; er brugt i; er brugt til"
        ),
        access=(
            "din bekræftelseskode; din engangskode; din sikkerhedskode; din kode er; din kode:; "
            "din verifikationskode; indtast koden; brug denne kode; brug koden; koden er gyldig; koden udløber; "
            "del ikke koden; nulstille din adgangskode; nulstil din adgangskode; nulstilling af; din adgangskode er; "
            "nyt login; ny login; bekræft din e-mail; hvis du ikke har anmodet; hvis du ikke har bedt"
        ),
        appointment=(
            "påmindelse om din; påmindelse: din; påmindelse: du har; påmindelse om tid; minder om; minde dig om; "
            "din tid; din aftale; aftalen er; aflyse eller flytte"
        ),
        survey=(
            "hvor tilfreds; hvordan var; din mening; bedøm; kundeundersøgelse; kort spørgeskema; "
            "tilfredshedsundersøgelse; skriv en anmeldelse; giv os en anmeldelse; vil du anbefale"
        ),
        held=(
            "i karantæne; karantænerapport; karantæneoversigt; spamrapport; spamoversigt; blokerede beskeder; "
            "blokerede e-mails; tilbageholdte beskeder"
        ),
        program=(
            "har inviteret dig; du er blevet inviteret; accepter invitation; backup fuldført; "
            "fornyes automatisk; udløber om * dage; ingen handling er nødvendig; ny enhed; mistet opkald; "
            "ubesvaret opkald; har accepteret invitationen; har afvist invitationen; følger dig; kommenterede; "
            "skridt i denne uge; din aktivitet; udfører vi vedligehold; tjenesten er ikke tilgængelig; "
            "din lagerplads; tildelt dig; ugeoversigt"
        ),
        sign=(
            "vil gerne tilbagekalde meddelelsen; ønsker at tilbagekalde meddelelsen; vil tilbagekalde; "
            "reagerede på din besked; har reageret på din besked"
        ),
        asks=(
            "ikke hjemme?; er du ikke hjemme?; genkender du ikke * ?; spørgsmål?; har du spørgsmål?; brug for hjælp?; "
            "har du brug for hjælp?; var det ikke dig?; hvor tilfreds * ?; hvordan var * ?; vil du anbefale * ?; glemt adgangskode?; "
            "var det ikke dig * ?; kender du * ?"
        ),
        formal=(
            "vi vil minde; vi vil takke; vi vil gerne vide; vi vil gerne høre; vi vil gerne minde; "
            "vi vil gerne takke; vi ønsker at minde; vi ønsker dig"
        ),
        first="jeg; mig; mit; mine; min ordre; min bestilling; min kode; min pakke; min faktura",
        wants=(
            "ville høre, om; ville høre om; ville gerne vide; vil gerne vide; vil gerne høre; ville gerne høre; "
            "ville spørge; vil spørge; vil lige høre; ville lige høre; tænkte på om; tænkte på, om; kan i sige; "
            "vi vil; vi skal bruge; vi ønsker; vi søger; vi bestilte; vi har bestilt; vi venter; vores ordre; "
            "vores bestilling; send os; kan i; kunne i; ikke kommet; ikke modtaget; ikke fået; virker ikke; "
            "beskadiget; i stykker; mangler; men; kan du sende; kan du hjælpe; et tilbud; pristilbud; venter stadig; "
            "intet svar endnu"
        ),
        echo="din besked; jeres besked; din henvendelse; du skrev; kopi af din",
    ),
    circulars=CircularWords(
        subjects=(
            "ny(e|t)? (priser|prisliste|åbningstider|adresse|telefonnummer)|pris(stigning|regulering|ændring)|"
            "ændrede (åbningstider|priser)|vi (er flyttet|flytter)|glædelig jul|god (jul|påske|sommer)|godt nytår|åbent hus|"
            "invitation|julehilsen|ferielukket"
            "|(jule|sommer|ferie|påske)(lukket|lukning|lukketider|åbningstider|lukker)|(vi holder |butikken |"
            "kontoret )?(holder )?lukket (for|i|den|mellem|på)|(ændrede|nye|vores) (åbningstider|priser|bankoplysninger|"
            "kontonummer|lokaler)|åbningstider|status(opgørelse|lukket)|prisændring|prisstigning|(vi flytter|vi er flyttet)|"
            "til (alle|samtlige) (kunder|medlemmer|beboere|forældre|lejere)|(information|meddelelse|orientering) (til|om)|"
            "tak for (besøget|jeres besøg|dit besøg|snakken)|(hyggeligt|dejligt) at (møde|se|hilse)|generalforsamling|"
            "referat (af|fra)|indkaldelse|åbent hus|invitation|(vand|strøm)(afbrydelse|lukning)|vejarbejde|(kursus|sæson|"
            "efterårs|forårs)(program|start|plan)|ny (kollektion|sæson)|arbejdsdag|(glædelig jul|godt nytår|god påske|"
            "god sommer)"
        ),
        readers=(
            r"medlem|læser|abonnent|nabo|\p{L}*beboer|forældre|kund(?!ze)|venner af|\p{L}{3,}venner|frivillig|sponsor|"
            r"deltager|udstiller|erhvervsdrivende|\p{L}*handlende|lejer|gæst|bruger|andelshaver|\p{L}*ejere|(elever|"
            "pensionister|sognebørn|patienter|rejsende|lyttere|besøgende|aktionærer|borgere|indbyggere|tilhængere|"
            "pårørende|interesserede|sejlere|hundeejere|grundejere|lodsejere|andelshavere|medlemmer)"
        ),
        everybody=(
            r"alle|venner|kolleg|partner|leverandør|\p{L}+(venner|elskere)|kære (jer|allesammen)|allesammen|"
            "hej (alle|allesammen|alle sammen|i)|alle sammen|alle mand|banden|kære i|holdet"
        ),
        opts_out=(
            "(hvis|såfremt) (du|i|de) ikke .{0,20}(ønsker|vil|længere).{0,50}|"
            "ønsker (du|i) ikke .{0,40}(mail|besked|kontakt|nyheds|høre)|(svar|skriv) .{0,6}(nej|stop)|"
            "(vil|ønsker) (du|i) ikke .{0,20}(mails?|nyhed|modtage|høre)|(frameld|afmeld) dig|færre mails|"
            "(fra|af) (vores|denne|min) (mail)?liste|du (får|modtager) denne mail"
        ),
        tells=(
            "(general|års|medlems|forældre|beboer)(forsamling|møde)|indkaldelse|dagsorden|"
            "(møde)?referat (fra|vedhæftet)|(ændrede|nye|vores) åbningstider|åbningstider (i|under|hen over)|(vores|"
            "nye|ny|nyt) (nye )?(katalog|prisliste|program|sæson|kollektion|skema|lokaler|hjemmeside|menukort)|"
            "(prisstigning|prisjustering|prisændring)|priserne (stiger|ændres|justeres)|vi (flytter|er flyttet)|"
            r"(besøg|mød|find) os|vores stand(?!\p{L})|åbent hus|åbne (haver|værksteder)|(loppemarked|lotteri|bazar|"
            "julemarked|arbejdsdag|grillaften|koncert i|julefrokost|fastelavn|sankthans|fællesspisning)|"
            "(holdene|kurserne|sæsonstart|træningen|øveaften) ?(starter|begynder|er|aflyses)|"
            r"nye (hold|kurser|datoer)|(tilmelding|tilmeld (dig|jer)|tilmeldingsfrist|s\.u\.)|"
            "(enkelte|sidste|begrænset antal|få) .{0,10}pladser|kontingent|"
            "(vi )?(søger|mangler|har brug for) .{0,12}(frivillige|hjælpere|hænder)|"
            "(vandet|strømmen|varmen|elevatoren) (lukkes|bliver|afbrydes|er lukket)|"
            "(vejarbejde|vandafbrydelse|gravearbejde)|(spred|send|del) (gerne |det )?(videre|budskabet)|"
            "(du|i) behøver ikke (at )?svare|"
            "(vi )?(håber|glæder os|ser frem) .{0,20}(at )?(se|møde|til|mange|jer|alle)|velkommen (til|alle)|"
            "(vi vil|vi ønsker at|hermed) (informere|minde|orientere|takke|oplyse)|(glade|stolte) (for|over)|"
            "til orientering|påmindelse|(sæt|notér|reserver) (kryds|datoen|dagen)|"
            "kommende (arrangementer|aktiviteter|datoer)|"
            "tak (til alle|alle som|for (støtten|indsatsen|tilliten|opbakningen))|"
            "(glædelig jul|godt nytår|god (påske|sommer))|(vi|butikken|kontoret) (har|holder) (ferie)?lukket|"
            "kaffe og|mødested|som (hvert|alle) år|vedhæftet (er|følger|referat|indkaldelse|program|invitation)"
        ),
    ),
    asks_leave=(
        "(vil|skal) (i|du|vi) (møde|se|høre|vide|prøve|teste|mødes|tage)|nysgerrig|"
        "(skal|må|kan) (jeg|vi) .{0,40}(sende|vise|ringe|maile|smutte|kigge|komme|fortælle|booke)|"
        "(er|var|kunne) det (noget|interessant)|interesseret|"
        "hvor mange .{0,30}(har (i|du) brug|skal (i|du) bruge)|har (i|du) .{0,10}(interesse|lyst)"
    ),
    requests=(
        "i stedet for|siden (i går|i dag|i morges|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)|melder om|"
        "træk fra|som aftalt|(vil|skulle|skal bruge|behøv|søg|ønsk|bestil|vent|køb|opsig|afbestil|reklam|klag|"
        "leder efter|mangl|interesser)|på forhånd|venligst (send|bekræft)|kan (i|du|vi|jeg|nogen)|kunne|tilbud|"
        "pris|tid til|refund|tilbagebetal|bytte|ødelagt|gået i stykker|skad|virker ikke|fungerer ikke|"
        "ikke (kommet|fået|tilfreds)|fejl|haster|ansøg|job|cv|hvornår|hvor (meget|lang|mange)|send|"
        "ring (til )?(mig|os)|problem|stadig|desværre|hører fra"
    ),
    needs="har brug for|søger|tilbud|koster|pris",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personer|gæster|voksne|børn|elever|deltagere|pers\b)|vi (bliver|er) (cirka |ca\.? |"
        r"omkring )?\d{1,3}(?! (år|km))|hos jer"
    ),
    announces=(
        r"ny opgave ?(:|i(?!\p{L})|nær)|"
        r"opkald fra|har ringt|ring tilbage til|"
        r"ny(t|e)? (\p{L}+ ){0,2}(besked|forespørgsel|henvendelse|spørgsmål|svar|lead) (fra|om|til|på|via)(?! dig|"
        r" deg| jer(?!\p{L})| dere)|"
        r"ny(t|e)? (\p{L}+ )?(forespørgsel|henvendelse|lead|kundehenvendelse|tilbudsforespørgsel)|har (sendt|"
        r"skrevet|stillet|efterladt) (dig |jer |en |et )?(\p{L}+ )?(besked|spørgsmål|forespørgsel|til dig|"
        "til jer)|har sendt (dig|jer) en besked|(besked|spørgsmål|forespørgsel|henvendelse) fra (?!din|jeres|os)|"
        "er interesseret i|(søger|leder efter) (en|et)|ønsker (et tilbud|tilbud)|har udfyldt"
    ),
    voice=VoiceWords(
        common="og at det er for på med af til en et ikke har kan vi som hos",
        your="din dit dine dig jeres",
    ),
    sender_functions="kundeservice kundecenter postkasse",
    letters=LetterWords(
        greetings=r"hej\b|god (?:dag|morgen)|kære",
        closings=r"(?:med )?(?:venlig\w*|bedste|mange|kærlig\w*) h[äi]ls\w+|h[äi]ls\w+|mvh|vh",
        currencies="kr kroner",
        orders="bestilling",
    ),
)
