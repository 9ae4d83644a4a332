"""A delivery report → which mail it is about, to whom it did not get, and why. Bounded; never raises on what it may find.

RFC 3464 (what is said of each recipient), RFC 6522 (the returned headers), and what mail systems that know neither write into
the text. Only a failure counts: a report that mail is late, or was delivered, says nothing that matters here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.core.message import headers
from watcher.core.message.mime import MimePart
from watcher.core.message.model import NO_REPORT, DeliveryReport

MAX_PARTS = 60
MAX_IDS = 10
MAX_REASON_LENGTH = 160

_RETURNED_HEADER_TYPES = frozenset({"text/rfc822-headers", "message/rfc822-headers"})
#: The id of the returned mail, where it stands in the text itself.
_INLINE_ID = re.compile(r"(?mi)^[ \t>|]{0,8}(?:original[ -])?message-?id[ \t]*:[ \t]*(<[^<>\s]{3,300}>)")
_INLINE_STATUS = re.compile(r"(?m)^.{0,200}\b(?:5\d\d[ -]5\.\d{1,3}\.\d{1,3}|55\d[ -]|5\.\d{1,3}\.\d{1,3})\b.{0,200}$")
_INLINE_RECIPIENT = re.compile(r"(?m)^[ \t]{0,8}<([^<>\s@]{1,64}@[^<>\s]{1,190})>:?[ \t]*$")
#: Late, and not given up.
_DELAY_NOTICE = re.compile(
    r"(?i)\b(?:delayed|warning only|(?:continue|keep)s? (?:to )?(?:try|retry|trying|retrying)|will be retried|"
    r"(?:do not|don't|no) need to resend|not yet been delivered)\b"
)


def parse_delivery_report(message: MimePart, text: str, is_report: bool) -> DeliveryReport:
    """What the report is about (RFC 3464 § 2); nothing of a message that is none. `text` is its readable part."""
    if not is_report:
        return NO_REPORT
    ids: list[str] = []
    to: list[str] = []
    why, structured = "", False
    for part in _report_parts(message):
        kind = part.content_type
        if kind == "message/delivery-status":
            structured = True
            for block in _child_parts(part):
                failed, address, reason = _parse_recipient_block(block)
                if failed:
                    to += [address] if address else []
                    why = why or reason
        elif kind == "message/rfc822":
            ids += [
                message_id
                for inner in _child_parts(part)
                for message_id in headers.parse_message_ids(_field_text(inner, "message-id"))[:1]
            ]
        elif kind in _RETURNED_HEADER_TYPES:
            ids += _inline_message_ids(_returned_header_text(part))
    ids += headers.parse_message_ids(_field_text(message, "x-original-message-id"))[:1]
    ids = ids or _inline_message_ids(text)
    ids += (
        headers.parse_message_ids(_field_text(message, "in-reply-to"))[:1]
        + headers.parse_message_ids(_field_text(message, "references"))[-2:]
    )
    failed_to = [address.key for address in headers.parse_addresses(_field_text(message, "x-failed-recipients"))]
    if not structured and not _DELAY_NOTICE.search(f"{_field_text(message, 'subject')}\n{text[:4000]}"):
        inline = _find_inline_reason(text)
        to += failed_to or [found.casefold() for found in _INLINE_RECIPIENT.findall(text)[:5]]
        why = inline.strip() or "the mail system gives no reason it could be read from"
    return DeliveryReport(
        _unique_values(ids)[:MAX_IDS],
        _unique_values(to + (failed_to if why else [])),
        headers.clean_line(why)[:MAX_REASON_LENGTH],
    )


def _find_inline_reason(text: str) -> str:
    """The first line with a code that says why. Where it must have a 5, the pattern alone takes a hundred times as long."""
    for line in text.split("\n"):
        if "5" in line and (found := _INLINE_STATUS.match(line)):
            return found[0]
    return ""


def _report_parts(message: MimePart) -> Iterator[MimePart]:
    """The parts of the report itself, not those of what it returns."""
    todo = [message]
    for _ in range(MAX_PARTS):
        if not todo:
            return
        part = todo.pop(0)
        yield part
        if part.content_type.startswith("multipart/"):
            todo += _child_parts(part)


def _child_parts(part: MimePart) -> list[MimePart]:
    return part.child_parts[:MAX_PARTS]


def _returned_header_text(part: MimePart) -> str:
    if isinstance(part.payload, list):  # message/rfc822-headers, parsed as a message
        return "".join(f"Message-ID: {_field_text(block, 'message-id')}\n" for block in part.payload)
    return part.payload[: 64 * 1024].decode("ascii", "replace")


def _parse_recipient_block(block: MimePart) -> tuple[bool, str, str]:
    """(failed, address, why) of one recipient (RFC 3464 § 2.3)."""
    action = _field_text(block, "action").strip().casefold()
    named = _field_text(block, "original-recipient") or _field_text(block, "final-recipient")
    found = headers.parse_addresses(named.partition(";")[2] or named)
    status, diagnostic = (
        _field_text(block, "status").strip(),
        _field_text(block, "diagnostic-code").partition(";")[2].strip(),
    )
    failed = action.startswith("fail") or (not action and status.startswith("5"))
    return failed, found[0].key if found else "", diagnostic or status or "delivery failed"


def _field_text(part: MimePart, name: str) -> str:
    return " ".join(part.first_value(name).split())


def _inline_message_ids(text: str) -> list[str]:
    return [headers.parse_message_ids(found)[0] for found in _INLINE_ID.findall(text[: 64 * 1024])[:MAX_IDS]]


def _unique_values(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
