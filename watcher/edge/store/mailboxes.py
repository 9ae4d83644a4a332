"""SQL about the mailboxes themselves: what a name of the configuration stands for, and since when it is watched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, insert, literal, select, update

from watcher.core.health.model import MailboxIdentity
from watcher.edge.store.tables import (
    alert,
    canary,
    folder,
    incident,
    inquiry,
    journal,
    ledger,
    letter,
    loose,
    mailbox,
    meta,
    missing,
    review,
    thread,
)

#: Where a mailbox stands by its name.
_NAMED = (
    mailbox.c.name,
    folder.c.mailbox,
    ledger.c.mailbox,
    missing.c.mailbox,
    inquiry.c.mailbox,
    letter.c.mailbox,
    incident.c.subject,
    alert.c.subject,
    canary.c.mailbox,
)
#: What begins with the name, and what stands before and behind it: keys, and who has handed an inquiry on.
_BEGINS_WITH_NAME = (
    (letter.c.key, "ack:", ":"),
    (thread.c.message_id, "thread:", ":"),
    (loose.c.name, "thread:", ":"),
    (review.c.server_key, "thread:", ":"),
    (journal.c.text, "from ", " to "),
)
#: Single values that are kept of a mailbox, by the beginning of their keys; its name is the rest.
_VALUES = ("schedule:", "doorbell:", "renumbers:")

_UPDATE_COMPLETE_LOOK = update(mailbox).where(mailbox.c.name == bindparam("which"))
_SELECT_ACTIVATED_AT = select(mailbox.c.activated_at).where(mailbox.c.name == bindparam("which"))


class MailboxRepository:
    """Rows of `mailbox`, by name. Instants are UTC; every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get_activation(self, name: str) -> datetime | None:
        """When its first look began, in UTC; None: that is not over yet."""
        found: datetime | None = self._c.scalar(_SELECT_ACTIVATED_AT, {"which": name})
        return found

    def record_activation(self, name: str, at: datetime) -> None:
        """Its first look, which began then, is over. A second time changes nothing."""
        row = self._c.execute(select(mailbox.c.activated_at).where(mailbox.c.name == name)).first()
        if row is None:
            self._c.execute(insert(mailbox).values(name=name, account="", address="", activated_at=at))
        elif row.activated_at is None:
            self._c.execute(update(mailbox).where(mailbox.c.name == name).values(activated_at=at))

    def cap_activations(self, now: datetime) -> None:
        """No first look was later than now (UTC)."""
        self._c.execute(update(mailbox).where(mailbox.c.activated_at > now).values(activated_at=now))

    def record_complete_looks(self, looks: Mapping[str, datetime]) -> None:
        """Of these mailboxes all folders were looked at, then (UTC), and what was in them is decided."""
        if looks:
            self._c.execute(_UPDATE_COMPLETE_LOOK, [{"which": name, "last_look_at": at} for name, at in looks.items()])

    def complete_looks(self) -> dict[str, datetime]:
        """Name → the end of the last look at all of it that went well, in UTC; mailboxes that never had one are left out."""
        rows = self._c.execute(
            select(mailbox.c.name, mailbox.c.last_look_at).where(mailbox.c.last_look_at.is_not(None))
        )
        return {row.name: row.last_look_at for row in rows}

    # --- what a name stands for

    def list_identities(self) -> list[MailboxIdentity]:
        """Every mailbox that was ever watched, by name."""
        rows = self._c.execute(select(mailbox).order_by(mailbox.c.name))
        return [MailboxIdentity(row.name, row.account, row.address) for row in rows]

    def record_identity(self, box: MailboxIdentity) -> None:
        """From now on the name stands for this account."""
        values = {"account": box.account, "address": box.address}
        if not self._c.execute(update(mailbox).where(mailbox.c.name == box.name).values(values)).rowcount:
            self._c.execute(insert(mailbox).values(name=box.name, **values))

    def rename_mailboxes(self, names: Mapping[str, str]) -> None:
        """Old name → new name, all at once: two may have changed theirs with each other."""
        parked = {old: f"\x1f{number}" for number, old in enumerate(names)}
        for old, parking in parked.items():
            self._rename_mailbox(old, parking)
        for old, parking in parked.items():
            self._rename_mailbox(parking, names[old])

    def _rename_mailbox(self, old: str, new: str) -> None:
        for column in _NAMED:
            self._c.execute(update(column.table).where(column == old).values({column.name: new}))
        for column, before, behind in _BEGINS_WITH_NAME:
            self._rename_beginning(column.table, column, f"{before}{old}{behind}", f"{before}{new}{behind}")
        for kind in _VALUES:
            if self._c.scalar(select(meta.c.key).where(meta.c.key == f"{kind}{old}")) is not None:
                self._c.execute(delete(meta).where(meta.c.key == f"{kind}{new}"))  # of one that is not watched any more
                self._c.execute(update(meta).where(meta.c.key == f"{kind}{old}").values(key=f"{kind}{new}"))

    def _rename_beginning(self, table: Table, column: Column[Any], old: str, new: str) -> None:
        renamed = literal(new).concat(func.substr(column, len(old) + 1))
        beginning = func.substr(column, 1, len(old))
        self._c.execute(update(table).where(beginning == old).values({column.name: renamed}))
