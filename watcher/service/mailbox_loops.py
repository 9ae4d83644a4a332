"""The loops of every mailbox that this process watches: its way in and its way out, made, started and ended.

One process watches all mailboxes of its configuration. Where several share a database, this set changes while they run.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection

from watcher.config.models import Config
from watcher.core.message.model import FolderRole
from watcher.edge.clock import Clock
from watcher.edge.guard import GuardFile
from watcher.edge.imap.host_threads import HostThreads
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.smtp import SmtpClient
from watcher.edge.store.fence import TransactionRunner
from watcher.service import accounts, shutdown
from watcher.service.backlog_reader import BacklogReader
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter
from watcher.service.intake import Intake
from watcher.service.look_record import LookLog
from watcher.service.reminders import Reminders
from watcher.service.wiring import ConfigViews

log = logging.getLogger("watcher")

MAX_OUTBOX_SLEEP = 30.0  # seconds an outbox in trouble sleeps at most
MAX_FINAL_SENT_SCANS = 16  # last looks at the same time
FINAL_SENT_SCAN_TIMEOUT = 30.0  # seconds the last look before a nag may take; a doubt never suppresses a nag


class MailboxLoops:
    """`intakes` and `deliveries`: by mailbox, of those that are watched now."""

    def __init__(
        self, config: Config, views: ConfigViews, clock: Clock, guard: GuardFile, *, gathers_looks: bool = False
    ) -> None:
        """`gathers_looks`: somebody stores what waits in `look_log`."""
        self.config, self.views = config, views
        self._tables = {box.name: box for box in config.mailbox}
        self.intakes: dict[str, Intake] = {}
        self.deliveries: dict[str, Delivery] = {}
        self._clock = clock
        self._guard = guard
        self._threads = HostThreads()
        self._backlog_reader = BacklogReader()
        self.look_log = LookLog(gathers=gathers_looks)
        self._tasks: dict[str, list[asyncio.Task[None]]] = {}

    def add_mailbox(
        self,
        name: str,
        store: TransactionRunner,
        writers: tuple[DigestWriter, Reminders],
        may_send: Callable[[], bool] = lambda: True,
    ) -> None:
        """Makes the loops of a mailbox of the configuration. `may_send` is asked immediately before each final dot."""
        box = self._tables[name]
        digest_writer, reminders = writers
        pools = (self._threads.pool_of(box.imap.host, is_proven=is_proven) for is_proven in (True, False))
        mailbox = accounts.imap_mailbox(box, self.config, self._clock, *pools)
        intake = self.intakes[name] = Intake(
            self.views.intakes[name],
            mailbox,
            store,
            self._clock,
            self._guard.signing_key,
            on_letters_queued=lambda tx, letters: delivery.claim_queued_letter(tx, letters),
        )
        intake.backlog_reader, intake.look_log = self._backlog_reader, self.look_log
        intake.bell.take_place(list(self._tables).index(name), len(self._tables))
        rewrite = intake.messages.rewrite_acknowledgement
        delivery = self.deliveries[name] = Delivery(
            DeliveryConfig(name, self.views.limits, self.views.policies[name].observes),
            SmtpClient(accounts.smtp_account(box, self.config, self._clock), may_send),
            store,
            self._clock,
            self._guard,
            hooks=DeliveryHooks(self.run_final_sent_scan, digest_writer.rerender, rewrite, reminders.count_told_nags),
        )

    def start(self, name: str, create_task: Callable[..., asyncio.Task[None]]) -> None:
        """`create_task` is given a name and a coroutine, and minds what becomes of it."""
        self._tasks[name] = [
            create_task(f"intake {name}", self.intakes[name].run()),
            create_task(f"delivery {name}", self.deliveries[name].run(MAX_OUTBOX_SLEEP)),
        ]

    async def end(self, name: str, grace: float) -> None:
        """The letter in flight has `grace` seconds to end, and so has what is being read; then the mailbox is not watched."""
        if name not in self.intakes:
            return
        intake, delivery = self.intakes[name], self.deliveries[name]
        intake.stop()
        delivery.stop()
        await shutdown.end_tasks(self._tasks.pop(name, []), grace)
        await intake.close()
        del self.intakes[name], self.deliveries[name]

    def apply_config(self, config: Config, views: ConfigViews) -> None:
        """Another configuration is in force, with the same mailboxes and servers."""
        self.config, self.views = config, views
        self._tables = {box.name: box for box in config.mailbox}
        for name, intake in self.intakes.items():
            intake.config = views.intakes[name]
            self.deliveries[name].limits = views.limits
            self.deliveries[name].observes = intake.config.policy.observes

    def troubled_mailboxes(self) -> list[str]:
        """Those whose way in or way out waits for trouble to pass."""
        return [
            name for name, intake in self.intakes.items() if intake.is_in_trouble or self.deliveries[name].is_in_trouble
        ]

    def retry_now(self, names: Collection[str]) -> None:
        """What was in the way of those that are watched is gone: nothing waits for an interval."""
        for name in names:
            if name in self.intakes:
                self.intakes[name].look_now()
                self.deliveries[name].retry_now()

    def stop(self) -> None:
        """Every loop ends because it is told to."""
        for name, intake in self.intakes.items():
            intake.stop()
            self.deliveries[name].stop()

    async def close(self) -> None:
        """Drops the connections."""
        await asyncio.gather(*(intake.close() for intake in self.intakes.values()), return_exceptions=True)

    def shut_down_threads(self) -> None:
        """Waits for none."""
        self._threads.shut_down()

    async def run_final_sent_scan(self, mailboxes: Collection[str]) -> bool:
        """Reads the sent folders of these mailboxes once more, as far as they can be read in a short time. True: all of them were.

        And those of accounts that are watched for them alone: their owners may have answered for any mailbox.
        """
        names = dict.fromkeys([*mailboxes, *(box.name for box in self.config.mailbox if not box.inbox)])
        turns = asyncio.Semaphore(MAX_FINAL_SENT_SCANS)
        return all(await asyncio.gather(*(self._scan_sent_mail_of(name, turns) for name in names)))

    async def _scan_sent_mail_of(self, name: str, turns: asyncio.Semaphore) -> bool:
        """Beside others: of many mailboxes that hang, each has its time, and a digest does not wait for one after the other."""
        intake = self.intakes.get(name)
        if intake is None:
            return False
        async with turns:
            return await _scan_sent_mail_in_time(intake)


async def _scan_sent_mail_in_time(intake: Intake) -> bool:
    try:
        async with asyncio.timeout(FINAL_SENT_SCAN_TIMEOUT):
            await intake.scan_folders([FolderRole.SENT])
        async with asyncio.timeout(FINAL_SENT_SCAN_TIMEOUT):
            await intake.check_answered_flags()
    except (MailboxError, TimeoutError) as error:
        log.warning("no last look mailbox=%s: %s", intake.name, error or "it took too long")
        return False
    return True
