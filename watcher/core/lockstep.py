"""The same work for many, step by step: all take a step before any goes on to the next.

What a step needs of words, automata and code is in the processor's cache for all but the first who takes it; there is no room for
what all steps need.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeVar

Result = TypeVar("Result")

#: How many are worked on together at most. Who keeps what several steps ask for keeps as much: the steps of the others lie in between.
TOGETHER = 128

#: Work that stops before each of its steps and says which it is, in ascending numbers from 0; some may be left out. It returns its result.
Stepwise = Generator[int, None, Result]


def run_in_lockstep(works: Sequence[Stepwise[Result]]) -> list[Result]:
    """The result of each, in their order. What one of them raises is raised, and nothing goes on."""
    results: dict[int, Result] = {}
    waiting = {-1: [*range(len(works))]}  # by step, the places of those who are to take it
    while waiting:
        for place in waiting.pop(min(waiting)):
            try:
                step = next(works[place])
            except StopIteration as end:
                results[place] = end.value
            else:
                waiting.setdefault(step, []).append(place)
    return [results[place] for place in range(len(works))]
