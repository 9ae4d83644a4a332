"""APScheduler, as an alarm clock: it rings bells and does nothing else. The database is the schedule."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from apscheduler.schedulers.asyncio import AsyncIOScheduler


def start_alarm_clock(bells: Mapping[str, asyncio.Event], seconds: float) -> AsyncIOScheduler:
    """Sets each bell every so many seconds, until it is shut down. In memory: a missed ring is rung late, two missed rings are one."""
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    async def ring(bell: asyncio.Event) -> None:
        bell.set()

    for name, bell in bells.items():
        scheduler.add_job(ring, "interval", [bell], seconds=seconds, id=name)
    scheduler.start()
    return scheduler
