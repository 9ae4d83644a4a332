"""core/rules/destination.py: which addresses nothing is sent to, and the person behind a return path."""

from __future__ import annotations

import random

import pytest
from email_validator import EmailNotValidError, validate_email

from watcher.core.message.model import Address
from watcher.core.rules import destination


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("carol@customer.example", []),
        ("carol@printer.lan", ["bad-destination"]),
        ("no at sign", ["bad-destination"]),
        ("nicht-antworten@shop.example", ["noreply-destination"]),
        ("owner-talk@lists.example", ["role-destination"]),
        ("mailer-daemon@mx.example", ["role-destination"]),
        ("noreply@printer.local", ["bad-destination", "noreply-destination"]),
    ],
)
def test_what_speaks_against_an_address(address, codes):
    assert [match.code for match in destination.destination_matches(address)] == codes


def test_a_plain_address_is_one_that_the_validator_takes():
    choice = random.Random(7)
    signs = "abcxyz019...---__++@"
    for _ in range(300):
        email = "".join(choice.choices(signs, k=choice.randrange(3, 24))) + choice.choice(
            (".example", ".de", "@b.co", "")
        )
        reason = ""
        try:
            validate_email(email, check_deliverability=False, test_environment=True, allow_quoted_local=False)
        except EmailNotValidError as error:
            reason = str(error)
        hits = [match.why for match in destination.destination_matches(email) if match.code == "bad-destination"]
        assert bool(hits) == bool(reason), (email, reason)


def test_only_an_address_that_says_so_takes_no_replies():
    assert destination.is_no_reply_address(Address("no-reply@shop.example"))
    assert not destination.is_no_reply_address(Address("system@house.example")), "a house may use such a word"
