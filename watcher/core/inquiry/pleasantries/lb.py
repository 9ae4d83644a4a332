"""Luxembourgish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="merci villmools_merci soen_merci dank",
    thanked="villmools vill grousse iech dir_all fir_(är|d|déi|alles|dei|ären|är_séier) är ären déi d hëllef äntwert informatioun informatiounen infoen gedold zäit rot erklärung mail séier séieren léif gutt alles nach eng kéier an och ganz beschte vu häerzen",
    praise="super perfekt tipptopp flott gutt wonnerbar léif frou zefridden gehollef geléist kloer verstan",
    praised="dat ass war ganz alles mir eis ech si elo rem huet hunn sinn esou dir är",
    wished="dag owend weekend woch chrëschtdag joer ouschteren vakanz mëtteg feierdeeg",
    good="schéinen schéine schéin gudden gutt gudde schéint frou glécklecht flotte flotten",
    wishing="ech mir wënschen iech en eng e nach an och neit all der equipe famill",
    common="an ech mir iech och ganz",
    formulas="ok verstan äddi awar bis_(geschwënn|dann) och_iech gär_geschitt näischt_ze_merci_soen",
    greetings="moien bonjour gudde_moien gudden_(owend|mëtteg|dag) léif(|en|_equipe) salut",
    closings="gréiss gréissen bescht",
    closed="mat beschte beschten léiwe léif frëndleche schéi schéine villmools",
    titles="här madame dr",
)
