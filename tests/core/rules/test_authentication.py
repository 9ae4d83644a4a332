"""core/rules/authentication.py: whose word counts, and of which domain (RFC 8601, RFC 7489)."""

from __future__ import annotations

import pytest

from tests.samples import CAROL, RULES, SALES, facts, us
from watcher.core.message.model import Address, Facts
from watcher.core.rules import authentication, rule_files, rules

RESULTS = (
    "mx.example.com; spf=pass smtp.mailfrom=a@customer.example; dkim=pass header.d=customer.example; "
    "dmarc=pass header.from=customer.example"
)
MX = "mx.example.com"


def _with_results(*values: str, **changed) -> Facts:
    return facts(headers={"from": (str(CAROL),), "authentication-results": values}, **changed)


@pytest.mark.parametrize(
    ("values", "authserv_id", "passed", "failed"),
    [
        ((RESULTS,), MX, True, False),
        ((RESULTS,), "MX.example.com", True, False),
        ((RESULTS,), None, False, False),
        ((RESULTS,), "other.example", False, False),
        ((RESULTS.replace("dmarc=pass", "dmarc=fail"),), MX, False, True),
        ((RESULTS.replace("dmarc=pass", "dmarc=fail"), RESULTS), MX, False, True),  # topmost only
        (("evil.example; dmarc=pass", RESULTS.replace("dmarc=pass", "dmarc=fail")), MX, False, True),
        (("mx.example.com.evil.example; dmarc=pass header.from=customer.example",), MX, False, False),
        (("mx.example.com (dmarc=pass); dmarc=fail (p=none)",), MX, False, True),
        (("mx.example.com; spf=softfail; dkim=none; dmarc=none",), MX, False, True),  # nothing passes
        (("mx.example.com; spf=pass; dkim=none; dmarc=none",), MX, False, False),  # of which domain?
        (("spf=pass (sender) smtp.mailfrom=a; dkim=pass; dmarc=pass action=none",), "", True, False),  # Microsoft 365
        (("spf=fail; dkim=none; dmarc=fail action=quarantine",), "", False, True),
        ((RESULTS,), "", False, False),  # somebody else's, where Microsoft's own would stand on top
        (("",), "", False, False),
        (("mx.example.com; none",), MX, False, False),
        (("mx.example.com 1; dmarc=pass header.from=customer.example",), MX, True, False),  # with a version
        # OpenDMARC above OpenDKIM: a header each, of which a forged one could be the second
        (("mx.example.com; dmarc=pass (p=none dis=none) header.from=customer.example", "mx.example.com; dkim=fail"), MX, True, False),
        (("mx.example.com; dmarc=fail (p=none dis=none) header.from=customer.example", "mx.example.com; spf=pass"), MX, False, True),
        (("mx.example.com; dmarc=none (p=none dis=none) header.from=customer.example",
          "mx.example.com; dkim=pass (2048-bit key) header.d=customer.example"), MX, False, True),
        (("dmarc.example.com; dmarc=none (p=none dis=none) header.from=customer.example",
          "mx.example.com; dkim=pass (2048-bit key) header.d=customer.example"), MX, True, False),
        # of another domain than the one in From
        (("mx.example.com; dmarc=pass header.from=evil.example",), MX, False, True),
        (("mx.example.com; dmarc=fail header.from=evil.example; dkim=pass header.d=customer.example",), MX, True, False),
        (("mx.example.com; spf=pass smtp.mailfrom=x@evil.example; dkim=pass header.d=evil.example; dmarc=none",), MX, False, True),
        (("mx.example.com; dkim=pass header.d=evilcustomer.example; dmarc=none",), MX, False, True),
        # without DMARC: aligned SPF or DKIM
        (("mx.example.com; spf=pass smtp.mailfrom=customer.example; dmarc=none",), MX, True, False),
        (("mx.example.com; spf=pass smtp.mailfrom=x@bounce.customer.example; dmarc=none",), MX, True, False),
        (("mx.example.com; dkim=pass header.i=@mail.customer.example; spf=none",), MX, True, False),
        (("mx.example.com; dkim=fail header.d=esp.example; dkim=pass header.d=customer.example",), MX, True, False),
        (("mx.example.com; dkim=fail header.d=customer.example; spf=none",), MX, False, True),
        # what a sender can write into a result is no result
        (('mx.example.com; spf=fail smtp.mailfrom="; dmarc=pass header.from=customer.example "@evil.example',), MX, False, True),
        (("mx.example.com; spf=none (domain of (a) ; dmarc=pass header.from=customer.example)",), MX, False, True),
        (("mx.example.com; dmarc=pass header.from=customer.example; dmarc=fail header.from=customer.example",), MX, False, True),
    ],
)  # fmt: skip
def test_whose_word_counts(values, authserv_id, passed, failed):
    message, trusting = _with_results(*values), us(authserv_id=authserv_id)
    assert authentication.is_authenticated(message, trusting) is passed
    verdict = rules.classify_message(message, RULES, trusting)
    assert ("auth-fail" in verdict.codes) is failed
    assert verdict.track
    assert verdict.ack is not failed


DMARC = "mx.example.com; dmarc={} (p=none dis=none) header.from=customer.example"
DKIM = "mx.example.com; dkim={} (2048-bit key) header.d=customer.example"


@pytest.mark.parametrize(
    ("values", "arrival", "passed", "failed"),
    [
        ((DMARC.format("none"), DKIM.format("pass")), 2, True, False),
        ((DMARC.format("none"), DKIM.format("pass")), 1, False, True),  # the second may be its sender's
        ((DMARC.format("none"), DKIM.format("fail")), 2, False, True),
        ((DMARC.format("none"), "mx.example.com; spf=pass smtp.mailfrom=evil.example", "mx.example.com; dkim=none"), 3, False, True),
        ((DMARC.format("none"), "mx.example.com; spf=pass smtp.mailfrom=customer.example", "mx.example.com; dkim=none"), 3, True, False),
        ((DKIM.format("pass"), DMARC.format("fail")), 2, False, True),  # whichever stands above
        ((DMARC.format("fail"), DKIM.format("pass")), 2, False, True),
        ((DMARC.format("pass"), DKIM.format("fail")), 2, True, False),
        (("other.example; dkim=pass header.d=customer.example", DMARC.format("none")), 2, False, True),
        (("other.example; dkim=none", DMARC.format("none"), DKIM.format("pass")), 3, True, False),
    ],
)  # fmt: skip
def test_several_headers_of_the_authority_count_together_where_no_sender_wrote_them(values, arrival, passed, failed):
    message = _with_results(*values, arrival_results=arrival)
    assert authentication.is_authenticated(message, us(authserv_id=MX)) is passed
    assert bool(authentication.authentication_failure(message, MX)) is failed


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        ("customer.example", "customer.example", True),
        ("mail.customer.example", "customer.example", True),
        ("a.customer.example", "b.customer.example", True),
        ("a.customer.co.uk", "b.customer.co.uk", True),
        ("one.co.uk", "two.co.uk", False),
        ("one.uk.com", "two.uk.com", False),
        ("one.com.au", "two.com.au", False),
        ("one.asso.fr", "two.asso.fr", False),
        ("one.github.io", "two.github.io", False),
        ("customer.example", "notcustomer.example", False),
        ("example", "customer.example", False),
        ("", "customer.example", False),
    ],
)
def test_one_organisation(one, other, aligned):
    assert authentication.is_aligned(one, other) is aligned
    assert authentication.is_aligned(other, one) is aligned


@pytest.mark.parametrize(
    "reply_to", ["carol@elsewhere.example", "carol@customer.example.evil.example", "carol@gmail.com"]
)
def test_whoever_wants_answers_elsewhere_is_answered_by_a_person(reply_to):
    for trusting in (us(), us(authserv_id=MX)):
        verdict = rules.classify_message(_with_results(RESULTS, reply_to=(Address(reply_to),)), RULES, trusting)
        assert (verdict.ack, "relayed" in verdict.codes) == (False, True)
        assert verdict.attention != "none"


@pytest.mark.parametrize(
    "reply_to", ["carol@customer.example", "Carol+roof@customer.example", "sales@shop.customer.example"]
)
def test_another_address_of_the_same_house_is_no_relay(reply_to):
    assert rules.classify_message(facts(reply_to=(Address(reply_to),)), RULES, us()).ack


def test_what_a_portal_passes_on_is_acknowledged_only_where_a_rule_names_the_customer():
    notice = facts(from_=(Address("offers@portal.example", "Carol via Portal"),), reply_to=(CAROL,))
    assert not rules.classify_message(notice, RULES, us()).ack
    named = '[[rule]]\nname = "portal"\nmatch.from = "@portal.example"\nkind = "inquiry"\ncustomer = "reply-to"'
    verdict = rules.classify_message(notice, rule_files.compile_rule_set([("20.toml", named)]), us())
    assert (verdict.ack, verdict.customer) == (True, CAROL)


@pytest.mark.parametrize(
    ("shown", "result", "acknowledged"),
    [
        (SALES.email, "dmarc=pass header.from=example.com", True),
        (SALES.email, "dkim=pass header.d=example.com", True),
        (SALES.email, "dmarc=fail header.from=example.com; dkim=pass header.d=example.com", False),
        (SALES.email, "dmarc=pass header.from=customer.example", False),
        ("group@lists.example", "dmarc=pass header.from=lists.example", False),
    ],
)
def test_what_a_group_passes_on_is_acknowledged_only_where_the_group_is_ours_and_verified(shown, result, acknowledged):
    headers = {"from": (f"Carol via Group <{shown}>",), "authentication-results": (f"{MX}; {result}",)}
    relayed = facts(headers=headers, is_relayed=True)
    assert (authentication.describe_relay(relayed, us(authserv_id=MX)) == "") is acknowledged
    assert authentication.describe_relay(relayed, us())
    assert not authentication.is_authenticated(relayed, us(authserv_id=MX))


def test_only_the_senders_own_address_is_vouched_for():
    message = _with_results(RESULTS, reply_to=(Address("eve@elsewhere.example"),))
    assert authentication.is_authenticated_address(CAROL, message, us(authserv_id=MX))
    assert not authentication.is_authenticated_address(message.reply_to[0], message, us(authserv_id=MX))
