"""What a person says → a command. Words and times as people write them; what is not understood is said so."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

VERBS = ("done", "snooze", "reopen", "dismiss", "assign")

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"(\d{1,4})\s*(m|min|h|d|w)\Z")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\Z")
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
MORNING = time(9, 0)


def parse_when(text: str, now: datetime, zone: ZoneInfo, morning: time = MORNING) -> datetime:
    """`fri`, `tomorrow 9`, `2d`, `next week`, `2026-12-01`, `2026-12-01 14:30`: an instant after `now`, in UTC.

    A day without a time means its morning; a weekday is the next one that comes. ValueError says what would be understood.
    """
    words = text.strip().casefold().split()
    local = now.astimezone(zone)
    span = _SPAN.match("".join(words))
    if span:
        return now + timedelta(**{_UNITS[span[2]]: int(span[1])})
    at = morning
    if len(words) > 1 and words[-1][0].isdigit():
        at = _clock(words.pop(), text)
    when = datetime.combine(_day(" ".join(words), local.date(), text), at, tzinfo=zone).astimezone(UTC)
    if when <= now:
        raise ValueError(f"'{text}' is over already: name a time to come")
    return when


def _day(word: str, today: date, text: str) -> date:
    if word == "today":
        return today
    if word == "tomorrow":
        return today + timedelta(days=1)
    if word == "next week":
        return today + timedelta(days=7 - today.weekday())
    if word == "next month":
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    word = word.removeprefix("next ").removeprefix("on ")
    days = [n for n, name in enumerate(_DAYS) if len(word) >= 3 and name.startswith(word)]
    if len(days) == 1:
        return today + timedelta(days=(days[0] - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise ValueError(
            f"'{text}' is no time I know: write 2h, 3d, tomorrow, fri, next week, 2026-12-01 or 2026-12-01 14:30"
        ) from None


def _clock(word: str, text: str) -> time:
    found = _CLOCK.match(word)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise ValueError(f"'{text}': '{word}' is no time of day: write 9, 14 or 14:30")
    return time(int(found[1]), int(found[2] or 0))
