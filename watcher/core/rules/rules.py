"""One message → one verdict. Pure: the same message and rules give the same verdict, with its reason.

The first rule that matches, in the order of files and of rules in them, says what a message is; the decision table
(`suppression`) says whether a machine may answer. Where no rule speaks, mail from a person outside is an inquiry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity, Unreadable
from watcher.core.rules import holding, prefilter, suppression
from watcher.core.rules.codes import DESTINATION_CODES, SuppressionCode, TrackingEffect
from watcher.core.rules.conditions import Condition
from watcher.core.rules.context import RuleContext, search_with_timeout
from watcher.core.rules.model import Attention, SuppressionMatch, Verdict

DEFAULT_TEMPLATE = "acknowledgement"
DEFAULT_WHY = "mail from outside that no rule knows: a person must see it"


@dataclass(frozen=True)
class ScoreSign:
    """A sign that adds to a rule's score."""

    points: float
    condition: Condition
    match: dict[str, Any] = field(default_factory=dict)
    name: str = ""  # as a person reads it; "": the condition itself

    def __str__(self) -> str:
        return f"{self.name or self.condition.description} ({self.points:g})"


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
    auth_required_from: float = 0.0  # from so many points on, only an authenticated sender is acknowledged; 0: never
    evidence: tuple[ScoreSign, ...] = ()
    customer: str = "from"  # from, reply-to or body
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
            asked = [self.evidence[n] for n in self.evidence_prefilter.candidate_indexes(context.found_literals)]
            found = context.signs_by_rule[id(self)] = [sign for sign in asked if sign.condition.holds(context)]
        return found


@dataclass(frozen=True)
class RuleSet:
    """All rules in the order in which they are asked, and what makes a reply a holding one."""

    rules: tuple[Rule, ...] = ()
    holding_phrases: holding.HoldingPhrases = field(
        default_factory=holding.HoldingPhrases
    )  # of the house's own replies

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
        return (self.rules[n] for n in self._rule_prefilter.candidate_indexes(context.found_literals or frozenset()))


@dataclass(frozen=True)
class TriedRule:
    """One rule that was tried, for `explain`."""

    rule: str
    matched: bool
    why: str


# --- one message → one verdict


def classify_message(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> Verdict:
    """What the message is, whether a person must see it, whether a machine may answer, and why."""
    context, rule, points = _evaluate_message(facts, ruleset, us)
    verdict = _combine_verdict(context, rule, points, us)
    if context.timed_out_rules:
        slow = ", ".join(f'"{name}"' for name in context.timed_out_rules)
        return replace(verdict, why=f"{verdict.why} (ran out of time and counted as no match: {slow[:200]})")
    return verdict


def _evaluate_message(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> tuple[RuleContext, Rule | None, float]:
    """What table and rules say: a row that EXCLUDES wins over every rule, so that none is asked."""
    context = RuleContext(facts, suppression.evaluate_decision_table(facts, us), ruleset.literal_index.find_literals)
    return context, *(
        (None, 0.0) if _find_excluding_match(context.suppression_matches) else _find_deciding_rule(ruleset, context, us)
    )


def _find_excluding_match(hits: Sequence[SuppressionMatch]) -> SuppressionMatch | None:
    return next((hit for hit in hits if hit.effect is TrackingEffect.EXCLUDES), None)


def verdict_on_unreadable(message: Unreadable) -> Verdict:
    """The verdict on what is no readable message: a person must look, a machine must not answer."""
    return Verdict(
        MessageKind.INQUIRY,
        Attention.ANSWER,
        False,
        (SuppressionCode.TOO_MALFORMED,),
        "",
        f"unreadable: {message.reason}",
    )


def _find_deciding_rule(ruleset: RuleSet, context: RuleContext, us: OwnIdentity) -> tuple[Rule | None, float]:
    """The rule that decides. One that is in doubt on the way leaves its doubt with the subject."""
    for rule in ruleset.candidate_rules(context):
        slow = context.timed_out_searches
        matched, points = _evaluate_rule(rule, context)
        if context.timed_out_searches > slow:
            context.timed_out_rules.append(rule.name)
        if matched:
            return rule, points
        if (
            rule.auth_required_from
            and points >= rule.auth_required_from
            and not suppression.is_authenticated(context.facts, us)
        ):
            why = f"nobody vouches for the sender, and the message {_explain_rule(rule, points, context)}"
            context.suppression_matches = (
                *context.suppression_matches,
                SuppressionMatch.from_table(SuppressionCode.AUTH_FAIL, why),
            )
    return None, 0.0


def _evaluate_rule(rule: Rule, context: RuleContext) -> tuple[bool, float]:
    if not rule.condition.holds(context):
        return False, 0.0
    points = sum([sign.points for sign in rule.matching_signs(context)]) if rule.evidence else 0
    return points >= rule.score, points


def _combine_verdict(context: RuleContext, rule: Rule | None, points: float, us: OwnIdentity) -> Verdict:
    """How table and rules combine.

    A row that EXCLUDES wins over every rule. A row that NEEDS_RULE decides unless a rule, and not merely the default, says
    inquiry. A row that ALLOWS only forbids the acknowledgement.
    """
    hits = context.suppression_matches
    if never := _find_excluding_match(hits):
        return _untracked_verdict(never.kind, hits, never.why)
    unless = next((hit for hit in hits if hit.effect is TrackingEffect.NEEDS_RULE), None)
    explicit = rule is not None and not _is_catch_all(rule)
    if rule is not None and rule.attention is Attention.NONE:
        assert rule.kind is not None
        return _untracked_verdict(rule.kind, hits, _explain_rule(rule, points, context), rule)
    if unless is not None and not explicit:
        return _untracked_verdict(unless.kind, hits, unless.why)
    if rule is not None and rule.attention is Attention.REVIEW:
        return _review_verdict(context, rule, points)
    return _inquiry_verdict(context, rule, us)


def _is_catch_all(rule: Rule) -> bool:
    """Does it match everything? Then it says no more than that nothing else spoke."""
    return rule.condition.description == "always" and not rule.evidence


def _untracked_verdict(
    kind: MessageKind, hits: Sequence[SuppressionMatch], why: str, rule: Rule | None = None
) -> Verdict:
    codes = tuple(dict.fromkeys(hit.code for hit in hits)) or (SuppressionCode.NOT_INQUIRY,)
    return Verdict(kind, Attention.NONE, False, codes, rule.name if rule else "", why, tags=rule.tags if rule else ())


def _review_verdict(context: RuleContext, rule: Rule, points: float) -> Verdict:
    """A person glances at it once; a machine does not answer what nobody is sure of."""
    codes = tuple(dict.fromkeys(hit.code for hit in context.suppression_matches)) or (SuppressionCode.NOT_INQUIRY,)
    why = _explain_rule(rule, points, context)
    customer = context.facts.author if rule.customer == "from" else _find_named_customer(rule, context)
    return Verdict(
        MessageKind.INQUIRY, Attention.REVIEW, False, codes, rule.name, why, customer, owner=rule.owner, tags=rule.tags
    )


def _inquiry_verdict(context: RuleContext, rule: Rule | None, us: OwnIdentity) -> Verdict:
    facts, hits = context.facts, list(context.suppression_matches)
    customer = facts.author
    if rule is not None and rule.customer != "from":
        customer = _find_named_customer(rule, context)
        hits = _apply_service_responder_exception(hits, customer, us)
    codes = tuple(dict.fromkeys(hit.code for hit in hits))
    if customer is None and not codes:
        codes = (SuppressionCode.BAD_DESTINATION,)
    return Verdict(
        kind=MessageKind.INQUIRY,
        attention=Attention.ANSWER,
        ack=not codes,
        codes=codes,
        rule=rule.name if rule else "",
        why=rule.why if rule else DEFAULT_WHY,
        customer=customer,
        template=rule.template if rule else DEFAULT_TEMPLATE,
        owner=rule.owner if rule else None,
        ladder=rule.ladder if rule else None,
        tags=rule.tags if rule else (),
    )


def _find_named_customer(rule: Rule, context: RuleContext) -> Address | None:
    """The customer whom a notice names: in Reply-To, or in its text."""
    if rule.customer == "reply-to":
        return context.facts.reply_to[0] if len(context.facts.reply_to) == 1 else None
    if rule.customer_pattern is None:
        return None
    found = search_with_timeout(rule.customer_pattern, context.facts.text, context)
    named = parse_addresses(found["customer"] or "") if found else ()
    return named[0] if len(named) == 1 else None


def _apply_service_responder_exception(
    hits: list[SuppressionMatch], customer: Address | None, us: OwnIdentity
) -> list[SuppressionMatch]:
    """A precisely specified customer may be answered though the notice itself may not (RFC 3834 § 4, service responders).

    What was said of the notice's own sender falls away; the same is asked of the customer's address.
    """
    if customer is None:
        return [
            *hits,
            SuppressionMatch.from_table(SuppressionCode.BAD_DESTINATION, "the rule found no customer in the message"),
        ]
    kept = [hit for hit in hits if hit.effect is not TrackingEffect.NEEDS_RULE and hit.code not in DESTINATION_CODES]
    kept += [hit for hit in hits if hit.code == SuppressionCode.OWN_ADDRESS and hit.effect is TrackingEffect.NEEDS_RULE]
    if suppression.is_own_address(customer, us.mailboxes | us.people):
        kept.append(
            SuppressionMatch.from_table(
                SuppressionCode.OWN_ADDRESS,
                f"{customer.email} is one of our own",
                effect=TrackingEffect.ALLOWS,
                kind=MessageKind.INQUIRY,
            )
        )
    return [*kept, *suppression.destination_matches(customer.email)]


def _explain_rule(rule: Rule, points: float, context: RuleContext) -> str:
    if not rule.evidence:
        return rule.why
    signs = [str(sign) for sign in rule.matching_signs(context)]
    return f"{rule.why}: {points:g} of {rule.score:g} points: {'; '.join(signs)}"


def find_suppression_matches(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> tuple[SuppressionMatch, ...]:
    """Everything that speaks against an acknowledgement: the rows of the table, and a rule's doubt."""
    return _evaluate_message(facts, ruleset, us)[0].suppression_matches


def trace_rules(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> list[TriedRule]:
    """Every rule that was tried, up to the one that spoke."""
    context = RuleContext(
        facts, suppression.evaluate_decision_table(facts, us)
    )  # without the index: every rule is tried
    steps = []
    for rule in ruleset.rules:
        matched, points = _evaluate_rule(rule, context)
        if rule.evidence:
            why = _explain_rule(rule, points, context)
        else:
            why = rule.condition.description if matched else f"not: {rule.condition.description}"
        steps.append(TriedRule(rule.name, matched, why))
        if matched:
            break
    return steps
