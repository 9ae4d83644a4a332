"""The way to the database past what a batch keeps in memory: what waits is written first, and what a statement changes is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, ScalarResult, Table

from watcher.edge.store.batch.numbers import HighestNumbers


class WriteBehindConnection:
    """As much of a `Connection` as the repositories use. `direct` goes to the database at once."""

    def __init__(self, direct: Connection) -> None:
        self.direct = direct
        #: Writes what waits.
        self.flush: Callable[[], None] = lambda: None
        self.highest_numbers = HighestNumbers(direct)
        self._forgetters: list[tuple[frozenset[Table], Callable[[], None]]] = []

    @property
    def dialect(self) -> Any:
        """Of the database."""
        return self.direct.dialect

    def forget_when_changed(self, tables: frozenset[Table], forget: Callable[[], None]) -> None:
        """`forget` is called before a statement that changes one of these tables, or nobody knows which."""
        self._forgetters.append((tables, forget))

    def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """As that of a Connection."""
        self._prepare(statement)
        return self.direct.execute(statement, parameters)

    def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """As that of a Connection."""
        self._prepare(statement)
        return self.direct.scalar(statement, parameters)

    def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:
        """As that of a Connection."""
        self._prepare(statement)
        return self.direct.scalars(statement, parameters)

    def exec_driver_sql(self, statement: str, parameters: Any = None) -> CursorResult[Any]:
        """As that of a Connection."""
        self._prepare(None)
        return self.direct.exec_driver_sql(statement, parameters)

    def _prepare(self, statement: Executable | None) -> None:
        self.flush()
        if statement is not None and statement.is_select:
            return
        changed = getattr(statement, "table", None)
        for tables, forget in self._forgetters:
            if changed is None or changed in tables:
                forget()
