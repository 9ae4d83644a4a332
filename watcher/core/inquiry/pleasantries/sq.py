"""Albanian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="faleminderit flm falemnderit mirënjohës mirënjohje falënderoj falënderojmë falenderit",
    thanked="shumë ju juve për ndihmën përgjigjen përgjigjjen informacionin informacionet kohën durimin këshillën këshillat shpjegimin shpjegimet mirëkuptimin e i të tuaj tuaja shpejtë gjithçka edhe një herë nga zemra dhe mbështetjen shërbimin bashkëpunimin sinqerisht dhe_një vëmendjen të_gjithëve mirësinë unë ne",
    praise="shkëlqyeshëm perfekt mrekulli mrekullueshëm super lumtur kënaqur gëzuar u_zgjidh qartë (tani|gjithçka|përsëri)_(punon|funksionon)(|_mirë) ndihmoi kuptova",
    praised="shumë është ishte ju ishit gjithçka tani kjo ky më na jam jemi problemi gruaja burri vajza djali nëna e i shumë_të",
    wished="ditë ditën mbrëmje fundjavë javë festa festat vit krishtlindje bajram pushime shëndet natë",
    good="mirë bukur bukura këndshme gëzuar lumtur fat të_mirë mbarë",
    wishing="ju uroj urojmë një të e ri edhe dhe juve gjithë familjes vitin ditë kalofshi",
    common="dhe shumë ju juve edhe",
    formulas="ok kuptova qartë gjithçka_(qartë|në_rregull) mirupafshim gjithashtu edhe_juve ju_lutem_s'ka_përse s'ka_përse asgjë tungjatjeta gjithë_të_mirat",
    greetings="përshëndetje tungjatjeta mirëdita mirëmëngjes mirëmbrëma i_nderuar e_nderuar të_nderuar i_dashur e_dashur",
    closings="respekt përshëndetje sinqerisht nderime",
    closed="me shumë të më mira ngrohta",
    titles="zoti zonja z znj dr",
)
