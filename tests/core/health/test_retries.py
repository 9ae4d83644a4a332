"""core/health/retries.py: a server in trouble is left alone for longer each time, and one that refuses a login soon."""

from __future__ import annotations

import pytest

from watcher.core.health.retries import is_login_refused, wait_after_failure


@pytest.mark.parametrize(("failures", "seconds"), [(1, 5), (2, 15), (3, 60), (4, 300), (5, 900), (100, 900)])
def test_each_failure_makes_the_wait_longer_up_to_a_quarter_of_an_hour(failures, seconds):
    assert wait_after_failure(failures) == seconds


@pytest.mark.parametrize(("failures", "seconds"), [(1, 5), (2, 15), (3, 900), (4, 3600), (100, 3600)])
def test_a_refused_login_is_tried_three_times_quickly_and_then_rarely(failures, seconds):
    assert wait_after_failure(failures, is_login=True) == seconds


@pytest.mark.parametrize(("asked_for", "seconds"), [(3.0, 5), (45.0, 45)])
def test_a_server_that_asks_for_a_longer_pause_gets_it(asked_for, seconds):
    assert wait_after_failure(1, asked_for=asked_for) == seconds


def test_the_last_of_the_quick_tries_is_no_accident():
    quick = [failures for failures in range(1, 10) if wait_after_failure(failures, is_login=True) < 60]
    assert [is_login_refused(len(quick)), is_login_refused(len(quick) + 1)] == [False, True]
