"""A clock that was never set: a start waits for it a while. Nothing here decides; `core.health.clock` does."""

from __future__ import annotations

import logging

from watcher.core.health import clock as clocks
from watcher.edge.clock import Clock

log = logging.getLogger("watcher")

_POLL_SECONDS = 1.0


class UnsetClockError(RuntimeError):
    """Raised where the clock was put to a day that cannot be; says what to do."""


async def wait_until_set(clock: Clock) -> str:
    """Returns when the clock shows a day that can be. Not within two minutes: what is wrong, and what to do; else ""."""
    if not clocks.is_unset(clock.now()):
        return ""
    log.warning("waiting: %s", clocks.describe_unset(clock.now()))
    end = clock.monotonic() + clocks.SETTING_TIME.total_seconds()
    while clocks.is_unset(clock.now()):
        if clock.monotonic() >= end:
            return clocks.describe_unset(clock.now())
        await clock.sleep(_POLL_SECONDS)
    log.info("the clock is set")
    return ""


def require_set(clock: Clock) -> None:
    """UnsetClockError: it is not."""
    if clocks.is_unset(clock.now()):
        raise UnsetClockError(clocks.describe_unset(clock.now()))
