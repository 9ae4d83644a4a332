"""core/health/figures.py: what a monitor that only wants a yes or no is answered."""

from datetime import timedelta

from tests.pictures import BLIND
from tests.samples import MONDAY
from watcher.core.health.figures import STALE_AFTER, health_problems


def test_well_is_no_line():
    assert health_problems(MONDAY, [], MONDAY + timedelta(seconds=15)) == []


def test_one_line_a_problem():
    assert health_problems(MONDAY, [BLIND], MONDAY) == [f"mailbox-unseen: sales: {BLIND.text}"]


def test_a_picture_that_is_old_is_a_problem_of_its_own():
    late = MONDAY + STALE_AFTER + timedelta(seconds=1)
    assert "has not looked at itself" in health_problems(MONDAY, [], late)[0]
    assert "has not looked at itself" in health_problems(late, [], MONDAY)[0], "a clock that was wrong"
    assert health_problems(None, [], MONDAY) == ["starting"]
