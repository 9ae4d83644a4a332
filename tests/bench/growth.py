"""What a message costs when the database has grown: the same mail through the real intake, in memory but for the database's file, beside
the same with nothing in it. By turns, and the best round of each: other processes make a round slower, never quicker.

`python -m tests.bench.growth SCALE`.
"""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.figures import Figure, format_table
from tests.bench.latency import QUESTION
from tests.bench.mail import ADDRESS, made_mail
from tests.worlds import IntakeDesk

TITLE = "a message, when the database has grown"
ROUNDS = 5
#: Messages a round.
MESSAGES = 150
SEED = 18
#: Beyond those of the mail that is long decided.
FIRST_UID = 2_000_001
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROW = (
    "INSERT INTO ledger (mailbox, folder, uidvalidity, uid, role, decided_at, kind, fingerprint, message_id, received_at, sender, subject, "
    "rule, why, codes, attention, text_digest, verdict) VALUES ('sales', 'INBOX', 1, ?, 'inbox', ?, 'other', ?, ?, ?, ?, ?, 'bulk', "
    "'a letter to many', 'list-id', 'none', ?, '{}')"
)


@dataclass(frozen=True)
class Size:
    """Rows of the ledger, messages that are no longer in the folder; and inquiries that wait, each with its acknowledgement queued."""

    ledger: int
    waiting: int

    @property
    def name(self) -> str:
        return f"{self.ledger:,} decided messages, {self.waiting:,} waiting inquiries"


#: The first is what the others are measured by.
SIZES = (Size(0, 0), Size(100_000, 0), Size(1_000_000, 0), Size(0, 10_000), Size(1_000_000, 10_000))


def ledger_rows(count: int) -> Iterator[tuple[object, ...]]:
    """Old mail, every tenth of a customer who will write again."""
    for uid in range(1, count + 1):
        digest = hashlib.sha256(b"%d" % uid).hexdigest()
        at = (NOW - timedelta(days=30, seconds=count - uid)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        yield (
            uid,
            at,
            digest,
            f"{uid}.old@news{uid % 400}.example",
            at,
            f"news@news{uid % 400}.example",
            f"Letter {uid}",
            digest,
        )


class Grown:
    """An intake over a database of this size. `costs`: processor milliseconds a message, of each round."""

    def __init__(self, size: Size, folder: Path) -> None:
        self.size = size
        self.costs: list[float] = []
        self.seconds: list[float] = []
        self._file = folder / f"{size.ledger}-{size.waiting}.sqlite3"
        waiting = folder / f"0-{size.waiting}.sqlite3"
        self._is_copy = size.waiting > 0 and waiting.exists()
        if self._is_copy:
            shutil.copy(waiting, self._file)
        self._desk = IntakeDesk(ADDRESS, ["anna@example.com"], NOW, f"sqlite:///{self._file}")
        self._next_uid = FIRST_UID if not self._is_copy else FIRST_UID + size.waiting

    async def fill(self) -> None:
        """What is in the database before anything is measured."""
        await self._desk.begin()
        for first in range(0, 0 if self._is_copy else self.size.waiting, 500):
            questions = range(first, min(first + 500, self.size.waiting))
            await self._take([QUESTION.format(n=n, date="Mon, 23 Nov 2026 07:30:00 +0000").encode() for n in questions])
        with sqlite3.connect(self._file) as connection:
            connection.execute("PRAGMA cache_size = -400000")  # KiB: the indexes of a million rows fit
            connection.execute("PRAGMA synchronous = OFF")
            connection.executemany(ROW, ledger_rows(self.size.ledger))
        connection.close()

    async def _take(self, mail: list[bytes]) -> None:
        for raw in mail:
            self._desk.mailbox.mails["INBOX"][self._next_uid] = (raw, NOW)
            self._next_uid += 1
        await self._desk.look(NOW)

    async def measure_round(self, mail: list[bytes]) -> None:
        cpu, wall = time.process_time(), time.monotonic()
        await self._take(mail)
        self.costs.append(1000 * (time.process_time() - cpu) / len(mail))
        self.seconds.append(time.monotonic() - wall)

    @property
    def best(self) -> float:
        return min(self.costs[1:])  # the first fills caches, of ours and the system's


async def measure_sizes(sizes: list[Size], folder: Path) -> list[Grown]:
    grown = []
    for size in sizes:
        grown.append(Grown(size, folder))
        await grown[-1].fill()
    for number in range(ROUNDS + 1):
        mail = list(made_mail(SEED + number, MESSAGES, NOW))
        for one in grown:
            await one.measure_round(mail)
    return grown


def measure(scale: float) -> list[Figure]:
    sizes = list(dict.fromkeys(Size(round(size.ledger * scale), round(size.waiting * scale)) for size in SIZES))
    folder = Path(tempfile.mkdtemp(prefix="growth"))
    try:
        empty, *others = grown = asyncio.run(measure_sizes(sizes, folder))
    finally:
        shutil.rmtree(folder)
    return [
        *(Figure(one.size.name, one.best, "ms of processor a message") for one in grown),
        *(Figure(f"  {one.size.name}: of an empty one", one.best / empty.best, "×", "<= 1.1") for one in others),
    ]


if __name__ == "__main__":
    print(format_table(TITLE, measure(float(sys.argv[1]))))
