"""What is PostgreSQL's alone: how it is connected to, and the locks that stand for SQLite's one writer and one process.

A process that stops in the middle of a transaction keeps nobody waiting: the server itself ends its session after a while. That is
what the limits of a session are for.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

#: The number, among PostgreSQL's advisory locks, of the right to write: "watc" in ASCII.
_WRITERS_LOCK = 0x77617463
#: For every session (PostgreSQL 15, § 20.11.1): a client that sleeps in a transaction loses it, and nobody waits for ever.
_SESSION_LIMITS = {"idle_in_transaction_session_timeout": "10s", "lock_timeout": "60s"}
#: A commit that was answered is kept (§ 20.5.1): a server that trades that for speed would forget what was sent. Stronger settings stay.
_DURABLE_COMMITS = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')"
#: SQLSTATE read_only_sql_transaction.
_READ_ONLY = "25006"
_NO_ROOM = "no connection is left on the server: raise its max_connections; nothing is lost"
_NOT_THERE = "the server was stopped, or is starting; nothing is lost"
#: SQLSTATE, or words of the server → what to do.
_ADVICE = {
    _READ_ONLY: "the server is a standby: name all servers in the URL, with target_session_attrs=read-write; nothing is lost",
    "53100": "free some space on the server; nothing is lost",
    "too many clients": _NO_ROOM,
    "too many connections": _NO_ROOM,
    "remaining connection slots": _NO_ROOM,
    "57p01": _NOT_THERE,
    "terminating connection": _NOT_THERE,
    "shutting down": _NOT_THERE,
    "starting up": _NOT_THERE,
    "server closed the connection": _NOT_THERE,
    "connection refused": _NOT_THERE,
    "no such file or directory": _NOT_THERE,
    "55p03": "another session keeps the database busy",
}
#: For libpq (PostgreSQL 15, § 34.1.2), in seconds and, the last, in milliseconds: a server that is gone is noticed.
_CONNECTION_LIMITS = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


def build_engine(url: URL) -> Engine:
    """An engine for this URL of a PostgreSQL; what the URL says of the connection counts before what is said here."""
    if url.drivername == "postgresql":  # SQLAlchemy's default would be a driver that we do not bring
        url = url.set(drivername="postgresql+psycopg")
    limits = {name: value for name, value in _CONNECTION_LIMITS.items() if name not in url.query}
    engine = create_engine(url, pool_pre_ping=True, pool_size=2, json_serializer=json.dumps, connect_args=limits)

    @event.listens_for(engine, "connect")
    def _limit_session(connection: Any, record: Any) -> None:
        with connection.cursor() as cursor:
            for name, value in _SESSION_LIMITS.items():
                cursor.execute(f"SET {name} = '{value}'")
            cursor.execute(_DURABLE_COMMITS)
        connection.commit()

    @event.listens_for(engine, "handle_error")
    def _leave_read_only_server(context: ExceptionContext) -> None:
        """What was the primary is a standby now: the next connection may find the new one."""
        if getattr(context.original_exception, "sqlstate", None) == _READ_ONLY:
            context.is_disconnect = True

    return engine


def advice_on(error: BaseException | None) -> str:
    """What to do about an error of the driver; "" where nothing is known. By SQLSTATE (PostgreSQL 15, appendix A), or, of a connection
    that was not made, by the server's words."""
    code, words = str(getattr(error, "sqlstate", None) or "").casefold(), str(error).casefold()
    for sign, advice in _ADVICE.items():
        if code == sign or sign in words:
            return advice
    return ""


def take_writers_lock(connection: Connection) -> None:
    """One writer at a time until the transaction ends, as SQLite has it: a command beside the service changes what it has read."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
