"""core/contacts/dates.py: how people and spreadsheets write when they met somebody."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from watcher.core.contacts.dates import DateError, is_day_first, parse_met

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("value", "day_first", "expected"),
    [
        ("2026-11-20", None, (2026, 11, 20, 5)),
        ("2026-11-20 14:30", None, (2026, 11, 20, 19, 30)),
        ("2026-11-20T14:30:15+01:00", None, (2026, 11, 20, 13, 30, 15)),
        ("2026/1/2", None, (2026, 1, 2, 5)),
        ("20.11.2026", None, (2026, 11, 20, 5)),
        ("1.2.26 9:05", None, (2026, 2, 1, 14, 5)),
        ("11/20/2026 2:30 PM", None, (2026, 11, 20, 19, 30)),
        ("11/20/26 12:05 a.m.", None, (2026, 11, 20, 5, 5)),
        ("20/11/2026", None, (2026, 11, 20, 5)),
        ("3/4/2026", True, (2026, 4, 3, 4)),
        ("3/4/2026", False, (2026, 3, 4, 5)),
        ("05-05-2026", None, (2026, 5, 5, 4)),
        ("20/11/2026", False, (2026, 11, 20, 5)),
        ("11/20/2026", True, (2026, 11, 20, 5)),
    ],
)
def test_what_can_only_be_one_instant_is_it(value, day_first, expected):
    assert parse_met(value, NEW_YORK, day_first) == datetime(*expected, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "3/4/2026",
        "31.2.2026",
        "2026-13-01",
        "2026-11-20 25:00",
        "11/20/2026 13:30 PM",
        "0001-01-01+14:00",
        "46344",
        "20.11.",
        "",
    ],
)
def test_what_is_none_or_could_be_two_is_refused(value):
    with pytest.raises(DateError):
        parse_met(value, NEW_YORK, None)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["20/11/2026", "1/2/2026"], True),
        (["1/2/2026", "11/20/2026"], False),
        (["1/2/2026", "5/5/2026", "", "soon", "20.11.2026"], None),
        (["20/11/2026", "11/20/2026"], None),
    ],
)
def test_a_file_shows_its_order_or_not(values, expected):
    assert is_day_first(values) is expected
