"""An office that is reminded: Anna, her deputy Ben and his deputy Cleo, on a database in memory; and what its mail and its alerts leave by:
servers and roads that say what they are told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from tests.samples import OFFICE, TEMPLATES, at, inquiry, letter
from tests.samples import policy as settings
from tests.worlds import InlineExecutor, MemoryGuard, VirtualClock
from watcher.config import load
from watcher.core.hours import parse_span
from watcher.core.inquiry import ladder
from watcher.core.inquiry.ladder import Ladder
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address
from watcher.core.outbox.model import Accepted, Letter, LetterState, Refused, Unreachable
from watcher.edge.smtp import MailTransaction, SmtpAccount, SmtpClient
from watcher.edge.store.store import Store
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.reminders import Reminders

ALERTING_CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"
[people.anna]
email = ["anna@example.com"]
language = "de"
[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
imap = {{ host = "127.0.0.1", user = "sales", tls = "off", password = {{ env = "NONE" }} }}
smtp = {{ host = "127.0.0.1", tls = "off" }}
{alerts}
"""

SALES = Address("sales@example.com", "Example Sales")
LADDER = Ladder(parse_span("4h"), (parse_span("2h"), parse_span("1d")), (parse_span("1d"), parse_span("3d")))


class OutboxServer:
    """Says `before` to the offer and `after` to the last step."""

    def __init__(self, before=None, after=None):
        self.before, self.after = before, after or Accepted(250, "ok")
        self.offered = []
        self.on_finish = lambda: None

    def begin_mail_transaction(self, one):
        pass

    async def start_mail_transaction(self, one):
        self.offered.append(one.key)
        return self.before or self

    async def verify_login(self):
        return self.before

    async def send_end_of_data(self):
        self.on_finish()
        return self.after

    async def abort_connection(self):
        pass


def queue_letters(store, count=1, **changed):
    with store.write_transaction() as tx:
        for n in range(count):
            values = {"id": 0, "key": f"k{n}", "message_id": f"m{n}@example.com", **changed}
            tx.letters.add_to_queue(letter(**values))


def letter_states(store):
    with store.read_transaction() as tx:
        return [each.state for each in tx.letters.list_by_state(set(LetterState))]


class Office:
    """Anna, her deputy Ben and his deputy Cleo; every step of the clock runs the reminders once."""

    is_accepting = True  # the server, of every letter

    def __init__(self, start: str = "2026-11-23 08:00", **anna) -> None:
        self.clock = VirtualClock(at(start))
        self.store = Store("sqlite://", InlineExecutor())
        self.people = {
            name: Person(name, Address(f"{name}@example.com"), (time(9), time(14)), deputy, OFFICE)
            for name, deputy in (("anna", "ben"), ("ben", "cleo"), ("cleo", None))
        }
        self.people["anna"] = replace(self.people["anna"], **anna)
        ladders = {"default": LADDER, "hot": replace(LADDER, urgent=True)}
        self.policy = settings(ladders=ladders, hours=OFFICE)
        rota = ReminderConfig(self.people, {"sales": self.policy}, {"sales": SALES}, OFFICE, TEMPLATES)

        async def look(mailboxes):
            return None

        self.writer = DigestWriter(rota, b"k" * 32)
        self.reminders = Reminders(self.writer, self.store, self.clock, scan_sent_mail=look)

    async def opened(self, when: str, **more):
        """An inquiry has come in at that time."""
        since = at(when)
        case = inquiry(number=0, waiting_since=since, opened_at=since, **more)
        case = ladder.start_ladder(case, self.policy.find_ladder(case.ladder), OFFICE)
        case = replace(case, promise_at=OFFICE.add_opening_time(since, LADDER.promise))
        return await self.store.run_write(lambda tx: tx.inquiries.save(case))

    async def until(self, *whens: str) -> list[str]:
        """The clock goes on to each of these; returns the keys of the letters written on the way. A server accepts them at once."""
        before = {letter.id for letter in await self.letters()}
        for when in whens:
            self.clock.time = at(when)
            await self.reminders.process_due()
            if self.is_accepting:
                await self.offer(OutboxServer())
        return [letter.key for letter in await self.letters() if letter.id not in before]

    async def offer(self, server: OutboxServer) -> list[LetterState]:
        """Everything pending is offered once; the states of all letters."""

        async def look(mailboxes):
            return None

        delivery = Delivery(
            DeliveryConfig("sales", AcknowledgementLimits()), server, self.store, self.clock, MemoryGuard(),
            hooks=DeliveryHooks(look, self.writer.rerender, count_told_nags=self.reminders.count_told_nags),
        )  # fmt: skip
        while await delivery.deliver_next():
            pass
        return [letter.state for letter in await self.letters()]

    async def letters(self) -> list[Letter]:
        return await self.store.run_write(lambda tx: tx.letters.list_by_state(set(LetterState)))

    async def letter(self, key: str) -> Letter:
        (found,) = (each for each in await self.letters() if each.key == key)
        return found

    async def redrawn(self, letter: Letter):
        return await self.store.run_write(lambda tx: self.writer.rerender(tx, letter, self.clock.now()))


async def nags(house: Office) -> int:
    return (await house.store.run_write(lambda tx: tx.inquiries.get(1))).nags


class ListeningRoad:
    """A road that takes everything."""

    name = "ear"

    def __init__(self) -> None:
        self.heard: list[tuple[bool, list[str]]] = []

    async def send(self, message) -> str:
        self.heard.append((message.is_over, [incident.kind.value for incident in message.incidents]))
        return ""


def write_alerting_config(folder, alerts: str = "") -> load.Config:
    (folder / "config.toml").write_text(ALERTING_CONFIG.format(folder=folder, alerts=alerts))
    return load.load_config(folder / "config.toml")


class AnsweringClient(SmtpClient):
    """Answers with these outcomes, one after the other, without a line."""

    def __init__(self, *outcomes) -> None:
        super().__init__(SmtpAccount("127.0.0.1", 1, tls="off"))
        self._outcomes = list(outcomes)
        self.letters = []

    async def start_mail_transaction(self, letter):
        outcome = self._outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, Refused | Unreachable):
            return outcome
        self.letters.append(letter)
        return Finished(outcome)


class Finished(MailTransaction):
    def __init__(self, outcome) -> None:
        self._outcome = outcome

    async def send_end_of_data(self):
        return self._outcome
