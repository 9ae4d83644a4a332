"""A small world with a seed: customers write, people answer, servers lie, the process dies; the real loops, core and store live in it.

The same seed gives the same history. `run(seed)` lives some virtual days of faults, then some quiet ones, and returns what was
broken: an empty list is the claim "nothing lost, nothing twice".
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Collection
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from typing import Any

from tests.rows import always_open, policy
from tests.shipped import TEMPLATES
from watcher.core import rules
from watcher.core.model import (
    Accepted,
    Address,
    Arrival,
    Letter,
    LetterKind,
    LetterState,
    Locator,
    Refused,
    Role,
    State,
    Unknown,
    Unreachable,
    Us,
)
from watcher.delivery import Delivery, recover
from watcher.edge.imap import Fetched, Look, MailboxError
from watcher.edge.store import Store
from watcher.intake import Intake, Setup
from watcher.reminders import Person, Reminders, Rota

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SALES = Address("sales@example.com", "Example Sales")
ANNA = "anna@example.com"
KEY = b"k" * 32


class Crash(BaseException):
    """The process dies here. No `except Exception` may stop it."""


class Inline(Executor):
    """The store's thread without a thread: a history must not depend on a scheduler."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class VirtualClock:
    def __init__(self) -> None:
        self.time = START

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()


class MemoryGuard:
    """The number outside the database."""

    def __init__(self) -> None:
        self.send_seq = 0

    def advance(self, send_seq: int) -> None:
        self.send_seq = send_seq


@dataclass
class Stored:
    raw: bytes
    at: datetime


@dataclass
class Case:
    """The truth about one customer's inquiry, which only the world knows."""

    number: int
    customer: str
    message_id: str
    asked: list[datetime] = field(default_factory=list)
    answered: list[datetime] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        return not self.answered or self.asked[-1] > self.answered[-1]


class Server:
    """An IMAP and an SMTP server that fail as a dice says."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.boxes: dict[str, dict[int, Stored]] = {"INBOX": {}, "Sent": {}}
        self.next_uid = 1
        self.uidvalidity = 1
        self.accepted: list[tuple[datetime, Letter]] = []
        self.files_copies = world.dice.random() < 0.5  # both kinds of provider exist
        self.filed: set[str] = set()
        self.filed_before: set[str] = set()  # letters whose own copy stood in Sent when the turn began
        self._held: dict[int, int] = {}

    def put(self, box: str, raw: bytes) -> None:
        self.boxes[box][self.next_uid] = Stored(raw, self.world.clock.time)
        self.next_uid += 1

    def renumber(self) -> None:
        """A new UIDVALIDITY: every message gets another number."""
        self.uidvalidity += 1
        self.boxes = {box: dict(enumerate(mails.values(), 1)) for box, mails in self.boxes.items()}
        self.next_uid = 1 + max((len(mails) for mails in self.boxes.values()), default=0)

    # --- as a Mailbox

    async def folders(self) -> list[tuple[str, Role]]:
        self.world.maybe(0.03, MailboxError("the line broke", "network"))
        return [("INBOX", Role.INBOX), ("Sent", Role.SENT)]

    async def look(self, folder: str) -> Look:
        self.world.maybe(0.03, MailboxError("the line broke", "network"))
        uids = frozenset(self.boxes[folder])
        return Look(folder=folder, uidvalidity=self.uidvalidity, uids=uids, exists=len(uids))

    async def fetch(self, folder: str, uidvalidity: int, uids: Collection[int]) -> Fetched:
        self.world.maybe(0.03, MailboxError("the line broke", "network"))
        held_back = {uid for uid in uids if folder == "INBOX" and self._hold(uid)}
        arrivals = [
            Arrival(
                Locator("sales", folder, uidvalidity, uid),
                Role.SENT if folder == "Sent" else Role.INBOX,
                mail.raw,
                mail.at,
                len(mail.raw),
            )
            for uid, mail in sorted(self.boxes[folder].items())
            if uid in uids and uid not in held_back
        ]
        return Fetched(arrivals=arrivals, missing=held_back)

    def _hold(self, uid: int) -> bool:
        """A server may forget to hand out a message, but not for ever."""
        if self._held.get(uid, 0) >= 2 or not self.world.chance(0.02):
            return False
        self._held[uid] = self._held.get(uid, 0) + 1
        return True

    async def close(self) -> None:
        return None

    # --- as an Smtp

    async def offer(self, letter: Letter) -> Any:
        fate = self.world.dice.random() if self.world.faults else 1.0
        if fate < 0.05:
            return Unreachable("no route")
        if fate < 0.08:
            return Refused(451, "try later", permanent=False)
        return Offer(self, letter)

    def accept(self, letter: Letter) -> None:
        self.accepted.append((self.world.clock.time, letter))
        self.world.check_accepted(letter)
        if self.files_copies:
            self.put("Sent", letter.data)
            self.filed.add(letter.key)


class Offer:
    def __init__(self, server: Server, letter: Letter) -> None:
        self.server, self.letter = server, letter

    async def finish(self) -> Any:
        world = self.server.world
        fate = world.dice.random() if world.faults else 1.0
        if fate < 0.04:
            return Unknown("reset before the answer, not accepted")
        if fate < 0.06:
            return Refused(452, "later", permanent=False)
        self.server.accept(self.letter)
        if fate < 0.10:
            return Unknown("reset before the answer, accepted")
        if fate < 0.14:
            raise Crash
        return Accepted(250, "ok")

    async def abandon(self) -> None:
        return None


class World:
    """One seeded history. The classes of the loops can be replaced by broken ones, which must be caught."""

    def __init__(self, seed: int, *, intake: type = Intake, delivery: type = Delivery, last_look: bool = True) -> None:
        self.dice = random.Random(seed)
        self.faults = False
        self.clock = VirtualClock()
        self.guard = MemoryGuard()
        self.server = Server(self)
        self.store = Store("sqlite://", Inline())
        self.store.on_commit = self._commit
        self.cases: list[Case] = []
        self.broken: list[str] = []
        self.crashes = 0
        self._makers = (intake, delivery, last_look)
        self._noise = 0

    # --- dice

    def chance(self, probability: float) -> bool:
        return self.faults and self.dice.random() < probability

    def maybe(self, probability: float, error: Exception) -> None:
        if self.chance(probability):
            raise error

    def _commit(self, instant: str) -> None:
        if self.chance(0.02):
            raise Crash

    # --- the process

    def start(self) -> None:
        """What the daemon does when it comes up."""
        intake, delivery, last_look = self._makers
        with self.store.begin() as tx:
            recover(tx, self.clock.now())
        us = Us(frozenset({SALES.key}), frozenset({ANNA}))
        setup = Setup(SALES, us, policy(), rules.RuleSet(), TEMPLATES, poll=60.0)
        self.intake = intake(setup, self.server, self.store, self.clock, KEY)
        person = Person("anna", Address(ANNA, "Anna"), (time(9, 0), time(14, 0)))
        rota = Rota({"anna": person}, {"sales": setup.policy}, {"sales": SALES}, always_open(), TEMPLATES)
        look = self._last_look if last_look else self._no_look
        self.reminders = Reminders(rota, self.store, self.clock, KEY, last_look=look)
        limits = setup.policy.limits
        self.delivery = delivery(
            "sales", self.server, self.store, self.clock, self.guard, limits,
            last_look=look, redraw=self.reminders.redraw,
        )  # fmt: skip

    async def _last_look(self, mailboxes: Collection[str]) -> None:
        for _ in range(20):  # a server that is down for ever would be told of, not waited for
            try:
                await self.intake.look([Role.SENT])
                return
            except MailboxError:
                continue

    async def _no_look(self, mailboxes: Collection[str]) -> None:
        return None

    async def turn(self) -> None:
        """Everything the daemon does at one instant, dying wherever the dice say."""
        self.server.filed_before = set(self.server.filed)
        try:
            if self.dice.random() < 0.7:
                await self.intake.look()
            await self.reminders.step()
            for _ in range(20):
                if not await self.delivery.step():
                    break
        except MailboxError:
            pass
        except Crash:
            self.crashes += 1
            self.restart()

    def restart(self) -> None:
        while True:
            try:
                self.start()
                return
            except Crash:
                self.crashes += 1

    # --- people

    def mail(self, sender: str, to: str, subject: str, text: str, **headers: str) -> bytes:
        lines = {"From": sender, "To": to, "Subject": subject, **headers}
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
        return f"{head}\r\n{text}\r\n".encode()

    def customer_writes(self) -> None:
        n = len(self.cases) + 1
        case = Case(n, f"customer{n}@c{n}.example", f"q{n}.0@c{n}.example", [self.clock.time])
        self.cases.append(case)
        raw = self.mail(
            case.customer, SALES.email, f"Inquiry {n}", f"What does item {n} cost?", Message_ID=f"<{case.message_id}>"
        )
        self.server.put("INBOX", raw)
        if self.chance(0.1):
            self.server.put("INBOX", raw)  # delivered twice

    def customer_insists(self, case: Case) -> None:
        case.asked.append(self.clock.time)
        message_id = f"q{case.number}.{len(case.asked)}@c{case.number}.example"
        refs = f"<{case.message_id}>"
        raw = self.mail(
            case.customer, SALES.email, f"Re: Inquiry {case.number}", "And when can you deliver?",
            Message_ID=f"<{message_id}>", In_Reply_To=refs, References=refs,
        )  # fmt: skip
        case.message_id = message_id
        self.server.put("INBOX", raw)

    def person_answers(self, case: Case) -> None:
        case.answered.append(self.clock.time)
        message_id = f"r{case.number}.{len(case.answered)}@example.com"
        raw = self.mail(
            f"Anna <{ANNA}>", case.customer, f"Re: Inquiry {case.number}", "It costs five euros.",
            Message_ID=f"<{message_id}>", In_Reply_To=f"<{case.message_id}>", References=f"<{case.message_id}>",
        )  # fmt: skip
        self.server.put("Sent", raw)

    def noise(self) -> None:
        self._noise += 1
        kind = self.dice.randrange(3)
        extra = ({"Auto_Submitted": "auto-replied"}, {"List_Id": "<news.list.example>"}, {"Precedence": "bulk"})[kind]
        raw = self.mail(
            f"robot{self._noise}@list.example", SALES.email, "Noise", "Nothing to see.",
            Message_ID=f"<n{self._noise}@list.example>", **extra,
        )  # fmt: skip
        self.server.put("INBOX", raw)

    def something_happens(self) -> None:
        open_cases = [case for case in self.cases if case.waits]
        closed_cases = [case for case in self.cases if not case.waits]
        roll = self.dice.random()
        if roll < 0.25:
            self.customer_writes()
        elif roll < 0.40 and open_cases:
            self.person_answers(self.dice.choice(open_cases))
        elif roll < 0.45 and closed_cases:
            self.customer_insists(self.dice.choice(closed_cases))
        elif roll < 0.55:
            self.noise()
        elif roll < 0.56:
            self.server.renumber()

    # --- a life

    async def live(self, turns: int = 60, quiet: int = 30) -> list[str]:
        """Some days of faults, then quiet ones; returns every broken promise."""
        self.start()
        await self.intake.look()  # the baseline: an empty mailbox
        self.faults = True
        for _ in range(turns):
            self.something_happens()
            self.clock.time += timedelta(minutes=self.dice.choice((1, 5, 20, 60, 240)))
            await self.turn()
        self.faults = False
        for _ in range(quiet):
            self.clock.time += timedelta(hours=4)
            await self.intake.look()
            await self.turn()
        return list(dict.fromkeys(self.broken + self.check_end()))

    # --- the promises

    def check_accepted(self, letter: Letter) -> None:
        """True whenever the server takes a letter."""
        copies = [each for _, each in self.server.accepted if each.key == letter.key]
        if letter.kind is LetterKind.ACKNOWLEDGEMENT and len(copies) > 1:
            self.broken.append(f"acknowledged {len(copies)} times: {letter.key}")
        if letter.kind is LetterKind.DIGEST:
            if len(copies) > 2 or len({copy.data for copy in copies}) > 1:
                self.broken.append(f"digest {letter.key} left {len(copies)} times")
            if letter.may_have_left and letter.key in self.server.filed_before:
                self.broken.append(f"digest {letter.key} repeated though its copy was in Sent")
            if not letter.may_have_left:
                over = [case.number for case in self.cases if not case.waits and case.number in mentioned(letter)]
                self.broken += [f"nagged about {number} after the reply" for number in over]

    def check_end(self) -> list[str]:
        """True once the faults are over and time has passed."""
        with self.store.begin() as tx:
            inquiries = {each.customer: each for each in tx.inquiries.find() if each.customer}
            letters = tx.letters.in_state(set(LetterState))
            lines = [line for each in letters for line in tx.mail.lines_by_message_id(each.message_id)]
        acks = {each.inquiry: each for each in letters if each.kind is LetterKind.ACKNOWLEDGEMENT}
        broken = [f"letter {each.key} still {each.state}" for each in letters if each.state in UNSETTLED]
        broken += [f"own letter taken for {line.kind}" for line in lines if line.kind != "own"]
        accepted = {each.key for _, each in self.server.accepted}
        broken += [
            f"{e.key} counts as sent and never left"
            for e in letters
            if e.state is LetterState.SENT and e.key not in accepted
        ]
        digests = [each for _, each in self.server.accepted if each.kind is LetterKind.DIGEST]
        last = mentioned(digests[-1]) if digests else set()
        for case in self.cases:
            inquiry = inquiries.get(case.customer)
            if inquiry is None:
                broken.append(f"lost: inquiry {case.number}")
                continue
            expected = State.WAITING if case.waits else State.ANSWERED
            if inquiry.state is not expected:
                broken.append(f"inquiry {case.number} is {inquiry.state}, not {expected}")
            if case.waits and case.number not in last:
                broken.append(f"lost: no nag for {case.number}")
            if inquiry.number not in acks and inquiry.ack_reason is None:
                broken.append(f"lost: the acknowledgement of {case.number}")
        return broken


UNSETTLED = {LetterState.PENDING, LetterState.SENDING}


def mentioned(letter: Letter) -> set[int]:
    """The cases a digest lists."""
    text = message_from_bytes(letter.data).get_payload(0).get_payload(decode=True).decode()
    return {int(number) for number in re.findall(r"Inquiry (\d+)", text)}


def run(seed: int, **broken_parts: Any) -> tuple[list[str], World]:
    """One history; what was broken, and the world it happened in."""
    world = World(seed, **broken_parts)
    try:
        return asyncio.run(world.live()), world
    finally:
        world.faults = False
        world.store.close()
