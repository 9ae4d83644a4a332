"""core/rules/conditions.py, core/rules/context.py: every field and operator against a message, and patterns that never end."""

from __future__ import annotations

import pytest

from tests.core.rules.condition_table import FAILS, HOLDS, MESSAGE
from tests.samples import CAROL, SALES, facts, us
from watcher.core.message.model import MessageKind
from watcher.core.rules import rule_files, rules
from watcher.core.toml import TomlError


def matches(condition: str) -> bool:
    text = f'[[rule]]\nname = "r"\nmatch.{condition}\nkind = "other"\n'
    message = facts(mailbox="sales", folder="INBOX", to=(SALES,), **MESSAGE)
    return rules.trace_rules(message, rule_files.compile_rule_set([("r.toml", text)]), us())[0].matched


@pytest.mark.parametrize("condition", HOLDS)
def test_it_holds(condition):
    assert matches(condition)


@pytest.mark.parametrize("condition", FAILS)
def test_it_does_not_hold(condition):
    assert not matches(condition)


ENDLESS = '[[rule]]\nname = "endless {}"\nmatch.body.regex = "(?:a|a|aa)+$"\nkind = "spam"\n'


def test_a_pattern_without_end_counts_as_no_match_and_names_its_rule():
    ruleset = rule_files.compile_rule_set([("r.toml", "".join(ENDLESS.format(n) for n in range(200)))])
    verdict = rules.classify_message(facts(text="a" * 40 + "!"), ruleset, us())
    assert (verdict.kind, verdict.customer) == (MessageKind.INQUIRY, CAROL)
    assert 'ran out of time and counted as no match: "endless 0"' in verdict.why


@pytest.mark.parametrize("group", ["any", "all", "not", "not.any"])
def test_a_group_of_nothing_but_mistakes_is_a_mistake(group):
    with pytest.raises(TomlError, match=r'r\.toml:4: rule "x": unknown field "nope"'):
        rule_files.compile_rule_set([("r.toml", f'[[rule]]\nname = "x"\nkind = "bulk"\nmatch.{group}.nope = "a"\n')])
