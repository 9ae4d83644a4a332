"""The last listings of a mailbox's folders, for as long as they stand: what has not changed is not listed again. Core judges it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Set
from datetime import timedelta

from watcher.core.health.model import FolderCounts, WaitEnd
from watcher.core.health.steady_poll import Listing, are_counts_true, is_settled, may_skip_listing
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FolderScan

log = logging.getLogger("watcher.intake")


class FolderListings:
    """Those of one mailbox, in memory only: after a start everything is listed."""

    def __init__(self, mailbox: str, clock: Clock) -> None:
        self._mailbox = mailbox
        self._clock = clock
        self._settled: dict[str, tuple[Listing, float]] = {}  # and when it was listed, as `Clock.monotonic` has it
        self._are_counts_true = True

    def judge_folder(self, folder: str, end: WaitEnd) -> Callable[[FolderCounts], bool] | None:
        """Says of what the server counts now whether the folder may go unlisted, after a wait that ended so. None: it may not,
        whatever is counted."""
        if folder not in self._settled or not self._are_counts_true:
            return None
        listing, listed_at = self._settled[folder]
        age = timedelta(seconds=self._clock.monotonic() - listed_at)
        return lambda counts: may_skip_listing(listing, age, end, counts)

    def note_listing(self, scan: FolderScan, listed_at: float, decided: Set[int]) -> None:
        """A folder was listed, at this second of `Clock.monotonic`, and what it had was seen to. `decided`: UIDs that need nothing
        more."""
        listing = Listing(scan.counts, scan.uids)
        before = self._settled.pop(scan.folder, None)
        if before is not None and self._are_counts_true and not are_counts_true(before[0], listing):
            self._are_counts_true = False
            log.warning(
                "mailbox=%s folder=%s: the server counts the same and has other mail: every look lists all of it",
                self._mailbox,
                scan.folder,
            )
        if is_settled(listing, decided):
            self._settled[scan.folder] = listing, listed_at

    def forget_folder(self, folder: str) -> None:
        """It could not be seen: it is listed the next time."""
        self._settled.pop(folder, None)

    def forget_all(self) -> None:
        """After trouble nothing is taken for granted."""
        self._settled.clear()
