"""Wires the loops together, starts them, stops them. APScheduler lives here, as an alarm clock: the database is the schedule.

One process, one event loop. Each mailbox has a way in and a way out of its own; a server in trouble troubles nobody else. A
loop that fails in a way nobody foresaw ends the process: crash, restart, recover is the normal road.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Collection, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from watcher import __version__
from watcher.config.load import Config, ConfigError
from watcher.core.message.model import Role
from watcher.edge import notify
from watcher.edge.clock import Clock
from watcher.edge.guard import Guard, InstanceLock
from watcher.edge.imap.mailbox import Mailbox, MailboxError
from watcher.edge.smtp import Smtp
from watcher.edge.store.store import StoreError
from watcher.service import recovery, wiring
from watcher.service.delivery import Delivery
from watcher.service.intake import Intake
from watcher.service.reload import Reload
from watcher.service.reminders import Reminders

log = logging.getLogger("watcher")

TICK = 15.0  # seconds between two looks at what is due
IDLE = 30.0  # seconds an outbox sleeps at most
LAST_LOOK = 30.0  # seconds the last look before a nag may take; a doubt never suppresses a nag
GRACE = 10.0  # seconds a letter in flight has to end when the service stops
STUCK = 900.0  # seconds without progress of a loop after which systemd may restart us


class App:
    """Everything that runs."""

    def __init__(
        self, config: Config, clock: Clock | None = None, *, dry_run: bool = False, tick: float = TICK
    ) -> None:
        """Takes the instance lock and opens the state. LockHeld, GuardError, StoreError, OSError: cannot start."""
        self.config = config
        self._tick_seconds = tick
        self._stop_asked = asyncio.Event()
        self._reload, self._reload_asked = Reload(config), False
        self.clock = clock or Clock()
        config.state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._began = self.clock.now()
        self._lock = InstanceLock(config.state_dir / "watcher.lock", self._began)
        self.store, self._damaged = recovery.open_store(config.database_url, self._began)
        self.guard = Guard.open(config.state_dir / "guard.json")
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="imap")
        self.intakes: dict[str, Intake] = {}
        self.deliveries: dict[str, Delivery] = {}
        self.reminders = Reminders(
            wiring.rota(config), self.store, self.clock, self.guard.key, last_look=self.last_look, queued=self._wake
        )
        for box in config.mailbox:
            mailbox = Mailbox(box.name, wiring.imap_account(box), box.inbox, box.sent, self._pool)
            self.intakes[box.name] = Intake(
                wiring.mailbox(config, box), mailbox, self.store, self.clock, self.guard.key, queued=self._wake
            )
            self.deliveries[box.name] = Delivery(
                box.name,
                Smtp(wiring.smtp_account(box)),
                self.store,
                self.clock,
                self.guard,
                wiring.limits(config),
                last_look=self.last_look,
                redraw=self.reminders.redraw,
                dry_run=dry_run,
            )

    # --- the daemon

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Runs until SIGTERM or SIGINT; `ready` is called when every mailbox had its first look, or its first failure."""
        for each in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(each, self.stop)
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._ask_reload)
        log.info("start version=%s mailboxes=%d", __version__, len(self.intakes))
        await self._start()
        tasks = {
            *(self._task(f"intake {name}", each.run()) for name, each in self.intakes.items()),
            *(self._task(f"delivery {name}", each.run(IDLE)) for name, each in self.deliveries.items()),
            self._task("ready", self._tell_ready(ready)),
            self._task("stop", self._stop_asked.wait()),
        }
        scheduler = self._alarm_clock(tasks)
        try:
            await self._until_stopped(tasks)
        finally:
            scheduler.shutdown(wait=False)
            await self._wind_up(tasks)

    def stop(self) -> None:
        """Asks `run` to end: the letter in flight is finished, then it returns."""
        self._stop_asked.set()

    def _ask_reload(self) -> None:
        self._reload_asked = True

    def _task(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        return asyncio.create_task(work, name=name)

    def _alarm_clock(self, tasks: set[asyncio.Task[Any]]) -> AsyncIOScheduler:
        """In memory, nothing in it but "look now". A missed ring is rung late, two missed rings are one."""
        scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def guarded(work: Callable[[], Awaitable[None]]) -> None:
            try:
                await work()
            except Exception as error:
                if not failed.done():
                    failed.set_exception(error)

        scheduler.add_job(guarded, "interval", [self.tick], seconds=self.clock.real(self._tick_seconds), id="tick")
        scheduler.add_job(
            guarded, "interval", [self._heartbeat], seconds=self.clock.real(self._tick_seconds), id="heartbeat"
        )

        async def watch() -> None:
            await failed

        tasks.add(self._task("alarm clock", watch()))
        scheduler.start()
        return scheduler

    async def _until_stopped(self, tasks: set[asyncio.Task[Any]]) -> None:
        waiting = set(tasks)
        while True:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if error := task.exception():
                    log.critical("%s failed: %s: %s", task.get_name(), type(error).__name__, error)
                    raise error
                if task.get_name() == "stop":
                    return

    async def _wind_up(self, tasks: set[asyncio.Task[Any]]) -> None:
        """The letter in flight is finished; everything else is dropped where it stands, which every loop survives."""
        notify.tell("STOPPING=1")
        for delivery in self.deliveries.values():
            delivery.stop()
        sending = {task for task in tasks if task.get_name().startswith("delivery") and not task.done()}
        for task in tasks - sending:
            task.cancel()
        if sending:
            await asyncio.wait(sending, timeout=GRACE)
        for task in sending:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(each.close() for each in self.intakes.values()), return_exceptions=True)
        with suppress(StoreError):
            await self.store.write(lambda tx: recovery.stopped(tx, self.clock.now()))
        log.info("stopped")

    async def _tell_ready(self, ready: Callable[[], None]) -> None:
        for intake in self.intakes.values():
            await intake.looked.wait()
        ready()
        notify.tell("READY=1")
        log.info("ready mailboxes=%d", len(self.intakes))

    # --- what the alarm clock rings for

    async def tick(self) -> None:
        """Changed files, then digests and snoozes that are due."""
        try:
            await self.reload()
            await self.reminders.step()
        except StoreError as error:
            log.error("reminders: %s", error)

    async def reload(self) -> None:
        """Puts changed rules, templates, hours and people in force; what does not load is refused, and the owners are told."""
        asked, self._reload_asked = self._reload_asked, False
        try:
            config = await asyncio.to_thread(self._reload.step, asked)
        except ConfigError as error:
            for problem in error.problems:
                log.error("refused, the last good configuration stays in force: %s", problem)
            first = "; ".join(str(problem) for problem in error.problems[:3])
            told = f"The configuration was changed and cannot be read, so the one before stays in force: {first}"
            now = self.clock.now()
            await self.store.write(lambda tx: tx.mail.set_trouble("", told, now))
            return
        if config is None:
            return
        self.config = config
        for box in config.mailbox:
            self.intakes[box.name].setup = wiring.mailbox(config, box)
            self.deliveries[box.name].limits = wiring.limits(config)
        self.reminders.rota = wiring.rota(config)
        await self.store.write(lambda tx: tx.mail.clear_trouble(""))
        log.info("configuration in force: %d rules", len(config.ruleset.rules))

    async def _heartbeat(self) -> None:
        """Says to the database that we live and, while every loop makes progress, to systemd."""
        now, max_age = self.clock.now(), self.config.acknowledge.max_age
        try:
            await self.store.write(lambda tx: recovery.beat(tx, now))
            await self.store.read(lambda tx: recovery.verify(tx, self.guard, self._lock, self._began, max_age))
        except StoreError as error:
            log.error("heartbeat: %s", error)
        last = min(
            [loop.progress for loop in self.intakes.values()] + [loop.progress for loop in self.deliveries.values()]
        )
        if self.clock.monotonic() - last < STUCK:
            notify.tell("WATCHDOG=1")

    # --- one pass

    async def once(self) -> bool:
        """Looks, reminds, sends what is due; False when a mailbox could not be seen."""
        await self._start()
        seen = True
        for name, intake in self.intakes.items():
            try:
                await intake.look()
            except MailboxError as error:
                log.error("unseen mailbox=%s: %s", name, error)
                seen = False
        await self.reminders.step()
        for delivery in self.deliveries.values():
            while await delivery.step():
                pass
        await asyncio.gather(*(each.close() for each in self.intakes.values()))
        await self.store.write(lambda tx: recovery.stopped(tx, self.clock.now()))
        return seen

    # --- shared by the loops

    async def last_look(self, mailboxes: Collection[str]) -> None:
        """Reads the sent folders of these mailboxes once more, as far as they can be read in a short time.

        And those of accounts that are watched for them alone: their owners may have answered for any mailbox.
        """
        for name in dict.fromkeys([*mailboxes, *(box.name for box in self.config.mailbox if not box.inbox)]):
            intake = self.intakes.get(name)
            if intake is None:
                continue
            try:
                await asyncio.wait_for(intake.look([Role.SENT]), LAST_LOOK)
                await asyncio.wait_for(intake.look_at_marks(), LAST_LOOK)
            except (MailboxError, TimeoutError) as error:
                log.warning("no last look mailbox=%s: %s", name, error or "it took too long")

    def _wake(self) -> None:
        for delivery in self.deliveries.values():
            delivery.wake.set()

    async def _start(self) -> None:
        """What a crash left, and whether this database is older than the world."""
        await self.store.write(lambda tx: recovery.start(tx, self.guard, self.clock.now(), self._damaged))
        await self.store.read(lambda tx: recovery.adopt(tx, self.guard))

    def close(self) -> None:
        """Gives up the lock."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self.store.close()
        self._lock.release()
