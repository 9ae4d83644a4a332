"""What a start finds: letters that may have left, an older database, a damaged one, none at all; and what stops a running process."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry, letter
from watcher.core.health.recovery import REBUILD_WINDOW
from watcher.core.message.model import FolderRole, Locator
from watcher.core.outbox import invariants, letter_state
from watcher.core.outbox.invariants import InvariantSnapshot, SendAttempt
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.guard import GuardFile, InstanceLock
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import DatabaseDamagedError, NewerSchemaError, Store
from watcher.service import recovery

LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def open_all(folder, now=MONDAY, damaged_expected=False):
    """What the daemon does when it comes up."""
    store, damaged = recovery.open_store(f"sqlite:///{folder}/w.sqlite3", now)
    guard = GuardFile.load_or_create(folder / "guard.json")
    assert (damaged is not None) is damaged_expected
    with store.write_transaction() as tx:
        recovery.check_state_at_start(tx, guard, now, damaged)
    with store.read_transaction() as tx:
        recovery.bind_guard(tx, guard)
    return store, guard


def send_one(store, guard):
    with store.write_transaction() as tx:
        guard.record_send_seq(tx.next_send_seq())


def facts_of(store):
    with store.read_transaction() as tx:
        names = (recovery.HISTORY_LOST_AT, recovery.UNCLEAN_START_AT, "rebuild_from", "send_seq")
        return {name: tx.get_meta(name) for name in names if tx.get_meta(name)}


def test_a_first_start_and_one_in_order_forget_nothing(folder):
    for now in (MONDAY, LATER):
        store, guard = open_all(folder, now)
        send_one(store, guard)
        with store.write_transaction() as tx:
            recovery.record_clean_stop(tx, now)
        store.close()
    assert facts_of(Store(f"sqlite:///{folder}/w.sqlite3")) == {"send_seq": "2"}


def test_a_restored_backup_is_noticed_once(folder):
    store, guard = open_all(folder)
    with store.write_transaction() as tx:
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, 7, MONDAY)
    shutil.copy(folder / "w.sqlite3", folder / "backup")
    send_one(store, guard)
    store.close()
    shutil.copy(folder / "backup", folder / "w.sqlite3")
    store, guard = open_all(folder, LATER)
    assert facts_of(store)[recovery.HISTORY_LOST_AT] == LATER.isoformat()
    assert "rebuild_from" not in facts_of(store)
    with store.read_transaction() as tx:
        assert "restored backup" in tx.incidents.list_open()[0].text
    send_one(store, guard)
    store.close()
    store, _ = open_all(folder, LATER + timedelta(seconds=30))
    assert facts_of(store)[recovery.HISTORY_LOST_AT] == LATER.isoformat()
    store.close()


def test_a_database_that_is_gone_is_rebuilt(folder):
    store, guard = open_all(folder)
    send_one(store, guard)
    store.close()
    (folder / "w.sqlite3").unlink()
    store, _ = open_all(folder, LATER)
    found = facts_of(store)
    assert found[recovery.HISTORY_LOST_AT] == LATER.isoformat()
    assert found["rebuild_from"] == (LATER - REBUILD_WINDOW).isoformat()
    assert found["send_seq"] == "1"
    with store.read_transaction() as tx:
        assert recovery.reread_mail_since(tx, LATER) == LATER - REBUILD_WINDOW
        assert recovery.reread_mail_since(tx, LATER + timedelta(days=8)) is None
    store.close()


@pytest.mark.parametrize("how", ["garbage", "middle", "truncated"])
@pytest.mark.parametrize("with_guard", [True, False])
def test_a_damaged_database_is_set_aside_and_the_owner_is_told(folder, how, with_guard):
    store, _ = open_all(folder)
    with store.write_transaction() as tx:
        for n in range(50):
            tx.inquiries.save(inquiry(number=0, excerpt=f"{n}" * 280))
    store.close()
    path = folder / "w.sqlite3"
    octets = path.read_bytes()
    ruined = {
        "garbage": b"this is no database at all, " * 100,
        "middle": octets[:8192] + b"\xff" * (len(octets) - 8192),
        "truncated": octets[: len(octets) // 2],
    }[how]
    path.write_bytes(ruined)
    if not with_guard:
        (folder / "guard.json").unlink()
    store, _ = open_all(folder, LATER, damaged_expected=True)
    (aside,) = folder.glob("w.sqlite3.corrupt-*")
    assert aside.read_bytes() == ruined
    assert "rebuild_from" in facts_of(store)
    with store.write_transaction() as tx:
        assert str(aside) in tx.incidents.list_open()[0].text
        recovery.record_heartbeat(tx, [], LATER + timedelta(days=4))
        assert tx.incidents.list_open() == []
    store.close()


def test_a_newer_database_is_not_set_aside(folder):
    store, _ = open_all(folder)
    with store.write_transaction() as tx:
        tx.set_meta("schema", "999")
    store.close()
    with pytest.raises(NewerSchemaError):
        recovery.open_store(f"sqlite:///{folder}/w.sqlite3", LATER)
    assert not list(folder.glob("*corrupt*"))


@pytest.mark.parametrize(
    ("in_order", "silent", "gap"), [(True, 3600, False), (False, 30, False), (False, 61, True), (False, 86400, True)]
)
def test_silence_is_a_gap_only_without_a_stop_in_order(folder, in_order, silent, gap):
    store, _ = open_all(folder)
    with store.write_transaction() as tx:
        recovery.record_heartbeat(tx, [], MONDAY)
        if in_order:
            recovery.record_clean_stop(tx, MONDAY)
    store.close()
    store, _ = open_all(folder, MONDAY + timedelta(seconds=silent))
    assert (recovery.UNCLEAN_START_AT in facts_of(store)) is gap
    store.close()


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=30)])
def test_what_a_clock_that_was_ahead_put_on_record_begins_when_it_is_right(folder, ahead):
    """A first look by a clock that was a month ahead made a month of customers' mail old."""
    store, guard = open_all(folder, MONDAY + ahead)
    with store.write_transaction() as tx:
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, 1, MONDAY + ahead)
        tx.mailboxes.record_activation("sales", MONDAY + ahead)
        for name in (recovery.HISTORY_LOST_AT, recovery.UNCLEAN_START_AT):
            tx.set_meta(name, (MONDAY + ahead).isoformat())
        recovery.record_clean_stop(tx, MONDAY + ahead)
        recovery.check_state_at_start(tx, guard, LATER)
    began = LATER if ahead else MONDAY
    with store.read_transaction() as tx:
        (found,) = tx.folders.list_folders()
        assert (found.activated_at, tx.mailboxes.get_activation("sales")) == (began, began)
        assert tx.get_meta_instants(recovery.HISTORY_LOST_AT, recovery.UNCLEAN_START_AT) == (began, began)


def test_a_letter_in_flight_is_uncertain_after_the_start(folder):
    store, _ = open_all(folder)
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        tx.letters.add_to_queue(letter(id=0, inquiry=number, state=LetterState.SENDING))
    store.close()
    store, _ = open_all(folder, LATER)
    with store.read_transaction() as tx:
        assert tx.letters.get(1).state is LetterState.UNCERTAIN
    store.close()


# --- while it runs


@pytest.fixture
def running(folder):
    store, guard = open_all(folder)
    lock = InstanceLock(folder / "lock", MONDAY)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, 7, MONDAY)
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 7, range(1, 10), MONDAY)
    yield store, guard, lock
    store.close()
    lock.release()


def verify(running):
    store, guard, lock = running
    with store.read_transaction() as tx:
        recovery.verify_invariants(tx, guard, lock, MONDAY - timedelta(minutes=1), timedelta(hours=24))


def test_a_sound_state_is_left_alone(running):
    store, guard, _ = running
    send_one(store, guard)
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, state=LetterState.SENT, offered_at=MONDAY, may_have_left=1))
        tx.ledger.add_entry(LedgerEntry(Locator("sales", "INBOX", 7, 10), FolderRole.INBOX, LATER, "inquiry"))
    verify(running)


def test_an_attempt_that_the_guard_could_not_count_is_no_broken_promise(running, folder):
    """It was aborted, though the commit beside it had come: nothing left that is not counted."""
    store, guard, _ = running
    (folder / "guard.json").rename(folder / "aside.json")
    (folder / "guard.json").mkdir()  # no file takes its place
    with pytest.raises(OSError), store.write_transaction() as tx:
        tx.hold_until(guard.begin_recording(tx.next_send_seq(), "a letter 1"))
    verify(running)


def break_seen(store, guard, lock, folder):
    with store.write_transaction() as tx:
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, 7, [11], LATER)


def break_guard(store, guard, lock, folder):
    with store.write_transaction() as tx:
        tx.next_send_seq()


def break_lock(store, guard, lock, folder):
    (folder / "lock").unlink()
    (folder / "lock").touch()


def break_database(store, guard, lock, folder):
    with store.write_transaction() as tx:
        tx.set_meta("uuid", "another")


def break_once(store, guard, lock, folder):
    with store.write_transaction() as tx:
        for n in range(2):
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=str(n), state=LetterState.SENT, offered_at=MONDAY)
            )


def break_repeat(store, guard, lock, folder):
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0, offered_at=MONDAY, may_have_left=1))


def break_digest(store, guard, lock, folder):
    with store.write_transaction() as tx:
        values = {"kind": LetterKind.DIGEST, "inquiry": None, "state": LetterState.UNCERTAIN}
        tx.letters.add_to_queue(letter(id=0, offered_at=MONDAY, may_have_left=3, **values))


def break_age(store, guard, lock, folder):
    with store.write_transaction() as tx:
        old = MONDAY - timedelta(hours=25)
        tx.letters.add_to_queue(letter(id=0, state=LetterState.SENT, offered_at=MONDAY, answers_at=old))


@pytest.mark.parametrize(
    ("breaks", "words"),
    [
        (break_seen, "seen without a decision: sales/INBOX/11"),
        (break_guard, "the guard file counts 0 letters and the database 1"),
        (break_lock, "was replaced while the service runs"),
        (break_database, "was replaced while the service runs"),
        (break_once, "inquiry 1 was acknowledged 2 times"),
        (break_repeat, "may have left and is to be sent again"),
        (break_digest, "may have left 3 times"),
        (break_age, "acknowledges mail that was older"),
    ],
)
def test_a_broken_promise_is_named(running, folder, breaks, words):
    breaks(*running, folder)
    with pytest.raises(recovery.InvariantBroken, match=words):
        verify(running)


def test_nothing_seen_is_nothing_broken():
    trace = SendAttempt(1, LetterKind.DIGEST, LetterState.PENDING, None, 1, MONDAY, None)
    assert invariants.broken_invariants(InvariantSnapshot([trace], [], 1, 1, True), timedelta(hours=24)) == []


def test_damage_is_told_from_other_trouble(folder):
    (folder / "x.sqlite3").write_bytes(b"no database " * 200)
    with pytest.raises(DatabaseDamagedError):
        Store(f"sqlite:///{folder}/x.sqlite3")


# --- a crash between the guard file and the commit


def stop_before_commit(folder, kind=LetterKind.ACKNOWLEDGEMENT, attempts=1):
    """A letter is claimed; its attempt is counted in the guard file, and then the process is killed."""
    store, guard = open_all(folder, MONDAY)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        claimed = letter(
            id=0, kind=kind, attempts=attempts, offered_at=MONDAY, person="" if kind == "acknowledgement" else "anna"
        )
        stored = tx.letters.add_to_queue(claimed)
        tx.letters.add_to_queue(
            letter(id=0, key="other", message_id="other@example.com", attempts=attempts, offered_at=MONDAY)
        )
    with pytest.raises(KeyboardInterrupt), store.write_transaction() as tx:
        guard.record_send_seq(tx.next_send_seq(), letter_state.name_attempt(stored))
        raise KeyboardInterrupt
    store.close()


def test_the_guard_ahead_by_the_letter_in_flight_is_that_letter(folder):
    stop_before_commit(folder)
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert facts_of(store) == {"send_seq": "1"}, "nothing is forgotten"
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []
        assert [one.state for one in tx.letters.list_by_state(set(LetterState))] == [
            LetterState.UNCERTAIN,
            LetterState.PENDING,
        ]
        assert recovery.history_unknown_before(tx, "sales") is None
    store.close()
    store, _ = open_all(folder, MONDAY + timedelta(seconds=10))
    assert facts_of(store) == {"send_seq": "1"}, "once is enough"


def test_a_guard_ahead_by_another_letter_is_a_restored_backup(folder):
    stop_before_commit(folder)
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(1, "elsewhere@example.com 1")
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert recovery.HISTORY_LOST_AT in facts_of(store)
    store.close()


def test_a_guard_ahead_by_two_is_a_restored_backup_whatever_it_names(folder):
    stop_before_commit(folder)
    with Store(f"sqlite:///{folder}/w.sqlite3").read_transaction() as tx:
        name = letter_state.name_attempt(tx.letters.get(1))
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(2, name)
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert recovery.HISTORY_LOST_AT in facts_of(store)


def test_an_earlier_attempt_of_the_letter_is_a_restored_backup(folder):
    stop_before_commit(folder, attempts=1)
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(1, "n.1@example.com 2")
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert recovery.HISTORY_LOST_AT in facts_of(store)


def test_an_attempt_that_was_given_up_before_a_later_one_is_no_restored_backup(folder):
    """The disk was full at the commit of `sending`, and the process died after it had claimed the letter again."""
    stop_before_commit(folder, attempts=2)
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(1, "n.1@example.com 1")
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert facts_of(store) == {"send_seq": "1"}, "nothing is forgotten"
    with store.read_transaction() as tx:
        assert tx.incidents.list_open() == []
        assert {one.state for one in tx.letters.list_by_state(set(LetterState))} == {LetterState.PENDING}, "it leaves"


@pytest.mark.parametrize("state", [LetterState.CANCELLED, LetterState.WITHHELD, LetterState.FAILED])
@pytest.mark.parametrize("attempts", [1, 2])
def test_an_attempt_of_a_letter_that_was_settled_since_is_no_restored_backup(folder, attempts, state):
    """The disk was full at the commit of `sending`, somebody answered meanwhile, and later the machine went down. Found by the
    simulation, seed 1744."""
    stop_before_commit(folder, attempts=attempts)
    with Store(f"sqlite:///{folder}/w.sqlite3").write_transaction() as tx:
        before = tx.letters.get(1)
        tx.letters.update_if_unchanged(before, replace(before, state=state))
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(1, "n.1@example.com 1")
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert facts_of(store) == {"send_seq": "1"}, "nothing is forgotten"
    store.close()


def test_a_later_attempt_than_the_settled_one_is_a_restored_backup(folder):
    stop_before_commit(folder, attempts=1)
    with Store(f"sqlite:///{folder}/w.sqlite3").write_transaction() as tx:
        before = tx.letters.get(1)
        tx.letters.update_if_unchanged(before, replace(before, state=LetterState.WITHHELD))
    GuardFile.load_or_create(folder / "guard.json").record_send_seq(1, "n.1@example.com 2")
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    assert recovery.HISTORY_LOST_AT in facts_of(store)
    store.close()


def test_a_digest_in_flight_is_repeated_once(folder):
    stop_before_commit(folder, LetterKind.DIGEST)
    store, _ = open_all(folder, MONDAY + timedelta(seconds=5))
    with store.read_transaction() as tx:
        due = tx.letters.get(1)
    assert letter_state.reconsidered(due, MONDAY + timedelta(hours=1)).state is LetterState.PENDING
