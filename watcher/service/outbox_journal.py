"""What became of an acknowledgement belongs to the story of its inquiry."""

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


def journal_acknowledgement(tx: Transaction, letter: Letter, now: datetime) -> None:
    """A line of the journal, where the letter acknowledges an inquiry and something became of it."""
    if letter.inquiry is None or letter.state not in _JOURNAL_EVENTS:
        return
    why = letter.explanation
    text = f"to {letter.recipient}" + (f": {why}" if why else "")
    tx.inquiries.add_to_journal(letter.inquiry, now, [(_JOURNAL_EVENTS[letter.state], text)])
