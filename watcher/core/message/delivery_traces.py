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
