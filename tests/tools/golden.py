"""What the program decides in simulated lives, as one digest a seed: the same before and after a change that must not change it.

`python -m tests.tools.golden [--seeds 0..999] [--years 0..3] [--jobs 2] [--write FILE | --against FILE]`. A line holds the kind of
life, the seed and a digest of every letter the world accepted (when, kind, to whom) and of the rows that were decided: inquiries,
their journal without its words, the ledger, the letters. Words, ids and octets are left out: they may change. Exit 1 where a
life differs from the file.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import sqlite3
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.simulation import world, year
from tests.simulation.history import from_seed

#: Table → what of it is a decision, in an order that no schema changes.
DECISIONS = (
    "select number, mailbox, state, customer, subject, opened_at, owner, ladder, promise_at, next_nag_at, nags, escalated, "
    "waiting_since, last_customer_at, ack_reason, settled_at, disputed_at, nagged_at from inquiry order by number",
    "select inquiry, at, event from journal order by id",
    "select mailbox, folder, uidvalidity, uid, role, decided_at, kind, codes, rule, inquiry from ledger "
    "order by mailbox, folder, uidvalidity, uid",
    "select state, recipient, created_at, inquiry, attempts, may_have_left from letter order by id",
)


def digest_of(accepted: Iterable[tuple[object, ...]], database: sqlite3.Connection, broken: list[str]) -> str:
    """16 hexadecimal digits over everything that was decided."""
    digest = hashlib.blake2b(digest_size=8)
    for row in accepted:
        digest.update(f"{row!r}\n".encode())
    for query in DECISIONS:
        for row in database.execute(query):
            digest.update(f"{tuple(row)!r}\n".encode())
    digest.update(repr(sorted(broken)).encode())
    return digest.hexdigest()


def _kind_of(letter: object) -> str:
    """An urgent mail was stored as a digest once."""
    kind = str(letter.kind)  # type: ignore[attr-defined]
    return "digest" if kind in ("alert", "urgent") else kind


def live_seed(number: int) -> str:
    broken, lived = world.run(from_seed(number))
    accepted = ((each.at.isoformat(), _kind_of(each.letter), each.letter.recipient) for each in lived.server.accepted)
    return f"simulation {number} {digest_of(accepted, lived.database, broken)}"


def live_year(number: int) -> str:
    broken, lived = year.run(number)
    rows = sorted((name, count) for name, count in lived.counts.items())
    return f"year {number} {hashlib.blake2b(repr((rows, broken)).encode(), digest_size=8).hexdigest()}"


def _span(text: str) -> range:
    first, dots, last = text.partition("..")
    return range(int(first), int(last) + 1) if dots else range(int(first or 0))


def _silence() -> None:
    logging.disable(logging.CRITICAL)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.golden", description=__doc__)
    parser.add_argument("--seeds", default="0..99")
    parser.add_argument("--years", default="0")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    with ProcessPoolExecutor(given.jobs, initializer=_silence) as pool:
        lines = [*pool.map(live_seed, _span(given.seeds), chunksize=10), *pool.map(live_year, _span(given.years))]
    if given.write:
        given.write.write_text("\n".join(lines) + "\n")
    if given.against is None:
        return 0
    known = dict(line.rsplit(" ", 1) for line in given.against.read_text().splitlines())
    differ = [name for name, value in (line.rsplit(" ", 1) for line in lines) if known.get(name, value) != value]
    new = sum(line.rsplit(" ", 1)[0] not in known for line in lines)
    print(f"{len(lines)} lives, {len(differ)} differ, {new} not in the file", *differ[:20], sep="\n  ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
