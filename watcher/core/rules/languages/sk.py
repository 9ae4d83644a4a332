"""Slovak."""

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
            "mimo kancelárie|neprítomn|na dovolenke|nie som v kancelárii|čerpám dovolenku|"
            "(kancelária|obchod|firma|dielňa) (je|bude) .{0,30}(zatvoren|zavret)|dovolenk|materskej|rodičovskej|pn-|"
            "služobnej cest|už nepracuj|nepracujem"
        ),
        added=(
            r"vrátim|späť|do \d|návrat|naliehav|súrn|kontaktujte|odpoviem|obráťte|od \d|po návrate|opäť|píšte|volajte|"
            "prosím|ozvem"
        ),
        maybe_away=(
            r"práceneschop|chor[áý](?!\p{L})|pohreb|nie som (v|na)|zatvoren|mimo (firmy|kancelárie|pracoviska)|"
            "na (cest|veľtrhu)|materskej|nebudem (v|na)|pracovnej cest|neprítom"
        ),
        answers=(
            "zastupuje|odpoviem|odpovieme|nečítam|obmedzen|súrn|naliehav|ďalší pracovný deň|po návrate|vrátim|"
            "vraciam sa|obráťte sa|(kolegu|kolegyňu)"
        ),
        alone=(
            "(v|počas) mojej neprítomnosti|zastupuje ma|ma zastupuje|obmedzený prístup k (e-?mail|pošte)|"
            "(dovtedy|do tej doby) .{0,20}(nečítam|nekontroluj|nesleduj)|odpoveď môže (trvať|zabrať)|"
            "sme tu pre vás (opäť|zas)"
        ),
        everyday_away=(
            "chríp|ležím|marod|matersk|rodičovsk|otcovsk|svadb|na (školení|služobn)|dôchod|prevzal|oddych|nikto nie|"
            "(pár|niekoľko) dní|dni voľna|štátny sviatok|sviatok|prestávk|odstávk|v nemocnici|nemocnic|operáci|rehabilitáci|"
            "na (školení|kurze|seminári)|školení|inventúr|svadobnej cest|už (vo|v|u) .{0,30}nie som|odišiel|odišla|opustil|karantén|"
            r"štrajk|posledný deň|na veľtrhu|sťahuj\p{L}+|sťahovanie|rekonštrukci\p{L}+|zlomen\p{L}+|v sadre|na svadbe|na cestách|"
            "bez signálu|(tu) nie som|nie som tu|(v|vo) (pondelok|utorok|stredu|štvrtok|piatok) nepracuj|oddychujeme|už sa nestará|"
            "na pn|v kúpeľoch|na (stavbe|horách|chate|mori|veľtrhu|školení|péenke|pn|materskej|rodičovskej|otcovskej)|"
            "v (nemocnici|zahraničí|kúpeľoch|dôchodku)|pri mori|"
            "(dielňa|obchod|pec|kancelária|tím|stroje) (stojí|oddychuje|spí|je na|má|stoja)|pracujem (len|iba|na pol)|"
            r"polovičný úväzok|(otec|mama|manžel|manželka|brat|sestra) (zomrel|skonal)\p{L}*|smút(ok|ku)|pohreb\p{L}*|úraz\p{L}*|"
            "po operácii|bez (signálu|internetu)|čerpám(e)? (dovolenku|voľno)"
        ),
        everyday_answers=(
            "opäť v práci|späť v práci|vybavuje|pošta sa ne|ne(číta|čítajú|kontroluje)|píšte prosím|k dispozícii budem|"
            r"budem k dispozícii|zastúpi|stará sa|zajtra|bez (počítača|prístupu)|prečítam|potom sa oz\p{L}+|do konca týždňa|"
            r"ťažko zastihnuteľn\p{L}+|pomôže|pomáha|zastupuje ma|(balíky|zásielky|objednávky) (odídu|pôjdu|pošleme)|zajtra (ráno|si)|"
            "do (pondelka|utorka|stredy|štvrtka|piatka)|"
            r"(prevzal|prevzala|preberá|vedie|rieši|má na starosti|zastupuje|zastúpi) ?(ma|moj|všetko|to)?\p{L}*|postupne|v poradí|"
            r"(pozriem|čítam|prečítam|otvorím) .{0,20}(mail|pošt|počítač|večer|až)\p{L}*|súrne|(vrátim|vraciam|vraciame|vrátime) sa|"
            "naspäť|opäť|znova|obráťte|od (pondelka|utorka|stredy|štvrtka|piatka)|(ozveme|ozvem) sa"
        ),
        subjects=(
            "(celozávodná )?dovolenka|zatvorené|neprítom|máme zatvorené|ďakuj(em|eme) za (vašu|váš|tvoju) (správu|e-?mail|otázku)|"
            r"(vaša|tvoja) správa\Z|máme (dovolenku|zatvorené|voľno)|(sme|som) (na|preč|mimo|neprítom)\p{L}*|"
            "(nie sme|nie som) (tu|v|doma)|"
            r"(obchod|dielňa|kancelária|ateliér|ambulancia|reštaurácia|firma|prevádzka|predajňa)( \p{L}+)? (zatvoren|má dovolenku|"
            r"na dovolenke)\p{L}*|celozávodn\p{L}+|vraciame sa"
        ),
        trade=(
            r"objednávky (z|prijaté|odošleme|vybavíme|budú)|(ponuky|faktúry|dodávky)(?!\p{L})|"
            "(budú|budeme) .{0,20}(odoslané|doručené|vybavené)"
        ),
        arranges=(
            "súhlasím(e)?|prijímam(e)?|potvrdzuj(em|eme)|v poriadku|môžete (prísť|začať)|(nám|mi) (to )?(vyhovuje|sedí)|"
            "kľúče? (má|sú|je|necháme)|(muž|manžel|manželka|žena|syn|dcéra|sused|susedka) (je doma|bude doma|vám otvorí|má kľúč)|"
            r"kľúče? .{0,8}sused\p{L}*|kedykoľvek|záloh\p{L}+|zaplaten\p{L}*"
        ),
        urgent="naliehavé|súrne|urgentné|ponáhľa",
    ),
    notices=NoticeWords(
        automatic=(
            "automatická správa; automatický e-mail; automatická odpoveď; automaticky vygenerovan; "
            "automaticky generovan; vygenerovaná automaticky; vygenerovaný automaticky; odoslaná automaticky; "
            "prosím, neodpovedajte; prosím neodpovedajte; neodpovedajte na"
        ),
        receipt=(
            "vaša požiadavka bola; "
            "prijali sme vaš; prijali sme váš; dostali sme vaš; dostali sme váš; obdržali sme; vaša požiadavka; vaša správa bola; "
            "vaša žiadosť bola; číslo požiadavky; budeme vás kontaktovať; bola zaevidovaná; bolo zaevidované; bol zaevidovaný; "
            "bola prijatá; bolo prijaté; evidujeme pod číslom; vaša reklamácia bola; vaše hlásenie; číslo prípadu; číslo reklamácie; "
            "pod číslom; úspešne odoslan"
        ),
        courtesy=(
            "ďakujeme za vašu správu; ďakujeme za váš; ďakujeme, že ste nás kontaktovali; ozveme sa; odpovieme vám; "
            "budeme vás informovať; ozveme sa vám; do * pracovných dní; do * dní; technik sa vám; budeme vás kontaktovať"
        ),
        trade=(
            "ďakujeme za objednávku; ďakujeme za vašu objednávku; ďakujeme za nákup; potvrdenie objednávky; potvrdenie platby; "
            "vaša objednávka; vaša zásielka; váš balík; sledovať zásielku; číslo zásielky; vaša faktúra; "
            "v prílohe zasielame faktúru; vaša platba; vaša rezervácia; v prílohe * faktúr; vašu zásielku; "
            "pripravená na vyzdvihnutie; váš výpis; výpis * k dispozícii; vrátili sme vám; vašou kartou; vaša karta; z vášho účtu"
        ),
        access=(
            "váš overovací kód; váš kód; overovací kód:; jednorazový kód; zadajte tento kód; zadajte kód; "
            "použite tento kód; kód je platný; platnosť kódu; obnovenie hesla; obnoviť heslo; vaše heslo bolo; "
            "nové prihlásenie; potvrďte svoj e-mail; ak ste o * nežiadali; ak ste nežiadali"
        ),
        appointment="pripomienka termínu; pripomíname; pripomienka: vaš; pripomienka: váš; váš termín; vaša návšteva",
        survey=(
            "váš názor; ohodnoťte; zhodnoťte; dotazník spokojnosti; krátky dotazník; vyplňte dotazník; "
            "ako ste boli spokojní; ako hodnotíte; odporučili by ste"
        ),
        held=(
            "v karanténe; do karantény; prehľad karantény; správa o karanténe; prehľad spamu; zadržané správy; "
            "zablokované správy"
        ),
        program=(
            "zmeškaný hovor; zmeškané hovory; prijal pozvanie; prijala pozvanie; vás sleduje; plánovaná odstávka; "
            "prebehne údržba; služba nebude; požiadavka * uzavretá"
        ),
        sign="chce odvolať správu; by chcel odvolať správu",
        asks=(
            "máte otázky?; potrebujete pomoc?; neboli ste to vy?; ako ste boli * ?; ako hodnotíte * ?; "
            "odporučili by ste * ?"
        ),
        formal="chceli by sme vás; chceli by sme vám; čakáme na vás",
        first=(
            "ja; mne; mi; môj; moja; moje; moju; chcel; chcela; objednal; objednala; som; potrebujem; nemôžem; "
            "čakám; mám"
        ),
        wants=(
            "chcel som vedieť; chcela som vedieť; chcel som sa opýtať; chcela som sa opýtať; chcel by som vedieť; "
            "chcela by som vedieť; chcel by som sa opýtať; chcela by som sa opýtať; zaujímalo by ma; rád by som vedel; "
            "rada by som vedela; pýtam sa; "
            "chceli by sme; potrebujeme; hľadáme; objednali sme; čakáme; naša objednávka; pošlite; prosím o; "
            "mohli by ste; nedoraz; nepriš; nefunguje; poškoden; chýba; nesprávn; zrušte; ale; môžete mi; "
            "môžete nám; môžete prosím; cenovú ponuku; dopyt; stále čakám; ešte čakám; prosím o odpoveď; "
            "prosíme o odpoveď"
        ),
        echo="vaša správa; váš dopyt; text správy; kópia správy; napísali ste",
    ),
    circulars=CircularWords(
        subjects=(
            "nov[ýáé] (cenník|ceny|adresa|otváracie|telefón)|(zmena|úprava|zvýšenie) (cenníka|cien|adresy|otvárac)|"
            r"presťahoval|sťahujeme|pf \d|veselé vianoce|šťastný nový|deň otvorených|pozvánka"
            "|(celozávodná|letná|vianočná) (dovolenka|prevádzka|prestávka)|(zatvorené|máme zatvorené|uzávierka|"
            r"uzavret)\p{L}*|(otváracie|prevádzkové|úradné) (hodiny|doby)|(nové|zmena|úprava|zmeny) (cien|ceny|cenník|adres|"
            r"sídla|otvárac|čísla|účtu|bankového)\p{L}*|zdraženie|(nový|aktuálny) cenník|sťahovanie|(sťahujeme|presťahovali)|"
            r"všetkým (zákazník|klient|člen|nájom|rodič)\p{L}*|(oznam|oznámenie|informácia) (pre|o|všetk)|"
            "ďakujeme za (návštevu|zastavenie|stretnutie)|(členská|valná|výročná) (schôdza|zhromaždenie)|zápisnica|"
            r"deň otvorených|pozvánka|odstávka|(rozpis|termíny|program) (kurz|lekc|akci)\p{L}*|nová (kolekcia|sezóna)|(veselé|"
            "krásne) (vianoce|sviatky)|inventúra"
        ),
        readers=(
            r"člen|čitateľ|odberateľ|sused|obyvateľ|rodič|zákazn|priatelia \p{L}+|klient|dobrovoľn|sponzor|účastn|"
            "vystavovateľ|podnikateľ|nájomc|darc|farníc|používateľ|hosti|občan|vlastní|žiaci|študenti|absolvent|"
            "dôchodc|veriaci|pacienti|cestujúci|poslucháči|diváci|poľovníc|turisti|fanúšikovia|rodáci|chatári|"
            "návštevníc|vlastníci"
        ),
        everybody=(
            r"všet|priatelia|koleg|partner|dodávateľ|moji milí|milí[ ,!:]*\Z|drahí|milovní|nadšenc|dámy a páni|"
            "kamarát|tím|rodina|vy všetci|všetkým"
        ),
        opts_out=(
            "(ak|nechcete) .{0,30}(ne|už).{0,40}(dostávať|zasiel|správ|e-?mail|informáci|oslov|kontakt|záujem)|"
            "nestojíte|nechcete .{0,40}(e-?maily|správy|novinky)|odhláste sa|odhlásiť (sa|odber)|zrušiť odber|"
            "z (nášho|tohto|môjho) zoznamu|tento e-?mail (dostávate|ste dostali)"
        ),
        tells=(
            "(valné zhromaždenie|výročná schôdza|členská schôdza|schôdza (výboru|vlastníkov)|rodičovské združenie)|"
            "program (schôdze|rokovania)|zápisnica z|"
            "(nové|zmena|zmenené|vianočné|letné) (otváracie|úradné|prevádzkové) hodiny|otváracie hodiny (počas|v)|"
            "(náš|nový|nová|naše) (nový |nová )?(katalóg|cenník|sezón|kolekci|rozvrh|adres|web|predajň)|"
            "(zvýšenie|úprava|zmena) cien|ceny sa (zvyšujú|menia|upravujú)|sťahujeme sa|presťahovali sme|"
            "(navštívte|nájdete|stretnete) nás|náš stánok|deň otvorených dverí|"
            "(jarmok|púť|hody|tombola|ples|slávnosť|burza|bazár|fašiang|opekačk|brigád)|"
            "(kurzy|lekcie|skúšky|tréningy|krúžky) (začínajú|opäť|sa konajú|odpadaj)|(nové|ďalšie) (kurzy|termíny)|"
            "prihlášky (do|prijím|na|zasiel)|(prihláste|hláste|zapíšte) sa|počet miest|"
            "(zostáva|posledné|voľné) .{0,12}miest|(členské|ročné|členský) (príspevk|príspevok|poplat)|"
            "(hľadáme|potrebujeme|uvítame) .{0,12}(dobrovoľn|pomocník|ruky|pomoc)|"
            "(odstávka|výluka|prerušenie) (vody|elektr|prúdu|dodávk|plynu)|"
            "(oprava|rekonštrukcia|uzávierka) (cesty|ulice|výťahu|domu)|(prepošlite|povedzte) (to |prosím )?ďalej|"
            "netreba odpovedať|tešíme sa na (vás|všetkých|hojnú|stretnutie|vašu (účasť|návštevu))|"
            "(oznamujeme|informujeme|pripomíname|upozorňujeme|dovoľujeme si vás)|"
            "s (radosťou|potešením) (oznam|predst|vás pozýva)|na vedomie|pripomienka|"
            "(poznačte|zapíšte) si (dátum|do diár|do kalend)|najbližšie (akcie|termíny|podujatia)|"
            "ďakujeme (všetkým|za (priazeň|podporu|dôveru|účasť))|(krásne|veselé|pokojné) (vianoce|sviatky)|"
            "(máme|bude|budeme) (zatvorené|zatvoren)|občerstvenie|zraz (v|pri|pred)|ako každý rok|"
            "v prílohe (program|zápisnic|cenník|katalóg|pozvánk|plagát)"
        ),
    ),
    asks_leave=(
        "(poslal|zaslal|zavolal|ukázal|stavil)a? by som|na akú adresu|s kým (môžem|mám)|"
        "chcete (vidieť|vedieť|vyskúšať)|(môžem|môžeme|mohol by som|mohla by som|smiem) (vám |"
        "vás )?.{0,40}(zaslať|poslať|ukázať|zavolať|predstaviť|pripraviť|navštíviť)|(mali|máte) .{0,10}záujem|"
        "koľko .{0,30}potrebujete"
    ),
    requests=(
        "namiesto|od (včera|rána|dneška|pondelka|utorka|stredy|štvrtka|piatku|soboty|nedele)|závad|poruch|"
        "odsúhlas|podpísan|ako sme sa|"
        "(chce|chci|chcel|potreb|hľad|pros[íi]|dopyt|objedn|čakám|čakáme|reklam|kúpi|vypoved|žiad|uchádz|zaujím)|"
        "mohl|môžete|môžem|cen|ponuk|termín|vrát|vrac|výmen|poškod|rozbi|prask|"
        "ne(fung|doraz|priš|dosta|ide|zatvár|mám)|chýb|zl[éý]|súrn|životopis|prác|kedy|koľko|pošl|zašl|problém|"
        "stále|bohužiaľ|odpove"
    ),
    needs="potrebuj|hľadám|ponuk|koľko stojí|cen[auy]",
    visits=(
        r"\d{1,3} (\p{L}+ )?(osôb|osoby|ľudí|hostí|dospelých|detí|žiakov|účastníkov)|(bude|je) (nás |"
        r"hostí )(asi |cca )?\d{1,3}|u vás|k vám (príd)"
    ),
    announces=(
        "nová zákazka|odpoveď na (váš )?inzerát|"
        r"nov[áýé] (\p{L}+ ){0,2}(správa|dopyt|otázka|žiadosť|odpoveď) (od|z|pre|k|na|o) (?!vašej bank|vás|teba)|"
        r"nov[áýé] (\p{L}+ )?(dopyt|otázka|lead|záujemca)|(vám|ti) napísala?|napísala? (vám|ti)|"
        r"(vám|ti) (poslal|zanechal|položil)a? (nov\p{L}+ )?(správ|otázk|dopyt)|"
        "(správa|otázka|dopyt) od (?!vaš|naš)|má záujem o|hľadá |vyplnil[a]? (váš|formulár)"
    ),
    voice=VoiceWords(
        common="na je sa v do od pre s že sme bude bol bola za k o vo si",
        your="váš vaše vašu vašej vášho vám vás",
    ),
    sender_functions="podpora zákaznícka",
    letters=LetterWords(
        greetings=r"dobrý |vážen|ahoj|drahí|mil[ýáéí]\b",
        closings=r"s pozdrav\w+|s [úu]ctou",
        titles="pane|pán",
        titles_of_many="páni",
        orders="objednávka",
    ),
)
