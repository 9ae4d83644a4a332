"""What a `match` asks, as plain data: its tests, for lint, and the literals without which it cannot hold, for the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from watcher.core.rules.conditions import ADDRESS_FIELDS, GROUPS, HEADER, fold, longest_piece


class Atom(NamedTuple):
    """One test: of a field, by an operator, for one of these words."""

    field: str
    operator: str
    words: frozenset[str]


def atoms(match: dict[str, Any]) -> list[Atom] | None:
    """The tests that must all hold; None where there are more than plain ones (`any`, `not`)."""
    found: list[Atom] = []
    for name, value in match.items():
        if name == "all":
            for each in value if isinstance(value, list) else [value]:
                inner = atoms(each)
                if inner is None:
                    return None
                found += inner
        elif name in GROUPS:
            return None
        elif name == "header":
            for header, wanted in value.items():
                found += tests(f"header {header.casefold()}", wanted)
        else:
            found += tests(name, value)
    return found


def tests(name: str, value: Any) -> Iterator[Atom]:
    """The tests that one entry of `match` stands for."""
    if not isinstance(value, dict):
        value = {"is": value}
    for operator, wanted in value.items():
        words = wanted if isinstance(wanted, list) else [wanted]
        form = str if operator == "regex" else fold
        yield Atom(name, operator, frozenset(form(_word(word)) for word in words))


def _word(word: Any) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)


#: Fields whose texts are in `Subject.haystack`.
_IN_HAYSTACK = frozenset((*ADDRESS_FIELDS, "subject", "body", "list_id", "attachment"))
_LITERAL = ("is", "contains", "starts", "ends", "domain")


def needed(match: dict[str, Any]) -> frozenset[str] | None:
    """Literals of which at least one must be in the haystack for `match` to hold; None where nothing is certain."""
    best = _needed_of_any(match["any"]) if "any" in match else None
    for atom in atoms({name: value for name, value in match.items() if name not in ("any", "not")}) or ():
        if atom.field.startswith(HEADER) and not (atom.operator == "exists" and "false" in atom.words):
            return frozenset({atom.field})
        if atom.field not in _IN_HAYSTACK or atom.operator not in _LITERAL:
            continue
        words = frozenset(_sure(atom, word) for word in atom.words)
        if all(words) and (best is None or min(map(len, words)) > min(map(len, best))):
            best = words
    return best


def _needed_of_any(value: Any) -> frozenset[str] | None:
    """What every one of the alternatives needs, taken together."""
    tables = value if isinstance(value, list) else [{name: wanted} for name, wanted in value.items()]
    found = [needed(each) for each in tables]
    return frozenset().union(*(each for each in found if each)) if all(found) else None


def _sure(atom: Atom, word: str) -> str:
    """The part of a word that must occur as it stands: of a pattern its longest literal piece."""
    if atom.operator == "domain":
        return word.lstrip("@")
    if atom.field in ADDRESS_FIELDS and ("*" in word or "?" in word):
        return longest_piece(word)
    return word


def literals(match: dict[str, Any]) -> Iterator[str]:
    """Every word that a test of the body looks for, wherever in `match` it stands."""
    for name, value in match.items():
        if name in GROUPS:
            for each in value if isinstance(value, list) else [value]:
                yield from literals(each)
        elif name == "body":
            for atom in tests(name, value):
                if atom.operator == "contains":
                    yield from atom.words
