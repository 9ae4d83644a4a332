"""The page of the audit: every language, no script, no text too pale, and nothing a stranger wrote is markup."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import pictures
from tests.core.letters.test_appearance import contrast
from tests.samples import MONDAY, TEMPLATE_TEXTS, TEMPLATES
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak_page import LeakReport, render_leak_page

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


def leak_report(count: int = 40, **changed) -> LeakReport:
    values = {"since": MONDAY, "now": NOW, "zone": ZoneInfo("Europe/Berlin"), "day_length": 8 * HOUR}
    return LeakReport("Example Roofs", [audited(n) for n in range(count)], **(values | changed))


def page(count: int = 40, language: str = "en", **changed) -> str:
    return render_leak_page(TEMPLATES, language, leak_report(count, **changed))


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_it_says_the_leak_in_one_sentence_in_each_language(language):
    text = page(language=language)
    (headline,) = re.findall(r"<h1>(.*?)</h1>", text)
    assert "40" in headline and "14" in headline
    (headline,) = re.findall(r"<h1>(.*?)</h1>", page(language=language, now=MONDAY))
    assert "40" in headline and not re.search(r"\b0\b", headline), "none was left without an answer"
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
    assert len(themes) == 3  # light, dark, paper
    for theme in themes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", theme))
        for ink in ("ink", "soft", "late", "bad", "good"):
            for ground in ("ground", "card"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_a_link_opens_the_lost_message_whatever_its_id_is():
    """RFC 2392."""
    odd = replace(audited(0), message_id='a"b%c d/e@x.example')
    text = render_leak_page(TEMPLATES, "en", replace(leak_report(1), outcomes=[odd]))
    assert 'href="mid:a%22b%25c%20d%2Fe@x.example"' in text


def test_a_span_is_compared_with_the_one_before_it_or_its_halves_with_each_other():
    before = [replace(audited(n), received_at=MONDAY - timedelta(days=n)) for n in (1, 2, 200)]
    known = leak_report(4, history=before)
    assert [len(rows) for rows in known.split_for_comparison()] == [2, 4]
    halves = leak_report(40, now=MONDAY + timedelta(hours=31 * 40))
    assert [len(rows) for rows in halves.split_for_comparison()] == [20, 20]
    assert "Compared with" in render_leak_page(TEMPLATES, "en", known)
    assert "Compared with" not in page(1)


def test_paper_has_two_pages_and_says_what_it_leaves_out():
    text = page(3000, now=MONDAY + 3001 * 31 * HOUR)
    rows = re.findall(r"<tr( class=\"screen\")?><td class=\"n\">", text)
    assert rows.count("") <= 14 < len(rows) == 200
    assert 'class="soft paper">and 986 more' in text and 'class="soft screen">and 800 more' in text


#: In a frame as wide as a phone: how wide the page is, and the contrast (WCAG 2.1, 1.4.3) of the palest text in it.
MEASURE = """<script>
const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                     return 0.2126 * r + 0.7152 * g + 0.0722 * b };
const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                      if (!/, 0\\)$/.test(c)) return c } return "rgb(255, 255, 255)" };
const contrast = e => { const s = getComputedStyle(e), own = e.namespaceURI.endsWith("svg") ? s.fill : s.color;
                        const [a, b] = [light(own), light(ground(e))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05) };
onload = () => { document.title = [...document.querySelectorAll("iframe")].map(f => { const d = f.contentDocument;
  const texts = [...d.body.querySelectorAll("*")].filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())
                && e.getClientRects().length && e.tagName != "title");
  return [d.documentElement.scrollWidth, Math.min(...texts.map(contrast)).toFixed(2), texts.length].join(" ") }).join(";") }
</script>"""


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser here")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_on_a_phone_it_needs_no_scrolling_sideways_and_all_of_it_can_be_read(tmp_path, dark):
    pages = [pictures.quarter(language) for language in TEMPLATES.languages]
    (tmp_path / "page.html").write_text("".join(pictures.frame(text, 800) for text in pages) + MEASURE)
    theme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    command = [
        *pictures.CHROMIUM,
        f"--user-data-dir={tmp_path}/profile",
        *theme,
        "--dump-dom",
        f"file://{tmp_path}/page.html",
    ]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    rows = [row.split() for row in shown.partition("<title>")[2].partition("</title>")[0].split(";")]
    assert len(rows) == len(TEMPLATES.languages)
    for language, (width, contrast_of_palest, texts) in zip(TEMPLATES.languages, rows, strict=True):
        assert int(width) <= pictures.PHONE, language
        assert float(contrast_of_palest) >= 4.5, language
        assert int(texts) > 100, language


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser here")
def test_it_prints_on_two_pages(tmp_path):
    (tmp_path / "page.html").write_text(pictures.quarter("fr"))
    target = tmp_path / "paper.pdf"
    command = [
        *pictures.CHROMIUM,
        f"--user-data-dir={tmp_path}/profile",
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
    ]
    subprocess.run([*command, f"file://{tmp_path}/page.html"], check=True, capture_output=True, timeout=60)
    assert len(re.findall(rb"/Type ?/Page\b", target.read_bytes())) == 2
