"""service/clock_setting.py: a start waits for a clock that was never set, and says so when nobody sets it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.config.conftest import LEAST
from tests.samples import MONDAY
from tests.servers.real import free_port
from tests.servers.scripted import Sink
from watcher.core.health.clock import EARLIEST
from watcher.edge.clock import Clock
from watcher.service.clock_setting import UnsetClockError, require_set, wait_until_set

DAWN = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
FAKETIME = next((path for path in Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None)


class HandSetClock(Clock):
    """Shows 1970 until it has been looked at for so many seconds."""

    def __init__(self, set_after: float) -> None:
        self._set_after, self._slept = set_after, 0.0

    def now(self) -> datetime:
        return (DAWN if self._slept < self._set_after else MONDAY) + timedelta(seconds=self._slept)

    def monotonic(self) -> float:
        return self._slept

    async def sleep(self, seconds: float) -> None:
        self._slept += seconds


@pytest.mark.parametrize(("set_after", "waited"), [(0, 0), (30, 30), (119, 119)])
def test_a_start_waits_until_the_network_has_set_the_clock(set_after, waited):
    clock = HandSetClock(set_after)
    assert asyncio.run(wait_until_set(clock)) == ""
    assert clock.monotonic() == waited


def test_after_two_minutes_it_says_what_to_do():
    clock = HandSetClock(600)
    text = asyncio.run(wait_until_set(clock))
    assert (
        text.startswith("the clock of this machine shows 1970-01-01 00:07 UTC, ") and "timedatectl set-ntp true" in text
    )
    assert clock.monotonic() == 120


def test_a_clock_that_fell_is_not_worked_by():
    with pytest.raises(UnsetClockError, match="1970-01-01"):
        require_set(HandSetClock(1))
    require_set(HandSetClock(0))
    assert Clock().now() >= EARLIEST


@pytest.mark.skipif(FAKETIME is None, reason="missing server: apt-get install faketime")
def test_a_daemon_whose_clock_nobody_sets_reads_nothing_and_tells_somebody(tmp_path):
    """On a clock of 1970 with servers on this machine, whose certificates nobody looks at, it promised answers in 1970."""
    sink = Sink(tmp_path / "accepted", free_port())
    text = LEAST.replace("[[mailbox]]", f"""
[alerts]
email = ["boss@example.com"]
smtp = {{ host = "127.0.0.1", port = {sink.port}, tls = "off" }}

[[mailbox]]""")  # fmt: skip
    (tmp_path / "config.toml").write_text(f'[watcher]\nstate_dir = "state"\n{text}')
    faked = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": "@1970-01-01 00:05:00 x30", "SALES_PASSWORD": "x", "TZ": "UTC"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "watcher", "-c", str(tmp_path / "config.toml"), "run"],
            env={**os.environ, **faked}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        assert "waiting: the clock of this machine shows 1970-01-01" in done.stderr
        assert "cannot start: the clock of this machine shows 1970-01-01" in done.stderr
        assert [row["subject"] for row in sink.accepted()] == ["Watcher: The service does not run"]
        checked = subprocess.run(
            [sys.executable, "-m", "watcher", "-c", str(tmp_path / "config.toml"), "check"],
            env={**os.environ, **faked}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (checked.returncode, "the clock of this machine shows 1970-01-01" in checked.stdout) == (1, True), (
            checked
        )
        assert not (tmp_path / "state" / "watcher.sqlite3").exists()
    finally:
        sink.stop()
