"""Who speaks in a letter, in the language it is written in, and what its sender's address and name say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import corpus
from tests.samples import facts
from watcher.core.message.model import Address, Facts
from watcher.core.rules import voice


def letter(text: str = "", address: str = "ann@customer.example", name: str = "") -> Facts:
    return replace(Facts("sales", "INBOX", corpus.AT, 1, "f"), from_=(Address(address, name),), text=text)


@pytest.mark.parametrize(
    ("text", "itself", "yours"),
    [
        ("Your order has left us today, and will be with you on Friday.", False, True),
        ("I have not seen your offer.", True, True),
        ("Die Rechnung ist für den Monat März, und wird von Ihrem Konto abgebucht.", False, True),
        ("Ich habe die Rechnung nicht.", True, False),
        ("Zamówienie zostało wysłane i jest w drodze do Państwa.", False, True),  # "i" is no English word here
        ("Η παραγγελία σας με αριθμό 2201 είναι στο κατάστημα.", False, True),  # "με": with, or me
        ("Siparişiniz 12 Mart tarihinde kargoya verildi ve yolda.", False, True),
        ("ご注文の商品を発送しました。", False, True),
        ("私の注文はまだですか。お客様番号は12です。", True, True),
        ("mi order 20431", True, False),  # of no language: any "I" is heard
    ],
)
def test_the_voice_of_a_letter(text, itself, yours):
    found = voice.read_voice(letter(text))
    assert (found.speaks_of_itself, found.speaks_of_yours) == (itself, yours)


def test_a_question_for_forms_sake_asks_nothing():
    assert not voice.read_voice(letter("Not at home? Choose a neighbour.")).asks
    assert voice.read_voice(letter("Not at home? When do you come then?")).asks


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("orders@shop.example", True),
        ("rechnungen-2026@shop.example", True),
        ("no-reply.tracking@shop.example", True),
        ("ann.alert@shop.example", True),
        ("scanlon@customer.example", False),
        ("p.mahnke@customer.example", False),
        ("accounts@customer.example", False),  # a department of people
        ("ann@customer.example", False),
        ("einkauf@customer.example", False),
    ],
)
def test_a_local_part_that_says_what_it_sends(address, expected):
    assert voice.names_function(letter(address=address)) is expected


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Timber & Oak", "hello@timberoak.example", True),
        ("Maya from Planwise", "maya@planwise.example", True),
        ("Træcenter", "butik@traecenter.example", True),
        ("Café Lumière", "bonjour@cafelumiere.example", True),
        ("Fern & Fig", "fern@fernandfig.example", True),
        ("Ann Timber", "ann@timber.example", False),
        ("Klaus Reimann", "info@klaus-weber.example", True),  # a mark, no proof
        ("", "hello@timberoak.example", False),
        ("Ann Cole", "ann@customer.example", False),
    ],
)
def test_a_name_that_is_the_domains(name, address, expected):
    assert voice.is_named_as_domain(letter(name=name, address=address)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://www.shop.example/orders/1 for more", True),
        ("See https://www.shop.example/ for more", False),
        ("See https://pictures.example/a/1", False),
        ("Two chairs, please.\n\nAnn Cole\nhttps://shop.example/legal-notice", False),  # below the name: a signature
    ],
)
def test_a_link_to_a_page_of_the_senders_own_site(text, expected):
    assert voice.links_to_own_page(letter(text, "ann@mail.shop.example", "Ann Cole")) is expected


def test_a_team_signs_in_the_last_lines_only():
    assert voice.is_signed_by_team(letter("It left us today.\n\nYour team"))
    assert not voice.is_signed_by_team(letter("Your team was kind.\n\nIt left us.\nThanks\nKind regards\nAnn"))


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Planwise Billing", "x@planwise.example", True),
        ("", "customercare@planwise.example", True),
        ("Ann Cole", "ann.cole@support-gmbh.example", False),
        ("Ann Teamer", "ann@customer.example", False),
    ],
)
def test_a_name_or_an_address_of_a_service(name, address, expected):
    assert voice.has_function_for_name(letter(name=name, address=address)) is expected


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Maya from Planwise", "maya@planwise.example", True),
        ("Bea from Copper & Clay", "bea@copperandclay.example", False),  # "&" is no "and": nobody can tell
        ("Marcus at Small Firm Sundays", "marcus@smallfirmsundays.example", True),
        ("Jonas von Müllers Hof", "jonas@muellershof.example", True),
        ("Claire, de La Petite Cave", "claire@lapetitecave.example", True),
        ("Anna von Hohenfels", "anna@web.example", False),
        ("Rita from Leeds", "rita@customer.example", False),
        ("Mairie de Saint-Aubin", "mairie@mairie-saint-aubin.example", False),
        ("Maya", "maya@planwise.example", False),
    ],
)
def test_somebody_of_a_house_whose_domain_it_is(name, address, expected):
    assert voice.is_persona(letter(address=address, name=name)) is expected


def test_nobody_is_no_persona():
    assert not voice.is_persona(replace(letter(), from_=()))


@pytest.mark.parametrize(
    ("name", "is_function"),
    [("采购协同平台", True), ("Служба поддержки", True), ("SMS-postkasse", True), ("Sistem Acces", True),
     ("山田 花子", False), ("Sabine Desker", False)],
)  # fmt: skip
def test_a_name_of_what_serves_or_sends_is_no_persons(name, is_function):
    assert voice.has_function_for_name(facts(from_=(Address("x17@house.example", name),))) is is_function
