"""Something to be said to a person, before anybody knows in which language: the name of a phrase, and what goes into its places.

What a person is told of a command is found out where nobody has words; `core.letters.wording` says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Union

#: A text is said as it is, and its writer has cleaned it; an instant (UTC) on the reader's clock; a phrase in the reader's language.
PlaceValue = Union[str, int, datetime, "Translatable"]


@dataclass(frozen=True, slots=True)
class Translatable:
    """`name` as in `words.en.toml`; `values` for its places."""

    name: str
    values: Mapping[str, PlaceValue] = field(default_factory=dict)
