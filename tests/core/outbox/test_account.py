"""Trouble with the account rests the whole outbox; trouble with a letter does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.outbox import account
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase, Unknown, Unreachable


@pytest.mark.parametrize(
    ("outcome", "trouble"),
    [
        (Accepted(250, "ok"), ""),
        (Refused(550, "no such user", permanent=True), ""),
        (Refused(535, "wrong password", permanent=True, account=True), "535 wrong password"),
        (Unreachable("no route"), "no route"),
        (Unreachable(""), "no connection"),
        (Unknown("reset"), ""),
    ],
)
def test_what_is_said_against_the_account(outcome, trouble):
    assert account.account_trouble(outcome) == trouble


def test_a_rest_ends_when_it_is_over_and_when_a_clock_was_wrong():
    assert not account.is_resting(None, 0, MONDAY)
    assert account.is_resting(MONDAY + timedelta(seconds=30), 1, MONDAY)
    assert not account.is_resting(MONDAY, 1, MONDAY)
    assert not account.is_resting(MONDAY + timedelta(minutes=2), 1, MONDAY), "the clock was set back"


def test_a_refusal_is_told_at_once_and_a_broken_line_the_second_time():
    refused = Refused(535, "no", permanent=True, account=True)
    assert account.is_worth_telling(refused, 1)
    assert not account.is_worth_telling(Unreachable("no route"), 1)
    assert account.is_worth_telling(Unreachable("no route"), 2)


@pytest.mark.parametrize(
    ("outcome", "shows"),
    [
        (Unreachable("no route"), True),
        (Refused(535, "no", permanent=True, phase=SmtpPhase.LOGIN), True),
        (Refused(550, "too many an hour", permanent=True, account=True, phase=SmtpPhase.RECIPIENT), False),
        (Accepted(250, "ok"), False),
    ],
)
def test_what_a_login_alone_would_meet_again(outcome, shows):
    assert account.shows_at_login(outcome) is shows


SPAM = Refused(554, "5.7.1 looks like spam", permanent=True, account=True)


@pytest.mark.parametrize(
    ("outcome", "failures", "minutes"),
    [
        (SPAM, 1, 1),
        (SPAM, 9, 60),
        (Unreachable("no route"), 1, None),
        (Refused(535, "no", permanent=True, phase=SmtpPhase.LOGIN), 1, None),
    ],
)
def test_what_only_a_letter_shows_is_tried_with_any_letter_after_the_rest(outcome, failures, minutes):
    expected = MONDAY + timedelta(minutes=minutes) if minutes else None
    assert account.retry_at(outcome, failures, MONDAY) == expected


@pytest.mark.parametrize(
    ("retry_at", "is_blocked"),
    [
        (None, True),
        (MONDAY + timedelta(minutes=60), True),
        (MONDAY, False),
        (MONDAY - timedelta(days=9), False),
        (MONDAY + timedelta(minutes=61), False),  # the clock was set back
    ],
)
def test_an_account_is_left_alone_until_a_login_works_or_its_rest_is_over(retry_at, is_blocked):
    incidents = [
        Incident(IncidentKind.CANNOT_SEND, "sales", MONDAY, "554", retry_at),
        Incident(IncidentKind.MAILBOX_UNSEEN, "shop", MONDAY, "no route"),
    ]
    assert account.find_blocked(incidents, MONDAY) == ({"sales"} if is_blocked else set())


def test_a_login_that_is_refused_is_the_accounts():
    refused = account.attributed_login(Refused(535, "no", permanent=True, phase=SmtpPhase.LOGIN))
    assert account.account_trouble(refused) == "535 no"
    assert account.account_trouble(account.attributed_login(Accepted(235, ""))) == ""
