"""core/inquiry/replan.py: other hours and other steps reach what waits, from the beginnings that it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY, inquiry, policy
from watcher.core import hours
from watcher.core.inquiry import decide, replan
from watcher.core.inquiry.model import InquiryState
from watcher.core.public_holidays import Holidays

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEFORE = policy()  # steps of 2 h, 4 h and a day, the deputy after a day
OFFICE = hours.Calendar(hours.parse_week({"mon-fri": ["09:00-17:00"]}), ZoneInfo("UTC"))
WAITING = decide.start_ladder(inquiry(), BEFORE)


def steps(*words: str, escalate: tuple[str, ...] = ("1d",), urgent: bool = False) -> decide.Policy:
    ladder = decide.Ladder(
        hours.parse_span("4h"), tuple(map(hours.parse_span, words)), tuple(map(hours.parse_span, escalate)), urgent
    )
    return policy(ladders={"default": ladder})


def replanned(value, new, journal=()):
    return replan.replan_inquiry(value, journal, new).inquiry or value


def test_the_same_configuration_changes_nothing():
    assert replan.replan_inquiry(WAITING, [], BEFORE).inquiry is None
    nagged = decide.advance_due_inquiry(WAITING, BEFORE, MONDAY + 3 * HOUR).inquiry
    assert replan.replan_inquiry(nagged, [(MONDAY + 3 * HOUR, "nagged")], BEFORE).inquiry is None


def test_a_shorter_first_step_counts_from_when_it_began_to_wait():
    assert replanned(WAITING, steps("1h", "4h")).next_nag_at == MONDAY + HOUR


def test_a_later_step_counts_from_the_last_nag():
    nagged = decide.advance_due_inquiry(WAITING, BEFORE, MONDAY + 3 * HOUR).inquiry
    assert replanned(nagged, steps("1h", "30m")).next_nag_at == MONDAY + 3.5 * HOUR
    assert replanned(nagged, steps("1h")).next_nag_at == MONDAY + 4 * HOUR, "the last step repeats"


def test_other_hours_move_what_is_due():
    late = decide.start_ladder(replace(inquiry(), waiting_since=MONDAY + 6 * HOUR), BEFORE)  # 16:00, due at 18:00
    moved = replanned(late, policy(hours=OFFICE))
    assert moved.next_nag_at == MONDAY + DAY, "an hour of Monday, and one of Tuesday"
    assert moved.promise_at == late.promise_at, "a promise stays as it was given"


def test_the_way_up_follows_and_nobody_comes_down():
    assert replanned(WAITING, steps("2h", escalate=("3h", "1d"))).escalate_at == MONDAY + 3 * HOUR
    assert replanned(WAITING, steps("2h", escalate=())).escalate_at is None
    up = replace(WAITING, escalated=1, escalate_at=None)
    assert replanned(up, steps("2h", escalate=("3h", "5h"))).escalate_at == MONDAY + 5 * HOUR
    assert replanned(up, steps("2h", escalate=())).escalated == 1


def test_a_contact_that_was_met_long_ago_counts_from_its_import():
    met = replace(WAITING, fingerprint="lead:1", waiting_since=MONDAY - 30 * DAY)
    moved = replanned(met, steps("1h", escalate=("3h",)))
    assert (moved.next_nag_at, moved.escalate_at) == (MONDAY + HOUR, MONDAY + 3 * HOUR)


def test_a_contact_that_was_met_long_ago_goes_up_step_by_step():
    far = steps("2h", escalate=("1d", "2d"))
    met = replace(decide.start_ladder(inquiry(), far), fingerprint="lead:1", waiting_since=MONDAY - 30 * DAY)
    nagged = decide.advance_due_inquiry(met, far, MONDAY + DAY).inquiry
    assert (nagged.escalated, nagged.escalate_at) == (1, MONDAY + 2 * DAY)


def test_urgent_mail_that_was_written_is_not_written_again():
    urgent = steps("2h", urgent=True)
    assert replanned(WAITING, urgent).urgent_at is None
    rung = replace(WAITING, urgent_at=MONDAY)
    assert replanned(rung, urgent).urgent_at == MONDAY
    assert replanned(rung, BEFORE).urgent_at is None


def test_a_snooze_stays_as_somebody_set_it_and_what_woke_waits_for_its_digest():
    asleep = replace(WAITING, state=InquiryState.SNOOZED, next_nag_at=MONDAY + 9 * DAY)
    assert replan.replan_inquiry(asleep, [], steps("1h")).inquiry is None
    woke_at = MONDAY + 9 * DAY
    awake = decide.advance_due_inquiry(asleep, BEFORE, woke_at).inquiry
    journal = [(MONDAY, "opened"), (woke_at, "woke")]
    assert replan.replan_inquiry(awake, journal, BEFORE).inquiry is None
    changed = replanned(awake, steps("1h", escalate=("2h",)), journal)
    assert (changed.next_nag_at, changed.escalate_at) == (woke_at, woke_at + 2 * HOUR), "not at once"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (policy(), True),
        (policy(position=3, trust_answered=True), True),
        (policy(hours=OFFICE), False),
        (policy(hours=replace(OFFICE, closed=frozenset({MONDAY.date()}))), False),
        (policy(hours=replace(BEFORE.hours, holidays=Holidays("DE"))), False),
        (steps("1h"), False),
    ],
)
def test_a_schedule_is_known_by_its_hours_and_steps(other, is_same):
    assert (replan.schedule_digest(other) == replan.schedule_digest(BEFORE)) is is_same
