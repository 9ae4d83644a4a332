"""How an HTML part is laid out: marks of a page that is sent to many, and of a signature. Pure, bounded, without parsing; none is a proof.

A mail program writes what a person typed. A program that sends to many sets a page: a column of fixed width that shrinks on a phone, a
line for the list of mails that nobody sees in the mail, a link dressed as a button, a picture of one dot that tells when it was opened,
a link by whose address one leaves.
"""

from __future__ import annotations

import re
from enum import StrEnum

MAX_LAYOUT_LENGTH = 128 * 1024  # characters that are looked at
_MAX_TAGS = 400  # of a kind
_PREVIEW_LENGTH = 6000  # characters after the start of the body in which a hidden preview stands
_MIN_PREVIEW_TEXT = 12
_MIN_PADDING = 8  # invisible characters in a row: they push what follows out of the preview


class LayoutMark(StrEnum):
    """One thing about the layout; the value is the word that rules ask for. All but the last speak for a page that is sent to many."""

    PAGE = "page-layout"
    PREVIEW = "hidden-preview"
    BUTTON = "button"
    OPEN_PIXEL = "open-pixel"
    LEAVING_LINK = "leaving-link"
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
_HIDDEN = re.compile(
    r"<(?:div|span|p|td|preheader)\b[^<>]{0,400}(?:display\s?:\s?none|max-height\s?:\s?0|mso-hide\s?:\s?all|font-size\s?:\s?[01]px)[^<>]{0,400}>(?P<text>[^<>]{0,400})"
)
_HIDING_WORDS = ("display", "max-height", "mso-hide", "font-size")  # cheaper than the pattern, and rarely there
_BODY = re.compile(r"<body\b")
_INVISIBLE = (
    r"(?:&(?:zwnj|zwj|shy|#(?:8203|8204|8205|847|8199|173|65279|x200[bcd]|x34f|xad|xfeff));"
    r"|[\u200b-\u200d\u034f\u2007\u00ad\ufeff])"
)
_PADDING = re.compile(rf"(?:{_INVISIBLE}(?:&nbsp;|&#160;|[\u00a0 \r\n]){{0,4}}){{{_MIN_PADDING}}}")
_LINK_START = re.compile(r"https?://")
_LINK_STYLE = re.compile(r"<a\b[^<>]{0,1000}?\bstyle\s?=\s?(?:\"(?P<one>[^\"<>]{1,800})\"|'(?P<other>[^'<>]{1,800})')")
#: Where one leaves a list, as addresses of pages spell it. What a group of our own puts below a mail is no mark of its writer.
_LEAVING_LINK = re.compile(
    r"https?://(?!groups\.google\.|[^\s\"'<>]{0,80}/mailman/)[^\s\"'<>]{0,600}?(?:unsub|opt-?_?out|abmeld|abbestell|d[ei]sinscri|d[ei]siscri|disiscri|desabonn|"
    r"descadastr|list-manage|uitschrij|afmeld|wypis|avregistr|avprenum|avmeld|odhlas|leiratkoz|dezabon|otpis|(?:e?mail|manage|subscription|communication)[-_/]?(?:preferences|prefs|settings))"
)
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


def _has_preview(text: str) -> bool:
    body = _BODY.search(text, at) if (at := text.find("<body")) >= 0 else None
    start = body.start() if body else 0
    top = text[start : start + _PREVIEW_LENGTH]
    if any(word in top for word in _HIDING_WORDS):
        hidden = (found["text"].strip() for found in _HIDDEN.finditer(top))
        if any(len(words) >= _MIN_PREVIEW_TEXT for words in hidden):
            return True
    return ("&" in top or not top.isascii()) and _PADDING.search(top) is not None


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


def has_leaving_link(text: str) -> bool:
    """Does an address in case-folded text say that one leaves a list there?"""
    return "://" in text and any(_LEAVING_LINK.match(text, at) for at in _starts_of_links(text))


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


def _starts_of_links(text: str) -> list[int]:
    return [found.start() for found, _ in zip(_LINK_START.finditer(text), range(_MAX_TAGS), strict=False)]


def _start_tags(text: str, start: str, longest: int) -> list[str]:
    """What follows each of the first of these tags, up to the next one, and so many characters of it."""
    return [piece[:longest].partition(">")[0] for piece in text.split(start, _MAX_TAGS + 1)[1 : _MAX_TAGS + 1]]


_MARKS = {
    LayoutMark.PAGE: _is_page,
    LayoutMark.PREVIEW: _has_preview,
    LayoutMark.BUTTON: _has_button,
    LayoutMark.OPEN_PIXEL: _has_open_pixel,
    LayoutMark.LEAVING_LINK: has_leaving_link,
    LayoutMark.LINKS_AT_FOOT: _has_links_at_foot,
}
