"""The page of the audit: every language, no script, no text too pale, and nothing a stranger wrote is markup."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import browser, pictures
from tests.browser import contrast
from tests.pictures import audit_page, audit_report, audited, long_words_page
from tests.samples import MONDAY, TEMPLATE_TEXTS, TEMPLATES
from watcher.core.letters.leak_page import render_leak_page

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_it_says_the_leak_in_one_sentence_in_each_language(language):
    text = audit_page(language=language)
    (headline,) = re.findall(r"<h1>(.*?)</h1>", text)
    assert "40" in headline and "14" in headline
    (headline,) = re.findall(r"<h1>(.*?)</h1>", audit_page(language=language, now=MONDAY))
    assert "40" in headline and not re.search(r"\b0\b", headline), "none was left without an answer"
    assert f'lang="{language}"' in text


def test_it_runs_nothing_asks_nobody_and_shows_what_strangers_wrote_as_text():
    text = audit_page()
    assert "<script" not in text and "http" not in text and "<b>Roof" not in text
    assert "&lt;b&gt;Roof&lt;/b&gt; 0" in text
    assert len(text) < 300_000


def test_an_address_breaks_behind_its_at_where_it_must():
    assert "anna@<wbr>example.com</div>" in audit_page()


def test_many_stay_a_page():
    assert len(audit_page(3000).encode()) < 300_000


def test_of_nothing_it_says_nothing_wrong():
    assert "0 inquiries" in audit_page(0)


def test_no_text_is_too_pale_on_its_ground():
    """WCAG 2.1, 1.4.3: 4.5 : 1."""
    themes = re.findall(r":root \{([^}]*--ink[^}]*)\}", TEMPLATE_TEXTS["audit.html"])
    assert len(themes) == 3  # light, dark, paper
    for theme in themes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", theme))
        for ink in ("ink", "soft", "late", "bad", "good"):
            for ground in ("ground", "card"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_a_link_opens_the_lost_message_whatever_its_id_is():
    """RFC 2392."""
    odd = replace(audited(0), message_id='a"b%c d/e@x.example')
    text = render_leak_page(TEMPLATES, "en", replace(audit_report(1), outcomes=[odd]))
    assert 'href="mid:a%22b%25c%20d%2Fe@x.example"' in text


def test_a_span_is_compared_with_the_one_before_it_or_its_halves_with_each_other():
    before = [replace(audited(n), received_at=MONDAY - timedelta(days=n)) for n in (1, 2, 200)]
    known = audit_report(4, history=before)
    assert [len(list(rows)) for rows in known.split_for_comparison()] == [2, 4]
    halves = audit_report(40, now=MONDAY + timedelta(hours=31 * 40))
    assert [len(list(rows)) for rows in halves.split_for_comparison()] == [20, 20]
    assert "Compared with" in render_leak_page(TEMPLATES, "en", known)
    assert "Compared with" not in audit_page(1)


def test_paper_has_two_pages_and_says_what_it_leaves_out():
    text = audit_page(3000, now=MONDAY + 3001 * 31 * HOUR)
    rows = re.findall(r"<tr( class=\"screen\")?><td class=\"n\">", text)
    assert rows.count("") <= 14 < len(rows) == 200
    assert 'class="soft paper">and 986 more' in text and 'class="soft screen">and 800 more' in text


@pytest.mark.skipif(browser.BINARY is None, reason="missing server: apt-get install chromium")
@pytest.mark.parametrize("write", [lambda: pictures.quarter("fr"), long_words_page], ids=["quarter", "long words"])
def test_it_prints_on_two_pages(tmp_path, write):
    (tmp_path / "page.html").write_text(write())
    target = tmp_path / "paper.pdf"
    command = [
        *browser.CHROMIUM,
        f"--user-data-dir={tmp_path}/profile",
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
    ]
    subprocess.run([*command, f"file://{tmp_path}/page.html"], check=True, capture_output=True, timeout=60)
    assert len(re.findall(rb"/Type ?/Page\b", target.read_bytes())) == 2
