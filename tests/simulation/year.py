"""A virtual year of nags: inquiries, answers, holidays, both clock changes, absences, outages, restarts, a clock that steps back.

The real core, loops and store, with a seed. What must be true is told by an oracle that counts minutes one by one and shares
no line with the program: opening time, slots, who is responsible. Between two instants at which something can happen the clock
jumps. `run(seed)` returns what was broken: an empty list is the claim "everything in time, nothing at night, nothing twice".
"""

from __future__ import annotations

import asyncio
import heapq
import random
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.samples import TEMPLATES
from tests.simulation.oracle import (
    BERLIN,
    MINUTE,
    SLOTS,
    START,
    is_open_at,
    open_minutes,
    slots_of,
)
from tests.simulation.server import Crash
from tests.simulation.year_house import CALENDAR, LADDERS, RULES, SALES, people
from tests.simulation.year_promises import Promises
from tests.worlds import KEY, InlineExecutor, MemoryGuard, MemoryMailbox
from watcher.core.inquiry import decide
from watcher.core.message.model import FolderRole, OwnIdentity
from watcher.core.outbox.model import Accepted, Letter, LetterKind, LetterState, Unreachable
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store, Transaction
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig
from watcher.service.recovery import mark_interrupted_letters
from watcher.service.reminders import Reminders

# --- the world


class Clock:
    """The daemon's clock, which somebody may set wrong."""

    def __init__(self) -> None:
        self.true = START + timedelta(hours=6)
        self.wrong_by = timedelta()

    def now(self) -> datetime:
        return self.true + self.wrong_by

    def monotonic(self) -> float:
        return self.true.timestamp()


@dataclass
class Case:
    number: int
    asked: datetime
    seen: datetime | None = None  # by the first look that came through
    answered: datetime | None = None
    done: bool = False
    snoozed_until: datetime | None = None
    was_snoozed: bool = False
    listed: dict[str, datetime] = field(default_factory=dict)  # person → when the last digest that lists it was written
    last_accepted: datetime = START  # when a server last took a digest that lists it, be it hours later

    def waits(self, now: datetime) -> bool:
        return self.answered is None and not self.done and not (self.snoozed_until and now < self.snoozed_until)


class Year:
    """One seeded year. `reminders` can be a broken one, which must be caught."""

    def __init__(
        self,
        seed: int,
        *,
        reminders: type[Reminders] = Reminders,
        writer: type[DigestWriter] = DigestWriter,
        last_look: bool = True,
        days: int = 365,
    ) -> None:
        self.dice = random.Random(seed)
        self.clock = Clock()
        self.days = days
        self.guard = MemoryGuard()
        self.store = Store("sqlite://", InlineExecutor())
        self.store.on_commit = self._commit
        self.mailbox = MemoryMailbox(before_listing=self._break_line)
        self.cases: list[Case] = []
        self.away: dict[str, tuple[datetime, datetime]] = {}  # since when, and until
        self.promises = Promises(self)
        self.counts = dict.fromkeys(
            ("turns", "inquiries", "digests", "alerts", "reports", "all clear", "crashes", "restarts"), 0
        )
        self.down_until = self.smtp_down_until = START
        self.sent_seen = START
        self._makers = (reminders, writer, last_look)
        self._events: list[tuple[datetime, int, str, Any]] = []
        self._order = 0
        self._woken_at = START
        self._unnoted = False

    # --- faults

    def _commit(self, instant: str) -> None:
        if self._fragile and self.dice.random() < 0.002:
            raise Crash

    _fragile = False

    def _break_line(self) -> None:
        if self._fragile and self.dice.random() < 0.005:
            raise MailboxError("the line broke", "network")

    # --- as an Smtp

    async def start_mail_transaction(self, letter: Letter) -> Any:
        return Unreachable("no route") if self.clock.true < self.smtp_down_until else self

    async def verify_login(self) -> Any:
        return Unreachable("no route") if self.clock.true < self.smtp_down_until else None

    async def send_end_of_data(self) -> Any:
        letter = self._offered()
        self.promises.when_taken(letter)
        if self._fragile and self.dice.random() < 0.002:
            raise Crash
        return Accepted(250, "ok")

    async def abort_connection(self) -> None:
        return None

    def _offered(self) -> Letter:
        with self.quietly() as tx:
            (letter,) = tx.letters.list_by_state({LetterState.SENDING})
        return letter

    # --- the process

    def start(self) -> None:
        reminders, make_writer, last_look = self._makers
        with self.store.write_transaction() as tx:
            mark_interrupted_letters(tx, self.clock.now())
        us = OwnIdentity(frozenset({SALES.key}), frozenset(f"{name}@example.com" for name in SLOTS))
        policy = decide.Policy("sales", "anna", "default", LADDERS, CALENDAR, own_addresses=us)
        self.intake = Intake(
            IntakeConfig(SALES, policy, RULES, TEMPLATES, poll_seconds=60.0), self.mailbox, self.store, self.clock, KEY
        )  # type: ignore[arg-type]
        rota = ReminderConfig(people(), {"sales": policy}, {"sales": SALES}, CALENDAR, TEMPLATES)
        look = self._last_look if last_look else self._no_look
        writer = make_writer(rota, KEY)
        self.reminders = reminders(writer, self.store, self.clock, scan_sent_mail=look)  # type: ignore[arg-type]
        self.delivery = Delivery(DeliveryConfig("sales", policy.limits), self, self.store, self.clock, self.guard,  # type: ignore[arg-type]
                                 hooks=DeliveryHooks(look, writer.rerender, count_told_nags=self.reminders.count_told_nags))  # fmt: skip

    async def _last_look(self, mailboxes: Collection[str]) -> bool:
        try:
            await self.intake.scan_folders([FolderRole.SENT])
        except MailboxError:
            return False
        self.sent_seen = self.clock.true
        return True

    async def _no_look(self, mailboxes: Collection[str]) -> bool:
        """The program believes that it has looked."""
        self.sent_seen = self.clock.true
        return True

    async def turn(self, look: bool) -> None:
        """What the daemon does at one instant."""
        if self.clock.true < self.down_until:
            return
        self.counts["turns"] += 1
        try:
            if look:
                await self._look()
            if await self.reminders.process_due() or self._unnoted:
                self._unnoted = False
                self.promises.note_lists()
            while await self.delivery.deliver_next():
                pass
        except Crash:
            self.counts["crashes"] += 1
            self._unnoted = True
            self.restart()
            self.wake(MINUTE)
            return
        with self.quietly() as tx:
            waiting = tx.letters.list_by_state({LetterState.PENDING, LetterState.UNCERTAIN})
        for letter in waiting:
            if letter.state is LetterState.PENDING or (letter.kind is LetterKind.DIGEST and letter.may_have_left < 2):
                self.wake(max(MINUTE, letter.next_at - self.clock.now()))
        self.promises.check_slots()

    async def _look(self) -> None:
        """A line that breaks costs the look and no digest: reading and nagging are loops of their own."""
        try:
            await self.intake.scan_folders()
        except MailboxError:
            self.wake(timedelta(seconds=30))
            return
        self.sent_seen = self.clock.true
        for case in self.cases:
            case.seen = case.seen or self.clock.true

    def restart(self) -> None:
        while True:
            try:
                self.start()
                return
            except Crash:
                self.counts["crashes"] += 1

    # --- what happens

    def at(self, when: datetime, what: str, detail: Any = None) -> None:
        self._order += 1
        heapq.heappush(self._events, (when, self._order, what, detail))

    def wake(self, after: timedelta) -> None:
        """A look after so long, unless one comes before."""
        when = self.clock.true + after
        if not self.clock.true < self._woken_at <= when:
            self._woken_at = when
            self.at(when, "tick")

    def plan(self) -> None:
        """The whole year, thrown at once."""
        end = START + timedelta(days=self.days)
        for name in SLOTS:
            for slot in slots_of(name):
                self.at(slot + timedelta(seconds=10), "tick")
        for before, minute in zip(open_minutes(), open_minutes()[1:], strict=False):
            if minute - before > MINUTE:
                self.at(minute + timedelta(seconds=5), "tick")
        for day in range(self.days):
            morning = START + timedelta(days=day)
            self.at(morning + timedelta(minutes=self.dice.randrange(1440)), "tick")
            local = morning.astimezone(BERLIN)
            if any(is_open_at(local.replace(hour=hour)) for hour in (12, 2)):
                self.at(morning + timedelta(hours=13), "tick")  # the end of the quiet hours, or near it
                self.at(morning + timedelta(hours=12), "tick")
            for _ in range(self.dice.choice((0, 0, 1, 1, 2))):
                self.at(
                    morning
                    + timedelta(minutes=self.dice.choice((self.dice.randrange(1440), self.dice.randrange(540, 1020)))),
                    "writes",
                )
        for _ in range(self.days // 15):
            start = START + timedelta(minutes=self.dice.randrange(1440 * self.days))
            self.at(start, "stops", timedelta(minutes=self.dice.choice((5, 45, 400, 3000))))
        for _ in range(self.days // 20):
            start = START + timedelta(minutes=self.dice.randrange(1440 * self.days))
            self.at(start, "no smtp", timedelta(minutes=self.dice.choice((10, 90, 900))))
        for _ in range(self.days // 60):
            start = START + timedelta(minutes=self.dice.randrange(1440 * self.days))
            self.at(start, "clock", -timedelta(minutes=self.dice.choice((1, 61, 125))))
        for _ in range(self.days // 40):
            start = START + timedelta(minutes=self.dice.randrange(1440 * self.days))
            self.at(start, "away", (self.dice.choice(("anna", "ben")), timedelta(hours=self.dice.choice((5, 30, 80)))))
        self._events = [each for each in self._events if self.clock.true < each[0] < end]
        heapq.heapify(self._events)

    def happen(self, what: str, detail: Any) -> bool:
        """Something happens in the world; says whether the server rings."""
        now = self.clock.true
        if what == "writes":
            self.customer_writes()
            return True
        if what == "answers":
            return self.person_answers(detail)
        if what == "done":
            self.command(detail, decide.InquiryCommand("done", "anna"))
        elif what == "snooze":
            self.command(
                detail, decide.InquiryCommand("snooze", "anna", snooze_until=self.clock.now() + timedelta(hours=30))
            )
        elif what == "stops":
            self.down_until = max(self.down_until, now + detail)
            self.at(self.down_until, "starts")
        elif what == "starts" and now >= self.down_until:
            self.counts["restarts"] += 1
            self.restart()
            return True
        elif what == "no smtp":
            self.smtp_down_until = max(self.smtp_down_until, now + detail)
        elif what == "clock":
            self.clock.wrong_by += detail
            if detail < timedelta():
                self.at(now + timedelta(hours=self.dice.choice((1, 5, 20))), "clock", -detail)
        elif what == "away":
            name, length = detail
            self.away[name] = (self.clock.now(), self.clock.now() + length)
            with self.quietly() as tx:
                tx.people.set_absence(name, self.away[name][1])
        return False

    @contextmanager
    def quietly(self) -> Iterator[Transaction]:
        """A transaction that is no part of the daemon's life: it does not die in it."""
        was, self._fragile = self._fragile, False
        try:
            with self.store.write_transaction() as tx:
                yield tx
        finally:
            self._fragile = was

    def customer_writes(self) -> None:
        n = len(self.cases) + 1
        self.counts["inquiries"] += 1
        now = self.clock.true
        self.cases.append(Case(n, now))
        urgent = "urgent " if self.dice.random() < 0.1 else ""
        self.put("INBOX", f"c{n}@c{n}.example", SALES.email, f"{urgent}Inquiry {n}", f"Message-ID: <q{n}@c{n}.example>")
        roll = self.dice.random()
        delay = timedelta(hours=min(400.0, self.dice.expovariate(1 / 20)))
        if roll < 0.85:
            self.at(now + delay, "answers", n)
        elif roll < 0.93:
            self.at(now + delay, "done", n)
        else:
            self.at(now + delay, "snooze", n)
            self.at(now + delay + timedelta(hours=90), "answers", n)

    def person_answers(self, number: int) -> bool:
        case = self.cases[number - 1]
        case.answered = self.clock.true
        refs = f"Message-ID: <r{number}@example.com>\r\nIn-Reply-To: <q{number}@c{number}.example>"
        self.put("Sent", "Anna <anna@example.com>", f"c{number}@c{number}.example", f"Re: Inquiry {number}", refs)
        return self.dice.random() < 0.5  # half of the time nothing rings, and the last look must find it

    def put(self, box: str, sender: str, to: str, subject: str, more: str) -> None:
        raw = f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\n{more}\r\n\r\nWhat does it cost?\r\n".encode()
        self.mailbox.put(box, raw, self.clock.true)

    def command(self, number: int, order: decide.InquiryCommand) -> None:
        case, now = self.cases[number - 1], self.clock.now()
        with self.quietly() as tx:
            found = [each for each in tx.inquiries.find_by_state() if each.subject.endswith(f"Inquiry {number}")]
            if not found or not case.waits(now):
                return
            decision = decide.apply_command(found[0], order, self.intake.config.policy, now)
            if decision.inquiry is not None:
                tx.inquiries.save(decision.inquiry)
                case.done = order.verb == "done"
                case.snoozed_until, case.was_snoozed = order.snooze_until, order.snooze_until is not None
        if order.snooze_until is not None:
            self.at(order.snooze_until - self.clock.wrong_by + MINUTE, "tick")

    # --- a year

    async def live(self) -> list[str]:
        self.start()
        await self.intake.scan_folders()
        await self.reminders.process_due()
        self.plan()
        self._fragile = True
        while self._events:
            when, _, what, detail = heapq.heappop(self._events)
            self.clock.true = max(self.clock.true, when)
            rings = self.happen(what, detail)
            if rings or what in ("tick", "clock"):
                await self.turn(look=rings or self.dice.random() < 0.2)
            if self.clock.true > START + timedelta(days=self.days):
                break
        return list(dict.fromkeys(self.promises.broken))


def run(seed: int, **parts: Any) -> tuple[list[str], Year]:
    """One year; what was broken, and the year itself."""
    year = Year(seed, **parts)
    try:
        return asyncio.run(year.live()), year
    finally:
        year._fragile = False
        year.store.close()
