"""Many rows by one statement: its text is made once for each database, and the driver gets the rows.

SQLAlchemy would look at the statement anew for each row, which costs more than the database does. Values are converted by the columns' own
types, as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Update
from sqlalchemy.exc import StatementError
from sqlalchemy.sql.dml import Delete

_Convert = Callable[[Any], Any]


class _WrittenStatement(NamedTuple):
    text: str
    parameters: tuple[tuple[str, _Convert | None], ...]  # in the order of the text
    is_positional: bool

    def convert_row(self, row: Mapping[str, Any]) -> Any:
        values = [row[name] if convert is None else convert(row[name]) for name, convert in self.parameters]
        if self.is_positional:
            return tuple(values)
        return {name: value for (name, _), value in zip(self.parameters, values, strict=True)}


def write_rows(connection: Connection, statement: Insert | Update | Delete, rows: Sequence[Mapping[str, Any]]) -> None:
    """Runs `statement` once for each row, all of which have the same names. SQLAlchemyError: the database refuses one, or a value is of
    another type; KeyError: a row lacks a name."""
    written = _write_out(statement, connection.dialect, tuple(rows[0]))
    try:
        values = [written.convert_row(row) for row in rows]
    except (ValueError, TypeError) as error:
        raise StatementError(str(error), written.text, None, error) from error
    connection.exec_driver_sql(written.text, values)


@lru_cache(maxsize=64)
def _write_out(statement: Insert | Update | Delete, dialect: Dialect, names: tuple[str, ...]) -> _WrittenStatement:
    compiled = statement.compile(dialect=dialect, column_keys=list(names), for_executemany=True)
    order = compiled.positiontup or list(compiled.binds)
    types = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
    parameters = tuple((name, types[name].bind_processor(dialect)) for name in order)
    return _WrittenStatement(str(compiled), parameters, bool(compiled.positional))
