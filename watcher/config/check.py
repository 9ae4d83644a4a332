"""What must agree between the tables of config.toml, its rules and its templates; and what is allowed, but probably not meant.

Names are looked up in the file itself, so that they are checked whatever else is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from watcher.config import errors, rota_check
from watcher.config.models import Config, MailboxTable
from watcher.core import digest_times, hours
from watcher.core.hours import Calendar
from watcher.core.message.headers import parse_addresses
from watcher.core.public_holidays import NO_HOLIDAYS
from watcher.core.toml import Problem, TomlDocument, did_you_mean

if TYPE_CHECKING:
    from watcher.core.letters.templates import TemplateSet
    from watcher.core.rules.rule_set import RuleSet

# --- what is wrong


def reference_problems(document: TomlDocument) -> Iterator[Problem]:
    """Names that must stand somewhere else too: owners, deputies, ladders; and what no two may share. Yields a Problem of each."""
    people = document.table("people")
    yield from _people_problems(document, people)
    ladders = {"default", *document.table("ladders")}
    boxes = document.data.get("mailbox")
    seen: set[tuple[str, str]] = set()
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict):
            continue
        where = errors.table_label(document.data, ("mailbox", n, ""))
        for key, known in (("owner", people), ("ladder", ladders)):
            name = box.get(key)
            if isinstance(name, str) and name not in known:
                place = "people" if key == "owner" else "ladders"
                text = f'{where}{key} "{name}" is not in [{place}]{did_you_mean(name, known)}'
                yield document.problem_at(("mailbox", n, key), text)
        for key, value in _mailbox_identities(box):
            if (key, value) in seen:
                yield document.problem_at(("mailbox", n, key), f"{where}another mailbox has the {key} {value} already")
            seen.add((key, value))


def _people_problems(document: TomlDocument, people: dict[str, Any]) -> Iterator[Problem]:
    """A deputy is another person; an address belongs to one person."""
    known: dict[str, str] = {}
    for name, person in people.items():
        if not isinstance(person, dict):
            continue
        deputy, emails = person.get("deputy"), person.get("email")
        if deputy == name:
            yield document.problem_at(("people", name, "deputy"), f"people.{name}: the deputy cannot be the person")
        elif isinstance(deputy, str) and deputy not in people:
            text = f'people.{name}: deputy "{deputy}" is not in [people]{did_you_mean(deputy, people)}'
            yield document.problem_at(("people", name, "deputy"), text)
        for email in emails if isinstance(emails, list) else []:
            owner = known.setdefault(str(email).casefold(), name)
            if owner != name:
                text = f"people.{name}: email: {email} belongs to {owner} already"
                yield document.problem_at(("people", name, "email"), text)


def _mailbox_identities(box: dict[str, Any]) -> list[tuple[str, str]]:
    """What no two mailboxes share: name, address, aliases."""
    aliases = box.get("aliases")
    own = {address.key for address in parse_addresses(str(box.get("address", "")))}
    own |= {str(alias).casefold() for alias in (aliases if isinstance(aliases, list) else [])}
    names = [("name", box["name"])] if isinstance(box.get("name"), str) else []
    return [*names, *(("address", address) for address in sorted(own))]


def rule_reference_problems(config: Config, ruleset: RuleSet, templates: TemplateSet) -> Iterator[Problem]:
    """People, ladders and templates that rules name and that are not there. Yields a Problem at the rule."""
    from watcher.core.rules import lint  # and what compiles rules, which whoever only looks does without

    return lint.find_unknown_names(
        ruleset,
        people=[*config.people, *config.team_names],
        ladders=[*config.ladders, "default"],
        templates=sorted(templates.acknowledgement_names),
    )


def language_problems(document: TomlDocument, config: Config, templates: TemplateSet) -> Iterator[Problem]:
    """Languages of people that there are no words for. Yields a Problem at the key."""
    for name, person in config.people.items():
        if person.language not in templates.languages:
            known = ", ".join(templates.languages)
            text = f"people.{name}: language: there is no words.{person.language}.toml: write one of {known}, or add it"
            yield document.problem_at(("people", name, "language"), text)


def quiet_hours_problems(document: TomlDocument, calendar: Calendar) -> Iterator[Problem]:
    """Quiet hours that leave no time at all to write to that person."""
    for name, person in document.table("people").items():
        items = person.get("quiet") if isinstance(person, dict) else None
        if isinstance(items, list) and items:
            try:
                calendar.with_quiet_hours(hours.parse_quiet_hours(map(str, items)))
            except hours.NeverOpenError:
                yield document.problem_at(
                    ("people", name, "quiet"), f"people.{name}: quiet: they cover all opening hours"
                )
            except ValueError as error:
                yield document.problem_at(("people", name, "quiet"), f"people.{name}: quiet: {error}")


# --- what is odd


def find_suspicious_settings(config: Config, now: datetime) -> Iterator[str]:
    """What can be meant, and probably is not. Yields one sentence of each; `now` (aware) says which week is looked at."""
    if not config.ruleset.rules:
        yield "there are no rules: every newsletter counts as an inquiry; leave out `watcher.rules` to use those that ship"
    for box in config.mailbox:
        yield from _unusual_ports(box)
    yield from _shared_inboxes(config)
    yield from _weak_alerts(config)
    yield from rota_check.find_gaps(config, now)
    for calendar in dict.fromkeys((config.calendar, *(config.mailbox_calendar(box.name) for box in config.mailbox))):
        yield from _long_nights(calendar)
    for name in dict.fromkeys(box.ladder for box in config.mailbox) | dict.fromkeys(config.ladders):
        ladder = config.ladder_by_name(name)
        calendar = config.calendar
        opening = calendar.next_opening(now)
        if calendar.add_opening_time(opening, ladder.steps[0]) >= calendar.add_opening_time(opening, ladder.promise):
            yield (
                f"ladders.{name}: the first nag, after {ladder.steps[0]}, comes when the promise of {ladder.promise} is broken "
                "already: make the first step shorter"
            )
    calendars = config.people_calendars()
    ladders: dict[str, dict[str, None]] = {}  # by owner, in the order of the mailboxes
    for box in config.mailbox:
        for owner in box.people:
            ladders.setdefault(owner, {})[box.ladder] = None
    for name, person in config.people.items():
        calendar = calendars[name]
        if closed := [f"{slot:%H:%M}" for slot in person.digest if not _is_ever_open(calendar, slot)]:
            are, wait = ("is", "it waits") if len(closed) == 1 else ("are", "they wait")
            yield f"people.{name}: digest {', '.join(closed)} {are} outside opening hours: {wait} for the next opening"
        gap = _longest_digest_gap(calendar, person.digest, now)
        for ladder_name in ladders.get(name, ()):
            promise = config.ladder_by_name(ladder_name).promise
            if not promise.days and promise.time < gap:
                yield (
                    f"people.{name}: up to {_format_hours(gap)} h of opening time lie between two digests, and ladder "
                    f"{ladder_name} promises an answer in {promise}: a promise may be broken before it is in a digest"
                )


def _unusual_ports(box: MailboxTable) -> Iterator[str]:
    """Ports of RFC 8314 with the other kind of TLS: a server that waits for it says nothing, for ever."""
    for what, server in (("imap", box.imap), ("smtp", box.smtp)):
        usual = "implicit" if server.effective_port == server.implicit_port else "starttls"
        is_known = server.effective_port in (server.implicit_port, *server.starttls_ports)
        if is_known and server.security not in (usual, "off"):
            yield (
                f'mailbox {box.name}: {what}: port {server.effective_port} is usually spoken to with tls = "{usual}", '
                f'and tls = "{server.security}" is written'
            )


def _shared_inboxes(config: Config) -> Iterator[str]:
    """One inbox under two names: whose mail it is shows in `To` alone, and every message is read twice."""
    names: dict[tuple[str, str, str], str] = {}
    for box in config.mailbox:
        account = box.imap.host.casefold().rstrip("."), box.imap.user.casefold()
        for folder in box.inbox:
            first = names.setdefault((*account, folder), box.name)
            if first != box.name:
                yield (
                    f"mailbox {box.name}: mailbox {first} reads {folder} of the same account: mail is with the one that To names, else "
                    "with either; write one mailbox with the other address in aliases, or let each read a folder of its own"
                )


def _weak_alerts(config: Config) -> Iterator[str]:
    """Alerts that would not come when they are needed most."""
    alerts = config.alerts
    own_addresses = {box.address.key for box in config.mailbox}
    for email in alerts.email:
        if email.casefold() in own_addresses:
            yield f"alerts.email: {email} is one of the mailboxes that are watched: name an address that is read elsewhere"
    if alerts.email and alerts.smtp is None and not alerts.push:
        yield "alerts: without alerts.smtp or alerts.push they go by the servers of the mailboxes, which may be just what is broken"
    if alerts.smtp is not None and not alerts.email:
        yield "alerts.smtp: nobody gets the alerts: name an address in alerts.email"


def _is_ever_open(calendar: Calendar, slot: time) -> bool:
    minute = slot.hour * 60 + slot.minute
    at = (minute, minute + 24 * 60)
    return any(start <= n < end for windows in calendar.week for start, end in windows for n in at)


def _long_nights(calendar: Calendar) -> Iterator[str]:
    """Hours over midnight that are most of a day: more likely a slip of the pen."""
    for day, windows in zip(hours.DAY_NAMES, calendar.week, strict=True):
        for start, end in windows:
            if end > 24 * 60 and end - start > 12 * 60:
                yield (
                    f"hours: {day} is open from {start // 60:02}:{start % 60:02} over midnight, for "
                    f"{_format_hours(timedelta(minutes=end - start))} h: is that meant?"
                )


def _longest_digest_gap(calendar: Calendar, slots: Iterable[time], now: datetime) -> timedelta:
    """Between two digests of the coming week, in opening time."""
    times, longest = tuple(slots), timedelta()
    plain = replace(calendar, holidays=NO_HOLIDAYS, closed=frozenset(), closed_hours=())
    week = [slot.at for slot in digest_times.slots_between(times, plain, now, now + timedelta(days=7))]
    following = digest_times.next_slot(times, plain, week[-1]) if week else None
    for last, at in pairwise([*week, *([following.at] if following else [])]):
        if at - last > longest:  # else no more opening time than that can lie between them
            longest = max(longest, plain.opening_time_between(last, at))
    return longest


def _format_hours(length: timedelta) -> str:
    return f"{length.total_seconds() / 3600:g}"
