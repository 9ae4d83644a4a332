"""Swahili."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        maybe_away="likizo(ni)?|nje ya ofisi|safari(ni)?|sipo ofisini|mgonjwa|ninaumwa|imefungwa|msibani",
        answers="hadi|dharura|wasiliana|nitarudi|nitajibu|kurudi|jumatatu|mpaka",
        alone="wakati sipo|nisipokuwepo",
        everyday_away="likizo|siku chache|sikukuu|hospitali|upasuaji|mafunzo|siko tena|nimeacha",
        everyday_answers="nitarudi kazini|kazini|anashughulikia|kesho|tutawasiliana|haisomwi|andika|wiki ijayo",
    ),
    letters=LetterWords(currencies="shilingi"),
)
