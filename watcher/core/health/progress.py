"""Which loop is stuck. A loop makes progress when it ends a pass without trouble of its own, whether or not there was work.

A server that cannot be reached is no trouble of the loop's: it is an incident of its mailbox, and a restart would not help.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

#: A loop without progress for so long is stuck: the watchdog is fed no more, so that systemd restarts the service.
STUCK = timedelta(minutes=15)
STUCK_TEXT = "no progress for a quarter of an hour: the service should be restarted"


#: A mailbox is looked at so often, in intervals of its poll, that two missed looks are none yet.
_MISSED_LOOKS = 2


def read_look_instant(last_look_at: datetime | None, awake_since: datetime, now: datetime) -> datetime:
    """Since when a mailbox is without a look, as far as this process can tell, which has been able to work since `awake_since`. A look
    in what is now the future was noted by a clock that was ahead."""
    return awake_since if last_look_at is None or last_look_at > now else max(last_look_at, awake_since)


def is_look_overdue(last_look_at: datetime | None, blind_after: timedelta, poll: timedelta, now: datetime) -> bool:
    """Is nothing known of a mailbox since too long? `blind_after` counts, but never less than two intervals of its poll."""
    return last_look_at is None or now - last_look_at > max(blind_after, _MISSED_LOOKS * poll)


def stuck_loops(last_progress: Mapping[str, float], now: float) -> list[str]:
    """The loops (name → seconds on a monotonic clock, as `now`) that made no progress for STUCK, by name."""
    return sorted(name for name, at in last_progress.items() if now - at >= STUCK.total_seconds())
