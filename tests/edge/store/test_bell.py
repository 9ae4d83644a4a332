"""Instances ring for each other, also after the server was lost."""

import asyncio
import contextlib

from tests.servers.database import end_sessions
from watcher.edge.store.bell import DatabaseBell
from watcher.edge.store.store import Store


async def test_a_ring_is_heard_and_an_ear_that_was_cut_off_listens_again(postgresql):
    url, heard = postgresql.create_database(), asyncio.Event()
    store = Store(url)
    listening = asyncio.create_task(DatabaseBell(url, 0.01).listen(heard.set))
    await heard.wait()  # rings may have been lost before
    for _ in range(2):
        heard.clear()
        await store.run_write(lambda tx: tx.leases.ring())
        await heard.wait()
        heard.clear()
        end_sessions(url, "query ilike 'listen%'")
        await heard.wait()
    listening.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await listening
    store.close()
