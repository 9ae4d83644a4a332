"""Octets → the tree of parts that a message consists of: the fields of each, and what stands below them. Bounded.

Ordinary mail is cut by its boundaries here. Whatever is unusual in any way, such as a boundary that is missing, a line that is
no field, or a bare carriage return, is left to the stdlib's parser, which reads line by line and takes many times as long; where
both read a message, they read the same (tests/core/message/test_mime.py). Of that parser it is the `compat32` policy: the newer ones
decode while they parse, and one crafted subject costs them seconds and gigabytes. What could cost even this one too much is
measured and cut beforehand.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from email import message_from_bytes, message_from_string
from email.message import Message
from typing import NamedTuple

from watcher.core.message import headers, text


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one message at the most; the rest is passed over."""

    header_block: int = 256 * 1024  # octets
    header: int = headers.MAX_VALUE_LENGTH  # octets of one field
    header_names: int = 500
    header_values: int = 100  # of one name
    body: int = 320 * 1024  # octets
    structure_field: int = 2048  # octets of a Content-Type or Content-Disposition
    depth: int = 20
    parts: int = 200
    file_name: int = 200  # characters
    text: int = text.MAX_TEXT_LENGTH  # characters
    addresses: int = headers.MAX_ADDRESSES
    references: int = headers.MAX_IDS
    fingerprint: int = 16 * 1024  # octets of the body, white space folded


LIMITS = Limits()

_FIELD_NAME = re.compile(rb"^[!-9;-~]{1,100}[ \t]*:", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\n(?:\r?\n|[ \t]+\r?\n(?![ \t]|[!-9;-~]{1,100}[ \t]*:))")
_IRREGULAR_LINE = re.compile(rb"\n(?![!-9;-~]{1,100}:|[ \t]|\r?$)", re.MULTILINE)
_WELL_KNOWN_FIELD = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path|reply-to|cc|sender)[ \t]*:",
    re.MULTILINE | re.IGNORECASE,
)
_WHOLE_FIELD = re.compile(rb"^[!-9;-~]{1,100}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_NO_FIELD = re.compile(rb"\n(?![!-9;-~]{1,100}:|[ \t])")
_FIELD_NAME_AND_VALUE = re.compile(r"^([!-9;-~]{1,100}):[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)


class SplitMessage(NamedTuple):
    """A message cut in two at its first blank line, each half to its limit."""

    header_block: bytes
    body: bytes


def split_header_and_body(raw: bytes) -> SplitMessage | None:
    """Header block and body; None where nothing looks like a header (RFC 5322 § 2.1)."""
    raw = raw[: LIMITS.header_block + LIMITS.body].lstrip(b"\r\n\t \0")
    if b"\r" in raw:  # one kind of line end from here on; that of an old Macintosh too
        raw = raw.replace(b"\r\n", b"\n") if b"\n" in raw else raw.replace(b"\r", b"\n")
    if raw.startswith((b"From ", b">From ")) and b"\n" in raw[:1000]:
        raw = raw[raw.index(b"\n") + 1 :]  # an mbox envelope line
    end = raw.find(b"\n\n", 0, LIMITS.header_block)
    block, body = raw[:end], raw[end + 2 :]
    if end < 0 or b" \n" in block or b"\t\n" in block or b"\r\n" in block:  # a blank line before it need not be empty
        found = _BLANK_LINE.search(raw, 0, LIMITS.header_block)
        block, body = (raw[: found.start()], raw[found.end() :]) if found else (raw[: LIMITS.header_block], b"")
    if not _FIELD_NAME.search(block):
        return None
    block = block.removesuffix(b"\r")
    if _IRREGULAR_LINE.search(b"\n" + block):
        block, body = _repair_header_block(block, body)
    if len(block) > LIMITS.header:
        block = _WHOLE_FIELD.sub(lambda each: each[0][: LIMITS.header].rstrip(b"\r\n"), block)
    return SplitMessage(block, body[: LIMITS.body])


def _repair_header_block(block: bytes, body: bytes) -> tuple[bytes, bytes]:
    """Lines that are no header fields: among fields they are dropped, behind the last one the body begins."""
    *_, last = [None, *_WELL_KNOWN_FIELD.finditer(block)]
    end = last.start() if last else 0
    kept: list[bytes] = []
    position = 0
    for line in block.split(b"\n"):
        field = _FIELD_NAME.match(line)
        if field:
            kept.append(line[: field.end() - 1].rstrip() + line[field.end() - 1 :])
        elif line[:1] in (b" ", b"\t") and kept:
            kept.append(line)
        elif position > end and kept:
            return b"\n".join(kept), block[position:] + b"\n\n" + body
        position += len(line) + 1
    return b"\n".join(kept), body


# --- the tree


@dataclass(slots=True)
class MimePart:
    """One part: its fields, and its octets or the parts it consists of."""

    fields: dict[str, list[str]]  # case-folded name → values as they stand there, still folded, top first
    content_type: str  # content type as declared, in lower case
    payload: bytes | list[MimePart] = b""
    defects: set[str] = field(default_factory=set)  # names of what the stdlib found wrong with it

    def first_value(self, name: str) -> str:
        """The topmost value of a field as it stands there; "" where there is none."""
        values = self.fields.get(name)
        return values[0] if values else ""

    @property
    def child_parts(self) -> list[MimePart]:
        return self.payload if isinstance(self.payload, list) else []


class _UnusualStructure(Exception):
    """Not to be cut here."""


_COMPOUND_TYPE = re.compile(rb"multipart/|message/")
#: In octets in lower case; to begin with what is rare makes the search fast.
_STRUCTURE_FIELD = re.compile(
    rb"content-(?<=[\r\n]content-)(?:type|disposition)[ \t]*:[^\r\n]*(?:\r?[\r\n][ \t][^\r\n]*)*"
)
_STRUCTURE_FIELD_ANY_CASE = re.compile(_STRUCTURE_FIELD.pattern, re.IGNORECASE)
_DEFAULT_TYPE = "text/plain"
#: A value in which nothing is quoted, escaped or split in a way that only the stdlib knows.
_PARAMETER = r";\s*([\w-]+)\s*=\s*(?:\"(?!<)([^\"\\\r\n]*)\"|([^\s\";<\\]*))\s*"
_PLAIN_VALUE = re.compile(rf"[^;\"=*]*(?:{_PARAMETER})*;?\s*\Z", re.ASCII)
_ONE_PARAMETER = re.compile(_PARAMETER, re.ASCII)
_EMPTY_LINES = re.compile(rb"^\n", re.MULTILINE)
_STDLIB_ENCODINGS = frozenset({"base64", "x-uuencode", "uuencode", "uue", "x-uue"})
_BEHIND_BOUNDARY = re.compile(rb"(--)?[ \t]*(?:\n|\Z)")


def parse_parts(octets: SplitMessage) -> tuple[MimePart, bool]:
    """The tree of parts, and whether all of it was read."""
    block, body = octets
    if not _COMPOUND_TYPE.search(block.lower()):
        part = parse_header_block(block)
        part.payload = body
        return part, True
    whole, complete = _limit_structure(octets)
    if b"\r" not in whole:
        try:
            return _cut_part(whole, 1, len(whole)), complete
        except _UnusualStructure:
            pass
    return parse_by_stdlib(octets)


def parse_by_stdlib(octets: SplitMessage) -> tuple[MimePart, bool]:
    """The same, whatever the message."""
    whole, complete = _limit_structure(octets)
    return _convert_stdlib_part(message_from_bytes(whole[1:])), complete


def _limit_structure(octets: SplitMessage) -> tuple[bytes, bool]:
    """A line end and the message, with not more parts, nor longer fields about them, than one may read. Was that all?

    The parts are counted because whoever reads them recurses into them.
    """
    whole, start = b"\n" + octets.header_block + b"\n\n" + octets.body, len(octets.header_block) + 3
    nested = n = longest = 0
    cut = len(whole)
    for found in _STRUCTURE_FIELD.finditer(whole.lower()):
        longest = max(longest, found.end() - found.start())
        if found.start() < start - 1:
            continue
        n += 1
        nested += _COMPOUND_TYPE.search(found[0]) is not None
        if n > 2 * LIMITS.parts or nested > 2 * LIMITS.depth:
            cut = found.start()
            break
    cut = min(cut, start + LIMITS.body // max(1, nested // 4))  # each line is compared with every open boundary
    complete, whole = cut == len(whole), whole[:cut]
    if longest > LIMITS.structure_field:
        whole = _STRUCTURE_FIELD_ANY_CASE.sub(lambda each: each[0][: LIMITS.structure_field], whole)
    return whole, complete


def parse_header_block(block: bytes) -> MimePart:
    """A part of these fields, as the stdlib reads them, and with nothing below."""
    text = block.decode("ascii", "surrogateescape")
    if "\r" in text:
        return _convert_stdlib_part(message_from_string(text + "\n\n"))  # a bare CR ends a line too, for that parser
    fields: dict[str, list[str]] = {}
    for name, value in _FIELD_NAME_AND_VALUE.findall(text):
        name = name.lower()
        if name in fields:
            fields[name].append(value)
        else:
            fields[name] = [value]
    return MimePart(fields, _declared_content_type(fields, _DEFAULT_TYPE))


def _declared_content_type(fields: dict[str, list[str]], default: str) -> str:
    """RFC 2045 § 5.2: what is no content type means plain text."""
    if "content-type" not in fields:
        return default
    declared = fields["content-type"][0].partition(";")[0]
    if not declared.isascii():
        declared = declared.encode("ascii", "surrogateescape").decode("ascii", "replace")
    declared = declared.strip().lower()
    return declared if declared.count("/") == 1 else _DEFAULT_TYPE


def _cut_part(data: bytes, start: int, end: int, default: str = _DEFAULT_TYPE, in_multipart: bool = False) -> MimePart:
    """The part between two places of `data`, of which the first is the beginning of a line. There is no carriage return."""
    if data.startswith(b"\n", start, end):
        block, body = b"", start + 1
    elif (at := data.find(b"\n\n", start, end)) >= 0:
        block, body = data[start:at], at + 2
    else:
        block, body = data[start:end].rstrip(b"\n"), end
    if block and (_NO_FIELD.search(b"\n" + block) or block[0] in b" \t"):
        raise _UnusualStructure
    part = parse_header_block(block)
    part.content_type = kind = _declared_content_type(part.fields, default)
    if kind.startswith("multipart/"):
        part.payload = _cut_multipart(data, body, end, part)
    elif kind == "message/delivery-status":
        part.payload = _cut_field_blocks(data[body:end])
    elif kind.startswith("message/"):
        part.payload = [_cut_part(data, body, end, in_multipart=in_multipart)]
    else:  # in a multipart the last line end belongs to the boundary (RFC 2046 § 5.1.1)
        part.payload = data[body : end - (in_multipart and data.endswith(b"\n", body, end))]
    return part


def _cut_multipart(data: bytes, start: int, end: int, part: MimePart) -> list[MimePart]:
    """What stands between the boundaries of a multipart (RFC 2046 § 5.1)."""
    if part.fields.get("content-transfer-encoding", ["8bit"])[0].lower() not in ("7bit", "8bit", "binary"):
        raise _UnusualStructure
    try:
        boundary = b"\n--" + _read_boundary(part.first_value("content-type")).encode("ascii")
    except UnicodeError:
        raise _UnusualStructure from None
    default = "message/rfc822" if part.content_type == "multipart/digest" else _DEFAULT_TYPE
    found: list[MimePart] = []
    opened, position = 0, start - 1
    while (at := data.find(boundary, position, end)) >= 0:
        behind = _BEHIND_BOUNDARY.match(data, at + len(boundary), end)
        if not behind:
            position = at + 1
            continue
        if opened:
            if at < opened:
                raise _UnusualStructure  # two boundaries in a row
            found.append(_cut_part(data, opened, at + 1, default, in_multipart=True))
        if behind[1]:
            break
        opened = behind.end()
        position = opened - 1
    if at < 0 and opened < end and opened:  # cut off, as what a bounce brings back often is
        part.defects.add("CloseBoundaryNotFoundDefect")
        found.append(_cut_part(data, opened, end, default, in_multipart=True))
    elif at < 0 or not found:
        raise _UnusualStructure
    return found


def _read_boundary(value: str) -> str:
    """The boundary that a Content-Type names."""
    if _PLAIN_VALUE.match(value):
        named = next((each for each in _ONE_PARAMETER.findall(value) if each[0].lower() == "boundary"), None)
        boundary = (named[1] or named[2]).rstrip() if named else ""
    else:
        message = Message()
        message.set_raw("content-type", value)
        boundary = message.get_boundary() or ""
    if not boundary or "\n" in boundary:  # folded: no line is such
        raise _UnusualStructure
    return boundary


def _cut_field_blocks(data: bytes) -> list[MimePart]:
    """The blocks of fields in a delivery report (RFC 3464 § 2.1), each as a part."""
    blocks = _EMPTY_LINES.split(data)
    if len(blocks) > 1 and not blocks[-1]:
        blocks.pop()
    found = [_cut_part(each, 0, len(each)) for each in blocks]
    if any("content-type" in each.fields for each in found):
        raise _UnusualStructure
    return found


def _convert_stdlib_part(message: Message) -> MimePart:
    """The same tree of what the stdlib read."""
    fields: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        fields.setdefault(str(name).casefold(), []).append(str(value))
    kind = message.get_content_type()
    defects = {type(defect).__name__ for defect in message.defects}
    payload = message.get_payload() if message.is_multipart() else None
    if isinstance(payload, list):
        return MimePart(
            fields, kind, [_convert_stdlib_part(each) for each in payload if isinstance(each, Message)], defects
        )
    del message["content-type"], message["content-transfer-encoding"]  # the octets as they stand there
    octets = message.get_payload(decode=True)
    return MimePart(fields, kind, octets if isinstance(octets, bytes) else b"", defects)


def decode_transfer_encoding(part: MimePart) -> bytes:
    """The octets of a leaf, their transfer encoding undone as far as they are what they claim to be."""
    if isinstance(part.payload, list):
        return b""
    encoding = part.first_value("content-transfer-encoding").lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.payload)
    if encoding not in _STDLIB_ENCODINGS:
        return part.payload
    message = Message()
    message.set_raw("content-transfer-encoding", encoding)
    message.set_payload(part.payload.decode("ascii", "surrogateescape"))
    try:
        payload = message.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        payload = None
    part.defects |= {type(defect).__name__ for defect in message.defects}
    return payload if isinstance(payload, bytes) else b""


def undecoded_file_name(part: MimePart) -> str:
    """The file name that a part gives itself, also in RFC 2231's pieces; undecoded."""
    disposition, kind = part.first_value("content-disposition"), part.first_value("content-type")
    message = Message()
    for name, value in (("content-disposition", disposition), ("content-type", kind)):
        if value:
            message.set_raw(name, value)
    return message.get_filename() or ""
