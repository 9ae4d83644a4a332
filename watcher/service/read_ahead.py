"""While one thing is worked on, the next is read: what takes time on a server goes on beside what takes time here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@asynccontextmanager
async def read_ahead(
    items: Sequence[Item], read: Callable[[Item], Awaitable[Result]]
) -> AsyncIterator[AsyncIterator[Result]]:
    """What `read` gives for each item, in order, one item ahead. What it raises is raised when its item's turn comes; what is still
    being read at the end of the block is given up."""
    ahead: asyncio.Future[Result] | None = None

    async def read_in_order() -> AsyncIterator[Result]:
        nonlocal ahead
        for number, item in enumerate(items):
            result = await (ahead if ahead is not None else read(item))
            following = items[number + 1 : number + 2]
            ahead = asyncio.ensure_future(read(following[0])) if following else None
            yield result

    try:
        yield read_in_order()
    finally:
        if ahead is not None:
            ahead.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await ahead
