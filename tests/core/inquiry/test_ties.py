"""core/inquiry/ties.py: which tie counts, whom it leads to, and what is remembered for messages still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import ANNA, CAROL, MONDAY, SALES, facts, inquiry, verdict
from watcher.core.inquiry import ties
from watcher.core.inquiry.model import (
    Conversation,
    InquiryChange,
    LinkedInquiry,
    MessageDecision,
    ReplyProof,
    Strength,
    Turn,
    TurnKind,
)
from watcher.core.inquiry.ties import Lookup, Tie
from watcher.core.message.model import DeliveryReport, FolderRole, MessageKind

WINDOW = ties.SUBJECT_WINDOW
NOTHING_KNOWN = Conversation()
SECOND = timedelta(seconds=1)


def message_ties(judged=None, role=FolderRole.INBOX, **changed):
    return ties.read_ties(facts(received_at=MONDAY, **changed), judged or verdict(), role)


def reply_ties(**changed):
    """Anna's answer to Carol, in a sent folder."""
    outgoing = verdict(kind=MessageKind.OUTGOING)
    sent = {"message_id": "r1@example.com", "from_": (ANNA,), "to": (CAROL,), **changed}
    return message_ties(outgoing, FolderRole.SENT, **sent)


def turn(key="r1@example.com", kind=TurnKind.ANSWER, at=MONDAY, **changed):
    values = {"by": ANNA.email, "addresses": frozenset({CAROL.key}), "ids": (key,)}
    return Turn(key, at, kind, **{**values, **changed})


# --- what has to be found out


@pytest.mark.parametrize(
    ("kind", "role", "lookup"),
    [
        (MessageKind.INQUIRY, FolderRole.INBOX, Lookup.CONVERSATION),
        (MessageKind.OUTGOING, FolderRole.INBOX, Lookup.CONVERSATION),
        (MessageKind.BOUNCE, FolderRole.INBOX, Lookup.REPORTED_MAIL),
        (MessageKind.AUTOMATIC, FolderRole.INBOX, Lookup.NOTHING),
        (MessageKind.AUTOMATIC, FolderRole.SENT, Lookup.CONVERSATION),
        (MessageKind.BOUNCE, FolderRole.SENT, Lookup.CONVERSATION),
    ],
)
def test_only_what_may_belong_to_an_inquiry_is_looked_up(kind, role, lookup):
    assert message_ties(verdict(kind=kind), role).lookup is lookup


def test_the_other_side_of_a_reply_is_whom_it_went_to():
    assert reply_ties().sibling_keys == ("subject:carol@customer.example:a quote, please",)
    assert message_ties().sibling_keys == ("subject:carol@customer.example:a quote, please",)


# --- which tie counts


def test_ties_come_in_the_order_of_their_strength():
    message = message_ties(in_reply_to=("a@x",), references=("b@x", "a@x"), is_reply=True, thread_id="77")
    (subject,) = message.sibling_keys
    owners = {
        key: [n] for n, key in enumerate([subject, message.server_key, "about:q1@customer.example", "b@x", "a@x"])
    }
    ranked = ties.rank_ties(message, owners)
    assert [tie.inquiries for tie in ranked] == [(4,), (3,), (2,), (1,), (0,)]
    assert [tie.is_inferred for tie in ranked] == [False, False, True, True, True]
    assert [tie.strength for tie in ranked] == [Strength.STRONG] * 4 + [Strength.MEDIUM]


def test_a_subject_ties_replies_alone():
    keys = message_ties().sibling_keys
    assert ties.rank_ties(message_ties(), {key: [1] for key in keys}) == []
    assert len(ties.rank_ties(message_ties(is_reply=True), {key: [1] for key in keys})) == 1


@pytest.mark.parametrize(
    ("strength", "ago", "holds"),
    [
        (Strength.MEDIUM, WINDOW, True),
        (Strength.MEDIUM, WINDOW + SECOND, False),
        (Strength.MEDIUM, -WINDOW - SECOND, False),  # seen before what it answers
        (Strength.STRONG, timedelta(days=3650), True),
    ],
)
def test_a_subject_ties_for_thirty_days_and_an_id_for_ever(strength, ago, holds):
    old = replace(inquiry(opened_at=MONDAY - ago), last_customer_at=None)
    linked = ties.link_inquiries(message_ties(), Tie("key", (1,), strength), [old], {1: ()})
    assert bool(linked) is holds


def test_the_thirty_days_begin_with_the_last_that_was_written():
    proof = ReplyProof(ANNA.email, "r1@example.com", MONDAY - WINDOW, "Sent")
    old = inquiry(opened_at=MONDAY - 3 * WINDOW, last_customer_at=MONDAY - 2 * WINDOW, reply_proof=proof)
    assert ties.link_inquiries(message_ties(), Tie("key", (1,), Strength.MEDIUM), [old], {1: ()})


def test_a_message_that_two_inquiries_refer_to_is_their_missing_link():
    owners = {"about:q1@customer.example": [3, 1, 2]}
    linked = (LinkedInquiry(inquiry(number=1), "about:q1@customer.example"),)
    assert [tie.inquiries for tie in ties.find_merge_candidates(message_ties(), owners, linked)] == [(2, 3)]
    assert ties.find_merge_candidates(message_ties(), owners, ()) == ()


def test_only_a_customer_can_answer_mail_that_nobody_knows():
    assert ties.has_unknown_parent(message_ties(in_reply_to=("lost@example.com",)), {})
    assert not ties.has_unknown_parent(message_ties(in_reply_to=("a@x",)), {"a@x": [1]})
    assert not ties.has_unknown_parent(message_ties(), {})
    assert not ties.has_unknown_parent(reply_ties(in_reply_to=("lost@example.com",)), {})


# --- replies that were seen early


@pytest.mark.parametrize(
    ("late", "selected"),
    [(timedelta(0), True), (WINDOW, True), (WINDOW + SECOND, False), (-SECOND, False)],
)
def test_a_reply_without_ids_answers_only_what_was_asked_before_it(late, selected):
    waiting = [("subject:carol@customer.example:a quote, please", turn(at=MONDAY + late))]
    found = ties.select_early_replies(message_ties(), [], waiting)
    assert [reply.strength for reply in found] == ([Strength.MEDIUM] if selected else [])


def test_a_reply_that_an_id_ties_is_no_weaker_for_its_subject():
    (found,) = ties.select_early_replies(message_ties(), [turn()], [("subject:x", turn())])
    assert found.strength is Strength.STRONG


def test_two_replies_of_the_house_prove_nothing_by_their_subject():
    assert ties.early_sibling_keys(reply_ties()) == ()
    assert ties.early_sibling_keys(message_ties()) == message_ties().sibling_keys


# --- delivery reports, copies


def test_a_report_about_the_customers_own_mail_says_nothing_of_an_answer():
    question = turn("q1@customer.example", TurnKind.QUESTION)
    linked = [LinkedInquiry(inquiry(), "", (question, turn()))]
    about = {"judged": verdict(kind=MessageKind.BOUNCE)}
    assert (
        ties.select_reported_inquiries(
            message_ties(**about, delivery_report=DeliveryReport(message_ids=("q1@customer.example",))), linked
        )
        == ()
    )
    assert ties.select_reported_inquiries(
        message_ties(**about, delivery_report=DeliveryReport(message_ids=("r1@example.com",))), linked
    ) == tuple(linked)


# --- what is remembered


def update(message, decision, known=NOTHING_KNOWN, role=FolderRole.SENT, codes=()):
    return ties.plan_update(message, role, codes, known, decision)


def test_all_ids_of_an_inquiry_lead_to_it_and_those_it_refers_to_as_inferred():
    question = turn("q1@customer.example", TurnKind.QUESTION, parents=("before@customer.example",))
    decision = MessageDecision(MessageKind.INQUIRY, "", inquiry=inquiry(), turn=question, turns_to_store=(question,))
    planned = update(message_ties(), decision, role=FolderRole.INBOX)
    assert set(planned.thread_keys) - {""} == {
        "q1@customer.example", "about:before@customer.example", "subject:carol@customer.example:a quote, please",
    }  # fmt: skip
    assert (planned.written_ids, planned.unlinked_replies) == ((), ())


def test_a_reply_to_nobody_who_asked_waits_for_who_may_still_write_under_that_id():
    decision = MessageDecision(MessageKind.OUTGOING, "", inquiry=inquiry(), turn=turn(), turns_to_store=(turn(),))
    assert update(reply_ties(), decision).unlinked_replies == ()
    stray = replace(decision, recipient_unknown=True)
    assert update(reply_ties(), stray).unlinked_replies == ((turn(), ("r1@example.com",)),)


def test_a_reply_that_could_answer_two_leads_to_both_and_waits():
    changes = tuple(InquiryChange("", inquiry(number=n)) for n in (1, 2))
    weak = turn(strength=Strength.WEAK)
    decision = MessageDecision(MessageKind.OUTGOING, "", turn=weak, turns_to_store=(turn(),), other_changes=changes)
    planned = update(reply_ties(), decision)
    assert planned.other_thread_keys == {1: ("r1@example.com",), 2: ("r1@example.com",)}
    assert planned.unlinked_replies == ((turn(), ("r1@example.com",)),)


def test_a_reply_before_its_question_waits_under_every_name_it_could_be_found_by():
    early = turn(parents=("q9@customer.example",))
    planned = update(reply_ties(is_reply=True), MessageDecision(MessageKind.OUTGOING, "", turn=early))
    ((_, keys),) = planned.unlinked_replies
    assert keys == ("r1@example.com", "q9@customer.example", "subject:carol@customer.example:a quote, please")
    assert planned.written_ids == ("r1@example.com",)


def test_mail_of_the_house_that_is_no_reply_leads_to_its_inquiry_unless_a_machine_wrote_it():
    known = Conversation(linked=(LinkedInquiry(inquiry(number=4), "a@x"),))
    decision = MessageDecision(MessageKind.OUTGOING, "")
    assert update(reply_ties(), decision, known).other_thread_keys == {4: ("r1@example.com",)}
    assert update(reply_ties(), decision, known, codes=("auto-submitted",)).other_thread_keys == {}


def test_a_strangers_mail_in_the_inbox_is_no_mail_of_the_house():
    decision = MessageDecision(MessageKind.OUTGOING, "")
    forged = message_ties(verdict(kind=MessageKind.OUTGOING), from_=(SALES,))
    assert update(forged, decision, role=FolderRole.INBOX).written_ids == ()
