"""edge/store/backup.py: a copy is whole or not there, and what it replaces is set aside."""

import sqlite3

import pytest

from tests.samples import MONDAY
from watcher.edge.guard import GuardFile
from watcher.edge.store import backup
from watcher.edge.store.store import Store


@pytest.fixture
def url(tmp_path, file_store):
    GuardFile.load_or_create(tmp_path / "guard.json")
    with file_store.write_transaction() as tx:
        tx.set_meta("n", "1")
    return f"sqlite:///{tmp_path}/watcher.sqlite3"


def read_fact(url):
    opened = Store(url, read_only=True)
    with opened.read_transaction() as tx:
        found = tx.get_meta("n"), tx.get_meta("guard")
    opened.close()
    return found


def test_what_was_copied_comes_back_and_what_was_there_is_set_aside(tmp_path, file_store, url):
    guard = GuardFile.load_or_create(tmp_path / "guard.json")
    guard.bind_database("a database", 5)
    backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    with file_store.write_transaction() as tx:
        tx.set_meta("n", "2")
    guard.record_send_seq(9)
    file_store.close()

    aside = backup.restore_state(url, tmp_path / "guard.json", tmp_path / "copy", MONDAY)

    assert read_fact(url) == ("1", None), "the guard's text stays in the copy"
    assert aside == tmp_path / "watcher.sqlite3.before-restore-20261123T100000"
    assert read_fact(f"sqlite:///{aside}") == ("2", None)
    merged = GuardFile.load_or_create(tmp_path / "guard.json")
    assert (merged.send_seq, merged.signing_key) == (9, guard.signing_key), (
        "the higher count: letters that left have left"
    )


def test_a_copy_belongs_to_its_owner_alone(tmp_path, url):
    backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600


def test_nothing_is_overwritten(tmp_path, url):
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(backup.BackupError, match="choose another name"):
        backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_copy_changes_nothing(tmp_path, url, content):
    if content is not None:
        (tmp_path / "copy").write_bytes(content)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(backup.BackupError):
        backup.restore_state(url, tmp_path / "guard.json", tmp_path / "copy", MONDAY)
    assert read_fact(url) == ("1", None)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_copy_of_a_newer_program_is_refused(tmp_path, file_store, url):
    with file_store.write_transaction() as tx:
        tx.set_meta("schema", "999")
    with pytest.raises(backup.BackupError, match="schema 999"):
        backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("url", ["sqlite://", "postgresql+psycopg://watcher@db/watcher"])
def test_only_a_file_can_be_copied(url):
    with pytest.raises(backup.BackupError, match="pg_dump"):
        backup.require_database_file(url)


def test_a_copy_never_takes_the_name_of_a_link(tmp_path, url):
    (tmp_path / "copy").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(backup.BackupError, match="choose another name"):
        backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    assert not (tmp_path / "elsewhere").exists()


def test_a_state_without_its_guard_is_not_copied(tmp_path, url):
    (tmp_path / "guard.json").unlink()
    with pytest.raises(backup.BackupError, match="not whole"):
        backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("delete from meta where key = 'guard'", "guard missing"),
        ("delete from meta where key = 'uuid'", "uuid missing"),
        ("update meta set value = '{}' where key = 'guard'", "guard cannot be read"),
        ("drop table letter", "letter missing"),
        ("drop table review", "review missing"),
    ],
)
def test_what_is_not_the_whole_state_is_not_put_back(tmp_path, file_store, url, damage, words):
    backup.save_state(url, tmp_path / "guard.json", tmp_path / "copy")
    connection = sqlite3.connect(tmp_path / "copy")
    connection.executescript(f"pragma foreign_keys=off; {damage};")
    connection.close()
    file_store.close()
    with pytest.raises(backup.BackupError, match=words):
        backup.restore_state(url, tmp_path / "guard.json", tmp_path / "copy", MONDAY)
    assert read_fact(url) == ("1", None)


def test_the_database_itself_is_no_copy(tmp_path, file_store, url):
    with pytest.raises(backup.BackupError, match="not the whole state"):
        backup.restore_state(url, tmp_path / "guard.json", tmp_path / "watcher.sqlite3", MONDAY)
