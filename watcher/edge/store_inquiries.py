"""SQL about inquiries and their journal."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from watcher.core.model import Evidence, Inquiry, State
from watcher.edge.tables import inquiry, inserted, journal


@dataclass(frozen=True, slots=True)
class JournalLine:
    at: datetime
    event: str
    text: str


class Inquiries:
    """Rows ↔ `Inquiry`."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def get(self, number: int) -> Inquiry | None:
        row = self._c.execute(select(inquiry).where(inquiry.c.number == number)).first()
        return _inquiry(row._mapping) if row else None

    def find(self, states: Collection[State] | None = None) -> list[Inquiry]:
        """All in these states (all there are for None), the oldest first."""
        query = select(inquiry).order_by(inquiry.c.opened_at, inquiry.c.number)
        if states is not None:
            query = query.where(inquiry.c.state.in_(sorted(states)))
        return [_inquiry(row._mapping) for row in self._c.execute(query)]

    def waiting_for(self, owners: Collection[str], escalated_from: Collection[str] = ()) -> list[Inquiry]:
        """What waits with these people, and what was escalated from those."""
        mine = inquiry.c.owner.in_(sorted(owners))
        up = inquiry.c.owner.in_(sorted(escalated_from)) & inquiry.c.escalated
        query = select(inquiry).where(inquiry.c.state == State.WAITING, or_(mine, up))
        return [_inquiry(row._mapping) for row in self._c.execute(query.order_by(inquiry.c.waiting_since))]

    def snoozed_until(self, now: datetime) -> list[Inquiry]:
        """Whose snooze is over."""
        query = select(inquiry).where(inquiry.c.state == State.SNOOZED, inquiry.c.next_nag_at <= now)
        return [_inquiry(row._mapping) for row in self._c.execute(query)]

    def save(self, value: Inquiry) -> Inquiry:
        """Inserts (number 0) or updates; returns it with its number."""
        values = _values(value)
        if value.number == 0:
            return replace(value, number=inserted(self._c, inquiry, values))
        self._c.execute(update(inquiry).where(inquiry.c.number == value.number).values(**values))
        return value

    def add_to_journal(self, number: int, at: datetime, entries: Iterable[tuple[str, str]]) -> None:
        rows = [{"inquiry": number, "at": at, "event": event, "text": text} for event, text in entries]
        if rows:
            self._c.execute(insert(journal), rows)

    def journal_of(self, number: int) -> list[JournalLine]:
        rows = self._c.execute(select(journal).where(journal.c.inquiry == number).order_by(journal.c.id))
        return [JournalLine(row.at, row.event, row.text) for row in rows]

    def journal_since(self, number: int) -> list[tuple[int, int, JournalLine]]:
        """Lines after line `number`, with their own numbers and inquiries."""
        rows = self._c.execute(select(journal).where(journal.c.id > number).order_by(journal.c.id))
        return [(row.id, row.inquiry, JournalLine(row.at, row.event, row.text)) for row in rows]

    def opened_since(self, since: datetime) -> int:
        return self._c.scalar(select(func.count()).where(inquiry.c.opened_at > since)) or 0

    def unreadable_since(self, since: datetime) -> int:
        query = select(func.count()).where(inquiry.c.opened_at > since, inquiry.c.problem.startswith("unreadable"))
        return self._c.scalar(query) or 0


def _values(value: Inquiry) -> dict[str, Any]:
    evidence, hint = value.evidence, value.hint
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
        "problem": value.problem,
        "hinted_by": hint.by if hint else None,
        "hinted_with": hint.message_id if hint else None,
        "hinted_at": hint.at if hint else None,
        "hinted_how": hint.how if hint else None,
        "settled_at": value.settled_at,
        "disputed_at": value.disputed_at,
    }


def _inquiry(row: Any) -> Inquiry:
    values = dict(row)
    evidence, hint = _evidence(values, "answered"), _evidence(values, "hinted")
    return Inquiry(
        **{
            **values,
            "state": State(values["state"]),
            "reach": tuple(values["reach"].split()),
            "tags": tuple(json.loads(values["tags"])),
        },
        evidence=evidence,
        hint=hint,
    )


def _evidence(values: dict[str, Any], prefix: str) -> Evidence | None:
    by, message_id, at, how = (values.pop(f"{prefix}_{name}") for name in ("by", "with", "at", "how"))
    return Evidence(by, message_id, at, how) if at is not None else None
