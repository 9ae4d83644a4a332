"""service/pinging.py: against an endpoint that follows healthchecks' convention."""

from __future__ import annotations

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from tests.servers.endpoint import Endpoint
from watcher.core.health.clock import judge_clock
from watcher.core.health.model import Incident, IncidentKind
from watcher.edge.clock import SteppedClock
from watcher.service.pinging import Pinging

BLIND = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no route")
TICK = timedelta(seconds=15)


@pytest.fixture
def endpoint():
    with Endpoint() as made:
        yield made


@pytest.fixture
def clock():
    return SteppedClock(MONDAY)


@pytest.fixture
def pinging(endpoint, clock):
    with ThreadPoolExecutor(1) as executor:
        yield Pinging(f"{endpoint.url}/ping/0a1b", clock, executor)


async def tick(pinging, clock, incidents=(), is_ready=True) -> None:
    pinging.report(incidents, is_ready)
    if pinging._job.task is not None:
        await asyncio.wait({pinging._job.task})
    clock.advance_to(clock.now() + TICK)


async def test_start_success_fail_success(endpoint, clock, pinging):
    for incidents in ([], [], [], [BLIND], [BLIND], []):
        await tick(pinging, clock, incidents)
    assert [call.path.removeprefix("/ping/0a1b") for call in endpoint.calls] == ["/start", "", "/fail", ""]
    assert endpoint.calls[2].body == "mailbox-unseen: sales: no route"
    (run,) = {call.query["rid"] for call in endpoint.calls}
    assert uuid.UUID(run)


async def test_a_call_that_fails_is_made_again_at_the_next_tick(endpoint, clock, pinging):
    endpoint.status = 503
    for _ in range(3):
        await tick(pinging, clock)
    endpoint.status = 200
    await tick(pinging, clock)
    await tick(pinging, clock)
    assert [call.path for call in endpoint.calls] == ["/ping/0a1b/start"] * 4 + ["/ping/0a1b"]


async def test_the_servers_time_shows_a_clock_that_is_wrong(endpoint, clock, pinging):
    endpoint.date = "Mon, 23 Nov 2026 21:00:00 GMT"
    await tick(pinging, clock)
    error = judge_clock(pinging.clock_samples, clock.monotonic())
    assert error is not None and abs(error) > timedelta(minutes=5)


async def test_a_call_under_way_is_not_doubled_and_can_be_given_up(pinging):
    pinging.report([], True)
    task = pinging._job.task
    pinging.report([], True)
    assert pinging._job.task is task
    await pinging.finish()
    assert task.done()
