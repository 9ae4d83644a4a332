"""Our reading of a message is the stdlib parser's, only faster: on generated ones, spoilt ones, and real mail where it is at hand."""

from __future__ import annotations

import random
from email import message_from_string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import corpus
from tests.torture import test_fuzz as fuzz
from watcher.core.message import mime

NAME = st.from_regex(r"\A[!-9;-~]{1,20}\Z")
VALUE = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def blocks(draw):
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        lines.append(f"{draw(NAME)}:{draw(VALUE)}")
        lines += [draw(st.sampled_from([" ", "\t"])) + draw(VALUE) for _ in range(draw(st.integers(0, 2)))]
    return draw(ENDS).join(lines)


def stdlib(block: bytes) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in message_from_string(block.decode("ascii", "surrogateescape") + "\n\n").raw_items():
        fields.setdefault(name.casefold(), []).append(value)
    return fields


def alike(raw: bytes) -> bool | None:
    """Is it the same tree, to the octet? None: a message without parts, of which only the fields are read."""
    octets = mime.split_header_and_body(raw)
    if octets is None:
        return None
    found = mime.parse_parts(octets)
    return found == mime.parse_by_stdlib(octets) if found[0].child_parts else None


@given(blocks())
def test_generated_blocks_read_alike(text):
    octets = mime.split_header_and_body(text.encode() + b"\n\nbody")
    if octets is not None:
        assert mime.parse_header_block(octets.header_block).fields == stdlib(octets.header_block)


LINES = st.sampled_from(
    [
        "", "", "text", "--b", "--b", "--b--", "--b-- ", "--c", "--c--", "--c \t", "--b2", "x: y", " folded", "From: a@b.example",
        'Content-Type: multipart/mixed; boundary="b"', "Content-Type: multipart/digest; Boundary = c ;", "Content-Type: message/rfc822",
        'Content-Type: multipart/mixed; name="a; boundary=c"; boundary="c"', "Content-Type: message/delivery-status",
        "Content-Type: multipart/mixed; boundary*0=b; boundary*1=2", 'content-type: multipart/mixed;\n\tboundary="<b>"',
        "Content-Type: text/html", "Content-Transfer-Encoding: base64", "Action: failed",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=40), ENDS)
def test_generated_structures_read_alike(lines, end):
    head = ["From: a@b.example", 'Content-Type: multipart/mixed; boundary="b"', ""]
    assert alike("\n".join([*head, *lines]).replace("\n", end).encode()) is not False


def test_spoilt_messages_read_alike():
    for number in range(1000):
        assert alike(fuzz.mutated(random.Random(number))) is not False, number


def test_real_mail_reads_alike():
    if not corpus.CORPUS.is_dir():
        pytest.skip(f"no real mail at hand: {corpus.CORPUS}")
    found = {sample.file: alike(sample.raw) for sample in corpus.samples()}
    assert [file for file, same in found.items() if same is False] == []
    assert sum(same is True for same in found.values()) > 500
