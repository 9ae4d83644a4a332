"""Seeds against the real core, loops and store; then the same seeds against five deliberate breakages."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace

import pytest

from tests.simulation.world import World, run
from watcher.core import outbox
from watcher.core.model import LetterState
from watcher.delivery import Delivery
from watcher.intake import Intake

SEEDS = int(os.environ.get("WATCHER_SEEDS", "300"))
BLOCK = 25


@pytest.mark.parametrize("first", range(0, SEEDS, BLOCK))
def test_nothing_is_lost_and_nothing_is_sent_twice(first):
    failed = {}
    crashes = inquiries = 0
    for seed in range(first, min(first + BLOCK, SEEDS)):
        broken, world = run(seed)
        crashes += world.crashes
        inquiries += len(world.cases)
        if broken:
            failed[seed] = broken
    assert not failed
    assert crashes > BLOCK, "a world without crashes proves nothing"
    assert inquiries > BLOCK


def test_the_same_seed_gives_the_same_history():
    histories = []
    for _ in range(2):
        _, world = run(7)
        histories.append([(at, letter.key, letter.state) for at, letter in world.server.accepted])
    assert histories[0] == histories[1]


# --- deliberate breakages: each must be seen


class CursorFirst(Intake):
    """Marks messages as seen in a transaction of its own, then decides them."""

    async def _take(self, folder, uidvalidity, uids):
        fetched = await self._mailbox.fetch(folder.name, uidvalidity, uids)
        here = {arrival.locator.uid for arrival in fetched.arrivals}
        await self._store.write(
            lambda tx: tx.mail.write_baseline(self.name, folder.name, folder.role, uidvalidity, here, self._clock.now())
        )
        for arrival in fetched.arrivals:
            read = self._read(arrival)

            def step(tx, arrival=arrival, read=read):
                self._unmark(tx, arrival.locator)
                return self._decide(tx, folder, arrival, read, self._clock.now())

            await self._store.write(step)
        self._decided[folder.name, uidvalidity] |= here

    def _unmark(self, tx, place):
        tx.connection.exec_driver_sql(
            "delete from ledger where folder = ? and uidvalidity = ? and uid = ?",
            (place.folder, place.uidvalidity, place.uid),
        )


class NoClaim(Delivery):
    """Sends without having put the attempt on record."""

    def _commit(self, tx, letter):
        return outbox.committed(letter)

    def _settle(self, tx, before, after, now):
        tx.letters.update(replace(before, state=LetterState.PENDING), after)


class SentBeforeSending(Delivery):
    """Marks the letter as sent, then sends it."""

    def _commit(self, tx, letter):
        sending = super()._commit(tx, letter)
        if sending is not None:
            tx.letters.update(sending, replace(sending, state=LetterState.SENT))
        return sending


class OwnUnknown(Intake):
    """Does not know its own letters when it meets them."""

    def _own(self, tx, message):
        return False


MUTANTS = {
    "cursor before decision": {"intake": CursorFirst},
    "no claim": {"delivery": NoClaim},
    "sent before sending": {"delivery": SentBeforeSending},
    "own letters not known": {"intake": OwnUnknown},
    "no last look": {"last_look": False},
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_design_is_caught(name):
    for seed in range(100):
        broken, _ = run(seed, **MUTANTS[name])
        if broken:
            return
    pytest.fail(f"100 seeds did not notice: {name}")


def test_the_world_itself_is_quiet_without_faults():
    world = World(1)

    async def calm():
        world.start()
        await world.intake.look()
        world.customer_writes()
        await world.turn()
        return await world.live(turns=0)

    assert asyncio.run(calm()) == []
    assert [letter.kind for _, letter in world.server.accepted][:1] == ["acknowledgement"]
