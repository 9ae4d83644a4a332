"""What is needed to know that rules are sound, and no more: the words by which mail is judged are read with the first message."""

import subprocess
import sys

from watcher.core.rules.rule_files import compile_rule_set
from watcher.core.rules.rule_set import DEFAULT_TEMPLATE

RULE = '[[rule]]\nname = "{name}"\nwhy = "it says so"\nmatch = {{ subject = "{name}" }}\nattention = "answer"\nkind = "inquiry"\n'


def test_rules_keep_the_order_of_their_files():
    ruleset = compile_rule_set([("b.toml", RULE.format(name="beta")), ("a.toml", RULE.format(name="alpha"))])
    assert [rule.name for rule in ruleset.rules] == ["beta", "alpha"]
    assert {rule.template for rule in ruleset.rules} == {DEFAULT_TEMPLATE}


def test_compiling_rules_does_not_read_the_words_of_the_decision_table():
    code = "import sys, watcher.core.rules.rule_files; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    words = {"passed_on", "suppression", "absence", "returned_mail", "rules"}
    words |= {"circulars", "circular_words", "offers", "offer_words"}
    assert not {f"watcher.core.rules.{word}" for word in words} & set(done.stdout.split())
