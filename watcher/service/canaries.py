"""Sends the daily test message to each mailbox over the road that a customer's mail takes; the intake says when it arrives.

It is no letter of the outbox: nobody waits for it, and nothing of it is shown to people. Decides nothing: `core.health.canaries` does.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from watcher.core.health import canaries
from watcher.core.health.model import Canary
from watcher.core.letters.canary import build_canary, canary_key
from watcher.core.letters.mime import ComposeError, LetterHead
from watcher.core.message.model import Address
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Accepted, LetterKind, Refused, Unknown
from watcher.edge.clock import Clock
from watcher.edge.credentials import SecretError
from watcher.edge.smtp import MailTransaction, SmtpClient
from watcher.edge.store.store import Store, StoreError
from watcher.service.background_job import BackgroundJob

log = logging.getLogger("watcher.canary")

#: Seconds that one server may take for one message.
SEND_TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class CanaryRoute:
    """From whom, to which mailbox, by which server."""

    mailbox: str
    sender: Address
    recipient: Address
    client: SmtpClient


class CanarySender:
    """`report` is called at every tick; what is due is sent beside it, one after the other."""

    def __init__(self, store: Store, clock: Clock, signing_key: bytes) -> None:
        self.routes: Sequence[CanaryRoute] = ()
        self.at: time | None = None  # on the clock of `zone`; None: never
        self.zone = ZoneInfo("UTC")
        self._store = store
        self._clock = clock
        self._signing_key = signing_key
        self._tried_at: dict[str, datetime] = {}
        self._job = BackgroundJob("canary")

    @property
    def mailboxes(self) -> list[str]:
        """Those that get one; none where none is sent."""
        return [route.mailbox for route in self.routes] if self.at is not None else []

    def report(self, known: Sequence[Canary], seen_mailboxes: Collection[str]) -> None:
        """`seen_mailboxes`: those that are looked at, for to the others nothing could arrive. Raises what nobody foresaw."""
        if not self._job.may_begin() or self.at is None:
            return
        now = self._clock.now()
        slot = canaries.latest_slot(self.at, self.zone, now)
        last = {canary.mailbox: canary for canary in known}
        due = [
            route
            for route in self.routes
            if route.mailbox in seen_mailboxes
            and canaries.is_due(last.get(route.mailbox), slot, self._tried_at.get(route.mailbox), now)
        ]
        if due:
            self._job.begin_work(self._send_all(due, last, slot))

    async def _send_all(self, due: Sequence[CanaryRoute], last: Mapping[str, Canary], slot: datetime) -> None:
        for route in due:
            now = self._clock.now()
            self._tried_at[route.mailbox] = now
            key = canary_key(route.recipient.key, slot.date())
            before = last.get(route.mailbox)
            first = before.sent_at if before is not None and before.key == key else now
            canary = Canary(route.mailbox, key, first)
            try:
                await self._save_canary(canary)
                problem = await self._send_canary(route, key, slot, now)
                if problem:
                    log.error("no test message mailbox=%s: %s", route.mailbox, problem)
                    await self._save_canary(replace(canary, problem=problem))
                else:
                    log.info("test message sent mailbox=%s", route.mailbox)
            except StoreError as error:
                log.error("no test message mailbox=%s: %s", route.mailbox, error)
                return

    async def _save_canary(self, canary: Canary) -> None:
        await self._store.run_write(lambda tx: tx.canaries.save(canary))

    async def _send_canary(self, route: CanaryRoute, key: str, slot: datetime, now: datetime) -> str:
        """ "" when the server took it, or may have; else why not."""
        head = LetterHead(route.sender, route.recipient, key, self._signing_key, now)
        try:
            composed = build_canary(head, slot.date())
            letter = letter_state.queued(LetterKind.ALERT, key, route.mailbox, composed, now)
            async with asyncio.timeout(SEND_TIMEOUT):
                offer = await route.client.start_mail_transaction(letter)
                outcome = await offer.send_end_of_data() if isinstance(offer, MailTransaction) else offer
        except TimeoutError:
            return "no answer in time"
        except (ComposeError, SecretError, OSError) as error:
            return str(error)
        match outcome:
            case Accepted() | Unknown():
                return ""
            case Refused(code, text):
                return f"{code} {text}"
        return outcome.text

    async def finish(self) -> None:
        """Gives up what is on its way."""
        await self._job.give_up()
