"""A slice of every row, so that a break is seen by `make test` and not only by `make torture`."""

from __future__ import annotations

import shutil

import pytest

from tests.simulation.mutants import MUTANTS
from tests.torture import clock, config, cuts, explore, fuzz, kills, restore, security, simulate, soak
from tests.torture.report import Options, Tally

pytestmark = pytest.mark.timeout(600)


def held(tally: Tally) -> Tally:
    assert not (tally.lost or tally.duplicated or tally.wrong), "\n".join(tally.failures)
    assert tally.attempts
    return tally


def test_hostile_messages_are_read_in_time():
    assert held(fuzz.block(0)).attempts == fuzz.BLOCK


def test_hostile_configurations_are_refused_with_a_message():
    tally = held(config.block(0))
    assert tally.seen["refused with a message"] > 100
    assert tally.seen["rule files that load"]


def test_injections_come_to_nothing():
    tally = Tally()
    for first in (0, security.BLOCK):
        tally.add(held(security.block(first)))
    assert security.machines() == []
    assert security.two_watchers() == []


def test_an_injection_that_gets_out_is_seen():
    """The judge itself: a letter that repeats a stranger's words is found out."""
    made = security.compose.ComposedLetter(
        "a@b.example", "c@d.example", "x@b.example", b"To: c@d.example\r\nBcc: e@f.example\r\n\r\nx\r\n"
    )
    assert security._octets(made, "c@d.example") == ["a header that is not ours"]


def test_every_single_fault_of_a_small_history():
    steps = explore.steps_of(next(iter(explore.SCENARIOS)), "no restore")[:2]
    tally = held(explore.Explorer(steps, files_copies=True, faults=1).explore())
    assert tally.attempts > 30


def test_a_row_says_what_it_did_not_come_to():
    tally = simulate.run(Options(first=7, count=simulate.BLOCK + 1, jobs=1, budget=0.0))
    assert (tally.attempts, dict(tally.seen)) == (0, {"seeds not begun: the budget was spent": simulate.BLOCK + 1})
    assert simulate.run(Options(first=7, count=2, jobs=1)).attempts == 2
    cut = explore.Explorer(explore.steps_of(next(iter(explore.SCENARIOS)), "no restore"), True, until=0.0).explore()
    assert (cut.attempts, cut.seen["configurations not finished: the budget was spent"]) == (0, 1)


class Apart(explore.Chooser):
    """Takes no state for equal to another one."""

    def fingerprint(self, ahead, spent):
        self.states = getattr(self, "states", 0) + 1
        return str(self.states).encode()


@pytest.mark.parametrize("name", [None, "no identity"])
def test_what_is_taken_for_equal_has_the_same_future(name):
    steps = explore.steps_of([*explore.SCENARIOS][2], "no restore")[:2]
    parts = MUTANTS[name] if name else None
    merged = explore.Explorer(steps, True, parts, faults=1).explore()
    apart = explore.Explorer(steps, True, parts, faults=1, world=Apart).explore()
    assert (merged.attempts, merged.faults, merged.uncertain) == (apart.attempts, apart.faults, apart.uncertain)
    assert bool(merged.failures) == bool(apart.failures) == bool(name)
    assert merged.seen["different ends"] < apart.seen["different ends"] / 2


@pytest.mark.parametrize("name", ["no `sending`", "`sending` is tried again", "sent before sending"])
def test_the_exploration_sees_a_broken_protocol(name):
    tally = explore.Explorer(
        explore.SCENARIOS[next(iter(explore.SCENARIOS))][:1], False, MUTANTS[name], faults=1
    ).explore()
    assert tally.failures


def test_backups_of_some_moments():
    tally = Tally()
    for copies in (True, False):
        for image in (True, False):
            for now, back in ((12, 2), (40, 20)):
                tally.add(held(restore.pair(now, back, copies, image)))


@pytest.mark.parametrize("number", [0, 1, 6])
def test_clocks_that_jump(number):
    held(clock.seed(number))


@pytest.mark.skipif(shutil.which("strace") is None, reason="missing server: apt-get install strace")
def test_the_process_is_killed_and_comes_back(dovecot):
    """Some points on the way of a letter."""
    tally = Tally()
    with kills.houses() as house:
        places = kills.points(house)
        for point in places[3 :: len(places) // 6]:
            tally.add(held(kills.stopped_at(house, point)))
    assert tally.seen["processes killed"]


def test_sessions_that_break(postfix):
    every = cuts.all_cuts()
    assert len(every) > 10_000
    held(cuts.some(every[:: len(every) // 60]))


@pytest.mark.torture
def test_a_short_soak(dovecot):
    held(soak.run(Options(count=2000, budget=300.0)))
