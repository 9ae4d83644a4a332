"""Tells people what hinders Watcher, over roads of its own. Core says what is due; this keeps what each road has still to take.

What no road has taken yet is not put on record as told: after a crash it is told again. What one road did not take waits for it, for a day.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Collection, Sequence
from datetime import datetime

from watcher.core.health import alerts
from watcher.core.health.model import Incident, ToldIncident
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store, StoreError
from watcher.service.alert_roads import AlertMessage, AlertRoad

log = logging.getLogger("watcher.alerts")

#: Alerts that wait for one road at most.
MAX_WAITING = 50


class _RoadQueue:
    """What one road has still to take, the oldest first."""

    def __init__(self, road: AlertRoad) -> None:
        self.road = road
        self.waiting: deque[AlertMessage] = deque(maxlen=MAX_WAITING)
        self.error = ""
        self.failures = 0
        self.retry_at: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        return bool(self.waiting) and alerts.may_try_road(self.retry_at, self.failures, now)

    def forget_old(self, now: datetime) -> None:
        while self.waiting and alerts.is_outdated(self.waiting[0].at, now):
            self.waiting.popleft()


class Alerting:
    """`report` says what is wrong; the rest follows. Never waits for a road."""

    def __init__(self, roads: Sequence[AlertRoad], store: Store, clock: Clock) -> None:
        self._queues = [_RoadQueue(road) for road in roads]
        self._store = store
        self._clock = clock
        self._began = clock.now()
        self._told: list[ToldIncident] | None = None  # not read yet
        self._untaken: list[AlertMessage] = []  # that no road has taken
        self._is_on_record = True
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._failure: BaseException | None = None  # that nobody foresaw

    @property
    def broken_roads(self) -> dict[str, str]:
        """Road → why it did not take the last alert."""
        return {queue.road.name: queue.error for queue in self._queues if queue.error}

    def replace_roads(self, roads: Sequence[AlertRoad]) -> None:
        """The configuration names others. What waits for a road that is still there stays; what is broken is tried at once."""
        before = {queue.road.name: queue for queue in self._queues}
        self._queues = [_RoadQueue(road) for road in roads]
        for queue in self._queues:
            if queue.road.name in before:
                queue.waiting = before[queue.road.name].waiting

    def forget(self) -> None:
        """Another instance has told of incidents meanwhile: what it told is read, and what waited here is not told by this one."""
        self._told, self._is_on_record = None, True
        self._untaken.clear()
        for queue in self._queues:
            queue.waiting.clear()

    async def report(self, incidents: Collection[Incident], open_incidents: Collection[Incident] = ()) -> None:
        """Everything that is worth an alert now, and whatever else is wrong. Queues what is due, starts what is to be sent, stores what
        was taken. Raises what nobody foresaw in a road."""
        now = self._clock.now()
        if self._failure is not None:
            raise self._failure
        if not self._queues:
            return
        if self._told is None and not await self._load_told():
            self._told = []
        assert self._told is not None
        plan = alerts.plan_alert(self._told, incidents, self._began, now, open_incidents)
        if plan:
            self._told = alerts.told_after(self._told, plan, now)
            self._is_on_record = False
            for found, is_over in ((plan.problems, False), (plan.recovered, True)):
                if found:
                    self._enqueue_message(AlertMessage(found, is_over, now))
        for queue in self._queues:
            queue.forget_old(now)
            if queue.is_due(now) and queue.road.name not in self._jobs:
                self._start_delivery(queue)
        await self._store_told()

    async def _load_told(self) -> bool:
        try:
            self._told = await self._store.run_read(lambda tx: tx.alerts.list_told())
        except StoreError as error:
            log.error("what was told before is not known: %s", error)
            return False
        return True

    def _enqueue_message(self, message: AlertMessage) -> None:
        kinds = ",".join(dict.fromkeys(incident.kind for incident in message.incidents))
        log.warning("alert over=%s kinds=%s roads=%d", message.is_over, kinds, len(self._queues))
        self._untaken.append(message)
        for queue in self._queues:
            queue.waiting.append(message)

    def _start_delivery(self, queue: _RoadQueue) -> None:
        name = queue.road.name
        self._jobs[name] = job = asyncio.create_task(self._drain_queue(queue), name=f"alert {name}")
        job.add_done_callback(lambda _: self._end_delivery(name))

    def _end_delivery(self, name: str) -> None:
        job = self._jobs.pop(name)
        if not job.cancelled():
            self._failure = self._failure or job.exception()

    async def _drain_queue(self, queue: _RoadQueue) -> None:
        while queue.waiting:
            message = queue.waiting[0]
            problem = await queue.road.send(message)
            if problem:
                queue.failures += 1
                queue.retry_at = self._clock.now() + alerts.retry_after(queue.failures)
                queue.error = problem
                log.error("no alert road=%s: %s", queue.road.name, problem)
                return
            log.info("alerted road=%s over=%s", queue.road.name, message.is_over)
            queue.failures, queue.retry_at, queue.error = 0, None, ""
            if queue.waiting and queue.waiting[0] is message:
                queue.waiting.popleft()
            self._untaken = [other for other in self._untaken if other is not message]
        await self._store_told()

    async def _store_told(self) -> None:
        """What is told is on record from the instant that a road has taken all of it."""
        if self._is_on_record or self._untaken or self._told is None:
            return
        told = self._told
        try:
            await self._store.run_write(lambda tx: tx.alerts.replace_told(told))
        except StoreError as error:  # a full disk: it stays in memory
            log.error("what was told is not on record: %s", error)
        else:
            self._is_on_record = told is self._told

    async def finish(self, seconds: float) -> None:
        """Waits so long for what is on its way, then gives it up; it is told again after the next start."""
        if self._jobs:
            _, late = await asyncio.wait(set(self._jobs.values()), timeout=seconds)
            for job in late:
                job.cancel()
