"""core/message/text.py: text that may be stored, compared and shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import charsets, text


def test_text_is_tidy() -> None:
    assert text.normalise_text("a\r\nb\rc\u2028d\x00e\u202ef\u200bg\x1bh\n\n") == "a\nb\nc\ndefgh"
    assert text.normalise_text("Ka\u0308se") == "Käse"
    assert text.normalise_text("👩\u200d👧") == "👩\u200d👧"
    assert len(text.normalise_text("x" * 100_000)) == text.MAX_TEXT_LENGTH


@given(
    st.lists(
        st.sampled_from(["a", " ", "\n", "\r\n", "\r", "\t", "\x00", "\x7f", "\x1f", "~", "\x0b", "e\u0301", "\u200b"])
    ).map("".join)
)
def test_plain_text_is_tidied_as_any_other(rough):
    folded = rough.replace("\r\n", "\n")
    assert (
        text.normalise_text(rough)
        == charsets.normalise_nfc(text._INVISIBLE.sub("", text._LINE_END.sub("\n", folded))).strip()
    )


def test_a_name_is_spelled_as_addresses_spell_it() -> None:
    assert text.strip_accents("Żaneta MÜLLER-Sørli") == "zaneta muller-sorli"
    assert text.strip_accents("Weiß") == text.strip_accents("WEISS")


def test_a_link_ends_at_a_blank_or_a_bracket() -> None:
    said = "See <https://roof.example/a?b=1> and WWW.roof.example/c, or roof.example?"
    assert text.LINK.sub("", said) == "See <> and  or roof.example?"
