"""core/inquiry/house_mail.py: a folder of a project holds the customer's mail beside the replies. Who asked never answers."""

from __future__ import annotations

import pytest

from tests.programs import QUESTION, reply
from tests.worlds import Mailroom
from watcher.core.inquiry.model import InquiryState

WAITING, ANSWERED = InquiryState.WAITING, InquiryState.ANSWERED
DELIVERED = "Return-Path: <{0}>\n    Received: from mx.customer.example by mx.example.com; Mon, 23 Nov 2026 10:00:00 +0000\n    "


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


def written(by, to="sales@example.com, Carol <carol@customer.example>", traces="", parent="q1@customer.example"):
    """Mail of `by` in Carol's conversation."""
    return f"""
    {traces}From: {by}
    To: {to}
    Subject: Re: A quote, please
    Message-ID: <c1@customer.example>
    In-Reply-To: <{parent}>

    We are still waiting for the price.
    """


CAROL, DAVE = "Carol <Carol@customer.example>", "Dave <dave@customer.example>"


@pytest.mark.parametrize("traces", ["", DELIVERED.format("carol@customer.example")])
def test_the_customers_chaser_among_the_replies_closes_nothing(room, traces):
    room.asked(QUESTION)
    _, why = room.arrives("Projects/Acme", written(CAROL, traces=traces))
    assert (room.inquiry.state, room.inquiry.possible_answer) == (WAITING, None)
    assert why == "no answer to 1: Carol@customer.example asked it"


@pytest.mark.parametrize("traces", ["", DELIVERED.format("carol@customer.example")])
def test_the_chaser_closes_nothing_though_it_is_seen_before_the_question(room, traces):
    room.arrives("Projects/Acme", written(CAROL, traces=traces))
    room.asked(QUESTION)
    assert (room.inquiry.state, room.inquiry.possible_answer) == (WAITING, None)


def test_mail_of_another_stranger_beside_the_replies_is_a_hint(room):
    room.asked(QUESTION)
    room.arrives("Projects/Acme", written(DAVE, traces=DELIVERED.format("dave@customer.example")))
    assert (room.inquiry.state, room.inquiry.possible_answer.by) == (WAITING, "dave@customer.example")


def test_who_asked_in_the_same_conversation_gives_not_even_a_hint(room):
    room.asked(QUESTION)
    room.asked(written(DAVE))
    room.arrives("Projects/Acme", written(DAVE, traces=DELIVERED.format("d@customer.example")).replace("c1@", "c2@"))
    assert (room.inquiry.state, room.inquiry.possible_answer) == (WAITING, None)


@pytest.mark.parametrize("by", ["Anna <anna@example.com>", "Sales <sales+quotes@example.com>", "Eve <eve@example.com>"])
@pytest.mark.parametrize("traces", ["", DELIVERED.format("bounces@relay.example")])
def test_a_person_of_the_house_answers_whatever_traces_their_provider_writes(room, by, traces):
    room.asked(QUESTION)
    room.arrives("Projects/Acme", written(by, traces=traces))
    assert room.inquiry.state is ANSWERED


def test_the_chaser_of_one_of_two_who_wrote_under_one_id_leaves_the_reply_to_the_right_one(room):
    """Found by the simulation, seed 196."""
    room.asked(QUESTION)
    room.asked(QUESTION.replace("carol@", "dave@").replace("Carol", "Dave"))
    room.arrives("Projects/Acme", written(CAROL, traces=DELIVERED.format("carol@customer.example")))
    room.sent(reply())
    assert [inquiry.state for inquiry in room.inquiries] == [ANSWERED, WAITING]


def test_the_reply_still_closes_after_the_chaser(room):
    room.asked(QUESTION)
    room.arrives("Projects/Acme", written(CAROL, traces=DELIVERED.format("carol@customer.example")))
    room.arrives("Projects/Acme", reply(headers="In-Reply-To: <c1@customer.example>"))
    assert room.inquiry.state is ANSWERED


def test_what_a_stranger_wrote_is_not_ours_wherever_it_is_filed(room):
    """Whoever answers it writes to us for the first time."""
    filed = QUESTION.replace("    From: Carol", f"    {DELIVERED.format('carol@customer.example')}From: Carol")
    assert room.arrives("Projects/Acme", filed)[0] == "other"
    room.asked(written(DAVE).replace("We are still waiting for the price.", "When do we get the price?"))
    assert [inquiry.ack_reason for inquiry in room.inquiries] == [None]
