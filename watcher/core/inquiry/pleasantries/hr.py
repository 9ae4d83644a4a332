"""Croatian, and Bosnian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(želim|htjela_bih|htio_bih|željela_bih)_(vam_|se_|)zahvaliti hvala zahvaljujem zahvaljujemo zahvaliti zahvala zahvalan zahvalna zahvalni fala zahvaljujući",
    thanked="""
        puno lijepa lijepo najljepša velika iskreno iskrena mnogo još jednom vam ti svima sve zaista stvarno se i na za od srca svega tisuću neizmjerno hiljadu
        brzom brzi brz vašem vašoj vaš vašu vaše ljubaznom ljubaznosti ljubaznost iscrpnom detaljnom korisnim jasnom brzoj odličnoj dobroj svoj cijelom
        odgovoru odgovor odgovorima pomoći pomoć informaciji informacijama informacije informaciju poruci poruku pojašnjenju objašnjenju objašnjenje vremenu vrijeme strpljenju strpljenje
        savjetu savjetima savjet savjete trudu trud podršci podršku susretljivosti susretljivost razumijevanju suradnji usluzi usluga reakciji
        što_ste_(mi_|nam_|se_)(tako_brzo_|odmah_|)(odgovorili|pomogli|javili|objasnili)
        na_(svemu|iskrenosti|trudu|vremenu|ljubaznosti|brzini|brzom_odgovoru|brzom_odazivu|lijepim_riječima|brizi|detaljnom_odgovoru)
        od_(srca|sveg_srca)
    """,
    praise="""
        (će_se|će_nas|će_me)_(jako_|)obradovati (bit_će|će_biti)_(jako_|)(sretna|sretan|sretni|oduševljena|oduševljen|presretna|presretan)
        super odlično odlična savršeno krasno divno fantastično lijepo sjajno vrh ljubazni ljubazna ljubazan susretljivi drago oduševljena oduševljen oduševljeni sretna sretan sretni zadovoljna zadovoljan zadovoljni veseli
        pomoglo pomogli pomogla riješeno riješen jasno (sada|sad|sve|opet|ponovo)_(radi|funkcionira)(|_odlično|_savršeno|_opet) radi_(opet|odlično|savršeno|sada|sve|ponovo|ponovno) uspjelo razumijem shvatio shvatila
    """,
    praised="to je bilo bila ste su vrlo jako zaista stvarno sve sada sad mi nam me nas se moja moj naša naš žena muž supruga suprug kći kćer kćerka sin mama tata roditelji djeca obitelj porodica šef kolegica kolega problem odgovor pomoć sam smo tako vam od_vas vaš",
    wished="""
        dan vikend večer tjedan popodne blagdane božić godinu godina praznike odmor uskrs zdravlja sreće uspjeha ljeto dana vikenda
        večeri ostatak_dana ostatak_tjedna bajram
        nova_godina blagdani berba berbu godišnji put imendan novu_godinu žetvu
    """,
    good="""
        ugodan ugodne ugodnu ugodno lijep lijepu lijepe lijepo lijepi sretan sretnu sretne sretna miran mirne vesele puno
        sve_najbolje svako_dobro blagoslovljen blagoslovljene čestit prijatan dobar ugodnog lijepog
        veseli ugodna blagoslovljena bogata uspješna
    """,
    wishing="želim želimo vam također i nastavak novu nova nove cijelom timu svima obitelji vašoj imajte još ostatak dana tjedna od_srca",
    common="i vrlo jako vam mi nam također zaista",
    formulas="""
        (ugodnu|lijepu|sretnu)_(nedjelju|subotu|srijedu|sedmicu) (ugodan|lijep)_petak ok okej razumijem jasno
        sve_(jasno|je_jasno|pet|u_redu|ok) doviđenja adio bok također takođe i_vama sve_(najbolje|dobro) nema_na_čemu nema_problema
        molim_i_drugi_put drago_mi_je hvala_(i_|)vama i_(ja|mi)_(hvala|zahvaljujemo) čestitam čestitke čujemo_se vidimo_se
        na_zdravlje to_je_sve
        ah oh uf hura aha (sada_|sad_|)(razumijem|znam|jasno|je_jasno|mi_je_jasno|je_sve_jasno|kužim)
        (bio|bila|bilo|završio|završila)_(je_|)u_(spamu|neželjenoj_pošti) (našao|našla)_sam_(ga|ju|)(|_u_spamu)
        pao_mi_je_kamen_sa_srca
        (radi|ide)_(opet_|sada_|ponovno_|)(kao_nov|kao_nova|kao_sat|odlično|savršeno|besprijekorno|super|ko_švicarski_sat)
        kao_nov(|a|o) (problem_|)(riješen|je_riješen|riješeno) ne_(morate|trebate)_odgovarati
        (samo_|)(htio|htjela|želio|željela)_sam_(vam_|se_|)(samo_|)(zahvaliti|reći_hvala)
        (vi_ste|ste|si)_(pravi_|prava_|)(zlato|anđeo|anđeli|blago|super|najbolji|najbolja|carevi|car|divni|divna|zakon)
        (puno_|lijepe_|)(pozdrav|pozdrava|pozdrave)_(svima|ekipi|supruzi|suprugu|obitelji|doma|gospođi)
        (sve_najbolje|puno_zdravlja|živi_bili|bog_vas_blagoslovio|čuvajte_se|samo_zdravlje|zdravi_bili) kapa_dolje svaka_čast
    """,
    greetings="dobar_dan dobro_jutro dobra_večer dobro_veče pozdrav zdravo bok poštovan(i|a|)(|_gospodine|_gospođo) drag(i|a) dragi_svi selam",
    closings="pozdrav pozdravi poštovanjem lp pozdravljam srdačno žele želi štovanjem",
    closed="lijep lijepi srdačan srdačni s sa i puno topli iskreno vaš vaša najljepši osobitim prijateljski svima timu",
    titles="gospodin gospodine gospođa gospođo gđa gđo g gospođica dr mr prof ing",
    functions="direktor direktorica voditelj voditeljica prodaje nabave vlasnik vlasnica tajnica računovodstvo odjel",
    footers="ova_(poruka|e-pošta|elektronička_poruka) ovaj_e-mail poslano_(s|sa|iz) mislite_na_okoliš prije_ispisa oib",
)
