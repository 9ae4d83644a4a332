"""Every incident has a line that says what it is, and most say what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import group_incidents, incident_title, sort_by_urgency, write_advice, write_headline


@pytest.mark.parametrize("kind", IncidentKind)
def test_a_title_names_what_it_is_about(kind):
    title = incident_title(Incident(kind, "sales", MONDAY, "why"))
    assert title and "{" not in title and not title.endswith(".")


def test_several_are_one_headline():
    blind = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "")
    full = Incident(IncidentKind.DISK_FULL, "", MONDAY, "")
    assert write_headline([blind]) == "mailbox sales cannot be read"
    assert write_headline([blind, full, full]) == "the disk is full, and 2 more"


def test_the_same_advice_is_given_once():
    incidents = [Incident(IncidentKind.MAILBOX_UNSEEN, name, MONDAY, "") for name in ("sales", "help")]
    assert write_advice(incidents) == "watcher check --online says what the server answers"


@pytest.mark.parametrize("kind", IncidentKind)
def test_there_is_something_to_do_about_everything_or_it_is_said_that_there_is_nothing(kind):
    assert write_advice([Incident(kind, "x", MONDAY, "")])


def test_what_many_have_alike_is_one_line():
    def refused(n, text="login refused: no such user box{n} (session 77{n})"):
        return Incident(IncidentKind.MAILBOX_UNSEEN, f"box{n}", MONDAY + timedelta(minutes=n), text.format(n=n))

    full = Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left")
    hanging = [refused(n, "no answer in time") for n in range(300, 400)]
    found = group_incidents([*map(refused, range(300)), full, *hanging])
    assert [(one.kind, one.subject, one.since) for one in found] == [
        (IncidentKind.DISK_FULL, "", MONDAY),
        (IncidentKind.MAILBOX_UNSEEN, "box0, box1, box2, … (300)", MONDAY),
        (IncidentKind.MAILBOX_UNSEEN, "box300, box301, box302, … (100)", MONDAY + timedelta(minutes=300)),
    ]
    assert incident_title(found[1]) == "mailbox box0, box1, box2, … (300) cannot be read"
    few = [refused(n) for n in range(3)]
    assert group_incidents(few) == few


def test_the_most_urgent_comes_first_wherever_several_are_named():
    dead = Incident(IncidentKind.TOKEN_DEAD, "a@example.com", MONDAY, "revoked")
    unseen = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY - timedelta(hours=1), "")
    refused = Incident(IncidentKind.READER_REFUSED, "anna", MONDAY - timedelta(hours=1), "550")
    full = Incident(IncidentKind.DISK_FULL, "", MONDAY, "")
    assert sort_by_urgency([refused, unseen, dead, full]) == [full, dead, unseen, refused]
    assert write_headline([refused, unseen, dead]) == "the token of a@example.com is not renewed any more, and 2 more"
    assert write_advice([refused, unseen, dead]).startswith("watcher login --status")
    assert group_incidents([unseen, dead]) == [dead, unseen]


def test_of_one_kind_none_is_put_before_another():
    boxes = [Incident(IncidentKind.MAILBOX_UNSEEN, name, MONDAY, "") for name in ("sales", "help", "info")]
    assert sort_by_urgency(boxes) == boxes
