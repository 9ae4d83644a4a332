"""Houses as their owners configure them, lived through: config.toml → intake, reminders and outbox, minute by minute of a clock in memory.

What is asked is what people see: who got which mail, when by the clock on their wall, and what it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.config.conftest import load
from tests.office import OutboxServer
from tests.worlds import KEY, InlineExecutor, MemoryGuard, MemoryMailbox, StepClock, reply
from watcher.core.outbox.model import Letter, LetterKind, LetterState
from watcher.edge.store.store import Store
from watcher.service import wiring
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter
from watcher.service.intake import Intake
from watcher.service.reminders import Reminders

SHIPPED_RULES = Path(__file__).parents[2] / "rules"
BERLIN = ZoneInfo("Europe/Berlin")
CONFIG = """\
[watcher]
timezone = "Europe/Berlin"
{rules}
{house}
[[mailbox]]
name = "sales"
address = "sales@example.com"
{owners}
imap = {{ host = "imap.example.com", user = "sales@example.com", password = {{ env = "SALES_PASSWORD" }} }}
smtp = {{ host = "smtp.example.com", user = "sales@example.com", password = {{ env = "SALES_PASSWORD" }} }}
"""
ANNA, BEN = "anna@example.com", "ben@example.com"
PEOPLE = """\
[people.anna]
email = ["anna@example.com"]
deputy = "ben"
all_clear = "never"
[people.ben]
email = ["ben@example.com"]
all_clear = "never"
"""
OFFICE = '[hours]\nweek = { mon-fri = ["09:00-18:00"] }\n'
QUESTION = (
    "From: Carol <{sender}>\r\nTo: sales@example.com\r\nSubject: {subject}\r\nMessage-ID: <{name}@customer.example>\r\n{more}\r\n"
    "{text}\r\n"
)


@dataclass(frozen=True)
class Delivered:
    """A letter that a server accepted: to whom, of what kind, and when by the house's clock."""

    recipient: str
    kind: LetterKind
    at: str
    letter: Letter

    @property
    def text(self) -> str:
        part = message_from_bytes(self.letter.data, policy=policy.default).get_body(("plain",))
        return part.get_content()


class House:
    """One mailbox of a business; `begin` is Watcher's first look."""

    def __init__(self, folder: Path, house: str, *, owners: str = 'owner = "anna"', rule: str = "", start: str) -> None:
        rules = ""
        if rule:
            rules = f'rules = ["20-ours.toml", "{SHIPPED_RULES}"]'
            (folder / "20-ours.toml").write_text(rule)
        self.views = wiring.build_views(load(folder, CONFIG.format(house=house, owners=owners, rules=rules)))
        self.clock, self.box = StepClock(wall(start)), MemoryMailbox()
        self.store = Store("sqlite://", InlineExecutor())
        self.intake = Intake(self.views.intakes["sales"], self.box, self.store, self.clock, KEY)  # type: ignore[arg-type]
        self.writer = DigestWriter(self.views.reminders, KEY)
        self.reminders = Reminders(self.writer, self.store, self.clock, scan_sent_mail=self._scan_sent_mail)
        self.delivery = Delivery(
            DeliveryConfig("sales", self.views.limits), OutboxServer(), self.store, self.clock, MemoryGuard(),  # type: ignore[arg-type]
            hooks=DeliveryHooks(
                self._scan_sent_mail, self.writer.rerender, self.intake.messages.rewrite_acknowledgement, self.reminders.count_told_nags
            ),
        )  # fmt: skip
        self.delivered: list[Delivered] = []
        self._seen: set[int] = set()

    async def _scan_sent_mail(self, mailboxes) -> bool:
        await self.intake.scan_folders()
        return True

    async def begin(self) -> House:
        await self.intake.scan_folders()
        return self

    async def live_until(self, end: str, *, minutes: int = 10) -> None:
        """Every `minutes` each loop has a turn."""
        while self.clock.at < wall(end):
            self.clock.at = min(self.clock.at + timedelta(minutes=minutes), wall(end))
            await self._take_turns()

    async def _take_turns(self) -> None:
        await self.intake.scan_folders()
        await self.reminders.process_due()
        while await self.delivery.deliver_next():
            pass
        with self.store.read_transaction() as tx:
            sent = tx.letters.list_by_state({LetterState.SENT})
        for letter in sorted(sent, key=lambda letter: letter.id):
            if letter.id not in self._seen:
                self._seen.add(letter.id)
                at = f"{self.clock.at.astimezone(BERLIN):%a %d %H:%M}"
                self.delivered.append(Delivered(letter.recipient, letter.kind, at, letter))

    async def receive(
        self, at: str, name: str = "q1", subject: str = "A roof", text: str = "What does a roof cost?", **fields: str
    ) -> None:
        """A customer's mail arrives at this time."""
        await self.live_until(at)
        more = f"In-Reply-To: <{fields['answers']}@customer.example>\r\n" if "answers" in fields else ""
        sender = fields.get("sender", "carol@customer.example")
        raw = QUESTION.format(sender=sender, subject=subject, name=name, text=text, more=more)
        await self._put("INBOX", raw.encode())

    async def answer(self, at: str, text: str, name: str = "q1") -> None:
        """One of the house answers the customer at this time."""
        await self.live_until(at)
        raw = (
            f"From: anna@example.com\r\nTo: carol@customer.example\r\nSubject: Re: A roof\r\nMessage-ID: <a{at[-5:]}@example.com>\r\n"
            f"In-Reply-To: <{name}@customer.example>\r\n\r\n{text}\r\n"
        )
        await self._put("Sent", raw.encode())

    async def write(self, at: str, to: str) -> None:
        """One of the house writes to somebody at this time, unasked."""
        await self.live_until(at)
        raw = f"From: anna@example.com\r\nTo: {to}\r\nSubject: Gutters\r\nMessage-ID: <w{at[-5:]}@example.com>\r\n\r\nOn Friday.\r\n"
        await self._put("Sent", raw.encode())

    async def command(self, text: str, sender: str) -> None:
        """This person answers their last digest now."""
        last = [one.letter for one in self.delivered if one.recipient == sender and one.kind is LetterKind.DIGEST][-1]
        await self._put("INBOX", reply(last, text, f"<{sender}>", at=self.clock.at))

    async def _put(self, folder: str, raw: bytes) -> None:
        self.box.put(folder, raw, self.clock.at)
        await self._take_turns()

    def mails(self, *kinds: LetterKind) -> list[tuple[str, str]]:
        """Who got mail of these kinds, and when."""
        return [(one.recipient, one.at) for one in self.delivered if one.kind in kinds]

    def last(self, kind: LetterKind) -> Delivered:
        return [one for one in self.delivered if one.kind is kind][-1]


def wall(text: str) -> datetime:
    """By the clock on the wall."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


DIGEST, ACKNOWLEDGEMENT = LetterKind.DIGEST, LetterKind.ACKNOWLEDGEMENT


async def test_an_afternoon_that_is_closed_promises_the_next_open_day_and_is_quiet(tmp_path):
    hours = '[hours]\nweek = { mon-fri = ["09:00-18:00"] }\nholidays = "DE-BY"\nclosed = ["2026-12-24 13:00-24:00"]\n'
    house = await House(tmp_path, hours + PEOPLE, start="2026-12-24 08:00").begin()
    await house.receive("2026-12-24 12:30")
    await house.live_until("2026-12-28 18:00")
    assert "Monday" in house.last(ACKNOWLEDGEMENT).text
    assert "12:30" in house.last(ACKNOWLEDGEMENT).text, "half an hour of Christmas Eve, the rest on Monday"
    assert house.mails(DIGEST)[0] == (ANNA, "Mon 28 09:00")
    assert all(at.startswith("Mon 28") for _, at in house.mails(DIGEST))


async def test_a_business_of_the_night_is_nagged_at_night_alone(tmp_path):
    hours = '[hours]\nweek = { mon-fri = ["22:00-06:00"] }\n'
    people = '[people.anna]\nemail = ["anna@example.com"]\ndigest = ["22:00", "01:00", "04:00", "12:00"]\nall_clear = "never"\n'
    house = await House(tmp_path, hours + people, start="2026-11-23 20:00").begin()
    await house.receive("2026-11-23 23:10", "q1")
    assert "03:10" in house.last(ACKNOWLEDGEMENT).text
    assert "Tuesday" in house.last(ACKNOWLEDGEMENT).text
    await house.receive("2026-11-24 10:00", "q2", "A door", sender="dora@customer.example")
    assert "02:00" in house.last(ACKNOWLEDGEMENT).text
    assert "Wednesday" in house.last(ACKNOWLEDGEMENT).text, "of the night that begins at ten"
    await house.live_until("2026-11-25 07:00")
    first, *others = house.mails(DIGEST)
    assert first == (ANNA, "Tue 24 01:00"), "the promise of 03:10 breaks before the next one"
    assert all(not "06:00" < at[-5:] < "22:00" for _, at in [first, *others])
    assert "A door" in next(one.text for one in house.delivered if one.at == "Wed 25 01:00")


async def test_the_night_of_friday_ends_on_saturday_and_then_it_is_quiet_until_monday_night(tmp_path):
    hours = '[hours]\nweek = { mon-fri = ["22:00-06:00"] }\n'
    people = '[people.anna]\nemail = ["anna@example.com"]\ndigest = ["22:00", "02:00"]\nall_clear = "never"\n'
    house = await House(tmp_path, hours + people, start="2026-11-27 20:00").begin()
    await house.receive("2026-11-27 22:30")
    await house.live_until("2026-12-01 03:00", minutes=30)
    assert house.mails(DIGEST)[:2] == [(ANNA, "Sat 28 02:00"), (ANNA, "Mon 30 22:00")]


async def test_a_week_of_two_owners_nags_who_is_on_duty_until_one_takes_it(tmp_path):
    rota = '[rota.sales]\nweek = { mon-wed = "anna", thu-fri = "ben" }\n'
    people = PEOPLE.replace('deputy = "ben"\n', "")
    house = await House(
        tmp_path, OFFICE + people + rota, owners='owners = ["anna", "ben"]', start="2026-11-24 08:00"
    ).begin()  # fmt: skip
    await house.receive("2026-11-25 15:30", "q1", "A roof")
    await house.receive("2026-11-25 15:40", "q2", "A door")
    await house.live_until("2026-11-25 18:00")
    assert {who for who, _ in house.mails(DIGEST)} <= {ANNA}, "Wednesday is Anna's"
    await house.live_until("2026-11-26 09:00")
    assert house.mails(DIGEST)[-1] == (BEN, "Thu 26 09:00")
    listed = house.last(DIGEST).text
    assert "A roof" in listed
    assert "A door" in listed
    await house.command("1 mine", BEN)
    await house.live_until("2026-12-01 18:00", minutes=30)
    later = [one for one in house.delivered if one.kind is DIGEST and one.at.startswith(("Mon 30", "Tue 01"))]
    assert any("A roof" in one.text for one in later if one.recipient == BEN), "who took it keeps it, on duty or not"
    assert any("A door" in one.text for one in later if one.recipient == ANNA), "who is on duty gets what nobody took"


async def test_who_chases_a_second_time_is_in_the_next_digest_of_the_deputy_too(tmp_path):
    house = await House(tmp_path, OFFICE + PEOPLE, start="2026-11-23 08:00").begin()
    await house.receive("2026-11-23 09:30", "q1")
    await house.receive("2026-11-23 11:00", "q2", "Re: A roof", "Have you got my mail?", answers="q1")
    await house.live_until("2026-11-23 12:30")
    assert {who for who, _ in house.mails(DIGEST)} == {ANNA}, "once may be a second thought"
    await house.receive("2026-11-23 13:00", "q3", "Re: A roof", "Hello? Nobody there?", answers="q1")
    await house.live_until("2026-11-23 15:00")
    assert house.mails(DIGEST)[-2:] == [(ANNA, "Mon 23 15:00"), (BEN, "Mon 23 15:00")]
    with house.store.read_transaction() as tx:
        assert [entry.event for entry in tx.inquiries.journal_of(1)].count("chased") == 1


async def test_who_writes_after_it_was_closed_opens_it_again_and_its_ladder_begins_anew(tmp_path):
    house = await House(tmp_path, OFFICE + PEOPLE, start="2026-11-23 08:00").begin()
    await house.receive("2026-11-23 09:30", "q1")
    await house.live_until("2026-11-23 12:00")
    await house.command("1 done", ANNA)
    await house.live_until("2026-11-24 18:00", minutes=30)
    quiet = house.mails(DIGEST)
    await house.receive("2026-11-25 09:30", "q2", "Re: A roof", "And what does a door cost?", answers="q1")
    await house.live_until("2026-11-25 12:00")
    assert quiet == [(ANNA, "Mon 23 12:00")]
    assert house.mails(DIGEST)[1:] == [(ANNA, "Wed 25 12:00")], "Anna alone, as at the beginning"


HOT = """\
[[rule]]
name = "leak"
match.any = [{ subject = { contains = "water damage" } }, { from = "@hospital.example" }]
kind = "inquiry"
ladder = "hot"
"""
HOT_LADDER = '[ladders.hot]\npromise = "1h"\nsteps = ["30m", "1h"]\nescalate_after = "2h"\nurgent = true\n'


@pytest.mark.parametrize(
    ("subject", "sender"),
    [("Water damage in the cellar", "carol@customer.example"), ("A roof", "ward7@hospital.example")],
)
async def test_a_hot_word_or_a_hot_customer_is_told_at_once_and_promised_sooner(tmp_path, subject, sender):
    house = await House(tmp_path, OFFICE + PEOPLE + HOT_LADDER, rule=HOT, start="2026-11-23 08:00").begin()
    await house.receive("2026-11-23 10:00", "q1", "A door", sender="dora@customer.example")
    await house.receive("2026-11-23 10:10", "q2", subject, sender=sender)
    await house.live_until("2026-11-23 10:20")
    assert house.mails(LetterKind.URGENT) == [(ANNA, "Mon 23 10:10")], "one, about this one alone"
    assert "11:10" in house.last(ACKNOWLEDGEMENT).text


async def test_a_hot_word_at_night_waits_for_the_morning(tmp_path):
    house = await House(tmp_path, OFFICE + PEOPLE + HOT_LADDER, rule=HOT, start="2026-11-23 08:00").begin()
    await house.receive("2026-11-23 22:00", "q1", "Water damage in the cellar")
    await house.live_until("2026-11-24 09:30")
    assert house.mails(LetterKind.URGENT) == [(ANNA, "Tue 24 09:00")]


RENEWING = (
    '[ladders.default]\npromise = "4h"\nsteps = ["2h", "4h", "1d"]\nescalate_after = ["1d", "2d"]\nrenew = true\n'
)


async def test_a_promise_nobody_keeps_is_renewed_once_before_it_breaks(tmp_path):
    house = await House(tmp_path, OFFICE + PEOPLE + RENEWING, start="2026-11-23 08:00").begin()
    await house.write("2026-11-23 09:00", "dave@customer.example")
    await house.receive("2026-11-23 10:00")
    await house.live_until("2026-11-25 18:00", minutes=30)
    assert house.mails(LetterKind.RENEWAL) == [("carol@customer.example", "Mon 23 13:30")]
    assert "18:00" in house.last(LetterKind.RENEWAL).text, "four hours after 14:00"


@pytest.mark.parametrize("text", ["I will get back to you with a price tomorrow.", "A roof costs 9,000."])
async def test_who_heard_from_a_person_gets_no_second_letter(tmp_path, text):
    house = await House(tmp_path, OFFICE + PEOPLE + RENEWING, start="2026-11-23 08:00").begin()
    await house.receive("2026-11-23 10:00")
    await house.answer("2026-11-23 11:00", text)
    await house.live_until("2026-11-25 18:00", minutes=30)
    assert house.mails(LetterKind.RENEWAL) == []
    assert bool(house.mails(DIGEST)) == text.startswith("I will"), "a holding reply is no answer, and is nagged"
