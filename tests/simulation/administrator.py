"""What the administrator of the simulated house does: changes its configuration, restarts the service, plays back backups, loses them.

`begin_afresh` and `retry_everything` do what `App` does at a start and at a reload.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.simulation import condition
from tests.worlds import drive
from watcher.core.health.model import IncidentKind
from watcher.edge.store.store import Transaction
from watcher.service import fresh_start, recovery

if TYPE_CHECKING:
    from tests.simulation.world import World

#: What a mailbox is called by turns.
NAMES = {"sales": ("sales", "verkauf"), "info": ("info", "kontakt")}


def adopt(world: Any, tx: Transaction) -> None:
    """Before anything is looked at."""
    recovery.adopt_mailboxes(tx, world.house.identities())


def begin_afresh(world: Any, tx: Transaction) -> None:
    """At a start, and with a new configuration."""
    policies, people = world.house.policies(), world.house.people()
    fresh_start.forget_old_incidents(tx, policies, people)
    fresh_start.replan_waiting(tx, policies, world.clock.now())


def retry_everything(world: Any) -> None:
    """At a reload that somebody asked for."""
    drive(world.store.run_write(lambda tx: fresh_start.retry_letters(tx, world.clock.now())))
    for delivery in world.deliveries.values():
        delivery.retry_now()


class Administrator:
    """Every action of a history that is theirs, by its name."""

    def __init__(self, world: World) -> None:
        self.world = world

    # --- the service

    def restarts(self, which: int) -> None:
        """`systemctl restart`: it ends in order and begins anew, with the configuration of now."""
        world = self.world
        drive(world.store.run_write(lambda tx: recovery.record_clean_stop(tx, world.clock.now())))
        world.start()

    def reloads(self, which: int) -> None:
        """`systemctl reload`: somebody has mended something, and waits for it."""
        world = self.world
        world.parts.retry(world)
        world.house.is_refused = False
        world.configure_loops()
        drive(world.store.run_write(lambda tx: world.parts.afresh(world, tx)))
        world.has_begun()

    def outage(self, which: int) -> None:
        self.world.outage(timedelta(minutes=which % 700))

    # --- its configuration

    def misconfigured(self, which: int) -> None:
        """The file is changed, and cannot be read: the daemon says so, and somebody restarts it with one that can."""
        world = self.world
        world.house.is_refused = True
        drive(
            world.store.run_write(
                lambda tx: tx.incidents.open(
                    IncidentKind.CONFIGURATION_REFUSED, "", "cannot be read", world.clock.now()
                )
            )
        )

    def renamed(self, which: int) -> None:
        """The mailbox gets another name in the file, and the service is restarted as told; a customer has just written. Sometimes
        the steps are others too."""
        world, account = self.world, [*self.world.house.names][which % len(self.world.house.names)]
        world.people.question(which)
        old, new = NAMES[account]
        world.house.names[account] = new if world.house.names[account] == old else old
        if which % 3 == 0:
            world.house.is_brisk = not world.house.is_brisk
        self.restarts(which)
        self._judge_steps()

    def steps(self, which: int) -> None:
        """Other steps until a nag, at a reload or at a restart."""
        self.world.house.is_brisk = not self.world.house.is_brisk
        (self.reloads if which % 2 else self.restarts)(which)
        self._judge_steps()

    def _judge_steps(self) -> None:
        self.world.broken += condition.after_new_steps(self.world)
        self.world.told.when_replanned()

    def refused(self, which: int) -> None:
        """The server refuses an account's login for some hours. Somebody has just written, or a digest is the first to notice."""
        servers = [*self.world.servers.values()]
        servers[which % len(servers)].refuses(timedelta(minutes=30 + which % 900))
        if which % 3:
            self.world.people.question(which)

    def mended(self, which: int) -> None:
        """An account refuses its login; then the password is the right one again, and the service is reloaded: all that waited leaves."""
        world = self.world
        world.server.refuses(timedelta(hours=2))
        world.people.question(which)
        for minutes in (0, 2, 6, 16):  # until the next try is an hour away
            world.clock.time += timedelta(minutes=minutes)
            world.work()
        world.clock.time += timedelta(minutes=5)
        for server in self.world.servers.values():
            server.accepts()
        self.reloads(which)
        self.world.is_cured = True

    # --- the database

    def snapshot(self, which: int) -> None:
        self.world.take_snapshot()

    def restore(self, which: int) -> None:
        self.world.restore()

    def image(self, which: int) -> None:
        """The machine is set back as a whole, guard file and all."""
        self.world.restore(image=True)

    def lost(self, which: int) -> None:
        self.world.lose()
