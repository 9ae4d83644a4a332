"""Basque."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away=(
            "oporretan|bajan|kanpoan|lanetik kanpo|bulegotik kanpo|itxita|azokan|bidaian|gaixo|ez naiz|baimenean|"
            "amatasun"
        ),
        answers="arte|itzul|premiaz|presaz|larri|harremanetan|erantzun|deitu|astelehen|idatzi",
        alone="nire absentzian|ez nagoen bitartean",
        everyday_away="egun batzuk|jaiegun|jai eguna|atsedenaldi|ospitale|operatu|ikastaro|inbentario|ez nago jada|utzi dut",
        everyday_answers=(
            "lanera|itzuliko|nire lana|darama|arduratzen|bihar|erantzungo|ez da irakurtzen|eskuragarri|idatzi|"
            "irakurriko"
        ),
    ),
)
