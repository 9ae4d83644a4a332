"""What became of a letter: an acknowledgement is part of the story of its inquiry, a digest has shown what it lists, and its reader can
be reached or not."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from watcher.core.health.model import Incident, IncidentKind
from watcher.core.letters import own_letters
from watcher.core.outbox import letter_state, readers
from watcher.core.outbox.model import Letter, LetterKind, LetterState
from watcher.core.outbox.readers import Arrival
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher.delivery")

_JOURNAL_EVENTS = {
    LetterState.SENT: "acknowledged",
    LetterState.FAILED: "acknowledgement failed",
    LetterState.WITHHELD: "acknowledgement withheld",
    LetterState.CANCELLED: "acknowledgement cancelled",
    LetterState.UNCERTAIN: "acknowledgement uncertain",
}
_RENEWAL_EVENTS = {
    LetterState.SENT: "renewed",
    LetterState.FAILED: "renewal failed",
    LetterState.WITHHELD: "renewal withheld",
    LetterState.CANCELLED: "renewal cancelled",
    LetterState.UNCERTAIN: "renewal uncertain",
}
_READER_INCIDENTS = {Arrival.REFUSED: IncidentKind.READER_REFUSED, Arrival.RETURNED: IncidentKind.READER_RETURNED}


def record_letter_outcome(tx: Transaction, letter: Letter, now: datetime) -> None:
    """A line of the journal, where the letter is to the customer of an inquiry and something became of it.

    What a digest sets out for a glance counts as shown from the instant that a server has accepted the digest, and not before. That
    mail to one of the people does not arrive is an incident.
    """
    if letter.state is LetterState.SENT:
        tx.reviews.record_reviews_shown(letter.id, now)
    _record_arrival(tx, letter, now)
    events = _RENEWAL_EVENTS if letter.kind is LetterKind.RENEWAL else _JOURNAL_EVENTS
    if letter.inquiry is None or letter.state not in events:
        return
    why = letter.explanation
    text = f"to {letter.recipient}" + (f": {why}" if why else "")
    tx.inquiries.add_to_journal(letter.inquiry, now, [(events[letter.state], text)])


def confirm_by_sent_copy(tx: Transaction, letter: Letter) -> Letter:
    """The letter, whose copy stands in a watched folder, as it is now. What it told then and nobody knows any more is told again."""
    if letter_state.has_unknown_contents(letter):
        tx.letters.save_digest_lines(letter.id, ())
        tx.reviews.save_digest_reviews(letter.id, ())
    return letter_state.confirmed_by_sent_copy(letter)


def record_other_watcher(tx: Transaction, letter: Letter, now: datetime) -> None:
    """Another Watcher has sent this letter to a customer, too or instead."""
    text = own_letters.COPIED_STATE_TEXT.format(number=letter.inquiry)
    tx.incidents.open(IncidentKind.OTHER_WATCHER, letter.mailbox, text, now)
    tx.call_when_kept(log.warning, "mailbox=%s letter=%d: %s", letter.mailbox, letter.id, text)


def record_returned_letter(tx: Transaction, ids: Sequence[str], why: str, now: datetime) -> None:
    """A report names these as undelivered: where one is a letter to one of the people, it told them nothing."""
    letter = tx.letters.find_by_message_id(ids)
    if letter is None:
        return
    returned = readers.came_back(letter, why)
    if returned is letter or not tx.letters.update_if_unchanged(letter, returned):
        return
    tx.reviews.take_back_shown(letter.id)
    record_letter_outcome(tx, returned, now)
    text = "came back letter=%d kind=%s person=%s: %s"
    tx.call_when_kept(log.warning, text, letter.id, letter.kind, letter.person, why)


def unreachable_readers(incidents: Iterable[Incident]) -> frozenset[str]:
    """The people to whom mail does not arrive, as far as is known."""
    kinds = _READER_INCIDENTS.values()
    return frozenset(incident.subject for incident in incidents if incident.kind in kinds)


def close_reader_incidents(tx: Transaction, people: Collection[str], now: datetime) -> None:
    """Of whom nothing came back any more, and of whom the configuration no longer knows."""
    for incident in tx.incidents.list_open():
        if incident.kind not in _READER_INCIDENTS.values():
            continue
        is_return = incident.kind is IncidentKind.READER_RETURNED
        arrives = is_return and readers.arrives_again(tx.letters.find_newest_to(incident.subject), now)
        if arrives or incident.subject not in people:
            tx.incidents.close(*incident.kind_and_subject)


def _record_arrival(tx: Transaction, letter: Letter, now: datetime) -> None:
    arrival = readers.judge_arrival(letter)
    if arrival is Arrival.ACCEPTED:
        tx.incidents.close(IncidentKind.READER_REFUSED, letter.person)
    elif arrival in _READER_INCIDENTS:
        tx.incidents.open(_READER_INCIDENTS[arrival], letter.person, readers.describe_trouble(letter), now)
