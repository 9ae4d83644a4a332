"""What the rules and the decision table say of one message. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watcher.core.message.model import Address, Kind


class Bar(StrEnum):
    """What a suppression code says of tracking (column K of the decision table)."""

    NEVER = "N"  # cannot be an inquiry
    MAYBE = "I"  # may be an inquiry all the same
    RULE = "F"  # only when a rule says so


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of the decision table that applies: each forbids an acknowledgement."""

    code: str
    bar: Bar
    kind: Kind  # what the message is, if nothing else speaks
    why: str  # the evidence, for a person


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules and table say of one message, before its thread is known."""

    kind: Kind
    track: bool
    ack: bool
    codes: tuple[str, ...]  # every code that hits, in table order; () when `ack`
    rule: str  # name of the rule that spoke; "" for the table or the built-in default
    why: str
    customer: Address | None = None
    template: str = "acknowledgement"
    owner: str | None = None
    ladder: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def ack_reason(self) -> str | None:
        """The first code that forbids the acknowledgement; None when it may be sent."""
        return self.codes[0] if self.codes and not self.ack else None
