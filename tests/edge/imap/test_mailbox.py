"""edge/imap/mailbox.py: what the server has, and IDLE, against a real Dovecot, one that is cut off, and scripted ones that misbehave."""

from __future__ import annotations

import asyncio
import signal
import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from tests.samples import mailbox_on
from tests.servers.real import NUMBERED_MAIL, PASSWORD, append_mail, free_port, imap_account
from tests.servers.scripted import LOGGED_IN, Cutter, ScriptedImap, strange_mailbox
from watcher.core.health.model import WaitEnd
from watcher.core.message.model import MAX_FETCHED_OCTETS, FolderRole
from watcher.edge.credentials import PasswordAuthentication, SecretError
from watcher.edge.imap.mailbox import ImapAccount, Mailbox, MailboxError, MailboxStopped


@pytest.fixture
def user(dovecot) -> str:
    return dovecot.user(f"imap{uuid.uuid4().hex[:10]}")


async def test_what_the_server_has_is_what_is_seen(dovecot, user):
    uids = append_mail(dovecot, user, "one", "two", flags=(b"\\Seen",)) + append_mail(dovecot, user, "three")
    box = mailbox_on(imap_account(dovecot, user))
    assert await box.list_watched_folders() == [("Sent", FolderRole.SENT), ("INBOX", FolderRole.INBOX)]
    look = await box.scan_folder("INBOX")
    assert look.uids == set(uids)
    fetched = await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
    assert fetched.missing == set()
    assert [each.raw for each in fetched.arrivals] == [NUMBERED_MAIL % (n, n) for n in (b"one", b"two", b"three")]
    assert [each.locator.uid for each in fetched.arrivals] == uids
    assert all(each.role is FolderRole.INBOX and not each.is_truncated for each in fetched.arrivals)
    assert abs((fetched.arrivals[0].received_at - datetime.now(UTC)).total_seconds()) < 60
    assert "\\Seen" in fetched.arrivals[0].flags
    await box.close_connections()


async def test_messages_come_from_the_folder_they_are_asked_of_whichever_was_scanned_last(dovecot, user):
    (sent,), inbox = append_mail(dovecot, user, "sent", folder="Sent"), append_mail(dovecot, user, "one", "two")
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    looks = {name: await box.scan_folder(name) for name in ("Sent", "INBOX")}
    for name, uids in (("Sent", [sent]), ("INBOX", inbox), ("Sent", [sent])):
        fetched = await box.fetch_messages(name, looks[name].uidvalidity, uids)
        assert [arrival.locator.uid for arrival in fetched.arrivals] == uids
        assert (b"sent" in fetched.arrivals[0].raw) == (name == "Sent")
    await box.close_connections()


async def test_not_a_flag_is_changed(dovecot, user):
    append_mail(dovecot, user, "one", "two")
    before = dovecot.state(user)
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    look = await box.scan_folder("INBOX")
    await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
    await box.wait_for_change(0.2)
    await box.close_connections()
    assert dovecot.state(user) == before


async def test_an_empty_folder_has_no_last_message(dovecot, user):
    (uid,) = append_mail(dovecot, user, "one")
    dovecot.delete(user, "INBOX", uid)
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    assert (await box.scan_folder("INBOX")).uids == frozenset()
    await box.close_connections()


async def test_of_a_long_message_the_beginning_is_fetched(dovecot, user):
    raw = NUMBERED_MAIL % (b"long", b"long") + b"x" * 76 + b"\r\n" * 3_000_000
    dovecot.append(user, "INBOX", raw)
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    look = await box.scan_folder("INBOX")
    (arrival,) = (await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))).arrivals
    assert arrival.raw == raw[:MAX_FETCHED_OCTETS]
    assert arrival.is_truncated
    assert arrival.size == len(raw)
    await box.close_connections()


async def test_what_was_expunged_in_between_is_missing_and_nothing_else(dovecot, user):
    uids = append_mail(dovecot, user, "one", "two", "three")
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    look = await box.scan_folder("INBOX")
    dovecot.delete(user, "INBOX", uids[1])
    fetched = await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
    assert fetched.missing == {uids[1]}
    assert [each.locator.uid for each in fetched.arrivals] == [uids[0], uids[2]]
    await box.close_connections()


async def test_what_arrives_during_a_look_is_seen_in_the_next(dovecot, user):
    append_mail(dovecot, user, "one")
    box = mailbox_on(imap_account(dovecot, user))
    await box.list_watched_folders()
    assert len((await box.scan_folder("INBOX")).uids) == 1
    append_mail(dovecot, user, "two")
    assert len((await box.scan_folder("INBOX")).uids) == 2
    await box.close_connections()


async def test_idle_ends_when_mail_comes_and_not_without(dovecot, user):
    box = mailbox_on(imap_account(dovecot, user))
    assert await box.wait_for_change(5) is WaitEnd.OTHER  # it has just been hung up: mail may have come before
    assert await box.wait_for_change(0.3) is WaitEnd.SILENCE
    # Where inotify has nothing left for it, Dovecot looks every 30 seconds.
    ringing = asyncio.create_task(box.wait_for_change(90))
    while box._change is None or box._change.done():  # until IDLE has begun
        await asyncio.sleep(0.01)
    await asyncio.to_thread(append_mail, dovecot, user, "ding")
    assert await ringing is WaitEnd.RING
    await box.close_connections()


async def until_read(box: Mailbox) -> None:
    """Until the server's words were read, and it waits again."""
    session = box._idle_session
    assert session is not None
    connection = session.socket.dup()
    connection.setblocking(False)
    try:
        while True:
            await asyncio.sleep(0.01)  # on their way
            connection.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return
    finally:
        connection.close()


async def begin_wait(server: ScriptedImap, box: Mailbox) -> asyncio.Task[WaitEnd]:
    waiting = asyncio.create_task(box.wait_for_change(60))
    while not server.idlers:
        await asyncio.sleep(0.001)
    return waiting


@asynccontextmanager
async def wait_in_idle() -> AsyncIterator[tuple[ScriptedImap, Mailbox, asyncio.Task[WaitEnd]]]:
    async with ScriptedImap(LOGGED_IN) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        await box.wait_for_change(5)
        yield server, box, await begin_wait(server, box)
        await box.close_connections()


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (b"* 3 EXISTS\r\n", WaitEnd.RING),
        (b"* 1 RECENT\r\n", WaitEnd.RING),
        (b"* OK Still here\r\n* 3 EXISTS\r\n", WaitEnd.RING),
        (b"* 3 EXISTS\r\n* OK Still here\r\n", WaitEnd.RING),
        (b"* 2 FETCH (FLAGS (\\Seen))\r\n", WaitEnd.SILENCE),
        (b"* 1 EXPUNGE\r\n", WaitEnd.SILENCE),
        (b"* VANISHED 300\r\n", WaitEnd.SILENCE),
        (b"* OK [HIGHESTMODSEQ 715194045007]\r\n", WaitEnd.SILENCE),
        (b"* BYE going down\r\n", WaitEnd.SILENCE),
    ],
)
async def test_a_bell_announces_a_message_and_other_news_end_the_wait_too(words, end):
    async with wait_in_idle() as (server, box, waiting):
        assert box.bell_folder == "INBOX"
        server.ring(words)
        assert await waiting is end
        waiting = await begin_wait(server, box)
        box.end_wait()
        assert await waiting is WaitEnd.OTHER


@pytest.mark.parametrize("words", [b"* OK Still here\r\n", b"* OK\r\n", b"* OK Still here\r\n* OK and here\r\n"])
async def test_a_server_that_says_that_it_is_still_there_is_waited_for_in_the_same_idle(words):
    """Dovecot says so every two minutes, to all its clients in the same second: a thousand mailboxes would be looked at then."""
    async with wait_in_idle() as (server, box, waiting):
        for _ in range(3):
            server.ring(words)
            await until_read(box)
        assert (server.commands.count("IDLE"), server.commands.count("DONE"), waiting.done()) == (1, 0, False)
        server.ring(b"* 3 EXISTS\r\n")
        assert await waiting is WaitEnd.RING


async def test_what_keeps_saying_that_it_is_still_there_does_not_prolong_the_wait():
    async with ScriptedImap(LOGGED_IN) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        await box.wait_for_change(5)
        waiting = asyncio.create_task(box.wait_for_change(0.3))
        while not waiting.done():
            server.ring(b"* OK Still here\r\n")
            await asyncio.sleep(0.05)
        assert await waiting is WaitEnd.SILENCE
        await box.close_connections()


@pytest.mark.parametrize("wanted", ["end_wait", "stop", "close"])
async def test_whatever_ends_a_wait_ends_it_after_such_a_word_too(wanted):
    async with wait_in_idle() as (server, box, waiting):
        server.ring(b"* OK Still here\r\n")
        await until_read(box)
        if wanted == "stop":
            box.stop()
            with pytest.raises(MailboxStopped):
                await waiting
        elif wanted == "end_wait":
            box.end_wait()
            assert await waiting is WaitEnd.OTHER
        else:  # the line is lost: a wait of a few seconds, and a new connection
            for writer in list(server.idlers):
                writer.close()
            assert await waiting is WaitEnd.OTHER
            await box.list_watched_folders()
            assert server.conversations == 2


async def test_the_bell_hangs_at_the_first_inbox_that_can_be_opened():
    async with ScriptedImap({'EXAMINE "?INBOX': b"{tag} NO [NOPERM] no\r\n", **LOGGED_IN}) as server:
        login = PasswordAuthentication("sales", lambda: "secret")
        box = mailbox_on(ImapAccount("127.0.0.1", server.port, login, tls="off", timeout=5.0), inbox=["INBOX", "Leads"])
        await box.wait_for_change(5)
        assert box.bell_folder == "Leads"
        await box.close_connections()


async def test_folders_are_found_by_name_where_there_is_no_mark(dovecot, user):
    with dovecot.client(user) as client:
        client.create_folder("Gesendete Elemente")
    box = mailbox_on(imap_account(dovecot, user), sent=["Gesendete Elemente"])
    assert await box.list_watched_folders() == [("Gesendete Elemente", FolderRole.SENT), ("INBOX", FolderRole.INBOX)]
    append_mail(dovecot, user, "answer", folder="Gesendete Elemente")
    look = await box.scan_folder("Gesendete Elemente")
    assert len(look.uids) == 1
    await box.close_connections()


async def test_a_folder_in_any_script_and_one_that_is_not_there(dovecot, user):
    with dovecot.client(user) as client:
        client.create_folder("Anfragen/Höfe & 屋根")
    box = mailbox_on(imap_account(dovecot, user), inbox=["Anfragen/Höfe & 屋根"])
    await box.list_watched_folders()
    append_mail(dovecot, user, "one", folder="Anfragen/Höfe & 屋根")
    assert len((await box.scan_folder("Anfragen/Höfe & 屋根")).uids) == 1
    with pytest.raises(MailboxError, match="Nowhere") as caught:
        await box.scan_folder("Nowhere")
    assert caught.value.kind == "folder"
    with pytest.raises(MailboxError, match="no folder name"):
        await box.scan_folder("INBOX\r\nA1 DELETE INBOX")
    assert len((await box.scan_folder("Anfragen/Höfe & 屋根")).uids) == 1
    await box.close_connections()


async def test_a_folder_that_was_made_anew_has_another_number(dovecot, user):
    with dovecot.client(user) as client:
        client.create_folder("Orders")
    box = mailbox_on(imap_account(dovecot, user), inbox=["Orders"])
    await box.list_watched_folders()
    before = await box.scan_folder("Orders")
    await asyncio.sleep(1.1)  # Dovecot's UIDVALIDITY is the second the folder was made in
    with dovecot.client(user) as client:
        client.delete_folder("Orders")
        client.create_folder("Orders")
    assert (await box.scan_folder("Orders")).uidvalidity != before.uidvalidity
    await box.close_connections()


def no_password() -> str:
    raise SecretError("env SALES: the variable is not set")


@pytest.mark.parametrize(
    ("read_password", "changed", "kind", "words"),
    [
        (lambda: "wrong", {}, "login", "login refused"),
        (no_password, {}, "login", "the variable is not set"),
        (lambda: PASSWORD, {"ca": None}, "tls", "not trusted"),
        (lambda: PASSWORD, {"tls": "off", "host": "mail.example"}, "tls", "without TLS"),
    ],
    ids=["wrong password", "no password", "unknown CA", "no TLS"],
)
async def test_why_a_server_cannot_be_used(dovecot, user, read_password, changed, kind, words):
    authentication = PasswordAuthentication(user, read_password)
    box = mailbox_on(imap_account(dovecot, user, authentication=authentication, **changed))
    with pytest.raises(MailboxError, match=words) as caught:
        await box.list_watched_folders()
    assert caught.value.kind == kind
    assert PASSWORD not in str(caught.value)


async def test_nobody_there(dovecot, user):
    box = mailbox_on(imap_account(dovecot, user, port=free_port()))
    with pytest.raises(MailboxError, match="refused") as caught:
        await box.list_watched_folders()
    assert caught.value.kind == "network"


async def test_starttls(dovecot, user):
    append_mail(dovecot, user, "one")
    box = mailbox_on(imap_account(dovecot, user, tls="starttls", port=dovecot.imap))
    await box.list_watched_folders()
    assert len((await box.scan_folder("INBOX")).uids) == 1
    await box.close_connections()


async def test_a_server_that_stands_still_costs_the_connection_and_no_more(own_dovecot):
    user = own_dovecot.user("still")
    append_mail(own_dovecot, user, "one")
    box = mailbox_on(imap_account(own_dovecot, user, timeout=1.0))
    await box.list_watched_folders()
    own_dovecot.signal(signal.SIGSTOP)
    try:
        with pytest.raises(MailboxError, match="in time"):
            await box.scan_folder("INBOX")
    finally:
        own_dovecot.signal(signal.SIGCONT)
    await box.list_watched_folders()
    assert len((await box.scan_folder("INBOX")).uids) == 1
    await box.close_connections()


async def test_a_server_that_is_gone_and_comes_back(own_dovecot):
    user = own_dovecot.user("gone")
    append_mail(own_dovecot, user, "one")
    box = mailbox_on(imap_account(own_dovecot, user))
    await box.list_watched_folders()
    await box.scan_folder("INBOX")
    own_dovecot.stop()
    with pytest.raises(MailboxError):
        await box.scan_folder("INBOX")
    own_dovecot.start()
    for _ in range(600):  # one that has just started may still cut the line or refuse it, a slow one for a while
        try:
            await box.list_watched_folders()
            scan = await box.scan_folder("INBOX")
            break
        except MailboxError:
            await asyncio.sleep(0.1)
    else:
        pytest.fail("it is not seen again")
    assert len(scan.uids) == 1
    await box.close_connections()


# --- cut anywhere


@pytest.mark.parametrize("how", ["close", "reset"])
async def test_a_line_that_is_cut_shows_everything_or_says_so(own_dovecot, how):
    user = own_dovecot.user("cut")
    uids = append_mail(own_dovecot, user, "one", "two", "three")

    async def whole(limit: int) -> tuple[set[int], int]:
        async with Cutter(own_dovecot.imap, limit, how) as line:
            plain = imap_account(own_dovecot, user, tls="off", port=line.port, timeout=2.0)
            box = mailbox_on(plain)
            try:
                await box.list_watched_folders()
                look = await box.scan_folder("INBOX")
                fetched = await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
                assert look.uids == set(uids), "a part passed for the whole"
                for each in fetched.arrivals:
                    assert each.raw.endswith(b"Hello\r\n"), "a part of a message passed for the whole"
                return fetched.missing, line.passed
            finally:
                await box.close_connections()

    missing, length = await whole(1_000_000)
    assert missing == set()
    cuts = 0
    for limit in range(0, length, max(1, length // 40)):
        try:
            await whole(limit)
        except MailboxError:
            cuts += 1
    assert cuts > 35
