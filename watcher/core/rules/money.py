"""Does a text name a sum of money? By the signs, codes and names of currencies beside figures; the names are those of `languages`."""

from __future__ import annotations

import regex

from watcher.core.rules.alternatives import fold_case, fold_words
from watcher.core.rules.languages.known import LANGUAGES

_SIGNS = "€$£¥₽₺₹₩฿₫₴₪円元원"
#: ISO 4217, as people write it behind figures.
_CODES_BEHIND = "eur usd gbp chf sek nok dkk pln czk huf ron rsd"
#: The same before figures, and what stands there for a currency's name: "CHF 40", "Rp 50.000".
_CODES_BEFORE = ("eur", "usd", "chf", "gbp", "sek", "nok", "dkk", "kes", "ksh", "zar", "kr", "rs", "rp", "rm")
_CODE_LENGTH = 3
_NAMES = frozenset(
    fold_words(" ".join([_CODES_BEHIND, *(words.letters.currencies for words in LANGUAGES.values())])).split()
)
_MARKS = (*_SIGNS, ":-", ".-", ",-")
#: "£95", "r$ 40", "14 €", "349:-", in case-folded text.
_MARKED_SUM = regex.compile(rf"[{_SIGNS}][ \u00a0]?\d|\d[ \u00a0]?[{_SIGNS}]|\d(?:[.:]-(?![\d-])|,-(?!\d))")
#: "5 200 рублей": what stands behind figures may be a currency.
_UNIT = regex.compile(r"\d[ \u00a0]?([\p{L}\p{M}]{1,9})(?![\p{L}\p{M}])")
_SPACED_FIGURE = regex.compile(r"[ .\u00a0]\d")


def has_sum(text: str) -> bool:
    """Is there a sum of money in it: figures beside a sign, a code of ISO 4217 or the name of a currency?"""
    folded = fold_case(text)
    if any(mark in folded for mark in _MARKS) and _MARKED_SUM.search(folded):
        return True
    if not _NAMES.isdisjoint(_UNIT.findall(folded)):
        return True
    return any(_follows_code(folded, found.start()) for found in _SPACED_FIGURE.finditer(folded))


def _follows_code(folded: str, end: int) -> bool:
    word = folded[max(0, end - _CODE_LENGTH - 1) : end].rstrip(".")
    return word.endswith(_CODES_BEFORE) and word.split()[-1].strip("(,:") in _CODES_BEFORE
