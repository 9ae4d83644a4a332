"""Lithuanian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(noriu|norime|norėčiau)_(jums_|)padėkoti ačiū dėkoju dėkojame dėkui dėkingas dėkinga dėkingi padėka padėkoti aciu dekoju dėkodamas dėkodama",
    thanked="""
        labai didelis didelį didžiulis nuoširdžiai nuoširdus jums tau dar kartą visiem visiems už viską iš širdies tikrai tūkstantį
        ir aš mes greitą greitus greita išsamų išsamią malonų malonią aiškų aiškią jūsų gerą puikų puikią naudingą skubų operatyvų
        atsakymą atsakymus pagalbą informaciją žinutę laišką paaiškinimą laiką kantrybę patarimą patarimus supratingumą supratimą
        rūpestį palaikymą aptarnavimą bendradarbiavimą darbą paslaugą dėmesį paslaugumą pastangas rekomendaciją rekomendacijas
        operatyvumą geranoriškumą konsultaciją
        kad_(taip_greitai_|iškart_|)(atsakėte|padėjote|paaiškinote|skyrėte_laiko)
        už_(viską|nuoširdumą|atvirumą|sąžiningumą|greitą_reakciją|rūpestį|šiltus_žodžius|geranoriškumą|supratimą|skirtą_laiką|išsamų_atsakymą|operatyvumą)
        iš_(visos_širdies|širdies) širdingai
    """,
    praise="bus_(labai_|)(laiminga|laimingas|patenkinta|patenkintas) super puiku puikus puikiai nuostabu nuostabiai šaunu šaunūs tobula tobulai malonu malonūs smagu fantastiška paslaugūs džiaugiuosi džiaugiamės apsidžiaugs laiminga laimingas patenkinta patenkintas patenkinti padėjo padėjote išspręsta išsispręndė išsisprendė aišku (viskas|dabar|vėl|jau|viskas_jau|dabar_viskas)_veikia(|_puikiai) veikia_(vėl|puikiai|dabar|viskas) pavyko supratau suprantu",
    praised="tai yra buvo jūs buvote esate labai tikrai dabar viskas man mums mano mūsų žmona vyras dukra sūnus mama tėtis tėvai vaikai šeima vadovas kolegė kolega problema atsakymas pagalba jau girdėti",
    wished="""
        dienos vakaro savaitės savaitgalio švenčių kalėdų metų atostogų poilsio popietės sveikatos sėkmės vasaros velykų dieną
        vakarą savaitgalį
        rudens naujųjų_metų joninių derliaus kelionės nakties
    """,
    good="""
        gražios geros gražaus gero malonaus malonios gražių linksmų šventų laimingų ramių ramaus saulėtos puikios puikaus jaukių
        daug visko_geriausio stiprios gražią gražų
        smagaus sėkmingų
    """,
    wishing="taip_pat linkiu linkime jums tau ir naujųjų visiems likusios su šv šeimai kolektyvui artėjančiomis jūsų",
    common="ir labai jums man mums taip_pat dar_kartą",
    formulas="""
        (gražaus|gero|ramaus)_(sekmadienio|ryto|penktadienio) ok aišku supratau suprantu viskas_(aišku|gerai|tvarkoj|tvarkoje)
        viso_(gero|geriausio|labo) iki iki_(pasimatymo|greito) sudie jums_taip_pat taip_pat ir_jums nėra_už_ką malonu_girdėti sėkmės
        sveikinu su_(šventėmis|artėjančiomis_šventėmis|naujaisiais_metais) gera_žinoti
        ak oi valio uff aha (dabar_|)(supratau|suprantu|žinau|aišku|viskas_aišku)
        (buvo|rado|radau)_(šlamšte|šlamšto_aplanke|brukalų_aplanke) (radau|rado)(|_šlamšte) akmuo_nuo_širdies_nusirito
        (veikia|važiuoja)_(dabar_|vėl_|)(kaip_naujas|kaip_nauja|kaip_laikrodis|puikiai|idealiai|nepriekaištingai) kaip_nauj(as|a)
        (problema_|)(išspręsta|išsisprendė) (nereikia|nebūtina)_atsakyti (norėjau|norėjome)_(tik_|tiesiog_|)padėkoti
        (jūs|esate|tu)_(tikras_|tikra_|tiesiog_|)(angelas|auksas|nuostabūs|nuostabi|nuostabus|geriausi|geriausia|super|šaunuoliai)
        (linkėjimai|linkėjimų|perduokite_linkėjimus)_(visiems|komandai|žmonai|vyrui|šeimai)
        (viso_ko_geriausio|sveikatos|sėkmės|stiprybės|viso_gero|būkite_sveiki) nuleidžiu_kepurę
    """,
    greetings="laba_diena labas labas_(rytas|vakaras) sveiki gerb(iamas|iama|iami) gerb miel(as|a|i) laba",
    closings="pagarba linkėjimais linkėjimai nuoširdžiai linki pagarbiai",
    closed="su geriausiais geri geriausi jūsų šiltais draugiškais didele visiems",
    titles="ponas ponia dr pone",
    functions="direktorius direktorė vadovas vadovė vadybininkas vadybininkė savininkas buhalterė",
    footers="šis_(el|laiškas|elektroninis) ši_žinutė išsiųsta_iš siunčiama_iš pagalvokite_apie_aplinką",
)
