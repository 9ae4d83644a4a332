"""What is known of every language. It is data in Python, so that no file is read; who needs none at the start imports this later."""

from __future__ import annotations

from watcher.core.rules import languages
from watcher.core.rules.languages.codes import load_words
from watcher.core.rules.languages.words import LanguageWords

#: ISO 639-1 code → what is known of the language.
LANGUAGES: dict[str, LanguageWords] = load_words(languages.__name__)

#: ISO 639-1 code → what stands before each alternative of its patterns: a letter may not.
WORD_STARTS = {code: "" if words.unspaced else r"(?<!\p{L})" for code, words in LANGUAGES.items()}
