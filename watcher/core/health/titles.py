"""An incident in one line, and what to do about it: for alerts, the status page and whoever is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from watcher.core.health.model import Incident, IncidentKind

#: So many are named one by one.
NAMED = 3
_URGENCY = {kind: rank for rank, kind in enumerate(IncidentKind)}
_NUMBER = re.compile(r"\d+")
_TITLES: Mapping[IncidentKind, str] = {
    IncidentKind.MAILBOX_UNSEEN: "mailbox {subject} cannot be read",
    IncidentKind.FOLDER_UNSEEN: "folder {subject} of sent mail cannot be read",
    IncidentKind.NO_SENT_FOLDER: "mailbox {subject} has no folder of sent mail",
    IncidentKind.NO_REPLY_SEEN: "no reply was ever seen in mailbox {subject}",
    IncidentKind.CANNOT_SEND: "no mail can be sent for {subject}",
    IncidentKind.TOKEN_DEAD: "the token of {subject} is not renewed any more",
    IncidentKind.TOKEN_EXPIRING: "the token of {subject} runs out",
    IncidentKind.READER_REFUSED: "mail to {subject} is refused",
    IncidentKind.READER_RETURNED: "mail to {subject} comes back",
    IncidentKind.CONFIGURATION_REFUSED: "the changed configuration is refused",
    IncidentKind.DATABASE_OLDER: "the database is older than what was sent",
    IncidentKind.OTHER_WATCHER: "another Watcher was in mailbox {subject}",
    IncidentKind.LOOP_FAILING: "a part of Watcher fails: {subject}",
    IncidentKind.LOOP_STUCK: "a part of Watcher is stuck: {subject}",
    IncidentKind.LETTERS_STUCK: "letters of {subject} do not leave",
    IncidentKind.CAP_TRIPPED: "acknowledgements of {subject} are held back",
    IncidentKind.DISK_FULL: "the disk is full",
    IncidentKind.DATABASE_UNUSABLE: "the database cannot be used",
    IncidentKind.CLOCK_WRONG: "the clock of this machine is wrong",
    IncidentKind.CANARY_LOST: "the test message to {subject} did not come through",
    IncidentKind.CANNOT_ALERT: "alerts cannot be sent: {subject}",
    IncidentKind.NOT_RUNNING: "the service does not run",
}
_ADVICE: Mapping[IncidentKind, str] = {
    IncidentKind.MAILBOX_UNSEEN: "watcher check --online says what the server answers",
    IncidentKind.FOLDER_UNSEEN: "watcher check --online says what the server answers; name the right folder in `sent`",
    IncidentKind.NO_SENT_FOLDER: "name the folder in `sent` of the configuration",
    IncidentKind.CANNOT_SEND: "watcher check --online says what the server answers",
    IncidentKind.TOKEN_DEAD: "watcher login --status shows all tokens, watcher login MAILBOX gets a new one",
    IncidentKind.TOKEN_EXPIRING: "watcher login --status shows all tokens",
    IncidentKind.READER_REFUSED: "look at the address in the configuration",
    IncidentKind.READER_RETURNED: "look at the address in the configuration",
    IncidentKind.CONFIGURATION_REFUSED: "watcher check names each problem with its line",
    IncidentKind.DISK_FULL: "make room on the disk; nothing needs a restart",
    IncidentKind.DATABASE_UNUSABLE: "look at the disk, and at the log of the service",
    IncidentKind.CLOCK_WRONG: "set it, and let a time service keep it: timedatectl set-ntp true",
    IncidentKind.LOOP_STUCK: "systemd restarts the service by its watchdog; else restart it by hand",
    IncidentKind.LETTERS_STUCK: "watcher status names them and what the server said",
    IncidentKind.CAP_TRIPPED: "if rate-global holds back real mail, raise acknowledge.max_per_hour; if it is none, somebody forges senders",
    IncidentKind.CANNOT_ALERT: "watcher check --send-test tries every road of the alerts",
    IncidentKind.NOT_RUNNING: "watcher check names what is wrong with the configuration, journalctl -u watcher the rest",
    IncidentKind.DATABASE_OLDER: "nothing has to be done: this is said for three days; the digest lists what was not acknowledged",
    IncidentKind.OTHER_WATCHER: "stop the one that should not run; if a state was lost, do nothing: this is said for three days",
    IncidentKind.NO_REPLY_SEEN: "if you have answered somebody since, name the folder where the copy lies in `sent`",
    IncidentKind.LOOP_FAILING: "look at the log of the service: journalctl -u watcher",
    IncidentKind.CANARY_LOST: "look for it in the mailbox, in its spam folder and in the log of the mail server",
}

#: Until it is mended, an inquiry may come of which nobody is reminded.
_BLINDING = frozenset({
    IncidentKind.NOT_RUNNING, IncidentKind.DISK_FULL, IncidentKind.DATABASE_UNUSABLE, IncidentKind.LOOP_STUCK, IncidentKind.LOOP_FAILING,
    IncidentKind.TOKEN_DEAD, IncidentKind.MAILBOX_UNSEEN, IncidentKind.CANNOT_SEND, IncidentKind.LETTERS_STUCK, IncidentKind.CANARY_LOST,
    IncidentKind.READER_REFUSED, IncidentKind.READER_RETURNED, IncidentKind.CLOCK_WRONG,
})  # fmt: skip
#: How several are told in one line, in English.
AND_MORE = "{first}, and {n} more"


def may_miss_inquiries(incidents: Iterable[Incident]) -> bool:
    """May an inquiry come of which nobody is reminded, as long as they last?"""
    return any(incident.kind in _BLINDING for incident in incidents)


def incident_title(incident: Incident, translated: Mapping[str, str] = MappingProxyType({})) -> str:
    """In a few words, without a full stop. `translated`: by kind; what is not there is said in English."""
    title = translated.get(incident.kind) or _TITLES.get(incident.kind)
    if title is not None:
        return title.format(subject=incident.subject)
    words = incident.kind.replace("-", " ")
    return f"{words}: {incident.subject}" if incident.subject else words


def sort_by_urgency(incidents: Iterable[Incident]) -> list[Incident]:
    """The most urgent first, as `IncidentKind` has them; of one kind in the order in which they came."""
    return sorted(incidents, key=lambda incident: _URGENCY[incident.kind])


def group_incidents(incidents: Sequence[Incident]) -> list[Incident]:
    """The most urgent first, and what many have alike as one, which names the first of them and says how many they are:
    `sales, info, office, … (300)`."""
    groups: dict[tuple[IncidentKind, str], list[Incident]] = {}
    for incident in sort_by_urgency(incidents):
        likeness = _NUMBER.sub("#", incident.text.replace(incident.subject, "") if incident.subject else incident.text)
        groups.setdefault((incident.kind, likeness), []).append(incident)
    return [one for group in groups.values() for one in (group if len(group) <= NAMED else [_as_one(group)])]


def _as_one(group: Sequence[Incident]) -> Incident:
    named = ", ".join(incident.subject for incident in group[:NAMED])
    since = min(incident.since for incident in group)
    return replace(group[0], subject=f"{named}, … ({len(group)})", since=since)


def write_headline(
    incidents: Sequence[Incident], translated: Mapping[str, str] = MappingProxyType({}), and_more: str = AND_MORE
) -> str:
    """Of one incident its title, of several the most urgent and how many more. `translated`: titles by kind."""
    first = incident_title(sort_by_urgency(incidents)[0], translated)
    return first if len(incidents) == 1 else and_more.format(first=first, n=len(incidents) - 1)


def write_advice(incidents: Sequence[Incident], translated: Mapping[str, str] = MappingProxyType({})) -> str:
    """What to do about them, for the most urgent first, each piece of advice once; "" where nothing is known. `translated`: by kind;
    what is not there is said in English."""
    kinds = (incident.kind for incident in sort_by_urgency(incidents))
    advice = (translated.get(kind) or _ADVICE.get(kind, "") for kind in kinds)
    return "; ".join(dict.fromkeys(filter(None, advice)))
