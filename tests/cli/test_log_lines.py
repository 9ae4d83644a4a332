"""One line an event, in words for people or as JSON with what the words name; to stderr or to a file that may be moved away."""

from __future__ import annotations

import json
import logging
import os
import sys

import pytest

from watcher.cli.log_lines import JsonFormatter, OneLineFormatter, named_values, set_up_logging


@pytest.fixture(autouse=True)
def as_before():
    root, ours = logging.getLogger(), logging.getLogger("watcher")
    kept = (root.handlers[:], root.level, ours.level)
    looked_for = {
        name: getattr(logging, name) for name in ("_srcfile", "logThreads", "logProcesses", "logMultiprocessing")
    }
    yield
    for name, value in looked_for.items():
        setattr(logging, name, value)
    for handler in root.handlers:
        if handler not in kept[0]:
            handler.close()
    root.handlers[:] = kept[0]
    root.setLevel(kept[1])
    ours.setLevel(kept[2])


def record(words: str, *values: object, error: bool = False) -> logging.LogRecord:
    info = sys.exc_info() if error else None
    return logging.LogRecord("watcher.delivery", logging.WARNING, "x.py", 1, words, values, info)


@pytest.mark.parametrize(
    ("words", "values", "expected"),
    [
        ("unseen mailbox=%s kind=%s: %s", ("sales", "login", "no"), {"mailbox": "sales", "kind": "login"}),
        ("sent %s code=%d", ("letter=1", 250), {"code": 250}),
        ("%.0f %% of mailbox=%r, uid=%d", (3.2, "x", 7), {"mailbox": "x", "uid": 7}),
        ("time=%s level=%s", ("now", "high"), {}),
        ("nothing", (), {}),
        ("100 % sure mailbox=%s", ("sales",), {}),
    ],
)
def test_what_the_words_name_is_a_field(words, values, expected):
    assert named_values(record(words, *values)) == expected


def test_an_event_is_one_object():
    line = JsonFormatter().format(record("refused mailbox=%s code=%d: %s", "sales", 535, "no\r\nway \u2028 ü"))
    assert len(line.splitlines()) == 1
    found = json.loads(line)
    assert found.pop("time").endswith("Z")
    assert found == {
        "level": "warning", "logger": "watcher.delivery", "message": "refused mailbox=sales code=535: no\r\nway \u2028 ü",
        "mailbox": "sales", "code": 535,
    }  # fmt: skip


@pytest.mark.parametrize("formatter", [OneLineFormatter(), JsonFormatter()], ids=["text", "json"])
def test_an_error_is_one_line_with_its_place(formatter):
    try:
        raise ValueError("first\nsecond")
    except ValueError as error:
        line = formatter.format(record("failed: %s", error, error=True))
    assert len(line.splitlines()) == 1
    assert "first" in line and "test_log_lines.py:" in line


def test_a_file_is_private_and_is_made_anew_when_it_was_moved(tmp_path):
    path = tmp_path / "watcher.log"
    set_up_logging("json", "info", path)
    log = logging.getLogger("watcher.test")
    log.info("first")
    log.debug("no")
    path.rename(tmp_path / "watcher.log.1")
    log.warning("second")
    first, second = (json.loads((tmp_path / name).read_text()) for name in ("watcher.log.1", "watcher.log"))
    assert (first["message"], second["message"]) == ("first", "second")
    assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0, 0]


@pytest.mark.parametrize("kind", ["text", "json"])
def test_the_journal_is_told_how_grave_a_line_is(tmp_path, monkeypatch, kind):
    with (tmp_path / "stream").open("w") as stream, (tmp_path / "elsewhere").open("w") as elsewhere:
        found = os.fstat(stream.fileno())
        monkeypatch.setenv("JOURNAL_STREAM", f"{found.st_dev}:{found.st_ino}")
        for each in (stream, elsewhere):  # a person redirected it
            monkeypatch.setattr(sys, "stderr", each)
            set_up_logging(kind, "debug")
            for level in ("debug", "info", "warning", "error"):
                getattr(logging.getLogger("watcher.test"), level)("mailbox=%s", "sales")
    marked, plain = ((tmp_path / name).read_text().splitlines() for name in ("stream", "elsewhere"))
    assert [line[:3] for line in marked] == ["<7>", "<6>", "<4>", "<3>"]
    assert [line[3:].partition("Z")[2] for line in marked] == [line.partition("Z")[2] for line in plain]


def test_what_no_line_shows_is_not_found_out(tmp_path):
    file = tmp_path / "watcher.log"
    set_up_logging(file=file)
    seen = []
    logging.getLogger().handlers[0].addFilter(lambda record: seen.append(record) or True)
    logging.getLogger("watcher.intake").info("seen again mailbox=%s", "sales")
    assert file.read_text().endswith("INFO watcher.intake seen again mailbox=sales\n")
    (found,) = seen
    assert (found.process, found.thread, found.threadName, found.processName, found.lineno) == (
        None,
        None,
        None,
        None,
        0,
    )


def test_what_is_less_important_is_left_out(tmp_path):
    set_up_logging("text", "error", tmp_path / "x.log")
    logging.getLogger("watcher").warning("no")
    logging.getLogger("imapclient").warning("no")
    logging.getLogger("watcher").error("yes")
    assert (tmp_path / "x.log").read_text().rstrip().endswith("ERROR watcher yes")


def test_a_file_that_cannot_be_written_is_said_so(call, configured):
    config = configured / "config.toml"
    config.write_text('[watcher]\nlog_file = "nowhere/x.log"\n' + config.read_text().replace("[watcher]\n", ""))
    done = call("run", "--once")
    assert (done.exit_code, "watcher.log_file" in done.output) == (2, True), done.output
