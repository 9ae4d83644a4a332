"""Swahili."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="asante asanteni shukrani ahsante nashukuru tunashukuru",
    thanked="sana kwa msaada wako wenu jibu lako majibu yako haraka habari taarifa muda ushauri uvumilivu tena na kila kitu nyingi mno maelezo",
    praise="vizuri_sana safi nzuri bora nimefurahi tumefurahi nimeelewa",
    praised="sana ni ni_nzuri kila kitu sasa",
    wished="siku jioni wikendi krismasi mwaka wiki eid",
    good="njema nzuri mwema mpya_mwema heri ya_heri",
    wishing="uwe mwe na nakutakia nawatakia wa mpya ya",
    common="na sana",
    formulas="nimeelewa kwaheri karibu karibu_sana tutaonana",
    greetings="habari habari_za_(asubuhi|mchana|jioni) jambo hujambo mpendwa shikamoo ndugu",
    closings="wako wenu salamu",
    closed="mwaminifu wa dhati za",
)
