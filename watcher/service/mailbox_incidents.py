"""What keeps a mailbox, or one of its folders, from being seen: as incidents that are opened and closed. Core says what is one."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from datetime import datetime

from watcher.core.health import folders
from watcher.core.health.model import IncidentKind
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher.intake")


def open_missing_sent_folder(tx: Transaction, mailbox: str, text: str, now: datetime) -> None:
    """The mailbox itself is seen."""
    tx.incidents.close(IncidentKind.MAILBOX_UNSEEN, mailbox)
    tx.incidents.open(IncidentKind.NO_SENT_FOLDER, mailbox, text, now)


def close_incidents(tx: Transaction, mailbox: str) -> bool:
    """All is seen: the mailbox and its sent mail. True when something was not."""
    kinds = (IncidentKind.MAILBOX_UNSEEN, IncidentKind.NO_SENT_FOLDER)
    return sum(tx.incidents.close(kind, mailbox) for kind in kinds) > 0


def record_folders(
    tx: Transaction,
    unseen: Collection[str],
    mailbox: str,
    read: Collection[str],
    unread: Mapping[str, str],
    is_whole: bool,
    now: datetime,
) -> None:
    """`unseen`: folders of any mailbox that are on record as not seen. `unread`: folder of sent mail → why it could not be read. After a
    look at the whole mailbox, a folder that was not tried is watched no more."""
    known = {subject for subject in unseen if folders.is_folder_of(subject, mailbox)}
    troubles = {folders.folder_subject(mailbox, name): error for name, error in unread.items()}
    readable = {folders.folder_subject(mailbox, name) for name in read}
    for subject in sorted(known - troubles.keys() if is_whole else known & readable):
        tx.incidents.close(IncidentKind.FOLDER_UNSEEN, subject)
        log.info("seen again folder=%s", subject)
    for subject, error in troubles.items():
        if subject not in known:
            log.error("unseen folder=%s: %s", subject, error)
        tx.incidents.open(IncidentKind.FOLDER_UNSEEN, subject, folders.describe_unread_folder(error), now)
