"""Raw message → `Facts` or `Unreadable`: read once at the door, normalised, bounded. Never raises on any octets.

The stdlib parser with its `compat32` policy: the newer policies decode while they parse, and one crafted subject costs them
seconds and gigabytes. What could cost the old one too much is measured before it is called.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from watcher.core import headers, text
from watcher.core.model import Address, Arrival, Facts, Unreadable


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one message at the most; the rest is passed over."""

    header_block: int = 256 * 1024  # octets
    header: int = 8 * 1024
    header_count: int = 500
    body: int = 320 * 1024  # octets of the body that are parsed
    depth: int = 20
    parts: int = 200
    text: int = text.MAX_TEXT  # characters
    fingerprint: int = 16 * 1024  # octets of the body


LIMITS = Limits()

_BLOCK_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(rb"(?m)^[!-9;-~]{1,100}[ \t]*:")
_STRUCTURE = re.compile(rb"(?im)^content-(?:type|disposition)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*")
_LONG_FIELD = re.compile(rb"(?m)^([!-9;-~]{1,100}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*)")
_REPORT_TYPE = re.compile(r"report-type\s*=\s*\"?([\w.-]+)", re.IGNORECASE)
_METHOD = re.compile(r"(?im)^method:([a-z-]{1,20})")


def read(arrival: Arrival) -> Facts | Unreadable:
    """What the message says. `Unreadable`: nothing that looks like a message, or a parser that gave up."""
    try:
        return _read(arrival)
    except Exception as error:  # hostile input has shown RecursionError, ValueError, LookupError, MemoryError, …
        return _unreadable(arrival, f"the parser gave up on it ({type(error).__name__})")


def _unreadable(arrival: Arrival, reason: str) -> Unreadable:
    place = arrival.locator
    digest = hashlib.sha256(arrival.raw[: LIMITS.fingerprint]).hexdigest()
    return Unreadable(place.mailbox, place.folder, arrival.received_at, arrival.size, digest, reason)


def _read(arrival: Arrival) -> Facts | Unreadable:
    if not arrival.raw.strip():
        return _unreadable(arrival, "it is empty")
    block, body = _split(arrival.raw)
    if not _FIELD.search(block):
        return _unreadable(arrival, "it has no header")
    message, whole = _parse(block, body)
    fields = _fields(message)
    parts = _Parts(message, whole)
    subject = _first(fields, "subject")
    base, is_reply, is_forward = headers.base_subject(subject)
    in_reply_to = headers.message_ids(_raw(message, "in-reply-to"))
    place = arrival.locator
    readable, own = parts.text, text.own_text(parts.text, is_forward)
    return Facts(
        mailbox=place.mailbox,
        folder=place.folder,
        received_at=arrival.received_at,
        size=arrival.size,
        fingerprint=_fingerprint(message, body),
        message_id=next(iter(headers.message_ids(_raw(message, "message-id"))), ""),
        from_=_addresses(message, "from"),
        sender=next(iter(_addresses(message, "sender")), None),
        reply_to=_addresses(message, "reply-to"),
        to=_addresses(message, "to"),
        cc=_addresses(message, "cc"),
        bcc=_addresses(message, "bcc", "resent-to", "resent-cc", "resent-bcc"),
        return_path=_return_path(message),
        subject=subject,
        base_subject=base,
        is_reply=is_reply or bool(in_reply_to),
        is_forward=is_forward or "message/rfc822" in parts.types[1:],
        in_reply_to=in_reply_to,
        references=headers.message_ids(_raw(message, "references")),
        date=_date(_first(fields, "date")),
        headers=fields,
        text=readable,
        own_text=own,
        from_html=parts.from_html,
        links=parts.links,
        images=parts.images,
        content_type=parts.types[0],
        report_type=parts.report_type,
        part_types=tuple(parts.types),
        calendar_method=parts.calendar_method,
        attachments=tuple(parts.attachments),
        language=text.guess_language(own or readable),
        flags=arrival.flags,
        truncated=arrival.truncated or not whole,
        defects=tuple(sorted({type(defect).__name__ for defect in message.defects})),
    )


# --- octets → a parsed message


def _split(raw: bytes) -> tuple[bytes, bytes]:
    """Header block and body, each cut to its limit."""
    raw = raw.lstrip(b"\r\n")
    if b"\n" not in raw:  # line ends of an old Macintosh
        raw = raw.replace(b"\r", b"\n")
    if raw.startswith(b"From ") and b"\n" in raw[:1000]:  # an mbox envelope line
        raw = raw[raw.index(b"\n") + 1 :]
    found = _BLOCK_END.search(raw, 0, LIMITS.header_block)
    if found is None:
        return raw[: LIMITS.header_block], b""
    return raw[: found.start()], raw[found.end() : found.end() + LIMITS.body]


def _parse(block: bytes, body: bytes) -> tuple[Message, bool]:
    """The parsed message; False with it where only its header was parsed, because the structure would cost too much."""
    if len(block) > LIMITS.header:
        block = _LONG_FIELD.sub(lambda found: found[0][: LIMITS.header].rstrip(b"\r\n"), block)
    whole = _is_harmless(block, body)
    if not whole:
        fields = [field for field in _LONG_FIELD.findall(block) if not field.lower().startswith(b"content-")]
        block, body = b"\r\n".join(field.rstrip(b"\r") for field in fields), body[: LIMITS.text]
    return message_from_bytes(block + b"\r\n\r\n" + body), whole


def _is_harmless(block: bytes, body: bytes) -> bool:
    """Is the structure small enough for a parser that recurses into it and counts quotes from the start each time?"""
    structure = [found[0] for found in _STRUCTURE.finditer(block + b"\n\n" + body)]
    nested = sum(b"multipart/" in field.lower() or b"message/" in field.lower() for field in structure)
    return (
        len(structure) <= 2 * LIMITS.parts
        and nested <= 3 * LIMITS.depth
        and max(map(len, structure), default=0) <= 4096
    )


def _fields(message: Message) -> dict[str, tuple[str, ...]]:
    fields: dict[str, list[str]] = {}
    for name, value in list(message.raw_items())[: LIMITS.header_count]:
        fields.setdefault(str(name).casefold(), []).append(headers.decode(str(value)))
    return {name: tuple(values) for name, values in fields.items()}


def _first(fields: dict[str, tuple[str, ...]], name: str) -> str:
    return fields.get(name, ("",))[0]


def _raw(message: Message, name: str) -> str:
    """The topmost undecoded value, folded lines joined."""
    return next((str(value) for each, value in message.raw_items() if each.casefold() == name), "")


def _addresses(message: Message, *names: str) -> tuple[Address, ...]:
    values = (str(value) for name, value in message.raw_items() if name.casefold() in names)
    found: list[Address] = []
    for value in values:
        found += headers.parse_addresses(" ".join(value.split()))
        if len(found) >= headers.MAX_ADDRESSES:
            break
    return tuple(found[: headers.MAX_ADDRESSES])


def _return_path(message: Message) -> str | None:
    """The topmost Return-Path: "" for the null sender, None where there is none (RFC 5321 § 4.4)."""
    value = next((str(each) for name, each in message.raw_items() if name.casefold() == "return-path"), None)
    if value is None:
        return None
    found = headers.parse_addresses(value)
    return found[0].email if found else ""


def _date(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value[:100])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _fingerprint(message: Message, body: bytes) -> str:
    """SHA-256 of what stays the same wherever a message is moved or copied to, whoever serves it."""
    digest = hashlib.sha256()
    for name in ("message-id", "from", "date", "subject"):
        digest.update(" ".join(_raw(message, name).split()).encode("utf-8", "surrogateescape") + b"\0")
    digest.update(b"\n".join(line.rstrip() for line in body[: LIMITS.fingerprint].split(b"\n")[:-1]))
    return digest.hexdigest()


# --- parts


class _Parts:
    """One walk over the parts: the text, and the names of the rest."""

    def __init__(self, message: Message, whole: bool) -> None:
        self.types: list[str] = []
        self.attachments: list[str] = []
        self.text = ""
        self.from_html = False
        self.links = self.images = 0
        self.calendar_method = ""
        self._plain: Message | None = None
        self._html: Message | None = None
        self._nested: Message | None = None
        self._visit(message, 0)
        found = _REPORT_TYPE.search(_content_type(message)) if self.types[0] == "multipart/report" else None
        self.report_type = found[1].casefold() if found else ""
        if whole:
            self._choose()
        else:
            self.text = text.tidy(_decoded(message))

    def _visit(self, part: Message, depth: int) -> None:
        if len(self.types) >= LIMITS.parts or depth > LIMITS.depth:
            return
        kind = part.get_content_type()
        self.types.append(kind)
        self._note(part, kind)
        children = part.get_payload() if part.is_multipart() else None
        if not isinstance(children, list):
            return
        if kind.startswith("message/"):
            if self._nested is None and kind == "message/rfc822" and children:
                self._nested = children[0]
            return
        for child in children:
            if isinstance(child, Message):
                self._visit(child, depth + 1)

    def _note(self, part: Message, kind: str) -> None:
        disposition = headers.decode(_raw(part, "content-disposition"))
        attached = disposition.casefold().startswith("attachment")
        if name := _file_name(part, disposition):
            self.attachments.append(name)
        elif attached or kind in ("application/ms-tnef", "application/pkcs7-mime", "multipart/encrypted"):
            self.attachments.append(kind)
        if kind == "text/calendar" and not self.calendar_method:
            declared = re.search(r"method\s*=\s*\"?([a-z-]{1,20})", _content_type(part), re.IGNORECASE)
            found = declared or _METHOD.search(_decoded(part)[:8192])
            self.calendar_method = found[1].upper() if found else ""
        if attached:
            return
        if kind == "text/plain" and self._plain is None:
            self._plain = part
        elif kind == "text/html" and self._html is None:
            self._html = part

    def _choose(self) -> None:
        """The plain text, or the HTML where the plain text is a stub or missing; an enclosed message where there is neither."""
        if self._plain is not None:
            self.text = text.tidy(_decoded(self._plain))
        if self._html is not None:
            rendered = text.html_to_text(_decoded(self._html))
            self.links, self.images = rendered.links, rendered.images
            if len(self.text) < 20 < len(rendered.text) or not self.text:
                self.text, self.from_html = rendered.text, True
        if not self.text and self._nested is not None:
            enclosed = _Parts(self._nested, whole=True)
            subject = headers.decode(_raw(self._nested, "subject"))
            sender = headers.decode(_raw(self._nested, "from"))
            self.text = text.tidy(f"From: {sender}\nSubject: {subject}\n\n{enclosed.text}")


def _content_type(part: Message) -> str:
    return " ".join(_raw(part, "content-type").split())[: LIMITS.header]


def _decoded(part: Message) -> str:
    """The text of one leaf, its transfer encoding and charset undone as far as they are what they claim."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        payload = None
    if not isinstance(payload, bytes):
        whole = part.get_payload()
        payload = whole.encode("utf-8", "surrogateescape") if isinstance(whole, str) else b""
    found = re.search(r"charset\s*\*?=\s*(?:\"([^\"]{1,60})\"|([^\s;\"]{1,60}))", _content_type(part), re.IGNORECASE)
    charset = (found[1] or found[2]).strip("'\" ").rpartition("'")[2] if found else ""
    return headers.decode_bytes(payload[: LIMITS.body], charset if charset.isascii() and "\0" not in charset else "")


def _file_name(part: Message, disposition: str) -> str:
    """The file name, also in RFC 2231's pieces."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        found = re.search(r"filename\*?=\"?([^\";]{1,200})", disposition)
        name = found[1] if found else ""
    return headers.decode(str(name))[:200] if name else ""
