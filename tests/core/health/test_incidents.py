"""What is wrong beside mail and servers, and what is worth waking a person for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health import incidents
from watcher.core.health.incidents import Observation, Sight, alertable_incidents, find_incidents
from watcher.core.health.model import Incident, IncidentKind

MEBIBYTE = 2**20


def kinds(incidents) -> list[str]:
    return [incident.kind.value for incident in incidents]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Observation(), []),
        (Observation(free_octets=10**12, free_files=10**6, clock_error=timedelta(seconds=-90)), []),
        (Observation(free_octets=3 * MEBIBYTE, free_files=10**6), ["disk-full"]),
        (Observation(free_octets=10**12, free_files=0), ["disk-full"]),
        (Observation(database_error="database or disk is full"), ["database-unusable"]),
        (Observation(clock_error=timedelta(minutes=6)), ["clock-wrong"]),
        (Observation(clock_error=-timedelta(hours=2)), ["clock-wrong"]),
        (Observation(clock_put_back=timedelta(minutes=5)), []),
        (Observation(clock_put_back=timedelta(hours=2)), ["clock-wrong"]),
        (Observation(stuck_letters={"sales": ["to anna: 4.2.0"]}), ["letters-stuck"]),
        (Observation(held_back={"sales": {"rate-global": 3}}), ["cap-tripped"]),
        (Observation(lost_canaries={"sales": "it did not arrive"}), ["canary-lost"]),
        (Observation(broken_roads={"email": "no answer in time"}), ["cannot-alert"]),
    ],
)
def test_what_is_an_incident(seen, expected):
    found = find_incidents(seen, [], MONDAY)
    assert kinds(found) == expected
    assert {incident.kind for incident in found} <= incidents.WATCHED_KINDS
    assert all(incident.text for incident in found)


@pytest.mark.parametrize(
    ("error", "words"),
    [(6, "6 min behind"), (-7, "7 min ahead of"), (-600, "10 h ahead of"), (525_600, "365 days behind")],
)
def test_the_clock_is_behind_or_ahead(error, words):
    (found,) = find_incidents(Observation(clock_error=timedelta(minutes=error)), [], MONDAY)
    assert words in found.text


def test_which_limit_holds_back_is_named():
    held_back = {"sales": {"rate-bounces": 1, "rate-domain": 2}, "info": {"rate-global": 1}}
    of_sales, of_info = find_incidents(Observation(held_back=held_back), [], MONDAY)
    assert (
        of_sales.text.startswith("3 acknowledgements are held back") and "(rate-bounces, rate-domain)" in of_sales.text
    )
    assert of_info.text.startswith("1 acknowledgement is held back") and "(rate-global)" in of_info.text


def test_what_lasts_keeps_its_beginning_and_gets_the_new_text():
    (first,) = find_incidents(Observation(free_octets=3 * MEBIBYTE), [], MONDAY)
    (second,) = find_incidents(Observation(free_octets=MEBIBYTE), [first], MONDAY + timedelta(hours=1))
    assert (second.since, second.text[:5]) == (MONDAY, "1 MiB")


def incident(kind: IncidentKind, age: timedelta = timedelta(0)) -> Incident:
    return Incident(kind, "sales", MONDAY - age, "why")


def test_a_mailbox_is_told_of_when_no_look_ended_for_too_long_or_its_login_is_refused():
    unseen = incident(IncidentKind.MAILBOX_UNSEEN, timedelta(hours=3))
    assert alertable_incidents([unseen], Sight(), MONDAY) == [], "another mailbox's look says nothing of this one"
    assert alertable_incidents([unseen], Sight(refused={"sales"}), MONDAY) == [unseen]
    assert alertable_incidents([unseen], Sight(overdue={"sales": None}), MONDAY) == [unseen]


def test_a_mailbox_without_a_look_is_blind_also_where_nobody_knows_why():
    last = MONDAY - timedelta(minutes=20)
    (found,) = alertable_incidents([], Sight(overdue={"sales": last}), MONDAY)
    assert (found.kind, found.subject, found.since) == (IncidentKind.MAILBOX_UNSEEN, "sales", last)


@pytest.mark.parametrize("kind", [kind for kind in IncidentKind if kind is not IncidentKind.MAILBOX_UNSEEN])
def test_everything_else_is_told_at_once_or_within_minutes(kind):
    assert kinds(alertable_incidents([incident(kind, timedelta(minutes=5))], Sight(), MONDAY)) == [kind]


@pytest.mark.parametrize("kind", ["disk-full", "configuration-refused", "reader-refused", "cap-tripped", "loop-stuck"])
def test_what_does_not_pass_by_itself_is_told_at_once(kind):
    assert alertable_incidents([incident(IncidentKind(kind))], Sight(), MONDAY)


def test_a_line_that_breaks_for_a_moment_wakes_nobody():
    assert alertable_incidents([incident(IncidentKind.CANNOT_SEND)], Sight(), MONDAY) == []
