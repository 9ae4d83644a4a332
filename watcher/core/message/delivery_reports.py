"""A delivery report → which mail it is about, to whom it did not get, and why. Bounded; never raises on what it may find.

RFC 3464 (what is said of each recipient), RFC 6522 (the returned headers), and what mail systems that know neither write into
the text. Only a failure counts: a report that mail is late, or was delivered, says nothing that matters here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from watcher.core.message import headers
from watcher.core.message.mime import Part

MAX_PARTS = 60
MAX_IDS = 10
MAX_WHY = 160

_RETURNED_TEXT = frozenset({"text/rfc822-headers", "message/rfc822-headers"})
#: The id of the returned mail, where it stands in the text itself.
_INLINE_ID = re.compile(r"(?mi)^[ \t>|]{0,8}(?:original[ -])?message-?id[ \t]*:[ \t]*(<[^<>\s]{3,300}>)")
_INLINE_WHY = re.compile(r"(?m)^.{0,200}\b(?:5\d\d[ -]5\.\d{1,3}\.\d{1,3}|55\d[ -]|5\.\d{1,3}\.\d{1,3})\b.{0,200}$")
_INLINE_TO = re.compile(r"(?m)^[ \t]{0,8}<([^<>\s@]{1,64}@[^<>\s]{1,190})>:?[ \t]*$")
#: Late, and not given up.
_LATE = re.compile(
    r"(?i)\b(?:delayed|warning only|(?:continue|keep)s? (?:to )?(?:try|retry|trying|retrying)|will be retried|"
    r"(?:do not|don't|no) need to resend|not yet been delivered)\b"
)


class Returned(NamedTuple):
    """What a report says. `why` is "" where nothing failed."""

    ids: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    why: str = ""


def read(message: Part, text: str, is_report: bool) -> Returned:
    """What the report is about; nothing of a message that is none."""
    if not is_report:
        return Returned()
    ids: list[str] = []
    to: list[str] = []
    why, structured = "", False
    for part in _parts(message):
        kind = part.kind
        if kind == "message/delivery-status":
            structured = True
            for block in _blocks(part):
                failed, address, said = _recipient(block)
                if failed:
                    to += [address] if address else []
                    why = why or said
        elif kind == "message/rfc822":
            ids += [each for inner in _blocks(part) for each in headers.message_ids(_field(inner, "message-id"))[:1]]
        elif kind in _RETURNED_TEXT:
            ids += _inline(_payload(part))
    ids += headers.message_ids(_field(message, "x-original-message-id"))[:1]
    ids = ids or _inline(text)
    ids += (
        headers.message_ids(_field(message, "in-reply-to"))[:1]
        + headers.message_ids(_field(message, "references"))[-2:]
    )
    failed_to = [each.key for each in headers.parse_addresses(_field(message, "x-failed-recipients"))]
    if not structured and not _LATE.search(f"{_field(message, 'subject')}\n{text[:4000]}"):
        reason = _inline_why(text)
        to += failed_to or [each.casefold() for each in _INLINE_TO.findall(text)[:5]]
        why = reason.strip() or "the mail system gives no reason it could be read from"
    return Returned(_once(ids)[:MAX_IDS], _once(to + (failed_to if why else [])), headers.clean(why)[:MAX_WHY])


def _inline_why(text: str) -> str:
    """The first line with a code that says why. Where it must have a 5, the pattern alone takes a hundred times as long."""
    for line in text.split("\n"):
        if "5" in line and (found := _INLINE_WHY.match(line)):
            return found[0]
    return ""


def _parts(message: Part) -> Iterator[Part]:
    """The parts of the report itself, not those of what it returns."""
    todo = [message]
    for _ in range(MAX_PARTS):
        if not todo:
            return
        part = todo.pop(0)
        yield part
        if part.kind.startswith("multipart/"):
            todo += _blocks(part)


def _blocks(part: Part) -> list[Part]:
    return part.children[:MAX_PARTS]


def _payload(part: Part) -> str:
    if isinstance(part.payload, list):  # message/rfc822-headers, parsed as a message
        return "".join(f"Message-ID: {_field(each, 'message-id')}\n" for each in part.payload)
    return part.payload[: 64 * 1024].decode("ascii", "replace")


def _recipient(block: Part) -> tuple[bool, str, str]:
    """(failed, address, why) of one recipient (RFC 3464 § 2.3)."""
    action = _field(block, "action").strip().casefold()
    named = _field(block, "original-recipient") or _field(block, "final-recipient")
    found = headers.parse_addresses(named.partition(";")[2] or named)
    status, said = _field(block, "status").strip(), _field(block, "diagnostic-code").partition(";")[2].strip()
    failed = action.startswith("fail") or (not action and status.startswith("5"))
    return failed, found[0].key if found else "", said or status or "delivery failed"


def _field(part: Part, name: str) -> str:
    return " ".join(part.first(name).split())


def _inline(text: str) -> list[str]:
    return [headers.message_ids(each)[0] for each in _INLINE_ID.findall(text[: 64 * 1024])[:MAX_IDS]]


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in values if each))
