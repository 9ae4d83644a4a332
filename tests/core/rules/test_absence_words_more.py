"""core/rules/absence_words_more.py: days off, holidays, hospitals: what people say too, where an answer says it."""

from __future__ import annotations

import pytest
import regex

from tests.core.rules.texts import classify_text, read_texts
from watcher.core.rules.absence import ABSENCE_WORDS
from watcher.core.rules.absence_words import MORE_ABSENCE_WORDS
from watcher.core.rules.absence_words_more import EVERYDAY_ABSENCE_WORDS, SURE_ABSENCE_WORDS
from watcher.core.rules.alternatives import split_alternatives


@pytest.mark.parametrize(("subject", "text"), read_texts("everyday_absences"))
def test_an_answer_that_says_it_in_everyday_words_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("sure_absences"))
def test_a_letter_that_says_when_mail_is_read_again_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("absent_customers"))
def test_who_is_away_and_wants_something_is_answered(subject, text):
    assert classify_text(subject, text).attention == "answer"


@pytest.mark.parametrize("language", EVERYDAY_ABSENCE_WORDS)
def test_every_pattern_can_be_compiled_and_needs_something(language):
    for words in filter(None, (*EVERYDAY_ABSENCE_WORDS[language], SURE_ABSENCE_WORDS.get(language))):
        for alternative in split_alternatives(words):
            assert alternative
            assert not regex.compile(alternative).fullmatch("")


def test_every_language_that_has_absences_has_everyday_ones():
    assert set(EVERYDAY_ABSENCE_WORDS) == {**ABSENCE_WORDS, **MORE_ABSENCE_WORDS}.keys()
