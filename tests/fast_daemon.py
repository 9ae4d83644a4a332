"""`watcher run` on a clock that runs faster: `python -m tests.fast_daemon CONFIG START SPEED`.

The same App as the command line builds, on an AcceleratedClock that shows `START` and `SPEED` times the real seconds since: a daemon that
is killed and started again goes on where its clock would be. For tests that wait for slots of a digest.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from watcher.cli.run import set_up_logging
from watcher.config import load
from watcher.edge.clock import Clock
from watcher.service.app import App


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


def shown(start: datetime, speed: float) -> datetime:
    """What a clock shows now that showed the real time at `start` and has been fast since."""
    return start + (Clock().now() - start) * speed


def main() -> None:
    path, start, speed = sys.argv[1], datetime.fromisoformat(sys.argv[2]), float(sys.argv[3])
    set_up_logging()
    app = App(load.load_config(Path(path)), AcceleratedClock(shown(start, speed), speed))
    try:
        asyncio.run(app.run(lambda: print("ready", flush=True)))
    finally:
        app.close()


if __name__ == "__main__":
    main()
