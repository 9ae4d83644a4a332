"""Czech."""

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
            "mimo kancelář|nepřítom|na dovolené|mám dovolenou|nejsem v kanceláři|čerpám dovolenou|zahraniční cestě|"
            "kancelář je zavřená|zavřeno|"
            "(kancelář|obchod|firma|dílna|ordinace|provozovna) (je|bude) .{0,30}(zavřen|uzavřen)|dovolenou|mateřské|"
            "rodičovské|nemocensk|služební cest|již nepracuj|už nepracuj|celozávodní dovolen"
        ),
        added=(
            r"vrátím|zpět|do \d|návrat|v naléhav|naléhav|urgentn|obraťte|kontaktujte|omezený přístup|odpovím|od \d|"
            "po návratu|opět|prosím|pište|volejte|ozvu"
        ),
        maybe_away=(
            "(na|čerpám|mám) .{0,20}(dovolen|mateřsk|rodičovsk|nemocensk|neschopenk)|nemocn[áý]|pohřeb|nejsem (v|na)|"
            "nebudu (v|na)|na veletrhu|zavřen|uzavřen|mimo (firmu|kancelář|pracoviště)|nepracuj|na cest|"
            "pracovní cest|nepřítom"
        ),
        answers=(
            "zastupuje|odpovím|odpovíme|nečtu|omezen|naléhav|urgentn|další pracovní den|po návratu|vracím se|vrátím|"
            "obraťte se|(kolegu|kolegyni)"
        ),
        alone=(
            "(v|po dobu|během) mé nepřítomnosti|zastupuje mě|mě zastupuje|omezený přístup k (e-?mail|poště)|"
            "(schránka|adresa).{0,30}(již|už) není|do té doby .{0,20}(nečtu|nekontroluj|nesleduj)|"
            "odpověď (může|nám může) (trvat|zabrat)|jsme tu pro vás (zase|opět)"
        ),
        everyday_away=(
            "chřipk|ležím|marod|mateřsk|rodičovsk|otcovsk|svatb|na (školení|služební)|důchod|převzal|odpočív|"
            "(pár|několik) dní|dny? volna|státní svátek|svátek|přestávk|odstávk|v nemocnici|nemocnic|operac|rehabilitac|"
            "na (školení|kurzu|semináři)|školení|inventur|svatební cest|už (ve|v|u) .{0,30}nejsem|již (ve|v|u) .{0,30}nejsem|odešel|"
            r"odešla|opustil|karantén|studijní volno|stávk|poslední den|na veletrhu|stěhuj\p{L}+|stěhování|rekonstrukc\p{L}+|"
            r"zlomen\p{L}+|v sádře|na svatbě|na cestách|bez signálu|(slabý|špatný) signál|(tu|tady) nejsem|nejsem tu|"
            "(v|ve) (pondělí|úterý|středu|čtvrtek|pátek) nepracuj|odpočíváme|už (se )?nestará|nemocensk|v lázních|odjel|"
            r"na (stavbě|horách|chatě|chalupě|moři|veletrhu|školení|nemocenské|mateřské|rodičovské|lodi|lyžích|mateřsk\p{L}+)|"
            "v (nemocnici|zahraničí|lázních|cizině|důchodu)|u moře|u nás (nikdo )?(není|nejsme)|nikdo není|"
            r"(dílna|obchod|pec|kancelář|ateliér|tým|stroje) (stojí|odpočívá|spí|je na|má|jsou na|je zavřen)\p{L}*|"
            "(stal|stala) jsem se (tátou|mámou|otcem|matkou)|pracuji (jen|pouze|na půl)|poloviční úvazek|"
            r"(otec|matka|manžel|manželka|bratr|sestra) (zemřel|zesnul)\p{L}*|smut(ek|ku)|pohř(eb|bu)|úraz\p{L}*|po operaci|"
            "odešel jsem do|odešla jsem do|bez (signálu|internetu|připojení)|(čerpám|čerpáme) (dovolenou|volno)"
        ),
        everyday_answers=(
            "zase v práci|zpátky v práci|za mě vyřizuje|vyřizuje|pošta se ne|ne(čte|čtou|kontroluje)|pište prosím|k dispozici budu|"
            r"budu k dispozici|zastoupí|stará se|zítra|bez (počítače|přístupu)|přečtu|pak se oz\p{L}+|potom se oz\p{L}+|"
            r"do konce týdne|těžko k zastižení|(schránka|adresa|účet) bude (zrušen|uzavřen|smazán)\p{L}*|pomůže|pomáhá|zastupuje mě|"
            "(balíky|zásilky|objednávky) (odejdou|půjdou|pošleme)|zítra (ráno|si)|do (pondělí|úterý|středy|čtvrtka|pátku)|"
            r"(převzal|převzala|přebírá|vede|řeší|má na starosti|zastupuje) ?(mě|moj|mou|mé|vše|všechno|to)?\p{L}*|postupně|popořadě|"
            r"v pořadí|(dostanu se|podívám se|čtu|přečtu|otevřu) .{0,20}(mail|pošt|počítač|neděl|večer|až)\p{L}*|spěchá|pospíchá|"
            "(vrátím|vracím|vracíme|vrátíme) se|zpátky|zpět|znovu|obraťte|ve věci|odešleme od|"
            "od (pondělí|úterý|středy|čtvrtka|pátku)|(ozveme|ozvu) se"
        ),
        subjects=(
            "(celozávodní )?dovolen[áé]|zavřeno|nepřítom|máme zavřeno|na (cestách|služební cestě)|mimo kancelář|"
            r"děkuj(i|eme) za (vaši|váš|tvou) (zprávu|e-?mail|dotaz)|(vaše|tvoje) zpráva\Z|obdrželi jsme va(ši|še)|"
            r"máme (dovolenou|zavřeno|volno|pauzu)|(jsme|jsem) (na|pryč|mimo|nepřítom)\p{L}*|(nejsme|nejsem) (tu|tady|v|doma)|"
            r"(zimní|letní|vánoční) (pauza|přestávka|provoz|dovolená)|nemoc\p{L}*\Z|"
            r"(obchod|dílna|kancelář|ateliér|ordinace|restaurace|firma|provozovna|prodejna)( \p{L}+)? ((u)?zavřen|má dovolenou|"
            r"na dovolené)\p{L}*|celozávodn\p{L}+|vracíme se"
        ),
        trade=(
            r"objednávky (z|přijaté|z e-shopu|odešleme|vyřídíme|budou)|(nabídky|faktury|dodávky)(?!\p{L})|"
            "(budou|budeme) .{0,20}(odeslány|doručeny|vyřízeny|dodány)"
        ),
        arranges=(
            "souhlasím(e)?|přijímám(e)?|potvrzuj(i|eme)|v pořádku|můžete (přijet|začít|přijít)|(nám|mi) (to )?(vyhovuje|sedí)|"
            "klíče? (má|jsou|je|necháme)|"
            "(muž|manžel|manželka|žena|syn|dcera|soused|sousedka|máma) (je doma|bude doma|vám otevře|má klíč)|"
            r"klíče? .{0,8}soused\p{L}*|kdykoli|záloh\p{L}+|zaplacen\p{L}*"
        ),
        urgent="naléhavé|urgentní|spěchá|pospíchá|akutní",
    ),
    notices=NoticeWords(
        automatic=(
            "automatická zpráva; automatický e-mail; automatická odpověď; automaticky vygenerov; "
            "automaticky generov; vygenerován automaticky; vygenerována automaticky; odeslán automaticky; "
            "odeslána automaticky; prosím neodpovídejte; neodpovídejte na; na tento e-mail neodpovídejte; "
            "na tuto zprávu neodpovídejte"
        ),
        receipt=(
            "váš požadavek byl; váš případ byl; "
            "vaše reklamace byla; bylo přiděleno číslo; obdrželi jsme vaš; obdrželi jsme váš; přijali jsme vaš; přijali jsme váš; "
            "váš požadavek; vaše zpráva byla; vaše žádost byla; váš dotaz byl; číslo požadavku; číslo tiketu; potvrzujeme přijetí; "
            "byla zaevidována; bylo zaevidováno; byl zaevidován; byla přijata; bylo přijato; byl přijat; byla zaregistrována; "
            "evidujeme pod číslem; evidujeme jej pod; vaše hlášení; číslo případu; číslo jednací; číslo reklamace; pod číslem; "
            "vaše číslo; úspěšně odeslán; nemusíte nic; předali jsme"
        ),
        courtesy=(
            "děkujeme za vaši zprávu; děkujeme za váš dotaz; děkujeme za vaši poptávku; děkujeme, že jste nás kontaktovali; "
            "ozveme se; odpovíme vám; budeme vás kontaktovat; budeme vás informovat; ozveme se vám; do * pracovních dnů; do * dnů; "
            "technik se vám; náš pracovník"
        ),
        trade=(
            "děkujeme za objednávku; děkujeme za vaši objednávku; děkujeme za nákup; děkujeme za váš nákup; potvrzení objednávky; "
            "potvrzení platby; vaše objednávka; vaše zásilka; váš balík; zásilka byla; sledovat zásilku; sledování zásilky; "
            "číslo zásilky; vaše faktura; v příloze zasíláme fakturu; v příloze naleznete fakturu; vaše platba; přijali jsme platbu; "
            "vaše rezervace; v příloze * faktur; vaši zásilku; připravena k vyzvednutí; připraveno k vyzvednutí; vaše vstupenky; "
            "váš výpis; výpis * k dispozici; výpis * připraven; vrátili jsme vám; aktualizujte platební; vaší kartou; vaše karta; "
            "z vašeho účtu; na váš účet byla; zůstatek na; platba kartou * u"
        ),
        access=(
            "váš ověřovací kód; váš kód; tvůj kód; ověřovací kód:; ověřovací kód je; jednorázový kód; "
            "zadejte tento kód; zadejte kód; použijte tento kód; kód je platný; platnost kódu; kód s nikým; "
            "obnovení hesla; obnovit heslo; resetovat heslo; vaše heslo bylo; nové přihlášení; potvrďte svůj e-mail; "
            "potvrďte svou; pokud jste o * nežádali; pokud jste nežádali"
        ),
        appointment=(
            "připomínka termínu; připomenutí termínu; připomínáme; připomínka vaší; připomínka: vaš; "
            "připomínka: váš; váš termín; vaše návštěva; vaše rezervace termínu; pro zrušení nebo"
        ),
        survey=(
            "váš názor; ohodnoťte; zhodnoťte; dotazník spokojenosti; krátký dotazník; vyplňte dotazník; "
            "jak jste byli spokojeni; jak jste spokojeni; jak hodnotíte; doporučili byste"
        ),
        held=(
            "v karanténě; do karantény; přehled karantény; zpráva o karanténě; přehled spamu; zadržené zprávy; "
            "zablokované zprávy; blokované zprávy"
        ),
        program=(
            "vás pozval; vás zve; byli jste pozváni; přijmout pozvánku; záloha dokončena; "
            "zálohování dokončeno; automaticky prodlouž; vyprší za; vyprší dne; nové zařízení; zmeškaný hovor; "
            "zmeškané hovory; přijal pozvání; přijala pozvání; odmítl pozvání; odmítla pozvání; vás sleduje; "
            "okomentoval; plánovaná odstávka; proběhne údržba; služba nebude; vašeho úložiště; vám přiřazen; "
            "požadavek * uzavřen; týdenní přehled; změna obchodních podmínek"
        ),
        sign=(
            "chce odvolat zprávu; by chtěl odvolat zprávu; by chtěla odvolat zprávu; si přeje odvolat zprávu; "
            "zareagoval na vaši zprávu; zareagovala na vaši zprávu; reagoval na vaši zprávu"
        ),
        asks=(
            "máte dotaz?; nebudete doma?; nejste doma?; nepoznáváte * ?; máte otázky?; máte dotazy?; potřebujete pomoc?; "
            "nebyli jste to vy?; jak jste byli * ?; jak jste spokojeni * ?; jak hodnotíte * ?; doporučili byste * ?; "
            "zapomněli jste * ?; poznáváte * ?"
        ),
        formal="chtěli bychom vás; chtěli bychom vám; chtěli bychom znát; čekáme na vás; čekáme na váš",
        first=(
            "já; mně; mi; můj; moje; mou; mého; mé; chtěl; chtěla; objednal; objednala; jsem; potřebuji; nemohu; "
            "čekám; mám"
        ),
        wants=(
            "chtěl jsem vědět; chtěla jsem vědět; chtěl jsem se zeptat; chtěla jsem se zeptat; chtěl bych vědět; "
            "chtěla bych vědět; chtěl bych se zeptat; chtěla bych se zeptat; rád bych věděl; ráda bych věděla; "
            "zajímalo by mě; zajímalo by mne; ptám se; "
            "chtěli bychom; potřebujeme; hledáme; objednali jsme; čekáme; naše objednávka; náš účet; pošlete; "
            "prosím o; mohli byste; nedoraz; nepřiš; nefunguje; poškozen; rozbit; chybí; špatn; zrušte; ale; "
            "můžete mi; můžete nám; můžete prosím; cenovou nabídku; poptáv; stále čekám; pořád čekám; ještě čekám; "
            "prosím o odpověď; prosíme o odpověď"
        ),
        echo="vaše zpráva; váš dotaz; text zprávy; kopie zprávy; napsali jste",
    ),
    circulars=CircularWords(
        subjects=(
            "nov[ýáé] (ceník|ceny|adresa|otevírací|provozovna|telefon)|"
            r"(změna|úprava|zvýšení) (ceníku|cen|adresy|otevírací|provozní)|přestěhoval|stěhujeme|pf \d|veselé vánoce|"
            "šťastný nový|den otevřených|pozvánka"
            "|(celozávodní|letní|vánoční|zimní) (dovolená|provoz|uzavírka|přestávka)|(zavřeno|máme zavřeno|uzavřen|"
            r"uzavírka)\p{L}*|(otevírací|provozní|pracovní|úřední) (doba|hodiny|doby)|(nové|změna|úprava|změny) (ceny|"
            r"cen(?!\p{L})|ceník|adres|sídla|otevírac|provoz|čísla|účtu|bankovního)\p{L}*|zdražení|(nový|aktuální) ceník|"
            r"stěhování|(stěhujeme|přestěhovali)|všem (zákazník|klient|člen|nájem|rodič)\p{L}*|(oznámení|informace|"
            "sdělení) (pro|o|všem)|děkujeme za (návštěvu|zastavení|setkání)|(členská|valná|výroční) (schůze|hromada)|zápis z|"
            r"den otevřených|pozvánka|odstávka|uzavírka silnice|(rozpis|termíny|program) (kurz|lekc|akc)\p{L}*|nová (kolekce|"
            "sezóna)|(veselé|krásné) (vánoce|svátky|velikonoce)|pf ?20|inventura"
        ),
        readers=(
            r"člen|čtenář|odběratel|soused|obyvatel|rodič|zákazn|přátelé \p{L}+|klient|dobrovoln|sponzor|účastn|"
            "vystavovatel|podnikatel|nájemn|dárc|farníc|uživatel|host[ée]|příznivc|milovn|spoluobčan|občan|vlastní|"
            "žác|studenti|absolvent|důchodc|seniři|věřící|pacient|cestující|posluchač|diváci|pojištěn|akcionář|"
            "myslivc|turist|fanoušc|rodáci|chalupář|chataři|návštěvníc"
        ),
        everybody=(
            r"všich|všem|přátelé|koleg|partner|dodavatel|moji milí|milí[ ,!:]*\Z|drazí|milovní|nadšenc|dámy a pánové|"
            "kamarád|parto|týme|rodino|vy všichni|všechny"
        ),
        opts_out=(
            "(pokud|jestli|nechcete) .{0,30}(ne|již|už).{0,40}(dostávat|zasíl|zpráv|e-?mail|informac|oslov|kontakt|"
            "zájem)|nestojíte|nechcete .{0,40}(e-?maily|zprávy|novinky)|odhlaste se|odhlásit (se|odběr)|zrušit odběr|"
            "z (našeho|tohoto|mého) seznamu|tento e-?mail (dostáváte|jste dostali)"
        ),
        tells=(
            "(valná hromada|výroční schůze|členská schůze|schůze (výboru|vlastníků|spol)|rodičovské schůzky|"
            "třídní schůzky|shromáždění)|program (schůze|jednání)|zápis z|"
            "(nová|změna|změněná|vánoční|letní|zimní) (otevírací|provozní|úřední) dob|otevírací doba (o|během|v)|"
            "(náš|nový|nová|naše) (nový |nová )?(katalog|ceník|sezón|kolekc|rozvrh|adres|web|prodejn)|"
            "(zvýšení|úprava|změna) cen|ceny se (zvyšují|mění|upravují)|stěhujeme se|přestěhovali jsme|"
            "(navštivte|najdete|potkáte) nás|náš stánek|stánek č|den otevřených dveří|dny otevřených|"
            "(jarmark|pouť|posvícení|tombola|ples|slavnost|burza|bazar|vinobraní|masopust|táborák|brigád)|"
            "(kurzy|lekce|zkoušky|tréninky|kroužky) (začínají|zahaj|opět|se konají|odpadaj)|"
            "(nové|další) (kurzy|termíny)|přihlášky (do|přijím|na|zasíl)|(přihlaste|hlaste|zapište) se|počet míst|"
            "(zbývá|poslední|volná) .{0,12}míst|(členské|roční|členský) (příspěvk|příspěvek|poplat)|"
            "(hledáme|potřebujeme|uvítáme) .{0,12}(dobrovoln|pomocník|ruce|pomoc)|"
            "(odstávka|výluka|přerušení) (vody|elektř|proudu|dodávk|plynu)|nepoteče (voda|teplá)|"
            "(oprava|rekonstrukce|uzavírka) (silnice|ulice|výtahu|domu|střechy)|"
            "(předejte|přepošlete|řekněte) (to |prosím )?dál|není (třeba|nutné) odpovídat|"
            "(těšíme|těším) se na (vás|viděnou|všechny|hojnou|setkání|vaši (účast|návštěvu))|"
            "(oznamujeme|informujeme|připomínáme|upozorňujeme|sdělujeme|rádi bychom vás)|"
            "s (radostí|potěšením) (oznam|předst|vás zve)|na vědomí|připomínka|"
            "(poznamenejte|zapište) si (datum|do diář|do kalend)|nejbližší (akce|termíny)|"
            "děkujeme (všem|za (přízeň|podporu|důvěru|účast))|(krásné|veselé|klidné) (vánoce|svátky|velikonoce)|"
            "(máme|bude|budeme) (zavřeno|uzavřen)|občerstvení|sraz (v|u|před)|jako každý rok|"
            "v příloze (program|zápis|ceník|katalog|pozvánk|plakát)"
        ),
    ),
    asks_leave=(
        "(poslal|poslala|zaslal|zavolal|ukázal|stavil)a? bych|na jakou adresu|s kým (mohu|mám|můžu)|"
        "chcete (vidět|vědět|vyzkoušet)|(mohu|můžu|můžeme|mohl bych|mohla bych|smím) (vám |vás )?.{0,40}(zaslat|"
        "poslat|ukázat|zavolat|představit|připravit|navštívit|stavit)|(měli|máte|měl) .{0,10}zájem|"
        "(zajímalo|zajímá) (by )?(vás|to)|kolik .{0,30}potřebujete|hodilo by se vám"
    ),
    requests=(
        "místo|od (včera|rána|dneška|pondělí|úterý|středy|čtvrtka|pátku|soboty|neděle)|závad|poruch|odsouhlas|"
        "podepsan|jak jsme se|"
        "(chtě|chci|chceme|potřeb|hled|pros[íi]|poptáv|objedn|čekám|čekáme|reklam|koupi|vypov|žád|uchaz|zajím)|"
        "mohl|můžete|mohu|můžu|cen|nabídk|termín|vrát|vrac|výměn|poškoz|rozbi|prask|"
        "ne(fung|doraz|přiš|dosta|jde|zavír|mám|ní)|chyb|špatn|naléh|životopis|práci|kdy|kolik|pošl|zašl|problém|"
        "stále|pořád|bohužel|odpov"
    ),
    needs="potřebuj|hledám|nabídk|kolik stojí|cen[auy]",
    visits=(
        r"\d{1,3} (\p{L}+ )?(osob|osoby|lidí|hostů|dospělých|dětí|žáků|účastníků)|(bude|je) (nás |hostů )(asi |"
        r"cca )?\d{1,3}|u vás|k vám (přijed|doraz)"
    ),
    announces=(
        "nová zakázka|odpověď na (váš )?inzerát|"
        r"volala? (vám|pan|paní)|vzkaz od|"
        r"nov[áýé] (\p{L}+ ){0,2}(zpráva|poptávka|dotaz|žádost|odpověď|kontakt) (od|z|pro|k|na|o) (?!vaší bank|"
        r"vás|tebe)|nov[áýé] (\p{L}+ )?(poptávka|dotaz|lead|zájemce)|(vám|ti) napsala?|napsala? (vám|ti)|"
        r"(vám|ti) (poslal|zanechal|položil)a? (nov\p{L}+ )?(zpráv|dotaz|poptávk)|"
        "(zpráva|dotaz|poptávka) od (?!vaš|naš)|má zájem o|(hledá|poptává) |vyplnil[a]? (váš|formulář)|"
        "odpověděl[a]? na váš inzerát"
    ),
    voice=VoiceWords(
        common="na je se v do od pro s že jsme bude byl byla za k o ve si",
        your="váš vaše vaši vašeho vaší vašem vám vás tvůj tvoje",
    ),
    sender_functions="podpora zákaznická upozornění oznámení",
    letters=LetterWords(
        greetings=r"dobrý |vážen|ahoj|mil[ýáéí]\b",
        closings=r"s pozdrav\w+|s [úu]ctou",
        titles="pane|paní|pán",
        titles_of_many="páni",
        currencies="kč korun",
        orders="objednávka",
    ),
)
