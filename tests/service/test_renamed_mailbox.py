"""service/recovery.py: a mailbox gets another name in the configuration, and mail came meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.worlds import KEY, START, IntakeDesk
from watcher.core.health.model import MailboxIdentity
from watcher.service import recovery
from watcher.service.intake import Intake

SALES = MailboxIdentity("sales", "sales at imap.example.com", "sales@example.com")


def question(n: int) -> bytes:
    return (
        f"From: Customer {n} <c{n}@customer.example>\r\nTo: sales@example.com\r\nSubject: Inquiry {n}\r\n"
        f"Message-ID: <q{n}@customer.example>\r\n\r\nWhat does number {n} cost?\r\n"
    ).encode()


def restart(desk: IntakeDesk, identity: MailboxIdentity) -> None:
    with desk.store.write_transaction() as tx:
        recovery.adopt_mailboxes(tx, [identity])
    config = desk.intake.config
    config = replace(config, policy=replace(config.policy, mailbox=identity.name))
    desk.mailbox.name = identity.name
    desk.intake = Intake(config, desk.mailbox, desk.store, desk.clock, KEY)


@pytest.fixture
async def desk():
    desk = IntakeDesk("sales@example.com", ["anna@example.com"], START)
    restart(desk, SALES)
    desk.mailbox.put("INBOX", question(1), START - timedelta(days=1))
    await desk.begin()
    desk.mailbox.put("INBOX", question(2), START)
    await desk.look(START)
    yield desk
    desk.store.close()


async def test_another_name_is_no_first_look_and_nobody_is_acknowledged_twice(desk):
    assert [letter.recipient for letter in desk.letters()] == ["c2@customer.example"]
    desk.mailbox.put("INBOX", question(3), START + timedelta(minutes=5))
    restart(desk, replace(SALES, name="verkauf"))
    await desk.look(START + timedelta(minutes=10))
    assert [letter.recipient for letter in desk.letters()] == ["c3@customer.example"]
    with desk.store.read_transaction() as tx:
        found = tx.inquiries.find_by_state()
    assert [(inquiry.subject, inquiry.mailbox) for inquiry in found] == [
        ("Inquiry 2", "verkauf"),
        ("Inquiry 3", "verkauf"),
    ]


async def test_the_name_given_to_another_account_is_a_mailbox_of_its_own(desk):
    restart(desk, MailboxIdentity("sales", "info at imap.example.com", "info@example.com"))
    desk.mailbox.put("INBOX", question(3), START + timedelta(minutes=5))
    await desk.look(START + timedelta(minutes=10))
    with desk.store.read_transaction() as tx:
        found = tx.inquiries.find_by_state()
    assert [inquiry.mailbox for inquiry in found] == ["sales (sales at imap.example.com)"]
