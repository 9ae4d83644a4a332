"""Estonian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "puhkusel|puhkan|kontorist (väljas|eemal)|ei ole kontoris|lähetuses|kontor on suletud|lapsehoolduspuhkus|"
            "haiguslehel|ei tööta enam"
        ),
        added="kuni|alates|tagasi|naas|vastan|kiire|pöörduge|kirjutage",
        maybe_away=(
            "haige|matus|lähetus|suletud|ei tööta|messil|ei viibi|puhkus|eemal|komandeering|vanemapuhkus|"
            "ei ole (kohal|tööl)"
        ),
        answers=(
            "asenda|kolleeg|piiratud|vastan|vastame|kiireloomul|kiire(te|l)|järgmisel tööpäeval|pöördu|palun kirjutage"
        ),
        alone=(
            "minu äraoleku ajal|minu puudumisel|mind asendab|asendab mind|(seni|senikaua) .{0,20}ei (loe|vaata)|"
            "vastamine võib võtta"
        ),
        everyday_away=(
            "haiguslehe|gripp|lapsehoolduspuhk|vanemapuhk|pulm|pensioni|võttis üle|levist väljas|"
            "vaba(d|de)? päev|vaba päeva|paar päeva|riigipüha|püha(de)?|paus|haigla|operatsioon|koolitusel|kursusel|seminaril|"
            r"inventuur|ei ole enam|lahku(sin|nud)|streik|kolime|kolimi\p{L}+|remon\p{L}+|luumur\p{L}+|kipsis|pulmas|messil|"
            "levi on (kehv|halb)|reisil|saarel|olen (ära|eemal|väljas)|mind ei ole|"
            "(esmaspäeviti|teisipäeviti|kolmapäeviti|neljapäeviti|reedeti) (ma )?ei|ei tööta|puhkame|ei tegele enam|"
            "(haiguslehel|lapsehoolduspuhkusel|isapuhkusel|välismaal|merel|mägedes|haiglas|koolitusel|messil|objektil|reisil|"
            "pensionil|matustel)|(töökoda|pood|ahi|kontor|meeskond) (on|puhkab|seisab)|levi (ei ole|pole)|internetita|"
            "osalise tööajaga"
        ),
        everyday_answers=(
            "tööle naasen|naasen|ajab|hoolitseb|kirju ei|ei loeta|võtame .{0,20}ühendust|kättesaadav|kirjuta|homme|ilma arvutita|"
            "loen|võtab üle|järgmisel nädalal|kuuleme|näeme|nädala lõpuni|raske kätte saada|(aitab|asendab)|"
            "(pakid|tellimused) (lähevad|saadame)|homme hommikul|loen kõik|"
            "(esmaspäevani|teisipäevani|kolmapäevani|neljapäevani|reedeni)|(asendab|tegeleb|võttis üle|hoolitseb|vastutab) |"
            r"järjekorras|kordamööda|(loen|vaatan) .{0,15}(kirju|posti|meile)|kui on kiire|kiireloomuli\p{L}*|tagasi|jälle|taas|"
            "uuesti|alates"
        ),
        subjects=(
            "puhkus|(oleme|olen) (puhkusel|suletud|ära|eemal|haiguslehel)|suletud|kollektiivpuhkus|täname (sõnumi|kirja|pöördumise)|"
            r"(sinu|teie) (kiri|sõnum)\Z"
        ),
        trade=r"tellimused (e-poest|saadame|lähevad)|(pakkumised|arved)(?!\p{L})",
        arranges="nõus|kinnita(n|me)|sobib|(võti|võtmed) (on|saab) .{0,8}naabri|ettemaks",
        urgent="kiire|pakiline",
    ),
    circulars=CircularWords(
        subjects=(
            "uu(ed|s) (hinnad|hinnakiri|aadress|lahtioleku)|hinnamuutus|hinnatõus|lahtioleku|kolisime|häid (pühi|jõule)|"
            "head uut|avatud uste|kutse"
            r"|(avatud|lahtioleku|tööaja)\p{L}*|(suletud|oleme suletud|inventuur)|(uued|uus|muudatus) (hinna|aadress|"
            r"hinnakiri|kontonumber|lahtiolek)\p{L}*|hinna(tõus|muutus)|(kolime|oleme kolinud)|kõigile (klien|liikme|elani|"
            r"vanema)\p{L}*|(teade|info|teadaanne) (kõigile|klien|liikme)\p{L}*|(aitäh|täname) (külastuse|et külasta)\p{L}*|"
            r"(üld|aasta)koosolek|protokoll|kutse(?!\p{L})|avatud uste|lahtiste uste|(vee|elektri)katkestus|(häid jõule|"
            "head uut aastat|häid pühi)|talgud"
        ),
        readers=(
            "liik(med|mele|e)|lugeja|tellija|naabri|elani|vanema|klien|vabatahtlik|sponsor|osaleja|ettevõtja|üürni|"
            "külalise|kasutaja|õpilas|üliõpila|vilistla|pensionär|koguduse|patsien|reisija|kuulaja|vaataja|aktsionär|"
            "külastaja|toetaja|fänn|huvilis|lapsevanem|korteriomanik|ühistu liik|külaela"
        ),
        everybody="kõik|kõigile|sõbrad|kolleeg|partner|daamid ja härrad|armsad|meeskond|head sõbrad|kogu pere",
        opts_out=(
            "kui (te )?(enam )?ei soovi|ei (enam )?soovi (enam )?.{0,30}(saada|kirju|uudis)|loobu (siin|uudis)|loobuge"
        ),
        tells=(
            "(üldkoosolek|aastakoosolek|lastevanemate koosolek)|päevakord|protokoll|"
            "(uued|muutunud|pühade) lahtiolekuaeg|lahtiolekuajad|"
            "(uus|meie uus|uued) (kataloog|hinnakiri|programm|hooaeg|kollektsioon|aadress|tunniplaan)|"
            "hin(na|dade) (tõus|muut)|(kolime|oleme kolinud)|(külastage|leiate) meid|stend|lahtiste uste|"
            "(laat|kontsert|pidu|talgud|loterii|töötuba|jõulu)|(kursused|proovid|treeningud|tunnid) (alga|toimu)|"
            "registreeri(mi|ge|da)|kohtade arv|(viimased|vabu) kohti|liikmemaks|otsime vabatahtlik|"
            "(vee|elektri)katkestus|(jaga|edasta)ge|vastata ei ole vaja|"
            "(ootame|loodame|kohtume) .{0,10}(teid|kohtuda|kõiki)|(teavitame|teatame|tuletame meelde)|"
            "(hea meel|rõõm) (teatada|teavitada|kutsuda)|täname kõiki|(häid|rõõmsaid) (jõulu|püh)|oleme suletud|"
            "nagu igal aastal|manuses"
        ),
    ),
    asks_leave=(
        "(kas )?(võin|tohin|võiksin|saan) .{0,40}(saata|näidata|helistada|tutvustada)|(kas )?(pakuks|pakub) huvi|"
        "mitut .{0,30}vajate"
    ),
    requests=(
        "(soovi|tahak|taha|tahtsi|küsin|küsiks|vaja|otsi|palu|telli|oota|osta|lõpeta|tühista|reklam|kaeb|huvita)|palun|"
        "saa(te|ks|ksi)|võ[ik]|pakkumi|hin[dn]|aega|tagast|vaheta|katki|kahjust|ei (tööta|ole|saanud|sulg)|puud|"
        "vale|kiire|avaldus|töö|cv|millal|kui palju|saatke|helista|probleem|ikka veel|kahjuks|vastus"
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(inimes|isiku|külali|täiskasvanu|last|õpilas|osaleja)|meid (on|"
        r"tuleb) (umbes )?\d{1,3}|teie juurde|teie juures"
    ),
    announces=(
        "uus (tööpakkumine|tellimissoov)|"
        r"uus (\p{L}+ ){0,2}(sõnum|päring|küsimus|hinnapäring)|(saatis|jättis|kirjutas) (teile|sulle|sõnumi)|"
        "(sõnum|küsimus|päring) (kasutajalt|kliendilt|külaliselt)|on huvitatud|otsib |täitis"
    ),
    sender_functions="klienditugi teavitused",
    letters=LetterWords(
        greetings=r"tere\b|lugupeetud|hea\b|head\b|kallid",
        closings="lugupidamisega|parimate soovidega",
        titles="härra|proua",
        orders="tellimus",
    ),
)
