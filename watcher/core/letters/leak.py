"""What leaks: of the inquiries that came in, which were answered, which late, which never. Pure: rows in, figures out.

*First response*: the first reply of a person, neither automatic nor a holding reply. *Late*: after the promise of its ladder, in opening
hours. *Never*: there is no answer, and that time is over. Opening hours are those of now: one measure for the whole span.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.core.letters.report import nearest_rank_percentile

#: Upper bounds of opening time for the bars of a report, and what the bars are called.
BANDS = (
    (timedelta(hours=1), "0-1 h"),
    (timedelta(hours=4), "1-4 h"),
    (timedelta(hours=8), "4-8 h"),
    (timedelta(hours=24), "8-24 h"),
    (timedelta.max, "24+ h"),
)


@dataclass(frozen=True, slots=True)
class AuditedInquiry:
    """One inquiry and its first answer. Instants are aware; `opening_time` is None where there is no answer."""

    mailbox: str
    customer: str
    subject: str
    message_id: str
    received_at: datetime
    promise_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: str = ""
    strength: str = ""  # of the evidence: "strong" or "medium"
    opening_time: timedelta | None = None  # until the answer
    waited: timedelta = timedelta()  # opening time until now


@dataclass(frozen=True, slots=True)
class LeakFigures:
    """The leak in figures."""

    came: int
    on_time: int
    late: int
    never: int  # no answer, and the promise is over
    waiting: int  # no answer, and there is still time
    median: timedelta | None
    p90: timedelta | None
    bands: tuple[tuple[str, int], ...]  # name of the bar → how many answers

    @property
    def answered(self) -> int:
        return self.on_time + self.late


def find_lost(inquiries: Sequence[AuditedInquiry], now: datetime) -> list[AuditedInquiry]:
    """Those that were never answered and whose time is over, the longest wait first."""
    lost = [inquiry for inquiry in inquiries if inquiry.answered_at is None and _is_over(inquiry, now)]
    return sorted(lost, key=lambda inquiry: inquiry.received_at)


def compute_leak(inquiries: Sequence[AuditedInquiry], now: datetime) -> LeakFigures:
    """All together."""
    answered = [inquiry for inquiry in inquiries if inquiry.answered_at is not None]
    late = sum(_is_late(inquiry) for inquiry in answered)
    lost = len(find_lost(inquiries, now))
    times = sorted(inquiry.opening_time for inquiry in answered if inquiry.opening_time is not None)
    return LeakFigures(
        came=len(inquiries),
        on_time=len(answered) - late,
        late=late,
        never=lost,
        waiting=len(inquiries) - len(answered) - lost,
        median=nearest_rank_percentile(times, 0.5),
        p90=nearest_rank_percentile(times, 0.9),
        bands=_count_bands(times),
    )


def _is_over(inquiry: AuditedInquiry, now: datetime) -> bool:
    return inquiry.promise_at is None or inquiry.promise_at <= now


def _is_late(inquiry: AuditedInquiry) -> bool:
    promise, answered = inquiry.promise_at, inquiry.answered_at
    return promise is not None and answered is not None and answered > promise


def _count_bands(times: Sequence[timedelta]) -> tuple[tuple[str, int], ...]:
    counts, low = [], timedelta.min
    for high, name in BANDS:
        counts.append((name, sum(low < time <= high for time in times)))
        low = high
    return tuple(counts)
