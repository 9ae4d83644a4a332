"""A letter's headers are those that were meant, whatever stands in a name, a subject or an id of a stranger."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes

from hypothesis import example, given, settings
from hypothesis import strategies as st

from watcher.core.letters.mime import ComposeError, LetterDraft, compose_letter
from watcher.core.message.model import Address

MEANT = ["From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "X-Watcher-Ref"]
KEY, NOW = b"k" * 32, datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
#: Text that tries to be a header, an encoded word, a line's end in any script, or a direction.
PIECES = st.sampled_from(
    ["\r\n", "\n", "\r", "\0", "\x0b", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "Bcc: v@v.example", "To: ", ":", "<", ">",
     '"', "\\", ",", ";", "@", "=?utf-8?q?hi=0D=0ABcc:_v@v.example?=", "=?utf-8?b?DQpCY2M6IHY=?=", "?=", "ü", "日本", "a" * 80, " ",
     "\t", "(", ")", "\udcff", "."]
)  # fmt: skip
EVIL = st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join)


@settings(max_examples=150, deadline=None)
@given(name=EVIL, subject=EVIL, answers=EVIL, reference=EVIL, address=EVIL)
@example(
    name="hi\r\nBcc: v@v.example",
    subject="a\r\n\r\nbody",
    answers="x>\r\nBcc: v",
    reference="y\n",
    address="a@b.example",
)
@example(
    name="=?utf-8?q?hi=0D=0ABcc:_v@v.example?=",
    subject="=?utf-8?b?DQpCY2M6IHY=?=",
    answers="a@b",
    reference="",
    address="a@b.example",
)
def test_no_stranger_writes_a_header(name, subject, answers, reference, address):
    draft = LetterDraft(
        Address("sales@example.com", name), Address(address or "carol@customer.example", name), subject, "Thank you.\n",
        in_reply_to=answers, references=(reference,),
    )  # fmt: skip
    try:
        letter = compose_letter(draft, key=KEY, letter_key="ack", now=NOW)
    except ComposeError:
        return
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n|\0", letter.data)
    read = message_from_bytes(letter.data)
    names = [each for each in read if each.lower() not in ("mime-version", "content-type", "content-transfer-encoding")]
    assert [each for each in names if each not in MEANT] == []
    assert len(names) == len(set(names))
    assert read["Bcc"] is None
    assert re.fullmatch(r"[^\s<>,;:\"\\()@]+@[^\s<>,;:\"\\()@]+", letter.envelope_recipient)
    assert read.get_payload(decode=True).replace(b"\r\n", b"\n") == b"Thank you.\n"
