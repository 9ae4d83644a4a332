"""What commands print with: lines a terminal shows as they are, and JSON."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

from watcher.core.letters.text_width import cut_to_width, text_width

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def terminal_safe_text(text: str) -> str:
    """One line a terminal shows as it is: a file name or a stranger's text can steer nothing."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _CONTROL_CHARACTERS.sub(" ", text.encode("utf-8", "replace").decode()).strip()


def print_json_line(row: dict[str, Any]) -> None:
    """One object, one line."""
    click.echo(json.dumps(row, ensure_ascii=True))


def terminal_width() -> int:
    """Columns of characters to write in: the terminal's, $COLUMNS, or 80; never less than 40."""
    return max(40, shutil.get_terminal_size().columns)


def truncate_left(text: str, limit: int) -> str:
    """At most `limit` characters of the end: of a path that is the part that tells."""
    return text if len(text) <= limit else f"…{text[1 - limit :]}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: as wide as its widest cell, or, with a `share`, that part of the width the others leave."""

    title: str
    share: int = 0
    is_number: bool = False


def table_lines(columns: Sequence[Column], rows: Sequence[Sequence[object]], width: int) -> Iterator[str]:
    """The table in lines of at most `width` columns, where the fixed columns leave room at all: the header, a rule, then a line a row."""
    cells = [[terminal_safe_text(str(cell)) for cell in row] for row in rows]
    widths = [
        0 if column.share else max(text_width(text) for text in (column.title, *(row[n] for row in cells)))
        for n, column in enumerate(columns)
    ]
    room = max(0, width - sum(widths) - 2 * (len(columns) - 1))
    shares = sum(column.share for column in columns)
    widths = [
        max(8, room * column.share // shares) if column.share else fixed
        for column, fixed in zip(columns, widths, strict=True)
    ]
    yield _join_cells(columns, [column.title for column in columns], widths)
    yield "─" * (sum(widths) + 2 * (len(columns) - 1))
    for row in cells:
        yield _join_cells(columns, row, widths)


def _join_cells(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for column, cell, width in zip(columns, cells, widths, strict=True):
        text = cut_to_width(cell, width)
        gap = width - text_width(text)
        padded.append(" " * gap + text if column.is_number else text + " " * gap)
    return "  ".join(padded).rstrip()


def print_heading(text: str) -> None:
    """A line in bold, where the terminal can."""
    click.secho(text, bold=True)


def print_problems(problems: Iterable[object]) -> None:
    """Each on a line of its own, to stderr."""
    for problem in problems:
        click.echo(str(problem), err=True)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, stable keys.")


def iso_timestamp(at: datetime | None) -> str | None:
    """ISO 8601, UTC, whole seconds."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z" if at else None
