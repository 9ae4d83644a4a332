"""Welsh."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away=(
            "ar (wyliau|wyliau blynyddol|absenoldeb|gwrs)|allan o'r swyddfa|i ffwrdd|yn sâl|ar gau|ddim yn y swyddfa|"
            "cyfnod mamolaeth"
        ),
        answers="tan|hyd|brys|cysyllt|ateb|dychwel|nôl|yn ôl|ymateb|dydd|llun",
        alone="yn fy absenoldeb",
        everyday_away=(
            "ychydig ddyddiau|diwrnod(au)? (i ffwrdd|rhydd)|o wyliau|gŵyl y banc|gwyliau|ysbyty|llawdriniaeth|cwrs|"
            "hyfforddiant|wedi gadael|ddim yn gweithio"
        ),
        everyday_answers="yn y gwaith|gofalu am|yfory|cysylltu|ar gael|ysgrifennwch|darllen|heb (gyfrifiadur|fynediad)",
    ),
)
