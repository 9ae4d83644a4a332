"""Hungarian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="köszönöm köszönjük köszi kösz köszönet köszönettel köszönetet köszönetemet köszike köszöntem hálás hálásak hála koszonom koszonjuk köszönetünket köszönő",
    thanked="""
        nagyon szépen hálásan még egyszer ezer szívből mindent önnek önöknek neked nektek a az is őszinte őszintén hálával vagyok vagyunk igazán ezúton mondok mondunk minden mindenkinek és tényleg külön
        gyors kedves részletes készséges segítőkész értékes hasznos alapos érthető szuper remek azonnali precíz profi korrekt rugalmas világos jó
        válaszát választ válaszukat válaszod válaszáért válaszért segítségét segítséget segítségüket segítségért segítségükért segítségéért információt információkat tájékoztatást tájékoztatását tájékoztatásért levelét visszajelzést visszajelzését türelmét türelmüket türelmet türelméért idejét fáradozását fáradozásukat fáradságát tanácsot tanácsát tanácsait tanácsokat megértését megértésüket magyarázatot magyarázatát kedvességét kedvességüket figyelmességét figyelmét támogatást támogatását ügyintézést ügyintézését hozzáállását hozzáállásukat közreműködését munkáját munkájukat kiszolgálást együttműködést bizalmat gyorsaságát tippet tippeket rugalmasságot vendéglátást hogy_segített hogy_segítettek
        hogy_(ilyen_gyorsan_|azonnal_|)(válaszolt|válaszoltak|válaszoltál|segített|segítettek|segítettél|időt_szánt_rám|utánanézett|utánanéztek)
        (őszinteségét|őszinteségüket|gyors_reakcióját|a_felvilágosítást|felvilágosítást|felvilágosítását|szíves_segítségét|szíves_válaszát|szíves_felvilágosítását|önzetlen_segítségét|lelkiismeretes_munkáját|mindent)
        szívből_jövő hálás_szívvel
    """,
    praise="""
        nagyon_jó
        (fog_|)(nagyon_|)(örülni|örülni_fog) (boldog|elégedett)_lesz
        szuper remek nagyszerű tökéletes kiváló kedves klassz fantasztikus csodás csodálatos isteni pompás gyönyörű profi ügyes aranyos rendes segítőkész segítőkészek kedvesek rendesek
        örülök örülünk örül örülnek boldog boldogok elégedett elégedettek megkönnyebbültem segített segítettek megoldódott megoldva világos érthető sikerült
        (már|most|minden|újra|ismét|most_már|most_már_minden|újra_minden|már_minden)_(működik|megy)(|_tökéletesen|_rendesen|_kiválóan) (működik|megy)_(már|most|újra|ismét|tökéletesen) értem megértettem (pont_|éppen_|)(ezt|erre|ez)_(akartam_tudni|volt_szükségem|kellett|voltam_kíváncsi)
    """,
    praised="ez az volt nagyon igazán minden most már nekem nekünk sokat rengeteget ön önök volt_öntől voltak öntől önöktől a feleségem férjem lányom fiam édesanyám anyukám apukám szüleim gyerekek családom főnököm kollégám problémám probléma válasz segítség egy hír így is meg köszönet rendkívül végre hogy_minden",
    wished="""
        napot hétvégét estét délutánt hetet munkát ünnepeket karácsonyt évet pihenést húsvétot nyarat nyaralást egészséget sikereket
        szerencsét ünnepet éjszakát új_évet utat
        újévet szüretet aratást névnapot pünkösdöt adventet szabadságot
    """,
    good="""
        kellemes szép jó békés boldog áldott nyugodt pihentető vidám eredményes sikeres sok minden_jót minden_szépet csodás
        szeretetteljes bú_ék
        derűs meghitt
    """,
    wishing="""
        további kívánok kívánunk kívánva önnek önöknek is és nektek mindenkinek az új hátralévő egész csapatnak családjának a kedves
        kívánom kívánjuk hozzá részére hétre még
        önöknek_is önnek_is
    """,
    common="és nagyon önnek önöknek nekem nekünk is még_egyszer ezúton",
    formulas="""
        (most_|így_)már_(értem|tudom|világos) ez_mindent_megmagyaráz megnyugodtam
        (önök|ön)_(fantasztikus|fantasztikusak|a_legjobb|a_legjobbak|nagyon_kedves|nagyon_kedvesek)
        (szívesen_|mindenkinek_)(ajánlom|ajánlani_fogom)_önöket öt_csillag minden_(megérkezett|rendben_megérkezett) megtaláltam
        ez_volt_a_(hiba|baj|gond) üdvözlet_(mindenkinek|a_csapatnak)
        (szép|kellemes|jó)_(vasárnapot|pénteket|délelőttöt|szombatot|hétfőt)(_kívánok|) ok oké rendben_van_és értem értettem
        megértettem világos minden_(világos|rendben|érthető|ok) viszontlátásra viszlát viszont_(kívánom|kívánjuk)
        (önnek|önöknek|neked|nektek)_is minden_(jót|jót_kívánok|szépet) szintén hasonlóképpen nincs_mit én_köszönöm mi_köszönjük
        én_is_köszönöm mi_is_köszönjük jó_(tudni|hallani) gratulálok üdvözlöm_a_csapatot vigyázzanak_magukra (jó_|)egészséget
        isten_áldja elnézést_a_zavarásért ennyi tudomásul_vettem megkaptam
        ah jaj hú hurrá hopp aha (most_már_|így_már_|akkor_|)(értem|világos|minden_világos|tiszta_sor|érthető|tudom)
        (a_spam|a_levélszemét)(_mappában|)_volt (megtaláltam|megvan|meglett)(|_a_spamben|_a_spam_mappában)
        nagy_kő_esett_le_a_szívemről
        (újra_|megint_|már_|most_|)(megy|működik|jár|fut|szól)_(mint_az_új|mint_a_karikacsapás|mint_az_óra|tökéletesen|kifogástalanul|remekül|hibátlanul)
        mint_az_új (a_|)(probléma|gond)_(megoldva|megoldódott|elhárult)
        nem_(kell|szükséges)_(válaszolnia|válaszolni|válaszolniuk|visszaírni)
        csak_(meg_akartam_|szerettem_volna_|)(köszönni|megköszönni)
        (ön|önök|te|ti)_(egy_|igazi_|)(angyal|angyalok|kincs|kincsek|tündér|a_legjobb|a_legjobbak|csodálatos|fantasztikus|nagyszerű)
        (isten_|az_isten_|jóisten_)(áldja|áldja_meg|áldd_meg)(|_önt|_önöket|_magát|_mindnyájukat) kézcsókom
        (üdvözlöm|üdvözlet|üdvözletem|puszilom|kézcsókom)_(a_|)(feleségét|férjét|családját|mindenkinek|kollégáit|kedves_feleségének|kedves_családjának|kedves_férjének|kedves_édesanyjának)
        (jó_|sok_)(egészséget|erőt|sikert|szerencsét)(|_kívánok|_önöknek|_mindenkinek) minden_jót(|_kívánok|_önöknek|_mindenkinek)
        (micsoda|milyen)_(megkönnyebbülés|öröm|gyorsaság|kedves|kedvesség|figyelmesség|kiszolgálás|jó_hír) le_a_kalappal
        (ez_|nagyon_|)(kedves|rendes|figyelmes)_(öntől|önöktől|tőled|tőletek)
    """,
    greetings="szia sziasztok üdvözlöm üdv jó_(napot|reggelt|estét|napot_kívánok|reggelt_kívánok|estét_kívánok) helló kedves(|_mindenki|_uram|_hölgyem|_ügyfélszolgálat) tisztelt(|_cím|_uram|_hölgyem|_hölgyem_uram|_uraim) szép_(napot|napot_kívánok) hello",
    closings="üdvözlettel tisztelettel köszönettel üdv barátsággal szeretettel ölelés puszi üdvözlet üdvözöl kívánja",
    closed="szívélyes őszinte sok jó napot baráti szép kívánva maradok meleg legjobb",
    titles="dr ifj özv",
    titles_after="úr asszony kisasszony úrnak asszonynak",
    functions="igazgató ügyvezető vezető tulajdonos beszerző értékesítő asszisztens könyvelő titkárság osztály ügyvéd mérnök",
    footers="ez_az_(e-mail|üzenet|email) jelen_(e-mail|üzenet|levél) gondoljon_a_környezetre mielőtt_kinyomtatja adószám cégjegyzékszám bizalmas kérjük_gondoljon",
)
