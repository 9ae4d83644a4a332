"""How an HTML part is laid out: marks of a page that is sent to many, and of a signature. Pure, bounded, without parsing; none is a proof.

A mail program writes what a person typed. A program that sends to many sets a page: a column of fixed width that shrinks on a phone, a
link dressed as a button, a picture of one dot that tells when it was opened.
"""

from __future__ import annotations

import re
from enum import StrEnum

MAX_LAYOUT_LENGTH = 128 * 1024  # characters that are looked at
_MAX_TAGS = 400  # of a kind


class LayoutMark(StrEnum):
    """One thing about the layout; the value is the word that rules ask for. All but the last speak for a page that is sent to many."""

    PAGE = "page-layout"
    BUTTON = "button"
    OPEN_PIXEL = "open-pixel"
    LINKS_AT_FOOT = "links-at-foot"  # as in a signature


#: What is quoted or passed on begins here: its layout is another writer's.
_QUOTATION = re.compile(
    r"<blockquote|gmail_quote|gmail_attr|divrplyfwdmsg|appendonsend|ol[kx]_src_body|moz-cite-prefix|moz-forward|yahoo_quoted|"
    r"border-top:\s?solid #|-----\s?original"
)
_WIDE_TABLE = re.compile(
    r"(?:\bwidth\s?=\s?[\"']?\s?|(?:max-)?width\s?:\s?)(?:5[5-9]\d|6\d\d|7[0-5]\d)(?:px|[\"';\s>/]|\Z)"
)
_PHONE_WIDTH = re.compile(r"@media[^{}]{0,80}max-(?:device-)?width\s?:\s?\d{3}px")
_LINK_STYLE = re.compile(r"<a\b[^<>]{0,1000}?\bstyle\s?=\s?(?:\"(?P<one>[^\"<>]{1,800})\"|'(?P<other>[^'<>]{1,800})')")
_REMOTE_LINK = re.compile(r"<a\s[^<>]{0,1000}?href\s{0,3}=\s{0,3}[\"']?\s{0,3}https?:")
_TAG_OR_SPACE = re.compile(r"<[^<>]{0,3000}>?|&nbsp;|\s+")
_STYLE_START, _STYLE_END = re.compile(r"<(?:style|script|title)\b"), re.compile(r"</(?:style|script|title)\s{0,9}>")
_MIN_FOOT_SHARE, _MAX_FOOT_LENGTH = 0.6, 250  # of the characters above the first link; characters below it
_ONE_DOT = {
    side: re.compile(rf"(?<![\w-]){side}\s?(?:=\s?[\"']?\s?|:\s?)0?[01](?:px)?(?:[\"';\s!/]|\Z)")
    for side in ("width", "height")
}


def find_marks(html: str) -> tuple[LayoutMark, ...]:
    """The marks that the HTML part has above what is quoted in it, in the order of their names."""
    text = html[:MAX_LAYOUT_LENGTH].lower()
    quotation = _QUOTATION.search(text)
    if quotation:
        text = text[: quotation.start()]
    found = [mark for mark, has_mark in _MARKS.items() if has_mark(text)]
    return tuple(sorted(found))


def _is_page(text: str) -> bool:
    if "@media" in text and _PHONE_WIDTH.search(text):
        return True
    return any(_WIDE_TABLE.search(tag) for tag in _start_tags(text, "<table", 500))


def _has_button(text: str) -> bool:
    if "padding" not in text or "background" not in text:
        return False
    styles = (
        link["one"] or link["other"] for link, _ in zip(_LINK_STYLE.finditer(text), range(_MAX_TAGS), strict=False)
    )
    return any("padding" in style and "background" in style for style in styles)


def _has_open_pixel(text: str) -> bool:
    return any(
        "http" in tag and all(dot.search(tag) for dot in _ONE_DOT.values()) for tag in _start_tags(text, "<img", 1500)
    )


def _has_links_at_foot(text: str) -> bool:
    """Does the first link stand below what was written, where a name and addresses stand?"""
    first = _REMOTE_LINK.search(text)
    if not first:
        return False
    above, below = _count_letters(text[: first.start()]), _count_letters(text[first.start() :])
    return below <= _MAX_FOOT_LENGTH and above >= _MIN_FOOT_SHARE * (above + below)


def _count_letters(html: str) -> int:
    """Characters that are read: no tags, no styles, no white space."""
    first, *pieces = _STYLE_START.split(html)
    read = (_STYLE_END.split(piece, 1)[1:] for piece in pieces)
    return len(_TAG_OR_SPACE.sub("", "".join([first, *("".join(piece) for piece in read)])))


def _start_tags(text: str, start: str, longest: int) -> list[str]:
    """What follows each of the first of these tags, up to the next one, and so many characters of it."""
    return [piece[:longest].partition(">")[0] for piece in text.split(start, _MAX_TAGS + 1)[1 : _MAX_TAGS + 1]]


_MARKS = {
    LayoutMark.PAGE: _is_page,
    LayoutMark.BUTTON: _has_button,
    LayoutMark.OPEN_PIXEL: _has_open_pixel,
    LayoutMark.LINKS_AT_FOOT: _has_links_at_foot,
}
