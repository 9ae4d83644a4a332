"""cli/replay.py, cli/parameters.py, cli/mailbox_reading.py, service/replay.py: what differs, from what, and what cannot be compared."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime

import pytest

from tests.documentation import documented_keys
from tests.servers.real import PASSWORD

QUESTION = """From: {who} <{who}@customer.example>
To: sales@example.com
Subject: {subject}
Message-ID: <{n}@customer.example>
Date: Mon, 02 Mar 2026 15:00:00 +0000

What does a roof cost?
"""
RULES = """
[[rule]]
name = "hot roofs"
match.subject = { contains = ["roof"] }
kind = "inquiry"
owner = "ben"

[[rule]]
name = "sellers"
match.from = "dave@customer.example"
kind = "other"
"""


@pytest.fixture
def mail(tmp_path):
    """Seven questions and a file that is none."""
    folder = tmp_path / "mail"
    folder.mkdir()
    for n in range(1, 8):
        subject, who = ("Roof", "carol") if n <= 4 else ("Offer", "dave") if n == 5 else ("Doors", "erin")
        (folder / f"{n}.eml").write_text(QUESTION.format(who=who, subject=subject, n=n))
    (folder / "broken.eml").write_bytes(b"")
    return folder


@pytest.fixture
def rules(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "10.toml").write_text(RULES)
    return tmp_path / "new"


def rows(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_differences_are_grouped_by_rule_with_examples(call, mail, rules):
    done = call("replay", "--inbox", mail, "--rules", rules)
    assert done.exit_code == 1
    roofs, sellers, summary = done.output.strip().split("\n\n")
    assert roofs.splitlines() == [
        "rule “everything else” → rule “hot roofs”: 4",
        "      4 × owner - → ben",
        *3 * ["    2026-03-02  carol@customer.example            Roof"],
        "    and 1 more: --json names all",
    ]
    assert sellers.splitlines()[0] == "rule “everything else” → rule “sellers”: 1"
    assert "      1 × attention answer → none" in sellers and "      1 × ack yes → no" in sellers
    assert (
        summary == "7 messages compared, 5 decided differently. Compared: 7 with the configured rules. Unreadable: 1."
    )


def test_json_has_a_line_a_difference_and_a_summary(call, mail, rules):
    *differences, summary = rows(call("replay", "--inbox", mail, "--rules", rules, "--json"))
    assert [row["message_id"] for row in differences] == [f"{n}@customer.example" for n in range(1, 6)]
    last = differences[-1]
    assert set(last) | set(summary) == set(documented_keys("replay"))
    assert (last["differs"], last["baseline"]) == (["kind", "attention", "ack", "customer"], "rules")
    assert (last["before"]["kind"], last["after"]["kind"], last["after"]["rule"]) == ("inquiry", "other", "sellers")
    assert summary == {
        "summary": True, "compared": 7, "same": 2, "different": 5, "ledger": 0, "rules": 7, "file": 0, "unreadable": 1, "unsaved": 0,
        "groups": [
            {"rule_before": "everything else", "rule_after": "hot roofs", "count": 4},
            {"rule_before": "everything else", "rule_after": "sellers", "count": 1},
        ],
    }  # fmt: skip


def test_the_same_rules_decide_the_same(call, mail, rules, configured):
    config = configured / "config.toml"
    config.write_text(config.read_text().replace("[watcher]", f'[watcher]\nrules = ["{rules}"]'))
    done = call("replay", "--inbox", mail, "--rules", rules)
    assert (done.exit_code, done.output.splitlines()[0][:49]) == (
        0,
        "7 messages compared, 0 decided differently. Compa",
    )


def test_saved_verdicts_are_a_yardstick_for_ones_own_rules(call, mail, rules, tmp_path):
    saved = tmp_path / "verdicts.jsonl"
    assert call("replay", "--inbox", mail, "--save", saved).exit_code == 0
    assert len(saved.read_text().splitlines()) == 7
    same = call("replay", "--inbox", mail, "--against", saved)
    assert (same.exit_code, same.output.strip()[:57]) == (
        0,
        "7 messages compared, 0 decided differently. Compared: 7 w",
    )
    (mail / "8.eml").write_text(QUESTION.format(who="fay", subject="New", n=8))
    changed = rows(call("replay", "--inbox", mail, "--against", saved, "--rules", rules, "--json"))
    assert (changed[-1]["file"], changed[-1]["different"], changed[-1]["unsaved"]) == (7, 5, 1)


def test_what_was_found_once_can_be_the_yardstick(call, mail, rules, tmp_path):
    for words in (
        ["replay", "--inbox", mail, "--rules", rules, "--json"],
        ["classify", "--rules", rules, mail, "--json"],
    ):
        (tmp_path / "known.jsonl").write_text(call(*words).stdout)
        done = call("replay", "--inbox", mail, "--rules", rules, "--against", tmp_path / "known.jsonl")
        assert done.exit_code == 0 and " decided differently. Compared: " in done.output


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "line 2 is no saved verdict: "),
        ("[]", "line 2 is no saved verdict: no kind"),
        ('{"kind": "bulk", "attention": "none", "ack": false}', "line 2 is no saved verdict: it names no message"),
        ('{"file": "a", "kind": "bulk", "attention": 3, "ack": false}', "line 2 is no saved verdict: attention = 3"),
    ],
)
def test_a_file_of_something_else_is_refused_with_its_line(call, mail, tmp_path, line, why):
    (tmp_path / "bad.jsonl").write_text('{"summary": true}\n' + line)
    done = call("replay", "--inbox", mail, "--against", tmp_path / "bad.jsonl")
    assert done.exit_code == 2 and why in done.stderr


@pytest.mark.parametrize(
    "words", [("--since", "soon"), ("--mailbox", "nobody"), ("--against", "nowhere.jsonl"), ("--rules", "nowhere")]
)
def test_what_cannot_be_meant_is_refused(call, words):
    assert call("replay", *words).exit_code == 2


def test_a_file_that_is_no_text_is_refused(call, mail, tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\x00")
    assert call("replay", "--inbox", mail, "--against", tmp_path / "bad.jsonl").exit_code == 2


def test_files_without_anything_to_compare_with_are_refused(call, mail, tmp_path):
    assert "nothing to compare" in call("replay", "--inbox", mail).stderr
    (tmp_path / "empty").mkdir()
    assert call("replay", "--inbox", tmp_path / "empty", "--save", tmp_path / "x").exit_code == 2


def test_rules_that_are_wrong_are_named(call, mail, tmp_path):
    (tmp_path / "bad.toml").write_text('[[rule]]\nname = "a"\nkindd = "other"\n')
    done = call("replay", "--inbox", mail, "--rules", tmp_path / "bad.toml")
    assert done.exit_code == 2 and "kindd" in done.stderr


def test_servers_that_do_not_answer_are_named_and_the_others_are_read(call, configured):
    config = configured / "config.toml"
    text = config.read_text()
    config.write_text(text + text[text.index("[[mailbox]]") :].replace('"sales"', '"help"').replace("sales@", "help@"))
    done = call("replay")
    assert done.exit_code == 1
    assert "sales: " in done.stderr and "help: " in done.stderr and "0 messages compared" in done.stdout


# --- the mailbox as it lies on the server


@pytest.fixture
def watched(call, configured, dovecot, monkeypatch):
    """A mailbox without a folder of sent mail, that the daemon has looked at once."""
    user = dovecot.user(f"replay{uuid.uuid4().hex[:10]}")
    monkeypatch.setenv("SALES", PASSWORD)
    config = configured / "config.toml"
    text = config.read_text().replace(
        'imap = { host = "127.0.0.1", port = 9, user = "x"',
        f'imap = {{ host = "127.0.0.1", port = {dovecot.imaps}, ca = "{dovecot.certificates.ca}", user = "{user}"',
    )
    config.write_text(text.replace('owner = "anna"', 'owner = "anna"\nsent = ["Nowhere"]'))
    dovecot.append(user, "INBOX", QUESTION.format(who="fay", subject="Before", n=0).encode())
    assert call("run", "--once", "--dry-run").exit_code == 0
    return user


def test_what_was_decided_of_live_mail_stands_in_the_ledger(call, configured, dovecot, watched, rules):
    for n, (who, subject) in enumerate([("carol", "Roof"), ("dave", "Offer"), ("erin", "Doors")], 1):
        dovecot.append(watched, "INBOX", QUESTION.format(who=who, subject=subject, n=n).encode())
    dovecot.append(
        watched,
        "INBOX",
        QUESTION.format(who="carol", subject="Re: Roof", n=9)
        .replace("Date:", "In-Reply-To: <1@customer.example>\nDate:")
        .encode(),
    )
    dovecot.append(
        watched, "INBOX", QUESTION.format(who="old", subject="Roof", n=10).encode(), at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    assert call("run", "--once", "--dry-run").exit_code == 0
    flags, state = dovecot.state(watched), (configured / "state" / "watcher.sqlite3").read_bytes()
    same = rows(call("replay", "--json"))
    assert (same[-1]["ledger"], same[-1]["rules"], same[-1]["different"]) == (4, 1, 0), (
        "a reply is compared by what rules said"
    )
    *found, summary = rows(call("replay", "--json", "--rules", rules))
    assert [(row["subject"], row["baseline"]) for row in found] == [
        ("Roof", "ledger"),
        ("Offer", "ledger"),
        ("Re: Roof", "ledger"),
    ]
    assert summary["compared"] == 5
    assert (dovecot.state(watched), (configured / "state" / "watcher.sqlite3").read_bytes()) == (flags, state)


def test_rules_that_were_changed_since_differ_from_the_ledger(call, configured, dovecot, watched, rules):
    dovecot.append(watched, "INBOX", QUESTION.format(who="dave", subject="Offer", n=1).encode())
    assert call("run", "--once", "--dry-run").exit_code == 0
    config = configured / "config.toml"
    config.write_text(config.read_text().replace("[watcher]", f'[watcher]\nrules = ["{rules}"]'))
    done = call("replay")
    assert done.exit_code == 1
    assert done.output.splitlines()[0] == "rule “everything else” → rule “sellers”: 1"
    assert done.output.splitlines()[-1] == (
        "2 messages compared, 1 decided differently. Compared: 1 with what was decided when it came, 1 with the configured rules."
    )
