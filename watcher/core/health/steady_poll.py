"""When a folder need not be listed again: a mailbox where nothing happens is to cost its server next to nothing.

What the server counts when the folder is opened is compared with what it counted at the last listing. A message may be handed out
late under a low UID (RFC 9051 § 2.3.1.1 promises no order of sight): it is counted then, so EXISTS tells of it. Where another one goes
between the same two looks, HIGHESTMODSEQ tells, and where a server does not say that unasked, the next listing does. Only silence is
believed, and not for long: a listing stands for an hour at most.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import timedelta

from watcher.core.health.model import FolderCounts, Listing, WaitEnd

#: A listing stands for so long at most, whatever the server counts.
LISTING_LIFETIME = timedelta(hours=1)
#: And the list of folders, where a ring cannot wait for another: in a new folder of sent mail there may be an answer. At a poll and
#: before a reminder they are always listed.
FOLDER_LIST_LIFETIME = timedelta(minutes=5)


def is_settled(listing: Listing, decided: Set[int]) -> bool:
    """Are these all messages that the server counts, and is every one of them decided? Then nothing in the folder is waited for."""
    counts = listing.counts
    is_whole = len(listing.uids) == counts.exists and max(listing.uids, default=0) < counts.uidnext
    return is_whole and listing.uids <= decided


def may_skip_listing(settled: Listing, age: timedelta, end: WaitEnd, counts: FolderCounts) -> bool:
    """May a folder that was settled so long ago, and now counts so, go unlisted after a wait that ended so?

    What rang, or is asked for by somebody, is always listed. Flags that were changed show in HIGHESTMODSEQ, too: then it is listed
    for nothing, which is cheaper than to overlook a message that came as another one went.
    """
    return end is WaitEnd.SILENCE and age < LISTING_LIFETIME and counts == settled.counts


def may_skip_folder_list(age: timedelta, end: WaitEnd) -> bool:
    """May the folders that were listed so long ago be looked at, without asking for others, after a wait that ended so? Somebody
    waits for what rang, and the server has just spoken, so that the connection need not be tried, either."""
    return end is WaitEnd.RING and age < FOLDER_LIST_LIFETIME


def end_for_folder(end: WaitEnd, folder: str, bell_folder: str) -> WaitEnd:
    """What the end of a wait in `bell_folder` says of a folder. IDLE announces what comes to the folder that is open (RFC 2177), and
    nothing of the others: a ring is no reason to list those, either."""
    return WaitEnd.SILENCE if end is WaitEnd.RING and bell_folder and folder != bell_folder else end


def are_counts_true(before: Listing, now: Listing) -> bool:
    """Did the counts change where the messages did? Where not once, this server's counts are not to be believed."""
    return before.counts != now.counts or before.uids == now.uids
