"""Is a text put together of thanks, praise, wishes and formulas, and of nothing else? How far is it, and where does a signature begin?

A sentence of thanks, praise or a wish is a number of words that all belong to its kind, in any order, with those that make it one: no
list of phrases has all that people write, but nearly all of it is made of the same words. A formula says it all. Every word must be
known; names are those that the message itself bears, or stand where names do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

import regex

from watcher.core.inquiry import lexicon
from watcher.core.inquiry.lexicon import CLOSING, COMMON, FORMULA, GREETING, THANKS, TITLE, TITLE_AFTER, Lexicon

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
#: What may stand between two words: no currency, and no sign of a sum.
_GAP = regex.compile(r"[\s\p{P}\p{So}\p{Sk}\p{Cf}\p{M}|~<>=^]*")
_SENTENCE_END = regex.compile(r"[.!…](?:\s|$)|[!…。！।۔]|\n\s*\n")
_BOUNDARY = regex.compile(r"[^\s'’&\"“”„«»-]|\n")
_HYPHENS = frozenset({"-", "‐", "'", "’"})
_MAX_NAMES = 4  # words of names in a row
_MAX_NAME_LENGTH = 20  # characters of a name where words follow each other; elsewhere words, with titles
_NAME_PARTICLES = frozenset({
    "und", "and", "et", "e", "y", "i", "a", "en", "og", "ja", "von", "van", "de", "den", "der", "da", "di", "du", "la", "le", "el",
    "al", "bin", "zu", "familie", "family", "fam",
})  # fmt: skip

#: The kinds of sentences: the parts that may stand in one, and those of which each must.
_KINDS = (
    (lexicon.THANKS | lexicon.THANKED | COMMON, lexicon.THANKS),
    (lexicon.PRAISE | lexicon.PRAISED | COMMON, lexicon.PRAISE),
    (lexicon.WISHED | lexicon.GOOD | lexicon.WISHING | COMMON, lexicon.WISHED | lexicon.GOOD),
    (CLOSING | lexicon.CLOSED | COMMON, CLOSING),
)
_REASON = lexicon.THANKED | COMMON  # "you" and "again" are in both, and say nothing of what for
_BETWEEN = -1  # no sentence is begun
_WHOLE = FORMULA | GREETING


class Word(NamedTuple):
    """A word of the text; in an unspaced language a character."""

    text: str  # folded
    is_capital: bool
    gap: str  # what stands before it
    line: int
    ends_sentence: bool  # the one before ended


class Text:
    """The words of a text, read as far as they are asked for: nearly all mail says something else in its first words."""

    def __init__(self, lines: Sequence[str], unspaced: bool) -> None:
        self._source = split_words(lines, unspaced)
        self.words: list[Word] = []

    def read_to(self, count: int) -> Sequence[Word]:
        """So many words at least, or all."""
        self.words += islice(self._source, max(0, count - len(self.words)))
        return self.words


class _State(NamedTuple):
    kind: int = _BETWEEN  # 4 * n + kind of the n-th lexicon
    seen: int = 0  # of the parts that it must have
    has_thanked: bool = False
    closes: bool = False  # a signature may follow
    greets: bool = False  # a name may follow
    has_reason: bool = False  # of thanks: for what has begun

    def is_over(self) -> bool:
        """May what has begun end here?"""
        return self.kind == _BETWEEN or self.seen == _KINDS[self.kind % len(_KINDS)][1]

    def is_one_reason(self) -> bool:
        """Is a sentence of thanks begun with one word of what for? Before a comma it may be all that somebody says: "fine, thanks"."""
        return not self.is_over() and _KINDS[self.kind % len(_KINDS)][1] == THANKS and not self.has_reason

    def has_open_wish(self) -> bool:
        """Has a wish begun, and is not whole?"""
        return not self.is_over() and bool(_KINDS[self.kind % len(_KINDS)][1] & lexicon.WISHED)


class Reading(NamedTuple):
    """How far a text is made of pleasantries."""

    lines: int  # so many of the lines
    has_thanked: bool
    closes: bool


def split_words(lines: Sequence[str], unspaced: bool) -> Iterator[Word]:
    """The words of the text, up to what stands in no pleasantry; a word without text is such a thing."""
    gap = ""
    for n, line in enumerate(lines):
        end = 0
        for found in _WORD.finditer(line):
            gap += line[end : found.start()]
            end = found.end()
            folded, is_capital = lexicon.fold(found[0]), found[0][0].isupper()
            for text in folded if unspaced else (folded,):
                yield Word(text if _GAP.fullmatch(gap) else "", is_capital, gap, n, bool(_SENTENCE_END.search(gap)))
                gap = ""
        gap += line[end:] + "\n"
    if _GAP.fullmatch(gap) is None:
        yield Word("", False, gap, len(lines) - 1, False)


def read_pleasantries(text: Text, lexicons: Sequence[Lexicon], names: frozenset[str]) -> Iterator[Reading]:
    """What may be said so, from the whole text down to its first line, where a line ends with a sentence."""
    reached = _find_reached(text, lexicons, names)
    words, last = text.words, len(reached) - 1
    for n in range(last, 0, -1):
        if n == len(words) or words[n].line != words[n - 1].line:
            for state in filter(_State.is_over, reached[n]):
                yield Reading(words[n - 1].line + 1, state.has_thanked, state.closes)


def may_thank(text: Text, lexicons: Sequence[Lexicon], names: frozenset[str]) -> bool:
    """Is there thanks before the first word that stands in no item and in no name? For languages with spaces between words; no more
    words are read than it takes to say so."""
    words = text.words[: _count_known(text, lexicons, names)]
    return any(
        parts & THANKS
        for each in lexicons
        for n, word in enumerate(words)
        if word.text in each.thanks
        for _, parts in _find_items(words, n, each)
    )


def find_other_words(text: Text, own: Lexicon, names: frozenset[str]) -> frozenset[str]:
    """The words that the lexicon has not, up to the first of them that is no name either. A reading in this language and in another
    that has none of them ends where a reading in this one ends."""
    known = _count_known(text, [own], names)
    return frozenset(word.text for word in text.words[: known + 1]) - own.words


def _count_known(text: Text, lexicons: Sequence[Lexicon], names: frozenset[str]) -> int:
    """How many words stand before the first that is in no item and no name; no more are read than that."""
    known = 0
    while known < len(text.read_to(known + 1)) and (
        _may_be_known(text.words[known], lexicons, names) or _has_title(text.words, known, lexicons)
    ):
        known += 1
    return known


def _has_title(words: Sequence[Word], n: int, lexicons: Sequence[Lexicon]) -> bool:
    """Does a title stand before a word that nothing else tells for a name?"""
    return (
        bool(n)
        and _has_no_capitals(words[n].text)
        and any(each.parts.get(words[n - 1].text, 0) & TITLE for each in lexicons)
    )


def _may_be_known(word: Word, lexicons: Sequence[Lexicon], names: frozenset[str]) -> bool:
    if not word.text:
        return False
    if word.is_capital or word.gap in _HYPHENS or any(word.text in each.words for each in lexicons):
        return True
    return word.text in names or word.text in _NAME_PARTICLES


def _find_reached(text: Text, lexicons: Sequence[Lexicon], names: frozenset[str]) -> list[set[_State]]:
    """The states before each word and at the end, as far as there are any."""
    reached: list[set[_State]] = [{_State()}]
    ahead = max(each.longest for each in lexicons) + _MAX_NAME_LENGTH
    for n in count():
        words = text.read_to(n + ahead)
        if n >= min(len(words), len(reached)):
            break
        word, states = words[n], reached[n]
        if word.ends_sentence and not _is_initial(words[n - 1]):
            states = reached[n] = {_end_sentence(state) for state in states if state.is_over()}
        elif _BOUNDARY.search(word.gap):
            states = reached[n] = {_end_part(state) for state in states if not state.is_one_reason()}
        for end, state in _find_steps(words, n, states, lexicons, names):
            reached += [] if end < len(reached) else [set() for _ in range(end + 1 - len(reached))]
            reached[end].add(state)
    return reached


def _end_part(state: _State) -> _State:
    """At a comma. What is whole is over, so that nothing is taken for part of it that answers a question ("great, the weekend", "thanks,
    the quick one"); what somebody is thanked for may go on, and what has only begun: an adjective more, as far as a wish is concerned."""
    if state.kind == _BETWEEN or not state.is_over() or state.has_reason:
        return state
    return _end_sentence(state)


def _is_initial(word: Word) -> bool:
    return word.is_capital and len(word.text) == 1


def _end_sentence(state: _State) -> _State:
    return state if state.kind == _BETWEEN else _State(has_thanked=state.has_thanked, closes=state.closes)


def _find_steps(
    words: Sequence[Word], n: int, states: set[_State], lexicons: Sequence[Lexicon], names: frozenset[str]
) -> Iterator[tuple[int, _State]]:
    """Every state that the next item leads to, and where the item ends."""
    is_first = not n or words[n].line != words[n - 1].line
    for end, may_be_said in _find_names(words, n, lexicons, names):
        signs = is_first and not may_be_said
        for state in states:
            yield end, state._replace(closes=state.closes or (signs and state.is_over()), greets=False)
    for state in states:
        if (state.closes or state.greets) and (end := _end_of_names(words, n, state.greets)):
            yield end, state._replace(greets=False)
    is_apart = bool(_BOUNDARY.search(words[n].gap))
    for number, each in enumerate(lexicons):
        for end, parts in _find_items(words, n, each):
            for state in states:
                if is_apart and state.has_open_wish() and not parts & lexicon.GOOD:
                    continue
                for after in _follow_item(state, number, parts):
                    yield end, after


def _follow_item(state: _State, number: int, parts: int) -> Iterator[_State]:
    """What becomes of a state by an item with these parts of the lexicon of this number."""
    first_kind = number * len(_KINDS)
    if parts & _WHOLE and state.is_over():
        yield _State(has_thanked=state.has_thanked, greets=bool(parts & GREETING))
    for kind, (allowed, needed) in enumerate(_KINDS, first_kind):
        if not parts & allowed:
            continue
        has_thanked = state.has_thanked or bool(parts & THANKS and needed == THANKS)
        if state.kind == kind:
            seen = state.seen | parts & needed
            has_reason = state.has_reason or (needed == THANKS and parts & _REASON == lexicon.THANKED)
            yield _State(kind, seen, has_thanked, closes=seen == CLOSING, has_reason=has_reason)
        if state.is_over():
            yield _State(kind, parts & needed, has_thanked, closes=parts & needed == CLOSING)


def _find_items(words: Sequence[Word], n: int, each: Lexicon) -> Iterator[tuple[int, int]]:
    """The items of the lexicon that begin here: where each ends, and its parts."""
    key = ""
    for end in range(n, min(n + each.longest, len(words))):
        if not words[end].text or (key and words[end].ends_sentence):
            return
        key = f"{key} {words[end].text}" if key and not each.unspaced else key + words[end].text
        if parts := each.parts.get(key, 0):
            yield end + 1, parts


def _find_names(
    words: Sequence[Word], n: int, lexicons: Sequence[Lexicon], names: frozenset[str]
) -> Iterator[tuple[int, bool]]:
    """The names that begin here, with their titles: where they end, and whether they are words that say something, too."""
    unspaced = lexicons[0].unspaced
    key = ""
    for end in range(n, min(n + (_MAX_NAME_LENGTH if unspaced else 1), len(words))):
        key += words[end].text
        if key in names:
            yield end + 1, any(key in each.parts for each in lexicons)
    if words[n].is_capital and len(words[n].text) == 1 and n + 1 < len(words) and words[n + 1].text in names:
        yield n + 2, False
    for each in lexicons:
        for end, parts in _find_items(words, n, each):
            if parts & TITLE and (last := _end_of_titled_name(words, end, each)):
                yield last, True
        if words[n].is_capital and any(parts & TITLE_AFTER for _, parts in _find_items_after(words, n + 1, each)):
            yield n + 2, True


def _find_items_after(words: Sequence[Word], n: int, each: Lexicon) -> Iterable[tuple[int, int]]:
    return _find_items(words, n, each) if n < len(words) and not each.unspaced else ()


def _end_of_titled_name(words: Sequence[Word], n: int, each: Lexicon) -> int:
    """Where the name ends that a title stands before; there may be more titles. 0: none."""
    ends = [end for end, parts in _find_items(words, n, each) if parts & TITLE]
    return (_end_of_titled_name(words, max(ends), each) if ends else 0) or _end_of_name(words, n)


def _end_of_name(words: Sequence[Word], n: int) -> int:
    """Where the name ends that begins here: a word with a capital and what a hyphen joins to it, or several to a boundary. 0: none."""
    if n >= len(words) or not (words[n].is_capital or _has_no_capitals(words[n].text)):
        return 0
    end = n + 1
    while end < len(words) and words[end].gap in _HYPHENS:
        end += 1
    return _end_of_names(words, n, True) or end


def _has_no_capitals(text: str) -> bool:
    """Is it a word of a script in which nothing tells a name from other words, as Arabic, Hebrew and Devanagari?"""
    return text.isalpha() and text.lower() == text.upper()


def _end_of_names(words: Sequence[Word], n: int, before_boundary: bool) -> int:
    """Where several words with capitals end: at a boundary, or at the end of the line. 0: it is none."""
    end = n
    while (
        end < len(words)
        and end - n < _MAX_NAMES
        and (words[end].is_capital or words[end].text in _NAME_PARTICLES)
        and not any(map(str.isdigit, words[end].text))
    ):
        if end > n and _BOUNDARY.search(words[end].gap):
            break
        end += 1
    if end == n or not words[n].is_capital:
        return 0
    if end == len(words) or words[end].line != words[end - 1].line:
        return end
    return end if before_boundary and _BOUNDARY.search(words[end].gap) else 0
