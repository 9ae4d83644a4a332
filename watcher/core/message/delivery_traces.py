"""The header lines that servers put on a message on its way. Pure."""

from __future__ import annotations

import re

#: RFC 5321 § 4.4; the last two are what Postfix, Dovecot and others add at the delivery.
_TRACE_FIELDS = re.compile(rb"(?im)^(?:Received|Return-Path|Delivered-To|X-Original-To):.*\n(?:[ \t].*\n)*")


def remove_delivery_traces(raw: bytes) -> bytes:
    """The octets as their writer filed them, before they were on their way. The body stays as it is."""
    end = b"\r\n" if b"\r\n\r\n" in raw else b"\n"
    header, blank, body = raw.partition(end + end)
    return _TRACE_FIELDS.sub(b"", header + end).removesuffix(end) + blank + body


_RESULTS_OR_RECEIVED = re.compile(rb"(?im)^(authentication-results|received):((?:.*)(?:\n[ \t].*)*)")
#: The last step on the way into a mailbox: `with LMTP` (RFC 3848, RFC 6531), written by the house itself.
_LOCAL_DELIVERY = re.compile(
    rb"\s*from\s+\S+\s+(?:\((?:[^()]|\([^()]*\))*\)\s*)?by\s+\S+\s+(?:\([^()]*\)\s*)?with\s+(?:utf8)?lmtps?a?\b",
    re.IGNORECASE,
)


def count_arrival_results(header_block: bytes) -> int:
    """So many of the topmost Authentication-Results stand above the Received line of the server that took the message in (RFC 5321
    § 4.4): nothing of its sender's is among them. 0: they stand below it, where what a sender wrote begins, or there is no such line.

    Postfix has its milters write above its own line, one field each: OpenDKIM one, OpenDMARC two more.
    """
    if b"authentication-results:" not in header_block.lower():
        return 0  # as most: the pattern is slower
    count = 0
    for found in _RESULTS_OR_RECEIVED.finditer(header_block):
        if found[1].lower() != b"received":
            count += 1
        elif not _LOCAL_DELIVERY.match(found[2]):
            return count
    return 0
