"""A real PostgreSQL, started for the tests, of the Debian package: no password, a socket in its own folder, nothing synced to disk."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import Engine, event

from tests.servers.real import DisposableServer

_FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
#: Of the newest version that is installed; None: there is none.
POSTGRESQL_BINARIES = _FOUND[-1].parent if _FOUND else None
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class PostgreSql(DisposableServer):
    """The server. It refuses to run as root, so that it runs as the user whom the package made."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: the path of its socket is limited
        self._user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(self.folder, self._user)
        self._numbers = itertools.count(1)

    def start(self) -> None:
        """Returns when it answers. AssertionError: it does not start."""
        self._run(
            "initdb",
            "-D",
            f"{self.folder}/data",
            "-U",
            "watcher",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
        )
        self._begin()

    def _begin(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= {_FAST}"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", options, "start")

    def restart(self, mode: str, pause: float = 0.0) -> None:
        """Stops it (`fast`: sessions are told; `immediate`: as if it had crashed), waits `pause` seconds, and starts it again."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", mode, "-w", "stop")
        time.sleep(pause)
        self._begin()

    def create_database(self) -> str:
        """An empty one; its URL."""
        name = f"test{next(self._numbers)}"
        with psycopg.connect(host=str(self.folder), user="watcher", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://watcher@/{name}?host={self.folder}"

    def remove(self) -> None:
        """Stops it at once, whoever is connected."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *words: str) -> None:
        assert POSTGRESQL_BINARIES is not None
        output = self.folder / f"{program}.output"  # a pipe would be held open by the server
        with output.open("wb") as stream:
            done = subprocess.run(
                [POSTGRESQL_BINARIES / program, *words],
                user=self._user, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, check=False,
            )  # fmt: skip
        assert done.returncode == 0, output.read_text(errors="replace")[-2000:]


def end_sessions(url, where):
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(
            f"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and {where}"
        )


@contextmanager
def observed_statements(seen: list[str]) -> Iterator[None]:
    """Every statement that any database is given meanwhile."""

    def note(connection, cursor, statement, *rest):
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def observed_transactions(begun: list[str]) -> Iterator[None]:
    """The thread of every transaction that anybody begins meanwhile, but for who asks."""

    def note(connection):
        if threading.current_thread() is not observer:
            begun.append(threading.current_thread().name)

    observer = threading.current_thread()
    event.listen(Engine, "begin", note)
    try:
        yield
    finally:
        event.remove(Engine, "begin", note)
