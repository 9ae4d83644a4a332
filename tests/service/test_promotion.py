"""What was set aside becomes an inquiry when a person says so: by mail or on the command line. Real way in and store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.samples import policy
from tests.worlds import ANNA, Answered, Mailroom, reply
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.rules import examples, rule_files
from watcher.core.rules.model import Attention
from watcher.edge.store.tables import ledger
from watcher.service.answers import execute_command
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


# --- what was dismissed teaches too

PITCH = """
    From: Eve Seller <eve@growth.example>
    To: sales@example.com
    Message-ID: <p1@growth.example>
    Subject: Question about your roof number 1

    Could you tell me what you pay for your website, and who decides about it?
"""
FORM = """
    From: Website <forms@website.example>
    To: sales@example.com
    Message-ID: <p1@website.example>
    Subject: New message number 1

    Name: Eve
    Phone: 0123 45678
    Message: Is your chimney for sale?
"""


def nth(text: str, n: int) -> str:
    return text.replace("<p1@", f"<p{n}@").replace("number 1", f"matter {n}")


def dismiss(room: Mailroom, *numbers: int, verb: str = "dismiss") -> None:
    policies = {"sales": policy()}
    with room.store.write_transaction() as tx:
        for number in numbers:
            inquiry = tx.inquiries.get(number)
            execute_command(tx, inquiry, decide.InquiryCommand(verb, "anna"), policies, room.now)


def attentions(room: Mailroom) -> list[str]:
    with room.store.read_transaction() as tx:
        return [str(attention) for attention in tx.connection.scalars(select(ledger.c.attention).order_by(ledger.c.id))]


def test_a_sender_who_was_dismissed_twice_is_for_a_glance_and_says_why():
    room = Mailroom()
    room.asked(PITCH)
    room.asked(nth(PITCH, 2), minutes=2000)
    dismiss(room, 1)
    assert "no inquiries" not in room.asked(nth(PITCH, 3), minutes=2000)[1], "once is a slip"
    dismiss(room, 2)
    _, why = room.asked(nth(PITCH, 4), minutes=2000)
    assert why.startswith("a person said of 1, 2, of the same sender, that they are no inquiries")
    assert attentions(room) == ["answer", "answer", "answer", "review"]
    assert len(numbers(room)) == 1
    assert len([letter for letter in room.acknowledgements if letter.inquiry not in (1, 2, 3)]) == 0


def test_what_a_person_takes_back_teaches_nothing():
    room = Mailroom()
    for n in (1, 2):
        room.asked(nth(PITCH, n), minutes=2000)
    dismiss(room, 1, 2)
    dismiss(room, 2, verb="reopen")
    room.asked(nth(PITCH, 3), minutes=2000)
    assert attentions(room)[-1] == "answer"


def test_a_dismissed_sender_whose_mail_was_promoted_is_heard_again():
    room = Mailroom()
    for n in (1, 2):
        room.asked(nth(PITCH, n), minutes=2000)
    dismiss(room, 1, 2)
    room.asked(nth(PITCH, 3), minutes=2000)
    promote(room, *numbers(room))
    _, why = room.asked(nth(PITCH, 4), minutes=2000)
    assert attentions(room)[-1] == "answer"
    assert "that it is an inquiry" in why


def test_who_was_answered_once_is_a_customer():
    room = Mailroom()
    for n in (1, 2, 3):
        room.asked(nth(PITCH, n), minutes=2000)
    dismiss(room, 1, 2)
    dismiss(room, 3, verb="done")
    room.asked(nth(PITCH, 4), minutes=2000)
    assert attentions(room)[-1] == "answer"


def test_an_owner_s_rule_stands_above_what_was_dismissed():
    room = Mailroom()
    rule = '[[rule]]\nname = "eve"\nmatch.from = "eve@growth.example"\nkind = "inquiry"\n'
    for n in (1, 2):
        room.asked(nth(PITCH, n), minutes=2000)
    dismiss(room, 1, 2)
    config = room.intake.messages.config
    room.intake.messages.config = replace(config, ruleset=rule_files.compile_rule_set([("own.toml", rule)]))
    room.asked(nth(PITCH, 3), minutes=2000)
    assert attentions(room)[-1] == "answer"


def test_a_known_thread_is_not_judged_by_what_was_dismissed():
    room = Mailroom()
    for n in (1, 2, 3):
        room.asked(nth(PITCH, n), minutes=2000)
    dismiss(room, 1, 2)
    room.asked(nth(PITCH, 4).replace("Subject:", "In-Reply-To: <p3@growth.example>\n    Subject: Re:"), minutes=2000)
    assert numbers(room) == []


def test_a_form_is_not_judged_by_what_others_wrote_through_it():
    room = Mailroom()
    for n in (1, 2):
        room.asked(nth(FORM, n), minutes=2000)
    dismiss(room, 1, 2)
    room.asked(nth(FORM, 3), minutes=2000)
    assert attentions(room) == ["answer"] * 3


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
