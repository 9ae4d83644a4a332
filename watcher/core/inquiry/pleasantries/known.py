"""The words of thanks of every language. They are data in Python, so that no file is read; nobody needs them at the start."""

from __future__ import annotations

from watcher.core.inquiry import pleasantries
from watcher.core.inquiry.pleasantries.words import Pleasantries
from watcher.core.rules.languages.codes import load_words

_WORDS: dict[str, Pleasantries] = load_words(pleasantries.__name__)

#: ISO 639-1 code → what people say in it who only say thank you; English, which goes with every language, first.
PLEASANTRIES = {"en": _WORDS["en"], **_WORDS}
