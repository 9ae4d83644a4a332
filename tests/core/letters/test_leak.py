"""What leaks: answered in time, late, never; and nothing is flattered."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import compute_leak, find_lost

HOUR = timedelta(hours=1)
NOW = MONDAY + 100 * HOUR


def audited(number: int, answered_after: timedelta | None = None, received: timedelta = timedelta()) -> InquiryOutcome:
    at = MONDAY + received
    return InquiryOutcome(
        "sales", "c@x.example", "?", str(number), at, at + 4 * HOUR, "anna",
        answered_at=None if answered_after is None else at + answered_after, opening_time=answered_after,
    )  # fmt: skip


def test_each_inquiry_is_one_of_four():
    young = audited(4, received=98 * HOUR)
    figures = compute_leak([audited(1, HOUR), audited(2, 5 * HOUR), audited(3), young], NOW)
    assert (figures.came, figures.on_time, figures.late, figures.never, figures.waiting) == (4, 1, 1, 1, 1)
    assert figures.answered == 2
    assert (figures.median, figures.p90) == (HOUR, 5 * HOUR)


def test_the_lost_are_named_the_longest_wait_first():
    rows = [audited(1, received=9 * HOUR), audited(2), audited(3, HOUR), audited(4, received=99 * HOUR)]
    assert [row.message_id for row in find_lost(rows, NOW, 9)] == ["2", "1"]
    assert [row.message_id for row in find_lost(rows, NOW, 1)] == ["2"]


def test_each_answer_stands_in_one_bar():
    times = [timedelta(), HOUR, HOUR + timedelta(seconds=1), 4 * HOUR, 8 * HOUR, 24 * HOUR, 25 * HOUR]
    figures = compute_leak([audited(n, time) for n, time in enumerate(times)], NOW)
    assert figures.bands == (("0-1 h", 2), ("1-4 h", 2), ("4-8 h", 1), ("8-24 h", 1), ("24+ h", 1))


def test_of_nothing_there_is_nothing_to_say():
    figures = compute_leak([], NOW)
    assert (figures.came, figures.never, figures.median) == (0, 0, None)
