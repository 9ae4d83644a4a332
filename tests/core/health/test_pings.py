"""The calls of the dead man's switch: start, success once a minute, fail with what is wrong, nothing more than that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health import pings
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.pings import Ping, PingSignal, next_signal, ping_body, ping_url, troubles_of

BLIND = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no route")
FULL = Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left")


def live(story):
    """(second, incidents, ready) → (second, signal) of every call, each answered."""
    last, heard = None, []
    for second, incidents, ready in story:
        now = MONDAY + timedelta(seconds=second)
        signal = next_signal(last, incidents, ready, now)
        if signal is not None:
            heard.append((second, signal.name))
            last = Ping(now, signal, troubles_of(incidents))
    return heard


def test_it_starts_and_calls_once_a_minute_while_all_is_well():
    assert live([(n, [], True) for n in range(0, 136, 15)]) == [
        (0, "START"),
        (15, "SUCCESS"),
        (75, "SUCCESS"),
        (135, "SUCCESS"),
    ]


def test_success_waits_for_the_first_look():
    assert live([(0, [], False), (15, [], False), (300, [], True)]) == [(0, "START"), (300, "SUCCESS")]


def test_trouble_is_called_at_once_and_success_stays_away():
    story = [
        (0, [], True),
        (15, [], True),
        (30, [BLIND], True),
        (45, [BLIND], True),
        (600, [BLIND], True),
        (645, [], True),
    ]
    assert live(story) == [(0, "START"), (15, "SUCCESS"), (30, "FAIL"), (645, "SUCCESS")]


def test_other_trouble_is_called_at_once_and_the_same_every_ten_minutes():
    story = [
        (0, [BLIND], True),
        (15, [BLIND], True),
        (30, [BLIND, FULL], True),
        (45, [BLIND, FULL], True),
        (630, [BLIND, FULL], True),
    ]
    assert live(story) == [(0, "START"), (15, "FAIL"), (30, "FAIL"), (630, "FAIL")]


@pytest.mark.parametrize(
    ("url", "signal", "expected"),
    [
        ("https://hc-ping.com/0a1b", PingSignal.SUCCESS, "https://hc-ping.com/0a1b?rid=r1"),
        ("https://hc-ping.com/0a1b/", PingSignal.FAIL, "https://hc-ping.com/0a1b/fail?rid=r1"),
        (
            "https://hc-ping.com/key/watcher?create=1",
            PingSignal.START,
            "https://hc-ping.com/key/watcher/start?create=1&rid=r1",
        ),
        ("http://127.0.0.1:8000/ping/x#top", PingSignal.FAIL, "http://127.0.0.1:8000/ping/x/fail?rid=r1"),
    ],
)
def test_the_signal_stands_behind_the_path(url, signal, expected):
    assert ping_url(url, signal, "r1") == expected


def test_the_body_names_what_is_wrong():
    assert ping_body([BLIND, FULL]) == "mailbox-unseen: sales: no route\ndisk-full: 3 MiB are left"
    assert ping_body([]) == "all is well"
    assert len(ping_body([BLIND] * 1000)) == pings.MAX_BODY_CHARS
