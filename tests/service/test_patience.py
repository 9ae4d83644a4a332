"""service/intake.py: what a server lists and does not hand out yet. Time is waited for, not tries; sent mail opens nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.worlds import ROLES, START, IntakeDesk, MemoryMailbox
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.decide import FETCH_PATIENCE
from watcher.core.inquiry.model import Inquiry
from watcher.core.message.model import FolderRole
from watcher.core.outbox.model import LetterState
from watcher.edge.imap.mailbox import FetchResult

QUESTION = (
    b"From: Carol <carol@customer.example>\r\nTo: sales@example.com\r\nSubject: A quote, please\r\n"
    b"Message-ID: <q1@customer.example>\r\n\r\nWhat does a new roof cost?\r\n"
)
REPLY = (
    b"From: Anna <anna@example.com>\r\nTo: carol@customer.example\r\nSubject: Re: A quote, please\r\n"
    b"Message-ID: <r1@example.com>\r\nIn-Reply-To: <q1@customer.example>\r\n\r\nFive euros.\r\n"
)
HEADER = QUESTION.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


class SlowMailbox(MemoryMailbox):
    """Hands out only so many octets of a message, `None`: not even a line, though it lists it with its size."""

    def __init__(self) -> None:
        super().__init__()
        self.octets: dict[str, int | None] = {}
        self.roles = dict(ROLES)

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        return list(self.roles.items())

    async def fetch_messages(self, folder, uidvalidity, uids):
        whole = await super().fetch_messages(folder, uidvalidity, uids)
        if folder not in self.octets:
            return whole
        octets = self.octets[folder]
        if octets is None:
            return FetchResult([], set(uids))
        return replace(whole, arrivals=[replace(arrival, raw=arrival.raw[:octets]) for arrival in whole.arrivals])


class Desk(IntakeDesk):
    def __init__(self) -> None:
        super().__init__("sales@example.com", ["anna@example.com"], START)
        self.mailbox = self.intake._mailbox = SlowMailbox()

    async def look_after(self, passed: timedelta) -> None:
        await self.look(START + passed)

    @property
    def inquiries(self) -> list[Inquiry]:
        with self.store.read_transaction() as tx:
            return tx.inquiries.find_by_state()


@pytest.fixture
async def desk():
    desk = Desk()
    await desk.begin()
    yield desk
    desk.store.close()


@pytest.mark.parametrize("octets", [None, 0, 2, len(HEADER)], ids=["nothing", "empty", "a line end", "a header"])
async def test_what_is_handed_out_late_is_read_though_the_bell_rang_many_times(desk, octets):
    desk.mailbox.put("INBOX", QUESTION, START)
    desk.mailbox.octets["INBOX"] = octets
    for seconds in (1, 2, 3, 4, 5, 600, 899):
        await desk.look_after(timedelta(seconds=seconds))
    assert desk.inquiries == []
    desk.mailbox.octets.clear()
    await desk.look_after(timedelta(seconds=900))
    assert [inquiry.excerpt for inquiry in desk.inquiries] == ["What does a new roof cost?"]
    assert len(desk.letters()) == 1


@pytest.mark.parametrize(
    ("octets", "subject"),
    [(None, "(unreadable message)"), (0, "(unreadable message)"), (len(HEADER), "A quote, please")],
    ids=["nothing", "empty", "a header"],
)
async def test_after_a_while_it_waits_for_a_person_as_it_is(desk, octets, subject):
    desk.mailbox.put("INBOX", QUESTION, START)
    desk.mailbox.octets["INBOX"] = octets
    await desk.look_after(timedelta(0))
    await desk.look_after(FETCH_PATIENCE)
    assert [inquiry.subject for inquiry in desk.inquiries] == [subject]


@pytest.mark.parametrize("octets", [None, 0, 40])
async def test_nothing_in_a_sent_folder_opens_an_inquiry(desk, octets):
    desk.mailbox.put("Sent", REPLY, START)
    desk.mailbox.octets["Sent"] = octets
    await desk.look_after(timedelta(0))
    await desk.look_after(FETCH_PATIENCE)
    assert desk.inquiries == []


@pytest.mark.parametrize("octets", [None, 0])
async def test_what_cannot_be_read_in_a_sent_folder_shows_no_place_of_replies(desk, octets):
    desk.mailbox.put("INBOX", QUESTION, START)
    await desk.look_after(timedelta(0))
    (letter,) = desk.letters()
    with desk.store.write_transaction() as tx:
        tx.letters.update_if_unchanged(letter, replace(letter, state=LetterState.SENT, offered_at=START))
    desk.mailbox.put("Sent", REPLY, START)
    desk.mailbox.octets["Sent"] = octets
    for passed in (timedelta(minutes=1), 2 * FETCH_PATIENCE, timedelta(days=8)):
        await desk.look_after(passed)
    with desk.store.read_transaction() as tx:
        assert [incident.kind for incident in tx.incidents.list_open()] == [IncidentKind.NO_REPLY_SEEN]


async def test_a_folder_that_is_named_as_sent_mail_later_opens_nothing_any_more(desk):
    desk.mailbox.roles["INBOX"] = FolderRole.SENT
    desk.mailbox.put("INBOX", QUESTION, START)
    await desk.look_after(timedelta(0))
    assert desk.inquiries == []


async def test_a_reply_whose_text_comes_late_is_an_answer_then(desk):
    desk.mailbox.put("INBOX", QUESTION, START)
    desk.mailbox.put("Sent", REPLY, START + timedelta(minutes=1))
    desk.mailbox.octets["Sent"] = len(REPLY) - len(b"Five euros.\r\n")
    await desk.look_after(timedelta(minutes=1))
    desk.mailbox.octets.clear()
    await desk.look_after(timedelta(minutes=2))
    assert [str(inquiry.state) for inquiry in desk.inquiries] == ["answered"]


async def test_a_message_that_is_nothing_but_a_header_is_read_at_once(desk):
    desk.mailbox.put("INBOX", HEADER, START)
    await desk.look_after(timedelta(0))
    assert [inquiry.subject for inquiry in desk.inquiries] == ["A quote, please"]
