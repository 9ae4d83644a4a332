"""A dead man's switch: somebody else expects a call every minute, and raises the alarm when it does not come.

The convention is that of healthchecks (https://healthchecks.io/docs/http_api/): `URL/start` at a start, `URL` while all is well, `URL/fail`
with what is wrong in the body while it is not, and `rid` the same for one run of the program.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode, urlsplit, urlunsplit

from watcher.core.health.model import Incident

#: Between two calls that say the same. More than five calls a minute are refused by the convention.
WELL_INTERVAL = timedelta(minutes=1)
UNWELL_INTERVAL = timedelta(minutes=10)
MAX_BODY_CHARS = 4_000


class PingSignal(StrEnum):
    """What a call says; the value is what is put behind the URL."""

    START = "/start"
    SUCCESS = ""
    FAIL = "/fail"


@dataclass(frozen=True, slots=True)
class Ping:
    """A call that was answered: when (UTC), what it said, and about what."""

    at: datetime
    signal: PingSignal
    troubles: frozenset[tuple[str, str]] = frozenset()  # kind and subject


def next_signal(last: Ping | None, incidents: Collection[Incident], is_ready: bool, now: datetime) -> PingSignal | None:
    """What is to be called now; None: nothing. `is_ready`: every mailbox had its first look since the start."""
    if last is None:
        return PingSignal.START
    if not incidents and not is_ready:
        return None
    signal = PingSignal.FAIL if incidents else PingSignal.SUCCESS
    if signal is not last.signal or troubles_of(incidents) != last.troubles:
        return signal
    pause = UNWELL_INTERVAL if incidents else WELL_INTERVAL
    return None if timedelta(0) <= now - last.at < pause else signal


def troubles_of(incidents: Collection[Incident]) -> frozenset[tuple[str, str]]:
    """What tells one state of things from another, whatever the texts say."""
    return frozenset((str(incident.kind), incident.subject) for incident in incidents)


def ping_url(url: str, signal: PingSignal, run: str) -> str:
    """The signal goes behind the path, `run` (a UUID) into the query, beside what is there."""
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, urlencode({"rid": run}))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + signal, query, ""))


def ping_body(incidents: Collection[Incident]) -> str:
    """One line an incident; a word where there is none."""
    lines = [": ".join(filter(None, (incident.kind, incident.subject, incident.text))) for incident in incidents]
    return ("\n".join(lines) or "all is well")[:MAX_BODY_CHARS]
