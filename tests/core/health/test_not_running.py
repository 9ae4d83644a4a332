"""core/health/not_running.py: a process that systemd starts every few seconds tells once what hinders it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health import not_running
from watcher.core.health.model import FailureNotice, IncidentKind

TOLD = FailureNotice("typo", MONDAY, MONDAY, is_taken=True)


@pytest.mark.parametrize(
    ("last", "text", "after", "due"),
    [
        (None, "typo", timedelta(0), True),
        (TOLD, "typo", timedelta(seconds=5), False),
        (TOLD, "typo", timedelta(hours=23), False),
        (TOLD, "typo", timedelta(days=1), True),
        (TOLD, "disk", timedelta(minutes=59), False),
        (TOLD, "disk", timedelta(hours=1), True),
        # nobody took it
        (replace(TOLD, is_taken=False), "typo", timedelta(minutes=4), False),
        (replace(TOLD, is_taken=False), "typo", timedelta(minutes=5), True),
        # Watcher has run since: what comes and goes is told once an hour
        (replace(TOLD, ended_at=MONDAY), "typo", timedelta(minutes=59), False),
        (replace(TOLD, ended_at=MONDAY), "typo", timedelta(hours=1), True),
        # noted by a clock that was ahead
        (TOLD, "typo", timedelta(days=-1), True),
    ],
)
def test_when_somebody_is_told(last, text, after, due):
    assert not_running.is_due(last, text, MONDAY + after) is due


def test_a_failure_that_lasts_keeps_its_beginning():
    later = MONDAY + timedelta(days=1)
    assert not_running.next_notice(TOLD, "disk", later) == FailureNotice("disk", MONDAY, later)
    assert not_running.next_notice(replace(TOLD, ended_at=MONDAY), "disk", later).since == later


def test_what_is_taken_back_is_what_somebody_was_told():
    told = not_running.told_incident(TOLD)
    assert told is not None and (told.incident.kind, told.incident.text) == (IncidentKind.NOT_RUNNING, "typo")
    for notice in (None, replace(TOLD, is_taken=False), replace(TOLD, ended_at=MONDAY)):
        assert not_running.told_incident(notice) is None
