"""An older database becomes a new one, in numbered steps, inside the transaction that finds it. A step never changes once released.

Most steps only add: `grow` gives a database every table, column and index of `tables` it lacks, so that such a step needs no list of
its own to be kept true. What cannot be added, and what must be converted, is written out in a step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    inspect,
    literal,
)
from sqlalchemy.schema import CreateColumn, CreateIndex

from watcher.edge.store import tables


def add_missing_schema_objects(connection: Connection, metadata: MetaData = tables.metadata) -> None:
    """Adds what is missing. ValueError: a column that no database can add to a table that has rows."""
    there = inspect(connection)
    names = set(there.get_table_names())
    for table in metadata.sorted_tables:
        if table.name not in names:
            table.create(connection)
            continue
        known = {column["name"] for column in there.get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                connection.exec_driver_sql(_add_column_statement(table, column, connection.dialect))
        indexed = {index["name"] for index in there.get_indexes(table.name)}
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            if index.name not in indexed:
                connection.execute(CreateIndex(index))


def _to_schema_3(connection: Connection) -> None:
    """What was part of a key or of a sentence gets a column of its own."""
    add_missing_schema_objects(connection)


#: Schema → what makes it of the one before.
MIGRATION_STEPS: Mapping[int, Callable[[Connection], None]] = {2: add_missing_schema_objects, 3: _to_schema_3}


def migrate_schema(connection: Connection, found: int, wanted: int = tables.SCHEMA_VERSION) -> None:
    """Every step from schema `found` to `wanted`."""
    for number in range(found + 1, wanted + 1):
        MIGRATION_STEPS[number](connection)


def _add_column_statement(table: Table, column: Column[Any], dialect: Dialect) -> str:
    must_say = not column.nullable and column.server_default is None
    if column.primary_key or column.unique or (must_say and isinstance(column.type, LargeBinary)):
        raise ValueError(f"{table.name}.{column.name} cannot be added: write a step that makes the table anew")
    quote = dialect.identifier_preparer
    words = f"ALTER TABLE {quote.format_table(table)} ADD COLUMN {CreateColumn(column).compile(dialect=dialect)}"
    if must_say:
        default = literal(_placeholder_value(column), column.type).compile(
            dialect=dialect, compile_kwargs={"literal_binds": True}
        )
        words = words.replace(" NOT NULL", f" DEFAULT {default} NOT NULL")
    for key in column.foreign_keys:
        words += f" REFERENCES {quote.quote(key.column.table.name)} ({quote.quote(key.column.name)})"
    return words


def _placeholder_value(column: Column[Any]) -> object:
    """What a row from before says in a column that must say something."""
    if isinstance(column.type, tables.UtcInstant):
        return datetime(1970, 1, 1, tzinfo=UTC)
    if isinstance(column.type, Boolean):
        return False
    return 0 if isinstance(column.type, Integer | Float) else ""
