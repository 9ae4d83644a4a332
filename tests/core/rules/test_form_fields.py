"""core/rules/form_fields.py: labels, values, addresses and names of forms, in any language and layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import html_text
from watcher.core.rules import form_fields

LAYOUTS = {
    "colon": "Name: Carol Jones\nEmail: carol@customer.example\nMessage: Do you deliver?",
    "German, blank lines": "Ihr Name: Carol Jones\n\nIhre E-Mail-Adresse: carol@customer.example\n\nIhre Nachricht: Liefern Sie?",
    "spaces before the colon, French": "Nom : Carol Jones\nCourriel : carol@customer.example\nMessage : Livrez-vous ?",
    "full-width colon, Japanese": "お名前：Carol Jones\nメールアドレス：carol@customer.example\nお問い合わせ内容：配達できますか。",
    "brackets, Japanese": "【お名前】Carol Jones\n【メールアドレス】carol@customer.example\n【内容】配達できますか。",
    "square bullets, Japanese": "■お名前\nCarol Jones\n■メールアドレス\ncarol@customer.example\n■内容\n配達できますか。",
    "Chinese": "姓名：Carol Jones\n邮箱：carol@customer.example\n留言：请报价",
    "Korean": "이름: Carol Jones\n이메일: carol@customer.example\n문의 내용: 견적 부탁드립니다",
    "Arabic": "الاسم: Carol Jones\nالبريد الإلكتروني: carol@customer.example\nالرسالة: هل توصلون؟",
    "Hebrew": "שם: Carol Jones\nדואר אלקטרוני: carol@customer.example\nהודעה: האם אתם מספקים?",
    "Thai": "ชื่อ: Carol Jones\nอีเมล: carol@customer.example\nข้อความ: ส่งของไหม",
    "Hindi": "नाम: Carol Jones\nईमेल: carol@customer.example\nसंदेश: क्या आप भेजते हैं?",
    "Russian": "Имя: Carol Jones\nЭл. почта: carol@customer.example\nСообщение: Доставляете?",
    "bold stars": "*Name:* Carol Jones\n*Email:* carol@customer.example\n*Message:* Do you deliver?",
    "Markdown": "**Name**: Carol Jones\n**Email**: carol@customer.example\n**Message**: Do you deliver?",
    "equals": "Name = Carol Jones\nEmail = carol@customer.example\nMessage = Do you deliver?",
    "equals, tight": "name=Carol Jones\nemail=carol@customer.example\nmessage=Do you deliver?",
    "arrow": "Name => Carol Jones\nEmail => carol@customer.example\nMessage => Do you deliver?",
    "dash": "Name - Carol Jones\nEmail - carol@customer.example\nMessage - Do you deliver?",
    "tab": "Name\tCarol Jones\nEmail\tcarol@customer.example\nMessage\tDo you deliver?",
    "columns": "Name          Carol Jones\nEmail         carol@customer.example\nMessage       Do you deliver?",
    "dots": "Name ........ Carol Jones\nEmail ....... carol@customer.example\nMessage ..... Do you deliver?",
    "table in text": "| Name | Carol Jones |\n| Email | carol@customer.example |\n| Message | Do you deliver? |",
    "JSON": '{\n  "name": "Carol Jones",\n  "email": "carol@customer.example",\n  "message": "Do you deliver?"\n}',
    "XML": '<?xml version="1.0"?>\n<lead>\n<name part="full">Carol Jones</name>\n<email>carol@customer.example</email>\n'
    '<text>Do you deliver?</text>\n</lead>',
    "ADF, in one line": '<adf><customer><contact><name>Carol Jones</name><email>carol@customer.example</email></contact>'
    '<comments>Do you deliver &amp; mount?</comments></customer></adf>',
    "labels above": "Name\nCarol Jones\n\nEmail\ncarol@customer.example\n\nMessage\nDo you deliver?",
    "labels above, with a colon": "Name:\nCarol Jones\n\nEmail:\ncarol@customer.example\n\nMessage:\nDo you deliver?",
    "labels above, indented values": "Name\n  Carol Jones\nEmail\n  carol@customer.example\nMessage\n  Do you deliver?",
    "numbered": "1. Name: Carol Jones\n2. Email: carol@customer.example\n3. Message: Do you deliver?",
    "bullets": "• Name: Carol Jones\n• Email: carol@customer.example\n• Message: Do you deliver?",
    "a link beside the address": "Name: Carol Jones\nEmail: carol@customer.example <mailto:carol@customer.example>\nText: Do you deliver?",
    "a telephone number behind it": "Name: Carol Jones\nContact: carol@customer.example, 0171 2345678\nText: Do you deliver?",
    "name and address in one": "From: Carol Jones <carol@customer.example>\nSubject: A roof\nMessage Body: Do you deliver?",
    "name behind the address": "Email: carol@customer.example\nName: Carol Jones\nMessage: Do you deliver?",
    "first and last name": "First name: Carol\nLast name: Jones\nEmail: carol@customer.example\nMessage: Do you deliver?",
    "Vorname, Nachname": "Firma: Dach GmbH\nVorname: Carol\nNachname: Jones\nE-Mail: carol@customer.example\nNachricht: Hallo",
    "other fields between": "Name: Carol Jones\nPhone: 0171 2345678\nCity: Wien\nEmail: carol@customer.example\nMessage: Hello",
}  # fmt: skip
CAROL, ADDRESS = "Carol Jones", "carol@customer.example"
TABLES = {
    "cells side by side": f"<table><tr><td>Name</td><td>{CAROL}</td></tr><tr><td>Mail</td><td>"
    f"<a href='mailto:{ADDRESS}'>{ADDRESS}</a></td></tr>"
    "<tr><td>Message</td><td>Do you deliver?</td></tr></table>",
    "labels with a colon": f"<table><tr><th>Name:</th><td>{CAROL}</td></tr><tr><th>E-mail:</th><td>{ADDRESS}</td></tr></table>",
    "cells below": f"<table><tr><td><b>Imię</b></td></tr><tr><td>{CAROL}</td></tr><tr><td>Adres</td></tr>"
    f"<tr><td>{ADDRESS}</td></tr></table>",
    "a list": f"<ul><li>Nome: {CAROL}</li><li>Indirizzo: {ADDRESS}</li><li>Testo: Consegnate?</li></ul>",
    "bold and a line break": f"<p><b>Nimi</b><br>{CAROL}</p><p><b>Osoite</b><br>{ADDRESS}</p><p><b>Viesti</b><br>Hei</p>",
    "definitions": f"<dl><dt>Meno</dt><dd>{CAROL}</dd><dt>Adresa</dt><dd>{ADDRESS}</dd></dl>",
    "questions": f"<div>Who are you? *</div><div>{CAROL}</div><div>Where can we write to you? *</div><div>{ADDRESS}</div>",
}
ALL = LAYOUTS | {name: html_text.html_to_text(html).text for name, html in TABLES.items()}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_the_visitors_address_and_name_are_read(text: str):
    form = form_fields.read_fields(text)
    field = next(field for field in form.fields if field.address)
    address = field.address
    assert address is not None
    assert address.email == "carol@customer.example"
    assert len(form.labels) > 1
    assert form_fields.guess_name(form, field, address) == "Carol Jones"
    assert form.is_form_shaped(field, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nom: Durand\nPrénom: Élodie\nMail: elodie.durand@customer.example", "Durand Élodie"),
        ("氏名：田中太郎\nメール：tanaka@kaisha.example", "田中太郎"),
        ("Subject: A new roof\nEmail: m.k@customer.example\nName: Max Klein", "Max Klein"),
        ("Company: Roofs & Co\nEmail: k12@customer.example\nMessage: Hello there!", ""),
        ("Name: Wendy Thorpe\nE-Mail: wendy@sky.example\nMessage: Eight window boxes, please", "Wendy Thorpe"),
        ("Name:\nLorna Kay\n\nEmail:\nlorna@bt.example\n\nBody:\nIs the rack available?", "Lorna Kay"),
        ("Nombre\n\nÓscar Vidal\n\nCorreo\n\noscar@correo.example\n\nComentario\n\nNecesito\n\nEnviado por House", "Óscar Vidal"),
        ("お名前：山田太郎\nメール：taro@yamada.example\n内容：見積をお願いします", "山田太郎"),
        ("الاسم: ليلى حداد\nالبريد: layla@haddad.example\nالرسالة: كم السعر؟", "ليلى حداد"),
        ("שם: דנה לוי\nדואל: dana@levi.example\nהודעה: כמה עולה שולחן?", "דנה לוי"),
        ("Navn | Tor Eidsvåg\nE-post | tor@online.example\nBeskjed | Trenger tilbud", "Tor Eidsvåg"),
        ("Imię\tHalina Nowicka\nAdres\thalina@onet.example\nTreść\tSzafa do wnęki", "Halina Nowicka"),
        ("*Nom:* Colette Byrne\n*Courriel:* colette@eircom.example\n*Message:* Vendez-vous les pieds?", "Colette Byrne"),
        ("Phone: 07700 900221\nMail: x@y.example\nName: Mrs Akhtar", "Mrs Akhtar"),
        ("Company: ACME 3000 Ltd.\nMail: x@y.example\nQuestion: how much is it?", ""),
        ("Phone: 0171 2345678\nEmail: k12@customer.example\nMessage: we need 12 doors", ""),
        ("Name: Jürgen Groß\nTelefon: 0171\nE-Mail: gross@customer.example", "Jürgen Groß"),
        ("Contact name: carol\nEmail: c1@customer.example", "carol"),
    ],
)  # fmt: skip
def test_the_name_is_known_by_its_place_and_by_the_address(text: str, name: str):
    form = form_fields.read_fields(text)
    field = next(field for field in form.fields if field.address)
    assert form_fields.guess_name(form, field, field.address or pytest.fail()) == name


@pytest.mark.parametrize(
    "text",
    [
        "Write to carol@customer.example today",
        "https://shop.example/u?email=carol@customer.example",
        "or email orders@shop.example",
        "re-format message and try again <mice@customer.example>",
        "Carol",
        "@",
        "",
    ],
)
def test_an_address_among_other_words_is_no_field_of_its_own(text: str):
    assert form_fields.parse_address_alone(text) is None


@pytest.mark.parametrize(
    ("value", "is_number"),
    [("07700 900221", True), ("+43 (1) 234-5678", True), ("0043/1/2345678", True), ("2026-11-20 10:12", False), ("03.12.2026", False),
     ("12", False), ("after 5pm", False), ("0", False)],
)  # fmt: skip
def test_telephone_numbers_are_told_from_dates(value: str, is_number: bool):
    assert form_fields.FormField("a", value, 0, 0).is_telephone_number is is_number


def test_a_footer_is_no_form():
    prose = "Our spring offers are here, and there is much to see in the garden this year. " * 8
    form = form_fields.read_fields(f"{prose}\n{prose}\nPhone: 01 234567\nE-mail: carol@customer.example")
    assert not form.is_form_shaped(form.fields[-1], 1500)


@given(st.text(max_size=400) | st.text(alphabet=" :=-|\t\n@.ab【】<>*", max_size=400))
def test_whatever_the_text_it_is_read(text: str):
    form = form_fields.read_fields(text)
    for field in form.fields:
        if address := field.address:
            form_fields.guess_name(form, field, address)
            form.is_form_shaped(field, 100)
    form_fields.find_addresses(text)


def test_data_for_programs_has_fields_too():
    as_object = form_fields.read_fields('{"name": "Owen Tranter", "email": "owen@mail.example", "consent": true}')
    as_table = form_fields.read_fields(
        'name,email,comments\n"Gwen Ashby","gwen@mail.example","Four, two with broken seats"'
    )
    assert [field[:2] for field in as_object.fields] == [("name", "Owen Tranter"), ("email", "owen@mail.example")]
    assert [field[:2] for field in as_table.fields][2] == ("comments", "Four, two with broken seats")


@pytest.mark.parametrize(
    "text",
    [
        "{not json}",
        "{" * 5000 + "}",
        "<a>" * 5000,
        "<carol> wrote <this>",
        "<a><b></a></b>",
        "a,b,c",
        "one,two,three\nfour",
        "Dear all,,,\nx,y,z,w",
    ],
)
def test_what_only_begins_like_data_has_no_fields(text: str):
    assert not form_fields.read_fields(text).fields


def test_a_word_before_an_address_is_its_label():
    assert form_fields.read_fields("email carol@customer.example").fields[0][:2] == ("email", "carol@customer.example")


@pytest.mark.parametrize("names", ['name,email,"text', '"name,email,text'])
def test_a_quotation_mark_that_is_never_closed_makes_no_fields_and_raises_nothing(names):
    assert form_fields.read_fields(f"{names}\nCarol,carol@customer.example,Do you deliver?").labels is not None


@pytest.mark.parametrize(
    ("label", "is_number"),
    [
        ("tel", True),
        ("Telefono cellulare", True),
        ("Номер телефона", True),
        ("رقم الهاتف", True),
        ("رقم الطلب", False),
        ("Pedido", False),
    ],
)
def test_digits_under_a_label_that_says_so_are_a_telephone_number(label, is_number):
    (field,) = form_fields.read_fields(f"{label}: 347 5550193").fields
    assert field.is_telephone_number is is_number


def test_labels_without_a_sign_are_known_beside_one_before_an_address():
    form = form_fields.read_fields("name Carol Customer\nemail carol@customer.example\nmessage We need a door.")
    assert [(field.label, field.value) for field in form.fields] == [
        ("name", "Carol Customer"),
        ("email", "carol@customer.example"),
        ("message", "We need a door."),
    ]


def test_a_sentence_beside_an_address_is_no_field():
    form = form_fields.read_fields("Carol asks you to write to\nMail carol@customer.example\nthanks a lot")
    assert [field.label for field in form.fields] == ["Mail"]
