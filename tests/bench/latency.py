"""From the server's ring to the end of the acknowledgement: a proxy sees the octets of `* n EXISTS` pass on their way to Watcher (RFC
2177, RFC 3501 § 7.3.1), and the SMTP server behind it the final dot of the letter. A real Dovecot; one question after the other.
What lies between is what both of them see pass, in its order: a trace says where the time goes.

`python -m tests.bench.latency N`: with so many questions.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench import many
from tests.bench.figures import Figure, format_table
from tests.servers.real import Dovecot
from tests.servers.scripted import Scripted, ScriptedSmtp
from watcher.edge.clock import Clock

TITLE = "from the ring to the end of the acknowledgement"
QUESTIONS = 50
#: Not counted: what is compiled ahead is compiled meanwhile.
WARMING_UP = 5
SECONDS = 60.0  # one question may take at most
CONFIG = many.TABLES + many.UNLIMITED + many.PLAIN_MAILBOX
QUESTION = (
    "From: Customer {n} <customer{n}@customer{n}.example>\r\nTo: Box <box@example.com>\r\nSubject: A question {n}\r\n"
    "Date: {date}\r\nMessage-ID: <{n}@customer{n}.example>\r\n\r\nHow much would {n} of them cost, please?\r\n"
)


class Trace:
    """What passed since it was cleared: its name, and seconds on the monotonic clock."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, float]] = []

    def note(self, name: str) -> None:
        self.steps.append((name, Clock().monotonic()))

    def since(self, began: float, ended: float) -> dict[str, float]:
        """Name → seconds after `began`, of what passed until `ended`. What comes again has a number."""
        found: dict[str, float] = {}
        names = [name for name, at in self.steps if began <= at <= ended]
        for n, (name, at) in enumerate(step for step in self.steps if began <= step[1] <= ended):
            again = names[: n + 1].count(name)
            found[name if again == 1 else f"{name}, {again}"] = at - began
        return found


class RingProxy(Scripted):
    """Passes on what client and server say, by TCP without delay (asyncio sets it), and notes when rings and IDLE passed."""

    def __init__(self, target: int, trace: Trace) -> None:
        super().__init__()
        self._target = target
        self._trace = trace
        self._asked: dict[bytes, str] = {}  # by tag
        self.rings: dict[
            int, float
        ] = {}  # number of messages → seconds on the monotonic clock when the server first said it
        self.idles = asyncio.Queue[float]()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        try:
            await asyncio.gather(self._pass_commands(reader, far_writer), self._pass_answers(far_reader, writer))
        finally:
            far_writer.close()

    async def _pass_commands(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while octets := await reader.read(65536):
            writer.write(octets)
            self._note_commands(octets)
            if octets.endswith(b" IDLE\r\n"):
                self.idles.put_nowait(Clock().monotonic())
        writer.close()

    async def _pass_answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while octets := await reader.read(65536):
            for number in re.findall(rb"(?m)^\* (\d+) EXISTS\r$", octets):
                self.rings.setdefault(int(number), Clock().monotonic())
            for tag in re.findall(rb"(?m)^(\w+) OK ", octets):
                self._trace.note(f"{self._asked.pop(tag, 'IMAP')} is answered")
            writer.write(octets)
        writer.close()

    def _note_commands(self, octets: bytes) -> None:
        for tag, words in re.findall(rb"(?m)^(\w+)(?: ((?:UID )?\w+(?: \"?(?:INBOX|Sent)\b)?))?", octets):
            name = (words or tag).decode().replace('"', "")
            self._trace.note(name)
            if words:
                self._asked[tag] = name


class Letterbox(ScriptedSmtp):
    """Takes every letter, and notes when its final dot had come."""

    def __init__(self, trace: Trace | None = None) -> None:
        super().__init__()
        self.letters = asyncio.Queue[float]()
        self._trace = trace or Trace()
        self.commands = _Noted(self._trace)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._trace.note("SMTP connection")
        await super().talk(reader, writer)

    async def _body(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        self.octets = await reader.readuntil(b"\r\n.\r\n")
        self.letters.put_nowait(Clock().monotonic())
        writer.write(self.GOOD["dot"])
        return True


class _Noted(list[str]):
    """Commands, each of which is a step of the trace, too."""

    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self._trace = trace

    def append(self, command: str) -> None:
        self._trace.note(f"SMTP {command[:4].strip()}")
        super().append(command)


@dataclass(frozen=True)
class Answered:
    """Seconds beyond the ring until the final dot, and until each step on the way; and what the disk took for a page afterwards."""

    wait: float
    steps: dict[str, float]
    disk: float


async def measure_latency(server: Dovecot, folder: Path, questions: int) -> list[Answered]:
    """Of each question. TimeoutError: one was not acknowledged."""
    trace = Trace()
    async with RingProxy(server.imap, trace) as proxy, Letterbox(trace) as letterbox:
        config = folder / "config.toml"
        config.write_text(CONFIG.format(folder=folder, user="box", imap=proxy.port, smtp=letterbox.port))
        running = many.running(config, folder / "log")
        await asyncio.to_thread(running.__enter__)
        try:
            found = []
            for number in range(1, questions + 1):
                trace.steps.clear()
                ended = await _ask(server, proxy, letterbox, number)
                began = proxy.rings[number]
                disk = await asyncio.to_thread(time_disk, folder)
                found.append(Answered(ended - began, trace.since(began, ended), disk))
            return found
        finally:
            await asyncio.to_thread(running.__exit__, None, None, None)


async def _ask(server: Dovecot, proxy: RingProxy, letterbox: Letterbox, number: int) -> float:
    """Seconds on the monotonic clock at the final dot."""
    async with asyncio.timeout(SECONDS):
        await proxy.idles.get()
        while not proxy.idles.empty():
            proxy.idles.get_nowait()
        raw = QUESTION.format(n=number, date=f"{Clock().now():%a, %d %b %Y %H:%M:%S +0000}").encode()
        await asyncio.to_thread(server.append, "box", "INBOX", raw)
        return await letterbox.letters.get()


def time_disk(folder: Path) -> float:
    """Seconds that a write of a page, which a commit waits for several times, takes to be on the disk."""
    began = Clock().monotonic()
    with (folder / "page").open("wb") as page:
        page.write(bytes(4096))
        page.flush()
        os.fsync(page.fileno())
    return Clock().monotonic() - began


def measure_questions(questions: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="latency") as name, many.roomy_dovecot(Path(name)) as server:
        found = asyncio.run(measure_latency(server, Path(name), questions + WARMING_UP))[WARMING_UP:]
    waits = sorted(1000 * answered.wait for answered in found)
    return [
        Figure("median", statistics.median(waits), "ms", "<= 25"),
        Figure("99th percentile", waits[min(len(waits) - 1, int(0.99 * len(waits)))], "ms", "<= 100"),
        Figure("best", waits[0], "ms"),
        Figure("one wait for the disk, median", 1000 * statistics.median(answered.disk for answered in found), "ms"),
        *(Figure(f"  {name}", at, f"ms after the ring, {took:+.1f}") for name, at, took in order_steps(found)),
    ]


def order_steps(found: list[Answered]) -> list[tuple[str, float, float]]:
    """Each step of at least half of the questions: milliseconds after the ring and after the step before it, medians."""
    names = {name for answered in found for name in answered.steps}
    offsets = {name: [answered.steps[name] for answered in found if name in answered.steps] for name in names}
    medians = {name: 1000 * statistics.median(at) for name, at in offsets.items() if 2 * len(at) >= len(found)}
    medians["the final dot"] = 1000 * statistics.median(answered.wait for answered in found)
    rows, before = [], 0.0
    for name, at in sorted(medians.items(), key=lambda step: step[1]):
        rows.append((name, at, at - before))
        before = at
    return rows


def measure(scale: float) -> list[Figure]:
    return measure_questions(max(2, round(QUESTIONS * scale)))


if __name__ == "__main__":
    print(format_table(TITLE, measure_questions(int(sys.argv[1]))))
