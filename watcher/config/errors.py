"""What pydantic found wrong → problems a person can act on: file, line, which mailbox, which key, what to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from watcher.core.toml import KeyPath, Problem, TomlDocument, did_you_mean

_EXPECTED_VALUES = {
    "string_type": "takes a text in quotes",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "int_type": "takes a whole number",
    "int_parsing": "takes a whole number",
    "bool_type": "takes true or false, without quotes",
    "bool_parsing": "takes true or false, without quotes",
    "dict_type": "takes a table",
    "model_type": "takes a table of keys",
    "model_attributes_type": "takes a table of keys",
    "tuple_type": 'takes a list: ["…"]',
}
#: (table, old key) → new key. "alert" alone means that Watcher is blind.
_RENAMED_KEYS: dict[tuple[int | str, str], str] = {("ladders", "alert"): "urgent"}
_TABLE_SYNTAX = {
    "mailbox": "is written as [[mailbox]], with double brackets",
    "people": "is written as [people.anna], a table for each person",
    "ladders": "is written as [ladders.default], a table for each ladder",
    "rota": "is written as [rota.sales], a table for each rota",
}


def explain_validation_error(
    document: TomlDocument, model: type[BaseModel], error: ValidationError
) -> Iterator[Problem]:
    """Yields a Problem for everything pydantic found, at its line; where a key is wrong because of what is in it, only what is in it."""
    errors = error.errors(include_url=False)
    paths = [tuple(step for step in entry["loc"] if step != "[key]") for entry in errors]
    for entry, path in zip(errors, paths, strict=True):
        if entry["type"] == "too_short" and any(path == other[: len(path)] != other for other in paths):
            continue  # empty only because what is in it is wrong
        if entry["loc"][-1] == "[key]":  # the name of a table
            path = (*path, "")
        yield document.problem_at(path, f"{table_label(document.data, path)}{_problem_text(entry, path, model)}")


def _problem_text(entry: Any, path: KeyPath, model: type[BaseModel]) -> str:
    kind = entry["type"]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden" and (path[0], key) in _RENAMED_KEYS:
        return f'"{key}" was renamed: write {_RENAMED_KEYS[path[0], key]}'
    if kind == "extra_forbidden":
        return f'unknown key "{key}"{did_you_mean(key, _known_keys_at(model, path))}'
    if kind == "missing" and path in (("mailbox",), ("people",)):
        return f"[{key}] is missing: it {_TABLE_SYNTAX[key]}"
    if kind == "missing":
        return f'"{key}" is missing'
    if kind == "value_error":
        return f"{key}: {entry['ctx']['error']}" if key else str(entry["ctx"]["error"])
    if kind in ("tuple_type", "dict_type", "model_type") and len(path) <= 2 and path[0] in _TABLE_SYNTAX:
        return f'"{key}" {_TABLE_SYNTAX[str(path[0])]}'
    if kind == "literal_error":
        return f"{key}: write {entry['ctx']['expected'].replace(chr(39), chr(34))}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{key}: {str(entry['msg']).replace('Input should be', 'must be')}"
    return f"{key}: {_EXPECTED_VALUES.get(kind) or entry['msg']}"


def table_label(data: dict[str, Any], path: KeyPath) -> str:
    """`mailbox "sales": `, `people.anna: `, `hours: `: the table a key stands in."""
    if len(path) < 2:
        return ""
    first, second = path[0], path[1]
    if first == "mailbox" and isinstance(second, int):
        try:
            return f'mailbox "{data["mailbox"][second]["name"]}": '
        except (KeyError, IndexError, TypeError):
            return f"mailbox number {second + 1}: "
    if first in ("people", "ladders") and len(path) > 2:
        return f"{first}.{second}: "
    return f"{first}: "


def _known_keys_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that could stand where `path` ends."""
    found: Any = model
    for step in path[:-1]:
        fields = getattr(found, "model_fields", {})
        if step in fields:
            found = model_in_annotation(fields[step].annotation)
    return list(getattr(found, "model_fields", {}))


def model_in_annotation(annotation: Any) -> Any:
    """The table inside `dict[str, Table]`, `tuple[Table, ...]`, `Table | None`; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = model_in_annotation(argument)
        if found is not None:
            return found
    return None
