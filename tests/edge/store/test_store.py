"""store.py, store/threads.py, inquiries.py, ledger.py, folders.py: what belongs together is kept together, whoever dies when."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, long_text
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import ReplyProof, Turn, TurnKind
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.store import tables
from watcher.edge.store.batch.transaction import open_batch
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store, StoreError, UnstorableError
from watcher.service import recovery
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


def test_the_mailboxes_of_an_inquiry_are_those_that_have_some_of_its_mail(store):
    with store.write_transaction() as tx:
        asked = tx.inquiries.save(inquiry(number=0)).number
        told = tx.inquiries.save(inquiry(number=0, mailbox="orders")).number  # of a table: there is no mail
        for uid, (box, number) in enumerate([("sales", asked), ("info", asked), ("shop", told), ("post", None)], 1):
            tx.ledger.add_entry(line(uid, locator=Locator(box, "Sent", 7, uid), role=FolderRole.SENT, inquiry=number))
        assert tx.ledger.mailboxes_of_inquiries([asked]) == {"sales", "info"}
        assert tx.ledger.mailboxes_of_inquiries([asked, told]) == {"sales", "info", "orders", "shop"}
        assert tx.ledger.mailboxes_of_inquiries([]) == set()


def test_what_goes_on_beside_a_commit_is_waited_for_before_the_next_transaction(file_store):
    seen = []

    def wait():
        with file_store.read_transaction() as other:
            seen.append(other.get_meta("name"))
        raise OSError("the other work")

    with pytest.raises(OSError, match="the other work"), file_store.write_transaction() as tx:
        tx.set_meta("name", "kept")
        with open_batch(tx) as batch:
            batch.hold_until(wait)
    assert seen == ["kept"]
    with pytest.raises(ValueError, match="the first"), file_store.write_transaction() as tx:
        tx.set_meta("name", "undone")
        tx.hold_until(wait)
        raise ValueError("the first")
    assert seen == ["kept", "kept"]


def test_what_is_said_of_a_transaction_is_said_when_it_is_kept_and_never_where_it_is_not(file_store):
    said = []

    def say(what):
        with file_store.read_transaction() as other:
            said.append((what, other.get_meta("name")))

    with file_store.write_transaction() as tx:
        tx.set_meta("name", "kept")
        with open_batch(tx) as batch:
            batch.call_when_kept(say, "stored")
        assert said == []
    assert said == [("stored", "kept")]
    with pytest.raises(ValueError, match="no"), file_store.write_transaction() as tx:
        tx.call_when_kept(say, "never")
        raise ValueError("no")
    assert said == [("stored", "kept")]


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
        assert tx.count_rows_by_table()["ledger"] == 12_000
        assert tx.ledger.count_decided_since(MONDAY - timedelta(days=1)) == 0


def test_writers_in_two_processes_wait_for_each_other(store, database_url):
    other = Store(database_url)

    async def count(which):
        for _ in range(20):
            await which.run_write(lambda tx: tx.set_meta("n", str(int(tx.get_meta("n") or 0) + 1)))

    async def both():
        await asyncio.gather(count(store), count(other))

    asyncio.run(both())
    with store.write_transaction() as tx:
        assert tx.get_meta("n") == "40"
    other.close()


def test_a_full_disk_is_said_plainly_and_nothing_is_lost(file_store):
    with file_store.write_transaction() as tx:
        kept = tx.inquiries.save(inquiry(number=0)).number
        pages = tx.connection.exec_driver_sql("PRAGMA page_count").scalar()

    def fill(tx):
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for _ in range(2000):
            tx.inquiries.save(inquiry(number=0, excerpt="x" * 280))

    with (
        pytest.raises(StoreError, match=r"\(free some space; nothing is lost\)\Z"),
        file_store.write_transaction() as tx,
    ):
        fill(tx)
    with file_store.write_transaction() as tx:
        assert [each.number for each in tx.inquiries.find_by_state()] == [kept]


def driver_connection(store):
    with store.read_transaction() as tx:
        return tx.connection.connection.driver_connection


def test_one_connection_to_the_file_is_kept(file_store):
    first = driver_connection(file_store)
    with file_store.write_transaction() as tx:
        tx.set_meta("x", "1")
    assert driver_connection(file_store) is first


def test_a_file_that_another_one_has_replaced_is_left(tmp_path):
    path, other = tmp_path / "watcher.sqlite3", tmp_path / "other.sqlite3"
    for name in (path, other):
        store = Store(f"sqlite:///{name}")
        with store.write_transaction() as tx:
            tx.set_meta("name", name.stem)
        if name is other:
            store.close()
        else:
            kept = store
    other.replace(path)
    with kept.write_transaction() as tx:
        assert tx.get_meta("name") == "other"
        tx.set_meta("name", "written")
    kept.close()
    again = Store(f"sqlite:///{path}")
    with again.read_transaction() as tx:
        assert tx.get_meta("name") == "written"
    again.close()


def test_a_damaged_file_is_said_plainly(tmp_path):
    (tmp_path / "w.sqlite3").write_bytes(b"this is no database at all, " * 100)
    with pytest.raises(StoreError, match="damaged"):
        Store(f"sqlite:///{tmp_path}/w.sqlite3")


def test_a_newer_database_is_refused(database_url):
    store = Store(database_url)
    with store.write_transaction() as tx:
        tx.set_meta("schema", str(tables.SCHEMA_VERSION + 1))
    store.close()
    with pytest.raises(StoreError, match="newer than this program"):
        Store(database_url)


def test_nothing_of_an_open_transaction_shows_from_outside(store, database_url):
    outside = Store(database_url, read_only=True)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        with outside.read_transaction() as seen:
            assert seen.inquiries.find_by_state() == []
    outside.close()


def test_what_only_looks_keeps_nothing_and_waits_for_no_writer(store, database_url):
    other = Store(database_url)
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
        tx.set_meta(recovery.UNCLEAN_START_AT, MONDAY.isoformat())
        assert history_unknown_before(tx, "sales") == MONDAY
        tx.ledger.add_entry(line(locator=Locator("sales", "Sent", 7, 1), role=FolderRole.SENT, kind="own"))
        tx.folders.add_folder("sales", "Sent", FolderRole.SENT, 1, MONDAY)
        tx.folders.record_scans([("sales", "Sent", MONDAY - timedelta(seconds=1))])
        assert history_unknown_before(tx, "sales") == MONDAY, "nobody has looked for copies since"
        recovery.record_sent_mail_read(tx, "sales", "Sent", MONDAY)
        assert history_unknown_before(tx, "sales") is None, "a copy would have been found"
        tx.set_meta(recovery.HISTORY_LOST_AT, MONDAY.isoformat())
        assert history_unknown_before(tx, "sales") == MONDAY


# --- what strangers write, in columns that have a limit

LONG = long_text()
TURN = Turn(key="k", at=MONDAY, kind=TurnKind.QUESTION, by="", addresses=frozenset(), ids=(), parents=())
LONG_KEYS = [f"{LONG}{ending}" for ending in "ab"]


def test_names_of_any_length_are_found_and_kept_apart(store):
    first, second = LONG_KEYS
    with store.write_transaction() as tx:
        numbers = [tx.inquiries.save(inquiry(number=0)).number for _ in LONG_KEYS]
        tx.threads.link_thread_keys([first], numbers[0])
        tx.threads.link_thread_keys([second], numbers[1])
        tx.threads.record_written_by_us(first)
        tx.threads.add_unlinked_reply(replace(TURN, key=first, ids=(first,)), [first, second])
        tx.threads.add_turn(numbers[0], replace(TURN, key=second))
        tx.ledger.add_entry(line(message_id=first, subject=LONG))
    with store.write_transaction() as tx:
        assert [list(tx.threads.inquiries_by_thread_key([key]).values()) for key in LONG_KEYS] == [[[1]], [[2]]]
        assert [tx.threads.is_written_by_us([key]) for key in LONG_KEYS] == [True, False]
        assert [len(tx.threads.unlinked_replies_by_key([key])) for key in LONG_KEYS] == [1, 1]
        assert [len(tx.ledger.entries_by_message_id(key)) for key in LONG_KEYS] == [1, 0]
        tx.threads.remove_unlinked_replies([first])
        assert tx.threads.unlinked_replies_by_key(LONG_KEYS) == []
        tx.threads.add_turn(numbers[0], replace(TURN, key=second))  # known already: no second row


def test_names_of_people_and_mailboxes_have_no_length_of_their_own(store):
    name = LONG[:200]
    with store.write_transaction() as tx:
        tx.set_meta(f"slot:{name}", "x")
        tx.incidents.open(IncidentKind.LOOP_FAILING, f"delivery {name}", "text", MONDAY)
        tx.inquiries.save(inquiry(number=0, mailbox=name, owner=name, ladder=name, language="zh-Hant-HK-x-private"))
        tx.folders.add_folder(name, LONG[:500], FolderRole.INBOX, 7, MONDAY)
        tx.ledger.add_baseline_entries(name, LONG[:500], FolderRole.INBOX, 7, [1], MONDAY)


@pytest.mark.parametrize("value", ["a\0b", "\ud800", "\udcff"], ids=["NUL", "half a pair", "an octet that is no text"])
def test_what_cannot_be_stored_is_told_from_a_database_that_is_not_well(store, database_url, value):
    if value == "a\0b" and "sqlite" in database_url:
        return  # keeps it
    with pytest.raises(UnstorableError), store.write_transaction() as tx:
        tx.ledger.add_entry(line(subject=value))
    with store.read_transaction() as tx:
        assert tx.count_rows_by_table()["ledger"] == 0


def test_a_number_that_is_too_large_is_one_of_them(store):
    with pytest.raises(UnstorableError), store.write_transaction() as tx:
        tx.ledger.add_entry(line(uid=2**70))


def test_what_was_never_handed_out_is_not_known_again(store):
    """Of such a line only the instant is known at which it was given up: another message may have come right then."""
    with store.write_transaction() as tx:
        tx.ledger.add_entry(line(1, fingerprint="missing:" + 56 * "a"))
        tx.ledger.add_entry(line(2))
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 7, [3], MONDAY)
        assert len(tx.ledger.lines_of_folder("sales", "INBOX")) == 2
