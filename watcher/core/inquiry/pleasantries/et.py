"""Estonian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="soovin_tänada aitäh tänan täname tänu tänud tänulik tänulikud tänuga aitähh tänades tänada suuraitäh",
    thanked="""
        väga palju suur suured suured_tänud teid teile sind sulle veel kord kõige eest kogu südamest siiralt kõik ja oleme olen
        kiire kiirete hea põhjaliku meeldiva selge lahke abi vastuse vastuste info informatsiooni kannatlikkuse nõu nõuande
        nõuannete selgituse selgituste aja teeninduse abivalmiduse mõistmise mõistva suhtumise vaeva tagasiside kirja lahkuse
        koostöö toetuse kasuliku professionaalse kiirelt vastamast vastamise te teie sinu
        et_(vastasite|vastasid|aitasite|aitasid|leidsite_aega)(|_nii_kiiresti|_kohe)
        (kõige|aususe|kiire_reageerimise|hea_nõu|põhjaliku_vastuse|vaeva|mõistmise|lahkuse|südamlikkuse|aja)_eest kogu_südamest
    """,
    praise="rõõmustab_väga super suurepärane suurepäraselt väga_hea tore toredad imeline ideaalne ideaalselt kena lahke lahked abivalmid tubli vahva rõõmus rõõmsad rahul õnnelik kergendus aitas aitasite lahendatud selge selged kõik_(töötab|selge|toimib|korras) (nüüd_|)(töötab|toimib)_(jälle|nüüd|hästi|ideaalselt|kõik) (nüüd|jälle)_(töötab|toimib) sain_aru ",
    praised="see oli on olite olete väga tõesti nüüd mind meid mul meil kõik minu meie naine mees tütar poeg ema isa vanemad lapsed pere ülemus kolleeg probleem vastus abi nii teist lõpuks",
    wished="""
        päeva nädalavahetust õhtut nädalat pühi jõule aastat puhkust suve päevajätku jätku nädala jõulupühi lihavõtteid tervist edu
        jõulu pühade pidu
        sügist jaanipäeva uut_aastat vana-aastat reisi
    """,
    good="ilusat head kena kaunist rahulikku toredat meeldivat mõnusat häid rõõmsaid kõike_head palju päikselist",
    wishing="""
        soovin soovime teile sulle uut ja ka kogu kõigile perele jätku veel
        teile_kõigile teilegi ka_teile
    """,
    common="ja väga teile sulle mulle meile ka veel",
    formulas="""
        (ilusat|kena)_hommikut ok selge sain_aru arusaadav kõik_selge nägemist head_aega samuti teile_ka kõike_(head|paremat)
        pole_tänu_väärt hea_teada tore_kuulda kohtumiseni kuulmiseni õnnitlused jõudu
        ah oh oi hurraa uhh ahaa (nüüd_|)(saan_aru|tean|on_selge|on_kõik_selge|sain_aru)
        (oli|leidsin)_(selle_|)(rämpspostist|rämpspostis|rämpsposti_kaustast) kivi_langes_südamelt
        (töötab|käib)_(nüüd_|jälle_|taas_|)(nagu_uus|nagu_kellavärk|ideaalselt|suurepäraselt|laitmatult) nagu_uus
        (probleem_|)(lahendatud|sai_lahenduse|lahenes) (vastata_ei_ole_vaja|ei_pea_vastama)
        (tahtsin|soovisin)_(lihtsalt_|vaid_|)tänada
        (olete|oled)_(tõeline_|lihtsalt_|)(kullatükk|ingel|inglid|super|parim|parimad|toredad|imeline|imelised)
        (tervitused|tervitusi)_(kõigile|meeskonnale|perele|abikaasale) (kõike_head|jõudu|jõudu_tööle|tervist|hoidke_end) müts_maha
    """,
    greetings="tere tere_(hommikust|päevast|õhtust|taas) lugupeetud hea austatud(|_härra|_proua) head",
    closings="tervitades tervitustega lugupidamisega parimate parimatega tervitusi soovib",
    closed="soovidega kõige paremate heade sõbralike ja",
    titles="härra proua hr pr dr",
    functions="juhataja direktor juht müügijuht omanik raamatupidaja spetsialist assistent",
    footers="see_(e-kiri|kiri) käesolev saadetud_minu saadetud mõtle_keskkonnale",
)
