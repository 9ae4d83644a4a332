"""The nouns of a file of contacts. Frozen values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from watcher.core.message.model import Address


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to write to. `line` is where they stand in the file, from 1."""

    line: int
    address: Address
    note: str = ""
    met_at: datetime | None = None  # UTC; None: the file does not say
    owner: str = ""  # as it is written; "": the file does not say


@dataclass(frozen=True, slots=True)
class LineProblem:
    """Why a line makes no contact, or is not what it seems."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ContactList:
    """A file that was read: those who can be written to, what is wrong, and the columns that mean nothing here."""

    contacts: tuple[Contact, ...]
    problems: tuple[LineProblem, ...] = ()
    unused_columns: tuple[str, ...] = ()
    lines: int = 0  # with something in them, the header aside
    is_encoding_guessed: bool = False  # it does not say its encoding, and is no UTF-8: read as Windows-1252


class ContactFileError(ValueError):
    """Nothing of the file can be used; the text says what it is and how to save it."""
