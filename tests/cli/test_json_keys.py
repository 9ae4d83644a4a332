"""The keys of `--json` are an interface: each stands in docs/command-line.md, and what stands there is printed."""

from __future__ import annotations

import json

import pytest

from tests.documentation import COMMAND_LINE, code_spans, documented_keys, section
from tests.samples import MONDAY, add_review, inquiry
from watcher.edge.store.commands import StoredProposal

RULE = '[[rule]]\nname = "a"\nmatch.subject = "a"\nkind = "other"\n'
#: They print the keys of `list` and their own.
LIKE_LIST = {"show", "explain"}


@pytest.fixture
def one(state):
    with state.write_transaction() as tx:
        return tx.inquiries.save(inquiry(number=0, opened_at=MONDAY)).number


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("list", []),
        ("status", []),
        ("show", [1]),
        ("explain", [1]),
        ("report", ["--since", "90d"]),
        ("review", []),
        ("rules propose", []),
    ],
)
def test_the_keys_are_the_documented_ones(call, one, state, command, words):
    with state.write_transaction() as tx:
        tx.commands.save_proposal(StoredProposal(one, MONDAY, "ben", RULE))
        add_review(tx)
    rows = [json.loads(line) for line in call(*command.split(), *words, "--json").output.splitlines()]
    assert rows
    expected = set(documented_keys(command))
    if command == "explain":  # of a file it prints other keys: tests/test_docs.py
        expected = {"ack_reason", "codes", "messages", "next_digest_at"}
        assert expected <= set(documented_keys("explain"))
    if command in LIKE_LIST:
        expected |= set(documented_keys("list"))
    assert all(set(row) == expected for row in rows)


def test_the_parts_of_a_status_are_documented(call, one):
    (row,) = (json.loads(line) for line in call("status", "--json").output.splitlines())
    named = {key for code in code_spans(section(COMMAND_LINE, "See how things stand")) for key in code.split()}
    assert set(row["mailboxes"][0]) | set(row["letters"]) <= named
