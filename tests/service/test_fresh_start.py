"""service/fresh_start.py and app.py: a start and a reload begin afresh, reach what waits, and look at once. The real app."""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, letter
from tests.servers.scripted import LOGGED_IN, ScriptedImap
from tests.service.configs import CONFIG, write_config
from watcher.config import load
from watcher.core.health.model import IncidentKind
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.clock import SteppedClock
from watcher.service import fresh_start, wiring
from watcher.service.app import App

OTHER_MAILBOX = CONFIG[CONFIG.index("[[mailbox]]") :].replace("sales", "info")


def start(tmp_path, clock=None) -> App:
    return App(load.load_config(tmp_path / "config.toml"), clock or SteppedClock(MONDAY))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "rules").mkdir()
    write_config(tmp_path / "config.toml", CONFIG.format(folder=tmp_path))
    return tmp_path


def open_incidents(app) -> list[tuple[IncidentKind, str]]:
    with app.store.read_transaction() as tx:
        return [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]


async def test_a_new_mailbox_and_the_restart_that_it_needs_leave_nothing_behind(folder):
    app = start(folder)
    await app._recover_state()
    text = (folder / "config.toml").read_text()
    write_config(folder / "config.toml", text + OTHER_MAILBOX.format(folder=folder))
    await app.reload_config()
    assert open_incidents(app) == [(IncidentKind.CONFIGURATION_REFUSED, "")]
    app.close()
    app = start(folder)
    await app._recover_state()
    assert open_incidents(app) == []
    app.close()


async def test_a_start_keeps_what_is_judged_anew_and_what_only_time_ends(folder):
    app = start(folder)
    with app.store.write_transaction() as tx:
        for kind, subject in [
            (IncidentKind.CANNOT_SEND, "sales"),
            (IncidentKind.LOOP_FAILING, "intake sales"),
            (IncidentKind.LOOP_STUCK, "reminders"),
            (IncidentKind.MAILBOX_UNSEEN, "sales"),
            (IncidentKind.MAILBOX_UNSEEN, "gone"),
            (IncidentKind.READER_REFUSED, "anna"),
            (IncidentKind.READER_RETURNED, "gone"),
            (IncidentKind.DATABASE_OLDER, ""),
        ]:
            tx.incidents.open(kind, subject, "text", MONDAY)
    await app._recover_state()
    assert open_incidents(app) == [
        (IncidentKind.DATABASE_OLDER, ""),
        (IncidentKind.MAILBOX_UNSEEN, "sales"),
        (IncidentKind.READER_REFUSED, "anna"),
    ]
    app.close()


async def test_new_steps_reach_what_waits_at_the_reload_and_at_a_start(folder):
    app = start(folder)
    await app._recover_state()
    with app.store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, next_nag_at=MONDAY + timedelta(days=9))).number
    for steps, hours in (('["1h"]', 1), ('["3h"]', 3)):
        text = CONFIG.format(folder=folder) + f"[ladders.default]\nsteps = {steps}\n[hours]\n" + ALWAYS
        write_config(folder / "config.toml", text)
        await app.reload_config()
        with app.store.read_transaction() as tx:
            assert tx.inquiries.get(number).next_nag_at == MONDAY + timedelta(hours=hours)
    app.close()
    write_config(folder / "config.toml", text.replace("3h", "5h"))
    app = start(folder)
    await app._recover_state()
    await app._recover_state()
    with app.store.read_transaction() as tx:
        assert tx.inquiries.get(number).next_nag_at == MONDAY + timedelta(hours=5)
        assert [entry.event for entry in tx.inquiries.journal_of(number)] == ["replanned"] * 3
    app.close()


async def test_new_steps_reach_what_waits_though_the_mailbox_has_another_name_too(folder):
    app = start(folder)
    await app._recover_state()
    with app.store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, next_nag_at=MONDAY + timedelta(days=9))).number
    app.close()
    text = CONFIG.format(folder=folder).replace('name = "sales"', 'name = "verkauf"')
    write_config(folder / "config.toml", f'{text}[ladders.default]\nsteps = ["5h"]\n[hours]\n{ALWAYS}')
    app = start(folder)
    await app._recover_state()
    with app.store.read_transaction() as tx:
        renamed = tx.inquiries.get(number)
    assert (renamed.mailbox, renamed.next_nag_at) == ("verkauf", MONDAY + timedelta(hours=5))
    app.close()


ALWAYS = 'week = { mon-sun = ["00:00-24:00"] }\n'


def test_letters_that_wait_for_trouble_to_pass_are_due_and_others_are_not(folder):
    app = start(folder)
    later = MONDAY + timedelta(hours=1)
    waits = {"refused": "535 no", "quiet": ""}
    with app.store.write_transaction() as tx:
        for key, error in waits.items():
            tx.letters.add_to_queue(letter(key=key, message_id=key, inquiry=None, error=error, next_at=later))
        fresh_start.retry_letters(tx, MONDAY)
        found = {found.key: found.next_at for found in tx.letters.list_by_state({LetterState.PENDING})}
    assert found == {"refused": MONDAY, "quiet": later}
    app.close()


async def test_a_mended_password_and_a_reload_look_at_once(folder, monkeypatch):
    """Three refused logins rest a mailbox for a quarter of an hour: nobody waits that long for SIGHUP."""
    refusal = b"{tag} NO [AUTHENTICATIONFAILED] wrong\r\n"
    async with ScriptedImap({**LOGGED_IN, "LOGIN|AUTHENTICATE": refusal}) as server:
        monkeypatch.setenv("NONE", "x")
        text = CONFIG.format(folder=folder).replace(
            'host = "127.0.0.1", user', f'host = "127.0.0.1", port = {server.port}, user'
        )
        write_config(folder / "config.toml", text)
        clock = SteppedClock(MONDAY)
        app = start(folder, clock)
        running = asyncio.create_task(app.run())
        while len(open_incidents(app)) < 1:
            await asyncio.sleep(0.01)
        server.script = LOGGED_IN
        signal.raise_signal(signal.SIGHUP)
        while open_incidents(app):  # the clock stands still: no interval ends
            assert not running.done()
            await asyncio.sleep(0.01)
        app.stop()
        await running
        app.close()


async def test_a_mended_way_out_and_a_reload_offer_at_once(folder, monkeypatch):
    monkeypatch.setenv("NONE", "x")
    app = start(folder)
    await app._recover_state()
    with app.store.write_transaction() as tx:
        tx.letters.add_to_queue(
            letter(id=0, kind=LetterKind.CONFIRMATION, inquiry=None, created_at=MONDAY, next_at=MONDAY)
        )
    delivery = app.deliveries["sales"]
    assert [await delivery.deliver_next() for _ in range(2)] == [True, False], (
        "nothing answers there: the account rests"
    )
    app._request_reload()
    await app.reload_config()
    assert await delivery.deliver_next()
    app.close()


def test_everybody_of_the_configuration_is_known_to_a_fresh_start(folder):
    views = wiring.build_views(load.load_config(folder / "config.toml"))
    assert (set(views.intakes), set(views.people)) == ({"sales"}, {"anna"})
