"""While one thing is worked on, the next is read: what takes time on a server goes on beside what takes time here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@asynccontextmanager
async def read_ahead(
    items: Iterable[Item], read: Callable[[Item], Awaitable[Result]]
) -> AsyncIterator[AsyncIterator[Result]]:
    """What `read` gives for each item, in order, one item ahead; no item is asked for before its turn to be read. What it raises is
    raised when its item's turn comes; what is still being read at the end of the block is given up."""
    left = iter(items)
    ahead: asyncio.Future[Result] | None = None

    def begin_next() -> None:
        nonlocal ahead
        ahead = next((asyncio.ensure_future(read(item)) for item in left), None)

    async def read_in_order() -> AsyncIterator[Result]:
        begin_next()
        while ahead is not None:
            result = await ahead
            begin_next()
            yield result

    try:
        yield read_in_order()
    finally:
        if ahead is not None:
            ahead.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await ahead
