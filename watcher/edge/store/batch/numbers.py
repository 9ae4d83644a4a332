"""The numbers of rows that are written later. Writers come one after another, so that nobody else takes them meanwhile."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, Select, Table, func, select


class RowNumbers:
    """The next numbers of one table, as the database would give them at once."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._table = table
        self._last: int | None = None

    def take(self) -> int:
        """The number of the next row. SQLite numbers a row one higher than the highest (sqlite.org/autoinc.html); PostgreSQL counts."""
        if not self._is_sqlite:
            return int(self._connection.scalar(_select_next_number(self._table)) or 0)
        if self._last is None:
            self._last = int(self._connection.scalar(_select_highest_number(self._table)) or 0)
        self._last += 1
        return self._last

    def forget(self) -> None:
        """Somebody else added a row, after all that were taken here were written."""
        self._last = None


@cache
def _select_next_number(table: Table) -> Select[tuple[int]]:
    (column,) = table.primary_key.columns
    return select(func.nextval(func.pg_get_serial_sequence(table.name, column.name)))


@cache
def _select_highest_number(table: Table) -> Select[tuple[int]]:
    """Made once: to make it takes longer than to ask it, and a batch is often a single message that somebody waits for."""
    (column,) = table.primary_key.columns
    return select(func.coalesce(func.max(column), 0))
