"""The only reading of the clock in the tree. Everything else is given `now`."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The real one."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never step back."""
        return time.monotonic()

    def real_seconds(self, seconds: float) -> float:
        """How long so many seconds of this clock really take."""
        return seconds

    async def sleep(self, seconds: float) -> None:
        """Sleeps for so many seconds of this clock."""
        await asyncio.sleep(self.real_seconds(seconds))

    async def wait_for_event(self, event: asyncio.Event, seconds: float) -> bool:
        """Until `event` is set, or for so many seconds of this clock; says whether it was set."""
        try:
            await asyncio.wait_for(event.wait(), self.real_seconds(seconds))
        except TimeoutError:
            return False
        return True


class AcceleratedClock(Clock):
    """Starts at an instant of choice and runs `speed` times as fast: a working day in half a minute."""

    def __init__(self, start: datetime, speed: float) -> None:
        self._start = start
        self._speed = speed
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self._speed)

    def monotonic(self) -> float:
        return (time.monotonic() - self._began) * self._speed

    def real_seconds(self, seconds: float) -> float:
        return seconds / self._speed
