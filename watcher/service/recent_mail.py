"""The mail of the past, read from a server a batch at a time, for the command line. Reads only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime

from watcher.core.message.model import FetchedMessage, FolderRole
from watcher.edge.imap.mailbox import Mailbox

#: Messages that are asked for at once.
BATCH_SIZE = 200
#: How many messages were read since the last call, and how many there are in all; 0: nobody knows.
ProgressCallback = Callable[[int, int], None]


async def read_recent_mail(
    mailbox: Mailbox, role: FolderRole, since: datetime, on_progress: ProgressCallback
) -> AsyncIterator[list[FetchedMessage]]:
    """The messages in the folders of this role that arrived on the day before `since` or later, whatever the server's zone; folder by
    folder, in their order. A batch is told of when it was worked on. MailboxError: a folder cannot be seen."""
    folders = [name for name, found in await mailbox.list_watched_folders() if found is role]
    listed = [
        (name, (await mailbox.open_folder(name)).uidvalidity, sorted(await mailbox.search_uids_since(since)))
        for name in folders
    ]
    total = sum(len(uids) for _, _, uids in listed)
    on_progress(0, total)
    for name, uidvalidity, uids in listed:
        for start in range(0, len(uids), BATCH_SIZE):
            batch = uids[start : start + BATCH_SIZE]
            yield (await mailbox.fetch_messages(name, uidvalidity, batch)).arrivals
            on_progress(len(batch), total)
