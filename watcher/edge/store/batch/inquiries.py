"""Inquiries and their journal in a batch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, insert

from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows
from watcher.edge.store.batch.numbers import RowNumbers
from watcher.edge.store.inquiries import (
    INSERT_JOURNAL,
    UPDATE_BY_NUMBER,
    InquiryRepository,
    inquiry_from_row,
    inquiry_values,
)
from watcher.edge.store.tables import inquiry

_INSERT = insert(inquiry)
#: What a customer's past consists of; only a change to or from one of these can change it.
_STATES_OF_THE_PAST = {InquiryState.ANSWERED, InquiryState.DONE, InquiryState.DISMISSED}


class BatchInquiryRepository(InquiryRepository):
    """Inquiries are read once, found in memory, and stored at the end as they are then."""

    def __init__(self, connection: WriteBehindConnection) -> None:
        super().__init__(cast(Connection, connection))
        self._direct = connection.direct
        self._by_number: KnownRows[int, Inquiry | None] = KnownRows(self._load, _nothing)
        # These two depend on the states of many inquiries: what waits is written before they are asked for.
        self._dealt_with: KnownRows[str, bool] = KnownRows(self._load_dealt_with, bool)
        self._dismissed: KnownRows[str, tuple[int, ...]] = KnownRows(super().dismissed_by_customer, tuple)
        self._numbers = RowNumbers(connection.direct, inquiry, connection.highest_numbers)
        self._added: dict[int, dict[str, Any]] = {}
        self._changed: dict[int, dict[str, Any]] = {}
        self._journal: list[dict[str, Any]] = []
        #: Called when an inquiry is, or was, one that a person dismissed.
        self.on_dismissal: Callable[[], None] = lambda: None
        #: Called with the number of an inquiry that is new.
        self.on_addition: Callable[[int], None] = lambda number: None
        connection.forget_when_changed(frozenset({inquiry}), self._forget)

    def _load(self, numbers: list[int]) -> dict[int, Inquiry | None]:
        waiting = self._added | self._changed
        found: dict[int, Inquiry | None] = {n: inquiry_from_row(waiting[n]) for n in numbers if n in waiting}
        stored = [number for number in numbers if number not in waiting]
        found.update((value.number, value) for value in InquiryRepository(self._direct).get_many(stored))
        return found

    def _load_dealt_with(self, customers: list[str]) -> dict[str, bool]:
        """And what was dismissed, which will be asked for next."""
        dealt_with, dismissed = super().past_of_customers(customers)
        self._dismissed.note_found(customers, dismissed)
        return dict.fromkeys(dealt_with, True)

    def load_expected(self, numbers: Iterable[int]) -> None:
        """These may be asked for."""
        self._by_number.load_expected(numbers)

    def expect_customers(self, customers: Collection[str]) -> None:
        """Mail of these is coming; case-folded."""
        self._dealt_with.load_expected(customers)
        self._dismissed.load_expected(customers)

    def get(self, number: int) -> Inquiry | None:
        """As the repository, of what is in memory."""
        return self._by_number[number]

    def get_many(self, numbers: Collection[int]) -> list[Inquiry]:
        """As the repository, of what is in memory."""
        found = (self._by_number[number] for number in sorted(set(numbers)))
        return [value for value in found if value is not None]

    def has_dealt_with(self, customer: str) -> bool:
        """As the repository, of what is in memory."""
        return self._dealt_with[customer]

    def find_dismissed(self, customer: str) -> tuple[int, ...]:
        """As the repository, of what is in memory."""
        return self._dismissed[customer]

    def save(self, value: Inquiry) -> Inquiry:
        """As the repository; stored at the end."""
        values = inquiry_values(value)
        before = None
        if value.number:
            number, before = value.number, self._by_number[value.number]
            waiting = self._added if value.number in self._added else self._changed
        else:
            number, waiting = self._numbers.take(), self._added
            value = replace(value, number=number)
            self.on_addition(number)
        waiting[number] = {"number": number, **values}
        self._by_number.forget([number])  # most are not asked for again: who asks gets what the database would give
        self._note_past(before, value)
        return value

    def add_to_journal(self, number: int, at: datetime, entries: Iterable[tuple[str, str]]) -> None:
        """As the repository; stored at the end, in this order."""
        self._journal += [{"inquiry": number, "at": at, "event": event, "text": text} for event, text in entries]

    def flush(self) -> None:
        """Stores what waits."""
        added, changed, lines = list(self._added.values()), list(self._changed.values()), self._journal
        self._added, self._changed, self._journal = {}, {}, []
        if added:
            self._direct.execute(_INSERT, added)
        if changed:
            self._direct.execute(UPDATE_BY_NUMBER, [{"n": row.pop("number"), **row} for row in changed])
        if lines:
            self._direct.execute(INSERT_JOURNAL, lines)

    def _note_past(self, before: Inquiry | None, after: Inquiry) -> None:
        states = {after.state, *([before.state] if before is not None else [])}
        if not states & _STATES_OF_THE_PAST:
            return
        for customer in {after.customer, *([before.customer] if before is not None else [])}:
            names = (customer.casefold(), customer.lower(), customer)
            self._dealt_with.forget(names)
            self._dismissed.forget(names)
        if InquiryState.DISMISSED in states:
            self.on_dismissal()

    def _forget(self) -> None:
        for rows in (self._by_number, self._dealt_with, self._dismissed):
            rows.forget()
        self._numbers.forget()


def _nothing() -> None:
    return None
