"""core/inquiry/arrivals.py: what settles itself, what may carry commands, and the server's mark on a question."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY, facts, inquiry, policy, verdict
from watcher.core.inquiry import arrivals, thanks
from watcher.core.inquiry.model import (
    Conversation,
    InquiryState,
    LinkedInquiry,
    SendingHistory,
    Situation,
    Strength,
    Turn,
    TurnKind,
)
from watcher.core.message.model import FolderRole, MessageKind
from watcher.core.rules import traits
from watcher.core.rules.model import Attention

HOUR = timedelta(hours=1)
CAROL = frozenset({"carol@customer.example"})
QUESTION = Turn(
    "q1@customer.example", MONDAY, TurnKind.QUESTION, "carol@customer.example", CAROL, ("q1@customer.example",)
)


def test_renumbered_mail_has_no_margin():
    """Every message of a renumbered folder looks new: with the margin, mail of the day before would be acknowledged again."""
    assert arrivals.old_mail_before(MONDAY, is_renumbered=False) == MONDAY - timedelta(days=1)
    assert arrivals.old_mail_before(MONDAY, is_renumbered=True) == MONDAY
    late = MONDAY + timedelta(microseconds=900_000)
    assert arrivals.old_mail_before(late, is_renumbered=True) == MONDAY, "an INTERNALDATE has whole seconds"


@pytest.mark.parametrize(
    ("known", "received_at", "settled"),
    [
        ({}, MONDAY, False),
        ({"is_own_letter": True}, MONDAY, True),
        ({"copy_of": "sales/INBOX/7"}, MONDAY, True),
        ({}, MONDAY - timedelta(seconds=1), True),
    ],
)
def test_what_is_settled_carries_no_commands_and_nothing_in_a_sent_folder_does(known, received_at, settled):
    seen = Situation(FolderRole.INBOX, MONDAY, **known)
    assert arrivals.is_settled(seen, received_at) is settled
    assert arrivals.may_carry_commands(seen, received_at) is not settled
    assert not arrivals.may_carry_commands(Situation(FolderRole.SENT, MONDAY, **known), received_at)


def test_only_an_inquiry_in_an_inbox_may_be_acknowledged():
    assert arrivals.may_be_acknowledged(verdict(), FolderRole.INBOX)
    assert not arrivals.may_be_acknowledged(verdict(), FolderRole.SENT)
    assert not arrivals.may_be_acknowledged(verdict(kind=MessageKind.BOUNCE), FolderRole.INBOX)


@pytest.mark.parametrize(
    ("kind", "role", "is_read"),
    [
        (MessageKind.INQUIRY, FolderRole.INBOX, True),
        (MessageKind.BULK, FolderRole.INBOX, False),
        (MessageKind.INQUIRY, FolderRole.SENT, False),
    ],
)
def test_words_are_read_ahead_of_what_may_be_a_customers_question(kind, role, is_read):
    message, us = facts(text="Thank you very much!"), policy()
    arrivals.read_words_ahead([(message, verdict(kind=kind))], role, us)
    kept = message.ask_once("language", lambda: "asked now")
    assert (kept != "asked now") is is_read
    assert thanks.judge_thanks(message, us.own_addresses.people) is thanks.Thanks.YES
    assert traits.message_language(message) == kept


@pytest.mark.parametrize(
    ("is_trusted", "state", "strength"),
    [(False, InquiryState.WAITING, Strength.WEAK), (True, InquiryState.ANSWERED, Strength.MEDIUM)],
)
def test_the_mark_answered_closes_only_where_it_is_trusted(is_trusted, state, strength):
    linked = LinkedInquiry(inquiry(), "", (QUESTION,))
    flag = arrivals.decide_answered_flag(linked, QUESTION.key, policy(trust_answered=is_trusted), MONDAY + HOUR)
    assert flag.change.inquiry.state is state
    assert [turn.strength for turn in flag.turns if turn.kind is TurnKind.ANSWER] == [strength]


def test_a_mark_that_is_known_or_on_no_question_changes_nothing():
    linked = LinkedInquiry(inquiry(), "", (QUESTION,))
    first = arrivals.decide_answered_flag(linked, QUESTION.key, policy(), MONDAY + HOUR)
    again = LinkedInquiry(first.change.inquiry, "", first.turns)
    assert arrivals.decide_answered_flag(again, QUESTION.key, policy(), MONDAY + HOUR) is None
    assert arrivals.decide_answered_flag(linked, "another", policy(), MONDAY + HOUR) is None


def decide_thanks(text="Thank you very much!", judged=None, *, answers_us=False):
    """A customer writes this in a conversation of which nothing is known, or no more than that a mail of the house began it."""
    history, conversation = SendingHistory(answers_us), Conversation(parent_unknown=not answers_us)
    seen = Situation(FolderRole.INBOX, MONDAY, history=history, conversation=conversation)
    message = facts(received_at=MONDAY, text=text, in_reply_to=("x1@elsewhere.example",))
    return arrivals.decide_message(message, judged or verdict(), seen, policy(), MONDAY)


@pytest.mark.parametrize("answers_us", [False, True])
def test_a_bare_thanks_in_a_conversation_that_is_not_known_is_for_a_glance(answers_us):
    """Nobody is to answer it. What wants something besides is an inquiry."""
    made = decide_thanks(answers_us=answers_us)
    assert (made.attention, made.inquiry, made.acknowledgement) == (Attention.REVIEW, None, None)
    assert decide_thanks("Thanks, please send 40.", answers_us=answers_us).attention is Attention.ANSWER


def test_a_bare_thanks_is_an_inquiry_where_a_rule_of_the_owners_says_so():
    assert decide_thanks(judged=verdict(is_certain=True)).attention is Attention.ANSWER
