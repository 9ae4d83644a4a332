"""core/message/facts.py, core/message/model.py: octets become facts, or a reason why nobody can read them."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.spoilt_mail import SEEDS
from watcher.core.message import facts
from watcher.core.message.mime import LIMITS
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole, Locator, Unreadable

RAW = (
    b"Return-Path: <carol@customer.example>\r\nFrom: Carol <carol@Customer.example>\r\nTo: sales@example.com\r\n"
    b"Subject: Re: =?utf-8?q?Gr=C3=B6=C3=9Fe?=\r\nMessage-ID: <q1@customer.example>\r\nIn-Reply-To: <q0@customer.example>\r\n"
    b"Date: Mon, 5 Jan 2026 10:00:00 +0000\r\n\r\nHow large?\r\n\r\n> it is large\r\n"
)


def fetched(raw: bytes, size: int | None = None) -> FetchedMessage:
    at = datetime(2026, 1, 5, 10, tzinfo=UTC)
    return FetchedMessage(
        Locator("sales", "INBOX", 7, 1), FolderRole.INBOX, raw, at, len(raw) if size is None else size
    )


def read(raw: bytes, size: int | None = None) -> Facts:
    message = facts.read_message(fetched(raw, size))
    assert isinstance(message, Facts)
    return message


def test_several_are_read_as_each_alone():
    arrivals = [fetched(raw) for raw in (*SEEDS, b"", RAW, b"no header", *SEEDS)]
    read_alone = [facts.read_message(arrival) for arrival in arrivals]
    assert facts.read_messages(arrivals) == read_alone
    assert {type(message) for message in read_alone} == {Facts, Unreadable}


def test_what_a_message_says():
    message = read(RAW)
    assert message.author == Address("carol@customer.example", "Carol")
    assert message.recipients == (Address("sales@example.com"),)
    assert (message.subject, message.base_subject, message.is_reply) == ("Re: Größe", "Größe", True)
    assert (message.message_id, message.in_reply_to) == ("q1@customer.example", ("q0@customer.example",))
    assert message.own_text == "How large?"
    assert message.first_header("RETURN-PATH") == "<carol@customer.example>"
    assert message.first_header("x-none") is None
    assert not message.truncated


def test_headers_that_nobody_encoded_are_in_the_charset_of_the_text():
    """Old mailers, and some of today's providers, write the octets of the one into the other (RFC 6532 allows UTF-8 alone)."""
    raw = "From: Пётр <petr@customer.example>\nSubject: Вопрос о цене\nReply-To: Пётр <p@customer.example>\n{}\n\nСколько?\n"
    kinds = (
        "Content-Type: text/plain; charset=koi8-r",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n{}\n\nСколько?\n--b--\n",
    )
    for kind in (kinds[0], kinds[1].format(kinds[0])):
        message = read(raw.format(kind).encode("koi8-r"))
        assert (message.author, message.subject) == (Address("petr@customer.example", "Пётр"), "Вопрос о цене")
        assert message.reply_to == (Address("p@customer.example", "Пётр"),)


@pytest.mark.parametrize(("value", "return_path"), [("<>", ""), ("<a@b.example>", "a@b.example"), (None, None)])
def test_the_null_sender_is_not_the_same_as_none(value, return_path):
    line = f"Return-Path: {value}\n".encode() if value else b""
    assert read(line + b"From: a@b.example\n\nx").return_path == return_path


@pytest.mark.parametrize(
    ("raw", "reason"), [(b"\r\n \r\n", "it is empty"), (b"nothing like a header", "it has no header")]
)
def test_what_nobody_can_read_says_why(raw, reason):
    message = facts.read_message(fetched(raw))
    assert isinstance(message, Unreadable)
    assert message.reason == reason
    assert message.fingerprint == hashlib.sha256(b" ".join(raw.split())).hexdigest()


@pytest.mark.parametrize("unit", [b"word ", b"a" * 5000 + b"\n", b"x" + b" " * 9, b"x" + b" \n" * 40000, b"\xff\n\n"])
def test_the_fingerprint_is_of_the_first_octets_white_space_folded(unit):
    for count in (1, 7, 3300, 30000):
        body = (unit * count)[: LIMITS.body]
        folded = b" ".join(body[: 4 * LIMITS.fingerprint].split())[: LIMITS.fingerprint]
        expected = hashlib.sha256(b"\0" * 4 + folded).hexdigest()
        assert read(b"X-Any: y\n\n" + body).fingerprint == expected


def test_the_fingerprint_stays_wherever_a_message_is_moved_to():
    moved = b"X-Folder: 7\nReceived: from mx\n" + RAW.replace(b"\r\n", b"\n")
    assert read(moved).fingerprint == read(RAW).fingerprint
    assert read(RAW.replace(b"How", b"Who")).fingerprint != read(RAW).fingerprint


def test_so_many_header_names_and_always_those_that_matter():
    many = b"".join(b"X-%d: y\n" % n for n in range(2 * LIMITS.header_names))
    message = read(many + b"From: a@b.example\nSubject: hello\n\nx")
    assert len(message.headers) == LIMITS.header_names + 2
    assert message.subject == "hello"


def test_a_message_of_which_octets_were_left_on_the_server_says_so():
    assert read(RAW, len(RAW) + 1).truncated


def test_a_message_without_its_subject_keeps_what_was_read_of_it():
    message = read(b"Subject: Re: Offer\r\n\r\nWords.\r\n")
    bare = message.without_subject()
    assert (bare.base_subject, bare.subject, bare.own_text) == ("", "Re: Offer", message.own_text)


def test_a_question_about_a_message_is_asked_once_and_anew_of_other_words():
    message = replace(read(RAW), text="Hello, how much?\n\n> an old line")
    assert message.ask_once("words", lambda: message.text) == message.text
    assert message.ask_once("words", lambda: "asked again") == message.text
    assert message.ask_once(("words", "of others"), lambda: "another question") == "another question"
    assert (
        message.with_received_at(datetime(2026, 1, 1, tzinfo=UTC)).ask_once("words", lambda: "asked again")
        == message.text
    )
    for other in (message.limited_to("how much?"), message.without_subject()):
        assert other.ask_once("words", lambda: "asked anew") == "asked anew"
    assert pickle.loads(pickle.dumps(message)).ask_once("words", lambda: "asked again") == message.text
