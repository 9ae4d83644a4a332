"""The way in, where no simulation goes: against scripted servers."""

from __future__ import annotations

import asyncio
import textwrap
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.edge.imap.test_strange_servers import LOGGED_IN, strange
from tests.programs import QUESTION
from tests.samples import MONDAY, RULES, TEMPLATES, policy
from tests.servers.scripted import ScriptedImap
from tests.worlds import KEY, Mailroom, MemoryMailbox
from watcher.core.health.model import IncidentKind
from watcher.core.letters.signature import sign_letter_name
from watcher.core.message.model import Address, OwnIdentity
from watcher.core.rules import rule_files
from watcher.edge.clock import Clock, SteppedClock
from watcher.edge.store.store import Store
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig


async def test_a_mailbox_without_sent_mail_is_seen_and_its_owner_is_told_why_no_answer_counts(tmp_path, caplog):
    address = Address("sales@example.com", "Example Sales")
    setup = IntakeConfig(
        address, policy(own_addresses=OwnIdentity(frozenset({address.key}))), RULES, TEMPLATES, poll_seconds=60.0
    )
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    only_inbox = b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'
    async with ScriptedImap({**LOGGED_IN, "LIST": only_inbox}) as server:
        intake = Intake(setup, strange(server.port), store, Clock(), b"k" * 32)
        await intake.scan_folders()
        await intake.scan_folders()
        await intake.close()
    with store.write_transaction() as tx:
        assert "no folder of sent mail" in tx.incidents.list_open()[0].text
        assert tx.ledger.count_by_folder() == {("sales", "INBOX"): 2}
    assert sum("no sent folder" in each.message for each in caplog.records) == 1
    store.close()


def test_what_a_rule_leaves_in_doubt_is_set_aside_whatever_it_asks():
    doubt = '[[rule]]\nname = "doubt"\nmatch.from = "@customer.example"\nkind = "inquiry"\nattention = "review"\n'
    room = Mailroom()
    room.intake.config = replace(room.intake.config, ruleset=rule_files.compile_rule_set([("10-doubt.toml", doubt)]))
    room.asked(QUESTION)
    assert (room.inquiries, room.acknowledgements) == ([], [])
    with room.store.read_transaction() as tx:
        assert len(tx.reviews.list_unshown_reviews()) == 1


def mark(key: bytes) -> bytes:
    ref = sign_letter_name(key, f"n.{'a' * 26}")
    return f"From: sales@example.com\r\nMessage-ID: <{ref[:20]}@example.com>\r\nX-Watcher-Ref: {ref}\r\n\r\nhello\r\n".encode()


@pytest.mark.parametrize(("key", "is_told"), [(b"another key", True), (KEY, False)])
async def test_a_first_look_at_a_mailbox_where_a_watcher_was_says_so(tmp_path, key, is_told):
    """It began anew in silence: with a lost state folder, or with a second Watcher beside the first."""
    address = Address("sales@example.com", "Example Sales")
    setup = IntakeConfig(
        address, policy(own_addresses=OwnIdentity(frozenset({address.key}))), RULES, TEMPLATES, poll_seconds=60.0
    )
    store, box = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}"), MemoryMailbox()
    box.put("Sent", mark(key), MONDAY)
    intake = Intake(setup, box, store, Clock(), KEY)
    await intake.scan_folders()
    with store.read_transaction() as tx:
        found = [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]
    assert found == ([(IncidentKind.OTHER_WATCHER, "sales")] if is_told else [])
    store.close()


async def test_who_sends_a_letter_has_the_database_before_the_look_is_noted(tmp_path):
    """A commit takes milliseconds, and of what a look leaves the customer waits for the letter alone."""
    address, queued, looks = Address("sales@example.com", "Example Sales"), asyncio.Event(), []
    setup = IntakeConfig(
        address, policy(own_addresses=OwnIdentity(frozenset({address.key}))), RULES, TEMPLATES, poll_seconds=60.0
    )
    store, box, clock = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}"), MemoryMailbox(), SteppedClock(MONDAY)
    intake = Intake(setup, box, store, clock, KEY, on_letter_queued=queued.set)

    async def send() -> None:
        await queued.wait()
        await store.run_write(lambda tx: looks.append(tx.folders.get_folder("sales", "INBOX").last_look_at))

    await intake.scan_folders()
    sending = asyncio.create_task(send())
    await asyncio.sleep(0)
    clock.advance_to(MONDAY + timedelta(minutes=1))
    box.put("INBOX", textwrap.dedent(QUESTION).strip().encode(), clock.now())
    assert await intake.scan_folders() == 1
    await sending
    with store.read_transaction() as tx:
        looks.append(tx.folders.get_folder("sales", "INBOX").last_look_at)
    assert looks == [MONDAY, MONDAY + timedelta(minutes=1)]
    store.close()
