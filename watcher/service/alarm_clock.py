"""APScheduler, as an alarm clock: it rings bells and does nothing else. The database is the schedule."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Mapping
from typing import Any, Protocol


class AlarmClock(Protocol):
    """What rings."""

    def shutdown(self, wait: bool = ...) -> Any:
        """No bell is rung any more; `wait`: the ring that is under way is waited for."""


async def start_alarm_clock(bells: Mapping[str, asyncio.Event], seconds: float) -> AlarmClock:
    """Sets each bell every so many seconds, until it is shut down, whatever the clock of
    the machine does. In memory: a missed ring is rung late, two missed rings are one."""
    # On another thread: meanwhile servers are asked, and the first ring is far off.
    scheduling = await asyncio.to_thread(importlib.import_module, "watcher.service.steady_scheduler")
    scheduler: Any = scheduling.SteadyScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    async def ring(bell: asyncio.Event) -> None:
        bell.set()

    for name, bell in bells.items():
        scheduler.add_job(ring, scheduling.SteadyTrigger(seconds), [bell], id=name)
    scheduler.start()
    clock: AlarmClock = scheduler
    return clock
