"""Commands that only read: they create nothing, convert nothing, and wait for no writer."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.samples import MONDAY, inquiry
from watcher.edge.guard import GuardFile
from watcher.edge.store import tables
from watcher.edge.store.store import Store

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
def folder(configured: Path, state: Store) -> Path:
    """Of a state with one inquiry."""
    with state.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
    return configured / "state"


def url_of(house: Path) -> str:
    return f"sqlite:///{house}/state/watcher.sqlite3"


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_where_there_is_no_state_it_says_so_and_makes_none(configured, call, words):
    done = call(*words)
    assert (done.exit_code, f"there is no state in {configured}/state yet" in done.output) == (1, True), done.output
    assert not (configured / "state").exists()


def test_a_backup_of_no_state_says_the_same(configured, call):
    done = call("backup", configured / "copy")
    assert (done.exit_code, f"there is no state in {configured}/state yet" in done.output) == (1, True), done.output
    assert [path.name for path in configured.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_reading_changes_nothing_in_a_folder_nobody_may_write_to(configured, folder, call, words):
    before = snapshot(folder)
    (folder / "watcher.sqlite3").chmod(0o400)
    folder.chmod(0o500)
    try:
        done = call(*words)
    finally:
        folder.chmod(0o700)
    assert done.exit_code == 0 or words[0] in FINDERS, done.output
    assert "database" not in done.output
    assert snapshot(folder) == before


@pytest.mark.parametrize("words", [*READERS, ("backup", "copy")], ids=" ".join)
def test_reading_does_not_wait_for_a_writer(configured, folder, call, words, monkeypatch):
    monkeypatch.chdir(configured)
    writer = Store(url_of(configured))
    GuardFile.load_or_create(folder / "guard.json")
    with writer.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, subject="being written"))
        done = call(*words)  # ends while the lock is held, or never
    writer.close()
    assert done.exit_code == 0 or words[0] in FINDERS, done.output
    assert "being written" not in done.output
    assert "database" not in done.output


def test_an_older_database_is_left_to_the_service(configured, call):
    old = Path(__file__).parent.parent / "edge" / "store" / "schema-1.sql"
    (configured / "state").mkdir()
    made = sqlite3.connect(configured / "state" / "watcher.sqlite3")
    made.executescript(old.read_text())
    made.close()
    before = snapshot(configured / "state")
    done = call("list")
    assert (done.exit_code, "start the service" in done.output) == (1, True), done.output
    assert snapshot(configured / "state") == before


def test_a_write_that_was_cut_off_is_left_to_the_service(configured, folder, call):
    """What a power failure leaves: a journal that must be played back before the file can be read."""
    writer = sqlite3.connect(folder / "watcher.sqlite3", isolation_level=None)
    writer.executescript("pragma cache_size = 1; begin immediate; create table x (data)")
    for _ in range(50):
        writer.execute("insert into x values (zeroblob(9000))")
    shutil.copytree(folder, configured / "crashed")
    writer.close()
    shutil.rmtree(folder)
    (configured / "crashed").rename(folder)
    before = snapshot(folder)
    assert "watcher.sqlite3-journal" in before
    done = call("list")
    assert (done.exit_code, "start the service" in done.output) == (1, True), done.output
    assert snapshot(folder) == before


def test_a_newer_database_is_refused(configured, folder, call):
    store = Store(url_of(configured))
    with store.write_transaction() as tx:
        tx.set_meta("schema", str(tables.SCHEMA_VERSION + 1))
    store.close()
    done = call("list")
    assert (done.exit_code, "install the newer Watcher" in done.output) == (2, True), done.output


def test_a_file_that_no_run_has_filled_is_no_state(configured, call):
    (configured / "state").mkdir()
    (configured / "state" / "watcher.sqlite3").touch()
    assert "there is no state" in call("list").output


def test_a_read_only_store_cannot_be_written_through(configured, folder, call):
    store = Store(url_of(configured), read_only=True)
    with pytest.raises(Exception, match="readonly"), store.write_transaction() as tx:
        tx.set_meta("x", MONDAY.isoformat())
    store.close()
    shutil.rmtree(folder)
