"""The numbers of rows that are written later. Writers come one after another, so that nobody else takes them meanwhile."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, Table, bindparam, func, select

from watcher.edge.store.tables import inquiry, ledger, letter

#: Numbers that are asked for at once, at most: a batch has no more messages than a few of these.
MOST_AT_ONCE = 64
_NUMBERED = (inquiry, ledger, letter)


class HighestNumbers:
    """The highest number of each table whose rows a batch adds. The first that is asked for brings the others along, as a batch is often
    a single message that somebody waits for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Table, int] | None = None

    def take_number_of(self, table: Table) -> int:
        """0: the table has no row. What was told once is asked for again."""
        if self._known is None:
            self._known = dict(zip(_NUMBERED, self._connection.execute(_select_highest(_NUMBERED)).one(), strict=True))
        if table not in self._known:
            self._known[table] = int(self._connection.scalar(_select_highest((table,))) or 0)
        return self._known.pop(table)

    def forget_number_of(self, table: Table) -> None:
        """Somebody else added a row."""
        if self._known is not None:
            self._known.pop(table, None)


class RowNumbers:
    """The next numbers of one table, as the database would give them at once."""

    def __init__(
        self, connection: Connection, table: Table, highest: HighestNumbers, *, may_skip: bool = False
    ) -> None:
        """`may_skip`: nobody minds numbers that no row has. Then PostgreSQL is asked for some at once: for one, then two, then four."""
        self._connection = connection
        self._highest = highest
        self._may_skip = may_skip
        self._at_once = 1
        self._reserved: list[int] = []  # the next one last
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._table = table
        self._last: int | None = None

    def take(self) -> int:
        """The number of the next row. SQLite numbers a row one higher than the highest (sqlite.org/autoinc.html); PostgreSQL counts."""
        if not self._is_sqlite:
            if not self._reserved:
                self._reserved = self._reserve_numbers()
            return self._reserved.pop()
        if self._last is None:
            self._last = self._highest.take_number_of(self._table)
        self._last += 1
        return self._last

    def _reserve_numbers(self) -> list[int]:
        numbers = self._connection.scalars(_select_next_numbers(self._table), {"count": self._at_once})
        if self._may_skip:
            self._at_once = min(2 * self._at_once, MOST_AT_ONCE)
        return sorted(numbers.all(), reverse=True)

    def forget(self) -> None:
        """Somebody else added a row, after all that were taken here were written."""
        self._last = None
        self._highest.forget_number_of(self._table)


@cache
def _select_next_numbers(table: Table) -> Select[int]:
    """As many as the parameter `count` says."""
    (column,) = table.primary_key.columns
    numbers = func.nextval(func.pg_get_serial_sequence(table.name, column.name))
    return select(numbers).select_from(func.generate_series(1, bindparam("count", type_=Integer)))


@cache
def _select_highest(tables: tuple[Table, ...]) -> Select[Any]:
    """Made once: to make it takes longer than to ask it."""
    return select(
        *(
            select(func.coalesce(func.max(column), 0)).scalar_subquery()
            for table in tables
            for column in table.primary_key.columns
        )
    )
