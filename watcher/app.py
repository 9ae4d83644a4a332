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

from watcher import __version__, wiring
from watcher.config import Config
from watcher.core.model import Role
from watcher.delivery import Delivery, recover
from watcher.edge import notify
from watcher.edge.clock import Clock
from watcher.edge.guard import Guard, InstanceLock
from watcher.edge.imap import Mailbox, MailboxError
from watcher.edge.smtp import Smtp
from watcher.edge.store import Store, StoreError, Tx
from watcher.intake import Intake
from watcher.reminders import Reminders

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
        """Takes the instance lock and opens the state. LockHeld, GuardError, StoreError: cannot start."""
        self.config = config
        self._tick_seconds = tick
        self._stop_asked = asyncio.Event()
        self.clock = clock or Clock()
        config.state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = InstanceLock(config.state_dir / "watcher.lock", self.clock.now())
        self.store = Store(config.database_url)
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
        log.info("start version=%s mailboxes=%d", __version__, len(self.intakes))
        await self.store.write(self._start)
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
        log.info("stopped")

    async def _tell_ready(self, ready: Callable[[], None]) -> None:
        for intake in self.intakes.values():
            await intake.looked.wait()
        ready()
        notify.tell("READY=1")
        log.info("ready mailboxes=%d", len(self.intakes))

    # --- what the alarm clock rings for

    async def tick(self) -> None:
        """Digests and snoozes that are due."""
        try:
            await self.reminders.step()
        except StoreError as error:
            log.error("reminders: %s", error)

    async def _heartbeat(self) -> None:
        """Says to the database that we live and, while every loop makes progress, to systemd."""
        now = self.clock.now()
        with suppress(StoreError):
            await self.store.write(lambda tx: tx.put("alive_at", now.isoformat()))
        last = min(
            [loop.progress for loop in self.intakes.values()] + [loop.progress for loop in self.deliveries.values()]
        )
        if self.clock.monotonic() - last < STUCK:
            notify.tell("WATCHDOG=1")

    # --- one pass

    async def once(self) -> bool:
        """Looks, reminds, sends what is due; False when a mailbox could not be seen."""
        await self.store.write(self._start)
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

    def _start(self, tx: Tx) -> None:
        """What a crash left, and whether this database is older than the world."""
        now = self.clock.now()
        for letter in recover(tx, now):
            log.warning("uncertain letter=%d kind=%s: the last run stopped while sending it", letter.id, letter.kind)
        known = int(tx.get("send_seq") or 0)
        if self.guard.belongs_to(tx.get("uuid") or "") and self.guard.send_seq <= known:
            return
        self.guard.adopt(tx.get("uuid") or "", known)
        if self.guard.was_new:
            return
        tx.put("amnesia_until", now.isoformat())
        log.warning(
            "the database is older than the last letter sent (a restored backup?): mail from before is not acknowledged"
        )

    def close(self) -> None:
        """Gives up the lock."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self.store.close()
        self._lock.release()
