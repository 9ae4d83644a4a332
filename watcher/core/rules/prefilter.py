"""Which conditions can hold at all: of the literals that they require, one must occur in the message.

The literals of every rule are looked for together (`LiteralFinder`), so that a thousand rules cost what fifty do. A rule
is left out only where it certainly does not match: the verdict is the same without this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from watcher.core.rules.conditions import (
    ADDRESS_FIELDS,
    GROUP_OPERATORS,
    FieldTest,
    field_tests_of_entry,
    longest_literal_piece,
    required_field_tests,
)
from watcher.core.rules.context import HEADER_LITERAL_PREFIX, TRAIT_LITERAL_PREFIX
from watcher.core.rules.literal_finder import TELLING_LETTERS, LiteralFinder
from watcher.core.rules.traits import LAZY_TRAITS


class LiteralIndex:
    """All literals of all rules."""

    def __init__(self, words: Iterable[str]) -> None:
        self._literals = tuple(set(words))
        self._finder = LiteralFinder(word[:TELLING_LETTERS] for word in self._literals)

    def find_literals(self, text: str) -> frozenset[str]:
        """Those that may occur in `text`, which must be folded as they are: of each the beginning does."""
        return frozenset([self._literals[number] for number in self._finder.find_numbers(text)])


class Prefilter:
    """Of many conditions those that may hold, in their order: of the others, a literal that they need was not seen."""

    def __init__(self, matches: Iterable[dict[str, Any]]) -> None:
        unfiltered: list[int] = []
        indexes_by_literal: dict[str, list[int]] = {}
        for n, match in enumerate(matches):
            needed = required_literals(match)
            if needed is None:
                unfiltered.append(n)
            for word in needed or ():
                indexes_by_literal.setdefault(word, []).append(n)
        self._unfiltered_indexes = frozenset(unfiltered)
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # all words of one condition have the same
        self._indexes_by_literal = {
            word: shared.setdefault(indexes, indexes)
            for word, indexes in ((word, tuple(found)) for word, found in indexes_by_literal.items())
        }
        self._literals = frozenset(self._indexes_by_literal)
        self._indexes_of = lru_cache(maxsize=256)(self._collect_indexes)  # most messages have the same few literals

    @property
    def all_literals(self) -> list[str]:
        """Every literal that one of the conditions needs."""
        return list(self._indexes_by_literal)

    def candidate_indexes(self, seen: frozenset[str] | None) -> tuple[int, ...]:
        """The places of those that may hold, in order; all of them where it is not known what was seen."""
        return self._indexes_of(self._literals if seen is None else seen & self._literals)

    def _collect_indexes(self, seen: frozenset[str]) -> tuple[int, ...]:
        return tuple(sorted(self._unfiltered_indexes.union(*[self._indexes_by_literal[word] for word in seen])))


#: Fields whose texts are in `RuleContext.searchable_text`.
_SEARCHABLE_FIELDS = frozenset((*ADDRESS_FIELDS, "subject", "body", "list_id", "attachment"))
_LITERAL_OPERATORS = ("is", "contains", "starts", "ends", "domain", "glob")


def required_literals(match: dict[str, Any]) -> frozenset[str] | None:
    """Literals of which at least one must be in the searchable text for `match` to hold; None where nothing is certain."""
    best = _required_literals_of_any(match["any"]) if "any" in match else None
    traits: frozenset[str] | None = None
    for atom in (
        required_field_tests({name: value for name, value in match.items() if name not in ("any", "not")}) or ()
    ):
        if atom.field.startswith(HEADER_LITERAL_PREFIX) and not (atom.operator == "exists" and "false" in atom.words):
            return frozenset({atom.field})
        if atom.field == "has" and atom.operator == "is" and atom.words.isdisjoint(LAZY_TRAITS):
            traits = frozenset(TRAIT_LITERAL_PREFIX + word for word in atom.words)
        if atom.field not in _SEARCHABLE_FIELDS or atom.operator not in _LITERAL_OPERATORS:
            continue
        words = frozenset(_literal_part(atom, word) for word in atom.words)
        if all(words) and (best is None or min(map(len, words)) > min(map(len, best))):
            best = words
    return traits if best is None else best


def _required_literals_of_any(value: Any) -> frozenset[str] | None:
    """What every one of the alternatives needs, taken together."""
    tables = value if isinstance(value, list) else [{name: wanted} for name, wanted in value.items()]
    found = [required_literals(entry) for entry in tables]
    return frozenset().union(*(literals for literals in found if literals)) if all(found) else None


def _literal_part(atom: FieldTest, word: str) -> str:
    """The part of a word that must occur as it stands: of a pattern its longest literal piece."""
    if atom.operator == "domain":
        return word.lstrip("@")
    if atom.operator == "glob" or (atom.field in ADDRESS_FIELDS and ("*" in word or "?" in word)):
        return longest_literal_piece(word)
    return word


def body_literals(match: dict[str, Any]) -> Iterator[str]:
    """Every word that a test of the body looks for, wherever in `match` it stands."""
    for name, value in match.items():
        if name in GROUP_OPERATORS:
            for entry in value if isinstance(value, list) else [value]:
                yield from body_literals(entry)
        elif name == "body":
            for atom in field_tests_of_entry(name, value):
                if atom.operator == "contains":
                    yield from atom.words
