"""What one look at a mailbox found in its folders, and how it goes on record: with the decisions it ends with, or by itself.

A commit is five writes that wait for the disk, and a customer waits for every commit before the acknowledgement. So what is decided
last, and that the look came so far, are one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from watcher.core.health.folders import find_blinding_folder
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Transaction
from watcher.service import mailbox_incidents


class LookRecord:
    """One look. `looked`: the folders that were seen; `unread`: those that could not be, and why; `is_stored`: that is on record."""

    def __init__(self, mailbox: str, folders: Mapping[str, FolderRole], wanted: list[str]) -> None:
        """`folders`: all that are watched; `wanted`: those that this look is at, in its order."""
        self._mailbox = mailbox
        self._folders = folders
        self._wanted = wanted
        self.looked: list[str] = []
        self.unread: dict[str, MailboxError] = {}
        self.is_stored = False

    @property
    def has_news(self) -> bool:
        """Is there anything that is not on record?"""
        return bool(self.looked or self.unread) and not self.is_stored

    def ends_with(self, folder: str) -> bool:
        """Is this the folder that is looked at last?"""
        return self._wanted[-1:] == [folder]

    def find_blinding_error(self) -> MailboxError | None:
        """Why the mailbox as a whole is one that is not seen; None: it is."""
        return self.unread.get(find_blinding_folder(self._folders, self.unread) or "")

    def store(self, tx: Transaction, now: datetime, ending: str | None = None) -> None:
        """What was found. `ending`: a folder that has been seen when this transaction commits. StoreError."""
        looked = [*self.looked, ending] if ending is not None else self.looked
        is_complete = {*looked, *self.unread} == {*self._folders} and self.find_blinding_error() is None
        troubles = {name: str(error) for name, error in self.unread.items() if self._folders[name] is FolderRole.SENT}
        tx.folders.record_scan(self._mailbox, looked, now)
        if is_complete:
            tx.mailboxes.record_complete_look(self._mailbox, now)
        mailbox_incidents.record_folders(tx, self._mailbox, looked, troubles, is_complete, now)
