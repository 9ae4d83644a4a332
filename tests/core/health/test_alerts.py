"""Each incident is told once, again daily while it lasts, and when it is over; who comes and goes makes no flood."""

from __future__ import annotations

import itertools
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


@pytest.mark.parametrize(
    ("retry_in", "may"),
    [
        (None, True),
        (minutes(2), False),
        (minutes(0), True),
        (-minutes(5), True),
        (minutes(3), True),
    ],  # the last: a clock that was ahead
)
def test_a_road_that_failed_is_left_alone_for_a_while(retry_in, may):
    retry_at = MONDAY + retry_in if retry_in is not None else None
    assert alerts.may_try_road(retry_at, failures=2, now=MONDAY) is may


@pytest.mark.parametrize(("age", "is_old"), [(minutes(24 * 60), False), (minutes(24 * 60 + 1), True)])
def test_an_alert_of_yesterday_is_outdated(age, is_old):
    assert alerts.is_outdated(MONDAY - age, MONDAY) is is_old


# --- a crowd


def blind(number: int, minute: float) -> Incident:
    return Incident(IncidentKind.MAILBOX_UNSEEN, f"box{number}", MONDAY + minutes(minute), "login refused")


def live_in_a_crowd(ticks, worth_alert, is_open):
    """As `live`, with what is worth an alert and what is open at each tick, four a minute: (minute, how many told, how many over)."""
    told, heard = [], []
    for tick in range(ticks):
        minute = tick / 4
        now = MONDAY + minutes(minute)
        plan = plan_alert(told, worth_alert(minute), STARTED, now, is_open(minute))
        if plan:
            heard.append((minute, len(plan.problems), len(plan.recovered)))
        told = told_after(told, plan, now)
    return heard


def test_three_hundred_refused_logins_and_a_hundred_servers_that_hang_are_one_alert():
    """They are met one after the other; those that hang are worth an alert only after half an hour, and open before."""
    boxes = [blind(n, n / 300 if n < 300 else 1 + (n - 300) / 100) for n in range(400)]

    def open_at(minute):
        return [box for box in boxes if box.since <= MONDAY + minutes(minute)]

    def worth(minute):
        refused = [box for box in boxes[:300] if box.since + minutes(0.5) <= MONDAY + minutes(minute)]
        return refused + (boxes[300:] if minute > 30 else [])

    ((minute, problems, over),) = live_in_a_crowd(4 * 60 * 5, worth, open_at)
    assert (problems, over) == (400, 0)
    assert 2 <= minute <= 10


def test_a_crowd_that_grows_for_ever_is_told_in_good_time_and_then_now_and_then():
    def growing(minute):
        return [blind(n, n) for n in range(int(minute) + 1)]

    heard = live_in_a_crowd(4 * 120, growing, growing)
    told = [minute for minute, _, _ in heard]
    assert sum(problems for _, problems, _ in heard) >= 105
    assert all(later - earlier >= 10 for earlier, later in itertools.pairwise(told[4:]))
    assert max(later - earlier for earlier, later in itertools.pairwise(told)) <= 12
    assert len(told) <= 16


def test_a_few_are_told_at_once():
    few = [blind(n, n) for n in range(4)]

    def at(minute):
        return [box for box in few if box.since <= MONDAY + minutes(minute)]

    assert [(minute, problems) for minute, problems, _ in live_in_a_crowd(40, at, at)] == [
        (0, 1),
        (1, 1),
        (2, 1),
        (3, 1),
    ]


def test_of_a_crowd_it_is_told_once_that_all_is_well_and_hourly_that_some_is():
    boxes = [blind(n, 0) for n in range(60)]

    def one_a_minute_is_well(minute):
        return boxes[max(0, int(minute) - 10) :]

    heard = live_in_a_crowd(4 * 80, one_a_minute_is_well, one_a_minute_is_well)
    over = [(minute, recovered) for minute, _, recovered in heard if recovered]
    assert [problems for _, problems, _ in heard if problems] == [60]
    assert len(over) <= 6 and sum(count for _, count in over) == 60


def test_what_is_still_wrong_is_not_over_because_it_is_worth_no_alert_now():
    """A refused login became a broken line: the mailbox is as blind as before."""
    told = told_after([], AlertPlan((BLIND,)), MONDAY)
    now = MONDAY + minutes(1)
    assert not plan_alert(told, [], STARTED, now, [BLIND])
    assert plan_alert(told, [], STARTED, now, []).recovered == (BLIND,)
