"""Every incident has a line that says what it is, and most say what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import advise, group_incidents, headline, incident_title


@pytest.mark.parametrize("kind", IncidentKind)
def test_a_title_names_what_it_is_about(kind):
    title = incident_title(Incident(kind, "sales", MONDAY, "why"))
    assert title and "{" not in title and not title.endswith(".")


def test_several_are_one_headline():
    blind = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "")
    full = Incident(IncidentKind.DISK_FULL, "", MONDAY, "")
    assert headline([blind]) == "mailbox sales cannot be read"
    assert headline([blind, full, full]) == "mailbox sales cannot be read, and 2 more"


def test_the_same_advice_is_given_once():
    incidents = [Incident(IncidentKind.MAILBOX_UNSEEN, name, MONDAY, "") for name in ("sales", "help")]
    assert advise(incidents) == "watcher check --online says what the server answers"
    assert advise([Incident(IncidentKind.LOOP_FAILING, "x", MONDAY, "")]) == ""


def test_what_many_have_alike_is_one_line():
    def refused(n, text="login refused: no such user box{n} (session 77{n})"):
        return Incident(IncidentKind.MAILBOX_UNSEEN, f"box{n}", MONDAY + timedelta(minutes=n), text.format(n=n))

    full = Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left")
    hanging = [refused(n, "no answer in time") for n in range(300, 400)]
    found = group_incidents([*map(refused, range(300)), full, *hanging])
    assert [(one.kind, one.subject, one.since) for one in found] == [
        (IncidentKind.MAILBOX_UNSEEN, "box0, box1, box2, … (300)", MONDAY),
        (IncidentKind.DISK_FULL, "", MONDAY),
        (IncidentKind.MAILBOX_UNSEEN, "box300, box301, box302, … (100)", MONDAY + timedelta(minutes=300)),
    ]
    assert incident_title(found[0]) == "mailbox box0, box1, box2, … (300) cannot be read"
    few = [refused(n) for n in range(3)]
    assert group_incidents(few) == few
