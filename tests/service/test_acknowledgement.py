"""service/acknowledgement.py: the history that speaks against an acknowledgement, read from a real store, and the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import CAROL, MONDAY, SALES, TEMPLATES, facts, inquiry, policy, verdict
from tests.worlds import InlineExecutor
from watcher.core.inquiry import ties
from watcher.core.inquiry.model import Acknowledgement, InquiryState, MessageDecision, ProblemKind, SendingHistory
from watcher.core.message.model import Address, FolderRole, MessageKind
from watcher.edge.store.store import Store
from watcher.service.acknowledgement import AcknowledgementWriter

WRITER = AcknowledgementWriter(SALES, policy(), TEMPLATES, b"k" * 32)
MESSAGE = facts(received_at=MONDAY)


@pytest.fixture
def store():
    opened = Store("sqlite://", InlineExecutor())
    yield opened
    opened.close()


def decided(customer=CAROL):
    return MessageDecision(
        MessageKind.INQUIRY, "", inquiry=inquiry(number=0), acknowledgement=Acknowledgement(customer, "acknowledgement")
    )


def load_history(store, message=MESSAGE, now=MONDAY):
    with store.read_transaction() as tx:
        judged = verdict()
        return WRITER.load_history(tx, message, judged, ties.read_ties(message, judged, FolderRole.INBOX), now)


def queue_letter(store):
    letter, decision = WRITER.prepare_letter(MESSAGE, decided(), MONDAY)
    with store.write_transaction() as tx:
        number = tx.inquiries.save(decision.inquiry).number
        tx.letters.add_to_queue(replace(letter, inquiry=number))
    return letter


def test_nothing_speaks_against_the_first(store):
    assert load_history(store) == SendingHistory()


@pytest.mark.parametrize(
    ("state", "known"),
    [
        (InquiryState.ANSWERED, True),
        (InquiryState.DONE, True),
        (InquiryState.WAITING, False),
        (InquiryState.DISMISSED, False),
    ],
)
def test_a_customer_is_known_whom_a_person_has_dealt_with(store, state, known):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, state=state, customer="Carol@customer.example"))
    assert load_history(store).is_known_customer is known


def test_what_was_queued_counts_for_the_customer_the_mailbox_and_the_message(store):
    queue_letter(store)
    found = load_history(store)
    assert (found.recent_acks_to_customer, found.acks_in_last_hour, found.already_acknowledged) == (1, 1, True)
    another = load_history(
        store, facts(received_at=MONDAY, message_id="q2@customer.example"), MONDAY + timedelta(hours=2)
    )
    assert (another.recent_acks_to_customer, another.acks_in_last_hour, another.already_acknowledged) == (1, 0, False)


def test_a_letter_is_due_at_once_or_when_its_delay_is_over():
    at_once, later = decided(), decided()
    later = replace(later, acknowledgement=replace(later.acknowledgement, delay=timedelta(minutes=2)))
    letters = [WRITER.prepare_letter(MESSAGE, each, MONDAY)[0] for each in (at_once, later)]
    assert [letter.next_at - letter.created_at for letter in letters] == [timedelta(0), timedelta(minutes=2)]


def test_an_answer_to_our_letter_is_known_as_one(store):
    letter = queue_letter(store)
    answer = facts(received_at=MONDAY, message_id="q2@customer.example", in_reply_to=(letter.message_id,))
    assert load_history(store, answer).answers_our_mail


def test_a_letter_that_cannot_be_written_is_declined_with_its_reason():
    letter, decision = WRITER.prepare_letter(MESSAGE, decided(Address("carol\r\n@customer.example", "")), MONDAY)
    assert letter is None
    assert decision.inquiry.problem_kind is ProblemKind.UNACKNOWLEDGED


def test_no_letter_where_none_was_decided_on():
    nothing = MessageDecision(MessageKind.AUTOMATIC, "")
    assert WRITER.prepare_letter(MESSAGE, nothing, MONDAY) == (None, nothing)
