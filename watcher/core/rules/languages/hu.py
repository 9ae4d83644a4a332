"""Hungarian."""

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
            "szabadságon|házon kívül|irodán kívül|nem tartózkodom az irodában|távol vagyok|nem vagyok az irodában|"
            "távollét|irodánk zárva|(irodánk|üzletünk|műhelyünk|cégünk|boltunk) .{0,30}zárva|"
            "zárva (tartunk|vagyunk|leszünk)|gyes|gyed|szülési szabadság|betegszabadság|táppénz|kiküldetés|"
            "már nem (dolgozom|dolgozik)|szabadságra"
        ),
        added=(
            "visszatér|vissza|-ig|között|sürgős|forduljon|keresse|válaszol|kapcsolat|-től|-tól|-án|-én|-jén|után|"
            "visszatérek|újra|ismét|írjon|hívja|megkeres"
        ),
        maybe_away=(
            r"zárva|beteg(?!\p{L})|betegség|temetés|gyász|üzleti út|külföld|részmunkaid|szülési|táppénzen|nem vagyok|"
            "szabads|kiállítás|ünnepek|házon kív|már nem dolgozom"
        ),
        answers=(
            "helyettesít|kollégá(m|mhoz|mat|ink)|korlátozott|nem olvasom|válaszol(ok|ni|unk)|visszatér|sürgős|"
            "következő munkanap|jövök vissza|forduljon|zárva tart"
        ),
        alone=(
            "távollétem(ben)? (alatt|idején)?|helyettesít|korlátozottan (érem|elérem|tudom)|"
            "(postafiók|cím).{0,30}már nem|addig nem (olvas|nézem|nézek|látom)|"
            "válasz .{0,30}(napot|munkanapot|órát) is igénybe"
        ),
        everyday_away=(
            "influenz|szül(ési|ői)|átvette|áll az üzem|"
            "szabadnap|néhány nap|munkaszüneti|ünnepnap|szünetel|nyári szünet|téli szünet|leállás|kórház|műtét|rehabilitáci|"
            "tanfolyam|képzés|továbbképz|leltár|nászút|nem vagyok a cégnél|(távoztam|eljöttem|kiléptem)|sztrájk|karantén|"
            r"utolsó munkanap|pihenőnap|költöz\p{L}+|felújít\p{L}+|eltört\p{L}*|gipszben|esküvő\p{L}*|vásáron|kiállításon|külföldön|"
            r"ausztriában|térerő\p{L}*|úton vagyok|nem vagyok (itt|bent)?|"
            "(hétfőnként|keddenként|szerdánként|csütörtökönként|péntekenként) nem|nem dolgoz(om|unk)|pihenünk|"
            "már nem (kezeli|foglalkozik)|betegállomány|nincs térerő|"
            "(betegszabadság|táppénz|gyes|gyed|csed|apaszabadság|továbbképzés|üzleti út|kiküldetés|kórház|külföld|építkezés|nyugdíj|"
            r"temetés|gyász|baleset|műtét|lábadoz)\p{L}*|(balaton|tenger|hegyek|vásár|kiállítás)\p{L}*|nyaral\p{L}*|"
            r"(műhely|bolt|üzlet|kemence|iroda|csapat|gépek) (áll|állnak|pihen\p{L}*|alszik|szünetel|zárva)|"
            r"(apa|anya|szülő)\p{L}* (lett|lettem|lettünk)|csak (hétfő|kedd|szerd|csütört|pént|délelőtt)\p{L}*|részmunkaidő\p{L}*|"
            "(édesapám|édesanyám|férjem|feleségem|apám|anyám) (meghalt|elhunyt)|nincs (térerő|internet|net)|"
            "(nem vagyok|nem vagyunk) (bent|itthon|itt)"
        ),
        everyday_answers=(
            "újra dolgoz|ismét dolgoz|intézi|leveleket nem|nem olvassuk|olvasom (el)?|jelentkez|írjon|elérhető|leszek elérhető|"
            r"átveszi|foglalkozik|holnap|jövő hét|számítógép nélkül|utána (jelentkez|válaszol)\p{L}*|nehezen (elérhető|érhető)|"
            "hétvégéig|hétfőig|(segít|helyettesít)|(a )?(csomagok|rendelések) .{0,15}(indulnak|mennek)|holnap reggel|elolvasok|"
            "(hétfőig|keddig|szerdáig|csütörtökig|péntekig)|"
            "(viszi|intézi|kezeli|helyettesít|átvette|ellátja|vezeti) ?(az|a|ügyeimet|munkáimat|helyettem|engem)?|sorban|"
            r"érkezési sorrend\p{L}*|egyenként|(olvasom|nézem|megnézem|elolvasom|ritkán) .{0,20}(levél|mail|posta|üzenet)?\p{L}*|"
            r"ha sürgős|sürgős|(visszatér|visszajöv|hazaér|újranyit|nyitunk|folytat)\p{L}*|újra|ismét|megint|-tól|-től|jelentkezünk|"
            "jelentkezem|felvesszük"
        ),
        subjects=(
            "(nyári|téli|éves) (leállás|szünet|szabadság)|szabadság|távollét|zárva|(zárva tartunk|úton vagyok)|"
            r"köszönjük (az |a )?(üzenet|level|megkeres|e-?mail)\p{L}*|üzenete\Z|megkaptuk (az |a )?(üzenet|level|megkeres)\p{L}*|"
            r"(szabadságon|nyaralunk|zárva|szünet|távol)\p{L}*|"
            r"(nyári|téli|karácsonyi|húsvéti|ünnepi) (szünet|zárva|leállás|nyitva|szabadság)\p{L}*|"
            r"nem (vagyok|vagyunk) (bent|itt|elérhető)|nyugdíj\p{L}*|"
            r"(üzlet|bolt|műhely|iroda|rendelő|étterem|szalon)\p{L}*( \p{L}+)? (zárva|szünet|szabadság)\p{L}*|zárva leszünk"
        ),
        trade=(
            r"(érkező |beérkező |webshop\p{L}* )?rendelések\p{L}*|(ajánlatokra|ajánlatkérések|számlák|szállítások)\p{L}*|"
            "(küldjük|szállítjuk|postázzuk)"
        ),
        arranges=(
            r"benéz(ek|ünk)|elfogad(om|juk|va)|jóváhagy\p{L}*|megerősít\p{L}*|megfelel|rendben|jöhetnek|bármikor|(a )?kulcs\p{L}* (a|"
            r"van|nál)|(férjem|feleségem|fiam|lányom|szomszéd) (otthon|itthon|beenged|ajtót)\p{L}*|előleg\p{L}*|átutal\p{L}*"
        ),
        urgent="sürgős|sietős",
    ),
    notices=NoticeWords(
        automatic=(
            "automatikus üzenet; automatikus e-mail; automatikus válasz; automatikusan generált; "
            "automatikusan küldött; automatikusan készült; ne válaszoljon; ne válaszolj; kérjük, ne válaszoljon; "
            "nem lehet válaszolni"
        ),
        receipt=(
            "bejelentését rögzítettük; megkaptuk üzenet; megkaptuk az üzenet; megkaptuk megkeres; megkaptuk a megkeres; "
            "megkaptuk kérés; megkaptuk levelét; üzenetét megkaptuk; megkeresését megkaptuk; megkeresését rögzítettük; "
            "levelét megkaptuk; bejelentését; ügyszám; hibajegy; rögzítettük; nyilvántartásba vettük; iktattuk; iktatószám; "
            "bejelentése * számon; panaszát rögzítettük; kérelmét megkaptuk; kérelme beérkezett; beérkezett hozzánk; "
            "továbbítottuk * részére; hivatkozási szám; sikeresen elküld; nincs további teendője"
        ),
        courtesy=(
            "köszönjük megkeresését; köszönjük a megkeresését; köszönjük üzenetét; köszönjük, hogy kapcsolatba; "
            "köszönjük, hogy felvette; hamarosan válaszol; munkatársunk; felvesszük önnel; munkanapon belül; napon belül; "
            "órán belül; kollégánk felveszi; értesíteni fogjuk; értesítjük"
        ),
        trade=(
            "köszönjük rendelését; köszönjük a rendelését; köszönjük megrendelését; köszönjük a megrendelését; köszönjük vásárlását; "
            "köszönjük a vásárlást; rendelés visszaigazolás; rendelés-visszaigazolás; rendelés visszaigazolása; "
            "megrendelését megkaptuk; rendelését megkaptuk; rendelése; megrendelése; csomagja; csomagod; küldeménye; csomagkövetés; "
            "nyomkövetési szám; számlája; mellékelten küldjük számlá; mellékelten küldjük a számlát; fizetését; foglalása; "
            "az ön csomagja; átvehető; foglalása visszaigazol; kivonata; visszatérítettük; kártyájával; bankkártyájával; "
            "az ön kártyája; számlájáról; számláját; számlaegyenlege"
        ),
        access=(
            "ellenőrző kódja; ellenőrző kódod; biztonsági kódja; az ön kódja; a kódod; egyszer használatos; "
            "egyszeri kód; adja meg a kódot; írja be a kódot; használja ezt a kódot; a kód érvényes; "
            "percig érvényes; ne ossza meg; jelszó visszaállítás; jelszava visszaállítás; jelszavának visszaállítás; "
            "jelszó-visszaállítás; jelszava; új bejelentkezés; erősítse meg e-mail; ha nem ön kérte; ha nem te kérted"
        ),
        appointment=(
            "időpont emlékeztető; időpont-emlékeztető; emlékeztető: ; emlékeztetjük; emlékeztetni szeretnénk; "
            "az ön időpontja; időpontja; lemondani vagy"
        ),
        survey=(
            "mennyire elégedett; véleménye; értékelje; értékeld; elégedettségi kérdőív; rövid kérdőív; töltse ki; "
            "ajánlana minket; hogyan értékeli"
        ),
        held=(
            "karanténban; karanténba; karanténjelentés; karantén-jelentés; levélszemét-jelentés; spamjelentés; "
            "visszatartott üzenetek; letiltott üzenetek"
        ),
        program=(
            "nem fogadott hívás; elfogadta a meghívást; elutasította a meghívást; követ téged; "
            "karbantartást végzünk; szolgáltatás nem lesz; jegy * lezár; bejelentés * lezár; heti összefoglaló"
        ),
        sign=(
            "szeretné visszahívni az üzenetet; vissza szeretné hívni; vissza szeretné vonni; vissza kívánja vonni; "
            "reagált az üzenetére; reagált az üzenetedre"
        ),
        asks=(
            "nem lesz otthon?; nem ön volt?; kérdése van?; kérdései vannak?; segítségre van szüksége?; nem ön volt?; "
            "mennyire elégedett * ?; ajánlana minket * ?; hogyan értékeli * ?; elfelejtette * ?"
        ),
        formal=(
            "szeretnénk emlékeztetni; szeretnénk megköszönni; szeretnénk tudni; szeretnénk megtudni; "
            "szeretnénk tájékoztatni; emlékeztetni szeretnénk; tájékoztatni szeretnénk"
        ),
        first=(
            "én; nekem; engem; rendelésem; csomagom; szeretnék; szeretném; kérek; kérem a; rendeltem; kaptam; várok; "
            "várom; vagyok"
        ),
        wants=(
            "szerettem volna megtudni; szeretném megtudni; szeretném tudni; szerettem volna kérdezni; szeretném kérdezni; "
            "szeretném megkérdezni; azt szeretném kérdezni; érdeklődnék; érdeklődöm, hogy; érdeklődni szeretnék; kérdezném; "
            "szeretnénk; szükségünk; keresünk; rendeltünk; várunk; rendelésünk; küldjék; küldjenek; tudnának; "
            "tudnátok; nem érkezett; nem jött; nem működik; sérült; hibás; hiányzik; rossz; töröljék; de; "
            "tudnak küldeni; ajánlatot; árajánlat; még mindig várom; még mindig várjuk; még várom; még várjuk; "
            "várom válaszát"
        ),
        echo="üzenete; az ön üzenete; megkeresése; ön ezt írta",
    ),
    circulars=CircularWords(
        subjects=(
            "új (árlista|árak|cím|nyitvatartás|telefonszám)|áremelés|árváltozás|nyitvatartás|(el)?költöz|boldog karácsony|"
            "kellemes (ünnepek|húsvét)|boldog új|nyílt nap|meghívó"
            r"|(nyári|téli|karácsonyi|ünnepi|év végi) (leállás|szünet|zárva|nyitva|zárás|szabadság)\p{L}*|(zárva (leszünk|"
            r"tartunk)|zárva \d|leltár)|nyitva ?tartás|(új|változó|módosul\p{L}*) (árak|árlista|árjegyzék|cím|bankszámla|"
            "telephely|nyitva)|ár(emelés|változás|módosítás)|bankszámla(szám)? (változás|módos)|minden (ügyfel|vevő|tag|lakó|"
            r"szülő)\p{L}*|(tájékoztató|tájékoztatás|értesítés|közlemény|hirdetmény)|köszönjük,? hogy (meglátogat|ellátogat|"
            "eljött)|(köz|tag|lakó)gyűlés|szülői értekezlet|jegyzőkönyv|nyílt nap|meghívó|(víz|áram)szünet|útlezárás|"
            r"(tanfolyam|kurzus|órarend|program)\p{L}* (\d|idő|őszi|tavaszi)|új (kollekció|szezon)|(boldog|áldott|"
            "kellemes) (karácsony|ünnep|húsvét|új)"
        ),
        readers=(
            r"tag(unk|jaink|ok|társ)|\p{L}*tagjaink|\p{L}*tagok|olvasó|előfizető|szomszéd|lakó|szülő|ügyf|vásárló|"
            "önkéntes|szponzor|résztvevő|kiállító|vállalkozó|bérlő|adományozó|vendég|felhasználó|polgár|barátaink|"
            "tulajdonos|(diák|hallgató|nyugdíjas|hívek|egyházközség|beteg|páciens|utas|nézők|részvényes|szurkoló|"
            "érdeklődő|tulajdonostárs|lakótárs|házbeli|hozzátartozó|látogató|gyűjtő|túratárs|kutyatulajdonos|szülők|"
            "tagság|felebarát|falubeli)"
        ),
        everybody=(
            "mindenki|barát|kollég|partner|beszállító|kedveseim|mindannyi|kedves mind|hölgyeim|mindenkinek|csapat|"
            "barátok|kedves (mindenki|csapat|közösség)|társak|sziasztok mind|mindnyáj"
        ),
        opts_out=(
            "ha (nem|a továbbiakban|többé) .{0,40}(szeretn|kíván|kér|érdek)|(nem|már nem|többé nem) (szeretnél|"
            r"szeretne|kérsz|kér|akarsz|akar)(?!\p{L}) .{0,40}(level|hírlevel|üzenet|kapni|e-?mail)|"
            "iratkozhat(sz|nak)? le|(a|le a|levelező)?listá(nkról|ról)|azért (kapod|kapja|kapta) ezt"
        ),
        tells=(
            "(közgyűlés|taggyűlés|lakógyűlés|szülői értekezlet|éves gyűlés|napirend|jegyzőkönyv)|"
            "(új|módosult|ünnepi|nyári|téli|változó) nyitva ?tartás|nyitvatartás|"
            "(új|idei) (katalógus|árlista|árjegyzék|program|évad|kollekció|órarend|cím|honlap|étlap|üzlet)|"
            "(áremelés|árváltozás|árak .{0,12}(emelk|változ))|(elköltözünk|költözünk|elköltöztünk|új címünk)|"
            "(látogass|látogasson|keressetek|találkozzunk|gyertek|jöjjenek)|standunk|nyílt nap|"
            "nyitott (kapu|pince|műhely)|"
            "(vásár|búcsú|tombola|bál|koncert|majális|szüret|falunap|bográcsoz|társadalmi munka|adventi)|"
            r"(a )?(tanfolyam|foglalkozás|próbá|edzés|óráin?k?)\p{L}* (indul|kezd|újra|elmarad|folytat)|"
            "(új|következő) (tanfolyam|időpont|csoport)|"
            r"(jelentkez|regisztráci|jelentkezni)\p{L}* (lehet|határid|nyitva|kell|itt|a)?|"
            "(korlátozott|utolsó|még) .{0,14}hely|(tagdíj|éves díj|hozzájárulás)|"
            "(keresünk|várunk|szükségünk van) .{0,14}(önkéntes|segítő|segítség)|"
            "(vízhiány|áramszünet|vízelzárás|lezárás|felújítás)|(adjátok|adja|add|küldd|oszd) .{0,10}(tovább|meg)|"
            "nem (kell|szükséges) válaszol|"
            "(találkozunk|reméljük|örülnénk|örülünk|várjuk) .{0,20}(önöket|minél|mindenkit|benneteket|titeket|ott)?|"
            r"(tájékoztat|értesít|emlékeztet|közöljük|hirdet)\p{L}*|örömmel (értesít|tájékoztat|jelent|meghív|mutat)|"
            "tájékoztatásul|emlékeztető|(írd|jegyezd|jegyezze) .{0,10}(naptár|fel)|közelgő (esemény|program)|"
            "köszönjük (mindenkinek|a támogat|bizalm|részvétel)|"
            "(kellemes|boldog|békés|áldott) (karácsony|ünnep|húsvét|új évet|újévet)|"
            "(zárva (leszünk|tartunk|vagyunk)|nem leszünk nyitva)|vendéglátás|gyülekező|mint minden évben|"
            "mellékel(ve|jük|ten) .{0,10}(program|jegyzőkönyv|árlista|meghívó|katalógus)"
        ),
    ),
    asks_leave=(
        "érdekli|kivel (beszélhet|egyeztet)|kinek (küldhet|írhat)|megmutassam|küldjek|szeretné (látni|tudni)|"
        "(küldhet|megmutathat|felhívhat|bemutathat|elküldhet|készíthet)|(érdekel|érdekelné|érdekelheti)|"
        "hány .{0,30}(szükség|kell)|beszélhetünk"
    ),
    requests=(
        "helyett|tegnap óta|ma reggel|hétfő óta|beragadt|csöpög|ahogy megbesz|"
        "(szeret|kér|keres|szüksé|rendel|vár|vásárol|felmond|lemond|reklam|panasz|érdekl|akar|jelentkez)|"
        "legyen szíves|tud(na|ja|nak|ok|tok)|ajánlat|ár[aáu]|időpont|visszatérít|csere|cserél|sérült|törött|"
        "hibás|elromlott|nem (műk|érk|kap|jött|zár)|hiány|rossz|sürg|önéletrajz|állás|munk|mikor|mennyi|küld|hív|"
        "probléma|még mindig|sajnos|válasz"
    ),
    needs="szükség|keres|árajánlat|mennyi",
    visits=(
        r"\d{1,3} (\p{L}+ )?(fő|fővel|vendég|felnőtt|gyerek|gyermek|személy|diák|tanuló|résztvevő)|(leszünk|"
        r"vagyunk) \d{1,3}|\d{1,3}-[ae]n (leszünk|vagyunk)|önöknél|nálatok|maguknál"
    ),
    announces=(
        "új (munka|megbízás|feladat) ?:|"
        r"új (\p{L}+ ){0,2}(üzenet|megkeresés|érdeklődés|érdeklődő|ajánlatkérés|kérdés|üzenete)|"
        "(üzenetet|kérdést) (küldött|írt|hagyott)|(írt|üzent) (önnek|neked)|"
        "(üzenete|kérdése|érdeklődése) érkezett|érdeklődik|(keres|szeretne) (egy|árajánlatot|ajánlatot)|"
        "kitöltötte"
    ),
    voice=VoiceWords(
        common="a az és hogy nem egy van meg is ha vagy már után között lesz",
        your="ön önnek önt öné rendelésed rendelése csomagod számlája",
    ),
    sender_functions="ügyfélszolgálat rendszer értesítő",
    letters=LetterWords(
        greetings="tisztelt|kedves|jó napot",
        closings="[üu]dv[öo]zlettel|[üu]dv|tisztelettel|k[öo]sz[öo]nettel",
        titles="úr|asszony",
        currencies="ft forint",
        orders="megrendelés",
    ),
)
