"""Only alternatives whose literals occur are tried, and none is missed."""

from __future__ import annotations

import pytest
import regex

from watcher.core.rules.alternatives import (
    AlternativeIndex,
    compile_alternative,
    find_starts,
    matches_any,
    required_beginnings,
    required_literals,
    split_alternatives,
)
from watcher.core.rules.languages.known import LANGUAGES


@pytest.mark.parametrize(
    ("alternative", "literals"),
    [
        ("out of (the |my )?office", ["out of "]),
        ("off-?\\s?site", ["site"]),
        ("re-?open", ["open"]),
        ("a (b|c )*(ok)(not (this) one)?", ["ok"]),
        ("(super |very (very )*)*(dank|merci)( (nochmals (sehr)?)?)*", ["dank", "merci"]),
        ("(i am|i'm) (now )?(away|on (sick )?(leave|holiday)|travel+ing)", ["away", "leave", "holiday", "travel"]),
        ("geschlossen .{0,60}(?!\\p{L})", ["geschlossen "]),
        ("\\d\\.\\d", []),
        ("so (weiter|fort){0,2}", ["so "]),
        ("nicht dax{0,1}", ["nicht da"]),
        ("out (of|from) (the )?(office|town)", ["office", "town"]),
        ("(your|this) (e-?mail|message) is not (forwarded|read)", [" is not "]),
        ("(off|home|out) (sick|ill)", [" sick", " ill"]),
        ("(blitt|ble) (far|mor) (no)?", ["blitt ", "ble "]),
        ("a (bb|cc)? (dd|ee)+ f", [" dd", " ee"]),
        ("(bb|cc) ?(dd|ee) {0,2}(f|g)", ["bb", "cc"]),
        ("env[ií]e\\w*(?!(?: por favor)? (?:los )*(?:mensa|correo))", ["env"]),
        ("(?<=(very |most )much )so", ["so"]),
        ("a (?:b (cc|dd)|ee)", [" cc", " dd", " ee"]),
    ],
)
def test_what_must_occur(alternative, literals):
    assert required_literals(alternative) == literals


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        (r"(?<!\p{L})(?:out of (the )?office)", ["out of "]),
        (r"(?<!\w)(?:order(?:ed|ing)?(?!\w))", ["order"]),
        ("off-?\\s?site", ["off"]),
        ("travel+ing", ["travel"]),
        ("as?", ["a"]),
        ("a?s", []),
        ("a{0,2}s", []),
        ("(i am|i'm) (now )?away", ["i am", "i'm"]),
        ("(?:(?:the|a) |)cat", []),
        ("(the )?cat", []),
        ("(the )+cat", ["the "]),
        ("(?!cats)(cat|dog)s", ["cat", "dog"]),
        ("cat|(dog|\\d)s", []),
        ("cat|(dog|cow)s|dog", ["cat", "dog", "cow"]),
        (r"@(?:[\w.-]*\.)?", []),
        (".", []),
        ("", []),
    ],
)
def test_with_what_a_pattern_begins(pattern, beginnings):
    assert required_beginnings(pattern) == beginnings


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?<!\p{L})(?:order(ed|ing)?(?!\p{L}))", "reorder, orders, ordering", True),
        (r"(?<!\p{L})(?:order(ed|ing)?(?!\p{L}))", "reorder, orders", False),
        ("aab", "aaab", True),
        ("(?<=we )(are|were) off", "they are off, we were off", True),
        ("(?<=we )(are|were) off", "they are off, they were off", False),
        (r"\Aaway (now|today)", "away today", True),
        (r"\Aaway (now|today)", "is away today", False),
        (r"\d+ days|weeks", "in 14 days", True),
    ],
)
def test_what_is_tried_where_it_may_begin_is_what_a_search_finds(pattern, text, found):
    assert matches_any([pattern], text) is found
    assert bool(regex.search(pattern, text)) is found


def test_words_of_absence_are_found_behind_and_before_others_as_a_search_finds_them():
    """Each alternative without its groups and signs, which it matches or nearly does."""
    found = 0
    for words in LANGUAGES.values():
        for alternative in {part for field in words.absence for part in split_alternatives(field)}:
            pattern, text = rf"(?<!\p{{L}})(?:{alternative})", regex.sub(r"[()?*+|\\\[\]]|\{[\d,]*\}", "", alternative)
            for spoken in (text, f"so {text}, so", f"so{text}"):
                is_there = regex.search(pattern, spoken) is not None
                assert matches_any([pattern], spoken) is is_there, (alternative, spoken)
                found += is_there
    assert found > 1000


def test_alternatives_are_split_where_no_group_is_open():
    assert split_alternatives("a (b|c (d|e)|f)|g") == ["a (b|c (d|e)|f)", "g"]


@pytest.mark.parametrize(
    "text",
    [
        "closed today",
        "is closed today",
        "we are off site",
        "offsite today",
        "re-open",
        "nothing of it",
        "until 3.5",
        "am on leave",
        "AM",
    ],
)
def test_whatever_a_pattern_matches_one_of_the_candidates_matches(text):
    patterns = {"a": "\\Aclosed (today|now)|off-?\\s?site|(am|is) (on (sick )?leave|away)", "b": "re-?open|\\d\\.\\d"}
    candidates = AlternativeIndex(patterns, dict.fromkeys(patterns, "")).find_candidates(text)
    for key, pattern in patterns.items():
        found = any(compile_alternative(alternative).search(text) for alternative in candidates.get(key, ()))
        assert found == bool(regex.search(pattern, text))


@pytest.mark.parametrize("text", ["off site", "closed today", "re-open", "on leave", "5.3", "nothing of it", ""])
def test_whether_keys_may_match_is_whether_they_have_candidates(text):
    patterns = {
        "a": "\\Aclosed (today|now)|off-?\\s?site|(am|is) (on (sick )?leave|away)",
        "b": "re-?open",
        "c": "\\d\\.\\d",
    }
    index = AlternativeIndex(patterns, dict.fromkeys(patterns, ""))
    candidates = index.find_candidates(text)
    for keys in ({"a"}, {"b"}, {"c"}, {"a", "b"}):
        assert index.may_match(text, keys) == (not keys.isdisjoint(candidates))


def test_every_word_of_absence_is_found_by_its_literals():
    """An alternative without groups matches itself: then its literal must be in it."""
    for language, words in LANGUAGES.items():
        for pattern in words.absence:
            for alternative in split_alternatives(pattern):
                if alternative.replace(" ", "").replace("'", "").replace("-", "").isalpha():
                    assert any(literal in alternative for literal in required_literals(alternative)), (
                        language,
                        alternative,
                    )


def test_where_an_alternative_begins_is_counted_from_the_start():
    assert find_starts("a(b)?", "ab, a, ab", 2) == [0, 4]
    assert find_starts("x", "ab", 2) == []


@pytest.mark.parametrize(
    "text", ["we need us, i need", "i i need, we need it", "hewe need", "weI need i needwe need", "we, i, us", ""]
)
@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\p{L})(?:(i|we|we ask) (also )*need)",
        r"(?<!\p{L})(?:(we|us),? (i|us) ?)",
        r"(?<!\w)(?:i|us)",
        r"(?:e need|i)",
        r"(?<!\p{L})(?:\p{L}+ need)",
        r"(?<!\p{L})(?:we ([^.]* )*need)",
    ],
)
def test_places_are_those_of_a_search_from_the_left(pattern, text):
    places = [match.start() for match in regex.finditer(pattern, text)]
    for most in (1, 2, 9):
        assert find_starts(pattern, text, most) == places[:most]
