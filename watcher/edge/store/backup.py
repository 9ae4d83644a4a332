"""A copy of the state in one file, made while the service runs, and put back where it does not. SQLite only.

The copy is a database that also holds what the guard file says, so that the two cannot be separated.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from watcher.edge.guard import GuardFile
from watcher.edge.private_files import create_scratch_file, publish_file
from watcher.edge.store import tables
from watcher.edge.store.store import database_file, open_sqlite_read_only

_GUARD_META_KEY = "guard"
_TABLES_OF_EVERY_SCHEMA = frozenset(
    {"meta", "folder", "ledger", "thread", "inquiry", "journal", "letter", "digest_line"}
)


class BackupError(Exception):
    """It cannot be copied or put back; the text says why and what to do. Nothing was changed. It is raised before anything
    is changed."""


def require_database_file(url: str) -> Path:
    """Where the database lies. BackupError: it is no file of ours."""
    path = database_file(url)
    if path is None:
        raise BackupError("this is for SQLite; for PostgreSQL use pg_dump, and copy guard.json beside it")
    return path


def save_state(url: str, guard: Path, target: Path) -> None:
    """A consistent copy of database and guard as `target`, complete or not there at all. BackupError, OSError: there is none."""
    source = require_database_file(url)
    if not source.is_file():
        raise BackupError(f"there is no state in {source.parent} yet: `watcher run` makes it")
    if not guard.is_file():
        raise BackupError(
            f"there is no {guard.name} in {guard.parent}, without which the state is not whole: `watcher run` makes it"
        )
    if os.path.lexists(target):
        raise BackupError(f"{target} exists: choose another name")
    scratch = create_scratch_file(target)
    try:
        with _open_read_only(source) as here, closing(sqlite3.connect(scratch)) as there:
            here.backup(there)
            # After the copy: a guard that is ahead of its database is the safe side.
            with there:
                there.execute("delete from meta where key = ?", (_GUARD_META_KEY,))
                there.execute("insert into meta (key, value) values (?, ?)", (_GUARD_META_KEY, guard.read_text()))
        _verified_guard_text(scratch)
        _sync_file(scratch)
        publish_file(scratch, target)
    except FileExistsError:
        raise BackupError(f"{target} exists: choose another name") from None
    except sqlite3.Error as error:
        raise BackupError(f"{source} cannot be copied: {error}") from None
    finally:
        scratch.unlink(missing_ok=True)


def restore_state(url: str, guard_path: Path, source: Path, now: datetime) -> Path | None:
    """The copy becomes the state; what was there is set aside, and named. Only while nobody runs. BackupError: nothing was done."""
    target = require_database_file(url)
    text = _verified_guard_text(source)
    scratch = create_scratch_file(target)
    try:
        with _open_read_only(source) as here, closing(sqlite3.connect(scratch)) as there:
            here.backup(there)
            with there:
                there.execute("delete from meta where key = ?", (_GUARD_META_KEY,))
        _merge_guard_file(guard_path, text)
        aside = None
        if target.exists():
            aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%dT%H%M%S}")
            target.rename(aside)
        journal = target.with_name(f"{target.name}-journal")
        if journal.exists():  # of what was set aside: beside another database it would destroy it
            journal.rename(target.with_name(f"{(aside or target).name}-journal"))
        scratch.rename(target)
        return aside
    except sqlite3.Error as error:
        raise BackupError(f"{source} cannot be put back: {error}") from None
    finally:
        scratch.unlink(missing_ok=True)


def _open_read_only(path: Path) -> closing[sqlite3.Connection]:
    return closing(open_sqlite_read_only(path))


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _verified_guard_text(path: Path) -> str:
    """What the guard file said. BackupError: it is no copy of a Watcher's whole state that this program can use."""
    if not path.is_file():
        raise BackupError(f"{path}: there is no such file")
    try:
        with _open_read_only(path) as copy:
            told = copy.execute("pragma quick_check(1)").fetchone()[0]
            if told != "ok":
                raise BackupError(f"{path} is damaged: {told}")
            facts: dict[str, str] = dict(copy.execute("select key, value from meta"))
            schema = int(facts.get("schema", 0))
            names = {name for (name,) in copy.execute("select name from sqlite_master where type = 'table'")}
    except (sqlite3.Error, ValueError) as error:
        raise BackupError(f"{path} is no copy of a Watcher's state ({error})") from None
    if schema > tables.SCHEMA_VERSION:
        raise BackupError(f"{path} has schema {schema}, newer than this program: install the newer Watcher")
    wanted = set(tables.metadata.tables) if schema == tables.SCHEMA_VERSION else _TABLES_OF_EVERY_SCHEMA
    missing = sorted(wanted - names) or [key for key in ("uuid", _GUARD_META_KEY) if not facts.get(key)]
    if missing:
        raise BackupError(f"{path} is not the whole state, as `watcher backup` copies it: {', '.join(missing)} missing")
    _parse_guard_text(facts[_GUARD_META_KEY])
    return facts[_GUARD_META_KEY]


def _merge_guard_file(path: Path, text: str) -> None:
    """The key of the copy, which its letters were signed with, and whichever count is higher."""
    GuardFile.load_or_create(path).merge_restored_state(*_parse_guard_text(text))


def _parse_guard_text(text: str) -> tuple[str, str, int]:
    """uuid of the database, key in hexadecimal, letters sent. BackupError: it is no guard file."""
    try:
        values = json.loads(text)
        copied = str(values["database"]), str(values["key"]), int(values["send_seq"])
        bytes.fromhex(copied[1])
    except (ValueError, KeyError, TypeError):
        raise BackupError("the copy's guard cannot be read") from None
    return copied
