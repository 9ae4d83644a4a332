"""When words go, and which."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from watcher.core.health.retention import LETTER_OCTETS_KEPT, is_prune_due, prune_limits

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pruned_at", "now", "is_due"),
    [
        (None, NOW, True),
        (NOW - timedelta(hours=24), NOW, True),
        (NOW - timedelta(hours=1), NOW, False),
        (NOW - timedelta(hours=20), NOW + timedelta(hours=6), False),
        (NOW - timedelta(days=3), NOW + timedelta(hours=6), True),
        (NOW + timedelta(days=3), NOW + timedelta(hours=6), True),
    ],
    ids=["never", "last night", "this night", "by day", "asleep at night", "clock set back"],
)
def test_it_is_done_once_a_night(pruned_at, now, is_due):
    assert is_prune_due(pruned_at, now, BERLIN) is is_due


def test_octets_go_before_words_and_never_after_them():
    limits = prune_limits(timedelta(days=400), NOW)
    assert (limits.octets, limits.words) == (NOW - LETTER_OCTETS_KEPT, NOW - timedelta(days=400))
    assert prune_limits(None, NOW).words is None
