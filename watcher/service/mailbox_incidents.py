"""What keeps a mailbox from being seen: as incidents that are opened and closed. Core says what is one."""

from __future__ import annotations

from datetime import datetime

from watcher.core.health.model import IncidentKind
from watcher.edge.store.store import Transaction


def open_missing_sent_folder(tx: Transaction, mailbox: str, text: str, now: datetime) -> None:
    """The mailbox itself is seen."""
    tx.incidents.close(IncidentKind.MAILBOX_UNSEEN, mailbox)
    tx.incidents.open(IncidentKind.NO_SENT_FOLDER, mailbox, text, now)


def close_incidents(tx: Transaction, mailbox: str) -> bool:
    """All is seen: the mailbox and its sent mail. True when something was not."""
    kinds = (IncidentKind.MAILBOX_UNSEEN, IncidentKind.NO_SENT_FOLDER)
    return sum(tx.incidents.close(kind, mailbox) for kind in kinds) > 0
