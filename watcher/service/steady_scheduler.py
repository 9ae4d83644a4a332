"""APScheduler on a machine whose clock is moved. It rings by the wall clock: here no step of that silences it, and none makes it count.

Left alone, a clock that is put back by a year is a year without a ring; one that is put forward by a year has it list two million rings
that it missed, before it throws away all but the last.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from watcher.edge.clock import Clock


class SteadyTrigger(BaseTrigger):  # type: ignore[misc]
    """Every so many seconds, counted from the last time that it was asked: what was missed is missed."""

    def __init__(self, seconds: float) -> None:
        self.interval = timedelta(seconds=seconds)

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Aware, in the zone of `now`."""
        return now + self.interval


class SteadyScheduler(AsyncIOScheduler):  # type: ignore[misc]
    """For jobs with a SteadyTrigger. Its timer goes by the clock of the event loop, which nobody moves, and wakes it once an interval: a
    job that is further off than that was planned by a clock that was put back since, and is due."""

    def wakeup(self) -> None:
        """The timer rings, or a job has changed."""
        now = Clock().now()
        for job in self.get_jobs():
            if job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)  # wakes it up again
        super().wakeup()
