"""At which times a digest or a report may go out: wall-clock times of open days, and which of them is to be served now.

Pure: instants in and out are aware and UTC; a naive one is refused. In the hour that a night has twice a time comes once, in the one
that it lacks right after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from watcher.core.hours import DAY_NAMES, HORIZON_DAYS, Calendar, instant_of_minute


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which a digest may go out. `key` is unique, and there is one only for both hours of a doubled night."""

    key: str  # local date and wall-clock time: "2026-11-24 09:00"
    at: datetime


def latest_slot(times: Sequence[time], calendar: Calendar, now: datetime, after: datetime) -> Slot | None:
    """The latest slot of an open day in (after, now]: slots that were missed coalesce into it."""
    day, earliest = calendar.to_local(now).date(), calendar.to_local(after).date()
    earliest = max(earliest, day - timedelta(days=HORIZON_DAYS))
    while day >= earliest:
        for slot in reversed(_slots_on(times, calendar, day)):
            if slot.at <= now:
                return slot if slot.at > after else None
        day -= timedelta(days=1)
    return None


def next_slot(times: Sequence[time], calendar: Calendar, now: datetime) -> Slot | None:
    """The first slot after `now` (UTC) within 400 days; None when there is none there, or no times at all."""
    day = calendar.to_local(now).date()
    for _ in range(HORIZON_DAYS if times else 0):
        for slot in _slots_on(times, calendar, day):
            if slot.at > now:
                return slot
        day += timedelta(days=1)
    return None


def slots_between(times: Sequence[time], calendar: Calendar, after: datetime, until: datetime) -> Iterator[Slot]:
    """Every slot of an open day in (after, until], in order."""
    day, last = calendar.to_local(after).date(), calendar.to_local(until).date()
    while day <= last:
        yield from (slot for slot in _slots_on(times, calendar, day) if after < slot.at <= until)
        day += timedelta(days=1)


def due_slot(times: Sequence[time], calendar: Calendar, now: datetime, after: datetime) -> Slot | None:
    """The slot to be served now: never while closed. One outside opening hours waits for the next opening.

    Where the clock has stepped back behind `after`, what comes from now on counts again: its key tells what was served.
    """
    return latest_slot(times, calendar, now, min(after, now)) if calendar.is_open(now) else None


def next_service_time(times: Sequence[time], calendar: Calendar, now: datetime) -> datetime | None:
    """When the next slot is served, in UTC; None when there are no times at all."""
    slot = next_slot(times, calendar, now)
    return calendar.next_opening(slot.at) if slot else None


def is_last_of_day(times: Sequence[time], slot_key: str) -> bool:
    """Is the slot of this key the last one of its day?"""
    return slot_key.partition(" ")[2] == f"{max(times):%H:%M}"


def is_last_of_week(times: Sequence[time], calendar: Calendar, slot: Slot) -> bool:
    """No other open day follows in the same calendar week."""
    day = date.fromisoformat(slot.key.partition(" ")[0])
    rest = (day + timedelta(days=n) for n in range(1, 7 - day.weekday()))
    return is_last_of_day(times, slot.key) and not any(map(calendar.is_open_day, rest))


WeeklyTime = tuple[int, time]  # weekday, Monday 0


def parse_weekly_time(text: str) -> WeeklyTime:
    """`mon 09:00`. ValueError: it is not."""
    day, _, clock = text.strip().casefold().partition(" ")
    try:
        return DAY_NAMES.index(day), time.fromisoformat(clock.strip().zfill(5))
    except ValueError:
        raise ValueError(f"'{text}' is no time of the week: write mon 09:00") from None


def due_weekly_slot(when: WeeklyTime, calendar: Calendar, now: datetime, after: datetime) -> Slot | None:
    """The latest time of the week in (after, now], while open: a closed day's waits for the next opening."""
    if not calendar.is_open(now):
        return None
    today = calendar.to_local(now).date()
    for back in range(14):
        day = today - timedelta(days=back)
        if day.weekday() == when[0]:
            at = instant_of_minute(day, when[1].hour * 60 + when[1].minute, calendar.zone)
            if at <= now:
                return Slot(f"{day}", at) if at > min(after, now) else None
    return None


def _slots_on(times: Sequence[time], calendar: Calendar, day: date) -> list[Slot]:
    """On a day on which no hours begin, those within the hours of the night before."""
    minutes = sorted({at.hour * 60 + at.minute for at in times})
    slots = [Slot(f"{day} {n // 60:02}:{n % 60:02}", instant_of_minute(day, n, calendar.zone)) for n in minutes]
    return slots if calendar.is_open_day(day) else [slot for slot in slots if calendar.is_open(slot.at)]
