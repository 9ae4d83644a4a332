"""`list`, `show`, `done`, `snooze` and the like: what they print, and that people read the time of the house."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, letter
from watcher.core.inquiry.model import InquiryState
from watcher.core.message.model import FolderRole, Locator
from watcher.core.outbox.model import LetterReason, LetterState
from watcher.edge.guard import GuardFile
from watcher.edge.store.ledger import LedgerEntry


@pytest.fixture
def one(state):
    """The number of an inquiry that waits since Monday, 05:00 in New York."""
    with state.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, opened_at=MONDAY, subject="New catalogue")).number
        place = Locator("sales", "INBOX", 1, 1)
        tx.ledger.add_entry(
            LedgerEntry(
                place,
                FolderRole.INBOX,
                MONDAY,
                "inquiry",
                "f",
                "m@paper.example",
                MONDAY,
                "ads@paper.example",
                "New catalogue",
                inquiry=number,
            )
        )
    return number


def test_snooze_answers_in_the_time_of_the_house(call, one, state):
    done = call("snooze", one, "2030-03-01", "09:00")
    assert done.output == f"{one} snoozed until 2030-03-01 09:00, by command line\n"
    with state.read_transaction() as tx:
        stored = tx.inquiries.get(one)
    assert f"{stored.next_nag_at:%Y-%m-%d %H:%M}" == "2030-03-01 14:00", "in New York it is five hours earlier than UTC"
    shown = call("show", one).output
    assert "until 2030-03-01 09:00" in shown
    assert "14:00" not in shown
    assert "it waits again from Fri 01 Mar 09:00" in call("explain", one).output


@pytest.mark.parametrize("words", [("show",), ("explain",)])
def test_the_hour_of_a_message_is_the_hour_of_the_house(call, one, words):
    shown = call(*words, one).output
    assert "05:00" in shown
    assert "10:00" not in shown
    assert "10:00Z" not in call("explain", "m@paper.example").output


@pytest.mark.parametrize(
    ("rota", "people"),
    [("", "anna and ben"), ('rota = "front"\n[rota.front]\nweek = { mon-wed = "anna", thu-sun = "ben" }', "ben")],
)
def test_explain_names_who_is_on_duty_then(call, state, configured, rota, people):
    path = configured / "config.toml"
    mailbox, _, rest = path.read_text().partition('owner = "anna"\n')
    rota, _, table = rota.partition("\n")
    path.write_text(f'{mailbox}owners = ["anna", "ben"]\n{rota}\n{rest}{table}\n')
    thursday = MONDAY + timedelta(days=3)
    with state.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, opened_at=MONDAY, owner="sales", next_nag_at=thursday)).number
    explained = call("explain", number).output
    assert f"it is in the next digest of {people}\n" in explained
    assert "'s next digest: " in explained


def test_what_was_given_to_somebody_who_has_left_is_said_to_be_with_the_owner_of_the_mailbox(call, state):
    with state.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0, owner="dan", next_nag_at=MONDAY)).number
        tx.inquiries.save(inquiry(number=0, owner="eve", state=InquiryState.DONE, next_nag_at=None))
    assert "anna (was dan)" in call("list").output
    assert "anna (was dan)" in call("show", number).output
    explained = call("explain", number).output
    assert "it is in the next digest of anna\n" in explained
    assert "anna's next digest: " in explained
    assert "was eve" not in call("list", "--all").output, "what is over stays hers"


def test_programs_are_told_in_utc(call, one):
    (row,) = map(json.loads, call("list", "--json").output.splitlines())
    assert row["opened_at"] == "2026-11-23T10:00:00Z"


def test_a_restored_database_names_the_time_of_the_house(call, one, state, configured):
    state.close()
    GuardFile.load_or_create(configured / "state" / "guard.json")
    assert call("backup", configured / "copy").exit_code == 0
    assert call("restore", configured / "copy").exit_code == 0
    text = call("status").output
    assert "is not acknowledged" in text
    assert "EST is" in text or "EDT is" in text, text


def test_a_command_changes_each_inquiry_once(call, one):
    assert call("done", one).output == f"{one} done by command line\n"
    assert call("done", one).output == f"{one} is done already\n"
    assert call("reopen", one).output == f"{one} reopened by command line\n"
    assert call("assign", one, "ben").output == f"{one} assigned to ben, by command line\n"
    assert call("dismiss", one).output == f"{one} {InquiryState.DISMISSED} by command line\n"


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (("done", 7), 1, "there is no inquiry 7"),
        (("show", 7), 1, "there is no inquiry 7"),
        (("snooze", 1, "yesterday"), 2, "is no time I know"),
        (("assign", 1, "zoe"), 2, "there is no person 'zoe' in the configuration, only anna, ben"),
    ],
)
def test_what_cannot_be_done_says_why(call, one, words, code, text):
    done = call(*words)
    assert (done.exit_code, text in done.output) == (code, True), done.output


@pytest.mark.parametrize("words", [("done", "1"), ("list",), ("away", "anna", "until", "monday")])
def test_no_command_makes_a_state_of_its_own(call, configured, words):
    """A command that is called by somebody else than the service began a second state in silence, and found nothing in it."""
    answer = call(*words)
    assert answer.exit_code == 1
    assert f"there is no state in {configured}/state yet" in answer.output
    assert not (configured / "state").exists()


def test_an_empty_list_says_which_state_it_is_of(call, state, configured):
    assert f"(state: {configured}/state)" in call("list").output


@pytest.mark.parametrize(
    ("changed", "head"),
    [
        ({"state": LetterState.WITHHELD, "reason": LetterReason.OBSERVED}, "Acknowledgement that would have been sent"),
        ({"state": LetterState.SENT}, "Acknowledgement (sent)"),
    ],
)
def test_the_words_of_the_acknowledgement_are_shown(call, one, state, changed, head):
    with state.write_transaction() as tx:
        tx.letters.add_to_queue(letter(inquiry=one, **changed))
    assert call("show", one).output.endswith(f"\n{head}\n  | Thank you.\n")


def test_where_the_words_are_gone_none_are_shown(call, one, state):
    with state.write_transaction() as tx:
        tx.letters.add_to_queue(letter(inquiry=one, state=LetterState.SENT, data=b""))
    assert "Acknowledgement (" not in call("show", one).output
