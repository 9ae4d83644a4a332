"""What strangers wrote, as others are shown it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message.foreign_text import clean_foreign_text, has_link, isolate_right_to_left, safe_foreign_text


@given(st.text(), st.integers(2, 80))
def test_it_is_one_line_with_nothing_hidden(text, limit):
    shown = clean_foreign_text(text, limit)
    assert len(shown) <= limit
    assert not {"\n", "\r", "\x00", "\u202e", "\u2066"} & set(shown)
    assert all(unicodedata.category(char) != "Cf" or char in "\u200c\u200d" for char in shown)


@given(st.text(alphabet="htpfw.:/s x", max_size=40))
def test_nothing_in_it_can_be_clicked(text):
    assert not has_link(safe_foreign_text(text, 200))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see https://evil.example", "see hxxps://evil.example"),
        ("FTP://x and www.x", "hxxp://x and www[.]x"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u2068\u05e9\u05dc\u05d5\u05dd\u2069"),
        ("a\u200bb\u202ec", "abc"),
    ],
)
def test_how_it_looks(text, shown):
    assert safe_foreign_text(text, 80) == shown


def test_a_direction_that_turns_nothing_needs_no_isolation():
    assert isolate_right_to_left("Grüße, 日本") == "Grüße, 日本"
