"""core/rules/holding.py: a reply that only says that an answer will come, and one that answers all the same."""

from __future__ import annotations

import pytest

from tests.samples import RULES, facts
from watcher.core.rules import holding

PHRASES = holding.compile_phrases([{"says": ["we will*get back to you"], "unless": ["attached"]}])


@pytest.mark.parametrize(
    "text", ["We will get back to you.", "we will of course get back to YOU soon", "Hi,\nwe will\nget back to you\n"]
)
def test_a_promise_is_a_holding_reply(text):
    assert PHRASES.is_holding_reply(facts(text=text))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("We will get back to you. Until then: it costs € 40.", {}),
        ("We will get back to you, see https://shop.example", {}),
        ("We will get back to you; the plan is attached", {}),
        ("We will get back to you.", {"attachments": ("plan.pdf",)}),
        ("We will get back to you." + " More words." * 40, {}),
        ("We will see. They get back to you.", {}),  # not in one sentence
        ("somewhere we will get back to your", {}),  # not whole words
        ("", {}),
    ],
)
def test_in_doubt_a_reply_is_an_answer(text, changed):
    assert not PHRASES.is_holding_reply(facts(text=text, **changed))


def test_without_phrases_nothing_is_held():
    assert not holding.HoldingPhrases().is_holding_reply(facts(text="We will get back to you."))
    assert RULES.holding_phrases.is_holding_reply(facts(text="Thank you, we will get back to you."))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("x", "phrases of holding replies are written as [[holding]]"),
        ({"says": ["a"], "say": []}, 'holding: unknown key "say"'),
        ({"says": "a"}, "holding: says takes a list of phrases"),
        ({"says": ["*"]}, "holding: says takes a list of phrases"),
        ({"says": ["a"], "language": 1}, "holding: language takes a text"),
        ({}, "holding: says is missing"),
    ],
)
def test_a_table_that_is_wrong_is_told(table, message):
    problems: list[str] = []
    assert not holding.validate_table(table, ("holding", 0), lambda path, text: problems.append(text))
    assert problems[0].startswith(message)
