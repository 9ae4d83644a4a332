"""core/rules/notice_words.py: the table can be found as it stands, and knows every kind."""

from __future__ import annotations

import pytest

from watcher.core.rules import notices
from watcher.core.rules.notice_words import WORDS, NoticeWords
from watcher.core.rules.notice_words_more import MORE_WORDS

TABLES = {**WORDS, **MORE_WORDS}


@pytest.mark.parametrize("language", TABLES)
def test_every_phrase_of_the_table_can_be_found(language):
    """A phrase with a stray capital, or whose word boundary can never be met, would be dead (a final sigma is folded too)."""
    for field in NoticeWords.__slots__:
        for phrase in filter(None, (part.strip() for part in getattr(TABLES[language], field).split(";"))):
            assert phrase == phrase.lower(), (language, field, phrase)
            phrase = notices._fold(phrase)
            pieces = tuple(filter(None, (piece.strip(" ?？؟") for piece in phrase.split(" * "))))
            text = " ".join(pieces) + ("?" if field == "asks" else "")
            assert notices._Phrase(language, field, pieces).find(text), (language, field, phrase)


def test_twenty_languages_know_every_kind():
    assert len(TABLES) >= 28
    for language, words in TABLES.items():
        assert all(
            getattr(words, kind) for kind in ("automatic", "receipt", "courtesy", "trade", "access", "first", "wants")
        ), language
