"""Many words, looked for in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs
from ahocorasick_rs import Implementation

#: Characters of all words together up to which they become a DFA: that takes half the time, and memory that grows with them.
MAX_DFA = 32 * 1024


class LiteralIndex:
    """All literals of all rules, looked for in one pass (Aho and Corasick, 1975): a thousand cost what ten do."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        fast = Implementation.DFA if sum(map(len, self._words)) <= MAX_DFA else None  # the library chooses
        self._automaton = ahocorasick_rs.AhoCorasick(self._words, implementation=fast) if self._words else None

    def find(self, text: str) -> frozenset[str]:
        """Those that occur in `text`, which must be folded as they are."""
        if self._automaton is None:
            return frozenset()
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset([self._words[n] for n in {each[0] for each in found}])
