"""core/rules/rule_files.py: every mistake in a rule file, at once, each with its line and the nearest right key."""

from __future__ import annotations

import pytest

from watcher.core.rules import rule_files

BROKEN = """
[[rule]]
nam = "a"
match.subjekt = "x"
kind = "bulk"

[[rule]]
name = "b"
match.subject.contain = "x"
kind = "bulc"

[[rule]]
name = "c"
match.has = "atachment"
match.body.regex = "(unclosed"
kind = "other"
score = "five"

[[rule]]
name = "d"
match.size = 7
customer = "sender"
kind = "inquiry"
tags = "x"
"""


def test_ten_mistakes_are_told_at_once_each_with_its_line_and_the_nearest_right_key():
    with pytest.raises(rule_files.InvalidRulesError) as raised:
        rule_files.compile_rule_set([("20.toml", BROKEN)])
    told = [str(problem) for problem in raised.value.problems]
    expected = [
        '20.toml:3: rule "rule 1": unknown key "nam" (did you mean "name"?)',
        '20.toml:4: rule "rule 1": unknown field "subjekt" (did you mean "subject"?)',
        '20.toml:9: rule "b": subject: unknown operator "contain" (did you mean "contains"?)',
        '20.toml:10: rule "b": unknown kind "bulc" (did you mean "bulk"?)',
        '20.toml:14: rule "c": has: unknown "atachment" (did you mean "attachment"?)',
        '20.toml:15: rule "c": body regex: missing )',
        '20.toml:17: rule "c": score takes a number above 0',
        '20.toml:21: rule "d": size: write',
        '20.toml:22: rule "d": customer is "from"',
        '20.toml:24: rule "d": tags takes a list of texts',
    ]
    assert len(told) == len(expected)
    for line in expected:
        assert any(each.startswith(line) for each in told), (line, told)


def test_a_rule_says_what_it_asks_of_people_or_its_kind_does():
    text = """
[[rule]]
name = "a"
match.subject = "a"
kind = "bulk"
attention = "review"

[[rule]]
name = "b"
match.subject = "b"
kind = "bulk"

[[rule]]
name = "c"
kind = "inquiry"
"""
    ruleset = rule_files.compile_rule_set([("20.toml", text)])
    assert [rule.attention for rule in ruleset.rules] == ["review", "none", "answer"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            'attention = "revew"',
            '20.toml:5: rule "a": attention is one of answer, review, none (did you mean "review"?)',
        ),
        ("attention = 2", '20.toml:5: rule "a": attention is one of answer, review, none'),
        ('attention = "none"', '20.toml:2: rule "a": no conditions: it would match every message'),
    ],
)
def test_an_attention_that_is_none_of_three_is_refused_and_no_rule_hides_everything(line: str, problem: str):
    with pytest.raises(rule_files.InvalidRulesError) as raised:
        rule_files.compile_rule_set([("20.toml", f'\n[[rule]]\nname = "a"\nkind = "inquiry"\n{line}\n')])
    assert [str(found).startswith(problem) for found in raised.value.problems] == [True]
