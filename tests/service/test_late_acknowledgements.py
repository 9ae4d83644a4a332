"""An acknowledgement that leaves late says what is true when it leaves: no promise that has passed, no closed house that is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.office import OutboxServer
from tests.worlds import KEY, IntakeDesk, MemoryGuard
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.message.model import Address
from watcher.core.outbox.model import LetterState, Refused, SmtpPhase, Unknown, Unreachable
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.intake import Intake

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
QUESTION = (
    b"From: Carol <carol@customer.example>\r\nTo: sales@example.com\r\nSubject: A roof\r\n"
    b"Message-ID: <q1@customer.example>\r\n\r\nWhat does it cost?\r\n"
)
REFUSED = Refused(535, "5.7.8 wrong password", permanent=True, phase=SmtpPhase.LOGIN)


class LateDesk(IntakeDesk):
    def __init__(self) -> None:
        super().__init__("sales@example.com", (), AT)
        self.server = OutboxServer()

        async def no_last_look(mailboxes):
            return None

        self.delivery = Delivery(
            DeliveryConfig("sales", AcknowledgementLimits()), self.server, self.store, self.clock, MemoryGuard(),  # type: ignore[arg-type]
            hooks=DeliveryHooks(no_last_look, lambda tx, one, now: one.data, self.intake.messages.rewrite_acknowledgement),
        )  # fmt: skip

    async def send(self, later: timedelta) -> None:
        self.clock.at += later
        while await self.delivery.deliver_next():
            pass

    def letter(self):
        with self.store.read_transaction() as tx:
            (found,) = tx.letters.list_by_state(set(LetterState))
        return found

    def mail(self) -> EmailMessage:
        return message_from_bytes(self.letter().data, policy=policy.default)  # type: ignore[return-value]


@pytest.fixture
async def desk():
    desk = LateDesk()
    await desk.begin()
    desk.mailbox.put("INBOX", QUESTION, AT)
    await desk.look(AT)
    return desk


async def test_one_that_leaves_at_once_is_as_it_was_written(desk):
    before = desk.letter()
    await desk.send(timedelta(seconds=20))
    assert desk.letter().data == before.data
    assert desk.letter().state is LetterState.SENT


@pytest.mark.parametrize("trouble", [REFUSED, Unreachable("no route")])
async def test_one_that_waited_a_night_makes_no_promise_that_has_passed(desk, trouble):
    before, promising = desk.letter(), desk.mail().get_content()
    desk.server.before = trouble
    await desk.send(timedelta(seconds=1))
    desk.server.before = None
    await desk.send(timedelta(hours=20))
    after = desk.letter()
    assert after.state is LetterState.SENT
    assert "personally by" in " ".join(promising.split()) or "personally today" in " ".join(promising.split())
    assert "One of us will answer you personally." in " ".join(desk.mail().get_content().split())
    assert (after.message_id, after.recipient) == (before.message_id, before.recipient)
    old, new = message_from_bytes(before.data), desk.mail()
    assert [new[name] for name in ("Message-ID", "In-Reply-To", "Subject", "To", "From", "Auto-Submitted")] == [
        old[name] for name in ("Message-ID", "In-Reply-To", "Subject", "To", "From", "Auto-Submitted")
    ]
    assert new["References"].split() == old["References"].split()


async def test_what_may_have_left_keeps_its_octets(desk):
    before = desk.letter()
    desk.server.after = Unknown("the line broke")
    await desk.send(timedelta(seconds=1))
    await desk.send(timedelta(hours=20))
    assert desk.letter().state is LetterState.UNCERTAIN
    assert desk.letter().data == before.data


@pytest.mark.parametrize("change", ["another name", "another signing key", "an address in another domain"])
async def test_one_that_is_written_anew_keeps_its_id_whatever_the_mailbox_is_called_by_then(desk, change):
    before = desk.letter()
    config, key = desk.intake.config, KEY
    if change == "another name":
        with desk.store.write_transaction() as tx:
            tx.mailboxes.rename_mailboxes({"sales": "verkauf"})
        config = replace(config, policy=replace(config.policy, mailbox="verkauf"))
    elif change == "another signing key":
        key = b"another key" * 3
    else:
        config = replace(config, address=Address("sales@example.net", "Sales"))
    messages, letter = Intake(config, desk.mailbox, desk.store, desk.clock, key).messages, desk.letter()
    with desk.store.write_transaction() as tx:
        data = messages.rewrite_acknowledgement(tx, letter, AT + timedelta(hours=15))
    written = message_from_bytes(data, policy=policy.default)
    assert written["Message-ID"] == f"<{before.message_id}>"
    assert written["X-Watcher-Ref"].startswith(f"{before.message_id.partition('@')[0]}.")
    assert "personally by" in " ".join(desk.mail().get_content().split())
    assert "One of us will answer you personally." in " ".join(written.get_content().split())


async def test_one_from_before_outlines_were_kept_leaves_as_it_is(desk):
    with desk.store.write_transaction() as tx:
        tx.connection.exec_driver_sql("update letter set outline = ''")
    before = desk.letter()
    await desk.send(timedelta(hours=5))
    assert (desk.letter().data, desk.letter().state) == (before.data, LetterState.SENT)
