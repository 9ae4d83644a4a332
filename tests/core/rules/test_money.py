"""core/rules/money.py: sums of money, by signs, codes and names of currencies."""

from __future__ import annotations

import pytest

from watcher.core.rules import money
from watcher.core.rules.languages.known import LANGUAGES

CURRENCIES = sorted({name for words in LANGUAGES.values() for name in words.letters.currencies.split()})


@pytest.mark.parametrize(
    "text",
    [
        "A ball is £4.",
        "R$ 40",
        "14 €",
        "5 200 рублей",
        "2.900 Ft",
        "349:-",
        "12,-",
        "CHF 40",
        "Rp 50.000",
        "Rs. 500",
        "7,000원",
        "40 Euro",
    ],
)
def test_a_sum_is_known_by_its_currency(text):
    assert money.has_sum(text)


@pytest.mark.parametrize(
    "text", ["40 kg of wool", "at 7.30", "12 krauts", "errors 4", "tel. 040 1234-5", "the kr of it", "80 %", ""]
)
def test_other_figures_are_no_sum(text):
    assert not money.has_sum(text)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_the_currencies_of_all_languages_make_a_sum(currency):
    assert money.has_sum(f"Wool: 4 200 {currency}.")
    assert not money.has_sum(f"Wool, {currency}, 40 balls")
