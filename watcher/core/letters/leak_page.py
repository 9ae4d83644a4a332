"""The report as one page that a boss understands at a glance: no scripts, pictures in line. Pure: outcomes in, HTML out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters import leak_pictures
from watcher.core.letters.leak import compute_leak, compute_leak_by_name, count_arrivals, find_lost
from watcher.core.letters.leak_rows import comparison_rows, format_headline, format_time, lost_row
from watcher.core.letters.template_variables import AUDIT
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import clean_foreign_text

MAX_ROWS, MAX_LOST, MAX_TEXT = 12, 200, 90
#: So many of the lost are printed, and so many rows of a table: two pages of paper. The file has them all.
MAX_PRINTED_LOST, MAX_PRINTED_ROWS = 14, 6


@dataclass(frozen=True, slots=True)
class LeakReport:
    """What the page is about. `since` to `now`: its span; `history`: what came in before it, where that is known."""

    house: str
    outcomes: Iterable[InquiryOutcome]  # gone through several times
    since: datetime
    now: datetime
    zone: ZoneInfo
    day_length: timedelta
    history: Sequence[InquiryOutcome] = ()

    def split_for_comparison(self) -> tuple[Iterable[InquiryOutcome], Iterable[InquiryOutcome]]:
        """What came in the span before and in this one; where nothing is known of before, in the two halves of this one. To be gone
        through once."""
        length = self.now - self.since
        if self.history:
            begin = self.since - length
            return (outcome for outcome in self.history if begin <= outcome.received_at < self.since), self.outcomes
        middle = self.since + length / 2
        early = (outcome for outcome in self.outcomes if outcome.received_at < middle)
        return early, (outcome for outcome in self.outcomes if outcome.received_at >= middle)


def render_leak_page(templates: TemplateSet, language: str, report: LeakReport) -> str:
    """The page in one of the languages there are words for. ComposeError: the template cannot be rendered."""
    words = templates.words_for_language(language)
    outcomes, now, zone = report.outcomes, report.now, report.zone
    figures, lost = compute_leak(outcomes, now), find_lost(outcomes, now, MAX_LOST)
    today = now.astimezone(zone).date()
    first_day, last_day = (words.format_short_date(day, today) for day in _dates_of_span(report))
    values = {
        "say": words.say,
        "language": words.language,
        "house": clean_foreign_text(report.house, MAX_TEXT),
        "first": first_day,
        "last": last_day,
        "headline": format_headline(figures, first_day, last_day, words),
        "figures": figures,
        "median": format_time(figures.median, report.day_length, words),
        "p90": format_time(figures.p90, report.day_length, words),
        "next_median": format_time(figures.next_median, report.day_length, words),
        "kept": "" if figures.kept_percent is None else str(figures.kept_percent),
        "bands": leak_pictures.draw_bands(figures.bands),
        "cells": leak_pictures.draw_arrivals(count_arrivals(outcomes, now, zone)),
        "day_names": leak_pictures.draw_day_names(words),
        "hours": leak_pictures.draw_hour_names(),
        "weeks": leak_pictures.draw_weeks(chain(report.history, outcomes), now, zone, words),
        "comparison": _compare_spans(report, words),
        "mailboxes": _group_rows(report, words, lambda outcome: outcome.mailbox),
        "owners": _group_rows(report, words, lambda outcome: outcome.owner),
        "people": _group_rows(report, words, lambda outcome: outcome.answered_by),
        "domains": _group_rows(report, words, lambda outcome: outcome.customer.rpartition("@")[2].casefold()),
        "lost": [
            {**lost_row(outcome, now, zone, words), "is_printed": n < MAX_PRINTED_LOST}
            for n, outcome in enumerate(lost)
        ],
        "more": max(0, figures.never - MAX_LOST),
        "more_in_print": max(0, figures.never - MAX_PRINTED_LOST),
    }
    return templates.render(templates.find_for_language(AUDIT, words.language, "html"), values)


def _dates_of_span(report: LeakReport) -> tuple[date, date]:
    """The days of the span; of files, where nothing says when it began, those of the first and the last inquiry."""
    today = report.now.astimezone(report.zone).date()
    since = report.since.astimezone(report.zone).date()
    if since.year > 1990:
        return since, today
    first: date | None = None
    last: date | None = None
    for outcome in report.outcomes:
        day = outcome.received_at.astimezone(report.zone).date()
        first, last = min(first or day, day), max(last or day, day)
    return first or since, last or today


def _compare_spans(report: LeakReport, words: Words) -> list[dict[str, str]]:
    earlier, later = report.split_for_comparison()
    before, now = compute_leak(earlier, report.now), compute_leak(later, report.now)
    return comparison_rows(before, now, report.day_length, words)


def _group_rows(report: LeakReport, words: Words, name_of: Callable[[InquiryOutcome], str]) -> list[dict[str, Any]]:
    """The largest groups. What has no name is in none."""
    figures = compute_leak_by_name(report.outcomes, report.now, name_of, MAX_ROWS)
    return [
        {
            "name": clean_foreign_text(name, MAX_TEXT),
            "came": group.came,
            "late": group.late,
            "never": group.never,
            "median": format_time(group.median, report.day_length, words),
            "is_printed": n < MAX_PRINTED_ROWS,
        }
        for n, (name, group) in enumerate(figures)
    ]
