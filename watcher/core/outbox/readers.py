"""Does mail to the people of the house arrive? What became of their letters says so. Pure.

A digest that nobody can read nags nobody. A refusal is known at once, and over with the next letter that a server accepts. A report
that a letter came back follows an acceptance, by minutes or hours: so after one, an accepted letter shows that mail arrives only when
it has not come back itself for a while.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from watcher.core.outbox.model import Letter, LetterKind, LetterReason, LetterState

#: An accepted letter of which no report came within this time has arrived, for all that can be known.
RETURN_PERIOD = timedelta(hours=1)


class Arrival(StrEnum):
    """What a letter shows about mail to its reader."""

    UNKNOWN = "unknown"  # nothing yet
    ACCEPTED = "accepted"
    REFUSED = "refused"
    RETURNED = "returned"  # it came back


def judge_arrival(letter: Letter) -> Arrival:
    """What became of a letter to one of the people. One that was refused until the next one replaced it was refused."""
    if not letter.person or letter.kind is LetterKind.ACKNOWLEDGEMENT:
        return Arrival.UNKNOWN
    if letter.state is LetterState.SENT:
        return Arrival.ACCEPTED
    if letter.state is LetterState.FAILED:
        return Arrival.RETURNED if letter.reason == LetterReason.CAME_BACK else Arrival.REFUSED
    was_replaced = letter.state is LetterState.CANCELLED and letter.reason == LetterReason.SUPERSEDED
    return Arrival.REFUSED if was_replaced and (letter.code or 0) >= 400 else Arrival.UNKNOWN


def came_back(letter: Letter, why: str) -> Letter:
    """A report says that the letter did not arrive, though a server had accepted it. Not of an acknowledgement: that is its inquiry's."""
    left = letter.state in (LetterState.SENT, LetterState.UNCERTAIN)
    if not left or not letter.person or letter.kind is LetterKind.ACKNOWLEDGEMENT or not why:
        return letter
    return replace(letter, state=LetterState.FAILED, reason=LetterReason.CAME_BACK, error=why)


def arrives_again(newest: Letter | None, now: datetime) -> bool:
    """Has the newest letter to a reader, of whose letters one came back, been accepted and not come back for a while?"""
    if newest is None or judge_arrival(newest) is not Arrival.ACCEPTED or newest.offered_at is None:
        return False
    return now - newest.offered_at >= RETURN_PERIOD


def describe_trouble(letter: Letter) -> str:
    """For the people responsible: what a reader does not get, and why."""
    return f"mail to them does not arrive, and the deputy gets it too: {letter.error or letter.explanation}"
