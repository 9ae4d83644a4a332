"""The tables of letters to many: folded as texts are, each pattern sound, none of them so short that it is everywhere."""

from __future__ import annotations

import pytest

from watcher.core.rules.alternatives import compile_alternative, required_literals, split_alternatives
from watcher.core.rules.circular_words import LEAVING_WORDS, PUBLICATION_WORDS, SERIES_WORDS, WORDS

PATTERNS = [pattern for words in WORDS.values() for pattern in words if pattern] + [
    PUBLICATION_WORDS,
    SERIES_WORDS,
    LEAVING_WORDS,
]


@pytest.mark.parametrize("language", WORDS)
def test_a_language_has_its_readers_and_how_one_hears_no_more(language):
    assert WORDS[language].readers
    assert WORDS[language].everybody
    assert WORDS[language].opts_out


def test_every_alternative_is_a_sound_pattern_of_folded_text():
    for pattern in PATTERNS:
        for alternative in split_alternatives(pattern):
            assert compile_alternative(alternative).search("") is None, alternative
            assert all(literal == literal.casefold().replace("ς", "σ") for literal in required_literals(alternative))


def test_hardly_an_alternative_is_tried_on_every_text():
    """Without a literal it would be: each of them costs every letter a search."""
    always = [part for pattern in PATTERNS for part in split_alternatives(pattern) if not required_literals(part)]
    assert always == []
