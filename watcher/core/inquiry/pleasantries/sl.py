"""Slovenian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(rad|rada)_bi_se_(vam_|)(zahvalil|zahvalila) hvala zahvaljujem zahvaljujemo zahvaliti zahvala hvaležen hvaležna hvaležni zahvalil zahvalila",
    thanked="""
        lepa najlepša iskrena iskreno lepo prisrčna prisrčno zelo še enkrat vam ti vsem vse res resnično se in za iz srca mnogo tisočkrat velika
        hiter hitro hitri vaš vašo vaše vaša prijazen prijazno prijaznost izčrpen izčrpno koristne koristno jasen jasno odlično dober dobro
        odgovor odgovore pomoč informacijo informacije sporočilo pojasnilo pojasnila razlago čas potrpljenje potrpežljivost nasvet nasvete trud podporo odzivnost odziv skrb razumevanje sodelovanje storitev ustrežljivost
    """,
    praise="""
        (bo|bodo)_(zelo_|)(vesela|vesel|veseli|navdušena|navdušen|srečna|srečen)
        super odlično odlična perfektno krasno čudovito fantastično lepo zakon prijazni prijazna prijazen ustrežljivi vesel vesela veseli navdušena navdušen navdušeni srečna srečen zadovoljna zadovoljen zadovoljni
        pomagalo pomagala pomagali rešeno rešen jasno (zdaj|sedaj|vse|spet)_(deluje|dela)(|_odlično|_brezhibno|_spet) deluje_(spet|odlično|brezhibno|zdaj) uspelo razumem
    """,
    praised="to je bilo bila ste so zelo res vse zdaj sedaj mi nam me nas se moja moj naša naš žena mož hči sin mama oče starši otroci družina šef sodelavka sodelavec problem težava odgovor pomoč tega sem smo tako zelo_zelo",
    wished="dan vikend večer teden popoldne praznike božič leto konec_tedna dopust praznik zdravja sreče uspeha poletje velika_noč dneva veliko_noč",
    good="lep lepe lepo prijeten prijetne prijetno miren mirne vesele vesel srečno srečen uspešen uspešno veliko vse_dobro vse_najboljše lepega prijetnega čudovit",
    wishing="želim želimo vam tudi še naprej in novo novega leta preostanek ekipi vsem družini vaši imejte vse",
    common="in zelo vam mi nam tudi res",
    formulas="(lepo|prijetno|mirno)_nedeljo lep_petek ok okej razumem jasno vse_(jasno|v_redu) nasvidenje na_svidenje adijo enako prav_tako tudi_vam vse_(dobro|najboljše) srečno ni_za_kaj ni_problema tudi_(jaz|mi)_(hvala|se_zahvaljujemo) hvala_vam čestitke to_je_vse se_(vidimo|slišimo)",
    greetings="dober_dan dobro_jutro dober_večer pozdravljen(i|a|) živjo zdravo spoštovan(i|a|e)(|_gospod|_gospa) drag(i|a)",
    closings="pozdravi pozdrav spoštovanjem lp pozdravljam želi",
    closed="lep lepe lepo s z prijaznimi prijazen lepimi prijazni prisrčen spoštovanjem in najlepši topel sončne vsem ekipi",
    titles="gospod gospa g ga gospodična dr mag prof",
    functions="direktor direktorica vodja prodaje nabave lastnik lastnica tajnica računovodstvo oddelek",
    footers="to_(elektronsko_|)sporočilo ta_e-pošta poslano_(z|iz) pomislite_na_okolje preden_natisnete davčna",
)
