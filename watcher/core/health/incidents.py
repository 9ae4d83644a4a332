"""What is wrong beside mail and servers, and which incidents are worth an alert. Pure: what was observed in, incidents out.

An incident is what is, and begins when it is first met. An alert wakes a person: for what passes by itself in a minute it waits, and
for a refused login, a dead token or a full disk it does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import sort_by_urgency

#: So much room a disk has at least. The database needs some to note what it does, and a full disk stops everything at once.
MIN_FREE_OCTETS = 64 * 1024 * 1024
MIN_FREE_FILES = 100
#: A clock may be wrong by so much: promises and acknowledgements go by the minute.
CLOCK_TOLERANCE = timedelta(minutes=5)
#: What may pass by itself is told when it has lasted so long; all other incidents at once. What has no look is told after `blind_after`.
_PATIENCE: Mapping[IncidentKind, timedelta] = {
    IncidentKind.CANNOT_SEND: timedelta(minutes=5),
    IncidentKind.LOOP_FAILING: timedelta(minutes=2),
    IncidentKind.DATABASE_UNUSABLE: timedelta(minutes=2),
    IncidentKind.FOLDER_UNSEEN: timedelta(minutes=5),
    IncidentKind.NO_SENT_FOLDER: timedelta(minutes=5),
    IncidentKind.CANNOT_ALERT: timedelta(minutes=5),
}
#: Found by `find_incidents` and by nobody else.
WATCHED_KINDS = frozenset(
    {
        IncidentKind.LETTERS_STUCK,
        IncidentKind.CAP_TRIPPED,
        IncidentKind.DISK_FULL,
        IncidentKind.DATABASE_UNUSABLE,
        IncidentKind.CLOCK_WRONG,
        IncidentKind.CANARY_LOST,
        IncidentKind.CANNOT_ALERT,
    }
)


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen just now. Counts by mailbox leave out those where there is nothing to count."""

    free_octets: int | None = None  # on the disk of the state; None: not known
    free_files: int | None = None
    database_error: str = ""  # why it cannot be used now
    clock_error: timedelta | None = None  # others' clock minus ours; None: nobody has said
    clock_put_back: timedelta = timedelta(0)  # by how much, lately, where nobody has said
    stuck_letters: Mapping[str, Sequence[str]] = field(default_factory=dict)  # mailbox → what is said of each
    held_back: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # mailbox → cap → acknowledgements over it
    lost_canaries: Mapping[str, str] = field(default_factory=dict)  # mailbox → what is wrong
    broken_roads: Mapping[str, str] = field(default_factory=dict)  # road of the alerts → why


def find_incidents(seen: Observation, before: Collection[Incident], now: datetime) -> list[Incident]:
    """What is wrong of WATCHED_KINDS. What was wrong `before` keeps its beginning."""
    begun = {known.kind_and_subject: known.since for known in before}
    return [
        Incident(kind, subject, begun.get((kind, subject), now), text) for kind, subject, text in _find_conditions(seen)
    ]


def _find_conditions(seen: Observation) -> Iterator[tuple[IncidentKind, str, str]]:
    if text := describe_full_disk(seen.free_octets, seen.free_files):
        yield IncidentKind.DISK_FULL, "", text
    if seen.database_error:
        yield IncidentKind.DATABASE_UNUSABLE, "", seen.database_error
    if seen.clock_error is not None and abs(seen.clock_error) > CLOCK_TOLERANCE:
        side = "behind" if seen.clock_error > timedelta(0) else "ahead of"
        yield (
            IncidentKind.CLOCK_WRONG,
            "",
            f"this machine's clock is {_describe_span(seen.clock_error)} {side} the clock of others",
        )
    elif seen.clock_put_back > CLOCK_TOLERANCE:
        span = _describe_span(seen.clock_put_back)
        yield (
            IncidentKind.CLOCK_WRONG,
            "",
            f"this machine's clock was put back by {span}: it was wrong before, or it is now",
        )
    for mailbox, texts in seen.stuck_letters.items():
        count = "1 letter does" if len(texts) == 1 else f"{len(texts)} letters do"
        yield IncidentKind.LETTERS_STUCK, mailbox, f"{count} not leave; {texts[0]}"
    for mailbox, numbers in seen.held_back.items():
        number = sum(numbers.values())
        count = "1 acknowledgement is" if number == 1 else f"{number} acknowledgements are"
        text = f"{count} held back, for too many would leave ({', '.join(numbers)}); people are still reminded of every inquiry"
        yield IncidentKind.CAP_TRIPPED, mailbox, text
    for mailbox, text in seen.lost_canaries.items():
        yield IncidentKind.CANARY_LOST, mailbox, text
    for road, text in seen.broken_roads.items():
        yield IncidentKind.CANNOT_ALERT, road, text


def _describe_span(span: timedelta) -> str:
    hours = abs(span).total_seconds() / 3600
    return f"{hours * 60:.0f} min" if hours < 3 else f"{hours:.0f} h" if hours < 72 else f"{hours / 24:.0f} days"


def describe_full_disk(free_octets: int | None, free_files: int | None) -> str:
    """What is wrong with the disk of the state; "" where there is room, or nobody knows (None)."""
    if free_octets is not None and free_octets < MIN_FREE_OCTETS:
        return f"{free_octets / 2**20:.0f} MiB are left on the disk of the state, and nothing can be noted without room"
    if free_files is not None and free_files < MIN_FREE_FILES:
        return f"the disk of the state takes {free_files} more files, and nothing can be noted without one"
    return ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of the mailboxes: the last look at all of it, UTC (None: none since the start), and whose login was refused again
    and again."""

    overdue: Mapping[str, datetime | None] = field(default_factory=dict)
    refused: Collection[str] = ()


def alertable_incidents(incidents: Collection[Incident], sight: Sight, now: datetime) -> list[Incident]:
    """Those that somebody should be woken for now, the most urgent first. A mailbox without a look for too long is one whether or
    not anybody knows why."""
    found = [incident for incident in incidents if _is_worth_alert(incident, sight, now)]
    named = {incident.subject for incident in found if incident.kind is IncidentKind.MAILBOX_UNSEEN}
    for mailbox, last_look_at in sight.overdue.items():
        if mailbox not in named:
            text = "no look at all of it has ended for too long"
            found.append(Incident(IncidentKind.MAILBOX_UNSEEN, mailbox, last_look_at or now, text))
    return sort_by_urgency(found)


def _is_worth_alert(incident: Incident, sight: Sight, now: datetime) -> bool:
    if incident.kind is IncidentKind.MAILBOX_UNSEEN:
        return incident.subject in sight.overdue or incident.subject in sight.refused
    return now - incident.since >= _PATIENCE.get(incident.kind, timedelta(0))
