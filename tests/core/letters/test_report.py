"""The weekly report: what is counted how, and that it never flatters."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import TEMPLATES
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import nearest_rank_percentile
from watcher.core.letters.report import ReportSpan, compute_figures, json_rows, render_html_page, render_plain_text

UTC_ZONE = ZoneInfo("UTC")
SINCE = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=7)
HOUR = timedelta(hours=1)
WEEK = ReportSpan(SINCE, UNTIL, UTC_ZONE, 8 * HOUR)


def case(**values) -> InquiryOutcome:
    least = {"mailbox": "sales", "customer": "c@x.example", "subject": "?", "message_id": "1"}
    return InquiryOutcome(**(least | {"owner": "anna", "received_at": SINCE + HOUR} | values))


def total(*cases, waiting=()):
    return compute_figures(cases, waiting, WEEK).total.figures


def test_what_nobody_answered_is_a_broken_promise_once_its_time_is_over():
    kept = case(promise_at=SINCE + 5 * HOUR, answered_at=SINCE + 2 * HOUR, opening_time=HOUR)
    broken = case(promise_at=SINCE + 5 * HOUR)
    not_yet = case(promise_at=UNTIL + HOUR)
    assert total(kept, broken, not_yet).kept_percent == 50
    assert total(not_yet).kept_percent is None


def test_done_settles_and_an_answer_answers():
    figures = total(
        case(answered_at=SINCE + 2 * HOUR, opening_time=HOUR),
        case(settled_at=SINCE + 2 * HOUR),
        case(received_at=SINCE - HOUR),
        case(),
    )
    assert (figures.came, figures.answered, figures.settled, figures.unanswered) == (3, 1, 1, 1)


@pytest.mark.parametrize(("share", "hours"), [(0.5, 2), (0.9, 4), (0.01, 1)])
def test_a_percentile_is_a_time_that_was_measured(share, hours):
    assert nearest_rank_percentile([n * HOUR for n in (1, 2, 3, 4)], share) == hours * HOUR
    assert nearest_rank_percentile([], share) is None


def test_the_days_and_the_people_add_up_to_the_whole():
    cases = [
        case(owner=owner, received_at=SINCE + timedelta(days=n)) for n, owner in enumerate(("anna", "ben", "anna"))
    ]
    figures = compute_figures(cases, ["ben"], WEEK)
    rows = json_rows(figures)
    for of in ("day", "person"):
        assert sum(row["came"] for row in rows if row["of"] == of) == rows[0]["came"] == 3
    assert {row["name"]: row["waiting"] for row in rows if row["of"] == "person"} == {"anna": 0, "ben": 1}


def test_who_waits_and_which_days_were_quiet():
    calls = [case(owner="ben", opening_time=HOUR, answered_at=SINCE + 2 * HOUR), case(received_at=SINCE - HOUR)]
    figures = compute_figures(calls, ["anna", "ben", "ben"], WEEK)
    assert [(tally.name, tally.figures.came, tally.waiting) for tally in figures.people] == [
        ("anna", 0, 1),
        ("ben", 1, 2),
    ]
    assert [tally.name for tally in figures.mailboxes] == ["sales"]
    assert (figures.days[0][1].figures.came, len(figures.days), figures.total.waiting) == (1, 7, 3)


def test_the_mail_shows_times_and_places_of_the_leak_and_the_week_before():
    lost = case(promise_at=SINCE + 2 * HOUR, subject="Roof <b>")
    kept = case(promise_at=SINCE + 5 * HOUR, answered_at=SINCE + 2 * HOUR, opening_time=HOUR)
    before = case(received_at=SINCE - HOUR, promise_at=SINCE, answered_at=SINCE, opening_time=HOUR)
    figures = compute_figures([lost, kept, before], [], WEEK)
    assert (figures.before.came, figures.total.figures.came) == (1, 2)
    page = render_html_page(TEMPLATES, TEMPLATES.words_for_language(), figures, "Example Roofs")
    assert "2 inquiries came in from 16 Nov to 23 Nov: 1 never got an answer." in page
    assert re.search(r'class="heat-bad"[^>]*>1/2</td>', page) and page.count(">0/0<") == 0
    assert "Compared with the time before" in page and "Roof &lt;b&gt;" in page
    text = render_plain_text(TEMPLATES, TEMPLATES.words_for_language(), figures, "Example Roofs")
    assert "came in: 1 -> 2" in text and "Roof" in text


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_what_is_not_answered_adds_up_from_what_is_lost_and_what_has_time_left(language):
    """The headline tells only of the lost: beside it "3 not answered" would be another count of the same."""
    lost, in_time = case(promise_at=SINCE + 2 * HOUR), case(promise_at=UNTIL + HOUR)
    words = TEMPLATES.words_for_language(language)
    never, left = words.say("audit_never"), words.say("audit_waiting")
    figures = compute_figures([lost, in_time, in_time], [], WEEK)
    assert f"(1 {never}, 2 {left})" in render_plain_text(TEMPLATES, words, figures, "Example Roofs")
    assert f"<br>1 {never}<br>2 {left}</td>" in render_html_page(TEMPLATES, words, figures, "Example Roofs")
    only_in_time = compute_figures([in_time], [], WEEK)
    text = render_plain_text(TEMPLATES, words, only_in_time, "Example Roofs")
    assert f"(1 {left})" in text
    assert never not in text.partition("\n\n\n")[0]
