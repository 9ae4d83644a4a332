"""service/outbox_bell.py: one look at what is due wakes whoever has a letter, and nobody asks the database beside it. The real app."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from tests.samples import MONDAY, letter
from tests.servers.database import observed_transactions
from tests.service.configs import HEAD, MAILBOX
from watcher.config import load
from watcher.core.outbox.model import LetterKind
from watcher.edge.clock import SteppedClock
from watcher.service.app import App


@pytest.fixture
def app(tmp_path):
    text = HEAD.format(folder=tmp_path) + "".join(MAILBOX.format(number=n, port=1) for n in range(20))
    (tmp_path / "config.toml").write_text(text)
    made = App(load.load_config(tmp_path / "config.toml"), SteppedClock(MONDAY))
    yield made
    made.close()


async def settled() -> None:
    """Whatever can be done without the clock is done."""
    for _ in range(50):
        await asyncio.sleep(0.001)


async def until(check) -> None:
    while not check():
        await asyncio.sleep(0.001)


@asynccontextmanager
async def running_outboxes(app):
    tasks = [asyncio.create_task(delivery.run(30.0)) for delivery in app.deliveries.values()]
    await settled()
    try:
        yield
    finally:
        for delivery in app.deliveries.values():
            delivery.stop()
        await asyncio.gather(*tasks)


def queue(app, mailbox: str, **fields) -> None:
    kind, names = LetterKind.CONFIRMATION, {"key": f"key {mailbox}", "message_id": f"{mailbox}@example.com"}
    with app.store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, kind=kind, inquiry=None, mailbox=mailbox, **names, **fields))


def attempts(app) -> dict[str, int]:
    """Letters by mailbox, and how often each was offered."""
    with app.store.read_transaction() as tx:
        return {found.mailbox: found.attempts for found in tx.letters.list_by_state({"pending"})}


async def test_twenty_outboxes_that_have_nothing_to_send_ask_once_between_them(app):
    begun: list[str] = []
    with observed_transactions(begun):
        async with running_outboxes(app):
            first = len(begun)
            assert first == 20, "once each, at the start"
            for _ in range(240):  # an hour of ticks
                app.clock.advance_to(app.clock.now() + timedelta(seconds=15))
                await asyncio.sleep(0)
                await app._outbox_bell.wake_due()
            assert len(begun) - first == 240


async def test_a_letter_that_somebody_else_queued_wakes_its_outbox_and_no_other(app):
    begun: list[str] = []
    async with running_outboxes(app):
        queue(app, "box7")
        await app._outbox_bell.wake_due()
        awake = [name for name, delivery in app.deliveries.items() if delivery.wake_event.is_set()]
        assert awake == ["box7"]
        with observed_transactions(begun):
            await until(lambda: attempts(app) == {"box7": 1})
            await settled()
        assert 0 < len(begun) < 12


async def test_a_letter_whose_time_comes_is_found_and_one_of_a_mailbox_that_is_not_watched_harms_nobody(app):
    queue(app, "box3", next_at=MONDAY + timedelta(minutes=10))
    queue(app, "gone")
    async with running_outboxes(app):
        await app._outbox_bell.wake_due()
        await settled()
        assert attempts(app) == {"box3": 0, "gone": 0}
        app.clock.advance_to(MONDAY + timedelta(minutes=10))
        await app._outbox_bell.wake_due()
        await until(lambda: attempts(app)["box3"] == 1)


async def test_an_outbox_in_trouble_looks_again_by_itself(app):
    """Nobody would ring for an account that refuses: its letter rests, and whether the login works again is for it to find out."""
    queue(app, "box3")
    async with running_outboxes(app):
        await until(lambda: attempts(app) == {"box3": 1})
        while attempts(app)["box3"] == 1:
            app.clock.advance_to(app.clock.now() + timedelta(seconds=31))
            await asyncio.sleep(0.005)


async def test_an_outbox_that_sleeps_is_not_stuck_and_one_that_leaves_a_letter_is(app):
    async with running_outboxes(app):
        app.clock.advance_to(MONDAY + timedelta(hours=5))
        stuck = app._stuck_loops()
        assert not [name for name in stuck if name.startswith("delivery")]
        queue(app, "box3", next_at=MONDAY)
        idle = await app._find_idle_loops(app.clock.now())
        assert "delivery box3" in idle


async def test_what_a_tick_asks_the_database_does_not_grow_with_the_mailboxes(tmp_path):
    """An idle hour is 240 ticks."""
    counts = []
    for number in (1, 20):
        (folder := tmp_path / str(number)).mkdir()
        text = HEAD.format(folder=folder) + "".join(MAILBOX.format(number=n, port=1) for n in range(number))
        (folder / "config.toml").write_text(text)
        app = App(load.load_config(folder / "config.toml"), SteppedClock(MONDAY))
        with app.store.write_transaction() as tx:
            app.guard.bind_database(tx.get_meta("uuid"), 0)
        begun: list[str] = []
        with observed_transactions(begun):
            for _ in range(4):
                app.clock.advance_to(app.clock.now() + timedelta(seconds=15))
                await app.run_due_work()
                await app.send_heartbeat()
                await app.health.check()
                await app._outbox_bell.wake_due()
        counts.append(len(begun))
        app.close()
    assert 0 < counts[0] == counts[1] <= 40
