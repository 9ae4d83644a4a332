"""edge/imap/mailbox.py against scripted servers that say strange things: one clear error or nothing, and no message lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.servers.scripted import FETCHED_ROW, LOGGED_IN, ScriptedImap, strange_mailbox
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError


async def test_a_message_that_is_listed_and_not_handed_out_is_missing():
    async with ScriptedImap({**LOGGED_IN, "UID FETCH": FETCHED_ROW + b"{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port)
        assert ("Sent Items", FolderRole.SENT) in await box.list_watched_folders()
        look = await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", 7, sorted(look.uids))
        await box.close_connections()
    assert fetched.missing == {2}
    assert fetched.arrivals[0].received_at == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert not any("*" in command for command in server.commands if command.startswith("UID")), "never an open range"
    assert not any(word in " ".join(server.commands) for word in ("SELECT", "STORE", "BODY["))


@pytest.mark.parametrize("reply", ["close", "reset", "hang", "drip", b"* BYE shutting down\r\n", b"garbage\r\n", b"{tag} NO no\r\n",
                                   b"{tag} BAD what\r\n", b"* SEARCH 1 x\r\n{tag} OK\r\n", b"* 1 FETCH (UID\r\n{tag} OK\r\n"])  # fmt: skip
@pytest.mark.parametrize("step", ["LOGIN|AUTHENTICATE", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH"])
async def test_whatever_a_server_says_it_is_one_clear_error_or_nothing(step, reply):
    async with ScriptedImap({step: reply, **{key: value for key, value in LOGGED_IN.items() if key != step}}) as server:
        box = strange_mailbox(server.port)
        try:
            await box.list_watched_folders()
            look = await box.scan_folder("INBOX")
            fetched = await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
            assert {each.locator.uid for each in fetched.arrivals} | fetched.missing == look.uids
        except MailboxError as error:
            assert "\n" not in str(error)
            assert 0 < len(str(error)) < 400
            assert error.kind in ("login", "network", "tls", "folder", "protocol")
        finally:
            await box.close_connections()


@pytest.mark.parametrize(
    "answer",
    [
        b"* 2 EXISTS\r\n{tag} OK [READ-ONLY] done\r\n",
        b"* OK [UIDVALIDITY 7] yes\r\n{tag} OK [READ-ONLY] done\r\n",
    ],
)
async def test_a_server_that_does_not_say_what_a_folder_holds(answer):
    async with ScriptedImap({**LOGGED_IN, "EXAMINE": answer}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        with pytest.raises(MailboxError, match="does not say what it holds") as error:
            await box.scan_folder("INBOX")
        await box.close_connections()
    assert error.value.kind == "protocol"


async def test_a_row_with_numbers_where_words_belong_is_read_all_the_same():
    row = FETCHED_ROW.replace(b"FLAGS ()", b"FLAGS (1 \\Seen)").replace(b"RFC822.SIZE 5", b"RFC822.SIZE five")
    async with ScriptedImap({**LOGGED_IN, "UID FETCH": row + b"{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", 7, [1])
        await box.close_connections()
    (arrival,) = fetched.arrivals
    assert arrival.flags == ("1", "\\Seen")
    assert arrival.size == len(arrival.raw)


#: What a server may say of message 2 between two rows that are right.
NONSENSE_ROWS = (
    b"* 2 FETCH (UID 2 FLAGS (\r\n",
    b"* 2 FETCH (UID 2 FLAGS)\r\n",
    b"* 2 FETCH (UID two FLAGS ())\r\n",
    b"* 2 FETCH\r\n",
    b"* 2 FETCH UID 2\r\n",
    b"* 2 FETCH NIL\r\n",
    b'* 2 FETCH (UID 2 FLAGS ("\r\n',
    b"* 2 FETCH (UID 2 ENVELOPE 7)\r\n",
    b"* 2 FETCH (UID 2 BODYSTRUCTURE NIL)\r\n",
    b"* 2 FETCH (UID " + b"9" * 5000 + b" FLAGS ())\r\n",
    b"* 2 FETCH " + b"(" * 20000 + b"\r\n",
    b"* 2 FETCH (UID 2 INTERNALDATE (1) BODY[]<0> {5}\r\nFrom:)\r\n",
    b"* 2 FETCH (UID 2 BODY[]<0> {5}\r\nFrom: FLAGS (BODY[TEXT] {2}\r\nxx\r\n",
    b"* 2 FETCH (UID 2 FLAGS \xff\xfe BODY[]<0> {5}\r\nFrom:\r\n",
)


@pytest.mark.parametrize("nonsense", NONSENSE_ROWS, ids=range(len(NONSENSE_ROWS)))
async def test_a_row_that_makes_no_sense_costs_its_message_a_look_and_no_other(nonsense):
    third = FETCHED_ROW.replace(b"1 FETCH (UID 1", b"3 FETCH (UID 3")
    searched = {
        "UID SEARCH": b"* SEARCH 1 2 3\r\n{tag} OK done\r\n",
        "EXAMINE": LOGGED_IN["EXAMINE"].replace(b"2 EX", b"3 EX"),
    }
    script = {**LOGGED_IN, **searched, "UID FETCH": FETCHED_ROW + nonsense + third + b"{tag} OK done\r\n"}
    async with ScriptedImap(script) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        look = await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", 7, sorted(look.uids))
        server.script["UID FETCH"] = FETCHED_ROW.replace(b"1 FETCH (UID 1", b"2 FETCH (UID 2") + b"{tag} OK done\r\n"
        again = await box.fetch_messages("INBOX", 7, sorted(fetched.missing))
        await box.close_connections()
    assert [arrival.locator.uid for arrival in fetched.arrivals] == [1, 3]
    assert all(arrival.raw == b"From:" for arrival in fetched.arrivals)
    assert [arrival.locator.uid for arrival in again.arrivals] == [2]
    assert sum(command.startswith("LOGIN") for command in server.commands) == 1, "on the same connection"


@pytest.mark.parametrize(
    "greeting", ["close", "hang", "drip", b"* BYE go away\r\n", b"\xff\xfe\r\n", b"220 smtp here\r\n"]
)
async def test_a_greeting_that_is_none(greeting):
    async with ScriptedImap(LOGGED_IN, greeting) as server:
        box = strange_mailbox(server.port)
        with pytest.raises(MailboxError):
            await box.list_watched_folders()


async def test_a_passing_refusal_of_the_login_is_not_a_wrong_password():
    refusal = b"{tag} NO [UNAVAILABLE] Temporary authentication failure. Suggested Backoff Time: 45000 milliseconds\r\n"
    async with ScriptedImap({**LOGGED_IN, r"LOGIN|AUTHENTICATE": refusal}) as server:
        with pytest.raises(MailboxError) as caught:
            await strange_mailbox(server.port).list_watched_folders()
    assert caught.value.kind == "network"
    assert caught.value.retry_after == 45.0


async def test_starttls_that_is_not_offered_is_not_done_without(tmp_path: Path):
    async with ScriptedImap({**LOGGED_IN, "STARTTLS": b"{tag} NO not here\r\n"}) as server:
        with pytest.raises(MailboxError):
            await strange_mailbox(server.port, tls="starttls").list_watched_folders()
    assert not any(command.startswith(("LOGIN", "AUTHENTICATE")) for command in server.commands)


async def test_a_server_without_a_folder_of_sent_mail_has_none():
    only_inbox = b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'
    async with ScriptedImap({**LOGGED_IN, "LIST": only_inbox}) as server:
        box = strange_mailbox(server.port)
        assert await box.list_watched_folders() == [("INBOX", FolderRole.INBOX)]
        await box.close_connections()
