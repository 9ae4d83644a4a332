"""What a server adds to a message on its way is taken off, and nothing else."""

import pytest

from watcher.core.message.delivery_traces import count_arrival_results, remove_delivery_traces

TRACED = b"""Return-Path: <anna@example.com>
Delivered-To: sales@example.com
Received: from a.example
\tby b.example;
 Mon, 23 Nov 2026 09:00:00 +0000
From: anna@example.com
X-Received-By: stays
x-original-to: sales@example.com

Received: in the body stays
"""
FILED = b"From: anna@example.com\nX-Received-By: stays\n\nReceived: in the body stays\n"


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_what_servers_put_on_a_message_goes_and_nothing_else(ends):
    assert remove_delivery_traces(TRACED.replace(b"\n", ends)) == FILED.replace(b"\n", ends)


@pytest.mark.parametrize(
    "raw", [b"", b"From: anna@example.com", b"From: anna@example.com\n", b"\n\nonly a body\n", FILED]
)
def test_what_has_no_traces_stays_as_it_is(raw):
    assert remove_delivery_traces(raw) == raw


LMTP = "Received: from mx.example.com ([127.0.0.1])\n\tby store.example.com with LMTP\n\tid A; Fri, 27 Nov 2026 00:04:44 +0000"
CYRUS = "Received: from mx.example.com ([unix socket]) by mx (Cyrus 3.6.1) with LMTPA; Fri, 27 Nov 2026 00:04:44 +0000"
SMTP = "Received: from customer.example (a.b [192.0.2.1])\n\tby mx.example.com (Postfix) with ESMTP id B; Fri, 27 Nov 2026 00:04:44 +0000"
RESULTS = "Authentication-Results: mx.example.com;\n\tdkim=pass header.d=customer.example"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ((), 0),
        ((RESULTS,), 0),  # no line of a server's: nobody knows who wrote it
        ((RESULTS, SMTP), 1),
        ((RESULTS, "DKIM-Filter: OpenDKIM", RESULTS, SMTP, RESULTS, SMTP), 2),
        (("Return-Path: <a@b>", LMTP, RESULTS, RESULTS, SMTP, "From: a@b"), 2),
        ((CYRUS, LMTP, RESULTS.upper(), SMTP), 1),
        ((LMTP, RESULTS, LMTP, RESULTS, SMTP), 2),
        ((SMTP, RESULTS, SMTP), 0),  # below the line of the server that took it in, anybody may write
        ((LMTP, SMTP, RESULTS, RESULTS), 0),
        ((LMTP, RESULTS), 0),
        ((SMTP.replace("ESMTP", "ESMTP (with LMTP)"), RESULTS, SMTP), 0),
        ((SMTP.replace("a.b", "by x with LMTP"), RESULTS, SMTP), 0),
        ((SMTP.replace("id B", "for <\"by x with LMTP\"@example.com>"), RESULTS, SMTP), 0),
        (("Received: (qmail 1 invoked by uid 0); 27 Nov 2026", RESULTS, SMTP), 0),
        (("Received", "Authentication-Results", RESULTS, SMTP), 1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_results_above_the_line_of_the_server_that_took_it_in_are_no_sender_s(lines, count, ends):
    assert count_arrival_results("\n".join(lines).replace("\n", ends).encode()) == count


@pytest.mark.parametrize("filling", ["(", "()", "( ", " ", "by a ", "(()"])
def test_a_line_made_to_last_is_read_at_once(filling):
    block = f"Authentication-Results: a\nReceived: from a {filling * 100_000}\n".encode()
    assert count_arrival_results(block) == 1
