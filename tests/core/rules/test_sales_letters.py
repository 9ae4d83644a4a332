"""rules/51-sales-letters.toml: letters that offer something, in invented ones of many trades and languages."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_texts


@pytest.mark.parametrize(("subject", "text"), read_texts("sales"))
def test_a_letter_that_offers_something_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)
