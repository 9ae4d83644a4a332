"""core/message/text.py: text that may be stored, compared and shown."""

from __future__ import annotations

from watcher.core.message import text


def test_text_is_tidy() -> None:
    assert text.normalise_text("a\r\nb\rc\u2028d\x00e\u202ef\u200bg\x1bh\n\n") == "a\nb\nc\ndefgh"
    assert text.normalise_text("Ka\u0308se") == "Käse"
    assert text.normalise_text("👩\u200d👧") == "👩\u200d👧"
    assert len(text.normalise_text("x" * 100_000)) == text.MAX_TEXT_LENGTH
