"""The conditions of a rule: fields, operators, groups → compiled tests of one message. Pure and bounded.

Text is compared after Unicode normalisation (NFKC) and case folding. Regular expressions are Unicode-aware, searched in the text
as it stands, and stopped when they take too long: then they count as no match and are reported.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import regex

from watcher.core.message.model import Facts
from watcher.core.rules.context import RuleContext, field_addresses, fold_word, nfkc_casefold, search_with_timeout
from watcher.core.rules.traits import LAZY_TRAITS, TRAITS, message_language
from watcher.core.toml import KeyPath, did_you_mean

MAX_PATTERN_LENGTH = 1024

ADDRESS_FIELDS = ("from", "sender", "reply_to", "to", "cc", "any_address")
TEXT_FIELDS = ("subject", "body", "header", "list_id", "attachment", "language", "mailbox", "folder")
NUMBER_FIELDS = ("size", "spam_score")
SET_FIELDS = ("auto", "has")
FIELDS = (*ADDRESS_FIELDS, *TEXT_FIELDS, *NUMBER_FIELDS, *SET_FIELDS)
#: How much dearer it is to ask for what must not be there: it seldom is, so the answer seldom says no.
_SELDOM = 10
GROUP_OPERATORS = ("all", "any", "not")
TEXT_OPERATORS = ("is", "contains", "starts", "ends", "glob", "regex", "exists")
OPERATORS = (*TEXT_OPERATORS, "domain", "over", "under")


@dataclass(frozen=True)
class Condition:
    """A compiled test of one message, and what it costs until it mostly says no, in tenths of a microsecond: cheap ones go first."""

    description: str  # as a person reads it
    cost: int
    holds: Callable[[RuleContext], bool]
    conjuncts: tuple[Condition, ...] = ()  # conditions that must all hold, the cheapest first; (): it is one alone
    disjuncts: tuple[Condition, ...] = ()  # conditions of which one must hold, the cheapest first; (): it is one alone

    @property
    def parts(self) -> tuple[Condition, ...]:
        """What must all hold, the cheapest first."""
        return self.conjuncts or (self,)


ProblemReporter = Callable[[KeyPath, str], None]


def compile_match(table: dict[str, Any], path: KeyPath, report: ProblemReporter) -> Condition:
    """The table `match`, all of whose entries must hold. What is wrong goes to `report`."""
    return _combine_with_and(list(_compile_entries(table, path, report)))


def _compile_entries(table: dict[str, Any], path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    for name, value in table.items():
        here = (*path, name)
        if name in GROUP_OPERATORS:
            yield from _compile_group(name, value, here, report)
        elif name not in FIELDS:
            report(here, f'unknown field "{name}"{did_you_mean(name, (*FIELDS, *GROUP_OPERATORS))}')
        elif name == "header":
            yield from _compile_headers(value, here, report)
        else:
            yield from _compile_field(_Field(name, name), value, here, report)


def _compile_group(name: str, value: Any, path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    tables = value if isinstance(value, list) else [value]
    if not tables or not all(isinstance(entry, dict) for entry in tables):
        report(path, f'"{name}" takes a table of conditions, or a list of such tables')
        return
    numbered = isinstance(value, list)
    parts = [compile_match(entry, (*path, n) if numbered else path, report) for n, entry in enumerate(tables)]
    if name == "any":
        if not numbered:  # any = { subject = …, body = … }: one of the entries
            parts = list(_compile_entries(value, path, report))
        yield _combine_with_or(parts)
    elif name == "all":
        yield _combine_with_and(parts)
    else:
        inner = _combine_with_or(parts)
        yield _negate_condition(inner)


def _negate_condition(inner: Condition) -> Condition:
    """Of several that must not hold each is a part: what costs least may say no before the others are asked."""
    cost, description = _SELDOM * inner.cost, f"not ({inner.description})"
    return Condition(
        description,
        cost,
        lambda context: not inner.holds(context),
        conjuncts=tuple(map(_negate_condition, inner.disjuncts)),
    )


def _combine_with_and(parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    parts = sorted(parts, key=lambda part: part.cost)
    text = " and ".join(part.description for part in parts) or "always"
    tests = [part.holds for part in parts]

    def all_hold(context: RuleContext) -> bool:
        for test in tests:  # noqa: SIM110 — a generator costs more than most tests
            if not test(context):
                return False
        return True

    return Condition(text, parts[0].cost if parts else 0, all_hold, tuple(parts))


def _combine_with_or(parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    parts = sorted(parts, key=lambda part: part.cost)
    text = "(" + " or ".join(part.description for part in parts) + ")"
    tests = [part.holds for part in parts]

    def any_holds(context: RuleContext) -> bool:
        for test in tests:  # noqa: SIM110 — a generator costs more than most tests
            if test(context):
                return True
        return False

    # none where all were mistakes, which are told
    return Condition(text, parts[-1].cost if parts else 0, any_holds, disjuncts=tuple(parts))


def _compile_headers(value: Any, path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    if not isinstance(value, dict) or not value:
        report(path, 'write header."X-Name" = …')
        return
    for name, wanted in value.items():
        yield from _compile_field(_Field("header", f'header "{name}"', name), wanted, (*path, name), report)


class _Field(NamedTuple):
    """What a test looks at: the name of a field, as it is shown, and of `header` which one."""

    name: str
    label: str
    header: str = ""


def _compile_field(field: _Field, value: Any, path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    if isinstance(value, dict):
        if not value:
            report(path, f"{field.label}: no operator; one of {', '.join(_operators_of_field(field.name))}")
        for operator, wanted in value.items():
            yield from _compile_operation(field, operator, wanted, (*path, operator), report)
    elif field.name in NUMBER_FIELDS:
        report(path, f"{field.label}: write {{ over = 1000 }} or {{ under = 1000 }}")
    else:
        yield from _compile_operation(field, "is", value, path, report)


def _operators_of_field(name: str) -> tuple[str, ...]:
    if name in NUMBER_FIELDS:
        return ("over", "under")
    if name in SET_FIELDS:
        return ("is", "exists")
    return (*TEXT_OPERATORS, "domain") if name in ADDRESS_FIELDS else TEXT_OPERATORS


def _compile_operation(
    field: _Field, operator: str, wanted: Any, path: KeyPath, report: ProblemReporter
) -> Iterator[Condition]:
    name, label = field.name, field.label
    known = _operators_of_field(name)
    if operator not in known:
        report(
            path, f'{label}: unknown operator "{operator}"{did_you_mean(operator, known)}; one of {", ".join(known)}'
        )
        return
    if operator == "exists":
        if not isinstance(wanted, bool):
            report(path, f"{label}: exists takes true or false")
            return
        texts = _field_texts_getter(field)
        yield Condition(f"{label} exists = {str(wanted).lower()}", 1, lambda context: bool(texts(context)) is wanted)
        return
    if name in NUMBER_FIELDS:
        yield from _compile_number(field, operator, wanted, path, report)
        return
    words = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        report(path, f"{label} {operator}: write a text, or a list of texts")
        return
    if name in SET_FIELDS:
        yield from _compile_set_membership(name, words, path, report)
    elif operator == "regex":
        yield from _compile_regex(field, words, path, report)
    else:
        yield _compile_words(field, operator, words)


def _compile_number(
    field: _Field, operator: str, wanted: Any, path: KeyPath, report: ProblemReporter
) -> Iterator[Condition]:
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        report(path, f"{field.label} {operator}: write a number")
        return

    def is_number_in_range(context: RuleContext) -> bool:
        value = float(context.facts.size) if field.name == "size" else _parse_spam_score(context.facts)
        if value is None:
            return False
        return value > wanted if operator == "over" else value < wanted

    yield Condition(f"{field.label} {operator} {wanted}", 1, is_number_in_range)


def _parse_spam_score(facts: Facts) -> float | None:
    for name in ("x-spam-score", "x-spam-status", "x-rspamd-score"):
        found = regex.search(r"(?:score=)?(-?\d+(?:\.\d+)?)", facts.first_header(name) or "")
        if found:
            return float(found[1])
    return None


def _compile_set_membership(name: str, words: list[str], path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    text = f"{name} = {_format_words(words)}"
    if name == "auto":
        codes = frozenset(words)
        yield Condition(text, 1, lambda context: not codes.isdisjoint(context.suppression_codes))
        return
    known = (*TRAITS, *sorted(LAZY_TRAITS))
    for word in words:
        if word not in known:
            report(path, f'has: unknown "{word}"{did_you_mean(word, known)}; one of {", ".join(known)}')
    lazy = [word for word in LAZY_TRAITS if word in words]  # the cheapest first
    traits = frozenset(words).difference(lazy)
    parts = [Condition(text, 1, lambda context: not traits.isdisjoint(context.traits))] if traits else []
    parts += map(_compile_lazy_trait, lazy)
    if len(parts) == 1:
        yield parts[0]
        return

    def has_any_trait(context: RuleContext) -> bool:
        if traits and not traits.isdisjoint(context.traits):
            return True
        for word in lazy:  # noqa: SIM110 — a generator costs more than most tests
            if context.has_lazy_trait(word):
                return True
        return False

    yield Condition(text, parts[-1].cost, has_any_trait, disjuncts=tuple(parts))


def _compile_lazy_trait(word: str) -> Condition:
    return Condition(f'has = "{word}"', LAZY_TRAITS[word], lambda context: context.has_lazy_trait(word))


def _compile_words(field: _Field, operator: str, words: list[str]) -> Condition:
    name = field.name
    folded = [fold_word(word) for word in words]
    texts = _field_texts_getter(field)
    description = f"{field.label} {operator} {_format_words(words)}"
    cost = 50 if name == "body" else 5 if name == "header" else 2
    if operator == "glob" or (operator == "is" and name in ADDRESS_FIELDS and any(map(_is_glob, folded))):
        return Condition(description, cost, _glob_predicate(folded, name in ADDRESS_FIELDS, texts))
    if name == "body" and operator == "contains":
        return Condition(description, cost, _body_contains_predicate(frozenset(folded)))
    if operator in ("starts", "ends"):
        cost = 2  # all of them at once
    compare = _compile_comparison(operator, name in ADDRESS_FIELDS, folded)
    return Condition(description, cost, lambda context: any(map(compare, texts(context))))


def _compile_comparison(operator: str, is_address: bool, words: list[str]) -> Callable[[str], bool]:
    """The test of one text of a field against all words, folded as it is."""
    if operator == "contains":
        return lambda text: any(word in text for word in words)
    if operator in ("starts", "ends"):
        ends = tuple(words)
        return (lambda text: text.startswith(ends)) if operator == "starts" else (lambda text: text.endswith(ends))
    if operator == "domain":
        domains = frozenset(word.lstrip("@") for word in words)
        below = tuple(f".{domain}" for domain in domains)
        return lambda address: (domain := address.rpartition("@")[2]) in domains or domain.endswith(below)
    if is_address:  # a whole address, or a domain ("@site.example")
        whole, domain_ends = frozenset(words), tuple(word for word in words if word.startswith("@"))
        return lambda address: address in whole or address.endswith(domain_ends)
    return frozenset(words).__contains__


def _body_contains_predicate(words: frozenset[str]) -> Callable[[RuleContext], bool]:
    def body_contains_any_word(context: RuleContext) -> bool:
        seen = context.found_literals
        return any(word in context.folded_body for word in (words if seen is None else words & seen))

    return body_contains_any_word


def _is_glob(word: str) -> bool:
    return "*" in word or "?" in word


def _glob_predicate(
    words: list[str], addresses: bool, texts: Callable[[RuleContext], list[str]]
) -> Callable[[RuleContext], bool]:
    """One pattern for them all; an address may also be a domain ("@site.example")."""
    patterns = [fnmatch.translate(f"*{word}" if addresses and word.startswith("@") else word) for word in words]
    match = re.compile("|".join(patterns)).match
    return lambda context: any(match(text) for text in texts(context))


def longest_literal_piece(pattern: str) -> str:
    """The longest text that whatever matches a glob must have."""
    return str(max(regex.split(r"[*?]|\[.*\]", pattern), key=len))


def _compile_regex(field: _Field, words: list[str], path: KeyPath, report: ProblemReporter) -> Iterator[Condition]:
    label = field.label
    patterns = []
    for word in words:
        if len(word) > MAX_PATTERN_LENGTH:
            report(path, f"{label} regex: longer than {MAX_PATTERN_LENGTH} characters")
            continue
        try:
            patterns.append(regex.compile(word))
        except regex.error as error:
            report(path, f"{label} regex: {error.msg} at position {error.pos} of {word!r}")
    texts = _field_texts_getter(field, folded=False)

    def matches_any_regex(context: RuleContext) -> bool:
        found = texts(context)
        for pattern in patterns:
            for text in found:
                if search_with_timeout(pattern, text, context) is not None:
                    return True
        return False

    yield Condition(f"{label} regex {_format_words(words)}", 500 if field.name == "body" else 50, matches_any_regex)


def _field_texts_getter(field: _Field, folded: bool = True) -> Callable[[RuleContext], list[str]]:
    """The texts a field looks at, in the form they are compared in."""
    name = field.name
    form = nfkc_casefold if folded else str
    if name in ADDRESS_FIELDS:
        return lambda context: [form(address.email) for address in field_addresses(name, context.facts)]
    if name == "body":
        return lambda context: [context.folded_body if folded else context.facts.text]
    if name == "subject":
        return lambda context: (
            [context.folded_subject if folded else context.facts.subject] if context.facts.subject else []
        )
    if name == "header" or name == "list_id":
        key = field.header.casefold() if field.header else "list-id"
        return lambda context: [form(value) for value in context.facts.headers.get(key, ())]
    if name == "attachment":
        return lambda context: [form(name) for name in context.facts.attachments]
    if name == "auto":
        return lambda context: sorted(context.suppression_codes)
    if name == "has":
        return lambda context: (
            [word for word, trait in TRAITS.items() if trait(context.facts)]
            or [*filter(context.has_lazy_trait, LAZY_TRAITS)]
        )
    if name == "language":
        return lambda context: [found] if (found := message_language(context.facts)) else []
    return lambda context: [form(str(getattr(context.facts, name)))] if getattr(context.facts, name) else []


def _format_words(words: list[str]) -> str:
    text = ", ".join(f'"{word}"' for word in words[:3]) + (", …" if len(words) > 3 else "")
    return text if len(text) < 100 else f"{text[:97]}…"


# --- what a `match` asks, as plain data


class FieldTest(NamedTuple):
    """One test: of a field, by an operator, for one of these words."""

    field: str
    operator: str
    words: frozenset[str]


def required_field_tests(match: dict[str, Any]) -> list[FieldTest] | None:
    """The tests that must all hold; None where there are more than plain ones (`any`, `not`)."""
    found: list[FieldTest] = []
    for name, value in match.items():
        if name == "all":
            for entry in value if isinstance(value, list) else [value]:
                inner = required_field_tests(entry)
                if inner is None:
                    return None
                found += inner
        elif name in GROUP_OPERATORS:
            return None
        elif name == "header":
            for header, wanted in value.items():
                found += field_tests_of_entry(f"header {header.casefold()}", wanted)
        else:
            found += field_tests_of_entry(name, value)
    return found


def field_tests_of_entry(name: str, value: Any) -> Iterator[FieldTest]:
    """The tests that one entry of `match` stands for."""
    if not isinstance(value, dict):
        value = {"is": value}
    for operator, wanted in value.items():
        words = wanted if isinstance(wanted, list) else [wanted]
        form = str if operator == "regex" else fold_word
        yield FieldTest(name, operator, frozenset(form(_value_as_text(word)) for word in words))


def _value_as_text(word: Any) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)
