"""Opening hours, holidays, zones, daylight saving: from a span of opening time to an instant, and back.

Pure: `now` is an argument, zones come in. All instants in and out are aware and UTC; a naive one is refused.

Opening time is real time inside the intervals: on the night the clock goes back an interval across the change is an
hour longer. What would start outside them starts at the next opening. `2d` is two opening days: the same time of day on
the second day after this one that is open, or, where the house is closed at that time, the opening that follows. So
`1d` after Friday 10:00 is Monday 10:00, and `1d` after Thursday 17:00 is Monday 09:00 where Friday ends at 16:00.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from watcher.core.public_holidays import NO_HOLIDAYS, Holidays

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: How far ahead an opening is looked for.
HORIZON_DAYS = 400
#: A calendar with a longer pause is refused. A weekend and holidays may stand before what is written as closed.
LONGEST_PAUSE_DAYS = 366
LONGEST_DURATION = timedelta(days=3660)

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


def require_time_zone(instant: datetime) -> None:
    """ValueError: it does not carry its time zone."""
    if instant.utcoffset() is None:
        raise ValueError("an instant must carry its time zone")


def parse_duration(text: str) -> timedelta:
    """`90s 15m 4h 2d` of wall-clock time. ValueError: not one of these, or more than ten years."""
    found = _DURATION.match(text.strip().casefold())
    if not found:
        raise ValueError(f"'{text}' is no duration: write 90s, 15m, 4h or 2d")
    length = timedelta(seconds=int(found[1]) * _SECONDS[found[2]])
    if length > LONGEST_DURATION:
        raise ValueError(f"'{text}' is too long: ten years at most")
    return length


def parse_span(text: str) -> Span:
    """`90s 15m 4h` of opening time, or `2d` opening days. ValueError: not one of these, or more than ten years."""
    length = parse_duration(text)
    return Span(days=length.days) if text.strip().casefold().endswith("d") else Span(time=length)


Window = tuple[int, int]  # minutes from midnight; 1440 is the end of the day, and what is more lies in the next one
Week = tuple[tuple[Window, ...], ...]  # seven, Monday first; hours over midnight belong to the day on which they begin
ClosedHours = tuple[date, int, int]  # a day, and a window of it
_DAY = 1440


def parse_week(week: Mapping[str, Sequence[str]]) -> Week:
    """`{"mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["22:00-06:00"]}`. ValueError says which entry is wrong;
    TypeError: a day has one text and no list."""
    days: list[list[Window]] = [[] for _ in DAY_NAMES]
    for names, windows in week.items():
        if isinstance(windows, str):
            raise TypeError(f"{names}: a list of hours is wanted")
        for day in _parse_weekdays(names):
            days[day] += [_parse_window(text) for text in windows]
    for found in days:
        found.sort()
    for day, found in enumerate(days):
        next_day = [(start + _DAY, end + _DAY) for start, end in days[(day + 1) % 7]]
        for (_, end), (start, _) in itertools.pairwise([*found, *next_day]):
            if start < end:
                on = DAY_NAMES[(day + start // _DAY) % 7]
                raise ValueError(f"opening hours overlap on {on}")
    return tuple(tuple(found) for found in days)


def _parse_weekdays(names: str) -> range:
    first, _, last = names.strip().casefold().partition("-")
    if first not in DAY_NAMES or (last and last not in DAY_NAMES):
        raise ValueError(f"'{names}' is no day: write mon, mon-fri, …")
    start, end = DAY_NAMES.index(first), DAY_NAMES.index(last or first)
    if end < start:
        raise ValueError(f"'{names}' runs backwards: write two ranges")
    return range(start, end + 1)


def _parse_window(text: str) -> Window:
    found = _WINDOW.match(text.strip())
    if not found:
        several = ', and each in quotes of its own: ["08:00-12:00", "13:00-17:00"]' if "," in text else ""
        raise ValueError(f"'{text}' are no hours: write 09:00-17:00{several}")
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    if int(found[2]) > 59 or int(found[4]) > 59 or start == end or start >= _DAY or end > _DAY:
        raise ValueError(f"'{text}' are no hours of a day: write 09:00-17:00, or 22:00-06:00 over midnight")
    return start, end if start < end else end + _DAY


def parse_quiet_hours(items: Iterable[str]) -> tuple[Window, ...]:
    """`12:00-13:00`, and over midnight `20:00-08:00`: within one day, in order. ValueError says which is wrong."""
    found: list[Window] = []
    for start, end in map(_parse_window, items):
        found += [(start, end)] if end <= _DAY else [(start, _DAY), (0, end - _DAY)]
    return tuple(sorted(window for window in found if window[0] < window[1]))


def parse_closed_dates(items: Iterable[str]) -> frozenset[date]:
    """`2026-12-24` and `2026-12-27..2026-12-31`. ValueError says which is wrong."""
    found: set[date] = set()
    for item in items:
        first, _, last = item.partition("..")
        try:
            start = date.fromisoformat(first.strip())
            end = date.fromisoformat(last.strip()) if last else start
        except ValueError:
            raise ValueError(f"'{item}' is no date: write 2026-12-24 or 2026-12-27..2026-12-31") from None
        if not timedelta() <= end - start <= LONGEST_DURATION:
            raise ValueError(f"'{item}' must run forwards, ten years at most")
        found.update(start + timedelta(days=n) for n in range((end - start).days + 1))
    return frozenset(found)


def parse_closures(items: Iterable[str]) -> tuple[frozenset[date], tuple[ClosedHours, ...]]:
    """Days that are closed, and parts of days: `2026-12-24`, `2026-12-27..2026-12-31`, `2026-12-24 13:00-24:00`, which may run over
    midnight. ValueError says which is wrong."""
    days, parts = [], set()
    for item in items:
        day, _, window = item.strip().partition(" ")
        if not window.strip() or ".." in item:
            days.append(item)
            continue
        (on,) = _parse_single_day(day, item)
        parts.add((on, *_parse_window(window)))
    return parse_closed_dates(days), tuple(sorted(parts))


def _parse_single_day(day: str, item: str) -> frozenset[date]:
    try:
        return parse_closed_dates([day])
    except ValueError:
        raise ValueError(f"'{item}' is no part of a day: write 2026-12-24 13:00-24:00") from None


class NeverOpenError(ValueError):
    """Opening hours that leave no time at all."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the house is open. ValueError at construction: no opening for more than LONGEST_PAUSE_DAYS."""

    week: Week
    zone: ZoneInfo
    holidays: Holidays = NO_HOLIDAYS
    closed: frozenset[date] = frozenset()
    closed_hours: tuple[ClosedHours, ...] = ()  # parts of days, in order

    def __post_init__(self) -> None:
        if not any(self.week):
            raise NeverOpenError("the house is never open: give at least one day its hours")
        for day in self.closed:
            if day - timedelta(days=1) not in self.closed:
                self._first_open_day(day, LONGEST_PAUSE_DAYS)

    @property
    def day_length(self) -> timedelta:
        """How long the house is open on an average open day of the week."""
        minutes = [sum(end - start for start, end in windows) for windows in self.week if windows]
        return timedelta(minutes=sum(minutes) // len(minutes))

    def with_quiet_hours(self, quiet: Sequence[Window]) -> Calendar:
        """The same with these hours closed on every day. NeverOpenError: then it is never open."""
        if not quiet:
            return self
        twice = [*quiet, *((start + _DAY, end + _DAY) for start, end in quiet)]
        return replace(self, week=tuple(tuple(_cut_out(windows, twice)) for windows in self.week))

    def is_open_day(self, day: date) -> bool:
        """Do opening hours begin on this day, in the zone of the house? Not on a holiday, nor where a closure leaves nothing of them."""
        return bool(self._opening_windows(day))

    def is_open(self, instant: datetime) -> bool:
        """Is the house open at this instant? ValueError: it has no time zone."""
        return self._find_window(instant) is not None

    @functools.lru_cache(maxsize=256)  # noqa: B019 (as `_windows_on`; the steps of a ladder all begin at one instant)
    def next_opening(self, instant: datetime) -> datetime:
        """`instant` itself where open, else the next opening, in UTC. ValueError: closed for more than HORIZON_DAYS."""
        for start, end in self._windows_ending_after(instant):
            return max(start, instant.astimezone(UTC)) if end > instant else start
        raise AssertionError("unreachable: _windows_ending_after never ends empty")

    @functools.lru_cache(maxsize=256)  # noqa: B019 (as above; what is promised in a batch of mail begins at one instant)
    def add_opening_time(self, instant: datetime, span: Span) -> datetime:
        """The instant at which so much opening time has passed. What would end at closing time ends there. UTC."""
        at = self.next_opening(instant)
        if span.days:
            at = self._same_time_days_later(at, span.days)
        left = span.time
        if not left:
            return at
        for start, end in self._windows_ending_after(at):
            begin = max(start, at)
            if begin + left <= end:
                return begin + left
            left -= end - begin
        raise AssertionError("unreachable: _windows_ending_after never ends")

    def opening_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Opening time between two instants; zero when they are in the wrong order. ValueError: one has no time zone."""
        total = timedelta()
        day, last = self.to_local(start).date() - timedelta(days=1), self.to_local(end).date()
        while day <= last:
            for opens, closes in self._windows_on(day):
                total += max(timedelta(), min(closes, end) - max(opens, start))
            day += timedelta(days=1)
        return total

    def subtract_opening_time(self, instant: datetime, length: timedelta) -> datetime:
        """The latest instant from which so much opening time passes until `instant`, UTC. ValueError: there was not so much in
        HORIZON_DAYS."""
        day, left = self.to_local(instant).date(), length
        for _ in range(HORIZON_DAYS):
            for start, end in reversed(self._windows_on(day)):
                passed = min(end, instant) - start
                if passed >= left:
                    return (start + passed - left).astimezone(UTC)
                left -= max(passed, timedelta())
            day -= timedelta(days=1)
        raise ValueError(f"closed for nearly all of {HORIZON_DAYS} days before {instant}: look at [hours]")

    def _same_time_days_later(self, at: datetime, days: int) -> datetime:
        """The same time of day so many open days on; closed at that time: the opening that follows. What lies after midnight is of
        the day on which its hours begin."""
        local = self.to_local(at)
        first = day = self._find_window(at) or local.date()
        for _ in range(days):
            day = self._first_open_day(day + timedelta(days=1), HORIZON_DAYS)
        wall = datetime.combine(day + (local.date() - first), local.time())
        return self.next_opening(_instant_of_wall_time(wall, self.zone))

    def _find_window(self, instant: datetime) -> date | None:
        """The day on which the opening hours begin in which the instant lies; None: it lies in none."""
        today = self.to_local(instant).date()
        for day in (today, today - timedelta(days=1)):
            if any(start <= instant < end for start, end in self._windows_on(day)):
                return day
        return None

    def _first_open_day(self, day: date, within: int) -> date:
        for ahead in range(within + 1):
            if self.is_open_day(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        raise ValueError(f"closed for more than {within} days from {day}: look at [hours]")

    def _opening_windows(self, day: date) -> Sequence[Window]:
        """What is open on the clock of that day."""
        if not self.week[day.weekday()] or day in self.closed or self.holidays.is_holiday(day):
            return ()
        windows = self.week[day.weekday()]
        return _cut_out(windows, _closed_around(self.closed_hours, day)) if self.closed_hours else windows

    @functools.lru_cache(maxsize=4096)  # noqa: B019 (equal calendars share it, and it is bounded)
    def _windows_on(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """Those that begin on that day, in order."""
        at = [
            (instant_of_minute(day, start, self.zone), instant_of_minute(day, end, self.zone))
            for start, end in self._opening_windows(day)
        ]
        return tuple((start, end) for start, end in at if start < end)  # a window in the missing hour is empty

    def _windows_ending_after(self, instant: datetime) -> Iterable[tuple[datetime, datetime]]:
        """Windows that end after `instant`, in order, without end."""
        day = self._first_open_day(self.to_local(instant).date() - timedelta(days=1), HORIZON_DAYS)
        while True:
            for start, end in self._windows_on(day):
                if end > instant:
                    yield start, end
            day = self._first_open_day(day + timedelta(days=1), HORIZON_DAYS)

    def to_local(self, instant: datetime) -> datetime:
        """On the clocks of this zone. ValueError: the instant has no time zone."""
        require_time_zone(instant)
        return instant.astimezone(self.zone)


def _cut_out(windows: Iterable[Window], closed: Iterable[Window]) -> tuple[Window, ...]:
    """What `closed`, in order, leaves of the windows."""
    left: list[Window] = []
    for start, end in windows:
        for shut, reopened in closed:
            if shut < end and start < reopened:
                if start < shut:
                    left.append((start, shut))
                start = reopened
        if start < end:
            left.append((start, end))
    return tuple(left)


@functools.lru_cache(maxsize=512)
def _closed_around(closed: tuple[ClosedHours, ...], day: date) -> tuple[Window, ...]:
    """The parts of days that may touch hours that begin on `day`, on the clock of that day, in order."""
    shifted = ((_DAY * (on - day).days, start, end) for on, start, end in closed if abs((on - day).days) <= 1)
    return tuple(sorted((shift + start, shift + end) for shift, start, end in shifted))


@functools.lru_cache(maxsize=4096)
def instant_of_minute(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The so manieth minute of a day on the clocks of `zone`, as UTC."""
    return _instant_of_wall_time(datetime.combine(day, time()) + timedelta(minutes=minute), zone)


def _instant_of_wall_time(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall-clock time in UTC. In autumn's doubled hour the first; in spring's missing one the moment after it."""
    local = wall.replace(tzinfo=zone, fold=0)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), instant  # PEP 495: they lie around the change
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)
