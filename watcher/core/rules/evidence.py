"""Evidence: one sign of many that together make a rule's score, and how often it was right where that was counted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from watcher.core.rules.conditions import Condition
from watcher.core.rules.context import RuleContext

_MAX_LISTED_WORDS = 5  # of a sign, in an explanation


@dataclass(frozen=True)
class HitCounts:
    """Messages, by who wrote them: people, or machines and senders of bulk mail."""

    persons: int
    machines: int

    def format_share(self, whole: HitCounts) -> str:
        """This many of that many, to be read."""
        return f"{self.persons:,} of {whole.persons:,} persons, {self.machines:,} of {whole.machines:,} machines"


@dataclass(frozen=True)
class ScoreSign:
    """A sign that adds to a rule's score."""

    points: float
    condition: Condition
    match: dict[str, Any] = field(default_factory=dict)
    name: str = ""  # as a person reads it; "": the condition itself
    words: tuple[str, ...] = ()  # folded; where there are any, the points are for each that is there
    most: float = 0.0  # points that all these words make together
    in_signature: bool = False  # it counts at the foot of the message too
    by_itself: bool = False  # it is enough, whatever speaks for a person
    in_forms: bool = False  # it tells of an author, whoever passes on what they wrote
    hits: HitCounts | None = None  # how often it was there; None: nobody counted

    @cached_property
    def most_points(self) -> float:
        """What it can add to a score at most, 0 where it only takes away."""
        return max(0.0, self.most if self.words and self.points > 0 else self.points)

    def find_once(self, context: RuleContext) -> ScoreSign | None:
        """As `find_in`; found before, it is known."""
        found: ScoreSign | None
        try:
            found = context.known_signs[id(self)]
        except KeyError:
            found = context.known_signs[id(self)] = self.find_in(context)
        return found

    def choose_context(self, context: RuleContext) -> RuleContext:
        """The part of the message that the sign is looked for in."""
        return context.with_signature if self.in_signature else context.of_own_words

    def find_in(self, context: RuleContext) -> ScoreSign | None:
        """The sign with the points that it makes in this message; None where it is not there."""
        return self.find_in_part(self.choose_context(context))

    def find_in_part(self, context: RuleContext) -> ScoreSign | None:
        """The same of the part of a message that it is looked for in."""
        if not self.condition.holds(context):
            return None
        if not self.words:
            return self
        seen = context.found_literals  # of the whole message: what is not there is in no part of it
        words = self.words if seen is None else [word for word in self.words if word in seen]
        found = [word for word in words if word in context.folded_body or word in context.folded_subject]
        there = [word for word in found if not any(word in other and word != other for other in found)]
        named = f"{self.name}: {', '.join(there[:_MAX_LISTED_WORDS])}"
        points = min(self.most, self.points * len(there))
        return replace(self, points=points, name=named, by_itself=self.by_itself and points == self.most)

    def __str__(self) -> str:
        return f"{self.name or self.condition.description} ({self.points:g})"

    def describe_sign(self, measured_on: HitCounts | None) -> str:
        """Name, points, and how many of which messages it was in where that was counted: what an owner weighs it by."""
        counted = f"; hit {self.hits.format_share(measured_on)}" if self.hits and measured_on else ""
        unit = "point" if abs(self.points) == 1 else "points"
        return f"{self.name or self.condition.description} ({self.points:g} {unit}{counted})"
