"""What the parts of a message say: which there are, what is attached, and the one text a person reads. Bounded.

Attachments are named, never decoded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from watcher.core.message import charsets, headers, mime, text
from watcher.core.message.mime import LIMITS, Part

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
    _plain: Part | None = None
    _html: Part | None = None
    _enclosed: Part | None = None


def content(message: Part, *, enclosed: bool = True) -> Content:
    """Names every part and renders the one that a person reads; of an enclosed mail only where nothing else is."""
    found = Content()
    _visit(message, found, 0)
    if found.types[0] == "multipart/report" and (report := _REPORT_TYPE.search(_content_type(message))):
        found.report_type = report[1].casefold()
    _render(found)
    if enclosed and not found.text and (inner := found._enclosed) is not None:
        sender, subject = (headers.decode(inner.first(name)) for name in ("from", "subject"))
        found.text = text.tidy(f"From: {sender}\nSubject: {subject}\n\n{content(inner, enclosed=False).text}")
    return found


def _visit(part: Part, found: Content, depth: int) -> None:
    if len(found.types) >= LIMITS.parts or depth > LIMITS.depth:
        return
    kind = part.kind.split(None, 1)[0]  # a forgotten semicolon
    if len(kind) > 100 or not kind.isascii() or not kind.isprintable():
        kind = "application/octet-stream"
    found.types.append(kind)
    _note(part, kind, found)
    if kind == "message/rfc822" and found._enclosed is None and part.children:
        found._enclosed = part.children[0]
    if not kind.startswith("message/"):
        for child in part.children:
            _visit(child, found, depth + 1)


def _note(part: Part, kind: str, found: Content) -> None:
    disposition = part.first("content-disposition")
    disposition = headers.decode(disposition) if disposition else ""
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
        lowered = found.text.casefold()
        found.links = lowered.count("http://") + lowered.count("https://")
        return
    short = len(found.text) < _SHORT
    if not short and not (len(found.text) < _STUB_LENGTH and _STUB.search(found.text)):
        found.links, found.images = text.count_remote(html)
        return
    rendered = text.html_to_text(html)
    found.links, found.images = rendered.links, rendered.images
    if len(rendered.text) > 2 * len(found.text) or not found.text:
        found.text, found.from_html = rendered.text, True


def _content_type(part: Part) -> str:
    return " ".join(part.first("content-type").split())[: LIMITS.structure_field]


def _decoded(part: Part) -> str:
    """The text of one leaf, its transfer encoding and charset undone as far as they are what they claim to be."""
    declared = _CHARSET.search(_content_type(part))
    charset = (declared[1] or declared[2]).partition("'")[0] if declared else ""
    return charsets.decode(mime.decoded(part)[: LIMITS.body], charset)


def _file_name(part: Part, disposition: str) -> str:
    """The file name, also in RFC 2231's pieces. Shown to people, never used as a path."""
    if "name" not in disposition.casefold() and "name" not in part.first("content-type").casefold():
        return ""
    try:
        name: str | None = mime.file_name(part)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        found = re.search(r"filename\*?=\"?([^\";]{1,200})", disposition)
        name = found[1] if found else None
    return headers.decode(str(name))[: LIMITS.file_name] if name else ""
