"""Every history with up to so many faults: each place where something can break is a choice, and all are tried.

States that are equal octet for octet (database, guard, servers, what the daemon keeps in memory) have the same future, so they are
lived on from once, and counted as many times as histories lead to them. A step is lived for every choice in it.
"""

from __future__ import annotations

import hashlib
import math
import pickle
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from tests.simulation.history import History
from tests.simulation.parts import Parts
from tests.simulation.server import Crash, Taken
from tests.simulation.world import Piece, World
from tests.torture import invariants
from tests.torture.remembered import read_attributes, read_memory, write_attributes, write_memory
from tests.torture.report import Tally
from watcher.core.outbox.model import LetterKind

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
    "held back, put off, asked again, deleted": (
        (1, "held", 1), (20, "auto", 0), (20, "snooze", 0), (600, "insists", 0), (30, "expunge", 0),
    ),
    "the power is off, answered at once, closed by hand": (
        (1, "question", 1), (30, "outage", 300), (5, "answer first", 0), (900, "question", 1), (20, "done", 0),
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


#: What the future depends on, table by table. Left out is what only ever becomes words in a digest or a log: when a folder was
#: last looked at, what the trouble was, most of the journal, the octets of letters whose fate is decided. How many may have left is
#: only ever compared with the number in the guard file.
_OPEN = "state in ('pending', 'sending', 'uncertain')"
FUTURE = {
    "mailbox": "select name, account, address, activated_at from mailbox",
    "folder": "select mailbox, name, role, uidvalidity, activated_at, baseline_at from folder",
    "meta": "select key, value from meta where key <> 'send_seq'",
    "incident": None,
    "journal": "select distinct inquiry, event, at from journal where event in ('acknowledgement uncertain', 'unreachable')",
    "letter": "select id, kind, key, state, mailbox, sender, recipient, message_id, created_at, inquiry, answers_at, may_have_left, "
    "state = 'failed' and code >= 500, case when kind = 'acknowledgement' then offered_at end, "
    "case when kind = 'acknowledgement' or state in ('sending', 'uncertain') or may_have_left then data end from letter",
}  # fmt: skip
#: Of what the world counts, what its promises are judged by.
COUNTED = ("ghosts", "bounces")
State = tuple[bytes, bytes | None, bytes]  # database, its copy, the rest


@dataclass(slots=True)
class Node:
    """A state, and in how many ways so many faults lead to it."""

    state: State
    ways: list[int]
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

    def save(self) -> State:
        server, crowd, guard = self.server, self.people, self.guard
        copy, copied = self.snapshot or (None, None)
        rest = (
            (read_attributes(server), read_attributes(crowd)),
            read_attributes(guard),
            (self.clock.time, self.epoch, copied, self.cases, self._broke_now, [self.seen[name] for name in COUNTED]),
            [read_memory(loop) for loop in (self.intake, self.reminders, self.delivery)],
            self.told.save(),
        )
        return self.database.serialize(), copy, pickle.dumps(rest)

    def load(self, state: State) -> None:
        self.database.deserialize(state[0])
        (server, crowd), guard, own, loops, told = pickle.loads(state[2])
        self.told.load(told)
        write_attributes(self.server, server)
        write_attributes(self.people, crowd)
        write_attributes(self.guard, guard)
        self.clock.time, self.epoch, copied, self.cases, self._broke_now, counted = own
        self.snapshot = (state[1], copied) if state[1] is not None else None
        self.seen.clear()
        self.seen.update(dict(zip(COUNTED, counted, strict=True)))
        self.broken, self._dying, self.reached = [], False, []
        for loop, memory in zip((self.intake, self.reminders, self.delivery), loops, strict=True):
            write_memory(loop, memory)

    def fingerprint(self, ahead: timedelta, spent: bool) -> bytes:
        """Equal for states that have the same future, however their rows lie in the file. `ahead`: nothing happens before then;
        `spent`: nothing breaks any more, so that it does not matter how often something did."""
        server, crowd, guard = self.server, self.people, self.guard
        digest = hashlib.blake2b(_rows(self.database), digest_size=16)
        if self.snapshot is not None:
            rows, counted = _rows_of(self.snapshot[0])
            digest.update(rows)
            _, then_counted, was_new = self.snapshot[1]
            digest.update(repr((counted - guard.send_seq, then_counted - guard.send_seq, was_new)).encode())
        then = self.clock.time + ahead
        parts = [read_memory(loop) for loop in (self.intake, self.reminders, self.delivery)]
        intake, reminders, delivery = (memory.pop("") for memory in parts)
        parts[0].pop("bell")  # nobody waits for one here
        parts[0]["_listings"].pop("_settled")  # told below, in an order
        # What was read from the database and still stands there would only be read again.
        intake["_folders"] = {name: each for name, each in self.intake._folders.items() if not self._stands(each)}
        intake["_decided"] = {key: uids for key, uids in self.intake._decided.items() if uids != self._decided(*key)}
        began = delivery.pop("_began")  # asked of letters only that may still leave
        letters = self.database.execute(
            f"select id, next_at, attempts, created_at from letter where {_OPEN} order by kind, next_at, id"
        ).fetchall()
        delivery["old"] = [row[0] for row in letters if datetime.fromisoformat(row[3]) <= began]
        # What is due by then is due: in which order is what counts.
        order = [(n, None if datetime.fromisoformat(at) <= then else at, spent or tries) for n, at, tries, _ in letters]
        if spent:  # no refusal has to be judged any more, and what an incident says only ever becomes words
            delivery.pop("_accepted_at")
            for name in ("_has_incident", "_is_sent_folder_missing", "_sent_mail_judged_at"):
                intake.pop(name)
            intake["_is_activated"] |= self._is_activated()  # else it would only be recorded again
            if self.delivery._rests_until is None or self.delivery._rests_until <= then:
                delivery["_failures"] = delivery["_rests_until"] = delivery["_shows_at_login"] = None
        counted = _counted(self.database)
        rest = (
            [
                sorted(server.boxes.items()),
                server.next_uid,
                server.uidvalidity,
                sorted(server.filed),
                sorted(server.unwanted),
            ],
            [self._taken(each) for each in server.accepted],
            (crowd._count, crowd._replies, crowd._pending, crowd._away),
            (guard.database, guard.send_seq - counted, guard.send_seq > 0, guard.was_new, guard.in_flight),
            (self.clock.time, self.epoch, self.cases, [self.seen[name] for name in COUNTED], self._broke_now),
            (intake, reminders, delivery, order, parts),
            sorted(
                (name, listing.counts, sorted(listing.uids), at)
                for name, (listing, at) in self.intake._listings._settled.items()
            ),
            (self.told.save(), guard.asked_seq - counted),
        )
        digest.update(repr(rest).encode())
        return digest.digest()

    def _is_activated(self) -> bool:
        query = "select 1 from mailbox where name = ? and activated_at is not null"
        return self.database.execute(query, (self.intake.name,)).fetchone() is not None

    def _stands(self, folder: Any) -> bool:
        query = "select activated_at, uidvalidity from folder where mailbox = ? and name = ?"
        row = self.database.execute(query, (folder.mailbox, folder.name)).fetchone()
        return row is not None and (datetime.fromisoformat(row[0]), row[1]) == (folder.activated_at, folder.uidvalidity)

    def _decided(self, name: str, uidvalidity: int) -> set[int]:
        query = "select uid from ledger where folder = ? and uidvalidity = ?"
        return {row[0] for row in self.database.execute(query, (name, uidvalidity))}

    def _taken(self, taken: Taken) -> tuple[Any, ...]:
        """Of a digest the octets matter as long as it may be repeated, else what it lists."""
        letter = taken.letter
        says: object = letter.data
        if letter.kind is LetterKind.DIGEST:
            row = self.database.execute(f"select 1 from letter where key = ? and {_OPEN}", (letter.key,)).fetchone()
            says = letter.data if row else sorted(invariants.mentioned(letter.data))
        return letter.kind, letter.key, letter.recipient, letter.message_id, letter.created_at, taken.epoch, says


def _rows(database: sqlite3.Connection) -> bytes:
    """All rows that have an influence."""
    tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table' order by name")]
    queries = [FUTURE.get(table, f"select * from {table}") for table in tables]
    return repr([sorted(database.execute(query), key=repr) for query in queries if query is not None]).encode()


@lru_cache(maxsize=256)
def _rows_of(octets: bytes) -> tuple[bytes, int]:
    """The same of a copy, and its number of letters that may have left."""
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize(octets)
        letters = copy.execute("select id, next_at, attempts, data from letter").fetchall()
        return _rows(copy) + repr(letters).encode(), _counted(copy)


def _counted(database: sqlite3.Connection) -> int:
    row = database.execute("select value from meta where key = 'send_seq'").fetchone()
    return int(row[0]) if row else 0


class Layer:
    """The states after a step, each once."""

    def __init__(self, faults: int, ahead: timedelta) -> None:
        self.faults, self.ahead = faults, ahead
        self.going: dict[bytes, Node] = {}  # something may still break
        self.spent: dict[bytes, Node] = {}
        self.same: dict[bytes, Node] = {}  # as it is for what is spent → where something may still break

    def arrive(self, world: Chooser, node: Node, where: tuple[int, tuple[int, ...]]) -> None:
        """The state the world is in now is one of them."""
        more = sum(choice > 0 for choice in where[1])
        ways = [0] * more + node.ways[: self.faults + 1 - more]
        spent = world.fingerprint(self.ahead, spent=True)
        if any(ways[:-1]):
            key = world.fingerprint(self.ahead, spent=False)
            if key not in self.going:
                self.going[key] = Node(world.save(), [0] * (self.faults + 1), (*node.path, where))
                self.same.setdefault(spent, self.going[key])
            _add(self.going[key], ways)
            return
        if spent not in self.spent:
            self.spent[spent] = Node(world.save(), [0] * (self.faults + 1), (*node.path, where))
        _add(self.spent[spent], ways)

    def nodes(self) -> list[Node]:
        """What is spent goes the way that is gone anyway, where there is one."""
        for key in self.spent.keys() & self.same.keys():
            _add(self.same[key], self.spent.pop(key).ways)
        return [*self.going.values(), *self.spent.values()]


def _add(node: Node, ways: list[int]) -> None:
    node.ways = [mine + more for mine, more in zip(node.ways, ways, strict=True)]


@dataclass
class Explorer:
    """All histories of one configuration."""

    steps: tuple[Step, ...]
    files_copies: bool
    parts: Parts | None = None
    faults: int = FAULTS
    until: float = math.inf
    world: type[Chooser] = Chooser
    tally: Tally = field(default_factory=Tally)

    def explore(self) -> Tally:
        world = self.world(History(0, self.files_copies, ()), self.parts)
        world.start()
        world.work()
        nodes = [Node(world.save(), [1] + [0] * self.faults)]
        for number, step in enumerate(self.steps):
            ahead = timedelta(minutes=self.steps[number + 1][0] if number + 1 < len(self.steps) else 0)
            nodes = self._step(world, nodes, (number, step), ahead)
        for node in nodes:
            self._end(world, node)
        if time.monotonic() > self.until:
            self.tally.seen["configurations not finished: the budget was spent"] += 1
        return self.tally

    def _step(self, world: Chooser, nodes: list[Node], step: tuple[int, Step], ahead: timedelta) -> list[Node]:
        """One piece after the other, so that what happens in a later one is tried once for all that leave an earlier one alike."""
        over = Layer(self.faults, ahead)
        piece: Piece | None = None
        while nodes:
            then: dict[Piece, Layer] = {Piece.OVER: over}
            for node in nodes if time.monotonic() < self.until else ():
                for script, follows in self._scripts(world, node, step[1], piece):
                    self._report(world, node, step[0], script)
                    layer = then.setdefault(follows, Layer(self.faults, timedelta()))
                    layer.arrive(world, node, (step[0], script))
            del then[Piece.OVER]
            assert len(then) <= 1, "every piece has one that follows, or none"
            piece = next(iter(then), None)
            nodes = then[piece].nodes() if piece is not None else []
        return over.nodes()

    def _scripts(
        self, world: Chooser, node: Node, step: Step, piece: Piece | None
    ) -> Iterator[tuple[tuple[int, ...], Piece]]:
        """Lives the piece (None: what the world does) once for every way in which it can break; what it reaches only then is tried too."""
        left = self.faults - next(n for n, ways in enumerate(node.ways) if ways)
        todo: list[tuple[tuple[int, ...], list[int]]] = [((), [])]
        while todo:
            script, places = todo.pop()
            world.load(node.state)
            world.script = script
            follows = self._live(world, step, piece)
            self.tally.seen["pieces lived"] += 1
            reached = world.reached
            assert reached[: len(places)] == places, (
                f"not lived the same way twice: {step} {piece} {node.path} {script}"
            )
            if sum(choice > 0 for choice in script) < left:
                for at in range(len(script), len(reached)):
                    rest = script + (0,) * (at - len(script))
                    todo += [((*rest, choice), reached[: at + 1]) for choice in range(1, reached[at] + 1)]
            yield script, follows

    def _live(self, world: Chooser, step: Step, piece: Piece | None) -> Piece:
        minutes, action, which = step
        if piece is None:
            world.clock.time += timedelta(minutes=minutes)
            try:
                world.act(action, which)
            except Crash:
                world.start()
            world.alive()
            follows = Piece.LOOK
        else:
            follows = world.do(piece)
        world.broken += invariants.after_a_turn(world)
        if follows is Piece.OVER:
            world._broke_now = False
        return follows

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
        self.tally.attempts += sum(node.ways)
        self.tally.faults += sum(n * ways for n, ways in enumerate(node.ways))
        self.tally.seen["different ends"] += 1
        for state, n in world.database.execute(
            "select state, count(*) from letter where kind = 'acknowledgement' group by 1"
        ):
            if state == "uncertain":
                self.tally.uncertain["acknowledgements left uncertain and told"] += n * sum(node.ways)


def steps_of(scenario: str, restore: str) -> tuple[Step, ...]:
    steps, where = list(SCENARIOS[scenario]), RESTORES[restore]
    if where is not None:
        steps.insert(min(where[1], len(steps)), (1, "restore", 0))
        steps.insert(where[0], (1, "snapshot", 0))
    return tuple(steps)
