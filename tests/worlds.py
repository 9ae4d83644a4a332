"""The one harness in memory: the parts (account, clock, guard, the store's thread, a loop that runs to the end at once), and offices
built of them on the real way in, the real reminders and the real store.

`IntakeDesk`: a mailbox's intake, for histories too long for a server; letters stay queued. `Answered`: a house whose digests are
answered. `Mailroom`: raw messages one at a time, and what became of the inquiries. The simulation builds its world of the same
parts, with faults.
"""

from __future__ import annotations

import asyncio
import textwrap
from collections.abc import Callable, Collection, Coroutine, Generator, Iterable
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from email import policy as email_policy
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tests import samples
from tests.samples import RULES, TEMPLATES, always_open, policy
from watcher.core.health.model import FolderCounts, ListedFolder
from watcher.core.inquiry.model import Inquiry
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import MAX_FETCHED_OCTETS, Address, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.outbox.model import Letter, LetterKind, LetterState
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FetchResult, FolderScan
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Store
from watcher.edge.store.tables import ledger
from watcher.service.answers import CommandConfig
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig
from watcher.service.reminders import Reminders

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
KEY = b"k" * 32


class InlineExecutor(Executor):
    """The store's thread without a thread."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class VirtualClock:
    """Stands still until it is set."""

    def __init__(self, start: datetime = START) -> None:
        self.time = start

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()


class MemoryGuard:
    """The number outside the database."""

    def __init__(self) -> None:
        self.send_seq = 0

    def begin_recording(self, send_seq: int, in_flight: str = "") -> Callable[[], None]:
        self.send_seq = send_seq
        return lambda: None


T = TypeVar("T")


class _Done:
    """Something to await that is there already."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, None, Any]:
        return self._value
        yield


class _Postponed(Generic[T]):
    """A task that runs where it is awaited, and not before: at the same place in every run. Cancelled, it was never begun."""

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._work = work
        self._is_cancelled = False

    def cancel(self) -> None:
        self._is_cancelled = True
        self._work.close()

    def __await__(self) -> Generator[Any, None, T]:
        if self._is_cancelled:
            raise asyncio.CancelledError
        return (yield from self._work.__await__())


class _InlineLoop(asyncio.AbstractEventLoop):
    """As much of an event loop as the loops of the program ask for: work for another thread is done here and now."""

    def run_in_executor(self, executor: Executor | None, func: Callable[..., T], *args: Any) -> Any:
        return _Done(func(*args))

    def create_task(self, coro: Coroutine[Any, Any, T], **_: Any) -> Any:  # type: ignore[override]
        return _Postponed(coro)

    def get_debug(self) -> bool:
        return False


def drive(work: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end. AssertionError: it waits for something that does not come by itself."""
    asyncio._set_running_loop(_LOOP)
    try:
        while work.send(None) is None:  # it lets others go first (`asyncio.sleep(0)`), and there are none
            pass
    except StopIteration as done:
        return done.value
    finally:
        asyncio._set_running_loop(None)
    work.close()
    raise AssertionError("the simulation cannot wait")


_LOOP = _InlineLoop()
ROLES = {"INBOX": FolderRole.INBOX, "Sent": FolderRole.SENT}


class StepClock(Clock):
    """Stands where it is put. Only `now` is made up: deadlines against a server are real."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class MemoryMailbox:
    """As a `Mailbox` of the edge: INBOX and Sent, and the server's size limit. `before_listing` may fail as a line does."""

    def __init__(self, before_listing: Callable[[], None] | None = None, name: str = "sales") -> None:
        self.name = name
        self.mails: dict[str, dict[int, tuple[bytes, datetime]]] = {folder: {} for folder in ROLES}
        self._before_listing, self.bell_folder, self._open_folder = before_listing, "", ""

    def put(self, folder: str, raw: bytes, at: datetime) -> None:
        self.mails[folder][len(self.mails[folder]) + 1] = (raw, at)

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        if self._before_listing:
            self._before_listing()
        return list(ROLES.items())

    async def list_folders(self) -> list[ListedFolder]:
        return [ListedFolder(frozenset(), "/", name) for name in ROLES]

    async def scan_folder(self, folder: str) -> FolderScan:
        self._open_folder = folder
        uids = frozenset(self.mails[folder])
        return FolderScan(folder, FolderCounts(1, max(uids, default=0) + 1, len(uids)), uids)

    async def scan_changed_folder(self, folder: str, is_unchanged: Callable[[FolderCounts], bool]) -> FolderScan | None:
        scan = await self.scan_folder(folder)
        return None if is_unchanged(scan.counts) else scan

    async def count_unchanged_folders(self, folders: Collection[tuple[str, Callable[[FolderCounts], bool]]]) -> int:
        judged = [is_unchanged((await self.scan_folder(name)).counts) for name, is_unchanged in folders]
        return [*judged, False].index(False)

    async def open_folder(self, folder: str) -> FolderCounts:
        return (await self.scan_folder(folder)).counts

    async def search_uids_since(self, day: datetime) -> frozenset[int]:
        return frozenset(
            uid for uid, (_, at) in self.mails[self._open_folder].items() if at.date() >= day.date() - timedelta(days=1)
        )

    async def read_header_values(self, folder: str, name: str, most: int) -> list[bytes]:
        heads = [raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for raw, _ in self.mails[folder].values()]
        return [head for head in heads if name.encode().lower() in head.lower()][-most:]

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Collection[int]) -> FetchResult:
        found = [(uid, *self.mails[folder][uid]) for uid in sorted(uids)]
        return FetchResult(
            arrivals=[
                FetchedMessage(
                    Locator(self.name, folder, 1, uid), ROLES[folder], raw[:MAX_FETCHED_OCTETS], at, len(raw)
                )
                for uid, raw, at in found
            ],
            missing=set(),
        )

    async def close_connections(self) -> None:
        return None

    def stop(self) -> None:
        return None

    def end_wait(self) -> None:
        return None


def open_intake(mailbox: Any, store: Store, clock: Any = None, poll_seconds: float = 60.0, **more: Any) -> Intake:
    """The way in of sales@example.com, by the rules that ship."""
    rules = policy(own_addresses=OwnIdentity(frozenset({samples.SALES.key})))
    config = IntakeConfig(samples.SALES, rules, RULES, TEMPLATES, poll_seconds=poll_seconds)
    return Intake(config, mailbox, store, clock or Clock(), KEY, **more)


class IntakeDesk:
    """The intake of one mailbox with everything it needs; the first look, at an empty mailbox, is `begin`."""

    def __init__(self, address: str, people: Iterable[str], at: datetime, url: str = "sqlite://", **house: Any) -> None:
        self.mailbox, self.clock = MemoryMailbox(), StepClock(at - timedelta(hours=1))
        self.store = Store(url, InlineExecutor())
        known = frozenset({address.casefold()}), frozenset(each.casefold() for each in people)
        us = OwnIdentity(*known, house.pop("trust", None))
        setup = IntakeConfig(
            Address(address, "Support"),
            policy(hours=always_open(), own_addresses=us, **house),
            RULES,
            TEMPLATES,
            poll_seconds=60.0,
        )
        self.intake = Intake(setup, self.mailbox, self.store, self.clock, KEY)  # type: ignore[arg-type]
        self._filed = 0

    async def begin(self) -> None:
        await self.intake.scan_folders()

    async def look(self, at: datetime) -> None:
        self.clock.at = max(self.clock.at, at)
        await self.intake.scan_folders()

    def letters(self) -> list[Letter]:
        """What was queued since the last call."""
        with self.store.write_transaction() as tx:
            found = [each for each in tx.letters.list_by_state({LetterState.PENDING}) if each.id > self._filed]
        self._filed = max((each.id for each in found), default=self._filed)
        return found


SALES = Address("sales@example.com", "Example Sales")
ANNA, PRIVATE, BEN = "anna@example.com", "anna.private@example.net", "ben@example.com"


class Answered:
    """Anna, whose deputy is Ben, and what waits for both of them."""

    def __init__(self, authserv_id: str | None = None, url: str = "sqlite://") -> None:
        self.clock = VirtualClock()
        self.store = Store(url, InlineExecutor())
        self.box = MemoryMailbox()
        us = OwnIdentity(frozenset({SALES.key}), frozenset({ANNA, PRIVATE, BEN}), authserv_id)
        rules, slots = policy(own_addresses=us), (time(9), time(14))
        people = {
            "anna": Person("anna", Address(ANNA, "Anna"), slots, "ben", own_addresses=frozenset({ANNA, PRIVATE})),
            "ben": Person("ben", Address(BEN, "Ben"), slots, own_addresses=frozenset({BEN})),
        }
        commands = CommandConfig(people, {"sales": rules}, ZoneInfo("UTC"))
        setup = IntakeConfig(SALES, rules, RULES, TEMPLATES, 60.0, commands)
        self.intake = Intake(setup, self.box, self.store, self.clock, KEY)
        reminding = ReminderConfig(people, {"sales": rules}, {"sales": SALES}, always_open(), TEMPLATES)
        self.reminders = Reminders(DigestWriter(reminding, KEY), self.store, self.clock, scan_sent_mail=self._no_look)
        self.letters = 0

    async def _no_look(self, mailboxes: Collection[str]) -> bool:
        return True

    def put(self, raw: bytes, folder: str = "INBOX") -> None:
        """It lies in the folder from now on."""
        self.box.put(folder, raw, self.clock.time)

    async def open(self, *subjects: str, ben: int = 0) -> None:
        """Customers write, the last `ben` of them to Ben, and digests are written."""
        await self.intake.scan_folders()
        await self.reminders.process_due()
        for n, subject in enumerate(subjects, 1):
            raw = (
                f"From: Customer {n} <c{n}@customer.example>\r\nTo: sales@example.com\r\nSubject: {subject}\r\n"
                f"Message-ID: <q{n}@customer.example>\r\n\r\nWhat does number {n} cost?\r\n"
            )
            self.put(raw.encode())
            await self.intake.scan_folders()
            self.clock.time += timedelta(seconds=1)
        with self.store.write_transaction() as tx:
            for inquiry in tx.inquiries.find_by_state()[len(subjects) - ben :]:
                tx.inquiries.save(
                    Inquiry(**{name: getattr(inquiry, name) for name in inquiry.__slots__} | {"owner": "ben"})
                )
        await self.remind(hours=7)

    async def remind(self, hours: int = 24) -> None:
        """Time goes by, and everybody gets a digest."""
        self.clock.time += timedelta(hours=hours)
        await self.reminders.process_due()

    def digest(self, recipient: str = ANNA) -> Letter:
        """The latest of this person."""
        with self.store.write_transaction() as tx:
            found = [each for each in tx.letters.list_by_state(set(LetterState)) if each.kind is LetterKind.DIGEST]
        return [each for each in found if each.recipient == recipient][-1]

    def text(self, digest: Letter) -> str:
        part = message_from_bytes(digest.data, policy=email_policy.default).get_body(("plain",))
        return part.get_content()

    def html(self, digest: Letter) -> str:
        part = message_from_bytes(digest.data, policy=email_policy.default).get_body(("html",))
        return part.get_content()

    def ref(self, digest: Letter) -> str:
        return next(line.removeprefix("Ref: ") for line in self.text(digest).splitlines() if line.startswith("Ref: "))

    async def deliver(self, raw: bytes) -> None:
        """It arrives in the inbox of sales@, a minute after the last one."""
        self.clock.time += timedelta(minutes=1)
        self.put(raw)
        await self.intake.scan_folders()

    def state(self) -> dict[int, tuple[Any, ...]]:
        """What commands can change."""
        with self.store.write_transaction() as tx:
            rows: dict[int, tuple[Any, ...]] = {
                each.number: (each.state, each.owner, each.next_nag_at, each.nags)
                for each in tx.inquiries.find_by_state()
            }
            rows[0] = tuple(sorted(tx.people.current_absences(self.clock.time).items()))
        return rows

    def states(self) -> list[str]:
        with self.store.write_transaction() as tx:
            return [str(each.state) for each in sorted(tx.inquiries.find_by_state(), key=lambda each: each.number)]

    def confirmations(self) -> list[Letter]:
        with self.store.write_transaction() as tx:
            letters = tx.letters.list_by_state(set(LetterState))
        return [each for each in letters if each.kind is LetterKind.CONFIRMATION]

    def said(self) -> str:
        """The text of the latest confirmation."""
        part = message_from_bytes(self.confirmations()[-1].data, policy=email_policy.default).get_body(("plain",))
        return part.get_content()


_serial = iter(range(10**9))


def reply(
    digest: Letter, body: str, sender: str = f"Anna <{ANNA}>", *, at: datetime, raw_body: str = "", **headers: str
) -> bytes:
    """An answer to a digest, as a mail program writes it. A header given as "" is left out."""
    n = next(_serial)
    fields = {
        "From": sender,
        "To": "sales@example.com",
        "Subject": "Re: 3 inquiries wait for an answer",
        "Date": f"{at:%a, %d %b %Y %H:%M:%S} +0000",
        "Message-ID": f"<reply{n}@example.com>",
        "In-Reply-To": f"<{digest.message_id}>",
        "References": f"<{digest.message_id}>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return (head + "\r\n" + (raw_body or body.replace("\n", "\r\n")) + "\r\n").encode()


MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Mailroom:
    """The mailbox sales@example.com of Anna and Ben, `minutes` passing with every message."""

    def __init__(self, **house: Any) -> None:
        self.store = house.pop("store", None) or Store("sqlite://")
        self.name = house.pop("name", "sales")
        self.now = MONDAY_MORNING
        self.uid = 0
        known = samples.us(people=frozenset({samples.ANNA.key, "ben@example.com"}), **house.pop("us", {}))
        rules = replace(policy(), mailbox=self.name, own_addresses=known, phrases=RULES.holding_phrases, **house)
        self.intake = Intake(
            IntakeConfig(samples.SALES, rules, RULES, TEMPLATES, poll_seconds=60.0),
            None,
            self.store,
            Clock(),
            b"k" * 32,  # type: ignore[arg-type]
        )

    def arrives(
        self, folder: str, raw: str | bytes, minutes: int = 10, flags: tuple[str, ...] = (), thread_id: str = ""
    ) -> tuple[str, str]:
        """The message is seen, and decided; the kind and the why of its line."""
        self.now += timedelta(minutes=minutes)
        self.uid += 1
        role = FolderRole.INBOX if folder == "INBOX" else FolderRole.SENT
        octets = raw if isinstance(raw, bytes) else textwrap.dedent(raw).strip().encode()
        place = Locator(self.name, folder, 1, self.uid)
        arrival = FetchedMessage(place, role, octets, self.now, len(octets), flags, thread_id)
        known = WatchedFolder(self.name, folder, role, 1, MONDAY_MORNING - timedelta(days=30), None)
        with self.store.write_transaction() as tx:
            self.intake.messages.process_arrival(
                tx, known, arrival, self.intake.messages.classify_arrival(arrival), self.now
            )
            where = (ledger.c.uid == place.uid, ledger.c.mailbox == self.name)
            row = tx.connection.execute(select(ledger.c.why, ledger.c.kind).where(*where)).one()
        return row.kind, row.why

    def asked(self, raw: str | bytes, **more: Any) -> tuple[str, str]:
        return self.arrives("INBOX", raw, **more)

    def sent(self, raw: str | bytes, **more: Any) -> tuple[str, str]:
        return self.arrives("Sent", raw, **more)

    @property
    def inquiries(self) -> list[Inquiry]:
        with self.store.write_transaction() as tx:
            return tx.inquiries.find_by_state()

    @property
    def inquiry(self) -> Inquiry:
        (only,) = self.inquiries
        return only

    def journal(self, number: int = 1) -> list[str]:
        with self.store.write_transaction() as tx:
            return [f"{each.event}: {each.text}" for each in tx.inquiries.journal_of(number)]

    @property
    def acknowledgements(self) -> list[Any]:
        with self.store.write_transaction() as tx:
            return [each for each in tx.letters.list_by_state(set(LetterState)) if each.inquiry]
