"""`away`, `back`, and the commands about an inquiry: one code path with the answers to a digest."""

from __future__ import annotations

import json
import tomllib

import pytest
from click.testing import CliRunner, Result

from tests.samples import MONDAY, inquiry
from watcher.cli import main
from watcher.config import load
from watcher.core.inquiry.model import InquiryState
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.clock import Clock
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store

CONFIG = """
[watcher]
state_dir = "{folder}"
timezone = "UTC"
[people.anna]
email = ["anna@example.com"]
deputy = "ben"
[people.ben]
email = ["ben@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = {{ host = "imap.example.com", user = "sales", password = {{ env = "X" }} }}
smtp = {{ host = "smtp.example.com", user = "sales", password = {{ env = "X" }} }}
"""


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WATCHER_CONFIG", raising=False)
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    made = Store(load.load_config(tmp_path / "config.toml").database_url)
    with made.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, subject="New catalogue", customer="ads@paper.example")).number
        place = Locator("sales", "INBOX", 1, 1)
        line = LedgerEntry(
            place, FolderRole.INBOX, MONDAY, "inquiry", "f", "m", MONDAY, "ads@paper.example", "New catalogue"
        )
        tx.ledger.add_entry(LedgerEntry(**{name: getattr(line, name) for name in line.__slots__} | {"inquiry": number}))
    yield made
    made.close()


def watcher(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    return result


def test_away_and_back(store):
    assert "anna is away until " in watcher("away", "anna", "until", "monday").output
    with store.write_transaction() as tx:
        assert list(tx.people.current_absences(Clock().now())) == ["anna"]
    assert watcher("back", "anna").output == "anna is back\n"
    assert watcher("back", "anna").output == "anna was not away\n"


def test_who_is_not_there_and_what_is_no_time(store):
    assert "only anna, ben" in watcher("away", "carl", "monday", code=2).output
    assert "is no time I know" in watcher("away", "anna", "whenever", code=2).output
    assert "only anna, ben" in watcher("back", "carl", code=2).output


def test_what_is_dismissed_is_proposed_as_a_rule_that_holds(store, tmp_path):
    assert watcher("rules", "propose").output.startswith("# Nothing to propose")
    watcher("dismiss", "1")
    text = watcher("rules", "propose").output
    assert tomllib.loads(text)["rule"][0]["match"] == {"from": "@paper.example", "subject": "New catalogue"}
    (tmp_path / "own.toml").write_text(text)
    assert "1 rules, 1 examples, 0 wrong" in watcher("rules", "test", "own.toml").output
    (row,) = [json.loads(line) for line in watcher("rules", "propose", "--json").output.splitlines()]
    assert (row["inquiry"], row["by"], row["holds"]) == (1, "command line", True)
    watcher("reopen", "1")
    assert watcher("rules", "propose", "--json").output == ""
    with store.write_transaction() as tx:
        assert tx.inquiries.get(1).state is InquiryState.WAITING
