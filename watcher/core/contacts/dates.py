"""When a contact was met, as people and spreadsheets write it → an instant. What could be two days is neither.

Known are ISO 8601, day and month by points (20.11.2026), and both orders by slashes or hyphens, where the file itself
shows which one it is; with or without a time, of 24 hours or with AM and PM. Without a zone it is the time of the house.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_TIME = (
    r"(?:[ T,]+(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_ISO = re.compile(
    rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}(?P<zone>\s*Z|\s*[+-]\d{{2}}:?\d{{2}})?"
)
_POINTS = re.compile(rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?(?P<year>\d{{4}}|\d{{2}}){_TIME}")
_TWO_ORDERS = re.compile(rf"(?P<one>\d{{1,2}})[/-](?P<two>\d{{1,2}})[/-](?P<year>\d{{4}}|\d{{2}}){_TIME}")
#: A year before is a slip of the pen.
_FIRST_YEAR = 1990


class DateError(ValueError):
    """It is no date, or could be two; the text says how to write it."""


def is_day_first(values: Iterable[str]) -> bool | None:
    """Do the dates of a file begin with the day, where the separator does not say? None: they do not show it, or contradict each other."""
    shown = set()
    for value in values:
        if found := _TWO_ORDERS.fullmatch(value.strip()):
            one, two = int(found["one"]), int(found["two"])
            if one == two:
                continue
            if one > 12 or two > 12:
                shown.add(one > 12)
    return shown.pop() if len(shown) == 1 else None


def parse_met(value: str, zone: ZoneInfo, day_first: bool | None) -> datetime:
    """The instant, in UTC; of a day alone its beginning. `zone`: of the house. DateError."""
    value = value.strip()
    if found := _ISO.fullmatch(value):
        return _meeting_instant(found, int(found["day"]), int(found["month"]), zone, found["zone"] or "")
    if found := _POINTS.fullmatch(value):
        return _meeting_instant(found, int(found["day"]), int(found["month"]), zone)
    if found := _TWO_ORDERS.fullmatch(value):
        one, two = int(found["one"]), int(found["two"])
        if day_first is None and one != two and max(one, two) <= 12:
            raise DateError(f"{value} can be two days: write it as 2026-11-20")
        day, month = (one, two) if one > 12 or (day_first and two <= 12) else (two, one)
        return _meeting_instant(found, day, month, zone)
    raise DateError(f"{value[:40]!r} is no date: write it as 2026-11-20 or 2026-11-20 14:30")


def _meeting_instant(found: re.Match[str], day: int, month: int, zone: ZoneInfo, offset: str = "") -> datetime:
    year = int(found["year"])
    year += 2000 if len(found["year"]) == 2 else 0
    if year < _FIRST_YEAR:
        raise DateError(f"{found[0]} is too long ago: nobody waits since before {_FIRST_YEAR}")
    try:
        at = datetime.combine(date(year, month, day), _time_of_day(found))
        aware = datetime.fromisoformat(f"{at.isoformat()}{offset.strip()}") if offset else at.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise DateError(f"{found[0]} is no day of the calendar") from None


def _time_of_day(found: re.Match[str]) -> time:
    if found["hour"] is None:
        return time()
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of a half day")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, int(found["minute"]), int(found["second"] or 0))
