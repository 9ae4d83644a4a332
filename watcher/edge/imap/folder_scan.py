"""What a folder holds: its UIDs, listed until they are as many as the server counts."""

from __future__ import annotations

from dataclasses import dataclass

from watcher.core.health.model import FolderCounts
from watcher.edge.imap.session import ImapSession

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
