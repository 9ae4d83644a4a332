"""Seeds against the real core, loops and store; then the same seeds against deliberate breakages, each of which must be seen."""

from __future__ import annotations

import os

import pytest

from tests.simulation.history import History, Turn, from_seed, shrunk
from tests.simulation.mutants import MUTANTS
from tests.simulation.world import run
from tests.torture import test_simulate as simulate

SEEDS = int(os.environ.get("WATCHER_SEEDS", "300"))
BLOCK = 50

pytestmark = pytest.mark.timeout(900)


@pytest.mark.parametrize("first", range(0, SEEDS, BLOCK))
def test_nothing_is_lost_and_nothing_is_sent_twice(first):
    total = simulate.Tally()
    for number in range(first, min(first + BLOCK, SEEDS)):
        total.add(simulate.seed(number))
    assert not total.failures, "\n".join(total.failures)
    assert total.seen["deaths"] > BLOCK, "a world without crashes proves nothing"
    assert total.seen["inquiries"] > BLOCK


def disk_full_at_each_commit():
    """The life of one question, without the restarts that put right what a full disk left behind."""
    return [History(0, False, (Turn(5, "question", 1, (("commit", nth, "disk full"),)),)) for nth in range(14)]


#: The process dies when the guard file is written and the commit is not.
KILLED_AT_THE_GUARD = History(0, False, (Turn(5, "question", 1, (("guard", 0, "written, die"),)),))


#: What the simulation found, made short, by what was wrong.
FOUND = {
    "steps and a name at once": History(0, False, (Turn(240, "question", 1), Turn(60, "renamed", 324))),
    "a promise that had passed": History(0, False, (Turn(1440, "refused", 466), Turn(60, "renamed", 716))),
    "acknowledged by both mailboxes": History(
        0,
        True,
        (Turn(20, "snapshot"), Turn(1440, "question", 1), Turn(720, "shared", 51, (("imap", 2, "network"),)), Turn(720, "image")),
        has_two=True,
    ),
    "acknowledged under both names": History(
        0,
        True,
        (Turn(20, "question", 1), Turn(20, "snapshot"), Turn(30, "question", 1), Turn(60, "renamed", 716), Turn(60, "image")),
    ),
    "an account that nobody tries again": History(
        0,
        False,
        (Turn(240, "shared", 0), Turn(60, "shared", 1), Turn(660, "refused", 561), Turn(1440, "refused", 894), Turn(1440, "nothing")),
        has_two=True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_holds(name):
    assert run(FOUND[name])[0] == []


def test_what_is_rare_holds():
    assert [run(history)[0] for history in RARE] == [[] for _ in RARE]


def test_a_crash_between_the_guard_file_and_the_commit_forgets_nothing():
    assert run(KILLED_AT_THE_GUARD)[0] == []


def test_a_full_disk_loses_nothing_though_nobody_restarts():
    assert [run(each)[0] for each in disk_full_at_each_commit()] == [[]] * 14


def test_the_same_seed_gives_the_same_history():
    ends = []
    for _ in range(2):
        _, world = run(from_seed(7))
        ends.append((list(world.database.iterdump()), [(each.at, each.letter.data) for each in world.server.accepted]))
    assert ends[0][1] == ends[1][1]
    assert ends[0][0] == ends[1][0]


def test_a_world_without_faults_is_quiet():
    broken, world = run(History(0, True, (Turn(5, "question", 1),)))
    assert broken == []
    assert [each.letter.kind for each in world.server.accepted][:1] == ["acknowledgement"]
    assert len(world.server.accepted) > 1, "nobody was nagged"


#: What seeds seldom show, and would take minutes to.
RARE = (
    History(
        0,
        True,
        (
            Turn(20, "question", 1),
            Turn(210, "nothing", 0, (("finish", 0, "lost"),)),
            Turn(60, "restarts"),
            Turn(1440, "nothing"),
        ),
    ),
    History(
        0,
        True,
        (
            Turn(90, "nothing"),
            Turn(20, "question", 1),
            Turn(209, "answer", 0, (("imap", 0, "network"),)),
            Turn(60, "nothing"),
        ),
    ),
    History(
        0,
        True,
        (Turn(20, "question", 1), Turn(60, "question", 2, (("offer", 0, "550"),)), Turn(1440, "nothing")),
    ),
    History(0, False, (Turn(240, "mended", 1), Turn(1440, "nothing"))),
    History(0, True, (Turn(240, "question", 1), *(Turn(2880, "nothing") for _ in range(5))), files_elsewhere=True),
    History(
        0,
        False,
        (Turn(20, "question", 1), Turn(1, "snapshot"), Turn(20, "question", 2), Turn(5, "image"), Turn(240, "nothing")),
    ),
)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_design_is_caught(name):
    for history in (*RARE, KILLED_AT_THE_GUARD, *disk_full_at_each_commit(), *map(from_seed, range(150))):
        if run(history, MUTANTS[name])[0]:
            return
    pytest.fail(f"150 seeds did not notice: {name}")


def test_what_fails_is_made_short():
    history = next(each for each in map(from_seed, range(100)) if run(each, MUTANTS["no `sending`"])[0])
    broken = run(history, MUTANTS["no `sending`"])[0]
    short = simulate.shortest(history, broken[0], MUTANTS["no `sending`"])
    assert len(short.turns) <= 5 < len(history.turns)
    assert shrunk(short, lambda each: bool(run(each, MUTANTS["no `sending`"])[0])).turns == short.turns
