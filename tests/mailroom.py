"""Raw messages into the real way in and the real store, one at a time: what became of the inquiries?"""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from tests.cast import ANNA, SALES, us
from tests.rows import policy
from tests.shipped import RULES, TEMPLATES
from watcher.core.inquiry.model import Inquiry
from watcher.core.message.model import FetchedMessage, FolderRole, Locator
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import Clock
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Store
from watcher.edge.store.tables import ledger
from watcher.service.intake import Intake, IntakeConfig

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Mailroom:
    """The mailbox sales@example.com of Anna and Ben, `minutes` passing with every message."""

    def __init__(self, **house: Any) -> None:
        self.store = house.pop("store", None) or Store("sqlite://")
        self.name = house.pop("name", "sales")
        self.now = MONDAY
        self.uid = 0
        known = us(people=frozenset({ANNA.key, "ben@example.com"}), **house.pop("us", {}))
        rules = replace(policy(), mailbox=self.name, own_addresses=known, phrases=RULES.holding_phrases, **house)
        self.intake = Intake(
            IntakeConfig(SALES, rules, RULES, TEMPLATES, poll_seconds=60.0),
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
        known = WatchedFolder(self.name, folder, role, 1, MONDAY - timedelta(days=30), None)
        with self.store.write_transaction() as tx:
            self.intake._decide_message(tx, known, arrival, self.intake._classify_arrival(arrival), self.now)
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
