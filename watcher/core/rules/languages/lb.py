"""Luxembourgish."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away=(
            r"am (congé|urlaub|krankeschäin)|net am (büro|bureau)|krank(?!\p{L})|zou(?!\p{L})|op (rees|dienstrees)|"
            "congé|net do|elterecongé|feierdeeg"
        ),
        answers="(äntwert|äntweren)|dréngend|kontaktéiert|erëm (do|am)|nees (do|am)|kolleeg|kollegin",
        alone="während menger ofwiesenheet|a menger ofwiesenheet",
        everyday_away=(
            "e puer deeg|fräi geholl|fräien dag|feierdag|paus|spidol|operatioun|operéiert|formatioun|cours|"
            "inventaire|net méi"
        ),
        everyday_answers=r"op der aarbecht|këmmert|muer(?!\p{L})|mellen eis|net gelies|erreechbar|schreift|iwwerhëlt",
    ),
)
