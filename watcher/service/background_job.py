"""Work beside the loop that begins it: one piece at a time, and nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine


class BackgroundJob:
    """What is begun under `name` every now and then, and not again before it has ended. `task`: the last one; None: there was none."""

    def __init__(self, name: str) -> None:
        self.task: asyncio.Task[None] | None = None
        self._name = name

    def may_begin(self) -> bool:
        """Is none under way? Raises what nobody foresaw in the last one."""
        if self.task is None:
            return True
        if not self.task.done():
            return False
        if not self.task.cancelled():
            self.task.result()
        return True

    def begin_work(self, work: Coroutine[None, None, None]) -> None:
        """Only where `may_begin` says so."""
        self.task = asyncio.create_task(work, name=self._name)

    async def give_up(self) -> None:
        """Ends what is under way, and waits until it has ended."""
        if self.task is not None and not self.task.done():
            self.task.cancel()
            await asyncio.wait({self.task})
