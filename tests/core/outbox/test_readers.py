"""core/outbox/readers.py: what became of a letter shows whether mail to its reader arrives."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY, letter
from watcher.core.outbox import readers
from watcher.core.outbox.model import LetterKind, LetterReason, LetterState
from watcher.core.outbox.readers import Arrival


def digest(**changed):
    values = {
        "kind": LetterKind.DIGEST,
        "person": "anna",
        "inquiry": None,
        "state": LetterState.SENT,
        "offered_at": MONDAY,
    }
    return letter(**{**values, **changed})


@pytest.mark.parametrize(
    ("changed", "arrival"),
    [
        ({}, Arrival.ACCEPTED),
        ({"kind": LetterKind.REPORT}, Arrival.ACCEPTED),
        ({"state": LetterState.FAILED, "code": 552}, Arrival.REFUSED),
        ({"state": LetterState.FAILED, "reason": LetterReason.REFUSED_ALONE, "code": 554}, Arrival.REFUSED),
        ({"state": LetterState.FAILED, "reason": LetterReason.CAME_BACK}, Arrival.RETURNED),
        ({"state": LetterState.CANCELLED, "reason": LetterReason.SUPERSEDED, "code": 452}, Arrival.REFUSED),
        ({"state": LetterState.CANCELLED, "reason": LetterReason.SUPERSEDED}, Arrival.UNKNOWN),
        ({"state": LetterState.CANCELLED, "reason": LetterReason.NOTHING_WAITS, "code": 452}, Arrival.UNKNOWN),
        ({"state": LetterState.PENDING, "code": 452}, Arrival.UNKNOWN),
        ({"state": LetterState.UNCERTAIN}, Arrival.UNKNOWN),
        ({"person": "", "kind": LetterKind.ACKNOWLEDGEMENT}, Arrival.UNKNOWN),
    ],
)
def test_what_a_letter_shows(changed, arrival):
    assert readers.judge_arrival(digest(**changed)) is arrival


@pytest.mark.parametrize("state", [LetterState.SENT, LetterState.UNCERTAIN])
def test_a_letter_that_came_back_has_told_nothing(state):
    returned = readers.came_back(digest(state=state), "5.2.2 mailbox full")
    assert (returned.state, returned.reason, returned.error) == (LetterState.FAILED, "came-back", "5.2.2 mailbox full")
    assert "5.2.2 mailbox full" in readers.describe_trouble(returned)


@pytest.mark.parametrize(
    "untouched",
    [digest(state=LetterState.PENDING), digest(state=LetterState.CANCELLED), letter(state=LetterState.SENT, person="")],
)
def test_other_letters_do_not_come_back(untouched):
    assert readers.came_back(untouched, "no") is untouched
    assert readers.came_back(digest(), "") == digest(), "a report that mail is late gives no reason"


def test_mail_arrives_again_when_an_accepted_letter_stays_away():
    hour = readers.RETURN_PERIOD
    assert not readers.arrives_again(None, MONDAY)
    assert not readers.arrives_again(digest(), MONDAY + hour - timedelta(seconds=1))
    assert readers.arrives_again(digest(), MONDAY + hour)
    assert not readers.arrives_again(digest(state=LetterState.FAILED), MONDAY + hour)
