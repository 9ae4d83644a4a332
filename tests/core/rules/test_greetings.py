"""core/rules/greetings.py: with what a letter begins, and whom it greets."""

from __future__ import annotations

import pytest

from tests.samples import facts
from watcher.core.rules import greetings
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS


@pytest.mark.parametrize("language", [code for code, words in LANGUAGES.items() if words.letters.greetings])
def test_every_language_that_letters_are_greeted_in_is_heard(language):
    word = LANGUAGES[language].letters.greetings.split("|")[0].replace(r"\b", "")
    assert greetings.begins_with_greeting(f"{word.capitalize()}, the door is here.")


@pytest.mark.parametrize(
    "text", ["Hier ist die Tür.", "Hintere Tür klemmt.", "Dagmar Holt, Oslo", "Mooie deur", "Teredo worms"]
)
def test_a_word_that_begins_like_a_greeting_is_none(text):
    assert not greetings.begins_with_greeting(text)


@pytest.mark.parametrize("language", [code for code, words in LANGUAGES.items() if words.letters.titles])
def test_every_title_greets_one(language):
    for title in LANGUAGES[language].letters.titles.split("|"):
        said = title.replace("?", "")
        assert greetings.greets_one(
            facts(text=f"hello {said} holt," if WORD_STARTS[language] else f"森本{said}\n\nドア")
        )


@pytest.mark.parametrize(
    ("text", "greets"),
    [
        ("Guten Tag,\ndie Tür steht schief.", True),
        ("Good morning, the door hangs low.", True),
        ("İyi günler, kapı eğri.", True),
        ("Dobar dan, vrata vise.", True),
        ("いつもありがとうございます。冬の営業は十二月からです。", False),
        ("Pump 2 stands still.", False),
        ("", False),
    ],
)
def test_a_letter_begins_with_a_greeting(text, greets):
    assert greetings.greets_reader(facts(text=text)) is greets


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Hi Pete,\nthe door is here.", True),
        ("Guten Morgen Frau Lorenz,\ndie Tür ist da.", True),
        ("Dear Mr and Mrs Cole,\nthe door is here.", True),
        ("Madame, Monsieur,\nnos tarifs changent.", False),
        ("Geachte heer/mevrouw,\nwij zijn gesloten.", False),
        ("Добрый день, Виктор Петрович!\nДверь пришла.", True),
        ("森本様\n\nドアが届きました。", True),
        ("Hello,\nthe door is here.", False),
        ("Dear Sirs,\nthe door is here.", False),
        ("Mesdames, Messieurs,\nla porte est là.", False),
        ("Dear Members,\nthe door is here.", False),
        ("Hi everyone,\nthe door is here.", False),
        ("Pete Moss asked us to bring the door to the house by the river and there it is.", False),
        ("", False),
    ],
)
def test_one_is_greeted_by_a_name_or_a_title(text, is_one):
    assert greetings.greets_one(facts(text=text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_many", "is_everybody"),
    [
        ("Dear members,\nthe hall is closed.", True, False),
        ("Members and friends!\nThe hall is closed.", True, True),
        ("Hello all,\nthe hall is closed.", False, True),
        ("Liebe Anwohnerinnen und Anwohner\nder Saal ist zu.", True, False),
        ("Dear member services team,\nmy card is lost.", False, False),
        ("We are members of your club and lost our cards.", False, False),
        ("Hello,\nour members like your chairs.", False, False),
        ("", False, False),
    ],
)
def test_many_are_greeted_in_the_first_line_alone(text, is_many, is_everybody):
    message = facts(text=text)
    assert (greetings.greets_many(message), greetings.greets_everybody(message)) == (is_many, is_everybody)


@pytest.mark.parametrize(
    "greeting", ["Beste ledenadministratie,", "Liebe Mitgliederverwaltung,", "Kära medlemsadministration,"]
)
def test_who_writes_to_the_office_of_members_greets_no_members(greeting):
    assert not greetings.greets_many(facts(text=f"{greeting}\nI would like to stay after all.\nWim"))


def test_a_greeting_that_runs_into_a_sentence_greets_nobody():
    assert not greetings.greets_many(
        facts(text="bonjour monsieur je cherche un patron pour mon cap, le cfa ma deja pris")
    )
    assert greetings.greets_many(
        facts(text="Dear patrons and friends of the old theatre by the river,\nthe season begins.")
    )


@pytest.mark.parametrize(
    ("text", "greets"), [("Clients: Itziar\nWork: a stair", False), ("Dear clients:\n\nWe move.", True)]
)
def test_a_label_before_a_value_greets_nobody(text, greets):
    assert greetings.greets_many(facts(text=text)) is greets
