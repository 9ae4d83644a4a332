"""The loop of the tokens: renews what is due, whether or not a connection asks for it, and keeps the incidents of those that it cannot.

A mailbox in IDLE asks for no token for hours; its next login must find a good one. What is due and what is an incident, core says.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from watcher.core.health import tokens
from watcher.core.health.model import TOKEN_INCIDENTS, IncidentKind, TokenCondition
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service.accounts import ConfiguredToken
from watcher.service.progress import LoopProgress

log = logging.getLogger("watcher.tokens")

TokenIncident = tuple[IncidentKind, str]


class TokenKeeper:
    """All tokens of the configuration."""

    def __init__(
        self,
        kept: Sequence[ConfiguredToken],
        store: Store,
        clock: Clock,
        on_renewed: Callable[[Sequence[str]], None] = lambda mailboxes: None,
    ) -> None:
        """`on_renewed` is called with the mailboxes of a token that is good again."""
        self._kept = kept
        self._store = store
        self._clock = clock
        self._on_renewed = on_renewed
        self._incidents: dict[str, TokenIncident] | None = None  # by account; None: not known what the run before left
        self._is_retry_asked = False
        self.expiries: dict[str, datetime] = {}  # mailbox → when its access token expires, UTC, the first of several
        self.progress = LoopProgress("tokens", store, clock)

    @property
    def has_tokens(self) -> bool:
        """Is there anything to keep?"""
        return bool(self._kept)

    async def renew_due(self) -> None:
        """One pass over all of them, side by side: a provider that does not answer holds up nobody else's."""
        try:
            steps = [self._next_step(kept) for kept in self._kept]
            self._is_retry_asked = False
            conditions = await asyncio.gather(*(asyncio.to_thread(step) for step in steps))
            self.expiries = _expiries_by_mailbox(self._kept, conditions)
            await self._record_changes(dict(self._judge_conditions(conditions)))
            await self.progress.record_success()
        except StoreError as error:
            await self.progress.record_failure(error)

    def retry_now(self) -> None:
        """The next pass asks again for what was refused: somebody has mended something."""
        self._is_retry_asked = True

    def _next_step(self, kept: ConfiguredToken) -> Callable[[], TokenCondition]:
        is_wrong = self._incidents is None or kept.account in self._incidents
        return kept.source.renew_now if self._is_retry_asked and is_wrong else kept.source.renew_if_due

    def _judge_conditions(self, conditions: Sequence[TokenCondition]) -> Iterator[tuple[str, TokenIncident]]:
        now = self._clock.now()
        for kept, condition in zip(self._kept, conditions, strict=True):
            found = tokens.judge_token(condition, kept.mailboxes, kept.list_secret_ends(), now)
            if found is not None:
                yield condition.account, found

    async def _record_changes(self, found: dict[str, TokenIncident]) -> None:
        before, now = self._incidents, self._clock.now()
        if found == before:
            return
        await self._store.run_write(lambda tx: _replace_incidents(tx, found, now))
        self._incidents = found
        for account, (kind, text) in found.items():
            if before is None or before.get(account) != (kind, text):
                log.error("%s account=%s: %s", kind, account, text)
        for account in (before or {}).keys() - found.keys():
            log.info("token good again account=%s", account)
            self._on_renewed([box for kept in self._kept if kept.account == account for box in kept.mailboxes])


def _replace_incidents(tx: Transaction, found: Mapping[str, TokenIncident], now: datetime) -> None:
    """Those that are there already keep their beginning."""
    for incident in tx.incidents.list_open():
        if incident.kind in TOKEN_INCIDENTS and found.get(incident.subject, ("", ""))[0] is not incident.kind:
            tx.incidents.close(*incident.kind_and_subject)
    for account, (kind, text) in found.items():
        tx.incidents.open(kind, account, text, now)


def _expiries_by_mailbox(kept: Sequence[ConfiguredToken], conditions: Sequence[TokenCondition]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for token, condition in zip(kept, conditions, strict=True):
        if condition.expires_at is not None:
            for mailbox in token.mailboxes:
                found[mailbox] = min(condition.expires_at, found.get(mailbox, condition.expires_at))
    return found
