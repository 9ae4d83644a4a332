"""contacts/model.py, contacts/contact_file.py, contacts/columns.py, contacts/table.py: whatever wrote a list, and what is wrong with it."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from watcher.core.contacts import contact_file
from watcher.core.contacts.contact_file import read_contacts
from watcher.core.contacts.model import Contact, ContactFileError, ContactList
from watcher.core.message.model import Address

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
PLAIN = "email,name,note\ncarol@customer.example,Carol,wants a roof\n"


def read(text: str | bytes, encoding: str = "utf-8") -> ContactList:
    return read_contacts(text if isinstance(text, bytes) else text.encode(encoding), BERLIN, NOW)


def told(found: ContactList) -> list[tuple[int, str]]:
    return [(problem.line, problem.text) for problem in found.problems]


def test_a_contact_has_all_that_the_file_says():
    found = read(
        "Email,First name,Last name,Note,Met,Owner\r\ncarol@customer.example,Carol,Jones,a roof,2026-11-20 14:30,ben\r\n"
    )
    met_at = datetime(2026, 11, 20, 13, 30, tzinfo=UTC)
    assert found == ContactList(
        (Contact(2, Address("carol@customer.example", "Carol Jones"), "a roof", met_at, "ben"),), lines=1
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end_of_excel(encoding, delimiter, end):
    lines = ["E-Mail;Name;Notiz;Zuständig", "jörg@müller.example;Jörg Müller;Dach – 20 €;ben", ""]
    found = read(end.join(lines).replace(";", delimiter), encoding)
    (contact,) = found.contacts
    assert (contact.address.name, contact.note, contact.owner) == ("Jörg Müller", "Dach – 20 €", "ben")
    assert not found.problems
    assert found.is_encoding_guessed is (encoding == "cp1252")


def test_windows_1252_is_read_though_an_octet_means_nothing_there():
    (contact,) = read(b"email;name\ncarol@customer.example;Ren\xe9 \x81\x80\n").contacts
    assert contact.address.name == "René €"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("E-Mail-Adresse;Vorname;Name", "carol@customer.example;Carol;Jones"),
        ("Courriel;Prénom;Nom", "carol@customer.example;Carol;Jones"),
        ("Correo electrónico;Nombre", "carol@customer.example;Carol Jones"),
        ("Indirizzo e-mail;Nome;Cognome", "carol@customer.example;Carol;Jones"),
        ("e-mailadres;Voornaam;Achternaam", "carol@customer.example;Carol;Jones"),
        ("Endereço de e-mail;Nome completo", "carol@customer.example;Carol Jones"),
        ("メールアドレス;氏名", "carol@customer.example;Carol Jones"),
        ("Электронная почта;Имя;Фамилия", "carol@customer.example;Carol;Jones"),
        ("First Name;Last Name;E-mail 1 - Value;E-mail 2 - Value", "Carol;Jones;carol@customer.example;c@home.example"),
        ("Adresse;Name", "carol@customer.example;Carol Jones"),
        ("E-Mail;Adresse;Ansprechpartner", "carol@customer.example;Main Street 1;Carol Jones"),
        ("EMAIL_ADDRESS;Full Name", "Carol Jones <carol@customer.example>;"),
        ("email;name", "mailto:carol@customer.example;Carol Jones"),
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(header, row):
    found = read(f"{header}\n{row}\n")
    assert [contact.address for contact in found.contacts] == [Address("carol@customer.example", "Carol Jones")]


def test_excel_says_its_delimiter_itself():
    assert [contact.line for contact in read("sep=;\n" + PLAIN.replace(",", ";")).contacts] == [3]
    assert len(read("sep=|\r\nemail|note, in words\r\ncarol@customer.example|x\r\n").contacts) == 1


def test_a_quoted_cell_may_hold_lines_delimiters_and_marks():
    found = read('email;note\ncarol@customer.example;"a ""big""\nroof; or two"\ndave@customer.example;x\n')
    assert [(contact.line, contact.note) for contact in found.contacts] == [(2, 'a "big" roof; or two'), (4, "x")]


def test_a_mark_that_is_never_closed_costs_its_own_line_alone():
    found = read(
        'email,note\na@x.example,"never closed\nb@x.example,5" pipe\nc@x.example,"closed"\n' + "d@x.example,y\n" * 1
    )
    assert [contact.address.email for contact in found.contacts] == ["b@x.example", "c@x.example", "d@x.example"]
    assert told(found) == [(2, "a quotation mark opens a cell and never closes it")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("", None),
        (",,", None),
        (",Dave,", "no address"),
        ("dave,Dave,", "'dave' is no mail address"),
        ("dave@,Dave,", "'dave@' is no mail address"),
        ('"dave@x.example, erin@x.example",,', "is more than one address"),
        ("dave@customer.invalid,,", "no mail can go to that domain"),
        ("dave@x.example,Dave,a,roof", "4 cells, and the first line names 3 columns"),
        ("Carol@Customer.Example,,", "Carol@customer.example stands on line 2 already"),
        ('"dave@x.example,,', "a quotation mark opens a cell and never closes it"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_and_the_rest_goes_on(row, why):
    found = read(f"{PLAIN}{row}\nerin@customer.example,Erin,\n")
    assert [contact.address.email for contact in found.contacts] == ["carol@customer.example", "erin@customer.example"]
    assert [line for line, _ in told(found)] == ([3] if why else [])
    assert why is None or why in found.problems[0].text


@pytest.mark.parametrize(
    ("octets", "why"),
    [
        (b"", "nothing in it"),
        (b"\n\n", "nothing in it"),
        (b"name,phone\nCarol,1\n", "line 1: no column is called email or the like; they are: name, phone"),
        (b"\n\nemial,name\nx,y\n", "line 3: no column is called email"),
        (b"emaill,name\nx,y\n", "is it the address?"),
        (b"carol@customer.example\n", "line 1: no column"),
        (b"carol@customer.example,Carol\n", "put a line before it that names the columns"),
        (b"email,name\n", "line 1 names the columns, and no contact follows it"),
        (b"\nemail,name\n,\n", "line 2 names the columns, and no contact follows it"),
        (b"PK\x03\x04\x00", "workbook (.xlsx or .ods): save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Excel workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no text"),
        (b"\xff\xfee", "begins like UTF-16 and is not"),
        (b"email\n" + b"x" * 10_485_760, "larger than 10 MB"),
    ],
)
def test_a_file_of_which_nothing_can_be_used_is_refused_with_the_reason(octets, why):
    with pytest.raises(ContactFileError) as caught:
        read(octets)
    assert why in str(caught.value)


def test_a_column_with_a_slip_of_the_pen_is_said_and_the_others_count():
    found = read("email,ownr,phone\ncarol@customer.example,ben,1\n")
    assert told(found) == [(1, "column 'ownr' is not known: is it the owner?")]
    assert (found.contacts[0].owner, found.unused_columns) == ("", ("ownr", "phone"))


def test_more_contacts_than_anybody_writes_to_are_refused():
    rows = "".join(f"c{n}@customer.example\n" for n in range(contact_file.MAX_CONTACTS + 1))
    with pytest.raises(ContactFileError, match="more than 5000"):
        read("email\n" + rows)


def test_words_of_the_file_are_cleaned_and_bounded():
    (contact,) = read(f"email,name,note\ncarol@customer.example,Ca\u202erol\x1b[2J,{'x' * 5000}\n").contacts
    assert contact.address.name == "Carol [2J"
    assert len(contact.note) == contact_file.MAX_NOTE_CHARS


def test_a_large_file_of_open_marks_takes_no_time():
    text = "email,note\n" + "".join(f'c{n}@customer.example,"open\n' for n in range(2000))
    assert len(read(text).problems) == 2000


def test_times_are_those_of_the_house_and_the_future_is_a_mistake():
    found = read(
        "email;met\na@x.example;20.11.2026\nb@x.example;2026-11-20T14:30Z\nc@x.example;27.11.2026\nd@x.example;soon\ne@x.example;\n"
    )
    assert [contact.met_at for contact in found.contacts] == [
        datetime(2026, 11, 19, 23, 0, tzinfo=UTC), datetime(2026, 11, 20, 14, 30, tzinfo=UTC), None,
    ]  # fmt: skip
    assert told(found) == [
        (4, "27.11.2026 is still to come"),
        (5, "'soon' is no date: write it as 2026-11-20 or 2026-11-20 14:30"),
    ]


def test_the_file_shows_which_of_two_orders_its_dates_have():
    assert told(read("email,met\na@x.example,03/04/2026\n")) == [
        (2, "03/04/2026 can be two days: write it as 2026-11-20")
    ]
    by_day = read("email,met\na@x.example,03/04/2026\nb@x.example,20/11/2026\n")
    by_month = read("email,met\na@x.example,03/04/2026\nb@x.example,11/20/2026\n")
    assert [found.contacts[0].met_at.astimezone(BERLIN).month for found in (by_day, by_month)] == [4, 3]


# --- whatever the octets are


def mutated(lot: random.Random) -> bytes:
    """A table with octets changed, cut out, doubled and put in, in one of the encodings."""
    head = "sep=;\nE-Mail;Name;Notiz;Datum;Zuständig\n"
    text = head + 'c@x.example;"Jörg ""J""\nM";€ 5;20.11.2026 14:30;ben\nd@x.example;;5" pipe;3/4/26 1 PM;\n'
    octets = bytearray(text.encode(lot.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])))
    for _ in range(lot.randrange(12)):
        place = lot.randrange(len(octets))
        piece = lot.choice(
            [b'"', b";", b"\n", b"\r", b"\0", b"\xff", b"\xd8\x00", b"=", b",", b"\t", bytes([lot.randrange(256)])]
        )
        octets[place : place + lot.choice([0, 0, 1, 1, 5, 40])] = piece * lot.choice([1, 1, 1, 3])
    return bytes(octets)


@pytest.mark.parametrize("seed", range(5))
def test_no_octets_are_more_than_a_file_that_cannot_be_used(seed):
    lot = random.Random(seed)
    for _ in range(80):
        octets = mutated(lot)
        try:
            found = read(octets)
        except ContactFileError:
            continue
        lines = [contact.line for contact in found.contacts]
        assert lines == sorted(set(lines)) and len(lines) <= found.lines
        for contact in found.contacts:
            (contact.address.name + contact.note + contact.owner).encode()
            assert "\n" not in contact.address.name + contact.note and contact.address.email.count("@") == 1
