"""Hours over midnight and half days, against minutes that are counted one by one."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from watcher.core import digest_times, hours
from watcher.core.hours import Calendar, parse_closures, parse_span, parse_week

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
NIGHT = Calendar(parse_week({"mon-fri": ["22:00-06:00"]}), BERLIN)
OFFICE = parse_week({"mon-fri": ["09:00-12:30", "13:30-18:00"]})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def says(instant: datetime) -> str:
    return f"{instant.astimezone(BERLIN):%Y-%m-%d %H:%M}"


def closed(*items: str, week: hours.Week = OFFICE) -> Calendar:
    days, parts = parse_closures(items)
    return Calendar(week, BERLIN, closed=days, closed_hours=parts)


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        ("2026-11-23 23:00", "4h", "2026-11-24 03:00"),  # over midnight
        ("2026-11-24 05:00", "2h", "2026-11-24 23:00"),  # over the day
        ("2026-11-28 05:00", "2h", "2026-11-30 23:00"),  # Friday's night ends on Saturday
        ("2026-11-28 02:00", "1d", "2026-12-01 02:00"),  # the next night after Friday's is Monday's
        ("2026-11-23 12:00", "1d", "2026-11-24 22:00"),
    ],
)
def test_a_night_is_one_shift(start, span, end):
    assert says(NIGHT.add_opening_time(at(start), parse_span(span))) == end


def test_a_night_belongs_to_the_day_on_which_it_begins():
    holiday = Calendar(NIGHT.week, BERLIN, closed=hours.parse_closed_dates(["2026-11-25"]))
    assert holiday.is_open(at("2026-11-25 03:00")), "Tuesday's night"
    assert not holiday.is_open(at("2026-11-26 03:00")), "Wednesday's"


def test_a_night_has_its_digests_after_midnight_too():
    slot = digest_times.next_slot((time(2),), NIGHT, at("2026-11-27 23:00"))
    assert slot is not None
    assert says(slot.at) == "2026-11-28 02:00"
    assert (
        digest_times.next_slot((time(2),), NIGHT, slot.at).key == "2026-11-30 02:00"
    )  # waits for the opening of that day


def test_quiet_hours_are_cut_out_of_a_night():
    quiet = NIGHT.with_quiet_hours(hours.parse_quiet_hours(["23:30-01:00"]))
    found = [
        quiet.is_open(at(f"2026-11-{when}")) for when in ("23 23:29", "23 23:30", "24 00:59", "24 01:00", "24 05:59")
    ]
    assert found == [True, False, False, True, True]


def test_half_a_day_is_closed():
    calendar = closed("2026-11-24 12:00-24:00", "2026-11-26 00:00-24:00")
    assert says(calendar.add_opening_time(at("2026-11-24 11:30"), parse_span("1h"))) == "2026-11-25 09:30"
    assert calendar.is_open_day(date(2026, 11, 24))
    assert not calendar.is_open_day(date(2026, 11, 26)), "nothing is left of it"


def test_a_closure_over_midnight_touches_both_days():
    calendar = closed("2026-11-24 17:00-10:00")
    assert says(calendar.add_opening_time(at("2026-11-24 16:30"), parse_span("1h"))) == "2026-11-25 10:30"


@pytest.mark.parametrize(
    "items", [["2026-11-24 12-24"], ["2026-11-24 12:00"], ["24.11.2026 12:00-24:00"], ["2026-11-24 12:00-12:00"]]
)
def test_a_wrong_closure_says_what_to_write(items):
    with pytest.raises(ValueError, match="write"):
        parse_closures(items)


WORLDS = {
    "night": NIGHT,
    "long": Calendar(parse_week({"mon-sun": ["20:00-04:30", "05:00-07:00"]}), BERLIN),
    "half days": closed("2026-10-23 12:00-24:00", "2026-10-24", "2026-10-27 16:00-09:30"),
    "night and half days": closed("2026-10-22 23:00-02:00", "2026-10-26 21:00-23:00", "2026-10-28", week=NIGHT.week),
}


@pytest.mark.parametrize("name", WORLDS)
def test_minutes_counted_one_by_one_agree(name):
    """Ten days over the end of summer time."""
    calendar, dice = WORLDS[name], random.Random(name)
    first, count = at("2026-10-20 00:00"), 12 * 1440
    opened = [first + n * MINUTE for n in range(count) if calendar.is_open(first + n * MINUTE)]
    for _ in range(60):
        start = first + dice.randrange(count - 4 * 1440) * MINUTE
        later = [minute for minute in opened if minute >= start]
        wanted = dice.randrange(1, 400)
        end = calendar.add_opening_time(start, hours.Span(time=wanted * MINUTE))
        assert end == later[wanted - 1] + MINUTE
        assert calendar.opening_time_between(start, end) == wanted * MINUTE
        begun = calendar.subtract_opening_time(end, wanted * MINUTE)
        assert begun == later[0], "the latest instant from which so much passes"
