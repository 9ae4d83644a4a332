"""What strangers wrote, made safe to show in a mail: one line, nothing hidden, nothing that turns the direction, nothing to click."""

from __future__ import annotations

import re
import unicodedata

from watcher.core.message import headers

_LINK = re.compile(r"(?i)(?:ht|f)tp(s?)://|\bwww\.")
_RIGHT_TO_LEFT_CLASSES = ("R", "AL", "AN")
#: Letters that show as nothing: a subject made of them would look empty.
_INVISIBLE_CHARACTERS = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u2800\u3164\uffa0"
)
#: General categories (Unicode Standard § 4.5) of controls, formats, surrogates, private use, unassigned and separators.
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_foreign_text(text: str, limit: int) -> str:
    """A stranger's text on one line of at most `limit` characters: nothing hidden, nothing that turns the direction."""
    text = headers.clean_line(text[: 8 * limit])
    if not text.isascii():
        text = headers.clean_line("".join(char for char in text if _is_visible_character(char)))
    return text if len(text) <= limit else text[: limit - 1].rstrip(" \u200c\u200d") + "…"


def _is_visible_character(char: str) -> bool:
    if char in "\u200c\u200d":  # they join what is written in Persian, and emoji
        return True
    return char not in _INVISIBLE_CHARACTERS and unicodedata.category(char) not in _INVISIBLE_CATEGORIES


def has_link(text: str) -> bool:
    """Would a mail program make a link of any of it?"""
    return _LINK.search(text) is not None


def defang_links(text: str) -> str:
    """No mail program makes a link of it: `hxxps://`, `www[.]`."""
    return _LINK.sub(lambda found: "www[.]" if found[1] is None else f"hxxp{found[1]}://", text)


def isolate_right_to_left(text: str) -> str:
    """Between U+2068 and U+2069 (UAX 9 § 2.4) what runs from right to left, so that it cannot move the words around it."""
    return (
        f"\u2068{text}\u2069"
        if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT_CLASSES for char in text)
        else text
    )


def safe_foreign_text(text: str, limit: int) -> str:
    """On one line of at most `limit` characters, with no effect on what stands around it, and nothing to click."""
    return isolate_right_to_left(clean_foreign_text(defang_links(clean_foreign_text(text, limit)), limit))
