"""`review` and `promote`: what was set aside is listed, and becomes an inquiry once."""

from __future__ import annotations

import json

import pytest

from tests.samples import add_review
from watcher.core.inquiry.model import InquiryState


@pytest.fixture
def number(state) -> int:
    with state.write_transaction() as tx:
        return add_review(tx)[0]


def test_what_was_set_aside_is_listed_for_people_and_programs(call, number):
    shown = call("review").output
    assert f"R{number}  Mon 23 Nov 05:00  News@Shop.example  [not shown yet]" in shown
    assert "Räder?" in shown
    assert "no person's words" in shown
    (row,) = map(json.loads, call("review", "--json").output.splitlines())
    assert (row["id"], row["received_at"], row["shown_at"]) == (f"R{number}", "2026-11-23T10:00:00Z", None)


@pytest.mark.parametrize("form", ["R{}", "r{}", "{}"])
def test_it_becomes_an_inquiry_once(call, number, state, form):
    name = form.format(number)
    assert call("promote", name).output == f"R{number} is inquiry 1 now: waiting\n"
    assert call("promote", name).output == f"R{number} is inquiry 1 already: waiting\n"
    assert call("review").output == "Nothing is set aside.\n"
    assert "[inquiry 1]" in call("review", "--all").output
    with state.read_transaction() as tx:
        (made,) = tx.inquiries.find_by_state({InquiryState.WAITING})
        assert (made.customer, made.excerpt) == ("carol@customer.example", "Zwei Räder")
    assert "Räder?" in call("show", 1).output
    assert 'match.from = "news@shop.example"' in call("rules", "propose").output


@pytest.mark.parametrize(("name", "code", "why"), [("R99", 1, "there is no R99"), ("x", 2, "is no number such as R12")])
def test_what_is_not_there_is_said(call, number, state, name, code, why):
    result = call("promote", f"R{number}", name)
    assert (result.exit_code, why in result.output) == (code, True)
    with state.read_transaction() as tx:
        assert tx.inquiries.find_by_state() == []
