"""service/digest_writer.py, service/delivery.py: what was set aside is shown in one digest, and counts when that was accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from email import message_from_bytes, policy

import pytest

from tests.office import Office, OutboxServer
from tests.samples import MONDAY, add_review, at
from watcher.core.inquiry.model import InquiryState
from watcher.core.letters.glance import MAX_LINES
from watcher.core.outbox.model import Accepted, Letter, LetterState, Refused, Unknown
from watcher.service.promotion import promote_review

MORNING, LAST = "digest:anna:2026-11-23 09:00", "digest:anna:2026-11-23 14:00"


class ReviewHouse(Office):
    """Mail is set aside, and digests are offered when the test says so."""

    is_accepting = False

    async def set_aside(self, *uids: int) -> list[int]:
        return await self.store.run_write(lambda tx: [add_review(tx, uid)[0] for uid in uids])

    async def unshown(self) -> list[int]:
        return await self.store.run_write(lambda tx: [entry.number for entry in tx.reviews.list_unshown_reviews()])

    async def shown_in(self, key: str) -> list[int]:
        letter = await self.letter(key)
        return await self.store.run_write(lambda tx: tx.reviews.digest_reviews(letter.id))


def text(letter: Letter) -> str:
    return message_from_bytes(letter.data, policy=policy.default).get_body(("plain",)).get_content()


@pytest.fixture
async def house() -> ReviewHouse:
    made = ReviewHouse()
    await made.until("2026-11-23 08:00")
    return made


async def test_what_was_set_aside_is_in_the_digest_that_leaves_anyway(house):
    (number,) = await house.set_aside(1)
    await house.opened("2026-11-23 08:30")
    await house.opened("2026-11-22 23:00")  # its promise ends before the next digest
    assert await house.until("2026-11-23 09:00") == [MORNING]
    assert f"R{number} " in text(await house.letter(MORNING))
    assert await house.shown_in(MORNING) == [number]


async def test_alone_it_waits_for_the_last_slot_of_the_day(house):
    (number,) = await house.set_aside(1)
    assert await house.until("2026-11-23 09:00") == []
    assert await house.until("2026-11-23 14:00") == [LAST]
    assert f"R{number} " in text(await house.letter(LAST))


@pytest.mark.parametrize(
    ("server", "is_shown"),
    [
        (OutboxServer(after=Accepted(250, "ok")), True),
        (OutboxServer(before=Refused(552, "5.2.2 mailbox full", permanent=True, account=False)), False),
        (OutboxServer(after=Refused(554, "5.7.1 no", permanent=True, account=False)), False),
        (OutboxServer(after=Unknown("the line broke")), False),
    ],
)
async def test_it_counts_as_shown_when_its_letter_was_accepted(house, server, is_shown):
    numbers = await house.set_aside(1, 2)
    await house.until("2026-11-23 14:00")
    assert await house.unshown() == numbers, "written is not shown"
    await house.offer(server)
    assert await house.unshown() == ([] if is_shown else numbers)


async def test_what_was_shown_is_not_shown_again_and_what_was_not_is(house):
    await house.set_aside(1)
    await house.until("2026-11-23 14:00")
    await house.offer(OutboxServer())
    assert await house.until("2026-11-24 09:00", "2026-11-24 14:00") == []
    (later,) = await house.set_aside(2)
    await house.until("2026-11-25 14:00")
    await house.offer(OutboxServer(before=Refused(550, "5.1.1 unknown", permanent=True, account=False)))
    await house.until("2026-11-26 14:00")
    assert await house.shown_in("digest:anna:2026-11-26 14:00") == [later]


async def find_copy(house: ReviewHouse) -> list[LetterState]:
    """A copy of the digest turns up among sent mail, and the server is never asked again."""
    letter = await house.letter(LAST)
    await house.store.run_write(lambda tx: tx.threads.record_written_by_us(letter.message_id))
    house.clock.time += timedelta(hours=1)
    return await house.offer(OutboxServer(before=Refused(500, "never asked", permanent=True, account=False)))


async def test_a_copy_in_the_sent_folder_says_that_it_was_accepted(house):
    await house.set_aside(1)
    await house.until("2026-11-23 14:00")
    await house.offer(OutboxServer(after=Unknown("the line broke")))
    assert await find_copy(house) == [LetterState.SENT]
    assert await house.unshown() == []


async def test_a_copy_from_before_a_restored_backup_says_nothing_of_what_the_digest_lists_now(house):
    numbers = await house.set_aside(1)
    case = await house.opened("2026-11-23 09:30")
    await house.until("2026-11-23 14:00")
    assert await find_copy(house) == [LetterState.SENT]
    await house.reminders.process_due()
    assert await house.unshown() == numbers
    assert (await house.store.run_read(lambda tx: tx.inquiries.get(case.number))).nags == 0


async def test_what_has_no_room_comes_first_the_next_time(house):
    for uid in range(1, MAX_LINES + 4):  # of another sender and for another reason each time: none share a line
        alone = {"sender": f"n{uid}@shop.example", "why": f"sign {uid}"}
        await house.store.run_write(lambda tx, uid=uid, alone=alone: add_review(tx, uid, **alone))
    numbers = await house.unshown()
    await house.until("2026-11-23 14:00")
    assert await house.shown_in(LAST) == numbers[:MAX_LINES]
    assert "3 more" in text(await house.letter(LAST))
    await house.offer(OutboxServer())
    assert await house.unshown() == numbers[MAX_LINES:]


async def test_what_became_an_inquiry_meanwhile_is_no_doubt_any_more(house):
    (number,) = await house.set_aside(1)
    await house.until("2026-11-23 14:00")
    letter = await house.letter(LAST)
    policies = {"sales": house.policy}
    await house.store.run_write(lambda tx: promote_review(tx, number, "anna", policies, house.clock.now()))
    again = await house.redrawn(letter)
    assert isinstance(again, bytes)
    assert await house.shown_in(LAST) == []


async def test_a_digest_about_nothing_any_more_is_not_sent(house):
    await house.set_aside(1)
    await house.until("2026-11-23 14:00")
    await house.store.run_write(lambda tx: tx.people.set_absence("anna", at("2026-11-25 00:00")))
    assert await house.redrawn(await house.letter(LAST)) is None, "it is her deputy's to look at"


async def test_answered_in_the_morning_leaves_the_glance_to_the_last_slot(house):
    numbers = await house.set_aside(1)
    case = await house.opened("2026-11-22 23:00")
    await house.until("2026-11-23 09:00")
    await house.store.run_write(lambda tx: tx.inquiries.save(replace(case, state=InquiryState.DONE)))
    assert await house.redrawn(await house.letter(MORNING)) is None
    await house.until("2026-11-23 14:00")
    assert await house.shown_in(LAST) == numbers


async def test_who_is_away_is_shown_nothing_and_the_deputy_is(house):
    numbers = await house.set_aside(1)
    await house.store.run_write(lambda tx: tx.people.set_absence("anna", at("2026-11-24 00:00")))
    assert await house.until("2026-11-23 14:00") == ["digest:ben:2026-11-23 14:00"]
    assert await house.shown_in("digest:ben:2026-11-23 14:00") == numbers


async def test_all_clear_is_not_said_where_something_waits_for_a_glance():
    house = ReviewHouse(all_clear="daily", slots=(time(9), time(14)))
    await house.until("2026-11-23 08:00")
    (number,) = await house.set_aside(1)
    assert await house.until("2026-11-23 14:00") == [LAST]
    assert f"R{number} " in text(await house.letter(LAST))
    assert house.clock.now() > MONDAY
