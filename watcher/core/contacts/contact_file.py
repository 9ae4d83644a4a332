"""A file of contacts → those who can be written to. What is wrong with a line is said, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.contacts import dates
from watcher.core.contacts.columns import Column, Header, read_header
from watcher.core.contacts.model import Contact, ContactFileError, ContactList, LineProblem
from watcher.core.contacts.table import Record, is_encoding_guessed, read_table
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.destination import destination_matches

#: More is no list of contacts that people write to one by one.
MAX_CONTACTS = 5000
MAX_NAME_CHARS = 200
MAX_NOTE_CHARS = 2000


class LineError(ValueError):
    """This line makes no contact."""


def read_contacts(octets: bytes, zone: ZoneInfo, now: datetime) -> ContactList:
    """Everybody the file names, in its order. `zone`: of the house, for times without one. ContactFileError: none of it can be used."""
    records = list(read_table(octets))
    if not records:
        raise ContactFileError("there is nothing in it")
    header = read_header(records[0].cells)
    if Column.ADDRESS not in header.places:
        names = ", ".join(clean_foreign_text(name, 40) for name in records[0].cells[:12])
        near = "".join(f"; {problem}" for problem in header.problems)
        raise ContactFileError(
            f"line {records[0].line}: no column is called email or the like; they are: {names}{near}{_describe_no_header(records[0])}"
        )
    rows = records[1:]
    if not rows:
        raise ContactFileError(f"line {records[0].line} names the columns, and no contact follows it")
    if len(rows) > MAX_CONTACTS:
        raise ContactFileError(f"more than {MAX_CONTACTS} contacts: divide it")
    reader = _RowReader(header, zone, now, dates.is_day_first(_cells_of(rows, header, Column.MET)))
    problems = [LineProblem(records[0].line, text) for text in header.problems]
    contacts: list[Contact] = []
    lines: dict[str, int] = {}
    for record in rows:
        try:
            contact = reader.read(record)
            if (line := lines.setdefault(contact.address.key, contact.line)) != contact.line:
                raise LineError(f"{contact.address.email} stands on line {line} already")
            contacts.append(contact)
        except LineError as error:
            problems.append(LineProblem(record.line, str(error)))
    return ContactList(tuple(contacts), tuple(problems), header.unused, len(rows), is_encoding_guessed(octets))


def _describe_no_header(record: Record) -> str:
    """For a table that begins with its first contact."""
    return (
        ". It holds an address: put a line before it that names the columns"
        if any("@" in cell for cell in record.cells)
        else ""
    )


def _cells_of(rows: Iterable[Record], header: Header, column: Column) -> list[str]:
    place = header.places.get(column)
    return [row.cells[place] for row in rows if place is not None and place < len(row.cells)]


class _RowReader:
    """Reads one line after the other by the header."""

    def __init__(self, header: Header, zone: ZoneInfo, now: datetime, day_first: bool | None) -> None:
        self._header, self._zone, self._now, self._day_first = header, zone, now, day_first

    def read(self, record: Record) -> Contact:
        """LineError: what is wrong with the line."""
        if record.is_broken:
            raise LineError("a quotation mark opens a cell and never closes it")
        if any(record.cells[self._header.width :]):
            raise LineError(f"{len(record.cells)} cells, and the first line names {self._header.width} columns")

        def cell(column: Column) -> str:
            place = self._header.places.get(column)
            return record.cells[place] if place is not None and place < len(record.cells) else ""

        address = _read_address(cell(Column.ADDRESS))
        return Contact(
            line=record.line,
            address=Address(address.email, _read_name(cell) or clean_foreign_text(address.name, MAX_NAME_CHARS)),
            note=clean_foreign_text(cell(Column.NOTE), MAX_NOTE_CHARS),
            met_at=self._read_met(cell(Column.MET)),
            owner=cell(Column.OWNER),
        )

    def _read_met(self, value: str) -> datetime | None:
        if not value:
            return None
        try:
            met_at = dates.parse_met(value, self._zone, self._day_first)
        except dates.DateError as error:
            raise LineError(str(error)) from None
        if met_at > self._now:
            raise LineError(f"{value} is still to come")
        return met_at


def _read_name(cell: Callable[[Column], str]) -> str:
    """First and last name, where they have columns of their own. A column "name" beside one of them has the other."""
    first, name, last = cell(Column.FIRST_NAME), cell(Column.NAME), cell(Column.LAST_NAME)
    parts = (first, last or name) if first else (name, last)
    return clean_foreign_text(" ".join(part for part in parts if part), MAX_NAME_CHARS)


def _read_address(value: str) -> Address:
    """LineError: it is no single address that mail can go to."""
    if not value:
        raise LineError("no address")
    found = parse_addresses(value.removeprefix("mailto:").removeprefix("MAILTO:"))
    if len(found) != 1:
        shown = clean_foreign_text(value, 80)
        raise LineError(f"{shown!r} is no mail address" if not found else f"{shown!r} is more than one address")
    bad = [hit.why for hit in destination_matches(found[0].email) if hit.code is SuppressionCode.BAD_DESTINATION]
    if bad:
        raise LineError(bad[0])
    return found[0]
