"""service/reminders.py, service/digest_writer.py: what is written, to whom, when, and what waits for its reader. On a real database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy

import pytest

from tests.office import LADDER, Office, OutboxServer, nags
from tests.samples import BERLIN, OFFICE, at, inquiry
from tests.torture.invariants import mentioned
from watcher.core.hours import parse_quiet_hours
from watcher.core.inquiry import ladder
from watcher.core.inquiry.model import InquiryState, ReplyProof
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind, LetterState, Refused, Unknown, Unreachable

HOUR = timedelta(hours=1)


def subject(letter: Letter) -> str:
    return str(message_from_bytes(letter.data, policy=policy.default)["Subject"])


async def test_owner_and_deputy_both_get_it_though_one_digest_is_written_before_the_other():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    assert await house.until("2026-11-23 14:00") == ["digest:anna:2026-11-23 14:00"]
    found = await house.until("2026-11-24 14:00")
    assert found == ["digest:anna:2026-11-24 14:00", "digest:ben:2026-11-24 14:00"]
    case = await house.store.run_write(lambda tx: tx.inquiries.get(1))
    assert (case.nags, case.escalated) == (2, 1), "one nag, however many read of it"


async def test_a_promise_that_would_be_broken_before_the_next_digest_is_in_this_one():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-22 23:00")  # Sunday night: promised until Monday 13:00
    assert await house.until("2026-11-23 09:00") == ["digest:anna:2026-11-23 09:00"]


async def test_a_slot_that_was_missed_is_not_made_good_at_night():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    assert await house.until("2026-11-23 22:00", "2026-11-24 03:00", "2026-11-24 08:59") == []
    assert await house.until("2026-11-24 09:00") == ["digest:anna:2026-11-24 09:00"]


async def test_quiet_hours_hold_the_digest_of_that_person_alone():
    house = Office(calendar=OFFICE.with_quiet_hours(parse_quiet_hours(["14:00-15:00"])))
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    await house.opened("2026-11-23 09:30", owner="ben")
    assert await house.until("2026-11-23 14:00") == ["digest:ben:2026-11-23 14:00"]
    assert await house.until("2026-11-23 15:00") == ["digest:anna:2026-11-23 14:00"]


@pytest.mark.parametrize("said", [True, False])
async def test_an_absence_hands_over_and_back(said):
    house = Office(away=frozenset() if said else frozenset({at("2026-11-23 12:00").date()}))
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    if said:
        await house.store.run_write(lambda tx: tx.people.set_absence("anna", at("2026-11-24 00:00")))
    assert await house.until("2026-11-23 14:00") == ["digest:ben:2026-11-23 14:00"]
    assert await house.until("2026-11-24 14:00") == ["digest:anna:2026-11-24 14:00", "digest:ben:2026-11-24 14:00"]


async def test_an_absence_is_taken_back_and_ends_by_itself():
    house = Office()
    until = at("2026-11-25 00:00")
    await house.store.run_write(lambda tx: tx.people.set_absence("anna", until))
    assert await house.store.run_write(lambda tx: tx.people.is_away("anna", until - HOUR))
    assert not await house.store.run_write(lambda tx: tx.people.is_away("anna", until))
    await house.store.run_write(lambda tx: tx.people.set_absence("anna", None))
    assert await house.store.run_write(lambda tx: tx.people.current_absences(until - HOUR)) == {}


@pytest.mark.parametrize(
    "server",
    [
        OutboxServer(before=Refused(552, "5.2.2 mailbox full", permanent=True, account=False)),
        OutboxServer(before=Unreachable("no route")),
        OutboxServer(after=Unknown("the line broke")),
    ],
    ids=["refused", "unreachable", "unknown"],
)
async def test_a_digest_that_no_server_accepted_has_nagged_nobody(server):
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    house.is_accepting = False
    await house.until("2026-11-23 14:00")
    assert await nags(house) == 0, "written is not told"
    await house.offer(server)
    await house.until("2026-11-23 14:05")
    assert await nags(house) == 0
    house.is_accepting = True
    assert "digest:anna:2026-11-24 09:00" in await house.until("2026-11-24 09:00"), "at the next slot, not a day later"
    assert await nags(house) == 1


async def test_a_nag_that_two_people_were_told_counts_once():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    await house.until("2026-11-23 14:00", "2026-11-24 14:00")
    assert await nags(house) == 2
    assert await house.until("2026-11-24 14:30", "2026-11-25 09:00") == [], "both have heard of the second"


async def test_what_waits_anew_is_not_nagged_about_by_a_digest_from_before():
    house = Office()
    await house.until("2026-11-23 08:00")
    case = await house.opened("2026-11-23 09:30")
    await house.until("2026-11-23 14:00")
    again = replace(case, waiting_since=at("2026-11-23 15:00"), nags=0, next_nag_at=at("2026-11-24 10:00"))
    await house.store.run_write(lambda tx: tx.inquiries.save(again))
    await house.until("2026-11-23 15:30")
    assert await nags(house) == 0


async def test_what_is_hot_rings_once_at_the_opening_and_goes_on_in_digests():
    house = Office()
    await house.until("2026-11-20 15:00")
    await house.opened("2026-11-21 11:00", ladder="hot", subject="The dam breaks")  # a Saturday
    assert await house.until("2026-11-21 11:00", "2026-11-23 08:59") == []
    (key, *_) = await house.until("2026-11-23 09:00")
    assert key.startswith("urgent:anna:1 ")
    letter = await house.letter(key)
    assert subject(letter) == "Please answer now: The dam breaks"
    assert (letter.kind, letter.person) == (LetterKind.URGENT, "anna")
    assert await house.until("2026-11-23 09:01", "2026-11-23 13:59") == []
    assert await house.until("2026-11-24 14:00") != []


async def test_an_alert_that_was_answered_before_it_left_is_taken_back():
    house = Office()
    await house.until("2026-11-23 10:00")
    case = await house.opened("2026-11-23 10:00", ladder="hot")
    (key,) = await house.until("2026-11-23 10:01")
    proof = ReplyProof("anna@example.com", "r@example.com", house.clock.now(), "Sent")
    await house.store.run_write(
        lambda tx: tx.inquiries.save(replace(case, state=InquiryState.ANSWERED, reply_proof=proof))
    )
    assert await house.redrawn(await house.letter(key)) is None


async def test_a_digest_that_could_not_leave_waits_for_the_next_opening():
    house = Office()
    house.is_accepting = False
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    (key,) = await house.until("2026-11-23 14:00")
    letter = await house.letter(key)
    assert isinstance(await house.redrawn(letter), bytes)
    house.clock.time = at("2026-11-23 18:00")
    opening = await house.redrawn(letter)
    assert opening == at("2026-11-24 09:00")
    assert letter_state.deferred(letter, opening).next_at == opening


async def test_of_two_digests_that_could_not_leave_only_the_later_one_does():
    house = Office()
    house.is_accepting = False
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    await house.until("2026-11-23 14:00", "2026-11-25 09:00")
    states = {letter.key: letter.state for letter in await house.letters() if letter.key.startswith("digest:anna")}
    assert states == {
        "digest:anna:2026-11-23 14:00": LetterState.CANCELLED,
        "digest:anna:2026-11-25 09:00": LetterState.PENDING,
    }


@pytest.mark.parametrize(
    ("how_often", "days"),
    [("daily", ["2026-11-23", "2026-11-24", "2026-11-27"]), ("weekly", ["2026-11-27"]), ("never", [])],
)
async def test_all_clear_is_said_at_the_end_of_a_day_or_a_week_without_a_word(how_often, days):
    house = Office(all_clear=how_often)
    await house.until("2026-11-23 08:00")
    found = []
    for day in ("2026-11-23", "2026-11-24", "2026-11-27", "2026-11-28"):
        found += await house.until(f"{day} 09:00", f"{day} 14:00", f"{day} 15:00")
    assert found == [f"digest:anna:{day} 14:00" for day in days]
    for letter in await house.letters():
        assert subject(letter) == "Nothing waits for an answer"
        assert isinstance(await house.redrawn(replace(letter)), datetime | bytes)


async def test_nothing_is_all_clear_while_something_waits_and_is_not_due():
    house = Office(all_clear="daily", slots=(time(14),))
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 13:00", promise_at=None)
    case = await house.store.run_write(lambda tx: tx.inquiries.get(1))
    await house.store.run_write(lambda tx: tx.inquiries.save(replace(case, promise_at=at("2026-11-30 10:00"))))
    assert await house.until("2026-11-23 14:00") == []


async def test_the_report_comes_once_a_week_while_open():
    house = Office(report=(0, time(8)))
    await house.until("2026-11-20 10:00")
    await house.opened("2026-11-20 11:00")
    assert "report:anna:2026-11-23" not in await house.until("2026-11-22 10:00", "2026-11-23 08:30")
    assert "report:anna:2026-11-23" in await house.until("2026-11-23 09:00")
    assert await house.until("2026-11-23 09:05", "2026-11-23 12:00") == []
    letter = await house.letter("report:anna:2026-11-23")
    assert letter.kind is LetterKind.REPORT
    assert subject(letter).endswith("1 came in, 0 answered")
    assert await house.redrawn(letter) == letter.data


async def test_a_clock_that_steps_back_repeats_no_slot_and_no_nag():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    assert len(await house.until("2026-11-23 14:00")) == 1
    assert await house.until("2026-11-23 13:00", "2026-11-23 13:59", "2026-11-23 14:00", "2026-11-23 14:01") == []
    case = await house.store.run_write(lambda tx: tx.inquiries.get(1))
    assert case.nags == 1


async def test_a_mailbox_keeps_its_own_hours():
    night = replace(OFFICE, week=(*OFFICE.week[:5], (), ((0, 1440),)), zone=BERLIN)
    house = Office()
    own = replace(house.policy, hours=night)
    assert own.hours.is_open(at("2026-11-22 03:00"))
    started = ladder.start_ladder(inquiry(waiting_since=at("2026-11-22 03:00")), LADDER, own.hours)
    assert started.next_nag_at == at("2026-11-22 05:00")


@pytest.mark.parametrize(("count", "slots"), [(61, 1), (300, 2), (400, 3)])
async def test_all_that_waits_is_listed_within_two_slots_and_only_what_was_listed_is_nagged_about(count, slots):
    house = Office()
    await house.until("2026-11-23 08:00")
    for n in range(count):
        await house.opened("2026-11-23 09:30", subject=f"Inquiry {n + 1} {'very ' * 30}long")
    numbers: set[int] = set()
    for key in ("2026-11-23 14:00", "2026-11-24 09:00", "2026-11-24 14:00")[:slots]:
        house.is_accepting = False
        assert f"digest:anna:{key}" in await house.until(key)
        for server in (
            OutboxServer(before=Unreachable("no route")),
            OutboxServer(),
        ):  # written anew when it leaves at last
            house.clock.time += timedelta(minutes=10)
            await house.offer(server)
        letter = await house.letter(f"digest:anna:{key}")
        assert subject(letter).startswith(f"{count} inquiries wait")
        numbers |= mentioned(letter.data)
        waiting = await house.store.run_read(lambda tx: tx.inquiries.list_waiting())
        assert {inquiry.number for inquiry in waiting if inquiry.nags} == numbers
    assert len(numbers) == count


async def test_of_what_is_only_observed_the_owner_hears_once_a_day_and_nobody_is_reminded():
    house = Office(all_clear="daily")
    observed = {"sales": replace(house.policy, observes=True)}
    house.writer.config = replace(house.writer.config, policies=observed)
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 08:30", ladder="hot")
    found = await house.until("2026-11-23 09:00", "2026-11-23 14:00", "2026-11-24 09:00", "2026-11-24 14:00")
    assert found == [f"observation:anna:2026-11-{day} 14:00" for day in (23, 24)]
    case = await house.store.run_write(lambda tx: tx.inquiries.get(1))
    assert (case.nags, case.escalated) == (0, 0)
    assert "1 (" in (await house.letter(found[1])).data.decode()
    house.writer.config = replace(house.writer.config, policies={"sales": house.policy})
    assert "digest:anna:2026-11-25 09:00" in await house.until("2026-11-25 09:00")


async def test_a_nag_is_counted_when_a_server_has_accepted_the_digest_and_not_a_turn_later():
    house = Office()
    await house.until("2026-11-23 08:00")
    await house.opened("2026-11-23 09:30")
    house.is_accepting = False
    await house.until("2026-11-23 14:00")
    assert await nags(house) == 0, "it is written"
    assert LetterState.SENT in await house.offer(OutboxServer())
    assert await nags(house) == 1, "and on record with the answer of the server"
