"""The database: opening it, transactions, and the few facts about the installation itself.

`Store.run_write` runs a function in one transaction on one thread; what it is given (`Transaction`) has a room for each noun. The caller
decides, this file only remembers. Nothing here knows what a state means.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, func, insert, inspect, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

from watcher.edge.private_files import create_private_file
from watcher.edge.store import migrations, postgresql, tables
from watcher.edge.store.alerts import AlertRepository
from watcher.edge.store.canaries import CanaryRepository
from watcher.edge.store.commands import CommandRepository
from watcher.edge.store.figures import FigureRepository
from watcher.edge.store.folders import FolderRepository
from watcher.edge.store.incidents import IncidentRepository
from watcher.edge.store.inquiries import InquiryRepository
from watcher.edge.store.leases import LeaseRepository
from watcher.edge.store.ledger import LedgerRepository
from watcher.edge.store.letters import LetterRepository
from watcher.edge.store.mailboxes import MailboxRepository
from watcher.edge.store.people import AbsenceRepository
from watcher.edge.store.personal_data import PersonalDataRepository
from watcher.edge.store.reviews import ReviewRepository
from watcher.edge.store.threads import ThreadRepository

log = logging.getLogger("watcher.store")

T = TypeVar("T")
_SELECT_META = select(tables.meta.c.value).where(tables.meta.c.key == bindparam("name"))
_UPDATE_META = update(tables.meta).where(tables.meta.c.key == bindparam("name"))
_INSERT_META = insert(tables.meta)
_SELECT_META_OF = select(tables.meta).where(tables.meta.c.key.in_(bindparam("names", expanding=True)))

_BEGIN_WRITE = "BEGIN IMMEDIATE"
#: Seconds that closing waits for the transaction that runs.
CLOSE_TIMEOUT = 5.0
#: SQLite's primary result codes for a file that is no database any more (sqlite.org/rescode.html).
_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
#: What SQLite's words have in them → what to do.
_ADVICE = (
    (("disk is full",), "free some space; nothing is lost"),
    (("readonly", "read-only"), "the state directory must be writable for the user Watcher runs as"),
    (("locked",), "another program keeps the database busy"),
    (("malformed", "not a database"), "the file is damaged: stop Watcher, move it aside or restore a backup"),
    (("unable to open",), "the state directory must exist and be writable for the user Watcher runs as"),
)


class StoreError(Exception):
    """The database cannot be used now; the text says why and what to do. Nothing of the transaction that raised it was kept."""


class DatabaseDamagedError(StoreError):
    """The file is no database any more: SQLITE_CORRUPT or SQLITE_NOTADB (https://sqlite.org/rescode.html)."""


class UnstorableError(StoreError):
    """The database is well and refuses these values: text that is none (NUL, half a surrogate pair), a number or a key too large."""


class NewerSchemaError(StoreError):
    """Raised at opening: the database was written by a newer Watcher. Nothing was changed."""


class NoStateError(StoreError):
    """Raised at opening to read: there is no database yet, and reading makes none."""


class OlderSchemaError(StoreError):
    """Raised at opening to read: the database was written by an older Watcher, and reading converts nothing."""


class Transaction:
    """One transaction. Everything written through it becomes true together or not at all. Whatever the database refuses
    raises StoreError."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.waits: list[Callable[[], None]] = []
        self.when_kept: list[Callable[[], None]] = []
        self.mailboxes = MailboxRepository(connection)
        self.folders = FolderRepository(connection)
        self.ledger = LedgerRepository(connection)
        self.incidents = IncidentRepository(connection)
        self.alerts = AlertRepository(connection)
        self.figures = FigureRepository(connection)
        self.canaries = CanaryRepository(connection)
        self.inquiries = InquiryRepository(connection)
        self.letters = LetterRepository(connection)
        self.threads = ThreadRepository(connection)
        self.people = AbsenceRepository(connection)
        self.commands = CommandRepository(connection)
        self.reviews = ReviewRepository(connection)
        self.leases = LeaseRepository(connection)
        self.personal_data = PersonalDataRepository(connection)

    def hold_until(self, wait: Callable[[], None]) -> None:
        """Something was begun that goes on beside the commit. `wait` waits for it before this thread does anything else; what it raises
        is raised though the transaction is kept, and not where that fails."""
        self.waits.append(wait)

    def call_when_kept(self, action: Callable[..., None], *values: object) -> None:
        """Calls it when the transaction is on disk, and never where it is not: a line of the log that says what was changed is true."""
        self.when_kept.append(partial(action, *values))

    def get_meta(self, key: str) -> str | None:
        """A fact about the installation."""
        value: str | None = self.connection.scalar(_SELECT_META, {"name": key})
        return value

    def set_meta(self, key: str, value: str) -> None:
        """Sets a fact about the installation, or replaces it. UnstorableError: the database refuses the text."""
        if not self.connection.execute(_UPDATE_META, {"name": key, "value": value}).rowcount:
            self.connection.execute(_INSERT_META, {"key": key, "value": value})

    def get_meta_instant(self, key: str) -> datetime | None:
        """A fact that is an instant (UTC); None where it was never set. ValueError: it is none."""
        value = self.get_meta(key)
        return datetime.fromisoformat(value) if value else None

    def get_meta_instants(self, *keys: str) -> tuple[datetime | None, ...]:
        """Several facts that are instants (UTC), in this order, by one query. ValueError: one is none."""
        rows = self.connection.execute(_SELECT_META_OF, {"names": keys})
        found = {row.key: datetime.fromisoformat(row.value) for row in rows if row.value}
        return tuple(found.get(key) for key in keys)

    def next_send_seq(self) -> int:
        """Counts the points of no return; the guard file keeps the same number outside the database."""
        number = int(self.get_meta("send_seq") or 0) + 1
        self.set_meta("send_seq", str(number))
        return number

    def count_rows_by_table(self) -> dict[str, int]:
        """Rows a table, for the status and for tests."""
        return {
            name: self.connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in tables.metadata.tables.items()
        }


class Store:
    """The open database. `write` from the daemon's loops, `begin` from a command."""

    def __init__(self, url: str, executor: Executor | None = None, *, read_only: bool = False) -> None:
        """Opens `url` and makes the tables where there are none, or converts them. StoreError: unusable, or written by a
        newer Watcher.

        `read_only`: nothing is created, converted, written or locked against a writer. NoStateError, OlderSchemaError: there is
        nothing to read without that.
        """
        self._read_only = read_only
        self._is_closed = False
        self._engine = _build_read_only_engine(url) if read_only else _build_engine(url)
        self._is_sqlite = self._engine.dialect.name == "sqlite"
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        #: Called with "before" and "after" at every commit; a simulation stops the world there.
        self.on_commit: Callable[[str], None] = lambda instant: None
        if read_only:
            with self.read_transaction() as tx:
                _require_current_schema(tx)
            return
        with self.write_transaction() as tx:
            self._prepare_schema(tx)

    @property
    def is_shared(self) -> bool:
        """May other processes of the service use it at the same time?"""
        return not self._is_sqlite

    def _prepare_schema(self, tx: Transaction) -> None:
        if inspect(tx.connection).has_table("meta"):
            schema = int(tx.get_meta("schema") or 0)
            _refuse_newer_schema(schema)
            if schema < tables.SCHEMA_VERSION:
                migrations.migrate_schema(tx.connection, schema)
                tx.set_meta("schema", str(tables.SCHEMA_VERSION))
                text = "converted the database from schema=%d to schema %d: an older Watcher reads it no more"
                tx.call_when_kept(log.info, text, schema, tables.SCHEMA_VERSION)
            return
        tables.metadata.create_all(tx.connection)
        tx.set_meta("schema", str(tables.SCHEMA_VERSION))
        tx.set_meta("uuid", secrets.token_hex(16))

    @contextmanager
    def write_transaction(self) -> Iterator[Transaction]:
        """One transaction in this thread: commits at the end of the block, rolls back when it raises."""
        waits: list[Callable[[], None]] = []
        try:
            with _translate_errors():
                with self._engine.connect() as connection, connection.begin():
                    self._begin_transaction(connection, _BEGIN_WRITE)
                    tx = Transaction(connection)
                    waits = tx.waits
                    yield tx
                    self.on_commit("before")
                for action in tx.when_kept:
                    action()
                self.on_commit("after")
        except Exception:
            for wait in waits:
                with suppress(Exception):  # the first trouble is the one to tell
                    wait()
            raise
        for wait in waits:
            wait()

    @contextmanager
    def read_transaction(self) -> Iterator[Transaction]:
        """What is true now, in this thread: keeps no writer waiting, and what is written through it is thrown away.
        StoreError: it cannot be read."""
        with _translate_errors(), self._engine.connect() as connection, connection.begin() as transaction:
            self._begin_transaction(connection, "BEGIN")
            yield Transaction(connection)
            transaction.rollback()

    def _begin_transaction(self, connection: Connection, words: str) -> None:
        if self._is_sqlite:  # whose driver would begin late, and never at once for writing
            connection.exec_driver_sql(words)
        elif self._read_only:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        elif words == _BEGIN_WRITE:
            postgresql.take_writers_lock(connection)

    async def run_write(self, step: Callable[[Transaction], T]) -> T:
        """Runs `step` in one transaction on the store's thread. StoreError: nothing of it was kept."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run_write_step, step)

    async def run_renewal(self, step: Callable[[Transaction], T]) -> T:
        """Runs `step` in one transaction that waits for no other writer. Only for rows that nobody else writes, of PostgreSQL.
        StoreError: nothing of it was kept."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run_renewal_step, step)

    async def run_read(self, step: Callable[[Transaction], T]) -> T:
        """Runs `step`, which only looks, on the store's thread: no commit, nothing to sync. StoreError: it cannot be read."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run_read_step, step)

    def _run_write_step(self, step: Callable[[Transaction], T]) -> T:
        with self.write_transaction() as tx:
            return step(tx)

    def _run_renewal_step(self, step: Callable[[Transaction], T]) -> T:
        with _translate_errors(), self._engine.connect() as connection, connection.begin():
            return step(Transaction(connection))

    def _run_read_step(self, step: Callable[[Transaction], T]) -> T:
        with self.read_transaction() as tx:
            return step(tx)

    def check_integrity(self) -> None:
        """Reads the whole file. DamagedError: it is damaged."""
        if not self._is_sqlite:
            return
        with self.read_transaction() as tx:
            verdict = tx.connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if verdict != "ok":
            raise DatabaseDamagedError(f"database: {' '.join(str(verdict).split())[:200]}")

    def close(self) -> None:
        """Waits for what runs on the store's thread, for a while, and closes. Nothing may be run afterwards: RuntimeError."""
        if self._is_closed:
            return
        self._is_closed = True
        done = self._executor.submit(self._engine.dispose)
        try:
            done.result(CLOSE_TIMEOUT)
        except TimeoutError:  # a server or a disk that does not answer; what was not committed is undone
            self._executor.shutdown(wait=False, cancel_futures=True)
        else:
            self._executor.shutdown(wait=True)


def _require_current_schema(tx: Transaction) -> None:
    if not inspect(tx.connection).has_table("meta"):
        raise NoStateError("there is no state in the database yet: `watcher run` makes it")
    schema = int(tx.get_meta("schema") or 0)
    _refuse_newer_schema(schema)
    if schema < tables.SCHEMA_VERSION:
        raise OlderSchemaError(
            f"the database has schema {schema}, older than this program: start the service, which converts it"
        )


def _refuse_newer_schema(schema: int) -> None:
    if schema > tables.SCHEMA_VERSION:
        raise NewerSchemaError(f"the database has schema {schema}, newer than this program: install the newer Watcher")


def database_file(url: str) -> Path | None:
    """Where the database lies, if it is a file; None for one in memory or on a server. ArgumentError: it is no URL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def open_sqlite_read_only(path: Path) -> sqlite3.Connection:
    """A connection that creates no file and waits for a writer 30 seconds at most. sqlite3.OperationalError: it cannot be
    opened."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30, check_same_thread=False)


def require_database_file(url: str) -> Path:
    """The SQLite file of this URL. NoStateError: there is none; StoreError: it may not be read."""
    path = database_file(url)
    if path is None:
        raise NoStateError("there is no state in memory yet: `watcher run` makes it")
    try:
        path.stat()
        if not os.access(path, os.R_OK):
            raise PermissionError
    except PermissionError:
        text = (
            f"the state in {path.parent} is not yours to read: run the command as root, or as the user of the service"
        )
        raise StoreError(text) from None
    except OSError:
        text = f"there is no state in {path.parent} yet: `watcher run` makes it; if the service uses another folder, name it as state_dir"
        raise NoStateError(text) from None
    return path


def _build_read_only_engine(url: str) -> Engine:
    """NoStateError: there is no file to read."""
    if make_url(url).get_backend_name() != "sqlite":
        return _build_engine(url)
    path = require_database_file(url)

    def connect_read_only() -> sqlite3.Connection:
        connection = open_sqlite_read_only(path)
        connection.isolation_level = None  # transactions are ours to begin, as in `_build_engine`
        return connection

    return create_engine("sqlite://", creator=connect_read_only, poolclass=NullPool, pool_reset_on_return=None)


def _build_engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return postgresql.build_engine(parsed)
    memory = parsed.database in (None, "", ":memory:")
    if not memory:
        path = Path(str(parsed.database))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _create_database_file(path)
    engine = create_engine(
        parsed,
        pool_reset_on_return=None,  # every transaction ends what it began
        connect_args={"timeout": 30, "check_same_thread": False},
        # One connection is kept, for the store's thread: opening one costs more than most transactions. Others come and go.
        **({"poolclass": StaticPool} if memory else {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 20}),
    )
    if not memory:
        _leave_replaced_file(engine, Path(str(parsed.database)))

    @event.listens_for(engine, "connect")
    def _configure_connection(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # transactions are ours to begin, see `Store.begin`
        # A rollback journal with EXTRA survives power loss, and a second process (a command) may write beside the daemon;
        # WAL before SQLite 3.51.3 can corrupt itself when two connections reset it.
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _leave_replaced_file(engine: Engine, path: Path) -> None:
    """A kept connection is dropped when another file lies under its name, or none: it would write where nobody reads."""

    @event.listens_for(engine, "connect")
    def _remember_file(connection: Any, record: Any) -> None:
        record.info["file"] = _file_identity(path)

    @event.listens_for(engine, "checkout")
    def _compare_file(connection: Any, record: Any, proxy: Any) -> None:
        if record.info["file"] != _file_identity(path):
            raise DisconnectionError


def _file_identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _create_database_file(path: Path) -> None:
    """SQLite would make it as the umask says. Its journal gets the mode of the database."""
    try:
        create_private_file(path)
    except OSError as error:
        raise StoreError(f"database: {path}: {error.strerror or error}") from None


@contextmanager
def _translate_errors() -> Iterator[None]:
    try:
        yield
    except (UnicodeError, OverflowError) as error:  # SQLite's driver, before it asks the database
        raise UnstorableError(f"database: {type(error).__name__}: {error}"[:300]) from error
    except DBAPIError as error:
        if _is_about_values(error):
            raise UnstorableError(_describe_driver_error(error)) from error
        damaged = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _DAMAGE_CODES
        raise (DatabaseDamagedError if damaged else StoreError)(_describe_driver_error(error)) from error
    except SQLAlchemyError as error:
        raise StoreError(" ".join(str(error).split())[:300]) from error


def _is_about_values(error: DBAPIError) -> bool:
    """By SQLSTATE: 22 "data exception" and 54 "program limit exceeded" (PostgreSQL 15, appendix A); or SQLite's SQLITE_TOOBIG."""
    if isinstance(error, DataError) or getattr(error.orig, "sqlite_errorname", "") == "SQLITE_TOOBIG":
        return True
    return str(getattr(error.orig, "sqlstate", None) or "")[:2] in ("22", "54")


def _describe_driver_error(error: DBAPIError) -> str:
    """The driver's own words, without the statement and its values."""
    words = " ".join(str(error.orig).split())
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_READONLY_ROLLBACK":
        return "database: a write was cut off, and reading may not repair it: start the service, which does"
    if not isinstance(error.orig, sqlite3.Error):
        advice = postgresql.advice_on(error.orig)
    else:
        advice = next((advice for signs, advice in _ADVICE if any(sign in words.casefold() for sign in signs)), "")
    return f"database: {words} ({advice})" if advice else f"database: {words}"
