"""`audit` of files: what came in and was never answered, as text, JSON and a table."""

from __future__ import annotations

import csv
import json
import mailbox

import pytest

QUESTION = """From: {who} <{who}@customer.example>
To: sales@example.com
Subject: {subject}
Message-ID: <{n}@customer.example>
Date: {date}

What does a roof cost?
"""
ANSWER = """From: anna@example.com
To: carol@customer.example
Subject: Re: Roof
Message-ID: <a1@example.com>
In-Reply-To: <1@customer.example>
Date: Mon, 02 Mar 2026 16:00:00 +0000

It costs 400 euros.
"""
MONDAY = "Mon, 02 Mar 2026 15:00:00 +0000"


@pytest.fixture
def folders(tmp_path):
    """An mbox with two questions and a copy of one, and a folder with the answer to the other."""
    box = mailbox.mbox(tmp_path / "inbox.mbox")
    for n, (who, subject, date) in enumerate(
        [("carol", "Roof", MONDAY), ("dave", "=cmd", MONDAY), ("dave", "=cmd", MONDAY)], 1
    ):
        box.add(QUESTION.format(who=who, subject=subject, n=min(n, 2), date=date).encode())
    box.flush()
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "1.eml").write_text(ANSWER)
    return "--inbox", tmp_path / "inbox.mbox", "--sent", tmp_path / "sent"


def test_what_was_never_answered_is_named(call, configured, folders):
    text = call("audit", *folders).output
    assert text.startswith(
        "2 inquiries came in, 1 never got an answer.\nAnswered in time 1, late 0, never 1, still waiting 0.\n"
    )
    assert "dave@customer.example" in text and "carol@customer.example" not in text
    assert not (configured / "state").exists()


def test_json_has_a_line_an_inquiry_and_a_summary(call, folders):
    carol, dave, summary = map(json.loads, call("audit", *folders, "--json").output.splitlines())
    assert carol == {
        "mailbox": "sales", "customer": "carol@customer.example", "subject": "Roof", "received_at": "2026-03-02T15:00:00Z",
        "message_id": "1@customer.example", "answered_at": "2026-03-02T16:00:00Z", "answered_by": "anna@example.com",
        "strength": "strong", "opening_seconds": 3600, "owner": "anna", "promise_at": "2026-03-02T19:00:00Z", "ending": "in-time",
    }  # fmt: skip
    assert (dave["answered_at"], dave["opening_seconds"]) == (None, None)
    assert (summary["summary"], summary["came"], summary["answered"], summary["never"]) == (True, 2, 1, 1)


def test_a_table_for_spreadsheets_runs_no_formula(call, tmp_path, folders):
    call("audit", *folders, "--csv", tmp_path / "leak.csv")
    with (tmp_path / "leak.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["subject"] for row in rows] == ["Roof", "'=cmd"]


def test_mail_to_another_address_is_audited_when_it_is_named(call, folders):
    assert call("audit", *folders, "--address", "x").exit_code == 2
    assert call("audit", *folders, "--address", "sales@example.com").output.startswith("2 inquiries")


@pytest.mark.parametrize("words", [("--since", "soon"), ("--mailbox", "nobody")])
def test_what_cannot_be_meant_is_refused(call, words):
    assert call("audit", *words).exit_code == 2


def test_a_server_that_does_not_answer_is_named_and_nothing_is_made_up(call):
    done = call("audit", "--since", "30d")
    assert done.exit_code == 1
    assert "sales: " in done.stderr
    assert "0 inquiries came in" in done.stdout
