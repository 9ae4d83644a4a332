"""The text that Prometheus reads: every name once, base units, and labels that cannot break it."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.pictures import FIGURES
from tests.samples import MONDAY
from watcher.core.health.figures import MonitorFigures
from watcher.core.health.metrics import render_metrics

#: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
SAMPLE = re.compile(
    r'[a-z_]+(?:\{[a-z_]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?[0-9.e+]+'
)


def samples(text: str) -> dict[str, float]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(SAMPLE.fullmatch(line) for line in lines), text
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def test_every_figure_is_there():
    found = samples(render_metrics(FIGURES))
    expected = {
        'watcher_build_info{version="0.1.0"}': 1,
        "watcher_up": 0,
        'watcher_incidents{kind="mailbox-unseen"}': 1,
        'watcher_incidents{kind="no-reply-seen"}': 1,
        'watcher_last_look_timestamp_seconds{mailbox="sales"}': (MONDAY - timedelta(minutes=20)).timestamp(),
        'watcher_blind{mailbox="sales"}': 1,
        'watcher_blind{mailbox="help"}': 0,
        'watcher_inquiries_waiting{mailbox="sales"}': 3,
        'watcher_inquiries_waiting{mailbox="help"}': 0,
        "watcher_oldest_waiting_timestamp_seconds": (MONDAY - timedelta(days=2)).timestamp(),
        'watcher_promises_broken{mailbox="sales"}': 1,
        'watcher_letters_total{kind="acknowledgement",state="sent"}': 41,
        'watcher_letters_open{kind="digest",state="pending"}': 1,
        "watcher_outbox_oldest_timestamp_seconds": (MONDAY - timedelta(minutes=1)).timestamp(),
        'watcher_canary_timestamp_seconds{mailbox="sales"}': (MONDAY - timedelta(hours=1)).timestamp(),
        'watcher_token_expiry_timestamp_seconds{mailbox="help"}': (MONDAY + timedelta(hours=1)).timestamp(),
        'watcher_instances{state="alive"}': 1,
        'watcher_instances{state="silent"}': 1,
        "watcher_mailboxes_watched": 2,
    }
    assert {name: found.get(name) for name in expected} == expected


def test_every_metric_says_what_it_is_once():
    lines = render_metrics(FIGURES).splitlines()
    names = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(names) == len(set(names)) == sum(line.startswith("# HELP") for line in lines)
    assert all(line.split()[3] == "counter" for line in lines if line.startswith("# TYPE") and "_total" in line)


def test_where_there_is_nothing_there_is_no_instant():
    found = samples(render_metrics(MonitorFigures("1", MONDAY, ["sales"])))
    assert found["watcher_up"] == 1
    assert not any("timestamp" in name or "instance" in name for name in found)


def test_a_name_cannot_break_out_of_its_label():
    hostile = MonitorFigures('1"\\\nx 1', MONDAY, ['a"} 1\nb{c="'])
    samples(render_metrics(hostile))
