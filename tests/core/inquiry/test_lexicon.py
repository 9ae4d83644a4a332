"""core/inquiry/lexicon.py: what items stand for, and in which languages somebody may thank."""

from __future__ import annotations

import pytest
import regex

from watcher.core.inquiry import lexicon
from watcher.core.inquiry.pleasantries.known import PLEASANTRIES


@pytest.mark.parametrize(
    ("item", "texts"),
    [
        ("danke", ["danke"]),
        ("gern_geschehen", ["gern geschehen"]),
        ("schön(|e|en)", ["schon", "schone", "schonen"]),
        ("(a|b(c|d))_e", ["a e", "bc e", "bd e"]),
    ],
)
def test_an_item_stands_for_its_choices(item, texts):
    assert list(lexicon.expand_items(item)) == texts


@pytest.mark.parametrize(("text", "folded"), [("Grüße", "grusse"), ("Dziękuję", "dziekuje"), ("Ćwiczę ŁØ", "cwicze lo"),
                                              ("شُكْرًا", "شكرا"), ("תּוֹדָה", "תודה"), ("धन्यवाद", "धन्यवाद"), ("ご連絡", "ご連絡")])  # fmt: skip
def test_accents_may_be_left_out_and_what_makes_another_letter_may_not(text, folded):
    assert lexicon.fold(text) == folded


def test_a_word_has_the_parts_of_each_field_that_it_stands_in():
    parts = lexicon.load_lexicon("en").parts
    assert parts["great"] & lexicon.PRAISE and parts["great"] & lexicon.GOOD and parts["great"] & lexicon.THANKED
    assert parts["thanks"] & lexicon.THANKS and "order" not in parts


def test_what_is_said_everywhere_is_in_every_language():
    assert all(lexicon.load_lexicon(language).parts["super"] & lexicon.PRAISE for language in PLEASANTRIES)


@pytest.mark.parametrize(
    ("text", "language"),
    [("vielen dank", "de"), ("muchas gracias", "es"), ("ご返信ありがとうございます", "ja"), ("спасибо", "ru")],
)
def test_a_language_is_found_by_what_thanks(text, language):
    assert language in lexicon.find_languages(lexicon.fold(text))


def test_where_nobody_thanks_there_is_no_language():
    assert lexicon.find_languages("bitte senden sie uns 40 davon") == []


def test_with_english_thanks_the_rest_may_be_of_another_language():
    assert "de" in lexicon.find_languages(lexicon.fold("Thanks! Schöne Grüße"))


def test_a_letter_is_ended_by_words_that_end_letters_alone():
    assert lexicon.is_closing(["mit", "freundlichen", "grussen"])
    assert not lexicon.is_closing(["mit", "freundlichen", "stuhlen"])
    assert not lexicon.is_closing(["mit", "freundlichen"])
    assert not lexicon.is_closing([])


def test_words_are_those_of_all_items_and_thanks_begin_with_some_of_them():
    english = lexicon.load_lexicon("en")
    assert english.words == {word for key in english.parts for word in key.split()}
    assert {"thanks", "thank"} <= english.thanks <= english.words
    assert "you" not in english.thanks, "it begins no thanks"


def test_words_are_letters_marks_and_figures_in_whatever_script():
    word = regex.compile(r"[\p{L}\p{M}\p{N}]+")
    for sign in map(chr, [*range(0x400), *range(0x900, 0x980), 0x2019, 0x3042, 0xAC00]):
        text = f"{sign}thanks{sign}a lot, {sign} 12{sign}3"
        assert lexicon.split_folded(text) == word.findall(lexicon.fold(text))
