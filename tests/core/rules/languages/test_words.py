"""core/rules/languages/*.py: every language is known by its code, and all its words can be found."""

from __future__ import annotations

import ast
import locale
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest
import regex

from watcher.core.rules import languages, notices
from watcher.core.rules.alternatives import (
    compile_alternative,
    fold_case,
    fold_words,
    required_literals,
    split_alternatives,
)
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS
from watcher.core.rules.languages.words import CircularWords, LanguageWords, NoticeWords

MODULES = {
    path.stem.removesuffix("_"): path
    for path in Path(languages.__file__).parent.glob("*.py")
    if path.stem not in ("__init__", "codes", "known", "words")
}
KNOWN_CODES = {alias[:2] for alias in locale.locale_alias}
#: A day's number in a date: it has no literal, and is cheap.
WITHOUT_LITERAL = {r"\d\.\d"}

ALL = pytest.mark.parametrize("language", LANGUAGES)


def patterns_of(words: LanguageWords) -> list[str]:
    """All that is a pattern, folded as texts are."""
    patterns = (*words.absence, *words.circulars, words.asks_leave, words.requests, words.announces, words.telephone)
    return [fold_words(pattern) for pattern in patterns if pattern]


def test_a_module_is_gathered_under_the_code_it_is_named_after():
    assert LANGUAGES.keys() == MODULES.keys()
    assert LANGUAGES.keys() <= KNOWN_CODES
    for language, words in LANGUAGES.items():
        assert import_module(f"{languages.__name__}.{MODULES[language].stem}").WORDS is words


def test_every_module_says_which_language_it_is():
    names = [ast.get_docstring(ast.parse(path.read_text())) for path in MODULES.values()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_as_many_languages_as_the_documentation_says():
    assert sum(1 for words in LANGUAGES.values() if words.requests) == 39
    assert sum(1 for words in LANGUAGES.values() if words.notices != NoticeWords()) >= 28


@ALL
def test_every_alternative_is_a_sound_pattern_of_folded_text(language):
    """One that is empty matches everything; without a literal it would be tried on every text."""
    for pattern in patterns_of(LANGUAGES[language]):
        for alternative in split_alternatives(pattern):
            assert alternative.count("(") == alternative.count(")"), alternative  # it ends where it should
            assert compile_alternative(f"{WORD_STARTS[language]}(?:{alternative})").search("") is None, alternative
            literals = required_literals(alternative)
            assert literals or alternative in WITHOUT_LITERAL, alternative
            assert all(literal == fold_words(fold_case(literal)) for literal in literals), alternative


@ALL
def test_every_phrase_can_be_found(language):
    """A phrase with a stray capital, or whose word boundary can never be met, would be dead (a final sigma is folded too)."""
    for field, phrases in LANGUAGES[language].notices._asdict().items():
        for phrase in filter(None, (part.strip() for part in phrases.split(";"))):
            assert phrase == phrase.lower(), (field, phrase)
            folded = notices._fold(phrase)
            pieces = tuple(filter(None, (piece.strip(" ?？؟") for piece in folded.split(" * "))))
            text = " ".join(pieces) + {"asks": "?", "echo": ":"}.get(field, "")
            assert notices._Phrase(language, field, pieces).find(text), (field, phrase)


@ALL
def test_what_belongs_together_is_there_together(language):
    words = LANGUAGES[language]
    absence, circulars = words.absence, words.circulars
    assert bool(absence.away) == bool(absence.added)
    assert absence.maybe_away
    assert absence.answers
    assert absence.everyday_away
    assert absence.everyday_answers
    if circulars != CircularWords():
        assert circulars.readers
        assert circulars.everybody
        assert circulars.opts_out
    if words.notices != NoticeWords():
        assert all(
            getattr(words.notices, kind)
            for kind in ("automatic", "receipt", "courtesy", "trade", "access", "first", "wants")
        )


@ALL
def test_a_language_of_notices_is_known_by_its_common_words(language):
    words = LANGUAGES[language]
    assert bool(words.voice.your) == (words.notices != NoticeWords())
    assert bool(words.voice.common) == (bool(words.voice.your) and not words.unspaced)


@ALL
def test_words_of_the_voice_are_small_and_those_of_your_none_of_i(language):
    words = LANGUAGES[language]
    assert words.voice.common == words.voice.common.lower()
    assert words.voice.your == words.voice.your.lower()
    assert {word.strip() for word in words.notices.first.split(";")}.isdisjoint(words.voice.your.split())


@ALL
def test_what_machines_call_themselves_is_single_words_without_capitals(language):
    for word in LANGUAGES[language].sender_functions.split():
        assert word == word.lower()
        assert all(
            unicodedata.category(sign)[0] in "LM" for sign in word
        )  # a mark stands above or below a letter of Thai


@ALL
def test_words_of_letters_are_written_as_they_are_looked_for(language):
    """In case-folded text a capital is never found; titles alone are looked for as they stand."""
    letters = LANGUAGES[language].letters
    for pattern in (letters.greetings, letters.currencies, letters.orders):
        assert fold_words(pattern) == fold_words(fold_case(pattern))
    for pattern in filter(None, (letters.greetings, letters.titles, letters.titles_of_many, letters.orders)):
        assert regex.search(pattern, "") is None  # an empty alternative is in every text
