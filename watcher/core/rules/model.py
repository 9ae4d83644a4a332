"""What the rules and the decision table say of one message. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watcher.core.message.model import Address, MessageKind


class TrackingEffect(StrEnum):
    """What a suppression code says of tracking (column K of the decision table)."""

    EXCLUDES = "N"  # cannot be an inquiry
    ALLOWS = "I"  # may be an inquiry all the same
    NEEDS_RULE = "F"  # only when a rule says so


@dataclass(frozen=True, slots=True)
class SuppressionMatch:
    """One row of the decision table that applies: each forbids an acknowledgement."""

    code: str
    effect: TrackingEffect
    kind: MessageKind  # what the message is, if nothing else speaks
    why: str  # the evidence, for a person


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules and table say of one message, before its thread is known."""

    kind: MessageKind
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
