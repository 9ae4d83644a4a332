"""Does a reply only say that an answer will come? The phrases ship as TOML, `[[holding]]`, and are the operator's to change.

Such a reply restarts the clock instead of closing. When in doubt a reply is an answer: whoever promises and answers in one
mail, with a price, a file or many words, has answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import regex

from watcher.core.message.model import Facts

#: Characters of own text; who writes more has said something.
MAX_TEXT_LENGTH = 400
TABLE_KEYS = ("language", "says", "unless")

_PRICE_OR_LINK = regex.compile(
    r"(?i)[€$£¥]\s?\d|\d[\d.,]*\s?(?:[€$£]|(?:eur|euros?|usd|chf|gbp|zł|kr)(?!\w))|https?://"
)
_WORD_GAP = r"[^\n.!?]{0,60}?"

ProblemReporter = Callable[[tuple[str | int, ...], str], None]


@dataclass(frozen=True)
class HoldingPhrases:
    """Compiled phrases of every language: what says "later", and what says that the answer is here all the same."""

    says: Any = None  # compiled patterns, or None
    unless: Any = None

    def is_holding_reply(self, facts: Facts) -> bool:
        """Is this a holding reply, and nothing more? Who writes more than MAX_TEXT_LENGTH characters has said more."""
        text = _normalised_text(facts.own_text)
        if (
            self.says is None
            or not text
            or len(text) > MAX_TEXT_LENGTH
            or facts.attachments
            or _PRICE_OR_LINK.search(text)
        ):
            return False
        try:
            if self.unless is not None and self.unless.search(text, timeout=0.1):
                return False
            return self.says.search(text, timeout=0.1) is not None
        except TimeoutError:
            return False


def _normalised_text(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("`", "'").split())


def compile_phrases(tables: Iterable[dict[str, Any]]) -> HoldingPhrases:
    """All tables of all files as one. `*` in a phrase stands for a few words of the same sentence."""
    says: list[str] = []
    unless: list[str] = []
    for table in tables:
        says += table.get("says", ())
        unless += table.get("unless", ())
    return HoldingPhrases(_compile_pattern(says), _compile_pattern(unless))


def _compile_pattern(phrases: list[str]) -> Any:
    if not phrases:
        return None
    parts = (
        _WORD_GAP.join(regex.escape(piece) for piece in _normalised_text(phrase).split("*"))
        for phrase in dict.fromkeys(phrases)
    )
    return regex.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def validate_table(table: Any, here: tuple[str | int, ...], report: ProblemReporter) -> bool:
    """Tells everything that is wrong with one [[holding]] table; True when nothing is."""
    if not isinstance(table, dict):
        report(here, "phrases of holding replies are written as [[holding]], with double brackets")
        return False
    good = True
    for key, value in table.items():
        if key not in TABLE_KEYS:
            report((*here, key), f'holding: unknown key "{key}"; there are {", ".join(TABLE_KEYS)}')
            good = False
        elif key == "language":
            if not isinstance(value, str):
                report((*here, key), "holding: language takes a text")
                good = False
        elif not isinstance(value, list) or not all(isinstance(phrase, str) and phrase.strip(" *") for phrase in value):
            report((*here, key), f"holding: {key} takes a list of phrases")
            good = False
    if not table.get("says"):
        report(here, "holding: says is missing: the phrases that promise an answer")
        good = False
    return good
