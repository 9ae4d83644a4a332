"""What a year of opening hours looks like, counted minute by minute. Shares no line with the program that it judges."""

from __future__ import annotations

import functools
from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
YEAR = 2026
START, END = (
    datetime(YEAR, 1, 1, tzinfo=BERLIN).astimezone(UTC),
    datetime(YEAR + 1, 1, 1, tzinfo=BERLIN).astimezone(UTC),
)
MINUTE = timedelta(minutes=1)
SLOTS = {"anna": ((9, 0), (12, 15), (16, 30)), "ben": ((10, 0),), "cleo": ((2, 30), (10, 0))}
FREE = {date(YEAR, *day) for day in ((1, 1), (1, 6), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (6, 4), (10, 3), (11, 1),
                                     (12, 24), (12, 25), (12, 26), *((8, n) for n in range(10, 15)))}  # fmt: skip
OPEN = {0: ((540, 750), (810, 1080)), 4: ((540, 960),), 6: ((90, 210),)}


def is_open_at(local: datetime) -> bool:
    windows = OPEN.get(0 if local.weekday() < 4 else local.weekday(), ())
    minute = local.hour * 60 + local.minute
    return local.date() not in FREE and any(start <= minute < end for start, end in windows)


def is_quiet(name: str, local: datetime) -> bool:
    return name == "anna" and 720 <= local.hour * 60 + local.minute < 780


@functools.cache
def open_minutes() -> list[datetime]:
    """Every minute of the year in which the house is open. Within an hour of UTC no clock changes."""
    found = []
    for n in range(int((END - START) / timedelta(hours=1))):
        hour = START + timedelta(hours=n)
        local = hour.astimezone(BERLIN)
        found += [hour + m * MINUTE for m in range(60) if is_open_at(local.replace(minute=m))]
    return found


@functools.cache
def slots_of(name: str) -> list[datetime]:
    """The first instant that shows the time of a slot on its clock, on open days; in the missing hour, the one after it."""
    found = []
    for n in range((date(YEAR + 1, 1, 1) - date(YEAR, 1, 1)).days):
        day = date(YEAR, 1, 1) + timedelta(days=n)
        if day in FREE or not OPEN.get(0 if day.weekday() < 4 else day.weekday()):
            continue
        for hour, minute in SLOTS[name]:
            wall = datetime.combine(day, time(hour, minute))
            instants = [(wall - timedelta(hours=offset)).replace(tzinfo=UTC) for offset in (2, 1)]
            shown = [at for at in instants if at.astimezone(BERLIN).replace(tzinfo=None) == wall]
            found.append(shown[0] if shown else datetime(day.year, day.month, day.day, 1, tzinfo=UTC))
    return sorted(found)


def after_opening_time(start: datetime, minutes: int) -> datetime:
    """The instant at which so many open minutes have passed since `start`; the year's end where it is over before."""
    opened = open_minutes()
    at = bisect_left(opened, start) + minutes
    return opened[at] if at < len(opened) else END


def may_write(name: str, at: datetime) -> bool:
    local = at.astimezone(BERLIN)
    return is_open_at(local) and not is_quiet(name, local)
