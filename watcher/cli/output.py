"""What commands print with: lines a terminal shows as they are, and JSON."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from typing import Any

import click

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def terminal_safe_text(text: str) -> str:
    """One line a terminal shows as it is: a file name or a stranger's text can steer nothing."""
    return _CONTROL_CHARACTERS.sub(" ", text.encode("utf-8", "replace").decode()).strip()


def print_json_line(row: dict[str, Any]) -> None:
    """One object, one line."""
    click.echo(json.dumps(row, ensure_ascii=True))


def terminal_width() -> int:
    """Columns of characters to write in: the terminal's, $COLUMNS, or 80; never less than 40."""
    return max(40, shutil.get_terminal_size().columns)


def truncate_right(text: str, limit: int) -> str:
    """At most `limit` columns of the beginning, where each character takes one."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def truncate_left(text: str, limit: int) -> str:
    """At most `limit` characters of the end: of a path that is the part that tells."""
    return text if len(text) <= limit else f"…{text[1 - limit :]}"


def print_heading(text: str) -> None:
    """A line in bold, where the terminal can."""
    click.secho(text, bold=True)


def print_problems(problems: Iterable[object]) -> None:
    """Each on a line of its own, to stderr."""
    for problem in problems:
        click.echo(str(problem), err=True)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, stable keys.")
