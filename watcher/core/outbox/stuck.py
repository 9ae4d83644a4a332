"""Which letters somebody should look at: those that do not leave, and those that never will."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from watcher.core.outbox.model import Letter, LetterState

#: A letter that is due, or that was refused for a while, should have left after so long.
PATIENCE = timedelta(minutes=15)
#: A letter that failed is news for so long, or for as long as its inquiry waits.
NEWS = timedelta(days=1)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def trouble_of(letter: Letter, is_inquiry_open: bool, now: datetime, awake_since: datetime = _LONG_AGO) -> str:
    """`stuck` or `failed`; "" where nothing is wrong with it, or nothing can be done any more. A letter that waits for its reader's
    hours, or for its turn, has not been refused and is not due. `awake_since`: before that nothing could be sent, the machine slept."""
    if letter.state is LetterState.FAILED:
        return "failed" if is_inquiry_open or now - (letter.offered_at or letter.created_at) <= NEWS else ""
    if letter.state is not LetterState.PENDING:
        return ""
    is_late = now - max(letter.next_at, awake_since) > PATIENCE
    is_refused = bool(letter.error) and now - max(letter.created_at, awake_since) > PATIENCE
    return "stuck" if is_late or is_refused else ""


_ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+")


def describe_stuck(letter: Letter) -> str:
    """For an alert, which may go by strangers' servers: what kind of letter, since when and why; no address."""
    why = _ADDRESS.sub("…", letter.explanation) or "it was not offered to a server"
    return f"the first is a letter of kind {letter.kind} since {letter.created_at:%Y-%m-%d %H:%M} UTC: {why}"
