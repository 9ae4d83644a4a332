"""What a `match` asks, as plain data: its tests, for lint, and the literals without which it cannot hold, for the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from watcher.core.rules.conditions import ADDRESS_FIELDS, GROUP_OPERATORS, longest_literal_piece
from watcher.core.rules.context import HEADER_LITERAL_PREFIX, nfkc_casefold


class FieldTest(NamedTuple):
    """One test: of a field, by an operator, for one of these words."""

    field: str
    operator: str
    words: frozenset[str]


def required_field_tests(match: dict[str, Any]) -> list[FieldTest] | None:
    """The tests that must all hold; None where there are more than plain ones (`any`, `not`)."""
    found: list[FieldTest] = []
    for name, value in match.items():
        if name == "all":
            for each in value if isinstance(value, list) else [value]:
                inner = required_field_tests(each)
                if inner is None:
                    return None
                found += inner
        elif name in GROUP_OPERATORS:
            return None
        elif name == "header":
            for header, wanted in value.items():
                found += field_tests_of_entry(f"header {header.casefold()}", wanted)
        else:
            found += field_tests_of_entry(name, value)
    return found


def field_tests_of_entry(name: str, value: Any) -> Iterator[FieldTest]:
    """The tests that one entry of `match` stands for."""
    if not isinstance(value, dict):
        value = {"is": value}
    for operator, wanted in value.items():
        words = wanted if isinstance(wanted, list) else [wanted]
        form = str if operator == "regex" else nfkc_casefold
        yield FieldTest(name, operator, frozenset(form(_value_as_text(word)) for word in words))


def _value_as_text(word: Any) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)


#: Fields whose texts are in `RuleContext.searchable_text`.
_SEARCHABLE_FIELDS = frozenset((*ADDRESS_FIELDS, "subject", "body", "list_id", "attachment"))
_LITERAL_OPERATORS = ("is", "contains", "starts", "ends", "domain")


def required_literals(match: dict[str, Any]) -> frozenset[str] | None:
    """Literals of which at least one must be in the searchable text for `match` to hold; None where nothing is certain."""
    best = _required_literals_of_any(match["any"]) if "any" in match else None
    for atom in (
        required_field_tests({name: value for name, value in match.items() if name not in ("any", "not")}) or ()
    ):
        if atom.field.startswith(HEADER_LITERAL_PREFIX) and not (atom.operator == "exists" and "false" in atom.words):
            return frozenset({atom.field})
        if atom.field not in _SEARCHABLE_FIELDS or atom.operator not in _LITERAL_OPERATORS:
            continue
        words = frozenset(_literal_part(atom, word) for word in atom.words)
        if all(words) and (best is None or min(map(len, words)) > min(map(len, best))):
            best = words
    return best


def _required_literals_of_any(value: Any) -> frozenset[str] | None:
    """What every one of the alternatives needs, taken together."""
    tables = value if isinstance(value, list) else [{name: wanted} for name, wanted in value.items()]
    found = [required_literals(each) for each in tables]
    return frozenset().union(*(each for each in found if each)) if all(found) else None


def _literal_part(atom: FieldTest, word: str) -> str:
    """The part of a word that must occur as it stands: of a pattern its longest literal piece."""
    if atom.operator == "domain":
        return word.lstrip("@")
    if atom.field in ADDRESS_FIELDS and ("*" in word or "?" in word):
        return longest_literal_piece(word)
    return word


def body_literals(match: dict[str, Any]) -> Iterator[str]:
    """Every word that a test of the body looks for, wherever in `match` it stands."""
    for name, value in match.items():
        if name in GROUP_OPERATORS:
            for each in value if isinstance(value, list) else [value]:
                yield from body_literals(each)
        elif name == "body":
            for atom in field_tests_of_entry(name, value):
                if atom.operator == "contains":
                    yield from atom.words
