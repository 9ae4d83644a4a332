"""From the server's ring to the end of the acknowledgement: a proxy sees the octets of `* n EXISTS` pass on their way to Watcher (RFC
2177, RFC 3501 § 7.3.1), and the SMTP server behind it the final dot of the letter. A real Dovecot; one question after the other.

`python -m tests.bench.latency N`: with so many questions.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import sys
import tempfile
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
CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

[hours]
week = {{ mon-sun = ["00:00-24:00"] }}

[people.anna]
email = ["anna@example.com"]

[acknowledge]
max_per_hour = 1000000

[[mailbox]]
name = "box"
address = "Box <box@example.com>"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {imap}, user = "box", tls = "off", password = {{ env = "BOX_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""
QUESTION = (
    "From: Customer {n} <customer{n}@customer{n}.example>\r\nTo: Box <box@example.com>\r\nSubject: A question {n}\r\n"
    "Date: {date}\r\nMessage-ID: <{n}@customer{n}.example>\r\n\r\nHow much would {n} of them cost, please?\r\n"
)


class RingProxy(Scripted):
    """Passes on what client and server say, by TCP without delay (asyncio sets it), and notes when rings and IDLE passed."""

    def __init__(self, target: int) -> None:
        super().__init__()
        self._target = target
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
            if octets.endswith(b" IDLE\r\n"):
                self.idles.put_nowait(Clock().monotonic())
        writer.close()

    async def _pass_answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while octets := await reader.read(65536):
            for number in re.findall(rb"(?m)^\* (\d+) EXISTS\r$", octets):
                self.rings.setdefault(int(number), Clock().monotonic())
            writer.write(octets)
        writer.close()


class Letterbox(ScriptedSmtp):
    """Takes every letter, and notes when its final dot had come."""

    def __init__(self) -> None:
        super().__init__()
        self.letters = asyncio.Queue[float]()

    async def _body(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        self.octets = await reader.readuntil(b"\r\n.\r\n")
        self.letters.put_nowait(Clock().monotonic())
        writer.write(self.GOOD["dot"])
        return True


async def measure_latency(server: Dovecot, folder: Path, questions: int) -> list[float]:
    """Seconds beyond the ring, of each question. TimeoutError: one was not acknowledged."""
    async with RingProxy(server.imap) as proxy, Letterbox() as letterbox:
        config = folder / "config.toml"
        config.write_text(CONFIG.format(folder=folder, imap=proxy.port, smtp=letterbox.port))
        running = many.running(config, folder / "log")
        await asyncio.to_thread(running.__enter__)
        try:
            return [await _ask(server, proxy, letterbox, n) for n in range(1, questions + 1)]
        finally:
            await asyncio.to_thread(running.__exit__, None, None, None)


async def _ask(server: Dovecot, proxy: RingProxy, letterbox: Letterbox, number: int) -> float:
    async with asyncio.timeout(SECONDS):
        await proxy.idles.get()
        while not proxy.idles.empty():
            proxy.idles.get_nowait()
        raw = QUESTION.format(n=number, date=f"{Clock().now():%a, %d %b %Y %H:%M:%S +0000}").encode()
        await asyncio.to_thread(server.append, "box", "INBOX", raw)
        ended = await letterbox.letters.get()
    return ended - proxy.rings[number]


def measure_questions(questions: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="latency") as name:
        server = many.roomy_dovecot(Path(name))
        try:
            server.start()
            waits = asyncio.run(measure_latency(server, Path(name), questions + WARMING_UP))[WARMING_UP:]
        finally:
            server.remove()
    waits = sorted(1000 * wait for wait in waits)
    return [
        Figure("median", statistics.median(waits), "ms", "<= 25"),
        Figure("99th percentile", waits[min(len(waits) - 1, int(0.99 * len(waits)))], "ms", "<= 100"),
        Figure("best", waits[0], "ms"),
    ]


def measure(scale: float) -> list[Figure]:
    return measure_questions(max(2, round(QUESTIONS * scale)))


if __name__ == "__main__":
    print(format_table(TITLE, measure_questions(int(sys.argv[1]))))
