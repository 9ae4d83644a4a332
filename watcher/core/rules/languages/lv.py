"""Latvian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="atvaļinājumā|esmu prom|neesmu birojā|ārpus biroja|komandējumā|birojs (ir )?slēgts|dekrēta|nestrādāju",
        added=r"līdz|no \d|atgriez|atbild|steidzam|sazinieties|rakstiet",
        maybe_away=(
            "slim(oju|a|s)|bēr(es|ēs)|komandējum|slēgts|slēgt|vairs nestrād|prombūtn|izstādē|atvaļin|neesmu|"
            "bērna kopšan"
        ),
        answers=(
            "aizvieto|aizstāj|kolēģ|ierobežot|atbildēšu|atbildēsim|steidzam|nākamajā darba dienā|atgriezīšos|"
            "sazinieties"
        ),
        alone=(
            "manas prombūtnes laikā|mani aizvieto|mani aizstāj|līdz tam .{0,20}(nelasu|nepārbaudu)|atbilde var aizņemt"
        ),
        everyday_away=(
            "gripa|kāz|bēr(es|ēs)|pensij|pārņēma|manu vietu|atpūš|"
            "brīvdien|dažas dienas|svētku dien|svētki|pārtrauk|slēgt|slimnīc|operācij|kursos|mācībās|seminārā|inventarizācij|"
            "vairs neesmu|aizgāj|streik|esmu prom|manis nav|(pirmdienās|otrdienās|trešdienās|ceturtdienās|piektdienās) ne|"
            r"nestrādāj(u|am)|atpūšamies|vairs neatbild|(slimības lap|bērna kopšanas|paternitātes|dekrēt)\p{L}*|"
            "(slimnīcā|ārzemēs|kalnos|jūrā|izstādē|mācībās|komandējumā|objektā|ceļojumā|bērēs|pensijā)|pie jūras|"
            "(darbnīca|veikals|krāsns|birojs|komanda) (atpūšas|ir|stāv|nestrādā)|bez (sakariem|interneta)|slimoju"
        ),
        everyday_answers=(
            r"darbā atgriežos|atgriežos|risina|pasts netiek|netiek lasīt|sazināsi|pieejam|rakstiet|rīt(?!\p{L})|"
            "bez (datora|piekļuves)|izlasīšu|pārņem|nākamnedēļ|(palīdzēs|palīdz)|mani aizvieto|(sūtījumi|pasūtījumi) (dosies|tiks)|"
            "rīt no rīta|līdz (pirmdienai|otrdienai|trešdienai|ceturtdienai|piektdienai)|"
            "(aizvieto|aizstāj|pārņēma|rūpējas|kārto|atbild par) |pēc kārtas|rindas kārtībā|pakāpeniski|"
            r"(lasu|skatos|pārbaudu) .{0,15}(past|vēstul)\p{L}*|ja steidzami|steidzam\p{L}*|(atgriezīšos|atgriežos|atgriezīsimies)|"
            "atkal|no (pirmdienas|otrdienas|trešdienas|ceturtdienas|piektdienas)"
        ),
        subjects=(
            r"atvaļin|(esam|esmu) (atvaļin|slēgt|prom|slimīb)\p{L}*|nestrādājam|slēgts|paldies par (jūsu )?(ziņu|vēstuli|e-pastu)|"
            r"(jūsu|tava) (ziņa|vēstule)\Z|saņēmām jūsu"
        ),
        trade=r"pasūtījumi (no|tiks|nosūt)|(piedāvājumi|rēķini)(?!\p{L})",
        arranges=r"piekrīt(u|am)|apstiprin(u|ām)|der (mums|man)|atslēg(a|as) .{0,8}kaimiņ\p{L}*|priekšapmaks\p{L}*",
        urgent="steidzami|steidzams|deg",
    ),
    circulars=CircularWords(
        subjects=(
            "jaun(ās|as|s|ais) (cen|adres|darba laik)|cenu (izmaiņ|maiņ|paaugst)|darba laik|pārcēl|priecīgus|laimīgu jauno|"
            "atvērto durvju|ielūgums"
            r"|(darba laik|darba laika)\p{L}*|(slēgts|slēgti|būsim slēgti|inventarizācija)|(jaunas|jauns|jaunā|"
            r"izmaiņas) (cena|cenrād|adres|kont|darba)\p{L}*|cenu (izmaiņ|pieaug|maiņ)\p{L}*|(pārceļamies|esam pārcēlušies)|"
            r"visiem (klient|biedr|iedzīvot|vecāk)\p{L}*|(paziņojums|informācija) (visiem|klient|biedr)\p{L}*|"
            r"paldies par (apmeklējum|viesošan)\p{L}*|(kopsapulce|sapulce)|protokols|(ielūgums|aicinām)|atvērto durvju|(ūdens|"
            r"elektrības) (atslēg|padeves)\p{L}*|(priecīgus|laimīgu) \p{L}+|talka(?!\p{L})"
        ),
        readers=(
            "biedr|lasītāj|abonent|kaimiņ|iedzīvotāj|vecāki|klient|brīvprātīg|sponsor|dalībniek|uzņēmēj|īrniek|viesi|"
            "lietotāj|skolēn|student|absolvent|pensionār|draudzes|pacient|pasažier|klausītāj|skatītāj|akcionār|"
            "apmeklētāj|atbalstītāj|līdzjutēj|interesent|vecāk"
        ),
        everybody="visi|visiem|draugi|kolēģ|partner|dāmas un kungi|mīļie|komanda",
        opts_out="ja (vairs )?nevēlaties|nevēlaties .{0,30}saņemt|atteikties no|atrakstieties",
        tells=(
            "(kopsapulce|pilnsapulce|gada sapulce|vecāku sapulce)|darba kārtība|protokol|"
            "(jaunais|mainīts|svētku) darba laik|darba laiks|"
            "(jaunais|jauns|jaunā|mūsu) (katalog|cenrād|program|sezon|kolekcij|adres)|cenu (paaugst|izmaiņ|maiņ)|"
            "(pārceļamies|esam pārcēlušies)|(apmeklējiet|tiekamies|meklējiet) mūs|stend|atvērto durvju|"
            "(tirdziņ|koncert|svētki|talka|loterija|darbnīc)|(kursi|mēģinājumi|treniņi|nodarbības) (sāk|notiek)|"
            "pieteikšanās|(piesakieties|reģistrējieties)|vietu skaits|biedra naud|meklējam brīvprātīg|"
            r"(ūdens|elektr)\p{L}* (padeve|atslēg)|(padodiet|pārsūtiet|dalieties)|atbildēt nav|"
            "(gaidīsim|ceram|priecāsimies) .{0,10}(jūs|tikties|visus)|(informējam|atgādinām|paziņojam)|"
            "(ar prieku|esam priecīgi)|paldies (visiem|par)|(priecīgus|gaišus) (svētk|ziemassv|lieldien)|"
            "(nestrādāsim|būsim slēgti)|kā katru gadu|pielikumā"
        ),
    ),
    asks_leave=(
        "(vai )?(varu|drīkstu|varētu) .{0,40}(nosūtīt|atsūtīt|parādīt|piezvanīt|iepazīstināt)|"
        "vai .{0,20}interesē|cik .{0,30}vajadzīg"
    ),
    requests=(
        "(vēl[oaē]|vajag|vajadz|meklē|lūdz|pasūt|gaid|pirkt|pērk|lauzt|atcel|reklam|sūdz|interes|grib)|lūdzu|"
        "va(rat|rētu|i )|piedāvājum|cen[au]|laik[su]|atmaks|apmain|salūz|saplīs|bojāt|"
        "ne(strād|saņ|piegād|atnāk|aizver)|trūk|nepareiz|steidzam|cv|darb[su]|kad|cik|atsūt|zvan|problēm|"
        "joprojām|diemžēl|atbild"
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(cilvēk|person|viesi|pieauguš|bērn|skolēn|dalībniek)|(būsim|mēs būsim) (apmēram |"
        r"ap )?\d{1,3}|pie jums"
    ),
    announces=(
        "jauns darbs ?:|"
        r"jaun[sa] (\p{L}+ ){0,2}(ziņojum|ziņa|pieprasījum|jautājum|pieteikum)|"
        "(nosūtīja|atstāja|uzrakstīja|atsūtīja) (jums|tev|ziņ)|(ziņa|jautājums|ziņojums) no (?!jūsu|bank)|"
        "ir ieinteresēt|meklē |aizpildīja"
    ),
    sender_functions="klientu paziņojumi",
    letters=LetterWords(
        greetings="labdien|cien|sveiki",
        closings="ar cieņu",
        titles="kungs|kundze",
        currencies="eiro",
        orders="pasūtījums",
    ),
)
