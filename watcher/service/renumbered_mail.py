"""A folder that the server has numbered anew: what is known again gets its new number. Core says what that is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from watcher.core.inquiry import arrivals, renumbering
from watcher.edge.imap.mailbox import Mailbox
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher.intake")

#: Messages whose Message-ID is asked for at once.
_IDS_AT_ONCE = 500


def is_renumbering_habit(tx: Transaction, mailbox: str) -> bool:
    """Was one of its folders numbered anew again and again?"""
    return tx.get_meta(f"renumbers:{mailbox}") is not None


class RenumberedMail:
    """One mailbox's folders under new numbers."""

    def __init__(self, name: str, mailbox: Mailbox, store: TransactionRunner) -> None:
        self._name = name
        self._mailbox = mailbox
        self._store = store
        self._counts: dict[str, int] = {}  # how often each folder was numbered anew
        self._told: set[str] = set()  # folders of which that was said
        self._last: dict[str, int] = {}  # UIDVALIDITY whose messages were looked through

    async def recognise(
        self, folder: WatchedFolder, uidvalidity: int, uids: Sequence[int], on_progress: Callable[[], None]
    ) -> set[int]:
        """Those of the messages without a line in the folder scanned last that have one under another number: it has this one from now
        on. Asked once for each UIDVALIDITY. MailboxError, StoreError."""
        if uidvalidity == self._last.get(folder.name, folder.uidvalidity):
            return set()
        # It reads mail, which a start without folders numbered anew need not know how to.
        from watcher.core.message import facts

        listed = []
        for start in range(0, len(uids), _IDS_AT_ONCE):
            headers = await self._mailbox.fetch_message_ids(uids[start : start + _IDS_AT_ONCE])
            listed += [
                renumbering.ListedMessage(header.uid, facts.read_message_id(header.octets), header.received_at)
                for header in headers
            ]
            on_progress()
        found = await self._store.run_write(lambda tx: self._renumber_known(tx, folder, uidvalidity, listed))
        self._last[folder.name] = uidvalidity
        return found

    def _renumber_known(
        self,
        tx: Transaction,
        folder: WatchedFolder,
        uidvalidity: int,
        listed: Sequence[renumbering.ListedMessage],
    ) -> set[int]:
        known = [renumbering.KnownMessage(*line) for line in tx.ledger.lines_of_folder(self._name, folder.name)]
        before = arrivals.old_mail_before(folder.activated_at, is_renumbered=True)
        lines = renumbering.recognise_messages(listed, known, uidvalidity, before)
        tx.ledger.renumber_lines(uidvalidity, lines)
        self._note_renumbering(tx, folder.name, len(lines))
        return set(lines)

    def _note_renumbering(self, tx: Transaction, folder: str, known: int) -> None:
        """It is said the first time that known mail has other numbers, and that it is a habit once for all. A start meets numbers that are
        new since the first look of all, and not since the last: nothing that is known has others then, and nothing is news."""
        count = self._counts[folder] = self._counts.get(folder, 0) + 1
        if known and folder not in self._told:
            self._told.add(folder)
            text = "the server numbers its messages anew"
            log.warning("renumbered mailbox=%s folder=%s known=%d: %s", self._name, folder, known, text)
        if count >= renumbering.HABIT_AFTER and not is_renumbering_habit(tx, self._name):
            tx.set_meta(f"renumbers:{self._name}", folder)
            log.warning("mailbox=%s: the server %s", self._name, renumbering.HABIT_TEXT)
