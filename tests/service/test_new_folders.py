"""service/intake.py: folders that appear, or are named, when the mailbox has been watched for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.worlds import ROLES, START, IntakeDesk, MemoryMailbox
from watcher.core.inquiry.model import Inquiry
from watcher.core.message.model import FolderRole


def question(n: int) -> bytes:
    return (
        f"From: Customer {n} <c{n}@customer.example>\r\nTo: sales@example.com\r\nSubject: Inquiry {n}\r\n"
        f"Message-ID: <q{n}@customer.example>\r\n\r\nWhat does number {n} cost?\r\n"
    ).encode()


def reply(n: int) -> bytes:
    return (
        f"From: Anna <anna@example.com>\r\nTo: c{n}@customer.example\r\nSubject: Re: Inquiry {n}\r\n"
        f"Message-ID: <r{n}@example.com>\r\nIn-Reply-To: <q{n}@customer.example>\r\n\r\nFive euros.\r\n"
    ).encode()


class GrowingMailbox(MemoryMailbox):
    """Lists the folders that are named in `roles`; INBOX alone at first."""

    def __init__(self) -> None:
        super().__init__()
        self.roles = {"INBOX": FolderRole.INBOX}

    def add_folder(self, name: str, role: FolderRole) -> None:
        self.roles[name] = role
        self.mails.setdefault(name, {})

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        return list(self.roles.items())


class Desk(IntakeDesk):
    def __init__(self) -> None:
        super().__init__("sales@example.com", ["anna@example.com"], START)
        self.mailbox = self.intake._mailbox = GrowingMailbox()

    @property
    def states(self) -> list[tuple[str, str]]:
        with self.store.read_transaction() as tx:
            found: list[Inquiry] = tx.inquiries.find_by_state()
        return [(inquiry.subject, str(inquiry.state)) for inquiry in found]


@pytest.fixture(autouse=True)
def leads(monkeypatch):
    monkeypatch.setitem(ROLES, "Leads", FolderRole.INBOX)


@pytest.fixture
async def desk():
    desk = Desk()
    desk.mailbox.put("INBOX", question(1), START - timedelta(days=30))
    await desk.begin()
    yield desk
    desk.store.close()


async def test_the_first_mail_of_a_new_folder_is_new(desk):
    await desk.look(START)
    desk.mailbox.add_folder("Leads", FolderRole.INBOX)
    desk.mailbox.put("Leads", question(2), START + timedelta(days=20))
    await desk.look(START + timedelta(days=20, minutes=1))
    assert desk.states == [("Inquiry 2", "waiting")]
    assert [letter.recipient for letter in desk.letters()] == ["c2@customer.example"]


async def test_the_first_reply_makes_the_folder_of_sent_mail_and_answers(desk):
    desk.mailbox.put("INBOX", question(2), START)
    await desk.look(START)
    desk.mailbox.add_folder("Sent", FolderRole.SENT)
    desk.mailbox.put("Sent", reply(2), START + timedelta(hours=1))
    await desk.look(START + timedelta(hours=2))
    assert desk.states == [("Inquiry 2", "answered")]


async def test_what_was_in_it_before_the_mailbox_was_watched_is_old(desk):
    await desk.look(START)
    desk.mailbox.add_folder("Leads", FolderRole.INBOX)
    desk.mailbox.put("Leads", question(2), START - timedelta(days=9))
    desk.mailbox.put("Leads", question(3), START + timedelta(days=5))
    await desk.look(START + timedelta(days=40))
    assert desk.states == [("Inquiry 3", "waiting")]
    assert desk.letters() == []  # too old for a machine


async def test_a_first_look_that_is_interrupted_is_a_first_look_still(desk):
    other = Desk()
    other.mailbox.add_folder("Sent", FolderRole.SENT)
    other.mailbox.add_folder("Leads", FolderRole.INBOX)
    other.mailbox.put("Leads", question(2), other.clock.at)
    await other.intake.scan_folders([FolderRole.SENT])
    await other.begin()
    assert other.states == []
    other.store.close()


async def test_sent_mail_that_is_watched_later_is_read_back_to_the_oldest_open_inquiry(desk):
    desk.mailbox.put("INBOX", question(2), START)
    await desk.look(START)
    with desk.store.write_transaction() as tx:  # the mailbox of a colleague, watched from today
        tx.connection.exec_driver_sql("update mailbox set name = 'another'")
        tx.connection.exec_driver_sql("update folder set mailbox = 'another'")
    desk.mailbox.add_folder("Sent", FolderRole.SENT)
    desk.mailbox.put("Sent", reply(2), START + timedelta(hours=1))
    await desk.look(START + timedelta(days=3))
    assert desk.states == [("Inquiry 2", "answered")]
