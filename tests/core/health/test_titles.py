"""Every incident has a line that says what it is, and most say what to do."""

from __future__ import annotations

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import advise, headline, incident_title


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
