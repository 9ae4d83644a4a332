"""store/personal_data.py: the SQL alone; what it is for stands in tests/service/test_personal_data.py."""

from __future__ import annotations

import quopri

import pytest

from tests.samples import MONDAY, inquiry, letter
from watcher.core.outbox.model import LetterState


def test_octets_of_a_letter_that_may_still_leave_stay(store):
    with store.write_transaction() as tx:
        for n, state in enumerate(LetterState):
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=f"{n}@x", state=state, inquiry=None, data=b"words")
            )
    with store.write_transaction() as tx:
        assert tx.personal_data.drop_letter_octets(MONDAY.replace(year=2030), 100) == len(LetterState) - 3
        kept = {found.state for found in tx.letters.list_by_state(set(LetterState)) if found.data}
    assert kept == {LetterState.PENDING, LetterState.SENDING, LetterState.UNCERTAIN}


def test_an_address_with_signs_that_like_takes_for_patterns_matches_itself_alone(store):
    with store.write_transaction() as tx:
        for name in ("a_b", "axb", "a%b"):
            tx.inquiries.save(inquiry(number=0, customer=f"{name}@x.example", reach=()))
        found = tx.personal_data.export_address("a_b@x.example")
        assert [row["customer"] for row in found["inquiry"]] == ["a_b@x.example"]
        assert tx.personal_data.forget_address("a%b@x.example") == {"inquiry": 1}
        assert tx.personal_data.export_address("axb@x.example")


def test_an_address_is_not_found_in_a_longer_one(store):
    others = ("joann@x.example", "jo.ann@x.example", "jo+ann@x.example", "ann@x.example.com", "ann@x.example-shop.com")
    with store.write_transaction() as tx:
        for name in others:
            case = tx.inquiries.save(inquiry(number=0, customer=name, reach=(name,)))
            tx.threads.link_thread_keys([f"thread {name}"], case.number)
        tx.inquiries.add_to_journal(
            1, MONDAY, [("note", f"mailto:ann@x.example or Ann <ANN@x.example>, not {others[0]}.")]
        )
        assert list(tx.personal_data.export_address("ann@x.example")) == ["journal"]
        assert tx.personal_data.forget_address("ann@x.example") == {"journal": 1}
        for name in others:
            assert {"inquiry", "thread"} <= set(tx.personal_data.export_address(name)), name
        text = tx.inquiries.journal_of(1)[-1].text
    assert text == "mailto:(forgotten) or Ann <(forgotten)>, not joann@x.example."


@pytest.mark.parametrize(
    "address",
    ["c" * 64 + "@customer.example", "c=d+e@customer.example", "carol@bücher.example", "c'o&rol@customer.example"],
)
def test_a_letter_that_names_the_address_goes_however_it_is_encoded(store, address):
    body = f"Waiting: {address}, the roof leaks\r\n".encode()
    octets = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(body)
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(
            letter(id=0, state=LetterState.SENT, inquiry=None, recipient="anna@example.com", data=octets)
        )
        assert tx.personal_data.forget_address(address) == {"letter": 1}
        assert [found.data for found in tx.letters.list_by_state({LetterState.SENT})] == [b""]


def test_what_is_forgotten_is_overwritten_in_the_file(store, tmp_path):
    name = "carol.of.the.leaking.roof@customer.example"
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, customer=name))
    with store.write_transaction() as tx:
        tx.personal_data.forget_address(name)
    assert name.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
