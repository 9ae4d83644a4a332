"""The second letter on its way: due, written, looked at once more, sent once; with a real database and an outbox that does as told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes, policy

import pytest

from tests.office import OutboxServer
from tests.samples import always_open
from tests.samples import policy as house_policy
from tests.worlds import KEY, IntakeDesk, MemoryGuard, MemoryMailbox
from watcher.core.inquiry.model import AcknowledgementLimits, InquiryState
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address, FolderRole
from watcher.core.outbox.model import LetterKind, LetterState, Refused, SmtpPhase, Unknown
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.intake import Intake
from watcher.service.reminders import Reminders

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DUE = AT + timedelta(hours=3, minutes=30)
ADDRESS = Address("support@example.com", "Support")
QUESTION = (
    b"From: Carol <carol@customer.example>\r\nTo: support@example.com\r\nSubject: Ein Dach\r\n"
    b"Message-ID: <q1@customer.example>\r\n\r\nGuten Tag, was kostet bei Ihnen ein Dach, und wann haben Sie Zeit?\r\n"
)
REPLY = (
    b"From: anna@example.com\r\nTo: carol@customer.example\r\nSubject: Re: Ein Dach\r\nMessage-ID: <a1@example.com>\r\n"
    b"In-Reply-To: <q1@customer.example>\r\n\r\n%s\r\n"
)
LATER_MAIL = (
    b"From: carol@customer.example\r\nTo: info@example.com\r\nSubject: Re: Ein Dach\r\nMessage-ID: <q2@customer.example>\r\n"
    b"In-Reply-To: <q1@customer.example>\r\n\r\nUnd wann haben Sie Zeit?\r\n"
)
ELSEWHERE = b"From: anna@example.com\r\nTo: dave@customer.example\r\nSubject: Gutters\r\nMessage-ID: <d1@example.com>\r\n\r\nOn Friday.\r\n"


class Desk(IntakeDesk):
    def __init__(self, *, observes: bool = False) -> None:
        super().__init__(ADDRESS.email, ("anna@example.com",), AT)
        self.server, self.is_blind = OutboxServer(), False
        plain = self.intake.config.policy
        ladder = replace(house_policy().ladders["default"], renew=True)
        self.policy = replace(plain, ladders={"default": ladder}, observes=observes)
        self.intake.config = replace(self.intake.config, policy=self.policy)
        people = {"anna": Person("anna", Address("anna@example.com"), (time(23, 59),))}
        templates = self.intake.config.templates
        config = ReminderConfig(people, {"sales": self.policy}, {"sales": ADDRESS}, always_open(), templates)
        self.reminders = Reminders(DigestWriter(config, KEY), self.store, self.clock, scan_sent_mail=self.scan)
        self.delivery = Delivery(
            DeliveryConfig("sales", AcknowledgementLimits(), observes), self.server, self.store, self.clock, MemoryGuard(),  # type: ignore[arg-type]
            hooks=DeliveryHooks(self.scan, lambda tx, one, now: one.data, self.intake.messages.rewrite_acknowledgement),
        )  # fmt: skip

    async def scan(self, mailboxes) -> bool:
        if not self.is_blind:
            await self.intake.scan_folders([FolderRole.SENT])
        return not self.is_blind

    async def work(self, at: datetime) -> None:
        self.clock.at = at
        await self.reminders.process_due()
        while await self.delivery.deliver_next():
            pass

    async def ask(self, *, shows_sent_mail: bool = True) -> None:
        """Carol is acknowledged. `shows_sent_mail`: a mail to somebody else lies where replies are looked for."""
        await self.begin()
        if shows_sent_mail:
            self.mailbox.put("Sent", ELSEWHERE, AT)
        self.mailbox.put("INBOX", QUESTION, AT)
        await self.look(AT)
        await self.work(AT + timedelta(minutes=1))

    def renewals(self):
        with self.store.read_transaction() as tx:
            return [one for one in tx.letters.list_by_state(set(LetterState)) if one.kind is LetterKind.RENEWAL]

    def inquiry(self):
        with self.store.read_transaction() as tx:
            return tx.inquiries.get(1)

    def events(self):
        with self.store.read_transaction() as tx:
            return [entry.event for entry in tx.inquiries.journal_of(1)]


@pytest.fixture
async def desk():
    desk = Desk()
    await desk.ask()
    return desk


async def test_a_promise_that_is_about_to_break_is_renewed_once_in_the_customers_language(desk):
    await desk.work(DUE - timedelta(minutes=1))
    assert desk.renewals() == []
    for minutes in (0, 1, 40, 600):
        await desk.work(DUE + timedelta(minutes=minutes))
    (renewal,) = desk.renewals()
    assert renewal.state is LetterState.SENT
    assert len(desk.server.offered) == 2, "the acknowledgement, and this"
    mail = message_from_bytes(renewal.data, policy=policy.default)
    assert mail["To"] == "carol@customer.example"
    assert mail["In-Reply-To"] == "<q1@customer.example>"
    with desk.store.read_transaction() as tx:
        first = tx.letters.latest_acknowledgement(1)
    assert {"<q1@customer.example>", f"<{first.message_id}>"} < set(mail["References"].split())
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert "bis heute (Montag), 16:00 Uhr" in mail.get_content(), "four hours after the first promise of 12:00"
    assert "Dach" not in mail.get_content() + mail["Subject"], "a stranger's words are not repeated"
    assert desk.events() == ["opened", "acknowledged", "renewed"]
    assert desk.inquiry().promise_at == AT + timedelta(hours=4)


async def test_there_is_none_while_no_mail_of_a_person_was_ever_seen_where_replies_are_looked_for():
    """Replies may be filed elsewhere: the customer would be told that nobody has answered."""
    desk = Desk()
    await desk.ask(shows_sent_mail=False)
    await desk.work(DUE)
    (renewal,) = desk.renewals()
    assert (renewal.state, len(desk.server.offered)) == (LetterState.PENDING, 1)
    desk.mailbox.put("Sent", ELSEWHERE, DUE)
    await desk.work(DUE + timedelta(minutes=6))
    (renewal,) = desk.renewals()
    assert (renewal.state, len(desk.server.offered)) == (LetterState.SENT, 2)


async def test_what_the_customer_answers_to_it_belongs_to_the_same_inquiry(desk):
    await desk.work(DUE)
    (renewal,) = desk.renewals()
    raw = QUESTION.replace(b"q1@", b"q2@").replace(
        b"Subject", f"In-Reply-To: <{renewal.message_id}>\r\nSubject".encode()
    )
    desk.mailbox.put("INBOX", raw, DUE + timedelta(minutes=5))
    await desk.look(DUE + timedelta(minutes=5))
    with desk.store.read_transaction() as tx:
        assert [one.number for one in tx.inquiries.find_by_state()] == [1]
        assert tx.letters.list_by_state({LetterState.PENDING}) == [], "and that is not acknowledged"


async def test_its_own_copy_among_the_sent_mail_answers_nothing(desk):
    await desk.work(DUE)
    desk.mailbox.put("Sent", desk.renewals()[0].data, DUE)
    await desk.look(DUE + timedelta(minutes=1))
    assert desk.inquiry().state is InquiryState.WAITING


@pytest.mark.parametrize("text", [b"It costs 500 euros.", b"I will get back to you tomorrow."])
async def test_a_reply_of_the_last_moment_stops_it(desk, text):
    """It lies among the sent mail, and nobody has looked there since."""
    desk.mailbox.put("Sent", REPLY % text, DUE - timedelta(seconds=30))
    await desk.work(DUE)
    (renewal,) = desk.renewals()
    assert (renewal.state, renewal.reason) == (LetterState.CANCELLED, "already-handled")
    assert desk.events()[-1] == "renewal cancelled"
    assert len(desk.server.offered) == 1


async def test_where_replies_cannot_be_seen_it_waits_and_then_comes_too_late(desk):
    desk.is_blind = True
    for minutes in (0, 5, 10, 20):
        await desk.work(DUE + timedelta(minutes=minutes))
        assert [one.state for one in desk.renewals()] == [LetterState.PENDING]
    desk.is_blind = False
    await desk.work(DUE + timedelta(minutes=25))
    assert desk.renewals()[0].state is LetterState.SENT


class TwoDesks(Desk):
    """Another mailbox of the house, watched too."""

    def __init__(self) -> None:
        super().__init__()
        self.other, self.is_other_blind = MemoryMailbox(), False
        self.other.name = "info"
        config = replace(self.intake.config, policy=replace(self.policy, mailbox="info"))
        self.other_intake = Intake(config, self.other, self.store, self.clock, KEY)  # type: ignore[arg-type]

    async def scan(self, mailboxes) -> bool:
        has_seen = await super().scan(mailboxes)
        if "info" in mailboxes and not self.is_other_blind:
            await self.other_intake.scan_folders([FolderRole.SENT])
        return has_seen and not ("info" in mailboxes and self.is_other_blind)

    async def ask_both(self, text: bytes) -> None:
        """The other mailbox has a mail of the same id, which says `text`."""
        self.clock.at = AT
        await self.other_intake.scan_folders()
        await self.ask()
        self.other.put("INBOX", QUESTION.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + text, AT)
        await self.other_intake.scan_folders()


@pytest.mark.parametrize("text", [QUESTION.partition(b"\r\n\r\n")[2], b"The same id, and other words.\r\n"])
async def test_a_reply_of_the_last_moment_from_another_mailbox_that_has_the_mail_stops_it(text):
    desk = TwoDesks()
    await desk.ask_both(text)
    desk.other.put("Sent", REPLY % b"It costs 500 euros.", DUE - timedelta(seconds=30))
    await desk.work(DUE)
    (renewal,) = desk.renewals()
    assert (renewal.state, renewal.reason) == (LetterState.CANCELLED, "already-handled")


async def test_a_reply_of_the_last_moment_from_where_the_customers_later_mail_came_stops_it():
    desk = TwoDesks()
    desk.clock.at = AT
    await desk.other_intake.scan_folders()
    await desk.ask()
    desk.other.put("INBOX", LATER_MAIL, AT + timedelta(minutes=5))
    desk.clock.at = AT + timedelta(minutes=5)
    await desk.other_intake.scan_folders()
    desk.other.put("Sent", REPLY % b"It costs 500 euros.", DUE - timedelta(seconds=30))
    await desk.work(DUE)
    (renewal,) = desk.renewals()
    assert (renewal.state, renewal.reason) == (LetterState.CANCELLED, "already-handled")


async def test_where_another_mailbox_has_the_mail_and_cannot_be_read_it_waits():
    desk = TwoDesks()
    await desk.ask_both(b"The same id, and other words.\r\n")
    desk.is_other_blind = True
    await desk.work(DUE)
    assert [one.state for one in desk.renewals()] == [LetterState.PENDING]
    desk.is_other_blind = False
    await desk.work(DUE + timedelta(minutes=5))
    assert [one.state for one in desk.renewals()] == [LetterState.SENT]


async def test_another_mailbox_that_has_not_got_the_mail_is_not_waited_for():
    desk = TwoDesks()
    await desk.ask()
    desk.is_other_blind = True
    await desk.work(DUE)
    assert [one.state for one in desk.renewals()] == [LetterState.SENT]


async def test_after_the_promise_it_does_not_leave_any_more(desk):
    desk.is_blind = True
    await desk.work(DUE)
    desk.is_blind = False
    await desk.work(DUE + timedelta(minutes=31))
    (renewal,) = desk.renewals()
    assert (renewal.state, renewal.reason) == (LetterState.CANCELLED, "stale")


async def test_one_that_may_have_left_is_never_repeated(desk):
    desk.server.after = Unknown("the line broke")
    await desk.work(DUE)
    desk.server.after = None
    for minutes in (16, 100):
        await desk.work(DUE + timedelta(minutes=minutes))
    assert [one.state for one in desk.renewals()] == [LetterState.UNCERTAIN]
    assert len(desk.server.offered) == 2


async def test_whose_acknowledgement_did_not_leave_gets_none():
    desk = Desk()
    desk.server.before = Refused(550, "5.1.1 no such user", permanent=True, phase=SmtpPhase.RECIPIENT)
    await desk.ask()
    await desk.work(DUE)
    assert desk.renewals() == []
    assert desk.events()[-1] == "not renewed"


async def test_where_customers_are_not_written_to_there_is_none():
    desk = Desk(observes=True)
    await desk.ask()
    await desk.work(DUE)
    assert desk.renewals() == []


async def test_one_that_leaves_later_says_what_is_true_then(desk):
    """The hour before midnight: `today` and `tomorrow` change their meaning while it waits."""
    with desk.store.write_transaction() as tx:
        inquiry = tx.inquiries.get(1)
        midnight = datetime(2026, 11, 24, tzinfo=UTC)
        due = midnight - timedelta(minutes=10)
        tx.inquiries.save(replace(inquiry, promise_at=midnight + timedelta(minutes=20), renew_at=due))
    desk.is_blind = True
    await desk.work(due)
    before = desk.renewals()[0]
    desk.is_blind = False
    await desk.work(midnight + timedelta(minutes=5))
    after = desk.renewals()[0]
    said = [message_from_bytes(one.data, policy=policy.default).get_content() for one in (before, after)]
    assert ("morgen" in said[0], "heute" in said[1]) == (True, True), said
    assert before.message_id == after.message_id


async def test_a_second_inquiry_of_the_customer_gets_no_second_one_the_same_day(desk):
    await desk.work(DUE)
    known = desk.inquiry()
    with desk.store.write_transaction() as tx:
        first = tx.letters.latest_acknowledgement(1)
        other = replace(known, number=0, message_id="q9@customer.example", renewed_promise_at=None)
        number = tx.inquiries.save(replace(other, promise_at=DUE + timedelta(hours=2), renew_at=DUE)).number
        tx.letters.add_to_queue(replace(first, key="ack:another", message_id="n.9@example.com", inquiry=number))
    await desk.work(DUE + timedelta(minutes=1))
    assert len(desk.renewals()) == 1
    with desk.store.read_transaction() as tx:
        assert "short time ago" in tx.inquiries.journal_of(number)[-1].text


async def test_the_digest_says_that_it_was_promised_again(desk):
    await desk.work(DUE)
    await desk.work(AT.replace(hour=23, minute=59) - timedelta(days=1))  # the first look at the slots
    await desk.work(AT.replace(hour=23, minute=59))
    with desk.store.read_transaction() as tx:
        (digest,) = [one for one in tx.letters.list_by_state(set(LetterState)) if one.kind is LetterKind.DIGEST]
    text = message_from_bytes(digest.data, policy=policy.default).get_body(("plain",)).get_content()
    assert "acknowledged, and promised again: by 16:00 today (Monday)" in " ".join(text.split())
