"""That Watcher does not run at all: told by the process that could not start, or that ended, before it goes. Pure.

There may be no database, so that what was told is a notice in a file. systemd starts a process that failed again and again: the notice
keeps it from telling the same each time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from watcher.core.health.alerts import QUIET_TIME, REPEAT_AFTER
from watcher.core.health.model import FailureNotice, Incident, IncidentKind, ToldIncident

#: What nobody took is tried again after so long; a server whose logins fail every few seconds locks the account.
RETRY_AFTER = timedelta(minutes=5)


def is_due(last: FailureNotice | None, text: str, now: datetime) -> bool:
    """Should somebody be told now that Watcher does not run because of `text`? An instant that lies ahead was noted by a clock that
    was wrong."""
    if last is None:
        return True
    is_same = last.ended_at is None and last.text == text
    pause = RETRY_AFTER if not last.is_taken else REPEAT_AFTER if is_same else QUIET_TIME
    return not timedelta(0) <= now - last.tried_at < pause


def next_notice(last: FailureNotice | None, text: str, now: datetime) -> FailureNotice:
    """What is noted before it is told: nobody has taken it yet."""
    since = last.since if last is not None and last.ended_at is None else now
    return FailureNotice(text, since, now)


def incident_of(notice: FailureNotice) -> Incident:
    """As people are told it."""
    return Incident(IncidentKind.NOT_RUNNING, "", notice.since, notice.text)


def told_incident(notice: FailureNotice | None) -> ToldIncident | None:
    """What a Watcher that runs again has to take back; None: nobody was told, or it is taken back already."""
    if notice is None or not notice.is_taken or notice.ended_at is not None:
        return None
    return ToldIncident(incident_of(notice), notice.tried_at)
