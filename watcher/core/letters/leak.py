"""What leaks: of the inquiries that came in, which were answered, which late, which never. Pure: outcomes in, figures out.

The one place where anything is counted, for the audit, the report and its weekly mail. What each word means, `core.inquiry.outcome` says.
"""

from __future__ import annotations

import heapq
import math
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import Ending, InquiryOutcome

T = TypeVar("T")
_MICROSECOND = timedelta(microseconds=1)
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


def find_lost(outcomes: Iterable[InquiryOutcome], now: datetime, most: int) -> list[InquiryOutcome]:
    """Those that were never answered and whose time is over at `now` (UTC), the longest wait first; the first `most` of them."""
    lost = (outcome for outcome in outcomes if outcome.judge_ending(now) is Ending.NEVER)
    return heapq.nsmallest(most, lost, key=lambda outcome: outcome.received_at)


class LeakCounter:
    """Counts inquiries one by one. 8 octets are kept of each time: there may be hundreds of thousands."""

    __slots__ = ("_endings", "_first_times", "_kept", "_next_times", "_now")

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._endings: Counter[Ending] = Counter()
        self._kept: Counter[bool | None] = Counter()
        self._first_times, self._next_times = array("q"), array("q")  # microseconds of opening time

    def add_outcome(self, outcome: InquiryOutcome) -> None:
        """Counts one inquiry more, by how it ended."""
        self._endings[outcome.judge_ending(self._now)] += 1
        self._kept[outcome.is_promise_kept(self._now)] += 1
        if outcome.opening_time is not None:
            self._first_times.append(outcome.opening_time // _MICROSECOND)
        self._next_times.extend(time // _MICROSECOND for time in outcome.next_times)

    def figures(self) -> LeakFigures:
        """Of all that were added until now."""
        endings, times, next_times = self._endings, sorted(self._first_times), sorted(self._next_times)
        due = self._kept[True] + self._kept[False]
        return LeakFigures(
            came=endings.total(),
            on_time=endings[Ending.ON_TIME],
            late=endings[Ending.LATE],
            settled=endings[Ending.SETTLED],
            never=endings[Ending.NEVER],
            waiting=endings[Ending.WAITING],
            median=_find_percentile(times, 0.5),
            p90=_find_percentile(times, 0.9),
            next_median=_find_percentile(next_times, 0.5),
            next_p90=_find_percentile(next_times, 0.9),
            kept_percent=100 * self._kept[True] // due if due else None,
            bands=_count_bands(times),
        )


def compute_leak(outcomes: Iterable[InquiryOutcome], now: datetime) -> LeakFigures:
    """All together; they are gone through once."""
    counter = LeakCounter(now)
    for outcome in outcomes:
        counter.add_outcome(outcome)
    return counter.figures()


def compute_leak_by_name(
    outcomes: Iterable[InquiryOutcome], now: datetime, name_of: Callable[[InquiryOutcome], str], most: int
) -> list[tuple[str, LeakFigures]]:
    """Of each group by itself, the largest first, `most` of them; what has no name is in none. They are gone through twice."""
    counts = Counter(name for outcome in outcomes if (name := name_of(outcome)))
    largest = heapq.nsmallest(most, counts, key=lambda name: (-counts[name], name))
    counters = {name: LeakCounter(now) for name in largest}
    for outcome in outcomes:
        if (counter := counters.get(name_of(outcome))) is not None:
            counter.add_outcome(outcome)
    return [(name, counter.figures()) for name, counter in counters.items()]


def _find_percentile(times: Sequence[int], share: float) -> timedelta | None:
    found = nearest_rank_percentile(times, share)
    return None if found is None else found * _MICROSECOND


def nearest_rank_percentile(times: Sequence[T], share: float) -> T | None:
    """Within which time so large a share (0 to 1, not percent) of them lies: the nearest rank, always one that was measured;
    None of none. `times`: sorted."""
    return times[max(0, math.ceil(share * len(times)) - 1)] if times else None


def _count_bands(times: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """`times`: microseconds, sorted."""
    ends = [bisect_right(times, high // _MICROSECOND) for high, _ in BANDS]
    return tuple((name, end - begin) for (_, name), begin, end in zip(BANDS, [0, *ends], ends, strict=False))


# --- where it leaks

#: Hours of the day, four to a block, as a mail shows them.
HOUR_BLOCKS = tuple(range(0, 24, 4))


def count_arrivals(
    outcomes: Iterable[InquiryOutcome], now: datetime, zone: ZoneInfo
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
        "received_at": _iso_instant(outcome.received_at),
        "message_id": outcome.message_id,
        "answered_at": _iso_instant(outcome.answered_at),
        "answered_by": outcome.answered_by or None,
        "strength": outcome.strength or None,
        "opening_seconds": whole_seconds(outcome.opening_time),
        "owner": outcome.owner,
        "promise_at": _iso_instant(outcome.promise_at),
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
    """Seconds, as programs read them; parts of one are left off."""
    return int(time.total_seconds()) if time is not None else None


def _iso_instant(instant: datetime | None) -> str | None:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ") if instant is not None else None
