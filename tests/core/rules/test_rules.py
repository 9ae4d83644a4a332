"""core/rules/conditions.py, core/rules/context.py: every field and operator, every mistake with its line, and patterns that never end."""

from __future__ import annotations

import pytest

from tests.cast import CAROL, SALES, facts, us
from watcher.core.message.model import Address, MessageKind
from watcher.core.rules import rules

MESSAGE = {
    "subject": "Re: Größe der Dächer",
    "base_subject": "Größe der Dächer",
    "is_reply": True,
    "text": "Hallo,\nwas kostet ein Dach aus Schiefer? Danke und viele Grüße ①②③",
    "cc": (Address("ben@partner.example", "Ben"),),
    "reply_to": (Address("carol@private.example"),),
    "sender": Address("office@customer.example"),
    "size": 4096,
    "attachments": ("Plan.PDF",),
    "headers": {"from": ("x",), "x-source": ("Form 7",), "list-id": ("<a.lists.example>",), "x-spam-score": ("3.5",)},
}
HOLDS = r"""
from = "carol@customer.example"
from = "@customer.example"
from = "*@customer.*"
from.domain = "example"
from.starts = "carol"
from.regex = "^carol@"
sender = "office@customer.example"
reply_to.ends = "private.example"
to = "SALES@example.com"
cc.contains = "partner"
any_address = "@partner.example"
subject.contains = "GRÖSSE"
subject = "re: grösse der dächer"
subject.regex = "(?i)\\bdächer\\b"
subject.glob = "*der*"
subject.starts = ["x", "re:"]
body.contains = "schiefer"
body.contains = "123"
body.regex = "\\bwas\\b"
header."X-Source" = "form 7"
header."X-Source".exists = true
header."X-None".exists = false
list_id.contains = "lists.example"
attachment.ends = ".pdf"
language = ["fr", "de"]
mailbox = "sales"
folder = "INBOX"
size.over = 4000
size.under = 5000
spam_score.over = 3
has = "reply"
has = ["calendar", "attachment"]
auto = "list"
not.subject = "x"
any = [{ subject = "x" }, { has = "text" }]
any = { subject = "x", language = "de" }
all = [{ has = "text" }, { language = "de" }]
not.any = [{ subject = "x" }, { size.under = 1 }]
""".strip().splitlines()
FAILS = r"""
from = "carol@customer.exampl"
from = "customer.example"
from.domain = "ustomer.example"
subject = "größe"
body.contains = "ziegel"
header."X-Source" = "form"
header."X-None" = "form"
language = "en"
size.over = 4096
spam_score.under = 3
has = "calendar"
auto = "dsn"
subject.regex = "DÄCHER"
not.has = "text"
all = [{ has = "text" }, { language = "en" }]
any = [{ subject = "x" }, { language = "en" }]
cc.exists = false
mailbox = "support"
""".strip().splitlines()


def matches(condition: str) -> bool:
    text = f'[[rule]]\nname = "r"\nmatch.{condition}\nkind = "other"\n'
    message = facts(mailbox="sales", folder="INBOX", to=(SALES,), **MESSAGE)
    return rules.trace_rules(message, rules.compile_rule_set([("r.toml", text)]), us())[0].matched


@pytest.mark.parametrize("condition", HOLDS)
def test_it_holds(condition):
    assert matches(condition)


@pytest.mark.parametrize("condition", FAILS)
def test_it_does_not_hold(condition):
    assert not matches(condition)


def test_leaving_rules_out_by_their_literals_changes_no_verdict():
    """The index is a short cut: whatever it leaves out could not have matched."""
    text = "".join(f'[[rule]]\nname = "{n}"\nmatch.{each}\nkind = "other"\n' for n, each in enumerate((*FAILS, *HOLDS)))
    for start in range(len(HOLDS)):
        part = "".join(f"[[rule]]{each}" for each in text.split("[[rule]]")[1 : len(FAILS) + 2 + start])
        ruleset = rules.compile_rule_set([("r.toml", part)])
        message = facts(
            mailbox="sales",
            folder="INBOX",
            to=(SALES,),
            **{**MESSAGE, "headers": {"from": ("x",), "x-source": ("Form 7",)}},
        )
        first = next((step.rule for step in rules.trace_rules(message, ruleset, us()) if step.matched), "")
        assert rules.classify_message(message, ruleset, us()).rule == first


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
    with pytest.raises(rules.InvalidRulesError) as raised:
        rules.compile_rule_set([("20.toml", BROKEN)])
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


ENDLESS = '[[rule]]\nname = "endless {}"\nmatch.body.regex = "(?:a|a|aa)+$"\nkind = "spam"\n'


def test_a_pattern_without_end_counts_as_no_match_and_names_its_rule():
    ruleset = rules.compile_rule_set([("r.toml", "".join(ENDLESS.format(n) for n in range(200)))])
    verdict = rules.classify_message(facts(text="a" * 40 + "!"), ruleset, us())
    assert (verdict.kind, verdict.customer) == (MessageKind.INQUIRY, CAROL)
    assert 'ran out of time and counted as no match: "endless 0"' in verdict.why
