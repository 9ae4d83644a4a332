"""store.py, store/threads.py, inquiries.py, ledger.py, folders.py: what belongs together is kept together, whoever dies when."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.rows import MONDAY, inquiry, letter
from watcher.core.inquiry.model import InquiryState, ReplyProof
from watcher.core.message.model import FolderRole, Locator
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.store import tables
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store, StoreError
from watcher.service.recovery import history_unknown_before


@pytest.fixture
def store(tmp_path):
    opened = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    yield opened
    opened.close()


def line(uid=1, **changed):
    place = Locator("sales", "INBOX", 7, uid)
    values = {
        "locator": place,
        "role": FolderRole.INBOX,
        "decided_at": MONDAY,
        "kind": "inquiry",
        "fingerprint": f"{uid:064}",
    }
    return LedgerEntry(**{**values, **changed})


def test_an_inquiry_reads_back_as_it_was_written(store):
    proof = ReplyProof("anna@example.com", "r@example.com", MONDAY, "Sent")
    value = inquiry(
        number=0, tags=("web", "ü"), reach=("a@b.example", "c@d.example"), reply_proof=proof, promise_at=MONDAY
    )
    with store.write_transaction() as tx:
        saved = tx.inquiries.save(value)
    with store.write_transaction() as tx:
        assert tx.inquiries.get(saved.number) == replace(value, number=saved.number)


def test_a_letter_reads_back_as_it_was_written(store):
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        queued = tx.letters.add_to_queue(letter(id=0, inquiry=number))
    with store.write_transaction() as tx:
        assert tx.letters.get(queued.id) == queued


def test_a_ledger_line_reads_back_as_it_was_written(store):
    value = line(message_id="q@x.example", received_at=MONDAY, codes=("list", "bulk"), subject="ü", why="because")
    with store.write_transaction() as tx:
        tx.ledger.add_entry(value)
        assert tx.ledger.entries_by_message_id("q@x.example") == [value]


def test_a_transaction_that_raises_leaves_nothing(store):
    with pytest.raises(RuntimeError), store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        tx.ledger.add_entry(line())
        raise RuntimeError
    with store.write_transaction() as tx:
        counts = tx.count_rows_by_table()
    assert (counts["inquiry"], counts["ledger"]) == (0, 0)


def test_a_message_is_decided_once(store):
    with store.write_transaction() as tx:
        tx.ledger.add_entry(line())
    with pytest.raises(StoreError), store.write_transaction() as tx:
        tx.ledger.add_entry(line())


def test_the_same_key_is_the_same_letter(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        assert tx.letters.add_to_queue(letter(id=0)) is not None
        assert tx.letters.add_to_queue(letter(id=0, message_id="other@example.com")) is None


def test_a_change_based_on_an_old_look_is_refused(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        old = tx.letters.add_to_queue(letter(id=0))
        assert tx.letters.update_if_unchanged(old, replace(old, attempts=1))
        assert not tx.letters.update_if_unchanged(old, replace(old, state=LetterState.SENDING))
        assert tx.letters.get(old.id).state is LetterState.PENDING


def test_what_is_due_comes_oldest_first_and_acknowledgements_before_digests(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        for n, kind in enumerate([LetterKind.DIGEST, LetterKind.ACKNOWLEDGEMENT, LetterKind.ACKNOWLEDGEMENT]):
            due = MONDAY - timedelta(minutes=n)
            tx.letters.add_to_queue(letter(id=0, kind=kind, key=str(n), message_id=str(n), next_at=due))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "2"
        assert tx.letters.next_due_letter("sales", MONDAY - timedelta(hours=1)) is None
        assert tx.letters.next_due_letter("other", MONDAY) is None


def test_an_uncertain_digest_comes_up_again_once_and_an_acknowledgement_never(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        uncertain = {"id": 0, "state": LetterState.UNCERTAIN, "may_have_left": 1}
        tx.letters.add_to_queue(letter(**uncertain))
        assert tx.letters.next_due_letter("sales", MONDAY) is None
        tx.letters.add_to_queue(letter(**uncertain, kind=LetterKind.DIGEST, key="d", message_id="d"))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "d"


def test_withheld_and_cancelled_acknowledgements_do_not_count_against_the_customer(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        for n, state in enumerate(LetterState):
            tx.letters.add_to_queue(letter(id=0, key=str(n), message_id=str(n), state=state))
        since = MONDAY - timedelta(hours=1)
        assert tx.letters.count_acknowledgements_to("carol@customer.example", since) == 4
        assert tx.letters.count_acknowledgements_from("sales", since) == 4
        assert tx.letters.count_acknowledgements_to("carol@customer.example", MONDAY) == 0


def test_a_baseline_of_many_messages_is_one_quick_write(store):
    with store.write_transaction() as tx:
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, 7, MONDAY)
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 7, range(1, 12_001), MONDAY)
        assert len(tx.ledger.decided_uids("sales", "INBOX", 7)) == 12_000
        assert tx.ledger.count_by_folder() == {("sales", "INBOX"): 12_000}
        assert tx.ledger.count_by_folder(MONDAY - timedelta(days=1)) == {}


def test_instants_sort_as_text_and_keep_their_zone(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, state=InquiryState.SNOOZED, next_nag_at=datetime(2026, 12, 1, tzinfo=UTC)))
        assert not tx.inquiries.due_to_wake(datetime(2026, 11, 30, 23, 59, 59, 999999, tzinfo=UTC))
        assert tx.inquiries.due_to_wake(datetime(2026, 12, 1, tzinfo=UTC))


def test_a_naive_instant_is_refused(store):
    with pytest.raises((StoreError, ValueError)), store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, next_nag_at=datetime(2026, 12, 1)))


def test_writers_in_two_processes_wait_for_each_other(store, tmp_path):
    other = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")

    async def count(which):
        for _ in range(20):
            await which.run_write(lambda tx: tx.set_meta("n", str(int(tx.get_meta("n") or 0) + 1)))

    async def both():
        await asyncio.gather(count(store), count(other))

    asyncio.run(both())
    with store.write_transaction() as tx:
        assert tx.get_meta("n") == "40"
    other.close()


def test_a_full_disk_is_said_plainly_and_nothing_is_lost(store, tmp_path):
    with store.write_transaction() as tx:
        kept = tx.inquiries.save(inquiry(number=0)).number
        pages = tx.connection.exec_driver_sql("PRAGMA page_count").scalar()

    def fill(tx):
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for _ in range(2000):
            tx.inquiries.save(inquiry(number=0, excerpt="x" * 280))

    with pytest.raises(StoreError, match="free some space"), store.write_transaction() as tx:
        fill(tx)
    with store.write_transaction() as tx:
        assert [each.number for each in tx.inquiries.find_by_state()] == [kept]


def test_a_damaged_file_is_said_plainly(tmp_path):
    (tmp_path / "w.sqlite3").write_bytes(b"this is no database at all, " * 100)
    with pytest.raises(StoreError, match="damaged"):
        Store(f"sqlite:///{tmp_path}/w.sqlite3")


def test_a_newer_database_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path}/w.sqlite3"
    store = Store(url)
    with store.write_transaction() as tx:
        tx.set_meta("schema", str(tables.SCHEMA_VERSION + 1))
    store.close()
    with pytest.raises(StoreError, match="newer than this program"):
        Store(url)


def test_nothing_of_an_open_transaction_shows_from_outside(store, tmp_path):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        outside = sqlite3.connect(tmp_path / "watcher.sqlite3")
        assert outside.execute("select count(*) from inquiry").fetchone() == (0,)
        outside.close()


def test_what_limits_an_acknowledgement_is_counted_from_rows(store):
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        rows = [
            ("Carol@customer.example", "sales", 10, LetterState.SENT),
            ("carol@customer.example", "sales", 90, LetterState.UNCERTAIN),
            ("dave@customer.example", "sales", 10, LetterState.SENDING),
            ("dave@xcustomer.example", "sales", 10, LetterState.SENT),
            ("erin@customer.example", "other", 10, LetterState.SENT),
            ("carol@customer.example", "sales", 25 * 60, LetterState.SENT),
            ("carol@customer.example", "sales", 10, LetterState.WITHHELD),
            ("gone@customer.example", "sales", 10, LetterState.FAILED),
        ]
        for n, (to, mailbox, minutes, state) in enumerate(rows):
            at = MONDAY - timedelta(minutes=minutes)
            code = 550 if state is LetterState.FAILED else 250
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=str(n), recipient=to, mailbox=mailbox, offered_at=at, state=state, code=code)
            )  # fmt: skip
        tx.inquiries.add_to_journal(number, MONDAY - timedelta(minutes=10), [("unreachable", "it came back")])
        assert tx.letters.acknowledgement_rates(letter(), MONDAY) == {
            "to_sender_day": 2, "to_domain_hour": 2, "from_mailbox_hour": 3, "from_mailbox_day": 4, "all_day": 5,
            "bounced_hour": 2, "bounced_day": 2,
        }  # fmt: skip


def test_what_only_looks_keeps_nothing_and_waits_for_no_writer(store, tmp_path):
    other = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    with store.write_transaction() as tx:
        tx.set_meta("n", "1")
        with other.read_transaction() as from_outside:
            assert from_outside.get_meta("n") is None
    other.close()
    with store.read_transaction() as tx:
        tx.set_meta("n", "2")
    with store.read_transaction() as tx:
        assert tx.get_meta("n") == "1"


def test_until_when_is_not_known_what_was_sent(store):
    with store.write_transaction() as tx:
        assert history_unknown_before(tx, "sales") is None
        tx.set_meta("gap_until", MONDAY.isoformat())
        assert history_unknown_before(tx, "sales") == MONDAY
        tx.ledger.add_entry(line(role=FolderRole.SENT, kind="own"))
        assert history_unknown_before(tx, "sales") is None, "a copy would have been found"
        tx.set_meta("amnesia_until", MONDAY.isoformat())
        assert history_unknown_before(tx, "sales") == MONDAY


def test_what_was_written_while_the_clock_was_ahead_holds_up_nothing(store):
    ahead = MONDAY + timedelta(days=3650)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        tx.letters.add_to_queue(letter(id=0, state=LetterState.SENT, created_at=ahead, offered_at=ahead))
        tx.letters.add_to_queue(letter(id=0, key="k", message_id="k", next_at=ahead))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "k"
        assert tx.letters.count_acknowledgements_from("sales", MONDAY - timedelta(hours=1)) == 1, (
            "that which is not ahead"
        )
        assert tx.letters.acknowledgement_rates(letter(), MONDAY)["all_day"] == 0
