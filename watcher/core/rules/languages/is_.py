"""Icelandic."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="í fríi|í orlofi|ekki við|ekki á skrifstofunni|í sumarfríi|skrifstofan er lokuð|fæðingarorlofi",
        added=r"til og með|til \d|frá|kem aftur|svara|áríðandi|hafið samband",
        maybe_away=(
            "veik(ur|indum)|jarðarför|lokað|sýningu|í (fríi|orlofi|leyfi|ferð|vinnuferð)|ekki (við|á)|"
            r"hætt(ur|i)? (störfum|hjá)|fjarverandi|frí(?!\p{L})"
        ),
        answers="leysir mig af|takmarkað|svara|brýnt|áríðandi|næsta virkan dag|kem aftur|hafið samband við",
        alone="í fjarveru minni|á meðan ég er fjarverandi|leysir mig af",
        everyday_away=(
            "frídag|nokkra daga|almennur frídagur|helgidag|hlé|sjúkrahús|spítala|aðgerð|námskeið|talning|ekki lengur|"
            "hætt(ur)?|verkfall"
        ),
        everyday_answers="í vinnu|mæti aftur|sér um|höfum samband|á morgun|ekki lesin|tiltæk|skrifið|les póst|tekur við|næstu viku",
    ),
)
