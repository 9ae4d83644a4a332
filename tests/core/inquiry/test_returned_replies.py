"""core/inquiry/house_mail.py: a reply that came back answers nobody, whatever it had answered, and an acknowledgement reached nobody."""

from __future__ import annotations

import pytest

from tests.programs import QUESTION, reply, report
from tests.worlds import Mailroom
from watcher.core.inquiry.model import InquiryState


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


@pytest.mark.parametrize("part", ["text/rfc822-headers", "message/rfc822"])
def test_a_reply_that_came_back_reopens_with_the_reason(room, part):
    room.asked(QUESTION)
    room.sent(reply())
    kind, why = room.asked(report(part=part))
    assert (kind, why) == ("bounce", "mail to the customer of 1 came back")
    assert room.inquiry.state is InquiryState.WAITING
    assert "550 5.1.1 no such user" in room.inquiry.problem
    assert any(each.startswith("reopened: came back") for each in room.journal())
    room.sent(reply(id="r2@example.com"))
    assert (room.inquiry.state, room.inquiry.problem) == (InquiryState.ANSWERED, "")


@pytest.mark.parametrize(
    "raw",
    [
        report(id="unknown@example.com"),
        report(action="delayed"),
        report(action="delivered"),
        report(recipient="ben@example.com"),
    ],
    ids=["of another mail", "late only", "delivered", "to somebody else in Cc"],
)
def test_a_report_that_says_nothing_of_the_customer_changes_nothing(room, raw):
    room.asked(QUESTION)
    room.sent(reply())
    room.asked(raw)
    assert (room.inquiry.state, room.inquiry.problem) == (InquiryState.ANSWERED, "")


def test_a_second_reply_that_came_back_reopens_what_the_first_had_answered(room):
    """Whatever the first one said: what the second was to say did not arrive, and nobody may have noticed."""
    room.asked(QUESTION)
    room.sent(reply("We calculate your roof, the offer follows on Tuesday."))
    room.sent(reply("Here is the offer.", id="r2@example.com"))
    room.asked(report(id="r2@example.com"))
    assert room.inquiry.state is InquiryState.WAITING
    assert "the reply to carol@customer.example did not arrive: 550" in room.inquiry.problem
    room.sent(reply("Here is the offer, on paper.", id="r3@example.com"))
    assert (room.inquiry.state, room.inquiry.problem) == (InquiryState.ANSWERED, "")


@pytest.mark.parametrize("customer", ["carol@customer.example", "carol.jones@customer.example"])
def test_a_reply_that_came_back_answers_no_second_mail_under_the_same_id_either(room, customer):
    """A mail program that makes an id twice, and an alias of hers. Found by the simulation, seed 2043."""
    second = QUESTION.replace("carol@customer.example", customer).replace("a new roof", "a new door")
    room.asked(QUESTION)
    room.sent(reply(to=f"carol@customer.example, {customer}"))
    room.asked(report().replace("carol@customer.example", customer))
    room.asked(second, minutes=-10)
    assert InquiryState.WAITING in {inquiry.state for inquiry in room.inquiries if customer in inquiry.reach}


def test_a_reply_that_answered_two_and_came_back_reopens_both(room):
    """She wrote to two mailboxes under one id, in other words; one reply answered both, and reached neither."""
    info = Mailroom(store=room.store, name="info")
    room.asked(QUESTION)
    info.asked(QUESTION.replace("A quote", "A second quote").replace("a new roof", "a garage door"))
    room.sent(reply())
    assert [inquiry.state for inquiry in room.inquiries] == [InquiryState.ANSWERED] * 2
    kind, why = room.asked(report())
    assert (kind, why) == ("bounce", "mail to the customer of 1 and 2 came back")
    assert [inquiry.state for inquiry in room.inquiries] == [InquiryState.WAITING] * 2
    assert any(line.startswith("reopened: came back") for line in room.journal(2))


def test_an_acknowledgement_that_came_back_marks_the_customer_unreachable(room):
    room.asked(QUESTION)
    (letter,) = room.acknowledgements
    kind, why = room.asked(report(id=letter.message_id))
    assert (kind, why) == ("bounce", "the acknowledgement of 1 came back")
    assert room.inquiry.state is InquiryState.WAITING
    assert room.inquiry.problem.startswith("unreachable: our acknowledgement to carol@customer.example came back: 550")
