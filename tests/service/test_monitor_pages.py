"""service/monitor_pages.py: over a real socket, with and without a database."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from datetime import timedelta

import pytest

from tests.office import write_alerting_config
from tests.samples import MONDAY, inquiry
from watcher.edge.clock import SteppedClock
from watcher.service.app import App


@pytest.fixture
async def app(tmp_path):
    config = write_alerting_config(tmp_path)
    made = App(
        config.model_copy(update={"watcher": config.watcher.model_copy(update={"listen": ("127.0.0.1", 0)})}),
        SteppedClock(MONDAY),
    )
    made.health.config = made.config
    await made.pages.start()
    yield made
    made.pages.close()
    made.close()


def get(app, path: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{app.pages.port}{path}", timeout=20) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


async def ask(app, path: str) -> tuple[int, str, str]:
    return await asyncio.to_thread(get, app, path)


async def test_before_the_first_look_at_itself_it_is_starting(app):
    assert [(await ask(app, path))[0] for path in ("/healthz", "/metrics", "/")] == [503, 503, 503]


async def test_all_is_well(app):
    with app.store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, subject="SECRET", promise_at=MONDAY - timedelta(hours=1)))
    await app.health.check()
    assert (await ask(app, "/healthz"))[::2] == (200, "ok\n")
    status, kind, text = await ask(app, "/metrics")
    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    assert 'watcher_promises_broken{mailbox="sales"} 1.0\n' in text
    status, kind, page = await ask(app, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "Alles in Ordnung" in page
    assert not any("SECRET" in words or "carol" in words for words in (text, page)), "nothing that customers wrote"


async def test_what_is_wrong_is_503_and_a_line(app):
    app.clock.advance_to(MONDAY + timedelta(minutes=16))
    await app.health.check()
    status, _, text = await ask(app, "/healthz")
    assert (status, text.startswith("mailbox-unseen: sales: ")) == (503, True)
    assert "Das Postfach sales ist nicht lesbar" in (await ask(app, "/"))[2]


async def test_without_a_database_the_page_still_says_what_is_known(app):
    await app.health.check()
    with app.store.write_transaction() as tx:
        tx.connection.exec_driver_sql("alter table letter rename to lost")
    assert [(await ask(app, path))[0] for path in ("/healthz", "/metrics", "/")] == [200, 503, 200]


async def test_a_port_that_is_taken_stops_nothing(app, tmp_path, caplog):
    other = app.pages.__class__(app.health, app.store, app.clock)
    app.health.config = app.config.model_copy(
        update={"watcher": app.config.watcher.model_copy(update={"listen": ("127.0.0.1", app.pages.port)})}
    )
    await other.start()
    assert "no status page at 127.0.0.1" in caplog.text
