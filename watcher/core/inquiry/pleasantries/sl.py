"""Slovenian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(rad|rada)_bi_se_(vam_|)(zahvalil|zahvalila) hvala zahvaljujem zahvaljujemo zahvaliti zahvala hvaležen hvaležna hvaležni zahvalil zahvalila",
    thanked="""
        lepa najlepša iskrena iskreno lepo prisrčna prisrčno zelo še enkrat vam ti vsem vse res resnično se in za iz srca mnogo tisočkrat velika
        hiter hitro hitri vaš vašo vaše vaša prijazen prijazno prijaznost izčrpen izčrpno koristne koristno jasen jasno odlično dober dobro
        odgovor odgovore pomoč informacijo informacije sporočilo pojasnilo pojasnila razlago čas potrpljenje potrpežljivost nasvet nasvete trud podporo odzivnost odziv skrb razumevanje sodelovanje storitev ustrežljivost
        da_ste_(mi_|nam_|si_)(tako_hitro_|takoj_|)(odgovorili|pomagali|vzeli_čas|svetovali)
        za_(vse|iskrenost|vaš_čas|prijaznost|trud|hiter_odziv|odziv|izčrpen_odgovor|lepe_besede|skrb) iz_srca iz_vsega_srca
    """,
    praise="""
        (bo|bodo)_(zelo_|)(vesela|vesel|veseli|navdušena|navdušen|srečna|srečen)
        super odlično odlična perfektno krasno čudovito fantastično lepo zakon prijazni prijazna prijazen ustrežljivi vesel vesela veseli navdušena navdušen navdušeni srečna srečen zadovoljna zadovoljen zadovoljni
        pomagalo pomagala pomagali rešeno rešen jasno (zdaj|sedaj|vse|spet)_(deluje|dela)(|_odlično|_brezhibno|_spet) deluje_(spet|odlično|brezhibno|zdaj) uspelo razumem
    """,
    praised="to je bilo bila ste so zelo res vse zdaj sedaj mi nam me nas se moja moj naša naš žena mož hči sin mama oče starši otroci družina šef sodelavka sodelavec problem težava odgovor pomoč tega sem smo tako zelo_zelo",
    wished="""
        dan vikend večer teden popoldne praznike božič leto konec_tedna dopust praznik zdravja sreče uspeha poletje velika_noč dneva
        veliko_noč
        velikonočne_praznike novo_leto počitnice trgatev letino pot žetev
    """,
    good="""
        lep lepe lepo prijeten prijetne prijetno miren mirne vesele vesel srečno srečen uspešen uspešno veliko vse_dobro
        vse_najboljše lepega prijetnega čudovit
        blagoslovljene bogato
    """,
    wishing="želim želimo vam tudi še naprej in novo novega leta preostanek ekipi vsem družini vaši imejte vse",
    common="in zelo vam mi nam tudi res",
    formulas="""
        (lepo|prijetno|mirno)_nedeljo lep_petek ok okej razumem jasno vse_(jasno|v_redu) nasvidenje na_svidenje adijo enako
        prav_tako tudi_vam vse_(dobro|najboljše) srečno ni_za_kaj ni_problema tudi_(jaz|mi)_(hvala|se_zahvaljujemo) hvala_vam
        čestitke to_je_vse se_(vidimo|slišimo)
        ah oh uf hura aha (zdaj_|)(razumem|vem|je_jasno|mi_je_jasno|je_vse_jasno)
        (je_bilo|je_bila|je_pristalo)_v_(vsiljeni_pošti|spamu) (našel|našla)_sem_(ga|jo|ju|)(|_v_spamu)
        kamen_se_mi_je_odvalil_od_srca
        (dela|deluje|teče)_(spet_|zdaj_|)(kot_nov|kot_nova|kot_urica|odlično|brezhibno|perfektno|super) kot_nov(|a|o)
        (težava_|problem_|)(rešena|rešen|je_rešena|je_rešen) ni_(treba|potrebno)_odgovarjati
        (samo_|)(zahvaliti|zahvalila|zahvalil)_(sem_se_|bi_se_|se_|)(želel|želela|rad|rada)
        (ste|si)_(pravi_|prava_|)(zaklad|angel|angeli|zlata|zlati|super|najboljši|carji|zakon|odlični)
        (lepe_|)pozdrave_(vsem|ekipi|ženi|možu|družini|doma)
        (vse_dobro|veliko_zdravja|srečno|imejte_se_lepo|lepo_se_imejte|čuvajte_se) kapo_dol svaka_čast
    """,
    greetings="dober_dan dobro_jutro dober_večer pozdravljen(i|a|) živjo zdravo spoštovan(i|a|e)(|_gospod|_gospa) drag(i|a)",
    closings="pozdravi pozdrav spoštovanjem lp pozdravljam želi",
    closed="lep lepe lepo s z prijaznimi prijazen lepimi prijazni prisrčen spoštovanjem in najlepši topel sončne vsem ekipi",
    titles="gospod gospa g ga gospodična dr mag prof",
    functions="direktor direktorica vodja prodaje nabave lastnik lastnica tajnica računovodstvo oddelek",
    footers="to_(elektronsko_|)sporočilo ta_e-pošta poslano_(z|iz) pomislite_na_okolje preden_natisnete davčna",
)
