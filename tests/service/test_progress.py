"""service/app.py: a loop that does not get on is on record, and the watchdog is not fed. The real app, on a database that fails."""

from __future__ import annotations

import asyncio
import socket
import threading
from datetime import timedelta

import pytest

from tests.samples import MONDAY, ONE_MAILBOX_CONFIG, letter
from watcher.config import load
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.progress import STUCK
from watcher.edge.clock import SteppedClock
from watcher.service.app import App

A_TICK = timedelta(seconds=15)


@pytest.fixture
def app(tmp_path):
    (tmp_path / "config.toml").write_text(ONE_MAILBOX_CONFIG.format(folder=tmp_path))
    made = App(load.load_config(tmp_path / "config.toml"), SteppedClock(MONDAY))
    with made.store.write_transaction() as tx:
        made.guard.bind_database(tx.get_meta("uuid"), 0)
    yield made
    made.close()


@pytest.fixture
def watchdog(tmp_path, monkeypatch):
    """What systemd hears."""
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(path)
        channel.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", path)
        yield channel


def is_fed(watchdog) -> bool:
    try:
        return watchdog.recv(100) == b"WATCHDOG=1"
    except BlockingIOError:
        return False


async def beat(app) -> None:
    """What a ring of the alarm clock does about heartbeat and watchdog."""
    await app.send_heartbeat()
    await app.feed_watchdog()


def incidents(app) -> list[Incident]:
    with app.store.read_transaction() as tx:
        return tx.incidents.list_open()


def others_get_on(app) -> None:
    for loop in (*app.intakes.values(), *app.deliveries.values()):
        loop.progress.mark()


def run_statement(app, words: str) -> None:
    with app.store.write_transaction() as tx:
        tx.connection.exec_driver_sql(words)


async def test_reminders_that_fail_at_every_tick_are_an_incident_and_starve_the_watchdog(app, watchdog):
    run_statement(app, "alter table absence rename to lost")
    await app.run_due_work()
    (found,) = incidents(app)
    assert (found.kind, found.subject, found.since) == (IncidentKind.LOOP_FAILING, "reminders", MONDAY)
    assert "absence" in found.text
    await beat(app)
    assert is_fed(watchdog), "a short trouble is none of systemd's business"
    app.clock.advance_to(MONDAY + STUCK)
    await app.run_due_work()
    others_get_on(app)
    await beat(app)
    assert not is_fed(watchdog)
    assert [(each.kind, each.subject) for each in incidents(app)] == [
        (IncidentKind.LOOP_FAILING, "reminders"),
        (IncidentKind.LOOP_STUCK, "reminders"),
    ]


async def test_what_works_again_is_no_incident_any_more(app, watchdog):
    run_statement(app, "alter table absence rename to lost")
    app.clock.advance_to(MONDAY + STUCK)
    await app.run_due_work()
    others_get_on(app)
    await app.send_heartbeat()
    run_statement(app, "alter table lost rename to absence")
    app.clock.advance_to(MONDAY + STUCK + A_TICK)
    await app.run_due_work()
    others_get_on(app)
    await beat(app)
    assert (incidents(app), is_fed(watchdog)) == ([], True)


async def test_a_way_out_that_fails_at_every_pass_is_an_incident(app):
    run_statement(app, "alter table letter rename to lost")
    delivery = app.deliveries["sales"]
    running = asyncio.create_task(delivery.run(30.0))
    while not incidents(app):
        await asyncio.sleep(0)
    delivery.stop()
    await running
    assert [(each.kind, each.subject) for each in incidents(app)] == [(IncidentKind.LOOP_FAILING, "delivery sales")]


async def test_a_mailbox_whose_login_is_refused_rests_for_an_hour_and_is_not_stuck(app, watchdog):
    """Restarting would ask the server again at once, and servers lock out who insists."""
    app.intakes["sales"].progress.rest(3600.0)
    app.clock.advance_to(MONDAY + STUCK + A_TICK)
    await app.run_due_work()
    app.deliveries["sales"].progress.mark()
    await beat(app)
    assert is_fed(watchdog)


def look(app, at) -> None:
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", at)
        tx.mailboxes.record_complete_looks({"sales": at})


def turn(app) -> None:
    """Every loop says that it made a pass, and nothing came of it."""
    for loop in (*app.intakes.values(), *app.deliveries.values(), app):
        progress = loop._tick_progress if loop is app else loop.progress
        progress._note_turn()


async def test_a_loop_that_turns_and_sees_nothing_is_stuck(app, watchdog):
    look(app, MONDAY)
    for minutes, fed in ((14, True), (15, False)):
        app.clock.advance_to(MONDAY + timedelta(minutes=minutes))
        turn(app)
        await beat(app)
        assert is_fed(watchdog) is fed
    assert [(each.kind, each.subject) for each in incidents(app)] == [(IncidentKind.LOOP_STUCK, "intake sales")]
    look(app, app.clock.now())
    await beat(app)
    assert (incidents(app), is_fed(watchdog)) == ([], True)


async def test_a_loop_that_turns_and_leaves_a_letter_is_stuck(app, watchdog):
    with app.store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, inquiry=None))
    app.clock.advance_to(MONDAY + STUCK + A_TICK)
    look(app, app.clock.now())
    turn(app)
    await beat(app)
    assert not is_fed(watchdog)
    assert [each.subject for each in incidents(app)] == ["delivery sales"]


async def test_a_heart_that_cannot_be_put_on_record_for_long_feeds_nobody(app, watchdog):
    run_statement(app, "alter table ledger rename to lost")
    for minutes, fed in ((14, True), (15, False)):
        app.clock.advance_to(MONDAY + timedelta(minutes=minutes))
        others_get_on(app)
        app._tick_progress.mark()
        await beat(app)
        assert is_fed(watchdog) is fed


async def test_a_busy_database_is_waited_for_and_the_watchdog_is_fed_meanwhile(app, watchdog):
    """Another program holds a transaction open: each question waits for half a minute, one after the other, and systemd for five."""
    holder = threading.Event()
    blocked = asyncio.create_task(app.store.run_read(lambda tx: holder.wait(60)))
    beating = asyncio.create_task(app.send_heartbeat())
    for minutes, fed in ((14, True), (15, False)):
        app.clock.advance_to(MONDAY + timedelta(minutes=minutes))
        others_get_on(app)
        app._tick_progress.mark()
        await app.feed_watchdog()
        assert is_fed(watchdog) is fed
    assert not beating.done()
    holder.set()
    await asyncio.gather(blocked, beating)
    await app.feed_watchdog()
    assert is_fed(watchdog)
