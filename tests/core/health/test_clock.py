"""core/health/clock.py: what others' clocks say of ours, and a clock that was put back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.clock import MEMORY, ClockSample, has_slept, judge_clock, measure_step

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("theirs", "error"),
    [
        (MONDAY + 3 * SECOND, 0),  # between question and answer
        (MONDAY - 400 * SECOND, -400),
        (MONDAY + 410 * SECOND, 400),
    ],
)
def test_the_error_is_what_the_time_of_the_question_does_not_explain(theirs, error):
    sample = ClockSample(theirs, MONDAY, MONDAY + 10 * SECOND, 0.0)
    assert sample.error == error * SECOND


def test_the_last_word_counts_for_an_hour():
    wrong = ClockSample(MONDAY + timedelta(hours=2), MONDAY, MONDAY, 100.0)
    right = ClockSample(MONDAY, MONDAY, MONDAY, 200.0)
    assert judge_clock([wrong], 150.0) == timedelta(hours=2)
    assert judge_clock([wrong, right], 300.0) == timedelta(0)
    assert judge_clock([wrong], 101.0 + MEMORY.total_seconds()) is None
    assert judge_clock([], 0.0) is None


def test_a_clock_that_is_put_back_is_seen_and_one_that_slept_is_not():
    assert measure_step(MONDAY, MONDAY - timedelta(hours=1), 15.0) == timedelta(hours=1, seconds=15)
    assert measure_step(MONDAY, MONDAY + timedelta(seconds=15), 15.0) == timedelta(0)
    assert measure_step(MONDAY, MONDAY + timedelta(hours=8), 15.0) == timedelta(0)


def test_a_machine_that_slept_is_told_from_one_that_was_busy():
    assert has_slept(MONDAY, MONDAY + timedelta(hours=8), 15.0)
    assert not has_slept(MONDAY, MONDAY + timedelta(hours=8), 8 * 3600.0)
    assert not has_slept(MONDAY, MONDAY + 60 * SECOND, 15.0), "a nap"
    assert not has_slept(MONDAY, MONDAY - timedelta(hours=1), 15.0), "put back"
