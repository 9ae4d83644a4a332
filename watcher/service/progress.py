"""Whether a loop gets on: the instant of its last progress for the watchdog, and an incident while its passes fail."""

from __future__ import annotations

import asyncio
import logging
import math
from datetime import datetime, timedelta

from watcher.core.health import clock as clocks
from watcher.core.health import progress
from watcher.core.health.achievements import Undone
from watcher.core.health.model import IncidentKind
from watcher.edge.clock import Clock
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.store import StoreError, Transaction

log = logging.getLogger("watcher.progress")


class LoopProgress:
    """One loop's. `at`: seconds on the monotonic clock; in the future while the loop rests on purpose. That it turns is not all:
    `core.health.achievements` asks what came of it."""

    def __init__(self, name: str, store: TransactionRunner, clock: Clock) -> None:
        self.name = name
        self.at, self.began_at = clock.monotonic(), clock.now()
        self._store = store
        self._clock = clock
        self.achieved_at: datetime | None = None  # when something was stored or sent last, UTC; None: nothing yet
        self._may_have_incident = False  # a start has closed those of the run before

    def mark(self) -> None:
        """A step is done, and what came of it is stored."""
        self.achieved_at = self._clock.now()
        self._note_turn()

    def _note_turn(self) -> None:
        self.at = max(self.at, self._clock.monotonic())

    def is_stuck(self) -> bool:
        """No progress for 15 minutes (`core.health.progress.STUCK`)."""
        return bool(progress.stuck_loops({self.name: self.at}, self._clock.monotonic()))

    def rests_longer_than(self, span: timedelta) -> bool:
        """Does it sleep on purpose, for longer than it would if all were well?"""
        return self.at - self._clock.monotonic() > span.total_seconds()

    def rest(self, seconds: float) -> None:
        """The loop sleeps so long because it must: a server that refused a login is asked again after an hour."""
        self.at = self._clock.monotonic() + seconds

    async def sleep_until(self, event: asyncio.Event) -> None:
        """The loop has nothing to do until somebody sets `event`. What lies undone meanwhile is found by what is on record."""
        self.rest(math.inf)
        await event.wait()
        self.rest(0.0)

    async def record_success(self) -> None:
        """A pass ended well: the incident is over. StoreError: it did not end well after all."""
        if self._may_have_incident:
            await self._store.run_write(lambda tx: tx.incidents.close(IncidentKind.LOOP_FAILING, self.name))
            self._may_have_incident = False
        self._note_turn()

    async def record_failure(self, error: Exception) -> None:
        """A pass failed, and the next one may too. No progress; an incident, where one can be stored at all."""
        log.error("%s: %s; it is tried again", self.name, error)
        self._may_have_incident, now = True, self._clock.now()
        try:
            await self._store.run_write(
                lambda tx: tx.incidents.open(IncidentKind.LOOP_FAILING, self.name, str(error), now)
            )
        except StoreError as second:
            log.error("%s: not on record: %s", self.name, second)


class Wakefulness:
    """Since when this process has been able to work: since it began, or since the machine that slept woke up."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since = clock.now()
        self._last_sample = (self._since, clock.monotonic())

    def read_since(self) -> datetime:
        """UTC. To be asked every tick: what passed between two questions is compared with what a monotonic clock says."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        wall_before, monotonic_before = self._last_sample
        self._last_sample = (now, monotonic)
        if clocks.has_slept(wall_before, now, monotonic - monotonic_before):
            log.info("the machine slept, or its clock was put forward: %s", now - wall_before)
            self._since = now
        self._since = min(self._since, now)
        return self._since


def read_undone(tx: Transaction, due_slot: datetime | None, now: datetime) -> Undone:
    """What is on record of work that is to be done; `due_slot`: the oldest slot of a digest that is not served. StoreError."""
    return Undone(
        looks=tx.mailboxes.complete_looks(),
        due_letters=tx.figures.oldest_due_letters(now),
        due_slot=due_slot,
        incidents=tx.incidents.list_open(),
    )
