"""The only reading of the clock in the tree. Everything else is given `now`."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime


class Clock:
    """The real one: instants are aware and in UTC, spans are seconds."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never step back."""
        return time.monotonic()

    def elapsed(self) -> float:
        """Real seconds that never step back and go on while the machine sleeps (CLOCK_BOOTTIME, clock_gettime(2)), where it can tell."""
        return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))

    def real_seconds(self, seconds: float) -> float:
        """How long so many seconds of this clock really take."""
        return seconds

    async def sleep(self, seconds: float) -> None:
        """Sleeps for so many seconds of this clock."""
        await asyncio.sleep(self.real_seconds(seconds))

    async def wait_for_event(self, event: asyncio.Event, seconds: float) -> bool:
        """Until `event` is set, or for so many seconds of this clock; says whether it was set."""
        try:
            async with asyncio.timeout(
                self.real_seconds(seconds)
            ):  # `wait_for` of CPython 3.11 may swallow a cancellation
                await event.wait()
        except TimeoutError:
            return False
        return True


class SteppedClock(Clock):
    """Stands still until somebody moves it: whatever is to happen at an instant has as long as it needs.

    `monotonic` and every sleep go by the same hands. What must wait on the wall (a server, a socket) still does.
    """

    def __init__(self, start: datetime) -> None:
        self._start = self._now = start
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """Where the hands stand: aware, UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that the hands were moved since the start."""
        return (self._now - self._start).total_seconds()

    def advance_to(self, instant: datetime) -> None:
        """Moves the hands and wakes whoever slept until then. ValueError: they never go back."""
        if instant < self._now:
            raise ValueError("a clock of the stage never goes back")
        self._now = instant
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Until the hands were moved by so many seconds, however long that takes on the wall."""
        await self.wait_for_event(asyncio.Event(), seconds)

    async def wait_for_event(self, event: asyncio.Event, seconds: float) -> bool:
        """True when the event came; False when the hands were moved by so many seconds first."""
        end = self.monotonic() + seconds
        waiting = asyncio.ensure_future(event.wait())
        try:
            while not waiting.done() and self.monotonic() < end:
                moved = asyncio.ensure_future(self._moved.wait())
                try:
                    await asyncio.wait({waiting, moved}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    moved.cancel()
            return waiting.done()
        finally:
            waiting.cancel()
