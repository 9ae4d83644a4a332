"""The way in, where no simulation goes: against scripted servers."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.programs import QUESTION
from tests.samples import MONDAY
from tests.servers.scripted import LOGGED_IN, ScriptedImap, strange_mailbox
from tests.worlds import KEY, Mailroom, MemoryMailbox, open_intake
from watcher.core.health.model import IncidentKind
from watcher.core.letters.signature import sign_letter_name
from watcher.core.outbox.model import LetterState
from watcher.core.rules import rule_files
from watcher.edge.clock import SteppedClock
from watcher.edge.store.store import Store, StoreError
from watcher.service.look_record import LookLog, store_looks


async def test_a_mailbox_without_sent_mail_is_seen_and_its_owner_is_told_why_no_answer_counts(tmp_path, caplog):
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    only_inbox = b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'
    async with ScriptedImap({**LOGGED_IN, "LIST": only_inbox}) as server:
        intake = open_intake(strange_mailbox(server.port), store)
        await intake.scan_folders()
        await intake.scan_folders()
        await intake.close()
    with store.write_transaction() as tx:
        assert "no folder of sent mail" in tx.incidents.list_open()[0].text
        assert tx.count_rows_by_table()["ledger"] == 2
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
    store, box = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}"), MemoryMailbox()
    box.put("Sent", mark(key), MONDAY)
    intake = open_intake(box, store)
    await intake.scan_folders()
    with store.read_transaction() as tx:
        found = [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]
    assert found == ([(IncidentKind.OTHER_WATCHER, "sales")] if is_told else [])
    store.close()


class Asked:
    """The way in of a mailbox that has had its first look, and a question that came a minute later; what is committed
    from then on."""

    def __init__(self, folder, on_letters_queued=lambda tx, letters: lambda: None):
        self.store = Store(f"sqlite:///{folder / 'w.sqlite3'}")
        self.box, self.clock, self.commits = MemoryMailbox(), SteppedClock(MONDAY), []
        self.intake = open_intake(self.box, self.store, self.clock, on_letters_queued=on_letters_queued)

    async def ask(self, *messages):
        await self.intake.scan_folders()
        self.clock.advance_to(MONDAY + timedelta(minutes=1))
        for message in messages or [QUESTION]:
            self.box.put("INBOX", textwrap.dedent(message).strip().encode(), self.clock.now())
        self.store.on_commit = self.commits.append

    def last_look(self, folder="INBOX"):
        with self.store.read_transaction() as tx:
            return tx.folders.get_folder("sales", folder).last_look_at


async def test_a_look_goes_on_record_with_the_message_it_ends_with(tmp_path):
    """A commit takes milliseconds, of which the customer waits for each."""
    house = Asked(tmp_path)
    await house.ask()
    assert await house.intake.scan_folders() == 1
    assert house.commits == ["before", "after"]
    assert {house.last_look(), house.last_look("Sent")} == {house.clock.now()}
    with house.store.read_transaction() as tx:
        assert tx.mailboxes.complete_looks() == {"sales": house.clock.now()}
    house.store.close()


async def test_a_look_whose_last_message_was_not_stored_is_not_on_record(tmp_path):
    house = Asked(tmp_path)
    await house.ask()

    def fill_disk(instant):
        house.store.on_commit = lambda instant: None
        raise StoreError("database or disk is full")

    house.store.on_commit = fill_disk
    with pytest.raises(StoreError):
        await house.intake.scan_folders()
    assert (house.last_look(), house.last_look("Sent")) == (MONDAY, house.clock.now()), "of what was seen before, it is"
    with house.store.read_transaction() as tx:
        assert tx.mailboxes.complete_looks() == {}
    assert await house.intake.scan_folders() == 1
    assert house.last_look() == house.clock.now()
    house.store.close()


async def test_a_look_that_ends_with_a_message_the_database_refuses_is_on_record(tmp_path):
    house = Asked(tmp_path)
    await house.ask(QUESTION.replace("Subject: ", "Subject: =?utf-8?q?=00?="))
    assert await house.intake.scan_folders() == 1
    assert house.last_look() == house.clock.now()
    house.store.close()


async def test_a_look_that_decided_something_waits_for_the_heartbeat_where_one_comes(tmp_path):
    """So that the decision's transaction, which a customer waits for, has less to do."""
    house = Asked(tmp_path)
    house.intake.look_log = LookLog(gathers=True)
    await house.intake.scan_folders()
    assert house.last_look() == MONDAY, "the first is on record at once"
    await house.ask()
    house.commits.clear()
    assert await house.intake.scan_folders() == 1
    assert (house.commits, house.last_look()) == (["before", "after"], MONDAY)
    with house.store.write_transaction() as tx:
        store_looks(tx, house.intake.look_log.take_waiting())
    assert house.last_look() == house.last_look("Sent") == house.clock.now()
    house.store.close()


async def test_a_letter_is_announced_in_the_transaction_that_queued_it_and_after_it(tmp_path):
    house = Asked(tmp_path)
    told = []

    def claim(tx, letters):
        told.append(("queued", len(tx.letters.list_by_state(set(LetterState))), [*house.commits]))
        return lambda: told.append(("committed", house.commits[-1]))

    house.intake._on_letters_queued = claim
    await house.ask()
    await house.intake.scan_folders()
    assert told == [("queued", 1, []), ("committed", "after")]
    house.store.close()
