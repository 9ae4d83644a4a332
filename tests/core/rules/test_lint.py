"""core/rules/lint.py: what may stand in a rule file and cannot be meant."""

from __future__ import annotations

import pytest

from tests.samples import RULES
from watcher.core.rules import lint, rule_files

OTHER = 'kind = "other"\n'


def found(*tables: str) -> list[str]:
    text = "\n".join(f'[[rule]]\nname = "r{n}"\n{table}\n' for n, table in enumerate(tables, 1))
    problems = lint.find_rule_problems(rule_files.compile_rule_set([("r.toml", text)]))
    return [each.message for each in problems if "no example" not in each.message]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('match.subject.contains = "roof"', 'match.subject.contains = "roof"'),
        ('match.subject.contains = ["roof", "tile"]', 'match.subject.contains = "Roof"'),
        ('match.subject.contains = "roof"', 'match.subject.starts = "The roof"\nmatch.body.contains = "x"'),
        ('match.from = "@a.example"', 'match.from = "@a.example"\nmatch.subject = "x"'),
        ('match.subject.exists = true', 'match.subject.contains = "x"'),
        ('match.header."X-A".contains = "1"', 'match.header."x-a" = "1 2"'),
        ('match.all = [{ subject = "x" }]', 'match.subject = "x"\nmatch.has = "html"'),
    ],
)  # fmt: skip
def test_a_rule_that_an_earlier_one_covers_is_never_reached(first, second):
    (message,) = found(f"{first}\n{OTHER}", f"{second}\n{OTHER}")
    assert 'never reached: "r1" (r.toml:1) matches all that it matches' in message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('match.subject.contains = "roof"', 'match.body.contains = "roof"'),
        ('match.subject.contains = "roof"', 'match.subject.contains = ["roof", "tile"]'),
        ('match.subject.contains = "roof"\nmatch.has = "html"', 'match.subject.contains = "roof"'),
        ('match.not.subject.contains = "roof"', 'match.body.contains = "x"'),
        ('match.from = "@a.example"', 'match.from = "carol@a.example"'),  # true, and not certain to this eye
        ('match.any = [{ subject = "x" }]', 'match.subject = "x"'),
    ],
)
def test_what_is_not_certain_is_not_said(first, second):
    assert found(f"{first}\n{OTHER}", f"{second}\n{OTHER}") == []


def test_nothing_comes_after_a_rule_that_matches_everything():
    (message,) = found('kind = "inquiry"', f'match.subject = "x"\n{OTHER}')
    assert "never reached" in message


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('match.auto = "dsnn"', 'no message has "dsnn" (did you mean "dsn"?)'),
        ('match.language = "xx"', 'no message has "xx"'),
        ('match.not.any = [{ auto = "bulky" }]', 'no message has "bulky"'),
        ("match.size = { over = 10, under = 5 }", "can never hold together"),
        ('match.subject = { exists = false, contains = "x" }', "can never hold together"),
        ('match.subject = "x"\nmatch.not.subject = "x"', "asked for and excluded"),
        ('score = 9\n[[rule.evidence]]\npoints = 2\nmatch.has = "html"', "does not make 9 points"),
        ('match.subject = "x"\nowner = "anna"', "mean nothing where nobody is asked to look (attention = none)"),
    ],
)
def test_what_cannot_be_meant(table, words):
    messages = found(f"{OTHER}{table}")
    assert any(words in message for message in messages), messages


def test_two_rules_of_one_name():
    text = f'[[rule]]\nname = "a"\nmatch.subject = "x"\n{OTHER}[[rule]]\nname = "a"\nmatch.subject = "y"\n{OTHER}'
    messages = [each.message for each in lint.find_rule_problems(rule_files.compile_rule_set([("r.toml", text)]))]
    assert any("another rule has that name: r.toml:1" in message for message in messages)


def test_the_shipped_rules_are_clean():
    assert lint.find_rule_problems(RULES) == []


def test_people_ladders_and_templates_that_are_not_there():
    text = (
        '[[rule]]\nname = "a"\nmatch.subject = "x"\nkind = "inquiry"\nowner = "ana"\nladder = "hot"\ntemplate = "ack"\n'
    )
    ruleset = rule_files.compile_rule_set([("r.toml", text)])
    assert list(lint.find_unknown_names(ruleset)) == []
    told = [
        str(each)
        for each in lint.find_unknown_names(
            ruleset, people=["anna"], ladders=["default"], templates=["acknowledgement"]
        )
    ]
    assert told == [
        'r.toml:1: rule "a": there is no owner "ana" (did you mean "anna"?)',
        'r.toml:1: rule "a": there is no ladder "hot": write [ladders.hot] into the configuration',
        'r.toml:1: rule "a": there is no template "ack": copy templates/acknowledgement.txt to templates/ack.txt',
    ]
