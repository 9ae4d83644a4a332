"""store.py, store/threads.py, inquiries.py, ledger.py, folders.py: what belongs together is kept together, whoever dies when."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry
from watcher.core.inquiry.model import ReplyProof
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.store import tables
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store, StoreError
from watcher.service.recovery import history_unknown_before


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


def test_a_baseline_of_many_messages_is_one_quick_write(store):
    with store.write_transaction() as tx:
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, 7, MONDAY)
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 7, range(1, 12_001), MONDAY)
        assert len(tx.ledger.decided_uids("sales", "INBOX", 7)) == 12_000
        assert tx.ledger.count_by_folder() == {("sales", "INBOX"): 12_000}
        assert tx.ledger.count_by_folder(MONDAY - timedelta(days=1)) == {}


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
