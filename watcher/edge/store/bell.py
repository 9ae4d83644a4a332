"""The bell between instances that share a PostgreSQL: LISTEN and NOTIFY (PostgreSQL 15, SQL-LISTEN).

A ring may be lost, and says only that there may be something to do. Whoever hears it looks; whoever does not looks a little later.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy.engine import make_url

from watcher.edge.store.leases import BELL_CHANNEL

log = logging.getLogger("watcher.leases")

#: Seconds until a server that does not listen is asked again.
RETRY_SECONDS = 5.0


class DatabaseBell:
    """Listens for what other instances commit, on a session of its own."""

    def __init__(self, url: str, retry_seconds: float = RETRY_SECONDS) -> None:
        """`url` as SQLAlchemy has it, of a PostgreSQL."""
        self._retry_seconds = retry_seconds
        self._conninfo = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)

    async def listen(self, heard: Callable[[], object]) -> None:
        """Calls `heard` at every ring, and whenever rings may have been lost, until it is cancelled."""
        import psycopg

        while True:
            try:
                connection = await psycopg.AsyncConnection.connect(self._conninfo, autocommit=True)
                async with connection:
                    await connection.execute(f"LISTEN {BELL_CHANNEL}")
                    heard()
                    async for _ in connection.notifies():
                        heard()
            except psycopg.Error as error:
                log.info("no bell between instances for now: %s", " ".join(str(error).split())[:200])
            await asyncio.sleep(self._retry_seconds)
