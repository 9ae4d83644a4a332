"""core/rules/examples.py, core/rules/model.py: rules carry their own tests, and say where one does not hold."""

from __future__ import annotations

from tests.samples import RULES
from watcher.core.rules import examples, rule_files

TEXT = """
[[rule]]
name = "form"
match.from = "forms@site.example"
kind = "inquiry"
customer = "reply-to"
owner = "ben"

  [[rule.example]]
  from = "forms@site.example"
  reply_to = "carol@customer.example"
  expect = { kind = "inquiry", customer = "carol@customer.example", ack = true, owner = "ben", rule = "form" }

  [[rule.example]]
  from = "forms@site.example"
  headers = { List-Id = "<l.example>" }
  expect = { track = true, code = "list" }
"""


def test_every_example_that_does_not_hold_is_named():
    ruleset = rule_files.compile_rule_set([("20.toml", TEXT)])
    assert examples.count_examples(ruleset) == 2
    assert examples.find_failures(ruleset) == ['20.toml:2: rule "form", example 2: expected track = True, got False']


def test_the_examples_of_the_shipped_rules_hold():
    assert examples.count_examples(RULES) > 20
    assert examples.find_failures(RULES) == []
