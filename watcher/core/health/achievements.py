"""What the loops have achieved, by what is on record and not by what they say of themselves: a loop may turn for ever and do nothing.

Trouble with a server has its incident, and a restart would not help. What is meant here is work that lies undone and nobody can say why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.progress import STUCK

#: Mailboxes whose looks do not end for a reason that is known.
_EXPLAINS_NO_LOOK = frozenset({IncidentKind.MAILBOX_UNSEEN, IncidentKind.FOLDER_UNSEEN, IncidentKind.LOOP_FAILING})
#: So many intervals of a mailbox's poll a look may take.
_POLLS = 3


@dataclass(frozen=True, slots=True)
class Undone:
    """What is on record of work that is to be done. Instants in UTC."""

    looks: Mapping[str, datetime] = field(default_factory=dict)  # mailbox → its last complete look
    due_letters: Mapping[str, datetime] = field(default_factory=dict)  # mailbox → since when the oldest is due
    due_slot: datetime | None = None  # the oldest slot of a digest that is due and not served
    incidents: Collection[Incident] = ()


def find_idle_loops(
    undone: Undone,
    polls: Mapping[str, timedelta],
    achieved_at: Mapping[str, datetime],
    started_at: datetime,
    now: datetime,
) -> list[str]:
    """The loops whose work lies undone for STUCK, by name. `polls`: mailbox → its poll; `achieved_at`: loop → when it stored or sent
    something last, for a big mailbox takes hours to read, and a long outbox to empty."""

    def is_idle(loop: str, since: datetime, patience: timedelta = STUCK) -> bool:
        last = max(since, started_at, achieved_at.get(loop, started_at))
        return now - last >= patience

    found = []
    for mailbox, poll in polls.items():
        loop = f"intake {mailbox}"
        is_known = any(_explains_no_look(incident, mailbox) for incident in undone.incidents)
        if not is_known and is_idle(loop, undone.looks.get(mailbox, started_at), max(STUCK, _POLLS * poll)):
            found.append(loop)
    refused = {incident.subject for incident in undone.incidents if incident.kind is IncidentKind.CANNOT_SEND}
    for mailbox, due_since in undone.due_letters.items():
        if mailbox in polls and mailbox not in refused and is_idle(f"delivery {mailbox}", due_since):
            found.append(f"delivery {mailbox}")
    if undone.due_slot is not None and is_idle("reminders", undone.due_slot):
        found.append("reminders")
    return sorted(found)


def _explains_no_look(incident: Incident, mailbox: str) -> bool:
    names = (mailbox, f"intake {mailbox}")
    return incident.kind in _EXPLAINS_NO_LOOK and (
        incident.subject in names or incident.subject.startswith(f"{mailbox}/")
    )
