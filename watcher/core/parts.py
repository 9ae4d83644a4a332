"""Octets → header fields, and the parts of a body: which there are, and the one text a person reads. Bounded.

The stdlib parser with its `compat32` policy reads the structure: the newer policies decode while they parse, and one
crafted subject costs them seconds and gigabytes. What could cost even this one too much is measured and cut
beforehand. Attachments are named, never decoded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes, message_from_string
from email.message import Message
from typing import NamedTuple

from watcher.core import charsets, headers, text


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one message at the most; the rest is passed over."""

    header_block: int = 256 * 1024  # octets
    header: int = headers.MAX_VALUE  # octets of one field
    header_names: int = 500
    header_values: int = 100  # of one name
    body: int = 320 * 1024  # octets
    structure_field: int = 2048  # octets of a Content-Type or Content-Disposition
    depth: int = 20
    parts: int = 200
    file_name: int = 200  # characters
    text: int = text.MAX_TEXT  # characters
    addresses: int = headers.MAX_ADDRESSES
    references: int = headers.MAX_IDS
    fingerprint: int = 16 * 1024  # octets of the body, white space folded


LIMITS = Limits()

_FIELD = re.compile(rb"^[!-9;-~]{1,100}[ \t]*:", re.MULTILINE)
_BLANK = re.compile(rb"\n(?:\r?\n|[ \t]+\r?\n(?![ \t]|[!-9;-~]{1,100}[ \t]*:))")
_IRREGULAR = re.compile(rb"^(?![!-9;-~]{1,100}:|[ \t]|\r?$)", re.MULTILINE)
_KNOWN = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path|reply-to|cc|sender)[ \t]*:",
    re.MULTILINE | re.IGNORECASE,
)
_LONG_FIELD = re.compile(rb"^[!-9;-~]{1,100}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_EACH_FIELD = re.compile(r"^([!-9;-~]{1,100}):([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_STRUCTURE = re.compile(
    rb"(?<=[\r\n])content-(?:type|disposition)[ \t]*:[^\r\n]*(?:\r?[\r\n][ \t][^\r\n]*)*", re.IGNORECASE
)
_COMPOUND = re.compile(rb"multipart/|message/", re.IGNORECASE)


class Octets(NamedTuple):
    """A message cut in two at its first blank line, each half to its limit."""

    block: bytes
    body: bytes


def split(raw: bytes) -> Octets | None:
    """Header block and body; None where nothing looks like a header (RFC 5322 § 2.1)."""
    raw = raw[: LIMITS.header_block + LIMITS.body].lstrip(b"\r\n\t \0")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")  # line ends of an old Macintosh
    if raw.startswith((b"From ", b">From ")) and b"\n" in raw[:1000]:
        raw = raw[raw.index(b"\n") + 1 :]  # an mbox envelope line
    found = _BLANK.search(raw, 0, LIMITS.header_block)
    block, body = (raw[: found.start()], raw[found.end() :]) if found else (raw[: LIMITS.header_block], b"")
    if not _FIELD.search(block):
        return None
    block = block.removesuffix(b"\r")
    if _IRREGULAR.search(block):
        block, body = _repaired(block, body)
    if len(block) > LIMITS.header:
        block = _LONG_FIELD.sub(lambda each: each[0][: LIMITS.header].rstrip(b"\r\n"), block)
    return Octets(block, body[: LIMITS.body])


def _repaired(block: bytes, body: bytes) -> tuple[bytes, bytes]:
    """Lines that are no header fields: among fields they are dropped, behind the last one the body begins."""
    *_, last = [None, *_KNOWN.finditer(block)]
    end = last.start() if last else 0
    kept: list[bytes] = []
    position = 0
    for line in block.split(b"\n"):
        field = _FIELD.match(line)
        if field:
            kept.append(line[: field.end() - 1].rstrip() + line[field.end() - 1 :])
        elif line[:1] in (b" ", b"\t") and kept:
            kept.append(line)
        elif position > end and kept:
            return b"\n".join(kept), block[position:] + b"\n\n" + body
        position += len(line) + 1
    return b"\n".join(kept), body


def header_fields(block: bytes) -> Message:
    """A message of these fields and no body, as the stdlib parser reads them and in a third of its time."""
    text = block.decode("ascii", "surrogateescape")
    if text.count("\r") != text.count("\r\n"):
        return message_from_string(text + "\n\n")  # a bare CR ends a line too, for that parser
    message = Message()
    for name, value in _EACH_FIELD.findall(text):
        message.set_raw(name, value.lstrip(" \t").rstrip("\r\n"))
    return message


def parse(octets: Octets) -> tuple[Message, bool]:
    """The parsed message, and whether all of it was parsed: the parser recurses into parts, so they are counted."""
    block, body = octets
    if not _COMPOUND.search(block):
        message = header_fields(block)
        message.set_payload(body.decode("ascii", "surrogateescape"))
        return message, True
    whole, head = b"\n" + block + b"\n\n" + body, len(block) + 3
    nested = n = 0
    cut = len(whole)
    for n, found in enumerate(_STRUCTURE.finditer(whole, head - 1), 1):
        nested += bool(_COMPOUND.search(found[0]))
        if n > 2 * LIMITS.parts or nested > 2 * LIMITS.depth:
            cut = found.start()
            break
    cut = min(cut, head + LIMITS.body // max(1, nested // 4))  # each line is compared with every open boundary
    whole = _STRUCTURE.sub(lambda each: each[0][: LIMITS.structure_field], whole[:cut])
    return message_from_bytes(whole[1:]), cut == head + len(body)


def raw_header(part: Message, name: str) -> str:
    """The topmost value of a header as it stands there, undecoded and still folded; "" where there is none."""
    return next((str(value) for each, value in part.raw_items() if each.casefold() == name), "")


# --- what the parts say

_REPORT_TYPE = re.compile(r"report-type\s{0,9}=\s{0,9}\"?([\w.-]{1,60})", re.IGNORECASE | re.ASCII)
_METHOD_PARAMETER = re.compile(r"method\s{0,9}=\s{0,9}\"?([a-z-]{1,20})", re.IGNORECASE)
_METHOD_LINE = re.compile(r"^method:([a-z-]{1,20})", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"charset\s{0,9}\*?=\s{0,9}(?:\"([^\"]{1,60})\"|([^\s;\"]{1,60}))", re.IGNORECASE)
#: Parts that hold a whole mail in a form nobody here can read; their text is "".
_SEALED = frozenset(
    {"application/ms-tnef", "application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
)
_STUB = re.compile(
    r"(?:not|n't|nicht|pas|no|non|não|geen|unable to)\b.{0,60}\bhtml\b|"
    r"html[ -](?:only|capable|compatible|enabled|version|format)|view (?:this|it|the) .{0,40}(?:browser|online)|"
    r"im browser|dans (?:votre|un) navigateur|multi-?part message in mime",
    re.IGNORECASE | re.DOTALL,
)
_STUB_LENGTH = 400
_HTML = re.compile(r"\s{0,200}<(?:!doctype\s+html|html|head|body|table|style|title)\b", re.IGNORECASE)
_LINK = re.compile(r"https?://", re.IGNORECASE)
_SHORT = 20


@dataclass(slots=True)
class Content:
    """What the body of one message holds. `types` begins with that of the message itself."""

    types: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    text: str = ""
    from_html: bool = False
    links: int = 0
    images: int = 0
    calendar_method: str = ""
    report_type: str = ""
    _plain: Message | None = None
    _html: Message | None = None
    _enclosed: Message | None = None


def content(message: Message, *, enclosed: bool = True) -> Content:
    """Names every part and renders the one that a person reads; of an enclosed mail only where nothing else is."""
    found = Content()
    _visit(message, found, 0)
    if found.types[0] == "multipart/report" and (report := _REPORT_TYPE.search(_content_type(message))):
        found.report_type = report[1].casefold()
    _render(found)
    if enclosed and not found.text and (inner := found._enclosed) is not None:
        sender, subject = (headers.decode(raw_header(inner, name)) for name in ("from", "subject"))
        found.text = text.tidy(f"From: {sender}\nSubject: {subject}\n\n{content(inner, enclosed=False).text}")
    return found


def _visit(part: Message, found: Content, depth: int) -> None:
    if len(found.types) >= LIMITS.parts or depth > LIMITS.depth:
        return
    kind = part.get_content_type()
    kind = kind.split(None, 1)[0]  # a forgotten semicolon
    if len(kind) > 100 or not kind.isascii() or not kind.isprintable():
        kind = "application/octet-stream"
    found.types.append(kind)
    _note(part, kind, found)
    children = part.get_payload() if part.is_multipart() else None
    if not isinstance(children, list):
        return
    if kind.startswith("message/"):
        if kind == "message/rfc822" and found._enclosed is None and children and isinstance(children[0], Message):
            found._enclosed = children[0]
        return
    for child in children:
        if isinstance(child, Message):
            _visit(child, found, depth + 1)


def _note(part: Message, kind: str, found: Content) -> None:
    disposition = headers.decode(raw_header(part, "content-disposition"))
    attached = disposition.casefold().startswith("attachment")
    if name := _file_name(part, disposition):
        found.attachments.append(name)
    elif attached or kind in _SEALED:
        found.attachments.append(kind)
    if kind == "text/calendar" and not found.calendar_method:
        method = _METHOD_PARAMETER.search(_content_type(part)) or _METHOD_LINE.search(_decoded(part)[:8192])
        found.calendar_method = method[1].upper() if method else ""
    if attached:
        return
    if kind == "text/plain" and found._plain is None:
        found._plain = part
    elif kind == "text/html" and found._html is None:
        found._html = part


def _render(found: Content) -> None:
    """The plain text, or the HTML where the plain text is missing or only says that there is HTML."""
    plain = _decoded(found._plain) if found._plain is not None else ""
    html = _decoded(found._html) if found._html is not None else ""
    if not html and _HTML.match(plain):
        plain, html = "", plain  # HTML that is called plain text
    found.text = text.tidy(plain)
    if not html:
        found.links = len(_LINK.findall(found.text))
        return
    short = len(found.text) < _SHORT
    if not short and not (len(found.text) < _STUB_LENGTH and _STUB.search(found.text)):
        found.links, found.images = text.count_remote(html)
        return
    rendered = text.html_to_text(html)
    found.links, found.images = rendered.links, rendered.images
    if len(rendered.text) > 2 * len(found.text) or not found.text:
        found.text, found.from_html = rendered.text, True


def _content_type(part: Message) -> str:
    return " ".join(raw_header(part, "content-type").split())[: LIMITS.structure_field]


def _decoded(part: Message) -> str:
    """The text of one leaf, its transfer encoding and charset undone as far as they are what they claim to be."""
    declared = _CHARSET.search(_content_type(part))
    charset = (declared[1] or declared[2]).partition("'")[0] if declared else ""
    del part["content-type"]  # or the parser decodes 8-bit text too, by whatever codec a stranger names
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        payload = None
    return charsets.decode(payload[: LIMITS.body], charset) if isinstance(payload, bytes) else ""


def _file_name(part: Message, disposition: str) -> str:
    """The file name, also in RFC 2231's pieces. Shown to people, never used as a path."""
    if "name" not in disposition.casefold() and "name" not in raw_header(part, "content-type").casefold():
        return ""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        found = re.search(r"filename\*?=\"?([^\";]{1,200})", disposition)
        name = found[1] if found else None
    return headers.decode(str(name))[: LIMITS.file_name] if name else ""
