"""core/rules/holding.py: a reply that only says that an answer will come, and one that answers all the same."""

from __future__ import annotations

import pytest

from tests.samples import RULES, facts
from watcher.core.rules import holding
from watcher.core.rules.holding import Promise

PHRASES = holding.compile_phrases([{"says": ["we will*get back to you"], "unless": ["attached"]}])


@pytest.mark.parametrize(
    "text", ["We will get back to you.", "we will of course get back to YOU soon", "Hi,\nwe will\nget back to you\n"]
)
def test_a_promise_is_a_holding_reply(text):
    assert PHRASES.find_promise(facts(text=text)) is Promise.ONLY


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("We will get back to you. Until then: it costs € 40.", {}),
        ("We will get back to you, see https://shop.example", {}),
        ("We will get back to you; the plan is attached", {}),
        ("We will get back to you.", {"attachments": ("plan.pdf",)}),
        ("We will get back to you." + " More words." * 40, {}),
        ("We will see. They get back to you.", {}),  # not in one sentence
        ("somewhere we will get back to your", {}),  # not whole words
        ("", {}),
    ],
)
def test_in_doubt_a_reply_is_an_answer(text, changed):
    assert PHRASES.find_promise(facts(text=text, **changed)) is Promise.NONE


def test_without_phrases_nothing_is_held():
    assert holding.HoldingPhrases().find_promise(facts(text="We will get back to you.")) is Promise.NONE
    assert RULES.holding_phrases.find_promise(facts(text="Thank you, we will get back to you.")) is Promise.ONLY


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("x", "phrases of holding replies are written as [[holding]]"),
        ({"says": ["a"], "say": []}, 'holding: unknown key "say"'),
        ({"says": "a"}, "holding: says takes a list of phrases"),
        ({"says": ["*"]}, "holding: says takes a list of phrases"),
        ({"says": ["a"], "language": 1}, "holding: language takes a text"),
        ({}, "holding: says is missing"),
    ],
)
def test_a_table_that_is_wrong_is_told(table, message):
    problems: list[str] = []
    assert not holding.validate_table(table, ("holding", 0), lambda path, text: problems.append(text))
    assert problems[0].startswith(message)


ONLY = """
Thank you for your inquiry. We have received it and will get back to you shortly.
Dear Ms Miller, I have passed this on to my colleague, who is on holiday. He will be in touch soon. Kind regards, Anna
Hi Carol, we will let you know. Anna
Vielen Dank für Ihre Anfrage und Ihr Interesse. Unsere Fachabteilung prüft das. Wir melden uns so schnell wie möglich.
Bonjour Madame, merci pour votre message. Je me renseigne et je reviens vers vous. Cordialement, Anna
Gracias por su consulta. Lo consultaré con mi compañero y le responderé lo antes posible.
Grazie per la richiesta. Stiamo verificando con il reparto e le faremo sapere.
Obrigada pela mensagem. Vou verificar com o meu colega e retornarei.
Bedankt voor uw bericht. Ik zoek het uit en kom bij u terug.
Dziękujemy za wiadomość. Sprawdzimy i odezwiemy się.
Tack för ditt mejl. Jag undersöker och återkommer.
Tak for din mail. Vi undersøger det og vender tilbage.
Спасибо за письмо. Уточним и свяжемся с вами.
お世話になっております。確認いたします。改めてご連絡いたします。
"""
POSSIBLE = """
The green ones are rarely made. I'll get back to you.
Die grünen werden selten gebaut. Ich melde mich.
We have received your inquiry.
"""
ANSWERS = """
The doors are in stock. We will let you know when they leave.
Yes, that is possible. We will let you know the date.
Yes, we deliver to Leeds and I'll get back to you about the date.
We can come on 4 December. I'll get back to you about the time.
Ja, das geht. Wir melden uns wegen des Termins.
Die Türen sind vorrätig, wir liefern nächste Woche. Wir sagen Ihnen noch Bescheid.
Nein, leider nicht. Ich melde mich, sobald es sich ändert.
Oui, c'est possible. Je reviens vers vous pour la date.
Thank you for your payment, all settled.
You are welcome!
Monday at ten.
"""


def lines(text):
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        *((text, Promise.ONLY) for text in lines(ONLY)),
        *((text, Promise.POSSIBLE) for text in lines(POSSIBLE)),
        *((text, Promise.NONE) for text in lines(ANSWERS)),
    ],
)
def test_the_shipped_phrases_tell_promises_from_answers(text, promise):
    assert RULES.holding_phrases.find_promise(facts(text=text)) is promise


@pytest.mark.parametrize("words", ["we get back to you", "will get back to you soon, we think", "we'll get back", ""])
def test_a_text_without_a_phrase_s_longest_piece_is_not_searched(words):
    """What ships is hundreds of phrases, and took 5 ms of nearly every reply."""
    phrases = holding.compile_phrases([{"says": ["we will*get back to you"]}]).says
    holding._compile_phrase.cache_clear()
    assert phrases.search(words) is None
    assert holding._compile_phrase.cache_info().currsize == ("get back to you" in words)
