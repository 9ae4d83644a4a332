"""Many patterns of many alternatives each, of which hardly one can match a text: only those are tried whose literals occur in it.

The literals of all alternatives are looked for together (`LiteralFinder`); an alternative is compiled when it is first tried, so
that nobody pays for languages that nobody writes. What matches is the same without this module.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

import regex

from watcher.core.rules.literal_finder import TELLING_LETTERS, LiteralFinder

_Key = TypeVar("_Key")

#: Seconds that one alternative may search one text; TimeoutError after them.
_SEARCH_TIMEOUT = 0.1
_TEXT_START = r"\A"
_WORD_STARTS = (r"(?<!\p{L})", r"(?<!\w)")
#: Steps that one match may take from where it begins, each letter that a repetition goes over counted.
_MAX_STEPS = 4096
_REPETITION = regex.compile(r"[*+]|\{(?:\d*,(?P<most>\d*)|(?P<exactly>\d+))\}")
#: What a group begins with that is none of what matches; those without groups in them are in _OPTIONAL.
_LOOKAROUNDS = ("?!", "?=", "?<")
_LOOKAROUND_STARTS = tuple(f"({kind}" for kind in ("?!", "?=", "?<!", "?<="))
_OPTIONAL_SIGNS = ("?", "*", "{")  # behind what need not occur
_OPTIONAL_GROUP_END = regex.compile(r"\)\{[0,][\d,]*\}")
_LITERAL_RUN = regex.compile(r"[\p{L}\p{M}' -]+")
#: What need not occur: lookarounds, classes, escapes, counts and optional letters.
_OPTIONAL = [
    regex.compile(part)
    for part in (
        r"\(\?[!=<][^()]*\)",
        r"\[[^\]]*\]\??",
        r"\\p\{\w+\}|\\\w",
        r"[^()|]?\{[\d,]*\}",
        r"[^()|][?*]",
        r"\\?\.\??",
    )
]


class _Table(Generic[_Key]):
    """Numbers instead of words: an alternative is a place, one after another through all patterns, and is cut out of its pattern
    when its literal was seen. With strings for alternatives and literals it would take five times the memory."""

    def __init__(self, patterns: Mapping[_Key, str], starts: Mapping[_Key, str]) -> None:
        self._keys = tuple(patterns)
        self._patterns = tuple(patterns.values())
        self._starts = tuple(starts[key] for key in patterns)
        self._begins = array("I")  # where each alternative begins in its pattern
        self._ends = array("I")  # by key: the place behind its last
        self._always: list[int] = []  # places whose alternatives need no literal
        places_by_literal: dict[str, list[int]] = {}
        for pattern in self._patterns:
            begin = 0
            for alternative in split_alternatives(pattern):
                place = len(self._begins)
                self._begins.append(begin)
                begin += len(alternative) + 1
                literals = required_literals(alternative)
                if not literals:
                    self._always.append(place)
                for literal in literals:
                    places_by_literal.setdefault(literal, []).append(place)
            self._ends.append(len(self._begins))
        self._finder = LiteralFinder(literal[:TELLING_LETTERS] for literal in places_by_literal)
        #: By literal: its place, or where its places stand in the next, counted from -1 downwards.
        self._place = array("i")
        self._places: list[tuple[int, ...]] = []
        for places in places_by_literal.values():
            if len(places) == 1:
                self._place.append(places[0])
            else:
                self._places.append(tuple(places))
                self._place.append(-len(self._places))
        self._known: dict[int, tuple[_Key, str]] = {}  # those that were asked for

    def find_places(self, text: str) -> Sequence[int]:
        """Of the alternatives that may match `text`; some may come twice."""
        literals = self._finder.find_numbers(text)
        if not literals:
            return self._always  # most often
        found = [*self._always]
        for literal in literals:
            place = self._place[literal]
            if place >= 0:
                found.append(place)
            else:
                found += self._places[-place - 1]
        return found

    def key_at(self, place: int) -> _Key:
        """Whose alternative that is."""
        return self._keys[bisect_right(self._ends, place)]

    def alternative_at(self, place: int) -> tuple[_Key, str]:
        """The alternative with what it begins with, and whose it is."""
        known = self._known.get(place)
        if known is None:
            n = bisect_right(self._ends, place)
            end = self._begins[place + 1] - 1 if place + 1 < self._ends[n] else None
            alternative = self._patterns[n][self._begins[place] : end]
            known = self._known[place] = self._keys[n], _anchor_alternative(alternative, self._starts[n])
        return known


class AlternativeIndex(Generic[_Key]):
    """Patterns by key, as they are written, of case-folded text; `starts`: what each alternative of a key begins with."""

    def __init__(self, patterns: Mapping[_Key, str], starts: Mapping[_Key, str]) -> None:
        self._patterns = patterns
        self._starts = starts

    def find_candidates(self, text: str) -> dict[_Key, set[str]]:
        """The alternatives that may match `text`, by key; a key without any is left out."""
        table = self._literal_table
        found: dict[_Key, set[str]] = {}
        for place in table.find_places(text):
            key, alternative = table.alternative_at(place)
            found.setdefault(key, set()).add(alternative)
        return found

    def may_match(self, text: str, keys: Collection[_Key]) -> bool:
        """May any alternative of one of these keys match `text`? Cheaper than the candidates themselves."""
        table = self._literal_table
        return any(table.key_at(place) in keys for place in table.find_places(text))

    def has_match(self, text: str) -> bool:
        """Does any of them match? A text in which it takes too long to say matches none."""
        try:
            candidates = self.find_candidates(text)  # most often none
            return bool(candidates) and any(matches_any(alternatives, text) for alternatives in candidates.values())
        except TimeoutError:
            return False

    @cached_property
    def _literal_table(self) -> _Table[_Key]:
        """Made when a text is first looked at: a start need not wait for it, nor a command that reads no mail."""
        return _Table(self._patterns, self._starts)


def _anchor_alternative(alternative: str, start: str) -> str:
    """With what it begins with; nothing stands before the start of a text, and looking back from each character would cost much."""
    return alternative if alternative.startswith(_TEXT_START) else f"{start}(?:{alternative})"


@lru_cache(maxsize=4096)
def compile_alternative(alternative: str) -> regex.Pattern[str]:
    """One alternative, compiled when it is first tried."""
    return regex.compile(alternative)


class _Trial(NamedTuple):
    """How an alternative is tried."""

    match: Callable[[str, int], regex.Match[str] | None]  # at one place of a text; TimeoutError
    beginnings: tuple[str, ...]  # with which it begins; (): it may begin with anything
    is_word: bool  # it never begins behind a letter


@lru_cache(maxsize=4096)
def _prepare_trial(alternative: str) -> _Trial:
    match = compile_alternative(alternative).match
    if not _is_bounded(alternative):
        match = partial(match, timeout=_SEARCH_TIMEOUT)
    beginnings = required_beginnings(alternative)
    shortest = [
        each for each in beginnings if not any(each != other and each.startswith(other) for other in beginnings)
    ]
    return _Trial(match, tuple(shortest), alternative.startswith(_WORD_STARTS))


def _is_bounded(alternative: str) -> bool:
    """Do its repetitions, one within another, make too few steps to need a limit? To keep the time costs more than most matches."""
    most = 1
    for repetition in _REPETITION.finditer(alternative):
        most *= int(repetition["most"] or repetition["exactly"] or _MAX_STEPS)
    return most <= _MAX_STEPS


def matches_any(alternatives: Iterable[str], text: str) -> bool:
    """Does one of these candidates match? TimeoutError."""
    for alternative in alternatives:  # noqa: SIM110 — a generator costs more than most trials
        if _has_alternative(alternative, text):
            return True
    return False


def _has_alternative(alternative: str, text: str) -> bool:
    """It is tried where one of its beginnings stands: a search would try it from each letter."""
    match, beginnings, is_word = _prepare_trial(alternative)
    if not beginnings:
        if alternative.startswith(_TEXT_START):
            return match(text, 0) is not None
        return compile_alternative(alternative).search(text, timeout=_SEARCH_TIMEOUT) is not None
    for beginning in beginnings:
        at = text.find(beginning)
        while at >= 0:
            if not (is_word and text[at - 1 : at].isalpha()) and match(text, at):
                return True
            at = text.find(beginning, at + 1)
    return False


def find_starts(alternative: str, text: str, most: int) -> list[int]:
    """Where one of these candidates begins to match, in characters from the start, so many places at most. TimeoutError."""
    match, beginnings, is_word = _prepare_trial(alternative)
    if not beginnings:
        matches = compile_alternative(alternative).finditer(text, timeout=_SEARCH_TIMEOUT)
        return [match.start() for match in islice(matches, most)]
    places: list[int] = []
    for beginning in beginnings:
        at = text.find(beginning)
        while at >= 0:
            if not (is_word and text[at - 1 : at].isalpha()):
                places.append(at)
            at = text.find(beginning, at + 1)
    found: list[int] = []
    end = 0
    for place in sorted(places):
        if place >= end and (there := match(text, place)):
            found.append(place)
            if len(found) == most:
                break
            end = there.end()
    return found


def fold_case(text: str) -> str:
    """The text as the patterns are written: case-folded, with one apostrophe, and the Turkish dotted i as any other."""
    return text.casefold().replace("’", "'").replace("i\u0307", "i")


def fold_words(words: str) -> str:
    """Patterns in the form of case-folded text (Unicode Standard § 3.13): "ß" is "ss" there, and the final sigma a sigma."""
    return words.replace("ß", "ss").replace("ς", "σ")


def split_alternatives(pattern: str) -> list[str]:
    """A pattern at those of its "|" that stand in no group. It has no brackets that are escaped or in a class."""
    found, depth, start = [], 0, 0
    for n, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append(pattern[start:n])
            start = n + 1
    return [*found, pattern[start:]]


def required_literals(alternative: str) -> list[str]:
    """Literals of which one must occur as it stands where the alternative matches: its longest run, or those of a group of whose
    alternatives each has some; of several such sets the one that fewest texts have, as far as lengths tell. The spaces around a literal
    are part of it: " mor" stands in fewer texts than "mor". []: nothing must occur."""
    alternative = _OPTIONAL_GROUP_END.sub(")?", alternative)
    for part in _OPTIONAL:
        alternative = part.sub("\0", alternative)
    outside, groups = _split_groups(alternative)
    best = max(_LITERAL_RUN.findall(outside), key=_length_of_words, default="")
    found = [[best]] if best.strip() else []
    for before, group, behind in groups:
        inner = [required_literals(f"{before}{each}{behind}") for each in split_alternatives(group)]
        if all(inner):
            found.append(list(chain.from_iterable(inner)))
    return max(found, key=_literal_rarity, default=[])


def _length_of_words(literal: str) -> int:
    return len(literal.strip())


def required_beginnings(pattern: str) -> list[str]:
    """Literals of which one stands wherever the pattern begins to match. []: it may begin with something else."""
    found: list[str] = []
    for alternative in split_alternatives(pattern):
        beginnings = _beginnings_of_one(alternative)
        if not beginnings:
            return []
        found += beginnings
    return list(dict.fromkeys(found))


def _beginnings_of_one(alternative: str) -> list[str]:
    while alternative.startswith(_LOOKAROUND_STARTS):
        alternative = alternative[_group_end(alternative) :]
    if run := _LITERAL_RUN.match(alternative):
        is_last_optional = alternative[run.end() : run.end() + 1] in _OPTIONAL_SIGNS
        literal = run[0][:-1] if is_last_optional else run[0]
        return [literal] if literal else []
    if not alternative.startswith("("):
        return []
    end = _group_end(alternative)
    if alternative[end : end + 1] in _OPTIONAL_SIGNS:
        return []
    return required_beginnings(alternative[1 : end - 1].removeprefix("?:"))


def _group_end(pattern: str) -> int:
    """Where the group ends that the pattern begins with."""
    depth = 0
    for n, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if not depth:
            return n + 1
    return len(pattern)


def _literal_rarity(literals: list[str]) -> tuple[int, float]:
    """The shortest counts first: it is what most texts have."""
    lengths = [_length_of_words(literal) for literal in literals]
    return min(lengths), sum(lengths) / len(lengths)


def _split_groups(pattern: str) -> tuple[str, list[tuple[str, str, str]]]:
    """What stands in no group, with a NUL for each; and what stands in the groups that must match, each with the space before and
    behind it, "" where there is none."""
    outside, groups, depth, start = "", [], 0, 0
    for n, char in enumerate(pattern):
        if char == "(":
            start = start if depth else n + 1
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                group = pattern[start:n].removeprefix("?:")
                if pattern[n + 1 : n + 2] not in ("?", "*") and not group.startswith(_LOOKAROUNDS):
                    groups.append((_space_in(pattern[: start - 1][-1:]), group, _space_in(pattern[n + 1 : n + 2])))
                outside += "\0"
        elif not depth:
            outside += char
    return outside, groups


def _space_in(char: str) -> str:
    return " " if char == " " else ""
