"""Lithuanian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "atostogauju|atostogose|atostogų|nesu biure|esu išvyk|komandiruotėje|biuras (uždarytas|nedirba)|"
            "motinystės|nedirbu"
        ),
        added="iki|nuo|grįš|grįž|atsaky|skub|kreipkitės|susisiekite",
        maybe_away="serg(u|a)|laidotuv|komandiruot|uždaryt|nebedirb|parodoje|atostog|išvyk|nedirb|tėvystės|nedarbingum|nesu",
        answers="pavaduo|koleg|ribot|atsakysiu|atsakysime|skubi|kitą darbo dieną|grįžus|kreipkitės|susisiekite",
        alone=(
            "mano nebuvimo metu|mane pavaduoja|man nesant|iki tol .{0,20}(neskaitau|netikrinu)|atsakymas gali užtrukti"
        ),
        everyday_away=(
            "nedarbing|gripas|ligonin|vestuv|pensij|perėmė|ryšys prast|ilsi|"
            r"laisv\p{L}+ dien|kelias dienas|švent\p{L}+ dien|šventin|pertrauk|ligoninė|operacij|mokymuose|kursuose|seminare|"
            "inventorizacij|nebesu|išėjau|nebe|nedirba|streik|manęs (nėra|nebus)|nesu (čia|vietoje)|"
            "(pirmadieniais|antradieniais|trečiadieniais|ketvirtadieniais|penktadieniais) ne|nedirb(u|ame)|ilsimės|nebeprižiūri|"
            r"(nedarbingum|vaiko priežiūros|tėvystės|motinystės)\p{L}*|"
            "(ligoninėje|užsienyje|kalnuose|jūroje|parodoje|mokymuose|komandiruotėje|statybose|kelionėje|laidotuvėse|pensijoje)|"
            r"prie jūros|(dirbtuvės|parduotuvė|krosnis|biuras|komanda) (ilsisi|nedirba|yra|stovi|uždaryt)\p{L}*|be (ryšio|interneto)|"
            r"sergu|susirg\p{L}*"
        ),
        everyday_answers=(
            "grįžtu|tvarko|laiškų ne|ne(skait|tikrin)|susisieks|pasiekiam|rašykite|rytoj|be (kompiuterio|prieigos)|perskaitysiu|"
            "perima|kitą savaitę|(padės|padeda)|mane keičia|(siuntos|užsakymai) (išvyks|keliaus)|rytoj ryte|"
            "iki (pirmadienio|antradienio|trečiadienio|ketvirtadienio|penktadienio)|"
            "(pavaduoja|pakeičia|perėmė|rūpinasi|tvarko|atsako už) |iš eilės|eilės tvarka|palaipsniui|"
            r"(skaitau|žiūriu|tikrinu) .{0,15}(pašt|laišk)\p{L}*|jei skubu|skubi\p{L}*|(grįšiu|grįžtu|grįšime)|vėl|"
            "nuo (pirmadienio|antradienio|trečiadienio|ketvirtadienio|penktadienio)"
        ),
        subjects=(
            r"atostog|(esame|esu) (atostog|uždaryt|išvyk|nedirb)\p{L}*|nedirbame|uždaryta|ačiū už (jūsų )?(laišk|žinut|kreipim)\p{L}*|"
            r"(jūsų|tavo) (laiškas|žinutė)\Z|gavome jūsų"
        ),
        trade=r"užsakymai (iš|bus|siunčiami)|(pasiūlymai|sąskaitos)(?!\p{L})",
        arranges=r"sutink(u|ame)|patvirtin(u|ame)|tinka|rakt(as|ai|us) .{0,8}kaimyn\p{L}*|avans\p{L}*",
        urgent="skubu|skubus|dega",
    ),
    circulars=CircularWords(
        subjects=(
            "nauj(os|as|i) (kain|adres|darbo)|kainų (pokyč|didin|keit)|darbo laik|persikraust|persikėl|linksmų|laimingų|"
            "su (šventėmis|kalėdomis)|atvirų durų|kvietimas"
            r"|(darbo laik|darbo grafik)\p{L}*|(nedirbsime|uždaryta|inventorizacija)|(naujos|naujas|keičiasi|pasikeitę|"
            r"pasikeitimai) (kain|kainorašt|adres|sąskait|darbo)\p{L}*|kainų (pokyč|keitim|didėj)\p{L}*|(persikeliame|"
            r"persikėlėme)|visiems (klient|nari|gyvento|tėv)\p{L}*|(pranešimas|skelbimas|informacija) (visiems|klient|nari|"
            r"dėl)\p{L}*|ačiū,? (kad aplank|už apsilank)\p{L}*|(susirinkimas|protokolas)|(kvietimas|kviečiame)|atvirų durų|"
            r"(vandens|elektros) (tiekim|atjung)\p{L}*|(linksmų|gražių|laimingų) \p{L}+|talka(?!\p{L})"
        ),
        readers=(
            "nari|skaityto|prenumerato|kaimyn|gyvento|tėv(ai|eli)|klient|savanor|rėmėj|dalyvi|verslinink|nuominink|"
            "svečia|vartotoj|mokini|student|absolvent|pensinink|parapijieči|pacient|keleivi|klausytoj|žiūrov|"
            "akcinink|lankytoj|bičiuli|sirgali|mėgėj|bendruomenės"
        ),
        everybody="visi|visiems|draugai|koleg|partner|ponios ir ponai|bičiuliai|komanda|draugės|mielieji",
        opts_out="jei (nebe|ne)norit|jei nepageidauja|nebenorite|nenorite .{0,30}gauti|atsisakykite",
        tells=(
            "(visuotinis|ataskaitinis|metinis|tėvų) susirinkimas|darbotvark|protokol|"
            "(naujas|pasikeitęs|šventinis) darbo laikas|darbo laikas|"
            "(naujas|nauja|mūsų) (katalog|kainorašt|program|sezon|kolekcij|adres)|kain(ų|os) (did|keit|kil)|"
            "(keliamės|persikėlėme)|(aplankykite|raskite) mus|stend|atvirų durų|"
            "(mugė|koncert|šventė|talka|loterija|dirbtuv)|(kursai|repeticijos|treniruotės|užsiėmimai) (prasid|vyks)|"
            "registracija|(registruokitės|užsirašykite)|vietų skaičius|nario mokest|ieškome savanori|"
            "(vandens|elektros) (tiekim|atjung)|(pasidalinkite|persiųskite)|atsakyti nereikia|"
            "(lauksime|tikimės|laukiame) .{0,10}(jūsų|visų|pasimatyti)|(informuojame|primename|pranešame)|"
            "(džiaugiamės galėdami|su džiaugsmu)|dėkojame (visiems|už)|(linksmų|gražių) (švent|kalėd|velyk)|"
            "nedirbsime|kaip kasmet|pridedam"
        ),
    ),
    asks_leave=(
        "(ar )?(galiu|galėčiau|galime) .{0,40}(atsiųsti|nusiųsti|parodyti|paskambinti|pristatyti)|"
        "ar .{0,20}domina|kiek .{0,30}reikia"
    ),
    requests=(
        "(norė|noriu|norime|reik|ieško|praš|užsak|lauki|perk|nutrauk|atšauk|reklam|skund|domin|domi)|prašau|"
        "prašom|gal(ite|ėtu)|ar |pasiūlym|kain|laik[ąo]|grąžin|pakei|sugad|sulūž|pažeis|neveik|negav|neat|"
        "neužsidar|trūk|klaid|neteising|skub|cv|darb[oą]|kada|kiek|atsių|skambin|problem|vis dar|deja|atsaky"
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(žmon|asmen|sveči|suaugusi|vaik|mokini|dalyvi)|(būsime|mūsų bus) (apie )?\d{1,3}|"
        "pas jus"
    ),
    announces=(
        "naujas darbas ?:|"
        r"nauj[ao]s? (\p{L}+ ){0,2}(žinut|užklaus|klausim|paraišk|pranešimas nuo)|"
        "(atsiuntė|parašė|paliko) (jums|tau|žinut)|(žinutė|klausimas|užklausa) (nuo|iš) (?!jūsų|bank)|domisi|"
        "ieško |užpildė"
    ),
    sender_functions="klientų pranešimai",
    letters=LetterWords(
        greetings="laba diena|gerbiam|brang|miel|sveiki",
        closings="pagarbiai",
        titles="ponas|ponia",
        currencies="eurai eurų",
        orders="užsakymas",
    ),
)
