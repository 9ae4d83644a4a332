"""What a folder holds: its UIDs, listed until they are as many as the server counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from watcher.core.health.model import FolderCounts
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession

#: Of what the server counts in a folder: need it not be listed?
IsUnchanged = Callable[[FolderCounts], bool]

#: A folder whose list is longer or shorter than its count is listed again so often.
SCAN_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class FolderScan:
    """What the server has in a folder: its UIDs, valid under this UIDVALIDITY only (RFC 9051 § 2.3.1.1), and what it counted before."""

    folder: str
    counts: FolderCounts
    uids: frozenset[int]

    @property
    def uidvalidity(self) -> int:
        """Of the folder (RFC 9051 § 2.3.1.1)."""
        return self.counts.uidvalidity

    @property
    def exists(self) -> int:
        """How many messages the server counts in it (EXISTS, RFC 3501 § 7.3.1)."""
        return self.counts.exists


def list_until_whole(session: ImapSession, folder: str, counts: FolderCounts) -> FolderScan:
    """`counts`: of the folder that was opened just now; one whose list is not as long as that is opened and listed again. MailboxError."""
    found = FolderScan(folder, counts, session.search_all_uids(counts.uidnext, counts.exists))
    for _ in range(SCAN_ATTEMPTS - 1):
        if len(found.uids) == found.exists:
            break
        counts = session.examine_folder(folder)
        found = FolderScan(folder, counts, session.search_all_uids(counts.uidnext, counts.exists))
    return found


def examine_unchanged(session: ImapSession, folders: Sequence[tuple[str, IsUnchanged]]) -> list[tuple[str, int]]:
    """Opens one after another, up to the first that has changed or cannot be seen; returns those before it, each with how many messages
    the server counts in it. MailboxError: the connection broke."""
    seen: list[tuple[str, int]] = []
    for name, is_unchanged in folders:
        try:
            counts = session.examine_folder(name)
        except MailboxError as error:
            if error.kind not in ("folder", "protocol"):
                raise
            break
        if not is_unchanged(counts):
            break
        seen.append((name, counts.exists))
    return seen
