"""A TOML text → its data, the line of every key, and problems told as `file:line: where: what, and what to do`.

`tomllib` says what the file means; lines are looked up only when there is something to complain about.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

KeyPath = tuple[str | int, ...]

#: What tomllib says → what was most likely meant.
_CURES = {
    "Cannot overwrite a value": ": the key or table is there already; leave one of them",
    "Cannot declare": ": this table is there already; keys of one table stand together",
    "Invalid value": ': text stands in double quotes, as in "anna"',
    "Expected '=' after a key": ": a line is key = value; spaces and umlauts in a key need quotes",
    "Invalid statement": ": a line is key = value, a [table] or a # comment",
    "Expected newline or end of document": ": one key a line; text stands in double quotes",
    "Unclosed inline table": ": keys in { … } stand in one line, with commas between",
    "Unclosed array": ": a list ends with ], with commas between",
    "Expected ']' at the end of a table declaration": ': close it with ]; a name with a space or an umlaut needs quotes: [people."jürgen"]',
    "Invalid hex value": ": write \\\\ for each \\, or single quotes around the text",
    "Unescaped '\\' in a string": ": write \\\\ for each \\, or single quotes around the text",
    "Invalid initial character for a key part": ": keys in { … } stand in one line, with commas between",
    "Unterminated string": ": text ends in its line with the kind of quote it began with, \" or '",
    "Illegal character": ": text ends in its line with the kind of quote it began with, \" or '",
}

#: What stands for true and false elsewhere.
_TRUTHS = frozenset({"true", "false", "yes", "no", "on", "off", "ja", "nein", "oui", "non", "si", "sì", "sí"})
_QUOTATION_MARKS = "“”„‟‘’‚‛«»‹›`´＂＇"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one file; a value, which TomlError carries. `line` is 0 where it is not known."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join(f"{place}: {self.message}".split())  # one line, also where a value that is quoted has several


class TomlError(Exception):
    """Raised once for everything that is wrong; `problems` in the order of file and line, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class TomlDocument:
    """One file. TomlError: it is no TOML."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self._header_lines: dict[str, list[int]] = {}
        try:
            self.data: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
            message = re.sub(r"\s*\(at .*\)", "", str(error))
            hint = " (at the end of the file)" if found is None else ""
            line = int(found[1]) if found else max(1, len(text.splitlines()))
            cure = _name_typing_slip(text.split("\n")[line - 1][int(found[2]) - 1 :]) if found else ""
            cure = cure or next((cure for said, cure in _CURES.items() if said in message), "")
            raise TomlError([Problem(file, line, f"not valid TOML: {message}{hint}{cure}")]) from None

    def table(self, name: str) -> dict[str, Any]:
        """The top-level table of that name; empty where there is none, or something else stands there."""
        found = self.data.get(name)
        return found if isinstance(found, dict) else {}

    def problem_at(self, path: KeyPath, message: str) -> Problem:
        """A problem at the key that `path` leads to, or at the nearest one above it that has a line."""
        return Problem(self.file, self.line_of(path), message)

    def line_of(self, path: KeyPath) -> int:
        """The line, from 1, of the key that `path` leads to or of the nearest one above it; 0 where none is known."""
        node, line = self._metadata_nodes, 0
        for step in path:
            try:
                node = node[step] if isinstance(step, int) or "value" not in node else node["value"][step]
                if isinstance(step, str) and isinstance(node, dict) and isinstance(node.get("value"), list):
                    line = node.get("key_line", line)
                    node = node["value"]
                    continue
            except (KeyError, IndexError, TypeError):
                return line or _first_line(node)
            line = _own_line(node) or line
        return _own_line(node) or _first_line(node) or line

    def line_of_table(self, name: str, number: int) -> int:
        """The line, from 1, of a `[[name]]`; `number` counts from 0. As `line_of`, which reads the whole text with another library, but
        for a table that is written in the usual way without it."""
        if name not in self._header_lines:
            header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
            self._header_lines[name] = [n for n, line in enumerate(self._text.split("\n"), 1) if header.match(line)]
        lines, tables = self._header_lines[name], self.data.get(name)
        is_usual = isinstance(tables, list) and len(lines) == len(tables)
        return lines[number] if is_usual else self.line_of((name, number))

    @cached_property
    def _metadata_nodes(self) -> Any:
        try:
            import toml_rs

            return toml_rs.load_with_metadata(self._text).meta["nodes"]
        except Exception:  # a young library, needed for nothing but the number in a message
            return {}


def _name_typing_slip(rest: str) -> str:
    """What an editor or a habit put at the beginning of `rest`, the line from the place on where it could not be read; or nothing."""
    first = rest[:1]
    if first and first in _QUOTATION_MARKS:
        return f': {first} is a quotation mark of a text program; a file like this takes straight ones, as in "anna"'
    if first and first not in " \t" and (first.isspace() or unicodedata.category(first) in ("Cf", "Cc")):
        name = unicodedata.name(first, "a control character")
        return f": here is a character that is not seen, U+{ord(first):04X} ({name}): delete it, and type a space where one belongs"
    word = re.match(r"\w*", rest)
    if word is not None and word[0].casefold() in _TRUTHS:
        return ": write true or false, in small letters and without quotes"
    return ""


def _own_line(node: Any) -> int:
    if isinstance(node, dict):
        line = node.get("key_line") or node.get("value_line")
        return line if isinstance(line, int) else 0
    return 0


def _first_line(node: Any) -> int:
    """The first line below a table that has none itself."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return min((line for child in children if (line := _own_line(child) or _first_line(child))), default=0)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean "password"?)`, or nothing. Upper and lower case count as the same."""
    import difflib  # nobody needs it whose configuration is right

    by_key = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), list(by_key), n=1, cutoff=0.6)
    return f' (did you mean "{by_key[near[0]]}"?)' if near else ""
