"""The tables of letters to many: folded as texts are, each pattern sound, none of them so short that it is everywhere."""

from __future__ import annotations

from watcher.core.rules.alternatives import compile_alternative, required_literals, split_alternatives
from watcher.core.rules.circular_words import LEAVING_WORDS, PUBLICATION_WORDS, SERIES_WORDS

PATTERNS = (PUBLICATION_WORDS, SERIES_WORDS, LEAVING_WORDS)


def test_every_alternative_is_a_sound_pattern_of_folded_text():
    for pattern in PATTERNS:
        for alternative in split_alternatives(pattern):
            assert alternative.count("(") == alternative.count(")"), alternative  # it ends where it should
            assert compile_alternative(alternative).search("") is None, alternative
            assert all(literal == literal.casefold().replace("ς", "σ") for literal in required_literals(alternative))


def test_hardly_an_alternative_is_tried_on_every_text():
    """Without a literal it would be: each of them costs every letter a search."""
    always = [part for pattern in PATTERNS for part in split_alternatives(pattern) if not required_literals(part)]
    assert always == []
