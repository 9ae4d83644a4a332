"""Serbian, in both scripts."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="hvala zahvaljujem zahvaljujemo zahvaliti zahvalan zahvalna zahvalni хвала захваљујем захваљујемо захвалан захвална захвални",
    thanked="""
        puno lepo najlepše velika velike mnogo još jednom vam ti svima sve zaista stvarno se i na za od srca iskreno hiljadu
        brzom vašem vašoj vaš vašu ljubaznom ljubaznosti iscrpnom detaljnom jasnom brzoj odličnoj vremenu odgovoru odgovor pomoći pomoć informaciji informacijama informacije poruci objašnjenju strpljenju strpljenje savetu savetima saradnji trudu podršci razumevanju usluzi reakciji
        пуно лепо најлепше велика велике много још једном вам ти свима све заиста стварно се и на за од срца искрено
        брзом вашем вашој ваш вашу љубазном љубазности исцрпном детаљном јасном брзој времену одговору одговор помоћи помоћ информацији информацијама информације поруци објашњењу стрпљењу стрпљење савету саветима сарадњи труду подршци разумевању услузи
    """,
    praise="""
        super odlično odlična savršeno divno fantastično lepo sjajno ljubazni ljubazna drago oduševljena oduševljen srećna srećan zadovoljna zadovoljan zadovoljni pomoglo pomogli rešeno rešen jasno (sada|sad|sve|opet|ponovo)_radi(|_odlično|_savršeno) radi_(opet|odlično|sada|sve|ponovo) uspelo razumem
        супер одлично одлична савршено дивно фантастично лепо сјајно љубазни драго одушевљена одушевљен срећна срећан задовољна задовољан задовољни помогло помогли решено решен јасно (сада|сад|све|опет|поново)_ради(|_одлично|_савршено) ради_(опет|одлично|сада|све|поново) успело разумем
    """,
    praised="to je bilo ste su vrlo jako zaista stvarno sve sada sad mi nam me nas moja moj naša naš žena muž supruga kćerka sin mama tata roditelji deca porodica šef kolega problem odgovor pomoć sam smo od_vas то је било сте су врло јако заиста стварно све сада сад ми нам ме нас моја мој наша наш жена муж ћерка син мама тата деца породица проблем одговор помоћ сам смо од_вас",
    wished="dan vikend veče praznike božić godinu godina odmor uskrs popodne zdravlja sreće uspeha slavu дан викенд вече празнике божић годину година одмор ускрс поподне здравља среће успеха славу",
    good="prijatan prijatno lep lepu lepo srećan srećnu srećne srećna puno sve_najbolje svako_dobro ugodan пријатан пријатно леп лепу лепо срећан срећну срећне срећна пуно све_најбоље свако_добро угодан",
    wishing="želim želimo vam takođe i nastavak novu nova svima porodici timu još ostatak dana желим желимо вам такође и наставак нову нова свима породици још остатак дана",
    common="i vrlo vam mi nam takođe и врло вам ми нам такође",
    formulas="""
        (prijatnu|lepu|srećnu)_(nedelju|subotu) (пријатну|лепу)_(недељу|суботу) ok razumem jasno sve_(jasno|je_jasno|u_redu)
        doviđenja takođe i_vama sve_najbolje nema_na_čemu nema_problema hvala_(i_|)vama čujemo_se pozdrav разумем јасно
        све_(јасно|је_јасно|у_реду) довиђења такође и_вама све_најбоље нема_на_чему нема_проблема хвала_(и_|)вама чујемо_се поздрав
        ах ох уф ура ах_да аха (сада_|сад_|)(разумем|знам|јасно|је_јасно|ми_је_јасно|ми_је_све_јасно) камен_ми_је_пао_са_срца
        (ради|иде)_(опет_|сада_|поново_|)(као_нов|као_нова|као_сат|одлично|савршено|супер) као_нов(|а|о) проблем_(је_|)решен
        не_морате_да_одговорите (ви_сте|сте)_(право_|прави_|)(злато|анђео|супер|најбољи|дивни|цар|цареви)
        (пуно_|)поздрава_(свима|супрузи|породици)
        (срећан|срећна|срећни|пријатан|пријатно|леп|мирне)_(божић|ускрс|нова_година|празници|празнике|викенд|дан|вече|недељу|слава|пут)
        свако_добро живи_били свака_част ah oh uf ura (sada_|sad_|)(razumem|znam|jasno|je_jasno|mi_je_jasno|mi_je_sve_jasno)
        kamen_mi_je_pao_sa_srca (radi|ide)_(opet_|sada_|ponovo_|)(kao_nov|kao_nova|kao_sat|odlično|savršeno|super) problem_je_rešen
        (vi_ste|ste)_(pravo_|pravi_|)(zlato|anđeo|super|najbolji|divni|car|carevi)
        (srećan|srećna|srećni|prijatan|prijatno|lep|mirne)_(božić|uskrs|nova_godina|praznici|praznike|vikend|dan|veče|nedelju|slava|put)
        svako_dobro živi_bili svaka_čast
    """,
    greetings="dobar_dan dobro_jutro dobro_veče dobro_veče zdravo pozdrav poštovan(i|a)(|_gospodine|_gospođo) drag(i|a) добар_дан добро_јутро добро_вече здраво поздрав поштован(и|а)(|_господине|_госпођо) драг(и|а)",
    closings="pozdrav pozdravi poštovanjem pozdravljam srdačno поздрав поздрави поштовањем поздрављам срдачно",
    closed="lep lepi srdačan s sa puno topli iskreno леп срдачан с са пуно топли искрено",
    titles="gospodin gospodine gospođa gospođo gđa g dr prof господин господине госпођа госпођо гђа г др проф",
    functions="direktor direktorka vlasnik vlasnica директор директорка власник власница",
    footers="ova_poruka poslato_sa послато_са ова_порука pib пиб",
)
