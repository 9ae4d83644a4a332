"""What is set aside for a glance in a batch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import Connection, insert

from watcher.core.inquiry.model import SetAsideInquiry
from watcher.edge.store.batch.connection import WriteBehindConnection
from watcher.edge.store.batch.known_rows import KnownRows
from watcher.edge.store.reviews import ReviewRepository, review_values
from watcher.edge.store.tables import ledger, review

_INSERT = insert(review)


class BatchReviewRepository(ReviewRepository):
    """Reviews are added at the end; nothing that a batch adds is one that a person promoted."""

    def __init__(self, connection: WriteBehindConnection) -> None:
        super().__init__(cast(Connection, connection))
        self._direct = connection.direct
        self._promoted: KnownRows[str, int | None] = KnownRows(super().promoted_reviews, _nothing)
        self._waiting: list[dict[str, Any]] = []
        connection.forget_when_changed(frozenset({review, ledger}), self.forget_promoted)

    def load_expected(self, senders: Iterable[str]) -> None:
        """Mail of these is coming; case-folded."""
        self._promoted.load_expected(senders)

    def add_review(self, entry: int, aside: SetAsideInquiry) -> None:
        """As the repository; added at the end."""
        self._waiting.append({"entry": entry, **review_values(aside)})

    def find_promoted_review(self, sender: str) -> int | None:
        """As the repository, of what is in memory."""
        return self._promoted[sender] if sender else None

    def forget_promoted(self) -> None:
        """Something was promoted or dismissed."""
        self._promoted.forget()

    def flush(self) -> None:
        """Adds what waits."""
        if self._waiting:
            rows, self._waiting = self._waiting, []
            self._direct.execute(_INSERT, rows)


def _nothing() -> None:
    return None
