"""core/rules/notice_words_more.py: its languages are others than those of `notice_words`, which is tested with it."""

from watcher.core.rules.notice_words import WORDS
from watcher.core.rules.notice_words_more import MORE_WORDS


def test_a_language_stands_in_one_of_the_tables():
    assert WORDS.keys().isdisjoint(MORE_WORDS)
