"""Times as people write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.commands import parse_when

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # 11:00 in Berlin


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2h", "2026-11-24 13:00"),
        ("30 min", "2026-11-24 11:30"),
        ("2d", "2026-11-26 11:00"),
        ("1w", "2026-12-01 11:00"),
        ("tomorrow", "2026-11-25 09:00"),
        ("tomorrow 14", "2026-11-25 14:00"),
        ("today 16:30", "2026-11-24 16:30"),
        ("fri", "2026-11-27 09:00"),
        ("Friday 8:15", "2026-11-27 08:15"),
        ("next friday", "2026-11-27 09:00"),
        ("tue", "2026-12-01 09:00"),
        ("next week", "2026-11-30 09:00"),
        ("next month", "2026-12-01 09:00"),
        ("2026-12-24", "2026-12-24 09:00"),
        ("2026-12-24 15:00", "2026-12-24 15:00"),
    ],
)
def test_a_time_as_people_write_it(text, local):
    assert f"{parse_when(text, TUESDAY, BERLIN).astimezone(BERLIN):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize("text", ["", "soon", "2x", "t", "tomorrow 25", "2026-13-01", "friday at noon", "-2d"])
def test_what_is_not_understood_is_said_so(text):
    with pytest.raises(ValueError, match=r"is no time|'"):
        parse_when(text, TUESDAY, BERLIN)


@pytest.mark.parametrize("text", ["2020-01-01", "today 8"])
def test_the_past_is_refused(text):
    with pytest.raises(ValueError, match="over already"):
        parse_when(text, TUESDAY, BERLIN)


@given(st.text(max_size=40))
def test_any_words_give_a_time_to_come_or_a_reason(text):
    try:
        assert parse_when(text, TUESDAY, BERLIN) > TUESDAY
    except ValueError as error:
        assert str(error)
