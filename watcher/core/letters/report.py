"""What a week, or any span of time, came to: how many asked, how many were answered and how fast. Pure: rows → figures → mail.

Counts what came in within the span. Somebody's "done" settles an inquiry, a person's reply answers it, "no inquiry" takes it
out of the count. Must never flatter: what nobody has answered counts as a broken promise once its time is over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.model import InquiryState
from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    LetterDraft,
    LetterHead,
    compose_letter,
    inline_styles,
)
from watcher.core.letters.template_variables import REPORT
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter

MAX_DAYS = 31
MAX_PEOPLE = 30
MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class ReportedInquiry:
    """One inquiry as a report counts it: instants in UTC, `response_time` in opening hours."""

    owner: str
    opened_at: datetime
    state: InquiryState
    promise_at: datetime | None = None
    answered_at: datetime | None = None  # the first answer, whatever came after it
    response_time: timedelta | None = None  # opening time until then
    settled_at: datetime | None = None  # somebody said done


@dataclass(frozen=True, slots=True)
class InquiryTally:
    """The figures of a day, of a person, or of all."""

    name: str
    came: int = 0
    answered: int = 0
    settled: int = 0
    unanswered: int = 0
    waiting: int = 0  # at this moment, of all there are
    median: timedelta | None = None
    p90: timedelta | None = None
    kept_percent: int | None = None  # of a hundred promises that were due


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """What a report shows: of `since` to `until` (UTC), all together, by day on the clock of `zone`, and by person."""

    since: datetime
    until: datetime
    zone: ZoneInfo
    day_length: timedelta
    total: InquiryTally
    days: tuple[tuple[date, InquiryTally], ...] = ()
    people: tuple[InquiryTally, ...] = field(default=())


def compute_figures(
    cases: Iterable[ReportedInquiry],
    waiting: Sequence[str],
    since: datetime,
    until: datetime,
    zone: ZoneInfo,
    day_length: timedelta,
) -> ReportFigures:
    """Counts inquiries opened from `since` to before `until` (UTC), the dismissed left out. `waiting`: the owner of each
    inquiry that waits at `until`."""
    counted = [case for case in cases if since <= case.opened_at < until and case.state is not InquiryState.DISMISSED]
    first, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    by_day = [(day, [case for case in counted if case.opened_at.astimezone(zone).date() == day]) for day in span]
    if len(span) == 8 and not by_day[-1][1]:
        del by_day[-1]  # a week that ends in the morning
    days = tuple((day, _tally_inquiries(str(day), found, 0, until)) for day, found in by_day if found or len(span) <= 8)
    names = sorted({case.owner for case in counted} | set(waiting))
    people = tuple(
        _tally_inquiries(name, [case for case in counted if case.owner == name], waiting.count(name), until)
        for name in names
    )
    total = _tally_inquiries("", counted, len(waiting), until)
    return ReportFigures(since, until, zone, day_length, total, days[-MAX_DAYS:], people[:MAX_PEOPLE])


def _tally_inquiries(name: str, cases: Sequence[ReportedInquiry], waiting: int, until: datetime) -> InquiryTally:
    answered = [case for case in cases if case.answered_at is not None]
    settled = [case for case in cases if case.answered_at is None and case.settled_at is not None]
    times = sorted(case.response_time for case in answered if case.response_time is not None)
    kept = [_is_promise_kept(case, until) for case in cases]
    due = [was_kept for was_kept in kept if was_kept is not None]
    return InquiryTally(
        name,
        came=len(cases),
        answered=len(answered),
        settled=len(settled),
        unanswered=len(cases) - len(answered) - len(settled),
        waiting=waiting,
        median=nearest_rank_percentile(times, 0.5),
        p90=nearest_rank_percentile(times, 0.9),
        kept_percent=100 * sum(due) // len(due) if due else None,
    )


def nearest_rank_percentile(times: Sequence[timedelta], share: float) -> timedelta | None:
    """Within which time so large a share (0 to 1, not percent) of them lies: the nearest rank, always one that was measured;
    None of none. `times`: sorted."""
    return times[max(0, math.ceil(share * len(times)) - 1)] if times else None


def _is_promise_kept(case: ReportedInquiry, until: datetime) -> bool | None:
    """Was the promise kept? None: there was none, or its time is not over."""
    if case.promise_at is None:
        return None
    ended = case.answered_at or case.settled_at
    if ended is not None:
        return ended <= case.promise_at
    return False if case.promise_at <= until else None


# --- as mail


def build_report(templates: TemplateSet, head: LetterHead, figures: ReportFigures) -> ComposedLetter:
    """The report as text and as a page. ComposeError: it cannot be written."""
    words = templates.words_for_language(head.language)
    values = _template_values(figures, words, head.house_name)
    subject, text = templates.render_subject_and_text(templates.find_for_language(REPORT, words.language), values)
    draft = LetterDraft(
        sender=Address(head.sender.email, f"Watcher for {head.house_name}"),
        recipient=head.recipient,
        subject=subject,
        text=text,
        html=render_html_page(templates, words, figures, head.house_name),
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(figures.zone)
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now)


def render_html_page(templates: TemplateSet, words: Words, figures: ReportFigures, house: str) -> str:
    """The report as a page of its own."""
    return inline_styles(
        templates.render(
            templates.find_for_language(REPORT, words.language, "html"), _template_values(figures, words, house)
        )
    )


def render_plain_text(templates: TemplateSet, words: Words, figures: ReportFigures, house: str) -> str:
    """The report as text, for a terminal or the plain part of its mail."""
    return templates.render_subject_and_text(
        templates.find_for_language(REPORT, words.language), _template_values(figures, words, house)
    )[1]


def json_rows(figures: ReportFigures) -> list[dict[str, Any]]:
    """As `watcher report --json` prints them: all together, then by day, then by person; times in seconds of opening time."""
    days = [("day", str(day), tally) for day, tally in figures.days]
    people = [("person", tally.name, tally) for tally in figures.people]
    return [
        {
            "of": of,
            "name": name,
            "came": tally.came,
            "answered": tally.answered,
            "settled": tally.settled,
            "unanswered": tally.unanswered,
            "waiting": tally.waiting,
            "median": _whole_seconds(tally.median),
            "p90": _whole_seconds(tally.p90),
            "kept": tally.kept_percent,
        }
        for of, name, tally in [("all", "", figures.total), *days, *people]
    ]


def _whole_seconds(time: timedelta | None) -> int | None:
    return int(time.total_seconds()) if time is not None else None


def _template_values(figures: ReportFigures, words: Words, house: str) -> dict[str, Any]:
    """The figures under the names of a template."""
    total, last = figures.total, figures.until.astimezone(figures.zone).date()
    most = max((tally.came for _, tally in figures.days), default=0)
    return {
        "say": words.say,
        "language": words.language,
        "house": house,
        "first": words.format_short_date(figures.since.astimezone(figures.zone).date(), last),
        "last": words.format_short_date(last, last),
        "came": total.came,
        "answered": total.answered,
        "settled": total.settled,
        "unanswered": total.unanswered,
        "waiting": total.waiting,
        "median": _format_duration(total.median, figures, words),
        "p90": _format_duration(total.p90, figures, words),
        "kept": _format_percent(total.kept_percent),
        "days": [_day_values(day, tally, most, last, words) for day, tally in figures.days],
        "people": [
            {
                "name": clean_foreign_text(tally.name[:1].upper() + tally.name[1:], MAX_NAME),
                "came": tally.came,
                "answered": tally.answered,
                "waiting": tally.waiting,
                "median": _format_duration(tally.median, figures, words),
                "kept": _format_percent(tally.kept_percent),
            }
            for tally in figures.people
        ],
    }


def _day_values(day: date, tally: InquiryTally, most: int, today: date, words: Words) -> dict[str, Any]:
    """Shares of a hundred, of the day with the most: they add up to it, as widths of a bar must."""
    answered = 100 * (tally.answered + tally.settled) // max(1, most)
    unanswered = 100 * tally.came // max(1, most) - answered
    return {
        "name": f"{words.lists['days_short'][day.weekday()]} {words.format_short_date(day, today)}",
        "came": tally.came,
        "answered": tally.answered + tally.settled,
        "answered_share": answered,
        "open_share": unanswered if tally.unanswered else 0,
        "rest_share": 100 - answered - (unanswered if tally.unanswered else 0),
    }


def _format_duration(time: timedelta | None, figures: ReportFigures, words: Words) -> str:
    return words.format_duration(time, figures.day_length) if time is not None else ""


def _format_percent(kept: int | None) -> str:
    return "" if kept is None else str(kept)
