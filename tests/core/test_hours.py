"""Opening time: both nights of the clock change, holidays, leap days, and promises that hold for any instant."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import BERLIN, OFFICE, at, says
from watcher.core import hours
from watcher.core.hours import (
    Calendar,
    Span,
    parse_closed_dates,
    parse_span,
    parse_week,
)
from watcher.core.public_holidays import Holidays

ALWAYS = Calendar(parse_week({"mon-sun": ["00:00-24:00"]}), BERLIN)


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        ("2026-11-23 10:00", "2h", "2026-11-23 12:00"),
        ("2026-11-23 10:00", "4h", "2026-11-23 15:00"),  # over lunch
        ("2026-11-23 09:00", "3h", "2026-11-23 12:00"),
        ("2026-11-23 10:30", "2h", "2026-11-23 12:30"),  # ends with the morning, not after lunch
        ("2026-11-23 12:45", "1h", "2026-11-23 14:30"),  # written at lunch
        ("2026-11-23 17:30", "1h", "2026-11-24 09:30"),  # over night
        ("2026-11-27 15:30", "1h", "2026-11-30 09:30"),  # over the weekend
        ("2026-11-28 11:00", "15m", "2026-11-30 09:15"),  # written on Saturday
        ("2026-11-23 10:00", "1d", "2026-11-24 10:00"),
        ("2026-11-27 10:00", "1d", "2026-11-30 10:00"),
        ("2026-11-26 17:00", "1d", "2026-11-30 09:00"),  # Friday closes at 16:00
        ("2026-11-28 03:00", "1d", "2026-12-01 09:00"),
        ("2026-11-26 17:00", "2d", "2026-11-30 17:00"),  # a short Friday between does not shorten Monday
        ("2026-11-23 11:00", "5d", "2026-11-30 11:00"),
        ("2026-11-23 10:00", "90s", "2026-11-23 10:01"),
    ],
)
def test_opening_time_passes_only_while_open(start, span, end):
    assert says(OFFICE.add_opening_time(at(start), parse_span(span))) == end


def test_closed_days_and_regional_holidays_do_not_count():
    bavaria = Calendar(
        OFFICE.week, BERLIN, Holidays("DE-BY"), parse_closed_dates(["2026-12-24", "2026-12-28..2026-12-31"])
    )
    assert says(bavaria.add_opening_time(at("2026-12-23 17:00"), parse_span("2h"))) == "2027-01-04 10:00"
    assert not bavaria.is_open(at("2027-01-06 10:00")), "Epiphany is a holiday in Bavaria"
    assert Calendar(OFFICE.week, BERLIN, Holidays("DE-BE")).is_open(at("2027-01-06 10:00"))


def test_the_night_the_clock_goes_back_is_an_hour_longer():
    assert ALWAYS.opening_time_between(at("2026-10-25 00:00"), at("2026-10-26 00:00")) == timedelta(hours=25)
    assert says(ALWAYS.add_opening_time(at("2026-10-25 01:00"), parse_span("4h"))) == "2026-10-25 04:00"


def test_the_night_the_clock_goes_forward_is_an_hour_shorter():
    assert ALWAYS.opening_time_between(at("2026-03-29 00:00"), at("2026-03-30 00:00")) == timedelta(hours=23)
    assert says(ALWAYS.add_opening_time(at("2026-03-29 01:00"), parse_span("2h"))) == "2026-03-29 04:00"


def test_a_leap_day_is_a_day():
    assert says(ALWAYS.add_opening_time(at("2028-02-28 12:00"), parse_span("1d"))) == "2028-02-29 12:00"


def test_waiting_counts_only_opening_time():
    assert OFFICE.opening_time_between(at("2026-11-27 15:00"), at("2026-11-30 10:00")) == timedelta(hours=2)
    assert OFFICE.opening_time_between(at("2026-11-28 10:00"), at("2026-11-29 10:00")) == timedelta()
    assert OFFICE.opening_time_between(at("2026-11-30 10:00"), at("2026-11-27 15:00")) == timedelta(), (
        "a clock that stepped back"
    )


def test_naive_instants_are_refused():
    naive = datetime(2026, 11, 23, 10)
    for refused in (
        lambda: OFFICE.add_opening_time(naive, parse_span("1h")),
        lambda: OFFICE.opening_time_between(naive, at("2026-11-24 10:00")),
        lambda: OFFICE.is_open(naive),
        lambda: OFFICE.next_opening(naive),
    ):
        with pytest.raises(ValueError, match="time zone"):
            refused()


def test_what_comes_out_is_utc():
    for instant in (
        OFFICE.add_opening_time(at("2026-11-23 10:00"), parse_span("1d")),
        OFFICE.next_opening(at("2026-11-28 10:00")),
    ):
        assert instant.tzinfo is UTC


INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
SPANS = st.integers(1, 60 * 60).map(lambda minutes: Span(time=timedelta(minutes=minutes)))


@given(INSTANTS, SPANS)
@settings(max_examples=300)
def test_what_is_added_has_elapsed(start, span):
    assert OFFICE.opening_time_between(start, OFFICE.add_opening_time(start, span)) == span.time


@given(INSTANTS, st.integers(0, 10_000), SPANS)
@settings(max_examples=200)
def test_a_later_start_never_ends_earlier(start, minutes, span):
    assert OFFICE.add_opening_time(start, span) <= OFFICE.add_opening_time(start + timedelta(minutes=minutes), span)


@given(INSTANTS, st.integers(0, 10_000), st.integers(0, 6))
@settings(max_examples=200)
def test_a_later_start_never_ends_on_an_earlier_day(start, minutes, days):
    assert OFFICE.add_opening_time(start, Span(days)) <= OFFICE.add_opening_time(
        start + timedelta(minutes=minutes), Span(days)
    )


@given(INSTANTS)
@settings(max_examples=200)
def test_the_next_opening_is_open_and_nothing_is_open_before_it(start):
    opening = OFFICE.next_opening(start)
    assert OFFICE.is_open(opening)
    assert OFFICE.opening_time_between(start, opening) == timedelta()


@given(INSTANTS, st.integers(1, 30))
@settings(max_examples=200)
def test_opening_days_end_while_open_and_lie_ahead(start, days):
    end = OFFICE.add_opening_time(start, Span(days=days))
    assert OFFICE.is_open(end)
    assert end > start


# --- what is written in the configuration


@pytest.mark.parametrize("text", ["", "4", "4x", "h", "-2h", "1.5h", "2 hours", "99999999d", "4h\nx"])
def test_no_duration(text):
    with pytest.raises(ValueError, match="is no duration: write 90s, 15m, 4h or 2d"):
        parse_span(text)


@pytest.mark.parametrize("text", ["4000d", "99999h"])
def test_a_span_of_more_than_ten_years_is_refused(text):
    with pytest.raises(ValueError, match="ten years at most"):
        parse_span(text)


def test_a_duration_counts_the_clock_and_a_span_the_opening_days():
    assert hours.parse_duration("2d") == timedelta(hours=48)
    assert parse_span("2d") == Span(days=2)
    assert parse_span("48h") == Span(time=timedelta(hours=48))


@pytest.mark.parametrize("text", ["90s", "15m", "4h", "2d"])
def test_a_span_reads_as_it_is_written(text):
    assert str(parse_span(text)) == text


@pytest.mark.parametrize(
    "week",
    [
        {"mo": ["09:00-17:00"]},
        {"fri-mon": ["09:00-17:00"]},
        {"mon": ["9-17"]},
        {"mon": ["09:00-09:00"]},
        {"mon": ["24:00-06:00"]},
        {"mon": ["22:00-06:00"], "tue": ["05:00-12:00"]},
        {"sun": ["22:00-06:00"], "mon": ["05:00-12:00"]},
        {"mon": ["09:00-24:01"]},
        {"mon": ["09:60-10:00"]},
        {"mon": ["09:00-12:00", "11:00-13:00"]},
        {"mon-fri": ["09:00-12:00"], "wed": ["08:00-10:00"]},
    ],
)
def test_wrong_opening_hours_are_refused(week):
    with pytest.raises(ValueError, match=r"write|overlap"):
        parse_week(week)


@pytest.mark.parametrize("item", ["24.12.2026", "2026-12-31..2026-12-24", "2026-02-30", ""])
def test_wrong_closed_days_are_refused(item):
    with pytest.raises(ValueError, match=r"write|forwards"):
        parse_closed_dates([item])


def test_a_house_that_never_opens_is_refused():
    with pytest.raises(ValueError, match="never open"):
        Calendar(parse_week({}), BERLIN)
    with pytest.raises(ValueError, match="closed for more than"):
        Calendar(OFFICE.week, BERLIN, closed=parse_closed_dates(["2026-01-01..2029-01-01"]))


def test_a_house_that_is_closed_for_a_season_is_not_refused():
    beach = Calendar(OFFICE.week, BERLIN, closed=parse_closed_dates(["2026-10-15..2027-04-30"]))
    assert says(beach.add_opening_time(at("2026-11-01 10:00"), parse_span("1h"))) == "2027-05-03 10:00"


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_hours_on_the_night_of_the_change_are_counted_once(day):
    night = Calendar(parse_week({"mon-sun": ["01:30-02:15", "02:30-02:45", "02:50-04:00"]}), BERLIN)
    open_time = night.opening_time_between(at(f"{day} 00:00"), at(f"{day} 12:00"))
    minute = timedelta(minutes=1)
    counted = sum(night.is_open(at(f"{day} 00:00") + n * minute) for n in range(13 * 60)) * minute
    assert open_time == counted
    assert night.add_opening_time(at(f"{day} 00:00"), Span(time=open_time)) == at(f"{day} 04:00")
