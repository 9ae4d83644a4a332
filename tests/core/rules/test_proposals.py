"""core/rules/proposals.py: the rule that a dismissal proposes is narrow and valid; none where every rule would be too wide."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import facts
from watcher.core.message.model import Address
from watcher.core.rules import examples, rule_files
from watcher.core.rules.proposals import DismissedInquiry, propose_form_rule, propose_inquiry_rule, propose_rule


def made(sender, subject, customer=None):
    return propose_rule(DismissedInquiry(7, sender, sender if customer is None else customer, subject))


@pytest.mark.parametrize(
    ("sender", "subject", "match"),
    [
        ("info@seo.example", "You are on page 1 in 30 days",
         {"from": "@seo.example", "subject": {"glob": "You are on page * in * days"}}),
        ("sales@paper.example", "New catalogue", {"from": "@paper.example", "subject": "New catalogue"}),
        ("sales@paper.example", "Re: our new catalogue", {"from": "@paper.example", "subject": {"contains": "our new catalogue"}}),
        ("sales@paper.example", "Is this [really] so?", {"from": "@paper.example", "subject": {"contains": "Is this [really] so?"}}),
        ("bob@gmail.com", "Hi", {"from": "bob@gmail.com"}),
        ("Bob@GMX.de", "Poker am Freitag", {"from": "bob@gmx.de"}),
        ("olena@ukr.net", "Poker am Freitag", {"from": "olena@ukr.net"}),
    ],
)  # fmt: skip
def test_the_narrowest_sensible_rule(sender, subject, match):
    (table,) = tomllib.loads(made(sender, subject))["rule"]
    assert table["match"] == match
    assert table["kind"] == "other"


@pytest.mark.parametrize(
    ("sender", "subject", "customer"),
    [
        ("info@seo.example", "Hi", None),  # every mail of that house that begins so
        ("info@seo.example", "2026-11", None),
        (
            "forms@site.example",
            "New message from the site",
            "carol@customer.example",
        ),  # a form: the next may be a customer
        ("", "New catalogue", None),
        ("nobody", "New catalogue", None),
    ],
)
def test_none_where_every_rule_would_be_too_wide(sender, subject, customer):
    assert made(sender, subject, customer) is None


@given(
    st.from_regex(r"[a-z0-9._-]{1,12}@[a-z0-9-]{1,12}\.(example|test)", fullmatch=True),
    st.text(max_size=200),
)
def test_whatever_the_subject_the_rule_loads_and_knows_its_own_message(sender, subject):
    text = made(sender, subject)
    if text is None:
        return
    failures = examples.find_failures(rule_files.compile_rule_set([("proposal.toml", text)]))
    assert not any("got inquiry" in each for each in failures), (text, failures)


@given(st.from_regex(r"[A-Za-z0-9._-]{1,12}@[a-z0-9-]{1,12}\.(example|test)", fullmatch=True), st.text(max_size=200))
def test_the_rule_for_a_sender_whose_mail_is_an_inquiry_loads_and_knows_its_own_message(sender, subject):
    text = propose_inquiry_rule("R12", sender, subject)
    (table,) = tomllib.loads(text)["rule"]
    assert (table["match"], table["kind"]) == ({"from": sender.casefold()}, "inquiry")
    assert not examples.find_failures(rule_files.compile_rule_set([("proposal", text)]))


@pytest.mark.parametrize("sender", ["", "nobody", "a b@shop.example", "*@shop.example"])
def test_none_where_the_sender_is_no_one_address(sender):
    assert propose_inquiry_rule("R12", sender, "Hello") is None


VISITOR = Address("zoe.park@kunde.example", "Zoe Park")


@pytest.mark.parametrize("reply_to", [(), (VISITOR,)])
@pytest.mark.parametrize(
    "sender", ["wordpress@site.example", "web@house.example", "no-reply@forms.example", "leads@portal.example"]
)
@pytest.mark.parametrize(
    "text",
    [
        "Name: Zoe Park\nEmail: zoe.park@kunde.example\nMessage: Do you deliver to Vienna?",
        "Nombre\nZoe Park\n\nCorreo\nzoe.park@kunde.example\n\nMensaje\nNecesito seis",
        "お名前：Zoe Park\nメール：zoe.park@kunde.example\n内容：見積をお願いします",
    ],
)
def test_the_rule_for_a_form_names_its_visitor_and_tells_nothing_of_a_real_one(text, sender, reply_to):
    message = facts(from_=(Address(sender, "Our site"),), subject="New message", text=text, reply_to=reply_to)
    rule = propose_form_rule(message, VISITOR)
    (table,) = tomllib.loads(rule)["rule"]
    assert (table["match"], table["customer"], table["ours"]) == ({"from": sender, "has": "form"}, "form", True)
    assert "zoe" not in rule.casefold()
    assert not any(word in rule for word in ("Vienna", "seis", "見積"))
    assert not examples.find_failures(rule_files.compile_rule_set([("proposal", rule)]))
    without = rule.replace("ours = true\n", "")
    assert examples.find_failures(rule_files.compile_rule_set([("proposal", without)])), (
        "its example tries what it is for"
    )


def test_no_rule_for_a_form_that_nobody_sent():
    assert propose_form_rule(facts(from_=()), VISITOR) is None
    assert propose_form_rule(facts(from_=(Address("a*b@site.example"),)), VISITOR) is None
