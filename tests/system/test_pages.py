"""Every page that people open, in a real browser: it fits a phone, can be read by day and by night, runs nothing and loads nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from tests import browser, pictures
from tests.pictures import BLIND, FIGURES, audit_page, demo_page, long_words_page, status_page
from tests.samples import TEMPLATES
from watcher.core.health.model import IncidentKind

LONG = "w" * 120
ALL_IS_WELL = replace(FIGURES, alarming=[], incidents=[], blind=frozenset())
MUCH_IS_WRONG = replace(
    FIGURES,
    mailboxes=[*FIGURES.mailboxes, LONG],
    alarming=[BLIND, replace(BLIND, kind=IncidentKind.TOKEN_DEAD), replace(BLIND, subject=LONG, text="m" * 400)],
)


def write_digest(language: str) -> str:
    return pictures.page_of(pictures.digest(pictures.CASES, glances=pictures.GLANCES, language=language))


def write_letter(write: Callable[[str], bytes], language: str) -> str:
    return pictures.page_of(write(language))


PAGES = {
    **{f"status, {language}": partial(status_page, FIGURES, language) for language in TEMPLATES.languages},
    "status, all is well": lambda: status_page(ALL_IS_WELL),
    "status, much is wrong": lambda: status_page(MUCH_IS_WRONG),
    "audit": audit_page,
    "audit, long words": long_words_page,
    **{f"report page, {language}": partial(pictures.quarter, language) for language in TEMPLATES.languages},
    "demo": demo_page,
    **{f"digest, {language}": partial(write_digest, language) for language in TEMPLATES.languages},
    **{f"alert, {language}": partial(write_letter, pictures.alert, language) for language in TEMPLATES.languages},
    **{f"report, {language}": partial(write_letter, pictures.weekly, language) for language in TEMPLATES.languages},
    "digest, long words": lambda: pictures.page_of(pictures.digest(pictures.LONG)),
}
#: Contrast of ordinary text at least (WCAG 2.2 § 1.4.3, level AA).
MIN_CONTRAST = 4.5
#: A text may be so many times higher than wide: a digit is twice.
MAX_STEEPNESS = 5.0


@pytest.fixture(scope="module")
def views() -> list[browser.PageView]:
    if browser.BINARY is None:
        pytest.skip("missing server: apt-get install chromium")
    return browser.view_pages({name: write() for name, write in PAGES.items()})


def test_nobody_scrolls_sideways(views):
    assert len(views) == 4 * len(PAGES)
    assert [(view.name, view.width, view.needed_width) for view in views if view.needed_width > view.width] == []


def test_every_text_can_be_read_by_day_and_by_night(views):
    pale = [(view.name, view.is_dark, view.faintest, view.contrast) for view in views if view.contrast < MIN_CONTRAST]
    assert pale == []


def test_no_text_stands_letter_below_letter(views):
    """A column that another one has squeezed."""
    assert [(view.name, view.width, view.steepest) for view in views if view.steepness > MAX_STEEPNESS] == []


def test_no_page_runs_or_loads_anything(views):
    assert [(view.name, view.scripts, view.requests) for view in views if view.scripts or view.requests] == []


def test_what_is_wrong_is_seen(views):
    texts = {view.text for view in views if view.name == "status, much is wrong"}
    assert len(texts) == 1
    for words in ("Mailbox sales cannot be read", "What to do: watcher check --online", "The token of sales", LONG):
        assert words in texts.copy().pop()


def test_a_faint_text_and_a_wide_page_are_found():
    """What the measure is worth."""
    if browser.BINARY is None:
        pytest.skip("missing server: apt-get install chromium")
    style = "<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){i{color:#333}}</style>"
    page = f'<meta charset="utf-8">{style}<p style="width:600px">wide</p><i>night</i><b style="color:#777">day</b><s hidden>no</s>'
    views = browser.view_pages({"page": page})
    assert [view.needed_width > view.width for view in views] == [True, True, False, False]
    assert [view.faintest for view in views] == ["day", "night"] * 2
    assert 4.4 < views[0].contrast < 4.5
