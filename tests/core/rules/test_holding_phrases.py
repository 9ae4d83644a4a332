"""core/rules/holding_phrases.py: how the phrases of holding replies are written, found and refused."""

from __future__ import annotations

import pytest

from watcher.core.rules.holding_phrases import PhraseIndex, find_phrases, fold_letters, to_plain_text, validate_table

TABLE = {
    "words": {"will": ["i will", "we shall"], "check": ["ask*", "look into"]},
    "says": ["{will} {check}", "back to *you", "informad*", "*nahzor"],
    "soft": ["let you know"],
    "receipts": ["受付しました"],
}


def find(text, *keys):
    folded = fold_letters(to_plain_text(text))
    return [
        folded[start:end] for start, end in find_phrases(PhraseIndex([TABLE]).find_candidates(folded), folded, *keys)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We shall look into it.", ["we shall look into"]),
        ("I will asking", ["i will asking"]),
        ("You will ask him", []),
        ("I get back to all of you", ["back to all of you"]),
        ("I get back to it. Thank you", []),  # not in one sentence
        ("Le mantendré INFORMADA", ["informada"]),
        ("venahzor elecha", ["venahzor"]),
        ("come back to yours", []),  # whole words
        ("", []),
    ],
)
def test_stars_and_names_stand_for_words(text, found):
    assert find(text, "says") == found


def test_only_the_keys_that_are_asked_for_are_looked_at():
    assert find("I will ask and let you know", "soft") == ["let you know"]
    assert find("I will ask and let you know", "says", "soft") == ["i will ask", "let you know"]
    assert find("本日受付しました。", "receipts") == ["受付しました"]
    assert find("I will ask and let you know") == []


@pytest.mark.parametrize("text", ["Größe İstanbul", "příliš žluťoučký kůň", "Ελλάς", "が ぱ", "안녕", "e\u0301t\u00e9"])
def test_folded_letters_stand_where_they_stood(text):
    plain = to_plain_text(text)
    assert len(fold_letters(plain)) == len(plain)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("x", "phrases of holding replies are written as [[holding]]"),
        ({"says": ["a"], "say": []}, 'holding: unknown key "say"'),
        ({"says": "a"}, "holding: says takes a list of phrases"),
        ({"says": ["*"]}, "holding: says takes a list of phrases"),
        ({"says": ["a"], "language": 1}, "holding: language takes a text"),
        ({"says": ["a"], "words": ["will"]}, "holding: words takes lists of words by name"),
        ({"says": ["a"], "words": {"will": "shall"}}, "holding: words takes lists of words by name"),
        (
            {"says": ["{wil} ask"], "words": {"will": ["shall"]}},
            'holding: says: "{wil} ask" has braces around what is no name',
        ),
        (
            {"says": ["{will ask"], "words": {"will": ["shall"]}},
            'holding: says: "{will ask" has braces around what is no name',
        ),
        ({}, "holding: says is missing"),
    ],
)
def test_a_table_that_is_wrong_is_told(table, message):
    problems: list[str] = []
    assert not validate_table(table, ("holding", 0), lambda path, text: problems.append(text))
    assert problems[0].startswith(message)


def test_a_good_table_is_not_complained_of():
    problems: list[str] = []
    assert validate_table({"language": "en", **TABLE}, ("holding", 0), lambda path, text: problems.append(text))
    assert not problems
