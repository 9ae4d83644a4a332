"""All take a step before any goes on to the next, and each has the result that it has alone."""

from __future__ import annotations

import pytest

from watcher.core.lockstep import Stepwise, run_in_lockstep


def work(name: str, steps: list[int], taken: list[tuple[int, str]]) -> Stepwise[str]:
    """Notes in `taken` the steps that it takes."""
    for step in steps:
        yield step
        taken.append((step, name))
    return f"{name} took {len(steps)}"


def test_the_lowest_step_goes_first_and_who_leaves_it_out_waits():
    taken: list[tuple[int, str]] = []
    run_in_lockstep([work("a", [0, 1, 5], taken), work("b", [1, 4], taken), work("c", [0, 5], taken)])
    assert taken == [(0, "a"), (0, "c"), (1, "b"), (1, "a"), (4, "b"), (5, "c"), (5, "a")]


def test_each_result_stands_where_its_work_did():
    works = [work("a", [3], []), work("b", [], []), work("c", [0, 1, 2], [])]
    assert run_in_lockstep(works) == ["a took 1", "b took 0", "c took 3"]
    assert run_in_lockstep([]) == []


def test_what_one_raises_is_raised_and_nobody_goes_on():
    taken: list[tuple[int, str]] = []

    def fail() -> Stepwise[str]:
        yield 1
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        run_in_lockstep([work("a", [0, 2], taken), fail(), work("b", [2], taken)])
    assert taken == [(0, "a")]
