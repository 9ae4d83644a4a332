"""What was set aside becomes an inquiry when a person says so: by mail or on the command line. Real way in and store."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import policy
from tests.worlds import ANNA, Answered, Mailroom, reply
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.rules import examples, rule_files
from watcher.core.rules.model import Attention
from watcher.service.promotion import promote_review

OFFER = """
    From: Shop News <news@shop.example>
    To: sales@example.com
    Message-ID: <n1@shop.example>
    Precedence: bulk
    List-Unsubscribe: <https://shop.example/u/1>
    Subject: Our spring offer

    We wonder whether our catalogue could be of use to you.
"""
FOLLOW_UP = OFFER.replace("<n1@", "<n2@").replace("Our spring", "Our summer")
REPLY = """
    From: Anna <anna@example.com>
    To: news@shop.example
    Message-ID: <r1@example.com>
    In-Reply-To: <n1@shop.example>
    Subject: Re: Our spring offer

    Yes, please send us two copies of it to the office.
"""


def raw(text: str) -> bytes:
    return "\r\n".join(line.strip() for line in text.strip().splitlines()).encode()


def numbers(room: Mailroom | Answered) -> list[int]:
    with room.store.read_transaction() as tx:
        return [entry.number for entry in tx.reviews.list_unshown_reviews()]


def promote(room: Mailroom, number: int, minutes: int = 300) -> Inquiry:
    """A person says so, so many minutes after the last mail."""
    room.now += timedelta(minutes=minutes)
    with room.store.write_transaction() as tx:
        promoted = promote_review(tx, number, "anna", {"sales": policy()}, room.now)
    assert promoted is not None
    return promoted[0]


@pytest.fixture
def room() -> Mailroom:
    made = Mailroom()
    made.asked(OFFER)
    return made


def test_doubtful_mail_opens_nothing_and_is_set_aside(room):
    assert room.inquiries == []
    with room.store.read_transaction() as tx:
        (entry,) = tx.reviews.list_unshown_reviews()
        (line,) = tx.ledger.entries_by_message_id("n1@shop.example")
    assert (entry.mailbox, entry.sender, entry.sender_name) == ("sales", "news@shop.example", "Shop News")
    assert (entry.subject, entry.received_at, entry.why) == ("Our spring offer", room.now, line.why)
    assert (line.attention, line.inquiry) == (Attention.REVIEW, None)


def test_a_copy_is_not_set_aside_again(room):
    room.asked(OFFER)
    assert len(numbers(room)) == 1


def test_it_is_an_inquiry_as_of_when_it_came_and_waits_from_now(room):
    came = room.now
    made = promote(room, *numbers(room))
    assert (made.state, made.customer, made.opened_at) == (InquiryState.WAITING, "news@shop.example", came)
    assert made.excerpt.startswith("We wonder")
    assert made.promise_at == room.now + timedelta(hours=4)
    assert made.next_nag_at == room.now + timedelta(hours=2)
    assert made.escalate_at == room.now + timedelta(days=1)
    assert room.acknowledgements == []
    assert room.journal()[0].startswith("opened: R")
    assert numbers(room) == []


def test_saying_it_twice_changes_nothing(room):
    (number,) = numbers(room)
    made = promote(room, number)
    assert promote(room, number) == made == room.inquiry


def test_a_reply_finds_it_and_ends_it(room):
    promote(room, *numbers(room))
    room.sent(REPLY)
    assert room.inquiry.state is InquiryState.ANSWERED


def test_a_reply_that_was_sent_before_has_answered_it(room):
    room.sent(REPLY)
    made = promote(room, *numbers(room))
    assert (made.state, made.reply_proof.by) == (InquiryState.ANSWERED, "anna@example.com")


def test_the_customer_s_answer_to_our_reply_is_no_doubt(room):
    room.sent(REPLY)
    room.asked(FOLLOW_UP.replace("Subject:", "In-Reply-To: <r1@example.com>\n    Subject:"))
    assert [inquiry.state for inquiry in room.inquiries] == [InquiryState.WAITING]


def test_the_next_mail_of_a_promoted_sender_is_an_inquiry_and_says_why(room):
    (number,) = numbers(room)
    promote(room, number)
    _, why = room.asked(FOLLOW_UP)
    assert why.startswith(f"a person said of R{number}, of the same sender, that it is an inquiry")
    assert [inquiry.subject for inquiry in room.inquiries] == ["Our spring offer", "Our summer offer"]
    assert room.acknowledgements == []


def test_it_proposes_the_rule_that_would_have_known(room):
    made = promote(room, *numbers(room))
    with room.store.read_transaction() as tx:
        (proposal,) = tx.commands.list_proposals()
    assert proposal.inquiry == made.number
    assert 'match.from = "news@shop.example"' in proposal.rule
    assert not examples.find_failures(rule_files.compile_rule_set([("proposal", proposal.rule)]))


# --- by mail


@pytest.fixture
async def house():
    made = Answered()
    await made.open("A new roof")
    await made.deliver(raw(OFFER))
    await made.remind()
    letter, shown = made.digest().id, numbers(made)
    with made.store.write_transaction() as tx:
        tx.reviews.save_digest_reviews(letter, shown)
    return made


@pytest.mark.parametrize("words", ["R{n} inquiry", "{n} inquiry", "r{n} ist eine Anfrage, bitte"])
async def test_a_line_of_a_mail_makes_it_an_inquiry(house, words):
    (number,) = numbers(house)
    await house.deliver(reply(house.digest(), words.format(n=number), at=house.clock.time))
    assert house.states() == ["waiting", "waiting"]
    assert f"R{number} (Shop News, Our spring offer): is inquiry 2 now" in " ".join(house.said().split())


async def test_what_the_digest_does_not_list_is_not_touched(house):
    (number,) = numbers(house)
    await house.deliver(reply(house.digest(), f"R{number + 1} inquiry", at=house.clock.time))
    assert f"has no R{number + 1} for a glance" in " ".join(house.said().split())
    assert house.states() == ["waiting"]


async def test_a_stranger_cannot_promote(house):
    (number,) = numbers(house)
    text = reply(house.digest(), f"R{number} inquiry", "Eve <eve@evil.example>", at=house.clock.time)
    await house.deliver(text)
    assert numbers(house) == [number]
    assert ANNA not in [letter.recipient for letter in house.confirmations()]
