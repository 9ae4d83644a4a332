"""The table of how portals announce who wrote: folded as texts are, each pattern sound, none of them so short that it is everywhere."""

from __future__ import annotations

import pytest

from watcher.core.rules.alternatives import compile_alternative, required_literals, split_alternatives
from watcher.core.rules.portal_words import ANNOUNCEMENTS


@pytest.mark.parametrize("language", ANNOUNCEMENTS)
def test_every_alternative_is_a_sound_pattern_of_folded_text(language):
    for alternative in split_alternatives(ANNOUNCEMENTS[language]):
        assert compile_alternative(alternative).search("") is None, alternative
        literals = required_literals(alternative)
        assert literals, alternative
        assert all(literal == literal.casefold().replace("ς", "σ") for literal in literals)
