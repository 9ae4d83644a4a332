"""Which alert is due: each incident once, again once a day while it lasts, and that it is over. Pure: what was told in, what to tell out.

What was told is kept beside the incidents, over restarts. Who comes and goes is told at most once an hour.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watcher.core.health.model import TOKEN_INCIDENTS, Incident, IncidentKind, ToldIncident

#: An incident that lasts is told again after so long.
REPEAT_AFTER = timedelta(days=1)
#: One that came back sooner than this after it was over is told when so much time has passed since the last word about it.
QUIET_TIME = timedelta(hours=1)
#: What a start forgets, because it is found anew by whoever meets it, counts as over when nobody has met it for so long.
START_PATIENCE = timedelta(minutes=10)
#: An alert that no road takes is tried again after so many minutes; the last repeats.
RETRY_MINUTES = (1, 2, 5, 15, 60)
#: Kinds that a start does not forget.
_KEPT_OVER_STARTS = frozenset(
    {
        IncidentKind.MAILBOX_UNSEEN,
        *TOKEN_INCIDENTS,
        IncidentKind.FOLDER_UNSEEN,
        IncidentKind.NO_SENT_FOLDER,
        IncidentKind.NO_REPLY_SEEN,
        IncidentKind.TOKEN_DEAD,
        IncidentKind.TOKEN_EXPIRING,
        IncidentKind.READER_REFUSED,
        IncidentKind.READER_RETURNED,
        IncidentKind.DATABASE_OLDER,
        IncidentKind.OTHER_WATCHER,
        IncidentKind.DISK_FULL,
        IncidentKind.CANARY_LOST,
        IncidentKind.NOT_RUNNING,
    }
)


@dataclass(frozen=True, slots=True)
class AlertPlan:
    """What is to be told now: `problems` for the first time or again, `recovered` because they are over."""

    problems: tuple[Incident, ...] = ()
    recovered: tuple[Incident, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.problems or self.recovered)


def plan_alert(
    told: Sequence[ToldIncident], incidents: Collection[Incident], started_at: datetime, now: datetime
) -> AlertPlan:
    """`incidents`: those worth an alert, all that there are. An instant that lies ahead was noted by a clock that was wrong."""
    known = {_key(line.incident): line for line in told}
    problems = tuple(incident for incident in incidents if _is_due(known.get(_key(incident)), now))
    open_keys = {_key(incident) for incident in incidents}
    recovered = tuple(
        line.incident
        for line in told
        if line.ended_at is None and _key(line.incident) not in open_keys and _is_over(line, started_at, now)
    )
    return AlertPlan(problems, recovered)


def _is_due(line: ToldIncident | None, now: datetime) -> bool:
    if line is None:
        return True
    pause = REPEAT_AFTER if line.ended_at is None else QUIET_TIME
    return not timedelta(0) <= now - line.told_at < pause


def _is_over(line: ToldIncident, started_at: datetime, now: datetime) -> bool:
    if line.incident.kind in _KEPT_OVER_STARTS or line.told_at >= started_at:
        return True
    return not timedelta(0) <= now - started_at < START_PATIENCE


def told_after(told: Sequence[ToldIncident], plan: AlertPlan, now: datetime) -> list[ToldIncident]:
    """What is told once the plan was. What is over is forgotten when it may be told anew at once."""
    problems = {_key(incident): ToldIncident(incident, now) for incident in plan.problems}
    over = {_key(incident) for incident in plan.recovered}
    kept = []
    for line in told:
        if _key(line.incident) in problems:
            continue
        if _key(line.incident) in over:
            kept.append(replace(line, told_at=now, ended_at=now))
        elif line.ended_at is None or timedelta(0) <= now - line.ended_at < QUIET_TIME:
            kept.append(line)
    return [*kept, *problems.values()]


def retry_after(failures: int) -> timedelta:
    """How long to wait after the n-th failure in a row, n counted from 1."""
    return timedelta(minutes=RETRY_MINUTES[min(failures, len(RETRY_MINUTES)) - 1])


def _key(incident: Incident) -> tuple[IncidentKind, str]:
    return incident.kind, incident.subject
