"""While one thing is worked on, the next is read: what takes time on a server goes on beside what takes time here."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from enum import Enum, auto
from typing import TypeVar

Item = TypeVar("Item")
Fetched = TypeVar("Fetched")
Result = TypeVar("Result")


class _End(Enum):
    """Stands for what comes after the last item; `anext` would raise there, and a task may not."""

    END = auto()


@asynccontextmanager
async def read_ahead(
    items: Iterable[Item] | AsyncIterable[Item], read: Callable[[Item], Awaitable[Result]], depth: int = 1
) -> AsyncIterator[AsyncIterator[Result]]:
    """What `read` gives for each item, in order, `depth` items ahead, which are read at once; no item is asked for before its turn to be
    read. What it raises, or `items`, is raised when its item's turn comes; what is still being read at the end of the block is given up.
    """
    left = aiter(items if isinstance(items, AsyncIterable) else _give_each(items))
    turn = asyncio.Lock()  # items come one after another, in this order
    ahead: deque[asyncio.Future[Result | _End]] = deque()

    async def read_next() -> Result | _End:
        async with turn:
            item = await anext(left, _End.END)
        return item if isinstance(item, _End) else await read(item)

    async def read_in_order() -> AsyncIterator[Result]:
        ahead.extend(asyncio.ensure_future(read_next()) for _ in range(depth))
        while not isinstance(result := await ahead[0], _End):
            ahead.popleft()
            ahead.append(asyncio.ensure_future(read_next()))
            yield result

    try:
        yield read_in_order()
    finally:
        for reading in ahead:
            reading.cancel()
        for reading in ahead:
            with suppress(asyncio.CancelledError, Exception):
                await reading


@asynccontextmanager
async def fetch_and_read_ahead(
    items: Iterable[Item],
    fetch: Callable[[Item], Awaitable[Fetched]],
    read: Callable[[Fetched], Awaitable[Result]],
    depth: int = 1,
) -> AsyncIterator[AsyncIterator[Result]]:
    """The same in two steps, the first one item ahead of the second: a third item is fetched while the second is read and the first is
    worked on. `depth`: how many are read at once."""
    async with read_ahead(items, fetch) as fetched, read_ahead(fetched, read, depth) as results:
        yield results


async def _give_each(items: Iterable[Item]) -> AsyncIterator[Item]:
    for item in items:
        yield item
