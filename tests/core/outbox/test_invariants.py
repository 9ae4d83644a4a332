"""core/outbox/invariants.py: each promise alone, kept at its edge and broken one beyond."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.outbox.invariants import AGE_MARGIN, InvariantSnapshot, SendAttempt, broken_invariants
from watcher.core.outbox.model import LetterKind, LetterState

DAY = timedelta(days=1)
ACKNOWLEDGEMENT = SendAttempt(
    id=1,
    kind=LetterKind.ACKNOWLEDGEMENT,
    state=LetterState.SENT,
    inquiry=1,
    may_have_left=1,
    offered_at=MONDAY,
    answers_at=MONDAY,
)
DIGEST = replace(ACKNOWLEDGEMENT, id=2, kind=LetterKind.DIGEST, inquiry=None, answers_at=None)
SOUND = InvariantSnapshot(
    attempts=(ACKNOWLEDGEMENT, DIGEST), undecided=(), send_seq=2, guard_seq=2, is_only_instance=True
)


def attempts(*found: SendAttempt) -> InvariantSnapshot:
    return replace(SOUND, attempts=found)


@pytest.mark.parametrize(
    "sight",
    [
        SOUND,
        replace(SOUND, guard_seq=3),  # counted, and then the commit did not come
        attempts(replace(DIGEST, may_have_left=2)),
        attempts(replace(ACKNOWLEDGEMENT, answers_at=MONDAY - DAY - AGE_MARGIN)),
        attempts(ACKNOWLEDGEMENT, replace(ACKNOWLEDGEMENT, id=3, state=LetterState.FAILED)),
        attempts(ACKNOWLEDGEMENT, replace(ACKNOWLEDGEMENT, id=3, inquiry=2)),
        attempts(replace(ACKNOWLEDGEMENT, state=LetterState.WITHHELD, answers_at=MONDAY - 9 * DAY)),
    ],
)
def test_what_is_sound_is_left_alone(sight):
    assert broken_invariants(sight, DAY) == []


@pytest.mark.parametrize(
    ("sight", "words"),
    [
        (replace(SOUND, undecided=("sales/INBOX/7",)), "seen without a decision: sales/INBOX/7"),
        (replace(SOUND, guard_seq=1), "the guard file counts 1 letters and the database 2"),
        (replace(SOUND, is_only_instance=False), "another instance may be at work"),
        (attempts(ACKNOWLEDGEMENT, replace(ACKNOWLEDGEMENT, id=3)), "inquiry 1 was acknowledged 2 times"),
        (attempts(replace(ACKNOWLEDGEMENT, may_have_left=2)), "letter 1 may have left 2 times"),
        (attempts(replace(DIGEST, may_have_left=3)), "letter 2 may have left 3 times"),
        (attempts(replace(ACKNOWLEDGEMENT, state=LetterState.PENDING)), "may have left and is to be sent again"),
        (
            attempts(replace(ACKNOWLEDGEMENT, answers_at=MONDAY - DAY - AGE_MARGIN - timedelta(seconds=1))),
            "letter 1 acknowledges mail that was older than 1 day",
        ),
    ],
)
def test_what_is_broken_is_said_once_and_nothing_else(sight, words):
    (found,) = broken_invariants(sight, DAY)
    assert words in found
