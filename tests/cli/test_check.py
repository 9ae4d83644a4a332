"""`watcher check` without a server: what is right, what is worth a look, what is wrong."""

from __future__ import annotations

import json


def test_a_configuration_that_is_right(call):
    done = call("check", "--json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit_code == 0, done.output
    assert {row["level"] for row in rows} <= {"ok", "note"}
    assert any("1 mailbox(es), 2 person(s)" in row["text"] for row in rows)
    assert any("--online logs in to 127.0.0.1" in row["text"] for row in rows)


def test_a_server_that_is_not_there_is_bad(call, monkeypatch):
    monkeypatch.setenv("SALES", "secret")
    done = call("check", "--online")
    assert done.exit_code == 1
    assert "!!  sales: IMAP 127.0.0.1:9" in done.output
    assert "!!  sales: SMTP 127.0.0.1:9" in done.output


def test_everything_that_is_wrong_is_named(call, configured):
    path = configured / "config.toml"
    path.write_text(
        path.read_text().replace('owner = "anna"', 'owner = "zoe"').replace("[people.ben]", "[people.ben]\nx = 1")
    )
    done = call("check")
    assert done.exit_code == 2
    assert len(done.output.splitlines()) == 2, done.output
