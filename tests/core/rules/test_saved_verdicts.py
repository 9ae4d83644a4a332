"""core/rules/saved_verdicts.py: by what a message is known again, and which line is no verdict."""

from __future__ import annotations

import json

import pytest

from watcher.core.rules.saved_verdicts import SavedVerdicts, SavedVerdictsError, parse_saved_verdicts

ROW = {"kind": "inquiry", "attention": "answer", "ack": True, "rule": "a"}


def parse(*rows: dict) -> SavedVerdicts:
    return parse_saved_verdicts(json.dumps(row) for row in rows)


def rule_of(saved: SavedVerdicts, *names: str) -> str | None:
    found = saved.find_verdict(*names)
    return found.rule if found is not None else None


def test_the_content_counts_more_than_the_id_and_that_more_than_the_file():
    saved = parse(
        {**ROW, "rule": "print", "fingerprint": "f"},
        {**ROW, "rule": "id", "message_id": "i"},
        {**ROW, "rule": "file", "file": "a.eml"},
    )
    assert rule_of(saved, "", "f", "i", "a.eml") == "print"
    assert rule_of(saved, "", "g", "i", "a.eml") == "id"
    assert rule_of(saved, "", "g", "", "a.eml") == "file"
    assert rule_of(saved, "", "g", "", "") is None


def test_a_mailbox_of_its_own_counts_more():
    saved = parse({**ROW, "message_id": "i"}, {**ROW, "rule": "sales", "mailbox": "sales", "message_id": "i"})
    assert (rule_of(saved, "sales", "", "i", ""), rule_of(saved, "help", "", "i", "")) == ("sales", "a")


def test_of_a_difference_what_would_be_decided_counts():
    saved = parse({"message_id": "i", "before": ROW, "after": {**ROW, "rule": "new"}}, {"summary": True})
    assert rule_of(saved, "", "", "i", "") == "new"


@pytest.mark.parametrize("line", ["x", "3", "null", "{}", '"text"', json.dumps(ROW), json.dumps({**ROW, "file": 3})])
def test_a_line_that_is_no_verdict_is_named(line):
    with pytest.raises(SavedVerdictsError, match="line 3 is no saved verdict"):
        parse_saved_verdicts(["", json.dumps({**ROW, "file": "a"}), line])
