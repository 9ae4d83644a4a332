"""Octets of a CSV file as spreadsheets save it → records of cells with their lines (RFC 4180, and what programs make of it).

The encoding is that of the byte order mark, else UTF-8, else Windows-1252: Excel writes each of them, by its menu. The delimiter is the
one that the header has most of, or what Excel's own first line `sep=;` says. A quotation mark that is never closed costs its own line, not
the rest of the file.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from watcher.core.contacts.model import ContactFileError

MAX_OCTETS = 10 * 1024 * 1024
#: How many line ends one quoted cell may hold: a mark that is never closed would swallow the rest.
MAX_CELL_LINES = 100
DELIMITERS = (";", ",", "\t", "|")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How files begin that are no text → what they are.
_OTHER_FORMATS = (
    (b"PK\x03\x04", "a workbook (.xlsx or .ods)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (.xls)"),
    (b"%PDF", "a PDF"),
)
_SEP_LINE = regex.compile(r'\A"?sep=(.)"?[ \t]*(?:\n|\Z)', regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the table: its cells, trimmed, and the line of the file on which it begins, from 1."""

    line: int
    cells: tuple[str, ...]
    is_broken: bool = False  # a quotation mark is never closed, or text follows it

    @property
    def is_empty(self) -> bool:
        """Are all its cells empty?"""
        return not any(self.cells)


def read_table(octets: bytes) -> Iterator[Record]:
    """Every record with something in it, the header first. ContactFileError: it is no text, or too large."""
    text = decode_table(octets)
    start, line = 0, 1
    if found := _SEP_LINE.match(text):
        start, line, delimiter = found.end(), 2, found[1]
    else:
        delimiter = _guess_delimiter(text)
    cell = _cell_pattern(delimiter)
    while start < len(text):
        record, start, ends = _read_record(text, start, line, cell)
        line += ends
        if not record.is_empty:
            yield record


def decode_table(octets: bytes) -> str:
    """The text, lines ended by `\\n`. ContactFileError: it is none, or too large."""
    if len(octets) > MAX_OCTETS:
        raise ContactFileError(f"larger than {MAX_OCTETS // (1024 * 1024)} MB: divide it")
    for mark, name in _OTHER_FORMATS:
        if octets.startswith(mark):
            raise ContactFileError(f"this is {name}: save it as CSV")
    encoding = next((encoding for mark, encoding in _MARKS if octets.startswith(mark)), "")
    try:
        text = octets.decode(encoding or _guess_utf16(octets) or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise ContactFileError(f"it begins like {encoding.upper()} and is not: save it as UTF-8") from None
        text = _decode_windows_1252(octets)
    if "\0" in text:
        raise ContactFileError("this is no text: save it as CSV")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_encoding_guessed(octets: bytes) -> bool:
    """Is the text read as Windows-1252, because it says nothing else and is no UTF-8?"""
    if any(octets.startswith(mark) for mark, _ in _MARKS) or _guess_utf16(octets):
        return False
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _guess_utf16(octets: bytes) -> str:
    """UTF-16 without its mark, by the zeros of Latin letters; "" where it is none."""
    head = octets[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 3 < len(head) // 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_windows_1252(octets: bytes) -> str:
    """Five octets mean nothing there: they are what they are in ISO 8859-1, as browsers read them (WHATWG Encoding § 9)."""
    try:
        return octets.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            bytes([octet]).decode("latin-1" if octet in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
            for octet in octets
        )


def _guess_delimiter(text: str) -> str:
    """What the first line has most of, outside quotation marks."""
    header = regex.sub(r'"[^"]*"', "", text.lstrip("\n").partition("\n")[0])
    return max(DELIMITERS, key=header.count)


def _cell_pattern(delimiter: str) -> regex.Pattern[str]:
    """A cell in quotation marks and what ends it, or all up to the next delimiter or line end."""
    end = regex.escape(delimiter)
    quoted = rf'[ ]*+"(?P<quoted>(?:[^"]|"")*+)"[ ]*+(?={end}|\n|\Z)'
    return regex.compile(rf"(?:{quoted}|(?P<plain>[^{end}\n]*+))(?P<end>{end}|\n|\Z)")


def _read_record(text: str, start: int, line: int, cell: regex.Pattern[str]) -> tuple[Record, int, int]:
    """The record, where the next one begins, and how many lines it took."""
    cells: list[str] = []
    is_broken, lines, at = False, 1, start
    while True:
        found = cell.match(text, at, endpos=_furthest_end(text, at))
        assert found is not None, "a plain cell may be empty"
        if (quoted := found["quoted"]) is not None:
            lines += quoted.count("\n")
            cells.append(quoted.replace('""', '"').strip())
        else:
            cells.append(found["plain"].strip())
            is_broken = is_broken or cells[-1].startswith('"')
        at = found.end()
        if found["end"] in ("\n", ""):
            return Record(line, tuple(cells), is_broken), max(at, start + 1), lines


def _furthest_end(text: str, at: int) -> int:
    """How far a quoted cell may reach that begins here."""
    end = at
    for _ in range(MAX_CELL_LINES):
        end = text.find("\n", end) + 1
        if not end:
            return len(text)
    return end
