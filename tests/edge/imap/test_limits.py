"""edge/imap: a server that says too much, too slowly or for ever: it costs a connection, never the mailbox, the memory or a thread."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import Any

import pytest

from tests.samples import mailbox_on
from tests.servers.real import NUMBERED_MAIL, imap_account
from tests.servers.scripted import LOGGED_IN, logged_in_server, strange_mailbox
from tests.worlds import open_intake
from watcher.core.health.model import IncidentKind
from watcher.core.message.model import FolderRole
from watcher.edge.clock import Clock
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.host_threads import PatientPool
from watcher.edge.imap.mailbox import ImapAccount, MailboxError
from watcher.edge.imap.session import ImapSession
from watcher.edge.store.store import Store
from watcher.service import recovery

TO_US = b"To: sales@example.com\r\n"
HUGE = [
    b"* 1 FETCH (UID 1 BODY[]<0> {10000000000000}\r\n",
    b"* 1 FETCH (UID 1 BODY[]<0> {100000000000000000000}\r\n",
    b"* 1 FETCH (UID 1 BODY[]<0> {300000000}\r\n" + b"x" * 1000,
    b"* " + b"x" * 2_000_000,
    b"* OK noise\r\n" * 800_000,
]


@pytest.mark.parametrize("reply", HUGE, ids=["10^13", "10^20", "300 MB", "a line without end", "noise without end"])
async def test_more_than_was_asked_for_is_not_read(reply):
    async with logged_in_server({"UID FETCH": reply}) as server:
        box = strange_mailbox(server.port, timeout=3.0)
        await box.list_watched_folders()
        look = await box.scan_folder("INBOX")
        tracemalloc.start()
        try:
            with pytest.raises(MailboxError) as caught:
                await box.fetch_messages("INBOX", 7, sorted(look.uids))
            assert tracemalloc.get_traced_memory()[1] < 40_000_000
        finally:
            tracemalloc.stop()
            await box.close_connections()
    assert caught.value.kind in ("protocol", "network")
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("step", ["greeting", "LOGIN|AUTHENTICATE", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH"])
async def test_an_octet_at_a_time_holds_no_thread(step):
    """Two threads, four tries: were one held by a drip, the last tries would wait for ever."""
    pool = PatientPool(f"drip{step[:4]}", 2, patience=600.0)
    made = logged_in_server({}, greeting="drip") if step == "greeting" else logged_in_server({step: "drip"})
    async with made as server:
        values = {
            "host": "127.0.0.1",
            "port": server.port,
            "authentication": PasswordAuthentication("s", lambda: "x"),
            "tls": "off",
        }
        for _ in range(4):
            box = mailbox_on(ImapAccount(**values, timeout=0.4), pool=pool)
            with pytest.raises(MailboxError, match="in time"):
                await box.list_watched_folders()
                await box.fetch_messages("INBOX", 7, sorted((await box.scan_folder("INBOX")).uids))
            await box.close_connections()
        waited = await asyncio.wait_for(asyncio.gather(*(_round_trip(pool) for _ in range(2))), 10)
    assert waited == [True, True]
    pool.shutdown(wait=False)


async def _round_trip(pool: PatientPool) -> bool:
    return await asyncio.get_running_loop().run_in_executor(pool, lambda: bool(time.monotonic()))


async def test_a_folder_that_is_listed_short_is_listed_again():
    async with logged_in_server({"UID SEARCH": b"* SEARCH 1\r\n{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        look = await box.scan_folder("INBOX")
        await box.close_connections()
    assert (look.uids, look.exists) == ({1}, 2)
    assert sum(command.startswith("UID SEARCH") for command in server.commands) == 3


@pytest.mark.parametrize(
    ("step", "words", "kind", "after"),
    [
        ("EXAMINE", b"NO [INUSE] busy", "network", None),
        ("EXAMINE", b"NO [UNAVAILABLE] down", "network", None),
        ("EXAMINE", b"NO [SERVERBUG] oops", "network", None),
        ("EXAMINE", b"NO [NONEXISTENT] no such folder", "folder", None),
        ("UID SEARCH", b"NO Server Unavailable. 15. Suggested Backoff Time: 30000 milliseconds", "network", 30.0),
        ("UID SEARCH", b"BAD Request is throttled. Suggested Backoff Time: 90 s", "network", 90.0),
        ("UID SEARCH", b"BAD User is authenticated but not connected.", "network", None),
        ("UID SEARCH", b"NO Backoff Time: 999999999 s", "network", 3600.0),
        ("LOGIN|AUTHENTICATE", b"NO [AUTHENTICATIONFAILED] wrong", "login", None),
        ("LOGIN|AUTHENTICATE", b"NO [EXPIRED] password expired", "login", None),
        ("LOGIN|AUTHENTICATE", b"NO [LIMIT] Too many simultaneous connections", "network", None),
    ],
)
async def test_what_a_refusal_is_about(step, words, kind, after):
    async with logged_in_server({step: b"{tag} " + words + b"\r\n"}) as server:
        box = strange_mailbox(server.port)
        with pytest.raises(MailboxError) as caught:
            await box.list_watched_folders()
            await box.scan_folder("INBOX")
        await box.close_connections()
    assert (caught.value.kind, caught.value.retry_after) == (kind, after)


async def test_over_quota_is_said_and_the_mail_is_seen_all_the_same():
    reply = b"* OK [OVERQUOTA] Quota exceeded\r\n" + LOGGED_IN["EXAMINE"]
    async with logged_in_server({"EXAMINE": reply}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        assert (await box.scan_folder("INBOX")).uids == {1, 2}
        await box.close_connections()


# --- folders that go away


async def test_a_folder_that_was_renamed_does_not_blind_the_others(own_dovecot, tmp_path):
    user = own_dovecot.user("renamed")
    with own_dovecot.client(user) as client:
        client.create_folder("Gesendet")
    box = mailbox_on(imap_account(own_dovecot, user), sent=["Gesendet"])
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    one = open_intake(box, store)
    await one.scan_folders()
    with own_dovecot.client(user) as client:
        client.rename_folder("Gesendet", "Alt")
    own_dovecot.append(user, "INBOX", TO_US + NUMBERED_MAIL % (b"new", b"new"))
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert [inquiry.subject for inquiry in tx.inquiries.find_by_state()] == ["new"], "the inbox was read"
        (incident,) = tx.incidents.list_open()
        assert (incident.kind, incident.subject) == (IncidentKind.FOLDER_UNSEEN, "sales/Gesendet")
        assert "Gesendet" in incident.text
    with own_dovecot.client(user) as client:
        client.rename_folder("Alt", "Gesendet")
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []
    await one.close()
    store.close()


async def test_an_inbox_that_was_renamed_blinds_the_mailbox_and_not_the_others(own_dovecot, tmp_path):
    user = own_dovecot.user("leads")
    with own_dovecot.client(user) as client:
        client.create_folder("Leads")
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    one = open_intake(mailbox_on(imap_account(own_dovecot, user), inbox=["Leads", "INBOX"]), store)
    await one.scan_folders()
    with own_dovecot.client(user) as client:
        client.rename_folder("Leads", "Old leads")
    own_dovecot.append(user, "INBOX", TO_US + NUMBERED_MAIL % (b"new", b"new"))
    with pytest.raises(MailboxError, match="Leads"):
        await one.scan_folders()
    with store.read_transaction() as tx:
        assert [inquiry.subject for inquiry in tx.inquiries.find_by_state()] == ["new"], "the inbox was read"
        assert [incident.kind for incident in tx.incidents.list_open()] == [IncidentKind.MAILBOX_UNSEEN]
    await one.close()
    store.close()


async def test_after_the_database_was_lost_recent_mail_is_read_and_not_acknowledged(own_dovecot, tmp_path):
    user, clock = own_dovecot.user("lost"), Clock()
    now = clock.now()
    own_dovecot.append(user, "INBOX", TO_US + NUMBERED_MAIL % (b"old", b"old"), at=now - timedelta(days=60))
    own_dovecot.append(user, "INBOX", TO_US + NUMBERED_MAIL % (b"waits", b"waits"), at=now - timedelta(days=2))
    own_dovecot.append(user, "INBOX", TO_US + NUMBERED_MAIL % (b"fresh", b"fresh"), at=now - timedelta(minutes=2))
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    one = open_intake(mailbox_on(imap_account(own_dovecot, user)), store, clock)
    with store.write_transaction() as tx:
        tx.set_meta(recovery.HISTORY_LOST_AT, now.isoformat())
        tx.set_meta("rebuild_from", (now - timedelta(days=30)).isoformat())
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert {(each.subject, each.ack_reason) for each in tx.inquiries.find_by_state()} == {
            ("waits", "stale"),
            ("fresh", "state-gap"),
        }
        assert tx.count_rows_by_table()["ledger"] == 3
        assert tx.ledger.list_undecided_mail(100) == []
        assert {each.role for each in tx.folders.list_folders()} == {FolderRole.INBOX, FolderRole.SENT}
    await one.close()
    store.close()


class Sleeper(Clock):
    """Notes how long it was asked to sleep, and sleeps no longer."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def wait_for_event(self, event: asyncio.Event, seconds: float) -> bool:
        self.slept.append(seconds)
        if len(self.slept) == 5:
            raise asyncio.CancelledError
        return False


@pytest.mark.parametrize(
    ("refusal", "waits"),
    [
        (b"{tag} NO [AUTHENTICATIONFAILED] wrong\r\n", [5.0, 15.0, 900.0, 3600.0, 3600.0]),
        (b"{tag} NO [UNAVAILABLE] down\r\n", [5.0, 15.0, 60.0, 300.0, 900.0]),
        (b"{tag} NO [UNAVAILABLE] Suggested Backoff Time: 70 s\r\n", [70.0, 70.0, 70.0, 300.0, 900.0]),
    ],
)
async def test_a_refused_login_is_not_insisted_on(tmp_path, refusal, waits):
    clock = Sleeper()
    async with logged_in_server({"LOGIN|AUTHENTICATE": refusal}) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        one = open_intake(strange_mailbox(server.port), store, clock)
        with pytest.raises(asyncio.CancelledError):
            await one.run()
    assert clock.slept == waits
    store.close()


def counted(uidvalidity=7, uidnext=3, exists=2) -> bytes:
    return b"* %d EXISTS\r\n* OK [UIDVALIDITY %d] yes\r\n* OK [UIDNEXT %d] yes\r\n{tag} OK [READ-ONLY] done\r\n" % (
        exists,
        uidvalidity,
        uidnext,
    )


@pytest.mark.parametrize(
    "script",
    [
        {"UID SEARCH": b"* SEARCH 1 %d\r\n{tag} OK done\r\n" % 2**70},
        {"UID SEARCH": b"* SEARCH 0 1\r\n{tag} OK done\r\n"},
        {"UID SEARCH": b"* SEARCH -5\r\n{tag} OK done\r\n"},
        {"UID SEARCH": b"* SEARCH 4294967296\r\n{tag} OK done\r\n"},
        {"EXAMINE": counted(uidvalidity=2**70)},
        {"EXAMINE": counted(uidnext=2**70)},
        {"EXAMINE": counted(exists=2**70)},
        {"EXAMINE": counted(exists=4_000_000_000, uidnext=4_294_967_295)},
    ],
    ids=str,
)
async def test_a_number_that_is_none_costs_the_mailbox_a_look(script):
    async with logged_in_server(script) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        with pytest.raises(MailboxError) as caught:
            await box.scan_folder("INBOX")
        await box.close_connections()
    assert caught.value.kind in ("protocol", "folder")


@pytest.mark.parametrize(
    "items",
    [
        b'FLAGS 7 INTERNALDATE "31-Dec-9999 23:59:59 -1200" RFC822.SIZE 5',
        b'FLAGS () INTERNALDATE "01-Jan-1700 00:00:00 +1200" RFC822.SIZE 5',
    ],
)
async def test_a_message_without_a_date_to_reckon_with_is_not_handed_out(items):
    row = b"* 1 FETCH (UID 1 %s BODY[]<0> {5}\r\nFrom:)\r\n{tag} OK done\r\n" % items
    async with logged_in_server({"UID FETCH": row}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", 7, [1])
        await box.close_connections()
    assert (fetched.arrivals, fetched.missing) == ([], {1})


async def test_a_size_that_is_none_is_counted():
    row = b'* 1 FETCH (UID 1 FLAGS () INTERNALDATE "24-Nov-2026 10:00:00 +0100" RFC822.SIZE %d BODY[]<0> {5}\r\nFrom:)\r\n'
    async with logged_in_server({"UID FETCH": row % 2**70 + b"{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", 7, [1])
        await box.close_connections()
    assert [arrival.size for arrival in fetched.arrivals] == [5]


async def test_a_folder_whose_name_cannot_be_kept_is_not_opened():
    half_a_pair = b'* LIST (\\Sent) "/" "&2AA-"\r\n{tag} OK done\r\n'
    async with logged_in_server({"LIST": half_a_pair}) as server:
        box = strange_mailbox(server.port)
        names = [name for name, role in await box.list_watched_folders() if role is FolderRole.SENT]
        for name in names:
            with pytest.raises(MailboxError) as caught:
                await box.scan_folder(name)
            assert caught.value.kind == "folder"
            str(caught.value).encode()
        await box.close_connections()
    assert names, "the server's folder is watched"


class HandPool(Executor):
    """Ends a step when it is told to: the turn of the event loop can be chosen."""

    def __init__(self) -> None:
        self.steps: list[tuple[Future[Any], Callable[[], Any]]] = []
        self.first = self.last = self

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.steps.append((Future(), fn))
        return self.steps[-1][0]

    def end_step(self, result: Any) -> None:
        self.steps.pop()[0].set_result(result)


async def run_turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


@pytest.mark.parametrize("turns", range(6))
async def test_a_cancellation_in_the_turn_in_which_a_step_ends_is_not_lost(turns):
    """CPython 3.11: `wait_for` returns the result instead, and a loop goes on for ever."""
    pool = HandPool()
    box = mailbox_on(ImapAccount("127.0.0.1", 1, PasswordAuthentication("s", lambda: "x"), "off"), pool=pool)
    looking = asyncio.create_task(box.list_watched_folders())
    while not pool.steps:
        await asyncio.sleep(0)
    pool.end_step(ImapSession(ImapAccount("127.0.0.1", 1, PasswordAuthentication("s", lambda: "x"), "off")))
    await run_turns(turns)
    looking.cancel()
    await asyncio.wait({looking}, timeout=5)
    assert looking.cancelled()


@pytest.mark.parametrize("turns", range(4))
async def test_a_cancellation_in_the_turn_in_which_an_event_comes_is_not_lost(turns):
    event = asyncio.Event()

    async def wait_twice() -> None:
        await Clock().wait_for_event(event, 60)
        await asyncio.sleep(3600)

    waiting = asyncio.create_task(wait_twice())
    await run_turns(3)
    event.set()
    await run_turns(turns)
    waiting.cancel()
    await asyncio.wait({waiting}, timeout=5)
    assert waiting.cancelled()
