"""The outbox in a batch: letters are queued, and found by key, id and person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, insert

from watcher.core.message.model import Address
from watcher.core.outbox.model import Letter, LetterKind
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows
from watcher.edge.store.batch.numbers import RowNumbers
from watcher.edge.store.customer_letters import may_reach_customer
from watcher.edge.store.letters import LetterRepository, changeable_values, letter_values
from watcher.edge.store.tables import letter, stored_key

_INSERT = insert(letter)


class BatchLetterRepository(LetterRepository):
    """Letters are queued at the end."""

    def __init__(self, connection: WriteBehindConnection) -> None:
        super().__init__(cast(Connection, connection))
        self._direct = connection.direct
        self._database = LetterRepository(connection.direct)
        self._by_message_id: KnownRows[str, Letter | None] = KnownRows(self._load_by_message_id, _nothing)
        self._has_key: KnownRows[str, bool] = KnownRows(
            lambda keys: dict.fromkeys(self._database.existing_keys(keys), True), bool
        )
        self._people: set[str] = set()
        self._counts_to: dict[tuple[LetterKind, datetime], KnownRows[str, int]] = {}
        self._counts_from: dict[tuple[str, datetime], int] = {}
        self._numbers = RowNumbers(connection.direct, letter, connection.highest_numbers, may_skip=True)
        self._waiting: dict[int, dict[str, Any]] = {}
        #: What this batch has queued, as it was then.
        self.queued: list[Letter] = []
        #: Stores what became of inquiries.
        self.flush_inquiries: Callable[[], None] = lambda: None
        connection.forget_when_changed(frozenset({letter}), self._forget)

    def _load_by_message_id(self, ids: list[str]) -> Mapping[str, Letter]:
        """And by the keys that will be asked for next."""
        keys = self._has_key.list_unknown()
        if not keys:
            return self._database.letters_by_message_id(ids)
        letters = self._database.letters_by_id_or_key(ids, keys)
        self._has_key.note_found(keys, {value.key: True for value in letters})
        return {value.message_id: value for value in letters}

    def load_expected(self, message_ids: Iterable[str], people: Iterable[str]) -> None:
        """Mail that has or names these ids is coming, and from these people (`Address.person_key`)."""
        self._by_message_id.load_expected(map(stored_key, message_ids))
        self._people.update(people)

    def expect_keys(self, keys: Iterable[str]) -> None:
        """Letters with these keys may be queued."""
        self._has_key.load_expected(map(stored_key, keys))

    def has_key(self, key: str) -> bool:
        """As the repository, of what is in memory."""
        return self._has_key[stored_key(key)]

    def find_by_message_id(self, ids: Sequence[str]) -> Letter | None:
        """As the repository, of what is in memory."""
        found = (self._by_message_id[stored_key(message_id)] for message_id in ids)
        return next((value for value in found if value is not None), None)

    def add_to_queue(self, value: Letter) -> Letter | None:
        """As the repository; stored at the end."""
        if self.has_key(value.key):
            return None
        queued = replace(value, id=self._numbers.take())
        self._waiting[queued.id] = {"id": queued.id, **letter_values(queued)}
        self.queued.append(queued)
        self._has_key[stored_key(queued.key)] = True
        self._by_message_id[stored_key(queued.message_id)] = queued
        person = Address(queued.recipient).person_key
        for (kind, since), counts in self._counts_to.items():
            if kind is queued.kind and person in counts and may_reach_customer(queued, since):
                counts[person] += 1
        for mailbox, since in self._counts_from:
            if mailbox == queued.mailbox and may_reach_customer(queued, since):
                self._counts_from[mailbox, since] += 1
        return queued

    def update_if_unchanged(self, old: Letter, new: Letter) -> bool:
        """As the repository, also of what is stored at the end."""
        waiting = self._waiting.get(old.id)
        if waiting is None:
            return super().update_if_unchanged(old, new)
        if (waiting["state"], waiting["attempts"]) != (old.state, old.attempts):
            return False
        waiting.update(changeable_values(new))
        self._by_message_id[stored_key(new.message_id)] = new
        if new.state is not old.state:
            self._counts_to.clear()
            self._counts_from.clear()
        return True

    def acknowledgement_rates(self, value: Letter, domain: str, now: datetime) -> dict[str, Any]:
        """As the repository. What is stored at the end was not offered by anybody; what came back may be among it."""
        self.flush_inquiries()
        return self._database.acknowledgement_rates(value, domain, now)

    def count_to_customer(self, kind: LetterKind, person_key: str, since: datetime) -> int:
        """As the repository, of what is in memory."""
        if (kind, since) not in self._counts_to:
            count = super().count_to_people
            self._counts_to[kind, since] = KnownRows(lambda people: count(kind, people, since), int)
            self._counts_to[kind, since].load_expected(self._people)
        return self._counts_to[kind, since][person_key]

    def count_to_customers_from(self, mailbox: str, since: datetime) -> int:
        """As the repository, of what is in memory."""
        if (mailbox, since) not in self._counts_from:
            self._counts_from[mailbox, since] = super().count_to_customers_from(mailbox, since)
        return self._counts_from[mailbox, since]

    def flush(self) -> None:
        """Queues what waits."""
        if self._waiting:
            rows, self._waiting = self._waiting, {}
            self._direct.execute(_INSERT, list(rows.values()))

    def _forget(self) -> None:
        self._by_message_id.forget()
        self._has_key.forget()
        self._counts_to.clear()
        self._counts_from.clear()
        self._numbers.forget()


def _nothing() -> None:
    return None
