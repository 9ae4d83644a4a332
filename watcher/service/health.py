"""Watcher looks at itself: every tick it gathers what hinders it, puts that on record and hands it to alerts and pings.

Works without a database, as far as it can: a full disk is one of the things to tell. Decides nothing: `core.health` does.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watcher.config.models import Config
from watcher.core.health import canaries, progress, retries
from watcher.core.health import clock as clocks
from watcher.core.health import incidents as incident_rules
from watcher.core.health.incidents import WATCHED_KINDS, Observation, Sight
from watcher.core.health.model import Canary, Incident
from watcher.core.outbox import rate_limits, stuck
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import Clock
from watcher.edge.disk import measure_free_space
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service import recovery
from watcher.service.alerting import Alerting
from watcher.service.canaries import CanarySender
from watcher.service.clock_setting import require_set
from watcher.service.intake import Intake
from watcher.service.pinging import Pinging
from watcher.service.progress import LoopProgress, Wakefulness

log = logging.getLogger("watcher.health")

#: Seconds that the database may take to answer before it counts as one that cannot be used.
STORE_TIMEOUT = 30.0


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """What the database knows of Watcher's condition."""

    incidents: tuple[Incident, ...] = ()
    looks: Mapping[str, datetime] = field(default_factory=dict)
    stuck_letters: Mapping[str, list[str]] = field(default_factory=dict)
    held_back: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    canaries: tuple[Canary, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """How Watcher was at `at` (UTC): what is worth an alert, and every incident."""

    at: datetime
    alarming: tuple[Incident, ...] = ()
    incidents: tuple[Incident, ...] = ()
    sight: Sight = field(default_factory=Sight)
    looks: Mapping[str, datetime] = field(default_factory=dict)


class HealthMonitor:
    """One pass a tick. `condition`: what the last pass found; None: there was none yet."""

    def __init__(
        self,
        config: Config,
        intakes: Mapping[str, Intake],
        store: Store,
        clock: Clock,
        alerting: Alerting,
        pinging: Pinging | None,
        canary: CanarySender,
    ) -> None:
        self.config = config
        self.alerting = alerting
        self.pinging = pinging
        self.canary = canary
        self.condition: Condition | None = None
        self.progress = LoopProgress("health", store, clock)
        self._intakes = intakes
        self._store = store
        self._clock = clock
        self._wakefulness = Wakefulness(clock)
        self._awake_since = self._wakefulness.read_since()
        self._facts = StoredFacts()
        self._database_error = ""
        self._watched: list[Incident] = []
        self._last_tick = (clock.now(), clock.monotonic())
        self._stepped_back: clocks.ClockSample | None = None
        self._is_record_ahead = False  # instants on record may lie in the future

    async def check(self, tells: bool = True) -> None:
        """One pass: look, put on record, tell; where another instance `tells`, only look at what is on record."""
        now = self._clock.now()
        self._wake_up()
        await self._read_facts(now)
        if not tells:
            self._note_condition(now, self._facts.incidents)
            return
        self._watched = incident_rules.find_incidents(await self._observe_machine(now), self._watched, now)
        await self._correct_record(now)
        await self._record_incidents(now)
        others = [incident for incident in self._facts.incidents if incident.kind not in WATCHED_KINDS]
        condition = self._note_condition(now, (*others, *self._watched))
        alarming, sight = condition.alarming, condition.sight
        await self.alerting.report(alarming, condition.incidents)
        if self.pinging is not None:
            self.pinging.report(alarming, all(one.first_scan_done.is_set() for one in self._intakes.values()))
        self.canary.report(self._facts.canaries, self._facts.looks.keys() - sight.overdue.keys())

    def _wake_up(self) -> None:
        """After a sleep of the machine nobody may know of its connections any more, and no answer would tell."""
        before, self._awake_since = self._awake_since, self._wakefulness.read_since()
        if self._awake_since > before:
            for intake in self._intakes.values():
                intake.look_now(anew=True)

    def _note_condition(self, now: datetime, incidents: tuple[Incident, ...]) -> Condition:
        sight = self._judge_sight(now)
        alarming = tuple(incident_rules.alertable_incidents(incidents, sight, now))
        self.condition = Condition(now, alarming, incidents, sight, self._facts.looks)
        self.progress.mark()
        return self.condition

    async def finish(self, seconds: float) -> None:
        """Waits so long for an alert that is on its way."""
        await self.canary.finish()
        await self.alerting.finish(seconds)
        if self.pinging is not None:
            await self.pinging.finish()

    async def _read_facts(self, now: datetime) -> None:
        """What was known stays known while the database does not answer."""
        try:
            async with asyncio.timeout(STORE_TIMEOUT):
                self._facts = await self._store.run_read(lambda tx: read_facts(tx, now, self._awake_since))
            self._database_error = ""
        except TimeoutError:
            self._database_error = "the database does not answer"
        except StoreError as error:
            self._database_error = str(error)

    async def _observe_machine(self, now: datetime) -> Observation:
        space = await asyncio.to_thread(measure_free_space, self.config.state_dir)
        clock_error, clock_put_back = self._judge_clock(now)
        return Observation(
            free_octets=space.octets,
            free_files=space.files,
            database_error=self._database_error,
            clock_error=clock_error,
            clock_put_back=clock_put_back,
            stuck_letters=self._facts.stuck_letters,
            held_back=self._facts.held_back,
            lost_canaries=canaries.find_lost(
                self._facts.canaries, self.canary.mailboxes, self._facts.incidents, now, self._awake_since
            ),
            broken_roads=self.alerting.broken_roads,
        )

    def _judge_clock(self, now: datetime) -> tuple[timedelta | None, timedelta]:
        """Others' clock minus ours, where any of them has said; and by how much ours was put back within the last hour."""
        monotonic = self._clock.monotonic()
        wall_before, monotonic_before = self._last_tick
        step = clocks.measure_step(wall_before, now, monotonic - monotonic_before)
        if step > incident_rules.CLOCK_TOLERANCE:
            log.error("clock put back by %.0f s", step.total_seconds())
            require_set(self._clock)
            self._stepped_back = clocks.ClockSample(now + step, now, now, monotonic)
            self._is_record_ahead = True
        self._last_tick = (now, monotonic)
        samples = self.pinging.clock_samples if self.pinging is not None else []
        steps = [self._stepped_back] if self._stepped_back is not None and not samples else []
        return clocks.judge_clock(samples, monotonic), clocks.judge_clock(steps, monotonic) or timedelta(0)

    async def _correct_record(self, now: datetime) -> None:
        """Once for each step back of the clock, and again until it could be stored."""
        if not self._is_record_ahead or self._database_error:
            return
        try:
            await self._store.run_write(lambda tx: recovery.correct_future_instants(tx, now))
            self._is_record_ahead = False
        except StoreError as error:
            log.error("instants of a clock that was ahead are still on record: %s", error)

    async def _record_incidents(self, now: datetime) -> None:
        """So that status and digests say it too. Where it cannot be stored it is told all the same."""
        open_now = {one.kind_and_subject for one in self._watched}
        stored = {one.kind_and_subject: one.text for one in self._facts.incidents if one.kind in WATCHED_KINDS}
        changed = [one for one in self._watched if stored.get(one.kind_and_subject) != one.text]
        over = [key for key in stored if key not in open_now]
        if (not changed and not over) or self._database_error:
            return

        def record(tx: Transaction) -> None:
            for one in changed:
                tx.incidents.open(one.kind, one.subject, one.text, now)
            for kind, subject in over:
                tx.incidents.close(kind, subject)

        try:
            await self._store.run_write(record)
        except StoreError as error:
            log.error("incidents are not on record: %s", error)

    def _judge_sight(self, now: datetime) -> Sight:
        """A mailbox that was not looked at before this start, or while the machine slept, has its time from then on."""
        before = self.condition.sight.overdue if self.condition is not None else {}
        overdue: dict[str, datetime | None] = {}
        for box in self.config.mailbox:
            last = self._facts.looks.get(box.name)
            since = progress.read_look_instant(last, self._awake_since, now)
            was_overdue = box.name in before and before[box.name] == last
            if was_overdue or progress.is_look_overdue(since, self.config.alerts.blind_after, box.poll, now):
                overdue[box.name] = last
        refused = {name for name, intake in self._intakes.items() if retries.is_login_refused(intake.refused_logins)}
        return Sight(overdue, refused)


def read_facts(tx: Transaction, now: datetime, awake_since: datetime) -> StoredFacts:
    """StoreError: the database fails."""
    letters: dict[str, list[str]] = {}
    for letter in tx.letters.list_by_state({LetterState.PENDING}):
        if stuck.trouble_of(letter, True, now, awake_since) == "stuck":
            letters.setdefault(letter.mailbox, []).append(stuck.describe_stuck(letter))
    return StoredFacts(
        incidents=tuple(tx.incidents.list_open()),
        looks=tx.mailboxes.complete_looks(),
        stuck_letters=letters,
        canaries=tuple(tx.canaries.list_canaries()),
        held_back=tx.figures.count_held_back(rate_limits.ALARMING_CODES, now - rate_limits.NEWS_OF_CAP),
    )
