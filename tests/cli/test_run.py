"""`watcher run` before the daemon starts: its log is one line an event, and what keeps it from starting ends it with 2."""

from __future__ import annotations

import logging
import sys
import tempfile

import pytest

from tests.servers.real import free_port
from tests.servers.scripted import Sink
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


ALERTS = """
[alerts]
email = ["boss@example.com"]
smtp = {{ host = "127.0.0.1", port = {port}, tls = "off" }}
"""


@pytest.fixture
def sink(configured, monkeypatch):
    """Takes the alerts of the house."""
    monkeypatch.setattr(tempfile, "tempdir", str(configured))
    made = Sink(configured / "accepted", free_port())
    with (configured / "config.toml").open("a") as config:
        config.write(ALERTS.format(port=made.port))
    yield made
    made.stop()


def test_a_configuration_that_is_refused_is_told_once_over_the_road_of_the_alerts(call, configured, sink):
    config = configured / "config.toml"
    config.write_text(config.read_text().replace("owner", "onwer"))
    outcomes = {(done.exit_code, 'did you mean "owner"' in done.output) for done in (call("run"), call("run"))}
    assert outcomes == {(2, True)}
    (letter,) = sink.accepted()
    assert (letter["to"], letter["subject"]) == ("boss@example.com", "Watcher: The service does not run")
    assert 'did you mean "owner"' in " ".join(letter["text"].split())


def test_a_state_that_cannot_be_opened_is_told(call, configured, sink):
    (configured / "state").write_text("a file, and no folder")
    assert [call("run").exit_code for _ in range(2)] == [1, 1]
    (letter,) = sink.accepted()
    assert "cannot start: the state in" in " ".join(letter["text"].split())


def test_a_second_instance_and_a_single_pass_tell_nobody(call, configured, sink):
    config = configured / "config.toml"
    (configured / "state").mkdir()
    lock = InstanceLock(configured / "state" / "watcher.lock", Clock().now())
    assert call("run").exit_code == 2
    lock.release()
    config.write_text(config.read_text().replace("owner", "onwer"))
    assert call("run", "--once").exit_code == 2
    assert sink.accepted() == []


def test_a_road_that_fails_hides_nothing(call, configured, sink):
    sink.stop()
    config = configured / "config.toml"
    config.write_text(config.read_text().replace("owner", "onwer"))
    done = call("run")
    assert (done.exit_code, 'did you mean "owner"' in done.output) == (2, True)
