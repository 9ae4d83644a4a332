"""service/outbox_journal.py: the story of an inquiry says what became of its acknowledgement, and of no other letter."""

from __future__ import annotations

import pytest

from tests.samples import MONDAY, inquiry, letter
from tests.worlds import InlineExecutor
from watcher.core.outbox.model import LetterState
from watcher.edge.store.store import Store
from watcher.service.outbox_journal import record_letter_outcome


def journal_of(changed_letter) -> list[tuple[str, str]]:
    store = Store("sqlite://", InlineExecutor())
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        record_letter_outcome(tx, changed_letter, MONDAY)
        return [(line.event, line.text) for line in tx.inquiries.journal_of(1)]


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"state": LetterState.SENT}, ("acknowledged", "to carol@customer.example")),
        (
            {"state": LetterState.FAILED, "error": "550 no such user"},
            ("acknowledgement failed", "to carol@customer.example: 550 no such user"),
        ),
        (
            {"state": LetterState.WITHHELD, "reason": "dry-run"},
            ("acknowledgement withheld", "to carol@customer.example: dry-run"),
        ),
    ],
)
def test_what_became_of_it_is_a_line(changed, line):
    assert journal_of(letter(**changed)) == [line]


@pytest.mark.parametrize("state", [LetterState.PENDING, LetterState.SENDING])
def test_what_is_on_its_way_is_no_news(state):
    assert journal_of(letter(state=state)) == []


def test_a_letter_about_no_inquiry_has_no_story():
    assert journal_of(letter(state=LetterState.SENT, inquiry=None)) == []
