"""One look for all outboxes at what is due: those that have a letter are woken, a thousand others sleep on.

The database is the schedule. A letter that somebody else has queued, or whose time has come, is found at the next look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from watcher.edge.clock import Clock
from watcher.edge.store.store import Store, StoreError
from watcher.service.delivery import Delivery
from watcher.service.progress import LoopProgress


class OutboxBell:
    """Wakes the outboxes that have something to send."""

    def __init__(self, deliveries: Mapping[str, Delivery], store: Store, clock: Clock) -> None:
        """`deliveries`: by mailbox; may change at any time."""
        self.bell = asyncio.Event()  # set it when a letter was queued, and now and then
        self.progress = LoopProgress("outbox", store, clock)
        self._deliveries = deliveries
        self._store = store
        self._clock = clock

    async def wake_due(self) -> None:
        """One look. What cannot be read now is looked at again at the next ring."""
        try:
            due = await self._store.run_read(lambda tx: tx.letters.mailboxes_with_due_letters(self._clock.now()))
            await self.progress.record_success()
        except StoreError as error:
            await self.progress.record_failure(error)
            return
        for mailbox in due & self._deliveries.keys():
            self._deliveries[mailbox].wake_event.set()
