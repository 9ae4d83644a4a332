"""core/message/spellings.py: one address, and the ways in which it may be written."""

from __future__ import annotations

import pytest

from watcher.core.message.spellings import list_spellings


@pytest.mark.parametrize(
    ("address", "spellings"),
    [
        ("Carol@Customer.example", {"carol@customer.example"}),
        ("carol@xn--bcher-kva.example", {"carol@xn--bcher-kva.example", "carol@bücher.example"}),
        ("carol@Bücher.example", {"carol@xn--bcher-kva.example", "carol@bücher.example"}),
        ("carol@straße.example", {"carol@strasse.example", "carol@straße.example", "carol@xn--strae-oqa.example"}),
        ("root@localhost", {"root@localhost"}),
        ("carol@not a domain", {"carol@not a domain"}),
        ("nobody", {"nobody"}),
    ],
)
def test_an_address_has_as_many_spellings_as_its_domain(address, spellings):
    assert set(list_spellings(address)) == spellings
