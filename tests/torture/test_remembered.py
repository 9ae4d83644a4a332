"""What is taken up again is what was put down: else a history is not lived the same way twice."""

from datetime import timedelta

import pytest

from tests.simulation.history import History
from tests.simulation.world import Piece
from tests.torture.explorer import SCENARIOS, Chooser, Explorer, steps_of


def live(world, state):
    """One look, and what follows until nothing is left to do: the places that could have broken, and what the future depends on."""
    world.load(state)
    piece = Piece.LOOK
    while piece is not Piece.OVER:
        piece = world.do(piece)
    return world.reached, world.fingerprint(timedelta(), spent=False)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_step_is_lived_the_same_way_twice(scenario):
    world = Chooser(History(0, True, ()))
    world.start()
    world.work()
    for minutes, action, which in steps_of(scenario, "at once"):
        world.pass_time(timedelta(minutes=minutes))
        world.act(action, which)
        before = world.save()
        first = live(world, before)
        assert live(world, before) == first


def test_nothing_is_known_from_another_life():
    world = Chooser(History(0, True, ()))
    world.start()
    world.work()
    before = world.save()
    world.server.unwanted.add("a letter")
    world.guard.in_flight = "a letter"
    world.people._replies = 1
    world.seen["bounces"] = 1
    world.intake._renumbered._last["INBOX"] = 2
    world.intake._listings._are_counts_true = False
    world.load(before)
    assert not (world.server.unwanted or world.guard.in_flight or world.people._replies or world.seen["bounces"])
    assert not world.intake._renumbered._last and world.intake._listings._are_counts_true


def test_new_numbers_are_explored_with_a_fault():
    tally = Explorer(((1, "question", 1), (20, "renumber", 0)), True, faults=1).explore()
    assert tally.attempts and not tally.failures
