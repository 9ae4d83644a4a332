"""The way out, on a real database, with an outbox whose server says what the test tells it to."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta

import pytest

from tests.office import OutboxServer, letter_states, queue_letters
from tests.samples import MONDAY, letter
from tests.worlds import VirtualClock
from watcher.cli.log_lines import named_values
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import DigestLine
from watcher.core.message.model import FolderRole, Locator
from watcher.core.outbox.model import Accepted, LetterKind, LetterState, Refused, SmtpPhase, Unknown, Unreachable
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import StoreError
from watcher.service.delivery import _log_outcome
from watcher.service.recovery import mark_interrupted_letters


@pytest.fixture
def store(outbox_store):
    return outbox_store


async def test_what_the_run_before_could_not_send_is_no_incident_once_a_letter_left(store, make_delivery):
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "no mail can be sent: 535 no", MONDAY)
    queue_letters(store)
    assert await make_delivery(OutboxServer()).deliver_next()
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []


def refusal(answer):
    return Refused(int(answer[:3]), answer[4:], permanent=answer[0] == "5", phase=SmtpPhase.RECIPIENT)


@pytest.mark.parametrize(
    "answer",
    [
        "550 Domain shop.example has exceeded the max emails per hour (150/150 (100%)) allowed",
        "554 Recipient address rejected: Access denied",
    ],
)
async def test_what_is_refused_for_our_fault_leaves_after_the_cure(store, make_delivery, answer):
    queue_letters(store, 2)
    clock, server = VirtualClock(MONDAY), OutboxServer(before=refusal(answer))
    delivery = make_delivery(server, clock)
    for minutes in (0, 1, 5, 15, 60):
        clock.time += timedelta(minutes=minutes)
        await delivery.deliver_next()
    assert letter_states(store) == [LetterState.PENDING] * 2
    with store.read_transaction() as tx:
        assert answer in tx.incidents.list_open()[0].text
        assert (
            tx.letters.acknowledgement_rates(letter(), "customer.example", clock.time)["bounced_day"] == frozenset()
        ), "the breaker is for bounces"
    server.before = None
    clock.time += timedelta(hours=2)
    while await delivery.deliver_next():
        pass
    assert letter_states(store) == [LetterState.SENT] * 2
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []


async def test_one_recipient_that_the_server_will_never_take_holds_up_nobody_else(store, make_delivery):
    queue_letters(store)
    clock = VirtualClock(MONDAY)
    server = OutboxServer(before=refusal("550 Unrouteable address"))
    delivery = make_delivery(server, clock)
    for n in range(1, 6):
        server.before = refusal("550 Unrouteable address")
        await delivery.deliver_next()
        queue_letters(
            store, key=f"other{n}", message_id=f"other{n}@example.com", created_at=clock.time, next_at=clock.time
        )
        server.before = None
        clock.time += timedelta(minutes=2)
        await delivery.deliver_next()
        clock.time += timedelta(hours=1)
    with store.read_transaction() as tx:
        refused = tx.letters.get(1)
        assert (refused.state, refused.reason) == (LetterState.FAILED, "refused-alone")
        assert refused.attempts == 3
        assert tx.letters.acknowledgement_rates(letter(), "customer.example", clock.time)["bounced_day"] == frozenset()


async def test_a_login_that_is_refused_rests_the_outbox_and_not_each_letter(store, make_delivery):
    queue_letters(store, 3)
    clock, server = (
        VirtualClock(MONDAY),
        OutboxServer(before=Refused(535, "5.7.8 wrong password", permanent=True, account=True)),
    )
    delivery = make_delivery(server, clock)
    assert await delivery.deliver_next()
    assert not await delivery.deliver_next(), "the account rests, whichever letter is next"
    assert len(server.offered) == 1
    with store.read_transaction() as tx:
        assert "535 5.7.8 wrong password" in tx.incidents.list_open()[0].text
    clock.time += timedelta(minutes=1)
    assert await delivery.deliver_next()
    clock.time += timedelta(minutes=1)
    assert not await delivery.deliver_next(), "the second rest is longer"
    assert letter_states(store) == [LetterState.PENDING] * 3
    clock.time += timedelta(minutes=5)
    server.before = None
    while await delivery.deliver_next():
        pass
    clock.time += timedelta(hours=1)
    while await delivery.deliver_next():
        pass
    assert letter_states(store) == [LetterState.SENT] * 3
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []


async def test_one_letter_the_server_cannot_bear_does_not_hold_up_the_others(store, make_delivery):
    queue_letters(store, 3)
    clock, server = VirtualClock(MONDAY), OutboxServer()
    delivery = make_delivery(server, clock)
    for _ in range(20):
        next_one = await store.run_read(lambda tx: tx.letters.next_due_letter("sales", clock.now()))
        server.before = Unreachable("the line broke") if next_one and next_one.key == "k0" else None
        await delivery.deliver_next()
        clock.time += timedelta(minutes=1)
    assert letter_states(store)[1:] == [LetterState.SENT] * 2


async def test_what_is_known_is_put_on_record_however_long_the_disk_is_full(tmp_path, store, make_delivery):
    queue_letters(store)
    clock, server = VirtualClock(MONDAY), OutboxServer()
    other = sqlite3.connect(tmp_path / "watcher.sqlite3", isolation_level=None)
    full = "create trigger full before update on letter begin select raise(abort, 'disk is full'); end"
    server.on_finish = lambda: other.execute(full)
    delivery = make_delivery(server, clock)
    for _ in range(2):
        with pytest.raises(StoreError, match="full"):
            await delivery.deliver_next()
        assert letter_states(store) == [LetterState.SENDING]
    other.execute("drop trigger full")
    other.close()
    assert not await delivery.deliver_next()
    assert letter_states(store) == [LetterState.SENT]
    assert len(server.offered) == 1


async def test_a_digest_leaves_after_a_look_at_each_mailbox_that_has_mail_of_its_inquiries(store, make_delivery):
    later = LedgerEntry(Locator("info", "INBOX", 7, 1), FolderRole.INBOX, MONDAY, "reply", inquiry=1)
    queue_letters(store, kind=LetterKind.DIGEST, inquiry=None, person="anna")
    with store.write_transaction() as tx:
        tx.ledger.add_entry(later)
        tx.letters.save_digest_lines(1, [DigestLine(1, 1, MONDAY)])
    delivery = make_delivery(OutboxServer())
    await delivery.deliver_next()
    assert delivery.looked == [{"sales", "info"}]
    assert letter_states(store) == [LetterState.SENT]


async def test_a_letter_from_before_the_start_leaves_after_a_look_at_the_sent_mail(store, make_delivery):
    queue_letters(store, created_at=MONDAY - timedelta(minutes=5), next_at=MONDAY - timedelta(minutes=5))
    delivery = make_delivery(OutboxServer())
    await delivery.deliver_next()
    assert delivery.looked == [{"sales"}]
    assert letter_states(store) == [LetterState.SENT]


async def test_a_letter_whose_copy_was_seen_is_not_sent_again(store, make_delivery):
    queue_letters(store)
    with store.write_transaction() as tx:
        tx.threads.record_written_by_us("m0@example.com")
    server = OutboxServer()
    await make_delivery(server).deliver_next()
    assert server.offered == []
    assert letter_states(store) == [LetterState.SENT]


async def test_over_the_cap_of_a_domain_an_acknowledgement_is_withheld_and_a_digest_is_not(store, make_delivery):
    for n in range(20):
        queue_letters(
            store,
            key=f"s{n}",
            message_id=f"s{n}",
            state=LetterState.SENT,
            offered_at=MONDAY,
            recipient=f"p{n}@customer.example",
        )
    queue_letters(store)
    queue_letters(store, key="digest:anna:x", message_id="d", kind=LetterKind.DIGEST, inquiry=None)
    delivery = make_delivery(OutboxServer())
    while await delivery.deliver_next():
        pass
    assert letter_states(store)[20:] == [LetterState.WITHHELD, LetterState.SENT]
    with store.read_transaction() as tx:
        assert tx.letters.get(21).reason == "rate-domain"
        assert ("acknowledgement withheld", "to carol@customer.example: rate-domain") in [
            (each.event, each.text) for each in tx.inquiries.journal_of(1)
        ]


async def test_thirty_forged_senders_do_not_use_up_the_hour_of_a_real_customer(store, make_delivery):
    for n in range(30):
        queue_letters(store, key=f"f{n}", message_id=f"f{n}", recipient=f"p{n}@forged{n}.example")
    queue_letters(
        store, key="real", message_id="real", recipient="carol@customer.example", has_evidence=True, next_at=MONDAY
    )
    clock = VirtualClock(MONDAY)
    delivery = make_delivery(OutboxServer(), clock=clock)
    while await delivery.deliver_next():
        pass
    assert [letter_states(store).count(state) for state in (LetterState.SENT, LetterState.PENDING)] == [16, 15]
    assert letter_states(store)[30] is LetterState.SENT
    clock.time += timedelta(hours=1, minutes=5)
    while await delivery.deliver_next():
        pass
    assert set(letter_states(store)) == {LetterState.SENT}, "what waited for its turn was not lost"


async def test_an_uncertain_acknowledgement_stays_and_an_uncertain_digest_goes_once_more(store, make_delivery):
    queue_letters(store)
    queue_letters(store, key="digest:anna:x", message_id="d", kind=LetterKind.DIGEST, inquiry=None)
    clock, server = VirtualClock(MONDAY), OutboxServer(after=Unknown("the line broke"))
    delivery = make_delivery(server, clock)
    for _ in range(60):
        await delivery.deliver_next()
        clock.time += timedelta(hours=1)
    assert server.offered == ["k0", "digest:anna:x", "digest:anna:x"]
    assert letter_states(store) == [LetterState.UNCERTAIN] * 2


async def test_the_guard_has_counted_before_the_last_step(tmp_path, store, make_delivery):
    queue_letters(store)
    server, seen = OutboxServer(), []

    def look():
        with store.read_transaction() as tx:
            seen.append(
                (
                    json.loads((tmp_path / "guard.json").read_text())["send_seq"],
                    tx.get_meta("send_seq"),
                    letter_states(store),
                )
            )

    server.on_finish = look
    await make_delivery(server).deliver_next()
    assert seen == [(1, "1", [LetterState.SENDING])]


async def test_a_guard_file_that_cannot_be_replaced_beside_the_commit_lets_nothing_leave(
    tmp_path, store, make_delivery
):
    queue_letters(store)
    clock, server, dots = VirtualClock(MONDAY), OutboxServer(), []
    server.on_finish = lambda: dots.append(clock.time)
    delivery = make_delivery(server, clock)
    (tmp_path / "guard.json").rename(tmp_path / "aside.json")
    (tmp_path / "guard.json").mkdir()  # no file takes its place
    with pytest.raises(OSError):
        await delivery.deliver_next()
    assert (server.offered, dots) == (["k0"], [])
    (tmp_path / "guard.json").rmdir()
    (tmp_path / "aside.json").rename(tmp_path / "guard.json")
    await delivery.deliver_next()  # what the commit had kept is taken back
    assert (letter_states(store), dots) == ([LetterState.PENDING], [])
    clock.time += timedelta(hours=1)
    await delivery.deliver_next()
    assert (letter_states(store), len(dots)) == ([LetterState.SENT], 1)
    assert json.loads((tmp_path / "guard.json").read_text())["send_seq"] == 2


def test_what_a_crash_left_is_uncertain(store):
    queue_letters(store, state=LetterState.SENDING)
    with store.write_transaction() as tx:
        assert [each.state for each in mark_interrupted_letters(tx, MONDAY)] == [LetterState.UNCERTAIN]


async def test_a_clock_that_is_set_back_does_not_make_the_outbox_rest_for_years(store, make_delivery):
    queue_letters(store)
    clock, server = VirtualClock(MONDAY), OutboxServer(before=Unreachable("no route"))
    delivery = make_delivery(server, clock)
    clock.time = MONDAY + timedelta(days=3650)
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(
            letter(id=0, key="d", message_id="d", kind=LetterKind.DIGEST, inquiry=None, created_at=clock.time)
        )
    await delivery.deliver_next()
    await delivery.deliver_next()
    server.before, clock.time = None, MONDAY
    while await delivery.deliver_next():
        pass
    assert LetterState.PENDING not in letter_states(store)


@pytest.mark.parametrize(
    "outcome", [Accepted(250, ""), Refused(550, "no", permanent=True), Unreachable("no answer"), Unknown("line broke")]
)
def test_a_log_that_is_json_has_letter_and_kind_as_keys(caplog, outcome):
    caplog.set_level("INFO")
    _log_outcome(letter(id=7, attempts=2), outcome)
    (record,) = caplog.records
    assert named_values(record).items() >= {"letter": 7, "kind": "acknowledgement", "attempt": 2}.items()
