"""Welsh."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="diolch ddiolch diolchgar",
    thanked="yn fawr iawn am eich dy ateb help cymorth gwybodaeth amynedd amser y yr cyflym eto i chi ti o galon a ac popeth",
    praise="gwych ardderchog bendigedig hyfryd perffaith da da_iawn hapus wedi_ei_ddatrys",
    praised="mae mae'n yn iawn wedi",
    wished="diwrnod penwythnos nadolig nos wythnos noson pasg",
    good="da dda braf hyfryd llawen",
    wishing="cael cewch mwynhewch y eich a",
    common="a ac iawn",
    formulas="hwyl hwyl_fawr deall croeso pob_hwyl nadolig_llawen",
    greetings="helo shwmae bore_da prynhawn_da annwyl",
    closings="cofion cyfarchion yn_gywir",
    closed="cofion gorau cynnes",
)
