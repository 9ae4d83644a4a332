"""How wide a text is on a terminal, and the beginning of it that fits. Pure.

East Asian wide and fullwidth characters take two columns, combining marks and formats none (UAX 11).
"""

from __future__ import annotations

import unicodedata

_NO_WIDTH_CATEGORIES = frozenset({"Mn", "Me", "Cf"})


def text_width(text: str) -> int:
    """In columns of a terminal: a wide character takes two, one that combines none (Unicode Standard Annex 11)."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def cut_to_width(text: str, columns: int) -> str:
    """The text, or its beginning and `…`, in at most so many columns."""
    if text_width(text) <= columns:
        return text
    return text[: prefix_length(text, columns - 1)].rstrip(" \u200c\u200d") + "…"


def prefix_length(text: str, columns: int) -> int:
    """How many characters from the beginning fit into so many columns."""
    width = 0
    for n, char in enumerate(text):
        width += _character_width(char)
        if width > columns:
            return n
    return len(text)


def _character_width(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH_CATEGORIES:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
