"""Whether the folders of sent mail that are watched are those in which replies are filed; an incident where none was ever seen."""

from __future__ import annotations

from datetime import datetime

from watcher.core.health import sent_mail as rules
from watcher.core.health.model import IncidentKind
from watcher.edge.store.store import Transaction


def has_seen_reply(tx: Transaction, mailbox: str) -> bool:
    """Was a person's mail ever found where replies of this mailbox are looked for, since it is watched?"""
    return tx.ledger.has_sent_mail(mailbox) or tx.inquiries.has_answered(mailbox)


def judge_sent_mail(tx: Transaction, mailbox: str, now: datetime) -> None:
    """Opens the incident, or closes it."""
    first = tx.letters.first_acknowledgement_instant(mailbox)
    if rules.is_reply_overdue(first, has_seen_reply(tx, mailbox), now):
        tx.incidents.open(IncidentKind.NO_REPLY_SEEN, mailbox, rules.NO_REPLY_TEXT, now)
    else:
        tx.incidents.close(IncidentKind.NO_REPLY_SEEN, mailbox)
