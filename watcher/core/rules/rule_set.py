"""Rules as they are compiled, and all of them together. What they say of a message is `rules`' to tell, which knows far more words than a
start needs to know that the rules are sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from watcher.core.message.model import MessageKind
from watcher.core.rules import forwards, holding, prefilter
from watcher.core.rules.conditions import Condition
from watcher.core.rules.context import RuleContext
from watcher.core.rules.evidence import HitCounts, ScoreSign
from watcher.core.rules.model import Attention

DEFAULT_TEMPLATE = "acknowledgement"
_CHEAP = 400  # cost of a condition that is asked before any evidence: its no ends everything
_ROUNDING = 1e-6  # of points: their sum depends on their order


class _Question(NamedTuple):
    """What is asked of a message before a rule may speak."""

    holds: Callable[[RuleContext], bool]
    sign: ScoreSign | None  # of the evidence that it is about; None: it is of the rule's own condition
    is_last: bool  # nothing else is asked about that


@dataclass(frozen=True)
class Rule:
    """One [[rule]], compiled. Points are floats, `line` counts from 1 in `file`."""

    name: str
    why: str
    condition: Condition
    kind: MessageKind | None
    attention: Attention = Attention.NONE
    match: dict[str, Any] = field(default_factory=dict)  # as written, for `lint`
    score: float = 0.0
    doubt: float = 0.0  # from so many points on, it is not acknowledged, though a person must answer; 0: never
    evidence: tuple[ScoreSign, ...] = ()
    measured_on: HitCounts | None = None  # how many messages the counts of its signs are of
    customer: str = ""  # from, form, reply-to or body; "": whoever wrote it, be it a form's or a forward's author
    ours: bool = False  # the form is the house's own: who filled it in may be acknowledged
    customer_pattern: Any = None
    template: str = DEFAULT_TEMPLATE
    owner: str | None = None
    ladder: str | None = None
    tags: tuple[str, ...] = ()
    examples: tuple[dict[str, Any], ...] = ()
    file: str = ""
    line: int = 0

    @cached_property
    def evidence_prefilter(self) -> prefilter.Prefilter:
        """Which of the evidence can be there at all."""
        return prefilter.Prefilter(sign.match for sign in self.evidence)

    def matching_signs(self, context: RuleContext) -> list[ScoreSign]:
        """The evidence there is, in its order. Weighed once: who tells why asks again."""
        found: list[ScoreSign] | None = context.signs_by_rule.get(id(self))
        if found is None:
            asked = self._find_candidates(context)
            found = context.signs_by_rule[id(self)] = [
                sign for n in asked if (sign := self.evidence[n].find_once(context))
            ]
        return found

    def can_speak(self, context: RuleContext) -> bool:
        """Does the condition hold, and may the evidence be enough for a verdict or a doubt? The cheapest is asked first, part by part where
        several must hold, and no more than it takes to say no; where it says yes, all was asked."""
        if not self.evidence:
            return self.condition.holds(context)
        questions, most, alone = self._choose_questions(self._find_candidates(context))
        enough = self._enough_points
        of_own_words, with_signature = context.of_own_words, context.with_signature
        ruled_out: set[int] = set()  # signs, by their id()
        for holds, sign, is_last in questions:
            if most < enough and not alone:
                return False
            if sign is None:
                if not holds(context):
                    return False
                continue
            if id(sign) in ruled_out:
                continue
            part = with_signature if sign.in_signature else of_own_words
            if not is_last:
                if holds(part):
                    continue
                ruled_out.add(id(sign))
                found = None
            else:
                found = sign.find_in_part(part) if sign.words else sign if holds(part) else None
                context.known_signs[id(sign)] = found
            if found is None:
                most -= sign.most_points
                alone -= sign.by_itself
            else:
                most += found.points - sign.most_points
                alone -= sign.by_itself and not found.by_itself
        return most >= enough or alone > 0

    @cached_property
    def _enough_points(self) -> float:
        """For a verdict or a doubt."""
        return (min(self.score, self.doubt) if self.doubt else self.score) - _ROUNDING

    def _find_candidates(self, context: RuleContext) -> tuple[int, ...]:
        return self.evidence_prefilter.candidate_indexes(context.found_in_any_part)

    @cached_property
    def _choose_questions(self) -> Callable[[tuple[int, ...]], tuple[list[_Question], float, int]]:
        """What to ask about the evidence that has these numbers, and about the condition, the cheapest first; how many points the
        evidence can make at most; and how much of it is enough by itself. Most messages ask for the same."""

        def choose_questions(numbers: tuple[int, ...]) -> tuple[list[_Question], float, int]:
            signs, chosen = [self.evidence[n] for n in numbers], {None, *numbers}
            return (
                [question for number, question in self._all_questions if number in chosen],
                sum([sign.most_points for sign in signs]),
                sum([sign.by_itself for sign in signs]),
            )

        return lru_cache(maxsize=256)(choose_questions)

    @cached_property
    def _all_questions(self) -> list[tuple[int | None, _Question]]:
        """The cheapest first, each with the number of the sign that it is about; None: it is of the condition."""
        own = sorted((each for part in self.condition.parts for each in part.parts), key=attrgetter("cost"))
        found: list[tuple[int, int | None, _Question]] = [
            (part.cost if part.cost > _CHEAP else 0, None, _Question(part.holds, None, True)) for part in own
        ]
        for number, sign in enumerate(self.evidence):
            *first, last = sign.condition.parts
            found += [(part.cost, number, _Question(part.holds, sign, False)) for part in first]
            found.append((last.cost, number, _Question(last.holds, sign, True)))
        found.sort(key=itemgetter(0))
        return [(number, question) for _, number, question in found]


@dataclass(frozen=True)
class RuleSet:
    """All rules in the order in which they are asked, and what makes a reply a holding one."""

    rules: tuple[Rule, ...] = ()
    holding_phrases: holding.HoldingPhrases = field(
        default_factory=holding.HoldingPhrases
    )  # of the house's own replies
    forward_labels: forwards.ForwardLabels = field(default_factory=forwards.ForwardLabels)
    #: File names and packed texts (`rule_files.pack_rule_text`) that they were compiled from; () where they were not.
    sources: tuple[tuple[str, bytes], ...] = field(default=(), repr=False, compare=False)

    @cached_property
    def literal_index(self) -> prefilter.LiteralIndex:
        """Every literal by which a rule may be left out, and those its evidence looks for."""
        words = self._rule_prefilter.all_literals
        for rule in self.rules:
            words += [*prefilter.body_literals(rule.match), *rule.evidence_prefilter.all_literals]
            for sign in rule.evidence:
                words += prefilter.body_literals(sign.match)
        return prefilter.LiteralIndex(words)

    @cached_property
    def _rule_prefilter(self) -> prefilter.Prefilter:
        return prefilter.Prefilter(rule.match for rule in self.rules)

    def candidate_rules(self, context: RuleContext) -> Iterator[Rule]:
        """The rules that may match, in their order: of those left out, a literal they need is missing."""
        return (self.rules[number] for number in self.candidate_numbers(context))

    def candidate_numbers(self, context: RuleContext) -> tuple[int, ...]:
        """Their places in `rules`."""
        return self._rule_prefilter.candidate_indexes(context.found_literals or frozenset())
