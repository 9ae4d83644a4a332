"""What one look found, on a real database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.samples import MONDAY
from tests.servers.database import observed_statements
from watcher.core.message.model import FolderRole
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store
from watcher.service import recovery
from watcher.service.look_record import LookLog, LookRecord, store_looks

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


# --- together


def begin_quiet_look(mailbox: str, at: datetime) -> tuple[LookRecord, datetime]:
    look = LookRecord(mailbox, FOLDERS, list(FOLDERS))
    look.looked += FOLDERS
    return look, at


async def record(log: LookLog, store: Store, found: tuple[LookRecord, datetime], *, is_quiet: bool = True) -> None:
    found[0].is_quiet = is_quiet
    await log.record_look(found[0], store, found[1])


async def test_quiet_looks_wait_and_go_on_record_together_each_at_its_own_instant(store):
    log, at = LookLog(gathers=True), {"sales": LATER, "info": LATER + timedelta(seconds=3)}
    with store.write_transaction() as tx:
        tx.mailboxes.record_activation("info", MONDAY)
    for mailbox, instant in at.items():
        await record(log, store, begin_quiet_look(mailbox, instant))
    with store.write_transaction() as tx:
        assert tx.mailboxes.complete_looks() == {}
        store_looks(tx, log.take_waiting())
        assert tx.mailboxes.complete_looks() == at
    assert not log.take_waiting()


def test_many_quiet_looks_ask_the_database_no_more_than_two(store):
    """A thousand mailboxes have fifty of them at each heartbeat."""
    asked: list[int] = []
    for count in (2, 40):
        looks = {f"box{n}": begin_quiet_look(f"box{n}", LATER) for n in range(count)}
        seen: list[str] = []
        with store.write_transaction() as tx, observed_statements(seen):
            store_looks(tx, looks)
        asked.append(len(seen))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("case", ["not seen before", "cut off", "unread", "nobody gathers"])
async def test_a_look_that_changes_what_is_known_of_the_mailbox_does_not_wait(store, case):
    log = LookLog(gathers=case != "nobody gathers")
    look, at = begin_quiet_look("sales", LATER)
    if case in ("cut off", "unread"):
        look.looked.remove("Sent")
    if case == "unread":
        look.unread["Sent"] = MailboxError("locked", "folder")
    await record(log, store, (look, at), is_quiet=case != "not seen before")
    assert not log.will_wait(look)
    assert not log.take_waiting()
    with store.read_transaction() as tx:
        assert read_looks(tx)[0]["INBOX"] == LATER


async def test_a_later_look_takes_the_place_of_one_that_waits(store):
    log, last = LookLog(gathers=True), LATER + timedelta(seconds=9)
    await record(log, store, begin_quiet_look("sales", LATER))
    ending = begin_quiet_look("sales", last)
    with store.write_transaction() as tx:
        ending[0].store(tx, last)  # with the decision it ended with
    ending[0].is_stored = True
    await record(log, store, ending, is_quiet=False)
    assert not log.take_waiting(), "it would say that the mailbox was looked at earlier"


async def test_what_could_not_be_stored_waits_again_but_where_a_later_look_waits(store):
    log, last = LookLog(gathers=True), LATER + timedelta(seconds=9)
    await record(log, store, begin_quiet_look("sales", LATER))
    await record(log, store, begin_quiet_look("info", LATER))
    taken = log.take_waiting()
    await record(log, store, begin_quiet_look("sales", last))
    log.put_back(taken)
    assert {mailbox: at for mailbox, (_, at) in log.take_waiting().items()} == {"info": LATER, "sales": last}


@pytest.mark.parametrize(("unclean_at", "recorded"), [(None, MONDAY), (MONDAY, MONDAY), (LATER, LATER)])
async def test_after_an_unclean_stop_sent_mail_is_on_record_before_the_inbox_is_read(store, unclean_at, recorded):
    """Only then do the copies there tell what left before it."""
    with store.write_transaction() as tx:
        tx.folders.record_scans([("sales", name, MONDAY) for name in FOLDERS])
        if unclean_at is not None:
            tx.set_meta(recovery.UNCLEAN_START_AT, unclean_at.isoformat())
    look = begin_look()
    await LookLog().note_folder_read(look, "Sent", store, LATER)
    await LookLog().note_folder_read(look, "INBOX", store, LATER)
    assert (look.looked, look.has_news) == (["Sent", "INBOX"], True)
    with store.read_transaction() as tx:
        assert read_looks(tx)[0] == {"Sent": recorded, "INBOX": MONDAY}
