"""Machines' mail of the corpus put where a person's answer would lie: it names an open inquiry, has its customer in Cc, its author
is one of ours, and it lies in Sent and in INBOX. Nothing but what it is can keep it from closing the inquiry.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests import corpus
from tests.memory import Desk
from watcher.core.message.model import Facts

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LABELS = ("autoreply", "bounce", "calendar", "report")


def customer(n: int) -> str:
    return f"customer{n}@c{n}.example"


def question(n: int) -> bytes:
    return (
        f"From: {customer(n)}\r\nTo: sales@example.com\r\nSubject: Question {n}\r\nMessage-ID: <q{n}@c{n}.example>\r\n\r\n"
        f"What does item {n} cost, and when can you deliver it?\r\n"
    ).encode()


def as_answer(raw: bytes, n: int) -> bytes:
    """The same octets under three more header lines: In-Reply-To, References and a Cc to the customer."""
    first = raw.partition(b"\n")[0]
    end = b"\r\n" if first.endswith(b"\r") else b"\n"
    envelope = first + b"\n" if first.startswith(b"From ") else b""
    lines = (f"In-Reply-To: <q{n}@c{n}.example>", f"References: <q{n}@c{n}.example>", f"Cc: {customer(n)}")
    return envelope + b"".join(line.encode() + end for line in lines) + raw[len(envelope) :]


async def answered_by(answers: list[bytes], folders: tuple[str, ...], people: frozenset[str]) -> dict[int, str]:
    """Number of each answer that closed its inquiry, and how. Answer n is put under `folders` and names question n."""
    desk = Desk("sales@example.com", people, MONDAY)
    await desk.begin()
    for n in range(len(answers)):
        desk.shelf.put("INBOX", question(n), MONDAY)
    await desk.look(MONDAY)
    for raw in answers:
        for folder in folders:
            desk.shelf.put(folder, raw, MONDAY + timedelta(hours=1))
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
