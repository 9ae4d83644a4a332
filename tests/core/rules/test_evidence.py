"""core/rules/evidence.py: what a sign says of itself, and of the mail it was counted in."""

from __future__ import annotations

import pytest

from tests import corpus
from tests.samples import SALES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import rule_files, rules
from watcher.core.rules.evidence import HitCounts
from watcher.core.rules.model import Attention, Verdict
from watcher.core.toml import TomlError

RULE = """
[[rule]]
name = "wood"
why = "speaks of wood"
kind = "bulk"
score = 2
{rule}
[[rule.evidence]]
name = "larch"
points = 1
match.body.contains = "larch"
{sign}
"""


def ruleset(sign: str = "", rule: str = "") -> rules.RuleSet:
    return rule_files.compile_rule_set([("wood.toml", RULE.format(sign=sign, rule=rule))])


def test_a_sign_says_how_much_mail_of_whom_it_was_found_in():
    counted = ruleset("hits = { persons = 3, machines = 145 }", "measured_on = { persons = 1487, machines = 2707 }")
    (step,) = rules.trace_rules(facts(text="A larch."), counted, us())
    assert step.why == "1 point, where 2 are needed"
    assert step.signs == ("larch (1 point; hit 3 of 1,487 persons, 145 of 2,707 machines)",)


def test_a_sign_that_nobody_counted_says_its_points():
    (step,) = rules.trace_rules(facts(text="A larch."), ruleset(), us())
    assert step.signs == ("larch (1 point)",)


def test_counts_change_no_verdict():
    counted = ruleset("hits = { persons = 9, machines = 0 }", "measured_on = { persons = 9, machines = 9 }")
    larch = facts(text="A larch.")
    assert rules.classify_message(larch, counted, us()) == rules.classify_message(larch, ruleset(), us())


@pytest.mark.parametrize(
    "counts", ["3", "{ persons = 1 }", "{ persons = -1, machines = 2 }", '{ persons = "1", machines = 2 }']
)
def test_counts_that_are_none_are_refused_with_their_line(counts):
    with pytest.raises(TomlError, match=r"wood\.toml:\d+: .*hits takes"):
        ruleset(f"hits = {counts}")


def test_every_sign_that_ships_was_counted():
    weighed = [rule for rule in corpus.shipped().rules if rule.evidence]
    assert [sign.name for rule in weighed for sign in rule.evidence if sign.hits is None] == []
    assert {rule.measured_on for rule in weighed} == {weighed[0].measured_on}
    assert weighed[0].measured_on != HitCounts(0, 0)


def test_no_sign_that_counts_against_a_message_ships_where_it_hits_persons_more():
    """Lists of words grow: one that is the language of customers would hide nobody, and take their acknowledgement."""
    for rule in corpus.shipped().rules:
        for sign in rule.evidence:
            if sign.points >= 1.5 and sign.hits and rule.measured_on:
                share = sign.hits.persons / rule.measured_on.persons
                assert share <= 0.03, sign.name


WRITTEN_INTO_A_FORM = [
    "We offer link building. Get more customers and rank higher on Google. Interested?",
    "Wir bieten Suchmaschinenoptimierung und mehr Kunden für Ihren Betrieb. Hätten Sie Zeit für ein kurzes Telefonat?",
    "Nous proposons du référencement naturel pour votre site, sans engagement.",
    "Ofrecemos posicionamiento web para más clientes. ¿Podemos hablar?",
    "Oferujemy pozycjonowanie stron. Pierwszy miesiąc gratis.",
]


def of_a_form(message: str, writer: Address = SALES) -> Verdict:
    visitor = Address("visitor@elsewhere.example")
    text = f"Name: Vic\nE-mail: visitor@elsewhere.example\nMessage: {message}"
    notice = facts(from_=(writer,), reply_to=(visitor,), subject="New message", base_subject="New message", text=text)
    return rules.classify_message(notice, corpus.shipped(), us())


@pytest.mark.parametrize("message", WRITTEN_INTO_A_FORM)
def test_who_sells_through_a_form_is_for_a_glance(message):
    verdict = of_a_form(message)
    assert (verdict.attention, verdict.ack) == (Attention.REVIEW, False), verdict.why
    assert verdict.customer is not None
    assert verdict.customer.email == "visitor@elsewhere.example"


@pytest.mark.parametrize("writer", [SALES, Address("wordpress@site.example")])
def test_who_asks_through_a_form_is_answered_whatever_the_form_looks_like(writer):
    assert of_a_form("What would a new website shelf cost? Click here is what your page says.", writer).track


def test_a_forged_letter_of_ours_is_weighed_by_what_it_says():
    text = "The late client left 12,500,000 US dollars without a next of kin. Strictly confidential, the beneficiary is you."
    forged = facts(from_=(SALES,), reply_to=(Address("barrister@elsewhere.example"),), text=text)
    assert rules.classify_message(forged, corpus.shipped(), us()).attention is not Attention.ANSWER


def test_a_form_does_not_pass_on_a_page_of_links():
    links = "\n".join(f"Offer {n}: https://shop.example/{n}" for n in range(20))
    text = f"Name: Vic\nE-mail: visitor@elsewhere.example\nMessage:\n{links}"
    page = facts(
        from_=(Address("wordpress@site.example"),), reply_to=(Address("v@elsewhere.example"),), text=text, links=20
    )
    assert rules.classify_message(page, corpus.shipped(), us()).attention is not Attention.ANSWER
