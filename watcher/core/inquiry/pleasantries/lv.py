"""Latvian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="paldies pateicos pateicamies pateicība pateicību pateicīgs pateicīga pateicīgi",
    thanked="liels lielu liela sirsnīgs sirsnīgu jums tev vēlreiz visiem par visu no sirds ļoti milzīgs daudz un es mēs ātro ātru atsaucību operatīvo laipno izsmeļošo skaidro jūsu labo atbildi atbildēm palīdzību informāciju ziņu skaidrojumu laiku pacietību padomu padomiem sapratni atbalstu attieksmi apkalpošanu darbu sadarbību ieteikumu ieteikumiem pūlēm laipnību izpratni ",
    praise="super lieliski lieliska lielisks brīnišķīgi perfekti jauki jauka forši izcili laipni laipns laipna priecīga priecīgs priecīgi laimīga laimīgs apmierināta apmierināts palīdzēja palīdzējāt atrisināts atrisināta skaidrs (viss|tagad|atkal|nu)_(strādā|darbojas)(|_lieliski|_perfekti) (strādā|darbojas)_(atkal|lieliski|tagad) sapratu izdevās prieks priecājos",
    praised="tas ir bija jūs esat bijāt ļoti tiešām tagad viss man mums mans mana mūsu sieva vīrs meita dēls mamma tētis bērni ģimene kolēģe kolēģis problēma atbilde palīdzība tik dzirdēt",
    wished="dienu diena vakaru vakars nedēļu nedēļa brīvdienas brīvdienu nedēļas_nogali nedēļas_nogale svētkus svētki ziemassvētkus ziemassvētki gadu gads atvaļinājumu vasaru lieldienas veselību veiksmi panākumus ",
    good="jauku jauka jauks labu laba labs skaistu skaista jaukas jaukus priecīgus priecīgas laimīgu mierīgu saulainu veiksmīgu gaišus visu_labu stipru",
    wishing="lai vēlu vēlam vēlot jums jauno arī visiem izdodas turpmāku atlikušo un ģimenei komandai",
    common="un ļoti jums man mums arī vēlreiz",
    formulas="ok skaidrs sapratu viss_(skaidrs|kārtībā) uz_redzēšanos visu_labu visu_gaišu jums_arī arī_jums tāpat nav_par_ko atā priecājos_dzirdēt",
    greetings="labdien labrīt labvakar sveiki sveika sveiks cienījam(ais|ā|ie) godātie",
    closings="sveicieniem cieņu cieņā sveicienu vēlējumiem sveicieni ar_cieņu",
    closed="ar labākajiem sirsnīgiem patiesu jūsu draudzīgiem saulainiem",
    titles="kungs kundze dr",
    titles_after="kungs kundze kungam kundzei",
    functions="direktors direktore vadītājs vadītāja īpašnieks grāmatvede",
    footers="šis_e-pasts šī_vēstule nosūtīts_no padomājiet_par_vidi",
)
