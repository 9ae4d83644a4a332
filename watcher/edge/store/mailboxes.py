"""SQL about the mailboxes themselves: what a name of the configuration stands for, and since when it is watched."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from watcher.edge.store.tables import mailbox

_SELECT_ACTIVATED_AT = select(mailbox.c.activated_at).where(mailbox.c.name == bindparam("which"))


class MailboxRepository:
    """Rows of `mailbox`, by name. Instants are UTC; every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get_activation(self, name: str) -> datetime | None:
        """When its first look began; None: that is not over yet."""
        found: datetime | None = self._c.scalar(_SELECT_ACTIVATED_AT, {"which": name})
        return found

    def record_activation(self, name: str, at: datetime) -> None:
        """Its first look, which began then, is over. A second time changes nothing."""
        row = self._c.execute(select(mailbox.c.activated_at).where(mailbox.c.name == name)).first()
        if row is None:
            self._c.execute(insert(mailbox).values(name=name, account="", address="", activated_at=at))
        elif row.activated_at is None:
            self._c.execute(update(mailbox).where(mailbox.c.name == name).values(activated_at=at))
