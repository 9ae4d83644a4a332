"""The last listings of a mailbox's folders, for as long as they stand: what has not changed is not listed again. Core judges it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence, Set
from datetime import timedelta

from watcher.core.health import steady_poll
from watcher.core.health.model import FolderCounts, Listing, WaitEnd
from watcher.core.message.model import FolderRole
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FolderScan, Mailbox

log = logging.getLogger("watcher.intake")

#: Folders that are opened in one step of the mailbox: each answer may take half of the time that a step has.
FOLDERS_A_STEP = 2


class FolderListings:
    """Those of one mailbox, in memory only: after a start everything is listed."""

    def __init__(self, mailbox: str, clock: Clock) -> None:
        self._mailbox = mailbox
        self._clock = clock
        self._folders: tuple[list[tuple[str, FolderRole]], float] | None = None  # and when they were listed
        self._is_old_list = False  # what this look goes by
        self._settled: dict[str, tuple[Listing, float]] = {}  # and when it was listed, as `Clock.monotonic` has it
        self._are_counts_true = True

    async def list_folders(self, mailbox: Mailbox, end: WaitEnd) -> list[tuple[str, FolderRole]]:
        """The watched folders, after a wait that ended so. MailboxError: the server could not be asked."""
        now = self._clock.monotonic()
        if self._folders is not None:
            folders, listed_at = self._folders
            if steady_poll.may_skip_folder_list(timedelta(seconds=now - listed_at), end):
                self._is_old_list = True
                return folders
        folders = await mailbox.list_watched_folders()
        self._folders, self._is_old_list = (folders, now), False
        return folders

    async def is_gone(self, mailbox: Mailbox, folder: str) -> bool:
        """A folder that could not be seen: is it there no more since the folders were listed? MailboxError: the server could not be
        asked."""
        return self._is_old_list and folder not in dict(await mailbox.list_watched_folders())

    def judge_folder(self, folder: str, end: WaitEnd, bell_folder: str) -> Callable[[FolderCounts], bool] | None:
        """Says of what the server counts now whether the folder may go unlisted, after a wait in `bell_folder` that ended so. None: it
        may not, whatever is counted."""
        if folder not in self._settled or not self._are_counts_true:
            return None
        listing, listed_at = self._settled[folder]
        age = timedelta(seconds=self._clock.monotonic() - listed_at)
        end = steady_poll.end_for_folder(end, folder, bell_folder)
        return lambda counts: steady_poll.may_skip_listing(listing, age, end, counts)

    async def count_unchanged(self, mailbox: Mailbox, folders: Sequence[str], end: WaitEnd) -> int:
        """How many of these, from the first on, have not changed, after a wait that ended so. Two are asked for in one step, as a step
        costs us more than a command; where one has changed, the way it is read asks again. MailboxError: the connection broke."""
        judged = [(name, self.judge_folder(name, end, mailbox.bell_folder)) for name in folders]
        settled = [(name, judge) for name, judge in judged if judge is not None]
        count = 0
        while end is WaitEnd.SILENCE and count < len(folders) == len(settled):
            asked = settled[count : count + FOLDERS_A_STEP]
            found = await mailbox.count_unchanged_folders(asked)
            count += found
            if found < len(asked):
                break
        return count

    def note_listing(self, scan: FolderScan, listed_at: float, decided: Set[int]) -> None:
        """A folder was listed, at this second of `Clock.monotonic`, and what it had was seen to. `decided`: UIDs that need nothing
        more."""
        listing = Listing(scan.counts, scan.uids)
        before = self._settled.pop(scan.folder, None)
        if before is not None and self._are_counts_true and not steady_poll.are_counts_true(before[0], listing):
            self._are_counts_true = False
            log.warning(
                "mailbox=%s folder=%s: the server counts the same and has other mail: every look lists all of it",
                self._mailbox,
                scan.folder,
            )
        if steady_poll.is_settled(listing, decided):
            self._settled[scan.folder] = listing, listed_at

    def forget_folder(self, folder: str) -> None:
        """After trouble with it alone: the next look lists it, and the folders."""
        self._settled.pop(folder, None)
        self._folders = None

    def forget_all(self) -> None:
        """After trouble nothing is taken for granted."""
        self._settled.clear()
        self._folders = None
