"""Row: every history with up to two faults. A small scenario; each place where something can break is a choice, and all are tried.

States that are equal octet for octet (database, guard, servers, what the daemon keeps in memory) have the same future, so they are
lived on from once, and counted as many times as histories lead to them. A step is lived for every choice in it.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.simulation.history import History
from tests.simulation.server import Crash
from tests.simulation.world import Parts, World
from tests.torture import invariants
from tests.torture.report import Options, Tally, spread

WHAT = "every history with up to two faults, in 24 configurations"
FAULTS = 2
Step = tuple[int, str, int]  # minutes, action, which

SCENARIOS: dict[str, tuple[Step, ...]] = {
    "a question, a forged id, an answer, new numbers": (
        (1, "question", 1), (360, "forged", 0), (20, "answer", 0), (20, "renumber", 0),
    ),
    "late, moved away, moved back": (
        (1, "question", 1), (1, "late", 0), (30, "away", 0), (360, "appears", 0), (20, "back", 1), (1200, "answer", 0),
    ),
    "twice, answered, asked again, our copy, a bounce": (
        (1, "twice", 1), (360, "answer", 0), (20, "insists", 0), (20, "copy", 0), (1200, "bounce", 0),
    ),
}  # fmt: skip
#: What is left of the ways to break when those that leave the same state behind are named once.
FLAVOURS = {
    "commit": ("die before", "die after", "disk full"),
    "imap": ("network",),
    "offer": ("no route", "451", "550"),
    "finish": ("lost", "taken", "452", "554", "taken, die", "die before"),
    "guard": ("disk full",),
}
#: Where the database is copied and where the copy is played back: before the step with this number.
RESTORES: dict[str, tuple[int, int] | None] = {
    "no restore": None,
    "at once": (0, 1),
    "after hours": (1, 2),
    "at the end": (1, 5),
}


@dataclass(slots=True)
class Node:
    """A state, how many faults led to it, and in how many ways."""

    state: tuple[bytes, bytes]
    faults: int
    ways: int
    path: tuple[tuple[int, tuple[int, ...]], ...] = ()


class Chooser(World):
    """A world whose faults are taken from a script: the n-th place breaks in the n-th way, 0 being not at all."""

    def __init__(self, history: History, parts: Parts | None = None) -> None:
        super().__init__(history, parts)
        self.script: tuple[int, ...] = ()
        self.reached: list[int] = []  # ways to break, of each place that was reached

    def fault(self, place: str) -> str | None:
        nth = len(self.reached)
        self.reached.append(len(FLAVOURS[place]))
        choice = self.script[nth] if nth < len(self.script) else 0
        if choice:
            self.seen["faults"] += 1
            self._broke_now = True
        return FLAVOURS[place][choice - 1] if choice else None

    # --- the state, put down and taken up again

    def save(self) -> tuple[bytes, bytes]:
        server, crowd, guard = self.server, self.people, self.guard
        loops = [
            {
                name: getattr(loop, name)
                for name in sorted(vars(loop))
                if _is_plain(getattr(loop, name)) and name not in ("progress", "_drawn")
            }
            for loop in (self.intake, self.reminders, self.delivery)
        ]
        rest = (
            (server.boxes, server.next_uid, server.uidvalidity, server.accepted, sorted(server.filed)),
            (crowd._count, crowd._pending, crowd._away),
            (guard.database, guard.send_seq, guard.was_new),
            (self.clock.time, self.epoch, self.snapshot, self.cases, self.seen["ghosts"]),
            loops,
        )
        return self.database.serialize(), pickle.dumps(rest)

    def load(self, state: tuple[bytes, bytes]) -> None:
        self.database.deserialize(state[0])
        server, crowd, guard, own, loops = pickle.loads(state[1])
        self.server.boxes, self.server.next_uid, self.server.uidvalidity, self.server.accepted, filed = server
        self.server.filed = set(filed)
        self.people._count, self.people._pending, self.people._away = crowd
        self.guard.database, self.guard.send_seq, self.guard.was_new = guard
        self.clock.time, self.epoch, self.snapshot, self.cases, ghosts = own
        self.seen.clear()
        self.seen["ghosts"] = ghosts
        self.broken, self._dying, self.reached = [], False, []
        self.make_loops()
        for loop, values in zip((self.intake, self.reminders, self.delivery), loops, strict=True):
            for name, value in values.items():
                setattr(loop, name, value)

    def fingerprint(self, state: tuple[bytes, bytes]) -> bytes:
        """Equal for equal rows, however they lie in the file."""
        digest = hashlib.blake2b(state[1], digest_size=16)
        for table in self.tables:
            digest.update(repr(self.database.execute(f"select * from {table}").fetchall()).encode())
        return digest.digest()


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | float | str | bytes | set | dict | list | tuple)


@dataclass
class Explorer:
    """All histories of one configuration."""

    steps: tuple[Step, ...]
    files_copies: bool
    parts: Parts | None = None
    faults: int = FAULTS
    tally: Tally = field(default_factory=Tally)

    def explore(self) -> Tally:
        world = Chooser(History(0, self.files_copies, ()), self.parts)
        world.tables = sorted(
            row[0] for row in world.database.execute("select name from sqlite_master where type = 'table'")
        )
        world.start()
        world.work()
        layer = [Node(world.save(), 0, 1)]
        for number, step in enumerate(self.steps):
            found: dict[tuple[bytes, int], Node] = {}
            for node in layer:
                for script, faults in self._scripts(world, node, step):
                    self._report(world, node, number, script)
                    state = world.save()
                    key = (world.fingerprint(state), faults)
                    if key in found:
                        found[key].ways += node.ways
                    else:
                        found[key] = Node(state, faults, node.ways, (*node.path, (number, script)))
            layer = [*found.values()]
        for node in layer:
            self._end(world, node)
        return self.tally

    def _scripts(self, world: Chooser, node: Node, step: Step) -> Iterator[tuple[tuple[int, ...], int]]:
        """Lives the step once for every way in which it can break; what it reaches only then is tried too."""
        todo: list[tuple[int, ...]] = [()]
        while todo:
            script = todo.pop()
            world.load(node.state)
            world.script = script
            self._live(world, step)
            self.tally.seen["steps lived"] += 1
            faults = node.faults + sum(choice > 0 for choice in script)
            reached = world.reached
            if faults < self.faults:
                for at in range(len(script), len(reached)):
                    rest = script + (0,) * (at - len(script))
                    todo += [(*rest, choice) for choice in range(1, reached[at] + 1)]
            yield script, faults

    def _live(self, world: Chooser, step: Step) -> None:
        minutes, action, which = step
        world.clock.time += timedelta(minutes=minutes)
        world._broke_now = False
        try:
            world.people.act(action, which)
        except Crash:
            world.start()
        world.work()
        world.broken += invariants.after_a_turn(world)

    def _report(self, world: Chooser, node: Node, number: int, script: tuple[int, ...]) -> None:
        for each in dict.fromkeys(world.broken):
            self.tally.broke(f"{each} | {self.steps} {(*node.path, (number, script))} files_copies={self.files_copies}")

    def _end(self, world: Chooser, node: Node) -> None:
        """Two quiet days: what was promised must now be true."""
        world.load(node.state)
        world.script = ()
        world.people.everything_appears()
        world.pass_time(timedelta(days=2), often=timedelta(hours=30))
        world.broken += invariants.at_the_end(world)
        self._report(world, node, len(self.steps), ())
        self.tally.attempts += node.ways
        self.tally.faults += node.ways * node.faults
        self.tally.seen["different ends"] += 1
        for state, n in world.database.execute(
            "select state, count(*) from letter where kind = 'acknowledgement' group by 1"
        ):
            if state == "uncertain":
                self.tally.uncertain["acknowledgements left uncertain and told"] += n * node.ways


def configurations() -> list[tuple[str, bool, str]]:
    return [(scenario, copies, restore) for scenario in SCENARIOS for copies in (True, False) for restore in RESTORES]


def steps_of(scenario: str, restore: str) -> tuple[Step, ...]:
    steps, where = list(SCENARIOS[scenario]), RESTORES[restore]
    if where is not None:
        steps.insert(min(where[1], len(steps)), (1, "restore", 0))
        steps.insert(where[0], (1, "snapshot", 0))
    return tuple(steps)


def one(configuration: tuple[str, bool, str]) -> Tally:
    scenario, copies, restore = configuration
    return Explorer(steps_of(scenario, restore), copies).explore()


def run(options: Options) -> Tally:
    some = configurations()[options.first :][: options.count]
    return spread(one, some, options)
