"""`status`: what a monitor must hear of, and what must not keep it from hearing."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from tests.samples import inquiry, letter
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import InquiryState
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import Clock
from watcher.edge.guard import InstanceLock

MINUTE = timedelta(minutes=1)


def ago(minutes: float) -> datetime:
    """By the clock of this test: those that ran before it may have taken a quarter of an hour."""
    return Clock().now() - minutes * MINUTE


@pytest.fixture
def running(configured, state):
    """The service runs, and has looked at its mailbox just now."""
    lock = InstanceLock(configured / "state" / "watcher.lock", ago(0))
    with state.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", ago(9 * 24 * 60))
        tx.folders.add_folder("sales", "INBOX", "inbox", 7, ago(9 * 24 * 60))
        tx.folders.record_scans([("sales", "INBOX", ago(0))])
        tx.mailboxes.record_complete_looks({"sales": ago(0)})
    yield state
    lock.release()


def status(call):
    """The exit code, the row of the mailbox, and all of it."""
    done = call("status", "--json")
    found = json.loads(done.stdout)
    return done.exit_code, found["mailboxes"][0], found


def test_all_is_well(call, running):
    code, row, found = status(call)
    assert (code, row["ok"], row["error"], found["stuck_letters"]) == (0, True, None, [])
    text = call("status").output
    assert "ok  sales: last complete look" in text


@pytest.mark.parametrize(("age", "poll", "code"), [(13, "1m", 0), (16, "1m", 1), (16, "10m", 0), (21, "10m", 1)])
def test_a_look_that_is_too_old_is_heard_of(call, configured, running, age, poll, code):
    """Whatever the reason: a full disk, a mailbox that cannot store, a loop that hangs."""
    text = (configured / "config.toml").read_text().replace('owner = "anna"', f'owner = "anna"\npoll = "{poll}"')
    (configured / "config.toml").write_text(text)
    with running.write_transaction() as tx:
        tx.mailboxes.record_complete_looks({"sales": ago(age)})
    found, row, _ = status(call)
    assert (found, row["ok"]) == (code, code == 0)
    assert (row["error"] is None) is (code == 0)


def test_how_old_is_configured(call, configured, running):
    with (configured / "config.toml").open("a") as file:
        file.write('[alerts]\nblind_after = "2h"\n')
    with running.write_transaction() as tx:
        tx.mailboxes.record_complete_looks({"sales": ago(100)})
    assert status(call)[0] == 0


def test_a_mailbox_shows_what_hinders_it(call, running):
    with running.write_transaction() as tx:
        tx.incidents.open(IncidentKind.LOOP_FAILING, "intake sales", "database: disk is full", ago(0))
    code, row, _ = status(call)
    assert (code, row["ok"], row["error"]) == (1, False, "database: disk is full")
    assert "disk is full" in call("status").output


def test_what_is_wrong_is_said_in_words_with_what_to_do(call, running):
    with running.write_transaction() as tx:
        tx.incidents.open(IncidentKind.CANNOT_ALERT, "push 1", "404 Not Found", ago(0))
        tx.incidents.open(IncidentKind.TOKEN_DEAD, "anna@example.com", "invalid_grant", ago(0))
    lines = call("status").output.splitlines()
    assert lines[-3:] == [
        "!!  the token of anna@example.com is not renewed any more: invalid_grant",
        "!!  alerts cannot be sent: push 1: 404 Not Found",
        "What to do: watcher login --status shows all tokens, watcher login MAILBOX gets a new one; watcher check --send-test tries every "
        "road of the alerts",
    ]


@pytest.mark.parametrize(
    ("changed", "stands", "trouble"),
    [
        ({"state": LetterState.PENDING, "due": 16}, InquiryState.WAITING, "stuck"),
        (
            {"state": LetterState.PENDING, "due": -60, "error": "550 quota"},
            InquiryState.WAITING,
            "stuck",
        ),
        ({"state": LetterState.PENDING, "due": -60}, InquiryState.WAITING, ""),
        ({"state": LetterState.PENDING, "due": 1}, InquiryState.WAITING, ""),
        ({"state": LetterState.FAILED, "error": "550 5.1.1 no such user"}, InquiryState.WAITING, "failed"),
        ({"state": LetterState.FAILED, "error": "550 5.1.1 no such user"}, InquiryState.DONE, ""),
        ({"state": LetterState.SENT}, InquiryState.WAITING, ""),
        ({"state": LetterState.WITHHELD, "reason": "rate-sender"}, InquiryState.WAITING, ""),
    ],
)
def test_a_letter_that_does_not_leave_is_heard_of(call, running, changed, stands, trouble):
    values = {**changed, "next_at": ago(changed["due"]) if "due" in changed else ago(2 * 24 * 60)}
    values.pop("due", None)
    with running.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, state=stands)).number
        tx.letters.add_to_queue(letter(inquiry=number, created_at=ago(2 * 24 * 60), **values))
    code, _, found = status(call)
    assert [row["trouble"] for row in found["stuck_letters"]] == ([trouble] if trouble else [])
    assert code == (1 if trouble else 0)
    assert (f"{trouble} acknowledgement to carol@customer.example" in call("status").output) is bool(trouble)


@pytest.mark.parametrize("words", [("status",), ("list",), ("show", 1), ("review",), ("report",)])
def test_a_broken_rule_file_or_template_hides_nothing(call, configured, running, words):
    with running.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
    (configured / "rules").mkdir()
    (configured / "rules" / "10.toml").write_text("[[rule]\n")
    (configured / "templates").mkdir()
    (configured / "templates" / "digest.txt").write_text("{% if %}")
    text = (configured / "config.toml").read_text()
    text = text.replace("[watcher]\n", '[watcher]\nrules = ["rules"]\ntemplates = "templates"\n')
    (configured / "config.toml").write_text(text)
    done = call(*words)
    assert done.exit_code == 0, done.output
    assert "rules/10.toml" in done.stderr, "and it is said"


def test_what_changes_something_wants_the_whole_configuration(call, configured, running):
    (configured / "rules").mkdir()
    (configured / "rules" / "10.toml").write_text("[[rule]\n")
    text = (configured / "config.toml").read_text().replace("[watcher]\n", '[watcher]\nrules = ["rules"]\n')
    (configured / "config.toml").write_text(text)
    assert call("done", 1).exit_code == 2
