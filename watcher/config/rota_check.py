"""What must agree between the mailboxes that several people own, their rotas and [people]; and gaps, which are allowed.

Names are looked up in the file itself, so that they are checked whatever else is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from watcher.config import errors
from watcher.config.models import Config
from watcher.core.inquiry import rota
from watcher.core.toml import Problem, TomlDocument, did_you_mean


def rota_problems(document: TomlDocument) -> Iterator[Problem]:
    """Owners and rotas that do not fit together. Yields a Problem at its line."""
    rotas, used = document.table("rota"), set()
    boxes = document.data.get("mailbox")
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict):
            continue
        where, own = errors.table_label(document.data, ("mailbox", n, "")), box.get("owners")
        if "owner" not in box and not own:
            yield document.problem_at(("mailbox", n, "owner"), f'{where}"owner" is missing')
        if isinstance(own, list):
            yield from _owner_problems(document, n, where, box)
            name = str(box.get("rota", box.get("name", "")))
            used.add(name)
            yield from _people_problems(document, name, rotas.get(name), own, where)
        if "rota" in box and not isinstance(own, list):
            yield document.problem_at(
                ("mailbox", n, "rota"), f'{where}rota: it is for several owners: owners = ["anna", "ben"]'
            )
        elif "rota" in box and box["rota"] not in rotas:
            text = f'{where}rota "{box["rota"]}" is not in [rota]{did_you_mean(str(box["rota"]), rotas)}'
            yield document.problem_at(("mailbox", n, "rota"), text)
    for name in rotas:
        if name not in used:
            text = f'rota.{name}: no mailbox with owners is called so: name it as the mailbox, or write rota = "{name}" there'
            yield document.problem_at(("rota", name, ""), text)


def _owner_problems(document: TomlDocument, n: int, where: str, box: Mapping[str, Any]) -> Iterator[Problem]:
    people = document.table("people")
    for owner in box["owners"]:
        if isinstance(owner, str) and owner not in people:
            text = f'{where}owners: "{owner}" is not in [people]{did_you_mean(owner, people)}'
            yield document.problem_at(("mailbox", n, "owners"), text)
    if box.get("name") in people:
        text = f"{where}name: a person is called {box['name']}, too: a mailbox with owners needs a name of its own"
        yield document.problem_at(("mailbox", n, "name"), text)


def _people_problems(document: TomlDocument, name: str, table: Any, owners: list[Any], where: str) -> Iterator[Problem]:
    """Who is on duty must be one of the owners."""
    people = document.table("people")
    for path, person in _named_people(table) if isinstance(table, dict) else ():
        if person not in people:
            text = f'rota.{name}: "{person}" is not in [people]{did_you_mean(person, people)}'
            yield document.problem_at(("rota", name, path), text)
        elif person not in owners:
            yield document.problem_at(
                ("rota", name, path), f"rota.{name}: {person} is not among the owners: {where}owners"
            )


def _named_people(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Key and person, each person of a key once."""
    for key in ("week", "weeks", "dates"):
        value = table.get(key)
        found: dict[str, None] = {}
        for week in value if isinstance(value, list) else [value]:
            for duty in week.values() if isinstance(week, dict) else ():
                found.update(dict.fromkeys(duty.values() if isinstance(duty, dict) else [duty]))
        yield from ((key, person) for person in found if isinstance(person, str))


def find_gaps(config: Config, now: datetime) -> Iterator[str]:
    """Opening hours in which nobody is on duty, one sentence for a mailbox; `now` (aware) says from when on is looked."""
    for name, team in config.teams().items():
        if team.rota is None:
            continue
        today = now.astimezone(team.zone).date()
        days = (today + timedelta(days=n) for n in range(7 * len(team.rota.weeks)))
        gap = rota.find_gap(team, config.mailbox_calendar(name), days)
        if gap is not None:
            at = gap.astimezone(team.zone)
            yield (
                f"rota of mailbox {name}: the house is open on {at:%Y-%m-%d} at {at:%H:%M} and nobody is on duty: it goes to "
                f"{team.members[0]}, the first owner"
            )
