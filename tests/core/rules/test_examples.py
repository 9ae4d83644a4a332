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
  expect = { track = false, code = "list" }
"""


def test_every_example_that_does_not_hold_is_named():
    ruleset = rule_files.compile_rule_set([("20.toml", TEXT)])
    assert examples.count_examples(ruleset) == 2
    assert examples.find_failures(ruleset) == ['20.toml:2: rule "form", example 2: expected track = False, got True']


def test_the_examples_of_the_shipped_rules_hold():
    assert examples.count_examples(RULES) > 20
    assert examples.find_failures(RULES) == []


def test_what_a_rule_asks_of_people_stands_in_the_verdict_and_a_glance_is_never_acknowledged():
    text = """
[[rule]]
name = "offers"
match.subject.contains = "offer"
kind = "bulk"
attention = "review"

  [[rule.example]]
  from = "carol@customer.example"
  subject = "An offer"
  expect = { kind = "inquiry", attention = "review", track = false, ack = false, code = "not-inquiry", customer = "carol@customer.example" }

  [[rule.example]]
  from = "carol@customer.example"
  subject = "A question"
  expect = { attention = "answer", track = true, ack = true }
"""
    assert examples.find_failures(rule_files.compile_rule_set([("20.toml", text)])) == []
