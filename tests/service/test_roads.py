"""A digest goes by any account that can send: Anna's two mailboxes, of which one is refused its login."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes

import pytest

from tests.office import SALES, Office, OutboxServer, nags
from tests.samples import OFFICE, TEMPLATES, policy
from tests.worlds import MemoryGuard
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.message.model import Address
from watcher.core.outbox.model import Accepted, LetterState, Refused, SmtpPhase, Unknown
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.reminders import Reminders

SHOP = Address("shop@shop.example", "Example Shop")
REFUSED = Refused(535, "5.7.8 wrong password", permanent=True, phase=SmtpPhase.LOGIN)
LOOKS_LIKE_SPAM = Refused(554, "5.7.1 looks like spam", permanent=True)
ACCEPTED = Accepted(250, "ok")
KEY = "digest:anna:2026-11-23 14:00"


class TwoMailboxes(Office):
    is_accepting = False

    def __init__(self) -> None:
        super().__init__()
        policies = {"sales": self.policy, "shop": policy(mailbox="shop", ladders=self.policy.ladders, hours=OFFICE)}
        self.people["anna"] = replace(self.people["anna"], mailbox="sales")

        async def look(mailboxes):
            return None

        rota = ReminderConfig(self.people, policies, {"sales": SALES, "shop": SHOP}, OFFICE, TEMPLATES)
        self.writer = DigestWriter(rota, b"k" * 32)
        self.reminders = Reminders(self.writer, self.store, self.clock, scan_sent_mail=look)
        self.look = look
        self.servers = {"sales": OutboxServer(), "shop": OutboxServer()}
        self.deliveries = {name: self.delivery(name) for name in policies}

    def delivery(self, name: str) -> Delivery:
        return Delivery(
            DeliveryConfig(name, AcknowledgementLimits()), self.servers[name], self.store, self.clock, MemoryGuard(),  # type: ignore[arg-type]
            hooks=DeliveryHooks(self.look, self.writer.rerender),
        )  # fmt: skip

    async def send(self) -> None:
        for delivery in self.deliveries.values():
            while await delivery.deliver_next():
                pass

    async def work(self, minutes: float) -> None:
        """Both loops, a round every half minute."""
        for _ in range(int(minutes * 2)):
            await self.send()
            self.clock.time += timedelta(seconds=30)
            await self.reminders.process_due()


@pytest.fixture
async def house():
    house = TwoMailboxes()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    return house


async def test_what_waits_where_the_login_is_refused_leaves_by_the_other_account(house):
    house.servers["sales"].before = REFUSED
    await house.until("2026-11-23 14:00")
    assert (await house.letter(KEY)).mailbox == "sales"
    await house.send()
    await house.until("2026-11-23 14:01")
    await house.send()
    letter = await house.letter(KEY)
    assert (letter.state, letter.mailbox, letter.sender) == (LetterState.SENT, "shop", SHOP.email)
    mail = message_from_bytes(letter.data)
    assert SHOP.email in mail["From"]
    assert mail["Message-ID"] == f"<{letter.message_id}>"
    await house.until("2026-11-23 14:02")
    assert await nags(house) == 1


async def test_the_next_digest_is_written_for_the_account_that_can_send(house):
    house.servers["sales"].before = REFUSED
    await house.until("2026-11-23 14:00")
    await house.send()
    await house.until("2026-11-23 14:01")
    await house.send()
    await house.until("2026-11-23 14:02", "2026-11-25 09:00")
    assert (await house.letter("digest:anna:2026-11-25 09:00")).mailbox == "shop"


async def test_where_no_account_can_send_it_waits_and_leaves_by_the_first_that_can(house):
    house.servers["sales"].before = house.servers["shop"].before = REFUSED
    await house.until("2026-11-23 14:00")
    for minute in range(1, 9):
        await house.send()
        await house.until(f"2026-11-23 14:{minute:02}")
    assert (await house.letter(KEY)).state is LetterState.PENDING
    house.servers["shop"].before = house.servers["sales"].before = None
    await house.until("2026-11-23 16:00")
    await house.send()
    assert (await house.letter(KEY)).state is LetterState.SENT


async def test_an_account_that_works_again_is_known_to_though_nothing_was_sent_by_it(house):
    """Digests go another way as long as it is said to send nothing: no letter would ever find out."""
    house.servers["sales"].before = REFUSED
    await house.until("2026-11-23 14:00")
    await house.send()
    await house.until("2026-11-23 14:01")
    await house.send()
    assert (await house.letter(KEY)).mailbox == "shop"
    house.servers["sales"].before = None
    await house.until("2026-11-23 16:00")
    await house.send()
    with house.store.read_transaction() as tx:
        assert tx.incidents.list_open() == []
    house.servers["shop"].before = REFUSED
    await house.until("2026-11-25 09:00")
    assert (await house.letter("digest:anna:2026-11-25 09:00")).mailbox == "sales"


async def test_a_digest_whose_words_were_refused_once_does_not_wait_for_an_account_that_refuses_its_login(house):
    house.servers["sales"].before, house.servers["shop"].after = REFUSED, LOOKS_LIKE_SPAM
    await house.until("2026-11-23 14:00")
    await house.work(minutes=1)
    assert (await house.letter(KEY)).code == 554
    house.servers["shop"].after = ACCEPTED
    await house.work(minutes=20)
    letter = await house.letter(KEY)
    assert (letter.state, letter.mailbox) == (LetterState.SENT, "shop")


async def test_where_every_account_refuses_it_what_a_letter_was_refused_for_stays_known(house):
    """It stays where it was offered last: whether a letter is to blame shows only by what the same account took since."""
    house.servers["sales"].before, house.servers["shop"].after = REFUSED, LOOKS_LIKE_SPAM
    await house.until("2026-11-23 14:00")
    await house.work(minutes=30)
    letter = await house.letter(KEY)
    assert (letter.mailbox, letter.code, letter.error) == ("shop", 554, "554 5.7.1 looks like spam")
    assert letter.offered_at is not None
    assert len(house.servers["shop"].offered) == 2, "tried again by itself"


async def test_an_account_that_refused_a_letter_is_tried_again_with_another_one(house):
    house.servers["sales"].after = LOOKS_LIKE_SPAM
    await house.until("2026-11-23 14:00")
    await house.work(minutes=1)
    letter = await house.letter(KEY)
    assert (letter.state, letter.mailbox) == (LetterState.SENT, "shop"), "the account rests"
    house.servers["sales"].after, house.servers["shop"].before = ACCEPTED, REFUSED
    await house.until("2026-11-25 09:00")
    await house.send()
    letter = await house.letter("digest:anna:2026-11-25 09:00")
    assert (letter.state, letter.mailbox) == (LetterState.SENT, "sales")
    with house.store.read_transaction() as tx:
        assert tx.incidents.list_open() == []


async def test_an_attempt_under_way_does_not_send_what_was_given_to_the_other_account(house):
    """While one server hangs, the digest leaves by the other; then the first one goes on."""
    house.servers["sales"].before = REFUSED
    await house.until("2026-11-23 14:00")
    await house.send()
    slow = house.servers["sales"]
    slow.before = None
    house.clock.time += timedelta(seconds=90)

    async def start_mail_transaction(letter):
        await house.until("2026-11-23 14:02")  # the tick gives it to the other account …
        while await house.deliveries["shop"].deliver_next():  # … which sends it
            pass
        return slow

    slow.start_mail_transaction = start_mail_transaction
    sent = []
    slow.on_finish = lambda: sent.append("sales")
    house.servers["shop"].on_finish = lambda: sent.append("shop")
    await house.deliveries["sales"].deliver_next()
    assert sent == ["shop"]
    assert (await house.letter(KEY)).state is LetterState.SENT


async def test_what_may_have_left_keeps_its_account(house):
    house.servers["sales"].after = Unknown("the line broke")
    await house.until("2026-11-23 14:00")
    await house.send()
    house.servers["sales"].before = REFUSED
    await house.until("2026-11-23 14:30")
    await house.send()
    await house.until("2026-11-23 14:31")
    letter = await house.letter(KEY)
    assert (letter.mailbox, letter.may_have_left) == ("sales", 1)
