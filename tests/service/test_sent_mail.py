"""service/sent_mail.py: customers are acknowledged for a week, and no reply was ever seen. Then somebody is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.worlds import START, IntakeDesk
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import InquiryState, JournalNote, ReplyProof
from watcher.core.outbox.model import LetterState

WEEK = timedelta(days=7)


def mail(sender: str, to: str, message_id: str, *more: str) -> bytes:
    lines = (f"From: {sender}", f"To: {to}", "Subject: A quote, please", f"Message-ID: <{message_id}>", *more)
    return ("\r\n".join(lines) + "\r\n\r\nWhat does it cost?\r\n").encode()


QUESTION = mail("carol@customer.example", "sales@example.com", "q1@customer.example")
REPLY = mail("anna@example.com", "carol@customer.example", "r1@example.com", "In-Reply-To: <q1@customer.example>")
ELSEWHERE = mail("anna@example.com", "dave@customer.example", "r2@example.com")


@pytest.fixture
async def desk():
    """Carol was acknowledged at START."""
    desk = IntakeDesk("sales@example.com", ["anna@example.com"], START)
    await desk.begin()
    desk.mailbox.put("INBOX", QUESTION, START)
    await desk.look(START)
    (letter,) = desk.letters()
    with desk.store.write_transaction() as tx:
        tx.letters.update_if_unchanged(letter, replace(letter, state=LetterState.SENT, offered_at=START))
    yield desk
    desk.store.close()


def incidents(desk) -> list[tuple[str, str]]:
    with desk.store.read_transaction() as tx:
        return [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]


async def test_a_week_without_a_reply_is_an_incident_until_one_is_seen(desk):
    await desk.look(START + WEEK - timedelta(hours=2))
    assert incidents(desk) == []
    await desk.look(START + WEEK)
    assert incidents(desk) == [(IncidentKind.NO_REPLY_SEEN, "sales")]
    desk.mailbox.put("Sent", REPLY, START + WEEK)
    await desk.look(START + WEEK + timedelta(hours=1))
    assert incidents(desk) == []


@pytest.mark.parametrize("raw", [REPLY, ELSEWHERE], ids=["to her", "to somebody else"])
async def test_where_a_person_s_mail_was_seen_replies_are_looked_for_in_the_right_place(desk, raw):
    desk.mailbox.put("Sent", raw, START + timedelta(days=1))
    await desk.look(START + timedelta(days=1))
    await desk.look(START + 3 * WEEK)
    assert incidents(desk) == []


async def test_our_own_letters_are_no_replies(desk):
    with desk.store.read_transaction() as tx:
        (ours,) = tx.letters.list_by_state({LetterState.SENT})
    desk.mailbox.put("Sent", ours.data, START)
    await desk.look(START + WEEK)
    assert incidents(desk) == [(IncidentKind.NO_REPLY_SEEN, "sales")]


@pytest.mark.parametrize("thought", [LetterState.UNCERTAIN, LetterState.SENDING, LetterState.FAILED])
async def test_the_story_says_acknowledged_once_the_copy_is_seen(desk, thought):
    with desk.store.write_transaction() as tx:
        (ours,) = tx.letters.list_by_state({LetterState.SENT})
        tx.letters.update_if_unchanged(ours, replace(ours, state=thought))
    desk.mailbox.put("Sent", ours.data, START)
    for _ in range(2):
        await desk.look(START + timedelta(hours=1))
    with desk.store.read_transaction() as tx:
        story = [line.event for line in tx.inquiries.journal_of(1)]
    assert story.count("acknowledged") == 1


async def test_a_reply_that_lay_with_another_mailbox_was_seen_though_the_customer_wrote_again(desk):
    """The second question takes the answer off the inquiry; the journal has it still."""
    with desk.store.write_transaction() as tx:
        (inquiry,) = tx.inquiries.list_waiting()
        proof = ReplyProof("anna@example.com", "r1@example.com", START, "help/Sent: In-Reply-To")
        answered = replace(inquiry, state=InquiryState.ANSWERED, reply_proof=proof)
        tx.inquiries.save_with_journal(answered, [JournalNote("answered", "by anna@example.com")], START)
        tx.inquiries.save_with_journal(inquiry, [JournalNote("reopened", "she wrote again")], START)
    await desk.look(START + WEEK)
    assert incidents(desk) == []
