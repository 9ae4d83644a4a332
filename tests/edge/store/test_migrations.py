"""A database of every schema there was becomes what a new one is, and keeps what it knew."""

from __future__ import annotations

import logging
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

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.inquiry.model import InquiryState, ProblemKind
from watcher.core.message.model import bounded_key
from watcher.core.outbox.model import LetterState
from watcher.edge.store import tables
from watcher.edge.store.migrations import add_missing_schema_objects
from watcher.edge.store.store import Store

FROZEN = sorted(Path(__file__).parent.glob("schema-*.sql"), key=lambda path: int(path.stem.removeprefix("schema-")))

#: SQLAlchemy does not see an index over an expression, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")


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


@pytest.mark.parametrize("old", FROZEN[:15], indirect=True, ids=lambda path: path.stem)  # schema 16 has the key
def test_what_was_sent_to_one_person_is_counted_whatever_stood_behind_a_plus(old):
    connection = sqlite3.connect(old)
    connection.execute("UPDATE letter SET recipient = 'Carol+shop@Customer.example'")
    connection.commit()
    connection.close()
    store = Store(f"sqlite:///{old}")
    with store.read_transaction() as tx:
        keys = tx.connection.exec_driver_sql("SELECT DISTINCT recipient_key FROM letter").scalars().all()
    store.close()
    assert keys == ["carol@customer.example"]


def test_an_old_database_has_all_that_a_new_one_has(old, tmp_path):
    Store(f"sqlite:///{old}").close()
    Store(f"sqlite:///{tmp_path}/new.sqlite3").close()
    new = shape(tmp_path / "new.sqlite3")
    grown = shape(old)
    assert {name: grown[name] >= rest for name, rest in new.items()} == dict.fromkeys(new, True)
    again = shape(old)
    Store(f"sqlite:///{old}").close()
    assert shape(old) == again


def test_that_it_was_converted_is_said_once(old, caplog):
    caplog.set_level(logging.INFO)
    for expected in (1, 0):
        caplog.clear()
        Store(f"sqlite:///{old}").close()
        assert sum("converted the database" in each.message for each in caplog.records) == expected


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
        assert tx.count_rows_by_table()["ledger"] == 3
        assert [each.event for each in tx.inquiries.journal_of(1)] == ["opened"]
        assert tx.ledger.list_undecided_mail(100) == []
        assert [entry.attention for entry in tx.ledger.entries_of_inquiry(1)] == [None]  # nobody asked, until schema 4
        tx.inquiries.save(inquiry)  # and written
    store.close()


SCHEMA_2 = Path(__file__).with_name("schema-2.sql")
A_LETTER = (
    "insert into letter (kind, key, state, mailbox, sender, recipient, message_id, data, created_at, next_at, attempts, "
    "may_have_left, error) select ?, ?, ?, mailbox, sender, recipient, ?, data, created_at, next_at, 0, 0, ? "
    "from letter where id = 1"
)


@pytest.mark.parametrize(
    ("kind", "key", "state", "error", "becomes"),
    [
        ("digest", "digest:anna:2026-11-23 14:00", "sent", "", ("digest", "anna", "2026-11-23 14:00", "", "")),
        ("digest", "alert:anna:7 2026-11-23 09:00:00", "pending", "", ("urgent", "anna", "2026-11-23 09:00:00", "", "")),
        ("report", "report:ben:2026-11-23", "pending", "no route", ("report", "ben", "2026-11-23", "", "no route")),
        ("digest", "digest:anna:x", "cancelled", "a later digest replaces it", ("digest", "anna", "x", "superseded", "")),
        ("acknowledgement", "ack:sales:c:q", "withheld", "rate-domain", ("acknowledgement", "", "", "rate-domain", "")),
        ("acknowledgement", "ack:sales:c:q", "cancelled", "a person was faster", ("acknowledgement", "", "", "already-handled", "")),
        ("alert", "alarm", "failed", "given up after 24 h: no route", ("alert", "", "", "given-up", "no route")),
        ("digest", "digest:anna:x", "failed", "554 no", ("digest", "anna", "x", "", "554 no")),
    ],
)  # fmt: skip
def test_what_was_part_of_a_key_or_a_sentence_has_a_column(tmp_path, kind, key, state, error, becomes):
    path = tmp_path / "w.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.executescript(SCHEMA_2.read_text())
        connection.execute("delete from letter where id = 2 and key = ?", (key,))
        connection.execute(A_LETTER, (kind, key, state, "n.9@example.com", error))
    connection.close()
    store = Store(f"sqlite:///{path}")
    with store.read_transaction() as tx:
        found = tx.letters.find_by_message_id(["n.9@example.com"])
        assert (found.kind, found.person, found.slot, found.reason, found.error) == becomes
    store.close()


def test_troubles_become_incidents(tmp_path):
    path = tmp_path / "w.sqlite3"
    since = "2026-11-23T10:00:00.000000Z"
    names = {"": "unknown key", "database": "is gone", "sales": "no route", "sales (sending)": "535 no",
             "info": "no folder of sent mail was found"}  # fmt: skip
    with sqlite3.connect(path) as connection:
        connection.executescript(SCHEMA_2.read_text())
        connection.executemany(
            "insert into trouble values (?, ?, ?)", [(name, since, text) for name, text in names.items()]
        )
    connection.close()
    store = Store(f"sqlite:///{path}")
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == [
            Incident(IncidentKind.CANNOT_SEND, "sales", MONDAY, "535 no"),
            Incident(IncidentKind.CONFIGURATION_REFUSED, "", MONDAY, "unknown key"),
            Incident(IncidentKind.DATABASE_OLDER, "", MONDAY, "is gone"),
            Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no route"),
            Incident(IncidentKind.NO_SENT_FOLDER, "info", MONDAY, "no folder of sent mail was found"),
        ]
    store.close()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("unreadable: no header. Please look at it.", ProblemKind.UNREADABLE),
        ("unreachable: our acknowledgement to carol@customer.example came back: 550", ProblemKind.UNREACHABLE),
        ("came back: the reply to carol@customer.example did not arrive: 550", ProblemKind.REPLY_BOUNCED),
        ("no acknowledgement: a line end in the address", ProblemKind.UNACKNOWLEDGED),
        ("the same conversation as 3", ProblemKind.MERGED),
        ("", ProblemKind.NONE),
    ],
)
@pytest.mark.parametrize("old", FROZEN[:2], indirect=True, ids=lambda path: path.stem)  # schema 3 has the column
def test_a_problem_that_was_told_by_its_words_has_its_kind(old, words, kind):
    connection = sqlite3.connect(old)
    connection.execute("update inquiry set problem = ?", (words,))
    connection.commit()
    connection.close()
    store = Store(f"sqlite:///{old}")
    with store.write_transaction() as tx:
        (inquiry,) = tx.inquiries.find_by_state()
    assert (inquiry.problem_kind, inquiry.problem) == (kind, words)
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


def test_on_postgresql_text_loses_the_lengths_that_it_had(postgresql):
    url = postgresql.create_database()
    store = Store(url)
    with store.write_transaction() as tx:
        tx.set_meta("schema", "9")
        for words in ("meta alter column key", "letter alter column slot"):
            tx.connection.exec_driver_sql(f"alter table {words} type varchar(40)")
    store.close()
    store = Store(url)
    with store.write_transaction() as tx:
        tx.set_meta("slot:" + "n" * 100, "x")
        lengths = {
            row["name"]: getattr(row["type"], "length", None) for row in inspect(tx.connection).get_columns("letter")
        }
    store.close()
    assert lengths["slot"] is None


def test_keys_that_were_longer_than_a_key_may_be_are_found(tmp_path):
    path, long = tmp_path / "w.sqlite3", "q" * 3000
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "schema-9.sql").read_text())
    connection.execute("insert into thread (message_id, inquiry) values (?, 1)", (long,))
    connection.commit()
    connection.close()
    store = Store(f"sqlite:///{path}")
    with store.write_transaction() as tx:
        assert tx.threads.inquiries_by_thread_key([bounded_key(long)]) == {bounded_key(long): [1]}
    store.close()
