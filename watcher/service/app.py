"""Wires the loops together, starts them, stops them.

One process, one event loop. Each mailbox has a way in and a way out of its own; a server in trouble troubles nobody else. A
loop that fails in a way nobody foresaw ends the process: crash, restart, recover is the normal road.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Collection, Coroutine
from datetime import datetime
from typing import Any

from watcher import __version__
from watcher.config.load import ConfigError
from watcher.config.models import Config
from watcher.core.health import progress
from watcher.core.health.achievements import find_idle_loops
from watcher.core.health.model import IncidentKind
from watcher.core.leases.model import HOUSE, LeaseTimes
from watcher.edge import notify
from watcher.edge.clock import Clock
from watcher.edge.guard import InstanceLock
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.private_files import prepare_state_folder
from watcher.edge.store.fence import LeaseLostError
from watcher.edge.store.store import StoreError, Transaction
from watcher.service import accounts, compile_ahead, fresh_start, personal_data, recovery, shutdown, start_alarm, wiring
from watcher.service.alarm_clock import AlarmClock, start_alarm_clock
from watcher.service.digest_writer import DigestWriter
from watcher.service.health_wiring import HealthParts
from watcher.service.look_record import store_looks
from watcher.service.mailbox_loops import MailboxLoops
from watcher.service.membership import Membership
from watcher.service.monitor_pages import MonitorPages
from watcher.service.outbox_bell import OutboxBell
from watcher.service.progress import LoopProgress, Wakefulness, read_undone
from watcher.service.reload import ConfigReloader
from watcher.service.reminders import Reminders
from watcher.service.tokens import TokenKeeper

log = logging.getLogger("watcher")

TICK_SECONDS = 15.0  # seconds between two looks at what is due
SHUTDOWN_GRACE = 10.0  # seconds a letter in flight has to end when the service stops
ALERT_GRACE = 2.0  # seconds an alert on its way has to end
CLEAN_STOP_TIMEOUT = 5.0  # seconds that the last word to the database may take
DEFAULT_LEASE_TIMES = LeaseTimes()


class App:
    """Everything that runs."""

    def __init__(
        self,
        config: Config,
        clock: Clock | None = None,
        *,
        dry_run: bool = False,
        tick: float = TICK_SECONDS,
        lease_times: LeaseTimes = DEFAULT_LEASE_TIMES,
    ) -> None:
        """Takes the instance lock and opens the state. `dry_run`: every mailbox is only observed.

        InstanceLockHeld, GuardError, StoreError, OSError: cannot start.
        """
        self.config = config
        self._tick_seconds = tick
        self._is_running, self._observe_all = False, dry_run
        self._listening: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ended_tasks: asyncio.Queue[asyncio.Task[Any]] = asyncio.Queue()
        self._stop_requested = asyncio.Event()
        self._due_work_bell, self._heartbeat_bell = asyncio.Event(), asyncio.Event()
        self._token_bell, self._health_bell, self._watchdog_bell = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._config_reloader, self._reload_requested = ConfigReloader(config), False
        self.clock = clock or Clock()
        prepare_state_folder(config.state_dir)
        self._began = self.clock.now()
        self._lock = InstanceLock(config.state_dir / "watcher.lock", self._began.astimezone(config.calendar.zone))
        self.store, self._damaged_database = recovery.open_store(config.database_url, self._began)
        self.guard = recovery.load_guard(config.state_dir, self.store)
        self._tick_progress = LoopProgress("reminders", self.store, self.clock)
        self._heartbeat_progress = LoopProgress("heartbeat", self.store, self.clock)
        self._wakefulness = Wakefulness(self.clock)
        self._idle_loops: list[str] = []  # as the last heartbeat found them
        tokens = accounts.configured_tokens(config, self.clock)
        self.tokens = TokenKeeper(tokens, self.store, self.clock, on_renewed=lambda names: self.loops.retry_now(names))
        views = wiring.build_views(config, observe_all=dry_run)
        self.loops = MailboxLoops(config, views, self.clock, self.guard, gathers_looks=not self.store.is_shared)
        self.intakes, self.deliveries = self.loops.intakes, self.loops.deliveries
        self.membership = self._build_membership(lease_times) if self.store.is_shared else None
        self._outbox_bell = OutboxBell(self.deliveries, self.store, self.clock)
        self.digest_writer = DigestWriter(views.reminders, self.guard.signing_key)
        member = self.membership
        self.reminders = Reminders(
            self.digest_writer,
            member.fence_store(self.store, HOUSE, member.house_token) if member else self.store,
            self.clock,
            scan_sent_mail=self.loops.run_final_sent_scan,
            on_letter_queued=self._outbox_bell.bell.set,
        )
        for box in config.mailbox if self.membership is None else ():
            self.loops.add_mailbox(box.name, self.store, (self.digest_writer, self.reminders))
        self._health_parts = HealthParts(self.guard.signing_key, self.clock)
        self.health = self._health_parts.build_monitor(config, self.intakes, self.store)
        self.pages = MonitorPages(self.health, self.store, self.clock, lambda: self.tokens.expiries)

    # --- what this instance watches, where several share a database

    def _build_membership(self, lease_times: LeaseTimes) -> Membership:
        return Membership(self.config, self.clock, lease_times, self._begin_watching, self.loops.end)

    def _begin_watching(self, subject: str, token: Callable[[], int | None]) -> None:
        assert self.membership is not None
        if subject == HOUSE:
            self.health.alerting.forget()
            self._due_work_bell.set()
            return
        store = self.membership.fence_store(self.store, subject, token)
        may_send = self.membership.build_dot_permit(subject, token)
        self.loops.add_mailbox(subject, store, (self.digest_writer, self.reminders), may_send)
        if self._is_running:
            self.loops.start(subject, self._create_task)
            self._outbox_bell.bell.set()

    def _is_house(self) -> bool:
        return self.membership is None or self.membership.holds_house()

    # --- the daemon

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Runs until SIGTERM or SIGINT; `ready` is called when every mailbox had its first look, or its first failure."""
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self.stop)
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._request_reload)
        log.info("start version=%s mailboxes=%d state=%s", __version__, len(self.intakes), self.config.state_dir)
        await self._recover_state()
        self._is_running = True
        for name in self.intakes:
            self.loops.start(name, self._create_task)
        if self.membership is not None:
            self._create_task("leases", self.membership.run())
            self._listening = self._create_task(
                "bell", self.membership.listen(self._due_work_bell, self._outbox_bell.bell)
            )
        self._create_task("reminders", self._run_when_rung(self._due_work_bell, self.run_due_work))
        self._create_task("outbox", self._run_when_rung(self._outbox_bell.bell, self._outbox_bell.wake_due))
        self._create_task("tokens", self._run_when_rung(self._token_bell, self.tokens.renew_due))
        self._create_task("heartbeat", self._run_when_rung(self._heartbeat_bell, self.send_heartbeat))
        self._create_task("watchdog", self._run_when_rung(self._watchdog_bell, self.feed_watchdog))
        self._create_task("health", self._run_when_rung(self._health_bell, self.check_health))
        self._create_task("ready", self._announce_ready(ready))
        self._create_task("stop", self._stop_requested.wait())
        alarm_clock = await self._start_alarm_clock()
        await self.pages.start()
        try:
            await self._wait_until_stopped()
        finally:
            alarm_clock.shutdown(wait=False)
            await self._shut_down()

    async def _run_when_rung(self, bell: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
        """Does the work at every ring until the app is told to stop. Rings that come while it works are one."""
        while not self._stop_requested.is_set():
            await bell.wait()
            bell.clear()
            if not self._stop_requested.is_set():
                await work()

    def stop(self) -> None:
        """Asks `run` to end: the letter in flight is finished, then it returns."""
        self._stop_requested.set()

    def _request_reload(self) -> None:
        """SIGHUP: somebody has mended something, and waits for it."""
        self._reload_requested = True
        self._due_work_bell.set()

    def _create_task(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended_tasks.put_nowait)
        return task

    def _list_bells(self) -> dict[str, asyncio.Event]:
        return {
            "tick": self._due_work_bell,
            "outbox": self._outbox_bell.bell,
            "heartbeat": self._heartbeat_bell,
            "watchdog": self._watchdog_bell,
            "tokens": self._token_bell,
            "health": self._health_bell,
        }

    async def _start_alarm_clock(self) -> AlarmClock:
        self._health_bell.set()
        return await start_alarm_clock(self._list_bells(), self.clock.real_seconds(self._tick_seconds))

    async def _wait_until_stopped(self) -> None:
        while True:
            task = await self._ended_tasks.get()
            self._tasks.discard(task)
            if not task.cancelled() and (error := task.exception()):
                log.critical("%s failed: %s: %s", task.get_name(), type(error).__name__, error)
                raise error
            if task.get_name() == "stop":
                return

    async def _shut_down(self) -> None:
        """Every loop ends because it is told to: the letter in flight is finished, what a server is asked is asked no more."""
        notify.send_state("STOPPING=1")
        self.pages.close()
        self._stop_requested.set()
        for bell in self._list_bells().values():
            bell.set()
        self.reminders.stop()
        self.loops.stop()
        if self.membership is not None:
            self.membership.stop()
        if self._listening is not None:
            self._listening.cancel()
        tasks = tuple(self._tasks)
        await shutdown.end_tasks(tasks, SHUTDOWN_GRACE)
        await self.health.finish(ALERT_GRACE)
        for task in tasks:
            if task.done() and not task.cancelled() and (error := task.exception()):
                log.error("%s failed: %s: %s", task.get_name(), type(error).__name__, error)
        await self.loops.close()
        try:
            async with asyncio.timeout(CLEAN_STOP_TIMEOUT):
                await self.store.run_write(self._record_stop)
        except (StoreError, TimeoutError) as error:
            log.error("the stop is not on record: %s", error or "the database does not answer")
        log.info("stopped")

    def _record_stop(self, tx: Transaction) -> None:
        store_looks(tx, self.loops.look_log.take_waiting())
        if self.membership is None or self.membership.leave(tx):
            recovery.record_clean_stop(tx, self.clock.now())

    async def _announce_ready(self, ready: Callable[[], None]) -> None:
        if self.membership is not None:
            await self.membership.started.wait()
        for intake in tuple(self.intakes.values()):
            await intake.first_scan_done.wait()
        if self._stop_requested.is_set():
            return
        ready()
        notify.send_state("READY=1")
        log.info("ready mailboxes=%d", len(self.intakes))
        for first in list(self.intakes.values())[:1]:  # all have the same rules and templates
            compile_ahead.begin_compiling(first.config)

    # --- what the alarm clock rings for

    async def run_due_work(self) -> None:
        """Changed files, then digests and snoozes that are due. A StoreError is noted, not raised."""
        try:
            await self.reload_config()
            if self._is_house():
                await self._do_house_work()
            await self._tick_progress.record_success()
        except LeaseLostError as error:
            log.info("%s", error)
        except StoreError as error:
            await self._tick_progress.record_failure(error)

    async def _do_house_work(self) -> None:
        written = await self.reminders.process_due()
        if written and self.membership is not None:
            await self.store.run_write(lambda tx: tx.leases.ring())
        await self._prune_old_rows()

    async def check_health(self) -> None:
        """One look at itself. Alerts and pings are for one instance."""
        await self.health.check(self._is_house())

    async def _prune_old_rows(self) -> None:
        """One step of a night's work at each tick."""
        now, kept, zone = self.clock.now(), self.config.watcher.retention, self.config.calendar.zone
        await self.store.run_write(lambda tx: personal_data.prune_step(tx, kept, now, zone))

    async def reload_config(self) -> None:
        """Puts changed rules, templates, hours and people in force; what does not load is refused, and the owners are told."""
        asked, self._reload_requested = self._reload_requested, False
        if asked:
            await self._retry_mailboxes([*self.intakes])
        try:
            config = await asyncio.to_thread(self._config_reloader.load_if_changed, asked)
        except ConfigError as error:
            for problem in error.problems:
                log.error("refused, the last good configuration stays in force: %s", problem)
            first = "; ".join(str(problem) for problem in error.problems[:3])
            text = f"The configuration was changed and cannot be read, so the one before stays in force: {first}"
            now = self.clock.now()
            await self.store.run_write(lambda tx: tx.incidents.open(IncidentKind.CONFIGURATION_REFUSED, "", text, now))
            return
        if config is None:
            return
        self.config = config
        views = wiring.build_views(config, observe_all=self._observe_all)
        self.loops.apply_config(config, views)
        self.digest_writer.config = views.reminders
        self._health_parts.apply_config(self.health, config)
        if self.membership is not None:
            self.membership.set_mailboxes(views.intakes)
        await self._begin_afresh(views)
        if not asked:
            await self._retry_mailboxes(self.loops.troubled_mailboxes())
        log.info("configuration in force: %d rules", len(config.ruleset.rules))

    async def _begin_afresh(self, views: wiring.ConfigViews, *, is_alone: bool = True) -> None:
        """At a start, and with a new configuration. What other instances found is not forgotten."""
        now = self.clock.now()

        def begin(tx: Transaction) -> None:
            if is_alone:
                fresh_start.forget_old_incidents(tx, views.intakes, views.people)
            fresh_start.replan_waiting(tx, views.policies, now)
            fresh_start.release_observed(tx, views.policies, now)

        await self.store.run_write(begin)

    async def _retry_mailboxes(self, mailboxes: Collection[str]) -> None:
        """Nothing waits for an interval any more: these mailboxes are looked at, every letter is offered."""
        now = self.clock.now()
        await self.store.run_write(lambda tx: fresh_start.retry_letters(tx, now))
        self.tokens.retry_now()
        self._token_bell.set()
        self.loops.retry_now(mailboxes)
        self._outbox_bell.bell.set()

    async def send_heartbeat(self) -> None:
        """Says to the database that we live, and asks it whose work lies undone."""
        now, max_age = self.clock.now(), self.config.acknowledge.max_age
        self._idle_loops = await self._find_idle_loops(now)
        stuck = sorted({*self._stuck_loops(), *self._idle_loops})
        is_shared = self.membership is not None
        loops = {loop.name for loop in self._all_loops()} if is_shared else None
        aborted = {delivery.aborted_attempt for delivery in self.deliveries.values()}
        looks = self.loops.look_log.take_waiting()

        def record(tx: Transaction) -> None:
            recovery.record_heartbeat(tx, stuck, now, loops)
            store_looks(tx, looks)
            if is_shared:
                recovery.keep_count(tx, self.guard, aborted, now.astimezone(self.config.calendar.zone))

        try:
            await self.store.run_write(record)
            await self.store.run_read(
                lambda tx: recovery.verify_invariants(
                    tx, self.guard, self._lock, self._began, max_age, is_shared=is_shared
                )
            )
            self._heartbeat_progress.mark()
        except StoreError as error:
            self.loops.look_log.put_back(looks)  # to store them twice does no harm
            log.error("heartbeat: %s", error)

    async def feed_watchdog(self) -> None:
        """Says to systemd that we live, while every loop makes progress. Apart from the heartbeat, for this waits for a database that
        another program keeps busy, longer than systemd does."""
        if not self._stuck_loops() and not self._idle_loops and not self._heartbeat_progress.is_stuck():
            notify.send_state("WATCHDOG=1")

    def _all_loops(self) -> list[LoopProgress]:
        loops = [self._tick_progress, *([self.tokens.progress] if self.tokens.has_tokens else [])]
        loops += [intake.progress for intake in self.intakes.values()]
        loops += [delivery.progress for delivery in self.deliveries.values()]
        return loops + ([self.health.progress] if self.health.condition is not None else [])

    def _stuck_loops(self) -> list[str]:
        return progress.stuck_loops({loop.name: loop.at for loop in self._all_loops()}, self.clock.monotonic())

    async def _find_idle_loops(self, now: datetime) -> list[str]:
        """Whose work lies undone, by what is on record; [] where that cannot be read, for then whoever cannot store is stuck."""
        polls = {box.name: box.poll for box in self.config.mailbox if box.name in self.intakes}
        resting = {name for name, intake in self.intakes.items() if intake.progress.rests_longer_than(polls[name])}
        loops = [intake.progress for intake in self.intakes.values()]
        loops += [delivery.progress for delivery in self.deliveries.values()]
        achieved = {loop.name: loop.achieved_at or loop.began_at for loop in loops}
        watched = {name: poll for name, poll in polls.items() if name not in resting}
        try:
            undone = await self.store.run_read(
                lambda tx: read_undone(tx, self.reminders.oldest_due_slot(tx, now) if self._is_house() else None, now)
            )
        except StoreError as error:
            log.error("what lies undone is not known: %s", error)
            return []
        return find_idle_loops(undone, watched, achieved, self._wakefulness.read_since(), now)

    # --- one pass

    async def run_once(self) -> bool:
        """Looks, reminds, sends what is due; False when a mailbox could not be seen. StoreError: the database fails."""
        await self._recover_state()
        if self.membership is not None:
            self._create_task("leases", self.membership.run())
            await self.membership.started.wait()
        seen = True
        for name, intake in self.intakes.items():
            try:
                await intake.scan_folders()
            except MailboxError as error:
                log.error("unseen mailbox=%s: %s", name, error)
                seen = False
        if self._is_house():
            await self.reminders.process_due()
        for delivery in self.deliveries.values():
            while await delivery.deliver_next():
                pass
        await self.loops.close()
        if self.membership is not None:
            self.membership.stop()
            await shutdown.end_tasks(tuple(self._tasks), SHUTDOWN_GRACE)
        await self.store.run_write(self._record_stop)
        return seen

    async def _recover_state(self) -> None:
        """What a crash left, and whether this database is older than the world."""
        local_now = self.clock.now().astimezone(self.config.calendar.zone)
        identities = wiring.mailbox_identities(self.config)
        await self.store.run_write(lambda tx: recovery.adopt_mailboxes(tx, identities))

        def recover(tx: Transaction) -> bool:
            if self.membership is not None and not self.membership.join(tx):
                recovery.compare_with_guard(tx, self.guard, local_now)
                return False
            recovery.check_state_at_start(tx, self.guard, local_now, self._damaged_database)
            return True

        is_alone = await self.store.run_write(recover)
        await self.store.run_read(lambda tx: recovery.bind_guard(tx, self.guard))
        await start_alarm.take_back(self.store, self.config.state_dir, self.clock)
        await self._begin_afresh(wiring.build_views(self.config, observe_all=self._observe_all), is_alone=is_alone)

    def close(self) -> None:
        """Gives up the lock."""
        self.loops.shut_down_threads()
        self._health_parts.shut_down()
        if self.membership is not None:
            self.membership.close()
        self.store.close()
        self._lock.release()
