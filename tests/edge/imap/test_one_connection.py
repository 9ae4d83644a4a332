"""edge/imap/mailbox.py: a quiet mailbox has one connection, which waits in IDLE, and loses nothing between the last scan and IDLE."""

from __future__ import annotations

import asyncio

import pytest

from tests.samples import mailbox_on
from tests.servers.real import append_mail, imap_account
from tests.servers.scripted import LOGGED_IN, ScriptedImap, strange_mailbox
from watcher.core.health.model import WaitEnd
from watcher.edge.imap.mailbox import Mailbox, MailboxError


async def scan(box: Mailbox) -> dict[str, frozenset[int]]:
    """As an intake does it: sent mail first."""
    return {name: (await box.scan_folder(name)).uids for name, _ in await box.list_watched_folders()}


async def begin_waiting(box: Mailbox, server: ScriptedImap, times: int = 1) -> asyncio.Task[WaitEnd]:
    await box.hang_bell()
    waiting = asyncio.create_task(box.wait_for_change(60))
    while server.commands.count("IDLE") < times:
        await asyncio.sleep(0.001)
    return waiting


async def test_work_and_idle_share_a_connection():
    async with ScriptedImap(LOGGED_IN) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        for times in (1, 2, 3):
            await scan(box)
            waiting = await begin_waiting(box, server, times)
            while not server.idlers:
                await asyncio.sleep(0.001)
            server.ring(b"* 3 EXISTS\r\n")
            assert await waiting is WaitEnd.RING
        assert server.conversations == 1
        await box.close_connections()


async def test_work_that_comes_in_between_has_a_second_connection_which_ends_with_it():
    """A last look before a digest does not wait for IDLE to end, nor end it."""
    async with ScriptedImap(LOGGED_IN) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        await scan(box)
        waiting = await begin_waiting(box, server)
        await scan(box)
        assert (server.conversations, waiting.done()) == (2, False)
        box.end_wait()
        assert await waiting is WaitEnd.OTHER
        await scan(box)
        waiting = await begin_waiting(box, server, times=2)
        assert box._work_session is None, "the second one was closed"
        assert server.conversations == 2
        box.end_wait()
        await waiting
        await box.close_connections()


async def test_what_was_announced_while_messages_were_fetched_ends_the_wait_at_once():
    """The server will not announce it again."""
    fetch = b'* 3 EXISTS\r\n* 1 FETCH (UID 1 FLAGS () INTERNALDATE "24-Nov-2026 10:00:00 +0100" RFC822.SIZE 5 BODY[]<0> {5}\r\nFrom:)\r\n'
    async with ScriptedImap({**LOGGED_IN, "UID FETCH": fetch + b"{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        await scan(box)
        await box.fetch_messages("INBOX", 7, [1])
        await box.hang_bell()
        assert await box.wait_for_change(60) is WaitEnd.OTHER
        assert "IDLE" not in server.commands
        await box.close_connections()


async def test_a_server_that_always_announces_more_than_it_has_is_not_asked_without_a_pause():
    fetch = b"* 9 EXISTS\r\n{tag} OK done\r\n"
    async with ScriptedImap({**LOGGED_IN, "UID FETCH": fetch}) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        for times in range(2):
            await scan(box)
            await box.fetch_messages("INBOX", 7, [1])
            if times == 0:
                await box.hang_bell()
                assert await box.wait_for_change(60) is WaitEnd.OTHER
        waiting = await begin_waiting(box, server)
        assert not waiting.done()
        box.end_wait()
        await waiting
        await box.close_connections()


async def test_a_connection_that_waited_for_long_is_tried_and_one_whose_idle_ended_just_now_is_not():
    async with ScriptedImap(LOGGED_IN) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        await scan(box)
        await scan(box)
        assert server.commands.count("NOOP") == 1
        waiting = await begin_waiting(box, server)
        while not server.idlers:
            await asyncio.sleep(0.001)
        server.ring(b"* 3 EXISTS\r\n")
        assert await waiting is WaitEnd.RING
        await scan(box)
        assert server.commands.count("NOOP") == 1
        await box.close_connections()


async def test_a_server_without_idle_keeps_the_one_connection():
    script = {**LOGGED_IN, "CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n"}
    async with ScriptedImap(script, b"* OK [CAPABILITY IMAP4rev1] hello\r\n") as server:
        box = strange_mailbox(server.port, timeout=5.0)
        for _ in range(3):
            await scan(box)
            await box.hang_bell()
            assert await box.wait_for_change(0.01) is WaitEnd.OTHER
        assert (server.conversations, "IDLE" in server.commands) == (1, False)
        await box.close_connections()


async def test_a_bell_that_breaks_costs_a_connection_and_no_scan():
    async with ScriptedImap({**LOGGED_IN, "IDLE": "close"}) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        for times in (1, 2):
            assert len(await scan(box)) == 2
            await box.hang_bell()
            assert await box.wait_for_change(0.01) is WaitEnd.OTHER
            assert server.conversations == times
        await box.close_connections()


async def test_mail_between_the_scan_and_idle_rings(dovecot):
    """By a real server: nothing is announced twice, so nothing may be missed."""
    user = dovecot.user()
    box = mailbox_on(imap_account(dovecot, user))
    for count in range(1, 6):
        await scan(box)
        await asyncio.to_thread(append_mail, dovecot, user, f"in between {count}")
        await box.hang_bell()
        await asyncio.wait_for(box.wait_for_change(60), 30)
        assert len((await scan(box))["INBOX"]) == count
    await box.close_connections()


async def test_what_waits_on_a_connection_that_may_be_dead_ends_without_asking_it():
    """The machine slept: the server has forgotten the connection, and its network swallows what is sent."""
    async with ScriptedImap({**LOGGED_IN, "DONE": "hang"}) as server:
        box = strange_mailbox(server.port, timeout=1000.0)
        await scan(box)
        waiting = await begin_waiting(box, server)
        box.renew_connections()
        assert await waiting is WaitEnd.OTHER
        await scan(box)
        assert (server.conversations, server.commands.count("DONE")) == (2, 0)
        waiting = await begin_waiting(box, server, 2)
        assert not waiting.done()
        box.renew_connections()
        await scan(box)
        assert await waiting is WaitEnd.OTHER
        await box.close_connections()


async def test_work_on_a_connection_that_may_be_dead_fails_at_once():
    async with ScriptedImap({**LOGGED_IN, "EXAMINE": "hang"}) as server:
        box = strange_mailbox(server.port, timeout=1000.0)
        await box.list_watched_folders()
        working = asyncio.create_task(box.scan_folder("INBOX"))
        while not any(command.startswith("EXAMINE") for command in server.commands):
            await asyncio.sleep(0.001)
        box.renew_connections()
        with pytest.raises(MailboxError):
            await working
