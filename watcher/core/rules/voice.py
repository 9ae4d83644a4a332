"""Who speaks in a letter: a person of themselves, or a house of what is its reader's? Marks of the sending side, in no one's phrases.

What machines write has a shape that their words change with every year: the address names what it sends, the name is that of the
domain, a link leads into the sender's own site, a team signs, and nobody says "I". None of it proves anything alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from watcher.core.lockstep import TOGETHER
from watcher.core.message.languages import split_words
from watcher.core.message.model import Address, Facts
from watcher.core.message.signatures import text_above_name
from watcher.core.rules import authentication, notices
from watcher.core.rules.alternatives import AlternativeIndex
from watcher.core.rules.sender_words import (
    FUNCTION_BEGINNINGS,
    FUNCTION_WORDS,
    SERVICE_WORDS,
)

#: Characters of own text that are looked at: as much as notices are searched.
MAX_SEARCHED = notices.MAX_SEARCHED
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEW_COMMON_WORDS = 1  # so few of a language's in a text say nothing of it
_MIN_NAME_WORD = 3  # letters of a word of a name that can be found in a domain
_MIN_NAME_LETTERS = 5  # how many letters of a name must be found there
#: "Maya from Planwise", "Tom | Planwise"
_PERSONA = re.compile(
    r"\w,? (?:(?:from|at|of|von|vom|bei|de|du|des|di|da|dal|dalla|do|van|bij|od|iz|ze?|från|på|fra|hos|din|из|от|від|з|από) |@ ?|\| ?)"
    r"(?P<house>[^\W\d_][^|@<>]{2,60})\Z"
)
#: Letters that domains spell with two others, or with one that looks like them.
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"})
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_LINK_WITH_PATH = re.compile(r"https?://(?P<host>[\w.-]{3,200})/[^\s<>\"')\]]", re.IGNORECASE)
_SIGNATURE_LINES = 3
_TEAM_WORDS = (
    r"\b(?:team|crew|equipo|equipa|equipe|zesp[óo]ł|tiimi|tým|tím|support|staff di)\b|équipe|ekibi\b|команда|csapat|echipa|ομάδα"
    r"|kundenservice|kundendienst|customer (?:service|care|support)|service clients?|atención al cliente|servizio clienti"
    r"|klantenservice|kundtjänst|kundeservice|asiakaspalvelu|obsługa klienta|zákaznick|müşteri hizmetleri|служба поддержки"
    r"|カスタマー|客服|고객센터"
)
_TEAM_INDEX = AlternativeIndex({"": _TEAM_WORDS}, {"": ""})


@dataclass(frozen=True, slots=True)
class Voice:
    """Of whom a letter speaks, in the language it is written in."""

    speaks_of_itself: bool  # "I", "my"
    speaks_of_yours: bool  # "your"
    wants: bool  # wants or complains of something
    asks: bool  # asks, and not for form's sake ("Not at home?")


class _OwnWords(NamedTuple):
    """What one language has, case-folded."""

    first: tuple[str, ...]  # "I"; of several words with the spaces between them
    your: tuple[str, ...]
    common: frozenset[str]
    unspaced: bool


@lru_cache(maxsize=1)
def _words_by_language() -> dict[str, _OwnWords]:
    """ISO 639-1 code → words, of the languages that a text can be told to be in."""
    from watcher.core.rules.languages.known import LANGUAGES  # data of 0.4 MB, which no start waits for

    return {
        language: _OwnWords(
            tuple(word.strip() for word in words.notices.first.casefold().split(";")),
            tuple(words.voice.your.casefold().split()),
            frozenset(words.voice.common.casefold().split()),
            words.unspaced,
        )
        for language, words in LANGUAGES.items()
        if words.voice.your
    }


def known_languages() -> Collection[str]:
    """The languages (ISO 639-1) that a text can be told to be in: their common words are known."""
    return _words_by_language().keys()


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, list[str]]:
    """Common word, or "your" → the languages in which it is one; of those with spaces between words."""
    found: dict[str, list[str]] = {}
    for language, words in _words_by_language().items():
        for word in words.common.union(() if words.unspaced else words.your):
            found.setdefault(word, []).append(language)
    return found


@lru_cache(maxsize=1)
def _unspaced_words() -> list[tuple[str, tuple[str, ...]]]:
    """Each language without spaces between words, and its "your"."""
    return [(language, words.your) for language, words in _words_by_language().items() if words.unspaced]


def read_voice(facts: Facts) -> Voice:
    """Who speaks in the own words of a message, and of whose things."""
    text = facts.own_text[:MAX_SEARCHED].casefold().replace("’", "'")
    subject = facts.base_subject.casefold()
    whole = f"{subject}\n{text}"
    words = frozenset(split_words(text, _WORD))
    languages = guess_languages(whole, few=0)  # that any "I" is heard
    return Voice(
        speaks_of_itself=any(_says_i(language, words, text) for language in languages),
        speaks_of_yours=any(_says_your(language, words, whole) for language in languages),
        wants=notices.wants_something(whole, languages),
        asks=notices.asks_question(facts),
    )


def says_i(folded: str) -> bool:
    """Does somebody speak of themselves in case-folded text, in the language it is most likely in?"""
    words = frozenset(split_words(folded, _WORD))
    return any(_says_i(language, words, folded) for language in guess_languages(folded, few=0))


def says_your(folded: str, part: str) -> bool:
    """Does `part` of a case-folded text say "your", in a language that the text is most likely in?"""
    words = frozenset(split_words(part, _WORD))
    return any(_says_your(language, words, part) for language in guess_languages(folded))


def guess_languages(folded: str, few: int = _FEW_COMMON_WORDS) -> Sequence[str]:
    """The languages (ISO 639-1) that a case-folded text is most likely in: those most of whose common words occur. All that are known
    where no more than `few` of them do."""
    languages, count = _count_common_words(folded)
    return languages if count > few else tuple(_words_by_language())


@lru_cache(maxsize=TOGETHER)  # several signs ask it of the same text
def _count_common_words(folded: str) -> tuple[tuple[str, ...], float]:
    """The languages most of whose common words occur, and how many of these do. No word tells of a language without spaces."""
    if not folded.isascii():  # as no word of these languages is
        unspaced = tuple(language for language, your in _unspaced_words() if any(word in folded for word in your))
        if unspaced:
            return unspaced, inf
    counts: dict[str, int] = {}
    known = _languages_by_word()
    for word in known.keys() & split_words(folded, _WORD):
        for language in known[word]:
            counts[language] = counts.get(language, 0) + 1
    most = max(counts.values(), default=0)
    found = [language for language, count in counts.items() if count == most]
    return tuple(
        found if len(found) == 1 else [language for language in _words_by_language() if language in found]
    ), most


def _says_i(language: str, words: frozenset[str], text: str) -> bool:
    own = _words_by_language()[language]
    return any(word in text if own.unspaced or " " in word else word in words for word in own.first)


def _says_your(language: str, words: frozenset[str], text: str) -> bool:
    own = _words_by_language()[language]
    return any(word in text for word in own.your) if own.unspaced else not words.isdisjoint(own.your)


# --- marks of the sender


def names_function(facts: Facts) -> bool:
    """Does the sender's local part say what it sends (invoices, parcels, codes)?"""
    return bool(facts.from_) and _names_function(facts.from_[0].local.casefold())


@lru_cache(maxsize=4096)
def _names_function(local: str) -> bool:
    return any(word in FUNCTION_WORDS or word.startswith(FUNCTION_BEGINNINGS) for word in _LETTERS.findall(local))


class _SenderFunctions(NamedTuple):
    """What no person is called, in all languages, case-folded."""

    words: frozenset[str]
    parts: tuple[str, ...]  # of names in which words are not set apart


@lru_cache(maxsize=1)
def _sender_functions() -> _SenderFunctions:
    from watcher.core.rules.languages.known import LANGUAGES  # data of 0.4 MB, which no start waits for

    words, parts = set[str](), set[str]()
    for language in LANGUAGES.values():
        (parts if language.unspaced else words).update(language.sender_functions.casefold().split())
    return _SenderFunctions(frozenset(words), tuple(sorted(parts)))


def has_function_for_name(facts: Facts) -> bool:
    """Has the sender's display name a word that is no person's ("Billing", "via"), or is the address that of a customer service?"""
    if not facts.from_:
        return False
    sender = facts.from_[0]
    name = sender.name.casefold()
    functions = _sender_functions()
    named = not functions.words.isdisjoint(_LETTERS.findall(name)) or (
        not name.isascii() and any(part in name for part in functions.parts)
    )
    return named or not SERVICE_WORDS.isdisjoint(_LETTERS.findall(sender.local.casefold()))


def is_named_as_domain(facts: Facts) -> bool:
    """Is the sender's name that of their domain, and no part of it the local part: a house, no person?"""
    return bool(facts.from_) and _is_named_as_domain(facts.from_[0])


@lru_cache(maxsize=4096)
def _is_named_as_domain(sender: Address) -> bool:
    domain = "".join(_LETTERS.findall(sender.domain.rpartition(".")[0].casefold()))
    name = sender.name.casefold()
    if _is_persona(sender):
        return True
    return any(_is_house_name(spelling, sender.local.casefold(), domain) for spelling in {*_latin_spellings(name)})


def is_persona(facts: Facts) -> bool:
    """Does the sender's name say of which house somebody is, and is it that of the domain ("Maya from Planwise")?"""
    return bool(facts.from_) and _is_persona(facts.from_[0])


@lru_cache(maxsize=4096)
def _is_persona(sender: Address) -> bool:
    persona = _PERSONA.search(sender.name.casefold())
    if not persona:
        return False
    domain = "".join(_LETTERS.findall(sender.domain.rpartition(".")[0].casefold()))
    person = _LETTERS.findall(sender.name.casefold()[: persona.start("house")])
    if person and person[0] in domain:
        return False  # "Hotel de Paris": that is the house's own name
    spellings = ("".join(_LETTERS.findall(spelling)) for spelling in _latin_spellings(persona["house"]))
    return any(
        len(house) >= _MIN_NAME_WORD
        and (house in domain or (len(house) > len(domain) >= _MIN_NAME_LETTERS and domain in house))
        for house in spellings
    )


def _latin_spellings(name: str) -> tuple[str, str]:
    """A folded name as domains spell it: with "ae" for "ä", and without its marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.translate(_PLAIN)) if not unicodedata.combining(c))
    return name.translate(_DIGRAPHS), plain


def _is_house_name(name: str, local: str, domain: str) -> bool:
    words = [word for word in _LETTERS.findall(name) if len(word) >= _MIN_NAME_WORD]
    there = [word for word in words if word in domain]
    if "&" not in name and any(word in local for word in words):
        return False
    return sum(map(len, there)) >= _MIN_NAME_LETTERS or words[:1] == there[:1] != []


def links_to_own_page(facts: Facts) -> bool:
    """Does a link above the signature lead to a page of the sender's own site, not to its front?"""
    text = facts.own_text
    if not facts.from_ or "://" not in text:
        return False
    own = authentication.organisational_domain(facts.from_[0].domain)
    if own not in text.casefold():
        return False
    return any(
        authentication.organisational_domain(found["host"].casefold()) == own
        for found in _LINK_WITH_PATH.finditer(text_above_name(text, facts.from_[0].name))
    )


def is_signed_by_team(facts: Facts) -> bool:
    """Does a team, a crew or a service sign in the last lines?"""
    lines = [line for line in facts.own_text.strip()[-600:].casefold().split("\n") if line.strip()]
    return _TEAM_INDEX.has_match("\n".join([line for line in lines[-_SIGNATURE_LINES:] if len(line) < 80]))
