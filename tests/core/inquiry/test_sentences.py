"""core/inquiry/sentences.py: how far a text is made of thanks, praise, wishes and formulas."""

from __future__ import annotations

from random import Random

import pytest

from watcher.core.inquiry import lexicon, sentences
from watcher.core.inquiry.lexicon import load_lexicon
from watcher.core.inquiry.pleasantries.known import PLEASANTRIES
from watcher.core.inquiry.sentences import Reading

NAMES = frozenset({"carol", "miller"})


def read(text, *languages, names=NAMES):
    lexicons = [load_lexicon(language) for language in languages or ("en",)]
    return list(sentences.read_pleasantries(sentences.Text(text.split("\n"), lexicons[0].unspaced), lexicons, names))


def is_whole(text, *languages):
    return any(reading.lines == text.count("\n") + 1 for reading in read(text, *languages))


@pytest.mark.parametrize(
    "text",
    [
        "thanks for your help",
        "for your help many thanks",
        "great thanks",
        "thanks, great, have a nice day",
        "have a nice, relaxing weekend",
        "thank you for your quick, friendly and clear reply",
        "dear Mr Smith thanks",
        "dear Dr. Smith-Jones, thanks",
        "thanks Carol",
        "thanks. C. Miller",
        "thanks\nkind regards\nCarol and Max",
    ],
)
def test_words_of_one_kind_make_a_sentence_in_any_order(text):
    assert is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "for your help",  # no thanks
        "have a day",  # no wish
        "great, the weekend",  # an answer
        "thanks, the quick",  # one, too
        "thanks for. your help",
        "thanks Max",  # a name that nobody bears here
        "dear Sofa Two please, thanks",
        "thanks 40",
        "thanks €",
        "thanks + more",
    ],
)
def test_what_makes_no_sentence_is_read_no_further(text):
    assert not is_whole(text)


def test_english_goes_with_other_languages_sentence_by_sentence():
    assert is_whole("Thanks! Schöne Grüße", "de", "en")
    assert not is_whole("Thanks für your Hilfe", "de", "en")


@pytest.mark.parametrize(
    ("text", "language"), [("آقای رضایی سپاسگزارم", "fa"), ("שלום גברת לוי, תודה", "he"), ("السيد منصور شكرا", "ar")]
)
def test_behind_a_title_stands_a_name_in_scripts_without_capitals(text, language):
    lexicons = [load_lexicon(language), load_lexicon("en")]
    assert sentences.may_thank(sentences.Text([text], unspaced=False), lexicons, NAMES)
    assert is_whole(text, language, "en")
    without_title = text.replace("آقای", "").replace("גברת", "").replace("السيد", "").strip()
    assert not is_whole(without_title, language, "en")


def test_a_reading_says_how_far_it_goes_and_whether_a_signature_may_follow():
    found = read("Thanks!\nKind regards\nwe take two")
    assert found == [Reading(2, True, True), Reading(1, True, False)]


def test_nobody_has_thanked_who_only_greets():
    assert [reading.has_thanked for reading in read("hello, have a nice day")] == [False]


def test_in_an_unspaced_language_words_follow_each_other():
    assert is_whole("ご返信ありがとうございます。よろしくお願いいたします。", "ja")
    assert not is_whole("40個お願いします。", "ja")


@pytest.mark.parametrize("language", PLEASANTRIES)
def test_what_the_lists_have_is_read_however_it_is_put_together(language):
    """The words themselves make the texts: whole items of a kind with one that makes the sentence."""
    own, random = load_lexicon(language), Random(language)
    separator = "" if own.unspaced else " "
    for allowed, needed in sentences._KINDS:
        items = sorted(key for key, parts in own.parts.items() if parts & allowed)
        makers = [
            sorted(key for key, parts in own.parts.items() if parts & needed & (1 << bit))
            for bit in range(14)
            if needed & (1 << bit)
        ]
        for _ in range(20 if all(makers) else 0):
            chosen = [random.choice(keys) for keys in makers] + random.choices(items, k=3)
            random.shuffle(chosen)
            assert is_whole(separator.join(chosen), language), chosen


def test_mail_that_says_something_else_is_read_no_further():
    text = sentences.Text(["we take the chairs " + "and another chair " * 100, "thanks"], unspaced=False)
    assert not list(sentences.read_pleasantries(text, [load_lexicon("en")], NAMES))
    assert len(text.words) < 60


@pytest.mark.parametrize(
    ("text", "languages", "may"),
    [
        ("thanks for the chairs", ("en",), True),
        ("Hello Carol,\n\nmany thanks", ("en",), True),
        ("dear Dr. Smith-jones, thank you", ("en",), True),
        ("hallo, thanks", ("de", "en"), True),
        ("vielen herzlichen dank", ("de", "en"), True),
        ("we order three chairs, thanks", ("en",), False),
        ("hello, three chairs please, thanks", ("en",), False),
        ("hello $ thanks", ("en",), False),
        ("have a nice day", ("en",), False),
        ("Hello Carol", ("en",), False),
        ("", ("en",), False),
    ],
)
def test_thanks_stand_before_the_first_word_that_no_pleasantry_has_or_are_none(text, languages, may):
    lexicons = [load_lexicon(language) for language in languages]
    assert sentences.may_thank(sentences.Text(text.split("\n"), unspaced=False), lexicons, NAMES) is may


def test_whatever_thanks_may_do_so():
    """Items of every language with spaces, in any order, with words of other people between them."""
    random, thanked = Random(5), 0
    for language, own in PLEASANTRIES.items():
        if own.unspaced:
            continue
        lexicons = [load_lexicon(language), load_lexicon("en")]
        keys = sorted(key for each in lexicons for key in each.parts)
        thanks = sorted(key for key, parts in lexicons[0].parts.items() if parts & lexicon.THANKS)
        for _ in range(100):
            said = [
                random.choice(thanks),
                *random.choices([*keys, "Carol", "Smith-jones", "chairs"], k=random.randrange(4)),
            ]
            random.shuffle(said)
            words = sentences.Text([random.choice([" ", ", ", "! "]).join(said)], unspaced=False)
            if any(reading.has_thanked for reading in sentences.read_pleasantries(words, lexicons, NAMES)):
                thanked += 1
                assert sentences.may_thank(words, lexicons, NAMES), (language, said)
    assert thanked > 500


def test_no_more_words_are_read_than_it_takes():
    text = sentences.Text(["chairs and tables, please"], unspaced=False)
    assert not sentences.may_thank(text, [load_lexicon("en")], NAMES)
    assert [word.text for word in text.words] == ["chairs"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("thanks Carol, have a nice day", {"carol"}),
        ("thanks for the chairs and the stools", {"chairs"}),
        ("thanks, Danke schön", {"danke", "schon"}),
        ("thanks", set()),
    ],
)
def test_what_a_language_has_not_is_looked_for_as_far_as_it_is_read(text, others):
    found = sentences.find_other_words(sentences.Text([text], unspaced=False), load_lexicon("en"), NAMES)
    assert found == frozenset(map(lexicon.fold, others))


def test_a_language_without_any_of_these_words_reads_no_further():
    """English items and those of another language, in any order, with words of nobody between them."""
    random, further = Random(7), 0
    english = load_lexicon("en")
    for language, own in PLEASANTRIES.items():
        if own.unspaced or language == "en":
            continue
        both = [load_lexicon(language), english]
        keys = [sorted(each.parts) for each in both]
        for _ in range(60):
            said = [random.choice(random.choice(keys)) for _ in range(3)] + ["chairs"] * random.randrange(2)
            random.shuffle(said)
            lines = [", ".join(["thanks", *said])]
            alone, together = (
                list(sentences.read_pleasantries(sentences.Text(lines, unspaced=False), lexicons, NAMES))
                for lexicons in ([english], both)
            )
            if together and not alone:
                further += 1
                others = sentences.find_other_words(sentences.Text(lines, unspaced=False), english, NAMES)
                assert not both[0].words.isdisjoint(others), (language, said)
    assert further > 50
