"""core/rules/form_fields.py: the fields of a form's notice, in whatever language and shape."""

from __future__ import annotations

import pytest

from watcher.core.rules.form_fields import FormField, find_author_name, read_form_fields

LABELLED = "Name: Wendy Thorpe\nE-Mail: wendy@sky.example\nMessage: Eight window boxes, please"
ABOVE = "Name:\nLorna Kay\n\nEmail:\nlorna@bt.example\n\nBody:\nIs the rack available in black?"
STACKED = "Nombre\n\nÓscar Vidal\n\nCorreo electrónico\n\noscar@correo.example\n\nComentario\n\nNecesito 6 puertas.\n\nEnviado desde House"
EQUAL_SIGNS = "Nom = Jordi Puig\nCorreu = jordi@puig.example\nMissatge = Feu porticons?"
FULL_WIDTH = "お名前：山田太郎\nメール：taro@yamada.example\n内容：見積をお願いします"
ARABIC = "الاسم: ليلى حداد\nالبريد: layla@haddad.example\nالرسالة: كم السعر؟"
HEBREW = "שם: דנה לוי\nדואל: dana@levi.example\nהודעה: כמה עולה שולחן?"
TABLE = "Navn | Tor Eidsvåg\nE-post | tor@online.example\nBeskjed | Trenger tilbud"
TABS = "Imię\tHalina Nowicka\nAdres\thalina@onet.example\nTreść\tSzafa do wnęki"
BOLD = "*Nom:* Colette Byrne\n*Courriel:* colette@eircom.example\n*Message:* Vendez-vous les pieds?"
MAILTO = "Name: Ann Lee\nEmail: ann@lee.example <mailto:ann@lee.example>\nText: hello"


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        (LABELLED, "wendy@sky.example", "Wendy Thorpe"),
        (ABOVE, "lorna@bt.example", "Lorna Kay"),
        (STACKED, "oscar@correo.example", "Óscar Vidal"),
        (EQUAL_SIGNS, "jordi@puig.example", "Jordi Puig"),
        (FULL_WIDTH, "taro@yamada.example", "山田太郎"),
        (ARABIC, "layla@haddad.example", "ليلى حداد"),
        (HEBREW, "dana@levi.example", "דנה לוי"),
        (TABLE, "tor@online.example", "Tor Eidsvåg"),
        (TABS, "halina@onet.example", "Halina Nowicka"),
        (BOLD, "colette@eircom.example", "Colette Byrne"),
        (MAILTO, "ann@lee.example", "Ann Lee"),
        ("Vorname: Carol\nNachname: Fields\nE-Mail: carol@fields.example", "carol@fields.example", "Carol Fields"),
        ("Phone: 07700 900221\nMail: x@y.example\nName: Mrs Akhtar", "x@y.example", "Mrs Akhtar"),
        ("Company: ACME 3000 Ltd.\nMail: x@y.example\nQuestion: how much is it?", "x@y.example", ""),
    ],
)  # fmt: skip
def test_the_author_is_found_in_any_language_and_shape(text, address, name):
    fields = read_form_fields(text)
    (place,) = (n for n, field in enumerate(fields) if field.address)
    assert (fields[place].address, find_author_name(fields, place)) == (address, name)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, do you have a room for 60 people on 12 June?\n\nMia",
        "See https://shop.example/x for what I mean.",
        "",
        "Dear all,\n\nplease find the plan attached.\n\ncarol@fields.example",
    ],
)
def test_a_person_s_words_have_no_fields(text):
    assert len(read_form_fields(text)) < 2


def test_an_address_among_other_words_is_no_field_of_its_own():
    assert FormField("Contact", "write to a@b.example or call").address == ""


def test_only_the_top_of_a_long_text_is_read():
    assert read_form_fields("\n" * 5 + "word\n" * 1000 + LABELLED) == []
