"""edge/clock.py: the stepped one moves only when it is moved, and wakes who slept until then."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.edge.clock import Clock, SteppedClock

MINUTE = timedelta(minutes=1)


def test_a_sleeper_wakes_when_the_hands_reach_its_hour_and_not_before():
    async def scenario() -> list[str]:
        clock, woken = SteppedClock(MONDAY), []

        async def sleep(name: str, seconds: float) -> None:
            await clock.sleep(seconds)
            woken.append(f"{name} {clock.now():%H:%M}")

        sleepers = [asyncio.create_task(sleep("late", 600)), asyncio.create_task(sleep("early", 90))]
        await asyncio.sleep(0)
        for minute in range(1, 11):
            clock.advance_to(MONDAY + minute * MINUTE)
            for _ in range(10):
                await asyncio.sleep(0)
        assert all(task.done() for task in sleepers)
        return woken

    assert asyncio.run(scenario()) == ["early 10:02", "late 10:10"]


def test_an_event_ends_the_wait_though_no_time_passes():
    async def scenario() -> tuple[bool, bool]:
        clock, rung, silent = SteppedClock(MONDAY), asyncio.Event(), asyncio.Event()
        first = asyncio.create_task(clock.wait_for_event(rung, 60))
        second = asyncio.create_task(clock.wait_for_event(silent, 60))
        await asyncio.sleep(0)
        rung.set()
        was_rung = await first
        clock.advance_to(MONDAY + MINUTE)
        return was_rung, await second

    assert asyncio.run(scenario()) == (True, False)


def test_the_hands_never_go_back():
    clock = SteppedClock(MONDAY)
    clock.advance_to(MONDAY + MINUTE)
    assert (clock.now(), clock.monotonic()) == (MONDAY + MINUTE, 60.0)
    with pytest.raises(ValueError, match="never goes back"):
        clock.advance_to(MONDAY)


def test_the_real_clock_says_whether_the_event_came():
    async def scenario() -> tuple[bool, bool]:
        rung = asyncio.Event()
        rung.set()
        return await Clock().wait_for_event(rung, 60), await Clock().wait_for_event(asyncio.Event(), 0)

    assert asyncio.run(scenario()) == (True, False)
