"""core/message/html_layout.py: the marks of pages that programs send to many, and that what people write has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message.html_layout import LayoutMark, find_marks

FOOT = LayoutMark.LINKS_AT_FOOT
PAGE, BUTTON, PIXEL = (LayoutMark.PAGE, LayoutMark.BUTTON, LayoutMark.OPEN_PIXEL)


@pytest.mark.parametrize(
    ("html", "marks"),
    [
        ('<TABLE align="center" WIDTH="600"><tr><td>Tulips</td></tr></TABLE>', {PAGE}),
        ("<table width=640 cellpadding=0><tr><td>Tulips</td></tr></table>", {PAGE}),
        ('<table style="border:0;max-width: 600px"><tr><td>Tulips</td></tr></table>', {PAGE}),
        ("<style>@media only screen and (max-width: 480px) { td { width: 100% } }</style>", {PAGE}),
        ('<a href="https://x.example" style="color:#fff;background:#06c;padding:9px 20px">Shop</a>', {BUTTON}),
        ("<a style='padding:9px;background-color:red' href=https://x.example>Shop</a>", {BUTTON}),
        ('<img src="https://t.example/o.gif" width="1" height="1">', {PIXEL}),
        ("<img height=1 width=1 border=0 src=http://t.example/o.gif>", {PIXEL}),
        ('<img style="width:1px;height:1px" src="https://t.example/o">', {PIXEL}),
    ],
)
def test_a_page_has_its_marks(html: str, marks: set[LayoutMark]) -> None:
    assert set(find_marks(html)) == marks


@pytest.mark.parametrize(
    "html",
    [
        "<p>Do you deliver to Vienna?</p>",
        '<table width="400"><tr><td>Carol Customer</td></tr></table>',
        '<table width="60%"><tr><td>Carol Customer</td></tr></table>',
        '<table width="6000"><tr><td>Carol Customer</td></tr></table>',
        '<img src="https://x.example/logo.png" width="100" height="1"><img src="cid:dot" width=1 height=1>',
        '<img src="https://x.example/logo.png" max-width="1" width="120" height="10">',
        '<a href="https://x.example" style="padding:2px">our shop</a>',
        "<style>@page WordSection1 {size:595.3pt} @media print { p { margin:0 } }</style>",
    ],
)
def test_what_a_person_writes_has_none(html: str) -> None:
    assert find_marks(html) == ()


@pytest.mark.parametrize(
    "edge",
    ["<blockquote>", '<div class="gmail_quote">', '<div id="divRplyFwdMsg">', "<p>-----Original Message-----</p>"],
)
def test_the_layout_of_what_is_quoted_is_not_its_writers(edge: str) -> None:
    quoted = '<table width="600"><tr><td>Tulips<img src="https://t.example/o.gif" width=1 height=1></td></tr></table>'
    assert find_marks(f"<p>Is this from you?</p>{edge}{quoted}") == ()
    assert set(find_marks(quoted)) == {PAGE, PIXEL}


_LINKS = '<p>Carol</p><a href="https://x.example">x</a> <a href="https://y.example">y</a>'


@pytest.mark.parametrize(
    ("html", "is_foot"),
    [
        (f"<p>Do you deliver six balls of wool to Vienna before Easter?</p>{_LINKS}", True),
        (f"<style>p {{ color: #000000000000000000000000 }}</style><p>Do you?</p>{_LINKS}{_LINKS}", False),
        (f"{_LINKS}<p>Do you deliver six balls of wool to Vienna?</p>", False),
        (f"<p>{'Wool. ' * 200}</p>{_LINKS}<p>{'Wool. ' * 100}</p>", False),
        ("<p>Do you deliver six balls of wool to Vienna?</p>", False),
    ],
)
def test_links_below_what_was_written_are_at_its_foot(html: str, is_foot: bool) -> None:
    assert (FOOT in find_marks(html)) is is_foot


@given(st.text(max_size=300))
def test_any_text_has_an_answer(html: str) -> None:
    assert find_marks(html) == tuple(sorted(find_marks(html)))


@pytest.mark.parametrize(
    "unit",
    [
        "<img ",
        "<a ",
        "<a style=",
        "<table",
        "@media ",
        "width=",
        "<div ",
        '"',
        "<a style='",
    ],
)
def test_what_is_repeated_takes_no_longer_than_what_is_not(unit: str) -> None:
    find_marks(unit * (200_000 // len(unit)))  # a pattern that went back and forth over it would not end
