"""What a message asks of people stands in its ledger entry, with its thread known."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from tests.samples import MONDAY
from tests.worlds import Mailroom
from watcher.core.message.model import FetchedMessage, FolderRole, Locator, Unreadable
from watcher.core.rules.model import Attention

QUESTION = """
    From: Carol <carol@customer.example>
    To: sales@example.com
    Message-ID: <q1@customer.example>
    Subject: A quote, please

    Could you send me a quote for a new roof?
"""
NEXT_QUESTION = """
    From: Carol <carol@customer.example>
    To: sales@example.com
    Message-ID: <q2@customer.example>
    In-Reply-To: <q1@customer.example>
    Subject: Re: A quote, please

    And how long would it take?
"""
AWAY = """
    From: Carol <carol@customer.example>
    To: sales@example.com
    Message-ID: <a1@customer.example>
    Auto-Submitted: auto-replied
    Subject: Out of office

    I am away until Monday.
"""
REPLY = """
    From: anna@example.com
    To: carol@customer.example
    Message-ID: <r1@example.com>
    In-Reply-To: <q2@customer.example>
    Subject: Re: A quote, please

    Two weeks.
"""


def fetched(raw: bytes) -> FetchedMessage:
    return FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, MONDAY, len(raw))


def attention_of(room: Mailroom, message_id: str) -> list[Attention | None]:
    with room.store.read_transaction() as tx:
        return [entry.attention for entry in tx.ledger.entries_by_message_id(message_id)]


@pytest.mark.parametrize(
    ("raw", "message_id", "attention"),
    [(QUESTION, "q1@customer.example", Attention.ANSWER), (AWAY, "a1@customer.example", Attention.NONE)],
)
def test_the_ledger_keeps_what_a_message_asks(raw, message_id, attention):
    room = Mailroom()
    room.asked(raw)
    assert attention_of(room, message_id) == [attention]


def test_the_ledger_keeps_what_the_rules_said_of_what_came_in_alone():
    room = Mailroom()
    room.asked(AWAY)
    room.asked(QUESTION)
    room.asked(NEXT_QUESTION)
    room.sent(REPLY)
    with room.store.read_transaction() as tx:
        kept = {
            name: tx.ledger.entries_by_message_id(name)[0].verdict
            for name in ("a1@customer.example", "q2@customer.example")
        }
        assert '"attention":"none"' in kept["a1@customer.example"]
        assert (
            kept["q2@customer.example"] == '{"customer":"carol@customer.example"}'
        )  # not that it continues a conversation
        assert tx.ledger.entries_by_message_id("r1@example.com")[0].verdict == ""


def test_a_copy_asks_nothing_more_and_a_known_thread_asks_for_an_answer():
    room = Mailroom()
    room.asked(QUESTION)
    room.asked(QUESTION)
    room.asked(NEXT_QUESTION)
    assert attention_of(room, "q1@customer.example") == [Attention.ANSWER, Attention.NONE]
    assert attention_of(room, "q2@customer.example") == [Attention.ANSWER]


def test_a_message_nobody_can_read_asks_for_a_person():
    room = Mailroom()
    room.asked(b"")
    with room.store.read_transaction() as tx:
        assert [entry.attention for entry in tx.ledger.entries_of_inquiry(1)] == [Attention.ANSWER]


def test_a_message_that_cannot_be_judged_asks_for_a_person_and_leaves_the_others_alone():
    """A flag that is no word, as no server sends one: who asks for it raises."""
    intake = Mailroom().intake.messages
    good, unreadable = (fetched(raw) for raw in (dedent(QUESTION).strip().encode(), b""))
    wrong = replace(good, flags=(7,))
    results = intake.classify_arrivals([wrong, good, unreadable, wrong])
    assert results == [intake.classify_arrival(arrival) for arrival in (wrong, good, unreadable, wrong)]
    assert [isinstance(result, Unreadable) for result in results] == [True, False, True, True]
    assert "could not be classified" in results[0].reason
