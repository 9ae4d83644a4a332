"""The database: opening it, transactions, and the few facts about the installation itself.

`Store.write` runs a function in one transaction on one thread; what it is given (`Tx`) has a room for each noun. The caller
decides, this file only remembers. Nothing here knows what a state means.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, func, insert, inspect, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool

from watcher.edge.store import migrations, tables
from watcher.edge.store.commands import Commands
from watcher.edge.store.inquiries import Inquiries
from watcher.edge.store.letters import Letters
from watcher.edge.store.mail import Mail
from watcher.edge.store.people import People
from watcher.edge.store.threads import Threads

T = TypeVar("T")
_GET = select(tables.meta.c.value).where(tables.meta.c.key == bindparam("name"))
_SET = update(tables.meta).where(tables.meta.c.key == bindparam("name"))
_ADD = insert(tables.meta)
_FORGOTTEN = select(tables.meta).where(tables.meta.c.key.in_(("amnesia_until", "gap_until")))


class StoreError(Exception):
    """The database cannot be used now; the text says why and what to do."""


class DamagedError(StoreError):
    """The file is no database any more."""


class NewerError(StoreError):
    """The database was written by a newer Watcher."""


class Tx:
    """One transaction. Everything written through it becomes true together or not at all."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.mail = Mail(connection)
        self.inquiries = Inquiries(connection)
        self.letters = Letters(connection)
        self.threads = Threads(connection)
        self.people = People(connection)
        self.commands = Commands(connection)

    def get(self, key: str) -> str | None:
        """A fact about the installation."""
        value: str | None = self.connection.scalar(_GET, {"name": key})
        return value

    def put(self, key: str, value: str) -> None:
        if not self.connection.execute(_SET, {"name": key, "value": value}).rowcount:
            self.connection.execute(_ADD, {"key": key, "value": value})

    def get_instant(self, key: str) -> datetime | None:
        value = self.get(key)
        return datetime.fromisoformat(value) if value else None

    def forgotten_until(self, mailbox: str) -> datetime | None:
        """Until when it is not known what was sent: the database was restored (`amnesia_until`), or it may have been rolled
        back together with the guard file (`gap_until`) and no copies of our letters among the sent mail could tell."""
        found = {row.key: datetime.fromisoformat(row.value) for row in self.connection.execute(_FORGOTTEN) if row.value}
        restored, gap = found.get("amnesia_until"), found.get("gap_until")
        if gap is not None and (restored is None or gap > restored) and not self.mail.files_copies(mailbox):
            return gap
        return restored

    def rebuild_from(self, now: datetime) -> datetime | None:
        """After the database was lost: from when on mail is read again at a first look. Past a week, a first look is one."""
        since, at = self.get_instant("rebuild_from"), self.get_instant("amnesia_until")
        return since if since is not None and at is not None and now - at < timedelta(days=7) else None

    def next_send(self) -> int:
        """Counts the points of no return; the guard file keeps the same number outside the database."""
        number = int(self.get("send_seq") or 0) + 1
        self.put("send_seq", str(number))
        return number

    def counts(self) -> dict[str, int]:
        """Rows a table, for the status and for tests."""
        return {
            name: self.connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in tables.metadata.tables.items()
        }


class Store:
    """The open database. `write` from the daemon's loops, `begin` from a command."""

    def __init__(self, url: str, executor: Executor | None = None) -> None:
        """Opens `url` and makes the tables where there are none. StoreError: unusable, or written by a newer Watcher."""
        self._engine = _engine(url)
        self._is_sqlite = self._engine.dialect.name == "sqlite"
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        #: Called with "before" and "after" at every commit; a simulation stops the world there.
        self.on_commit: Callable[[str], None] = lambda instant: None
        with self.begin() as tx:
            self._prepare(tx)

    def _prepare(self, tx: Tx) -> None:
        if inspect(tx.connection).has_table("meta"):
            schema = int(tx.get("schema") or 0)
            if schema > tables.SCHEMA:
                raise NewerError(
                    f"the database has schema {schema}, newer than this program: install the newer Watcher"
                )
            if schema < tables.SCHEMA:
                migrations.migrate(tx.connection, schema)
                tx.put("schema", str(tables.SCHEMA))
            return
        tables.metadata.create_all(tx.connection)
        tx.put("schema", str(tables.SCHEMA))
        tx.put("uuid", secrets.token_hex(16))

    @contextmanager
    def begin(self) -> Iterator[Tx]:
        """One transaction in this thread: commits at the end of the block, rolls back when it raises."""
        with _translated():
            with self._engine.connect() as connection, connection.begin():
                self._begin(connection, "BEGIN IMMEDIATE")
                yield Tx(connection)
                self.on_commit("before")
            self.on_commit("after")

    @contextmanager
    def view(self) -> Iterator[Tx]:
        """What is true now, in this thread: keeps no writer waiting, and what is written through it is thrown away."""
        with _translated(), self._engine.connect() as connection, connection.begin() as transaction:
            self._begin(connection, "BEGIN")
            yield Tx(connection)
            transaction.rollback()

    def _begin(self, connection: Connection, words: str) -> None:
        if self._is_sqlite:  # whose driver would begin late, and never at once for writing
            connection.exec_driver_sql(words)

    async def write(self, step: Callable[[Tx], T]) -> T:
        """Runs `step` in one transaction on the store's thread. StoreError: nothing of it was kept."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run, step)

    async def read(self, step: Callable[[Tx], T]) -> T:
        """Runs `step`, which only looks, on the store's thread: no commit, nothing to sync."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._look, step)

    def _run(self, step: Callable[[Tx], T]) -> T:
        with self.begin() as tx:
            return step(tx)

    def _look(self, step: Callable[[Tx], T]) -> T:
        with self.view() as tx:
            return step(tx)

    def check(self) -> None:
        """Reads the whole file. DamagedError: it is damaged."""
        if not self._is_sqlite:
            return
        with self.view() as tx:
            told = tx.connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if told != "ok":
            raise DamagedError(f"database: {' '.join(str(told).split())[:200]}")

    def close(self) -> None:
        self._executor.shutdown(wait=True)
        self._engine.dispose()


def database_file(url: str) -> Path | None:
    """Where the database lies, if it is a file."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, json_serializer=json.dumps)
    memory = parsed.database in (None, "", ":memory:")
    if not memory:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(
        parsed,
        poolclass=StaticPool if memory else NullPool,
        pool_reset_on_return=None,  # `begin` and `view` end what they began
        connect_args={"timeout": 30, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # transactions are ours to begin, see `Store.begin`
        # A rollback journal with EXTRA survives power loss, and a second process (a command) may write beside the daemon;
        # WAL before SQLite 3.51.3 can corrupt itself when two connections reset it.
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        text = _plain(error)
        raise (DamagedError if "the file is damaged" in text else StoreError)(text) from error
    except SQLAlchemyError as error:
        raise StoreError(" ".join(str(error).split())[:300]) from error


def _plain(error: DBAPIError) -> str:
    """The driver's own words, without the statement and its values."""
    words = " ".join(str(error.orig).split())
    hint = {
        "disk is full": "free some space; nothing is lost, Watcher goes on by itself",
        "readonly": "the state directory must be writable for the user Watcher runs as",
        "read-only": "the state directory must be writable for the user Watcher runs as",
        "locked": "another program keeps the database busy",
        "malformed": "the file is damaged: stop Watcher, move it aside or restore a backup",
        "not a database": "the file is damaged: stop Watcher, move it aside or restore a backup",
        "unable to open": "the state directory must exist and be writable for the user Watcher runs as",
    }
    for sign, what in hint.items():
        if sign in words.casefold():
            return f"database: {words} ({what})"
    return f"database: {words}"
