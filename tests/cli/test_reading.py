"""Commands that only read: they create nothing, convert nothing, and wait for no writer."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.rows import MONDAY, inquiry
from watcher.cli import main
from watcher.edge.store import tables
from watcher.edge.store.store import Store

CONFIG = """
[watcher]
state_dir = "{folder}/state"
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = {{ host = "127.0.0.1", port = 9, user = "x", password = {{ env = "SALES" }} }}
smtp = {{ host = "127.0.0.1", port = 9, user = "x", password = {{ env = "SALES" }} }}
"""
READERS = (
    ("status",),
    ("status", "--json"),
    ("list",),
    ("list", "--all", "--json"),
    ("show", "1"),
    ("explain", "1"),
    ("explain", "<q1@mill.example>"),
    ("report",),
    ("rules", "propose"),
    ("reconcile",),
)
#: What exits with 1 though it could read: nobody runs, no such message, no server.
FINDERS = {"status", "reconcile", "explain"}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    return tmp_path


@pytest.fixture
def state(house: Path) -> Path:
    store = Store(url_of(house))
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
    store.close()
    return house / "state"


def url_of(house: Path) -> str:
    return f"sqlite:///{house}/state/watcher.sqlite3"


def call(house: Path, *words: object):
    return CliRunner().invoke(main, ["-c", str(house / "config.toml"), *map(str, words)])


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_where_there_is_no_state_it_says_so_and_makes_none(house, words):
    done = call(house, *words)
    assert (done.exit_code, f"there is no state in {house}/state yet" in done.output) == (1, True), done.output
    assert not (house / "state").exists()


def test_a_backup_of_no_state_says_the_same(house):
    done = call(house, "backup", house / "copy")
    assert (done.exit_code, f"there is no state in {house}/state yet" in done.output) == (1, True), done.output
    assert [path.name for path in house.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_reading_changes_nothing_in_a_folder_nobody_may_write_to(house, state, words):
    before = snapshot(state)
    (state / "watcher.sqlite3").chmod(0o400)
    state.chmod(0o500)
    try:
        done = call(house, *words)
    finally:
        state.chmod(0o700)
    assert done.exit_code == 0 or words[0] in FINDERS, done.output
    assert "database" not in done.output
    assert snapshot(state) == before


@pytest.mark.parametrize("words", [*READERS, ("backup", "copy")], ids=" ".join)
def test_reading_does_not_wait_for_a_writer(house, state, words, monkeypatch):
    monkeypatch.chdir(house)
    writer = Store(url_of(house))
    with writer.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, subject="being written"))
        done = call(house, *words)  # ends while the lock is held, or never
    writer.close()
    assert done.exit_code == 0 or words[0] in FINDERS, done.output
    assert "being written" not in done.output
    assert "database" not in done.output


def test_an_older_database_is_left_to_the_service(house):
    old = Path(__file__).parent.parent / "edge" / "store" / "schema-1.sql"
    (house / "state").mkdir()
    made = sqlite3.connect(house / "state" / "watcher.sqlite3")
    made.executescript(old.read_text())
    made.close()
    before = snapshot(house / "state")
    done = call(house, "list")
    assert (done.exit_code, "start the service" in done.output) == (1, True), done.output
    assert snapshot(house / "state") == before


def test_a_write_that_was_cut_off_is_left_to_the_service(house, state):
    """What a power failure leaves: a journal that must be played back before the file can be read."""
    writer = sqlite3.connect(state / "watcher.sqlite3", isolation_level=None)
    writer.executescript("pragma cache_size = 1; begin immediate; create table x (data)")
    for _ in range(50):
        writer.execute("insert into x values (zeroblob(9000))")
    shutil.copytree(state, house / "crashed")
    writer.close()
    shutil.rmtree(state)
    (house / "crashed").rename(state)
    before = snapshot(state)
    assert "watcher.sqlite3-journal" in before
    done = call(house, "list")
    assert (done.exit_code, "start the service" in done.output) == (1, True), done.output
    assert snapshot(state) == before


def test_a_newer_database_is_refused(house, state):
    store = Store(url_of(house))
    with store.write_transaction() as tx:
        tx.set_meta("schema", str(tables.SCHEMA_VERSION + 1))
    store.close()
    done = call(house, "list")
    assert (done.exit_code, "install the newer Watcher" in done.output) == (2, True), done.output


def test_a_file_that_no_run_has_filled_is_no_state(house):
    (house / "state").mkdir()
    (house / "state" / "watcher.sqlite3").touch()
    assert "there is no state" in call(house, "list").output


def test_a_read_only_store_cannot_be_written_through(house, state):
    store = Store(url_of(house), read_only=True)
    with pytest.raises(Exception, match="readonly"), store.write_transaction() as tx:
        tx.set_meta("x", MONDAY.isoformat())
    store.close()
    shutil.rmtree(state)
