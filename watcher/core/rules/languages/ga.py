"""Irish."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away="ar (saoire|shaoire|shos)|as (an )?oifig|as láthair|tinn|breoite|dúnta",
        answers="go dtí|práinn|teagmháil|freagr|fill|ar ais|luan|deifir",
        alone="agus mé as láthair|le linn m'as láithreachta",
        everyday_away=(
            "máithreachais|bainise|sochraid|"
            "cúpla lá|lá saor|lá saoire|saor agam|ospidéal|obráid|cúrsa|oiliúint|d'fhág|ní oibrím"
        ),
        everyday_answers="ag obair|ag déileáil|amárach|i dteagmháil|ar fáil|scríobh|léifi|cúram",
    ),
)
