"""The picture of a house with one blind mailbox, for every page that shows it."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.health.figures import InstanceFigures, MonitorFigures
from watcher.core.health.model import Canary, Incident, IncidentKind, WaitingFigures

BLIND = Incident(
    IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY - timedelta(minutes=18), "login refused: [AUTHENTICATIONFAILED] <b>"
)
SILENT = Incident(IncidentKind.NO_REPLY_SEEN, "help", MONDAY - timedelta(days=1), "no reply was ever seen")
FIGURES = MonitorFigures(
    version="0.1.0",
    at=MONDAY,
    mailboxes=["sales", "help"],
    alarming=[BLIND],
    incidents=[BLIND, SILENT],
    looks={"sales": MONDAY - timedelta(minutes=20), "help": MONDAY},
    blind=frozenset({"sales"}),
    waiting={"sales": WaitingFigures(3, MONDAY - timedelta(days=2), 1)},
    letters={("acknowledgement", "sent"): 41, ("digest", "pending"): 1, ("digest", "sent"): 12},
    oldest_due={"sales": MONDAY - timedelta(minutes=1)},
    canaries=[Canary("sales", "k", MONDAY - timedelta(hours=2), MONDAY - timedelta(hours=1))],
    token_expiries={"help": MONDAY + timedelta(hours=1)},
    instances=[
        InstanceFigures("one", 17, True, MONDAY, 2, is_house=True),
        InstanceFigures("two", 18, False, MONDAY - timedelta(minutes=9), 0),
    ],
)
