"""Messages kept in files: .eml, mbox, Maildir, folders of them. Read only, and never more than the octet cap of each.

What a folder holds beside mail (lists, pictures, program text) is passed over; a file that is named is always read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

from watcher.core.message.model import MAX_FETCHED_OCTETS, FetchedMessage, FolderRole, Locator

_SNIFF_OCTETS = 16 * 1024
_MAIL_HEADER_FIELD = re.compile(
    rb"(?:from|received|return-path|delivered-to|message-id|date|to|subject|mime-version)[ \t]*:", re.IGNORECASE
)
_MBOX_FROM_LINE = re.compile(rb"From [^\n]{1,300}\n")
#: `Mon Nov 23 10:00:00 2026`, as asctime writes it; some write a zone before or after the year.
_SEPARATOR_DATE = re.compile(rb"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d(?::\d\d)?(?: [A-Z+\-\d]{1,6})? \d{4}")
_BARE_SEPARATOR = re.compile(rb"From [^\s]+@?[^\s]*\s*")
_MAX_LINE_OCTETS = 64 * 1024
_MAIL_SUFFIXES = frozenset({".eml", ".mail", ".msg", ".rfc822"})


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """One message in octets and where it is kept: a file, or `file:3` for the third message of an mbox (RFC 4155)."""

    location: str
    arrival: FetchedMessage


def read_messages(
    paths: Iterable[Path], on_error: Callable[[Path, OSError], None] | None = None
) -> Iterator[StoredMessage]:
    """Every message, folders in name order. OSError: a file or folder cannot be read; with `on_error` it is told and passed over."""
    for path in paths:
        try:
            for file in _walk_mail_files(path) if path.is_dir() else (path,):
                try:
                    yield from _read_file(file)
                except OSError as error:
                    _tell(on_error, file, error)
        except OSError as error:
            _tell(on_error, path, error)


def _tell(on_error: Callable[[Path, OSError], None] | None, path: Path, error: OSError) -> None:
    if on_error is None:
        raise error
    on_error(path, error)


def _walk_mail_files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=_raise_walk_error):
        maildir = {"cur", "new"} <= set(folders)
        hidden = {name for name in folders if name.startswith(".") and not _is_maildir(Path(place, name))}
        folders[:] = sorted(set(folders) - hidden - ({"tmp"} if maildir else set()))
        in_maildir = Path(place).name in ("cur", "new") and Path(place, "../cur").is_dir()
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file() and (in_maildir or _is_mail_file(path)):
                yield path


def _raise_walk_error(error: OSError) -> None:
    raise error


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir()


def _is_mail_file(path: Path) -> bool:
    if path.suffix.casefold() in _MAIL_SUFFIXES:
        return True
    with path.open("rb") as file:
        head = file.read(_SNIFF_OCTETS).lstrip()
    return _MBOX_FROM_LINE.match(head) is not None or _begins_with_header(head)


def _begins_with_header(head: bytes) -> bool:
    """Is the first line a header field, and one of mail's among those that follow?"""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    fields = [line for line in block.split(b"\n") if not line[:1].isspace()]
    named = sum(bool(_MAIL_HEADER_FIELD.match(line)) for line in fields)
    return bool(fields) and b":" in fields[0] and named >= 2


def _read_file(path: Path) -> Iterator[StoredMessage]:
    with path.open("rb") as file:
        head = file.read(_SNIFF_OCTETS)
    if not head and path.suffix.casefold() not in _MAIL_SUFFIXES:
        return  # a mailbox without mail, not a message without text
    if _MBOX_FROM_LINE.match(head) and path.suffix.casefold() not in _MAIL_SUFFIXES:
        yield from _read_mbox(path)
        return
    with path.open("rb") as file:
        raw = file.read(MAX_FETCHED_OCTETS)
        size = os.fstat(file.fileno()).st_size
        at = os.fstat(file.fileno()).st_mtime
    yield StoredMessage(str(path), _build_arrival(path, 1, raw, size, at))


def _read_mbox(path: Path) -> Iterator[StoredMessage]:
    """One message at a time, however many there are (RFC 4155). A line of text that begins with `From ` and is no separator stays text."""
    at = path.stat().st_mtime
    with path.open("rb") as file:
        for n, (separator, raw, size) in enumerate(_split_mbox(file), 1):
            yield StoredMessage(f"{path}:{n}", _build_arrival(path, n, raw, size, _read_instant(separator) or at))


def _split_mbox(file: BinaryIO) -> Iterator[tuple[bytes, bytes, int]]:
    """The separator, the first octets and the size of each message."""
    separator, lines, size, kept = b"", [b""], 0, 0
    is_blank = is_line_start = True
    while line := file.readline(_MAX_LINE_OCTETS):
        if is_line_start and _is_separator(line, is_blank):
            if separator:
                yield separator, _without_last_blank_line(b"".join(lines)), size
            separator, lines, size, kept = line, [], 0, 0
        else:
            size += len(line)
            if kept < MAX_FETCHED_OCTETS:
                lines.append(line[: MAX_FETCHED_OCTETS - kept])
                kept += len(line)
        is_line_start = line.endswith(b"\n")
        is_blank = is_line_start and line in (b"\n", b"\r\n")
    if separator:
        yield separator, _without_last_blank_line(b"".join(lines)), size


def _is_separator(line: bytes, after_blank: bool) -> bool:
    """It names a date, or it follows a blank line as only a separator or a careless writer's sentence does."""
    if not line.startswith(b"From "):
        return False
    return _SEPARATOR_DATE.search(line) is not None or (after_blank and _BARE_SEPARATOR.fullmatch(line) is not None)


def _without_last_blank_line(raw: bytes) -> bytes:
    return raw.removesuffix(b"\n").removesuffix(b"\r") if raw.endswith((b"\n\n", b"\r\n\r\n")) else raw


def _read_instant(separator: bytes) -> float | None:
    """When a separator says that its message came: `From carol Mon Nov 23 10:00:00 2026`, in UTC (RFC 4155 § appendix A)."""
    found = _SEPARATOR_DATE.search(separator)
    try:
        return parsedate_to_datetime(found[0].decode("ascii")).replace(tzinfo=UTC).timestamp() if found else None
    except (ValueError, TypeError, OverflowError):
        return None


def _build_arrival(path: Path, n: int, raw: bytes, size: int, at: float) -> FetchedMessage:
    place = Locator("", str(path.parent), 1, n)
    return FetchedMessage(place, FolderRole.INBOX, raw, datetime.fromtimestamp(at, UTC), size)
