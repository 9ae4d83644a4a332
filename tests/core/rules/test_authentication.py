"""core/rules/authentication.py: whose word about the sender counts (RFC 8601)."""

from __future__ import annotations

import pytest

from tests.samples import RULES, facts, us
from watcher.core.rules import authentication, rules, suppression

RESULTS = (
    "mx.example.com; spf=pass smtp.mailfrom=a@b.example; dkim=pass header.d=b.example; dmarc=pass header.from=b.example"
)


@pytest.mark.parametrize(
    ("values", "authserv_id", "passed", "failed"),
    [
        ((RESULTS,), "mx.example.com", True, False),
        ((RESULTS,), "MX.example.com", True, False),
        ((RESULTS,), None, False, False),
        ((RESULTS,), "other.example", False, False),
        ((RESULTS.replace("dmarc=pass", "dmarc=fail"),), "mx.example.com", False, True),
        ((RESULTS.replace("dmarc=pass", "dmarc=fail"), RESULTS), "mx.example.com", False, True),  # topmost only
        (("evil.example; dmarc=pass", RESULTS.replace("dmarc=pass", "dmarc=fail")), "mx.example.com", False, True),
        (("mx.example.com (dmarc=pass); dmarc=fail (p=none)",), "mx.example.com", False, True),
        (("mx.example.com; spf=softfail; dkim=none; dmarc=none",), "mx.example.com", False, True),  # nothing passes
        (("mx.example.com; spf=pass; dkim=none; dmarc=none",), "mx.example.com", False, False),
        (("spf=pass (sender) smtp.mailfrom=a; dkim=pass; dmarc=pass action=none",), "", True, False),  # Microsoft 365
        (("spf=fail; dkim=none; dmarc=fail action=quarantine",), "", False, True),
        ((RESULTS,), "", False, False),  # somebody else's, where Microsoft's own would stand on top
        (("",), "", False, False),
    ],
)
def test_whose_word_counts(values, authserv_id, passed, failed):
    message = facts(headers={"authentication-results": values})
    trusting = us(authserv_id=authserv_id)
    assert authentication.is_authenticated(message, trusting) is passed
    codes = {hit.code for hit in suppression.evaluate_decision_table(message, trusting)}
    assert ("auth-fail" in codes) is failed
    verdict = rules.classify_message(message, RULES, trusting)
    assert verdict.track
    assert verdict.ack is not failed
