"""Basque."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="eskerrik_asko mila_esker esker eskertzen_dizut eskertzen_dizuet eskertzen_dizugu milesker eskerrak anitz_esker",
    thanked="zure zuen erantzun erantzunagatik laguntzagatik laguntza informazioagatik denboragatik pazientziagatik azkarragatik azkar guztiagatik denagatik eta berriro benetan bihotzez zuri zuei guztioi denoi aholkuagatik arretagatik",
    praise="primeran bikain ederki oso_ondo zoragarri perfektu pozik ulertuta ulertu_dut konponduta argi",
    praised="oso dena da orain eta oso_pozik gaude nago izan zarete",
    wished="eguna asteburu egun arratsalde aste gabonak urte jaiak oporrak asteburua astea",
    good="on ona ederra zoriontsu zoriontsuak",
    wishing="izan pasa eta bat berri guztioi zuri ere zuei",
    common="eta oso ere",
    formulas="ulertuta ulertu_dut agur gero_arte ikusi_arte berdin zuri_ere zuei_ere ez_horregatik zorionak",
    greetings="kaixo egun_on arratsalde_on gabon aupa agur",
    closings="agur besarkada adeitasunez agurrak ondo_izan",
    closed="bat bero handi begirunez",
)
