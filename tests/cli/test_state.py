"""`backup`, `restore` and `reconcile`, as commands, against a real Dovecot."""

from __future__ import annotations

import json
import shutil
import threading
import uuid
from datetime import timedelta

import pytest
from click.testing import CliRunner

from tests.samples import MONDAY, inquiry
from tests.servers.real import NUMBERED_MAIL, PASSWORD
from watcher.cli import main
from watcher.core.health.model import IncidentKind
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.guard import GuardFile, InstanceLock
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store
from watcher.service import recovery

CONFIG = """
[watcher]
state_dir = "{folder}/state"
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {port}, user = "{user}", password = {{ env = "SALES" }}, ca = "{ca}" }}
smtp = {{ host = "127.0.0.1", port = 9, user = "x", password = {{ env = "SALES" }} }}
"""


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A configuration whose mailbox nobody looks at, and its state."""
    monkeypatch.setenv("SALES", PASSWORD)
    state = tmp_path / "state"
    state.mkdir()
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path, port=9, user="x", ca=tmp_path / "config.toml"))
    guard = GuardFile.load_or_create(state / "guard.json")
    store = Store(f"sqlite:///{state}/watcher.sqlite3")
    with store.write_transaction() as tx:
        guard.bind_database(tx.get_meta("uuid"), 0)
        guard.record_send_seq(tx.next_send_seq())
        tx.inquiries.save(inquiry(number=0))
    store.close()
    return tmp_path


def call(house, *words):
    return CliRunner().invoke(main, ["-c", str(house / "config.toml"), *map(str, words)])


def opened(house):
    return Store(f"sqlite:///{house}/state/watcher.sqlite3")


def test_a_backup_put_back_brings_the_state_and_says_that_it_is_old(house):
    key = GuardFile.load_or_create(house / "state" / "guard.json").signing_key
    assert call(house, "backup", house / "copy").exit_code == 0
    assert (house / "copy").stat().st_mode & 0o077 == 0
    store = opened(house)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        GuardFile.load_or_create(house / "state" / "guard.json").record_send_seq(tx.next_send_seq())
    store.close()
    done = call(house, "restore", house / "copy")
    assert done.exit_code == 0, done.output
    assert "before-restore" in done.output
    store = opened(house)
    with store.read_transaction() as tx:
        assert len(tx.inquiries.find_by_state()) == 1
        assert tx.get_meta_instant(recovery.HISTORY_LOST_AT) is not None
        assert tx.get_meta("guard") is None
        assert "backup was restored" in tx.incidents.list_open()[0].text
    store.close()
    guard = GuardFile.load_or_create(house / "state" / "guard.json")
    assert (guard.signing_key, guard.send_seq) == (key, 2), "the key of the letters, and the higher count"


def test_a_backup_goes_to_another_machine(house):
    key = GuardFile.load_or_create(house / "state" / "guard.json").signing_key
    call(house, "backup", house / "copy")
    shutil.rmtree(house / "state")
    assert call(house, "restore", house / "copy").exit_code == 0
    guard = GuardFile.load_or_create(house / "state" / "guard.json")
    assert (guard.signing_key, guard.send_seq) == (key, 1)


def test_a_backup_while_somebody_writes_is_whole(house):
    store, stop = opened(house), threading.Event()

    def write():
        while not stop.is_set():
            with store.write_transaction() as tx:  # always two at once
                tx.inquiries.save(inquiry(number=0))
                tx.inquiries.save(inquiry(number=0))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = [call(house, "backup", house / f"copy{n}").exit_code for n in range(5)]
    finally:
        stop.set()
        writer.join()
        store.close()
    assert done == [0] * 5
    for n in range(5):
        copy = Store(f"sqlite:///{house}/copy{n}")
        with copy.read_transaction() as tx:
            assert len(tx.inquiries.find_by_state()) % 2 == 1
        copy.close()


def test_what_cannot_be_done_is_said_and_changes_nothing(house):
    (house / "there").write_text("mine")
    (house / "noise").write_bytes(b"no database " * 500)
    for words, said in [
        (("backup", house / "there"), "choose another name"),
        (("restore", house / "noise"), "no copy of a Watcher's state"),
        (("restore", house / "nowhere"), "no such file"),
    ]:
        done = call(house, *words)
        assert (done.exit_code, said in done.output) == (1, True), done.output
        assert "Traceback" not in done.output
    assert (house / "there").read_text() == "mine"
    lock = InstanceLock(house / "state" / "watcher.lock", MONDAY)
    call(house, "backup", house / "copy")
    done = call(house, "restore", house / "copy")
    lock.release()
    assert (done.exit_code, "runs already" in done.output) == (2, True)
    assert len(list((house / "state").glob("*before*"))) == 0


# --- reconcile


def test_reconcile_names_what_was_never_decided(house, dovecot):
    user = dovecot.user(f"recon{uuid.uuid4().hex[:8]}")
    ca = dovecot.certificates.ca
    (house / "config.toml").write_text(CONFIG.format(folder=house, port=dovecot.imaps, user=user, ca=ca))
    first, second, third = (dovecot.append(user, "INBOX", NUMBERED_MAIL % (each, each)) for each in (b"1", b"2", b"3"))
    with dovecot.client(user) as client:
        validity = client.select_folder("INBOX", readonly=True)[b"UIDVALIDITY"]
    store = opened(house)
    with store.write_transaction() as tx:
        at = MONDAY - timedelta(days=1)
        tx.folders.add_folder("sales", "INBOX", FolderRole.INBOX, validity, at)
        tx.ledger.add_baseline_entries("sales", "INBOX", FolderRole.INBOX, validity, [first], at)
        tx.ledger.add_entry(
            LedgerEntry(Locator("sales", "INBOX", validity, second), FolderRole.INBOX, MONDAY, "inquiry", inquiry=1)
        )
    store.close()
    done = call(house, "reconcile", "--json")
    rows = {row["folder"]: row for row in map(json.loads, done.output.splitlines())}
    assert done.exit_code == 1
    assert rows["INBOX"] == {
        "mailbox": "sales", "folder": "INBOX", "listed": 3, "seen": 2, "inquiries": 1, "unreadable": 0, "missing": 1,
        "uids": [third], "error": None,
    }  # fmt: skip
    dovecot.delete(user, "INBOX", third)
    done = call(house, "reconcile")
    assert done.exit_code == 0, done.output
    assert "sales / INBOX: seen 2, inquiries 1, unreadable 0, missing 0" in done.output


def test_reconcile_says_which_mailbox_cannot_be_seen(house):
    done = call(house, "reconcile", "--json")
    (row,) = map(json.loads, done.output.splitlines())
    assert (done.exit_code, row["mailbox"], row["folder"]) == (1, "sales", None)
    assert row["error"]


def test_status_tells_what_hinders_sending_and_what_became_of_the_database(house):
    store = opened(house)
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "no mail can be sent: 535 no", MONDAY)
    store.close()
    (row,) = map(json.loads, call(house, "status", "--json").output.splitlines())
    assert row["incidents"] == [
        {
            "kind": "cannot-send",
            "subject": "sales",
            "since": "2026-11-23T10:00:00Z",
            "text": "no mail can be sent: 535 no",
        }
    ]
    assert row["state_dir"].startswith(str(house))
    told = call(house, "status")
    assert (told.exit_code, "sales: no mail can be sent" in told.output) == (1, True)
