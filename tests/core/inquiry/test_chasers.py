"""A customer who writes again without an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, always_open, facts, inquiry, policy, verdict
from watcher.core.inquiry import arrivals, chasers, ladder
from watcher.core.inquiry.model import (
    Conversation,
    InquiryState,
    LinkedInquiry,
    SendingHistory,
    Situation,
    Turn,
    TurnKind,
)
from watcher.core.message.model import FolderRole

HOUR = timedelta(hours=1)
CAROL = frozenset({"carol@customer.example"})


def asked(*hours: float) -> tuple[Turn, ...]:
    return tuple(
        Turn(f"q{n}@customer.example", MONDAY + hour * HOUR, TurnKind.QUESTION, "carol@customer.example", CAROL)
        for n, hour in enumerate(hours, 1)
    )


@pytest.mark.parametrize(
    ("hours", "count"),
    [
        ((0,), 0),
        ((0, 0.1, 0.5), 0),  # second thoughts
        ((0, 3), 1),
        ((0, 3, 3.2, 3.9), 1),
        ((0, 3, 5), 2),
        ((5, 0, 3), 2),  # in whatever order they are seen
    ],
)
def test_a_chaser_comes_after_a_while(hours, count):
    assert chasers.count_chasers(asked(*hours), MONDAY) == count


def write_again(hour: float, *before: float, **changed):
    """The decision about one more message of Carol's, `hour` hours after the first; `before`: when she wrote until then."""
    waiting = inquiry(**{"escalate_at": MONDAY + 24 * HOUR, "next_nag_at": MONDAY + 20 * HOUR, **changed})
    linked = LinkedInquiry(waiting, "q1@customer.example", asked(*before))
    seen = Situation(
        FolderRole.INBOX, MONDAY - 100 * HOUR, conversation=Conversation(linked=(linked,)), history=SendingHistory()
    )
    message = facts(
        message_id="next@customer.example", received_at=MONDAY + hour * HOUR, in_reply_to=("q1@customer.example",),
        text="I have heard nothing. When will you answer?", fingerprint="e" * 64,
    )  # fmt: skip
    return arrivals.decide_message(message, verdict(), seen, policy(), MONDAY + hour * HOUR)


def test_the_first_time_changes_nothing():
    decision = write_again(5, 0)
    assert decision.inquiry is not None
    assert (decision.inquiry.next_nag_at, decision.inquiry.escalated) == (MONDAY + 20 * HOUR, 0)
    assert [note.event for note in decision.journal] == ["wrote again"]


def test_the_second_time_the_next_step_comes_at_once():
    decision = write_again(8, 0, 5)
    assert decision.inquiry is not None
    assert (decision.inquiry.next_nag_at, decision.inquiry.escalated) == (MONDAY + 8 * HOUR, 1)
    assert decision.inquiry.escalate_at is None, "there is no step further up"
    assert [note.event for note in decision.journal] == ["wrote again", "chased", "escalated"]
    assert decision.inquiry.nags == 0, "nobody has been nagged by that"


def test_a_second_thought_after_that_changes_nothing_more():
    decision = write_again(8.5, 0, 5, 8, escalated=1)
    assert [note.event for note in decision.journal] == ["wrote again"]


def test_the_third_time_again():
    decision = write_again(12, 0, 5, 8, escalated=1, next_nag_at=MONDAY + 30 * HOUR)
    assert decision.inquiry is not None
    assert (decision.inquiry.next_nag_at, decision.inquiry.escalated) == (MONDAY + 12 * HOUR, 1)


def test_an_answer_between_begins_the_count_anew():
    since = MONDAY + 6 * HOUR
    assert chasers.count_chasers(asked(0, 3, 6, 8), since) == 1


def test_who_writes_again_after_it_was_closed_reopens_it_and_has_not_chased():
    decision = write_again(8, 0, 5, state=InquiryState.DONE, settled_at=MONDAY + 6 * HOUR, next_nag_at=None)
    assert decision.inquiry is not None
    assert decision.inquiry.state is InquiryState.WAITING
    assert "chased" not in [note.event for note in decision.journal]


def test_what_is_due_already_stays_due():
    early = replace(inquiry(), next_nag_at=MONDAY)
    rules = policy()
    assert (
        ladder.take_next_step_now(early, rules.ladders["default"], always_open(), MONDAY + HOUR).next_nag_at == MONDAY
    )
