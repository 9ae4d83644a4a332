"""core/digest_times.py: which time of a digest is to be served now, and when the next one comes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from tests.samples import BERLIN, MONDAY, OFFICE, at, says
from watcher.core import digest_times
from watcher.core.digest_times import latest_slot, next_slot
from watcher.core.hours import Calendar, parse_week
from watcher.core.public_holidays import Holidays

ALWAYS = Calendar(parse_week({"mon-sun": ["00:00-24:00"]}), BERLIN)
TIMES = (time(9), time(14))


@pytest.mark.parametrize(
    ("now", "after", "key"),
    [
        ("2026-11-23 09:00", "2026-11-20 15:00", "2026-11-23 09:00"),
        ("2026-11-23 13:59", "2026-11-20 15:00", "2026-11-23 09:00"),
        ("2026-11-23 14:00", "2026-11-23 09:00", "2026-11-23 14:00"),
        ("2026-11-23 13:59", "2026-11-23 09:00", None),
        ("2026-11-26 20:00", "2026-11-23 09:00", "2026-11-26 14:00"),  # three days missed: one digest
        ("2026-11-29 12:00", "2026-11-27 14:00", None),  # Sunday
        ("2026-11-23 08:00", "2026-11-25 08:00", None),  # the clock stepped back
    ],
)
def test_the_last_slot(now, after, key):
    slot = latest_slot(TIMES, OFFICE, at(now), at(after))
    assert (slot.key if slot else None) == key


def test_the_next_slot_skips_what_is_closed():
    assert next_slot(TIMES, OFFICE, at("2026-11-27 14:00")).key == "2026-11-30 09:00"
    assert next_slot((), OFFICE, at("2026-11-27 14:00")) is None


@pytest.mark.parametrize(("day", "hour"), [("2026-03-29", 2), ("2026-10-25", 2)])
def test_a_slot_in_the_night_of_the_change_comes_once(day, hour):
    times = (time(hour, 30),)
    served, after = [], at(f"{day} 00:00")
    for minutes in range(0, 26 * 60, 5):
        slot = latest_slot(times, ALWAYS, at(f"{day} 00:00") + timedelta(minutes=minutes), after)
        if slot:
            served.append(slot.key)
            after = slot.at
    assert served == [f"{day} 02:30", f"{date.fromisoformat(day) + timedelta(days=1)} 02:30"][: len(served)]
    assert served[0] == f"{day} 02:30"
    assert len(served) == len(set(served))


def test_a_slot_in_the_missing_hour_comes_right_after_it():
    slot = next_slot((time(2, 30),), ALWAYS, at("2026-03-29 01:00"))
    assert says(slot.at) == "2026-03-29 03:00"
    assert slot.key == "2026-03-29 02:30"


def test_a_slot_every_minute_works():
    times = tuple(time(n // 60, n % 60) for n in range(1440))
    slot = latest_slot(times, ALWAYS, at("2026-11-23 10:17") + timedelta(seconds=30), at("2026-11-23 10:16"))
    assert slot.key == "2026-11-23 10:17"
    assert next_slot(times, ALWAYS, slot.at).key == "2026-11-23 10:18"


def test_naive_instants_are_refused():
    naive = datetime(2026, 11, 23, 10)
    for ask in (
        lambda: next_slot(TIMES, OFFICE, naive),
        lambda: latest_slot(TIMES, OFFICE, naive, at("2026-11-20 10:00")),
    ):
        with pytest.raises(ValueError, match="time zone"):
            ask()


@pytest.mark.parametrize(
    ("slot", "now", "served"),
    [
        (time(9), "2026-11-23 09:00", True),
        (time(8), "2026-11-23 08:30", False),  # before the opening …
        (time(8), "2026-11-23 09:00", True),  # … so it comes with it
        (time(13), "2026-11-23 13:10", False),  # at lunch
        (time(13), "2026-11-23 13:30", True),
        (time(18, 30), "2026-11-23 20:00", False),
        (time(18, 30), "2026-11-24 09:00", True),
        (time(14), "2026-11-23 22:00", False),  # missed, and now it is night
    ],
)
def test_a_slot_is_served_only_while_open(slot, now, served):
    found = digest_times.due_slot((slot,), OFFICE, at(now), at("2026-11-22 12:00"))
    assert (found is not None) is served


def test_the_footer_names_the_time_at_which_the_next_mail_really_comes():
    assert says(digest_times.next_service_time((time(18, 30),), OFFICE, at("2026-11-23 12:00"))) == "2026-11-24 09:00"
    assert digest_times.next_service_time((), OFFICE, MONDAY) is None


def test_a_clock_that_was_years_ahead_silences_nobody():
    after = at("2031-01-01 09:00")  # what a wrong clock had noted as served
    assert digest_times.due_slot((time(9),), OFFICE, at("2026-11-23 09:30"), after) is None
    assert (
        digest_times.due_slot((time(14),), OFFICE, at("2026-11-23 14:00"), min(after, at("2026-11-23 13:59")))
        is not None
    )


@pytest.mark.parametrize(
    ("day", "last"), [("2026-11-26 14:00", False), ("2026-11-27 14:00", True), ("2026-11-27 09:00", False)]
)
def test_the_last_slot_of_a_week_is_that_of_its_last_open_day(day, last):
    slot = digest_times.Slot(day, at(day))
    assert digest_times.is_last_of_week((time(9), time(14)), OFFICE, slot) is last


def test_a_weekly_time_on_a_holiday_waits_for_the_next_opening():
    week = digest_times.parse_weekly_time("mon 09:00")
    easter = Calendar(OFFICE.week, BERLIN, Holidays("DE-BY"))
    monday = at("2026-04-06 09:00")  # Easter Monday
    assert digest_times.due_weekly_slot(week, easter, monday, at("2026-04-01 09:00")) is None
    slot = digest_times.due_weekly_slot(week, easter, at("2026-04-07 09:00"), at("2026-04-01 09:00"))
    assert slot is not None
    assert slot.key == "2026-04-06"
    assert digest_times.due_weekly_slot(week, easter, at("2026-04-07 10:00"), slot.at) is None


@pytest.mark.parametrize("text", ["monday 9", "mon", "mon 25:00", "09:00", ""])
def test_no_time_of_the_week(text):
    with pytest.raises(ValueError, match="write mon 09:00"):
        digest_times.parse_weekly_time(text)


# --- words
