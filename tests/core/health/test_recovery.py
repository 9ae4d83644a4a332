"""What the last run and a lost database mean for this start."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health import recovery
from watcher.core.health.model import Incident, IncidentKind

DAY = timedelta(days=1)
LATER = MONDAY + DAY


@pytest.mark.parametrize(
    ("alive_at", "in_order", "unclean"),
    [
        (None, False, False),
        (MONDAY - recovery.UNCLEAN_STOP_THRESHOLD, False, False),
        (MONDAY - recovery.UNCLEAN_STOP_THRESHOLD * 2, False, True),
        (MONDAY - DAY, True, False),
        (MONDAY + DAY, True, False),
        (MONDAY + DAY, False, True),
    ],
)
def test_a_long_silence_that_was_not_announced_is_an_unclean_stop(alive_at, in_order, unclean):
    assert recovery.is_unclean_stop(alive_at, in_order, MONDAY) is unclean


@pytest.mark.parametrize(
    ("lost", "unclean", "copies", "until"),
    [
        (None, None, False, None),
        (None, MONDAY, False, MONDAY),
        (None, MONDAY, True, None),
        (MONDAY, None, True, MONDAY),
        (MONDAY, LATER, False, LATER),
        (MONDAY, LATER, True, MONDAY),
        (LATER, MONDAY, False, LATER),
    ],
)
def test_copies_of_our_letters_tell_what_left_but_not_what_a_lost_database_knew(lost, unclean, copies, until):
    assert recovery.history_unknown_before(lost, unclean, copies) == until


def test_mail_is_read_again_for_a_week_after_the_loss():
    since = MONDAY - recovery.REBUILD_WINDOW
    assert recovery.reread_mail_since(since, MONDAY, MONDAY + recovery.REBUILD_PERIOD - DAY) == since
    assert recovery.reread_mail_since(since, MONDAY, MONDAY + recovery.REBUILD_PERIOD) is None
    assert recovery.reread_mail_since(None, None, MONDAY) is None


def test_an_incident_is_over_when_it_is_old_news_or_the_loop_gets_on():
    old = Incident(IncidentKind.DATABASE_OLDER, "", MONDAY, "older")
    assert not recovery.is_incident_over(old, [], MONDAY + recovery.INCIDENT_LIFETIME)
    assert recovery.is_incident_over(old, [], MONDAY + recovery.INCIDENT_LIFETIME + DAY)
    stuck = Incident(IncidentKind.LOOP_STUCK, "reminders", MONDAY, "stuck")
    assert not recovery.is_incident_over(stuck, ["reminders"], MONDAY + DAY * 30)
    assert recovery.is_incident_over(stuck, [], MONDAY)
    assert not recovery.is_incident_over(
        Incident(IncidentKind.CANNOT_SEND, "sales", MONDAY, "no"), [], MONDAY + DAY * 30
    )


def test_that_another_watcher_was_here_is_news_for_three_days_and_survives_a_start():
    incident = Incident(IncidentKind.OTHER_WATCHER, "sales", MONDAY, "letters of another Watcher")
    assert not recovery.is_of_run_before(incident, ["sales"], [])
    assert recovery.is_of_run_before(incident, ["office"], [])
    assert not recovery.is_incident_over(incident, [], MONDAY + 3 * DAY)
    assert recovery.is_incident_over(incident, [], MONDAY + 4 * DAY)
