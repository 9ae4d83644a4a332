"""core/message/relayed.py: who wrote a message that a group passed on under its own name."""

from __future__ import annotations

import pytest

from watcher.core.message.model import Address
from watcher.core.message.relayed import find_original_author, unwrap_return_path

GROUP = Address("sales@example.com", "'Carol Customer' via Sales")
CAROL = Address("carol@customer.example", "Carol Customer")


@pytest.mark.parametrize(
    "raw",
    [
        {"x-original-from": ["Carol Customer <carol@customer.example>"]},
        {"x-original-sender": ["carol@customer.example"]},
        {"reply-to": ["carol@customer.example"]},
    ],
)
def test_the_writer_stands_behind_the_group(raw):
    assert find_original_author((GROUP,), (GROUP,), raw) == (CAROL,)


@pytest.mark.parametrize(
    "shown", ["'Carol Customer' vía Sales", "Carol Customer przez Sales", "'Carol Customer' nhờ Sales"]
)
def test_the_group_is_known_in_whatever_language_it_passes_on(shown):
    group = Address("sales@example.com", shown)
    raw = {"x-google-group-id": ["1"], "x-original-sender": ["carol@customer.example"]}
    assert find_original_author((group,), (group,), raw) == (CAROL,)


@pytest.mark.parametrize(
    ("writers", "recipients", "raw"),
    [
        ((GROUP,), (GROUP,), {}),  # nothing tells
        ((GROUP,), (CAROL,), {"reply-to": ["carol@customer.example"]}),  # a service, not a group it was written to
        ((CAROL,), (GROUP,), {"reply-to": ["dora@customer.example"]}),  # nobody passed it on
        ((GROUP,), (GROUP,), {"reply-to": ["a@b.example, c@d.example"]}),  # whose is it?
        ((GROUP, CAROL), (GROUP,), {"reply-to": ["carol@customer.example"]}),
    ],
)
def test_in_doubt_from_stays(writers, recipients, raw):
    assert find_original_author(writers, recipients, raw) == writers


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
    assert unwrap_return_path(address) == person


@pytest.mark.parametrize("domain", ["example.com", "forwarder.example"])
def test_who_stands_in_from_as_a_forwarded_return_path_is_the_person_behind_it(domain):
    shown = Address(f"SRS0=BMdX=HU=customer.example=carol@{domain}", "Carol Customer")
    assert find_original_author((shown,), (GROUP,), {}) == (CAROL,)
