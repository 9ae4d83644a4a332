"""service/mailbox_incidents.py: a folder that refuses is one incident, and hides nothing else; against a scripted server."""

from __future__ import annotations

import asyncio
import contextlib
import logging

import pytest

from tests.samples import mailbox_on
from tests.servers.scripted import FETCHED_ROW, LOGGED_IN, ScriptedImap, strange_account, strange_mailbox
from tests.worlds import open_intake
from watcher.core.health.model import IncidentKind
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store

SENT = '"Sent Items"'
INBOX = '(EXAMINE|SELECT) "?INBOX'
LATER = FETCHED_ROW.replace(b"UID 1", b"UID 3")


def refusing(**script: bytes) -> ScriptedImap:
    """An inbox with two messages, and a folder of sent mail that answers as it is told."""
    inbox = {name: reply for name, reply in LOGGED_IN.items() if name != "EXAMINE"}
    return ScriptedImap({**script, **inbox, "EXAMINE": LOGGED_IN["EXAMINE"], "UID FETCH": LATER + b"{tag} OK done\r\n"})


def incidents(store: Store) -> list[tuple[IncidentKind, str]]:
    with store.read_transaction() as tx:
        return [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]


async def until(holds) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    "answer",
    [
        b"{tag} NO [NOPERM] not for you\r\n",
        b"{tag} NO [NONEXISTENT] gone\r\n",
        b"{tag} NO [INUSE] somebody has it\r\n",
        b"{tag} BAD what?\r\n",
        b"* 2 EXISTS\r\n{tag} OK [READ-ONLY] and no UIDVALIDITY\r\n",
    ],
    ids=str,
)
async def test_a_sent_folder_that_refuses_is_one_incident_about_it(tmp_path, caplog, answer):
    async with refusing(**{f"EXAMINE {SENT}": answer}) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        await intake.scan_folders()
        server.script["UID SEARCH"] = b"* SEARCH 1 2 3\r\n{tag} OK done\r\n"
        assert await intake.scan_folders() == 1, "the inbox is read"
        assert incidents(store) == [(IncidentKind.FOLDER_UNSEEN, "sales/Sent Items")]
        del server.script[f"EXAMINE {SENT}"]
        await intake.scan_folders()
        assert incidents(store) == []
        await intake.close()
    assert sum("unseen folder" in record.message for record in caplog.records) == 1
    store.close()


async def test_a_mailbox_that_cannot_be_seen_is_one_line_in_the_log_until_something_changes(tmp_path, caplog):
    async with refusing(**{INBOX: b"{tag} NO [NONEXISTENT] gone (0.001 + 0.000 secs).\r\n"}) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)

        async def look() -> int:
            caplog.clear()
            with contextlib.suppress(MailboxError):
                await intake.scan_folders()
            return sum("unseen mailbox" in each.message and each.levelno == logging.ERROR for each in caplog.records)

        assert await look() == 1
        assert "secs" not in caplog.text
        server.script[INBOX] = b"{tag} NO [NONEXISTENT] gone (0.002 + 0.001 secs).\r\n"
        assert await look() == 0, "the same again, a minute later"
        server.script[INBOX] = b"{tag} NO [NOPERM] not for you\r\n"
        assert await look() == 1
        intake.look_now()  # a reload: somebody looks at the log
        assert await look() == 1
        whole = server.script.pop(INBOX)
        assert await look() == 0
        server.script = {INBOX: whole, **server.script}
        assert await look() == 1, "it was seen meanwhile"
        await intake.close()
    store.close()


async def test_a_refusal_after_the_folder_was_opened_is_about_it_too(tmp_path):
    async with refusing() as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        await intake.scan_folders()
        server.script = {f"EXAMINE {SENT}": b"", **server.script}
        server.script[f"EXAMINE {SENT}"] = LOGGED_IN["EXAMINE"].replace(
            b"VALIDITY 7", b"VALIDITY 8"
        )  # all is new there
        server.script["UID FETCH"] = b"{tag} NO [NOPERM] not for you\r\n"
        await intake.scan_folders()
        assert incidents(store) == [(IncidentKind.FOLDER_UNSEEN, "sales/Sent Items")]
        await intake.close()
    store.close()


async def test_the_bell_stays_on_and_nobody_logs_in_again(tmp_path, caplog):
    caplog.set_level(logging.INFO)
    async with refusing(**{f"EXAMINE {SENT}": b"{tag} NO [NOPERM] not for you\r\n"}) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        running = asyncio.create_task(intake.run())
        await until(lambda: server.idlers)
        assert server.conversations == 1, "the one that works is the one that waits"
        server.script["UID SEARCH"] = b"* SEARCH 1 2 3\r\n{tag} OK done\r\n"
        server.ring()
        await until(lambda: any("uid=3" in record.message for record in caplog.records))
        await until(lambda: server.idlers)
        assert server.conversations == 1
        intake.stop()
        await running
        await intake.close()
    with store.read_transaction() as tx:
        assert tx.folders.list_folders()[0].name == "INBOX"
    store.close()


async def test_a_look_at_the_sent_mail_ends_no_blindness(tmp_path):
    async with refusing(**{'EXAMINE "Leads"': b"{tag} NO [NOPERM] not for you\r\n"}) as server:
        server.script["LIST"] = LOGGED_IN["LIST"].replace(
            b"{tag} OK", b'* LIST (\\HasNoChildren) "/" Leads\r\n{tag} OK'
        )
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(mailbox_on(strange_account(server.port, timeout=5.0), inbox=("INBOX", "Leads")), store)
        with pytest.raises(MailboxError, match="Leads"):
            await intake.scan_folders()
        await intake.scan_folders([FolderRole.SENT])
        assert incidents(store) == [(IncidentKind.MAILBOX_UNSEEN, "sales")]
        del server.script['EXAMINE "Leads"']
        await intake.scan_folders()
        assert incidents(store) == []
        await intake.close()
    store.close()


async def test_a_folder_that_is_watched_no_more_is_no_trouble(tmp_path):
    script = {f"EXAMINE {SENT}": b"{tag} NO [NOPERM] not for you\r\n"}
    async with refusing(**script) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        await intake.scan_folders()
        server.script["LIST"] = b'* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST (\\Sent) "/" Sent\r\n{tag} OK done\r\n'
        await intake.scan_folders()
        assert incidents(store) == []
        await intake.close()
    store.close()


async def test_without_an_inbox_the_last_sent_folder_is_the_mailbox(tmp_path):
    async with refusing(**{f"EXAMINE {SENT}": b"{tag} NO [NOPERM] not for you\r\n"}) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(mailbox_on(strange_account(server.port, timeout=5.0), inbox=()), store)
        with pytest.raises(MailboxError):
            await intake.scan_folders()
        assert (IncidentKind.MAILBOX_UNSEEN, "sales") in incidents(store)
        await intake.close()
    store.close()
