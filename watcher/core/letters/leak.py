"""What leaks: of the inquiries that came in, which were answered, which late, which never. Pure: outcomes in, figures out.

The one place where anything is counted, for the audit, the report and its weekly mail. What each word means, `core.inquiry.outcome` says.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import Ending, InquiryOutcome

#: Upper bounds of opening time for the bars of a report, and what the bars are called.
BANDS = (
    (timedelta(hours=1), "0-1 h"),
    (timedelta(hours=4), "1-4 h"),
    (timedelta(hours=8), "4-8 h"),
    (timedelta(hours=24), "8-24 h"),
    (timedelta.max, "24+ h"),
)


@dataclass(frozen=True, slots=True)
class LeakFigures:
    """The leak in figures. The five endings add up to `came`; times are opening time, None where there is none."""

    came: int = 0
    on_time: int = 0
    late: int = 0
    settled: int = 0
    never: int = 0
    waiting: int = 0
    median: timedelta | None = None  # of first responses
    p90: timedelta | None = None
    next_median: timedelta | None = None  # of responses to what was asked later
    next_p90: timedelta | None = None
    kept_percent: int | None = None  # of a hundred promises that were due
    bands: tuple[tuple[str, int], ...] = ()  # name of the bar → how many first responses

    @property
    def answered(self) -> int:
        """In time or late."""
        return self.on_time + self.late

    @property
    def unanswered(self) -> int:
        """Nobody has answered, whether or not there is time left."""
        return self.never + self.waiting


def find_lost(outcomes: Sequence[InquiryOutcome], now: datetime) -> list[InquiryOutcome]:
    """Those that were never answered and whose time is over, the longest wait first."""
    lost = [outcome for outcome in outcomes if outcome.judge_ending(now) is Ending.NEVER]
    return sorted(lost, key=lambda outcome: outcome.received_at)


def compute_leak(outcomes: Sequence[InquiryOutcome], now: datetime) -> LeakFigures:
    """All together."""
    endings = Counter(outcome.judge_ending(now) for outcome in outcomes)
    times = sorted(outcome.opening_time for outcome in outcomes if outcome.opening_time is not None)
    next_times = sorted(time for outcome in outcomes for time in outcome.next_times)
    kept = [outcome.is_promise_kept(now) for outcome in outcomes]
    due = [was_kept for was_kept in kept if was_kept is not None]
    return LeakFigures(
        came=len(outcomes),
        on_time=endings[Ending.ON_TIME],
        late=endings[Ending.LATE],
        settled=endings[Ending.SETTLED],
        never=endings[Ending.NEVER],
        waiting=endings[Ending.WAITING],
        median=nearest_rank_percentile(times, 0.5),
        p90=nearest_rank_percentile(times, 0.9),
        next_median=nearest_rank_percentile(next_times, 0.5),
        next_p90=nearest_rank_percentile(next_times, 0.9),
        kept_percent=100 * sum(due) // len(due) if due else None,
        bands=_count_bands(times),
    )


def nearest_rank_percentile(times: Sequence[timedelta], share: float) -> timedelta | None:
    """Within which time so large a share (0 to 1, not percent) of them lies: the nearest rank, always one that was measured;
    None of none. `times`: sorted."""
    return times[max(0, math.ceil(share * len(times)) - 1)] if times else None


def _count_bands(times: Sequence[timedelta]) -> tuple[tuple[str, int], ...]:
    counts, low = [], timedelta.min
    for high, name in BANDS:
        counts.append((name, sum(low < time <= high for time in times)))
        low = high
    return tuple(counts)


# --- where it leaks

#: Hours of the day, four to a block, as a mail shows them.
HOUR_BLOCKS = tuple(range(0, 24, 4))


def count_arrivals(
    outcomes: Sequence[InquiryOutcome], now: datetime, zone: ZoneInfo
) -> dict[tuple[int, int], tuple[int, int]]:
    """(weekday, hour of the house) → how many came in, and how many of them were never answered. Monday is 0."""
    came: Counter[tuple[int, int]] = Counter()
    never: Counter[tuple[int, int]] = Counter()
    for outcome in outcomes:
        local = outcome.received_at.astimezone(zone)
        came[local.weekday(), local.hour] += 1
        never[local.weekday(), local.hour] += outcome.judge_ending(now) is Ending.NEVER
    return {place: (count, never[place]) for place, count in sorted(came.items())}


# --- for programs


def outcome_row(outcome: InquiryOutcome, now: datetime) -> dict[str, Any]:
    """One line of `--csv` and `--json`: instants in ISO 8601 UTC, times in seconds of opening time."""
    return {
        "mailbox": outcome.mailbox,
        "customer": outcome.customer,
        "subject": outcome.subject,
        "received_at": _iso(outcome.received_at),
        "message_id": outcome.message_id,
        "answered_at": _iso(outcome.answered_at),
        "answered_by": outcome.answered_by or None,
        "strength": outcome.strength or None,
        "opening_seconds": whole_seconds(outcome.opening_time),
        "owner": outcome.owner,
        "promise_at": _iso(outcome.promise_at),
        "ending": str(outcome.judge_ending(now)),
    }


def figures_row(figures: LeakFigures) -> dict[str, Any]:
    """The figures under stable names, times in seconds of opening time."""
    return {
        "came": figures.came,
        "answered": figures.answered,
        "late": figures.late,
        "settled": figures.settled,
        "never": figures.never,
        "waiting": figures.waiting,
        "median": whole_seconds(figures.median),
        "p90": whole_seconds(figures.p90),
        "next_median": whole_seconds(figures.next_median),
        "next_p90": whole_seconds(figures.next_p90),
        "kept": figures.kept_percent,
        "bands": dict(figures.bands),
    }


def whole_seconds(time: timedelta | None) -> int | None:
    """As programs read it."""
    return int(time.total_seconds()) if time is not None else None


def _iso(instant: datetime | None) -> str | None:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ") if instant is not None else None
