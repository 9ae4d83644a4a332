"""rules/51-sales-letters.toml: letters that offer something, in invented ones of many trades and languages."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_texts


@pytest.mark.parametrize(("subject", "text"), read_texts("sales"))
def test_a_letter_that_offers_something_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(
    ("text", "attention"),
    [
        (
            "We wrap vans for trades all over Yorkshire, turned round in two days. 890 GBP for one of your vans.",
            "review",
        ),
        ("Mit einem Dienstrad sparen Ihre Mitarbeiter bis zu 40 %, und für Sie ist es kostenneutral.", "review"),
        ("I have 890 GBP for one of your gates.", "answer"),
        ("Two of your gates, and we need a price below 890 GBP.", "answer"),
        ("Your estimate of 890 GBP is approved.", "answer"),
        ("Wir nehmen Ihr Angebot über 890 EUR an.", "answer"),
    ],
)
def test_who_names_a_price_for_what_is_ours_and_wants_nothing_sells(text, attention):
    assert classify_text("Gates", text).attention == attention


def test_an_italian_article_is_no_measure_of_links():
    assert classify_text("Larice", "Il larice da 50 mm non è disponibile, vi va bene da 45?").attention == "answer"
