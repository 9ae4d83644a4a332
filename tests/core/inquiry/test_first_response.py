"""The first answer of a person to the first question: what counts and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.inquiry.first_response import find_first_response, responded_at
from watcher.core.inquiry.model import Strength, Turn, TurnKind

HOUR = timedelta(hours=1)
CAROL = frozenset({"carol@customer.example"})
ASKED = Turn("q", MONDAY, TurnKind.QUESTION, "carol@customer.example", CAROL, ("q",))
ANSWERED = Turn("a", MONDAY + HOUR, TurnKind.ANSWER, "anna@example.com", CAROL, ("a",), ("q",))


def test_the_first_answer_counts_whatever_came_after_it():
    again = replace(ASKED, key="q2", ids=("q2",), at=MONDAY + 2 * HOUR)
    later = replace(ANSWERED, key="a2", ids=("a2",), at=MONDAY + 3 * HOUR)
    assert find_first_response([later, again, ANSWERED, ASKED]) == ANSWERED


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
    assert find_first_response([ASKED, replace(ANSWERED, **changed)]) is None


def test_where_nobody_asked_nobody_has_answered():
    assert find_first_response([ANSWERED]) is None
    assert find_first_response([]) is None


def test_an_answer_that_a_clock_puts_before_its_question_came_at_once():
    assert responded_at(replace(ANSWERED, at=MONDAY - HOUR), MONDAY) == MONDAY
    assert responded_at(ANSWERED, MONDAY) == MONDAY + HOUR
