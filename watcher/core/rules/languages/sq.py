"""Albanian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="me pushime|jashtë zyrës|nuk jam në zyrë|mungoj|zyra është e mbyllur",
        added="deri më|deri|kthehem|kthim|përgjigj|urgjent|kontakt",
        maybe_away="pushime|sëmur|mbyllur|panair|udhëtim|nuk (jam|punoj)|leje|mungoj|jashtë",
        answers="kolegu im|kolegia ime|kufizuar|do t'?ju përgjigjem|përgjigj|urgjen|kthehem|kontaktoni",
        alone="gjatë mungesës sime|në mungesën time|më zëvendëson",
        everyday_away=(
            "ditë pushim|disa ditë|festë|pushim|në spital|spital|operacion|në (kurs|trajnim|seminar)|inventar|"
            "nuk jam më|jam larguar|grevë"
        ),
        everyday_answers=(
            "kthehem në punë|në punë|merret me|kontaktojmë|nuk lexohe|shkruani|nesër|do t'ju|i disponueshëm|"
            "pa (kompjuter|qasje)"
        ),
    ),
    letters=LetterWords(currencies="lekë"),
)
