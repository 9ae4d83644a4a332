"""What statements are written with: words that stand in them as they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Text, literal_column

_NOTHING = literal_column("''", Text)


def words_of(words: Iterable[str]) -> list[ColumnElement[str]]:
    """For `in_`, words of our own, spelt in the statement: given as values they would be written into it anew at every call."""
    found = sorted(str(word) for word in words)
    assert all(word.replace("-", "").isalnum() and word.isascii() for word in found), found
    return [literal_column(f"'{word}'", Text) for word in found]


def without_index(column: ColumnElement[Any]) -> ColumnElement[str]:
    """A column of text that no index is used for. SQLite does not know how many rows say the same: beside a list of keys it would rather
    go through all letters of a kind that were ever sent (sqlite.org/optoverview.html, "Disqualifying WHERE Clause Terms")."""
    return column.concat(_NOTHING)


def escape_like_pattern(text: str) -> str:
    r"""As a LIKE whose escape is `\` finds it literally."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
