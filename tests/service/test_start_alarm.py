"""service/start_alarm.py: somebody is told once that Watcher does not run, and that it runs again."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from email.header import decode_header, make_header
from pathlib import Path

import pytest

from tests.office import ListeningRoad, write_alerting_config
from tests.samples import MONDAY
from tests.servers.endpoint import Endpoint
from tests.servers.real import free_port
from tests.servers.scripted import Sink
from watcher.config.alert_settings import AlertSettings, salvage_alert_settings
from watcher.edge.clock import SteppedClock
from watcher.edge.notice_file import read_notice
from watcher.service.app import App
from watcher.service.start_alarm import tell_not_running

HOUR = timedelta(hours=1)
ALERTS = """
[alerts]
email = ["boss@example.com"]
smtp = {{ host = "127.0.0.1", port = {port}, tls = "off" }}
push = ["{url}/hook"]
ping = "{url}/ping/0a1b"
"""


class House:
    """One whose daemon does not start."""

    def __init__(self, folder: Path, sink: Sink, endpoint: Endpoint) -> None:
        self.folder, self.sink, self.endpoint = folder, sink, endpoint
        self.clock = SteppedClock(MONDAY)
        self.config = write_alerting_config(folder, ALERTS.format(port=sink.port, url=endpoint.url))

    @property
    def settings(self) -> AlertSettings:
        found = salvage_alert_settings(self.folder / "config.toml")
        assert found is not None
        return found

    async def fail(self, text: str = "config.toml:3: typo", after: timedelta = timedelta(0)) -> None:
        self.clock.advance_to(self.clock.now() + after)
        await tell_not_running(self.settings, text, self.clock)

    def heard(self) -> tuple[list[str], list[str]]:
        """Subjects of the mails, and paths that were called."""
        return [row["subject"] for row in self.sink.accepted()], [call.path for call in self.endpoint.calls]


@pytest.fixture
def house(tmp_path, monkeypatch) -> Iterator[House]:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    (tmp_path / "state").mkdir(mode=0o700)
    sink = Sink(tmp_path / "accepted", free_port())
    with Endpoint() as endpoint:
        yield House(tmp_path, sink, endpoint)
    sink.stop()


async def test_every_road_hears_it_once(house):
    for _ in range(3):
        await house.fail(after=timedelta(seconds=5))
    mails, calls = house.heard()
    assert [str(make_header(decode_header(subject))) for subject in mails] == ["Watcher: Der Dienst läuft nicht"]
    assert sorted(calls) == ["/hook", "/ping/0a1b/fail"]
    assert "config.toml:3: typo" in house.sink.accepted()[0]["text"]
    assert all("not-running" in call.body and "typo" in call.body for call in house.endpoint.calls)
    await house.fail("another", after=HOUR)
    assert len(house.heard()[0]) == 2


async def test_what_no_road_takes_is_tried_again_but_not_at_every_start(house):
    house.sink.stop()
    house.endpoint.status = 500
    for _ in range(3):
        await house.fail(after=timedelta(seconds=5))
    assert len(house.endpoint.calls) == 2
    house.endpoint.status = 200
    await house.fail(after=timedelta(minutes=5))
    await house.fail(after=timedelta(minutes=5))
    assert len(house.endpoint.calls) == 4


async def test_nobody_is_told_where_it_cannot_be_noted(house, caplog):
    (house.folder / "state").rmdir()
    (house.folder / "tmp").rmdir()
    await house.fail()
    assert house.heard() == ([], [])
    assert "no file can be written" in caplog.text


async def test_a_watcher_that_runs_again_takes_it_back_once(house):
    await house.fail(after=timedelta(seconds=0))
    for after, heard in ((timedelta(minutes=1), [(True, ["not-running"])]), (timedelta(minutes=2), [])):
        app, ear = App(house.config, SteppedClock(MONDAY + after)), ListeningRoad()
        app.health.alerting.replace_roads([ear])
        await app._recover_state()
        for _ in range(2):
            await app.health.check()
            await asyncio.sleep(0.05)
        app.close()
        assert ear.heard == heard
    notice = read_notice(house.folder / "state")
    assert notice is not None and notice.ended_at == MONDAY + timedelta(minutes=1)
    await house.fail(after=timedelta(minutes=30))
    assert len(house.heard()[0]) == 1, "what comes and goes is told once an hour"
    await house.fail(after=HOUR)
    assert len(house.heard()[0]) == 2
