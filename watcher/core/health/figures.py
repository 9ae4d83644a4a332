"""What a monitor is shown: one picture of the whole, made of what the last look at itself found and of what the database counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watcher.core.health.model import Canary, Incident, WaitingFigures
from watcher.core.leases import plan
from watcher.core.leases.model import HOUSE, Instance, Lease

#: Watcher looks at itself every 15 seconds. What is older than this is no picture of now.
STALE_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class InstanceFigures:
    """One process of those that share a database. `renewed_at`: its last sign of life, UTC."""

    host: str
    process: int
    is_alive: bool
    renewed_at: datetime
    mailboxes: int  # that it watches
    is_house: bool = False  # it sends digests, reports and alerts for all


@dataclass(frozen=True, slots=True)
class MonitorFigures:
    """`at`: when Watcher looked at itself last. Instants in UTC; mailboxes by their names, in the order of the configuration."""

    version: str
    at: datetime
    mailboxes: Sequence[str]
    alarming: Sequence[Incident] = ()  # worth an alert
    incidents: Sequence[Incident] = ()  # all there are
    looks: Mapping[str, datetime] = field(default_factory=dict)  # the last complete look
    blind: frozenset[str] = frozenset()
    waiting: Mapping[str, WaitingFigures] = field(default_factory=dict)
    letters: Mapping[tuple[str, str], int] = field(default_factory=dict)  # kind and state → how many
    oldest_due: Mapping[str, datetime] = field(default_factory=dict)  # since when the oldest letter should have left
    canaries: Sequence[Canary] = ()
    token_expiries: Mapping[str, datetime] = field(default_factory=dict)  # by mailbox
    instances: Sequence[InstanceFigures] = ()  # none where the database is a file


def list_instances(
    instances: Sequence[Instance], leases: Collection[Lease], now: datetime
) -> tuple[InstanceFigures, ...]:
    """`now` by the clock of the database."""
    found = []
    for one in instances:
        held = plan.held_subjects(one.id, leases).keys()
        found.append(
            InstanceFigures(
                one.host, one.process, plan.is_alive(one, now), one.renewed_at, len(held - {HOUSE}), HOUSE in held
            )
        )
    return tuple(found)


def health_problems(at: datetime | None, alarming: Sequence[Incident], now: datetime) -> list[str]:
    """One line a problem, for /healthz; [] where there is none. `at`: the last look at itself; None: there was none yet."""
    if at is None:
        return ["starting"]
    lines = [": ".join(filter(None, (incident.kind, incident.subject, incident.text))) for incident in alarming]
    if not timedelta(0) <= now - at <= STALE_AFTER:
        lines.append(f"stuck: Watcher has not looked at itself since {at:%Y-%m-%d %H:%M:%S} UTC")
    return lines
