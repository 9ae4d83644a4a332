"""Is this machine's clock right? Nobody here knows the time better: others say what theirs shows, and the clock itself may have stepped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: What somebody said counts for so long.
MEMORY = timedelta(hours=1)
#: No Watcher was there before. A machine without a battery for its clock begins in 1970, or in the year of its system, until it is set.
EARLIEST = datetime(2026, 11, 1, tzinfo=UTC)
#: The network sets the clock of a machine that starts within so long.
SETTING_TIME = timedelta(minutes=2)
#: Samples that are kept.
MAX_SAMPLES = 20
#: A machine that slept for less is as good as awake: nothing is judged by so short a span.
_NAP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ClockSample:
    """What another clock showed (UTC) while ours showed `asked_at` to `answered_at` (UTC). `age`: seconds of a monotonic clock."""

    theirs: datetime
    asked_at: datetime
    answered_at: datetime
    age: float

    @property
    def error(self) -> timedelta:
        """Theirs minus ours, as small as the sample allows: the answer may have been made at any instant in between."""
        if self.theirs < self.asked_at:
            return self.theirs - self.asked_at
        return max(self.theirs - self.answered_at, timedelta(0))


def judge_clock(samples: Sequence[ClockSample], monotonic: float) -> timedelta | None:
    """The error of the last sample that still counts; None: there is none. `monotonic`: seconds of the clock that never jumps."""
    fresh = [sample for sample in samples if 0 <= monotonic - sample.age <= MEMORY.total_seconds()]
    return fresh[-1].error if fresh else None


def measure_step(wall_before: datetime, wall_now: datetime, elapsed: float) -> timedelta:
    """By how much the clock was put back while `elapsed` seconds of a monotonic clock went by; zero where it was not. One that is put
    forward looks like a machine that slept."""
    return max(timedelta(0), wall_before + timedelta(seconds=elapsed) - wall_now)


def has_slept(wall_before: datetime, wall_now: datetime, elapsed: float) -> bool:
    """Did more time pass than the `elapsed` seconds of a monotonic clock, which stands still while a machine sleeps (clock_gettime(2))?
    So does a clock that was put forward. Nobody could work in that time."""
    return wall_now - wall_before - timedelta(seconds=elapsed) > _NAP


def is_unset(now: datetime) -> bool:
    """Does the clock show a day on which this program did not exist? Whatever is promised, or taken for old, by it is wrong."""
    return now < EARLIEST


def describe_unset(now: datetime) -> str:
    """What is wrong with it, and what to do."""
    return (
        f"the clock of this machine shows {now:%Y-%m-%d %H:%M} UTC, and promises would go by it: set it (timedatectl set-ntp true, or "
        "date -s); until then nothing is read and nobody is written to"
    )
