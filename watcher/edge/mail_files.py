"""Messages kept in files: .eml, mbox, Maildir, folders of them. Read only, and never more than the octet cap of each.

What a folder holds beside mail (lists, pictures, program text) is passed over; a file that is named is always read.
"""

from __future__ import annotations

import mailbox
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher.core.message.model import MAX_FETCHED_OCTETS, FetchedMessage, FolderRole, Locator

_SNIFF_OCTETS = 16 * 1024
_MAIL_HEADER_FIELD = re.compile(
    rb"(?:from|received|return-path|delivered-to|message-id|date|to|subject|mime-version)[ \t]*:", re.IGNORECASE
)
_MBOX_FROM_LINE = re.compile(rb"From [^\n]{1,300}\n")
_MAIL_SUFFIXES = frozenset({".eml", ".mail", ".msg", ".rfc822"})


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """One message in octets and where it is kept: a file, or `file:3` for the third message of an mbox (RFC 4155)."""

    location: str
    arrival: FetchedMessage


def read_messages(paths: Iterable[Path]) -> Iterator[StoredMessage]:
    """Every message, folders in name order. OSError: a named file or folder cannot be read."""
    for path in paths:
        if path.is_dir():
            for file in _walk_mail_files(path):
                yield from _read_file(file)
        else:
            yield from _read_file(path)


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
    if _MBOX_FROM_LINE.match(head) and path.suffix.casefold() not in _MAIL_SUFFIXES:
        yield from _read_mbox(path)
        return
    with path.open("rb") as file:
        raw = file.read(MAX_FETCHED_OCTETS)
        size = os.fstat(file.fileno()).st_size
        at = os.fstat(file.fileno()).st_mtime
    yield StoredMessage(str(path), _build_arrival(path, 1, raw, size, at))


def _read_mbox(path: Path) -> Iterator[StoredMessage]:
    at = path.stat().st_mtime
    box = mailbox.mbox(path, create=False)
    try:
        for n, key in enumerate(box.iterkeys(), 1):
            file = box.get_file(key)
            raw = file.read(MAX_FETCHED_OCTETS)
            size = len(raw) + len(file.read()) if len(raw) == MAX_FETCHED_OCTETS else len(raw)
            yield StoredMessage(f"{path}:{n}", _build_arrival(path, n, raw, size, at))
    finally:
        box.close()


def _build_arrival(path: Path, n: int, raw: bytes, size: int, at: float) -> FetchedMessage:
    place = Locator("", str(path.parent), 1, n)
    return FetchedMessage(place, FolderRole.INBOX, raw, datetime.fromtimestamp(at, UTC), size)
