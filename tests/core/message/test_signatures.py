"""core/message/signatures.py: where a writer's own words end."""

from __future__ import annotations

import pytest

from watcher.core.message.signatures import text_above_name, text_above_signature

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


@pytest.mark.parametrize("signed", ["Carol Miller", "Carol", "- miller -", "   Carol Miller,"])
def test_who_signs_with_a_part_of_their_name_has_said_all(signed):
    assert text_above_name(f"{SENTENCE}\n{signed}\nRoofs and gutters", "Carol Miller") == f"{SENTENCE}\n"


@pytest.mark.parametrize("text", ["Carol Miller", f"{SENTENCE}\nCarol will come", f"{SENTENCE}\nNiall", SENTENCE])
def test_a_line_that_is_not_the_writer_s_name_signs_nothing(text):
    assert text_above_name(text, "Carol Miller") == text
