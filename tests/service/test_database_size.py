"""What a message costs in the database (docs/privacy.md): an ordinary one little, and one that was made to fill it not much more."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.worlds import Mailroom
from watcher.edge.store.store import Store
from watcher.service import personal_data

SIZE = 40_000


def house(folder: Path) -> Mailroom:
    return Mailroom(store=Store(f"sqlite:///{folder}/watcher.sqlite3"))


def octets(room: Mailroom) -> int:
    with room.store.read_transaction() as tx:
        used = "SELECT SUM(pgsize) - SUM(unused) FROM dbstat"
        return int(tx.connection.exec_driver_sql(used).scalar_one())


def words(seed: random.Random, length: int) -> str:
    """Nothing that could be stored shorter."""
    return "".join(seed.choice(string.ascii_letters) for _ in range(length))


def ids(seed: random.Random, length: int) -> str:
    return "\r\n ".join(f"<{words(seed, 60)}@x.example>" for _ in range(length // 75))


def addresses(seed: random.Random, length: int) -> str:
    return ",\r\n ".join(f"{words(seed, 30)} <{words(seed, 30)}@x.example>" for _ in range(length // 80))


#: What is blown up → the header lines and the body.
HOSTILE: dict[str, Callable[[random.Random], tuple[str, str]]] = {
    "subject": lambda seed: (f"Subject: {words(seed, SIZE)}", "Hello"),
    "folded subject": lambda seed: ("Subject: " + "\r\n ".join(words(seed, 70) for _ in range(SIZE // 73)), "Hello"),
    "body": lambda seed: ("Subject: x", "\r\n".join(words(seed, 70) for _ in range(SIZE // 72))),
    "references": lambda seed: (f"Subject: x\r\nReferences: {ids(seed, SIZE)}", "Hello"),
    "references of many fields": lambda seed: (
        "Subject: x\r\n" + "\r\n".join(f"References: {ids(seed, 4000)}" for _ in range(9)),
        "Hello",
    ),
    "to": lambda seed: (f"Subject: x\r\nCc: {addresses(seed, SIZE)}", "Hello"),
    "reply-to": lambda seed: (f"Subject: x\r\nReply-To: {addresses(seed, SIZE)}", "Hello"),
    "message-id": lambda seed: (f"Subject: x\r\nMessage-ID: <{words(seed, SIZE)}@x.example>", "Hello"),
    "name": lambda seed: (f"Subject: x\r\nSender: {words(seed, SIZE)} <a@x.example>", "Hello"),
    "a bit of all": lambda seed: (
        f"Subject: {words(seed, 6000)}\r\nReferences: {ids(seed, 6000)}\r\nIn-Reply-To: {ids(seed, 6000)}\r\n"
        f"Cc: {addresses(seed, 6000)}\r\nReply-To: {addresses(seed, 6000)}\r\nList-Id: {words(seed, 1000)} <{words(seed, 900)}.x>",
        words(seed, 8000),
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_mail_that_was_made_to_fill_the_database_costs_no_more_than_20_kb(tmp_path, what):
    room, seed, count = house(tmp_path), random.Random(what), 3
    room.asked("From: Carol <carol@customer.example>\r\nSubject: first\r\n\r\nHow much is it?\r\n")
    before = octets(room)
    for n in range(count):
        head, body = HOSTILE[what](seed)
        room.asked(f"From: {words(seed, 60)} <c{n}@customer.example>\r\n{head}\r\n\r\n{body}\r\n".encode())
    cost = (octets(room) - before) / count
    assert cost <= 20_000


def test_an_ordinary_one_costs_no_more_than_1500_octets_after_a_month(tmp_path):
    """Two of five are newsletters, two are in a conversation that is known. No letter has left, so that all of them are still there."""
    room, count = house(tmp_path), 100
    before = octets(room)
    for n in range(count // 5):
        ask = f"From: Carol {n} <c{n}@customer.example>\r\nSubject: Roof {n}\r\nMessage-ID: <q{n}@customer.example>"
        room.asked(
            f"{ask}\r\n\r\nGood morning,\r\n\r\nour roof leaks. What would a repair cost?\r\n\r\nCarol\r\n".encode()
        )
        thread = f"References: <q{n}@customer.example>\r\nIn-Reply-To: <q{n}@customer.example>"
        answer = f"From: sales@example.com\r\nTo: c{n}@customer.example\r\nSubject: Re: Roof {n}\r\nMessage-ID: <a{n}@example.com>"
        room.sent(f"{answer}\r\n{thread}\r\n\r\nDear Carol, it costs 100.\r\n".encode())
        more = (
            f"From: c{n}@customer.example\r\nSubject: Re: Roof {n}\r\nMessage-ID: <m{n}@customer.example>\r\n{thread}"
        )
        room.asked(f"{more}\r\n\r\nThank you very much, that is all.\r\n".encode())
        for m in range(2):
            news = f"From: News <news{m}@shop.example>\r\nSubject: Offers of week {n}\r\nMessage-ID: <n{n}.{m}@shop.example>"
            bulk = (
                "Precedence: bulk\r\nList-Id: Offers <offers.shop.example>\r\nList-Unsubscribe: <mailto:u@shop.example>"
            )
            room.asked(f"{news}\r\n{bulk}\r\n\r\nCheap tiles\r\n".encode())
    room.now += timedelta(days=31)
    with room.store.write_transaction() as tx:
        while personal_data.prune_step(tx, timedelta(days=400), room.now, room.now.tzinfo):
            pass
    cost = (octets(room) - before) / count
    assert cost <= 1_500
