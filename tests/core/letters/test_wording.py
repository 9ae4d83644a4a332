"""Times, lengths and codes as people say them, in every language that ships."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import TEMPLATE_TEXTS, TEMPLATES
from watcher.core.letters.wording import WordsError, complete_words, parse_words

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)  # a Tuesday, 14:00 in Berlin
ENGLISH = TEMPLATES.words_for_language("en")


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(hours=1), "today 15:00"),
        (timedelta(hours=19), "tomorrow 09:00"),
        (timedelta(days=3), "Friday 14:00"),
        (timedelta(days=14), "Tuesday 8 December, 14:00"),
        (-timedelta(days=1), "Monday 23 November, 14:00"),
    ],
)
def test_an_instant_is_named_on_the_clock_of_the_house(ahead, said):
    assert ENGLISH.format_instant(NOW + ahead, NOW, BERLIN) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(0), "0 min"),
        (timedelta(minutes=20), "20 min"),
        (timedelta(hours=3, minutes=20), "3 h 20 min"),
        (timedelta(hours=16), "2 days"),
        (timedelta(hours=19), "2 days 3 h"),
    ],
)
def test_a_day_is_as_long_as_the_house_is_open(length, said):
    assert ENGLISH.format_duration(length, timedelta(hours=8)) == said


def test_a_promise_names_the_day_for_who_reads_it_tomorrow():
    assert ENGLISH.format_deadline(NOW + timedelta(hours=2), NOW, BERLIN) == "by 16:00 today (Tuesday)"


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_every_language_says_every_phrase(language):
    words = TEMPLATES.words_for_language(language)
    assert words.phrases.keys() == ENGLISH.phrases.keys()
    for ahead in range(9):
        assert words.format_instant(NOW + timedelta(days=ahead), NOW, BERLIN)


def test_a_file_that_lacks_a_phrase_says_which_and_what_it_is_in_english():
    text = TEMPLATE_TEXTS["words.de.toml"].replace("no_subject", "no_subjekt")
    with pytest.raises(WordsError) as caught:
        parse_words("de", text, ENGLISH)
    assert {what.partition(":")[0] for _, what in caught.value.problems} >= {'"no_subject" is missing'}
    assert any('unknown name "no_subjekt"' in what and line for line, what in caught.value.problems)


def test_a_code_nobody_has_words_for_is_shown_as_it_is():
    assert ENGLISH.suppression_reason("brand-new") == "brand-new"


SHIPPED_BEFORE = 'hello = "Hello {person},"\nold = "Old"\n[reasons]\nhello = "no phrase"\n'
SHIPS_NOW = 'hello = "Good day, {person},"\nnew = "New = {n}"\nother = "Other"\n[reasons]\nx = "y"\n'


@pytest.mark.parametrize(
    ("own", "completed"),
    [
        (
            '# mine\nhello = "Moin"\nold = "Old"\nother = "My own"\n[reasons]\nold = "stays"\n',
            '# mine\nhello = "Moin"\nother = "My own"\nnew = "New = {n}"\n[reasons]\nold = "stays"\n',
        ),
        ('hello = "Moin"', 'hello = "Moin"\nnew = "New = {n}"\nother = "Other"\n'),
        ('hello = "Moin', 'hello = "Moin'),  # no TOML: whoever reads it says so
        (
            'hullo = "Moin"\n',
            'hullo = "Moin"\nnew = "New = {n}"\nother = "Other"\n',
        ),  # what never shipped is a mistake, and stays one
    ],
)
def test_a_file_of_words_gets_what_is_new_and_keeps_what_it_says(own, completed):
    assert complete_words(own, SHIPPED_BEFORE, SHIPS_NOW) == completed


def test_a_file_that_lacks_nothing_new_is_the_same():
    assert complete_words(SHIPPED_BEFORE, SHIPPED_BEFORE, SHIPPED_BEFORE) == SHIPPED_BEFORE


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“1 x”, “y”"),
        ("de", "„1 x“, „y“"),
        ("fr", "«\u00a01 x\u00a0», «\u00a0y\u00a0»"),
        ("es", "«1 x», «y»"),
        ("it", "«1 x», «y»"),
        ("nl", "“1 x”, “y”"),
        ("pt", "«1 x», «y»"),
    ],
)
def test_texts_are_quoted_as_the_language_does_it(language, said):
    assert TEMPLATES.words_for_language(language).quote_texts(["1 x", "y"]) == said
