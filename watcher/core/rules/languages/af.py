"""Afrikaans."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away=(
            "met (verlof|vakansie|siekverlof|kraamverlof)|op (verlof|reis|vakansie)|buite (die )?kantoor|"
            r"nie in die kantoor|siek(?!\p{L})|gesluit|afwesig|werk nie meer"
        ),
        answers="dringende|beperkte|antwoord|my kollega|weer (terug|beskikbaar)|kontak asseblief",
        alone="in my afwesigheid|tydens my afwesigheid",
        everyday_away=(
            "'n paar dae|vry dae|dae af|dag af|openbare vakansiedag|breek|hospitaal|operasie|kursus|opleiding|"
            "voorraadopname|nie meer (by|hier)|verlaat"
        ),
        everyday_answers=(
            "terug by die werk|by die werk|hanteer my|kontak u|môre|word nie gelees|beskikbaar|skryf|neem oor|"
            "volgende week|lees"
        ),
    ),
    visits=(
        r"\d{1,3} (\p{L}+ )?(mense|gaste|persone|volwassenes|kinders|leerders)|ons (sal|"
        r"is) (\p{L}+ )?\d{1,3}(?! (jaar|km))|by julle"
    ),
    letters=LetterWords(currencies="rand"),
)
