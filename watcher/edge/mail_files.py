"""Messages kept in files: .eml, mbox, Maildir, folders of them. Read only, and never more than the octet cap of each.

What a folder holds beside mail (lists, pictures, program text) is passed over. A file that is named, and one that holds mail in a form
that cannot be read here, is told of. An mbox that is damaged gives what is whole in it.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher.core.message.model import MAX_FETCHED_OCTETS, FetchedMessage, FolderRole, Locator
from watcher.edge import foreign_formats, mbox

_SNIFF_OCTETS = 16 * 1024
_MAIL_HEADER_FIELD = re.compile(
    rb"(?:from|received|return-path|delivered-to|message-id|date|to|subject|mime-version)[ \t]*:", re.IGNORECASE
)
_MAIL_SUFFIXES = frozenset({".eml", ".mail", ".msg", ".rfc822"})


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """One message in octets and where it is kept: a file, or `file:3` for the third message of an mbox (RFC 4155)."""

    location: str
    arrival: FetchedMessage


class NoMailFileError(OSError):
    """A file is no mail; `strerror` says to its owner what it is."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(errno.EINVAL, text, str(path))


class DamagedFileError(NoMailFileError):
    """Not all of a file is mail, and what is was read."""


#: Told of each file or folder that cannot be read, and of what is missing in one that can.
ProblemCallback = Callable[[Path, OSError], None]


def read_messages(paths: Iterable[Path], on_problem: ProblemCallback | None = None) -> Iterator[StoredMessage]:
    """Every message, folders in name order. With `on_problem` it is told what cannot be read, and the rest is read; without it that is
    raised: OSError, and NoMailFileError for what is no mail, not for what is damaged."""
    tell = on_problem or _raise_unless_damaged
    for path in paths:
        try:
            for file in _walk_mail_files(path) if path.is_dir() else (path,):
                try:
                    yield from _read_file(file, tell)
                except OSError as error:
                    tell(file, error)
        except OSError as error:
            tell(path, error)


def _raise_unless_damaged(_path: Path, error: OSError) -> None:
    if not isinstance(error, DamagedFileError):
        raise error


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


def _is_mail_file(path: Path) -> bool:
    """Is it mail, or would its owner miss mail without a word about it?"""
    if path.suffix.casefold() in _MAIL_SUFFIXES:
        return True
    head = _read_head(path)
    return mbox.begins_mbox(head) or _begins_with_header(head) or bool(foreign_formats.describe_mail_container(head))


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SNIFF_OCTETS)


def _raise_walk_error(error: OSError) -> None:
    raise error


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir()


def _begins_with_header(head: bytes) -> bool:
    """Is the first line a header field, and one of mail's among those that follow?"""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    fields = [line for line in block.split(b"\n") if not line[:1].isspace()]
    named = sum(bool(_MAIL_HEADER_FIELD.match(line)) for line in fields)
    return bool(fields) and b":" in fields[0] and named >= 2


def _read_file(path: Path, tell: ProblemCallback) -> Iterator[StoredMessage]:
    """NoMailFileError: it is no mail."""
    head = _read_head(path)
    is_message = path.suffix.casefold() in _MAIL_SUFFIXES
    if not head and not is_message:
        return  # a mailbox without mail, not a message without text
    if words := foreign_formats.describe_mail_container(head):
        raise NoMailFileError(path, words)
    if is_message or (_is_kept_alone(path) and not mbox.begins_mbox(head)):
        yield _read_message(path)
    elif mbox.has_separator(head) or _begins_with_header(head):
        yield from _read_mbox(path, tell)
    else:
        raise NoMailFileError(path, foreign_formats.describe_foreign_file(head))


def _is_kept_alone(path: Path) -> bool:
    """In a Maildir, or in a folder of MH, whose files are numbers: what looks like a second message in it is a quotation."""
    return path.parent.name in ("cur", "new") or path.name.isdecimal()


def _read_message(path: Path) -> StoredMessage:
    with path.open("rb") as file:
        raw = file.read(MAX_FETCHED_OCTETS)
        stat = os.fstat(file.fileno())
    return StoredMessage(str(path), _build_arrival(path, 1, raw, stat.st_size, stat.st_mtime))


def _read_mbox(path: Path, tell: ProblemCallback) -> Iterator[StoredMessage]:
    """Its messages, and the one message of a file without separators."""
    at = path.stat().st_mtime
    with path.open("rb") as file:
        for n, found in enumerate(mbox.split_mbox(file, lambda text: tell(path, DamagedFileError(path, text))), 1):
            received = mbox.read_separator_instant(found.separator) or at
            location = f"{path}:{n}" if n > 1 or found.separator else str(path)
            yield StoredMessage(location, _build_arrival(path, n, found.raw, found.size, received))


def _build_arrival(path: Path, n: int, raw: bytes, size: int, at: float) -> FetchedMessage:
    place = Locator("", str(path.parent), 1, n)
    return FetchedMessage(place, FolderRole.INBOX, raw, datetime.fromtimestamp(at, UTC), size)
