"""A house of many mailboxes of one host, three in ten of which are refused the login while one in ten is accepted and never answered.
Beside it, in the same run, the others alone: when they had their first look, and how long an acknowledgement takes beyond the ring.

`python -m tests.bench.troubled N SECONDS`: N mailboxes in all, watched for SECONDS at least.
"""

from __future__ import annotations

import asyncio
import random
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import many
from tests.bench.figures import Figure, format_table
from tests.bench.house_server import HouseServer, Silent
from tests.bench.latency import QUESTION, Letterbox
from watcher.edge.clock import Clock

TITLE = "a thousand mailboxes, 400 of which are in trouble"
MAILBOXES = 1000
SEED = 18
#: Until the alert about the crowd has come, four minutes after the start, and nothing more.
SECONDS = 300.0
QUESTIONS = 100
#: Not counted: what is compiled ahead is compiled meanwhile.
WARMING_UP = 5
FIRST_LOOK_SECONDS = 900.0
ANSWER_SECONDS = 60.0
ALERTS = """
[alerts]
email = ["admin@elsewhere.example"]
sender = "Watcher <watcher@elsewhere.example>"
smtp = {{ host = "127.0.0.1", port = {alerts}, tls = "off" }}
blind_after = "2m"
"""


@dataclass(frozen=True)
class House:
    """How many mailboxes are well, refused the login, and never answered."""

    well: int
    refused: int = 0
    silent: int = 0

    def divide(self) -> tuple[list[str], set[str], set[str]]:
        """The names of each kind, mixed: whoever comes first is asked first."""
        names = [f"box{n}" for n in range(self.well + self.refused + self.silent)]
        random.Random(SEED).shuffle(names)
        last = self.well + self.refused
        return names[: self.well], set(names[self.well : last]), set(names[last:])


@dataclass(frozen=True)
class Found:
    """Seconds from the start until each mailbox that is well was looked at and waited in IDLE; seconds beyond the ring until the
    acknowledgement's final dot, of each question; the alerts; and what the service took over its last minute."""

    first_looks: list[float]
    waits: list[float]
    alerts: list[str]
    footprint: many.Footprint


class AlertBox(Letterbox):
    """Keeps the subjects of what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.subjects: list[str] = []

    async def _body(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        goes_on = await super()._body(reader, writer)
        found = re.search(rb"(?im)^Subject: ([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)", self.octets)
        self.subjects.append(found[1].decode() if found else "")
        return goes_on


async def live(house: House, folder: Path, seconds: float, questions: int) -> Found:
    """The service in this house, for `seconds` at least; the questions are spread over them."""
    well, refused, silent_ones = house.divide()
    async with (
        HouseServer(frozenset(refused)) as server,
        Silent() as silent,
        Letterbox() as letters,
        AlertBox() as alerts,
    ):
        text = (many.TABLES + many.UNLIMITED + ALERTS).format(folder=folder, alerts=alerts.port)
        for user in sorted([*well, *refused, *silent_ones]):
            port = silent.port if user in silent_ones else server.port
            text += many.PLAIN_MAILBOX.format(user=user, imap=port, smtp=letters.port)
        config = folder / "config.toml"
        config.write_text(text)
        began = time.monotonic()
        with many.started(config, folder / "log") as process:
            first_looks = await _await_first_looks(server, house.well, began)
            waits = []
            for number in range(questions + WARMING_UP):
                waits.append(await _ask(server, letters, random.Random(number).choice(well), number))
                await asyncio.sleep(max(0.0, began + seconds * (number + 1) / questions - time.monotonic()))
            footprint = await asyncio.to_thread(many.observe, process.pid, min(60.0, seconds))
            await asyncio.to_thread(many.terminate, process)
        return Found(first_looks, waits[WARMING_UP:], alerts.subjects, footprint)


async def _await_first_looks(server: HouseServer, well: int, began: float) -> list[float]:
    async with asyncio.timeout(FIRST_LOOK_SECONDS):
        while sum(account.is_idle for account in server.accounts.values()) < well:
            await asyncio.sleep(0.1)
    return sorted(account.looks[0] - began for account in server.accounts.values())


async def _ask(server: HouseServer, letters: Letterbox, user: str, number: int) -> float:
    async with asyncio.timeout(ANSWER_SECONDS):  # one that is lost ends the measurement
        while not server.accounts[user].is_idle:
            await asyncio.sleep(0.01)
        raw = QUESTION.format(n=number, date=f"{Clock().now():%a, %d %b %Y %H:%M:%S +0000}")
        rung = server.deliver(user, raw.replace("Box <box@example.com>", f"<{user}@example.com>").encode())
        return await letters.letters.get() - rung


def measure_house(house: House, seconds: float, questions: int) -> Found:
    with tempfile.TemporaryDirectory(prefix="troubled") as name:
        return asyncio.run(live(house, Path(name), seconds, questions))


def measure_size(mailboxes: int, seconds: float) -> list[Figure]:
    questions = max(12, round(QUESTIONS * seconds / SECONDS))
    refused, silent = 3 * mailboxes // 10, mailboxes // 10
    well = mailboxes - refused - silent
    alone = measure_house(House(well), seconds / 4, questions)
    troubled = measure_house(House(well, refused, silent), seconds, questions)
    print(troubled.alerts, file=sys.stderr)
    looks = troubled.first_looks[-1] / alone.first_looks[-1]
    waits = statistics.median(troubled.waits) / statistics.median(alone.waits)
    return [
        Figure(f"{well} mailboxes alone: all looked at after", alone.first_looks[-1], "s"),
        Figure(f"the same beside {refused} refused and {silent} silent ones", troubled.first_looks[-1], "s"),
        Figure("  of the time alone", looks, "×", "<= 1.5"),
        Figure("alone: ring to acknowledgement, median", 1000 * statistics.median(alone.waits), "ms"),
        Figure("  longest", 1000 * max(alone.waits), "ms"),
        Figure("beside them: ring to acknowledgement, median", 1000 * statistics.median(troubled.waits), "ms"),
        Figure("  longest", 1000 * max(troubled.waits), "ms"),
        Figure("  median, of that alone", waits, "×", "<= 1.5"),
        Figure("alerts", len(troubled.alerts), "", "1"),
        Figure("resident, alone", alone.footprint.rss_mb, "MB"),
        Figure("resident, with those in trouble", troubled.footprint.rss_mb, "MB"),
        Figure("processor, alone", alone.footprint.cpu_percent, "%"),
        Figure("processor, with those in trouble", troubled.footprint.cpu_percent, "%"),
        Figure("threads, with those in trouble", troubled.footprint.threads, ""),
    ]


def measure(scale: float) -> list[Figure]:
    return measure_size(max(10, round(MAILBOXES * scale)), SECONDS)


if __name__ == "__main__":
    print(format_table(TITLE, measure_size(int(sys.argv[1]), float(sys.argv[2]))))
