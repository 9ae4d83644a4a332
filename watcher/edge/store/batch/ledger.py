"""The ledger in a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, insert

from watcher.core.message.model import FolderRole, MessageKind
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows, group_by
from watcher.edge.store.batch.numbers import RowNumbers
from watcher.edge.store.ledger import LedgerEntry, LedgerRepository, entry_values
from watcher.edge.store.tables import ledger, stored_key

_INSERT = insert(ledger)


class BatchLedgerRepository(LedgerRepository):
    """Entries are found in memory by fingerprint and Message-ID, and added at the end."""

    def __init__(self, connection: WriteBehindConnection) -> None:
        super().__init__(cast(Connection, connection))
        self._direct = connection.direct
        self._database = LedgerRepository(connection.direct)
        self._by_fingerprint: KnownRows[str, list[LedgerEntry]] = KnownRows(self._load_by_fingerprint, list)
        self._by_message_id: KnownRows[str, list[LedgerEntry]] = KnownRows(self._database.entries_by_message_ids, list)
        self._own_sent_copies: dict[tuple[str, datetime], bool] = {}  # mailbox, since when
        self._numbers = RowNumbers(connection.direct, ledger, connection.highest_numbers, may_skip=True)
        self._waiting: list[dict[str, Any]] = []
        connection.forget_when_changed(frozenset({ledger}), self._forget)

    def _load_by_fingerprint(self, fingerprints: list[str]) -> dict[str, list[LedgerEntry]]:
        """And by the ids that will be asked for next."""
        ids = self._by_message_id.list_unknown()
        if not ids:
            return self._database.entries_by_fingerprints(fingerprints)
        entries = self._database.entries_by_either(fingerprints, ids)
        self._by_message_id.note_found(ids, group_by(entries, lambda entry: entry.message_id))
        return group_by(entries, lambda entry: entry.fingerprint)

    def load_expected(self, fingerprints: Iterable[str], message_ids: Iterable[str]) -> None:
        """Mail with these is coming."""
        self._by_fingerprint.load_expected(fingerprints)
        self._by_message_id.load_expected(map(stored_key, message_ids))

    def add_entry(self, line: LedgerEntry) -> int:
        """As the repository; that the message has a line already is known at the end."""
        number = self._numbers.take()
        self._waiting.append({"id": number, **entry_values(line)})
        if line.fingerprint:
            self._by_fingerprint[line.fingerprint].append(line)
        if line.message_id:
            self._by_message_id[stored_key(line.message_id)].append(line)
        if line.role is FolderRole.SENT and line.kind == MessageKind.OWN:
            self._own_sent_copies.clear()
        return number

    def entries_by_fingerprint(
        self, fingerprint: str, role: FolderRole, received_at: datetime | None
    ) -> Iterator[LedgerEntry]:
        """As the repository, of what is in memory."""
        return (
            entry
            for entry in list(self._by_fingerprint[fingerprint])
            if entry.role is role and received_at in (None, entry.received_at)
        )

    def entries_by_message_id(self, message_id: str) -> list[LedgerEntry]:
        """As the repository, of what is in memory."""
        return list(self._by_message_id[stored_key(message_id)])

    def inbox_entries_by_message_id(self, message_id: str) -> list[LedgerEntry]:
        """As the repository, of what is in memory."""
        return [entry for entry in self._by_message_id[stored_key(message_id)] if entry.role is FolderRole.INBOX]

    def has_own_sent_copies(self, mailbox: str, since: datetime) -> bool:
        """As the repository, of what is in memory."""
        asked = mailbox, since
        if asked not in self._own_sent_copies:
            self._own_sent_copies[asked] = super().has_own_sent_copies(mailbox, since)
        return self._own_sent_copies[asked]

    def flush(self) -> None:
        """Adds what waits."""
        if self._waiting:
            rows, self._waiting = self._waiting, []
            self._direct.execute(_INSERT, rows)

    def _forget(self) -> None:
        self._by_fingerprint.forget()
        self._by_message_id.forget()
        self._own_sent_copies.clear()
        self._numbers.forget()
