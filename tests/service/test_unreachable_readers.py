"""A digest that its reader does not get: it is due again at the next slot, the deputy gets it with the reason, and it is an incident."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from tests.office import SALES, Office, OutboxServer, nags
from tests.samples import RULES, TEMPLATES, add_review
from tests.worlds import MemoryMailbox
from watcher.core.health.model import IncidentKind
from watcher.core.outbox.model import Letter, LetterState, Refused, SmtpPhase
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig

FULL = Refused(552, "5.2.2 mailbox full", permanent=True, phase=SmtpPhase.RECIPIENT)
REPORT = """From: MAILER-DAEMON@mx.example
To: sales@example.com
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
Message-ID: <report-{id}>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

It could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anna@example.com
Action: {action}
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 mailbox full
--b
Content-Type: text/rfc822-headers

Message-ID: <{id}>
--b--
"""


class Watched(Office):
    """The same with its mailbox."""

    def __init__(self) -> None:
        super().__init__()
        self.mailbox = MemoryMailbox()
        setup = IntakeConfig(SALES, self.policy, RULES, TEMPLATES, poll_seconds=60.0)
        self.intake = Intake(setup, self.mailbox, self.store, self.clock, b"k" * 32)  # type: ignore[arg-type]

    async def report(self, letter: Letter, action: str = "failed") -> None:
        raw = REPORT.format(id=letter.message_id, action=action).replace("\n", "\r\n").encode()
        self.mailbox.put("INBOX", raw, self.clock.now())
        await self.intake.scan_folders()

    async def incidents(self) -> dict[IncidentKind, str]:
        found = await self.store.run_read(lambda tx: tx.incidents.list_open())
        return {incident.kind: f"{incident.subject}: {incident.text}" for incident in found}

    async def text_of(self, key: str) -> str:
        plain = message_from_bytes((await self.letter(key)).data).get_payload(0)
        return " ".join(plain.get_payload(decode=True).decode().split())


@pytest.fixture
async def house():
    house = Watched()
    await house.until("2026-11-23 08:00")
    await house.intake.scan_folders()
    await house.opened("2026-11-23 09:30")
    return house


async def fail(house: Watched, how: str) -> None:
    """Anna's digest of 14:00 does not reach her."""
    if how == "refused":
        house.is_accepting = False
        await house.until("2026-11-23 14:00")
        await house.offer(OutboxServer(before=FULL))
        house.is_accepting = True
        return
    await house.until("2026-11-23 14:00")
    assert await nags(house) == 1
    await house.report(await house.letter("digest:anna:2026-11-23 14:00"))


@pytest.mark.parametrize("how", ["refused", "returned"])
async def test_it_is_due_again_at_the_next_slot_and_goes_to_the_deputy_with_the_reason(house, how):
    await fail(house, how)
    assert (await house.letter("digest:anna:2026-11-23 14:00")).state is LetterState.FAILED
    (incident,) = (await house.incidents()).values()
    assert incident.startswith("anna: ")
    assert "5.2.2 mailbox full" in incident
    found = await house.until("2026-11-24 09:00")
    assert found == ["digest:anna:2026-11-24 09:00", "digest:ben:2026-11-24 09:00"]
    assert "5.2.2 mailbox full" in await house.text_of("digest:ben:2026-11-24 09:00")
    assert await nags(house) == 1, "the same nag, told again"


async def test_a_refusal_is_over_with_the_next_letter_that_is_accepted(house):
    await fail(house, "refused")
    await house.until("2026-11-24 09:00")
    assert await house.incidents() == {}


async def test_a_return_is_over_when_the_next_letter_stays_away(house):
    await fail(house, "returned")
    await house.until("2026-11-24 09:00")
    assert list(await house.incidents()) == [IncidentKind.READER_RETURNED]
    await house.report(await house.letter("digest:anna:2026-11-24 09:00"))
    await house.until("2026-11-24 10:30")
    assert list(await house.incidents()) == [IncidentKind.READER_RETURNED], "that one came back too"
    assert "digest:anna:2026-11-24 14:00" in await house.until("2026-11-24 14:00")
    await house.until("2026-11-24 15:00")
    assert await house.incidents() == {}


async def test_a_report_that_it_is_late_changes_nothing(house):
    await house.until("2026-11-23 14:00")
    await house.report(await house.letter("digest:anna:2026-11-23 14:00"), action="delayed")
    assert await house.incidents() == {}
    assert (await house.letter("digest:anna:2026-11-23 14:00")).state is LetterState.SENT


async def test_a_digest_that_was_put_off_until_the_next_one_did_not_arrive(house):
    house.is_accepting = False
    await house.until("2026-11-23 14:00")
    await house.offer(
        OutboxServer(before=Refused(452, "4.2.2 mailbox full", permanent=False, phase=SmtpPhase.RECIPIENT))
    )
    assert await house.incidents() == {}, "it may be over in a minute"
    await house.until("2026-11-24 09:00")
    assert "4.2.2 mailbox full" in (await house.incidents())[IncidentKind.READER_REFUSED]


async def test_what_a_returned_digest_set_out_for_a_glance_is_set_out_again(house):
    await house.store.run_write(lambda tx: add_review(tx, 7))
    await fail(house, "returned")
    unshown = await house.store.run_read(lambda tx: tx.reviews.list_unshown_reviews())
    assert len(unshown) == 1


async def test_whom_the_configuration_no_longer_knows_nobody_has_to_reach(house):
    await fail(house, "refused")
    del house.people["anna"]
    await house.store.run_write(
        lambda tx: tx.incidents.open(IncidentKind.READER_RETURNED, "dora", "gone", house.clock.now())
    )
    await house.until("2026-11-23 14:01")
    assert await house.incidents() == {}
