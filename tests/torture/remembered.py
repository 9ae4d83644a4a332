"""What the parts of a world keep in memory between two instants: put down and taken up again, whichever part keeps it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

Memory = dict[str, dict[str, Any]]  # by the name of the part, "" being the loop itself: its attributes

#: Without influence: the watchdog's progress, a digest drawn before.
_NO_INFLUENCE = {"progress", "_drawn"}


def read_attributes(thing: Any) -> dict[str, Any]:
    """The plain values that it keeps, without what has no influence."""
    names = sorted(set(vars(thing)) - _NO_INFLUENCE)
    return {name: getattr(thing, name) for name in names if _is_plain(getattr(thing, name))}


def write_attributes(thing: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(thing, name, value)


def read_memory(loop: Any) -> Memory:
    """Of a loop and of every part that it was divided into."""
    return {name: read_attributes(part) for name, part in _parts_of(loop).items()}


def write_memory(loop: Any, memory: Memory) -> None:
    for name, part in _parts_of(loop).items():
        write_attributes(part, memory[name])


def _parts_of(loop: Any) -> dict[str, Any]:
    parts = {name: part for name, part in vars(loop).items() if name not in _NO_INFLUENCE and _is_of_service(part)}
    return {"": loop, **parts}


def _is_of_service(part: Any) -> bool:
    return hasattr(part, "__dict__") and any(
        kind.__module__.startswith("watcher.service.") for kind in type(part).__mro__
    )


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | float | str | bytes | set | dict | list | tuple | datetime)
