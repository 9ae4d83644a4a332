"""edge/imap/mailbox.py: what a mailbox in which nothing happens costs, in steps of a thread and in commands, and that it sees the same."""

from __future__ import annotations

import asyncio
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TypeVar

import pytest

from tests.samples import mailbox_on
from tests.servers.real import DOVECOT_BINARY, Certificates, Dovecot, append_mail, imap_account
from tests.servers.scripted import LOGGED_IN, Reply, ScriptedImap, strange_account
from watcher.core.health.model import FolderCounts, WaitEnd
from watcher.edge.imap.host_threads import HostCall, PatientPool
from watcher.edge.imap.mailbox import Mailbox, MailboxError

T = TypeVar("T")
KEEPALIVE, EXISTS = b"* OK Still here\r\n", b"* 3 EXISTS\r\n"


class CountingPool(PatientPool):
    """Counts the calls that it is given."""

    def __init__(self) -> None:
        super().__init__("quiet", 1)
        self.calls = 0

    def enqueue_call(self, line: deque[HostCall], work: Callable[[], T]) -> Future[T]:
        self.calls += 1
        return super().enqueue_call(line, work)


class StrangeBox:
    """A scripted server and a mailbox on it."""

    def __init__(self, script: dict[str, Reply]) -> None:
        self.server, self.pool = ScriptedImap({**LOGGED_IN, **script}), CountingPool()

    async def __aenter__(self) -> StrangeBox:
        await self.server.__aenter__()
        self.box = mailbox_on(strange_account(self.server.port, timeout=5.0), pool=self.pool)
        await self.look()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.box.close_connections()
        await self.server.__aexit__(*error)
        self.pool.shutdown()

    async def look(self) -> list[str]:
        """The commands of one look, and of what came before it since the last."""
        for name, _ in await self.box.list_watched_folders():
            await self.box.scan_folder(name)
        commands = [command.split()[0] for command in self.server.commands]
        self.server.commands.clear()
        return commands

    async def begin_wait(self, seconds: float) -> asyncio.Task[WaitEnd]:
        await self.box.hang_bell()
        waiting = asyncio.create_task(self.box.wait_for_change(seconds))
        while not self.server.idlers:
            await asyncio.sleep(0.001)
        return waiting


async def count_calls_of_wait(*words: bytes) -> int:
    """What a wait takes in which the server says so, and then that something came."""
    async with StrangeBox({}) as quiet:
        waiting = await quiet.begin_wait(60)
        calls = quiet.pool.calls
        for word in words:
            quiet.server.ring(word)
            await asyncio.sleep(0.05)
        quiet.server.ring(EXISTS)
        assert await waiting is WaitEnd.RING
        return quiet.pool.calls - calls


async def test_a_word_that_the_server_is_still_there_needs_no_thread():
    assert await count_calls_of_wait(KEEPALIVE, KEEPALIVE * 3, b"* OK\r\n") == await count_calls_of_wait()


@pytest.mark.parametrize(
    "parts", [(b"* OK Sti", b"ll here\r\n"), (b"*", b" OK Still here\r\n"), (KEEPALIVE + b"* O", b"K\r\n")]
)
async def test_half_a_word_is_waited_for(parts):
    async with StrangeBox({}) as quiet:
        waiting = await quiet.begin_wait(60)
        for part in parts:
            quiet.server.ring(part)
            await asyncio.sleep(0.05)
        assert not waiting.done()
        quiet.server.ring(EXISTS)
        assert await waiting is WaitEnd.RING


@pytest.mark.parametrize("words", [KEEPALIVE + EXISTS, EXISTS + KEEPALIVE, KEEPALIVE * 200 + EXISTS])
async def test_what_comes_with_such_a_word_is_heard(words):
    async with StrangeBox({}) as quiet:
        waiting = await quiet.begin_wait(60)
        quiet.server.ring(words)
        assert await waiting is WaitEnd.RING


async def test_a_server_that_says_nothing_else_for_ever_is_cut_off():
    async with StrangeBox({}) as quiet:
        waiting = await quiet.begin_wait(60)
        while not waiting.done():
            quiet.server.ring(KEEPALIVE * 1000)
            await asyncio.sleep(0)
        assert await waiting is WaitEnd.OTHER
        await quiet.look()
        assert quiet.server.conversations == 2


@pytest.fixture
def dovecot_that_says_that_it_is_there(certificates: Certificates) -> Iterator[Dovecot]:
    """Once a second, not every two minutes."""
    if DOVECOT_BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    server = Dovecot(certificates)
    server.config.write_text(server.config.read_text() + "\nimap_idle_notify_interval = 1 s\n")
    with server:
        yield server


async def test_over_tls_too_such_a_word_needs_no_thread(dovecot_that_says_that_it_is_there):
    dovecot = dovecot_that_says_that_it_is_there
    user, pool = dovecot.user(f"still{uuid.uuid4().hex[:10]}"), CountingPool()
    box = mailbox_on(imap_account(dovecot, user), pool=pool)
    await box.scan_folder("INBOX")
    await box.hang_bell()
    calls = pool.calls
    assert await box.wait_for_change(3.5) is WaitEnd.SILENCE  # it says so every second
    assert pool.calls == calls + 2, "IDLE begins, and ends"
    ringing = asyncio.create_task(box.wait_for_change(90))
    await asyncio.sleep(1.5)
    await asyncio.to_thread(append_mail, dovecot, user, "ding")
    assert await ringing is WaitEnd.RING
    await box.close_connections()
    pool.shutdown()


async def test_after_silence_the_folders_are_listed_in_the_step_that_ends_idle():
    async with StrangeBox({}) as quiet:
        assert await (await quiet.begin_wait(0.05)) is WaitEnd.SILENCE
        calls = quiet.pool.calls
        await quiet.box.list_watched_folders()
        assert (quiet.pool.calls, quiet.server.commands) == (calls, ["IDLE", "DONE", 'LIST "" "*"'])
        await quiet.box.list_watched_folders()
        assert quiet.server.commands[3:] == ['LIST "" "*"'], "it serves one look"


async def test_after_a_ring_and_when_somebody_wants_a_look_they_are_not():
    async with StrangeBox({}) as quiet:
        waiting = await quiet.begin_wait(60)
        quiet.server.ring(EXISTS)
        assert await waiting is WaitEnd.RING
        assert "LIST" not in quiet.server.commands
        await quiet.look()
        waiting = await quiet.begin_wait(60)
        quiet.box.end_wait()
        assert await waiting is WaitEnd.OTHER
        assert "LIST" not in quiet.server.commands


async def test_a_list_that_is_refused_then_is_asked_for_by_the_look():
    async with StrangeBox({}) as quiet:
        quiet.server.script["LIST"] = b"{tag} NO [INUSE] not now\r\n"
        assert await (await quiet.begin_wait(0.05)) is WaitEnd.SILENCE
        with pytest.raises(MailboxError, match="not now"):
            await quiet.look()
        quiet.server.script["LIST"] = LOGGED_IN["LIST"]
        await quiet.look()
        assert quiet.server.conversations <= 2


@pytest.fixture
def user(dovecot) -> str:
    return dovecot.user(f"quiet{uuid.uuid4().hex[:10]}")


async def count_folders(box: Mailbox, *judges: tuple[str, bool]) -> tuple[int, list[str]]:
    """How many are unchanged, where each is as it is said of it; and which were opened."""
    opened: list[str] = []

    def judge(name: str, is_unchanged: bool) -> Callable[[FolderCounts], bool]:
        return lambda counts: opened.append(name) or is_unchanged

    found = await box.count_unchanged_folders([(name, judge(name, is_unchanged)) for name, is_unchanged in judges])
    return found, opened


async def test_folders_are_opened_in_one_step_up_to_the_first_that_changed(dovecot, user):
    pool = CountingPool()
    box = mailbox_on(imap_account(dovecot, user), pool=pool)
    await box.list_watched_folders()
    calls = pool.calls
    assert await count_folders(box, ("Sent", True), ("INBOX", True)) == (2, ["Sent", "INBOX"])
    assert await count_folders(box, ("Sent", True), ("INBOX", False)) == (1, ["Sent", "INBOX"])
    assert await count_folders(box, ("Sent", False), ("INBOX", True)) == (0, ["Sent"])
    assert pool.calls == calls + 3
    await box.close_connections()
    pool.shutdown()


async def test_a_folder_that_cannot_be_opened_ends_the_step_and_not_the_connection(dovecot, user):
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    assert await count_folders(box, ("Sent", True), ("Nowhere", True), ("INBOX", True)) == (1, ["Sent"])
    assert (await box.scan_folder("INBOX")).uids == frozenset()
    await box.close_connections()


async def test_mail_between_such_a_step_and_idle_rings(dovecot, user):
    box = mailbox_on(imap_account(dovecot, user))
    await box.scan_folder("INBOX")
    for n in range(3):
        assert (await count_folders(box, ("Sent", True), ("INBOX", True)))[0] == 2
        await asyncio.to_thread(append_mail, dovecot, user, f"in between {n}")
        await box.hang_bell()
        await asyncio.wait_for(box.wait_for_change(60), 30)
        assert len((await box.scan_folder("INBOX")).uids) == n + 1
    await box.close_connections()


async def test_a_connection_that_breaks_in_the_step_is_an_error():
    async with StrangeBox({}) as quiet:
        quiet.server.script["EXAMINE"] = "close"
        with pytest.raises(MailboxError):
            await count_folders(quiet.box, ("Sent", True), ("INBOX", True))
