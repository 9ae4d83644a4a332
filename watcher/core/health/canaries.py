"""When the daily test message is due, and when one is lost. Pure: what was sent and what arrived in, mailboxes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from watcher.core.health.model import Canary, Incident, IncidentKind

#: Mail that takes longer than this is as good as lost: a customer waits for an acknowledgement.
PATIENCE = timedelta(minutes=30)
#: One that no server took is offered again after so long.
RETRY_AFTER = timedelta(minutes=5)


def latest_slot(at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """The last time that the clock on the wall showed `at`; aware, in `zone`."""
    today = now.astimezone(zone).date()
    slot = datetime.combine(today, at, zone)
    return slot if slot <= now else datetime.combine(today - timedelta(days=1), at, zone)


def is_due(last: Canary | None, slot: datetime, tried_at: datetime | None, now: datetime) -> bool:
    """Is one to be sent to this mailbox? `tried_at`: when that was tried last since the start."""
    if tried_at is not None and timedelta(0) <= now - tried_at < RETRY_AFTER:
        return False
    if last is None or last.sent_at < slot or last.sent_at > now:
        return True
    return last.arrived_at is None and bool(last.problem)


def find_lost(
    canaries: Sequence[Canary],
    mailboxes: Collection[str],
    before: Collection[Incident],
    now: datetime,
    awake_since: datetime | None = None,
) -> dict[str, str]:
    """Mailbox → what is wrong with its last test message. Of `mailboxes` alone. What is lost by the incidents `before` is lost until one
    comes through: the next one that is on its way proves nothing yet. `awake_since`: before that the machine slept, and nobody looked."""
    lost_before = {one.subject: one.text for one in before if one.kind is IncidentKind.CANARY_LOST}
    found = {
        canary.mailbox: _why_lost(canary, lost_before.get(canary.mailbox, ""), now, awake_since) for canary in canaries
    }
    return {mailbox: why for mailbox, why in found.items() if why and mailbox in mailboxes}


def _why_lost(canary: Canary, before: str, now: datetime, awake_since: datetime | None) -> str:
    """ "" where it came through, or may still."""
    if canary.arrived_at is not None:
        problem = canary.problem
    elif now - max(canary.sent_at, awake_since or canary.sent_at) < PATIENCE:
        return before
    else:
        problem = f"it cannot be sent: {canary.problem}" if canary.problem else "it has not arrived"
    return f"the test message of {canary.sent_at:%Y-%m-%d %H:%M} UTC: {problem}" if problem else ""
