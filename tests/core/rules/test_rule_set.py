"""What is needed to know that rules are sound, and no more: the words by which mail is judged are read with the first message."""

import itertools
import subprocess
import sys

from tests.samples import facts
from watcher.core.message.model import MessageKind
from watcher.core.rules.conditions import Condition
from watcher.core.rules.context import RuleContext
from watcher.core.rules.evidence import ScoreSign
from watcher.core.rules.rule_files import compile_rule_set
from watcher.core.rules.rule_set import DEFAULT_TEMPLATE, Rule

RULE = '[[rule]]\nname = "{name}"\nwhy = "it says so"\nmatch = {{ subject = "{name}" }}\nattention = "answer"\nkind = "inquiry"\n'


def test_rules_keep_the_order_of_their_files():
    ruleset = compile_rule_set([("b.toml", RULE.format(name="beta")), ("a.toml", RULE.format(name="alpha"))])
    assert [rule.name for rule in ruleset.rules] == ["beta", "alpha"]
    assert {rule.template for rule in ruleset.rules} == {DEFAULT_TEMPLATE}


def test_compiling_rules_does_not_read_the_words_of_the_decision_table():
    code = "import sys, watcher.core.rules.rule_files; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    words = {"passed_on", "suppression", "absence", "returned_mail", "rules"}
    words |= {"circulars", "circular_words", "offers", "offer_words", "languages.known"}
    assert not {f"watcher.core.rules.{word}" for word in words} & set(done.stdout.split())


# --- what evidence is looked for


def asking(cost: int, answer: bool, asked: list[int]) -> Condition:
    """A condition of this cost and answer; what it costs is on record when it is asked."""

    def hold(context: RuleContext) -> bool:
        asked.append(cost)
        return answer

    return Condition(f"costs {cost}", cost, hold)


def rule_of(condition: Condition, *signs: ScoreSign, doubt: float = 1.5) -> Rule:
    return Rule("wood", "speaks of wood", condition, MessageKind.BULK, score=2, doubt=doubt, evidence=signs)


def context() -> RuleContext:
    return RuleContext(facts(text="Larch."), ())


def test_evidence_that_cannot_be_enough_is_not_weighed_to_its_end():
    asked: list[int] = []
    signs = (ScoreSign(1.0, asking(500, True, asked)), ScoreSign(1.25, asking(10, False, asked)))
    assert not rule_of(asking(700, True, asked), *signs).can_speak(context())
    assert asked == [10]


def test_what_speaks_for_a_person_ends_it_too():
    asked: list[int] = []
    signs = (ScoreSign(2.5, asking(500, True, asked)), ScoreSign(-1.5, asking(10, True, asked)))
    assert not rule_of(asking(700, True, asked), *signs).can_speak(context())
    assert asked == [10]


def test_a_cheap_part_of_the_condition_is_asked_before_any_evidence():
    asked: list[int] = []
    parts = (asking(1, True, asked), asking(2, False, asked), asking(700, True, asked))
    condition = Condition("all", 703, lambda context: all(part.holds(context) for part in parts), parts)
    assert not rule_of(condition, ScoreSign(2.0, asking(10, True, asked))).can_speak(context())
    assert asked == [1, 2]


def all_of(*parts: Condition) -> Condition:
    return Condition("all", parts[0].cost, lambda context: all(part.holds(context) for part in parts), parts)


def test_a_cheap_part_of_a_sign_is_asked_before_what_is_dearer_in_any_other():
    asked: list[int] = []
    signs = (
        ScoreSign(1.0, all_of(asking(20, True, asked), asking(900, True, asked))),
        ScoreSign(1.25, all_of(asking(10, False, asked), asking(800, True, asked))),
    )
    assert not rule_of(asking(700, True, asked), *signs).can_speak(context())
    assert asked == [10]


def test_what_has_several_parts_is_there_where_all_of_them_hold():
    told = 0
    for answers in itertools.product((False, True), repeat=6):
        for costs in ((10, 900, 20, 500, 30), (1, 2, 3, 4, 5), (800, 900, 800, 900, 850)):
            *of_signs, holds = answers
            first, second, third = (
                all_of(asking(costs[0], of_signs[0], []), asking(costs[1], of_signs[1], [])),
                all_of(asking(costs[2], of_signs[2], []), asking(costs[3], of_signs[3], [])),
                asking(costs[4], of_signs[4], []),
            )
            rule = rule_of(
                asking(100, holds, []), ScoreSign(1.0, first), ScoreSign(1.0, second), ScoreSign(-0.5, third)
            )
            enough = (of_signs[0] and of_signs[1]) + (of_signs[2] and of_signs[3]) - 0.5 * of_signs[4] >= 1.5
            assert rule.can_speak(context()) == (holds and enough), (answers, costs)
            told += holds and enough
    assert told == 6


def test_a_sign_that_is_enough_by_itself_is_looked_for_whatever_speaks_for_a_person():
    asked: list[int] = []
    signs = (ScoreSign(0.5, asking(500, True, asked), by_itself=True), ScoreSign(-3.0, asking(10, True, asked)))
    rule = rule_of(asking(1, True, asked), *signs)
    assert rule.can_speak(weighed := context())
    assert [sign.points for sign in rule.matching_signs(weighed)] == [0.5, -3.0]
    assert asked == [1, 10, 500]  # each of them once


def test_a_rule_speaks_wherever_all_its_evidence_together_would_have_it_speak():
    points = (1.0, 0.75, 0.5, -0.5, 0.25)
    told = 0
    for answers in itertools.product((False, True), repeat=len(points) + 1):
        for cost, alone in ((1, False), (550, False), (5000, True)):
            holds, *there = answers
            signs = tuple(
                ScoreSign(one, asking(100 * n, answer, []), by_itself=alone and n == 2)
                for n, (one, answer) in enumerate(zip(points, there, strict=True))
            )
            found = [sign for sign, answer in zip(signs, there, strict=True) if answer]
            enough = sum(sign.points for sign in found) >= 1.5 or any(sign.by_itself for sign in found)
            rule = rule_of(asking(cost, holds, []), *signs)
            assert rule.can_speak(weighed := context()) == (holds and enough), (answers, cost)
            assert rule.matching_signs(weighed) == found
            told += holds and enough
    assert told > 10


def test_words_are_worth_what_they_make_at_most():
    always = Condition("always", 0, lambda context: True)
    assert ScoreSign(0.75, always, words=("larch", "oak"), most=2.25).most_points == 2.25
    assert ScoreSign(-0.75, always, words=("larch", "oak"), most=2.25).most_points == 0
    assert ScoreSign(0.75, always).most_points == 0.75
