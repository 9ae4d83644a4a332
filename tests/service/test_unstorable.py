"""service/intake.py on both kinds of database: what strangers write is stored, and what cannot be stored costs nobody else anything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.samples import long_text
from tests.worlds import START, Answered, IntakeDesk, reply
from watcher.core.inquiry.model import Inquiry
from watcher.edge.store.tables import ledger

LATER = START + timedelta(hours=1)


def question(
    number: int, subject: bytes = b"A quote", more: bytes = b"", text: bytes = b"What does a new roof cost?"
) -> bytes:
    return b"From: Carol <c%d@customer.example>\r\nTo: sales@example.com\r\nSubject: %s\r\n%s\r\n%s\r\n" % (
        number,
        subject,
        more or b"Message-ID: <q%d@customer.example>\r\n" % number,
        text,
    )


def inquiries(desk: IntakeDesk) -> list[Inquiry]:
    with desk.store.read_transaction() as tx:
        return sorted(tx.inquiries.find_by_state(), key=lambda inquiry: inquiry.number)


@pytest.fixture
async def desk(database_url):
    made = IntakeDesk("sales@example.com", ["anna@example.com"], START, database_url)
    await made.begin()
    yield made
    made.store.close()


LONG_WORD = long_text(first="a", last="z").encode()
LONG_ID = b"<" + LONG_WORD + b"@customer.example>"
HOSTILE = [
    question(1, LONG_WORD),
    question(1, long_text().encode()),
    question(1, b"=?utf-8?q?a=00b=ED=A0=80?= \xff\x00 \xed\xa0\x80"),
    question(1, b"A quote", b"Message-ID: " + LONG_ID + b"\r\nReferences: " + LONG_ID * 5 + b"\r\n"),
    question(1, b"A quote", b"X-Original-Message-ID: " + LONG_ID + b"\r\nThread-Index: " + b"QUJD" * 200 + b"\r\n"),
    question(1, b"A quote", b"Reply-To: " + LONG_WORD + b"@customer.example\r\n"),
    question(1, b"A quote", b"Reply-To: c@" + LONG_WORD + b".example\r\nCc: " + b"n" * 5000 + b" <c@d.example>\r\n"),
    question(1, b"A quote", b"Content-Type: text/plain; charset=utf-16\r\n", b"\xd8\x00\x00\x00a\x00"),
    question(1, b"A quote", b"Date: Mon, 23 Nov 99999 10:00:00 +0000\r\n", b"\x00" * 100 + b"What is it?"),
    question(1, b"A quote", b"Content-Language: " + b"x" * 500 + b"\r\n"),
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
async def test_what_a_stranger_writes_is_stored_and_known_again(desk, raw):
    desk.mailbox.put("INBOX", raw, LATER)
    desk.mailbox.put("INBOX", question(2), LATER)
    await desk.look(LATER)
    assert [inquiry.problem for inquiry in inquiries(desk)] == ["", ""]
    desk.mailbox.put("INBOX", raw, LATER)
    await desk.look(LATER)
    assert len(inquiries(desk)) == 2, "a copy of it is known"


async def test_an_answer_that_names_a_question_with_a_long_id_closes_it(desk):
    desk.mailbox.put("INBOX", HOSTILE[3], LATER)
    await desk.look(LATER)
    answer = (
        b"From: Anna <anna@example.com>\r\nTo: c1@customer.example\r\nSubject: Re: A quote\r\nMessage-ID: <a@example.com>\r\n"
        b"In-Reply-To: " + LONG_ID + b"\r\n\r\nFive euros.\r\n"
    )
    desk.mailbox.put("Sent", answer, LATER + timedelta(minutes=5))
    await desk.look(LATER + timedelta(minutes=5))
    assert [inquiry.state for inquiry in inquiries(desk)] == ["answered"]


async def test_a_digest_is_written_and_answered(database_url):
    house = Answered(url=database_url)
    await house.open("A roof", "A door")
    assert len(house.states()) == 2
    await house.deliver(reply(house.digest(), "done 1", at=house.clock.time))
    assert house.states() == ["done", "waiting"]
    house.store.close()


async def test_a_message_that_cannot_be_stored_is_unreadable_alone(postgresql, caplog):
    caplog.set_level("INFO")
    desk = IntakeDesk("sales@example.com", ["anna@example.com"], START, postgresql.create_database())
    await desk.begin()
    with desk.store.write_transaction() as tx:
        tx.connection.exec_driver_sql("alter table ledger alter column subject type varchar(20)")
    for number in range(1, 6):
        desk.mailbox.put("INBOX", question(number, b"x" * 30 if number == 3 else b"A quote"), LATER)
    await desk.look(LATER)
    found = {inquiry.subject: inquiry.problem for inquiry in inquiries(desk)}
    assert len(inquiries(desk)) == 5
    assert [problem for problem in found.values() if problem] == [
        "unreadable: could not be stored. Please look at it in your mail program."
    ]
    with desk.store.read_transaction() as tx:
        places = tx.connection.execute(select(ledger.c.uid, ledger.c.why)).all()
    assert sorted(uid for uid, _ in places) == [1, 2, 3, 4, 5]
    decided = [record.args[2] for record in caplog.records if record.msg.startswith("decided ")]
    assert decided == [1, 2, 3, 4, 5], "the log names no decision that was not kept"
    await desk.look(LATER)
    assert len(inquiries(desk)) == 5, "it is decided, and not asked for again"
    desk.store.close()
