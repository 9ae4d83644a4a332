"""Rule files → compiled rules; one message → one verdict. Pure: the same message and rules give the same verdict, with its reason.

The first rule that matches, in the order of files and of rules in them, says what a message is; the decision table
(`suppression`) says whether a machine may answer. Where no rule speaks, mail from a person outside is an inquiry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import regex

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity, Unreadable
from watcher.core.rules import conditions, holding, prefilter, suppression
from watcher.core.rules.codes import DESTINATION_CODES, SuppressionCode, TrackingEffect
from watcher.core.rules.conditions import Condition
from watcher.core.rules.context import RuleContext, search_with_timeout
from watcher.core.rules.literal_index import LiteralIndex
from watcher.core.rules.model import SuppressionMatch, Verdict
from watcher.core.toml import KeyPath, Problem, TomlDocument, TomlError, did_you_mean

#: What a rule may call a message.
RULE_KINDS = (MessageKind.INQUIRY, MessageKind.AUTOMATIC, MessageKind.BULK, MessageKind.SPAM, MessageKind.OTHER)
RULE_KEYS = (
    "name",
    "why",
    "match",
    "score",
    "doubt",
    "evidence",
    "kind",
    "customer",
    "template",
    "owner",
    "ladder",
    "tags",
    "example",
)
EVIDENCE_KEYS = ("name", "points", "match")
EXAMPLE_KEYS = ("from", "to", "cc", "reply_to", "sender", "subject", "body", "headers", "attachments", "expect", "html")
EXPECT_KEYS = ("kind", "track", "ack", "customer", "code", "rule", "template", "owner")
DEFAULT_TEMPLATE = "acknowledgement"
DEFAULT_WHY = "mail from outside that no rule knows: a person must see it"


class InvalidRulesError(TomlError):
    """Everything that is wrong with the rule files."""


@dataclass(frozen=True)
class ScoreSign:
    """A sign that adds to a rule's score."""

    points: float
    condition: Condition
    match: dict[str, Any] = field(default_factory=dict)
    name: str = ""  # as a person reads it; "": the condition itself

    def __str__(self) -> str:
        return f"{self.name or self.condition.description} ({self.points:g})"


class _Prefilter:
    """Of many conditions those that may hold, in their order: of the others, a literal that they need was not seen."""

    def __init__(self, matches: Iterable[dict[str, Any]]) -> None:
        self.required_literals = [prefilter.required_literals(each) for each in matches]
        self._unfiltered_indexes = [n for n, needed in enumerate(self.required_literals) if needed is None]
        self._indexes_by_literal: dict[str, list[int]] = {}
        for n, needed in enumerate(self.required_literals):
            for word in needed or ():
                self._indexes_by_literal.setdefault(word, []).append(n)

    @property
    def all_literals(self) -> list[str]:
        return list(self._indexes_by_literal)

    def candidate_indexes(self, seen: frozenset[str] | None) -> Sequence[int]:
        if seen is None:
            return range(len(self.required_literals))
        numbers = {n for word in seen & self._indexes_by_literal.keys() for n in self._indexes_by_literal[word]}
        return sorted(numbers.union(self._unfiltered_indexes)) if numbers else self._unfiltered_indexes


@dataclass(frozen=True)
class Rule:
    name: str
    why: str
    condition: Condition
    kind: MessageKind | None
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
    def evidence_prefilter(self) -> _Prefilter:
        return _Prefilter(each.match for each in self.evidence)

    def matching_signs(self, subject: RuleContext) -> list[ScoreSign]:
        """The evidence there is, in its order. Weighed once: who tells why asks again."""
        found: list[ScoreSign] | None = subject.signs_by_rule.get(id(self))
        if found is None:
            asked = [self.evidence[n] for n in self.evidence_prefilter.candidate_indexes(subject.found_literals)]
            found = subject.signs_by_rule[id(self)] = [each for each in asked if each.condition.holds(subject)]
        return found


@dataclass(frozen=True)
class RuleSet:
    rules: tuple[Rule, ...] = ()
    holding_phrases: holding.HoldingPhrases = field(
        default_factory=holding.HoldingPhrases
    )  # of the house's own replies

    @cached_property
    def literal_index(self) -> LiteralIndex:
        """Every literal by which a rule may be left out, and those its evidence looks for."""
        words = self._rule_prefilter.all_literals
        for rule in self.rules:
            words += [*prefilter.body_literals(rule.match), *rule.evidence_prefilter.all_literals]
            for each in rule.evidence:
                words += prefilter.body_literals(each.match)
        return LiteralIndex(words)

    @cached_property
    def _rule_prefilter(self) -> _Prefilter:
        return _Prefilter(rule.match for rule in self.rules)

    def candidate_rules(self, subject: RuleContext) -> Iterator[Rule]:
        """The rules that may match, in their order: of those left out, a literal they need is missing."""
        return (self.rules[n] for n in self._rule_prefilter.candidate_indexes(subject.found_literals or frozenset()))


@dataclass(frozen=True)
class TriedRule:
    """One rule that was tried, for `explain`."""

    rule: str
    matched: bool
    why: str


# --- files → rules


def compile_rule_set(sources: Iterable[tuple[str, str]]) -> RuleSet:
    """Compiles (file name, text) pairs, in their order. InvalidRulesError: everything that is wrong in any of them."""
    problems: list[Problem] = []
    rules: list[Rule] = []
    phrases: list[dict[str, Any]] = []
    for file, text in sources:
        try:
            document = TomlDocument(file, text)
        except TomlError as error:
            problems += error.problems
            continue
        rules += _read_rule_tables(document, problems)
        phrases += _read_holding_tables(document, problems)
    if problems:
        raise InvalidRulesError(problems)
    return RuleSet(tuple(rules), holding.compile_phrases(phrases))


def _read_rule_tables(document: TomlDocument, problems: list[Problem]) -> Iterator[Rule]:
    for key in document.data:
        if key not in ("rule", "holding"):
            problems.append(document.problem_at((key,), f'unknown key "{key}": rules are written as [[rule]]'))
    tables = document.data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        problems.append(document.problem_at(("rule",), "rules are written as [[rule]], with double brackets"))
        return
    for n, table in enumerate(tables):
        yield _RuleReader(document, n, table, problems).read_rule()


def _read_holding_tables(document: TomlDocument, problems: list[Problem]) -> list[dict[str, Any]]:
    """The [[holding]] tables of a file; nothing where one is wrong."""

    def report_problem(path: KeyPath, message: str) -> None:
        problems.append(document.problem_at(path, message))

    tables = document.data.get("holding", [])
    if not isinstance(tables, list):
        report_problem(("holding",), "phrases of holding replies are written as [[holding]], with double brackets")
        return []
    good = [holding.validate_table(each, ("holding", n), report_problem) for n, each in enumerate(tables)]
    return tables if all(good) else []


class _RuleReader:
    """Reads one [[rule]] and tells everything that is wrong with it."""

    def __init__(self, document: TomlDocument, n: int, table: dict[str, Any], problems: list[Problem]) -> None:
        self.document, self.table, self.problems = document, table, problems
        self.path: KeyPath = ("rule", n)
        self.name = str(table.get("name") or f"rule {n + 1}")

    def report_problem(self, path: KeyPath, message: str) -> None:
        self.problems.append(self.document.problem_at(path, f'rule "{self.name}": {message}'))

    def read_rule(self) -> Rule:
        table, here = self.table, self.path
        for key in table:
            if key not in RULE_KEYS:
                self.report_problem((*here, key), f'unknown key "{key}"{did_you_mean(key, RULE_KEYS)}')
        match = table.get("match", {})
        if not isinstance(match, dict):
            self.report_problem((*here, "match"), "match takes conditions: match.subject = …")
            match = {}
        condition = conditions.compile_match(match, (*here, "match"), self.report_problem)
        evidence = tuple(self._read_evidence())
        if not match and not evidence and self._read_text("kind") != MessageKind.INQUIRY:
            self.report_problem(here, "no conditions: it would match every message; only an inquiry rule may")
        customer, pattern = self._read_customer()
        return Rule(
            name=self.name,
            why=self._read_text("why") or f'rule "{self.name}"',
            condition=condition,
            match=match,
            kind=self._read_kind(),
            score=self._read_score(bool(evidence)),
            auth_required_from=self._read_auth_required_from(),
            evidence=evidence,
            customer=customer,
            customer_pattern=pattern,
            template=self._read_text("template") or DEFAULT_TEMPLATE,
            owner=self._read_text("owner") or None,
            ladder=self._read_text("ladder") or None,
            tags=self._read_tags(),
            examples=tuple(self._read_examples()),
            file=self.document.file,
            line=self.document.line_of(here),
        )

    def _read_text(self, key: str) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            self.report_problem((*self.path, key), f"{key} takes a text")
            return ""
        return value

    def _read_kind(self) -> MessageKind | None:
        value = self._read_text("kind")
        if value in RULE_KINDS:
            return MessageKind(value)
        if not value:
            self.report_problem(self.path, f"kind is missing: one of {', '.join(RULE_KINDS)}")
        else:
            self.report_problem(
                (*self.path, "kind"),
                f'unknown kind "{value}"{did_you_mean(value, RULE_KINDS)}; one of {", ".join(RULE_KINDS)}',
            )
        return None

    def _read_score(self, has_evidence: bool) -> float:
        value = self.table.get("score")
        if value is None:
            if has_evidence:
                self.report_problem(self.path, "score is missing: how many points of evidence are enough")
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            self.report_problem((*self.path, "score"), "score takes a number above 0")
            return 0.0
        return float(value)

    def _read_auth_required_from(self) -> float:
        value, score = self.table.get("doubt", 0.0), self.table.get("score")
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            self.report_problem((*self.path, "doubt"), "doubt takes a number")
            return 0.0
        if value and isinstance(score, int | float) and value >= score:
            self.report_problem((*self.path, "doubt"), "doubt must be smaller than score")
        if value and score is None:
            self.report_problem((*self.path, "doubt"), "doubt is for rules with a score")
        return float(value)

    def _read_evidence(self) -> Iterator[ScoreSign]:
        for n, table in enumerate(self._read_subtables("evidence")):
            here = (*self.path, "evidence", n)
            for key in table:
                if key not in EVIDENCE_KEYS:
                    self.report_problem(
                        (*here, key), f'evidence: unknown key "{key}"{did_you_mean(key, EVIDENCE_KEYS)}'
                    )
            points, match, name = table.get("points"), table.get("match"), table.get("name", "")
            if not isinstance(name, str):
                self.report_problem((*here, "name"), "evidence: name takes a text")
                continue
            if isinstance(points, bool) or not isinstance(points, int | float) or not isinstance(match, dict):
                self.report_problem(here, "evidence takes points (a number) and match (conditions)")
                continue
            yield ScoreSign(
                float(points), conditions.compile_match(match, (*here, "match"), self.report_problem), match, name
            )

    def _read_customer(self) -> tuple[str, Any]:
        value = self.table.get("customer", "from")
        here = (*self.path, "customer")
        if value in ("from", "reply-to"):
            return str(value), None
        if isinstance(value, dict) and set(value) == {"body"} and isinstance(value["body"], str):
            try:
                pattern = regex.compile(value["body"])
            except regex.error as error:
                self.report_problem((*here, "body"), f"customer: {error.msg} at position {error.pos}")
                return "body", None
            if "customer" not in pattern.groupindex:
                self.report_problem((*here, "body"), "customer: the pattern needs a group named (?P<customer>…)")
            return "body", pattern
        self.report_problem(here, 'customer is "from", "reply-to" or { body = "…(?P<customer>…)…" }')
        return "from", None

    def _read_tags(self) -> tuple[str, ...]:
        value = self.table.get("tags", [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.report_problem((*self.path, "tags"), "tags takes a list of texts")
            return ()
        return tuple(value)

    def _read_examples(self) -> Iterator[dict[str, Any]]:
        for n, table in enumerate(self._read_subtables("example")):
            here = (*self.path, "example", n)
            for key in table:
                if key not in EXAMPLE_KEYS:
                    self.report_problem((*here, key), f'example: unknown key "{key}"{did_you_mean(key, EXAMPLE_KEYS)}')
            expect = table.get("expect")
            if not isinstance(expect, dict) or not expect:
                self.report_problem(here, "example: expect is missing: expect = { kind = … }")
                continue
            for key in expect:
                if key not in EXPECT_KEYS:
                    self.report_problem(
                        (*here, "expect", key), f'expect: unknown key "{key}"{did_you_mean(key, EXPECT_KEYS)}'
                    )
            yield table

    def _read_subtables(self, key: str) -> list[dict[str, Any]]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.report_problem((*self.path, key), f"{key} is written as [[rule.{key}]]")
            return []
        return value


# --- one message → one verdict


def classify_message(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> Verdict:
    """What the message is, whether a person must see it, whether a machine may answer, and why."""
    subject, rule, points = _evaluate_message(facts, ruleset, us)
    verdict = _combine_verdict(subject, rule, points, us)
    if subject.timed_out_rules:
        slow = ", ".join(f'"{name}"' for name in subject.timed_out_rules)
        return replace(verdict, why=f"{verdict.why} (ran out of time and counted as no match: {slow[:200]})")
    return verdict


def _evaluate_message(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> tuple[RuleContext, Rule | None, float]:
    """What table and rules say: a row that EXCLUDES wins over every rule, so that none is asked."""
    subject = RuleContext(facts, suppression.evaluate_decision_table(facts, us), ruleset.literal_index)
    return subject, *(
        (None, 0.0) if _find_excluding_match(subject.suppression_matches) else _find_deciding_rule(ruleset, subject, us)
    )


def _find_excluding_match(hits: Sequence[SuppressionMatch]) -> SuppressionMatch | None:
    return next((hit for hit in hits if hit.effect is TrackingEffect.EXCLUDES), None)


def verdict_on_unreadable(message: Unreadable) -> Verdict:
    """The verdict on what is no readable message: a person must look, a machine must not answer."""
    return Verdict(
        MessageKind.INQUIRY, True, False, (SuppressionCode.TOO_MALFORMED,), "", f"unreadable: {message.reason}"
    )


def _find_deciding_rule(ruleset: RuleSet, subject: RuleContext, us: OwnIdentity) -> tuple[Rule | None, float]:
    """The rule that decides. One that is in doubt on the way leaves its doubt with the subject."""
    for rule in ruleset.candidate_rules(subject):
        slow = subject.timed_out_searches
        matched, points = _evaluate_rule(rule, subject)
        if subject.timed_out_searches > slow:
            subject.timed_out_rules.append(rule.name)
        if matched:
            return rule, points
        if (
            rule.auth_required_from
            and points >= rule.auth_required_from
            and not suppression.is_authenticated(subject.facts, us)
        ):
            why = f"nobody vouches for the sender, and the message {_explain_rule(rule, points, subject)}"
            subject.suppression_matches = (
                *subject.suppression_matches,
                SuppressionMatch.from_table(SuppressionCode.AUTH_FAIL, why),
            )
    return None, 0.0


def _evaluate_rule(rule: Rule, subject: RuleContext) -> tuple[bool, float]:
    if not rule.condition.holds(subject):
        return False, 0.0
    points = sum([each.points for each in rule.matching_signs(subject)]) if rule.evidence else 0
    return points >= rule.score, points


def _combine_verdict(subject: RuleContext, rule: Rule | None, points: float, us: OwnIdentity) -> Verdict:
    """How table and rules combine.

    A row that EXCLUDES wins over every rule. A row that NEEDS_RULE decides unless a rule, and not merely the default, says
    inquiry. A row that ALLOWS only forbids the acknowledgement.
    """
    hits = subject.suppression_matches
    if never := _find_excluding_match(hits):
        return _untracked_verdict(never.kind, hits, never.why)
    unless = next((hit for hit in hits if hit.effect is TrackingEffect.NEEDS_RULE), None)
    explicit = rule is not None and not _is_catch_all(rule)
    if rule is not None and rule.kind is not MessageKind.INQUIRY:
        assert rule.kind is not None
        return _untracked_verdict(rule.kind, hits, _explain_rule(rule, points, subject), rule)
    if unless is not None and not explicit:
        return _untracked_verdict(unless.kind, hits, unless.why)
    return _inquiry_verdict(subject, rule, us)


def _is_catch_all(rule: Rule) -> bool:
    """Does it match everything? Then it says no more than that nothing else spoke."""
    return rule.condition.description == "always" and not rule.evidence


def _untracked_verdict(
    kind: MessageKind, hits: Sequence[SuppressionMatch], why: str, rule: Rule | None = None
) -> Verdict:
    codes = tuple(dict.fromkeys(hit.code for hit in hits)) or (SuppressionCode.NOT_INQUIRY,)
    return Verdict(kind, False, False, codes, rule.name if rule else "", why, tags=rule.tags if rule else ())


def _inquiry_verdict(subject: RuleContext, rule: Rule | None, us: OwnIdentity) -> Verdict:
    facts, hits = subject.facts, list(subject.suppression_matches)
    customer = facts.author
    if rule is not None and rule.customer != "from":
        customer = _find_named_customer(rule, subject)
        hits = _apply_service_responder_exception(hits, customer, us)
    codes = tuple(dict.fromkeys(hit.code for hit in hits))
    if customer is None and not codes:
        codes = (SuppressionCode.BAD_DESTINATION,)
    return Verdict(
        kind=MessageKind.INQUIRY,
        track=True,
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


def _find_named_customer(rule: Rule, subject: RuleContext) -> Address | None:
    """The customer whom a notice names: in Reply-To, or in its text."""
    if rule.customer == "reply-to":
        return subject.facts.reply_to[0] if len(subject.facts.reply_to) == 1 else None
    if rule.customer_pattern is None:
        return None
    found = search_with_timeout(rule.customer_pattern, subject.facts.text, subject)
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


def _explain_rule(rule: Rule, points: float, subject: RuleContext) -> str:
    if not rule.evidence:
        return rule.why
    signs = [str(each) for each in rule.matching_signs(subject)]
    return f"{rule.why}: {points:g} of {rule.score:g} points: {'; '.join(signs)}"


def find_suppression_matches(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> tuple[SuppressionMatch, ...]:
    """Everything that speaks against an acknowledgement: the rows of the table, and a rule's doubt."""
    return _evaluate_message(facts, ruleset, us)[0].suppression_matches


def trace_rules(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> list[TriedRule]:
    """Every rule that was tried, up to the one that spoke."""
    subject = RuleContext(
        facts, suppression.evaluate_decision_table(facts, us)
    )  # without the index: every rule is tried
    steps = []
    for rule in ruleset.rules:
        matched, points = _evaluate_rule(rule, subject)
        if rule.evidence:
            why = _explain_rule(rule, points, subject)
        else:
            why = rule.condition.description if matched else f"not: {rule.condition.description}"
        steps.append(TriedRule(rule.name, matched, why))
        if matched:
            break
    return steps
