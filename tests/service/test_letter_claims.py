"""How a letter is claimed: by the transaction that queued it, by the one that finds it, or after another look."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.office import OutboxServer, letter_states, queue_letters
from tests.samples import MONDAY, letter
from tests.worlds import VirtualClock
from watcher.core.outbox.model import LetterKind, LetterState, Unreachable
from watcher.edge.store.store import StoreError


@pytest.fixture
def store(outbox_store):
    return outbox_store


@pytest.mark.parametrize("is_announced", [True, False])
async def test_a_letter_that_was_announced_is_claimed_ahead_of_what_else_waits_for_the_database(
    store, make_delivery, is_announced
):
    clock = VirtualClock(MONDAY)
    delivery, attempts = make_delivery(OutboxServer(), clock), []
    clock.time += timedelta(minutes=1)
    queue_letters(store, created_at=clock.now())
    if is_announced:
        delivery.announce_letter()
    sending = asyncio.create_task(delivery.deliver_next())
    await asyncio.sleep(0)
    await store.run_write(lambda tx: attempts.append(tx.letters.get(1).attempts))
    assert attempts == [1 if is_announced else 0]
    assert await sending
    assert letter_states(store) == [LetterState.SENT]


async def test_an_announcement_is_for_one_look_and_a_letter_may_be_gone(store, make_delivery):
    delivery = make_delivery(OutboxServer())
    delivery.announce_letter()
    assert not await delivery.deliver_next(), "nothing was queued after all"
    queue_letters(store, state=LetterState.CANCELLED)
    delivery.announce_letter()
    assert not await delivery.deliver_next()
    assert letter_states(store) == [LetterState.CANCELLED]


def queue_and_claim(store, delivery, clock, **changed):
    """As the way in of its mailbox does, in one transaction."""
    clock.time += timedelta(minutes=1)
    with store.write_transaction() as tx:
        queued = tx.letters.add_to_queue(letter(id=0, created_at=clock.now(), **changed))
        return delivery.claim_queued_letter(tx, [queued])


def read_letter(store):
    with store.read_transaction() as tx:
        return tx.letters.get(1)


async def test_a_letter_is_claimed_by_the_transaction_that_queued_it_where_its_way_out_waits_for_one(
    store, make_delivery
):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery, commits = make_delivery(server, clock), []
    assert not await delivery.deliver_next()
    announce = queue_and_claim(store, delivery, clock)
    assert (read_letter(store).attempts, server.offered) == (1, []), "counted before it is made"
    store.on_commit = commits.append
    announce()
    assert await delivery.deliver_next()
    assert (commits, letter_states(store)) == (["before", "after"] * 2, [LetterState.SENT]), "being sent, and sent"
    assert not await delivery.deliver_next()
    assert len(server.offered) == 1


async def test_a_letter_is_offered_while_the_claim_commits(store, make_delivery):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery, opened = make_delivery(server, clock), asyncio.Event()
    server.begin_mail_transaction = lambda one: opened.set()
    running = asyncio.create_task(delivery.run(1.0))
    while not delivery._awaits_letters:
        await store.run_read(lambda tx: None)
    clock.time += timedelta(minutes=1)

    def queue_one(tx):
        queued = tx.letters.add_to_queue(letter(id=0, created_at=clock.now()))
        announce = delivery.claim_queued_letter(tx, [queued])
        asyncio.run_coroutine_threadsafe(opened.wait(), loop).result()  # nothing is committed yet
        return announce

    loop = asyncio.get_running_loop()
    announce = await store.run_write(queue_one)
    assert server.offered == []
    announce()
    while letter_states(store) != [LetterState.SENT]:
        await store.run_read(lambda tx: None)
    delivery.stop()
    await running


async def test_a_claim_that_was_rolled_back_is_none(store, make_delivery):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    assert not await delivery.deliver_next()
    clock.time += timedelta(minutes=1)
    with pytest.raises(StoreError), store.write_transaction() as tx:
        queued = tx.letters.add_to_queue(letter(id=0, created_at=clock.now()))
        delivery.claim_queued_letter(tx, [queued])
        assert tx.letters.get(1).attempts == 1
        raise StoreError("the disk is full")
    assert not await delivery.deliver_next()
    assert server.offered == []


@pytest.mark.parametrize("why", ["not looked yet", "account in trouble", "stopped", "digest", "one is handed over"])
async def test_a_letter_is_not_claimed_where_it_was_queued_if_it_cannot_be_offered_at_once(store, make_delivery, why):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    if why == "account in trouble":
        queue_letters(store)
        server.before = Unreachable("no answer")
        await delivery.deliver_next()
        clock.time += timedelta(seconds=5)
    if why != "not looked yet":
        await delivery.deliver_next()
    if why == "stopped":
        delivery.stop()
    if why == "one is handed over":
        queue_and_claim(store, delivery, clock, key="before", message_id="before@example.com")()
    kind = LetterKind.DIGEST if why == "digest" else LetterKind.ACKNOWLEDGEMENT
    queue_and_claim(store, delivery, clock, kind=kind)
    with store.read_transaction() as tx:
        assert [each.attempts for each in tx.letters.list_by_state({LetterState.PENDING})][-1] == 0


async def test_a_letter_that_was_claimed_leaves_before_the_end(store, make_delivery):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    running = asyncio.create_task(delivery.run(30.0))
    while delivery.progress.at != float("inf"):
        await asyncio.sleep(0)
    queue_and_claim(store, delivery, clock)()
    delivery.stop()
    await running
    assert letter_states(store) == [LetterState.SENT]


async def test_a_claim_from_before_the_machine_slept_is_made_again(store, make_delivery):
    """What was young enough for an acknowledgement need not be so any more."""
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    assert not await delivery.deliver_next()
    queue_and_claim(store, delivery, clock, answers_at=clock.now())()
    clock.time += timedelta(days=2)
    assert await delivery.deliver_next()
    assert (letter_states(store), server.offered) == ([LetterState.WITHHELD], [])


async def test_a_claim_that_cannot_be_taken_up_is_made_again_after_the_backoff(store, make_delivery):
    """What became of the letter before it could not be stored, and is stored first."""
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    assert not await delivery.deliver_next()
    queue_and_claim(store, delivery, clock)()
    delivery._unsettled = (read_letter(store), read_letter(store), clock.now())

    def fill_disk(instant):
        store.on_commit = lambda instant: None
        raise StoreError("database or disk is full")

    store.on_commit = fill_disk
    with pytest.raises(StoreError):
        await delivery.deliver_next()
    assert not await delivery.deliver_next(), "not due"
    clock.time += timedelta(minutes=1)
    assert await delivery.deliver_next()
    assert (read_letter(store).attempts, letter_states(store)) == (2, [LetterState.SENT])


@pytest.mark.parametrize(
    ("changed", "is_looked_for"),
    [
        ({"created_at": MONDAY + timedelta(seconds=1)}, False),
        ({"created_at": MONDAY}, True),
        ({"kind": LetterKind.DIGEST, "created_at": MONDAY + timedelta(seconds=1)}, True),
    ],
    ids=["from now", "from before this start", "digest"],
)
async def test_a_letter_that_was_announced_is_looked_for_first_where_any_other_would_be(
    store, make_delivery, changed, is_looked_for
):
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    clock.time += timedelta(minutes=1)
    queue_letters(store, **changed)
    delivery.announce_letter()
    assert await delivery.deliver_next()
    assert (bool(delivery.looked), letter_states(store)) == (is_looked_for, [LetterState.SENT])
