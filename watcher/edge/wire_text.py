"""What a server says in words, made fit to be stored, logged and shown: its octets are any, whatever a standard asks of it.

A database refuses a half of a surrogate pair and NUL, a terminal obeys control characters, and a reader is misled by marks that turn
the direction of writing.
"""

from __future__ import annotations

import re

MAX_TEXT_LENGTH = 200
#: How long Dovecot took stands behind what it says, and differs each time: the same answer would be news each time.
_DURATIONS = re.compile(r" \(\d+\.\d+(?: \+ \d+\.\d+)+ secs\)")


def readable_line(words: object) -> str:
    """The words in one line of MAX_TEXT_LENGTH characters at most, all of them printable. Never raises.

    Octets, and text whose odd octets a library kept as surrogates (PEP 383), are UTF-8 or else Windows-1252, of which ISO-8859-1
    is a part as far as letters go.
    """
    text = _decode_octets(words) if isinstance(words, bytes) else str(words)
    if not text.isascii():
        text = _decode_octets(text.encode("utf-8", "surrogateescape" if _holds_escaped_octets(text) else "replace"))
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return _DURATIONS.sub("", line)[:MAX_TEXT_LENGTH]


def _decode_octets(octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def _holds_escaped_octets(text: str) -> bool:
    """Are all its surrogates octets in disguise (PEP 383), and none half a pair?"""
    return all("\udc80" <= char <= "\udcff" for char in text if "\ud800" <= char <= "\udfff")
