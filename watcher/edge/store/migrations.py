"""An older database becomes a new one, inside the transaction that finds it.

What is in the way goes first, then every table, column and index of `tables` that the database lacks is added: of a schema that only adds
nothing is written here. What must be converted is a step, by the schema that brought it. A step never changes once released.
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
    Text,
    func,
    insert,
    inspect,
    literal,
    select,
    type_coerce,
    update,
)
from sqlalchemy.schema import CreateColumn, CreateIndex

from watcher.core.message.model import MAX_KEY_OCTETS, Address, bounded_key
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
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index, if_not_exists=True))


def _make_way(connection: Connection, found: int) -> None:
    """What would stay beside its successor."""
    if found < 3:
        _rename_column(connection, "inquiry", "alert_at", "urgent_at")
    if found < 16:
        connection.exec_driver_sql("DROP INDEX IF EXISTS letter_recipient")  # by the person since


def _rename_column(connection: Connection, table: str, old: str, new: str) -> None:
    names = {column["name"] for column in inspect(connection).get_columns(table)}
    if old in names and new not in names:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}")


def _to_schema_3(connection: Connection) -> None:
    """What was part of a key or of a sentence gets a column of its own; troubles become incidents."""
    _split_letter_keys(connection)
    _split_letter_errors(connection)
    _convert_troubles(connection)
    _name_problem_kinds(connection)


def _split_letter_keys(connection: Connection) -> None:
    """`digest:anna:2026-11-24 09:00` → person and slot; urgent mail was a digest whose key begins with `alert:`."""
    letter = tables.letter
    rows = connection.execute(select(letter.c.id, letter.c.key).where(letter.c.kind.in_(("digest", "report")))).all()
    for number, key in rows:
        kind, _, rest = key.partition(":")
        person, _, slot = rest.partition(":")
        values = {"person": person, "slot": slot[:40]}
        if kind == "alert":
            values |= {"kind": "urgent", "slot": slot.partition(" ")[2][:40]}
        connection.execute(update(letter).where(letter.c.id == number).values(values))


#: What `error` said of letters that were withheld or cancelled → the code of the reason.
_REASONS_OF_SCHEMA_2 = {
    "dry run": "dry-run",
    "a person was faster": "already-handled",
    "a later digest replaces it": "superseded",
    "nothing waits any more": "nothing-waits",
}
_GIVEN_UP_OF_SCHEMA_2 = "given up after 24 h: "


def _split_letter_errors(connection: Connection) -> None:
    letter = tables.letter
    closed = select(letter.c.id, letter.c.error).where(letter.c.state.in_(("withheld", "cancelled")))
    for number, error in connection.execute(closed).all():
        values = {"reason": _REASONS_OF_SCHEMA_2.get(error, error)[:40], "error": ""}
        connection.execute(update(letter).where(letter.c.id == number).values(values))
    failed = select(letter.c.id, letter.c.error).where(letter.c.state == "failed")
    for number, error in connection.execute(failed).all():
        if error.startswith(_GIVEN_UP_OF_SCHEMA_2):
            values = {"reason": "given-up", "error": error.removeprefix(_GIVEN_UP_OF_SCHEMA_2)}
            connection.execute(update(letter).where(letter.c.id == number).values(values))


def _convert_troubles(connection: Connection) -> None:
    """`trouble` named a mailbox, `sales (sending)`, `database`, or nothing for the configuration."""
    there = inspect(connection)
    if not there.has_table("trouble"):
        return
    for name, since, text in connection.exec_driver_sql("SELECT mailbox, since, error FROM trouble").all():
        mailbox = name.removesuffix(" (sending)")
        if name in ("", "database"):
            kind, mailbox = ("database-older" if name else "configuration-refused"), ""
        elif mailbox != name:
            kind = "cannot-send"
        else:
            kind = "no-sent-folder" if text.startswith("no folder of sent mail") else "mailbox-unseen"
        values = {"kind": kind, "subject": mailbox, "since": datetime.fromisoformat(since), "text": text}
        connection.execute(insert(tables.incident).values(values))
    connection.exec_driver_sql("DROP TABLE trouble")


#: How the text of a problem began, which told its kind.
_PROBLEM_BEGINNINGS_OF_SCHEMA_2 = {
    "unreadable": "unreadable: ",
    "unreachable": "unreachable: ",
    "reply-bounced": "came back: ",
    "unacknowledged": "no acknowledgement: ",
    "merged": "the same conversation as ",
}


def _name_problem_kinds(connection: Connection) -> None:
    inquiry = tables.inquiry
    for kind, beginning in _PROBLEM_BEGINNINGS_OF_SCHEMA_2.items():
        connection.execute(update(inquiry).where(inquiry.c.problem.startswith(beginning)).values(problem_kind=kind))


def _to_schema_6(connection: Connection) -> None:
    """A mailbox has an account and a first look of its own; until now only its folders had one."""
    folder = tables.folder
    looks = select(folder.c.mailbox, func.min(folder.c.activated_at)).group_by(folder.c.mailbox)
    for name, activated_at in connection.execute(looks).all():
        values = {"name": name, "account": "", "address": "", "activated_at": activated_at}
        connection.execute(insert(tables.mailbox).values(values))


def _to_schema_7(connection: Connection) -> None:
    """Nags were counted when a digest was written: what an old digest lists was told as often as was counted."""
    line, inquiry = tables.digest_line, tables.inquiry
    of_inquiry = inquiry.c.number == line.c.inquiry
    told = select(inquiry.c.nags).where(of_inquiry).scalar_subquery()
    since = select(inquiry.c.waiting_since).where(of_inquiry).scalar_subquery()
    connection.execute(update(line).values(nag=told, since=since))


def _to_schema_10(connection: Connection) -> None:
    """Text has no length of its own any more, which PostgreSQL enforced; a key has one."""
    if connection.dialect.name != "sqlite":
        _lift_lengths(connection)
    for table in tables.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, tables.BoundedKey):
                _shorten_keys(connection, column)
    for column in (tables.turn.c.ids, tables.turn.c.parents):
        for ids in _long_values(connection, column):
            shortened = " ".join(map(bounded_key, ids.split()))
            connection.execute(update(tables.turn).where(column == ids).values({column: shortened}))


def _lift_lengths(connection: Connection) -> None:
    quote = connection.dialect.identifier_preparer
    there = inspect(connection)
    for table in tables.metadata.sorted_tables:
        limited = {row["name"] for row in there.get_columns(table.name) if getattr(row["type"], "length", None)}
        for column in table.columns:
            if column.name in limited and getattr(column.type, "length", None) is None:
                words = f"ALTER TABLE {quote.format_table(table)} ALTER COLUMN {quote.format_column(column)} TYPE TEXT"
                connection.exec_driver_sql(words)


def _shorten_keys(connection: Connection, column: Column[Any]) -> None:
    raw = type_coerce(column, Text)
    for value in _long_values(connection, column):
        connection.execute(update(column.table).where(raw == value).values({column: bounded_key(value)}))


def _long_values(connection: Connection, column: Column[Any]) -> list[str]:
    raw = type_coerce(column, Text)
    return list(connection.scalars(select(raw).where(func.length(raw) > MAX_KEY_OCTETS // 4).distinct()))


def _to_schema_16(connection: Connection) -> None:
    """Whom a letter goes to, as one person: what was sent to them is counted by an index."""
    recipient, key = tables.letter.c.recipient, tables.letter.c.recipient_key
    for address in connection.scalars(select(recipient).where(recipient != "").distinct()).all():
        values = {key: Address(address).person_key}
        connection.execute(update(tables.letter).where(recipient == address).values(values))


#: Schema → what converts the rows of an older one. Those that are missing here only added.
CONVERSIONS: Mapping[int, Callable[[Connection], None]] = {
    3: _to_schema_3,
    6: _to_schema_6,
    7: _to_schema_7,
    10: _to_schema_10,
    16: _to_schema_16,
}


def migrate_schema(connection: Connection, found: int) -> None:
    """From schema `found` to that of `tables`. SQLAlchemyError, ValueError: none of it may be committed."""
    _make_way(connection, found)
    add_missing_schema_objects(connection)
    for schema, convert in CONVERSIONS.items():
        if schema > found:
            convert(connection)


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
