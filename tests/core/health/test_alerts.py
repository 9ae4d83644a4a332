"""Each incident is told once, again daily while it lasts, and when it is over; who comes and goes makes no flood."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health import alerts
from watcher.core.health.alerts import AlertPlan, plan_alert, told_after
from watcher.core.health.model import Incident, IncidentKind

STARTED = MONDAY - timedelta(days=9)
BLIND = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no route")
REFUSED = Incident(IncidentKind.CONFIGURATION_REFUSED, "", MONDAY, "config.toml:3: unknown key")


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def live(story, started_at=STARTED):
    """(minute, incidents) → (minute, problems, recovered) of every plan that says something, each plan carried out."""
    told, heard = [], []
    for minute, incidents in story:
        now = MONDAY + minutes(minute)
        plan = plan_alert(told, incidents, started_at, now)
        if plan:
            heard.append((minute, [i.kind for i in plan.problems], [i.kind for i in plan.recovered]))
        told = told_after(told, plan, now)
    return heard


def test_an_incident_is_told_once_again_daily_and_when_it_is_over():
    day = 24 * 60
    story = [(minute, [BLIND]) for minute in range(0, 2 * day + 61, 15)] + [(2 * day + 75, []), (2 * day + 90, [])]
    kind = IncidentKind.MAILBOX_UNSEEN
    assert live(story) == [(0, [kind], []), (day, [kind], []), (2 * day, [kind], []), (2 * day + 75, [], [kind])]


def test_nothing_is_told_of_what_never_was():
    assert live([(0, []), (60, [])]) == []


def test_another_text_is_no_news():
    other = Incident(BLIND.kind, BLIND.subject, BLIND.since, "connection reset")
    assert len(live([(0, [BLIND]), (1, [other]), (2, [BLIND])])) == 1


def test_who_comes_and_goes_is_heard_once_an_hour():
    story = [(minute, [BLIND] if minute % 10 == 0 else []) for minute in range(0, 121, 5)]
    heard = live(story)
    assert [minute for minute, problems, _ in heard if problems] == [0, 70]
    assert [minute for minute, _, recovered in heard if recovered] == [5, 75]


def test_after_a_quiet_hour_it_is_told_at_once():
    heard = live([(0, [BLIND]), (5, []), (70, []), (71, [BLIND])])
    assert [minute for minute, problems, _ in heard if problems] == [0, 71]


def test_what_was_told_before_a_restart_is_not_told_again():
    told = told_after([], AlertPlan((BLIND,)), MONDAY)
    assert not plan_alert(told, [BLIND], MONDAY + minutes(1), MONDAY + minutes(2))


def test_what_a_start_forgets_is_over_only_when_nobody_has_met_it_again():
    told = told_after([], AlertPlan((REFUSED, BLIND)), MONDAY)
    started_at = MONDAY + minutes(30)
    at_once = plan_alert(told, [], started_at, started_at + minutes(1))
    assert [incident.kind for incident in at_once.recovered] == [IncidentKind.MAILBOX_UNSEEN]
    later = plan_alert(told, [], started_at, started_at + alerts.START_PATIENCE)
    assert set(later.recovered) == {REFUSED, BLIND}


def test_a_clock_that_was_ahead_silences_nothing():
    """What was told 'tomorrow' was told by a clock that was wrong."""
    told = told_after([], AlertPlan((BLIND,)), MONDAY + timedelta(days=400))
    assert plan_alert(told, [BLIND], STARTED, MONDAY).problems == (BLIND,)


@pytest.mark.parametrize(("failures", "wait"), [(1, 1), (2, 2), (5, 60), (50, 60)])
def test_an_alert_that_no_road_takes_is_tried_less_and_less_often(failures, wait):
    assert alerts.retry_after(failures) == minutes(wait)
