"""core/rules/letter_end.py: where the words of a letter end and its signature begins."""

from __future__ import annotations

import pytest

from watcher.core.rules.letter_end import text_above_signature

SENTENCE = "The door is in stock."


@pytest.mark.parametrize(
    "signature",
    [
        "Kind regards\nNiall",
        "Mit freundlichen Grüßen\n\nNadine Kolbe",
        "Cordialement,\nJulien",
        "Mvh Olle",
        "С уважением\nИгорь",
        "\nNiall Prowse\nHarbour Joinery Ltd",
        "\nWerkplaats De Zolder, Utrecht\nBel ons liever: 030 123 4567.",
        "\nPraxis Dr. Roth\nUlm\nBitte antworten Sie nicht mit Notfällen. In Notfällen: 112",
        "\nTel. 0431 555012\nwww.vogt.example",
    ],
)
def test_a_closing_or_a_name_after_a_blank_line_begins_a_signature(signature):
    assert text_above_signature(f"{SENTENCE}\n{signature}") == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        f"Carol\n\n{SENTENCE}",  # who is spoken to
        f"Dear Carol,\n\n{SENTENCE}",
        f"{SENTENCE}\n\nWe can come on Monday.",
        f"{SENTENCE}\n\nDas Rad passt",
        f"{SENTENCE}\n\nhttps://shop.example/door",
        f"{SENTENCE}\n\nModel 40",
        f"{SENTENCE}\nNiall",  # with no line between, it may be what the sentence goes on with
        "",
    ],
)
def test_what_may_be_said_stays(text):
    assert text_above_signature(text) == text
