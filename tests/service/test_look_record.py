"""What one look found, on a real database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store
from watcher.service.look_record import LookRecord

FOLDERS = {"Sent": FolderRole.SENT, "INBOX": FolderRole.INBOX}
LATER = MONDAY + timedelta(minutes=1)


@pytest.fixture
def store():
    opened = Store("sqlite://")
    with opened.write_transaction() as tx:
        tx.mailboxes.record_activation("sales", MONDAY)
        for name, role in FOLDERS.items():
            tx.folders.add_folder("sales", name, role, 1, MONDAY, None)
    yield opened
    opened.close()


def begin_look(**unread: str) -> LookRecord:
    look = LookRecord("sales", FOLDERS, list(FOLDERS))
    look.unread = {name: MailboxError(text, "folder") for name, text in unread.items()}
    return look


def read_looks(tx):
    looks = {name: tx.folders.get_folder("sales", name).last_look_at for name in FOLDERS}
    return looks, tx.mailboxes.complete_looks().get("sales"), [each.subject for each in tx.incidents.list_open()]


def test_a_folder_counts_as_seen_by_the_transaction_that_ends_the_look(store):
    look = begin_look()
    look.looked.append("Sent")
    assert (look.ends_with("Sent"), look.ends_with("INBOX")) == (False, True)
    with store.write_transaction() as tx:
        look.store(tx, LATER, "INBOX")
        assert read_looks(tx) == ({"Sent": LATER, "INBOX": LATER}, LATER, [])
    assert look.has_news, "it may not have committed"
    look.is_stored = True
    assert not look.has_news


def test_a_look_that_was_cut_off_is_no_look_at_the_mailbox(store):
    look = begin_look()
    assert not look.has_news
    look.looked.append("Sent")
    assert look.has_news
    with store.write_transaction() as tx:
        look.store(tx, LATER)
        seen, complete, _ = read_looks(tx)
    assert (seen["Sent"] == LATER, seen["INBOX"] == LATER, complete) == (True, False, None)


@pytest.mark.parametrize(("folder", "complete", "told"), [("Sent", LATER, ["sales/Sent"]), ("INBOX", None, [])])
def test_a_folder_that_cannot_be_read_hides_the_mailbox_if_it_is_the_inbox(store, folder, complete, told):
    look = begin_look(**{folder: "locked"})
    look.looked += FOLDERS.keys() - {folder}
    with store.write_transaction() as tx:
        look.store(tx, LATER)
        assert read_looks(tx)[1:] == (complete, told)
    error = look.find_blinding_error()
    assert (str(error) if error else None) == (None if folder == "Sent" else "locked")
