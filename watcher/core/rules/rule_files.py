"""The TOML text of rule files → compiled rules, or everything that is wrong with them, each with its file and line."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import regex

from watcher.core.message.model import MessageKind
from watcher.core.rules import conditions, forwards, holding, holding_phrases
from watcher.core.rules.context import nfkc_casefold
from watcher.core.rules.evidence import HitCounts, ScoreSign
from watcher.core.rules.model import Attention
from watcher.core.rules.rule_set import DEFAULT_TEMPLATE, Rule, RuleSet
from watcher.core.toml import KeyPath, Problem, TomlDocument, TomlError, did_you_mean

TableValidator = Callable[[Any, KeyPath, Callable[[KeyPath, str], None]], bool]
#: What a rule may call a message.
RULE_KINDS = (MessageKind.INQUIRY, MessageKind.AUTOMATIC, MessageKind.BULK, MessageKind.SPAM, MessageKind.OTHER)
RULE_KEYS = (
    "name",
    "why",
    "match",
    "score",
    "doubt",
    "evidence",
    "measured_on",
    "kind",
    "attention",
    "customer",
    "ours",
    "template",
    "owner",
    "ladder",
    "tags",
    "example",
)
EVIDENCE_KEYS = ("name", "points", "match", "words", "most", "in_signature", "by_itself", "in_forms", "hits")
EXAMPLE_KEYS = ("from", "to", "cc", "reply_to", "sender", "subject", "body", "headers", "attachments", "expect", "html")
EXPECT_KEYS = ("kind", "attention", "track", "ack", "customer", "code", "rule", "template", "owner", "ladder")


class InvalidRulesError(TomlError):
    """Everything that is wrong with the rule files."""


def compile_rule_set(sources: Iterable[tuple[str, str]]) -> RuleSet:
    """Compiles (file name, text) pairs, in their order. InvalidRulesError: everything that is wrong in any of them."""
    problems: list[Problem] = []
    rules: list[Rule] = []
    phrases: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    sources = tuple(sources)
    for file, text in sources:
        try:
            document = TomlDocument(file, text)
        except TomlError as error:
            problems += error.problems
            continue
        rules += _read_rule_tables(document, problems)
        phrases += _read_word_tables(document, "holding", holding_phrases.validate_table, problems)
        labels += _read_word_tables(document, "forward", forwards.validate_table, problems)
    if problems:
        raise InvalidRulesError(problems)
    packed = tuple((file, pack_rule_text(text)) for file, text in sources)
    return RuleSet(tuple(rules), holding.compile_phrases(phrases), forwards.compile_labels(labels), packed)


def pack_rule_text(text: str) -> bytes:
    """The text of a rule file in a third of its size: of 300 KB nobody asks before there is a backlog."""
    return zlib.compress(text.encode(), 1)


def unpack_rule_text(packed: bytes) -> str:
    """The text that was packed. zlib.error: it is none."""
    return zlib.decompress(packed).decode()


def _read_rule_tables(document: TomlDocument, problems: list[Problem]) -> Iterator[Rule]:
    for key in document.data:
        if key not in ("rule", "holding", "forward"):
            problems.append(document.problem_at((key,), f'unknown key "{key}": rules are written as [[rule]]'))
    tables = document.data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        problems.append(document.problem_at(("rule",), "rules are written as [[rule]], with double brackets"))
        return
    for n, table in enumerate(tables):
        yield _RuleReader(document, n, table, problems).read_rule()


def _read_word_tables(
    document: TomlDocument, name: str, validate: TableValidator, problems: list[Problem]
) -> list[dict[str, Any]]:
    """The [[holding]] or [[forward]] tables of a file; nothing where one is wrong."""

    def report_problem(path: KeyPath, message: str) -> None:
        problems.append(document.problem_at(path, message))

    tables = document.data.get(name, [])
    if not isinstance(tables, list):
        report_problem((name,), f"words are written as [[{name}]], with double brackets")
        return []
    good = [validate(table, (name, n), report_problem) for n, table in enumerate(tables)]
    return tables if all(good) else []


class _RuleReader:
    """Reads one [[rule]] and tells everything that is wrong with it."""

    def __init__(self, document: TomlDocument, n: int, table: dict[str, Any], problems: list[Problem]) -> None:
        self.document, self.table, self.problems = document, table, problems
        self.path: KeyPath = ("rule", n)
        self.line = document.line_of_table("rule", n)
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
        kind = self._read_kind()
        attention = self._read_attention(kind)
        if not match and not evidence and not (kind is MessageKind.INQUIRY and attention is not Attention.NONE):
            self.report_problem(here, "no conditions: it would match every message; only an inquiry rule may")
        customer, pattern = self._read_customer()
        return Rule(
            name=self.name,
            why=self._read_text("why") or f'rule "{self.name}"',
            condition=condition,
            match=match,
            kind=kind,
            attention=attention,
            score=self._read_score(bool(evidence)),
            doubt=self._read_doubt(),
            evidence=evidence,
            measured_on=self._read_hit_counts(self.path, self.table, "measured_on"),
            customer=customer,
            customer_pattern=pattern,
            ours=self._read_ours(customer),
            template=self._read_text("template") or DEFAULT_TEMPLATE,
            owner=self._read_text("owner") or None,
            ladder=self._read_text("ladder") or None,
            tags=self._read_tags(),
            examples=tuple(self._read_examples()),
            file=self.document.file,
            line=self.line,
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

    def _read_attention(self, kind: MessageKind | None) -> Attention:
        """What the rule asks of people; where it says nothing, its kind does."""
        value = self.table.get("attention")
        by_kind = Attention.ANSWER if kind is MessageKind.INQUIRY else Attention.NONE
        if value is None:
            return by_kind
        if isinstance(value, str) and value in tuple(Attention):
            return Attention(value)
        guess = did_you_mean(value, tuple(Attention)) if isinstance(value, str) else ""
        self.report_problem((*self.path, "attention"), f"attention is one of {', '.join(Attention)}{guess}")
        return by_kind

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

    def _read_doubt(self) -> float:
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
            points, name = table.get("points"), table.get("name", "")
            words = self._read_counted_words(here, table)
            match = _match_any_word(words) if words else table.get("match")
            if not isinstance(name, str):
                self.report_problem((*here, "name"), "evidence: name takes a text")
                continue
            if isinstance(points, bool) or not isinstance(points, int | float) or not isinstance(match, dict):
                self.report_problem(here, "evidence takes points (a number) and match (conditions), or words (a list)")
                continue
            yield ScoreSign(
                points=float(points),
                condition=conditions.compile_match(match, (*here, "match"), self.report_problem),
                match=match,
                name=name,
                words=words,
                most=self._read_most(here, table, bool(words)),
                in_signature=self._read_flag(here, table, "in_signature"),
                by_itself=self._read_flag(here, table, "by_itself"),
                in_forms=self._read_flag(here, table, "in_forms"),
                hits=self._read_hit_counts(here, table, "hits"),
            )

    def _read_counted_words(self, here: KeyPath, table: dict[str, Any]) -> tuple[str, ...]:
        """Words that each make the points, folded as the text is; () where there are none."""
        words = table.get("words", [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            self.report_problem((*here, "words"), "evidence: words takes a list of texts")
            return ()
        if words and "match" in table:
            self.report_problem((*here, "words"), "evidence takes words or match, not both")
        return tuple(dict.fromkeys(map(nfkc_casefold, words)))

    def _read_most(self, here: KeyPath, table: dict[str, Any], has_words: bool) -> float:
        most = table.get("most")
        if most is None and not has_words:
            return 0.0
        if isinstance(most, bool) or not isinstance(most, int | float) or most <= 0 or not has_words:
            self.report_problem((*here, "most"), "evidence: words take most, a number above 0: what they make together")
            return 0.0
        return float(most)

    def _read_hit_counts(self, here: KeyPath, table: dict[str, Any], key: str) -> HitCounts | None:
        """{ persons = …, machines = … }: whole numbers, none below 0; None where nobody counted."""
        counts = table.get(key)
        if counts is None:
            return None
        numbers = counts.values() if isinstance(counts, dict) and set(counts) == {"persons", "machines"} else (None,)
        if not all(isinstance(number, int) and not isinstance(number, bool) and number >= 0 for number in numbers):
            self.report_problem((*here, key), f"{key} takes {{ persons = …, machines = … }}: whole numbers")
            return None
        return HitCounts(**counts)

    def _read_flag(self, here: KeyPath, table: dict[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.report_problem((*here, key), f"evidence: {key} is true or false")
            return False
        return value

    def _read_customer(self) -> tuple[str, Any]:
        if "customer" not in self.table:
            return "", None
        value = self.table["customer"]
        here = (*self.path, "customer")
        if value in ("from", "reply-to", "form"):
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
        self.report_problem(here, 'customer is "from", "form", "reply-to" or { body = "…(?P<customer>…)…" }')
        return "from", None

    def _read_ours(self, customer: str) -> bool:
        value = self.table.get("ours", False)
        if not isinstance(value, bool):
            self.report_problem((*self.path, "ours"), "ours is true or false")
            return False
        if value and customer != "form":
            self.report_problem((*self.path, "ours"), 'ours goes with customer = "form"')
        return bool(value)

    def _read_tags(self) -> tuple[str, ...]:
        value = self.table.get("tags", [])
        if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
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
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            self.report_problem((*self.path, key), f"{key} is written as [[rule.{key}]]")
            return []
        return value


def _match_any_word(words: tuple[str, ...]) -> dict[str, Any]:
    """The condition that one of them is in the text or in the subject."""
    listed = list(words)
    return {"any": [{"body": {"contains": listed}}, {"subject": {"contains": listed}}]}
