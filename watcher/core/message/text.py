"""Decoded text → text that may be stored, compared and shown: one kind of line end, nothing hidden, one normal form."""

from __future__ import annotations

import re
import unicodedata

from watcher.core.message import charsets

MAX_TEXT_LENGTH = 64 * 1024  # characters

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ue000\ue001\U000e0000-\U000e007f]+"
)
#: A link in a text, up to the blank or the bracket behind it.
LINK = re.compile(r"(?i)(?:https?://|www\.)[^\s<>]{1,2000}")
_PLAIN_ASCII = bytes([*b"\t\n", *range(0x20, 0x7F)])  # of ASCII what may stay
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def normalise_text(text: str) -> str:
    """Line ends as \\n; no control, bidi or zero-width characters; NFC."""
    text = text[:MAX_TEXT_LENGTH]
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii() and not text.encode().translate(None, _PLAIN_ASCII):
        return text.strip()
    return charsets.normalise_nfc(_INVISIBLE.sub("", _LINE_END.sub("\n", text))).strip()


def strip_accents(text: str) -> str:
    """Case-folded, each letter without its marks, as addresses spell a name: "Müller" and "muller" are one."""
    if text.isascii():
        return text.casefold()
    spread = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
