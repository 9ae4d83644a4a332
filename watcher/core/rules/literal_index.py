"""Many words, looked for in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs


class LiteralIndex:
    """All literals of all rules, looked for in one pass (Aho and Corasick, 1975): a thousand cost what ten do."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick_rs.AhoCorasick(sorted(set(words)))

    def find_literals(self, text: str) -> frozenset[str]:
        """Those that occur in `text`, which must be folded as they are."""
        return frozenset(self._automaton.find_matches_as_strings(text, overlapping=True))
