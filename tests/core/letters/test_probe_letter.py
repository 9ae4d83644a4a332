"""core/letters/probe_letter.py: what the receiving server found of the sender, and what to do about it."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes

import pytest

from tests.samples import SALES, facts
from tests.worlds import KEY
from watcher.core.health.findings import Level
from watcher.core.letters.mime import LetterHead
from watcher.core.letters.probe_letter import compose_test_letter, judge_authentication
from watcher.core.message.model import Address

DOMAIN = SALES.domain


def judged(header: str | None, trusted: str | None = "mx.example"):
    headers = {"authentication-results": (header,)} if header is not None else {}
    return judge_authentication(facts(from_=(SALES,), headers=headers), trusted)


@pytest.mark.parametrize(
    ("results", "level", "text"),
    [
        (
            f"dkim=pass header.d={DOMAIN}; spf=pass smtp.mailfrom={DOMAIN}; dmarc=pass header.from={DOMAIN}",
            Level.OK,
            "aligned",
        ),
        (f"dkim=pass header.d=mail.{DOMAIN}", Level.OK, f"aligned with {DOMAIN}"),
        (f"spf=pass smtp.mailfrom=x@{DOMAIN}", Level.NOTE, "by SPF alone"),
        (f"dkim=none; spf=pass smtp.mailfrom=x@{DOMAIN}", Level.NOTE, "switch on DKIM"),
        ("dkim=pass header.d=sendgrid.net; spf=pass smtp.mailfrom=x@sendgrid.net", Level.BAD, "not aligned"),
        (f"dkim=fail header.d={DOMAIN}; spf=softfail smtp.mailfrom=x@{DOMAIN}", Level.BAD, "put its SPF include"),
        ("none", Level.BAD, "no result"),
    ],
)
def test_aligned_or_not_and_what_to_do(results, level, text):
    (found,) = judged(f"mx.example; {results}")
    assert found.level is level and text in found.text, found


def test_without_the_header_nothing_is_known():
    (found,) = judged(None)
    assert found.level is Level.NOTE and "no Authentication-Results" in found.text


def test_the_server_s_name_is_proposed_for_trust():
    _, found = judged(f"mx.example; dkim=pass header.d={DOMAIN}", None)
    assert 'trust = { authserv_id = "mx.example" }' in found.text
    _, found = judged(f"mx.example; dkim=pass header.d={DOMAIN}", "mx.other.example")
    assert "its results do not count" in found.text
    aligned, found = judged(f"dkim=pass header.d={DOMAIN}; spf=pass smtp.mailfrom={DOMAIN}", None)
    assert aligned.level is Level.OK
    assert 'authserv_id = ""' in found.text, "Microsoft 365 writes none"


def test_the_letter_asks_for_no_answer():
    head = LetterHead(SALES, Address("anna@example.com"), "check:1", KEY, datetime(2026, 11, 26, tzinfo=UTC))
    letter = message_from_bytes(compose_test_letter(head).data)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["X-Watcher-Ref"]
