"""edge/store: batch/transaction.py batch/ledger.py batch/inquiries.py batch/letters.py batch/reviews.py batch/threads.py batch/numbers.py

A batch leaves what one message after the other leaves: the same mail, made by chance, is decided both ways, and every table must have
the same rows afterwards. Seeds are few here; WATCHER_BATCH_SEEDS asks for more.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.office import OutboxServer
from tests.samples import ANNA, MONDAY, SALES, inquiry, letter
from tests.servers.database import observed_statements
from tests.worlds import IntakeDesk
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.outbox.model import LetterState
from watcher.edge.guard import GuardFile
from watcher.edge.store import tables
from watcher.edge.store.batch.transaction import open_batch
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.message_intake import MessageIntake

SEEDS = range(int(os.environ.get("WATCHER_BATCH_SEEDS", "4")))
PEOPLE = ("carol", "carol+shop", "dave", "erin", "Frank.O")
WORDS = "What does a new roof cost, and when could you come to have a look at the house?"


class OneByOne(MessageIntake):
    """Every message is decided with nothing in memory."""

    def process_batch(self, tx, folder, classified, now, on_letters_queued):
        here = [known for known in classified if not self.record_if_awaited(tx, known[0], now)]
        letters = [self.process_arrival(tx, folder, *arrival, now) for arrival in here]
        return {arrival.locator for arrival, _ in here}, on_letters_queued(tx, ()) if any(letters) else None


class Chance:
    """Mail of a few customers and the house, in which everything refers to everything: also to what is still to come."""

    def __init__(self, seed: int) -> None:
        self.choice = random.Random(seed)
        self.names = [f"m{n}@mail.example" for n in range(30)]
        self.sent: list[tuple[str, bytes]] = []

    def mail(self) -> tuple[str, bytes]:
        """Folder and octets."""
        kinds = (self.question, self.reply, self.answer, self.machine, self.report, self.again, self.form, self.garbage)
        (kind,) = self.choice.choices(kinds, (6, 5, 6, 2, 2, 2, 2, 1))
        mail = kind()
        self.sent.append(mail)
        return mail

    def subject(self) -> str:
        return f"Roof {self.choice.randrange(4)}"

    def write(self, folder: str, sender: str, to: str, text: str, **more: str) -> tuple[str, bytes]:
        lines = {"From": sender, "To": to, "Message-ID": f"<{self.choice.choice(self.names)}>", **more}
        lines = {name.replace("_", "-"): value for name, value in lines.items() if value}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return folder, f"{head}\r\n{text}\r\n".encode()

    def customer(self) -> str:
        return f"{self.choice.choice(PEOPLE)}@customer.example"

    def refers(self) -> dict[str, str]:
        parents = [f"<{name}>" for name in self.choice.sample(self.names, self.choice.randrange(3))]
        return {"References": " ".join(parents), "In-Reply-To": parents[-1] if parents else ""}

    def question(self) -> tuple[str, bytes]:
        return self.write("INBOX", self.customer(), SALES.email, WORDS, Subject=self.subject())

    def reply(self) -> tuple[str, bytes]:
        text = self.choice.choice(("Thanks!", "And with a window?", WORDS))
        return self.write("INBOX", self.customer(), SALES.email, text, Subject=f"Re: {self.subject()}", **self.refers())

    def answer(self) -> tuple[str, bytes]:
        folder = self.choice.choice(("Sent", "Sent", "Sent", "INBOX"))
        text = self.choice.choice(("It costs 200 EUR, we come on Friday.", "I will ask and write again."))
        subject = f"Re: {self.subject()}"
        return self.write(folder, ANNA.email, self.customer(), text, Subject=subject, **self.refers())

    def machine(self) -> tuple[str, bytes]:
        more = self.choice.choice(
            ({"Auto-Submitted": "auto-replied"}, {"List-Id": "<news.example>", "Precedence": "bulk"})
        )
        return self.write(
            "INBOX", self.customer(), SALES.email, "Away until Monday.", Subject="Away", **more, **self.refers()
        )

    def report(self) -> tuple[str, bytes]:
        reported = self.choice.choice(self.names)
        text = (
            "--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; carol@customer.example\r\nAction: failed\r\n"
            f"Status: 5.1.1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{reported}>\r\n"
            f"From: {ANNA.email}\r\nTo: carol@customer.example\r\n\r\nhello\r\n--b--"
        )
        kind = "multipart/report; report-type=delivery-status; boundary=b"
        return self.write(
            "INBOX", "MAILER-DAEMON@mx.example", SALES.email, text, Subject="Undelivered", Content_Type=kind
        )

    def again(self) -> tuple[str, bytes]:
        if not self.sent:
            return self.question()
        folder, raw = self.choice.choice(self.sent)
        return self.choice.choice((folder, "INBOX")), raw

    def form(self) -> tuple[str, bytes]:
        return self.write(
            "INBOX", "forms@site.example", SALES.email, WORDS, Subject="Contact", Reply_To=self.customer()
        )

    def garbage(self) -> tuple[str, bytes]:
        return "INBOX", self.choice.randbytes(60)


class Desk(IntakeDesk):
    """An intake that decides one by one, or in batches."""

    def __init__(self, url: str, message_intake: type[MessageIntake]) -> None:
        super().__init__(SALES.email, [ANNA.email], MONDAY, url)
        self.intake.messages = message_intake(self.intake.config, b"k" * 32)
        self.delivery: Delivery | None = None

    def open_outbox(self, guard: Path) -> None:
        """Letters are claimed in the batch that queues them, and sent after each look."""
        self.delivery = Delivery(
            DeliveryConfig("sales", AcknowledgementLimits(max_per_hour=4)), OutboxServer(), self.store, self.clock,
            GuardFile.load_or_create(guard), hooks=DeliveryHooks(_look_nowhere, lambda tx, one, now: one.data),
        )  # fmt: skip
        self.intake._on_letters_queued = self.delivery.claim_queued_letter

    async def look(self, at: datetime) -> None:
        if self.delivery is not None:
            self.clock.at = max(self.clock.at, at)
            while await self.delivery.deliver_next():
                pass
        await super().look(at)


async def _look_nowhere(mailboxes: Collection[str]) -> bool:
    return True


def rows(desk: IntakeDesk) -> dict[str, list[str]]:
    """Table → its rows as text. What PostgreSQL and SQLite number by themselves, or at random, is left out."""
    with desk.store.read_transaction() as tx:
        return {
            name: sorted(repr(tuple(row)) for row in tx.connection.execute(select(table)))
            for name, table in tables.metadata.tables.items()
            if name != "meta"
        }


async def live(desk: IntakeDesk, seed: int, rounds: int = 4, messages: int = 14) -> None:
    """Some looks with many messages each; the letters that were queued stand in Sent afterwards, as servers file them."""
    chance = Chance(seed)
    await desk.begin()
    for number in range(1, rounds + 1):
        at = MONDAY + timedelta(hours=number)
        for n in range(messages):
            folder, raw = chance.mail()
            desk.mailbox.put(folder, raw, at + timedelta(seconds=n))
        for written in desk.letters():
            if chance.choice.random() < 0.5:
                desk.mailbox.put("Sent", written.data, at)
        await desk.look(at + timedelta(minutes=1))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_batch_leaves_what_one_message_after_the_other_leaves(seed, tmp_path):
    found = []
    for name, kind in (("one", OneByOne), ("batch", MessageIntake)):
        desk = Desk(f"sqlite:///{tmp_path}/{name}.sqlite3", kind)
        asyncio.run(live(desk, seed))
        found.append(rows(desk))
        desk.store.close()
    one, batch = found
    assert {name: len(rest) for name, rest in batch.items()} == {name: len(rest) for name, rest in one.items()}
    assert batch == one
    assert one["inquiry"] and one["turn"] and one["letter"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_letter_claimed_in_its_batch_is_what_it_is_where_it_is_claimed_alone(seed, tmp_path):
    found = []
    for name, kind in (("one", OneByOne), ("batch", MessageIntake)):
        desk = Desk(f"sqlite:///{tmp_path}/{name}.sqlite3", kind)
        desk.open_outbox(tmp_path / f"{name}.json")
        asyncio.run(live(desk, seed, rounds=6, messages=8))
        found.append(rows(desk))
        desk.store.close()
    one, batch = found
    assert batch == one
    assert any("sent" in row for row in one["letter"])


def test_what_came_back_in_a_batch_counts_for_the_letter_that_is_claimed_in_it(store):
    """A journal line that waits is asked for past the batch."""
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        sent = {"state": LetterState.SENT, "offered_at": MONDAY, "inquiry": number}
        before = tx.letters.add_to_queue(letter(id=0, key="before", message_id="b@example.com", **sent))
    with store.write_transaction() as tx, open_batch(tx) as batch:
        batch.inquiries.add_to_journal(number, MONDAY, [("unreachable", "5.1.1")])
        queued = batch.letters.add_to_queue(letter(id=0, key="now", message_id="n@example.com", inquiry=number))
        rates = batch.letters.acknowledgement_rates(queued, "", MONDAY + timedelta(minutes=1))
        assert (rates["bounced_hour"], rates["all_day"]) == ({before.recipient}, 1)
        assert tx.letters.get(queued.id) is None, "it waits"


def test_a_letter_that_waits_is_changed_in_memory_if_it_is_as_it_was(store):
    with store.write_transaction() as tx, open_batch(tx) as batch:
        since = MONDAY - timedelta(hours=1)
        assert batch.letters.count_to_customers_from("sales", since) == 0
        queued = batch.letters.add_to_queue(letter(id=0, inquiry=None))
        assert batch.letters.count_to_customers_from("sales", since) == 1
        offered = replace(queued, attempts=1, offered_at=MONDAY)
        assert batch.letters.update_if_unchanged(queued, offered)
        assert not batch.letters.update_if_unchanged(queued, offered), "it is not as it was"
        assert batch.letters.find_by_message_id([queued.message_id]) == offered
        assert batch.letters.update_if_unchanged(offered, replace(offered, state=LetterState.WITHHELD))
        assert batch.letters.count_to_customers_from("sales", since) == 0
    with store.read_transaction() as tx:
        assert (tx.letters.get(queued.id).state, tx.letters.get(queued.id).attempts) == (LetterState.WITHHELD, 1)


def test_a_batch_on_postgresql_numbers_as_the_database_does(database_url):
    desk = Desk(database_url, MessageIntake)
    asyncio.run(live(desk, 1, rounds=2))
    first = len(rows(desk)["inquiry"])
    for n in range(3):
        desk.mailbox.put("INBOX", f"From: x{n}@other.example\r\nTo: {SALES.email}\r\n\r\n{WORDS}\r\n".encode(), MONDAY)
    with desk.store.write_transaction() as tx:  # and a row that no batch has written
        (known, *_) = tx.inquiries.find_by_state()
        tx.inquiries.save(replace(known, number=0))
    asyncio.run(desk.look(MONDAY + timedelta(hours=9)))
    assert len(rows(desk)["inquiry"]) == first + 4
    desk.store.close()


def test_a_batch_asks_postgresql_for_the_numbers_of_most_rows_together(database_url):
    """One question a row was a third of what mail after an outage took. Inquiries have successive numbers, which people see."""
    desk = Desk(database_url, MessageIntake)
    asyncio.run(desk.begin())
    for n in range(40):
        desk.mailbox.put("INBOX", f"From: x{n}@other.example\r\nTo: {SALES.email}\r\n\r\n{WORDS}\r\n".encode(), MONDAY)
    seen: list[str] = []
    with observed_statements(seen):
        asyncio.run(desk.look(MONDAY + timedelta(minutes=1)))
    assert len(desk.letters()) == 40
    with desk.store.write_transaction() as tx:
        assert sorted(each.number for each in tx.inquiries.find_by_state()) == [*range(1, 41)]
    doubled = 6  # 1, 2, 4, 8, 16, 32
    expected = 0 if database_url.startswith("sqlite") else 40 + doubled + doubled
    assert sum("nextval" in statement for statement in seen) == expected
    desk.store.close()


@pytest.mark.parametrize("parents", [0, 1], ids=["first messages", "replies"])
def test_more_messages_of_a_batch_ask_the_database_nothing_more(parents):
    """Of each its answer is queued, and the answer's name leads to its inquiry."""
    statements: list[int] = []
    for count in (5, 40):
        desk = Desk("sqlite://", MessageIntake)
        asyncio.run(desk.begin())
        for n in range(count):
            refers = f"In-Reply-To: <p{n}@other.example>\r\n" * parents
            raw = f"From: x{n}@other.example\r\nTo: {SALES.email}\r\nMessage-ID: <m{n}@other.example>\r\n{refers}\r\n{WORDS}\r\n"
            desk.mailbox.put("INBOX", raw.encode(), MONDAY)
        seen: list[str] = []
        with observed_statements(seen):
            asyncio.run(desk.look(MONDAY + timedelta(minutes=1)))
        assert len(desk.letters()) == count
        statements.append(len(seen))
        desk.store.close()
    assert statements[0] == statements[1]


def test_questions_that_were_answered_before_they_came_ask_nothing_more_either():
    """As after an outage: the folder of sent mail is read first, and every reply in it waits for its question."""
    statements: list[int] = []
    for count in (5, 40):
        desk = Desk("sqlite://", MessageIntake)
        asyncio.run(desk.begin())
        for n in range(count):
            customer, names = f"x{n}@other.example", f"Subject: Roof {n}\r\nMessage-ID: "
            question = f"From: {customer}\r\nTo: {SALES.email}\r\n{names}<m{n}@other.example>\r\n\r\n{WORDS}\r\n"
            refers = f"In-Reply-To: <m{n}@other.example>\r\n"
            answer = f"From: {ANNA.email}\r\nTo: {customer}\r\n{names}<a{n}@example.com>\r\n{refers}\r\nIt costs 200 EUR.\r\n"
            desk.mailbox.put("INBOX", question.encode(), MONDAY)
            desk.mailbox.put("Sent", answer.encode(), MONDAY + timedelta(seconds=30))
        seen: list[str] = []
        with observed_statements(seen):
            asyncio.run(desk.look(MONDAY + timedelta(minutes=1)))
        assert len(rows(desk)["turn"]) == 2 * count and not rows(desk)["loose"]
        statements.append(len(seen))
        desk.store.close()
    assert statements[0] == statements[1]


def test_what_a_batch_has_decided_is_seen_by_whoever_asks_past_it(store):
    with store.write_transaction() as tx, open_batch(tx) as batch:
        batch.threads.record_written_by_us("m1@mail.example")
        assert not tx.threads.is_written_by_us(["m1@mail.example"])  # it waits
        assert batch.letters.count_by_state() == {}  # not in memory: what waits is written first
        assert tx.threads.is_written_by_us(["m1@mail.example"])


def test_what_is_changed_past_a_batch_is_asked_for_again(store):
    with store.write_transaction() as tx, open_batch(tx) as batch:
        assert not batch.threads.is_written_by_us(["m1@mail.example"])
        batch.connection.execute(tables.written.insert(), {"message_id": "m1@mail.example"})
        assert batch.threads.is_written_by_us(["m1@mail.example"])


def test_a_batch_that_fails_leaves_nothing(store):
    def fail() -> None:
        with store.write_transaction() as tx, open_batch(tx) as batch:
            batch.threads.record_written_by_us("m1@mail.example")
            raise ValueError

    with pytest.raises(ValueError):
        fail()
    with store.read_transaction() as tx:
        assert not tx.threads.is_written_by_us(["m1@mail.example"])
