"""What is allowed in rule files and cannot be meant: rules that never speak, doubles, values no message has. Pure.

Says only what is certain: of two patterns it does not try to find out whether one covers the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from watcher.core.message.languages import LANGUAGES
from watcher.core.rules import conditions
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.conditions import FieldTest, field_tests_of_entry, required_field_tests
from watcher.core.rules.model import Attention
from watcher.core.rules.rule_set import Rule, RuleSet
from watcher.core.toml import Problem, did_you_mean

#: What a rule names and nobody has written → where it is written.
_CURES = {
    "owner": "write [people.{name}] into the configuration, or name one of the people there",
    "ladder": "write [ladders.{name}] into the configuration",
    "template": "copy templates/acknowledgement.txt to templates/{name}.txt",
}


def find_rule_problems(ruleset: RuleSet) -> list[Problem]:
    """Everything to look at, in the order of the rules."""
    found: list[Problem] = []
    earlier: list[Rule] = []
    for rule in ruleset.rules:
        found += [
            Problem(rule.file, rule.line, f'rule "{rule.name}": {problem}')
            for problem in _problems_of_rule(rule, earlier)
        ]
        earlier.append(rule)
    return found


def find_unknown_names(
    ruleset: RuleSet,
    *,
    people: Sequence[str] | None = None,
    ladders: Sequence[str] | None = None,
    templates: Sequence[str] | None = None,
) -> Iterator[Problem]:
    """People, ladders and templates that rules name and that are not there. None: which there are is not known."""
    for rule in ruleset.rules:
        wanted = (
            ("owner", rule.owner, people),
            ("ladder", rule.ladder, ladders),
            ("template", rule.template, templates),
        )
        for word, name, known in wanted:
            if name is not None and known is not None and name not in known:
                cure = did_you_mean(name, known) or f": {_CURES[word].format(name=name)}"
                text = f'rule "{rule.name}": there is no {word} "{name}"{cure}'
                yield Problem(rule.file, rule.line, text)


def _problems_of_rule(rule: Rule, earlier: list[Rule]) -> Iterator[str]:
    same = next((other for other in earlier if other.name == rule.name), None)
    if same:
        yield f"another rule has that name: {same.file}:{same.line}"
    yield from _find_contradictions(rule)
    yield from dict.fromkeys(_find_unknown_values(rule.match))
    enough = min(rule.score, rule.doubt) if rule.doubt else rule.score  # a rule may be there for its doubt alone
    for sign in rule.evidence:
        if sum(other.points for other in rule.evidence if other.points > 0) < enough:
            yield f"all its evidence together does not make {enough:g} points: it never matches"
            break
        if sign.points == 0:
            yield f"evidence without points: {sign.condition.description}"
    for other in earlier:
        if is_certain_superset(other, rule):
            yield f'never reached: "{other.name}" ({other.file}:{other.line}) matches all that it matches'
            break
    if not rule.examples:
        yield "no example: add [[rule.example]], so that `watcher rules test` can watch over it"
    if rule.attention is Attention.NONE and (rule.owner or rule.ladder or rule.customer not in ("", "from")):
        yield f"owner, ladder and customer mean nothing where nobody is asked to look (attention = {rule.attention})"


def is_certain_superset(first: Rule, second: Rule) -> bool:
    """Does `first` certainly match whatever `second` matches?"""
    if first.evidence:
        return first.match == second.match and first.evidence == second.evidence
    wide, narrow = required_field_tests(first.match), required_field_tests(second.match)
    if first.match == second.match and first.match:
        return True
    if wide is None:
        return False
    known = narrow or []
    return all(any(_is_at_least_as_strict(test, wanted) for test in known) for wanted in wide)


def _is_at_least_as_strict(narrow: FieldTest, wide: FieldTest) -> bool:
    if narrow.field != wide.field:
        return False
    if wide.operator == "exists":
        return wide.words == {"true"} and narrow.operator not in ("exists", "over", "under")
    if narrow.operator == wide.operator:
        return narrow.words <= wide.words
    if wide.operator == "contains" and narrow.operator in ("is", "starts", "ends"):
        return all(any(part in word for part in wide.words) for word in narrow.words)
    if wide.operator in ("starts", "ends") and narrow.operator == "is" and wide.field not in conditions.ADDRESS_FIELDS:
        test = str.startswith if wide.operator == "starts" else str.endswith
        return all(any(test(word, part) for part in wide.words) for word in narrow.words)
    return False


def _find_contradictions(rule: Rule) -> Iterator[str]:
    """Tests that contradict each other."""
    tests = [test for test in _top_level_tests(rule.match) if test is not None]
    for n, one in enumerate(tests):
        for other in tests[n + 1 :]:
            if one.field == other.field and _is_contradiction(one, other):
                yield f"{one.field}: {one.operator} and {other.operator} can never hold together"
    for refused in _negated_tests(rule.match):
        if any(_is_at_least_as_strict(test, refused) for test in tests):
            yield f"{refused.field}: is asked for and excluded by `not` at once"


def _top_level_tests(match: dict[str, Any]) -> list[FieldTest]:
    return required_field_tests({name: value for name, value in match.items() if name not in ("any", "not")}) or []


def _negated_tests(match: dict[str, Any]) -> list[FieldTest]:
    """Single tests that `not` refuses."""
    inner = match.get("not", [])
    tables = inner if isinstance(inner, list) else [inner]
    return [
        test
        for table in tables
        for test in (required_field_tests(table) or [])
        if len(required_field_tests(table) or []) == 1
    ]


def _is_contradiction(one: FieldTest, other: FieldTest) -> bool:
    operators = {one.operator: one, other.operator: other}
    if "exists" in operators and operators["exists"].words == {"false"} and len(operators) == 2:
        return True
    if operators.keys() == {"over", "under"}:
        return float(next(iter(operators["over"].words))) >= float(next(iter(operators["under"].words)))
    return False


def _find_unknown_values(match: dict[str, Any]) -> Iterator[str]:
    """Words that no message can have."""
    for name, value in match.items():
        if name in conditions.GROUP_OPERATORS:
            for entry in value if isinstance(value, list) else [value]:
                yield from _find_unknown_values(entry)
        elif name in ("auto", "language"):
            known = tuple(SuppressionCode) if name == "auto" else LANGUAGES
            for test in field_tests_of_entry(name, value):
                for word in sorted(test.words) if test.operator == "is" else ():
                    if word not in known:
                        yield f'{name}: no message has "{word}"{did_you_mean(word, known)}'
