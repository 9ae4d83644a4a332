"""A database of every schema there was becomes what a new one is, and keeps what it knew."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    inspect,
    text,
)

from tests.rows import MONDAY
from watcher.core.inquiry.model import InquiryState
from watcher.core.outbox.model import LetterState
from watcher.edge.store import tables
from watcher.edge.store.migrations import MIGRATION_STEPS, add_missing_schema_objects
from watcher.edge.store.store import Store

FROZEN = sorted(Path(__file__).parent.glob("schema-*.sql"))


def shape(path) -> dict[str, set[str]]:
    """Table → its columns and indexes."""
    engine = create_engine(f"sqlite:///{path}")
    there = inspect(engine)
    found = {
        name: {each["name"] for each in there.get_columns(name)}
        | {f"index {each['name']}" for each in there.get_indexes(name)}
        for name in there.get_table_names()
    }
    engine.dispose()
    return found


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def old(request, tmp_path):
    path = tmp_path / "w.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text())
    connection.close()
    return path


def test_there_is_a_frozen_database_of_every_schema_but_the_last():
    assert [int(re.findall(r"\d+", path.stem)[0]) for path in FROZEN] == list(range(1, tables.SCHEMA_VERSION))
    assert sorted(MIGRATION_STEPS) == list(range(2, tables.SCHEMA_VERSION + 1))


def test_an_old_database_has_all_that_a_new_one_has(old, tmp_path):
    Store(f"sqlite:///{old}").close()
    Store(f"sqlite:///{tmp_path}/new.sqlite3").close()
    new = shape(tmp_path / "new.sqlite3")
    grown = shape(old)
    assert {name: grown[name] >= rest for name, rest in new.items()} == dict.fromkeys(new, True)
    again = shape(old)
    Store(f"sqlite:///{old}").close()
    assert shape(old) == again


def test_what_it_knew_is_read_as_before(old):
    store = Store(f"sqlite:///{old}")
    with store.write_transaction() as tx:
        assert tx.get_meta("schema") == str(tables.SCHEMA_VERSION)
        (inquiry,) = tx.inquiries.find_by_state()
        assert (inquiry.customer, inquiry.state, inquiry.waiting_since) == (
            "carol@customer.example", InquiryState.WAITING, MONDAY,
        )  # fmt: skip
        assert [each.state for each in tx.letters.list_by_state(set(LetterState))] == [
            LetterState.SENT,
            LetterState.PENDING,
        ]
        assert tx.letters.digest_inquiries(2) == [1]
        assert tx.ledger.count_by_folder() == {("sales", "INBOX"): 3}
        assert [each.event for each in tx.inquiries.journal_of(1)] == ["opened"]
        assert tx.ledger.list_undecided_mail(100) == []
        tx.inquiries.save(inquiry)  # and written
    store.close()


# --- the step that only adds, on tables of its own

BEFORE, AFTER = MetaData(), MetaData()
Table("thing", BEFORE, Column("id", Integer, primary_key=True))
Table("other", AFTER, Column("id", Integer, primary_key=True))
Table(
    "thing",
    AFTER,
    Column("id", Integer, primary_key=True),
    Column("word", String(10), nullable=False),
    Column("order", Text),
    Column("count", Integer, nullable=False, index=True),
    Column("yes", Boolean, nullable=False),
    Column("at", tables.UtcInstant, nullable=False),
    Column("data", LargeBinary),
)


def test_rows_from_before_say_nothing_in_new_columns_that_must_say_something(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/x.sqlite3")
    with engine.begin() as connection:
        BEFORE.create_all(connection)
        connection.execute(text("insert into thing values (1)"))
        add_missing_schema_objects(connection, AFTER)
    with engine.begin() as connection:
        add_missing_schema_objects(connection, AFTER)  # a second time changes nothing
        row = connection.execute(AFTER.tables["thing"].select()).one()
        assert tuple(row) == (1, "", None, 0, False, datetime(1970, 1, 1, tzinfo=UTC), None)
        assert set(inspect(connection).get_table_names()) == {"thing", "other"}
        assert [each["name"] for each in inspect(connection).get_indexes("thing")] == ["ix_thing_count"]
    engine.dispose()


@pytest.mark.parametrize(
    "column", [{"type_": Text, "unique": True}, {"type_": LargeBinary, "nullable": False}], ids=["unique", "octets"]
)
def test_what_cannot_be_added_is_said(tmp_path, column):
    impossible = MetaData()
    Table("thing", impossible, Column("id", Integer, primary_key=True), Column("key", **column))
    engine = create_engine(f"sqlite:///{tmp_path}/x.sqlite3")
    with engine.begin() as connection:
        BEFORE.create_all(connection)
        with pytest.raises(ValueError, match=r"thing\.key cannot be added"):
            add_missing_schema_objects(connection, impossible)
    engine.dispose()
