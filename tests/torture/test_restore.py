"""Row: a backup of any moment played back at any later one. All pairs of the first fifty commits of one busy day.

The guard file stays, as it does when a database is restored; then once more with the machine set back as a whole, guard file
and all, which the silence of two minutes tells.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

import pytest

from tests.simulation.history import History, Turn
from tests.torture import invariants
from tests.torture.explorer import Chooser
from tests.torture.remembered import write_attributes
from tests.torture.report import Options, Tally, held, spread

pytestmark = pytest.mark.timeout(600)

WHAT = "restore matrix: the database of commit k played back at commit j, all pairs of 50"
COMMITS = 50
DAY = (
    Turn(1, "question", 1), Turn(20, "question", 2), Turn(60, "twice", 1), Turn(30, "answer", 0), Turn(300, "forged", 0),
    Turn(20, "insists", 0), Turn(30, "question", 3), Turn(400, "answer", 1), Turn(700, "question", 1), Turn(240, "nothing"),
    Turn(30, "answer", 2), Turn(30, "question", 1), Turn(300, "nothing"),
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """All there is right after a commit."""

    database: bytes
    rest: bytes


@cache
def moments(copies: bool) -> tuple[Moment, ...]:
    """The first commits of the day, each with the world around it."""
    world = Chooser(History(0, copies, DAY))
    found: list[Moment] = []

    def after(instant: str) -> None:
        if instant == "after":
            database, _, rest = world.save()
            found.append(Moment(database, rest))

    world.start()
    world.work()
    world.store.on_commit = after
    for turn in DAY:
        world.clock.time += timedelta(minutes=turn.minutes)
        world.act(turn.action, turn.which)
        world.store.on_commit = after  # a command of a person takes the hook away
        world.work()
    assert not world.broken, world.broken
    assert len(found) >= COMMITS, len(found)
    return tuple(found[:COMMITS])


def pair(now: int, back: int, copies: bool, image: bool) -> Tally:
    """At commit `now` the power goes; the database of commit `back` is played back; the daemon starts, and lives on."""
    tally = Tally(attempts=1, faults=1)
    there, then = moments(copies)[now], moments(copies)[back]
    world = Chooser(History(0, copies, ()))
    world.make_loops()
    world.load((then.database, None, there.rest))
    if image:
        write_attributes(world.guard, pickle.loads(then.rest)[1])
    world.database.execute("delete from steps")
    world.reborn()
    world.work()
    world.pass_time(timedelta(days=2), often=timedelta(hours=13))
    world.broken += invariants.at_the_end(world)
    word = "image" if image else "database"
    for each in dict.fromkeys(world.broken):
        tally.broke(f"{each} | {word} of commit {back} at commit {now}, files_copies={copies}")
    tally.uncertain["acknowledgements left uncertain and told"] += world.seen["acknowledgement uncertain"]
    tally.uncertain["withheld and shown, for what was sent is not known"] += world.seen["acknowledgement withheld"]
    tally.uncertain = +tally.uncertain
    tally.seen[f"pairs, {word}, {'with' if copies else 'without'} copies in Sent"] += 1
    return tally


def row(item: tuple[int, bool, bool]) -> Tally:
    """One moment of loss with every backup from before it."""
    now, copies, image = item
    tally = Tally()
    for back in range(now):
        tally.add(pair(now, back, copies, image))
    return tally


def run(options: Options) -> Tally:
    items = [(now, copies, image) for image in (False, True) for copies in (True, False) for now in range(1, COMMITS)]
    return spread(row, items[options.first :][: options.count], options)


def test_backups_of_some_moments():
    tally = Tally()
    for copies in (True, False):
        for image in (True, False):
            for now, back in ((12, 2), (40, 20)):
                tally.add(held(pair(now, back, copies, image)))
