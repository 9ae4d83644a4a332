"""core/inquiry/inquiry_update.py: what turns make of an inquiry, and of two that are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.samples import MONDAY, inquiry, policy
from watcher.core.inquiry import inquiry_update
from watcher.core.inquiry.model import (
    BouncedReply,
    Conversation,
    InquiryState,
    LinkedInquiry,
    ProblemKind,
    Turn,
    TurnKind,
)

HOUR = timedelta(hours=1)
CAROL = frozenset({"carol@customer.example"})
QUESTION = Turn(
    "q1@customer.example", MONDAY, TurnKind.QUESTION, "carol@customer.example", CAROL, ("q1@customer.example",)
)
REPLY = Turn("r1@example.com", MONDAY + HOUR, TurnKind.ANSWER, "anna@example.com", CAROL, ("r1@example.com",))


def updated(known, *turns, returned=()):
    reports = {report.message_id: report for report in returned}
    return inquiry_update.update_from_turns(known, turns, reports, policy(), MONDAY + 3 * HOUR)


def test_the_problem_of_a_reply_that_came_back_goes_when_another_answers():
    report = BouncedReply("r1@example.com", MONDAY + 2 * HOUR, CAROL, "550 5.1.1 no such user")
    bounced = updated(inquiry(), QUESTION, REPLY, returned=[report])
    assert (bounced.state, bounced.problem_kind) == (InquiryState.WAITING, ProblemKind.REPLY_BOUNCED)
    assert "550 5.1.1 no such user" in bounced.problem
    second = Turn("r2@example.com", MONDAY + 3 * HOUR, TurnKind.ANSWER, "anna@example.com", CAROL, ("r2@example.com",))
    answered = updated(bounced, QUESTION, REPLY, second, returned=[report])
    assert (answered.state, answered.problem_kind, answered.problem) == (InquiryState.ANSWERED, ProblemKind.NONE, "")


def test_a_promise_is_the_last_that_was_said_until_somebody_writes_again():
    held = replace(REPLY, kind=TurnKind.HOLDING_REPLY)
    promised = updated(inquiry(promise_at=MONDAY + 2 * HOUR), QUESTION, held)
    assert inquiry_update.last_promise_at(updated(inquiry(), QUESTION)) is None
    assert inquiry_update.last_promise_at(promised) == MONDAY + HOUR
    assert inquiry_update.last_promise_at(replace(promised, disputed_at=promised.waiting_since)) is None
    second = replace(QUESTION, key="q2@customer.example", ids=("q2@customer.example",), at=MONDAY + 2 * HOUR)
    assert inquiry_update.last_promise_at(updated(promised, QUESTION, held, second)) is None
    answered = replace(REPLY, key="r2@example.com", ids=("r2@example.com",), at=MONDAY + 2 * HOUR)
    after_answer = updated(
        updated(promised, QUESTION, held, answered), QUESTION, held, answered, replace(second, at=MONDAY + 3 * HOUR)
    )
    assert after_answer.state is InquiryState.WAITING
    assert inquiry_update.last_promise_at(after_answer) is None


def test_another_problem_stays_whatever_its_words():
    """A problem was once told by how its text began: a reason that a server made up could end or start one."""
    odd = inquiry(problem_kind=ProblemKind.UNREACHABLE, problem="came back: in the words of a server")
    assert updated(odd, QUESTION).problem_kind is ProblemKind.UNREACHABLE
    assert updated(odd, QUESTION).problem == odd.problem


def test_what_a_person_closed_stays_closed():
    for state in (InquiryState.DONE, InquiryState.DISMISSED):
        assert updated(inquiry(state=state), QUESTION, REPLY).state is state


def test_of_two_inquiries_that_are_one_the_older_goes_on_and_both_say_so():
    link, other = LinkedInquiry(inquiry(number=2), "q1"), LinkedInquiry(inquiry(number=1), "")
    joined = inquiry_update.join_conversations(link, Conversation(merge_candidates=(other,)), REPLY)
    assert joined.inquiry.number == 1
    (ended,) = joined.ended
    assert (ended.inquiry.number, ended.inquiry.state) == (2, InquiryState.DISMISSED)
    assert ended.inquiry.problem_kind is ProblemKind.MERGED
    assert [note.text for note in (*ended.journal, *joined.journal)] == [
        "the same conversation as 1", "2 was the same conversation",
    ]  # fmt: skip


def test_an_early_reply_joins_the_conversation_it_belongs_to_alone():
    stranger = Turn(
        "r9@example.com", MONDAY, TurnKind.ANSWER, "anna@example.com", frozenset({"dave@x"}), ("r9@example.com",)
    )
    known = Conversation(unlinked_replies=(REPLY, stranger))
    joined = inquiry_update.join_conversations(LinkedInquiry(inquiry(), "", (QUESTION,)), known, QUESTION)
    assert {turn.key for turn in joined.turns} == {QUESTION.key, REPLY.key}


def test_what_customers_answer_is_known_by_its_ids_and_what_the_house_answers_is_no_part_of_it():
    asked = replace(QUESTION, parents=("offer@example.com",))
    ours = replace(REPLY, parents=("q1@customer.example",))
    assert inquiry_update.ids_that_customers_answer([asked, ours]) == ["offer@example.com"]
