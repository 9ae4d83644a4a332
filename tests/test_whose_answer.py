"""Real mail against "whose answer is it?": a slice of the support mailbox, and machines' mail that names an open inquiry."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests import corpus, raid
from tests.memory import Desk
from watcher.core.model import Facts

needs_raid = pytest.mark.skipif(
    not raid.FOLDER.is_dir(), reason=f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS"
)


async def replay(of: list[raid.Thread]) -> raid.Figures:
    """Threads in time order through the real intake; its letters are filed under Sent as they are queued."""
    mails = raid.in_order(mail for thread in of for mail in thread.mails)
    desk, told = Desk(raid.MAILBOX, raid.staff(of), mails[0].at), raid.Told()
    await desk.begin()
    for batch in raid.batches(mails):
        for mail in batch:
            desk.shelf.put(mail.folder, mail.raw, mail.at)
        await desk.look(batch[-1].at)
        for letter in desk.letters():
            desk.shelf.put("Sent", raid.filed(letter.data), batch[-1].at)
        with desk.store.begin() as tx:
            told.watch(tx)
    await desk.look(mails[-1].at)
    with desk.store.begin() as tx:
        told.watch(tx)
        return raid.compare(of, told, tx)


@needs_raid
async def test_a_real_support_mailbox():
    """A fifth of it; the whole of it on a real server is `python -m tests.replay`, figures in docs/figures.md."""
    figures = await replay(raid.threads(5))
    print(figures.table(), *figures.misses, sep="\n")
    hits, n = figures.share(raid.ANSWERED)
    assert n > 50
    assert hits >= 0.98 * n
    for what in (raid.WRONGLY, raid.ELSEWHERE, raid.MACHINE):
        assert figures.share(what)[0] == 0, what


# --- machines' mail that names an open inquiry and has its customer in Cc: nothing but what it is can keep it from closing one

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
#: Labelled as a machine's and written by a person: file → why.
PEOPLE_AFTER_ALL: dict[str, str] = {}
MACHINES = ("autoreply", "bounce", "calendar", "report")


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


def labelled(*labels: str) -> list[corpus.Sample]:
    if not (corpus.CORPUS / "manifest.csv").is_file():
        pytest.skip(f"no corpus at {corpus.CORPUS}: name one in WATCHER_CORPUS")
    return [each for each in corpus.samples() if each.label in labels]


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
    with desk.store.begin() as tx:
        for each in tx.inquiries.find():
            if any(entry.event == "answered" for entry in tx.inquiries.journal_of(each.number)):
                closed[int(each.subject.removeprefix("Question "))] = str(each.evidence)
    return closed


def authors(samples: list[corpus.Sample]) -> frozenset[str]:
    found = [message for message in map(corpus.read, samples) if isinstance(message, Facts)]
    return frozenset(each.key for message in found for each in message.from_)


async def test_no_machine_answers_a_customer_whoever_it_writes_as_and_wherever_it_lies():
    """Every bounce, auto-reply, report and calendar mail of the corpus, its author one of ours, in Sent and in INBOX."""
    samples = labelled(*MACHINES)
    closed = await answered_by(
        [as_answer(each.raw, n) for n, each in enumerate(samples)], ("Sent", "INBOX"), authors(samples)
    )
    wrong = {samples[n].file: how for n, how in closed.items() if samples[n].file not in PEOPLE_AFTER_ALL}
    assert len(samples) > 400
    assert not wrong, "\n".join(f"{file}: {how}" for file, how in wrong.items())


async def test_the_same_road_closes_an_inquiry_when_a_person_wrote():
    """The counterproof: else the test above would prove nothing."""
    samples = labelled("human", "not-bounce")
    closed = await answered_by([as_answer(each.raw, n) for n, each in enumerate(samples)], ("Sent",), frozenset())
    print([each.file for n, each in enumerate(samples) if n not in closed])
    assert len(closed) >= 0.9 * len(samples)


async def test_no_letter_of_our_own_answers_a_customer():
    """As it left, with another Message-ID, and with our signature taken off as well, as relays do."""
    desk = Desk("sales@example.com", ["anna@example.com"], MONDAY)
    await desk.begin()
    for n in range(25):
        desk.shelf.put("INBOX", question(n), MONDAY)
    await desk.look(MONDAY)
    letters = desk.letters()
    assert len(letters) == 25
    for letter in letters:
        renamed = re.sub(rb"(?m)^Message-ID: <", b"Message-ID: <relay.", letter.data)
        bare = re.sub(rb"(?m)^X-Watcher-Ref: .*\r\n", b"", renamed.replace(b"<relay.", b"<bare."))
        assert len({letter.data, renamed, bare}) == 3
        for raw in (letter.data, renamed, bare):
            for folder in ("Sent", "INBOX"):
                desk.shelf.put(folder, raw, MONDAY + timedelta(minutes=1))
    await desk.look(MONDAY + timedelta(minutes=1))
    with desk.store.begin() as tx:
        assert {str(each.state) for each in tx.inquiries.find()} == {"waiting"}
        assert len(tx.inquiries.find()) == 25
