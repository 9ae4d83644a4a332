"""Octets → the tree of parts that a message consists of: the fields of each, and what stands below them. Bounded.

The one door to MIME (RFC 2045, 2046). The stdlib's parser reads, with its `compat32` policy: the newer ones decode while they
parse, and one crafted subject costs them seconds and gigabytes. What could cost even this one too much is measured and cut
beforehand. fast-mail-parser 0.10 (Rust) was tried on 5,300 real messages: it refuses 71 that are readable, and makes another tree
of 75; of 2,000 spoilt ones it refuses 280, and 127 are another tree. A message that is not read is a customer without an answer.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from watcher.core.message import headers


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one message at the most, in octets or characters; the rest is passed over."""

    header_block: int = 256 * 1024  # octets
    header: int = headers.MAX_VALUE_LENGTH  # octets of one field
    header_names: int = 500
    header_values: int = 100  # of one name
    body: int = 320 * 1024  # octets
    structure_field: int = 2048  # octets of a Content-Type or Content-Disposition
    depth: int = 20
    parts: int = 200
    file_name: int = 200  # characters
    addresses: int = headers.MAX_ADDRESSES
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


class SplitMessage(NamedTuple):
    """A message cut in two at its first blank line (RFC 5322 § 2.1), each half to its limit in octets."""

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
        block = _WHOLE_FIELD.sub(lambda field: field[0][: LIMITS.header].rstrip(b"\r\n"), block)
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
        """The topmost value of a field (RFC 5322 § 2.2) as it stands there, undecoded; "" where there is none."""
        values = self.fields.get(name)
        return values[0] if values else ""

    @property
    def child_parts(self) -> list[MimePart]:
        """The parts of a multipart (RFC 2046 § 5.1) or an enclosed message (§ 5.2.1), in order; [] for a leaf."""
        return self.payload if isinstance(self.payload, list) else []


_COMPOUND_TYPE = re.compile(rb"multipart/|message/", re.IGNORECASE)
#: The line end before it is a part of the pattern: a pattern that only looks back at it is tried at every octet.
_STRUCTURE_FIELD = re.compile(
    rb"[\r\n](content-(?:type|disposition)[ \t]*:[^\r\n]*(?:\r?[\r\n][ \t][^\r\n]*)*)", re.IGNORECASE
)
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/=]+")
_MAX_WORD = 40  # characters: a line of base64 may be as long as it likes, a word that stands alone is shorter
_STDLIB_ENCODINGS = frozenset({"base64", "x-uuencode", "uuencode", "uue", "x-uue"})


def parse_parts(octets: SplitMessage) -> tuple[MimePart, bool]:
    """The tree of parts (RFC 2046 § 5), and whether all of it was read. Of a message without parts only the fields are parsed."""
    block, body = octets
    lowered = block.lower()
    if b"multipart/" not in lowered and b"message/" not in lowered:
        part = parse_header_block(block)
        part.payload = body
        return part, True
    whole, complete = _limit_structure(octets)
    part = _convert_stdlib_part(message_from_bytes(whole))
    if part.content_type.startswith("multipart/") and not part.child_parts and body.strip():
        part.payload = _split_at_other_boundary(body)
    return part, complete


#: A line that separates parts, whatever the header says: the fields of a part follow it.
_SEPARATOR_LINE = re.compile(
    rb"^--([\x21-\x7e]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,40}:)", re.MULTILINE | re.IGNORECASE
)


def _split_at_other_boundary(body: bytes) -> list[MimePart]:
    """The parts of a body in which the declared boundary is not: at the one that is there; without any, the whole is its text."""
    found = _SEPARATOR_LINE.search(body)
    if found and b'"' not in found[1] and b"\\" not in found[1]:
        block = b'content-type: multipart/mixed; boundary="%s"' % found[1]
        whole, _ = _limit_structure(SplitMessage(block, body))
        if parts := _convert_stdlib_part(message_from_bytes(whole)).child_parts:
            return parts
    return [MimePart({}, "text/plain", body)]


def _limit_structure(octets: SplitMessage) -> tuple[bytes, bool]:
    """The message with not more parts, nor longer fields about them, than one may read; and whether that was all.

    The parts are counted because whoever reads them recurses into them.
    """
    whole = b"\n" + octets.header_block + b"\n\n" + octets.body  # every field follows a line end, the first one too
    start = len(octets.header_block) + 3
    nested = count = longest = 0
    cut = len(whole)
    for found in _STRUCTURE_FIELD.finditer(whole):
        longest = max(longest, found.end() - found.start(1))
        if found.start(1) < start - 1:
            continue
        count += 1
        nested += _COMPOUND_TYPE.search(found[1]) is not None
        if count > 2 * LIMITS.parts or nested > 2 * LIMITS.depth:
            cut = found.start(1)
            break
    cut = min(cut, start + LIMITS.body // max(1, nested // 4))  # each line is compared with every open boundary
    complete, whole = cut == len(whole), whole[:cut]
    if longest > LIMITS.structure_field:
        length = 1 + LIMITS.structure_field  # with the line end before it
        whole = _STRUCTURE_FIELD.sub(lambda field: field[0][:length], whole)
    return whole[1:], complete


#: A value may begin in the line below its name; Python 3.13 leaves that line end out, 3.11 keeps it.
_BEFORE_VALUE = " \t\r\n"
_FIELD_END = re.compile(r"\n(?![ \t])")


def parse_header_block(block: bytes) -> MimePart:
    """A part of these fields (RFC 5322 § 2.2), and with nothing below.

    Where each line is a field, or goes on with one, there is nothing to interpret; what is not so regular the stdlib reads.
    """
    fields: dict[str, list[str]] = {}
    for line in _FIELD_END.split(block.decode("ascii", "surrogateescape")):
        name, colon, value = line.partition(":")
        if not colon or "\r" in line or name[:1] in ("", " ", "\t"):
            return _convert_stdlib_part(message_from_bytes(block + b"\n\n"))
        fields.setdefault(name.casefold(), []).append(value.lstrip(_BEFORE_VALUE).rstrip("\n"))
    declared = fields.get("content-type", [""])[0]
    if not declared.isascii():
        return _convert_stdlib_part(message_from_bytes(block + b"\n\n"))
    kind = declared.partition(";")[0].strip().lower()
    return MimePart(fields, kind if kind.count("/") == 1 else "text/plain")


def _convert_stdlib_part(message: Message) -> MimePart:
    """The same tree of what the stdlib read; the octets of a leaf as they stand there, still encoded."""
    fields: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        fields.setdefault(str(name).casefold(), []).append(str(value).lstrip(_BEFORE_VALUE))
    kind = message.get_content_type()
    defects = {type(defect).__name__ for defect in message.defects}
    payload = message.get_payload() if message.is_multipart() else None
    if isinstance(payload, list):
        children = [_convert_stdlib_part(part) for part in payload if isinstance(part, Message)]
        return MimePart(fields, kind, children, defects)
    del message["content-type"], message["content-transfer-encoding"]
    octets = message.get_payload(decode=True)
    return MimePart(fields, kind, octets if isinstance(octets, bytes) else b"", defects)


def decode_transfer_encoding(part: MimePart) -> bytes:
    """The octets of a leaf, their transfer encoding undone as far as they are what they claim to be."""
    if isinstance(part.payload, list):
        return b""
    encoding = part.first_value("content-transfer-encoding").lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.payload)
    if encoding not in _STDLIB_ENCODINGS or (encoding == "base64" and not _is_base64(part.payload)):
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


def _is_base64(payload: bytes) -> bool:
    """Is it what it claims to be, by its first line? Some scripts declare base64 and write text (RFC 2045 § 6.8)."""
    first = payload.lstrip()[: LIMITS.structure_field].partition(b"\n")[0].rstrip()
    if not _BASE64_LINE.fullmatch(first):
        return not first
    return len(first) % 4 != 1 or len(first) > _MAX_WORD


def undecoded_file_name(part: MimePart) -> str:
    """The file name that a part gives itself, also in RFC 2231's pieces; undecoded."""
    disposition, kind = part.first_value("content-disposition"), part.first_value("content-type")
    message = Message()
    for name, value in (("content-disposition", disposition), ("content-type", kind)):
        if value:
            message.set_raw(name, value)
    return message.get_filename() or ""
