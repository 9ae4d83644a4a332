"""A small world: customers write, people answer, servers lie, the process dies; the real loops, core and store live in it.

Time is virtual and skips what is empty. The same history gives the same end, octet for octet; `run` lives one and returns what was
broken: an empty list is the claim "nothing lost, nothing twice".
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from tests.simulation import administrator, condition, contacts, people, strangers
from tests.simulation.case import Case
from tests.simulation.habits import Habits, LoopClock
from tests.simulation.history import History, Turn, shrunk
from tests.simulation.house import SLOTS, House
from tests.simulation.parts import Lock, Parts, opened
from tests.simulation.server import Crash, Server, Taken
from tests.simulation.told import Told
from tests.torture import invariants
from tests.worlds import KEY, START, drive
from watcher.core.health.model import WaitEnd
from watcher.core.message.model import FolderRole
from watcher.core.outbox.model import Letter, LetterKind
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import StoreError, Transaction
from watcher.service import recovery
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.intake import Intake

QUIET = timedelta(days=3)
#: Between two looks of the daemon at what is due.
TICK = timedelta(seconds=15)
#: Seconds for making a failing history short.
SHRINK = 120.0


class Piece(StrEnum):
    """Of what the daemon does at one instant."""

    LOOK = "look"
    REMIND = "remind"
    DELIVER = "deliver"  # one letter, and again
    OVER = "over"


class World:
    """One history being lived."""

    def __init__(self, history: History, parts: Parts | None = None) -> None:
        self.history = history
        self.parts = parts or Parts()
        self.clock = LoopClock()
        self.guard = self.parts.guard(self)
        self.store, self.database, empty = opened()
        self.database.deserialize(empty)
        self.store.on_commit = self._commit
        self.house = House(limits=self.parts.limits)
        if history.has_two:
            self.house.names["info"] = "info"
        self.servers = {account: Server(self, account, history.files_copies) for account in self.house.names}
        self.server = self.servers["sales"]
        for server in self.servers.values():  # one truth about what was accepted, and why it was not
            server.accepted, server.unwanted, server.filed, server.readers = (
                self.server.accepted,
                self.server.unwanted,
                self.server.filed,
                self.server.readers,
            )
        self.people = people.People(self)
        self.administrator = administrator.Administrator(self)
        self.habits = Habits(self)
        self.contacts, self.strangers = contacts.Contacts(self), strangers.Strangers(self)
        self.told = Told(self)
        self.cases: list[Case] = []
        self.broken: list[str] = []
        self.seen: Counter[str] = Counter()
        self.epoch = 0
        self.bells = 0  # looks at once, besides the one of the turn
        self.snapshot: tuple[bytes, tuple[str, int, bool]] | None = None
        self.began = self.turn_began = START
        self.returned: tuple[datetime, set[int]] | None = None  # when the last digest came back, and its cases
        self.rebuilt = False
        self.activated = START
        self.was_refused = self.is_cured = False
        self._plan: dict[tuple[str, int], str] = {}
        self._reached: Counter[str] = Counter()
        self._dying = False
        self._broke_now = False

    # --- faults

    def fault(self, place: str) -> str | None:
        """What breaks here, if anything does."""
        nth = self._reached[place]
        self._reached[place] += 1
        how = self._plan.pop((place, nth), None)
        if how is not None:
            self.seen["faults"] += 1
            self._broke_now = True
        return how

    def trouble_in_this_turn(self) -> bool:
        """Something broke, or will: what is promised for good days need not hold in this turn."""
        return bool(self._broke_now or self._plan)

    def _commit(self, instant: str) -> None:
        if instant == "after":
            if self._dying:
                self._dying = False
                raise Crash
            return
        how = self.fault("commit")
        if how == "die before":
            raise Crash
        if how == "disk full":
            raise StoreError("database: database or disk is full")
        self._dying = how == "die after"

    def sees_reply_to(self, case: Case) -> bool:
        """Can the folder be read in which the last reply lies?"""
        return not self.servers[case.home].is_locked(case.replied_in)

    # --- the process

    def start(self) -> None:
        """What the daemon does when it comes up, as `App` does it."""
        while True:
            try:
                drive(self.store.run_write(lambda tx: self.parts.adopt(self, tx)))
                drive(self.store.run_write(lambda tx: self.parts.start(self, tx)))
                drive(self.store.run_read(lambda tx: recovery.bind_guard(tx, self.guard)))
                self.guard.was_new = False  # a later process finds the file
                drive(self.store.run_write(lambda tx: self.parts.afresh(self, tx)))
                break
            except (Crash, StoreError):
                self.seen["deaths"] += 1
        self.began, self.house.is_refused = self.clock.time, False
        self.make_loops()
        self.has_begun()

    def has_begun(self) -> None:
        """What was wrong before is not known any more."""
        for server in self.servers.values():
            server.was_seen, server.takes_letters = False, True
            server.refused.clear()

    def make_loops(self) -> None:
        """The three loops, as `App` wires them."""
        self.writer = self.parts.writer(self.house.reminder_config(), KEY)
        self.reminders = self.parts.reminders(self.writer, self.store, self.clock, scan_sent_mail=self._scan_sent_mail)
        self.intakes: dict[str, Intake] = {}
        self.deliveries: dict[str, Delivery] = {}
        for account, config in self.house.intake_configs().items():
            server = self.servers[account]
            intake = self.parts.intake(
                config,
                server,
                self.store,
                self.clock,
                KEY,
                on_letters_queued=partial(self._claim_queued_letter, account),
            )
            delivery = self.parts.delivery(
                DeliveryConfig(config.policy.mailbox, config.policy.limits), server, self.store, self.clock, self.guard,
                hooks=DeliveryHooks(
                    self._scan_sent_mail, self.writer.rerender, intake.messages.rewrite_acknowledgement, self.reminders.count_told_nags
                ),
            )  # fmt: skip
            self.intakes[account], self.deliveries[account] = intake, delivery
        self.intake, self.delivery = self.intakes["sales"], self.deliveries["sales"]

    def _claim_queued_letter(self, account: str, tx: Transaction, letters: Sequence[Letter]) -> Callable[[], None]:
        return self.deliveries[account].claim_queued_letter(tx, letters)

    def configure_loops(self) -> None:
        """The configuration of now reaches the loops that run."""
        for account, config in self.house.intake_configs().items():
            self.intakes[account].config = config
        self.writer.config = self.house.reminder_config()

    async def _scan_sent_mail(self, mailboxes: Collection[str]) -> bool:
        """The last look before a nag: at all there is where there is one mailbox. True: all was seen."""
        has_seen_all = True
        for account, intake in self.intakes.items() if self.parts.last_look else ():
            if len(self.intakes) > 1 and self.house.names[account] not in mailboxes:
                continue
            try:
                await intake.scan_folders([FolderRole.SENT])
            except MailboxError:  # a doubt never suppresses a nag
                self.seen["nags without a last look"] += 1
                has_seen_all = False
        return has_seen_all

    def work(self, look: bool = True) -> None:
        """Everything the daemon does at one instant, dying wherever the plan says."""
        self.alive()
        piece = Piece.LOOK if look else Piece.REMIND
        for _ in range(32):
            piece = self.do(piece)
            if piece is Piece.OVER:
                break
        if (
            self.was_refused and len(self.servers) > 1
        ):  # what waits there is to go another way, before it is tried here again
            self.was_refused = False
            self.clock.time += TICK
            self.work(look=False)

    def do(self, piece: Piece) -> Piece:
        """One piece of the work; returns the one that follows."""
        try:
            if piece is Piece.LOOK:
                for account, intake in self.intakes.items():
                    self.servers[account].was_seen = (
                        self._one(partial(intake.scan_folders, end=WaitEnd.SILENCE)) is not None
                    )
                return Piece.REMIND
            if piece is Piece.REMIND:
                if self._one(self.reminders.process_due) is not None:
                    self.told.when_counted()
                return Piece.DELIVER
            had_one = [self._one(delivery.deliver_next) for delivery in self.deliveries.values()]
            return Piece.DELIVER if any(had_one) else Piece.OVER
        except Crash:
            self.seen["deaths"] += 1
            self.start()
            return Piece.OVER
        finally:
            self._dying = False

    def alive(self) -> None:
        """The heartbeat, which beat all the time until now."""
        self.database.execute("update meta set value = ? where key = 'alive_at'", (self.clock.time.isoformat(),))

    def checks_itself(self) -> None:
        """The daemon's own look at its promises: it would stop here."""
        try:
            drive(
                self.store.run_read(
                    lambda tx: recovery.verify_invariants(tx, self.guard, Lock(), self.began, invariants.MAX_AGE)
                )
            )
        except recovery.InvariantBroken as error:
            self.broken.append(f"the daemon stops itself: {error}")

    def _one(self, step: Callable[[], Any]) -> Any:
        """One step of a loop, which survives what its loop survives."""
        try:
            return drive(step())
        except MailboxError:
            self.seen["looks that failed"] += 1
        except (StoreError, OSError):
            self.seen["full disks"] += 1
        return None

    # --- a life

    def live(self) -> list[str]:
        """All turns, then some quiet days; returns every broken promise."""
        self.start()
        self.work()  # the baseline: an empty mailbox
        for turn in self.history.turns:
            self.turn(turn)
        self._plan.clear()
        self.people.everything_appears()
        self.pass_time(QUIET, often=timedelta(hours=12))
        self.people.returned(0)
        self.pass_time(QUIET, often=timedelta(hours=12))
        self.broken += invariants.at_the_end(self)
        self.broken += condition.at_the_end(self)
        return list(dict.fromkeys(self.broken))

    def turn(self, turn: Turn) -> None:
        self.pass_time(timedelta(minutes=turn.minutes))
        self.act(turn.action, turn.which)
        self.turn_began = self.clock.time
        self._plan = {(place, nth): how for place, nth, how in turn.faults}
        self._reached.clear()
        self._broke_now = False
        self.work()
        while self.bells:
            self.bells -= 1
            self.clock.time += timedelta(seconds=2)
            self.work()
        self._plan.clear()
        if not self._broke_now:
            self.broken += condition.after_a_turn(self)
        self._broke_now = self.is_cured = False
        self.broken += invariants.after_a_turn(self)
        self.broken += self.told.after_a_turn()
        self.checks_itself()

    def act(self, action: str, which: int) -> None:
        """Somebody does something: whoever has an action of that name."""
        name = action.replace(" ", "_")
        actors = (self.people, self.administrator, self.habits, self.contacts, self.strangers)
        deed: Callable[[int], None] = next(getattr(actor, name) for actor in actors if hasattr(actor, name))
        deed(which)

    def pass_time(self, duration: timedelta, often: timedelta | None = None) -> None:
        """Lets the daemon work at every instant in between at which it has something to do."""
        end = self.clock.time + duration
        while True:
            due = self._next_due()
            if often is not None:
                due = min(due or end, self.clock.time + often)
            if due is None or due >= end:
                break
            self.clock.time = max(due, self.clock.time + timedelta(seconds=1))
            self.work(look=often is not None)
            self.broken += self.told.after_a_turn()
            self.broken += condition.roads(self)
            if often is not None:
                self.broken += invariants.after_a_turn(self)
        self.clock.time = end

    def _next_due(self) -> datetime | None:
        """The next instant at which a letter, a snooze or a digest is due."""
        letters = self.database.execute(
            "select mailbox, min(next_at) from letter where state = 'pending' "
            "or (state = 'uncertain' and kind = 'digest' and may_have_left < 2) group by mailbox"
        ).fetchall()
        nag, snooze, renewal = self.database.execute(
            "select min(case when state = 'waiting' then next_nag_at end), "
            "min(case when state = 'snoozed' then next_nag_at end), "
            "min(case when state = 'waiting' then renew_at end) from inquiry"
        ).fetchone()
        instants = [datetime.fromisoformat(at) for at in (snooze, renewal) if at]
        accounts = {name: account for account, name in self.house.names.items()}
        for mailbox, due in letters:  # nothing leaves while the account rests
            if mailbox in accounts:
                rests = self.deliveries[accounts[mailbox]]._rests_until
                instants.append(max(datetime.fromisoformat(due), rests or START))
        if nag:
            instants.append(_slot_after(max(datetime.fromisoformat(nag), self.clock.time)))
        return min(instants, default=None)

    # --- what only the other side knows

    def on_dot(self, letter: Letter) -> None:
        """The final dot is on the wire."""
        self.broken += invariants.at_the_dot(self, letter)

    def on_accepted(self, taken: Taken) -> None:
        self.seen["letters accepted"] += 1
        self.broken += invariants.when_accepted(self, taken)
        if taken.letter.kind is LetterKind.DIGEST:
            self.broken += self.told.when_accepted(taken)

    def on_returned(self, letter: Letter, report: str) -> None:
        """Nobody read it; whatever waits of it is to be told of again."""
        self.returned = (self.clock.time, invariants.mentioned(letter.data))
        self.told.when_returned(letter.key, report)

    def take_snapshot(self) -> None:
        self.alive()
        self.snapshot = (
            self.database.serialize(),
            (self.guard.database, self.guard.send_seq, self.guard.was_new),
        )

    def restore(self, image: bool = False) -> None:
        """A backup is played back: the database is older than the world, and the guard file is not, unless the machine was
        set back as a whole."""
        if self.snapshot is None:
            return
        self.database.deserialize(self.snapshot[0])
        if image:
            self.guard.database, self.guard.send_seq, self.guard.was_new = self.snapshot[1]
        self.reborn()

    def lose(self) -> None:
        """The database is gone; the guard file is not."""
        _, _, empty = opened()
        self.database.deserialize(empty)
        self.database.execute("update meta set value = ? where key = 'uuid'", (f"another{self.epoch}",))
        self.snapshot = None
        self.rebuilt = True
        self.reborn()

    def reborn(self) -> None:
        self.epoch += 1
        self.seen["restores"] += 1
        self.told.forget()
        self.habits.forget()
        self.server.readers.clear()
        self.seen["ghosts"] = 0
        for case in self.cases:
            case.vague = True
            case.hidden |= case.deleted
        self.clock.time += timedelta(minutes=2)
        self.start()

    def outage(self, duration: timedelta) -> None:
        """The power is off for a while."""
        self.alive()
        self.clock.time += duration
        self.seen["deaths"] += 1
        self.start()


def _slot_after(instant: datetime) -> datetime:
    """The first slot later than the instant."""
    for slot in SLOTS:
        at = datetime.combine(instant.date(), slot, tzinfo=UTC)
        if at > instant:
            return at
    return datetime.combine(instant.date() + timedelta(days=1), SLOTS[0], tzinfo=UTC)


def run(history: History, parts: Parts | None = None) -> tuple[list[str], World]:
    """One history; what was broken, and the world it happened in."""
    world = World(history, parts)
    try:
        return world.live(), world
    finally:
        world.store.on_commit = lambda instant: None


def shortest(history: History, what: str, parts: Parts | None = None) -> History:
    """The shortest history that breaks the same promise."""
    kind, end = what.split(":")[:2], time.monotonic() + SHRINK

    def fails(candidate: History) -> bool:
        if time.monotonic() > end:
            return False
        return any(each.split(":")[:2] == kind for each in run(candidate, parts)[0])

    return shrunk(history, fails)
