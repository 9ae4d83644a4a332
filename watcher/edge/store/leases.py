"""SQL about instances and leases, for PostgreSQL alone: one file of SQLite has one process.

Every change but a renewal is made under the writers' lock, so that what a transaction has read of a lease stays true until it commits.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from watcher.core.leases.model import Instance, Lease
from watcher.edge.store.tables import instance, lease

#: The channel of PostgreSQL's NOTIFY on which instances ring for each other.
BELL_CHANNEL = "watcher"

_SELECT_NOW = select(func.clock_timestamp())
_SELECT_INSTANCES = select(instance).order_by(instance.c.started_at, instance.c.id)
_SELECT_LEASES = select(lease).order_by(lease.c.subject)
_SELECT_TOKEN = select(lease.c.token).where(
    lease.c.subject == bindparam("its_subject"), lease.c.holder == bindparam("its_holder")
)
_UPDATE_RENEWAL = update(instance).where(instance.c.id == bindparam("its_id"))
_TAKE = (
    update(lease)
    .where(lease.c.subject == bindparam("its_subject"))
    .values(holder=bindparam("its_holder"), token=lease.c.token + 1)
    .returning(lease.c.token)
)
_RELEASE = (
    update(lease)
    .where(lease.c.subject == bindparam("its_subject"), lease.c.holder == bindparam("its_holder"))
    .values(holder="")
)
_RELEASE_ALL = update(lease).where(lease.c.holder == bindparam("its_holder")).values(holder="")
_RING = select(func.pg_notify(BELL_CHANNEL, ""))


class LeaseRepository:
    """Rows ↔ `Instance`, `Lease`. Every method raises StoreError where the database fails; instants are UTC."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def now(self) -> datetime:
        """What the clock of the database shows at this moment, UTC."""
        found: datetime = self._c.execute(_SELECT_NOW).scalar_one()
        return found.astimezone(UTC)

    def list_instances(self, *, for_update: bool = False) -> list[Instance]:
        """All on record, the dead too, in the order in which they started. `for_update`: none of them renews itself before the end of
        this transaction, and what one was about to say is waited for."""
        query = _SELECT_INSTANCES.with_for_update() if for_update else _SELECT_INSTANCES
        return [
            Instance(**{**row._mapping, "mailboxes": frozenset(json.loads(row.mailboxes))})
            for row in self._c.execute(query)
        ]

    def list_leases(self) -> list[Lease]:
        """All on record, by subject; their instants by the clock of the database, in UTC."""
        return [Lease(*row) for row in self._c.execute(_SELECT_LEASES)]

    def add_instance(self, value: Instance, lifetime: timedelta) -> Instance:
        """It lives from now on, for so long. Returns it with the instants of the database's clock, in UTC."""
        now = self.now()
        added = replace(value, started_at=now, renewed_at=now, expires_at=now + lifetime)
        values = {name: getattr(added, name) for name in instance.c.keys()}  # noqa: SIM118 (columns, not a mapping)
        self._c.execute(insert(instance), {**values, "mailboxes": json.dumps(sorted(added.mailboxes))})
        return added

    def remove_instance(self, number: str) -> None:
        """It lives no more, and holds nothing. One that is not there does so already."""
        self._c.execute(_RELEASE_ALL, {"its_holder": number})
        self._c.execute(delete(instance).where(instance.c.id == number))

    def renew(self, number: str, mailboxes: Collection[str], lifetime: timedelta) -> bool:
        """It lives on for so long, and these are its mailboxes; False: it is not on record any more."""
        now, names = self.now(), json.dumps(sorted(mailboxes))
        given = {"its_id": number, "renewed_at": now, "expires_at": now + lifetime, "mailboxes": names}
        return self._c.execute(_UPDATE_RENEWAL, given).rowcount == 1

    def take(self, subject: str, holder: str) -> int:
        """It is the holder's from now on, whoever had it; returns the token."""
        given = {"its_subject": subject, "its_holder": holder}
        token = self._c.execute(_TAKE, given).scalar()
        if token is None:
            token = 1
            self._c.execute(insert(lease), {"subject": subject, "holder": holder, "token": token})
        return int(token)

    def release(self, subject: str, holder: str) -> None:
        """Nobody has it from now on, if it was the holder's."""
        self._c.execute(_RELEASE, {"its_subject": subject, "its_holder": holder})

    def is_held(self, subject: str, holder: str, token: int) -> bool:
        """Is it still this holder's, and has it been nobody else's since it had this token?"""
        return self._c.scalar(_SELECT_TOKEN, {"its_subject": subject, "its_holder": holder}) == token

    def ring(self) -> None:
        """Wakes every instance when this transaction has committed (NOTIFY)."""
        self._c.execute(_RING)
