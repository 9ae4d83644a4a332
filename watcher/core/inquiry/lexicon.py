"""The words of thanks as they are looked up: each with the parts that it may play in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import regex

from watcher.core.inquiry.pleasantries.known import PLEASANTRIES
from watcher.core.inquiry.pleasantries.words import EVERYWHERE, Pleasantries
from watcher.core.rules.alternatives import split_alternatives

#: The parts that a word may play: bits.
THANKS, THANKED, PRAISE, PRAISED, WISHED, GOOD, WISHING, COMMON = (1 << n for n in range(8))
FORMULA, GREETING, CLOSING, CLOSED, TITLE, TITLE_AFTER = (1 << n for n in range(8, 14))
_PARTS = {
    "thanks": THANKS, "thanked": THANKED, "praise": PRAISE, "praised": PRAISED, "wished": WISHED, "good": GOOD,
    "wishing": WISHING, "common": COMMON, "formulas": FORMULA, "greetings": GREETING, "closings": CLOSING, "closed": CLOSED,
    "titles": TITLE, "titles_after": TITLE_AFTER,
}  # fmt: skip

_NO_DECOMPOSITION = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "’": "'", "`": "'", "´": "'"})
#: Accents, and points of Hebrew and Arabic; elsewhere a mark makes another letter.
_ACCENTS = regex.compile(r"[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u064B-\u0652\u0670]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
#: Of the characters that an octet stands for, those that stand in no word become a space.
_NO_WORD = bytes(n if _WORD.match(chr(n)) else 32 for n in range(256))


class Lexicon(NamedTuple):
    """The items of one language: words with a blank between them, in an unspaced language without."""

    parts: Mapping[str, int]
    longest: int  # in words; in characters where nothing stands between words
    unspaced: bool
    words: frozenset[str]  # of all items
    thanks: frozenset[str]  # with which those begin that thank


def fold(text: str) -> str:
    """Without case and accents, so that they may be left out."""
    if text.isascii():
        return text.casefold().translate(_NO_DECOMPOSITION)
    spread = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", spread)).translate(_NO_DECOMPOSITION)


def expand_items(items: str) -> Iterator[str]:
    """Each text that the items of a field stand for, folded."""
    for item in fold(items).split():
        yield from _expand_item(item.replace("_", " ")) if "(" in item else (item.replace("_", " "),)


def _expand_item(item: str) -> Iterator[str]:
    start = item.find("(")
    if start < 0:
        yield item
        return
    depth = 0
    for end in range(start, len(item)):
        depth += (item[end] == "(") - (item[end] == ")")
        if not depth:
            break
    choices = [text for choice in split_alternatives(item[start + 1 : end]) for text in _expand_item(choice)]
    for choice, rest in product(choices, list(_expand_item(item[end + 1 :]))):
        yield f"{item[:start]}{choice}{rest}"


def _list_keys(items: str, unspaced: bool) -> Iterator[str]:
    """The items as they are looked up."""
    separator = "" if unspaced else " "
    return (separator.join(_WORD.findall(item)) for item in expand_items(items))


@lru_cache(maxsize=64)
def load_lexicon(language: str) -> Lexicon:
    """The words of a language; a few milliseconds, when somebody first thanks in it."""
    own = PLEASANTRIES[language]
    parts: dict[str, int] = {}
    for field, part in _PARTS.items():
        for key in _list_keys(f"{getattr(own, field)} {getattr(EVERYWHERE, field)}", own.unspaced):
            parts[key] = parts.get(key, 0) | part
    longest = max(map(len, parts)) if own.unspaced else max(key.count(" ") + 1 for key in parts)
    words = frozenset(word for key in parts for word in key.split())
    thanks = frozenset(key.partition(" ")[0] for key, part in parts.items() if part & THANKS)
    return Lexicon(parts, longest, own.unspaced, words, thanks)


def split_folded(text: str) -> list[str]:
    """The words of the text, folded."""
    return _split_words(fold(text))


def _split_words(folded: str) -> list[str]:
    """In western letters, as nearly all is without accents, they are found in a quarter of the time that the pattern takes."""
    try:
        return folded.encode("latin-1").translate(_NO_WORD).decode("latin-1").split()
    except UnicodeEncodeError:
        return list(_WORD.findall(folded))


def is_closing(words: Sequence[str]) -> bool:
    """Do these words end a letter, in any language that has spaces?"""
    closings, closed = _closing_words()
    return not closings.isdisjoint(words) and closed.issuperset(words)


@lru_cache(maxsize=1)
def _closing_words() -> tuple[frozenset[str], frozenset[str]]:
    """What ends a letter, and all that may stand beside it."""
    spaced = [own for own in PLEASANTRIES.values() if not own.unspaced]
    closings = {word for own in spaced for key in _list_keys(own.closings, False) for word in key.split()}
    closed = {word for own in spaced for key in _list_keys(own.closed, False) for word in key.split()}
    return frozenset(closings), frozenset(closings | closed)


class _FirstWords(NamedTuple):
    thanks: Mapping[str, frozenset[str]]  # first word → languages
    others: Mapping[str, frozenset[str]]
    unspaced: Mapping[str, frozenset[str]]  # what thanks → languages


def find_languages(text: str) -> list[str]:
    """In which languages may somebody thank in the folded text? With English thanks the other words may be of any."""
    first, words = _first_words(), _split_words(text)
    seen = set(words)
    found = {language for word in seen & first.thanks.keys() for language in first.thanks[word]}
    if not text.isascii():
        run = "".join(words)
        found |= {language for item, languages in first.unspaced.items() if item in run for language in languages}
    if "en" in found:
        found |= {language for word in seen & first.others.keys() for language in first.others[word]}
    return [language for language in PLEASANTRIES if language in found]


@lru_cache(maxsize=1)
def _first_words() -> _FirstWords:
    thanks: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    unspaced: dict[str, set[str]] = {}
    english = {key.partition(" ")[0] for key in _list_keys(_beside_thanks(PLEASANTRIES["en"]), False)}
    for language, own in PLEASANTRIES.items():
        for key in _list_keys(own.thanks, own.unspaced):
            (unspaced if own.unspaced else thanks).setdefault(
                key if own.unspaced else key.partition(" ")[0], set()
            ).add(language)
        for key in () if own.unspaced else _list_keys(_beside_thanks(own), False):
            if (word := key.partition(" ")[0]) not in english:
                others.setdefault(word, set()).add(language)
    return _FirstWords(_freeze_sets(thanks), _freeze_sets(others), _freeze_sets(unspaced))


def _beside_thanks(own: Pleasantries) -> str:
    return f"{own.wished} {own.greetings} {own.closings}"


def _freeze_sets(found: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(languages) for key, languages in found.items()}
