"""core/health/canaries.py: one a day, at its time; late after an outage, and lost after half an hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY
from watcher.core.health.canaries import PATIENCE, find_lost, is_due, latest_slot
from watcher.core.health.model import Canary, Incident, IncidentKind

BERLIN, HALF_PAST_EIGHT = ZoneInfo("Europe/Berlin"), time(8, 30)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        (datetime(2026, 11, 23, 7, 29, tzinfo=UTC), datetime(2026, 11, 22, 7, 30, tzinfo=UTC)),
        (datetime(2026, 11, 23, 7, 30, tzinfo=UTC), datetime(2026, 11, 23, 7, 30, tzinfo=UTC)),
        (datetime(2026, 7, 1, 6, 31, tzinfo=UTC), datetime(2026, 7, 1, 6, 30, tzinfo=UTC)),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), datetime(2026, 11, 22, 7, 30, tzinfo=UTC)),
    ],
)
def test_the_wall_clock_of_the_house_says_when(now, slot):
    assert latest_slot(HALF_PAST_EIGHT, BERLIN, now) == slot


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, True),
        (Canary("sales", "k", MONDAY - 25 * 60 * MINUTE, MONDAY), True),  # yesterday's
        (Canary("sales", "k", MONDAY + MINUTE), False),  # on its way
        (Canary("sales", "k", MONDAY + MINUTE, MONDAY + 2 * MINUTE), False),
        (Canary("sales", "k", MONDAY + MINUTE, None, "no answer in time"), True),  # not sent yet
        (Canary("sales", "k", MONDAY + MINUTE, MONDAY + 2 * MINUTE, "damaged"), False),
        (Canary("sales", "k", MONDAY + timedelta(days=400)), True),  # the clock was wrong
    ],
)
def test_one_a_slot_and_again_while_no_server_takes_it(last, due):
    now = MONDAY + 10 * MINUTE
    assert is_due(last, MONDAY, None, now) is due
    assert not is_due(last, MONDAY, now - MINUTE, now), "tried a minute ago"
    assert is_due(last, MONDAY, now - 5 * MINUTE, now) is due


def test_lost_is_what_does_not_arrive_in_time_or_arrives_damaged():
    canaries = [
        Canary("on its way", "k", MONDAY),
        Canary("arrived", "k", MONDAY - PATIENCE, MONDAY),
        Canary("lost", "k", MONDAY - PATIENCE),
        Canary("damaged", "k", MONDAY - MINUTE, MONDAY, "it arrived, and its text was changed on the way"),
        Canary("unsent", "k", MONDAY - PATIENCE, None, "535 no"),
        Canary("unsent yet", "k", MONDAY - MINUTE, None, "535 no"),
        Canary("not ours", "k", MONDAY - PATIENCE),
    ]
    found = find_lost(canaries, [canary.mailbox for canary in canaries[:-1]], [], MONDAY)
    assert list(found) == ["lost", "damaged", "unsent"]
    assert "has not arrived" in found["lost"] and "text was changed" in found["damaged"] and "535 no" in found["unsent"]


def test_a_machine_that_slept_looks_for_it_from_when_it_woke():
    sent = [Canary("sales", "k", MONDAY)]
    woke = MONDAY + timedelta(hours=9)
    assert find_lost(sent, ["sales"], [], woke + PATIENCE - MINUTE, woke) == {}
    assert list(find_lost(sent, ["sales"], [], woke + PATIENCE, woke)) == ["sales"]


def test_what_is_lost_stays_lost_until_one_comes_through():
    """The next day's message alone is no recovery."""
    lost = Incident(IncidentKind.CANARY_LOST, "sales", MONDAY, "that of Sunday")
    sent = Canary("sales", "k", MONDAY)
    assert find_lost([sent], ["sales"], [lost], MONDAY + MINUTE) == {"sales": "that of Sunday"}
    assert find_lost([sent], ["sales"], [lost], MONDAY + PATIENCE)["sales"].endswith("it has not arrived")
    assert find_lost([replace(sent, problem="535 no")], ["sales"], [lost], MONDAY + MINUTE) == {
        "sales": "that of Sunday"
    }
    assert find_lost([replace(sent, arrived_at=MONDAY)], ["sales"], [lost], MONDAY + MINUTE) == {}
    assert find_lost([sent], ["sales"], [replace(lost, subject="info")], MONDAY + MINUTE) == {}
    assert find_lost([sent], [], [lost], MONDAY + MINUTE) == {}
