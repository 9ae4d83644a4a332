"""core/message/parts.py: of all parts of a message the text that a person reads, and the names of the rest."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from watcher.core.message import mime, parts
from watcher.core.message.model import Address


def content(message: EmailMessage) -> parts.MessageContent:
    message["From"] = "carol@customer.example"
    octets = mime.split_header_and_body(message.as_bytes())
    assert octets is not None
    return parts.read_content(mime.parse_parts(octets)[0])


def read_raw(raw: bytes) -> parts.MessageContent:
    octets = mime.split_header_and_body(raw)
    assert octets is not None
    return parts.read_content(mime.parse_parts(octets)[0])


def letter(plain: str | None, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    if plain is None:
        message.set_content(html, subtype="html")
    else:
        message.set_content(plain)
        if html is not None:
            message.add_alternative(html, subtype="html")
    return message


@pytest.mark.parametrize(
    ("plain", "html", "text", "from_html"),
    [
        ("What does it cost?", None, "What does it cost?", False),
        ("What does it cost, please?", "<p>What does <b>it</b> cost, please?</p>", "What does it cost, please?", False),
        (None, "<p>What does it cost?</p>", "What does it cost?", True),
        ("Your mail program does not show HTML.", f"<p>{'word ' * 40}</p>", ("word " * 40).strip(), True),
        ("", "<p>What does it cost?</p>", "What does it cost?", True),
    ],
)
def test_the_text_a_person_reads(plain, html, text, from_html):
    found = content(letter(plain, html))
    assert (found.text, found.from_html) == (text, from_html)


def test_attachments_are_named_and_not_read():
    message = letter("See the plan")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Größe.pdf")
    message.add_attachment("notes", disposition="attachment")
    found = content(message)
    assert found.attachments == ["Größe.pdf", "text/plain"]
    assert found.text == "See the plan"
    assert found.types == ["multipart/mixed", "text/plain", "application/pdf", "text/plain"]


def test_a_mail_with_nothing_but_an_enclosed_one_is_read_through_it():
    inner = letter("Can you help?")
    inner["From"], inner["Subject"] = "dora@other.example", "help"
    message = EmailMessage()
    message.make_mixed()
    message.add_attachment(inner)
    assert content(message).text == "From: dora@other.example\nSubject: help\n\nCan you help?"


ENCLOSED = b"From: Kai <kai@customer.example>\nSubject: Table\n\nWhat does a table cost?\n"
AS_FILE = b'Content-Type: application/octet-stream; name="Question.eml"\nContent-Disposition: attachment; filename="Question.eml"'


@pytest.mark.parametrize(
    ("fields", "octets"),
    [
        (b"Content-Type: message/rfc822", ENCLOSED),
        (b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64", base64.encodebytes(ENCLOSED)),
        (AS_FILE, ENCLOSED),
        (AS_FILE + b"\nContent-Transfer-Encoding: base64", base64.encodebytes(ENCLOSED)),
    ],
)
def test_a_mail_that_is_attached_is_read_however_it_is_attached(fields: bytes, octets: bytes):
    body = b"--b\nContent-Type: text/plain\n\nSee below.\n--b\n" + fields + b"\n\n" + octets + b"\n--b--\n"
    found = read_raw(b"From: eva@example.com\nContent-Type: multipart/mixed; boundary=b\n\n" + body)
    assert found.text == "See below."
    assert found.enclosed is not None
    assert (found.enclosed.from_, found.enclosed.subject) == ((Address("kai@customer.example", "Kai"),), "Table")
    assert found.enclosed.text == "What does a table cost?"


def test_a_file_that_is_only_called_a_mail_is_a_file():
    body = b"--b\nContent-Type: text/plain\n\nSee below.\n--b\n" + AS_FILE + b"\n\n\n--b--\n"
    found = read_raw(b"From: eva@example.com\nContent-Type: multipart/mixed; boundary=b\n\n" + body)
    assert (found.text, found.enclosed, found.attachments) == ("See below.", None, ["Question.eml"])


def test_a_text_that_is_base64_though_nothing_says_so_is_read():
    words = b"Our roof leaks. When could you come, and what would it cost? Tom Berg, Mill Lane 4, Ludlow."
    assert read_raw(b"From: tom@customer.example\n\n" + base64.encodebytes(words)).text == words.decode()
    assert read_raw(b"From: tom@customer.example\n\nWhat does a roof cost?").text == "What does a roof cost?"
    key = b"My key:\n" + base64.encodebytes(words)
    assert read_raw(b"From: tom@customer.example\n\n" + key).text == key.decode().strip()


def test_a_calendar_says_what_it_wants():
    message = letter("Meeting")
    message.add_attachment(
        b"BEGIN:VCALENDAR\nMETHOD:REQUEST\n", maintype="text", subtype="calendar", disposition="inline"
    )
    assert content(message).calendar_method == "REQUEST"


def test_a_calendar_s_answer_is_read_from_folded_lines():
    message = letter("Carol has accepted")
    calendar = (
        b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nATTENDEE;CN=Carol;PARTSTAT=ACC\r\n EPTED:mailto:carol@customer.example\r\n"
    )
    message.add_attachment(calendar, maintype="text", subtype="calendar", disposition="inline")
    found = content(message)
    assert (found.calendar_method, found.calendar_answer) == ("REPLY", "ACCEPTED")


def test_links_and_pictures_from_elsewhere_are_counted():
    found = content(
        letter(None, '<a href="https://a.example">a</a><img src="http://b.example/x.png"><img src="cid:logo">')
    )
    assert (found.links, found.images) == (1, 1)
    assert content(letter("see https://a.example and http://b.example")).links == 2


def test_the_charset_in_the_html_counts_where_the_part_names_none():
    html = '<html><head><meta charset="windows-1251"></head><body>Сколько стоит крыша?</body></html>'
    raw = b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + html.encode("cp1251")
    assert "Сколько стоит крыша?" in read_raw(raw).text


def test_a_calendar_that_is_a_file_is_a_file():
    part = "--b\r\nContent-Type: text/calendar; name=party.ics{}\r\nContent-Disposition: attachment; filename=party.ics\r\n\r\n"
    head = "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
    body = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n--b--\r\n"
    attached = read_raw((head + part.format("") + body).encode())
    assert (attached.calendar_method, attached.attachments) == ("", ["party.ics"])
    assert read_raw((head + part.format("; method=REQUEST") + body).encode()).calendar_method == "REQUEST"


@pytest.mark.parametrize("stub", ["***** This is an HTML Message ! *****", "This mail is in HTML format."])
def test_a_plain_part_that_only_says_that_there_is_html_is_not_read(stub: str) -> None:
    assert content(letter(stub, f"<p>{'Tulips and bulbs for your garden. ' * 5}</p>")).from_html
