"""What the parts of a message say: which there are, what is attached, and the one text a person reads. Bounded.

Attachments are named, never decoded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from watcher.core.message import charsets, headers, html_layout, html_text, mime, text
from watcher.core.message.mime import LIMITS, MimePart
from watcher.core.message.model import EnclosedMessage

_REPORT_TYPE = re.compile(r"report-type\s{0,9}=\s{0,9}\"?([\w.-]{1,60})", re.IGNORECASE | re.ASCII)
_METHOD_PARAMETER = re.compile(r"method\s{0,9}=\s{0,9}\"?([a-z-]{1,20})", re.IGNORECASE)
_CALENDAR_ANSWER = re.compile(r"partstat\s{0,9}=\s{0,9}\"?([a-z-]{1,20})", re.IGNORECASE)
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_METHOD_LINE = re.compile(r"^method:([a-z-]{1,20})", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"charset\s{0,9}\*?=\s{0,9}(?:\"([^\"]{1,60})\"|([^\s;\"]{1,60}))", re.IGNORECASE)
#: Parts that hold a whole mail in a form nobody here can read; their text is "".
_OPAQUE_TYPES = frozenset(
    {"application/ms-tnef", "application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
)
_HTML_STUB = re.compile(
    r"(?:not|n't|nicht|pas|no|non|não|geen|unable to)\b.{0,60}\bhtml\b|"
    r"html[ -](?:only|capable|compatible|enabled|version|format)|view (?:this|it|the) .{0,40}(?:browser|online)|"
    r"(?:is|in) an? html[ -](?:message|mail|e-?mail|format|document)|im browser|dans (?:votre|un) navigateur|multi-?part message in mime",
    re.IGNORECASE | re.DOTALL,
)
_MAX_STUB_LENGTH = 400
_HTML_START = re.compile(r"\s{0,200}<(?:!doctype\s+html|html|head|body|table|style|title)\b", re.IGNORECASE)
_MIN_PLAIN_LENGTH = 20
#: A text that is base64 from end to end, a full line of it at least, though no field says so (RFC 2045 § 6.8).
_BARE_BASE64 = re.compile(rb"\s{0,20}(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{0,76}={0,2}\s{0,20}\Z")
_IN_BASE64 = {"content-transfer-encoding": ["base64"]}


@dataclass(slots=True)
class MessageContent:
    """What the body of one message holds (MIME, RFC 2045). `types` begins with that of the message itself."""

    types: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    text: str = ""
    from_html: bool = False
    charset: str = ""  # that of `text`, as declared
    links: int = 0
    images: int = 0
    layout: tuple[str, ...] = ()
    calendar_method: str = ""
    calendar_answer: str = ""
    report_type: str = ""
    enclosed: EnclosedMessage | None = None
    _plain: MimePart | None = None
    _html: MimePart | None = None
    _enclosed: MimePart | None = None


def read_content(message: MimePart, *, enclosed: bool = True) -> MessageContent:
    """Names every part and renders the one that a person reads (RFC 2046 § 5.1); of an enclosed mail only where nothing else
    is. Raises nothing."""
    found = MessageContent()
    _visit_part(message, found, 0)
    if found.types[0] == "multipart/report" and (report := _REPORT_TYPE.search(_content_type(message))):
        found.report_type = report[1].casefold()
    _render_text(found)
    is_report = found.types[0] == "multipart/report"
    if enclosed and (inner := found._enclosed) is not None and not (is_report and found.text):
        mail = _read_enclosed(inner)
        if not found.text:
            sender = headers.decode_header(inner.first_value("from"))
            found.text = text.normalise_text(f"From: {sender}\nSubject: {mail.subject}\n\n{mail.text}")
        found.enclosed = None if is_report else mail
    return found


def _read_enclosed(inner: MimePart) -> EnclosedMessage:
    return EnclosedMessage(
        from_=headers.parse_addresses(inner.first_value("from")),
        reply_to=headers.parse_addresses(inner.first_value("reply-to")),
        subject=headers.decode_header(inner.first_value("subject")),
        text=read_content(inner, enclosed=False).text,
    )


def _visit_part(part: MimePart, found: MessageContent, depth: int) -> None:
    if len(found.types) >= LIMITS.parts or depth > LIMITS.depth:
        return
    kind = part.content_type.split(None, 1)[0]  # a forgotten semicolon
    if len(kind) > 100 or not kind.isascii() or not kind.isprintable():
        kind = "application/octet-stream"
    found.types.append(kind)
    name = _record_part(part, kind, found)
    if found._enclosed is None and (kind == "message/rfc822" or name.casefold().endswith(".eml")):
        found._enclosed = _read_attached_mail(part)
    if not kind.startswith("message/"):
        for child in part.child_parts:
            _visit_part(child, found, depth + 1)


def _read_attached_mail(part: MimePart) -> MimePart | None:
    """The mail that a part holds: as such (RFC 2046 § 5.2.1), as such in base64, which is against it, or as a file "….eml"."""
    inner = part.child_parts[0] if part.child_parts else None
    if inner is not None:
        if inner.fields or inner.child_parts or not isinstance(inner.payload, bytes):
            return inner
        part = MimePart(part.fields, part.content_type, inner.payload)
    octets = mime.split_header_and_body(mime.decode_transfer_encoding(part))
    return inner if octets is None else mime.parse_parts(octets)[0]


def _read_calendar_answer(text: str) -> str:
    """What the one attendee of a REPLY answers (PARTSTAT, RFC 5545 § 3.2.12), from lines that may be folded (§ 3.1)."""
    found = _CALENDAR_ANSWER.search(_FOLDED_LINE.sub("", text))
    return found[1].upper() if found else ""


def _record_part(part: MimePart, kind: str, found: MessageContent) -> str:
    """Notes what one part says of itself; returns its file name, "" where it has none."""
    disposition = part.first_value("content-disposition")
    disposition = headers.decode_header(disposition) if disposition else ""
    attached = disposition.casefold().startswith("attachment")
    if name := _decode_file_name(part, disposition):
        found.attachments.append(name)
    elif attached or kind in _OPAQUE_TYPES:
        found.attachments.append(kind)
    if kind == "text/calendar" and not found.calendar_method:
        method = _METHOD_PARAMETER.search(_content_type(part))
        if not attached:  # a file says no more than its name: only the type of the part makes an invitation of it
            method = method or _METHOD_LINE.search(_decode_leaf_text(part)[:8192])
        found.calendar_method = method[1].upper() if method else ""
        if found.calendar_method == "REPLY":
            found.calendar_answer = _read_calendar_answer(_decode_leaf_text(part)[:8192])
    if not attached and kind == "text/plain" and found._plain is None:
        found._plain = part
    elif not attached and kind == "text/html" and found._html is None:
        found._html = part
    return name


def _render_text(found: MessageContent) -> None:
    """The plain text, or the HTML where the plain text is missing or only says that there is HTML."""
    plain = _decode_leaf_text(found._plain) if found._plain is not None else ""
    html = _decode_leaf_text(found._html) if found._html is not None else ""
    if not html and _HTML_START.match(plain):
        plain, html = "", plain  # HTML that is called plain text
    found.text = text.normalise_text(plain)
    found.charset = next((_declared_charset(part) for part in (found._plain, found._html) if part is not None), "")
    if not html:
        lowered = found.text.casefold()
        found.links = lowered.count("http://") + lowered.count("https://")
        return
    found.layout = html_layout.find_marks(html)
    short = len(found.text) < _MIN_PLAIN_LENGTH
    if not short and not (len(found.text) < _MAX_STUB_LENGTH and _HTML_STUB.search(found.text)):
        found.links, found.images = html_text.count_remote_references(html)
        return
    rendered = html_text.html_to_text(html)
    found.links, found.images = rendered.links, rendered.images
    if len(rendered.text) > 2 * len(found.text) or not found.text:
        found.text, found.from_html = rendered.text, True


def _content_type(part: MimePart) -> str:
    return " ".join(part.first_value("content-type").split())[: LIMITS.structure_field]


def _declared_charset(part: MimePart) -> str:
    declared = _CHARSET.search(_content_type(part))
    return (declared[1] or declared[2]).partition("'")[0] if declared else ""


def _decode_leaf_text(part: MimePart) -> str:
    """The text of one leaf, its transfer encoding and charset undone as far as they are what they claim to be."""
    charset = _declared_charset(part)
    octets = mime.decode_transfer_encoding(part)[: LIMITS.body]
    if "content-transfer-encoding" not in part.fields and _BARE_BASE64.match(octets):
        octets = mime.decode_transfer_encoding(MimePart(_IN_BASE64, part.content_type, octets))
    if not charsets.python_codec_name(charset) and part.content_type.startswith("text/html"):
        charset = charsets.meta_charset(octets) or charset
    return charsets.decode_octets(octets, charset)


def _decode_file_name(part: MimePart, disposition: str) -> str:
    """The file name, also in RFC 2231's pieces. Shown to people, never used as a path."""
    if "name" not in disposition.casefold() and "name" not in part.first_value("content-type").casefold():
        return ""
    try:
        name: str | None = mime.undecoded_file_name(part)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        found = re.search(r"filename\*?=\"?([^\";]{1,200})", disposition)
        name = found[1] if found else None
    return headers.decode_header(str(name))[: LIMITS.file_name] if name else ""
