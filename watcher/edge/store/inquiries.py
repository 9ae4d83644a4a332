"""SQL about inquiries and their journal."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)

from watcher.core.inquiry.model import Inquiry, InquiryState, JournalNote, ProblemKind, ReplyProof, Response
from watcher.edge.store.statements import without_index, words_of
from watcher.edge.store.tables import inquiry, insert_row, journal

_SELECT_BY_NUMBER = select(inquiry).where(inquiry.c.number == bindparam("n"))
_SELECT_BY_NUMBERS = (
    select(inquiry).where(inquiry.c.number.in_(bindparam("numbers", expanding=True))).order_by(inquiry.c.number)
)
_SELECT_ALL = select(inquiry).order_by(inquiry.c.opened_at, inquiry.c.number)
_SELECT_IN_STATES = _SELECT_ALL.where(inquiry.c.state.in_(bindparam("states", expanding=True)))
_NOW_PARAMETER: BindParameter[datetime] = bindparam("now")
_IS_WAITING = inquiry.c.state == InquiryState.WAITING
_IS_DUE_TO_WAKE = (inquiry.c.state == InquiryState.SNOOZED) & (inquiry.c.next_nag_at <= _NOW_PARAMETER)
_IS_DUE_TO_ESCALATE = _IS_WAITING & (inquiry.c.escalate_at <= _NOW_PARAMETER)
_IS_DUE_FOR_URGENT_MAIL = _IS_WAITING & (inquiry.c.urgent_at <= _NOW_PARAMETER)
_IS_DUE_TO_RENEW = _IS_WAITING & (inquiry.c.renew_at <= _NOW_PARAMETER)
_SELECT_WAITING = _SELECT_ALL.where(_IS_WAITING)
_SELECT_ANY_DUE = (
    select(inquiry.c.number)
    .where(or_(_IS_DUE_TO_WAKE, _IS_DUE_TO_ESCALATE, _IS_DUE_FOR_URGENT_MAIL, _IS_DUE_TO_RENEW))
    .limit(1)
)
_SELECT_DUE_TO_WAKE = select(inquiry).where(_IS_DUE_TO_WAKE)
_SELECT_DUE_TO_ESCALATE = select(inquiry).where(_IS_DUE_TO_ESCALATE).order_by(inquiry.c.number)
_SELECT_DUE_FOR_URGENT_MAIL = select(inquiry).where(_IS_DUE_FOR_URGENT_MAIL).order_by(inquiry.c.number)
_SELECT_DUE_TO_RENEW = select(inquiry).where(_IS_DUE_TO_RENEW).order_by(inquiry.c.number)
_CUSTOMER = func.lower(inquiry.c.customer)
_STATE_OF_CUSTOMERS = without_index(inquiry.c.state)
_IS_OF_CUSTOMERS = _CUSTOMER.in_(bindparam("customers", expanding=True))
_SELECT_DEALT_WITH = (
    select(_CUSTOMER)
    .where(_IS_OF_CUSTOMERS, _STATE_OF_CUSTOMERS.in_(words_of((InquiryState.ANSWERED, InquiryState.DONE))))
    .distinct()
)
_SELECT_DISMISSED = (
    select(_CUSTOMER.label("customer"), inquiry.c.number)
    .where(
        _IS_OF_CUSTOMERS,
        _STATE_OF_CUSTOMERS == InquiryState.DISMISSED,
        inquiry.c.problem_kind != ProblemKind.MERGED,
    )
    .order_by(inquiry.c.number)
)
#: Both at once; 0 is the number of what was dealt with.
_SELECT_PAST = union_all(
    _SELECT_DEALT_WITH.with_only_columns(_CUSTOMER.label("customer"), literal_column("0", Integer).label("number")),
    _SELECT_DISMISSED.order_by(None),
)
#: The journal too: a customer who writes again takes the answer off their inquiry, and it was seen all the same.
_SELECT_ANSWERED = (
    select(inquiry.c.number)
    .where(
        inquiry.c.mailbox == bindparam("mailbox"),
        or_(
            inquiry.c.answered_at.is_not(None),
            exists().where(journal.c.inquiry == inquiry.c.number, journal.c.event == InquiryState.ANSWERED),
        ),
    )
    .limit(1)
)
UPDATE_BY_NUMBER = update(inquiry).where(inquiry.c.number == bindparam("n"))
INSERT_JOURNAL = insert(journal)
_SELECT_JOURNAL = select(journal).where(journal.c.inquiry == bindparam("n")).order_by(journal.c.id)
_COUNT_OPENED_SINCE = select(
    func.count().label("inquiries"),
    func.coalesce(func.sum(case((inquiry.c.problem_kind == ProblemKind.UNREADABLE, 1), else_=0)), 0).label(
        "unreadable"
    ),
).where(inquiry.c.opened_at > bindparam("since"))


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of an inquiry's journal. `at`: UTC; `event`: a word for programs; `text`: a sentence for people."""

    at: datetime
    event: str
    text: str


class InquiryRepository:
    """Rows ↔ `Inquiry`. Instants go in aware and come out in UTC; every method raises StoreError where the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get(self, number: int) -> Inquiry | None:
        """The inquiry with this number; None where there is none."""
        row = self._c.execute(_SELECT_BY_NUMBER, {"n": number}).first()
        return inquiry_from_row(row._mapping) if row else None

    def get_many(self, numbers: Collection[int]) -> list[Inquiry]:
        """Those of these inquiries that are there, by number."""
        if not numbers:
            return []
        rows = self._c.execute(_SELECT_BY_NUMBERS, {"numbers": list(numbers)})
        return [inquiry_from_row(row._mapping) for row in rows]

    def has_dealt_with(self, customer: str) -> bool:
        """Has a person answered or settled an inquiry of this customer? `customer`: case-folded."""
        return bool(self.customers_dealt_with([customer]))

    def customers_dealt_with(self, customers: Collection[str]) -> set[str]:
        """Those of these customers of whom a person has answered or settled an inquiry. `customers`: case-folded."""
        return set(self._c.scalars(_SELECT_DEALT_WITH, {"customers": list(customers)}))

    def find_dismissed(self, customer: str) -> tuple[int, ...]:
        """The inquiries of this customer of which a person said that they are none. `customer`: case-folded."""
        return self.dismissed_by_customer([customer]).get(customer, ())

    def dismissed_by_customer(self, customers: Collection[str]) -> dict[str, tuple[int, ...]]:
        """The same of several, for those that have any."""
        found: dict[str, tuple[int, ...]] = {}
        for row in self._c.execute(_SELECT_DISMISSED, {"customers": list(customers)}):
            found[row.customer] = (*found.get(row.customer, ()), row.number)
        return found

    def past_of_customers(self, customers: Collection[str]) -> tuple[set[str], dict[str, tuple[int, ...]]]:
        """What `customers_dealt_with` and `dismissed_by_customer` say, by one query."""
        dealt_with: set[str] = set()
        dismissed: dict[str, tuple[int, ...]] = {}
        for customer, number in sorted(
            tuple(row) for row in self._c.execute(_SELECT_PAST, {"customers": list(customers)})
        ):
            if number:
                dismissed[customer] = (*dismissed.get(customer, ()), number)
            else:
                dealt_with.add(customer)
        return dealt_with, dismissed

    def open_by_customer(self, customers: Collection[str]) -> dict[str, int]:
        """Customer (case-folded) → the oldest inquiry of theirs that waits or is snoozed, for those of these who have one."""
        found: dict[str, int] = {}
        states = (InquiryState.WAITING, InquiryState.SNOOZED)
        query = select(func.lower(inquiry.c.customer), inquiry.c.number).where(inquiry.c.state.in_(states))
        for customer, number in self._c.execute(query.order_by(inquiry.c.number)):
            if customer in customers:
                found.setdefault(customer, number)
        return found

    def oldest_open_instant(self) -> datetime | None:
        """When the oldest inquiry that waits or is snoozed was opened (UTC); None: there is none."""
        states = (InquiryState.WAITING, InquiryState.SNOOZED)
        found: datetime | None = self._c.scalar(
            select(func.min(inquiry.c.opened_at)).where(inquiry.c.state.in_(states))
        )
        return found

    def has_answered(self, mailbox: str) -> bool:
        """Was a reply to any inquiry of this mailbox ever seen, wherever it lay?"""
        return self._c.execute(_SELECT_ANSWERED, {"mailbox": mailbox}).first() is not None

    def find_by_state(self, states: Collection[InquiryState] | None = None) -> list[Inquiry]:
        """All in these states (all there are for None), the oldest first."""
        rows = (
            self._c.execute(_SELECT_ALL)
            if states is None
            else self._c.execute(_SELECT_IN_STATES, {"states": sorted(states)})
        )
        return [inquiry_from_row(row._mapping) for row in rows]

    def numbers_opened(self, since: datetime, until: datetime) -> Iterator[int]:
        """The numbers of those that were opened from `since` to before `until` (UTC), the oldest first, and by their Message-IDs where
        several were opened at once. They are read as somebody asks for them."""
        opened = select(inquiry.c.number).where(inquiry.c.opened_at >= since, inquiry.c.opened_at < until)
        order = (inquiry.c.opened_at, inquiry.c.message_id, inquiry.c.number)
        return iter(self._c.scalars(opened.order_by(*order).execution_options(yield_per=1000)))

    def list_waiting(self) -> list[Inquiry]:
        """All that wait, the oldest first."""
        return [inquiry_from_row(row._mapping) for row in self._c.execute(_SELECT_WAITING)]

    def has_due_change(self, now: datetime) -> bool:
        """Is there any whose snooze is over, or that goes further up, rings or has its promise renewed now?"""
        return self._c.execute(_SELECT_ANY_DUE, {"now": now}).first() is not None

    def due_to_wake(self, now: datetime) -> list[Inquiry]:
        """Those whose snooze ends at `now` (UTC) or did before."""
        return [inquiry_from_row(row._mapping) for row in self._c.execute(_SELECT_DUE_TO_WAKE, {"now": now})]

    def due_to_escalate(self, now: datetime) -> list[Inquiry]:
        """Those that wait and go further up at `now` (UTC) or should have before."""
        return [inquiry_from_row(row._mapping) for row in self._c.execute(_SELECT_DUE_TO_ESCALATE, {"now": now})]

    def due_for_urgent_mail(self, now: datetime) -> list[Inquiry]:
        """Those that wait and ring at once, at `now` (UTC) or before."""
        return [inquiry_from_row(row._mapping) for row in self._c.execute(_SELECT_DUE_FOR_URGENT_MAIL, {"now": now})]

    def due_to_renew(self, now: datetime) -> list[Inquiry]:
        """Those that wait and whose promise may be renewed at `now` (UTC), or might have been before."""
        return [inquiry_from_row(row._mapping) for row in self._c.execute(_SELECT_DUE_TO_RENEW, {"now": now})]

    def save(self, value: Inquiry) -> Inquiry:
        """Inserts (number 0) or updates; returns it with its number. StoreError: nothing of the transaction is kept."""
        values = inquiry_values(value)
        if value.number == 0:
            return replace(value, number=insert_row(self._c, inquiry, values))
        self._c.execute(UPDATE_BY_NUMBER, {"n": value.number, **values})
        return value

    def save_with_journal(self, value: Inquiry, notes: Iterable[JournalNote], now: datetime) -> Inquiry:
        """`save`, and what its journal says of the change."""
        saved = self.save(value)
        self.add_to_journal(saved.number, now, [(note.event, note.text) for note in notes])
        return saved

    def add_to_journal(self, number: int, at: datetime, entries: Iterable[tuple[str, str]]) -> None:
        """Appends (event, text), all with this instant (UTC)."""
        rows = [{"inquiry": number, "at": at, "event": event, "text": text} for event, text in entries]
        if rows:
            self._c.execute(INSERT_JOURNAL, rows)

    def journal_of(self, number: int) -> list[JournalEntry]:
        """The lines of one inquiry in the order they were written; [] where there are none."""
        rows = self._c.execute(_SELECT_JOURNAL, {"n": number})
        return [JournalEntry(row.at, row.event, row.text) for row in rows]

    def journal_entries_after(self, number: int) -> list[tuple[int, int, JournalEntry]]:
        """Lines after line `number`, with their own numbers and inquiries."""
        rows = self._c.execute(select(journal).where(journal.c.id > number).order_by(journal.c.id))
        return [(row.id, row.inquiry, JournalEntry(row.at, row.event, row.text)) for row in rows]

    def count_opened_since(self, since: datetime) -> tuple[int, int]:
        """How many were opened after `since` (UTC), and how many of these could not be read."""
        row = self._c.execute(_COUNT_OPENED_SINCE, {"since": since}).one()
        return row.inquiries, row.unreadable


def inquiry_values(value: Inquiry) -> dict[str, Any]:
    evidence, hint = value.reply_proof, value.possible_answer
    return {
        "mailbox": value.mailbox,
        "state": value.state,
        "customer": value.customer,
        "customer_name": value.customer_name,
        "reach": " ".join(value.reach),
        "subject": value.subject,
        "message_id": value.message_id,
        "fingerprint": value.fingerprint,
        "opened_at": value.opened_at,
        "owner": value.owner,
        "ladder": value.ladder,
        "promise_at": value.promise_at,
        "next_nag_at": value.next_nag_at,
        "nags": value.nags,
        "escalated": value.escalated,
        "waiting_since": value.waiting_since,
        "last_customer_at": value.last_customer_at,
        "last_customer_id": value.last_customer_id,
        "language": value.language,
        "excerpt": value.excerpt,
        "tags": json.dumps(value.tags),
        "ack_reason": value.ack_reason,
        "answered_by": evidence.by if evidence else None,
        "answered_with": evidence.message_id if evidence else None,
        "answered_at": evidence.at if evidence else None,
        "answered_how": evidence.how if evidence else None,
        "problem_kind": value.problem_kind,
        "problem": value.problem,
        "hinted_by": hint.by if hint else None,
        "hinted_with": hint.message_id if hint else None,
        "hinted_at": hint.at if hint else None,
        "hinted_how": hint.how if hint else None,
        "settled_at": value.settled_at,
        "disputed_at": value.disputed_at,
        "nagged_at": value.nagged_at,
        "escalate_at": value.escalate_at,
        "urgent_at": value.urgent_at,
        "first_promise_at": value.first_promise_at,
        "responses": _responses_text(value.responses),
        "renew_at": value.renew_at,
        "renewed_promise_at": value.renewed_promise_at,
    }


def inquiry_from_row(row: Any) -> Inquiry:
    values = dict(row)
    evidence, hint = _reply_proof_from_row(values, "answered"), _reply_proof_from_row(values, "hinted")
    return Inquiry(
        **{
            **values,
            "state": InquiryState(values["state"]),
            "problem_kind": ProblemKind(values["problem_kind"]),
            "reach": tuple(values["reach"].split()),
            "tags": tuple(json.loads(values["tags"])),
            "responses": _responses_from_text(values["responses"]),
        },
        reply_proof=evidence,
        possible_answer=hint,
    )


def _reply_proof_from_row(values: dict[str, Any], prefix: str) -> ReplyProof | None:
    by, message_id, at, how = (values.pop(f"{prefix}_{name}") for name in ("by", "with", "at", "how"))
    return ReplyProof(by, message_id, at, how) if at is not None else None


def _responses_text(responses: Iterable[Response] | None) -> str | None:
    """Instants in ISO 8601, the time in seconds of opening time."""
    if responses is None:
        return None
    rows = [
        (
            response.asked_at.isoformat(),
            response.answered_at.isoformat(),
            response.opening_time.total_seconds() if response.opening_time is not None else None,
            response.is_first,
        )
        for response in responses
    ]
    return json.dumps(rows)


def _responses_from_text(text: str | None) -> tuple[Response, ...] | None:
    if text is None:
        return None
    return tuple(
        Response(
            datetime.fromisoformat(asked),
            datetime.fromisoformat(answered),
            timedelta(seconds=seconds) if seconds is not None else None,
            is_first,
        )
        for asked, answered, seconds, is_first in json.loads(text)
    )
