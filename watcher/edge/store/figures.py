"""SQL that counts, for monitors and the status page: what waits, what left, what is held back. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, case, func, or_, select

from watcher.core.health.model import WaitingFigures
from watcher.core.inquiry.model import InquiryState
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.store.tables import inquiry, letter


class FigureRepository:
    """Counts. StoreError: the database fails."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def waiting_by_mailbox(self, now: datetime) -> dict[str, WaitingFigures]:
        """Mailboxes in which nothing waits are left out."""
        is_broken = and_(inquiry.c.promise_at.is_not(None), inquiry.c.promise_at < now)
        rows = self._c.execute(
            select(
                inquiry.c.mailbox,
                func.count(),
                func.min(inquiry.c.waiting_since, type_=inquiry.c.waiting_since.type),
                func.coalesce(func.sum(case((is_broken, 1), else_=0)), 0),
            )
            .where(inquiry.c.state == InquiryState.WAITING)
            .group_by(inquiry.c.mailbox)
            .order_by(inquiry.c.mailbox)
        )
        return {mailbox: WaitingFigures(count, oldest, broken) for mailbox, count, oldest, broken in rows}

    def count_letters(self) -> dict[tuple[str, str], int]:
        """Kind and state → how many."""
        rows = self._c.execute(
            select(letter.c.kind, letter.c.state, func.count())
            .group_by(letter.c.kind, letter.c.state)
            .order_by(letter.c.kind, letter.c.state)
        )
        return {(kind, state): count for kind, state, count in rows}

    def oldest_due_letters(self, now: datetime) -> dict[str, datetime]:
        """Mailbox → since when (UTC) the oldest letter is due that is neither sent nor under way."""
        rows = self._c.execute(
            select(letter.c.mailbox, func.min(letter.c.next_at, type_=letter.c.next_at.type))
            .where(letter.c.state == LetterState.PENDING, letter.c.next_at <= now)
            .group_by(letter.c.mailbox)
        )
        return {row[0]: row[1] for row in rows}

    def count_held_back(self, reasons: Collection[str], since: datetime) -> dict[str, dict[str, int]]:
        """Mailbox → reason → acknowledgements that were withheld for it since then (UTC), or wait for their turn; of these reasons."""
        withheld = and_(letter.c.state == LetterState.WITHHELD, letter.c.next_at >= since)
        rows = self._c.execute(
            select(letter.c.mailbox, letter.c.reason, func.count())
            .where(
                letter.c.kind == LetterKind.ACKNOWLEDGEMENT,
                letter.c.reason.in_(sorted(reasons)),
                or_(letter.c.state == LetterState.PENDING, withheld),
            )
            .group_by(letter.c.mailbox, letter.c.reason)
            .order_by(letter.c.mailbox, letter.c.reason)
        )
        found: dict[str, dict[str, int]] = {}
        for mailbox, reason, count in rows:
            found.setdefault(mailbox, {})[reason] = count
        return found
