"""core/inquiry/due.py: which slot is served, what makes a digest necessary, and whom a nag belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.samples import BERLIN, MONDAY, always_open, inquiry, policy
from watcher.core import digest_times, hours
from watcher.core.inquiry import due
from watcher.core.inquiry.model import InquiryState, ToldNag
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANNA = Person("anna", Address("anna@example.com"), (time(9), time(15)), deputy="ben")
BEN = Person("ben", Address("ben@example.com"), (time(9), time(15)))
CALENDAR = always_open()  # in UTC; MONDAY is 10:00 there


def roster(away: frozenset[str] = frozenset()) -> due.DutyRoster:
    return due.DutyRoster({"anna": ANNA, "ben": BEN}, {"sales": policy()}, CALENDAR, away)


def due_numbers(person: Person, *waiting, told=(), away=frozenset()) -> list[int]:
    """`told`: the nag of each inquiry, from 1 on, that they were told last."""
    last = {number: ToldNag(nag, 1) for number, nag in enumerate(told, 1)}
    return [found.number for found in due.due_inquiries(roster(away), person, waiting, last, MONDAY)]


# --- slots


def test_the_first_look_serves_no_slot_from_before():
    assert due.check_digest_slot(ANNA, CALENDAR, None, MONDAY) == due.SlotCheck(served_at=MONDAY)


def test_missed_slots_coalesce_into_the_latest():
    found = due.check_digest_slot(ANNA, CALENDAR, MONDAY - 3 * DAY, MONDAY)
    assert found.slot is not None
    assert found.slot.at == MONDAY - HOUR


def test_a_slot_is_served_once():
    assert due.check_digest_slot(ANNA, CALENDAR, MONDAY - HOUR, MONDAY).slot is None


@pytest.mark.parametrize(("ahead", "begins_anew"), [(due.MAX_SLOT_LEAD, False), (due.MAX_SLOT_LEAD + HOUR, True)])
def test_a_clock_that_was_far_ahead_begins_anew(ahead, begins_anew):
    found = due.check_digest_slot(ANNA, CALENDAR, MONDAY + ahead, MONDAY)
    assert found.slot is None
    assert (found.served_at == MONDAY) is begins_anew


def test_who_wants_no_report_has_no_slot_for_one():
    assert due.check_report_slot(ANNA, CALENDAR, None, MONDAY) == due.SlotCheck()


# --- what is due


@pytest.mark.parametrize(
    ("at", "is_due"),
    [
        (None, False),
        (MONDAY, True),
        (MONDAY + HOUR, False),
        (MONDAY + due.MAX_NAG_LEAD, False),
        (MONDAY + due.MAX_NAG_LEAD + HOUR, True),  # a clock gone wrong has written it
    ],
)
def test_a_nag_is_due_when_it_has_come(at, is_due):
    assert due.is_nag_due(inquiry(next_nag_at=at), MONDAY) is is_due


def test_a_nag_that_is_said_to_come_later_than_it_came_is_due():
    assert due.is_nag_due(inquiry(next_nag_at=MONDAY + DAY, nagged_at=MONDAY + HOUR), MONDAY)


def test_what_is_not_due_makes_no_digest_necessary():
    assert due_numbers(ANNA, inquiry(nags=1, next_nag_at=MONDAY + DAY), told=[1]) == []


def test_a_nag_in_another_s_digest_is_heard_in_one_s_own():
    case = inquiry(nags=1, nagged_at=MONDAY - HOUR, next_nag_at=MONDAY + DAY)
    assert due_numbers(ANNA, case) == [1]
    assert due_numbers(ANNA, case, told=[1]) == []


def test_what_was_told_before_it_waited_anew_is_no_news_of_this_nag():
    case = inquiry(nags=1, nagged_at=MONDAY - HOUR, next_nag_at=MONDAY + DAY)
    assert due_numbers(ANNA, case, told=[3]) == [1]


def test_a_promise_that_ends_before_the_next_digest_is_in_this_one():
    soon, late = inquiry(number=1, promise_at=MONDAY + 5 * HOUR), inquiry(number=2, promise_at=MONDAY + 6 * HOUR)
    assert due_numbers(ANNA, soon, late) == [1], "the next digest comes at 15:00"


def test_a_promise_that_ends_right_after_the_next_digest_is_in_this_one():
    """Whoever reads it for the first time a minute before the promise ends cannot keep it."""
    tight = inquiry(number=1, promise_at=MONDAY + 5 * HOUR + timedelta(minutes=1))
    assert due_numbers(ANNA, tight) == [1], "the next digest comes at 15:00"


def test_what_is_newly_passed_on_is_due_and_only_once():
    case = inquiry(nags=1, next_nag_at=MONDAY + DAY, escalated=1)
    assert due_numbers(BEN, case) == [1]
    assert due_numbers(BEN, case, told=[1]) == []


def test_nobody_hears_of_what_is_with_another():
    assert due_numbers(BEN, inquiry(next_nag_at=MONDAY)) == []
    assert due_numbers(BEN, inquiry(next_nag_at=MONDAY), away=frozenset({"anna"})) == [1]


def test_a_nag_that_was_told_moves_it_up_its_ladder():
    case = inquiry(number=1, next_nag_at=MONDAY)
    change = due.count_told_nag(roster(), case, MONDAY - HOUR, [(MONDAY - DAY, "woke")], MONDAY)
    assert change.inquiry is not None
    assert (change.inquiry.number, change.inquiry.nags, change.inquiry.nagged_at) == (1, 1, MONDAY)
    assert change.inquiry.next_nag_at != MONDAY


@pytest.mark.parametrize(
    ("state", "journal"),
    [
        (InquiryState.SNOOZED, []),
        (InquiryState.WAITING, [(MONDAY - HOUR, "snoozed"), (MONDAY, "woke")]),
        (InquiryState.WAITING, [(MONDAY, "chased")]),
    ],
)
def test_a_nag_that_was_told_before_leaves_due_what_something_else_has_made_due(state, journal):
    case = inquiry(number=1, state=state, next_nag_at=MONDAY + HOUR, escalate_at=MONDAY)
    change = due.count_told_nag(roster(), case, MONDAY - DAY, journal, MONDAY + HOUR)
    assert change.inquiry == replace(case, nags=1, nagged_at=MONDAY - DAY, urgent_at=None)
    assert [note.event for note in change.journal] == ["nagged earlier"]


@pytest.mark.parametrize(
    ("changed", "is_expected", "nag"),
    [
        ({"nags": 2, "next_nag_at": MONDAY}, False, 3),
        ({"nags": 2, "next_nag_at": MONDAY + DAY}, False, 2),  # listed beside what is due, and nagged about already
        ({"nags": 0, "next_nag_at": MONDAY + HOUR}, True, 1),  # a promise at risk makes the first nag early
        ({"nags": 0, "next_nag_at": MONDAY + HOUR}, False, 0),
    ],
)
def test_a_line_tells_the_nag_that_is_due(changed, is_expected, nag):
    assert due.nag_to_tell(inquiry(**changed), MONDAY, is_expected=is_expected) == nag


# --- who


@pytest.mark.parametrize(
    ("waits_at", "blocked", "road"),
    [
        ("sales", (), "sales"),
        ("sales", ("sales",), "shop"),
        ("shop", ("sales",), "shop"),
        ("shop", ("sales", "shop"), "shop"),  # where no account can send it waits where it is
        ("of before", (), "sales"),
        ("of before", ("sales",), "shop"),
    ],
)
def test_a_letter_leaves_by_its_own_account_or_by_one_that_can_send(waits_at, blocked, road):
    policies = {"sales": policy(), "shop": policy(mailbox="shop")}
    duty = due.DutyRoster({"anna": ANNA}, policies, CALENDAR, frozenset(), blocked=frozenset(blocked))
    assert duty.leaves_by(ANNA, waits_at, [inquiry(number=1)]) == road


def test_an_owner_nobody_knows_any_more_is_replaced_by_the_mailbox_s():
    assert roster().responsible_people(inquiry(owner="gone")) == ["anna"]


def test_a_reader_s_own_calendar_comes_before_the_house_s():
    quiet = hours.Calendar(hours.parse_week({"mon-fri": ["10:00-12:00"]}), BERLIN)
    assert roster().calendar_of(ANNA) is CALENDAR
    assert roster().calendar_of(Person("cleo", BEN.address, BEN.slots, calendar=quiet)) is quiet


# --- what was set aside for a glance

MORNING, LAST = (digest_times.latest_slot([at], CALENDAR, MONDAY + DAY, MONDAY) for at in (time(9), time(15)))


def test_what_was_set_aside_makes_a_digest_necessary_at_the_last_slot_of_the_day_only():
    assert not due.is_review_digest_due(ANNA, MORNING, unshown=3)
    assert due.is_review_digest_due(ANNA, LAST, unshown=1)
    assert due.is_review_digest_due(replace(ANNA, slots=(time(9),)), MORNING, unshown=1)  # first and last at once


def test_nothing_set_aside_makes_no_digest_necessary():
    assert not due.is_review_digest_due(ANNA, LAST, unshown=0)


@pytest.mark.parametrize(
    ("mailbox", "away", "reviewer"),
    [
        ("sales", (), "anna"),
        ("support", (), "ben"),
        ("sales", ("anna",), "ben"),
        ("sales", ("anna", "ben"), "anna"),  # nobody is there: better shown late than to nobody
        ("no longer configured", (), "anna"),
    ],
)
def test_the_owner_of_the_mailbox_is_shown_what_was_set_aside_there(mailbox, away, reviewer):
    policies = {"sales": policy(), "support": policy(mailbox="support", owner="ben")}
    on_duty = due.DutyRoster({"anna": ANNA, "ben": BEN}, policies, CALENDAR, frozenset(away))
    assert on_duty.reviewers_of(mailbox) == [reviewer]
