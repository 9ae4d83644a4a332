"""A file that a person wrote → its text, in whichever encoding an editor saved it; or what is wrong with it, and how to save it.

Guesses nothing: what is neither UTF-8 nor marked as UTF-16 is refused, for a wrong guess would change the names of folders.
"""

from __future__ import annotations

import codecs
import shlex
from pathlib import Path

#: What a byte order mark says of the rest (Unicode 16 § 23.8). UTF-32 first: its mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Characters of a line that are shown.
_MAX_SHOWN = 40


class EncodingError(ValueError):
    """The file is not text that can be read. `line` counts from 1; the text says how to save the file."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def read_text_file(path: Path) -> str:
    """The text without its byte order mark, its lines ended by `\\n`. OSError: no such file; EncodingError: it is no text."""
    return decode_text(path.read_bytes(), str(path))


def decode_text(octets: bytes, name: str) -> str:
    """UTF-8, or UTF-16 and UTF-32 with a byte order mark; `name`: the file, as a command finds it. EncodingError: it is none."""
    encoding = next((encoding for mark, encoding in _MARKS if octets.startswith(mark)), "utf-8")
    try:
        text = octets.decode(encoding)
    except UnicodeDecodeError as error:
        raise _explain_encoding(octets, encoding, error.start, name) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _explain_encoding(octets: bytes, encoding: str, place: int, name: str) -> EncodingError:
    if encoding != "utf-8":
        return EncodingError(0, f"cannot be read: it begins like {encoding.upper()} and is not: save it as UTF-8")
    line = octets.count(b"\n", 0, place) + 1
    start = octets.rfind(b"\n", 0, place) + 1
    file, mended = shlex.quote(name), shlex.quote(f"{name}.new")
    shown = octets[max(start, place - _MAX_SHOWN // 2) :].splitlines()[0][:_MAX_SHOWN].decode("cp1252", "replace")
    return EncodingError(
        line,
        f"not UTF-8 text (as Windows-1252 it would read {shown.strip()!r}): save the file as UTF-8 in your editor, or run: "
        f"iconv -f WINDOWS-1252 -t UTF-8 {file} -o {mended} && cp {mended} {file}",
    )
