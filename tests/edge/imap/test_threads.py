"""edge/imap/threads.py: a host that stays silent holds up its own mailboxes alone."""

from __future__ import annotations

import asyncio

from tests.edge.imap.test_strange_servers import LOGGED_IN
from tests.servers.scripted import ScriptedImap
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount, Mailbox
from watcher.edge.imap.threads import HostThreads


def mailbox(threads: HostThreads, host: str, port: int) -> Mailbox:
    account = ImapAccount(host, port, PasswordAuthentication("sales", lambda: "secret"), tls="off", timeout=30.0)
    return Mailbox("sales", account, pool=threads.pool_of(host))


async def test_a_provider_that_accepts_and_stays_silent_starves_nobody_elsewhere():
    threads = HostThreads(per_host=2)
    async with ScriptedImap(LOGGED_IN, "hang") as silent, ScriptedImap(LOGGED_IN) as healthy:
        stuck = [mailbox(threads, "127.0.0.1", silent.port) for _ in range(5)]
        waiting = [asyncio.create_task(box.list_watched_folders()) for box in stuck]
        while silent.conversations < 2:  # every thread of that host is held
            await asyncio.sleep(0)
        other = mailbox(threads, "localhost", healthy.port)
        assert await other.list_watched_folders()
        assert not any(task.done() for task in waiting), "they were still held"
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await other.close_connections()
    threads.shut_down()


def test_a_host_has_one_pool_however_it_is_written():
    threads = HostThreads()
    assert threads.pool_of("IMAP.Example.com") is threads.pool_of("imap.example.com.")
    assert threads.pool_of("imap.example.com") is not threads.pool_of("imap.example.net")
    threads.shut_down()
