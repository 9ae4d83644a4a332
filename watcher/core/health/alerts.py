"""Which alert is due: each incident once, again once a day while it lasts, and that it is over. Pure: what was told in, what to tell out.

What was told is kept beside the incidents, over restarts. Who comes and goes is told at most once an hour. Where many mailboxes have
the same trouble it is one alert about all of them: it waits until no more join.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watcher.core.health.model import TOKEN_INCIDENTS, Incident, IncidentKind, ToldIncident

#: An incident that lasts is told again after so long.
REPEAT_AFTER = timedelta(days=1)
#: One that came back sooner than this after it was over is told when so much time has passed since the last word about it.
QUIET_TIME = timedelta(hours=1)
#: What a start forgets, because it is found anew by whoever meets it, counts as over when nobody has met it for so long.
START_PATIENCE = timedelta(minutes=10)
#: So many at once of one kind are a crowd: one cause, and one alert.
CROWD = 5
#: A crowd is told when nobody has joined it for so long, or when the first of it has waited for so long …
CROWD_SETTLES, CROWD_WAITS = timedelta(minutes=2), timedelta(minutes=10)
#: … and whoever joins it later is told with others: so long after the last word about it.
CROWD_PAUSE = timedelta(minutes=10)
#: A road that takes nothing for so long has lost what waits; what lasts is told again daily.
GIVE_UP_AFTER = timedelta(days=1)
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
    told: Sequence[ToldIncident],
    incidents: Collection[Incident],
    started_at: datetime,
    now: datetime,
    open_incidents: Collection[Incident] = (),
) -> AlertPlan:
    """`incidents`: those worth an alert, all that there are; `open_incidents`: these and those that are not worth one yet. An instant
    that lies ahead was noted by a clock that was wrong."""
    everything = {incident.kind_and_subject: incident for incident in (*open_incidents, *incidents)}
    known = {line.incident.kind_and_subject: line for line in told}
    due = [incident for incident in incidents if _is_due(known.get(incident.kind_and_subject), now)]
    over = [
        line.incident
        for line in told
        if line.ended_at is None
        and line.incident.kind_and_subject not in everything
        and _is_over(line, started_at, now)
    ]
    problems: list[Incident] = []
    for kind in dict.fromkeys(incident.kind for incident in due):
        of_kind = [incident for incident in due if incident.kind is kind]
        crowd = [incident for incident in everything.values() if incident.kind is kind]
        if len(crowd) >= CROWD:
            of_kind = _gather_crowd(crowd, known, now)
        problems += of_kind
    recovered = [incident for incident in over if not _is_rest_of_crowd(incident.kind, told, everything, now)]
    return AlertPlan(tuple(problems), tuple(recovered))


def _gather_crowd(
    crowd: Sequence[Incident], known: Mapping[tuple[IncidentKind, str], ToldIncident], now: datetime
) -> list[Incident]:
    """Who is told of a crowd now: everybody who is due, worth an alert alone or not, or nobody yet."""
    due = [incident for incident in crowd if _is_due(known.get(incident.kind_and_subject), now)]
    told_at = [
        line.told_at
        for line in map(known.get, (incident.kind_and_subject for incident in crowd))
        if line is not None and line.ended_at is None
    ]
    if told_at and timedelta(0) <= now - max(told_at) < CROWD_PAUSE:
        return []
    beginnings = [incident.since for incident in due]
    settles = timedelta(0) <= now - max(beginnings, default=now) < CROWD_SETTLES
    return [] if settles and now - min(beginnings, default=now) < CROWD_WAITS else due


def _is_rest_of_crowd(
    kind: IncidentKind,
    told: Sequence[ToldIncident],
    everything: Mapping[tuple[IncidentKind, str], Incident],
    now: datetime,
) -> bool:
    """Was a crowd told of, some of which still last? Then those that are over are told with the last of them, or once an hour."""
    lines = [line for line in told if line.incident.kind is kind]
    lasting = [line for line in lines if line.ended_at is None]
    is_crowd = len(lasting) >= CROWD and any(line.incident.kind_and_subject in everything for line in lasting)
    return is_crowd and timedelta(0) <= now - max(line.told_at for line in lines) < QUIET_TIME


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
    problems = {incident.kind_and_subject: ToldIncident(incident, now) for incident in plan.problems}
    over = {incident.kind_and_subject for incident in plan.recovered}
    kept = []
    for line in told:
        if line.incident.kind_and_subject in problems:
            continue
        if line.incident.kind_and_subject in over:
            kept.append(replace(line, told_at=now, ended_at=now))
        elif line.ended_at is None or timedelta(0) <= now - line.ended_at < QUIET_TIME:
            kept.append(line)
    return [*kept, *problems.values()]


def retry_after(failures: int) -> timedelta:
    """How long to wait after the n-th failure in a row, n counted from 1."""
    return timedelta(minutes=RETRY_MINUTES[min(failures, len(RETRY_MINUTES)) - 1])


def may_try_road(retry_at: datetime | None, failures: int, now: datetime) -> bool:
    """May a road that failed so often, one after another, be tried now? `retry_at`: when it was to be (UTC); None: it has not failed. One
    that lies further ahead than a failure makes it wait was set by a clock that was wrong."""
    return retry_at is None or not timedelta(0) < retry_at - now <= retry_after(failures)


def is_outdated(written_at: datetime, now: datetime) -> bool:
    """Is an alert too old to be worth anybody's while? Instants in UTC."""
    return now - written_at > GIVE_UP_AFTER
