"""Rule files → compiled rules; one message → one verdict. Pure: the same message and rules give the same verdict, with its reason.

The first rule that matches, in the order of files and of rules in them, says what a message is; the decision table
(`automatic`) says whether a machine may answer. Where no rule speaks, mail from a person outside is an inquiry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import regex

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, Kind, Unreadable, Us
from watcher.core.rules import conditions, holding, prefilter, suppression
from watcher.core.rules.conditions import Condition, Subject
from watcher.core.rules.literal_index import LiteralIndex
from watcher.core.rules.model import Bar, Hit, Verdict
from watcher.core.toml import Document, Path, Problem, TomlError, did_you_mean

#: What a rule may call a message.
KINDS = (Kind.INQUIRY, Kind.AUTOMATIC, Kind.BULK, Kind.SPAM, Kind.OTHER)
KEYS = (
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


class RuleProblems(TomlError):
    """Everything that is wrong with the rule files."""


@dataclass(frozen=True)
class Evidence:
    """A sign that adds to a rule's score."""

    points: float
    condition: Condition
    match: dict[str, Any] = field(default_factory=dict)
    name: str = ""  # as a person reads it; "": the condition itself

    def __str__(self) -> str:
        return f"{self.name or self.condition.text} ({self.points:g})"


class _Narrowed:
    """Of many conditions those that may hold, in their order: of the others, a literal that they need was not seen."""

    def __init__(self, matches: Iterable[dict[str, Any]]) -> None:
        self.needed = [prefilter.needed(each) for each in matches]
        self._always = [n for n, needed in enumerate(self.needed) if needed is None]
        self._by_word: dict[str, list[int]] = {}
        for n, needed in enumerate(self.needed):
            for word in needed or ():
                self._by_word.setdefault(word, []).append(n)

    @property
    def words(self) -> list[str]:
        return list(self._by_word)

    def among(self, seen: frozenset[str] | None) -> Sequence[int]:
        if seen is None:
            return range(len(self.needed))
        numbers = {n for word in seen & self._by_word.keys() for n in self._by_word[word]}
        return sorted(numbers.union(self._always)) if numbers else self._always


@dataclass(frozen=True)
class Rule:
    name: str
    why: str
    condition: Condition
    kind: Kind | None
    match: dict[str, Any] = field(default_factory=dict)  # as written, for `lint`
    score: float = 0.0
    doubt: float = 0.0  # from so many points on, only an authenticated sender is acknowledged; 0: never
    evidence: tuple[Evidence, ...] = ()
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
    def narrowed(self) -> _Narrowed:
        return _Narrowed(each.match for each in self.evidence)

    def signs(self, subject: Subject) -> list[Evidence]:
        """The evidence there is, in its order. Weighed once: who tells why asks again."""
        found: list[Evidence] | None = subject.signs.get(id(self))
        if found is None:
            asked = [self.evidence[n] for n in self.narrowed.among(subject.seen)]
            found = subject.signs[id(self)] = [each for each in asked if each.condition.holds(subject)]
        return found


@dataclass(frozen=True)
class RuleSet:
    rules: tuple[Rule, ...] = ()
    phrases: holding.Phrases = field(default_factory=holding.Phrases)  # of the house's own replies

    @cached_property
    def index(self) -> LiteralIndex:
        """Every literal by which a rule may be left out, and those its evidence looks for."""
        words = self._narrowed.words
        for rule in self.rules:
            words += [*prefilter.literals(rule.match), *rule.narrowed.words]
            for each in rule.evidence:
                words += prefilter.literals(each.match)
        return LiteralIndex(words)

    @cached_property
    def _narrowed(self) -> _Narrowed:
        return _Narrowed(rule.match for rule in self.rules)

    def candidates(self, subject: Subject) -> Iterator[Rule]:
        """The rules that may match, in their order: of those left out, a literal they need is missing."""
        return (self.rules[n] for n in self._narrowed.among(subject.seen or frozenset()))


@dataclass(frozen=True)
class Step:
    """One rule that was tried, for `explain`."""

    rule: str
    matched: bool
    why: str


# --- files → rules


def load(sources: Iterable[tuple[str, str]]) -> RuleSet:
    """Compiles (file name, text) pairs, in their order. RuleProblems: everything that is wrong in any of them."""
    problems: list[Problem] = []
    rules: list[Rule] = []
    phrases: list[dict[str, Any]] = []
    for file, text in sources:
        try:
            document = Document(file, text)
        except TomlError as error:
            problems += error.problems
            continue
        rules += _file(document, problems)
        phrases += _holding(document, problems)
    if problems:
        raise RuleProblems(problems)
    return RuleSet(tuple(rules), holding.compiled(phrases))


def _file(document: Document, problems: list[Problem]) -> Iterator[Rule]:
    for key in document.data:
        if key not in ("rule", "holding"):
            problems.append(document.problem((key,), f'unknown key "{key}": rules are written as [[rule]]'))
    tables = document.data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        problems.append(document.problem(("rule",), "rules are written as [[rule]], with double brackets"))
        return
    for n, table in enumerate(tables):
        yield _Reader(document, n, table, problems).rule()


def _holding(document: Document, problems: list[Problem]) -> list[dict[str, Any]]:
    """The [[holding]] tables of a file; nothing where one is wrong."""

    def report(path: Path, message: str) -> None:
        problems.append(document.problem(path, message))

    tables = document.data.get("holding", [])
    if not isinstance(tables, list):
        report(("holding",), "phrases of holding replies are written as [[holding]], with double brackets")
        return []
    good = [holding.check(each, ("holding", n), report) for n, each in enumerate(tables)]
    return tables if all(good) else []


class _Reader:
    """Reads one [[rule]] and tells everything that is wrong with it."""

    def __init__(self, document: Document, n: int, table: dict[str, Any], problems: list[Problem]) -> None:
        self.document, self.table, self.problems = document, table, problems
        self.path: Path = ("rule", n)
        self.name = str(table.get("name") or f"rule {n + 1}")

    def report(self, path: Path, message: str) -> None:
        self.problems.append(self.document.problem(path, f'rule "{self.name}": {message}'))

    def rule(self) -> Rule:
        table, here = self.table, self.path
        for key in table:
            if key not in KEYS:
                self.report((*here, key), f'unknown key "{key}"{did_you_mean(key, KEYS)}')
        match = table.get("match", {})
        if not isinstance(match, dict):
            self.report((*here, "match"), "match takes conditions: match.subject = …")
            match = {}
        condition = conditions.compile_match(match, (*here, "match"), self.report)
        evidence = tuple(self._evidence())
        if not match and not evidence and self._text("kind") != Kind.INQUIRY:
            self.report(here, "no conditions: it would match every message; only an inquiry rule may")
        customer, pattern = self._customer()
        return Rule(
            name=self.name,
            why=self._text("why") or f'rule "{self.name}"',
            condition=condition,
            match=match,
            kind=self._kind(),
            score=self._score(bool(evidence)),
            doubt=self._doubt(),
            evidence=evidence,
            customer=customer,
            customer_pattern=pattern,
            template=self._text("template") or DEFAULT_TEMPLATE,
            owner=self._text("owner") or None,
            ladder=self._text("ladder") or None,
            tags=self._tags(),
            examples=tuple(self._examples()),
            file=self.document.file,
            line=self.document.line(here),
        )

    def _text(self, key: str) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            self.report((*self.path, key), f"{key} takes a text")
            return ""
        return value

    def _kind(self) -> Kind | None:
        value = self._text("kind")
        if value in KINDS:
            return Kind(value)
        if not value:
            self.report(self.path, f"kind is missing: one of {', '.join(KINDS)}")
        else:
            self.report(
                (*self.path, "kind"), f'unknown kind "{value}"{did_you_mean(value, KINDS)}; one of {", ".join(KINDS)}'
            )
        return None

    def _score(self, has_evidence: bool) -> float:
        value = self.table.get("score")
        if value is None:
            if has_evidence:
                self.report(self.path, "score is missing: how many points of evidence are enough")
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            self.report((*self.path, "score"), "score takes a number above 0")
            return 0.0
        return float(value)

    def _doubt(self) -> float:
        value, score = self.table.get("doubt", 0.0), self.table.get("score")
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            self.report((*self.path, "doubt"), "doubt takes a number")
            return 0.0
        if value and isinstance(score, int | float) and value >= score:
            self.report((*self.path, "doubt"), "doubt must be smaller than score")
        if value and score is None:
            self.report((*self.path, "doubt"), "doubt is for rules with a score")
        return float(value)

    def _evidence(self) -> Iterator[Evidence]:
        for n, table in enumerate(self._tables("evidence")):
            here = (*self.path, "evidence", n)
            for key in table:
                if key not in EVIDENCE_KEYS:
                    self.report((*here, key), f'evidence: unknown key "{key}"{did_you_mean(key, EVIDENCE_KEYS)}')
            points, match, name = table.get("points"), table.get("match"), table.get("name", "")
            if not isinstance(name, str):
                self.report((*here, "name"), "evidence: name takes a text")
                continue
            if isinstance(points, bool) or not isinstance(points, int | float) or not isinstance(match, dict):
                self.report(here, "evidence takes points (a number) and match (conditions)")
                continue
            yield Evidence(float(points), conditions.compile_match(match, (*here, "match"), self.report), match, name)

    def _customer(self) -> tuple[str, Any]:
        value = self.table.get("customer", "from")
        here = (*self.path, "customer")
        if value in ("from", "reply-to"):
            return str(value), None
        if isinstance(value, dict) and set(value) == {"body"} and isinstance(value["body"], str):
            try:
                pattern = regex.compile(value["body"])
            except regex.error as error:
                self.report((*here, "body"), f"customer: {error.msg} at position {error.pos}")
                return "body", None
            if "customer" not in pattern.groupindex:
                self.report((*here, "body"), "customer: the pattern needs a group named (?P<customer>…)")
            return "body", pattern
        self.report(here, 'customer is "from", "reply-to" or { body = "…(?P<customer>…)…" }')
        return "from", None

    def _tags(self) -> tuple[str, ...]:
        value = self.table.get("tags", [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.report((*self.path, "tags"), "tags takes a list of texts")
            return ()
        return tuple(value)

    def _examples(self) -> Iterator[dict[str, Any]]:
        for n, table in enumerate(self._tables("example")):
            here = (*self.path, "example", n)
            for key in table:
                if key not in EXAMPLE_KEYS:
                    self.report((*here, key), f'example: unknown key "{key}"{did_you_mean(key, EXAMPLE_KEYS)}')
            expect = table.get("expect")
            if not isinstance(expect, dict) or not expect:
                self.report(here, "example: expect is missing: expect = { kind = … }")
                continue
            for key in expect:
                if key not in EXPECT_KEYS:
                    self.report((*here, "expect", key), f'expect: unknown key "{key}"{did_you_mean(key, EXPECT_KEYS)}')
            yield table

    def _tables(self, key: str) -> list[dict[str, Any]]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.report((*self.path, key), f"{key} is written as [[rule.{key}]]")
            return []
        return value


# --- one message → one verdict


def classify(facts: Facts, ruleset: RuleSet, us: Us) -> Verdict:
    """What the message is, whether a person must see it, whether a machine may answer, and why."""
    subject, rule, points = _asked(facts, ruleset, us)
    verdict = _judge(subject, rule, points, us)
    if subject.slow_rules:
        slow = ", ".join(f'"{name}"' for name in subject.slow_rules)
        return replace(verdict, why=f"{verdict.why} (ran out of time and counted as no match: {slow[:200]})")
    return verdict


def _asked(facts: Facts, ruleset: RuleSet, us: Us) -> tuple[Subject, Rule | None, float]:
    """What table and rules say: a row that says NEVER wins over every rule, so that none is asked."""
    subject = Subject(facts, suppression.assess(facts, us), ruleset.index)
    return subject, *((None, 0.0) if _never(subject.hits) else _first_match(ruleset, subject, us))


def _never(hits: Sequence[Hit]) -> Hit | None:
    return next((hit for hit in hits if hit.bar is Bar.NEVER), None)


def unreadable(message: Unreadable) -> Verdict:
    """The verdict on what is no readable message: a person must look, a machine must not answer."""
    return Verdict(Kind.INQUIRY, True, False, ("too-malformed",), "", f"unreadable: {message.reason}")


def _first_match(ruleset: RuleSet, subject: Subject, us: Us) -> tuple[Rule | None, float]:
    """The rule that decides. One that is in doubt on the way leaves its doubt with the subject."""
    for rule in ruleset.candidates(subject):
        slow = subject.slow
        matched, points = _matches(rule, subject)
        if subject.slow > slow:
            subject.slow_rules.append(rule.name)
        if matched:
            return rule, points
        if rule.doubt and points >= rule.doubt and not suppression.authenticated(subject.facts, us):
            why = f"nobody vouches for the sender, and the message {_why(rule, points, subject)}"
            subject.hits = (*subject.hits, Hit("auth-fail", Bar.MAYBE, Kind.INQUIRY, why))
    return None, 0.0


def _matches(rule: Rule, subject: Subject) -> tuple[bool, float]:
    if not rule.condition.holds(subject):
        return False, 0.0
    points = sum([each.points for each in rule.signs(subject)]) if rule.evidence else 0
    return points >= rule.score, points


def _judge(subject: Subject, rule: Rule | None, points: float, us: Us) -> Verdict:
    """How table and rules combine.

    A row that says NEVER wins over every rule. A row that says RULE decides unless a rule, and not merely the default, says
    inquiry. A row that says MAYBE only forbids the acknowledgement.
    """
    hits = subject.hits
    if never := _never(hits):
        return _not_tracked(never.kind, hits, never.why)
    unless = next((hit for hit in hits if hit.bar is Bar.RULE), None)
    explicit = rule is not None and not _is_default(rule)
    if rule is not None and rule.kind is not Kind.INQUIRY:
        assert rule.kind is not None
        return _not_tracked(rule.kind, hits, _why(rule, points, subject), rule)
    if unless is not None and not explicit:
        return _not_tracked(unless.kind, hits, unless.why)
    return _inquiry(subject, rule, us)


def _is_default(rule: Rule) -> bool:
    """Does it match everything? Then it says no more than that nothing else spoke."""
    return rule.condition.text == "always" and not rule.evidence


def _not_tracked(kind: Kind, hits: Sequence[Hit], why: str, rule: Rule | None = None) -> Verdict:
    codes = tuple(dict.fromkeys(hit.code for hit in hits)) or ("not-inquiry",)
    return Verdict(kind, False, False, codes, rule.name if rule else "", why, tags=rule.tags if rule else ())


def _inquiry(subject: Subject, rule: Rule | None, us: Us) -> Verdict:
    facts, hits = subject.facts, list(subject.hits)
    customer = facts.author
    if rule is not None and rule.customer != "from":
        customer = _customer(rule, subject)
        hits = _service_responder(hits, customer, us)
    codes = tuple(dict.fromkeys(hit.code for hit in hits))
    if customer is None and not codes:
        codes = ("bad-destination",)
    return Verdict(
        kind=Kind.INQUIRY,
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


def _customer(rule: Rule, subject: Subject) -> Address | None:
    """The customer whom a notice names: in Reply-To, or in its text."""
    if rule.customer == "reply-to":
        return subject.facts.reply_to[0] if len(subject.facts.reply_to) == 1 else None
    if rule.customer_pattern is None:
        return None
    found = conditions.search(rule.customer_pattern, subject.facts.text, subject)
    named = parse_addresses(found["customer"] or "") if found else ()
    return named[0] if len(named) == 1 else None


def _service_responder(hits: list[Hit], customer: Address | None, us: Us) -> list[Hit]:
    """A precisely specified customer may be answered though the notice itself may not (RFC 3834 § 4, service responders).

    What was said of the notice's own sender falls away; the same is asked of the customer's address.
    """
    if customer is None:
        return [*hits, Hit("bad-destination", Bar.MAYBE, Kind.INQUIRY, "the rule found no customer in the message")]
    kept = [hit for hit in hits if hit.bar is not Bar.RULE and hit.code not in suppression.DESTINATION_CODES]
    kept += [hit for hit in hits if hit.code == "own-address" and hit.bar is Bar.RULE]
    if suppression.addresses_us(customer, us.mailboxes | us.people):
        kept.append(Hit("own-address", Bar.MAYBE, Kind.INQUIRY, f"{customer.email} is one of our own"))
    return [*kept, *suppression.destination(customer.email)]


def _why(rule: Rule, points: float, subject: Subject) -> str:
    if not rule.evidence:
        return rule.why
    signs = [str(each) for each in rule.signs(subject)]
    return f"{rule.why}: {points:g} of {rule.score:g} points: {'; '.join(signs)}"


def hits(facts: Facts, ruleset: RuleSet, us: Us) -> tuple[Hit, ...]:
    """Everything that speaks against an acknowledgement: the rows of the table, and a rule's doubt."""
    return _asked(facts, ruleset, us)[0].hits


def trace(facts: Facts, ruleset: RuleSet, us: Us) -> list[Step]:
    """Every rule that was tried, up to the one that spoke."""
    subject = Subject(facts, suppression.assess(facts, us))  # without the index: every rule is tried
    steps = []
    for rule in ruleset.rules:
        matched, points = _matches(rule, subject)
        if rule.evidence:
            why = _why(rule, points, subject)
        else:
            why = rule.condition.text if matched else f"not: {rule.condition.text}"
        steps.append(Step(rule.name, matched, why))
        if matched:
            break
    return steps
