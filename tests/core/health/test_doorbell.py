"""core/health/doorbell.py: what silence and rings make of the clock."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.health.doorbell import (
    SHORTEST_WAIT,
    Doorbell,
    count_arrivals,
    describe_silent_bell,
    first_wait,
    judge_bell,
    next_wait,
)
from watcher.core.health.model import FolderCounts, Listing, WaitEnd

MINUTE = timedelta(minutes=1)
NO_TIME = timedelta(0)
SILENCE, RING, OTHER = WaitEnd.SILENCE, WaitEnd.RING, WaitEnd.OTHER


def waits(*ends: WaitEnd, poll: timedelta = MINUTE, bell: Doorbell | None = None) -> list[float]:
    """Seconds after each of these ends, with mail behind it."""
    found, bell = [], bell or Doorbell()
    for end in ends:
        bell = judge_bell(bell, end, 1, poll)
        found.append(next_wait(bell, poll, NO_TIME).total_seconds())
    return found


def test_mail_that_came_in_silence_shortens_the_clock_to_five_seconds():
    assert waits(SILENCE, SILENCE, SILENCE, SILENCE) == [15, 5, 5, 5]
    assert waits(*[SILENCE] * 6, poll=timedelta(hours=1))[-1] == 5


def test_a_bell_that_rings_keeps_its_trust():
    assert waits(RING, OTHER, RING) == [60, 60, 60]


def test_rings_in_a_row_lengthen_the_clock_again():
    assert waits(SILENCE, RING, RING, RING) == [15, 15, 15, 60]
    assert waits(SILENCE, RING, RING, SILENCE, RING, RING, RING) == [15, 15, 15, 5, 5, 5, 15]
    assert waits(*[SILENCE] * 50, *[RING] * 6)[-1] == 60, "a long silence is forgotten as soon as a short one"


@pytest.mark.parametrize("end", WaitEnd)
def test_where_no_mail_came_nothing_is_learned(end):
    for bell in (Doorbell(), Doorbell(2, 1)):
        assert judge_bell(bell, end, 0, MINUTE) == bell


def test_who_looks_more_often_anyway_looks_no_more_seldom():
    assert waits(SILENCE, SILENCE, poll=timedelta(seconds=2)) == [2, 2]
    assert judge_bell(Doorbell(), SILENCE, 1, timedelta(seconds=2)).is_silent, "and it is said"


def test_a_look_that_takes_long_is_not_repeated_all_the_time():
    assert next_wait(Doorbell(2), MINUTE, timedelta(seconds=3)) == timedelta(seconds=30)
    assert next_wait(Doorbell(2), MINUTE, timedelta(seconds=30)) == MINUTE
    assert next_wait(Doorbell(), MINUTE, timedelta(seconds=30)) == MINUTE


@given(
    st.lists(st.tuples(st.sampled_from(WaitEnd), st.integers(0, 3)), max_size=60),
    st.timedeltas(timedelta(seconds=1), timedelta(days=1)),
    st.timedeltas(NO_TIME, timedelta(hours=1)),
)
def test_no_wait_is_longer_than_the_poll_or_shorter_than_five_seconds(story, poll, look):
    bell = Doorbell()
    for end, found in story:
        bell = judge_bell(bell, end, found, poll)
        assert min(poll, SHORTEST_WAIT) <= next_wait(bell, poll, look) <= poll


def listing(uidvalidity: int, *uids: int) -> Listing:
    return Listing(FolderCounts(uidvalidity, uidnext=10, exists=len(uids)), {*uids})


def test_arrivals_are_what_was_not_listed_before():
    before = listing(7, 1, 2, 3)
    assert count_arrivals(None, before) == 0
    assert count_arrivals(before, listing(7, 2, 3, 4, 5)) == 2
    assert count_arrivals(before, listing(7, 1, 2)) == 0
    assert count_arrivals(before, listing(8, 1, 2, 3)) == 0, "numbered anew"
    assert count_arrivals(before, listing(8, 1, 2, 3, 4)) == 1
    assert count_arrivals(before, listing(8, 1)) == 0


def test_a_silent_bell_is_described():
    assert describe_silent_bell(timedelta(seconds=5.46)).endswith("every 5 seconds")


@given(st.integers(1, 2000))
def test_the_first_waits_of_a_house_are_spread_over_the_poll_in_the_order_of_the_mailboxes(count):
    firsts = [first_wait(MINUTE, place, count) for place in range(count)]
    assert firsts[-1] == MINUTE and timedelta(0) < firsts[0]
    gaps = [later - sooner for sooner, later in pairwise(firsts)]
    assert all(abs(gap - MINUTE / count) <= timedelta(microseconds=1) for gap in gaps)
