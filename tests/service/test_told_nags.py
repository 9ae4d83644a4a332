"""service/reminders.py: what a digest has told is counted once, for the wait that it was told of, and moves no reminder that came since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.office import Office, OutboxServer
from tests.samples import at
from watcher.core.inquiry import decide, ladder
from watcher.core.inquiry.model import REOPENED, InquiryState, JournalNote, ReplyProof
from watcher.core.outbox.model import Refused, Unknown

TOLD = "digest:anna:2026-11-23 14:00"
GONE = OutboxServer(before=Refused(500, "never", permanent=True, account=False))


async def begin(*, is_certain: bool) -> Office:
    """Anna was told of one inquiry on Monday at 14:00; or nobody knows whether she was."""
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    house.is_accepting = False
    assert await house.until("2026-11-23 14:00") == [TOLD]
    await house.offer(OutboxServer() if is_certain else OutboxServer(after=Unknown("the line broke")))
    return house


async def apply(house: Office, when: str, change) -> None:
    """What becomes of the inquiry then: `change` returns it, and what its journal says."""
    house.clock.time = at(when)

    def store(tx):
        inquiry, *notes = change(tx.inquiries.get(1))
        tx.inquiries.save_with_journal(inquiry, notes, house.clock.now())

    await house.store.run_write(store)


def snoozed(house: Office, until: str):
    def change(inquiry):
        command = decide.InquiryCommand("snooze", "anna", snooze_until=at(until))
        decision = decide.apply_command(inquiry, command, house.policy, house.clock.now())
        return decision.inquiry, *decision.journal

    return change


async def find_copy(house: Office, when: str) -> None:
    """Among the sent mail stands the copy of the digest of which nobody knew whether it had left."""
    letter = await house.letter(TOLD)
    await house.store.run_write(lambda tx: tx.threads.record_written_by_us(letter.message_id))
    house.clock.time = at(when)
    assert (await house.offer(GONE))[letter.id - 1] == "sent"


async def stands(house: Office):
    return await house.store.run_write(lambda tx: tx.inquiries.get(1))


@pytest.mark.parametrize("found_at", [None, "2026-11-23 14:20", "2026-11-24 08:55"])
async def test_who_was_told_and_said_later_is_told_when_later_has_come(found_at):
    """However late it becomes known that they were told: at once, in the pause, or when it is over."""
    house = await begin(is_certain=found_at is None)
    await apply(house, "2026-11-23 14:05", snoozed(house, "2026-11-24 08:50"))
    if found_at == "2026-11-23 14:20":
        await find_copy(house, found_at)
    house.is_accepting = True
    if found_at == "2026-11-24 08:55":
        house.is_accepting = False
        await house.until("2026-11-24 08:51")
        assert (await stands(house)).state is InquiryState.WAITING
        await find_copy(house, found_at)
        house.is_accepting = True
    await house.until("2026-11-24 08:56", "2026-11-24 08:57")
    assert (await stands(house)).nags == 1
    assert await house.until("2026-11-24 09:00") == ["digest:anna:2026-11-24 09:00"]
    counted = await stands(house)
    assert (counted.nags, counted.next_nag_at) == (2, at("2026-11-25 09:00"))


async def test_the_journal_says_that_a_nag_became_known_late_so_that_other_steps_move_no_reminder_after_a_snooze():
    house = await begin(is_certain=False)
    await apply(house, "2026-11-23 14:05", snoozed(house, "2026-11-24 08:50"))
    await house.until("2026-11-24 08:51")
    await find_copy(house, "2026-11-24 08:55")
    journal = await house.store.run_write(lambda tx: tx.inquiries.journal_of(1))
    assert [entry.event for entry in journal] == ["snoozed", "woke", "nagged earlier"]


async def test_what_the_customer_has_chased_stays_due_though_a_nag_of_before_becomes_known():
    house = await begin(is_certain=False)

    def chase(inquiry):
        policy = house.policy
        hastened = ladder.take_next_step_now(
            inquiry, policy.find_ladder(inquiry.ladder), policy.hours, house.clock.now()
        )
        return hastened, JournalNote("chased", "")

    await apply(house, "2026-11-23 14:05", chase)
    await find_copy(house, "2026-11-23 14:20")
    house.is_accepting = True
    assert (await stands(house)).nags == 1
    assert "digest:anna:2026-11-24 09:00" in await house.until("2026-11-24 09:00")


async def test_what_waits_again_because_the_reply_came_back_begins_anew():
    """For the same question, so since the same instant; what was told of the wait before is counted no second time, for nobody."""
    house = await begin(is_certain=True)
    house.is_accepting = True
    await house.until("2026-11-24 14:00", "2026-11-25 14:00")
    assert (await stands(house)).nags == 3
    waiting_since = (await stands(house)).waiting_since

    def answered(inquiry):
        proof = ReplyProof("anna", "<r@example.com>", house.clock.now(), "a reply")
        return (replace(inquiry, state=InquiryState.ANSWERED, reply_proof=proof, next_nag_at=None),)

    def came_back(inquiry):
        again = replace(inquiry, state=InquiryState.WAITING, reply_proof=None, nags=0, escalated=0)
        return decide.start_ladder(again, house.policy), JournalNote(REOPENED, "the reply did not arrive")

    await apply(house, "2026-11-25 14:30", answered)
    await apply(house, "2026-11-25 15:00", came_back)
    await house.until("2026-11-25 15:01", "2026-11-25 15:02", "2026-11-25 15:03")
    again = await stands(house)
    assert (again.nags, again.waiting_since) == (0, waiting_since)
    assert await house.store.run_write(lambda tx: tx.letters.told_nags("anna")) == {}
    assert "digest:anna:2026-11-26 09:00" in await house.until("2026-11-26 09:00")
    assert (await stands(house)).nags == 1
