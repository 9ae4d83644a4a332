"""core/rules/rules.py: several messages together are judged as each alone. What is said of one is tested by kinds of mail."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import read_letters, read_texts
from tests.samples import RULES, facts, us
from watcher.core.lockstep import TOGETHER
from watcher.core.message.model import Address
from watcher.core.rules import rules
from watcher.core.rules.rule_files import compile_rule_set

LETTERS = [
    *(
        ("carol@customer.example", *text)
        for kind in ("persons", "offers", "notices", "absences")
        for text in read_texts(kind)
    ),
    *(letter for kind in ("circulars", "program_letters") for letter in read_letters(kind)),
]
MESSAGES = [facts(from_=(Address(sender),), subject=subject, text=text) for sender, subject, text in LETTERS]


def test_several_are_judged_as_each_alone():
    """A third of them, as one batch after the other would be, and a batch that is larger than any."""
    chosen = MESSAGES[::3]
    alone = [rules.classify_message(message, RULES, us()) for message in chosen]
    assert len({verdict.rule for verdict in alone}) > 5
    assert len(chosen) > TOGETHER
    assert rules.classify_messages(chosen, RULES, us()) == alone


SLOW = """[[rule]]
name = "slow"
why = "it is slow"
match.body = { regex = '(?:a+a+)+b' }
kind = "other"
"""


def test_who_is_slow_to_judge_is_so_for_itself_alone():
    ruleset = compile_rule_set([("10.toml", SLOW)])
    slow, quick = facts(text="a" * 5000), facts(text="How much is larch?")
    told = rules.classify_messages([quick, slow, quick], ruleset, us())
    assert ["ran out of time" in verdict.why for verdict in told] == [False, True, False]


@pytest.mark.parametrize("count", [0, 1])
def test_there_are_as_many_verdicts_as_messages(count):
    assert len(rules.classify_messages(MESSAGES[:count], RULES, us())) == count
