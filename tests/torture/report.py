"""What a row counts, how rows are run on several cores, and the table they become."""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "build" / "torture"
#: Under this name what the budget did not suffice for, among what else was seen.
SPENT = "the budget was spent"
NOT_BEGUN = f"not begun: {SPENT}"
#: So many failures are kept in words; all are counted.
KEPT = 20


@dataclass
class Tally:
    """What came of some attempts. `wrong`: verdicts, answers or invariants that were none of the three other things."""

    attempts: int = 0
    faults: int = 0
    lost: int = 0
    duplicated: int = 0
    wrong: int = 0
    uncertain: Counter[str] = field(default_factory=Counter)  # how each was resolved → how many
    seen: Counter[str] = field(default_factory=Counter)  # whatever else is worth a figure
    most: dict[str, float] = field(default_factory=dict)  # maxima
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.attempts += other.attempts
        self.faults += other.faults
        self.lost += other.lost
        self.duplicated += other.duplicated
        self.wrong += other.wrong
        self.uncertain += other.uncertain
        self.seen += other.seen
        for name, value in other.most.items():
            self.most[name] = max(value, self.most.get(name, value))
        self.failures = (self.failures + other.failures)[:KEPT]

    def broke(self, what: str) -> None:
        """Counts one broken promise under the word it begins with: `lost: …`, `twice: …`, anything else."""
        if what.startswith("lost"):
            self.lost += 1
        elif what.startswith("twice"):
            self.duplicated += 1
        else:
            self.wrong += 1
        if len(self.failures) < KEPT:
            self.failures.append(what)


def held(tally: Tally) -> Tally:
    """The tally of a row in which nothing broke. AssertionError, with what broke, where something did or nothing was tried."""
    assert not (tally.lost or tally.duplicated or tally.wrong), "\n".join(tally.failures)
    assert tally.attempts
    return tally


@dataclass(frozen=True)
class Options:
    """How much of a row to run. `budget`: seconds after which nothing new is begun."""

    first: int = 0
    count: int | None = None  # None: as many as the row is meant to have
    budget: float = 600.0
    jobs: int = 2


def spread(work: Callable[[Any], Tally], items: Iterable[Any], options: Options, every: int = 0) -> Tally:
    """Runs `work` on every item, in as many processes as asked for; when the budget is spent nothing new is begun, and the rest
    is counted. A line on stderr after `every` attempts says how far it is."""
    total, began = Tally(), time.monotonic()
    for done in _results(partial(_before, began + options.budget, work), items, options.jobs):
        if done is None:
            total.seen[f"blocks {NOT_BEGUN}"] += 1
            continue
        before = total.attempts
        total.add(done)
        for each in done.failures:
            print(f"  BROKEN    {each}", file=sys.stderr, flush=True)
        if every and total.attempts // every > before // every:
            broken = total.lost + total.duplicated + total.wrong
            print(
                f"{time.monotonic() - began:6.0f} s  {total.attempts:,} attempts, {broken} broken",
                file=sys.stderr,
                flush=True,
            )
    return total


def _before(end: float, work: Callable[[Any], Tally], item: Any) -> Tally | None:
    return work(item) if time.monotonic() < end else None


def _results(work: Callable[[Any], Tally | None], items: Iterable[Any], jobs: int) -> Iterator[Tally | None]:
    if jobs <= 1:
        yield from map(work, items)
        return
    # Not `multiprocessing.Pool`: its processes may have no children, and some rows start servers.
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
        for each in as_completed([pool.submit(work, item) for item in items]):
            yield each.result()


# --- the table


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    what: str
    command: str
    seconds: float
    tally: Tally

    @property
    def failed(self) -> bool:
        return bool(self.tally.lost or self.tally.duplicated or self.tally.wrong)

    def cells(self) -> list[str]:
        tally = self.tally
        uncertain = "; ".join(f"{n:,} {how}" for how, n in sorted(tally.uncertain.items())) or "0"
        cut = "".join(f"; {n:,} {name}" for name, n in sorted(tally.seen.items()) if name.endswith(SPENT))
        bound = f"{3 / tally.attempts:.1e}" if tally.attempts and not self.failed else ""
        return [f"{self.what}{cut}", f"{tally.attempts:,}", f"{tally.faults:,}", f"{tally.lost:,}", f"{tally.duplicated:,}",
                f"{tally.wrong:,}", bound, uncertain, f"{self.seconds:,.0f}", f"`{self.command}`"]  # fmt: skip

    def __str__(self) -> str:
        """For the terminal: the row, what else it saw, and what broke."""
        tally = self.tally
        head = ("what", "attempts", "faults", "lost", "twice", "wrong", "bound", "uncertain", "seconds", "command")
        lines = [f"  {name:<10}{value}" for name, value in zip(head, self.cells(), strict=True)]
        lines += [f"  {'also':<10}{n:,} {name}" for name, n in sorted(tally.seen.items())]
        lines += [f"  {'most':<10}{value:,.3g} {name}" for name, value in sorted(tally.most.items())]
        lines += [f"  BROKEN    {each}" for each in tally.failures]
        return "\n".join([f"{self.name}: {'FAILED' if self.failed else 'held'} in {self.seconds:.0f} s", *lines])


def saved(name: str) -> Row | None:
    """What came of a row when it was run last."""
    path = RESULTS / f"{name}.json"
    if not path.exists():
        return None
    values = json.loads(path.read_text())
    counted = {kind: Counter(values["tally"][kind]) for kind in ("uncertain", "seen")}
    return Row(**{**values, "tally": Tally(**{**values["tally"], **counted})})


def save(row: Row, *, adding: bool = False) -> None:
    """Keeps a row for the table; `adding`: as another piece of what is kept of it."""
    if adding and (before := saved(row.name)):
        before.tally.add(row.tally)
        row = replace(before, seconds=before.seconds + row.seconds)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{row.name}.json").write_text(json.dumps({**vars(row), "tally": vars(row.tally)}, indent=1))


def table(order: Iterable[str]) -> str:
    """The saved rows as Markdown."""
    head = [
        "what",
        "attempts",
        "faults",
        "lost",
        "twice",
        "wrong",
        "95 % below",
        "uncertain, and what became of it",
        "s",
        "again with",
    ]
    lines = [f"| {' | '.join(head)} |", f"|---|{'--:|' * 6}---|--:|---|"]
    for name in order:
        row = saved(name)
        lines.append(f"| {' | '.join(row.cells())} |" if row else f"| {name} | not run{' |' * (len(head) - 1)}")
    return "\n".join(lines)


PAPER = ROOT / "docs" / "development" / "reliability.md"
BEGIN, END = "<!-- the table -->", "<!-- end of the table -->"


def write(order: Iterable[str]) -> str:
    """Puts the table where it belongs; says where."""
    before, _, rest = PAPER.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    PAPER.write_text(f"{before}{BEGIN}\n{table(order)}\n{END}{after}")
    return f"written into {PAPER}"
