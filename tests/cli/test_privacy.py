"""`export` and `forget`: what is known of one address, and how it goes."""

from __future__ import annotations

import json

import pytest
from click.testing import Result

from tests.samples import inquiry, letter
from watcher.core.outbox.model import LetterState

CAROL = "carol@customer.example"


@pytest.fixture
def number(state) -> int:
    with state.write_transaction() as tx:
        case = tx.inquiries.save(inquiry(number=0, customer=CAROL))
        tx.letters.add_to_queue(
            letter(id=0, state=LetterState.SENT, inquiry=case.number, recipient=CAROL, data="Grüße".encode())
        )
        return case.number


def failed(result: Result, code: int) -> str:
    assert result.exit_code == code, result.output
    return result.output


def test_what_is_exported_is_all_there_is_and_gone_when_it_is_forgotten(call, number):
    found = json.loads(call("export", CAROL.upper()).output)
    assert found["address"] == CAROL
    assert [row["number"] for row in found["inquiry"]] == [number]
    assert found["letter"][0]["data"] == "Grüße"
    said = call("forget", CAROL).output
    assert said.startswith("Forgotten: inquiries 1, letters 1")
    assert "backups" in said
    assert json.loads(failed(call("export", CAROL), 1)) == {"address": CAROL}
    assert failed(call("forget", CAROL), 1) == f"Nothing is stored about {CAROL}.\n"


def test_an_address_of_the_house_is_not_forgotten(call, state):
    assert "an address of yours" in failed(call("forget", "anna@example.com"), 2)


def test_what_is_no_address_is_said_to_be_none(call, state):
    assert "is no mail address" in failed(call("forget", "carol"), 2)


@pytest.mark.parametrize(
    "address", ["root@localhost", "carol@printer.local", "carol@customer.test", "<carol@x.example>"]
)
def test_what_mail_may_come_from_may_be_forgotten(call, state, address):
    with state.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, customer=address.strip("<>")))
    assert call("forget", address).output.startswith("Forgotten: inquiries 1")
