"""When a promise may be renewed, and what takes that back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY, inquiry, policy
from watcher.core import hours
from watcher.core.inquiry import decide
from watcher.core.inquiry.inquiry_update import update_from_turns
from watcher.core.inquiry.model import InquiryState, Strength, Turn, TurnKind
from watcher.core.inquiry.renewal import plan_renewal

OFFICE = hours.Calendar(hours.parse_week({"mon-fri": ["09:00-12:00", "13:00-18:00"]}), ZoneInfo("UTC"))
CAROL = frozenset({"carol@customer.example"})
ASKED = Turn("q1@customer.example", MONDAY, TurnKind.QUESTION, "carol@customer.example", CAROL)


def renewing(promise: str, renew: bool = True) -> decide.Policy:
    rules = policy(hours=OFFICE)
    ladder = replace(rules.ladders["default"], promise=hours.parse_span(promise), renew=renew)
    return replace(rules, ladders={"default": ladder})


def planned(promise: str, since: datetime = MONDAY, renew: bool = True) -> str:
    rules = renewing(promise, renew)
    due = OFFICE.add_opening_time(since, hours.parse_span(promise))
    found = plan_renewal(inquiry(waiting_since=since, opened_at=since, promise_at=due), rules).renew_at
    return f"{found:%a %H:%M:%S}" if found else ""


@pytest.mark.parametrize(
    ("promise", "since", "wanted"),
    [
        ("4h", MONDAY, "Mon 14:30:00"),  # half an hour before 15:00
        ("2h", datetime(2026, 11, 23, 17, 15, tzinfo=UTC), "Tue 09:45:00"),
        ("1h", datetime(2026, 11, 23, 17, 10, tzinfo=UTC), "Mon 17:55:00"),  # not at night, though it ends at 09:10
        ("1h", MONDAY, "Mon 10:45:00"),  # a quarter of a short one
        ("1d", MONDAY, "Tue 09:30:00"),
        ("4h", datetime(2026, 11, 27, 16, 0, tzinfo=UTC), "Mon 10:30:00"),  # over the weekend
    ],
)
def test_a_promise_is_renewed_a_little_before_it_breaks_and_while_the_house_is_open(promise, since, wanted):
    assert planned(promise, since) == wanted


def test_only_where_the_ladder_says_so():
    assert planned("4h", renew=False) == ""


def replied(kind: TurnKind, strength: Strength = Strength.STRONG) -> Turn:
    at = MONDAY + timedelta(hours=1)
    return Turn("a1@example.com", at, kind, "anna@example.com", CAROL, parents=(ASKED.key,), strength=strength)


@pytest.mark.parametrize("kind", [TurnKind.ANSWER, TurnKind.HOLDING_REPLY, TurnKind.POSSIBLE_PROMISE])
@pytest.mark.parametrize("strength", Strength)
def test_whatever_a_person_wrote_takes_it_back(kind, strength):
    waiting = inquiry(renew_at=MONDAY + timedelta(hours=3), renewed_promise_at=MONDAY + timedelta(hours=8))
    after = update_from_turns(
        waiting, (ASKED, replied(kind, strength)), {}, renewing("4h"), MONDAY + timedelta(hours=2)
    )
    assert (after.renew_at, after.renewed_promise_at) == (None, None)


def test_a_customer_who_writes_again_does_not():
    waiting = inquiry(renew_at=MONDAY + timedelta(hours=3))
    again = replace(ASKED, key="q2@customer.example", at=MONDAY + timedelta(hours=1))
    assert update_from_turns(waiting, (ASKED, again), {}, renewing("4h"), MONDAY).renew_at == waiting.renew_at


@pytest.mark.parametrize("verb", ["done", "dismiss"])
def test_who_closes_and_opens_it_again_has_seen_it(verb):
    waiting = inquiry(renew_at=MONDAY + timedelta(hours=3), renewed_promise_at=MONDAY + timedelta(hours=8))
    closed = decide.apply_command(waiting, decide.InquiryCommand(verb, "anna"), renewing("4h"), MONDAY).inquiry
    assert closed is not None
    back = decide.apply_command(closed, decide.InquiryCommand("reopen", "anna"), renewing("4h"), MONDAY).inquiry
    assert back is not None
    assert (back.state, back.renew_at, back.renewed_promise_at) == (InquiryState.WAITING, None, None)
