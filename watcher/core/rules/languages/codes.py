"""Which languages are known. Whoever has words of each has a package with a module for each: their names stand here alone."""

from __future__ import annotations

from importlib import import_module
from typing import Any

#: ISO 639-1; Norwegian is no.
CODES = (
    "af", "ar", "bg", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu",
    "id", "is", "it", "ja", "ko", "lb", "lt", "lv", "mk", "ms", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv",
    "sw", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
_TAKEN = {"is"}  # by Python


def load_words(package: str) -> dict[str, Any]:
    """Code → `WORDS` of the package's module that is named after it; ImportError for a language without one."""
    return {code: import_module(f"{package}.{name_module(code)}").WORDS for code in CODES}


def name_module(code: str) -> str:
    """What the module of the language is called."""
    return f"{code}_" if code in _TAKEN else code
