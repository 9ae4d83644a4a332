"""What answered each question: what counts and what does not, and how long it took."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, policy
from watcher.core.inquiry.model import ANSWERED_FLAG_KEY, BouncedReply, Response, Strength, Turn, TurnKind
from watcher.core.inquiry.responses import find_answered_questions, measure_responses

HOUR = timedelta(hours=1)
CAROL = frozenset({"carol@customer.example"})
ASKED = Turn("q", MONDAY, TurnKind.QUESTION, "carol@customer.example", CAROL, ("q",))
ANSWERED = Turn("a", MONDAY + HOUR, TurnKind.ANSWER, "anna@example.com", CAROL, ("a",), ("q",))
AGAIN = replace(ASKED, key="q2", ids=("q2",), at=MONDAY + 2 * HOUR)
LATER = replace(ANSWERED, key="a2", ids=("a2",), at=MONDAY + 3 * HOUR, parents=("q2",))


def test_each_question_has_the_first_answer_after_it():
    found = find_answered_questions([LATER, AGAIN, ANSWERED, ASKED], {})
    assert [(pair.question.key, pair.answer.key, pair.is_first) for pair in found] == [
        ("q", "a", True),
        ("q2", "a2", False),
    ]


def test_what_is_added_before_the_answer_is_the_same_question():
    added = replace(AGAIN, at=MONDAY + HOUR / 2)
    (found,) = find_answered_questions([ASKED, added, ANSWERED], {})
    assert (found.question.key, found.is_first) == ("q", True)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": TurnKind.HOLDING_REPLY},
        {"kind": TurnKind.POSSIBLE_PROMISE},
        {"strength": Strength.WEAK},
        {"by": "carol@customer.example"},
        {"addresses": frozenset({"dave@other.example"})},
    ],
    ids=lambda changed: str(*changed),
)
def test_a_promise_a_hint_the_customer_and_mail_to_others_answer_nothing(changed):
    assert find_answered_questions([ASKED, replace(ANSWERED, **changed)], {}) == []


def test_what_came_back_or_was_disputed_answers_nothing():
    bounce = BouncedReply("a", MONDAY + 2 * HOUR, CAROL, "unknown user")
    assert find_answered_questions([ASKED, ANSWERED], {"a": bounce}) == []
    assert find_answered_questions([ASKED, ANSWERED], {}, disputed_at=MONDAY + 2 * HOUR) == []


def test_where_nobody_asked_nobody_has_answered():
    assert find_answered_questions([ANSWERED], {}) == []
    assert find_answered_questions([], {}) == []


def test_an_answer_that_a_clock_puts_before_its_question_came_at_once():
    (found,) = find_answered_questions([ASKED, replace(ANSWERED, at=MONDAY - HOUR)], {})
    assert found.answered_at == MONDAY


def test_what_was_measured_is_not_measured_again():
    before = inquiry(responses=(Response(MONDAY, MONDAY + HOUR, timedelta(minutes=7), is_first=True),))
    assert measure_responses(before, [ASKED, ANSWERED], {}, policy().hours) == before.responses
    (fresh,) = measure_responses(inquiry(), [ASKED, ANSWERED], {}, policy().hours)
    assert fresh.opening_time == HOUR


def test_a_mark_of_the_server_tells_no_time():
    mark = replace(ANSWERED, key=f"{ANSWERED_FLAG_KEY}q", ids=(), at=MONDAY, by="")
    (found,) = measure_responses(inquiry(), [ASKED, mark], {}, policy().hours)
    assert found.opening_time is None
