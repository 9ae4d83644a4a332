"""How our letters look: nothing of a stranger becomes markup, every colour can be read, every text fits 80 columns."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html.parser import HTMLParser

import pytest

from tests import pictures
from tests.browser import contrast
from tests.samples import ROOT, TEMPLATES
from watcher.core.outbox.model import LetterState

HOSTILE = '<script>alert(1)</script><img src=x onerror=y>"\'&lt;b&gt;\u202e<a href="http://evil.example">x</a>'
LETTERS = {
    "digest": lambda language: pictures.digest(pictures.CASES, language=language),
    "urgent": lambda language: pictures.digest(pictures.CASES[:1], language=language, urgent=True),
    "quiet": lambda language: pictures.digest([], language=language),
    "alert": pictures.alert,
    "report": pictures.weekly,
}


def parts(raw: bytes) -> tuple[str, str, str]:
    """Subject, text and page."""
    message = message_from_bytes(raw, policy=policy.default)
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    return str(message["Subject"]), plain.get_content(), rich.get_content()


class Reader(HTMLParser):
    """What a mail program makes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attributes]
        if tag not in ("meta", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_every_letter_in_every_language_fits_80_columns_and_is_well_formed(kind, language):
    _, text, page = parts(LETTERS[kind](language))
    assert [line for line in text.splitlines() if len(line) > 80] == []
    read = Reader(page)
    assert read.open == []
    assert ("lang", language) in read.attributes
    assert not {"img", "script", "iframe", "form", "link"} & set(read.tags), "works with images off, nothing to load"
    assert {value.partition(":")[0] for name, value in read.attributes if name == "href"} <= {"mailto"}


@pytest.mark.parametrize("field", ["subject", "excerpt", "customer_name", "problem", "ack_reason"])
def test_what_a_stranger_writes_is_never_markup(field):
    hostile = pictures.waiting(
        7, "x", "dave@mill.example", "x", "x", pictures.timedelta(hours=3), 1, ack=LetterState.WITHHELD
    )
    changed = pictures.WaitingInquiry(
        pictures.replace(hostile.inquiry, **{field: HOSTILE}),
        hostile.nag,
        hostile.waiting_time,
        hostile.acknowledgement_state,
        HOSTILE,
    )
    plain = parts(pictures.digest([hostile]))
    for urgent in (False, True):
        subject, _, page = parts(pictures.digest([changed], urgent=urgent))
        read = Reader(page)
        assert sorted(set(read.tags)) == sorted(set(Reader(plain[2]).tags)), "no element that was not there"
        assert not any(name.startswith("on") or value.startswith("http") for name, value in read.attributes)
        assert "\n" not in subject
        assert "\u202e" not in page


def test_a_link_of_a_stranger_cannot_be_pressed():
    case = pictures.waiting(
        7, "x", "d@x.example", "see https://evil.example", "or www.evil.example", pictures.timedelta(hours=3), 1
    )
    _, text, page = parts(pictures.digest([case]))
    for shown in (text, page):
        assert "https://evil" not in shown
        assert "www.evil" not in shown


# --- colours

STYLE = (ROOT / "templates" / "style.html").read_text()
LIGHT, _, DARK = STYLE.partition("@media (prefers-color-scheme: dark)")
#: What stands on a card; everything else stands on the page.
ON_CARD = {
    ".subject",
    ".line",
    ".short",
    ".from",
    ".address",
    ".excerpt",
    ".wait",
    ".late",
    ".meta",
    ".mark",
    ".doubt",
    ".problem",
    ".hint",
}


def colours(css: str, what: str) -> dict[str, str]:
    found = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        value = re.search(rf"(?:^|[;\s]){what}:\s*(#[0-9a-f]{{6}})", body)
        if value:
            found.update({each.strip(): value[1] for each in selectors.split(",")})
    return found


def test_the_measure_of_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_of_text_can_be_read_on_its_ground(theme):
    css = LIGHT if theme == "light" else DARK
    text, ground = colours(css, "color"), colours(css, "background-color")
    page, card = ground[".page"], ground[".card"]
    weak = {}
    for selector, colour in text.items():
        grounds = {ground[selector]} if selector in ground else {page, card} if selector in ON_CARD else {page}
        worst = min(contrast(colour, each) for each in grounds)
        if worst < 4.5:
            weak[selector] = round(worst, 2)
    assert len(text) > 10
    assert weak == {}


def test_dark_leaves_no_colour_of_text_as_it_was():
    missing = colours(LIGHT, "color").keys() - colours(DARK, "color").keys()
    assert missing == set()
