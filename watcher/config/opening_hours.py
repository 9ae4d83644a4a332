"""The opening hours of config.toml → calendars: of the house, of a mailbox, of a person; and what is odd about them.

Read from the file itself, so that they are checked whatever else is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watcher.config import errors
from watcher.config.values import system_time_zone
from watcher.core import hours
from watcher.core.hours import Calendar
from watcher.core.toml import KeyPath, Problem, TomlDocument

if TYPE_CHECKING:
    from watcher.config.load import Config, PersonTable

#: Opening hours where none are given.
DEFAULT_WEEK: dict[str, tuple[str, ...]] = {"mon-fri": ("09:00-17:00",)}

_VALUE_PARSERS: dict[str, Callable[[Any], Any]] = {
    "week": hours.parse_week,
    "holidays": hours.Holidays,
    "closed": hours.parse_closed_dates,
}


def read_business_calendar(document: TomlDocument, problems: list[Problem]) -> Calendar | None:
    """The opening hours of `[hours]`."""
    zone = _table_or_empty(document.data, "watcher").get("timezone") or system_time_zone()
    usual = {"week": hours.parse_week(DEFAULT_WEEK)}
    return _read_calendar(document, ("hours",), document.data.get("hours", {}), zone, usual, problems)


def read_mailbox_calendars(document: TomlDocument, calendar: Calendar, problems: list[Problem]) -> dict[int, Calendar]:
    """Those of the mailboxes that have their own, by place: what a mailbox leaves out is as in `[hours]`."""
    boxes = document.data.get("mailbox")
    found = {}
    shared = {calendar: calendar}  # the same hours are one calendar, with one table of holidays
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if isinstance(box, dict) and ("hours" in box or "timezone" in box):
            usual = {"week": calendar.week, "holidays": calendar.holidays, "closed": calendar.closed}
            zone = box.get("timezone") or calendar.zone.key
            own = _read_calendar(document, ("mailbox", n, "hours"), box.get("hours", {}), zone, usual, problems)
            if own is not None:
                found[n] = shared.setdefault(own, own)
    return found


def _read_calendar(
    document: TomlDocument, path: KeyPath, table: Any, zone: object, usual: Mapping[str, Any], problems: list[Problem]
) -> Calendar | None:
    if not isinstance(table, dict):
        return None
    parts: dict[str, Any] = dict(usual)
    where = errors.table_label(document.data, (*path, "")) if path[0] == "mailbox" else ""
    for key in _VALUE_PARSERS.keys() & table.keys():
        try:
            parts[key] = _VALUE_PARSERS[key](table[key])
        except ValueError as error:
            problems.append(document.problem_at((*path, key), f"{where}hours: {key}: {error}"))
        except (TypeError, AttributeError):
            continue  # of the wrong type altogether, which the model says
    try:
        return Calendar(zone=ZoneInfo(str(zone)), **parts)
    except (ZoneInfoNotFoundError, OSError):
        return None
    except ValueError as error:
        problems.append(document.problem_at((*path, "week"), f"{where}hours: {error}"))
        return None


def quiet_hours_problems(document: TomlDocument, calendar: Calendar) -> Iterator[Problem]:
    """Quiet hours that leave no time at all to write to that person."""
    for name, person in _table_or_empty(document.data, "people").items():
        items = person.get("quiet") if isinstance(person, dict) else None
        if isinstance(items, list) and items:
            try:
                calendar.with_quiet_hours(hours.parse_quiet_hours(map(str, items)))
            except ValueError as error:
                said = "quiet: they cover all opening hours" if "never open" in str(error) else f"quiet: {error}"
                yield document.problem_at(("people", name, "quiet"), f"people.{name}: {said}")


def people_calendars(config: Config) -> dict[str, Calendar]:
    """When mail may come to whom: the hours of their mailboxes where those agree, else the house's; never when quiet."""
    owned: dict[str, set[Calendar]] = {name: set() for name in config.people}
    for box in config.mailbox:
        owned[box.owner].add(config.mailbox_calendar(box.name))
    return {
        name: (calendars.pop() if len(calendars) == 1 else config.calendar).with_quiet_hours(config.people[name].quiet)
        for name, calendars in owned.items()
    }


def configured_absence_days(person: PersonTable) -> frozenset[date]:
    return hours.parse_closed_dates(person.away)


# --- what is odd


def find_suspicious_settings(config: Config, now: datetime) -> Iterator[str]:
    """What can be meant, and probably is not; one sentence each."""
    for name in dict.fromkeys(box.ladder for box in config.mailbox) | dict.fromkeys(config.ladders):
        ladder = config.ladder_by_name(name)
        calendar = config.calendar
        opening = calendar.next_opening(now)
        if calendar.add_opening_time(opening, ladder.steps[0]) >= calendar.add_opening_time(opening, ladder.promise):
            yield (
                f"ladders.{name}: the first nag, after {ladder.steps[0]}, comes when the promise of {ladder.promise} is broken "
                "already: make the first step shorter"
            )
    calendars = people_calendars(config)
    ladders: dict[str, dict[str, None]] = {}  # by owner, in the order of the mailboxes
    for box in config.mailbox:
        ladders.setdefault(box.owner, {})[box.ladder] = None
    for name, person in config.people.items():
        calendar = calendars[name]
        for slot in person.digest:
            if not _is_ever_open(calendar, slot):
                yield f"people.{name}: digest {slot:%H:%M} is outside opening hours: it waits for the next opening"
        gap = _longest_digest_gap(calendar, person.digest, now)
        for ladder_name in ladders.get(name, ()):
            promise = config.ladder_by_name(ladder_name).promise
            if not promise.days and promise.time < gap:
                yield (
                    f"people.{name}: up to {_format_hours(gap)} h of opening time lie between two digests, and ladder "
                    f"{ladder_name} promises an answer in {promise}: a promise may be broken before it is in a digest"
                )


def _is_ever_open(calendar: Calendar, slot: time) -> bool:
    minute = slot.hour * 60 + slot.minute
    return any(start <= minute < end for windows in calendar.week for start, end in windows)


def _longest_digest_gap(calendar: Calendar, slots: Iterable[time], now: datetime) -> timedelta:
    """Between two digests of the coming week, in opening time."""
    times, at, longest = tuple(slots), now, timedelta()
    plain = replace(calendar, holidays=hours.Holidays(), closed=frozenset())
    last: datetime | None = None
    for _ in range(7 * max(1, len(times))):
        served = hours.next_service_time(times, plain, at)
        if served is None:
            return longest
        if last is not None:
            longest = max(longest, plain.opening_time_between(last, served))
        last = at = served
    return longest


def _format_hours(length: timedelta) -> str:
    return f"{length.total_seconds() / 3600:g}"


def _table_or_empty(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    return table if isinstance(table, dict) else {}
