"""What the page and the weekly mail say alike."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY, TEMPLATES
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import LeakFigures
from watcher.core.letters.leak_rows import comparison_rows, format_headline, lost_row

HOUR = timedelta(hours=1)
WORDS = TEMPLATES.words_for_language()
UTC_ZONE = ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (LeakFigures(came=9, never=2), "9 inquiries came in from 1 Nov to 7 Nov: 2 never got an answer."),
        (
            LeakFigures(came=9, on_time=9),
            "9 inquiries came in from 1 Nov to 7 Nov, and none was left without an answer.",
        ),
        (LeakFigures(), "0 inquiries came in from 1 Nov to 7 Nov: 0 never got an answer."),
    ],
)
def test_the_leak_is_one_sentence(figures, text):
    assert format_headline(figures, "1 Nov", "7 Nov", WORDS) == text
    assert format_headline(figures, "1 Nov", "1 Nov", WORDS) == text.replace("from 1 Nov to 7 Nov", "on 1 Nov")


def test_two_spans_stand_side_by_side_in_shares():
    before = LeakFigures(came=8, on_time=4, late=2, never=2, median=HOUR)
    now = LeakFigures(came=4, on_time=4)
    rows = {row["name"]: (row["before"], row["now"]) for row in comparison_rows(before, now, 8 * HOUR, WORDS)}
    assert rows["came in"] == ("8", "4")
    assert rows["never answered"] == ("25 %", "0 %")
    assert rows["half answered within"] == ("1 h", "–")
    assert comparison_rows(LeakFigures(), now, 8 * HOUR, WORDS) == []


@pytest.mark.parametrize(("age", "text"), [(5 * HOUR, "5 h"), (30 * HOUR, "30 h"), (72 * HOUR, "3 days")])
def test_what_was_lost_has_its_age_and_nothing_to_click(age, text):
    lost = InquiryOutcome("sales", "", "see https://evil.example now", "a b@x.example", MONDAY - age)
    row = lost_row(lost, MONDAY, UTC_ZONE, WORDS)
    assert (row["who"], row["age"], row["message_id"]) == ("unknown sender", text, "a%20b@x.example")
    assert "https://" not in row["subject"]
