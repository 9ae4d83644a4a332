"""In which languages does a text say that somebody is away, and what goes with it? Each is looked for once a text, whoever asks.

What a phrase is worth, `absence` and `absence_doubt` decide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum, auto
from functools import lru_cache

from watcher.core.lockstep import TOGETHER
from watcher.core.rules.alternatives import AlternativeIndex, fold_words, matches_any
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

_DATE = r"(?<!\d)\d{1,2}[./]\s?\d{1,2}(?!\d)"  # "24.12.", "12/3"


class Saying(Enum):
    """What a phrase says."""

    AWAY = auto()  # somebody is away
    MAYBE_AWAY = auto()  # the same, or something else
    EVERYDAY_AWAY = auto()  # the same in everyday words: no proof
    ALONE = auto()  # somebody is away, and it needs no second
    ADDED = auto()  # what goes with AWAY
    ANSWERS = auto()  # the same, so plainly that "maybe away" is away
    EVERYDAY_ANSWERS = auto()  # the same in everyday words
    SUBJECT = auto()  # a subject that announces it


def _phrase_index(*sayings: Saying) -> AlternativeIndex[tuple[Saying, str]]:
    """Of what says so in all languages."""
    patterns: dict[tuple[Saying, str], str] = {}
    for language, words in LANGUAGES.items():
        known = words.absence
        patterns[Saying.AWAY, language] = known.away
        patterns[Saying.MAYBE_AWAY, language] = known.maybe_away
        patterns[Saying.EVERYDAY_AWAY, language] = known.everyday_away
        patterns[Saying.ALONE, language] = known.alone
        patterns[Saying.ADDED, language] = f"{known.added}|{_DATE}" if known.added else ""
        patterns[Saying.ANSWERS, language] = known.answers
        patterns[Saying.EVERYDAY_ANSWERS, language] = known.everyday_answers
        patterns[Saying.SUBJECT, language] = known.subjects
    folded = {key: fold_words(words) for key, words in patterns.items() if words and key[0] in sayings}
    return AlternativeIndex(folded, {key: WORD_STARTS[key[1]] for key in folded})


_ALL_LANGUAGES = frozenset(LANGUAGES)
#: What is looked for together.
_GROUPS = (
    (Saying.AWAY, Saying.MAYBE_AWAY, Saying.EVERYDAY_AWAY, Saying.ALONE),
    (Saying.ADDED, Saying.ANSWERS, Saying.EVERYDAY_ANSWERS),
    (Saying.SUBJECT,),
)
_INDEXES = {saying: index for sayings in _GROUPS for index in [_phrase_index(*sayings)] for saying in sayings}


def find_languages(text: str, *sayings: Saying, among: frozenset[str] = _ALL_LANGUAGES) -> frozenset[str]:
    """The languages (ISO 639-1), of those in `among`, in which folded text says one of these. TimeoutError: a search took too long."""
    return frozenset().union(*[_find_languages_of(saying, text, among) for saying in sayings])


@lru_cache(maxsize=4 * TOGETHER)  # table, rules and threads ask it of the same few texts
def _find_languages_of(saying: Saying, text: str, among: frozenset[str]) -> frozenset[str]:
    return frozenset(
        [
            language
            for (said, language), alternatives in _find_candidates(_INDEXES[saying], text).items()
            if said is saying and language in among and matches_any(alternatives, text)
        ]
    )


@lru_cache(maxsize=2 * TOGETHER)
def _find_candidates(
    index: AlternativeIndex[tuple[Saying, str]], text: str
) -> Mapping[tuple[Saying, str], Collection[str]]:
    return index.find_candidates(text)
