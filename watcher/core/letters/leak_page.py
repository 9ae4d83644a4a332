"""The audit as one page that a boss understands at a glance: no scripts, pictures in line. Pure: rows in, HTML out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import compute_leak, find_lost
from watcher.core.letters.template_variables import AUDIT
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import clean_foreign_text

MAX_ROWS, MAX_LOST, MAX_WEEKS, MAX_TEXT = 12, 200, 53, 90
#: Width of the widest bar, in the units of its picture.
BAR_WIDTH = 400
#: Of the picture of weekdays and hours: the size of a cell, and where the first one begins.
CELL, GRID_LEFT, GRID_TOP = 24, 40, 20


def render_leak_page(
    templates: TemplateSet, language: str, inquiries: Sequence[InquiryOutcome], now: datetime, zone: ZoneInfo
) -> str:
    """The page in one of the languages there are words for. ComposeError: the template cannot be rendered."""
    words, figures, lost = (
        templates.words_for_language(language),
        compute_leak(inquiries, now),
        find_lost(inquiries, now),
    )
    days = sorted(inquiry.received_at.astimezone(zone).date() for inquiry in inquiries) or [now.astimezone(zone).date()]
    lost_ids = {id(inquiry) for inquiry in lost}
    values = {
        "say": words.say,
        "language": words.language,
        "first": words.format_short_date(days[0], now.date()),
        "last": words.format_short_date(days[-1], now.date()),
        "figures": figures,
        "bands": _bars(figures.bands),
        "cells": _grid_cells(inquiries, lost_ids, zone),
        "day_names": [
            {"name": name, "y": GRID_TOP + CELL * n + CELL * 2 // 3} for n, name in enumerate(words.lists["days_short"])
        ],
        "hours": [{"name": hour, "x": GRID_LEFT + CELL * hour} for hour in range(0, 24, 3)],
        "weeks": _week_bars(inquiries, lost_ids, zone, words),
        "mailboxes": _groups(inquiries, lost_ids, lambda inquiry: inquiry.mailbox),
        "people": _groups(
            [each for each in inquiries if each.answered_by], lost_ids, lambda inquiry: inquiry.answered_by
        ),
        "domains": _groups(inquiries, lost_ids, lambda inquiry: inquiry.customer.rpartition("@")[2]),
        "lost": [_lost_row(inquiry, now, zone, words) for inquiry in lost[:MAX_LOST]],
        "more": max(0, len(lost) - MAX_LOST),
    }
    return templates.render(templates.find_for_language(AUDIT, words.language, "html"), values)


def _bars(bands: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    most = max((count for _, count in bands), default=0) or 1
    return [
        {"name": name, "count": count, "width": count * BAR_WIDTH // most, "y": 30 * n}
        for n, (name, count) in enumerate(bands)
    ]


def _grid_cells(inquiries: Sequence[InquiryOutcome], lost: set[int], zone: ZoneInfo) -> list[dict[str, Any]]:
    """Weekday × hour of arrival: a dot as large as what came in, filled as far as it was never answered."""
    came: Counter[tuple[int, int]] = Counter()
    never: Counter[tuple[int, int]] = Counter()
    for inquiry in inquiries:
        local = inquiry.received_at.astimezone(zone)
        place = (local.weekday(), local.hour)
        came[place] += 1
        never[place] += id(inquiry) in lost
    most = max(came.values(), default=1)
    return [
        {
            "x": GRID_LEFT + CELL * hour + CELL // 2,
            "y": GRID_TOP + CELL * day + CELL // 2,
            "radius": round(3 + (CELL / 2 - 4) * (count / most) ** 0.5, 1),
            "share": round(never[day, hour] / count, 2),
            "came": count,
            "never": never[day, hour],
        }
        for (day, hour), count in sorted(came.items())
    ]


def _week_bars(
    inquiries: Sequence[InquiryOutcome], lost: set[int], zone: ZoneInfo, words: Words
) -> list[dict[str, Any]]:
    """The last weeks: how many came in, and how many of them were never answered."""
    came: Counter[date] = Counter()
    never: Counter[date] = Counter()
    for inquiry in inquiries:
        day = inquiry.received_at.astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        came[monday] += 1
        never[monday] += id(inquiry) in lost
    if not came:
        return []
    last = max(came)
    first = max(min(came), last - timedelta(weeks=MAX_WEEKS - 1))
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    most, step = max(came.values()), 560 / len(weeks)
    return [
        {
            "x": round(40 + step * n, 1),
            "width": round(max(2, step * 0.8), 1),
            "came": came[week],
            "never": never[week],
            "height": came[week] * 100 // most,
            "never_height": never[week] * 100 // most,
            "name": words.format_short_date(week, last)
            if n % (len(weeks) // 5 + 1) == 0 and n < 0.9 * len(weeks)
            else "",
        }
        for n, week in enumerate(weeks)
    ]


def _groups(
    inquiries: Sequence[InquiryOutcome], lost: set[int], name_of: Callable[[InquiryOutcome], str]
) -> list[dict[str, Any]]:
    """The largest groups: how many came in, and how many of them were never answered."""
    came: Counter[str] = Counter(name_of(inquiry) for inquiry in inquiries)
    never: Counter[str] = Counter(name_of(inquiry) for inquiry in inquiries if id(inquiry) in lost)
    return [
        {"name": clean_foreign_text(name, MAX_TEXT), "came": count, "never": never[name]}
        for name, count in came.most_common(MAX_ROWS)
    ]


def _lost_row(inquiry: InquiryOutcome, now: datetime, zone: ZoneInfo, words: Words) -> dict[str, Any]:
    return {
        "day": words.format_short_date(inquiry.received_at.astimezone(zone).date(), now.date()),
        "who": clean_foreign_text(inquiry.customer, MAX_TEXT) or words.say("unknown_sender"),
        "subject": clean_foreign_text(inquiry.subject, MAX_TEXT) or words.say("no_subject"),
        "message_id": inquiry.message_id,
        "waited": (now - inquiry.received_at).days,
    }
