"""core/inquiry/thread_status.py: what a set of turns says of a conversation, whatever their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from tests.samples import MONDAY, inquiry
from watcher.core.inquiry import thread_status
from watcher.core.inquiry.model import BouncedReply, InquiryState, ReplyProof, Strength, Turn, TurnKind

HOUR = timedelta(hours=1)
CAROL, DAVE = frozenset({"carol@customer.example"}), frozenset({"dave@customer.example"})


def asked(key, hours, addresses=CAROL, **changed):
    return Turn(key, MONDAY + hours * HOUR, TurnKind.QUESTION, "customer", addresses, (key,), **changed)


def answered(key, hours, addresses=CAROL, kind=TurnKind.ANSWER, **changed):
    return Turn(key, MONDAY + hours * HOUR, kind, "anna@example.com", addresses, (key,), **changed)


def status(*turns, returned=(), known=None):
    """Of the turns in every order: the same."""
    reports = {report.message_id: report for report in returned}
    found = {thread_status.evaluate(order, reports, known) for order in permutations(turns)}
    assert len(found) == 1
    return found.pop()


def test_each_question_needs_an_answer_later_than_itself():
    assert status(asked("q1", 0), answered("r1", 1), asked("q2", 2)).waiting_since == MONDAY + 2 * HOUR
    both = status(asked("q1", 0), asked("q2", 2), answered("r1", 3))
    assert (both.waiting_since, both.reply_proof.message_id) == (None, "r1")


def test_an_id_counts_more_than_clocks():
    """The sent folder's INTERNALDATE is the server's, the question's that of another one: an hour apart is common."""
    early = answered("r1", -1, parents=("q1",))
    assert status(asked("q1", 0), early).reply_proof.message_id == "r1"
    late = answered("r1", 1)
    assert status(asked("q1", 0, parents=("r1",)), late).reply_proof is None, "the customer answers it"


def test_an_answer_to_who_began_answers_third_persons_and_not_the_other_way_round():
    turns = (asked("q1", 0), asked("q2", 1, DAVE))
    assert status(*turns, answered("r1", 2)).waiting_since is None
    assert status(*turns, answered("r1", 2, DAVE)).waiting_since == MONDAY


LIST = frozenset({"sales@example.com"})


def test_whoever_answers_a_reply_has_had_it_whatever_its_recipients_say():
    """It went out in Bcc, or to a group that the customer reads."""
    question, reply = asked("q1", 0), answered("r1", 1, LIST, how="Sent")
    assert status(question, reply).reply_proof is None, "nothing says that it reached anybody"
    thanks = replace(asked("q2", 2, parents=("r1", "q1")), kind=TurnKind.THANKS)
    assert status(question, reply, thanks).reply_proof.how == "Sent; customer answered it"
    assert status(question, reply, asked("q2", 2, parents=("r1",))).waiting_since == MONDAY + 2 * HOUR
    further = answered("r2", 3)
    assert status(question, reply, asked("q2", 2, parents=("r1",)), further).reply_proof.message_id == "r2"


def test_a_third_person_who_answers_a_reply_says_nothing_of_the_customer():
    question, reply = asked("q1", 0), answered("r1", 1, LIST)
    assert status(question, reply, asked("q2", 2, DAVE, parents=("r1",))).waiting_since == MONDAY
    assert status(question, reply, asked("q2", 2, parents=("q1", "r1"))).waiting_since == MONDAY, "it answers their own"


def test_a_weak_reply_is_a_hint_and_a_holding_reply_answers_nothing():
    hint = status(asked("q1", 0), answered("r1", 1, strength=Strength.WEAK))
    assert (hint.waiting_since, hint.possible_answer.message_id) == (MONDAY, "r1")
    holding = status(asked("q1", 0), answered("r1", 1, kind=TurnKind.HOLDING_REPLY))
    assert (holding.waiting_since, holding.holding_reply.key, holding.reply_proof) == (MONDAY, "r1", None)


@pytest.mark.parametrize(("to", "is_void"), [(CAROL, True), (frozenset(), True), (DAVE, False)])
def test_a_reply_that_came_back_for_the_customer_is_no_answer(to, is_void):
    report = BouncedReply("r1", MONDAY + 2 * HOUR, to, "550 no such user")
    found = status(asked("q1", 0), answered("r1", 1), returned=[report])
    assert (found.bounced_reply == report, found.reply_proof is None) == (is_void, is_void)


def test_a_reply_that_came_back_after_one_that_arrived_leaves_the_customer_waiting_until_another_arrives():
    """The first may have said no more than that the offer follows; the second, too large for the customer's server, was the offer."""
    report = BouncedReply("r2", MONDAY + 3 * HOUR, CAROL, "552 5.3.4 message too big")
    both = (asked("q1", 0), answered("r1", 1), answered("r2", 2))
    found = status(*both, returned=[report])
    assert (found.reply_proof, found.waiting_since, found.bounced_reply) == (None, report.at, report)
    assert status(*both, answered("r3", 4), returned=[report]).reply_proof.message_id == "r3"
    late_first = replace(report, message_id="r1", at=MONDAY + 9 * HOUR)
    assert status(*both, returned=[late_first]).reply_proof.message_id == "r2", "another one arrived since"


def test_a_later_reply_that_came_back_voids_no_answer_to_another_question():
    report = BouncedReply("r2", MONDAY + 4 * HOUR, CAROL, "552 5.3.4 message too big")
    turns = (asked("q1", 0), answered("r1", 1), asked("q2", 2), answered("r2", 3))
    assert status(*turns, returned=[report]).waiting_since == MONDAY + 2 * HOUR, (
        "since the question that nothing answered"
    )
    promise = answered("r2", 3, kind=TurnKind.HOLDING_REPLY)
    found = status(asked("q1", 0), answered("r1", 1), promise, returned=[report])
    assert found.reply_proof.message_id == "r1", "a promise was no answer, arrived or not"


def test_what_a_person_said_counts_until_then():
    done = inquiry(settled_at=MONDAY)
    assert status(asked("q1", 0), known=done).waiting_since is None
    assert status(asked("q1", 0), asked("q2", 1), known=done).waiting_since == MONDAY + HOUR
    reopened = inquiry(disputed_at=MONDAY + 2 * HOUR)
    assert status(asked("q1", 0), answered("r1", 1), known=reopened).reply_proof is None
    assert status(asked("q1", 0), answered("r1", 1), answered("r2", 3), known=reopened).reply_proof.message_id == "r2"


def test_of_two_copies_the_stronger_proof_counts_then_the_earlier():
    weak, strong, late = answered("r", 1, strength=Strength.WEAK), answered("r", 2), answered("r", 3)
    assert thread_status.merge_turns([weak], [late], [strong]) == (strong,)


def test_an_inquiry_stored_without_turns_has_those_its_fields_remember():
    proof = ReplyProof("anna@example.com", "r1", MONDAY + HOUR, "Sent")
    stored = inquiry(reply_proof=proof, last_customer_id="q2@customer.example", last_customer_at=MONDAY)
    turns = thread_status.reconstruct_turns(stored)
    assert [turn.key for turn in turns] == ["q1@customer.example", "q2@customer.example", "r1"]
    assert status(*turns).reply_proof == proof


def test_only_open_or_answered_inquiries_of_one_customer_become_one():
    one = inquiry()
    assert thread_status.may_merge(one, inquiry(number=2))
    assert not thread_status.may_merge(one, inquiry(number=2, reach=("dave@customer.example",)))
    assert not thread_status.may_merge(one, replace(one, number=2, state=InquiryState.DISMISSED))
    assert not thread_status.may_merge(one, replace(one, number=2, mailbox="support"))
