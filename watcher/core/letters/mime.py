"""The octets of one outgoing letter: its headers and its MIME form (RFC 5322, RFC 2045 to 2047). Pure: one draft, one result.

Must never let out what it cannot read back: every letter is parsed again and compared, header by header and part by
part, with what was meant. Built with the `compat32` policy, which leaves a value alone: the newer policies encode, and
so break, ids that are longer than a line.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime, getaddresses, quote
from functools import lru_cache
from typing import TYPE_CHECKING

import idna

from watcher.core.hours import require_time_zone
from watcher.core.letters.signature import derive_message_id, sign_letter_name
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter

if TYPE_CHECKING:
    import css_inline

#: References grow with the thread: the first is kept, of the rest the latest (RFC 5537 § 3.4.4 does the same).
MAX_REFERENCES = 20
MAX_LINE_LENGTH = 998  # RFC 5322 § 2.1.1, without CRLF
HEADER_LINE_LENGTH = 76  # RFC 2047 § 2
MAX_MESSAGE_SIZE = 512 * 1024
MAX_DISPLAY_NAME = 80
MAX_SUBJECT = 200

#: No answering machine shall answer (MS-OXCMAIL § 2.1.3.2.20, RFC 3834 § 5).
AUTO_RESPONSE_SUPPRESSION = (("X-Auto-Response-Suppress", "All"),)

_MESSAGE_ID = re.compile(r"[!-;=?-~]{1,250}")
_LOCAL_PART = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
)  # RFC 5322 § 3.2.3, dot-atom
_DOMAIN_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_DOMAIN_LABEL}(?:\.{_DOMAIN_LABEL})*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_UNQUOTED_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


class _LetterPolicy(policy.Compat32):
    """The same octets, sooner: of a field that fits in one line nothing is left to fold (RFC 5322 § 2.2.3)."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """The field with its line end. A value that begins or ends with a blank goes the long way."""
        line = f"{name}: {value}"
        if len(line) <= HEADER_LINE_LENGTH and line.isascii() and line.isprintable() and value == value.strip():
            return f"{line}\r\n".encode("ascii")
        return super().fold_binary(name, value)


#: How letters are written.
EMAIL_POLICY = _LetterPolicy(linesep="\r\n", max_line_length=HEADER_LINE_LENGTH)


class ComposeError(Exception):
    """Raised where the letter cannot be written as it was meant, and what was written is thrown away; the text says why."""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What a letter is to say. Message-IDs without angle brackets; extra header fields in ASCII (RFC 5322 § 2.2)."""

    sender: Address
    recipient: Address
    subject: str
    text: str
    html: str = ""
    in_reply_to: str = ""  # Message-ID
    references: tuple[str, ...] = ()
    extra_headers: tuple[tuple[str, str], ...] = ()  # ASCII
    envelope_sender: str | None = None  # None: the sender's address


@dataclass(frozen=True, slots=True)
class LetterHead:
    """From whom, to whom, and what makes it this letter and no other. `now`, aware, becomes its Date (RFC 5322 § 3.6.1)."""

    sender: Address  # the mailbox that sends it; its name is the house's
    recipient: Address
    letter_key: str  # the same key is the same letter, and gets the same Message-ID
    signing_key: bytes
    now: datetime  # aware
    language: str = ""  # the reader's; "" for English
    message_id: str = ""  # of a letter that is written anew, whatever its key is by now; "": it follows from the key

    @property
    def house_name(self) -> str:
        """The name of the mailbox's address, or the address itself."""
        return self.sender.name or self.sender.email


def ascii_address(email: str) -> str:
    """The address as it goes over the wire, its domain in A-labels. ComposeError: it cannot be written to."""
    local, at, domain = email.rpartition("@")
    try:
        domain = domain if domain.isascii() else idna.encode(domain, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        domain = ""
    if not (
        at and len(local) <= 64 and len(domain) <= 253 and _LOCAL_PART.fullmatch(local) and _DOMAIN.fullmatch(domain)
    ):
        raise ComposeError(f"{email[:80]!r} is not an address that can be written to")
    return f"{local}@{domain}"


# --- the letter


def inline_styles(page: str) -> str:
    """The page with its styles at every element: many mail programs drop the style sheet."""
    return _make_css_inliner().inline(page)


@lru_cache(maxsize=1)
def _make_css_inliner() -> css_inline.CSSInliner:
    """For the first letter with a page: no start and no acknowledgement waits for it, and it takes 2 MB."""
    import css_inline

    return css_inline.CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False)


def compose_letter(
    draft: LetterDraft, *, key: bytes, letter_key: str, now: datetime, message_id: str = ""
) -> ComposedLetter:
    """The letter, octet for octet; `Date` is `now` in its zone. `message_id`: of a letter that has one. ComposeError: it would not read
    as it was meant. ValueError: `now` has no time zone."""
    require_time_zone(now)
    sender, recipient = ascii_address(draft.sender.email), ascii_address(draft.recipient.email)
    own = message_id or derive_message_id(key, letter_key, sender.rpartition("@")[2])
    meant = _header_fields(draft, sender, recipient, own, sign_letter_name(key, own.partition("@")[0]), now)
    parts = [("plain", draft.text)] + ([("html", draft.html)] if draft.html else [])
    try:
        fields = [(name, _encode_header_value(name, value)) for name, value in meant]
        data = _rejoin_folded_message_ids(_write_message(fields, parts, f"=_{own.partition('@')[0]}"))
    except (ValueError, UnicodeError, LookupError) as error:
        raise ComposeError(f"the letter cannot be written: {type(error).__name__}: {error}") from None
    _verify_round_trip(data, meant, parts)
    return ComposedLetter(sender if draft.envelope_sender is None else draft.envelope_sender, recipient, own, data)


def _rejoin_folded_message_ids(data: bytes) -> bytes:
    """A long Message-ID begins on the line of its name: folded away from it, it leaves a line of blanks (RFC 5322 § 3.2.2)."""
    head, end, body = data.partition(b"\r\n\r\n")
    return re.sub(rb"(?m)^([!-9;-~]+:) \r\n +", rb"\1 ", head) + end + body


def _header_fields(
    draft: LetterDraft, sender: str, recipient: str, own: str, token: str, now: datetime
) -> list[tuple[str, str]]:
    """Every header we write, decoded, in order."""
    fields = [
        ("From", _format_mailbox(clean_foreign_text(draft.sender.name, MAX_DISPLAY_NAME), sender)),
        ("To", _format_mailbox(clean_foreign_text(draft.recipient.name, MAX_DISPLAY_NAME), recipient)),
        ("Subject", clean_foreign_text(draft.subject, MAX_SUBJECT)),
        ("Date", format_datetime(now.replace(microsecond=0))),
        ("Message-ID", f"<{own}>"),
    ]
    if _MESSAGE_ID.fullmatch(draft.in_reply_to):
        fields.append(("In-Reply-To", f"<{draft.in_reply_to}>"))
    # Our own id stands in References too: where a relay replaces Message-ID, an answer still names it.
    chain = [
        message_id
        for message_id in (*draft.references, draft.in_reply_to)
        if _MESSAGE_ID.fullmatch(message_id) and message_id != own
    ]
    fields.append(("References", " ".join(f"<{message_id}>" for message_id in (*_limit_references(chain), own))))
    return [*fields, *draft.extra_headers, ("X-Watcher-Ref", token)]


def _limit_references(ids: Sequence[str]) -> list[str]:
    """Each id once, where it stood last; of a long thread the first and the latest."""
    once = list(dict.fromkeys(reversed(ids)))[::-1]
    return once if len(once) < MAX_REFERENCES else [once[0], *once[-(MAX_REFERENCES - 2) :]]


def _format_mailbox(name: str, address: str) -> str:
    """RFC 5322 § 3.4, decoded: the name in quotes where it needs them."""
    if not name:
        return address
    return f"{name} <{address}>" if _UNQUOTED_NAME.fullmatch(name) else f'"{quote(name)}" <{address}>'


def _encode_header_value(name: str, value: str) -> str:
    """The value in ASCII. What reads like an encoded word is encoded, so that nobody decodes it (RFC 2047 § 5)."""
    if value.isascii() and "=?" not in value:
        return value
    if name not in ("From", "To"):
        return _encode_words(name, value)
    ((phrase, address),) = getaddresses([value])
    return f"{_encode_words(name, phrase)} <{address}>"


@lru_cache(maxsize=256)  # the subjects of templates, and the names of mailboxes
def _encode_words(name: str, text: str) -> str:
    return Header(text, "utf-8", header_name=name).encode(linesep="\r\n", maxlinelen=75).replace("\r\n", "")


def _write_message(fields: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str]], boundary: str) -> bytes:
    """One part as it is, several as alternatives; the best comes last (RFC 2046 § 5.1.4). No boundary can occur in
    quoted-printable: there `=` is always followed by a hexadecimal digit."""
    if len(parts) == 1:
        return _write_text_message(fields, *parts[0])
    message = MIMEMultipart("alternative", boundary)
    for kind, text in parts:
        part = MIMENonMultipart("text", kind, charset="utf-8")
        del part["MIME-Version"]
        part["Content-Transfer-Encoding"] = "quoted-printable"
        part.set_payload(_encode_quoted_printable(text))
        message.attach(part)
    for name, value in fields:
        message[name] = value
    return message.as_bytes(policy=EMAIL_POLICY)


def _write_text_message(fields: Sequence[tuple[str, str]], kind: str, text: str) -> bytes:
    """The same octets that the email package writes for one part; it takes three times as long, and every customer's letter is one."""
    form = (
        ("Content-Type", f'text/{kind}; charset="utf-8"'),
        ("MIME-Version", "1.0"),
        ("Content-Transfer-Encoding", "quoted-printable"),
    )
    head = b"".join([EMAIL_POLICY.fold_binary(name, value) for name, value in (*form, *fields)])
    return head + b"\r\n" + _LINE_END.sub("\r\n", _encode_quoted_printable(text)).encode("ascii")


def _encode_quoted_printable(text: str) -> str:
    return quopri.encodestring(text.encode()).decode("ascii")


# --- the look back


def _verify_round_trip(data: bytes, meant: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str]]) -> None:
    """What a reader makes of the octets must be what was meant. ComposeError: it is not."""
    if len(data) > MAX_MESSAGE_SIZE:
        raise ComposeError("the letter is too long")
    if not data.isascii() or re.search(rb"\r(?!\n)|(?<!\r)\n|\x00", data):
        raise ComposeError("the letter has a bare CR, LF or NUL, or is not ASCII")
    if max(map(len, data.split(b"\r\n"))) > MAX_LINE_LENGTH:
        raise ComposeError("the letter has a line that is too long")
    again = message_from_bytes(data, policy=policy.compat32)
    expected = {"content-type", "mime-version"} | ({"content-transfer-encoding"} if len(parts) == 1 else set())
    found = [(name, value) for name, value in again.items() if name.casefold() not in expected]
    if [(name, _decode_header_value(value)) for name, value in found] != list(meant) or len(again) != len(meant) + len(
        expected
    ):
        raise ComposeError("the headers of the letter read differently from how they were written")
    leaves = [part for part in again.walk() if not part.is_multipart()]
    read = [(part.get_content_subtype(), _decoded_payload(part)) for part in leaves]
    if read != list(parts) or any(part.defects for part in again.walk()):
        raise ComposeError("the text of the letter reads differently from how it was written")


@lru_cache(maxsize=256)  # as `_encode_words`
def _decode_encoded_words(unfolded: str) -> str:
    return str(make_header(decode_header(unfolded)))


def _decode_header_value(value: str) -> str:
    unfolded = str(value).replace("\r\n", "").replace("\n", "")
    if "=?" not in unfolded:
        return unfolded
    phrase, bracket, address = unfolded.partition("?= <")
    name = _decode_encoded_words(phrase + bracket[:2])
    return _format_mailbox(name, address.rstrip(">")) if bracket else name


def _decoded_payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace").replace("\r\n", "\n") if isinstance(payload, bytes) else ""


def read_plain_text(data: bytes) -> str:
    """What a letter of ours says: its text/plain part without the headers (RFC 2046 § 4.1.3), `data` in octets;
    "" where its words are gone."""
    part = message_from_bytes(data, policy=policy.default).get_body(("plain",))
    return str(part.get_content()).rstrip() if part is not None else ""
