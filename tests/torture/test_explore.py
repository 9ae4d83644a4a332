"""Row: every history with up to two faults. A small scenario; each place where something can break is a choice, and all are tried."""

from __future__ import annotations

import math
import sys
import time
from functools import partial

import pytest

from tests.simulation.mutants import MUTANTS
from tests.torture.explorer import RESTORES, SCENARIOS, Chooser, Explorer, steps_of
from tests.torture.report import NOT_BEGUN, Options, Tally, held, spread

pytestmark = pytest.mark.timeout(600)

WHAT = "every history with up to two faults, in 40 configurations"


def configurations() -> list[tuple[str, bool, str]]:
    return [(scenario, copies, restore) for scenario in SCENARIOS for copies in (True, False) for restore in RESTORES]


def one(configuration: tuple[str, bool, str], until: float = math.inf) -> Tally:
    scenario, copies, restore = configuration
    began = time.monotonic()
    tally = Explorer(steps_of(scenario, restore), copies, until=until).explore()
    told = f"{scenario}; {'copies' if copies else 'no copies'}; {restore}: {tally.attempts:,} histories"
    seen = ", ".join(f"{n:,} {name}" for name, n in tally.seen.items())
    print(f"{time.monotonic() - began:6.0f} s  {told}, {seen}", file=sys.stderr, flush=True)
    return tally


def run(options: Options) -> Tally:
    some = configurations()[options.first :][: options.count]
    tally = spread(partial(one, until=time.monotonic() + options.budget), some, options)
    if left := tally.seen.pop(f"blocks {NOT_BEGUN}", 0):
        tally.seen[f"configurations {NOT_BEGUN}"] = left
    return tally


def test_every_single_fault_of_a_small_history():
    steps = steps_of(next(iter(SCENARIOS)), "no restore")[:2]
    tally = held(Explorer(steps, files_copies=True, faults=1).explore())
    assert tally.attempts > 30


class Apart(Chooser):
    """Takes no state for equal to another one."""

    def fingerprint(self, ahead, spent):
        self.states = getattr(self, "states", 0) + 1
        return str(self.states).encode()


@pytest.mark.parametrize("name", [None, "no identity"])
def test_what_is_taken_for_equal_has_the_same_future(name):
    steps = steps_of([*SCENARIOS][2], "no restore")[:2]
    parts = MUTANTS[name] if name else None
    merged = Explorer(steps, True, parts, faults=1).explore()
    apart = Explorer(steps, True, parts, faults=1, world=Apart).explore()
    assert (merged.attempts, merged.faults, merged.uncertain) == (apart.attempts, apart.faults, apart.uncertain)
    assert bool(merged.failures) == bool(apart.failures) == bool(name)
    assert merged.seen["different ends"] < apart.seen["different ends"] / 2


@pytest.mark.parametrize("name", ["no `sending`", "`sending` is tried again", "sent before sending"])
def test_the_exploration_sees_a_broken_protocol(name):
    tally = Explorer(SCENARIOS[next(iter(SCENARIOS))][:2], False, MUTANTS[name], faults=1).explore()
    assert tally.failures


def test_what_a_spent_budget_left_out_is_said():
    cut = Explorer(steps_of(next(iter(SCENARIOS)), "no restore"), True, until=0.0).explore()
    assert (cut.attempts, cut.seen["configurations not finished: the budget was spent"]) == (0, 1)
