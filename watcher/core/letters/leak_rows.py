"""What the page and the weekly mail say alike: times, the span before beside this one, and the lost. Pure: values of a template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import LeakFigures
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import safe_foreign_text

MAX_TEXT = 90


def format_headline(figures: LeakFigures, first: str, last: str, words: Words) -> str:
    """The leak in one sentence. `first`, `last`: days in words; one that is both is named once."""
    phrase = "audit_leak_day" if first == last else "audit_leak"
    if figures.never or not figures.came:
        return words.say(phrase, n=figures.came, never=figures.never, first=first, last=last)
    return words.say(f"{phrase}_none", n=figures.came, first=first, last=last)


def format_time(time: timedelta | None, day_length: timedelta, words: Words) -> str:
    """Opening time, a day being as long as the house is open; empty where there is none."""
    return words.format_duration(time, day_length) if time is not None else ""


def comparison_rows(before: LeakFigures, now: LeakFigures, day_length: timedelta, words: Words) -> list[dict[str, str]]:
    """Before and now, side by side: `name`, `before`, `now`; [] where nothing came in in one of them."""
    if not before.came or not now.came:
        return []

    def comparison_row(name: str, show: Callable[[LeakFigures], str]) -> dict[str, str]:
        return {"name": words.say(name), "before": show(before) or "–", "now": show(now) or "–"}

    return [
        comparison_row("audit_came", lambda figures: str(figures.came)),
        comparison_row("audit_on_time", lambda figures: _format_percent(figures.on_time, figures.came)),
        comparison_row("audit_late", lambda figures: _format_percent(figures.late, figures.came)),
        comparison_row("audit_never", lambda figures: _format_percent(figures.never, figures.came)),
        comparison_row("report_median", lambda figures: format_time(figures.median, day_length, words)),
        comparison_row("report_p90", lambda figures: format_time(figures.p90, day_length, words)),
    ]


def _format_percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %"


def lost_row(outcome: InquiryOutcome, now: datetime, zone: ZoneInfo, words: Words) -> dict[str, Any]:
    """One of the lost: `day`, `who`, `subject`, `message_id` for a link `mid:` (RFC 2392), `age`."""
    age = now - outcome.received_at
    return {
        "day": words.format_short_date(outcome.received_at.astimezone(zone).date(), now.astimezone(zone).date()),
        "who": safe_foreign_text(outcome.customer, MAX_TEXT) or words.say("unknown_sender"),
        "subject": safe_foreign_text(outcome.subject, MAX_TEXT) or words.say("no_subject"),
        "message_id": quote(outcome.message_id, safe="@"),
        "age": words.say("length_days", n=age.days) if age.days > 1 else words.format_duration(age),
    }
