"""service/steady_scheduler.py: a clock that is moved, backwards or forwards, neither silences a bell nor makes it count."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.samples import MONDAY, ROOT
from watcher.service.steady_scheduler import SteadyTrigger

FAKETIME = next((path for path in Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None)
#: A line for each ring: what the clock of the machine shows.
RINGS = """
import asyncio, time
from watcher.service.alarm_clock import start_alarm_clock

async def main():
    bell = asyncio.Event()
    await start_alarm_clock({"tick": bell, "other": asyncio.Event()}, 0.2)
    while True:
        await bell.wait()
        bell.clear()
        print(time.time(), flush=True)

asyncio.run(main())
"""
needs_faketime = pytest.mark.skipif(FAKETIME is None, reason="missing server: apt-get install faketime")


def _set_clock(offset: Path, seconds: int) -> None:
    """Moves the clock of the process that reads this file to so many seconds after the right time."""
    offset.with_suffix(".new").write_text(f"{seconds:+d}\n")
    offset.with_suffix(".new").rename(offset)


@contextmanager
def _ringing(offset: Path) -> Iterator[subprocess.Popen[str]]:
    """A process with an alarm clock, whose own clock is moved."""
    _set_clock(offset, 0)
    moved = {"LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(offset), "FAKETIME_NO_CACHE": "1"}
    steady = {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
    words = [sys.executable, "-c", RINGS]
    process = subprocess.Popen(
        words, env={**os.environ, **moved, **steady}, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _wait_for_ring(process: subprocess.Popen[str], seconds: int) -> None:
    """Until there was one by a clock that is off by about so much. It waits until the test's own limit."""
    assert process.stdout is not None
    for line in process.stdout:
        if abs(float(line) - time.time() - seconds) < 60:
            return
    raise AssertionError("the process has ended")


@needs_faketime
@pytest.mark.parametrize("seconds", [-3600, -365 * 86400, 10 * 3600, 365 * 86400])
def test_a_bell_rings_on_after_the_clock_was_moved(tmp_path, seconds):
    """Put back by an hour, nothing was sent for an hour, and systemd's watchdog ended the service."""
    offset = tmp_path / "offset"
    with _ringing(offset) as process:
        _wait_for_ring(process, 0)
        for moved in (seconds, 0, seconds):
            _set_clock(offset, moved)
            _wait_for_ring(process, moved)


def test_missed_rings_are_not_counted():
    """The trigger is asked once for a year that was left out."""
    trigger, later = SteadyTrigger(15), MONDAY + timedelta(days=365)
    assert trigger.get_next_fire_time(None, MONDAY) == MONDAY + timedelta(seconds=15)
    assert trigger.get_next_fire_time(MONDAY, later) == later + timedelta(seconds=15)
