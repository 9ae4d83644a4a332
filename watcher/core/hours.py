"""Opening hours, holidays, zones, daylight saving: from a span of opening time to an instant, and back.

Pure: `now` is an argument, zones come in. All instants in and out are aware and UTC; a naive one is refused.

Opening time is real time inside the intervals: on the night the clock goes back an interval across the change is an hour longer.
`1d` is one opening day: the same time of day on the next day that is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: How far ahead an opening is looked for. A calendar without one in this time is refused.
HORIZON_DAYS = 400

_DURATION = re.compile(r"(\d{1,6})\s*([smhd])\Z")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_WINDOW = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """A length of opening time: so many opening days, or so much open time."""

    days: int = 0
    time: timedelta = timedelta()

    def __str__(self) -> str:
        if self.days:
            return f"{self.days}d"
        seconds = int(self.time.total_seconds())
        for unit in ("h", "m"):
            if seconds % _SECONDS[unit] == 0:
                return f"{seconds // _SECONDS[unit]}{unit}"
        return f"{seconds}s"


def parse_duration(text: str) -> timedelta:
    """`90s 15m 4h 2d` of wall-clock time. ValueError: not one of these."""
    found = _DURATION.match(text.strip().casefold())
    if not found:
        raise ValueError(f"'{text}' is no duration: write 90s, 15m, 4h or 2d")
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


def parse_span(text: str) -> Span:
    """`90s 15m 4h` of opening time, or `2d` opening days. ValueError: not one of these."""
    length = parse_duration(text)
    return Span(days=length.days) if text.strip().casefold().endswith("d") else Span(time=length)


Window = tuple[int, int]  # minutes from midnight; 1440 is the end of the day
Week = tuple[tuple[Window, ...], ...]  # seven, Monday first


def parse_week(week: Mapping[str, Sequence[str]]) -> Week:
    """`{"mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": [...]}`. ValueError says which entry is wrong."""
    days: list[list[Window]] = [[] for _ in DAYS]
    for names, windows in week.items():
        for day in _weekdays(names):
            days[day] += [_window(text) for text in windows]
    for day, found in enumerate(days):
        found.sort()
        for (_, end), (start, _) in zip(found, found[1:], strict=False):
            if start < end:
                raise ValueError(f"opening hours overlap on {DAYS[day]}")
    return tuple(tuple(found) for found in days)


def _weekdays(names: str) -> range:
    first, _, last = names.strip().casefold().partition("-")
    if first not in DAYS or (last and last not in DAYS):
        raise ValueError(f"'{names}' is no day: write mon, mon-fri, …")
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise ValueError(f"'{names}' runs backwards: write two ranges")
    return range(start, end + 1)


def _window(text: str) -> Window:
    found = _WINDOW.match(text.strip())
    if not found:
        raise ValueError(f"'{text}' are no hours: write 09:00-17:00")
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    if int(found[2]) > 59 or int(found[4]) > 59 or not 0 <= start < end <= 1440:
        raise ValueError(f"'{text}' must begin before it ends, within 00:00-24:00")
    return start, end


def parse_closed(items: Iterable[str]) -> frozenset[date]:
    """`2026-12-24` and `2026-12-27..2026-12-31`. ValueError says which is wrong."""
    found: set[date] = set()
    for item in items:
        first, _, last = item.partition("..")
        try:
            start = date.fromisoformat(first.strip())
            end = date.fromisoformat(last.strip()) if last else start
        except ValueError:
            raise ValueError(f"'{item}' is no date: write 2026-12-24 or 2026-12-27..2026-12-31") from None
        if not 0 <= (end - start).days <= 3660:
            raise ValueError(f"'{item}' must run forwards, ten years at most")
        found.update(start + timedelta(days=n) for n in range((end - start).days + 1))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays of a country, or of one of its regions: `DE`, `DE-BY`, `US-CA`."""

    code: str = ""

    def __post_init__(self) -> None:
        if self.code:
            self.on(date(2026, 1, 1))

    def on(self, day: date) -> bool:
        """ValueError: no such country or region."""
        return bool(self.code) and day in _holidays(self.code)


_calendars: dict[str, object] = {}


def _holidays(code: str) -> dict[date, str]:
    if code not in _calendars:
        import holidays  # 4 MiB, only where somebody has holidays

        country, _, region = code.upper().partition("-")
        try:
            _calendars[code] = holidays.country_holidays(country, subdiv=region or None)
        except NotImplementedError:
            known = holidays.list_supported_countries(include_aliases=False)
            if country not in known:
                raise ValueError(
                    f"no holidays are known for '{code}': write a country such as DE, AT, GB or US"
                ) from None
            regions = ", ".join(known[country]) or "none"
            raise ValueError(f"no holidays are known for '{code}': the regions of {country} are {regions}") from None
    return _calendars[code]  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the house is open. ValueError at construction: never open within HORIZON_DAYS of any day."""

    week: Week
    zone: ZoneInfo
    holidays: Holidays = Holidays()
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not any(self.week):
            raise ValueError("the house is never open: give at least one day its hours")

    def is_open_day(self, day: date) -> bool:
        return bool(self.week[day.weekday()]) and day not in self.closed and not self.holidays.on(day)

    def is_open(self, instant: datetime) -> bool:
        return any(start <= instant < end for start, end in self._windows(self._local(instant).date()))

    def next_open(self, instant: datetime) -> datetime:
        """`instant` itself where open, else the next opening."""
        for start, end in self._from(instant):
            return max(start, instant.astimezone(UTC)) if end > instant else start
        raise AssertionError("unreachable: _from never ends empty")

    def add(self, instant: datetime, span: Span) -> datetime:
        """The instant at which so much opening time has passed. What would end at closing time ends there."""
        at = self.next_open(instant)
        for _ in range(span.days):
            at = self._next_day(at)
        left = span.time
        if not left:
            return at
        for start, end in self._from(at):
            begin = max(start, at)
            if begin + left <= end:
                return begin + left
            left -= end - begin
        raise AssertionError("unreachable: _from never ends")

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Opening time between two instants; zero when they are in the wrong order."""
        total = timedelta()
        if end <= start:
            return total
        day, last = self._local(start).date(), self._local(end).date()
        while day <= last:
            for opens, closes in self._windows(day):
                total += max(timedelta(), min(closes, end) - max(opens, start))
            day += timedelta(days=1)
        return total

    def _next_day(self, at: datetime) -> datetime:
        """The same time of day on the next open day; closed at that time: the opening that follows."""
        local = self._local(at)
        day = local.date() + timedelta(days=1)
        while not self.is_open_day(day):
            day += timedelta(days=1)
            self._check_horizon(local.date(), day)
        return self.next_open(_instant(day, local.hour * 60 + local.minute, self.zone, local.second, local.microsecond))

    def _windows(self, day: date) -> list[tuple[datetime, datetime]]:
        if not self.is_open_day(day):
            return []
        found = [
            (_instant(day, start, self.zone), _instant(day, end, self.zone)) for start, end in self.week[day.weekday()]
        ]
        return [(start, end) for start, end in found if start < end]

    def _from(self, instant: datetime) -> Iterable[tuple[datetime, datetime]]:
        """Windows that end after `instant`, in order, without end."""
        first = day = self._local(instant).date()
        while True:
            for start, end in self._windows(day):
                if end > instant:
                    yield start, end
                    first = day
            day += timedelta(days=1)
            self._check_horizon(first, day)

    def _check_horizon(self, since: date, day: date) -> None:
        if (day - since).days > HORIZON_DAYS:
            raise ValueError(f"closed for more than {HORIZON_DAYS} days from {since}: look at [hours]")

    def _local(self, instant: datetime) -> datetime:
        if instant.utcoffset() is None:
            raise ValueError("an instant must carry its time zone")
        return instant.astimezone(self.zone)


def _instant(day: date, minute: int, zone: ZoneInfo, second: int = 0, microsecond: int = 0) -> datetime:
    """A wall-clock minute of a day, in UTC. In the missing hour of spring: an hour on; in the doubled one: the first."""
    if minute >= 1440:
        day, minute = day + timedelta(days=1), minute - 1440
    local = datetime.combine(day, time(minute // 60, minute % 60, second, microsecond), tzinfo=zone)
    return local.astimezone(UTC)  # fold=0 is what the doc string says, PEP 495


# --- digest slots


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which a digest may go out. `key` is the same for both hours of a doubled night."""

    key: str
    at: datetime


def last_slot(times: Sequence[time], calendar: Calendar, now: datetime, after: datetime) -> Slot | None:
    """The latest slot of an open day in (after, now]: slots that were missed coalesce into it."""
    day, earliest = calendar._local(now).date(), calendar._local(after).date()
    earliest = max(earliest, day - timedelta(days=HORIZON_DAYS))
    while day >= earliest:
        for slot in reversed(_slots(times, calendar, day)):
            if slot.at <= now:
                return slot if slot.at > after else None
        day -= timedelta(days=1)
    return None


def next_slot(times: Sequence[time], calendar: Calendar, now: datetime) -> Slot | None:
    """The first slot after `now`; None when there are no times at all."""
    day = calendar._local(now).date()
    for _ in range(HORIZON_DAYS if times else 0):
        for slot in _slots(times, calendar, day):
            if slot.at > now:
                return slot
        day += timedelta(days=1)
    return None


def _slots(times: Sequence[time], calendar: Calendar, day: date) -> list[Slot]:
    if not calendar.is_open_day(day):
        return []
    minutes = sorted({each.hour * 60 + each.minute for each in times})
    found = [Slot(f"{day} {n // 60:02}:{n % 60:02}", _instant(day, n, calendar.zone)) for n in minutes]
    return sorted(found, key=lambda slot: slot.at)
