"""Six years of a real support mailbox through the real daemon on a real Dovecot, in time order, and how it did: `make corpus`.

`python -m tests.replay [-v] [N]`: -v names each miss with its reason, N takes each N-th thread only. The daemon's own
letters go to a sink that files a copy under Sent as large providers do, every other one with a Message-ID of its own
making: none may pass for an answer.

Then machines' mail of the corpus put where a person's answer would lie: it names an open inquiry, has its customer in Cc, its author
is one of ours, and it lies in Sent and in INBOX. Nothing but what it is can keep it from closing the inquiry.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from imapclient import IMAPClient

from tests import corpus, raid
from tests.corpus import bounds
from tests.servers.real import DOVECOT_BINARY, PASSWORD, Certificates, Dovecot, free_port
from tests.worlds import IntakeDesk, StepClock
from watcher.config import load, models
from watcher.core.message.model import Facts
from watcher.service.app import App

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LABELS = ("autoreply", "bounce", "calendar", "report")


def customer(n: int) -> str:
    return f"customer{n}@c{n}.example"


def question(n: int) -> bytes:
    return (
        f"From: {customer(n)}\r\nTo: sales@example.com\r\nSubject: Question {n}\r\nMessage-ID: <q{n}@c{n}.example>\r\n\r\n"
        f"What does item {n} cost, and when can you deliver it?\r\n"
    ).encode()


#: What a message bears that was delivered to somebody: among sent mail it is then no answer of the house, but a hint at most.


def as_answer(raw: bytes, n: int) -> bytes:
    """The same octets under three more header lines: In-Reply-To, References and a Cc to the customer."""
    first = raw.partition(b"\n")[0]
    end = b"\r\n" if first.endswith(b"\r") else b"\n"
    envelope = first + b"\n" if first.startswith(b"From ") else b""
    lines = (f"In-Reply-To: <q{n}@c{n}.example>", f"References: <q{n}@c{n}.example>", f"Cc: {customer(n)}")
    return envelope + b"".join(line.encode() + end for line in lines) + raw[len(envelope) :]


async def answered_by(answers: list[bytes], folders: tuple[str, ...], people: frozenset[str]) -> dict[int, str]:
    """Number of each answer that closed its inquiry, and how. Answer n is put under `folders` and names question n."""
    desk = IntakeDesk("sales@example.com", people, MONDAY)
    await desk.begin()
    for n in range(len(answers)):
        desk.mailbox.put("INBOX", question(n), MONDAY)
    await desk.look(MONDAY)
    for raw in answers:
        for folder in folders:
            desk.mailbox.put(folder, raw, MONDAY + timedelta(hours=1))
    await desk.look(MONDAY + timedelta(hours=1))
    closed = {}
    with desk.store.write_transaction() as tx:
        for each in tx.inquiries.find_by_state():
            if any(entry.event == "answered" for entry in tx.inquiries.journal_of(each.number)):
                closed[int(each.subject.removeprefix("Question "))] = str(each.reply_proof)
    return closed


def authors(samples: list[corpus.Sample]) -> frozenset[str]:
    found = [message for message in map(corpus.read, samples) if isinstance(message, Facts)]
    return frozenset(each.key for message in found for each in message.from_)


async def closes(every: int = 1) -> list[tuple[str, int, dict[str, str]]]:
    """Label, how many there are, and those that closed an inquiry. Of the bounces each `every`-th."""
    samples = [each for each in corpus.samples() if each.label in LABELS]
    bounces = [each for each in samples if each.label == "bounce"]
    samples = [each for each in samples if each.label != "bounce"] + bounces[::every]
    answers = [as_answer(each.raw, n) for n, each in enumerate(samples)]
    closed = await answered_by(answers, ("Sent", "INBOX"), authors(samples))
    return [
        (
            label,
            sum(each.label == label for each in samples),
            {samples[n].file: how for n, how in closed.items() if samples[n].label == label},
        )
        for label in LABELS
    ]


#: Digests are due twice a day; in six years that would be the most of the work, and is not what is measured.
REMIND_EVERY = timedelta(days=120)
#: Power loss is not what is measured either: the state lies in memory where that can be had.
IN_MEMORY = Path("/dev/shm")

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

{people}

[[mailbox]]
name = "raid"
address = "Support <{address}>"
owner = "p0"
imap = {{ host = "127.0.0.1", port = {imaps}, user = "{user}", ca = "{ca}", password = {{ file = "{folder}/password" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""


class Sink:
    """Takes the daemon's letters and keeps them until they are filed."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.count = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(envelope.original_content)
        return "250 taken"

    def copies(self) -> list[bytes]:
        """What a provider files under Sent: every other letter with an id of the provider's own."""
        found, self.taken = self.taken, []
        self.count += len(found)
        return [raid.filed(raw) for raw in found]


async def replay(of: Sequence[raid.Thread], folder: Path, server: Dovecot) -> tuple[raid.Figures, dict[str, int]]:
    """Runs the daemon over these threads; the comparison, and some counts."""
    sink, port = Sink(), free_port()
    postman = Controller(sink, hostname="127.0.0.1", port=port, ready_timeout=20)
    postman.start()
    mails = raid.in_order(mail for thread in of for mail in thread.mails)
    clock = StepClock(mails[0].at - timedelta(hours=1))
    app = App(_config(of, folder, server, port), clock)
    told, looks = raid.Told(), 0
    try:
        with server.client("raid") as client:
            await app.run_once()  # the first look: an empty mailbox
            reminded = clock.at
            for batch in raid.batches(mails):
                clock.at = batch[-1].at
                for mail in batch:
                    await asyncio.to_thread(client.append, mail.folder, mail.raw, (), mail.at)
                if clock.at - reminded > REMIND_EVERY:
                    reminded = clock.at
                    await app.reminders.process_due()
                await _pass(app)
                looks += 1
                await _file(client, sink, clock.at)
                await app.store.run_write(told.watch)
            await _pass(app)
            await app.store.run_write(told.watch)
        figures = await app.store.run_write(lambda tx: raid.compare(of, told, tx))
        counts = await app.store.run_write(lambda tx: tx.count_rows_by_table())
        return figures, {"messages": len(mails), "looks": looks, "letters filed": sink.count, "lines": counts["ledger"]}
    finally:
        await asyncio.gather(*(each.close() for each in app.intakes.values()))
        app.close()
        postman.stop()


async def in_memory(of: Sequence[raid.Thread]) -> raid.Figures:
    """The same without a server: the real intake alone; its letters are filed under Sent as they are queued."""
    mails = raid.in_order(mail for thread in of for mail in thread.mails)
    desk, told = IntakeDesk(raid.MAILBOX, raid.staff(of), mails[0].at), raid.Told()
    await desk.begin()
    for batch in raid.batches(mails):
        for mail in batch:
            desk.mailbox.put(mail.folder, mail.raw, mail.at)
        await desk.look(batch[-1].at)
        for letter in desk.letters():
            desk.mailbox.put("Sent", raid.filed(letter.data), batch[-1].at)
        with desk.store.write_transaction() as tx:
            told.watch(tx)
    await desk.look(mails[-1].at)
    with desk.store.write_transaction() as tx:
        told.watch(tx)
        return raid.compare(of, told, tx)


async def _pass(app: App) -> None:
    """One look, and everything that is to be sent."""
    await app.intakes["raid"].scan_folders()
    delivery = app.deliveries["raid"]
    if delivery.wake_event.is_set():
        delivery.wake_event.clear()
        while await delivery.deliver_next():
            pass


async def _file(client: IMAPClient, sink: Sink, at: datetime) -> None:
    for copy in sink.copies():
        await asyncio.to_thread(client.append, "Sent", copy, (), at)


def _config(of: Sequence[raid.Thread], folder: Path, server: Dovecot, smtp: int) -> models.Config:
    people = "\n".join(f"[people.p{n}]\nemail = [{json.dumps(each)}]" for n, each in enumerate(raid.staff(of)))
    (folder / "password").write_text(PASSWORD)
    (folder / "password").chmod(0o600)
    path = folder / "config.toml"
    values = {"imaps": server.imaps, "user": server.user("raid"), "ca": server.certificates.ca, "smtp": smtp}
    path.write_text(CONFIG.format(folder=folder, people=people, address=raid.MAILBOX, **values))
    return load.load_config(path)


def main() -> None:
    words = sys.argv[1:]
    if not raid.FOLDER.is_dir():
        print(f"skipped: no folder {raid.FOLDER} (WATCHER_CORPUS names the corpus)")
        return
    if DOVECOT_BINARY is None:
        print("skipped: missing server: apt-get install dovecot-imapd")
        return
    of = raid.threads(next((int(word) for word in words if word.isdigit()), 1))
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="rp", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        folder = Path(name)
        folder.chmod(0o755)
        with Dovecot(Certificates(folder / "certificates")) as server:
            figures, counts = asyncio.run(replay(of, folder, server))
    print(figures.table())
    told = ", ".join(f"{name} {value}" for name, value in counts.items())
    print(f"\n{datetime.now(UTC):%Y-%m-%d}, {len(of)} threads, {told}, {time.monotonic() - began:.0f} s")
    third = raid.without_ids(of[::3])
    bare = asyncio.run(in_memory(third))
    print(f"\nA third of it, in memory, the staff's mail without In-Reply-To and References\n{bare.table()}")
    print(f"\n{'Machines, put where an answer would lie':<64}{'of':>6}{'close':>6}{'95 %':>24}")
    misses = [*figures.misses, *(f"without ids: {each}" for each in bare.misses)]
    for label, n, closed in asyncio.run(closes()):
        low, high = bounds(len(closed), n)
        print(f"{label:<64}{n:>6}{len(closed):>6}{low:>16.1f} –{high:>5.1f}%")
        misses += [f"{label} closes: {file}: {how}" for file, how in closed.items()]
    print(f"\n{time.monotonic() - began:.0f} s in all")
    if "-v" in words:
        print("\n" + "\n".join(misses))


if __name__ == "__main__":
    main()
