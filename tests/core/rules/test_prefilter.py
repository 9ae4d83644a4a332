"""core/rules/prefilter.py: a rule is left out only where it could not have matched."""

from __future__ import annotations

import random

from tests.core.rules.condition_table import FAILS, HOLDS, MESSAGE
from tests.samples import SALES, facts, us
from watcher.core.rules import prefilter, rule_files, rules


def test_the_index_finds_every_word():
    chance = random.Random(7)
    words = ["".join(chance.choices("abä", k=chance.randint(1, 5))) for _ in range(60)]
    index = prefilter.LiteralIndex(words)
    for _ in range(300):
        text = "".join(chance.choices("abäc", k=40))
        assert index.find_literals(text) == {word for word in words if word in text}


def test_leaving_rules_out_by_their_literals_changes_no_verdict():
    text = "".join(
        f'[[rule]]\nname = "{n}"\nmatch.{condition}\nkind = "other"\n' for n, condition in enumerate((*FAILS, *HOLDS))
    )
    for start in range(len(HOLDS)):
        part = "".join(f"[[rule]]{each}" for each in text.split("[[rule]]")[1 : len(FAILS) + 2 + start])
        ruleset = rule_files.compile_rule_set([("r.toml", part)])
        message = facts(
            mailbox="sales",
            folder="INBOX",
            to=(SALES,),
            **{**MESSAGE, "headers": {"from": ("x",), "x-source": ("Form 7",)}},
        )
        first = next((step.rule for step in rules.trace_rules(message, ruleset, us()) if step.matched), "")
        assert rules.classify_message(message, ruleset, us()).rule == first


def test_what_a_condition_requires():
    required = prefilter.required_literals
    assert required({"from": "@Partner.example"}) == {"@partner.example"}
    assert required({"subject": {"contains": ["ab", "cd"]}, "body": {"contains": "longer"}}) == {"longer"}
    assert required({"header": {"X-Form": {"exists": True}}}) == {"header x-form"}
    assert required({"any": [{"subject": "ab"}, {"from": "c@d.example"}]}) == {"ab", "c@d.example"}
    assert required({"from": "*@shop.*"}) == {"@shop."}
    assert required({"subject": {"regex": "a+"}}) is None
    assert required({"has": ["list", "reply"]}) == {"has list", "has reply"}
    assert required({"has": "list", "subject": "ab"}) == {"ab"}
    assert required({"any": [{"subject": "ab"}, {"has": "list"}]}) == {"ab", "has list"}
    assert required({"from": {"glob": ["*news@*", "deals@*"]}}) == {"news@", "deals@"}
    assert required({"subject": {"glob": "[ab]*"}}) is None
    assert required({"any": [{"subject": "ab"}, {"size": {"over": 9}}]}) is None
    assert required({"not": {"subject": "ab"}}) is None
