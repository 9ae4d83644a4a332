"""core/letters/text_width.py: what fits into the columns of a terminal."""

from __future__ import annotations

import pytest

from watcher.core.letters.text_width import cut_to_width, text_width


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("見積もり", 8), ("ﾊﾛｰ", 3), ("שלום", 4), ("a\u200cb", 2)]
)
def test_wide_characters_take_two_columns_and_marks_none(text, width):
    assert text_width(text) == width


@pytest.mark.parametrize("text", ["A leaking roof over the shop", "屋根の修理の見積もりをお願いします", "e\u0301" * 40])
def test_what_is_cut_says_so_and_fits(text):
    cut = cut_to_width(text, 12)
    assert cut.endswith("…")
    assert 10 <= text_width(cut) <= 12
    assert cut_to_width(text, 80) == text


def test_half_of_a_wide_character_is_not_shown():
    assert (cut_to_width("屋根の", 4), cut_to_width("屋根", 4)) == ("屋…", "屋根")
