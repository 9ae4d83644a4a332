"""core/message/trace_dates.py: the dates of a header, as far as they are dates."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.samples import facts
from watcher.core.message import trace_dates

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "instant"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0100", NINE),
        ("23 Nov 26 09:00 GMT", NINE),
        ("Mon, 23 Nov 2026 09:00:00 -0000", NINE),
        ("Mon, 31 Feb 2026 09:00:00 +0000", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Mon, 23 Nov 2026 09:00:00 " + "(" * 5000, NINE),
        ("Fri, 31 Dec 9999 23:59:59 -2359", None),
        ("", None),
    ],
)
def test_what_is_no_date_says_nothing(value, instant):
    assert trace_dates.written_at(facts(headers={"date": (value,)})) == instant


def test_who_sent_it_on_wrote_it_then():
    headers = {"date": ("Tue, 14 Mar 2023 09:00:00 +0100",), "resent-date": ("Mon, 23 Nov 2026 09:00:00 +0000",)}
    assert trace_dates.written_at(facts(headers=headers)) == NINE


def test_the_last_server_comes_first_and_lines_without_a_date_are_left_out():
    lines = ("by mx; Mon, 23 Nov 2026 09:00:00 +0000", "by phone", "by a; b; Sun, 22 Nov 2026 09:00:00 +0000 (UTC)")
    assert trace_dates.delivered_at(facts(headers={"received": lines})) == [NINE, NINE.replace(day=22)]
