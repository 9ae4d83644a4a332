"""SQL about incidents: what keeps Watcher from doing its work, and since when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from watcher.edge.store.tables import trouble

_UPDATE_TROUBLE = update(trouble).where(trouble.c.mailbox == bindparam("box"))
_DELETE_TROUBLE = delete(trouble).where(trouble.c.mailbox == bindparam("box"))
_SELECT_TROUBLES = select(trouble)


class IncidentRepository:
    """What is wrong now. An incident that ends is deleted: the log has its history."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def set_trouble(self, mailbox: str, error: str, now: datetime) -> None:
        found = self._c.execute(_UPDATE_TROUBLE, {"box": mailbox, "error": error})
        if not found.rowcount:
            self._c.execute(insert(trouble).values(mailbox=mailbox, since=now, error=error))

    def clear_trouble(self, mailbox: str) -> bool:
        """True when there was any."""
        return bool(self._c.execute(_DELETE_TROUBLE, {"box": mailbox}).rowcount)

    def current_troubles(self) -> dict[str, tuple[datetime, str]]:
        """Mailbox → since when it cannot be seen, and why."""
        return {row.mailbox: (row.since, row.error) for row in self._c.execute(_SELECT_TROUBLES)}
