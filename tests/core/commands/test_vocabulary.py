"""The words of commands: folded, and none that means two things."""

from __future__ import annotations

from collections import Counter

import pytest

from watcher.core.commands import vocabulary


def test_no_phrase_means_two_commands():
    counts = Counter(phrase for phrases in vocabulary.VERB_PHRASES.values() for phrase in phrases)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    "name", ["VERB_PHRASES", "TIME_UNITS", "WEEKDAYS", "TODAY", "TOMORROW", "NEXT_WEEK", "POLITE_WORDS"]
)
def test_every_word_is_folded_as_what_people_write_is(name):
    table = getattr(vocabulary, name)
    words = [word for words in table.values() for word in words] if name == "VERB_PHRASES" else table
    assert [word for word in words if vocabulary.fold_case_and_accents(word) != word] == []


def test_a_beginning_that_could_be_two_days_is_none():
    assert "ma" not in vocabulary.WEEKDAYS
    assert (vocabulary.WEEKDAYS["fri"], vocabulary.WEEKDAYS["mo"]) == (4, 0)


def test_case_accents_and_curly_apostrophes_change_nothing():
    assert (
        vocabulary.fold_case_and_accents("  ERLEDIGT\u00a0Spät  I\u2019m STRASSE/straße ")
        == "erledigt spat i'm strasse/strasse"
    )
