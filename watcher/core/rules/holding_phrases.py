"""The phrases of `[[holding]]` tables: how they are written, what is wrong with one, and where a text says one.

`*` stands for a few words of the same sentence, and for the rest of a word where it ends one or begins one; `{name}` for any of the
words that the table lists under that name. Case, accents and the kind of apostrophe make no difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import regex

from watcher.core.rules.alternatives import AlternativeIndex, compile_alternative

#: What a phrase is for, by the key under which it stands.
PHRASE_KEYS = ("says", "unless", "soft", "receipts", "stalls", "done")
TABLE_KEYS = ("language", "words", *PHRASE_KEYS)
#: Seconds that one phrase may search one text.
_TIMEOUT = 0.1
_WORD_GAP, _WORD_REST = r"[^\n.!?]{0,60}?", r"\w*"
_PARTS = regex.compile(r"\*|\{[^{}]*\}|[^*{}]+")
#: Scripts in which words stand without blanks, or have endings that follow each other.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Hangul}]")
_STARTS = {True: "", False: r"(?<!\w)"}

ProblemReporter = Callable[[tuple[str | int, ...], str], None]
#: Phrases that may be in a text, by key: what `find_candidates` found.
Candidates = Mapping[tuple[str, bool], Iterable[str]]


class _BareLetters(dict[int, str]):
    """Every letter without its accent, and always one for one: places in the text stay what they are."""

    def __missing__(self, code: int) -> str:
        spread = unicodedata.normalize("NFD", chr(code))
        is_accented = len(spread) > 1 and all(map(unicodedata.combining, spread[1:]))
        self[code] = spread[0] if is_accented else chr(code)
        return self[code]


_BARE_LETTERS = _BareLetters((ord(pair[0]), pair[1]) for pair in ("ıi", "łl", "øo", "đd", "ςσ", "ёе", "’'", "`'", "´'"))


def to_plain_text(text: str) -> str:
    """One blank for each gap, and what has no single small letter as two."""
    plain = unicodedata.normalize("NFC", text).replace("ß", "ss").replace("İ", "I")
    return " ".join(plain.split())


def fold_letters(plain: str) -> str:
    """Plain text without case and accents, each character where it was."""
    return plain.lower().translate(_BARE_LETTERS)


class PhraseIndex:
    """All phrases of all tables. Made when a reply is first looked at, and each phrase compiled when a text first has its rarest words."""

    def __init__(self, tables: Iterable[Mapping[str, Any]]) -> None:
        self._tables = tuple(tables)

    def find_candidates(self, folded: str) -> Candidates:
        """The phrases that may be in a folded text."""
        return self._index.find_candidates(folded)

    @cached_property
    def _index(self) -> AlternativeIndex[tuple[str, bool]]:
        patterns: dict[tuple[str, bool], dict[str, None]] = {}
        for table in self._tables:
            words = {name: list(map(_fold_phrase, members)) for name, members in table.get("words", {}).items()}
            for key in PHRASE_KEYS:
                for phrase in table.get(key, ()):
                    pattern, unspaced = _compile_phrase(_fold_phrase(phrase), words)
                    patterns.setdefault((key, unspaced), {})[pattern] = None
        return AlternativeIndex(
            {key: "|".join(found) for key, found in patterns.items()}, {key: _STARTS[key[1]] for key in patterns}
        )


def find_phrases(candidates: Candidates, folded: str, *keys: str) -> list[tuple[int, int]]:
    """Where a folded text says a phrase of one of these keys: (start, end) of the first place of each, in order. TimeoutError."""
    alternatives = (each for (key, _), found in candidates.items() if key in keys for each in found)
    matches = (compile_alternative(each).search(folded, timeout=_TIMEOUT) for each in alternatives)
    return sorted(match.span() for match in matches if match is not None)


def _fold_phrase(phrase: str) -> str:
    return fold_letters(to_plain_text(phrase))


def _compile_phrase(phrase: str, words: Mapping[str, list[str]]) -> tuple[str, bool]:
    """A phrase as a pattern, and whether words need no blanks around them."""
    parts = _PARTS.findall(phrase)
    unspaced = any(_UNSPACED.search("".join(words[part[1:-1]]) if part[0] == "{" else part) for part in parts)
    pattern = "".join(_compile_part(part, n in (0, len(parts) - 1), words) for n, part in enumerate(parts))
    return (pattern if unspaced else rf"{pattern}(?!\w)"), unspaced


def _compile_part(part: str, is_outer: bool, words: Mapping[str, list[str]]) -> str:
    if part == "*":
        return _WORD_REST if is_outer else _WORD_GAP
    if part[0] == "{":
        return f"(?:{'|'.join(_compile_word(word) for word in words[part[1:-1]])})"
    return _escape_phrase(part)


def _compile_word(word: str) -> str:
    return _WORD_REST.join(map(_escape_phrase, word.split("*")))


def _escape_phrase(text: str) -> str:
    return str(regex.escape(text, literal_spaces=True))


def validate_table(table: Any, here: tuple[str | int, ...], report: ProblemReporter) -> bool:
    """Tells everything that is wrong with one [[holding]] table; True when nothing is."""
    if not isinstance(table, dict):
        report(here, "phrases of holding replies are written as [[holding]], with double brackets")
        return False
    problems = [(key, text) for key, value in table.items() if (text := _find_problem(key, value, table))]
    for key, text in problems:
        report((*here, key), f"holding: {text}")
    if not table.get("says"):
        report(here, "holding: says is missing: the phrases that promise an answer")
    return not problems and bool(table.get("says"))


def _find_problem(key: str, value: Any, table: Mapping[str, Any]) -> str:
    """What is wrong with the value of one key; "" when nothing is."""
    if key not in TABLE_KEYS:
        return f'unknown key "{key}"; there are {", ".join(TABLE_KEYS)}'
    if key == "language":
        return "" if isinstance(value, str) else "language takes a text"
    if key == "words":
        good = isinstance(value, dict) and all(map(_is_list_of_phrases, value.values()))
        return "" if good else 'words takes lists of words by name: words.will = ["will", "shall"]'
    if not _is_list_of_phrases(value):
        return f"{key} takes a list of phrases"
    words = table.get("words", {})
    known = words if isinstance(words, dict) else {}
    for phrase in value:
        pieces = regex.sub(r"\{([^{}]*)\}", lambda name: "" if name[1] in known else "{", phrase)
        if "{" in pieces or "}" in pieces:
            return f'{key}: "{phrase}" has braces around what is no name; words has {", ".join(known) or "none"}'
    return ""


def _is_list_of_phrases(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(phrase, str) and phrase.strip(" *") for phrase in value)
