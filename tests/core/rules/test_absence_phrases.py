"""core/rules/absence_phrases.py: in which languages something is said of being away."""

from __future__ import annotations

import pytest

from watcher.core.rules.absence_phrases import Saying, find_languages


@pytest.mark.parametrize(
    ("text", "saying", "languages"),
    [
        ("i am out of the office", Saying.AWAY, {"en"}),
        ("i am out of the office", Saying.ALONE, set()),
        ("i am on holiday. ich bin im urlaub", Saying.AWAY, {"en", "de"}),
        ("i am on a business trip", Saying.MAYBE_AWAY, {"en"}),
        ("nothing of the kind", Saying.AWAY, set()),
        ("this mailbox is no longer monitored", Saying.ALONE, {"en"}),
        ("", Saying.AWAY, set()),
    ],
)
def test_what_is_said_is_found_in_its_language(text, saying, languages):
    assert find_languages(text, saying) == languages


def test_of_several_sayings_each_counts_and_only_in_the_languages_asked_for():
    text = "i am out of the office. ich bin im urlaub. out sick today"
    assert find_languages(text, Saying.AWAY, Saying.MAYBE_AWAY) == {"en", "de"}
    assert find_languages(text, Saying.AWAY, among=frozenset({"de", "fr"})) == {"de"}
    assert find_languages(text, Saying.AWAY, among=frozenset()) == frozenset()
    assert find_languages(text) == frozenset()
    assert find_languages("out sick", Saying.ALONE) < find_languages("out sick", Saying.ALONE, Saying.MAYBE_AWAY)
