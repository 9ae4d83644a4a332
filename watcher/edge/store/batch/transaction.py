"""The transaction of a batch: every repository on the hot road keeps what it knows, the others go to the database as ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from watcher.edge.store import tables
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.inquiries import BatchInquiryRepository
from watcher.edge.store.batch.ledger import BatchLedgerRepository
from watcher.edge.store.batch.letters import BatchLetterRepository
from watcher.edge.store.batch.reviews import BatchReviewRepository
from watcher.edge.store.batch.threads import BatchThreadRepository
from watcher.edge.store.store import Transaction


@dataclass
class ExpectedKeys:
    """By what a batch will ask, probably: then it is asked for all at once. What is missing here is asked for by itself."""

    fingerprints: set[str] = field(default_factory=set)
    message_ids: set[str] = field(default_factory=set)  # of the messages
    referred_ids: set[str] = field(default_factory=set)  # that they answer or report
    thread_keys: set[str] = field(default_factory=set)
    reply_keys: set[str] = field(default_factory=set)  # under which replies may wait for them
    letter_keys: set[str] = field(default_factory=set)
    customers: set[str] = field(default_factory=set)  # `Address.key`
    people: set[str] = field(default_factory=set)  # `Address.person_key`


class BatchTransaction(Transaction):
    """A transaction within a transaction: `flush` writes what waits. StoreError: of the whole nothing is kept."""

    def __init__(self, direct: Connection) -> None:
        self._behind = WriteBehindConnection(direct)
        super().__init__(cast(Connection, self._behind))
        self.ledger: BatchLedgerRepository = BatchLedgerRepository(self._behind)
        self.inquiries: BatchInquiryRepository = BatchInquiryRepository(self._behind)
        self.letters: BatchLetterRepository = BatchLetterRepository(self._behind)
        self.reviews: BatchReviewRepository = BatchReviewRepository(self._behind)
        self.threads: BatchThreadRepository = BatchThreadRepository(self._behind, self.inquiries.load_expected)
        self.letters.flush_inquiries = self.inquiries.flush
        self.inquiries.on_dismissal = self.reviews.forget_promoted
        self.inquiries.on_addition = self.threads.note_new_inquiry
        self._instants: dict[tuple[str, ...], tuple[datetime | None, ...]] = {}
        self._behind.flush = self.flush
        self._behind.forget_when_changed(frozenset({tables.meta}), self._instants.clear)

    def load_expected(self, keys: ExpectedKeys) -> None:
        """What will be asked for, probably."""
        ids = keys.message_ids | keys.referred_ids
        self.ledger.load_expected(keys.fingerprints, keys.message_ids)
        self.letters.load_expected(ids, keys.people)
        self.letters.expect_keys(keys.letter_keys)
        self.threads.load_expected(keys.thread_keys, ids, keys.reply_keys, keys.message_ids | keys.fingerprints)
        self.inquiries.expect_customers(keys.customers)
        self.reviews.load_expected(keys.customers)

    def get_meta_instants(self, *keys: str) -> tuple[datetime | None, ...]:
        """As in any transaction (UTC); asked of the database once."""
        if keys not in self._instants:
            self._instants[keys] = super().get_meta_instants(*keys)
        return self._instants[keys]

    def flush(self) -> None:
        """Writes what waits, whatever others refer to first."""
        self.inquiries.flush()
        self.ledger.flush()
        self.reviews.flush()
        self.letters.flush()
        self.threads.flush()


@contextmanager
def open_batch(tx: Transaction) -> Iterator[BatchTransaction]:
    """Inside the transaction `tx`, which must not be used until it is over. What waits is written at the end, unless the block raises."""
    batch = BatchTransaction(tx.connection)
    batch.waits, batch.when_kept = tx.waits, tx.when_kept
    yield batch
    batch.flush()
