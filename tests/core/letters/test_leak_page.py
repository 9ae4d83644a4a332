"""The page of the audit: every language, no script, no text too pale, and nothing a stranger wrote is markup."""

from __future__ import annotations

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.letters.test_appearance import contrast
from tests.samples import MONDAY, TEMPLATE_TEXTS, TEMPLATES
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak_page import render_leak_page

HOUR = timedelta(hours=1)
NOW = MONDAY + timedelta(days=90)


def audited(number: int) -> InquiryOutcome:
    at = MONDAY + number * timedelta(hours=31)
    after = None if number % 3 == 0 else number * HOUR
    return InquiryOutcome(
        "sales", f"c{number}@x{number}.example", f"<b>Roof</b> {number}", f"{number}@x.example", at, at + 4 * HOUR, "anna",
        answered_at=None if after is None else at + after, answered_by="" if after is None else "anna@example.com",
        strength="" if after is None else "strong", opening_time=after,
    )  # fmt: skip


def page(count: int = 40, language: str = "en") -> str:
    return render_leak_page(TEMPLATES, language, [audited(n) for n in range(count)], NOW, ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_it_says_the_leak_in_one_sentence_in_each_language(language):
    text = page(language=language)
    (headline,) = re.findall(r"<h1>(.*?)</h1>", text)
    assert "40" in headline and "14" in headline
    assert f'lang="{language}"' in text


def test_it_runs_nothing_asks_nobody_and_shows_what_strangers_wrote_as_text():
    text = page()
    assert "<script" not in text and "http" not in text and "<b>Roof" not in text
    assert "&lt;b&gt;Roof&lt;/b&gt; 0" in text
    assert len(text) < 300_000


def test_many_stay_a_page():
    assert len(page(3000).encode()) < 300_000


def test_of_nothing_it_says_nothing_wrong():
    assert "0 inquiries" in page(0)


def test_no_text_is_too_pale_on_its_ground():
    """WCAG 2.1, 1.4.3: 4.5 : 1."""
    themes = re.findall(r":root \{([^}]*--ink[^}]*)\}", TEMPLATE_TEXTS["audit.html"])
    assert len(themes) == 2
    for theme in themes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", theme))
        for ink in ("ink", "soft", "late", "bad", "good"):
            for ground in ("ground", "card"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
