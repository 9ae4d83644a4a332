"""Waits for what a thread or a server does, which a stop ends at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from watcher.edge.imap.errors import MailboxStopped

T = TypeVar("T")


class Waits:
    """Those of one mailbox; there may be several at a time."""

    def __init__(self) -> None:
        self._is_stopped = False
        self._endings: set[Callable[[], None]] = set()  # of what is waited for now

    def end_all_waits(self) -> None:
        """Ends every wait, and each that is to come: they raise MailboxStopped."""
        self._is_stopped = True
        for end in list(self._endings):
            end()

    async def wait_for(self, waited: asyncio.Future[T], timeout: float | None) -> bool:
        """Until it is done, or for `timeout` seconds; says whether it is. MailboxStopped: `end_all_waits` was called.

        `asyncio.wait_for` would swallow a cancellation that comes in the very turn in which the future is done (CPython 3.11), and
        `asyncio.wait` costs a third more.
        """
        if self._is_stopped:
            raise MailboxStopped
        if not waited.done():
            await self._wait_for_end(waited, timeout)
        if self._is_stopped:
            raise MailboxStopped
        return waited.done()

    async def _wait_for_end(self, waited: asyncio.Future[T], timeout: float | None) -> None:
        loop = asyncio.get_running_loop()
        ended = loop.create_future()

        def end_wait(_: Any = None) -> None:
            if not ended.done():
                ended.set_result(None)

        timer = None if timeout is None else loop.call_later(timeout, end_wait)
        waited.add_done_callback(end_wait)
        self._endings.add(end_wait)
        try:
            await ended
        finally:
            self._endings.discard(end_wait)
            waited.remove_done_callback(end_wait)
            if timer is not None:
                timer.cancel()
