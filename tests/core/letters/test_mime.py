"""Message-IDs as large providers write them: nearly as long as a line."""

import re
from email import message_from_bytes, policy
from email.mime.nonmultipart import MIMENonMultipart

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import CAROL, NOON, SALES
from watcher.core.letters import mime


@pytest.mark.parametrize("length", range(50, 200, 7))
def test_an_answer_to_a_long_message_id_names_it_on_the_line_of_the_header(length):
    answers = "x" * (length - 15) + "@mail.gmail.com"
    draft = mime.LetterDraft(SALES, CAROL, "We have your mail", "Thank you.\n", in_reply_to=answers)
    written = mime.compose_letter(draft, key=b"k" * 32, letter_key="ack", now=NOON)
    head = written.data.partition(b"\r\n\r\n")[0]
    assert not re.search(rb"(?m)^[^\r\n]*:[ \t]*\r?$", head), head
    assert message_from_bytes(written.data)["In-Reply-To"] == f"<{answers}>"


@given(
    st.sampled_from(["Subject", "X-Watcher-Ref", "References", "Content-Transfer-Encoding"]),
    st.text('aZ9<>@.,;:=?"() \t', max_size=90) | st.text(st.characters(min_codepoint=32, max_codepoint=126)),
)
def test_a_field_that_fits_in_a_line_reads_as_the_mail_package_folds_it(name, value):
    written = mime.EMAIL_POLICY.fold_binary(name, value)
    assert written == policy.compat32.clone(linesep="\r\n", max_line_length=76).fold_binary(name, value)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["From", "Subject", "References"]),
            st.text(st.characters(min_codepoint=32, max_codepoint=126)),
        )
    ),
    st.sampled_from(["plain", "html"]),
    st.text() | st.text("aä=. \t\r\n", max_size=200),
)
def test_a_letter_of_one_text_reads_as_the_mail_package_writes_it(fields, kind, text):
    package = MIMENonMultipart("text", kind, charset="utf-8")
    package["Content-Transfer-Encoding"] = "quoted-printable"
    package.set_payload(mime._encode_quoted_printable(text))
    for name, value in fields:
        package[name] = value
    assert mime._write_text_message(fields, kind, text) == package.as_bytes(policy=mime.EMAIL_POLICY)


@given(
    st.sampled_from(["References", "In-Reply-To", "Message-ID"]),
    st.lists(st.text('aZ9@.-_=+/"()?:', min_size=1, max_size=120).map("<{}>".format), min_size=1, max_size=12),
)
def test_a_list_of_ids_reads_as_the_mail_package_folds_it(name, ids):
    written = mime.EMAIL_POLICY.fold_binary(name, " ".join(ids))
    assert written == policy.compat32.clone(linesep="\r\n", max_line_length=76).fold_binary(name, " ".join(ids))


def _read_by_the_mail_package(data: bytes) -> tuple[list[tuple[str, str]], str]:
    message = message_from_bytes(data)
    assert not message.is_multipart()
    assert not message.defects
    octets = message.get_payload(decode=True)
    fields = [(name, value.replace("\r\n", "")) for name, value in message.items()]
    return fields, octets.decode("utf-8", "replace").replace("\r\n", "\n")


def _write_letter(subject: str, text: str, ids: list[str]) -> bytes:
    references = tuple(f"{name}@example.com" for name in ids)
    draft = mime.LetterDraft(SALES, CAROL, subject, f"{text}a\n", references=references)
    return mime.compose_letter(draft, key=b"k" * 32, letter_key="ack", now=NOON).data


def test_an_ordinary_letter_is_read_back_plainly():
    data = _write_letter("Wir haben Ihre Anfrage zu Stühlen und Tischen", "Schönen Dank.\n", ["a" * 40, "b" * 40])
    assert mime._read_plain_letter(data) == _read_by_the_mail_package(data)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=120),
    st.text("aä=. \t\n", max_size=200),
    st.lists(st.text("aZ9.-_", min_size=1, max_size=90), max_size=9),
    st.integers(0, 700),
    st.sampled_from([b"", b" ", b"\t", b":", b"\r\n", b"\r\n ", b"=", b"\x0b", b"From ", b"\r\n\r\n"]),
    st.integers(0, 4),
)
def test_what_is_read_back_plainly_is_what_the_mail_package_reads(subject, text, ids, place, octets, cut):
    """Of a letter as it is written, and of one in which something was put in or left out."""
    data = _write_letter(subject, text, ids)
    for letter in (data, data[:place] + octets + data[place + cut :]):
        ends = re.sub(rb"\r\n", b"", letter)
        if b"\r" in ends or b"\n" in ends:
            continue  # such a letter is refused before anybody reads it
        plainly = mime._read_plain_letter(letter)
        if plainly is not None and plainly[0][:3] == list(mime._text_form("plain")):
            assert plainly == _read_by_the_mail_package(letter)
