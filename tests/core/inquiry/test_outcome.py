"""What became of an inquiry: each is one thing, and no later promise makes it look better."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import CAROL, MONDAY, inquiry, policy
from watcher.core.inquiry.model import InquiryState, Response, Turn, TurnKind
from watcher.core.inquiry.outcome import Ending, describe_outcome, is_counted

HOUR = timedelta(hours=1)
NOW = MONDAY + 10 * HOUR
REACH = frozenset({CAROL.key})
ASKED = Turn("q", MONDAY, TurnKind.QUESTION, CAROL.email, REACH, ("q",))
ANSWERED = Turn("a", MONDAY + 5 * HOUR, TurnKind.ANSWER, "anna@example.com", REACH, ("a",), ("q",))
AFTER_FIVE = (Response(MONDAY, MONDAY + 5 * HOUR, 5 * HOUR, is_first=True),)


@pytest.mark.parametrize(
    ("changed", "ending", "is_kept"),
    [
        ({"promise_at": MONDAY + 6 * HOUR, "responses": AFTER_FIVE}, Ending.ON_TIME, True),
        ({"promise_at": MONDAY + 4 * HOUR, "responses": AFTER_FIVE}, Ending.LATE, False),
        ({"promise_at": NOW, "first_promise_at": MONDAY + 4 * HOUR, "responses": AFTER_FIVE}, Ending.LATE, False),
        ({"promise_at": MONDAY + 4 * HOUR, "responses": ()}, Ending.NEVER, False),
        ({"promise_at": NOW + HOUR, "responses": ()}, Ending.WAITING, None),
        ({"state": InquiryState.DONE, "settled_at": NOW, "promise_at": NOW, "responses": ()}, Ending.SETTLED, True),
        ({"settled_at": NOW, "promise_at": MONDAY, "responses": ()}, Ending.NEVER, False),
    ],
)
def test_each_has_one_ending_by_its_first_promise(changed, ending, is_kept):
    outcome = describe_outcome(inquiry(**changed), [ASKED], policy())
    assert (outcome.judge_ending(NOW), outcome.is_promise_kept(NOW)) == (ending, is_kept)


def test_it_says_who_answered_and_how_sure_that_is():
    outcome = describe_outcome(inquiry(responses=AFTER_FIVE), [ASKED, ANSWERED], policy())
    assert (outcome.answered_by, outcome.strength, outcome.opening_time) == ("anna@example.com", "strong", 5 * HOUR)


def test_where_nothing_was_promised_its_ladder_says_when_it_is_late():
    outcome = describe_outcome(inquiry(promise_at=None, responses=()), [], policy())
    assert outcome.promise_at == MONDAY + 4 * HOUR


def test_who_did_not_write_and_what_is_no_inquiry_stand_in_no_figure():
    assert is_counted(inquiry())
    assert not is_counted(inquiry(state=InquiryState.DISMISSED))
    assert not is_counted(inquiry(fingerprint="lead:1", message_id="")), "a contact that was imported"
