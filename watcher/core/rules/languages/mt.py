"""Maltese."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away="bil-leave|(fuq|bi) (il-)?(leave|btala)|btala|barra mill-uffiċċju|mhux fl-uffiċċju|marid|marida|magħluq",
        answers="sa(l|t|d|s)?-|urġenti|kkuntattja|nirritorna|nwieġeb|lura|nerġa",
        alone="fl-assenza tiegħi",
        everyday_away="ftit ġranet|ġurnata (leave|festa)|festa pubblika|leave|sptar|operazzjoni|kors|m'għadnix|tlaqt",
        everyday_answers="lura x-xogħol|x-xogħol|ħsieb xogħli|għada|nikkuntattjaw|disponibbli|iktbu|ma tinqarax",
    ),
)
