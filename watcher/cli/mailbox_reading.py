"""A mailbox is read on its server for a command, beside a line that shows how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from watcher.cli.progress import ReadingProgress
from watcher.config.models import Config, MailboxTable
from watcher.edge.imap.mailbox import Mailbox
from watcher.service import accounts
from watcher.service.recent_mail import ProgressCallback

Result = TypeVar("Result")


def read_mailbox(
    box: MailboxTable, config: Config, label: str, read: Callable[[Mailbox, ProgressCallback], Awaitable[Result]]
) -> Result:
    """What `read` makes of the mailbox, whose connections are closed at the end. MailboxError: it could not be read."""
    mailbox = accounts.imap_mailbox(box, config)

    async def read_and_close() -> Result:
        try:
            return await read(mailbox, progress.advance)
        finally:
            await mailbox.close_connections()

    with ReadingProgress(label) as progress:
        return asyncio.run(read_and_close())
