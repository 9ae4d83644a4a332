"""An instance and a lease. Frozen values; instants are aware UTC `datetime`s by the clock of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: The subject of the lease on what is there once for all mailboxes: digests, reports, alerts, the nightly work.
HOUSE = ""


@dataclass(frozen=True, slots=True)
class LeaseTimes:
    """How long an instance is believed to live. The same for all who share a database."""

    renewal: timedelta = timedelta(seconds=5)  # it renews itself so often …
    lifetime: timedelta = timedelta(seconds=30)  # … and whoever has not for so long is dead to the others
    #: So long before the end of its life it sends nothing more: clocks may run at slightly different rates.
    sending_margin: timedelta = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Instance:
    """One process that watches, of those that share a database."""

    id: str  # of this run of the process
    place: str  # its host and state folder: two runs at one place never overlap
    host: str
    process: int
    started_at: datetime
    renewed_at: datetime
    expires_at: datetime
    mailboxes: frozenset[str] = frozenset()  # of its configuration


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to watch one mailbox, or to be the house. `token` rises with every new holder, and never falls."""

    subject: str  # a mailbox; HOUSE
    holder: str  # id of an instance; "": nobody
    token: int
