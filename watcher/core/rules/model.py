"""What the rules and the decision table say of one message. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watcher.core.message.model import Address, MessageKind
from watcher.core.rules.codes import SuppressionCode, TrackingEffect


class Attention(StrEnum):
    """What a message asks of the people of the house."""

    ANSWER = "answer"  # a person must answer it, and is nagged until then
    REVIEW = "review"  # may be an inquiry and may be none: shown once, never nagged about, never acknowledged
    NONE = "none"  # proof that nobody expects an answer


@dataclass(frozen=True, slots=True)
class SuppressionMatch:
    """One row of the decision table that applies: each forbids an acknowledgement."""

    code: SuppressionCode
    effect: TrackingEffect
    kind: MessageKind  # what the message is, if nothing else speaks
    why: str  # the evidence, for a person

    @classmethod
    def from_table(
        cls, code: SuppressionCode, why: str, *, effect: TrackingEffect | None = None, kind: MessageKind | None = None
    ) -> SuppressionMatch:
        """A match that says what the row of its code says, but for what is given."""
        return cls(code, effect or code.meaning.effect, kind or code.meaning.kind, why)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules and table say of one message, before its thread is known.

    `kind` is INQUIRY wherever `attention` is not NONE: what waits for a glance may be one.
    """

    kind: MessageKind
    attention: Attention
    ack: bool
    codes: tuple[SuppressionCode, ...]  # every code that hits, in table order; () when `ack`
    rule: str  # name of the rule that spoke; "" for the table or the built-in default
    why: str
    customer: Address | None = None
    template: str = "acknowledgement"
    owner: str | None = None
    ladder: str | None = None
    tags: tuple[str, ...] = ()
    is_certain: bool = False  # by a rule that names what it is about: above all that is guessed or learned
    is_machines_answer: bool = False  # by its words: an absence notice, or what a machine answers to mail it was sent

    @property
    def track(self) -> bool:
        """Is it nagged about until somebody answers?"""
        return self.attention is Attention.ANSWER

    @property
    def ack_reason(self) -> SuppressionCode | None:
        """The first code that forbids the acknowledgement; None when it may be sent."""
        return self.codes[0] if self.codes and not self.ack else None
