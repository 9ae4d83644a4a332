"""This process among the instances that share one database: it renews itself, takes what it should watch, and hands over the rest.

Has a session of its own: a renewal waits for no other work. Whoever was stopped, or cut off from the database, finds out at the next
renewal what others have taken meanwhile, and ends those loops; until then it sends nothing, and what it writes is refused.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime

from watcher.config.models import Config
from watcher.core.leases import plan
from watcher.core.leases.model import HOUSE, Instance, LeaseTimes
from watcher.edge.clock import Clock
from watcher.edge.store.bell import DatabaseBell
from watcher.edge.store.fence import FencedStore
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service import recovery

log = logging.getLogger("watcher.leases")

#: Seconds that the loops of a mailbox have to end by themselves when it is handed over: so long a server may take to answer.
HANDOVER_GRACE = 60.0


class Membership:
    """What this instance holds. `started`: the first leases are taken."""

    def __init__(
        self,
        config: Config,
        clock: Clock,
        times: LeaseTimes,
        on_taken: Callable[[str, Callable[[], int | None]], None],
        on_lost: Callable[[str, float], Awaitable[None]],
    ) -> None:
        """`on_taken(subject, token)` begins to watch a mailbox, or is told of the house; `token` says by which token it is held now.
        `on_lost(subject, grace)` ends it within so many seconds. StoreError: there is no database."""
        self.started = asyncio.Event()
        self.bell = asyncio.Event()
        self._clock, self._times = clock, times
        self._store = Store(config.database_url)
        self._rings = DatabaseBell(config.database_url)
        self._on_taken = on_taken
        self._on_lost = on_lost
        self._me = _describe_process(config, clock.now())
        self._renewed_at = -1e9  # seconds, `Clock.elapsed`
        self._held: dict[str, int] = {}
        self._leaving: dict[str, asyncio.Task[None]] = {}
        self._is_stopping = False
        self._failure = ""
        self._broken: BaseException | None = None  # what nobody foresaw in a handover

    # --- what others ask

    def holds_house(self) -> bool:
        """Is it for this instance to write digests and alerts?"""
        return HOUSE in self._held

    def build_dot_permit(self, subject: str, token: Callable[[], int | None]) -> Callable[[], bool]:
        """What answers whether a final dot may be written for it at this moment."""

        def may_send() -> bool:
            is_ours = subject in self._held and self._held[subject] == token()
            return is_ours and plan.may_send(self._renewed_at, self._clock.elapsed(), self._times)

        return may_send

    def fence_store(self, store: Store, subject: str, token: Callable[[], int | None]) -> FencedStore:
        """The store for what is done under this lease."""
        return FencedStore(store, subject, self._me.id, token)

    def house_token(self) -> int | None:
        """By which token the house is held now; None: it is not."""
        return self._held.get(HOUSE)

    # --- coming and going

    def join(self, tx: Transaction) -> bool:
        """This instance lives from now on; True where no other does. Who ran at this place before is dead: its lock is ours."""
        now, others = tx.leases.now(), []
        for instance in tx.leases.list_instances():
            if instance.place == self._me.place:
                tx.leases.remove_instance(instance.id)
            elif plan.is_alive(instance, now):
                others.append(instance.host)
        self._me = tx.leases.add_instance(self._me, self._times.lifetime)
        log.info("instance=%s others=%d", self._me.id, len(others))
        return not others

    def leave(self, tx: Transaction) -> bool:
        """It lives no more, and others may take what it held at once; True where there is no other."""
        tx.leases.remove_instance(self._me.id)
        tx.leases.ring()
        now = tx.leases.now()
        return not any(plan.is_alive(instance, now) for instance in tx.leases.list_instances())

    def stop(self) -> None:
        """Ends `run`. What is held stays held until `leave`, or for the rest of a life."""
        self._is_stopping = True
        self.bell.set()

    def close(self) -> None:
        """Closes its session."""
        self._store.close()

    # --- the loop

    async def run(self) -> None:
        """Renews and plans every few seconds, and when another instance rings, until it is told to stop."""
        while not self._is_stopping:
            self.bell.clear()
            await self.renew_leases()
            self.started.set()
            await self._clock.wait_for_event(self.bell, self._times.renewal.total_seconds())

    async def listen(self, *bells: asyncio.Event) -> None:
        """Rings these when another instance rings, until it is cancelled."""

        def ring() -> None:
            for bell in (self.bell, *bells):
                bell.set()

        await self._rings.listen(ring)

    async def renew_leases(self) -> None:
        """One renewal, and what follows from what is on record. Raises what a handover failed with, where nobody foresaw it."""
        if self._broken is not None:
            raise self._broken
        began = self._clock.elapsed()
        try:
            held, planned = await self._store.run_renewal(self._renew_leases)
            if planned.take:
                held = await self._store.run_write(self._take_free_leases)
        except StoreError as error:
            if not self._failure:
                log.error("the leases cannot be renewed: %s", error)
            self._failure = str(error)
            return
        if self._failure:
            log.warning("the leases are renewed again")
            self._failure = ""
        self._apply_renewal(held, began)
        for subject in planned.give_up:
            if subject in self._held and subject not in self._leaving:
                log.info("given up mailbox=%s", subject)
                self._end_subject(subject, HANDOVER_GRACE, gives_up=True)

    def _renew_leases(self, tx: Transaction) -> tuple[dict[str, int], plan.LeasePlan]:
        """What is held, by what is on record after the renewal, and what is to be done."""
        if not tx.leases.renew(self._me.id, self._me.mailboxes, self._times.lifetime):
            tx.leases.add_instance(self._me, self._times.lifetime)  # it was taken for dead so long that its row is gone
        leases, instances = tx.leases.list_leases(), tx.leases.list_instances()
        return plan.held_subjects(self._me.id, leases), plan.plan_leases(
            self._me.id, instances, leases, tx.leases.now()
        )

    def _take_free_leases(self, tx: Transaction) -> dict[str, int]:
        """Takes what is free. What whoever held it was just sending may have left: it is never sent again."""
        instances = tx.leases.list_instances(for_update=True)
        leases, now = tx.leases.list_leases(), tx.leases.now()
        for subject in plan.plan_leases(self._me.id, instances, leases, now).take:
            tx.leases.take(subject, self._me.id)
            if subject != HOUSE:
                recovery.mark_interrupted_letters(tx, self._clock.now(), subject)
        leases = tx.leases.list_leases()
        for instance in plan.list_buried(instances, leases, now):
            tx.leases.remove_instance(instance.id)
        return plan.held_subjects(self._me.id, leases)

    def _apply_renewal(self, held: dict[str, int], began: float) -> None:
        """What is not held any more counts as lost before anything else may be sent."""
        lost = [subject for subject, token in self._held.items() if held.get(subject) != token]
        for subject in lost:
            del self._held[subject]
        self._renewed_at = began
        for subject in lost:
            log.warning("lost to another instance: %s", subject or "digests and alerts")
            self._end_subject(subject, 0.0, gives_up=False)
        for subject, token in held.items():
            if subject not in self._held and subject not in self._leaving and not self._is_stopping:
                self._held[subject] = token
                log.info("taken %s token=%d", f"mailbox={subject}" if subject else "digests and alerts", token)
                self._on_taken(subject, self.house_token if subject == HOUSE else lambda token=token: token)  # type: ignore[misc]

    def _end_subject(self, subject: str, grace: float, *, gives_up: bool) -> None:
        if subject in self._leaving:
            return
        self._leaving[subject] = task = asyncio.create_task(self._hand_over(subject, grace, gives_up), name="handover")
        task.add_done_callback(lambda _: self._note_end(subject))

    def _note_end(self, subject: str) -> None:
        task = self._leaving.pop(subject)
        if not task.cancelled():
            self._broken = self._broken or task.exception()

    async def _hand_over(self, subject: str, grace: float, gives_up: bool) -> None:
        await self._on_lost(subject, grace)
        if not gives_up:
            return
        self._held.pop(subject, None)

        def release(tx: Transaction) -> None:
            tx.leases.release(subject, self._me.id)
            tx.leases.ring()

        try:
            await self._store.run_write(release)
        except StoreError as error:  # taken up again, and given up once more
            log.error("not handed over mailbox=%s: %s", subject, error)

    def set_mailboxes(self, names: Collection[str]) -> None:
        """Of the configuration that is in force."""
        self._me = replace(self._me, mailboxes=frozenset(names))


def _describe_process(config: Config, now: datetime) -> Instance:
    """The inode tells two containers apart that have the same name and the same path."""
    host, folder = socket.gethostname(), config.state_dir.resolve()
    return Instance(
        id=f"{host}-{os.getpid()}-{secrets.token_hex(4)}",
        place=f"{host}:{folder}:{folder.stat().st_ino}",
        host=host,
        process=os.getpid(),
        started_at=now,
        renewed_at=now,
        expires_at=now,
        mailboxes=frozenset(box.name for box in config.mailbox),
    )
