"""Whether a mailbox's server rings when mail comes, as far as it was seen, and kept in the database. Core judges it."""

from __future__ import annotations

import logging
from datetime import timedelta

from watcher.core.health import doorbell
from watcher.core.health.doorbell import Doorbell
from watcher.core.health.model import Listing, WaitEnd
from watcher.edge.imap.mailbox import FolderScan
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher.intake")


def load_bell(tx: Transaction, mailbox: str) -> Doorbell:
    """What is on record of it. StoreError."""
    return Doorbell(int(tx.get_meta(f"doorbell:{mailbox}") or 0))


class BellWatch:
    """One mailbox's bell."""

    def __init__(self, mailbox: str, store: TransactionRunner) -> None:
        self._mailbox = mailbox
        self._store = store
        self._bell: Doorbell | None = None  # not known yet
        self.place, self.count = 0, 1
        self._before: dict[str, Listing] = {}
        self._listings: dict[str, Listing] = {}

    def take_place(self, place: int, count: int) -> None:
        """Of this mailbox, from 0, among so many that are watched and began together: each has its moment of the first poll."""
        self.place, self.count = place, count

    def note_listing(self, scan: FolderScan) -> None:
        """What a look has found in a folder."""
        self._listings[scan.folder] = Listing(scan.counts, scan.uids)

    async def judge_wait(self, end: WaitEnd, bell_folder: str, poll_seconds: float, look_seconds: float) -> float:
        """After a wait that ended so, and a look that took so long: how many seconds to wait for the next bell. StoreError."""
        before, now = self._before.get(bell_folder), self._listings.get(bell_folder)
        self._before = dict(self._listings)
        known = self._bell
        if known is None:
            known = await self._store.run_read(lambda tx: load_bell(tx, self._mailbox))
        poll, look = timedelta(seconds=poll_seconds), timedelta(seconds=look_seconds)
        bell = doorbell.judge_bell(known, end, doorbell.count_arrivals(before, now) if now else 0, poll)
        wait = doorbell.next_wait(bell, poll, look)
        if bell.silences != known.silences:
            await self._record_silence(bell, wait)
        if self._bell is None:
            wait = doorbell.first_wait(wait, self.place, self.count)
        self._bell = bell
        return wait.total_seconds()

    async def _record_silence(self, bell: Doorbell, wait: timedelta) -> None:
        await self._store.run_write(lambda tx: tx.set_meta(f"doorbell:{self._mailbox}", str(bell.silences)))
        words = doorbell.describe_silent_bell(wait) if bell.is_silent else "rings when mail comes"
        log.warning("bell mailbox=%s: the server %s", self._mailbox, words)
