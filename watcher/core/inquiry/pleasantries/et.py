"""Estonian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="soovin_tänada aitäh tänan täname tänu tänud tänulik tänulikud tänuga aitähh tänades tänada suuraitäh",
    thanked="väga palju suur suured suured_tänud teid teile sind sulle veel kord kõige eest kogu südamest siiralt kõik ja oleme olen kiire kiirete hea põhjaliku meeldiva selge lahke abi vastuse vastuste info informatsiooni kannatlikkuse nõu nõuande nõuannete selgituse selgituste aja teeninduse abivalmiduse mõistmise mõistva suhtumise vaeva tagasiside kirja lahkuse koostöö toetuse kasuliku professionaalse kiirelt vastamast vastamise te teie sinu",
    praise="rõõmustab_väga super suurepärane suurepäraselt väga_hea tore toredad imeline ideaalne ideaalselt kena lahke lahked abivalmid tubli vahva rõõmus rõõmsad rahul õnnelik kergendus aitas aitasite lahendatud selge selged kõik_(töötab|selge|toimib|korras) (nüüd_|)(töötab|toimib)_(jälle|nüüd|hästi|ideaalselt|kõik) (nüüd|jälle)_(töötab|toimib) sain_aru ",
    praised="see oli on olite olete väga tõesti nüüd mind meid mul meil kõik minu meie naine mees tütar poeg ema isa vanemad lapsed pere ülemus kolleeg probleem vastus abi nii teist lõpuks",
    wished="päeva nädalavahetust õhtut nädalat pühi jõule aastat puhkust suve päevajätku jätku nädala jõulupühi lihavõtteid tervist edu jõulu pühade pidu",
    good="ilusat head kena kaunist rahulikku toredat meeldivat mõnusat häid rõõmsaid kõike_head palju päikselist",
    wishing="soovin soovime teile sulle uut ja ka kogu kõigile perele jätku veel",
    common="ja väga teile sulle mulle meile ka veel",
    formulas="(ilusat|kena)_hommikut ok selge sain_aru arusaadav kõik_selge nägemist head_aega samuti teile_ka kõike_(head|paremat)  pole_tänu_väärt hea_teada tore_kuulda kohtumiseni kuulmiseni õnnitlused jõudu",
    greetings="tere tere_(hommikust|päevast|õhtust|taas) lugupeetud hea austatud(|_härra|_proua) head",
    closings="tervitades tervitustega lugupidamisega parimate parimatega tervitusi soovib",
    closed="soovidega kõige paremate heade sõbralike ja",
    titles="härra proua hr pr dr",
    functions="juhataja direktor juht müügijuht omanik raamatupidaja spetsialist assistent",
    footers="see_(e-kiri|kiri) käesolev saadetud_minu saadetud mõtle_keskkonnale",
)
