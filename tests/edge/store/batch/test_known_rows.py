"""edge/store: batch/known_rows.py batch/connection.py"""

from __future__ import annotations

import pytest
from sqlalchemy import select

from watcher.edge.store import tables
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows, group_by


class Database:
    """Knows the length of every word but "none", and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def load(self, keys: list[str]) -> dict[str, int]:
        self.asked.append(sorted(keys))
        return {key: len(key) for key in keys if key != "none"}


@pytest.fixture
def database():
    return Database()


def test_what_is_expected_is_asked_for_once_and_together(database):
    known = KnownRows(database.load, int)
    known.load_expected(["a", "bb", "none"])
    assert (known["a"], known["none"], known["bb"], known["ccc"]) == (1, 0, 2, 3)
    assert database.asked == [["a", "bb", "none"], ["ccc"]]


def test_what_another_query_brings_along_is_not_asked_for(database):
    known = KnownRows(database.load, int)
    known.load_expected(["a", "bb", "none"])
    assert known["bb"] == 2
    known.load_expected(["ccc", "dddd"])
    assert sorted(known.list_unknown()) == ["ccc", "dddd"]
    known.note_found(["ccc", "dddd"], {"ccc": 7})
    assert (known.list_unknown(), known["ccc"], known["dddd"]) == ([], 7, 0)
    assert database.asked == [["a", "bb", "none"]]


def test_values_are_grouped_in_their_order():
    assert group_by(["b", "aa", "a", "bb"], len) == {1: ["b", "a"], 2: ["aa", "bb"]}


def test_nothing_is_asked_before_it_is_needed(database):
    known = KnownRows(database.load, int)
    known.load_expected(["a", "bb"])
    assert "a" not in known
    assert database.asked == []


def test_what_was_forgotten_is_asked_for_again_with_all_that_is_expected(database):
    known = KnownRows(database.load, int)
    known.load_expected(["a", "bb"])
    known["a"] = 7
    assert known["a"] == 7
    known.forget()
    assert known["a"] == 1
    assert database.asked == [["a", "bb"]]
    known.forget(["bb", "never known"])
    assert known.select(["a", "bb"]) == {"a": 1, "bb": 2}
    assert database.asked == [["a", "bb"], ["bb"]]


def test_a_query_names_a_thousand_keys_at_most(database):
    known = KnownRows(database.load, int)
    known.load_expected(f"{n:05}" for n in range(2500))
    assert known["00001"] == 5
    assert [len(keys) for keys in database.asked] == [1000, 1000, 500]


@pytest.mark.parametrize(
    ("statement", "forgotten"),
    [
        (select(tables.meta), []),
        (tables.meta.delete(), ["meta"]),
        (tables.absence.delete(), []),
        ("DELETE FROM absence", ["meta", "letter"]),
    ],
    ids=["a look", "a change", "a change elsewhere", "nobody knows what"],
)
def test_what_waits_is_written_before_every_statement_and_forgotten_before_a_change(store, statement, forgotten):
    seen: list[str] = []
    with store.write_transaction() as tx:
        connection = WriteBehindConnection(tx.connection)
        connection.flush = lambda: seen.append("flush")
        connection.forget_when_changed(frozenset({tables.meta}), lambda: seen.append("meta"))
        connection.forget_when_changed(frozenset({tables.letter}), lambda: seen.append("letter"))
        if isinstance(statement, str):
            connection.exec_driver_sql(statement)
        else:
            connection.execute(statement)
    assert seen == ["flush", *forgotten]
