"""service/bell_watch.py: a server that offers IDLE and does not ring, and one that does; scripted."""

from __future__ import annotations

import asyncio

from tests.servers.scripted import LOGGED_IN, ScriptedImap, strange_mailbox
from tests.worlds import open_intake
from watcher.core.health.doorbell import Doorbell
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store
from watcher.service.bell_watch import load_bell
from watcher.service.intake import Intake

#: How often is looked, without a ring, in seconds. What a look takes on a slow machine is waited for besides.
POLLS = (60.0, 15.0, 5.0)


def polls_of(waits: list[float]) -> list[float]:
    """Which of them these waits were, each once, in the order in which they came."""
    return list(dict.fromkeys(poll for wait in waits if (poll := next((p for p in POLLS if p <= wait), 0.0))))


class Hasty(Clock):
    """So many seconds a second; `waits` are the seconds that were waited for at most."""

    def __init__(self, haste: float) -> None:
        self.haste = haste
        self.waits: list[float] = []

    def real_seconds(self, seconds: float) -> float:
        self.waits.append(seconds)
        return seconds / self.haste


class Growing(ScriptedImap):
    """Its inbox has `count` messages, none of which it hands out."""

    def __init__(self) -> None:
        super().__init__(dict(LOGGED_IN))
        self.count = 0
        self.deliver()

    def deliver(self) -> None:
        self.count += 1
        uids = b" ".join(b"%d" % (uid + 1) for uid in range(self.count))
        self.script["UID SEARCH"] = b"* SEARCH " + uids + b"\r\n{tag} OK done\r\n"
        self.script["EXAMINE"] = LOGGED_IN["EXAMINE"].replace(b"* 2 EXISTS", b"* %d EXISTS" % self.count)


def intake_at(port: int, store: Store, clock: Clock) -> Intake:
    return open_intake(strange_mailbox(port, timeout=5.0), store, clock)


async def run_until(intake: Intake, step, holds) -> None:
    """Lets it run, one `step` after each wait that was begun, until something holds."""
    running = asyncio.create_task(intake.run())
    async with asyncio.timeout(30):
        while not holds():
            await step()
    intake.stop()
    await running
    await intake.close()


def bell(store: Store) -> Doorbell:
    with store.read_transaction() as tx:
        return load_bell(tx, "sales")


async def test_mail_that_the_clock_finds_shortens_it_and_rings_lengthen_it(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    async with Growing() as server:
        clock = Hasty(300)

        async def come_in_silence() -> None:
            """Only while the bell is hung: what comes in between proves nothing."""
            begun = len(clock.waits)
            while len(clock.waits) == begun or not server.idlers:
                await asyncio.sleep(0.002)
            server.deliver()

        await run_until(intake_at(server.port, store, clock), come_in_silence, lambda: 5.0 in polls_of(clock.waits))
        assert polls_of(clock.waits) == [60.0, 15.0, 5.0]
        assert bell(store).silences == 2

        clock = Hasty(1)  # a ring is always sooner

        async def ring() -> None:
            while not server.idlers:
                await asyncio.sleep(0.002)
            server.deliver()
            server.ring(b"* %d EXISTS\r\n" % server.count)
            while server.idlers:
                await asyncio.sleep(0.002)

        await run_until(intake_at(server.port, store, clock), ring, lambda: 60.0 in polls_of(clock.waits))
        assert polls_of(clock.waits)[0] == 5.0, "the next start knows it"
        assert bell(store).silences == 0
    store.close()


async def test_no_mail_in_silence_proves_nothing(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    async with Growing() as server:
        clock = Hasty(1000)
        await run_until(intake_at(server.port, store, clock), lambda: asyncio.sleep(0.02), lambda: len(clock.waits) > 4)
        assert polls_of(clock.waits) == [60.0]
    store.close()


async def test_mailboxes_that_began_together_are_not_looked_at_together(tmp_path):
    """A thousand that are polled in one moment have the store's one thread for half a minute, and a customer's mail waits behind them."""
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    async with Growing() as server:
        clock = Hasty(1000)
        intake = intake_at(server.port, store, clock)
        intake.bell.take_place(1, 4)
        await run_until(intake, lambda: asyncio.sleep(0.02), lambda: len(clock.waits) > 4)
        assert 30.0 <= clock.waits[0] < 60.0 and polls_of(clock.waits[1:]) == [60.0]
    store.close()
