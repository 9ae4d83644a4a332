"""The pictures of the report as coordinates: bars of times, weekdays and hours, week by week. Pure: outcomes in, values of a template out.

Units are those of each picture's own view box, so that it fits a phone, a desk and paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import Ending, InquiryOutcome
from watcher.core.letters.wording import Words

MAX_WEEKS = 53
#: Width of the widest bar.
BAR_WIDTH = 400
#: Of the picture of weekdays and hours: the size of a cell, and where the first one begins.
CELL, GRID_LEFT, GRID_TOP = 24, 40, 20
#: Of the picture of weeks: where it begins, how wide it is, how high its highest bar.
WEEKS_LEFT, WEEKS_WIDTH, WEEKS_HEIGHT = 24, 580, 100
#: So many weeks are named at most.
MAX_WEEK_NAMES = 6


def draw_bands(bands: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """A bar a band: `name`, `count`, `width`, `y`."""
    most = max((count for _, count in bands), default=0) or 1
    return [
        {"name": name, "count": count, "width": count * BAR_WIDTH // most, "y": 30 * n}
        for n, (name, count) in enumerate(bands)
    ]


def draw_day_names(words: Words) -> list[dict[str, Any]]:
    """The weekdays at the left of the picture."""
    return [
        {"name": name, "y": GRID_TOP + CELL * n + CELL * 2 // 3} for n, name in enumerate(words.lists["days_short"])
    ]


def draw_hour_names() -> list[dict[str, Any]]:
    """Every third hour above the picture."""
    return [{"name": hour, "x": GRID_LEFT + CELL * hour} for hour in range(0, 24, 3)]


def draw_arrivals(arrivals: Mapping[tuple[int, int], tuple[int, int]]) -> list[dict[str, Any]]:
    """Weekday × hour of arrival: a dot as large as what came in, with a sector as large as the share that was never answered.

    `arrivals`: as `leak.count_arrivals` has them.
    """
    most = max((came for came, _ in arrivals.values()), default=1)
    return [
        {
            "x": GRID_LEFT + CELL * hour + CELL // 2,
            "y": GRID_TOP + CELL * day + CELL // 2,
            "radius": round(3 + (CELL / 2 - 4) * (came / most) ** 0.5, 1),
            "share": round(never / came, 2),
            "came": came,
            "never": never,
        }
        for (day, hour), (came, never) in arrivals.items()
    ]


def draw_weeks(outcomes: Iterable[InquiryOutcome], now: datetime, zone: ZoneInfo, words: Words) -> list[dict[str, Any]]:
    """The last weeks, a bar each: how many came in, and how many of them were never answered."""
    came: Counter[date] = Counter()
    never: Counter[date] = Counter()
    for outcome in outcomes:
        day = outcome.received_at.astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        came[monday] += 1
        never[monday] += outcome.judge_ending(now) is Ending.NEVER
    if not came:
        return []
    last = max(came)
    first = max(min(came), last - timedelta(weeks=MAX_WEEKS - 1))
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    most, step = max(came[week] for week in weeks), WEEKS_WIDTH / len(weeks)
    named = -(-len(weeks) // MAX_WEEK_NAMES)
    return [
        {
            "x": round(WEEKS_LEFT + step * n, 1),
            "width": round(max(2, step * 0.8), 1),
            "came": came[week],
            "never": never[week],
            "height": came[week] * WEEKS_HEIGHT // most,
            "never_height": never[week] * WEEKS_HEIGHT // most,
            "name": words.format_short_date(week, last)
            if n % named == 0 and (n < 0.9 * len(weeks) or len(weeks) < MAX_WEEK_NAMES)
            else "",
        }
        for n, week in enumerate(weeks)
    ]
