"""With what a letter begins: does it greet its reader, one by name or title, or many: members, neighbours, all of them?

The words are those of `languages`. Whom a letter greets proves nothing: a rule adds it up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import voice
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, fold_words
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

#: Characters, and words, of a line that greets one by name.
_MAX_LENGTH_TO_ONE, _MAX_WORDS_TO_ONE = 60, 5
_MAX_LENGTH_TO_MANY = 80  # characters
#: Characters of one that need not begin with a word of greeting: "Members and friends", "お客様各位".
_MAX_BARE_LENGTH = 25
_SEARCHED_LENGTH = 40  # characters of a text: a greeting begins in them
#: "Hi Pete", "Добрый день, Виктор Петрович": a word or two, and a name.
_NAMED = regex.compile(r"\A\p{L}+[ ,]+(?:\p{Ll}+[ ,]+){0,2}\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}\Z")
_CAPITALISED_WORD = regex.compile(r"\p{Lu}\p{L}+")
_END = regex.compile(r"[,!:.;?\n，！：。、،]")
_AROUND = " ,!:.;-–，！：。、"
#: "Client: Itziar" greets nobody: a value stands behind the label.
_LABEL_END = regex.compile(r"[:：][^\S\n]*[^\s]")
#: Those at the other end of a letter are many, too: "Dear customer service", "Liebes Team der Mitgliederverwaltung".
_READERS_DESK = regex.compile(
    r"team|service|servi[cz]|dienst|care\b|support|desk|department|abteilung|betreuung|verwaltung|sekretari|administra|secretar|"
    r"ledenad|kassier|styrelse|bestyrelse|hallitus|zarząd|výbor|vezetőség|consiglio|junta|bestuur|styret|verein|relations|office|"
    r"büro|board|committee|vorstand|jury|comité|dirección|direction|manager"
)


def begins_with_greeting(text: str) -> bool:
    """Does it begin as letters do, to whomever? A greeting begins in the first 40 characters."""
    return _greeting_pattern().match(fold_case(text.lstrip()[:_SEARCHED_LENGTH])) is not None


@cache
def _greeting_pattern() -> regex.Pattern[str]:
    greetings = "|".join(words.letters.greetings for words in LANGUAGES.values() if words.letters.greetings)
    return regex.compile(rf"\W{{0,3}}(?:{fold_words(greetings)})")


def greets_reader(facts: Facts) -> bool:
    """Does it begin with a greeting, as letters do, of whomever? Notices of machines seldom do."""
    return begins_with_greeting(facts.own_text)


def greets_one(facts: Facts) -> bool:
    """Does it greet somebody by name or title, on a first line of 60 characters at most?"""
    first = facts.own_text.strip()[: _MAX_LENGTH_TO_ONE + 1].split("\n", 1)[0]
    greeting = first.strip(_AROUND)
    if len(first) > _MAX_LENGTH_TO_ONE or len(greeting.split()) > _MAX_WORDS_TO_ONE:
        return False
    title, title_of_many = _title_patterns()
    if not (title.search(greeting) or _NAMED.match(greeting)) or title_of_many.search(greeting):
        return False
    if _has_titles_alone(greeting):
        return False
    return not greets_many(facts) and not greets_everybody(facts)


def _has_titles_alone(greeting: str) -> bool:
    """Are there two titles and no name: "Madame, Monsieur", "Geachte heer/mevrouw"?"""
    bare, titles = _title_patterns()[0].subn("", greeting)
    return titles > 1 and all(bare.startswith(word) for word in _CAPITALISED_WORD.findall(bare))


@cache
def _title_patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A title of one, and one with which somebody greets whom they do not know."""
    letters = {language: words.letters for language, words in LANGUAGES.items()}
    spaced = "|".join(own.titles for code, own in letters.items() if own.titles and WORD_STARTS[code])
    unspaced = "|".join(own.titles for code, own in letters.items() if own.titles and not WORD_STARTS[code])
    many = "|".join(own.titles_of_many for own in letters.values() if own.titles_of_many)
    return regex.compile(rf"(?i)(?<!\p{{L}})(?:{spaced})(?!\p{{L}})|{unspaced}"), regex.compile(rf"(?i){many}")


def greets_many(facts: Facts) -> bool:
    """Does it greet people whom only a sender calls so (members, readers, neighbours), in 80 characters at most?"""
    return _greets_people_of(facts, "readers")


def greets_everybody(facts: Facts) -> bool:
    """Does it greet all, friends or colleagues?"""
    return _greets_people_of(facts, "everybody")


def _greets_people_of(facts: Facts, readers: str) -> bool:
    greeting = _find_greeting(facts.own_text.lstrip()[: 2 * _MAX_LENGTH_TO_MANY])
    return bool(greeting) and _readers_index(readers).has_match(greeting)


@cache
def _readers_index(field: str) -> AlternativeIndex[str]:
    """Of one field of `CircularWords`, in all languages."""
    patterns = {language: fold_words(getattr(words.circulars, field)) for language, words in LANGUAGES.items()}
    return AlternativeIndex({language: pattern for language, pattern in patterns.items() if pattern}, WORD_STARTS)


@lru_cache(maxsize=16)
def _find_greeting(first: str) -> str:
    """What stands first, folded, up to where a greeting ends; "" where that is no greeting of many: "hello sir I look for a patron"."""
    end = _END.search(first)
    if end and _LABEL_END.match(first, end.start()):
        return ""
    greeting = fold_case(first[: end.start()] if end else first)
    if len(greeting) > _MAX_LENGTH_TO_MANY or _READERS_DESK.search(greeting):
        return ""
    if len(greeting) <= _MAX_BARE_LENGTH:
        return greeting
    return greeting if begins_with_greeting(greeting) and not voice.says_i(greeting) else ""


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "greets-reader": greets_reader,
    "greets-one": greets_one,
    "greets-many": greets_many,
    "greets-everybody": greets_everybody,
}
