"""core/rules/sender_kind.py: who sent it, as far as its headers tell."""

from __future__ import annotations

import pytest

from tests.samples import ANNA, SALES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import suppression
from watcher.core.rules.sender_kind import SenderKind, find_sender_kind, is_machines_own, is_of_house, may_be_service


def find_kind(**message) -> SenderKind:
    changed = facts(**message)
    return find_sender_kind(changed, suppression.evaluate_decision_table(changed, us()), us())


@pytest.mark.parametrize(
    ("email", "kind"),
    [
        (ANNA.email, SenderKind.HOUSE),
        (f"wordpress@{SALES.domain}", SenderKind.HOUSE),
        ("noreply@shop.example", SenderKind.MACHINE),
        ("form-submission@sites.example", SenderKind.MACHINE),
        ("web.forms@sites.example", SenderKind.MACHINE),
        ("formby@sites.example", SenderKind.STRANGER),
        ("carol@customer.example", SenderKind.STRANGER),
    ],
)
def test_an_address_tells_house_machine_or_stranger(email, kind):
    assert find_kind(from_=(Address(email),)) is kind


def test_what_claims_to_come_from_the_house_by_a_relay_is_not_of_the_house():
    assert (
        find_kind(from_=(ANNA,), headers={"x-original-from": ("eve@elsewhere.example",)}, is_relayed=True)
        is not SenderKind.HOUSE
    )


def test_a_script_of_a_web_server_is_a_machine():
    assert find_kind(headers={"x-php-originating-script": ("33:mail.php",)}) is SenderKind.MACHINE


def test_mail_at_a_provider_and_in_a_thread_is_no_forms_service():
    assert may_be_service(facts(from_=(Address("leads@portal.example"),)), ())
    assert not may_be_service(facts(from_=(Address("leads@gmail.com"),)), ())
    assert not may_be_service(facts(from_=(Address("leads@portal.example"),), in_reply_to=("q0@portal.example",)), ())


def test_an_automatic_answer_passes_nothing_on():
    assert is_machines_own(facts(headers={"auto-submitted": ("auto-replied",)}), ())
    assert not is_machines_own(facts(headers={"auto-submitted": ("auto-generated",)}), ())


def test_a_subdomain_of_the_house_is_the_house():
    assert is_of_house(Address(f"shop@www.{SALES.domain}"), us())
    assert not is_of_house(Address(f"shop@{SALES.domain}.evil.example"), us())
