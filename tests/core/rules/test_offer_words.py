"""The tables of those who offer something: folded as texts are, each pattern sound, none of them looked for everywhere."""

from __future__ import annotations

import pytest

from watcher.core.rules.alternatives import compile_alternative, fold_words, required_literals, split_alternatives
from watcher.core.rules.offer_words import BUYERS_MATERIALS, SELLING_DOMAIN_WORDS, SELLING_TITLES


@pytest.mark.parametrize("pattern", [BUYERS_MATERIALS, SELLING_TITLES])
def test_every_alternative_is_a_sound_pattern_of_folded_text_with_a_literal(pattern):
    for alternative in split_alternatives(fold_words(pattern)):
        literals = required_literals(alternative)
        assert literals, alternative
        assert all(literal == fold_words(literal.casefold()) for literal in literals)
        assert compile_alternative(alternative).search("") is None


def test_the_words_of_a_domain_are_as_domains_are_written():
    for word in SELLING_DOMAIN_WORDS:
        assert word.isascii()
        assert word == word.lower()
        assert len(word) >= 3
