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
