"""Of what the simulated daemon is made: the parts that a deliberate breakage replaces, its guard file, and its store in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.simulation import administrator
from tests.simulation.server import Crash
from tests.torture import invariants
from watcher.core.health import sent_folders
from watcher.core.inquiry.model import InquiryChange
from watcher.edge.store.store import Store, Transaction
from watcher.service import answers, leads, recovery
from watcher.service.delivery import Delivery
from watcher.service.digest_writer import DigestWriter
from watcher.service.intake import Intake
from watcher.service.reminders import Reminders

if TYPE_CHECKING:
    from tests.simulation.world import World


class NoThread(Executor):
    """Never asked: `drive` does the work at once."""


class MemoryGuard:
    """The number outside the database."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.database, self.send_seq, self.was_new, self.in_flight = "", 0, True, ""
        self.asked_seq = 0  # forgotten by a start, which binds it

    def belongs_to(self, database: str) -> bool:
        return self.database == database

    def bind_database(self, database: str, send_seq: int) -> None:
        self.database, self.send_seq = database, max(send_seq, self.send_seq)
        self.asked_seq = self.send_seq

    def begin_recording(self, send_seq: int, in_flight: str = "") -> Callable[[], None]:
        """It may be on the disk before the commit, which runs beside it, or after: here where it breaks at once, or else when it is
        waited for."""
        how = self.world.fault("guard")
        self.asked_seq = max(send_seq, self.asked_seq)
        if how == "die":
            raise Crash
        if how == "disk full":
            raise OSError(28, "No space left on device")
        if how == "written, die":
            self._count(send_seq, in_flight)
            raise Crash
        return lambda: self.record_send_seq(send_seq, in_flight)

    def record_send_seq(self, send_seq: int, in_flight: str = "") -> None:
        how = self.world.fault("guard")
        if how == "die":
            raise Crash
        if how == "disk full":
            raise OSError(28, "No space left on device")
        self._count(send_seq, in_flight)
        if how == "written, die":
            raise Crash

    def _count(self, send_seq: int, in_flight: str) -> None:
        self.send_seq, self.in_flight = max(send_seq, self.send_seq), in_flight
        self.asked_seq = max(send_seq, self.asked_seq)


class Lock:
    """Held: one process is all there is in this world."""

    def is_ours(self) -> bool:
        return True


def begin(world: Any, tx: Transaction) -> None:
    """What the daemon does first, in its transaction."""
    recovery.check_state_at_start(tx, world.guard, world.clock.now())


@dataclass(frozen=True, slots=True)
class Parts:
    """What a deliberate breakage replaces."""

    intake: type[Intake] = Intake
    delivery: type[Delivery] = Delivery
    reminders: type[Reminders] = Reminders
    writer: type[DigestWriter] = DigestWriter
    start: Callable[[Any, Any], None] = begin
    last_look: bool = True
    guard: type[MemoryGuard] = MemoryGuard
    limits: Any = None
    find_sent_folders: Callable[[Any], list[str]] = sent_folders.find_sent_folders
    adopt: Callable[[Any, Any], None] = administrator.adopt
    afresh: Callable[[Any, Any], None] = administrator.begin_afresh
    retry: Callable[[Any], None] = administrator.retry_everything
    obey: Callable[..., InquiryChange] = answers.execute_command
    import_contacts: Callable[..., list[leads.ImportedContact]] = leads.import_contacts


@cache
def opened() -> tuple[Store, sqlite3.Connection, bytes]:
    """One store a process, its driver's connection, and the empty database as octets."""
    store = Store("sqlite://", NoThread())
    raw = store._engine.raw_connection()
    driver = raw.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.executescript(invariants.WATCH)
    return store, driver, driver.serialize()
