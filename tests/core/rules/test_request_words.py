"""The table of those who want something: each pattern sound, and folded as texts are."""

from __future__ import annotations

import pytest

from watcher.core.rules.absence import fold_words
from watcher.core.rules.alternatives import compile_alternative, fold_case, required_literals, split_alternatives
from watcher.core.rules.request_words import REQUEST_WORDS


def test_as_many_languages_as_the_documentation_says():
    assert len(REQUEST_WORDS) == 39


@pytest.mark.parametrize("language", REQUEST_WORDS)
def test_every_alternative_is_a_sound_pattern_of_folded_text(language):
    for alternative in split_alternatives(fold_words(REQUEST_WORDS[language])):
        assert alternative, "an empty alternative matches everything"
        assert compile_alternative(alternative).search("") is None, alternative
        assert required_literals(alternative), alternative
        assert all(literal == fold_case(literal) for literal in required_literals(alternative)), alternative
