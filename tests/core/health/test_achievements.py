"""core/health/achievements.py: work that lies undone for a quarter of an hour, without a reason that is known, is a loop that is stuck."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.achievements import Undone, find_idle_loops
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.progress import STUCK

LONG_AGO, RECENTLY = MONDAY - STUCK, MONDAY - STUCK + timedelta(seconds=1)
POLLS = {"sales": timedelta(minutes=1)}
WELL = {"sales": MONDAY}


def incident(kind: IncidentKind, subject: str) -> Incident:
    return Incident(kind, subject, LONG_AGO, "why")


def idle(undone: Undone, achieved_at=None, started_at=MONDAY - timedelta(days=1), polls=POLLS) -> list[str]:
    return find_idle_loops(undone, polls, achieved_at or {}, started_at, MONDAY)


@pytest.mark.parametrize(
    ("undone", "expected"),
    [
        (Undone(looks=WELL), []),
        (Undone(looks={"sales": RECENTLY}), []),
        (Undone(looks={"sales": LONG_AGO}), ["intake sales"]),
        (Undone(), ["intake sales"]),
        (Undone(incidents=[incident(IncidentKind.MAILBOX_UNSEEN, "sales")]), []),
        (Undone(incidents=[incident(IncidentKind.FOLDER_UNSEEN, "sales/Sent")]), []),
        (Undone(incidents=[incident(IncidentKind.LOOP_FAILING, "intake sales")]), []),
        (Undone(incidents=[incident(IncidentKind.MAILBOX_UNSEEN, "help")]), ["intake sales"]),
        (Undone(looks=WELL, due_letters={"sales": LONG_AGO}), ["delivery sales"]),
        (Undone(looks=WELL, due_letters={"sales": RECENTLY}), []),
        (Undone(looks=WELL, due_letters={"gone": LONG_AGO}), []),
        (
            Undone(
                looks=WELL, due_letters={"sales": LONG_AGO}, incidents=[incident(IncidentKind.CANNOT_SEND, "sales")]
            ),
            [],
        ),
        (Undone(looks=WELL, due_slot=LONG_AGO), ["reminders"]),
        (Undone(looks=WELL, due_slot=RECENTLY), []),
    ],
)
def test_what_lies_undone(undone, expected):
    assert idle(undone) == expected


@pytest.mark.parametrize("loop", ["intake sales", "delivery sales", "reminders"])
def test_a_loop_that_stored_something_lately_is_at_work(loop):
    everything = Undone(looks={"sales": LONG_AGO}, due_letters={"sales": LONG_AGO}, due_slot=LONG_AGO)
    assert loop in idle(everything)
    assert loop not in idle(everything, achieved_at={loop: RECENTLY})


def test_a_start_has_its_time():
    everything = Undone(looks={"sales": LONG_AGO}, due_letters={"sales": LONG_AGO}, due_slot=LONG_AGO)
    assert idle(everything, started_at=RECENTLY) == []


def test_a_mailbox_that_is_polled_rarely_is_looked_at_rarely():
    assert idle(Undone(looks={"sales": LONG_AGO}), polls={"sales": timedelta(hours=1)}) == []
