"""What must be true whatever happened: cheap enough to be looked at while the daemon runs. A broken one is a bug of ours.

Looks at what the last transactions left; says what is wrong in words, and decides nothing about it: whoever asks must stop.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.core.outbox.model import CUSTOMER_KINDS, MAY_HAVE_LEFT_STATES, LetterKind, LetterState

#: Between the last look at a letter's age and its offer.
AGE_MARGIN = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class SendAttempt:
    """What is left of an attempt to send."""

    id: int
    kind: str
    state: str
    inquiry: int | None
    may_have_left: int
    offered_at: datetime
    answers_at: datetime | None


@dataclass(frozen=True, slots=True)
class InvariantSnapshot:
    """What the checker sees."""

    attempts: Sequence[SendAttempt]  # since the process runs
    undecided: Sequence[str]  # messages marked as seen, without a decision, after the first look at their folder
    send_seq: int  # in the database …
    guard_seq: int  # … and outside it
    is_only_instance: bool  # the lock is still ours, and so is the database


def broken_invariants(snapshot: InvariantSnapshot, max_age: timedelta) -> list[str]:
    """One sentence for attempt promise that does not hold."""
    found = [f"seen without a decision: {place}" for place in snapshot.undecided]
    if snapshot.guard_seq < snapshot.send_seq:
        found.append(f"the guard file counts {snapshot.guard_seq} letters and the database {snapshot.send_seq}")
    if not snapshot.is_only_instance:
        found.append("the lock or the database was replaced while the service runs: another instance may be at work")
    left = Counter(
        (attempt.inquiry, attempt.kind)
        for attempt in snapshot.attempts
        if _is_to_customer(attempt) and attempt.state in MAY_HAVE_LEFT_STATES and attempt.inquiry
    )
    found += [
        f"inquiry {number} was {'acknowledged' if kind == LetterKind.ACKNOWLEDGEMENT else 'promised again'} {count} times"
        for (number, kind), count in left.items()
        if count > 1
    ]
    for attempt in snapshot.attempts:
        most = 1 if _is_to_customer(attempt) else 2
        if attempt.may_have_left > most:
            found.append(f"letter {attempt.id} may have left {attempt.may_have_left} times")
        if not _is_to_customer(attempt):
            continue
        if attempt.state == LetterState.PENDING and attempt.may_have_left:
            found.append(f"letter {attempt.id} may have left and is to be sent again")
        if (
            attempt.state in MAY_HAVE_LEFT_STATES
            and attempt.answers_at is not None
            and attempt.offered_at - attempt.answers_at > max_age + AGE_MARGIN
        ):
            found.append(f"letter {attempt.id} acknowledges mail that was older than {max_age}")
    return found


def _is_to_customer(attempt: SendAttempt) -> bool:
    return attempt.kind in CUSTOMER_KINDS
