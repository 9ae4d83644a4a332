"""core/message/delivery_reports.py: which mail a report is about, to whom it did not get, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import delivery_reports, mime
from watcher.core.message.model import DeliveryReport

HEAD = b"From: MAILER-DAEMON@mx.example\nSubject: Undelivered\n"
REPORT = (
    HEAD
    + b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
    + b"--b\n\nSorry.\n"
    + b"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n%s\n"
    + b"--b\nContent-Type: text/rfc822-headers\n\nSubject: Re: offer\nMessage-ID: <answer@house.example>\n\n--b--\n"
)


def read(raw: bytes, text: str = "") -> DeliveryReport:
    octets = mime.split_header_and_body(raw)
    assert octets is not None
    return delivery_reports.parse_delivery_report(mime.parse_parts(octets)[0], text, True)


def test_a_failure_names_mail_recipient_and_reason():
    block = (
        b"Final-Recipient: rfc822; Carol@customer.example\nAction: failed\nDiagnostic-Code: smtp; 550 no such user\n"
    )
    assert read(REPORT % block) == (("answer@house.example",), ("carol@customer.example",), "550 no such user")


@pytest.mark.parametrize(
    "block", [b"Final-Recipient: rfc822; c@d.example\nAction: delayed\nStatus: 4.4.1\n", b"Action: delivered\n"]
)
def test_what_is_late_or_delivered_is_no_failure(block):
    report = read(REPORT % block)
    assert report.message_ids and not report.reason


def test_a_mail_system_that_knows_no_standard_is_read_from_its_text():
    text = "<carol@customer.example>:\n550 5.1.1 no such user\n\nMessage-ID: <answer@house.example>\n"
    report = read(HEAD + b"\nx", text)
    assert report == (("answer@house.example",), ("carol@customer.example",), "550 5.1.1 no such user")
    assert not read(HEAD + b"\nx", f"delayed, will be retried\n{text}").reason


def test_what_is_no_report_says_nothing():
    octets = mime.split_header_and_body(REPORT % b"Action: failed\n")
    assert octets is not None
    assert delivery_reports.parse_delivery_report(mime.parse_parts(octets)[0], "", False) == ((), (), "")


@given(
    st.lists(
        st.sampled_from(["a", " ", "\n", "550 ", "5.1.1", "5", "\r", "\u2028", "x" * 195, "x" * 7]), max_size=14
    ).map("".join)
)
def test_the_line_that_says_why_is_the_first_that_the_pattern_finds(text):
    found = delivery_reports._INLINE_STATUS.search(text)
    assert delivery_reports._find_inline_reason(text) == (found[0] if found else "")
