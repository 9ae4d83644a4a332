"""The opening hours of config.toml → calendars: of the house and of a mailbox.

Read from the file itself, so that they are checked whatever else is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watcher.config import errors
from watcher.config.values import system_time_zone
from watcher.core import hours
from watcher.core.hours import Calendar
from watcher.core.public_holidays import Holidays
from watcher.core.toml import KeyPath, Problem, TomlDocument

#: Opening hours where none are given.
DEFAULT_WEEK: dict[str, tuple[str, ...]] = {"mon-fri": ("09:00-17:00",)}

_VALUE_PARSERS: dict[str, Callable[[Any], Any]] = {
    "week": hours.parse_week,
    "holidays": Holidays,
    "closed": hours.parse_closures,
}


def read_business_calendar(document: TomlDocument, problems: list[Problem]) -> Calendar | None:
    """The opening hours of `[hours]`."""
    zone = document.table("watcher").get("timezone") or system_time_zone()
    usual = {"week": hours.parse_week(DEFAULT_WEEK)}
    return _read_calendar(document, ("hours",), document.data.get("hours", {}), zone, usual, problems)


def read_mailbox_calendars(document: TomlDocument, calendar: Calendar, problems: list[Problem]) -> dict[int, Calendar]:
    """Those of the mailboxes that have their own, by place: what a mailbox leaves out is as in `[hours]`."""
    boxes = document.data.get("mailbox")
    found = {}
    shared = {calendar: calendar}  # the same hours are one calendar, with one table of holidays
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if isinstance(box, dict) and ("hours" in box or "timezone" in box):
            usual = {
                "week": calendar.week,
                "holidays": calendar.holidays,
                "closed": (calendar.closed, calendar.closed_hours),
            }
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
        parts["closed"], parts["closed_hours"] = parts.pop("closed", (frozenset(), ()))
        return Calendar(zone=ZoneInfo(str(zone)), **parts)
    except (ZoneInfoNotFoundError, OSError):
        return None
    except ValueError as error:
        problems.append(document.problem_at((*path, "week"), f"{where}hours: {error}"))
        return None
