"""core/message/mime.py: a message cut in two, its parts as a tree, and what one message may cost."""

from __future__ import annotations

import random
from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spoilt_mail import mutated
from watcher.core.message import mime
from watcher.core.message.mime import LIMITS, MimePart

HEAD = b"From: carol@customer.example\nSubject: hello\n"


def parsed(raw: bytes) -> tuple[MimePart, bool]:
    octets = mime.split_header_and_body(raw)
    assert octets is not None
    return mime.parse_parts(octets)


def shape(part: MimePart) -> object:
    return (part.content_type, [shape(child) for child in part.child_parts]) if part.child_parts else part.content_type


@pytest.mark.parametrize(
    ("raw", "header_block", "body"),
    [
        (b"A: b\n\ntext", b"A: b", b"text"),
        (b"A: b\r\n\r\ntext\r\n", b"A: b", b"text\n"),
        (b"A: b\r\rtext", b"A: b", b"text"),  # an old Macintosh
        (b"\r\n\r\nA: b\n\ntext", b"A: b", b"text"),
        (b"From carol Mon Jan 5\nA: b\n\ntext", b"A: b", b"text"),  # an mbox envelope line
        (b"A: b\n \t\ntext", b"A: b", b"text"),  # the blank line is not empty
        (b"A: b\n \nB: c\n\ntext", b"A: b\n \nB: c", b"text"),  # … and this one is none
        (b"A: b\n", b"A: b\n", b""),
        (b"Subject: a\nnonsense\nTo: b\n\ntext", b"Subject: a\nTo: b", b"text"),
        (b"Subject: a\nHello, no blank line\nfor you\n\nmore", b"Subject: a", b"Hello, no blank line\nfor you\n\nmore"),
    ],
)
def test_header_and_body_are_found(raw, header_block, body):
    assert mime.split_header_and_body(raw) == (header_block, body)


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"just text", b"\0" * 100, b"<html>\n<body>"])
def test_what_has_no_header_is_no_message(raw):
    assert mime.split_header_and_body(raw) is None


def test_each_half_and_each_field_has_its_limit():
    octets = mime.split_header_and_body(b"A: " + b"x" * 2 * LIMITS.header + b"\n\n" + b"y" * 2 * LIMITS.body)
    assert octets is not None
    assert (len(octets.header_block), len(octets.body)) == (LIMITS.header, LIMITS.body)


def test_the_tree_of_parts_and_the_octets_of_a_leaf():
    part, complete = parsed(
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n'
        b"--c\n\nplain\n--c\nContent-Type: text/html\n\n<p>\n--c--\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\nold\n--b--\n"
    )
    assert complete
    assert shape(part) == (
        "multipart/mixed",
        [("multipart/alternative", ["text/plain", "text/html"]), ("message/rfc822", ["text/plain"])],
    )
    alternative, enclosed = part.child_parts
    assert [child.payload for child in alternative.child_parts] == [b"plain", b"<p>"]
    assert enclosed.child_parts[0].first_value("subject") == "inner"
    assert part.first_value("x-none") == ""


def test_a_delivery_report_is_a_list_of_field_blocks():
    part, _ = parsed(
        HEAD + b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n"
    )
    assert [child.first_value("status") for child in part.child_parts] == ["", "5.1.1"]


def test_a_missing_end_is_a_defect_and_nothing_is_lost():
    part, complete = parsed(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncut o")
    assert (complete, part.child_parts[0].payload) == (True, b"cut o")
    assert part.defects == {"CloseBoundaryNotFoundDefect"}


@pytest.mark.parametrize(
    ("body", "leaves"),
    [
        # Two dashes of the separator were taken for a part of the boundary, or another boundary was written.
        (b"--b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: text/html\n\n<p>\n--b--\n", [b"Hello", b"<p>"]),
        (b"--=_x.1\nContent-Type: text/plain\n\nHello\n--=_x.1--\n", [b"Hello"]),
        (b"Hello, no parts at all\n", [b"Hello, no parts at all\n"]),
        (b'--quoted "x"\nContent-Type: text/plain\n\nHello\n', None),
    ],
)
def test_a_body_without_the_declared_boundary_is_read_all_the_same(body, leaves):
    part, complete = parsed(HEAD + b'Content-Type: multipart/alternative; boundary="--b"\n\n' + body)
    assert complete
    assert [child.payload for child in part.child_parts] == (leaves or [body])


def test_a_multipart_with_nothing_in_it_has_no_parts():
    part, _ = parsed(HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n\n')
    assert part.child_parts == []


def test_so_many_parts_and_no_more():
    line = b"--b\nContent-Type: text/plain\n\nx\n"
    part, complete = parsed(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + line * 3 * LIMITS.parts)
    assert not complete
    assert len(part.child_parts) <= 2 * LIMITS.parts + 1


def test_so_deep_and_no_deeper():
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5 * LIMITS.depth)
    )
    part, complete = parsed(HEAD + nested + b"\ntext")
    depth = 0
    while part.child_parts:
        part, depth = part.child_parts[0], depth + 1
    assert not complete
    assert depth <= 2 * LIMITS.depth + 1


@given(st.binary(max_size=300))
def test_any_octets_have_a_tree_or_none(raw):
    octets = mime.split_header_and_body(raw)
    if octets is not None:
        assert shape(mime.parse_parts(octets)[0])


def test_spoilt_messages_have_the_parts_that_the_standard_library_sees():
    for number in range(300):
        raw = mutated(random.Random(number))
        octets = mime.split_header_and_body(raw)
        if octets is None:
            continue
        part, complete = mime.parse_parts(octets)
        plain = message_from_bytes(octets.header_block + b"\n\n" + octets.body)
        if complete and plain.is_multipart():
            assert [child.content_type for child in part.child_parts] == [
                child.get_content_type() for child in plain.get_payload()
            ]


def fields_of_standard_library(block: bytes) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in message_from_bytes(block + b"\n\n").raw_items():
        fields.setdefault(name.casefold(), []).append(value.lstrip(" \t\r\n"))  # 3.11 keeps a line end before the value
    return fields


def test_a_header_block_is_read_as_the_standard_library_reads_it():
    for number in range(1000):
        octets = mime.split_header_and_body(mutated(random.Random(number)))
        if octets is not None:
            part = mime.parse_header_block(octets.header_block)
            assert part.fields == fields_of_standard_library(octets.header_block)
            if octets.header_block.isascii():
                plain = message_from_bytes(octets.header_block + b"\n\n")
                assert part.content_type == plain.get_content_type()


@pytest.mark.parametrize(
    "block",
    [
        b" begins with a folded line\nFrom: a@b.example",
        b"From: a@b.example\rSubject: an old line end",
        b"Subject: folded\n\n\tover an empty line",
        b"Subject:\n the value\n begins below",
        b"Content-Type: text/html;\n charset=utf-8\nSUBJECT:\ttwice\nsubject: other ",
        b"Content-Type: text/\xe4; charset=x",
    ],
)
def test_odd_header_blocks_too(block):
    assert mime.parse_header_block(block).fields == fields_of_standard_library(block)


@pytest.mark.parametrize(
    ("encoding", "payload", "octets"),
    [
        ("", b"as it is", b"as it is"),
        ("quoted-printable", b"caf=C3=A9 =\nau lait", "café au lait".encode()),
        ("BASE64", b"aGVsbG8=", b"hello"),
        ("base64", b"aGVsbG8", b"hello"),  # cut off
        ("x-none", b"aGVsbG8=", b"aGVsbG8="),
    ],
)
def test_a_transfer_encoding_is_undone_as_far_as_it_is_one(encoding, payload, octets):
    part = MimePart({"content-transfer-encoding": [encoding]}, "text/plain", payload)
    assert mime.decode_transfer_encoding(part) == octets
    assert mime.decode_transfer_encoding(MimePart({}, "multipart/mixed", [part])) == b""


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"content-disposition": ['attachment; filename="a b.pdf"']}, "a b.pdf"),
        ({"content-type": ["text/plain; name=notes.txt"]}, "notes.txt"),
        ({"content-disposition": ["attachment; filename*0=long; filename*1=name.pdf"]}, "longname.pdf"),
        ({"content-disposition": ["attachment"]}, ""),
    ],
)
def test_a_part_may_name_its_file(fields, name):
    assert mime.undecoded_file_name(MimePart(fields, "application/pdf")) == name


@pytest.mark.parametrize(
    ("payload", "octets"),
    [
        (b"Guten Tag, was kostet ein Tisch?\n\nMara\n", b"Guten Tag, was kostet ein Tisch?\n\nMara\n"),
        (b"Hallo\n\nWas kostet ein Tisch?\n", b"Hallo\n\nWas kostet ein Tisch?\n"),
        (b"R3V0ZW4gVGFn\n", b"Guten Tag"),
        (b"", b""),
    ],
)
def test_text_that_only_claims_to_be_base64_stays_as_it_is(payload, octets):
    part = MimePart({"content-transfer-encoding": ["base64"]}, "text/plain", payload)
    assert mime.decode_transfer_encoding(part) == octets
