"""A house whose digests are answered: the real way in, reminders and store, and a mailbox in memory that does as it is told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from typing import Any
from zoneinfo import ZoneInfo

from tests.rows import always_open
from tests.rows import policy as mailbox_policy
from tests.shipped import RULES, TEMPLATES
from tests.simulation.virtual import Inline, VirtualClock
from watcher.core.inquiry.model import Inquiry
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.outbox.model import Letter, LetterKind, LetterState
from watcher.edge.imap.mailbox import FetchResult, FolderScan
from watcher.edge.store.store import Store
from watcher.service.answers import CommandConfig
from watcher.service.intake import Intake, IntakeConfig
from watcher.service.reminders import Person, ReminderConfig, Reminders

SALES = Address("sales@example.com", "Example Sales")
ANNA, PRIVATE, BEN = "anna@example.com", "anna.private@example.net", "ben@example.com"
KEY = b"k" * 32


class Box:
    """An inbox and a folder of sent mail."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._mails: dict[str, dict[int, tuple[bytes, datetime]]] = {"INBOX": {}, "Sent": {}}

    def put(self, raw: bytes, folder: str = "INBOX") -> None:
        self._mails[folder][len(self._mails[folder]) + 1] = (raw, self._clock.time)

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        return [("INBOX", FolderRole.INBOX), ("Sent", FolderRole.SENT)]

    async def scan_folder(self, folder: str) -> FolderScan:
        uids = frozenset(self._mails[folder])
        return FolderScan(folder=folder, uidvalidity=1, uids=uids, exists=len(uids))

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Collection[int]) -> FetchResult:
        role = FolderRole.SENT if folder == "Sent" else FolderRole.INBOX
        found = {uid: mail for uid, mail in self._mails[folder].items() if uid in uids}
        return FetchResult(
            arrivals=[
                FetchedMessage(Locator("sales", folder, uidvalidity, uid), role, raw, at, len(raw))
                for uid, (raw, at) in sorted(found.items())
            ],
            missing=set(),
        )

    async def close_connections(self) -> None:
        return None


class Answered:
    """Anna, whose deputy is Ben, and what waits for both of them."""

    def __init__(self, authserv_id: str | None = None) -> None:
        self.clock = VirtualClock()
        self.store = Store("sqlite://", Inline())
        self.box = Box(self.clock)
        us = OwnIdentity(frozenset({SALES.key}), frozenset({ANNA, PRIVATE, BEN}), authserv_id)
        rules, slots = mailbox_policy(own_addresses=us), (time(9), time(14))
        people = {
            "anna": Person("anna", Address(ANNA, "Anna"), slots, "ben", own_addresses=frozenset({ANNA, PRIVATE})),
            "ben": Person("ben", Address(BEN, "Ben"), slots, own_addresses=frozenset({BEN})),
        }
        commands = CommandConfig(people, {"sales": rules}, ZoneInfo("UTC"))
        setup = IntakeConfig(SALES, rules, RULES, TEMPLATES, 60.0, commands)
        self.intake = Intake(setup, self.box, self.store, self.clock, KEY)
        reminding = ReminderConfig(people, {"sales": rules}, {"sales": SALES}, always_open(), TEMPLATES)
        self.reminders = Reminders(reminding, self.store, self.clock, KEY, last_look=self._no_look)
        self.letters = 0

    async def _no_look(self, mailboxes: Collection[str]) -> None:
        return None

    async def open(self, *subjects: str, ben: int = 0) -> None:
        """Customers write, the last `ben` of them to Ben, and digests are written."""
        await self.intake.scan_folders()
        await self.reminders.process_due()
        for n, subject in enumerate(subjects, 1):
            raw = (
                f"From: Customer {n} <c{n}@customer.example>\r\nTo: sales@example.com\r\nSubject: {subject}\r\n"
                f"Message-ID: <q{n}@customer.example>\r\n\r\nWhat does number {n} cost?\r\n"
            )
            self.box.put(raw.encode())
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
        part = message_from_bytes(digest.data, policy=policy.default).get_body(("plain",))
        return part.get_content()

    def html(self, digest: Letter) -> str:
        part = message_from_bytes(digest.data, policy=policy.default).get_body(("html",))
        return part.get_content()

    def ref(self, digest: Letter) -> str:
        return next(line.removeprefix("Ref: ") for line in self.text(digest).splitlines() if line.startswith("Ref: "))

    async def deliver(self, raw: bytes) -> None:
        """It arrives in the inbox of sales@, a minute after the last one."""
        self.clock.time += timedelta(minutes=1)
        self.box.put(raw)
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
        part = message_from_bytes(self.confirmations()[-1].data, policy=policy.default).get_body(("plain",))
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


def quoted(text: str) -> str:
    """As mutt and most others quote."""
    return "On Tue, Nov 24, 2026 at 09:00:00AM +0000, Watcher for Example Sales wrote:\n" + "".join(
        f"> {line}\n" for line in text.splitlines()
    )


def alternative(plain: str, html: str) -> tuple[str, str]:
    """(content type, body) of a mail with both."""
    body = "".join(
        f"--b\nContent-Type: text/{kind}; charset=utf-8\n\n{text}\n"
        for kind, text in (("plain", plain), ("html", html))
        if text
    )
    return 'multipart/alternative; boundary="b"', f"{body}--b--\n"
