"""core/rules/destination.py: which addresses nothing is sent to, and the person behind a return path."""

from __future__ import annotations

import pytest

from watcher.core.message.model import Address
from watcher.core.rules import destination


@pytest.mark.parametrize(
    ("address", "person"),
    [
        ("prvs=1234abcdef=carol@customer.example", "carol@customer.example"),
        ("btv1==123abc==carol@customer.example", "carol@customer.example"),
        ("SRS0=ab=cd=customer.example=carol@relay.example", "carol@customer.example"),
        ("carol@customer.example", "carol@customer.example"),
    ],
)
def test_return_paths_are_unwrapped(address, person):
    assert destination.unwrap_return_path(address) == person


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


def test_only_an_address_that_says_so_takes_no_replies():
    assert destination.is_no_reply_address(Address("no-reply@shop.example"))
    assert not destination.is_no_reply_address(Address("system@house.example")), "a house may use such a word"
