"""The table of common words: complete, and in the form it is compared in."""

from __future__ import annotations

from watcher.core.rules.notice_words import WORDS
from watcher.core.rules.notice_words_more import MORE_WORDS
from watcher.core.rules.voice_words import COMMON_WORDS, UNSPACED_YOUR_WORDS, YOUR_WORDS


def test_every_language_of_the_notices_is_known_by_its_common_words():
    assert set(WORDS) | set(MORE_WORDS) == set(COMMON_WORDS) | set(UNSPACED_YOUR_WORDS)
    assert set(COMMON_WORDS) == set(YOUR_WORDS)


def test_words_are_single_and_small():
    for words in (*COMMON_WORDS.values(), *YOUR_WORDS.values()):
        assert words == words.lower()
        assert len(words.split()) >= 1


def test_the_words_of_your_are_no_words_of_i():
    for language, words in {**WORDS, **MORE_WORDS}.items():
        first = {word.strip() for word in words.first.split(";")}
        assert first.isdisjoint(YOUR_WORDS.get(language, "").split())
