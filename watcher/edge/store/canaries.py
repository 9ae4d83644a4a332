"""SQL about canaries: what Watcher wrote to a mailbox last to see whether it comes through, and whether it did."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from watcher.core.health.model import Canary
from watcher.edge.store.tables import canary

_SELECT_ALL = select(canary).order_by(canary.c.mailbox)
_DELETE = delete(canary).where(canary.c.mailbox == bindparam("name"))
_UPDATE_ARRIVAL = update(canary).where(canary.c.key == bindparam("its_key"), canary.c.arrived_at.is_(None))


class CanaryRepository:
    """The last canary of each mailbox. StoreError: the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def list_canaries(self) -> list[Canary]:
        """The last one of each mailbox, by mailbox; their instants in UTC."""
        return [
            Canary(row.mailbox, row.key, row.sent_at, row.arrived_at, row.problem)
            for row in self._c.execute(_SELECT_ALL)
        ]

    def save(self, sent: Canary) -> None:
        """In the place of the one before."""
        self._c.execute(_DELETE, {"name": sent.mailbox})
        values = {
            "mailbox": sent.mailbox,
            "key": sent.key,
            "sent_at": sent.sent_at,
            "arrived_at": sent.arrived_at,
            "problem": sent.problem,
        }
        self._c.execute(insert(canary), values)

    def record_arrival(self, key: str, problem: str, now: datetime) -> bool:
        """The first time that the canary of this key arrives; `problem`: "" where it came through whole. False: it was not waited for."""
        values = {"its_key": key, "problem": problem, "arrived_at": now}
        return bool(self._c.execute(_UPDATE_ARRIVAL, values).rowcount)
