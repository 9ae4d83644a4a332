"""Latvian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="paldies pateicos pateicamies pateicība pateicību pateicīgs pateicīga pateicīgi",
    thanked="""
        liels lielu liela sirsnīgs sirsnīgu jums tev vēlreiz visiem par visu no sirds ļoti milzīgs daudz un es mēs ātro ātru
        atsaucību operatīvo laipno izsmeļošo skaidro jūsu labo atbildi atbildēm palīdzību informāciju ziņu skaidrojumu laiku
        pacietību padomu padomiem sapratni atbalstu attieksmi apkalpošanu darbu sadarbību ieteikumu ieteikumiem pūlēm laipnību
        izpratni
        ka_(tik_ātri_|uzreiz_|)(atbildējāt|palīdzējāt|izskaidrojāt|veltījāt_laiku)
        par_(visu|sirsnību|godīgumu|atklātību|ātro_reakciju|rūpēm|siltajiem_vārdiem|veltīto_laiku|izsmeļošu_atbildi|operativitāti|laipnību|sapratni)
        no_(visas_sirds|sirds)
    """,
    praise="super lieliski lieliska lielisks brīnišķīgi perfekti jauki jauka forši izcili laipni laipns laipna priecīga priecīgs priecīgi laimīga laimīgs apmierināta apmierināts palīdzēja palīdzējāt atrisināts atrisināta skaidrs (viss|tagad|atkal|nu)_(strādā|darbojas)(|_lieliski|_perfekti) (strādā|darbojas)_(atkal|lieliski|tagad) sapratu izdevās prieks priecājos",
    praised="tas ir bija jūs esat bijāt ļoti tiešām tagad viss man mums mans mana mūsu sieva vīrs meita dēls mamma tētis bērni ģimene kolēģe kolēģis problēma atbilde palīdzība tik dzirdēt",
    wished="""
        dienu diena vakaru vakars nedēļu nedēļa brīvdienas brīvdienu nedēļas_nogali nedēļas_nogale svētkus svētki ziemassvētkus
        ziemassvētki gadu gads atvaļinājumu vasaru lieldienas veselību veiksmi panākumus
        rudeni jauno_gadu līgo jāņus ceļojumu ražu
    """,
    good="""
        jauku jauka jauks labu laba labs skaistu skaista jaukas jaukus priecīgus priecīgas laimīgu mierīgu saulainu veiksmīgu gaišus
        visu_labu stipru
        mierīgus priecīgu patīkamu
    """,
    wishing="""
        lai vēlu vēlam vēlot jums jauno arī visiem izdodas turpmāku atlikušo un ģimenei komandai
        visiems
    """,
    common="un ļoti jums man mums arī vēlreiz",
    formulas="""
        ok skaidrs sapratu viss_(skaidrs|kārtībā) uz_redzēšanos visu_labu visu_gaišu jums_arī arī_jums tāpat nav_par_ko atā
        priecājos_dzirdēt
        ak ui urrā uf aha (tagad_|)(sapratu|saprotu|zinu|skaidrs|viss_skaidrs) (bija|atradu)_(mēstulēs|surogātpastā|spamā)
        (atradu|atradām)(|_mēstulēs) akmens_novēlās_no_sirds
        (strādā|darbojas|iet)_(tagad_|atkal_|)(kā_jauns|kā_jauna|kā_pulkstenis|lieliski|ideāli|perfekti) kā_jaun(s|a)
        (problēma_|)(atrisināta|atrisinājās) nav_(jāatbild|vajadzības_atbildēt) (gribēju|vēlējos)_(tikai_|vienkārši_|)pateikties
        (jūs_esat|esat|tu_esi)_(īsts_|īsta_|vienkārši_|)(eņģelis|zelts|brīnišķīgi|brīnišķīga|labākie|labākā|super|malači)
        (sveicieni|sveicienus|nododiet_sveicienus)_(visiems|komandai|sievai|vīram|ģimenei)
        (visu_labu|lai_veicas|veselību|veiksmi|turieties|saudzējiet_sevi) cepuri_nost
    """,
    greetings="labdien labrīt labvakar sveiki sveika sveiks cienījam(ais|ā|ie) godātie",
    closings="sveicieniem cieņu cieņā sveicienu vēlējumiem sveicieni ar_cieņu",
    closed="ar labākajiem sirsnīgiem patiesu jūsu draudzīgiem saulainiem",
    titles="kungs kundze dr",
    titles_after="kungs kundze kungam kundzei",
    functions="direktors direktore vadītājs vadītāja īpašnieks grāmatvede",
    footers="šis_e-pasts šī_vēstule nosūtīts_no padomājiet_par_vidi",
)
