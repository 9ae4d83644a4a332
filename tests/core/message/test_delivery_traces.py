"""What a server adds to a message on its way is taken off, and nothing else."""

import pytest

from watcher.core.message.delivery_traces import remove_delivery_traces

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
