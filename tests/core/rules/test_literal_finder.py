"""Literals are found wherever they stand, whatever script they and the text are in."""

from __future__ import annotations

import random

import ahocorasick_rs
import pytest

from watcher.core.rules.languages.known import LANGUAGES
from watcher.core.rules.literal_finder import LiteralFinder

LITERALS = (
    "order", "reorder", "der", "grüße", "grüß", "üß", "naïve", "¿dónde", "„so", "straße – ", "заказ", "заказы", "каз", "παραγγελία", "注文",
    "注", "สั่งซื้อ", "주문", "طلب", "הזמנה", "trả lời", "ｏrder", "a注", "заказ order", "\ufb01nd",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("we reorder", ["der", "order", "reorder"]),
        ("viele grüße", ["grüß", "grüße", "üß"]),
        ("“¿dónde?” „so”", ["¿dónde", "„so"]),
        ("наш заказ order", ["заказ", "заказ order", "каз", "der", "order"]),
        ("a注文", ["a注", "注", "注文"]),
        ("trả lời: ｏrder \ufb01nd", ["trả lời", "ｏrder", "\ufb01nd", "der"]),
        ("nothing", []),
    ],
)
def test_what_occurs_is_found_by_its_number(text, found):
    assert LiteralFinder(LITERALS).find_numbers(text) == {LITERALS.index(literal) for literal in found}


def _texts_of_all_languages():
    words = [
        text for language in LANGUAGES.values() for text in (language.notices.wants, language.notices.trade) if text
    ]
    chance = random.Random(7)
    for _ in range(600):
        pieces = [chance.choice(chance.choice(words).split("; ")) for _ in range(6)]
        yield chance.choice((" ", "", " – ", "“", "\n")).join(pieces)


def test_occurrences_are_those_of_one_automaton_in_its_order():
    """What is told by the order of what is found stays the same, however many automata there are."""
    literals = sorted({piece for language in LANGUAGES.values() for piece in language.notices.wants.split("; ")} - {""})
    finder, whole = LiteralFinder(literals), ahocorasick_rs.AhoCorasick(literals)
    seen = 0
    for text in _texts_of_all_languages():
        expected = whole.find_matches_as_indexes(text, overlapping=True)
        assert finder.find_occurrences(text) == expected
        assert finder.find_numbers(text) == {number for number, _, _ in expected}
        first = {number: (start, end) for number, start, end in reversed(expected)}
        assert finder.find_first_occurrences(text) == first
        assert [*finder.find_first_occurrences(text)] == list(dict.fromkeys(number for number, _, _ in expected))
        assert all(text[start:end] == literals[number] for number, start, end in expected)
        seen += len(expected)
    assert seen > 1000


def test_literals_of_one_kind_alone_are_found():
    assert LiteralFinder(["注文"]).find_numbers("order 注文") == {0}
    assert LiteralFinder(["order"]).find_numbers("order 注文") == {0}
    assert LiteralFinder([]).find_numbers("order 注文") == set()
