"""What one look at a mailbox found in its folders, and how it goes on record: with the decisions it ends with, or by itself.

A commit is five writes that wait for the disk, and a customer waits for every commit before the acknowledgement. So that looks were
made is one transaction with the next heartbeat; where somebody must know at once, it is one with what was decided last.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watcher.core.health import folders
from watcher.core.health.model import IncidentKind
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.store import Transaction
from watcher.service import recovery

log = logging.getLogger("watcher.intake")


@dataclass(frozen=True, slots=True)
class LookOutcome:
    """What one look puts on record."""

    mailbox: str
    at: datetime  # UTC
    looked: Sequence[str]  # folders that were seen
    troubles: Mapping[str, str]  # folder of sent mail that could not be, and why
    is_complete: bool


class LookRecord:
    """One look. `looked`: the folders that were seen; `unread`: those that could not be, and why; `is_stored`: that is on record;
    `is_quiet`: all was seen before, too, and nobody need know at once that it still is."""

    def __init__(self, mailbox: str, folders: Mapping[str, FolderRole], wanted: list[str]) -> None:
        """`folders`: all that are watched; `wanted`: those that this look is at, in its order."""
        self.mailbox = mailbox
        self._folders = folders
        self.wanted = wanted
        self.looked: list[str] = []
        self.unread: dict[str, MailboxError] = {}
        self.is_stored = False
        self.is_quiet = False

    @property
    def has_news(self) -> bool:
        """Is there anything that is not on record?"""
        return bool(self.looked or self.unread) and not self.is_stored

    def would_see_all(self, ending: str | None = None) -> bool:
        """Was every folder that is watched seen, once `ending` has been?"""
        return {*self.looked, *([ending] if ending is not None else [])} == {*self._folders}

    def is_sent(self, folder: str) -> bool:
        """Is it one of sent mail?"""
        return self._folders[folder] is FolderRole.SENT

    def ends_with(self, folder: str) -> bool:
        """Is this the folder that is looked at last?"""
        return self.wanted[-1:] == [folder]

    def find_blinding_error(self) -> MailboxError | None:
        """Why the mailbox as a whole is one that is not seen; None: it is."""
        return self.unread.get(folders.find_blinding_folder(self._folders, self.unread) or "")

    def store(self, tx: Transaction, now: datetime, ending: str | None = None) -> None:
        """What was found. `ending`: a folder that has been seen when this transaction commits. StoreError."""
        _store_outcomes(tx, [self.find_outcome(now, ending)])

    def find_outcome(self, at: datetime, ending: str | None = None) -> LookOutcome:
        """What is to go on record. `ending`: a folder that will have been seen by then."""
        looked = (*self.looked, ending) if ending is not None else tuple(self.looked)
        is_complete = {*looked, *self.unread} == {*self._folders} and self.find_blinding_error() is None
        troubles = {name: str(error) for name, error in self.unread.items() if self.is_sent(name)}
        return LookOutcome(self.mailbox, at, looked, troubles, is_complete)


GatheredLooks = Mapping[str, tuple[LookRecord, datetime]]


class LookLog:
    """How looks go on record: at once, or, where they found nothing new, together. A thousand quiet mailboxes made three commits a second.
    What a crash loses of those that wait is when a mailbox was last looked at, by as long as they wait."""

    def __init__(self, *, gathers: bool = False) -> None:
        """`gathers`: somebody takes, every few seconds, those that wait."""
        self._gathers = gathers
        self._waiting: dict[str, tuple[LookRecord, datetime]] = {}  # by mailbox
        #: Mailbox and folder of sent mail that was read since this process began.
        self._read_sent: set[tuple[str, str]] = set()

    async def note_folder_read(self, look: LookRecord, folder: str, store: TransactionRunner, now: datetime) -> None:
        """A folder was read to its end; of sent mail that is on record before the inbox is read, where it has to be. StoreError."""
        place = look.mailbox, folder
        if look.is_sent(folder) and place not in self._read_sent:
            await store.run_write(lambda tx: recovery.record_sent_mail_read(tx, *place, now))
            self._read_sent.add(place)
        look.looked.append(folder)

    async def record_look(self, look: LookRecord, store: TransactionRunner, now: datetime) -> None:
        """Puts what is not on record there; what may wait waits. StoreError."""
        self._waiting.pop(look.mailbox, None)  # the later look says more
        if not look.has_news:
            return
        if self.will_wait(look):
            self._waiting[look.mailbox] = look, now
        else:
            await store.run_write(lambda tx: look.store(tx, now))

    def will_wait(self, look: LookRecord, ending: str | None = None) -> bool:
        """Does it wait for the others? `ending`: a folder that will have been seen by then."""
        return self._gathers and look.is_quiet and look.would_see_all(ending)

    def take_waiting(self) -> GatheredLooks:
        """Those that wait, which are to be stored by who takes them."""
        taken, self._waiting = self._waiting, {}
        return taken

    def put_back(self, looks: GatheredLooks) -> None:
        """They could not be stored: they wait again, but where a later look waits."""
        self._waiting = {**looks, **self._waiting}


def store_looks(tx: Transaction, looks: GatheredLooks) -> None:
    """Each with its own instant. StoreError."""
    _store_outcomes(tx, [look.find_outcome(at) for look, at in looks.values()])


def _store_outcomes(tx: Transaction, outcomes: Sequence[LookOutcome]) -> None:
    """In as many statements for many mailboxes as for one, where none has news of its folders."""
    if not outcomes:
        return
    tx.folders.record_scans([(look.mailbox, name, look.at) for look in outcomes for name in look.looked])
    tx.mailboxes.record_complete_looks({look.mailbox: look.at for look in outcomes if look.is_complete})
    only = folders.folder_subject(outcomes[0].mailbox, "") if len(outcomes) == 1 else ""
    unseen = tx.incidents.find_open_subjects(IncidentKind.FOLDER_UNSEEN, only)
    for look in outcomes:
        if unseen or look.troubles:
            _record_unseen_folders(tx, look, unseen)


def _record_unseen_folders(tx: Transaction, look: LookOutcome, unseen: Collection[str]) -> None:
    """`unseen`: folders, of other mailboxes too, that are on record as not seen. After a look at the whole mailbox, a folder that was not
    tried is watched no more."""
    known = {subject for subject in unseen if folders.is_folder_of(subject, look.mailbox)}
    troubles = {folders.folder_subject(look.mailbox, name): error for name, error in look.troubles.items()}
    readable = {folders.folder_subject(look.mailbox, name) for name in look.looked}
    for subject in sorted(known - troubles.keys() if look.is_complete else known & readable):
        tx.incidents.close(IncidentKind.FOLDER_UNSEEN, subject)
        tx.call_when_kept(log.info, "seen again folder=%s", subject)
    for subject, error in troubles.items():
        if subject not in known:
            log.error("unseen folder=%s: %s", subject, error)
        tx.incidents.open(IncidentKind.FOLDER_UNSEEN, subject, folders.describe_unread_folder(error), look.at)
