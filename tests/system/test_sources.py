"""Where a reply may be found, on a real server: an account watched for its sent mail alone, and the mark "answered"."""

from __future__ import annotations

import textwrap
import uuid
from dataclasses import replace

import pytest

from tests.programs import QUESTION, reply
from tests.samples import RULES, TEMPLATES, mailbox_on, policy, us
from tests.servers.real import PASSWORD
from watcher.config import load
from watcher.core.inquiry.model import InquiryState
from watcher.core.message.model import Address
from watcher.edge.clock import Clock
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount
from watcher.service import wiring
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig


@pytest.fixture
def store(file_store):
    return file_store


def intake(dovecot, store, name, *, inbox=("INBOX",), **rules) -> Intake:
    user = dovecot.user(f"{name}{uuid.uuid4().hex[:8]}")
    account = ImapAccount(
        "127.0.0.1",
        dovecot.imaps,
        PasswordAuthentication(user, lambda: PASSWORD),
        ca=str(dovecot.certificates.ca),
        timeout=10.0,
    )
    known = us()
    address = Address(f"{name}@example.com")
    setup = IntakeConfig(
        address, replace(policy(), mailbox=name, own_addresses=known, **rules), RULES, TEMPLATES, poll_seconds=60.0
    )
    made = Intake(setup, mailbox_on(account, name, inbox=inbox), store, Clock(), b"k" * 32)
    made.user = user
    return made


def put(dovecot, box, folder, raw):
    return dovecot.append(box.user, folder, textwrap.dedent(raw).strip().replace("\n", "\r\n").encode(), ())


def only(store):
    with store.write_transaction() as tx:
        (inquiry,) = tx.inquiries.find_by_state()
    return inquiry


async def test_a_colleague_answers_from_an_account_watched_for_its_sent_mail_alone(dovecot, store):
    sales, anna = intake(dovecot, store, "sales"), intake(dovecot, store, "anna", inbox=())
    for box in (sales, anna):
        await box.scan_folders()
    put(dovecot, sales, "INBOX", QUESTION)
    put(dovecot, anna, "INBOX", QUESTION.replace("q1@", "private@"))
    put(dovecot, anna, "Sent", reply())
    await sales.scan_folders()
    assert only(store).state is InquiryState.WAITING
    await anna.scan_folders()
    inquiry = only(store)
    assert (inquiry.state, inquiry.reply_proof.by, inquiry.mailbox) == (
        InquiryState.ANSWERED,
        "anna@example.com",
        "sales",
    )
    with store.write_transaction() as tx:
        assert {found.name for found in tx.folders.list_folders() if found.mailbox == "anna"} == {"Sent"}
    for box in (sales, anna):
        await box.close()


@pytest.mark.parametrize(("trusted", "state"), [(False, InquiryState.WAITING), (True, InquiryState.ANSWERED)])
async def test_the_mark_answered_is_read_before_a_digest_and_never_set(dovecot, store, trusted, state):
    sales = intake(dovecot, store, "sales", trust_answered=trusted)
    await sales.scan_folders()
    uid = put(dovecot, sales, "INBOX", QUESTION)
    await sales.scan_folders()
    await sales.check_answered_flags()
    assert (only(store).state, only(store).possible_answer) == (InquiryState.WAITING, None)
    with dovecot.client(sales.user) as person:
        person.select_folder("INBOX")
        person.add_flags([uid], [b"\\Answered"])
    for _ in range(2):
        await sales.check_answered_flags()
    inquiry = only(store)
    assert inquiry.state is state
    assert "\\Answered" in (inquiry.reply_proof or inquiry.possible_answer).how
    with store.write_transaction() as tx:
        events = [each.event for each in tx.inquiries.journal_of(inquiry.number)]
    assert events.count("answered" if trusted else "looks answered") == 1
    await sales.close()


def test_an_account_without_an_inbox_is_a_persons(tmp_path):
    (tmp_path / "config.toml").write_text("""
        [people.anna]
        email = ["anna.private@example.net"]
        [[mailbox]]
        name = "sales"
        address = "sales@example.com"
        owner = "anna"
        imap = { host = "imap.example.com", user = "sales", password = { env = "P" } }
        smtp = { host = "smtp.example.com", user = "sales", password = { env = "P" } }
        [[mailbox]]
        name = "anna"
        address = "anna@example.com"
        owner = "anna"
        inbox = []
        imap = { host = "imap.example.com", user = "anna", password = { env = "P" } }
        smtp = { host = "smtp.example.com", user = "anna", password = { env = "P" } }
    """)
    loaded = load.load_config(tmp_path / "config.toml")
    known = wiring.own_addresses(loaded)
    assert known.mailboxes == {"sales@example.com"}
    assert known.people == {"anna@example.com", "anna.private@example.net"}
