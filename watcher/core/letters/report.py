"""What a week, or any span of time, came to, as mail: all together, by day and by person. Pure: outcomes → figures → mail.

Counts what came in within the span, as `leak` counts it. Must never flatter: what nobody has answered counts as a broken promise once
its time is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import HOUR_BLOCKS, LeakFigures, compute_leak, count_arrivals, figures_row, find_lost
from watcher.core.letters.leak_rows import comparison_rows, format_headline, format_time, lost_row
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
MAX_LOST = 12


@dataclass(frozen=True, slots=True)
class InquiryTally:
    """The figures of a day, of a person, or of all."""

    name: str
    figures: LeakFigures
    waiting: int = 0  # at this moment, of all there are


@dataclass(frozen=True, slots=True)
class ReportSpan:
    """What a report is about: what came in from `since` to before `until` (UTC), by days on the clock of `zone`."""

    since: datetime
    until: datetime
    zone: ZoneInfo
    day_length: timedelta  # for so long the house is open

    def list_days(self) -> list[date]:
        """Every day that it touches, on the clock of `zone`; 24 hours may touch two."""
        first, last = self.since.astimezone(self.zone).date(), self.until.astimezone(self.zone).date()
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """What a report shows of its span: all together, by day, by person and by mailbox."""

    span: ReportSpan
    total: InquiryTally
    days: tuple[tuple[date, InquiryTally], ...] = ()
    people: tuple[InquiryTally, ...] = ()
    mailboxes: tuple[InquiryTally, ...] = ()
    outcomes: tuple[InquiryOutcome, ...] = ()
    before: LeakFigures = field(default_factory=LeakFigures)  # of the span of the same length before


def compute_figures(outcomes: Iterable[InquiryOutcome], waiting: Sequence[str], span: ReportSpan) -> ReportFigures:
    """Counts what came in within the span (UTC), and in the one before for comparison. `waiting`: the owner of each inquiry that waits
    at its end."""
    outcomes = list(outcomes)
    begin_before = span.since - (span.until - span.since)
    before = [outcome for outcome in outcomes if begin_before <= outcome.received_at < span.since]
    counted = [outcome for outcome in outcomes if span.since <= outcome.received_at < span.until]

    def tally(name: str, chosen: Sequence[InquiryOutcome], count: int = 0) -> InquiryTally:
        return InquiryTally(name, compute_leak(chosen, span.until), count)

    owners = sorted({outcome.owner for outcome in counted} | set(waiting))
    boxes = sorted({outcome.mailbox for outcome in counted})
    return ReportFigures(
        span,
        total=tally("", counted, len(waiting)),
        days=tuple((day, tally(str(day), found)) for day, found in _group_by_day(counted, span))[-MAX_DAYS:],
        people=tuple(
            tally(owner, [outcome for outcome in counted if outcome.owner == owner], waiting.count(owner))
            for owner in owners
        )[:MAX_PEOPLE],
        mailboxes=tuple(tally(box, [outcome for outcome in counted if outcome.mailbox == box]) for box in boxes),
        outcomes=tuple(counted),
        before=compute_leak(before, span.until),
    )


def _group_by_day(counted: Sequence[InquiryOutcome], span: ReportSpan) -> list[tuple[date, list[InquiryOutcome]]]:
    """Every day of a week, and of a longer span those on which something came in."""
    by_day: dict[date, list[InquiryOutcome]] = {day: [] for day in span.list_days()}
    for outcome in counted:
        by_day[outcome.received_at.astimezone(span.zone).date()].append(outcome)
    days = list(by_day.items())
    if len(days) == 8 and not days[-1][1]:
        del days[-1]  # a week that ends in the morning
    return days if len(by_day) <= 8 else [(day, found) for day, found in days if found]


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
    now = head.now.astimezone(figures.span.zone)
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
    """As `watcher report --json` prints them: all together, then by day, by person and by
    mailbox; times in seconds of opening time. `waiting` is what waits at this moment, of all there are."""
    of_days = [("day", str(day), tally) for day, tally in figures.days]
    of_people = [("person", tally.name, tally) for tally in figures.people]
    of_mailboxes = [("mailbox", tally.name, tally) for tally in figures.mailboxes]
    return [
        {
            "of": of,
            "name": name,
            **figures_row(tally.figures),
            "unanswered": tally.figures.unanswered,
            "waiting": tally.waiting,
        }
        for of, name, tally in [("all", "", figures.total), *of_days, *of_people, *of_mailboxes]
    ]


def _template_values(figures: ReportFigures, words: Words, house: str) -> dict[str, Any]:
    """The figures under the names of a template."""
    total, last = figures.total.figures, figures.span.until.astimezone(figures.span.zone).date()
    lost = find_lost(figures.outcomes, figures.span.until, MAX_LOST)
    first_day = words.format_short_date(figures.span.since.astimezone(figures.span.zone).date(), last)
    last_day = words.format_short_date(last, last)
    most = max((tally.figures.came for _, tally in figures.days), default=0)
    return {
        "say": words.say,
        "language": words.language,
        "house": house,
        "first": first_day,
        "last": last_day,
        "headline": format_headline(total, first_day, last_day, words),
        "came": total.came,
        "answered": total.answered,
        "settled": total.settled,
        "unanswered": total.unanswered,
        "waiting": figures.total.waiting,
        "median": format_time(total.median, figures.span.day_length, words),
        "p90": format_time(total.p90, figures.span.day_length, words),
        "kept": _format_percent(total.kept_percent),
        "late": total.late,
        "never": total.never,
        "in_time": total.waiting,
        "bands": _band_values(total),
        "hours": [f"{hour}–{hour + 4}" for hour in HOUR_BLOCKS],
        "grid": _grid_values(figures, words),
        "comparison": comparison_rows(figures.before, total, figures.span.day_length, words),
        "lost": [lost_row(outcome, figures.span.until, figures.span.zone, words) for outcome in lost],
        "lost_more": max(0, total.never - MAX_LOST),
        "days": [_day_values(day, tally.figures, most, last, words) for day, tally in figures.days],
        "people": [
            {
                "name": clean_foreign_text(tally.name[:1].upper() + tally.name[1:], MAX_NAME),
                "came": tally.figures.came,
                "answered": tally.figures.answered,
                "waiting": tally.waiting,
                "median": format_time(tally.figures.median, figures.span.day_length, words),
                "kept": _format_percent(tally.figures.kept_percent),
            }
            for tally in figures.people
        ],
    }


def _band_values(figures: LeakFigures) -> list[dict[str, Any]]:
    """Of a hundred, of the band with the most; what is there shows."""
    most = max((count for _, count in figures.bands), default=0) or 1
    shares = [(name, count, max(int(count > 0), 100 * count // most)) for name, count in figures.bands]
    return [{"name": name, "count": count, "share": share, "rest_share": 100 - share} for name, count, share in shares]


def _grid_values(figures: ReportFigures, words: Words) -> list[dict[str, Any]]:
    """A row a weekday, a field for four hours: what came in, and whether any of it was lost."""
    counted = count_arrivals(figures.outcomes, figures.span.until, figures.span.zone)
    rows = []
    for day, name in enumerate(words.lists["days_short"]):
        fields = []
        for block in HOUR_BLOCKS:
            found = [counted.get((day, hour), (0, 0)) for hour in range(block, block + 4)]
            fields.append(_field_values(sum(came for came, _ in found), sum(never for _, never in found)))
        rows.append({"name": name, "fields": fields})
    return rows


def _field_values(came: int, never: int) -> dict[str, Any]:
    """`kind` is a name of the style: lost are half and more of it, fewer, or none."""
    kind = "none" if not came else "bad" if 2 * never >= came else "some" if never else "good"
    return {"came": came, "never": never, "kind": kind}


def _day_values(day: date, tally: LeakFigures, most: int, today: date, words: Words) -> dict[str, Any]:
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


def _format_percent(kept: int | None) -> str:
    return "" if kept is None else str(kept)
