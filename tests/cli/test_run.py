"""`watcher run` before the daemon starts: its log is one line an event, and what keeps it from starting ends it with 2."""

from __future__ import annotations

import logging
import sys

from watcher.cli.run import OneLineFormatter
from watcher.edge.clock import Clock
from watcher.edge.guard import InstanceLock


def test_an_error_is_one_line_with_its_place():
    try:
        raise ValueError("first\nsecond")
    except ValueError as error:
        record = logging.LogRecord("watcher", logging.ERROR, "x.py", 1, "failed: %s", (error,), sys.exc_info())
    line = OneLineFormatter().format(record)
    assert "\n" not in line
    assert "failed: first | second" in line
    assert "test_run.py:" in line


def test_a_second_instance_is_refused(call, configured):
    (configured / "state").mkdir()
    lock = InstanceLock(configured / "state" / "watcher.lock", Clock().now())
    done = call("run", "--once")
    lock.release()
    assert (done.exit_code, "runs already" in done.output) == (2, True), done.output
