"""`watcher report` as a person runs it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner

from tests.config.conftest import LEAST
from tests.samples import inquiry
from watcher.cli import main
from watcher.core.inquiry.model import InquiryState, ReplyProof
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Two inquiries of the day before yesterday, one of them answered within the hour; and what a command says of them."""
    monkeypatch.setenv("WATCHER_CONFIG", str(tmp_path / "config.toml"))
    always = '[hours]\nweek = { mon-sun = ["00:00-24:00"] }\n'
    (tmp_path / "config.toml").write_text(f'[watcher]\nstate_dir = "{tmp_path / "state"}"\n{always}{LEAST}')
    since = Clock().now() - timedelta(days=2)
    store = Store(f"sqlite:///{tmp_path / 'state' / 'watcher.sqlite3'}")
    with store.write_transaction() as tx:
        for answered in (True, False):
            case = inquiry(number=0, opened_at=since, waiting_since=since, promise_at=since + timedelta(hours=4))
            if answered:
                proof = ReplyProof("anna@example.com", "r@example.com", since + timedelta(minutes=50), "Sent")
                case = replace(case, state=InquiryState.ANSWERED, reply_proof=proof)
            number = tx.inquiries.save(case).number
            entries = [("opened", "x")] + ([("answered", "by anna")] if answered else [])
            tx.inquiries.add_to_journal(number, since + timedelta(minutes=55), entries)
    store.close()

    def run(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, ["report", *words])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    return run


def test_it_tells_what_came_and_what_was_answered(told):
    said = told()
    assert "2  came in" in said
    assert "1  not answered (1 never answered)" in said
    assert "half answered within: 50 min" in said
    assert "promises kept: 50 %" in said
    assert all(len(line) <= 80 for line in said.splitlines())


def test_it_speaks_other_languages_and_says_which(told):
    assert "gingen ein" in told("--language", "de")
    assert "there is only en, de" in told("--language", "xx", code=2)


def test_json_has_stable_keys_one_object_a_line(told):
    rows = [json.loads(line) for line in told("--json").splitlines()]
    assert rows[0] == {
        "of": "all", "name": "", "came": 2, "answered": 1, "settled": 0, "unanswered": 1, "waiting": 1, "median": 3000,
        "p90": 3000, "kept": 50, "late": 0, "never": 1, "next_median": None, "next_p90": None,
        "bands": {"0-1 h": 1, "1-4 h": 0, "4-8 h": 0, "8-24 h": 0, "24+ h": 0},
    }  # fmt: skip
    assert {row["of"] for row in rows} == {"all", "day", "person", "mailbox"}


def test_it_writes_the_page_and_the_table_of_an_audit(told, tmp_path):
    page, table = tmp_path / "page.html", tmp_path / "table.csv"
    said = told("--html", str(page), "--csv", str(table), "--language", "de")
    assert said == f"Wrote {page} and {table}.\n"
    assert "2 Anfragen kamen" in page.read_text()
    assert [line.split(",")[-1] for line in table.read_text().splitlines()] == ["ending", "in-time", "never"]


def test_what_came_before_the_span_does_not_count(told):
    assert "0  came in" in told("--since", "12h")
    assert "is no duration" in told("--since", "yesterday", code=2)
