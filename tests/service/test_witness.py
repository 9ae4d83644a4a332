"""Our own copy among the sent mail is proof: it settles what nobody could know, under whatever id a relay gave it."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import CAROL, MONDAY, inquiry, letter, mailbox_on
from tests.servers.real import imap_account
from tests.worlds import open_intake
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.letters.mime import LetterDraft, compose_letter
from watcher.core.message.model import Address
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import Clock
from watcher.edge.guard import GuardFile
from watcher.edge.store.store import Store
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks

KEY = b"k" * 32
SALES = Address("sales@example.com", "Example Sales")


@pytest.fixture
async def house(dovecot, tmp_path):
    """A mailbox after its first look, an acknowledgement, and what may put a copy of it among the sent mail."""
    user = dovecot.user(f"wit{uuid.uuid4().hex[:8]}")
    store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
    one = open_intake(mailbox_on(imap_account(dovecot, user)), store)
    await one.scan_folders()
    draft = LetterDraft(SALES, CAROL, "We have your mail", "Thank you.\n", in_reply_to="q1@customer.example")
    written = compose_letter(draft, key=KEY, letter_key="ack:1", now=Clock().now())
    now = Clock().now()
    ours = letter(
        id=0,
        message_id=written.message_id,
        data=written.data,
        created_at=now,
        next_at=now,
        answers_at=now,
        offered_at=now,
    )
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))

    def file_copy(data=written.data):
        dovecot.append(user, "Sent", data)

    yield one, store, ours, file_copy
    await one.close()
    store.close()


def another_id(data: bytes) -> bytes:
    """What some relays do."""
    return re.sub(rb"(?m)^Message-ID: <[^>]*>", b"Message-ID: <0102018c@relay.example>", data)


@pytest.mark.parametrize("relay", [bytes, another_id], ids=["as it was", "with another id"])
@pytest.mark.parametrize(
    "state", [LetterState.UNCERTAIN, LetterState.SENDING, LetterState.FAILED, LetterState.WITHHELD]
)
async def test_a_copy_settles_it(house, relay, state):
    one, store, ours, file_copy = house
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(replace(ours, state=state))
    file_copy(relay(ours.data))
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert tx.letters.get(1).state is LetterState.SENT
        assert tx.ledger.has_own_sent_copies("sales", MONDAY)


@pytest.mark.parametrize("relay", [bytes, another_id], ids=["as it was", "with another id"])
async def test_a_copy_seen_before_the_letter_is_known_again_keeps_it_from_leaving_twice(house, tmp_path, relay):
    """The database was rolled back: the copy is read first, then the mail is acknowledged as if for the first time."""
    one, store, ours, file_copy = house
    file_copy(relay(ours.data))
    await one.scan_folders()
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(ours)

    class Server:
        async def start_mail_transaction(self, letter):
            raise AssertionError("offered again")

    async def last_look(mailboxes):
        return None

    delivery = Delivery(
        DeliveryConfig("sales", AcknowledgementLimits()), Server(), store, Clock(), GuardFile.load_or_create(tmp_path / "guard.json"),
        hooks=DeliveryHooks(last_look, lambda *all: b""),
    )  # fmt: skip
    await delivery.deliver_next()
    with store.read_transaction() as tx:
        assert tx.letters.get(1).state is LetterState.SENT


@pytest.mark.parametrize("minutes", [-1, 1])
async def test_a_copy_of_what_was_never_offered_is_another_watchers_where_the_question_is_of_this_run(
    house, tmp_path, minutes
):
    """It has a copy of this state: the same mail, the same key, the same name of the letter. Of mail from before this run a restored
    backup may have forgotten the letter."""
    one, store, ours, file_copy = house
    delivery = Delivery(
        DeliveryConfig("sales", AcknowledgementLimits()), None, store, Clock(), GuardFile.load_or_create(tmp_path / "guard.json"),
        hooks=DeliveryHooks(lambda mailboxes: one.scan_folders(), lambda *all: b""),
    )  # fmt: skip
    file_copy()
    await one.scan_folders()
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(replace(ours, answers_at=Clock().now() + timedelta(minutes=minutes)))
    await delivery.deliver_next()
    with store.read_transaction() as tx:
        assert tx.letters.get(1).state is LetterState.SENT
        found = [(incident.kind, incident.subject) for incident in tx.incidents.list_open()]
    assert found == ([(IncidentKind.OTHER_WATCHER, "sales")] if minutes > 0 else [])


async def test_one_copy_in_two_places_is_one_letter(house):
    """It was put in order by hand, and moved back."""
    one, store, ours, file_copy = house
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(replace(ours, state=LetterState.SENT, attempts=1))
    file_copy()
    await one.scan_folders()
    file_copy()
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []


async def test_a_forged_mark_proves_nothing(house):
    one, store, ours, file_copy = house
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(replace(ours, state=LetterState.UNCERTAIN))
    forged = re.sub(rb"(?m)^(X-Watcher-Ref: n\.[a-z2-7]{26}\.)[a-z2-7]{26}", rb"\1" + b"a" * 26, another_id(ours.data))
    assert forged != another_id(ours.data)
    file_copy(forged)
    await one.scan_folders()
    with store.read_transaction() as tx:
        assert tx.letters.get(1).state is LetterState.UNCERTAIN
