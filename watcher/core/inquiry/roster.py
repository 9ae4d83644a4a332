"""Who is responsible: owner, deputies, absences. Pure; an absence hands over and never silences.

The escalation chain of an owner is the deputy, the deputy's deputy and so on, each once. Who is away is passed over; where all of
them are away, the owner is nagged all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from watcher.core.digest_times import WeeklyTime
from watcher.core.hours import Calendar
from watcher.core.message.model import Address

AllClear = Literal["daily", "weekly", "never"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the house: digests go to them, and commands from their addresses are obeyed."""

    name: str
    address: Address  # where mail to them goes
    slots: tuple[time, ...]  # of their digests: wall clock, on open days; at least one
    deputy: str | None = None
    calendar: Calendar | None = None  # when mail may come: opening hours without the quiet ones; None: the house's
    away: frozenset[date] = frozenset()  # on the house's clock
    language: str = "en"
    all_clear: AllClear = "never"  # how often a mail says that nothing waits
    report: WeeklyTime | None = None
    mailbox: str = ""  # whose account carries mails about no inquiry; "": the first one's
    own_addresses: frozenset[str] = frozenset()  # all of theirs, case-folded

    @property
    def default_morning(self) -> time:
        """What a day without a time means to them: their first digest of that day, on the wall clock."""
        return min(self.slots)


def find_by_address(people: Mapping[str, Person], address: Address) -> Person | None:
    """Whose address this is, in whatever case."""
    return next((person for person in people.values() if address.key in person.own_addresses), None)


def current_owner(given_to: str, mailbox_owner: str, *known: Container[str]) -> str:
    """With whom an inquiry is that was given to somebody: whom the configuration no longer knows the owner of the mailbox replaces.
    `known`: the names of people, and of teams."""
    return given_to if any(given_to in names for names in known) else mailbox_owner


def escalation_chain(people: Mapping[str, Person], owner: str) -> list[str]:
    """The owner, the deputy, the deputy's deputy, … as far as it goes."""
    chain: list[str] = []
    name: str | None = owner
    while name is not None and name in people and name not in chain:
        chain.append(name)
        name = people[name].deputy
    return chain


def responsible_people(
    people: Mapping[str, Person],
    owner: str,
    escalated: int,
    away: Collection[str],
    unreachable: Collection[str] = (),
) -> list[str]:
    """Who gets it now, the one it is first of all with at the front. Whom mail does not reach still gets it, and so does the next one
    in the chain whom it does."""
    return reachable_people(escalation_chain(people, owner), 1 + escalated, away, unreachable)


def reachable_people(
    chain: Sequence[str], count: int, away: Collection[str], unreachable: Collection[str] = ()
) -> list[str]:
    """The first `count` of a chain who are here, and more until mail reaches one of them."""
    here = [name for name in chain if name not in away] or [*chain[:1]]
    while count < len(here) and all(name in unreachable for name in here[:count]):
        count += 1
    return here[:count]


def absent_people(
    people: Mapping[str, Person], reported: Collection[str], calendar: Calendar, now: datetime
) -> frozenset[str]:
    """Who is away now: as the configuration says, and as was reported since."""
    today = now.astimezone(calendar.zone).date()
    return frozenset(reported) | {name for name, person in people.items() if today in person.away}
