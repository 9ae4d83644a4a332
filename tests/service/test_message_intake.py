"""What a message asks of people stands in its ledger entry, with its thread known."""

from __future__ import annotations

import pytest

from tests.worlds import Mailroom
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
