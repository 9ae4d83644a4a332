"""service/canaries.py: sent once a day, seen by the intake, and by nobody else; lost where it does not come."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tests.office import AnsweringClient
from tests.samples import MONDAY, SALES
from tests.worlds import KEY, Mailroom
from watcher.core.message.model import Address
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase
from watcher.edge.clock import SteppedClock
from watcher.edge.store.tables import ledger
from watcher.service.canaries import CanaryRoute, CanarySender

DAY = timedelta(days=1)
TAKEN = Accepted(250, "ok")
REFUSED = Refused(535, "5.7.8 no", permanent=True, phase=SmtpPhase.LOGIN)


class House:
    """A mailbox, the sender of its test messages, and the server between them."""

    def __init__(self, *outcomes) -> None:
        self.room = Mailroom()
        self.clock = SteppedClock(MONDAY)
        self.server = AnsweringClient(*outcomes)
        self.sender = CanarySender(self.room.store, self.clock, KEY)
        self.sender.at, self.sender.zone = time(8, 30), ZoneInfo("UTC")
        self.sender.routes = [CanaryRoute("sales", Address("watcher@example.net"), SALES, self.server)]

    def known(self):
        with self.room.store.read_transaction() as tx:
            return tx.canaries.list_canaries()

    async def tick(self, seen=("sales",), after: timedelta = timedelta(minutes=1)) -> None:
        self.sender.report(self.known(), seen)
        if self.sender._job.task is not None:
            await asyncio.wait({self.sender._job.task})
        self.clock.advance_to(self.clock.now() + after)


async def test_it_is_sent_once_a_day_and_arrives_unseen_by_people():
    house = House(TAKEN, TAKEN)
    for _ in range(4):
        await house.tick()
    (letter,) = house.server.letters
    assert (letter.recipient, letter.sender) == (SALES.email, "watcher@example.net")
    assert house.room.asked(letter.data) == ("own", "Watcher's own test message")
    (canary,) = house.known()
    assert canary.arrived_at is not None and canary.problem == ""
    with house.room.store.read_transaction() as tx:
        assert tx.inquiries.find_by_state() == []
        assert tx.letters.count_by_state() == {}
        assert tx.connection.scalar(select(ledger.c.inquiry)) is None
    await house.tick(after=DAY)
    await house.tick()
    assert len(house.server.letters) == 2


async def test_our_copy_among_the_sent_mail_is_no_arrival():
    house = House(TAKEN)
    await house.tick()
    assert house.room.sent(house.server.letters[0].data)[0] == "own"
    assert house.known()[0].arrived_at is None


async def test_nothing_is_sent_to_a_mailbox_that_is_not_seen():
    house = House()
    await house.tick(seen=())
    assert house.known() == []


async def test_what_no_server_takes_is_tried_again_and_says_why():
    house = House(REFUSED, TAKEN)
    await house.tick()
    (canary,) = house.known()
    assert canary.problem == "535 5.7.8 no"
    for _ in range(5):
        await house.tick()
    (mended,) = house.known()
    assert mended == replace(canary, problem="")
    assert len(house.server.letters) == 1


async def test_a_damaged_one_is_on_record():
    house = House(TAKEN)
    await house.tick()
    house.room.asked(house.server.letters[0].data.replace(b"=C3=B6", b"=3F"))
    assert "text was changed" in house.known()[0].problem


async def test_none_where_the_configuration_names_no_time():
    house = House()
    house.sender.at = None
    await house.tick()
    assert (house.known(), house.sender.mailboxes) == ([], [])
