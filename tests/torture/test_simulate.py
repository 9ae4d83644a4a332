"""Row: thirty virtual days a seed, the real core, loops and store, and a world that breaks wherever it can."""

from __future__ import annotations

import pytest

from tests.simulation.history import from_seed
from tests.simulation.parts import Parts
from tests.simulation.world import World, shortest
from tests.simulation.world import run as live
from tests.torture.report import NOT_BEGUN, Options, Tally, spread

pytestmark = pytest.mark.timeout(600)

WHAT = "simulation: seeds × 30 virtual days"
COUNT = 10_000
BLOCK = 20


def seed(number: int, parts: Parts | None = None, shrink: bool = True) -> Tally:
    history = from_seed(number)
    broken, world = live(history, parts)
    tally = counted(world)
    if broken:
        short = shortest(history, broken[0], parts) if shrink else history
        for each in broken:
            tally.broke(f"{each}\n{short}" if each is broken[0] else each)
    return tally


def counted(world: World) -> Tally:
    """The figures of one life."""
    tally = Tally(attempts=1, faults=world.seen["faults"])
    for name in ("deaths", "restores", "letters accepted", "ghosts", "looks that failed", "full disks"):
        tally.seen[name] += world.seen[name]
    tally.seen["inquiries"] += len(world.cases)
    tally.uncertain["acknowledgements left uncertain and told"] += world.seen["acknowledgement uncertain"]
    tally.uncertain["found in Sent, and so sent"] += world.seen["uncertain → sent"]
    tally.uncertain["digests repeated once, the same octets"] += world.seen["uncertain → pending"]
    tally.uncertain["digests left uncertain after the repeat"] += world.seen["digest uncertain"]
    tally.uncertain = +tally.uncertain
    return tally


def block(seeds: range) -> Tally:
    tally = Tally()
    for number in seeds:
        tally.add(seed(number))
    return tally


def run(options: Options) -> Tally:
    seeds = range(options.first, options.first + (options.count or COUNT))
    blocks = [seeds[first : first + BLOCK] for first in range(0, len(seeds), BLOCK)]
    tally = spread(block, blocks, options, every=500)
    if tally.seen.pop(f"blocks {NOT_BEGUN}", 0):
        tally.seen[f"seeds {NOT_BEGUN}"] = len(seeds) - tally.attempts
    return tally


def test_a_row_says_what_it_did_not_come_to():
    tally = run(Options(first=7, count=BLOCK + 1, jobs=1, budget=0.0))
    assert (tally.attempts, dict(tally.seen)) == (0, {"seeds not begun: the budget was spent": BLOCK + 1})
    assert run(Options(first=7, count=2, jobs=1)).attempts == 2
