"""service/health.py and service/health_wiring.py: what hinders Watcher is found, put on record and told, also without a database."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.office import ListeningRoad, write_alerting_config
from tests.samples import MONDAY, letter
from watcher.core.health.model import IncidentKind
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import SteppedClock
from watcher.service import health_wiring
from watcher.service.alert_roads import MailRoad, PushRoad
from watcher.service.app import App

MINUTE = timedelta(minutes=1)


@pytest.fixture
def app(tmp_path):
    made = App(write_alerting_config(tmp_path), SteppedClock(MONDAY))
    yield made
    made.close()


@pytest.fixture
def ear(app):
    made = ListeningRoad()
    app.health.alerting.replace_roads([made])
    return made


async def check(app, at=None) -> list[str]:
    """One pass; the kinds that are worth an alert."""
    if at is not None:
        app.clock.advance_to(at)
    await app.health.check()
    for _ in range(20):
        await asyncio.sleep(0.002)
    return [incident.kind.value for incident in app.health.condition.alarming]


def stored(app) -> list[str]:
    with app.store.read_transaction() as tx:
        return [incident.kind.value for incident in tx.incidents.list_open()]


async def test_all_is_well_for_as_long_as_a_first_look_may_take(app, ear):
    assert await check(app) == []
    assert await check(app, MONDAY + 14 * MINUTE) == []
    assert ear.heard == []


async def test_a_mailbox_without_a_look_is_blind(app, ear):
    assert await check(app, MONDAY + 16 * MINUTE) == ["mailbox-unseen"]
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_complete_looks({"sales": MONDAY + 17 * MINUTE})
    assert await check(app, MONDAY + 18 * MINUTE) == []
    assert ear.heard == [(False, ["mailbox-unseen"]), (True, ["mailbox-unseen"])]


async def test_a_login_that_is_refused_three_times_is_told_long_before_that(app, ear):
    with app.store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.MAILBOX_UNSEEN, "sales", "login refused", MONDAY)
    app.intakes["sales"].refused_logins = 2
    assert await check(app) == []
    app.intakes["sales"].refused_logins = 3
    assert await check(app) == ["mailbox-unseen"]


async def test_letters_that_do_not_leave_are_on_record_until_they_do(app, ear):
    with app.store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, inquiry=None, error="450 4.2.0 later"))
    assert await check(app) == []
    assert await check(app, MONDAY + 14 * MINUTE) == []
    app.clock.advance_to(MONDAY + 15 * MINUTE)
    assert "letters-stuck" in await check(app, MONDAY + 16 * MINUTE)
    assert stored(app) == ["letters-stuck"]
    with app.store.write_transaction() as tx:
        (pending,) = tx.letters.list_by_state({LetterState.PENDING})
        tx.letters.update_if_unchanged(pending, letter(id=pending.id, inquiry=None, state=LetterState.SENT))
    assert "letters-stuck" not in await check(app, MONDAY + 17 * MINUTE)
    assert stored(app) == []


async def test_a_cap_that_holds_acknowledgements_back_is_told(app, ear):
    with app.store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, inquiry=None, state=LetterState.WITHHELD, reason="rate-global"))
    assert await check(app, MONDAY + MINUTE) == ["cap-tripped"]
    assert await check(app, MONDAY + 10 * MINUTE) == ["cap-tripped"]
    assert "cap-tripped" not in await check(app, MONDAY + 62 * MINUTE)


async def test_a_database_that_cannot_be_used_is_told_all_the_same(app, ear):
    await check(app)
    with app.store.write_transaction() as tx:
        tx.connection.exec_driver_sql("alter table letter rename to lost")
    assert await check(app, MONDAY + MINUTE) == [], "it may pass"
    assert await check(app, MONDAY + 4 * MINUTE) == ["database-unusable"]
    assert ear.heard == [(False, ["database-unusable"])]


class Hands(SteppedClock):
    """Those of a clock that was put back: the monotonic one has gone on."""

    def monotonic(self) -> float:
        return super().monotonic() + 3600


async def test_a_clock_that_is_put_back_is_told(app, ear):
    await check(app)
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", MONDAY + 60 * MINUTE)
    app.health._clock = Hands(MONDAY)
    assert await check(app) == ["clock-wrong"]
    (found,) = app.health.condition.incidents
    assert found.text == "this machine's clock was put back by 60 min: it was wrong before, or it is now"
    with app.store.read_transaction() as tx:
        assert tx.mailboxes.get_activation("sales") == MONDAY, "or all mail of the next hour is old"


async def test_a_look_by_a_clock_that_was_ahead_is_none(app, ear):
    """It hid for as long as that a mailbox that nobody could read."""
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_complete_looks({"sales": MONDAY + timedelta(days=10)})
    assert await check(app) == []
    assert await check(app, MONDAY + 16 * MINUTE) == ["mailbox-unseen"]


async def test_a_mailbox_that_is_not_seen_is_not_seen_again_because_the_clock_was_put_back(app, ear):
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_complete_looks({"sales": MONDAY})
    assert await check(app, MONDAY + 16 * MINUTE) == ["mailbox-unseen"]
    app.health._clock = app.health._wakefulness._clock = Hands(MONDAY - 30 * MINUTE)
    assert sorted(await check(app)) == ["clock-wrong", "mailbox-unseen"]
    with app.store.write_transaction() as tx:
        tx.mailboxes.record_complete_looks({"sales": MONDAY - 30 * MINUTE})
    assert await check(app) == ["clock-wrong"]


class Sleeper(SteppedClock):
    """On a machine that sleeps: its monotonic clock stands still meanwhile (clock_gettime(2))."""

    slept = timedelta(0)

    def monotonic(self) -> float:
        return super().monotonic() - self.slept.total_seconds()

    def sleep_until(self, instant) -> None:
        self.slept += instant - self.now()
        self.advance_to(instant)


async def test_a_machine_that_slept_all_night_is_not_blind_when_it_wakes(tmp_path):
    app = App(write_alerting_config(tmp_path), Sleeper(MONDAY))
    app.health.alerting.replace_roads([ear := ListeningRoad()])
    with app.store.write_transaction() as tx:
        app.guard.bind_database(tx.get_meta("uuid"), 0)
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_complete_looks({"sales": MONDAY})
    await app.send_heartbeat()
    assert await check(app) == []
    app.clock.sleep_until(morning := MONDAY + timedelta(hours=9))
    await app.send_heartbeat()
    assert (await check(app), stored(app)) == ([], []), "nobody could look"
    assert await check(app, morning + 14 * MINUTE) == []
    await app.send_heartbeat()
    assert await check(app, morning + 16 * MINUTE) == ["mailbox-unseen"], "and then somebody could"
    assert ear.heard == [(False, ["mailbox-unseen"])]
    app.close()


async def test_a_machine_that_woke_looks_at_once_on_new_connections(tmp_path):
    """What waits in IDLE on a connection that nobody else knows of any more would wait for its time-outs: two minutes."""
    app = App(write_alerting_config(tmp_path), Sleeper(MONDAY))
    await check(app)
    mailbox = app.intakes["sales"]._mailbox
    waiting = asyncio.create_task(mailbox.wait_for_change(3600))
    while mailbox._change is None:
        await asyncio.sleep(0)
    app.clock.advance_to(MONDAY + 2 * MINUTE)
    await check(app)
    assert not waiting.done()
    app.clock.sleep_until(MONDAY + timedelta(hours=9))
    await check(app)
    await waiting
    app.close()


async def test_other_alerts_are_in_force_without_a_restart(app, tmp_path):
    alerts = '[alerts]\nemail = ["boss@example.net"]\nping = "http://127.0.0.1:1/ping"\n'
    write_alerting_config(tmp_path, alerts)
    await app.reload_config()
    assert app.health.pinging is not None
    assert app.health.config.alerts.email == ("boss@example.net",)


# --- health_wiring


def roads(config) -> list:
    parts = health_wiring.HealthParts(b"k" * 32, SteppedClock(MONDAY))
    try:
        return parts._build_roads(config)
    finally:
        parts.shut_down()


def test_a_road_to_each_address_and_each_target(tmp_path):
    config = write_alerting_config(
        tmp_path, '[alerts]\nemail = ["boss@example.net", "ANNA@example.com"]\npush = ["ntfy://x", { env = "P" }]\n'
    )
    found = roads(config)
    assert [type(road) for road in found] == [MailRoad, MailRoad, PushRoad, PushRoad]
    assert [road.name for road in found] == ["boss@example.net", "ANNA@example.com", "push 1", "push 2"]
    assert found[1]._language == "de", "one of the people reads it"


@pytest.mark.parametrize(
    ("alerts", "sender"),
    [
        ("", "sales@example.com"),
        ('smtp = { host = "s.example.net", user = "anna", password = { env = "P" } }', "sales@example.com"),
        ('smtp = { host = "s.example.net", user = "anna@example.net", password = { env = "P" } }', "anna@example.net"),
        ('sender = "Watcher <w@example.net>"', "w@example.net"),
    ],
)
def test_from_whom_alerts_come(tmp_path, alerts, sender):
    assert health_wiring.sender_of(write_alerting_config(tmp_path, f"[alerts]\n{alerts}\n")).email == sender
