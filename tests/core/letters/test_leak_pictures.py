"""The pictures of the report: what they count, and that they stay within their frames."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY, TEMPLATES
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import BANDS, count_arrivals
from watcher.core.letters.leak_pictures import BAR_WIDTH, draw_arrivals, draw_bands, draw_weeks

ENGLISH = TEMPLATES.words_for_language()
BERLIN = ZoneInfo("Europe/Berlin")


def arrived(**after: float) -> InquiryOutcome:
    return InquiryOutcome("sales", "c@x.example", "?", "1", MONDAY + timedelta(**after))


def test_the_widest_bar_fills_its_picture_and_none_is_wider():
    bars = draw_bands([(name, count) for (_, name), count in zip(BANDS, (0, 5, 10, 1, 0), strict=True)])
    assert [bar["width"] for bar in bars] == [0, BAR_WIDTH // 2, BAR_WIDTH, BAR_WIDTH // 10, 0]
    assert [bar["width"] for bar in draw_bands([("0-1 h", 0)])] == [0]


def test_a_dot_stands_at_the_weekday_and_hour_of_the_house_and_shows_the_share_that_was_lost():
    rows = [arrived(), arrived(minutes=20), arrived(minutes=40), arrived(hours=13.5)]
    lost = replace(rows[0], promise_at=MONDAY)
    others = [replace(row, promise_at=MONDAY + timedelta(days=9)) for row in rows[1:]]
    eleven, after_midnight = draw_arrivals(count_arrivals([lost, *others], MONDAY + timedelta(days=1), BERLIN))
    assert (eleven["came"], eleven["never"], eleven["share"]) == (3, 1, 0.33)
    assert (after_midnight["x"], after_midnight["y"] - eleven["y"]) == (52, 24)
    assert eleven["radius"] > after_midnight["radius"]


def test_weeks_without_mail_have_their_place():
    rows = [replace(arrived(weeks=weeks), promise_at=MONDAY + timedelta(weeks=9)) for weeks in (0, 3, 3)]
    rows[1] = replace(rows[1], promise_at=MONDAY)
    bars = draw_weeks(rows, MONDAY + timedelta(weeks=4), BERLIN, ENGLISH)
    assert [(bar["came"], bar["never"], bar["height"]) for bar in bars] == [
        (1, 0, 50),
        (0, 0, 0),
        (0, 0, 0),
        (2, 1, 100),
    ]
    assert draw_weeks([], MONDAY, BERLIN, ENGLISH) == []


@pytest.mark.parametrize("weeks", [2, 13, 25, 53, 400])
def test_however_many_weeks_there_are_they_fit_and_few_are_named(weeks):
    bars = draw_weeks([arrived(weeks=n) for n in range(weeks)], MONDAY, BERLIN, ENGLISH)
    assert len(bars) == min(weeks, 53)
    assert all(bar["x"] >= 0 and bar["x"] + bar["width"] <= 620 for bar in bars)
    assert 1 <= sum(bool(bar["name"]) for bar in bars) <= 6
