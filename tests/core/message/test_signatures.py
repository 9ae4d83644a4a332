"""core/message/signatures.py: where a writer signs."""

from __future__ import annotations

import pytest

from watcher.core.message.signatures import text_above_name

SENTENCE = "The door is in stock."


@pytest.mark.parametrize("signed", ["Carol Miller", "Carol", "- miller -", "   Carol Miller,"])
def test_who_signs_with_a_part_of_their_name_has_said_all(signed):
    assert text_above_name(f"{SENTENCE}\n{signed}\nRoofs and gutters", "Carol Miller") == f"{SENTENCE}\n"


@pytest.mark.parametrize("above", ["This is Carol.", "I am Carol, from the Straße.", "Carol\n\nwrote this", "Straße"])
def test_the_name_may_stand_above_the_signature_too(above):
    assert text_above_name(f"{above}\n{SENTENCE}\nCarol\nRoofs", "Carol Miller") == f"{above}\n{SENTENCE}\n"


@pytest.mark.parametrize("text", ["Carol Miller", f"{SENTENCE}\nCarol will come", f"{SENTENCE}\nNiall", SENTENCE])
def test_a_line_that_is_not_the_writer_s_name_signs_nothing(text):
    assert text_above_name(text, "Carol Miller") == text
