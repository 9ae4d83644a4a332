"""Which loop is stuck."""

from __future__ import annotations

from watcher.core.health.progress import STUCK, stuck_loops

SPAN = STUCK.total_seconds()


def test_a_loop_is_stuck_when_its_last_progress_is_too_long_ago():
    loops = {"b": 0.0, "a": 0.0, "fresh": 1.0, "resting": SPAN + 3600}
    assert stuck_loops(loops, SPAN) == ["a", "b"]
    assert stuck_loops(loops, SPAN - 1) == []
