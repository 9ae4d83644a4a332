"""core/rules/requests.py, rules/55-quiet-letters.toml: letters in which nobody wants anything, of many senders and languages."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_letters
from tests.samples import RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import requests, rules
from watcher.core.rules.voice import read_voice


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("quiet_letters"))
def test_a_houses_letter_that_wants_nothing_is_for_a_glance(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("wanting_customers"))
def test_a_customer_who_wants_something_is_answered(sender, subject, text):
    assert classify_text(subject, text, sender).attention == "answer"


@pytest.mark.parametrize(
    ("subject", "text", "is_quiet"),
    [
        ("Opening hours", "The shop closes at six.", True),
        ("Opening hours", "The shop closes at six. Not home? See the map.", True),  # asked for form's sake
        ("Opening hours", "When do you close?", False),
        ("Opening hours", "We need the door by Friday.", False),
        ("Tür", "Der Laden schließt um sechs.", True),
        ("Tür", "Die Tür klemmt.", False),
        ("Please call", "01632 960000", False),
        ("Fax from 01632 960000", "You have a fax of two pages.", False),
        ("", "", False),
        ("News", "The shop closes at six. " * 200, False),
    ],
)
def test_who_asks_wants_or_complains_is_not_quiet(subject, text, is_quiet):
    message = facts(text=text, subject=subject, base_subject=subject)
    assert requests.is_quiet(message, read_voice(message)) is is_quiet


def test_who_wants_more_than_two_things_wants_several():
    """The last word that was looked for stood twice, and the size had been counted before: three are several, too."""
    text = "We want the tops, 30 cm, and we want the oak."
    assert requests.wants_several_things(facts(text=text, subject="Tops", base_subject="Tops"))


@pytest.mark.parametrize(
    ("name", "email", "is_house"),
    [
        ("Garden World", "info@garden.example", True),
        ("Carol Customer", "info@customer.example", True),
        ("Garden World", "komorebi@garden.example", True),
        ("", "backup@garden.example", True),
        ("Carol Customer", "carol@customer.example", False),
        ("Carol Customer", "c.customer@customer.example", False),
        ("Carol Customer", "cc@customer.example", False),
        ("Christoph Hell", "hch@customer.example", False),
        ("Łukasz Żak", "lukasz@customer.example", False),
        ("佐藤", "sato@customer.example", False),
        ("Garden World", "gardenworld@gmail.com", False),
        ("", "c4711@customer.example", False),
        ("", "erin@customer.example", False),
    ],
)
def test_a_houses_address_is_nobodys_name(name, email, is_house):
    assert requests.is_sent_by_house(facts(from_=(Address(email, name),))) is is_house


def test_nobody_without_an_address_is_a_house():
    assert not requests.is_sent_by_house(facts(from_=()))


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("We fit out a practice and need a desk of 3.6 m. Who should I talk to about the cost?", True),
        ("oi vi no panfleto, quero fazer o bolo da minha filha. me liga hj?", True),
        ("kibérelhető a műhelyetek egy fél napra? Mennyiért? Szeretnénk márciusban.", True),
        ("The course is full. See you on Friday.", False),
        ("We need a desk of 3.6 m." + " It is to be curved." * 30 + " What does it cost?", False),
    ],
)
def test_a_short_request_asks_and_wants_something(text, is_short):
    message = facts(text=text, subject="", base_subject="")
    assert requests.is_short_request(message, read_voice(message)) is is_short


@pytest.mark.parametrize(
    ("text", "is_only"),
    [
        ("Hello, a page that loads so slowly on a phone drives half of its visitors away. Shall I mend it?", True),
        (
            "Hello, a page that loads so slowly on a phone drives half of its visitors away. We need it mended. Can you?",
            False,
        ),
        ("Hello, our door is broken since the storm of last week. Could you come and look at it on Tuesday?", False),
        ("Hello, the alcove behind the stairs, between two posts, is 94 cm wide. Could you build a shelf?", False),
        ("Hello, do you repair old boilers?\n\nCarol Customer", False),
        ("A page that loads so slowly on a phone drives half of its visitors away.", False),
        ("", False),
    ],
)
def test_who_tells_something_and_wants_only_an_answer(text, is_only):
    assert requests.wants_only_an_answer(facts(text=text)) is is_only


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Purchase order 4500018832", True),
        ("PO-118832", True),
        ("Bestellung Nr. 4711", True),
        ("Auftrag 2026-118: Dachrinne", True),
        ("Pedido n.º 2026-0412", True),
        ("Заказ № 40112", True),
        ("発注書 20260311", True),
        ("Order 4711 received", False),
        ("Your order 4711", False),
        ("Auftragsbestätigung 4711", False),
        ("Tilaus 88120 vastaanotettu", False),
        ("Order of the day", False),
        ("Orders 2026", False),
    ],
)
def test_an_order_by_number_is_a_firms_own_until_it_says_what_became_of_it(subject, expected):
    assert requests.names_order(facts(subject=subject, base_subject=subject)) is expected


def test_a_subject_of_blanks_is_read_as_far_as_it_may_name_an_order():
    assert requests.names_order(facts(subject="PO", base_subject=f"PO{' ' * 200}4711"))
    assert not requests.names_order(facts(subject="PO", base_subject=f"PO{' ' * 100_000}4711"))


@pytest.mark.parametrize(
    ("address", "text", "is_quiet"),
    [
        ("gate@club.pt", "ENTRADAS: 84\nSAIDAS: 83\nPICO: 18:30", True),
        ("gate@club.example", "ENTRADAS: 84\nSAIDAS: 83\nPICO: 18:30", False),  # "sai" is a word of Vietnamese
        ("gate@club.pt", "ORÇAMENTO: 84\nPICO: 18:30", False),
        ("gate@club.pt", "ORDER: 84\nQUOTE: 12", False),
    ],
)
def test_a_table_without_common_words_is_in_a_language_of_its_country(address, text, is_quiet):
    message = facts(text=text, base_subject="", from_=(Address(address),))
    assert requests.is_quiet(message, read_voice(message)) is is_quiet


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We need a reception desk.", True),
        ("Was kostet die Tür?", True),
        ("Сколько стоит лестница?", True),
        ("The wool is dyed.", False),
    ],
)
def test_who_needs_something_says_so_in_few_words(text, names):
    assert requests.names_need(facts(text=text)) is names


@pytest.mark.parametrize(
    ("subject", "text", "asks"),
    [
        ("Offertförfrågan fönster", "Vi vänder oss till fyra företag.", True),
        ("询价：手提袋3000个", "250克白卡", True),
        ("Roof", "Please treat this as a request for quotation to three firms.", True),
        ("Libros", "Solicitamos un presupuesto para 23 libros.", True),
        ("Our new prices", "The list holds from March.", False),
        ("Nuestra oferta de otoño", "Esta semana, todo al 20 %.", False),
    ],
)
def test_who_asks_for_an_offer_says_so(subject, text, asks):
    assert requests.asks_for_offer(facts(subject=subject, base_subject=subject, text=text)) is asks


def test_who_asks_several_houses_in_a_blind_copy_is_answered():
    text = "Hei,\n\nkatto on konesaumattua peltiä, 620 m2. Kuntoraportti liitteenä.\n\nTimo Rask"
    subject = "Tarjouspyyntö: vesikaton kunnostus"
    asked = facts(to=(), subject=subject, base_subject=subject, text=text)
    verdict = rules.classify_message(asked, RULES, us())
    assert (verdict.attention, verdict.ack) == ("answer", False)
