"""An mbox as a stream of messages (RFC 4155), one at a time, however many there are.

A damaged one gives what is whole in it, and says what is not: it begins in the middle of a message, or other text stands before the
first, or the last one is cut off, as when a disk was full or a download ended early, or zeros stand in place of a lost block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import BinaryIO, NamedTuple

from watcher.core.message.model import MAX_FETCHED_OCTETS

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIRST_LINE = re.compile(rb"From [^\n]{1,300}\n")
#: `Mon Nov 23 10:00:00 2026`, as asctime writes it; some write a zone before or after the year.
_DATE = rb"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d(?::\d\d)?(?: [A-Z+\-\d]{1,6})? \d{4}"
_SEPARATOR_DATE = re.compile(_DATE)
_SEPARATOR_INSIDE = re.compile(rb"(?m)^\r?\nFrom [^\n]{1,300}" + _DATE)
_BARE_SEPARATOR = re.compile(rb"From [^\s]+@?[^\s]*\s*")
_MAX_LINE_OCTETS = 64 * 1024
_HEADER_END = re.compile(rb"\r?\n\r?\n")

CUT_OFF = "the last message is cut off: what is there of it was read"
NO_BEGINNING = "it begins in the middle of a message: what is there of it was read"
HOLE = "zeros stand where something was lost, as after a power failure: what is around them was read"
FOREIGN_BEGINNING = "what stands before the first message is no mail, and was passed over"


class MboxMessage(NamedTuple):
    """One message: its line `From `, b"" where the file begins without one; its first octets; the size of it all."""

    separator: bytes
    raw: bytes
    size: int


def begins_mbox(head: bytes) -> bool:
    """Is the first line with something in it a separator?"""
    return _FIRST_LINE.match(head.removeprefix(_BYTE_ORDER_MARK).lstrip()) is not None


def has_separator(head: bytes) -> bool:
    """Is there a separator with its date anywhere in these octets?"""
    return begins_mbox(head) or _SEPARATOR_INSIDE.search(head) is not None


def split_mbox(file: BinaryIO, tell: Callable[[str], None]) -> Iterator[MboxMessage]:
    """Each message; a line of text that begins with `From ` and is no separator stays text. What stands before the first separator is a
    message without one, if there is a colon in its first line. `tell` is told what is damaged."""
    found = _Collected(b"")
    is_blank, lines = True, _Lines(file)
    file.seek(len(_BYTE_ORDER_MARK) if file.read(len(_BYTE_ORDER_MARK)) == _BYTE_ORDER_MARK else 0)
    for line in lines:
        if lines.is_line_start and _is_separator(line, is_blank):
            if found.separator or found.is_message:
                yield found.as_message()
            if not found.separator and found.size:
                tell(NO_BEGINNING if found.is_message else FOREIGN_BEGINNING)
            found = _Collected(line)
        elif found.separator or found.size or line.strip():
            found.add(line)
        is_blank = lines.is_line_start and line in (b"\n", b"\r\n")
    if found.size or (found.separator and lines.is_line_start):
        yield found.as_message()
    if found.separator and (not lines.is_line_start or not found.has_whole_header):
        tell(CUT_OFF)
    if lines.has_hole:
        tell(HOLE)


def read_separator_instant(separator: bytes) -> float | None:
    """When a separator says that its message came: `From carol Mon Nov 23 10:00:00 2026`, in UTC (RFC 4155 § appendix A)."""
    found = _SEPARATOR_DATE.search(separator)
    try:
        return parsedate_to_datetime(found[0].decode("ascii")).replace(tzinfo=UTC).timestamp() if found else None
    except (ValueError, TypeError, OverflowError):
        return None


class _Lines:
    """The lines of a file, a long one in pieces. `is_line_start`: what is handed out begins a line, and at the end: the last one is
    whole. `has_hole`: zeros were passed over.

    A file system that lost power leaves zeros for the blocks that it had not written yet, and the next message is appended behind them.
    Zeros are passed over if a separator or nothing follows them: a body may have some of its own.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.is_line_start, self.has_hole = True, False

    def __iter__(self) -> Iterator[bytes]:
        while line := self._file.readline(_MAX_LINE_OCTETS):
            before, zero, after = line.rpartition(b"\0")
            if zero and (not line.strip(b"\0") or _is_separator(after, after_blank=False)):
                self.has_hole = True
                if text := before.strip(b"\0"):
                    yield text
                self.is_line_start = True
                if not (line := after):
                    continue
            yield line
            self.is_line_start = line.endswith(b"\n")


class _Collected:
    """The lines of one message so far; no more of them than the cap of a message."""

    def __init__(self, separator: bytes) -> None:
        self.separator, self.size = separator, 0
        self._lines: list[bytes] = []
        self._kept = 0

    def add(self, line: bytes) -> None:
        self.size += len(line)
        if self._kept < MAX_FETCHED_OCTETS:
            self._lines.append(line[: MAX_FETCHED_OCTETS - self._kept])
            self._kept += len(line)

    @property
    def is_message(self) -> bool:
        return bool(self._lines) and b":" in self._lines[0]

    @property
    def has_whole_header(self) -> bool:
        return _HEADER_END.search(b"".join(self._lines)) is not None

    def as_message(self) -> MboxMessage:
        return MboxMessage(self.separator, _without_last_blank_line(b"".join(self._lines)), self.size)


def _is_separator(line: bytes, after_blank: bool) -> bool:
    """It names a date, or it follows a blank line as only a separator or a careless writer's sentence does."""
    if not line.startswith(b"From "):
        return False
    return _SEPARATOR_DATE.search(line) is not None or (after_blank and _BARE_SEPARATOR.fullmatch(line) is not None)


def _without_last_blank_line(raw: bytes) -> bytes:
    return raw.removesuffix(b"\n").removesuffix(b"\r") if raw.endswith((b"\n\n", b"\r\n\r\n")) else raw
