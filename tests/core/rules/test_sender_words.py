"""The tables of what machines' addresses say, in the form they are compared in."""

from __future__ import annotations

from watcher.core.rules import phrases
from watcher.core.rules.sender_words import FUNCTION_BEGINNINGS, FUNCTION_WORDS


def test_words_are_single_and_small():
    for word in (*FUNCTION_BEGINNINGS, *FUNCTION_WORDS):
        assert word == word.casefold()
        assert word.isalpha()


def test_a_beginning_is_too_long_for_a_name_and_no_counter_where_customers_write():
    assert [word for word in FUNCTION_BEGINNINGS if len(word) < 5] == []
    counters = {
        word for word in phrases.COUNTER_LOCAL_PARTS if word.startswith(FUNCTION_BEGINNINGS) or word in FUNCTION_WORDS
    }
    shops = {
        "orders",
        "bestellung",
        "bestellungen",
        "booking",
        "bookings",
        "reservations",
        "pedidos",
        "ordini",
        "commandes",
        "zakaz",
    }
    assert counters <= shops
