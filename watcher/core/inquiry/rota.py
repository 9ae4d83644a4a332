"""Several people who own a mailbox together, and who of them is on duty: a week or several in turn, and days that are different. Pure.

Read from what a person writes:

    week = { mon-wed = "anna", thu-fri = { "06:00-14:00" = "anna", "14:00-22:00" = "ben" } }
    weeks = [{ mon-fri = "anna" }, { mon-fri = "ben" }]   # in turn, from the Monday of `begins` on
    dates = { "2026-12-24..2026-12-31" = "ben" }

A shift belongs to the day on which it begins, as opening hours do. Whoever is away is passed over, and a gap falls to the first owner:
no gap may leave an inquiry with nobody.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from watcher.core import hours
from watcher.core.hours import require_time_zone
from watcher.core.inquiry.roster import Person, escalation_chain

Shift = tuple[int, int, str]  # minutes from midnight, as of a window of opening hours, and who is on duty
Week = tuple[tuple[Shift, ...], ...]  # seven days, Monday first
_DAY = 1440
_ALL_DAY = "00:00-24:00"


@dataclass(frozen=True, slots=True)
class Rota:
    """Who is on duty when. `begins`: a day of the first of the weeks, which take turns."""

    weeks: tuple[Week, ...]
    begins: date
    dates: tuple[tuple[date, date, str], ...] = ()  # from, to, who: the last one that fits counts

    def find_on_duty(self, instant: datetime, zone: ZoneInfo) -> str | None:
        """Who is on duty; None: nobody. ValueError: the instant has no time zone."""
        require_time_zone(instant)
        local = instant.astimezone(zone)
        minute = local.hour * 60 + local.minute
        for day, at in ((local.date(), minute), (local.date() - timedelta(days=1), minute + _DAY)):
            for start, end, person in self._shifts_on(day):
                if start <= at < end:
                    return person
        return None

    def _shifts_on(self, day: date) -> Sequence[Shift]:
        for first, last, person in reversed(self.dates):
            if first <= day <= last:
                return ((0, _DAY, person),)
        return self.weeks[(_monday_of_week(day) - _monday_of_week(self.begins)).days // 7 % len(self.weeks)][
            day.weekday()
        ]


def _monday_of_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Team:
    """Those who own a mailbox together, by its name. Without a rota all of them are always on duty."""

    name: str
    members: tuple[str, ...]  # at least one; the first gets what the rota leaves open
    zone: ZoneInfo
    rota: Rota | None = None

    def find_on_duty(self, away: Collection[str], now: datetime) -> tuple[str, ...]:
        """Whose work it is now, at least one: of those who are away, only where all of them are."""
        planned = (self.rota.find_on_duty(now, self.zone) or self.members[0],) if self.rota else self.members
        here = [name for name in planned if name not in away] or [name for name in self.members if name not in away][:1]
        return tuple(here) or planned


@dataclass(frozen=True, slots=True)
class TeamDuty:
    """A team at one instant: who is on duty, and to whom it goes when they do not answer."""

    on_duty: tuple[str, ...]
    chain: tuple[str, ...]  # begins with those who are on duty; then their deputies, then the others of the team


def describe_duty(team: Team, people: Mapping[str, Person], away: Collection[str], now: datetime) -> TeamDuty:
    """Who is on duty at this instant."""
    on_duty = team.find_on_duty(away, now)
    deputies = itertools.chain.from_iterable(escalation_chain(people, name)[1:] for name in on_duty)
    return TeamDuty(on_duty, tuple(dict.fromkeys([*on_duty, *deputies, *team.members])))


# --- what a person writes


def parse_rota_week(week: Mapping[str, object]) -> Week:
    """`{"mon-wed": "anna", "thu": {"06:00-14:00": "anna", "14:00-22:00": "ben"}}`. ValueError says which entry is wrong."""
    days: list[list[Shift]] = [[] for _ in hours.DAY_NAMES]
    for names, duty in week.items():
        shifts = {_ALL_DAY: duty} if isinstance(duty, str) else duty
        if not isinstance(shifts, Mapping) or not all(isinstance(person, str) for person in shifts.values()):
            raise ValueError(
                f'{names} takes a name, or shifts: {names} = {{ "06:00-14:00" = "anna", "14:00-22:00" = "ben" }}'
            )
        for window, person in shifts.items():
            for day, windows in enumerate(hours.parse_week({names: [window]})):
                days[day] += [(start, end, person) for start, end in windows]
    for day, found in enumerate(days):
        found.sort()
        tomorrow = [(start + _DAY, end + _DAY, person) for start, end, person in sorted(days[(day + 1) % 7])]
        for (_, end, one), (start, _, other) in itertools.combinations([*found, *tomorrow], 2):
            if start < end and one != other:
                on = hours.DAY_NAMES[(day + start // _DAY) % 7]
                raise ValueError(
                    f"{one} and {other} are on duty at the same time on {on}: let one shift end where the next begins"
                )
    return tuple(tuple(found) for found in days)


def parse_rota_dates(dates: Mapping[str, str]) -> tuple[tuple[date, date, str], ...]:
    """`{"2026-12-24": "ben", "2026-12-27..2026-12-31": "anna"}`, whole days. ValueError says which is wrong, or named twice."""
    found: list[tuple[date, date, str]] = []
    for text, person in dates.items():
        days = sorted(hours.parse_closed_dates([text]))
        first, last = days[0], days[-1]
        if any(first <= until and since <= last for since, until, _ in found):
            raise ValueError(f"'{text}' overlaps another entry: name each day once")
        found.append((first, last, person))
    return tuple(found)


def find_gap(team: Team, calendar: hours.Calendar, days: Iterable[date]) -> datetime | None:
    """The first instant of these days, on the team's clock, at which the house is open and nobody is on duty, UTC; None: there is none.
    Asked every quarter of an hour."""
    if team.rota is None:
        return None
    for day in days:
        midnight = datetime(day.year, day.month, day.day, tzinfo=team.zone)
        for quarter in range(96):
            instant = (midnight + timedelta(minutes=15 * quarter)).astimezone(UTC)
            if calendar.is_open(instant) and team.rota.find_on_duty(instant, team.zone) is None:
                return instant
    return None
