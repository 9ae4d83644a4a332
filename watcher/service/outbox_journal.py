"""What became of a letter: an acknowledgement is part of the story of its inquiry, a digest has shown what it lists."""

from __future__ import annotations

from datetime import datetime

from watcher.core.outbox.model import Letter, LetterState
from watcher.edge.store.store import Transaction

_JOURNAL_EVENTS = {
    LetterState.SENT: "acknowledged",
    LetterState.FAILED: "acknowledgement failed",
    LetterState.WITHHELD: "acknowledgement withheld",
    LetterState.CANCELLED: "acknowledgement cancelled",
    LetterState.UNCERTAIN: "acknowledgement uncertain",
}


def record_letter_outcome(tx: Transaction, letter: Letter, now: datetime) -> None:
    """A line of the journal, where the letter acknowledges an inquiry and something became of it.

    What a digest sets out for a glance counts as shown from the instant that a server has accepted the digest, and not before.
    """
    if letter.state is LetterState.SENT:
        tx.reviews.record_reviews_shown(letter.id, now)
    if letter.inquiry is None or letter.state not in _JOURNAL_EVENTS:
        return
    why = letter.explanation
    text = f"to {letter.recipient}" + (f": {why}" if why else "")
    tx.inquiries.add_to_journal(letter.inquiry, now, [(_JOURNAL_EVENTS[letter.state], text)])
