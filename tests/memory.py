"""A mailbox in memory, and the real intake on it: for histories too long for a server. No fault, no delivery: letters stay queued."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from tests.rows import always_open, policy
from tests.shipped import RULES, TEMPLATES
from tests.simulation.virtual import Inline
from watcher.core.message.model import MAX_FETCHED_OCTETS, Address, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.outbox.model import Letter, LetterState
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FetchResult, FolderScan
from watcher.edge.store.store import Store
from watcher.service.intake import Intake, IntakeConfig

KEY = b"k" * 32
ROLES = {"INBOX": FolderRole.INBOX, "Sent": FolderRole.SENT}


class StepClock(Clock):
    """Stands where it is put. Only `now` is made up: deadlines against a server are real."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class Shelf:
    """As a `Mailbox`: INBOX and Sent, and the server's size limit."""

    def __init__(self) -> None:
        self.mails: dict[str, dict[int, tuple[bytes, datetime]]] = defaultdict(dict)

    def put(self, folder: str, raw: bytes, at: datetime) -> None:
        self.mails[folder][len(self.mails[folder]) + 1] = (raw, at)

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        return list(ROLES.items())

    async def scan_folder(self, folder: str) -> FolderScan:
        uids = frozenset(self.mails[folder])
        return FolderScan(folder=folder, uidvalidity=1, uids=uids, exists=len(uids))

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Collection[int]) -> FetchResult:
        found = [(uid, *self.mails[folder][uid]) for uid in sorted(uids)]
        return FetchResult(
            arrivals=[
                FetchedMessage(Locator("sales", folder, 1, uid), ROLES[folder], raw[:MAX_FETCHED_OCTETS], at, len(raw))
                for uid, raw, at in found
            ],
            missing=set(),
        )

    async def close_connections(self) -> None:
        return None


class Desk:
    """The intake of one mailbox with everything it needs; the first look, at an empty mailbox, is `begin`."""

    def __init__(self, address: str, people: Iterable[str], at: datetime) -> None:
        self.shelf, self.clock = Shelf(), StepClock(at - timedelta(hours=1))
        self.store = Store("sqlite://", Inline())
        us = OwnIdentity(frozenset({address.casefold()}), frozenset(each.casefold() for each in people))
        setup = IntakeConfig(
            Address(address, "Support"),
            policy(hours=always_open(), own_addresses=us),
            RULES,
            TEMPLATES,
            poll_seconds=60.0,
        )
        self.intake = Intake(setup, self.shelf, self.store, self.clock, KEY)  # type: ignore[arg-type]
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
