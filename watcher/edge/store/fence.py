"""The store as whoever holds a lease may use it: every write asks in its own transaction whether the lease is still held.

Writers come one after another, so that nobody can take the lease between that question and the commit. Whoever was stopped, or cut off
from the database, and comes back after another has taken over writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from watcher.edge.store.store import Store, StoreError, Transaction

T = TypeVar("T")


class LeaseLostError(StoreError):
    """Another instance has taken over. Nothing of the transaction was kept."""


class TransactionRunner(Protocol):
    """What a loop needs of a store. StoreError: nothing of a write was kept."""

    async def run_write(self, step: Callable[[Transaction], T]) -> T:
        """Runs `step` in one transaction, which is kept when it returns. StoreError, LeaseLostError: nothing of it is kept."""

    async def run_read(self, step: Callable[[Transaction], T]) -> T:
        """Runs `step`, which only looks. StoreError: the database cannot be asked now."""


class FencedStore:
    """A store under a lease. `token` says by which token it is held now; None: it is not, and every write raises LeaseLostError."""

    def __init__(self, store: Store, subject: str, holder: str, token: Callable[[], int | None]) -> None:
        self._store = store
        self._subject = subject
        self._holder = holder
        self._token = token

    async def run_write(self, step: Callable[[Transaction], T]) -> T:
        """As `Store.run_write`. LeaseLostError: it is held no more."""
        token = self._token()
        if token is None:
            raise LeaseLostError(self._describe_loss())
        return await self._store.run_write(lambda tx: self._run_held(tx, token, step))

    async def run_read(self, step: Callable[[Transaction], T]) -> T:
        """As `Store.run_read`: looking harms nobody."""
        return await self._store.run_read(step)

    def _run_held(self, tx: Transaction, token: int, step: Callable[[Transaction], T]) -> T:
        if not tx.leases.is_held(self._subject, self._holder, token):
            raise LeaseLostError(self._describe_loss())
        return step(tx)

    def _describe_loss(self) -> str:
        return f"another instance has taken over {self._subject or 'digests and alerts'}"
