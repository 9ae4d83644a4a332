"""A history as plain data: what happens in which turn, and what breaks in it. From a seed; shrinks to the shortest that fails.

Nothing here looks at what the program does, so that a shorter history is a history too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

#: Where something can break, and how. `taken`: the server has accepted the letter, and nobody hears of it.
FLAVOURS: dict[str, tuple[str, ...]] = {
    "commit": ("die before", "die after", "disk full"),
    "imap": ("network", "die"),
    "offer": ("no route", "421", "451", "550", "quota", "die"),
    "finish": ("lost", "taken", "452", "554", "spam", "taken, die", "die before", "closed"),
    "guard": ("disk full", "die", "written, die"),
}
#: How often a place of a class is reached in a turn, roughly: where a fault may be put.
REACHED = {"commit": 14, "imap": 6, "offer": 2, "finish": 2, "guard": 2}

#: What the world does, and how often it does it.
ACTIONS: dict[str, float] = {
    "question": 20, "answer": 30, "insists": 7, "noise": 7, "nothing": 8, "twice": 2, "forged": 2, "late": 3, "appears": 6,
    "held": 3, "ghost": 1, "old": 2, "renumber": 2, "away": 2, "back": 2, "expunge": 2, "bounce": 2, "auto": 2, "answer first": 3,
    "copy": 1, "snapshot": 2, "restore": 1, "image": 1, "lost": 1, "outage": 2, "done": 2, "snooze": 2,
    "filed": 2, "imported": 1, "returned": 1, "refused": 3, "doubt": 6, "unstorable": 1,
    "renamed": 1, "steps": 1, "misconfigured": 1, "restarts": 1, "mended": 2, "shared": 3, "dismiss": 3,
    "unrung": 1, "folder refuses": 2, "contact": 2, "contact writes": 1,
    "fair": 0.05, "forged reports": 1, "twin": 2, "orders again": 3, "reply without ids": 4, "sent ghost": 1,
}  # fmt: skip
#: What the world has learned later, by the first seed that may do it: a seed below means the history that it always meant.
LATER_ACTIONS: dict[int, dict[str, float]] = {
    2_000: {"reply returns": 6},
    100_000: {"second reply": 10},
    200_000: {"machine is faster": 6},
}
GAPS = ((1, 2), (5, 1), (20, 1), (60, 2), (240, 2), (720, 3), (1440, 4), (2880, 2))  # minutes, weight

Fault = tuple[str, int, str]  # class of place, how manieth in the turn, how


@dataclass(frozen=True, slots=True)
class Turn:
    """Some minutes pass, something happens, the daemon does all it has to, and breaks where the faults say."""

    minutes: int
    action: str
    which: int = 0  # picks the one it happens to, modulo those there are
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    seed: int
    files_copies: bool  # the provider puts what is sent over SMTP into Sent
    turns: tuple[Turn, ...]
    has_two: bool = False  # a second mailbox, of somebody else
    files_elsewhere: bool = False  # the house files its replies in a folder that nobody would look for them in

    def __str__(self) -> str:
        lines = [
            f"seed {self.seed}, files_copies={self.files_copies}, has_two={self.has_two}, files_elsewhere={self.files_elsewhere}"
        ]
        return "\n".join([*lines, *(f"  {turn}" for turn in self.turns)])


def from_seed(seed: int, days: float = 27.0, faulty: float = 0.5) -> History:
    """Some days in which a share of the turns breaks somewhere."""
    dice = random.Random(seed)
    actions = dict(ACTIONS)
    for first, learned in LATER_ACTIONS.items():
        actions |= learned if seed >= first else {}
    turns: list[Turn] = []
    passed, end = 0, days * 1440
    while passed < end:
        minutes = dice.choices([gap for gap, _ in GAPS], [weight for _, weight in GAPS])[0]
        action = dice.choices([*actions], [*actions.values()])[0]
        faults = tuple(_fault(dice) for _ in range(dice.choice((1, 1, 2)))) if dice.random() < faulty else ()
        turns.append(Turn(minutes, action, dice.randrange(1000), faults))
        passed += minutes
    return History(
        seed, dice.random() < 0.5, tuple(turns), has_two=dice.random() < 0.4, files_elsewhere=dice.random() < 0.04
    )


def _fault(dice: random.Random) -> Fault:
    place = dice.choices([*FLAVOURS], [5, 2, 2, 3, 1])[0]
    return place, dice.randrange(REACHED[place]), dice.choice(FLAVOURS[place])


def shrunk(history: History, fails: Callable[[History], bool], tries: int = 400) -> History:
    """The shortest history found that still fails: first turns go (delta debugging), then faults."""
    budget = [tries]

    def still(candidate: History) -> bool:
        budget[0] -= 1
        return budget[0] >= 0 and fails(candidate)

    size = max(1, len(history.turns) // 2)
    while size:
        start = 0
        while start < len(history.turns):
            rest = history.turns[:start] + history.turns[start + size :]
            if still(replace(history, turns=rest)):
                history = replace(history, turns=rest)
            else:
                start += size
        size //= 2
    for n, turn in enumerate(history.turns):
        for simpler in _simpler(turn):
            turns = (*history.turns[:n], simpler, *history.turns[n + 1 :])
            if still(replace(history, turns=turns)):
                history = replace(history, turns=turns)
                break
    return history


def _simpler(turn: Turn) -> Iterable[Turn]:
    if turn.faults:
        yield replace(turn, faults=())
        yield from (replace(turn, faults=(fault,)) for fault in turn.faults if len(turn.faults) > 1)
