"""core/rules/offers.py: the signs of who offers something, in letters of no phrase that is listed; and buyers who have one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.rules.texts import classify_text, read_letters
from tests.samples import facts
from watcher.core.message.model import Address
from watcher.core.rules import offers


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("offers"))
def test_a_letter_that_offers_is_for_a_glance_whatever_its_words(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("buyers_like_sellers"))
def test_a_buyer_who_has_a_sellers_sign_is_answered(sender, subject, text):
    assert classify_text(subject, text, sender).attention == "answer"


@pytest.mark.parametrize(
    ("text", "leave", "minutes"),
    [
        ("Shall I send it over?", True, False),
        ("I can send you the plan. What does it cost?", False, False),
        ("Are you the owner? If so, we'll send a study.", True, False),
        ("Is it oak? If so, what does it cost?", False, False),
        ("Har du 15 minutter på tirsdag kl. 9.15?", False, True),
        ("We are 15 minutes late.", False, False),
        ("Pick a time: https://calendly.com/jo/20min", False, True),
        ("Η εταιρεία σας. Να σας στείλω δείγμα;", True, False),
        ("", False, False),
        ("?" * 500 + "." * 5000 + "?", False, False),
    ],
)
def test_leave_and_minutes_are_asked_for_in_a_question(text, leave, minutes):
    message = facts(text=text)
    assert (offers.asks_for_leave(message), offers.asks_for_minutes(message)) == (leave, minutes)


def test_a_seller_signs_or_has_a_domain_that_says_so():
    assert offers.is_signed_by_seller(facts(text="Hello,\nnews.\n\nJo\nGrowth Strategist"))
    assert not offers.is_signed_by_seller(
        facts(text="Our growth strategist likes chairs, as you may remember from all the letters.\nJo")
    )
    sender = Address("jo@bright-leads.example")
    assert offers.has_selling_domain(replace(facts(), from_=(sender,)))
    assert not offers.has_selling_domain(replace(facts(), from_=(Address("jo@oak.example"),)))


@pytest.mark.parametrize(
    ("text", "showplace", "price"),
    [
        ("You are on page 3 of Google.", True, False),
        ("Наш мастер видел ваш сайт: 500 руб.", True, True),
        ("Forty chairs for 12 May, see https://www.google.com/maps", False, False),
        ("18 % fewer, or €40", False, True),
    ],
)
def test_where_a_house_is_seen_and_what_it_costs(text, showplace, price):
    message = facts(text=text)
    assert (offers.names_showplace(message), offers.names_price(message)) == (showplace, price)


def test_a_price_below_the_writers_name_is_none_of_the_letter():
    carol = (Address("carol@customer.example", "Carol Reed"),)
    below = facts(from_=carol, text="Do you build desks?\n\nCarol Reed\nRefer a friend and earn £500")
    assert not offers.names_price(below)
    assert offers.names_price(facts(from_=carol, text="A desk for £500?\n\nCarol Reed"))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "If so, I'll send it",
            "IF YES we send it",
            "Wenn ja, schicke ich es",
            "Falls ja schicken wir es",
            "Si oui, je l'envoie",
        ),
        *(
            "Si c'est le cas, nous l'envoyons",
            "Si es así, le envío",
            "Si sí te mando",
            "Se sì, le mando",
            "Se sim, envio",
            "Se è così, vi mando",
        ),
        *(
            "Zo ja, stuur ik het",
            "Als ja, sturen wij het",
            "Om ja, skickar vi",
            "I så fall skickar jag",
            "Hvis ja, sender vi",
            "I så fald sender jeg",
        ),
        *("Если да, я пришлю", "Якщо так, ми надішлемо"),
    ],
)
def test_leave_that_is_not_even_asked_for_is_taken(words):
    assert offers.asks_for_leave(facts(text=f"Hello,\nare you the owner? {words}.\nJo"))
    assert not offers.asks_for_leave(facts(text=f"Hello,\nare you the owner? x{words}.\nJo"))


@pytest.mark.parametrize(
    ("changed", "is_named"),
    [
        ({"subject": "Ihre Website Example.com: drei Fehler"}, True),
        ({"subject": "Re: example.com", "has_prefix": True}, False),
        ({"subject": "Invitation: kitchen (sales@example.com)"}, False),
        ({"subject": "example.com", "from_": (Address("anna@example.com"),)}, False),
        ({"subject": "gmail.com", "to": (Address("house@gmail.com"),)}, False),
        ({"subject": "other.example"}, False),
        ({"subject": ""}, False),
    ],
)
def test_a_stranger_names_the_readers_site_in_the_subject(changed, is_named):
    assert offers.names_readers_site(facts(**changed)) is is_named
