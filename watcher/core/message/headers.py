"""Header values → text, addresses, ids. Tolerant, bounded, linear; what a stranger wrote never becomes structure.

Never raises on any input. RFC 2047 words are decoded after the structure was read, so that a decoded comma or bracket
cannot become an address, nor a decoded line end a header.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from watcher.core.message import charsets
from watcher.core.message.model import Address, bounded_key

MAX_VALUE_LENGTH = 8 * 1024  # characters of one header value
MAX_ADDRESSES = 50
MAX_IDS = 100
MAX_NAME_LENGTH = 200  # characters of a display name

#: A charset may be written with a space ("iso 8859-15"); the last word may be cut off before its end.
_ENCODED_WORD = re.compile(
    r"=\?([\w.:+() -]{1,40})(?:\*[A-Za-z-]{0,20})?\?([QqBb])\?(?:(.{0,2000}?)\?=|([^\s?]{1,2000})\Z)",
    re.ASCII | re.DOTALL,
)
_SPACE_BETWEEN_WORDS = re.compile(r"\?=[ \t\r\n]+(?==\?)")
#: What would break a line, or hide or reorder what a reader sees: C0, C1, separators, bidi controls, zero width, tags.
_LINE_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
_FOLDING_SPACE = re.compile(r"[ \t\r\n]+")
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,998})>")
_BARE_MESSAGE_ID = re.compile(r"[^\s<>,;:\"()\[\]@]{1,500}@[^\s<>,;:\"()@]{1,500}")
_LOCAL = r"(?:[^\s<>,;:\"()@\x00-\x1f\x7f]{1,256}|\"[^\"\x00-\x1f\x7f]{0,250}\")"
_DOMAIN = r"(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,20}|\[[0-9A-Fa-f.:IPv]{2,60}\])"
_ADDRESS = re.compile(rf"(?<![^\s<>,;:\"()]){_LOCAL}@{_DOMAIN}(?=[.']?(?:[\s<>,;:\"()]|\Z))")
_SINGLE_ADDRESS = re.compile(
    rf"(?:([^\"<>,;:()@\\]{{0,200}}|\"[^\"\\<>]{{0,200}}\")[ \t]*<)?({_LOCAL}@{_DOMAIN})\.?>?\Z"
)
_SPECIALS = re.compile(r'[",;:()<>\\]')
_QUOTED_PAIR = re.compile(r"\\(.)")
_QUOTES = "'\""
_QUOTE_AT_WORD = re.compile(r"""(?P<opens>(?<![^\s(])['"](?=\S))|(?<=\S)['"](?![^\s),.])""")


def decode_header(value: str, charset: str = "") -> str:
    """A header value as a person reads it: one line of NFC text, RFC 2047 words decoded even where they are broken.

    `charset`: that of the body, for 8-bit octets that are not UTF-8: mailers that do not encode write both in one.
    """
    value = value[:MAX_VALUE_LENGTH]
    if value.isascii():
        if "=?" not in value:  # as in nearly every one
            line = value.strip(" ") if value.isprintable() and "  " not in value else " ".join(value.split())
            return line if line.isprintable() else clean_line(line)
    else:
        value = charsets.decode_surrogates(value, charset)
    if "=?" in value:
        value = _decode_encoded_words(value)
    return clean_line(value)


def clean_line(value: str) -> str:
    """One line: nothing in it that breaks, hides or reorders text; white space folded; NFC
    (https://unicode.org/reports/tr15)."""
    if value.isascii():
        value = " ".join(value.split())
        return value if value.isprintable() else " ".join(_LINE_BREAKING.sub(" ", value).split())
    return " ".join(charsets.normalise_nfc(_INVISIBLE.sub("", _LINE_BREAKING.sub(" ", value))).split())


def _decode_encoded_words(value: str) -> str:
    """Neighbours in one charset are joined before they are decoded: mailers cut inside a character (against § 5)."""
    value = _SPACE_BETWEEN_WORDS.sub("?=", value)
    pieces: list[str] = []
    waiting, charset, end = b"", "", 0
    for found in _ENCODED_WORD.finditer(value):
        data = _decode_word_octets(found[2], found[3] or found[4] or "")
        if data is None:
            continue
        gap, end_before, end = value[end : found.start()], end, found.end()
        if waiting and (gap or charset != found[1].casefold()):
            pieces.append(charsets.decode_octets(waiting, charset))
            waiting = b""
        pieces.append(value[end_before : found.start()])
        waiting, charset = waiting + data, found[1].casefold()
    if waiting:
        pieces.append(charsets.decode_octets(waiting, charset))
    return "".join([*pieces, value[end:]])


def _decode_word_octets(encoding: str, text: str) -> bytes | None:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw.replace(b"_", b" ").replace(b"\n", b""))
    raw = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return b64decode(raw[: len(raw) - (len(raw) % 4 == 1)] + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return None


# --- addresses


def parse_addresses(value: str, charset: str = "") -> tuple[Address, ...]:
    """Every mailbox of an address list (RFC 5322 § 3.4), in order; groups opened, broken ones passed over.

    The domain is in lower case, an internationalised one as it was given. `charset` as in `decode_header`.
    """
    value = value[:MAX_VALUE_LENGTH].strip()
    if not value.isascii():
        value = charsets.decode_surrogates(value, charset).strip()
    if simple := _SINGLE_ADDRESS.match(value):
        address = _make_address(simple[2], simple[1] or "")
        return (address,) if address else ()
    found: list[Address] = []
    for inner, name in _split_mailboxes(value):
        if (match := _ADDRESS.search(inner)) and (address := _make_address(match[0], name)):
            found.append(address)
            if len(found) == MAX_ADDRESSES:
                break
    return tuple(found)


def _split_mailboxes(value: str) -> list[tuple[str, str]]:
    """(where the address is, its name) of each item. Commas in quotes, comments and brackets do not separate, nor do those of a name
    that should have been quoted: "Carol Customer, PhD <carol@…>"."""
    items: list[tuple[str, str]] = []
    start = piece = depth = skip = 0
    opened = closed = -1
    quoted = False
    for token in _SPECIALS.finditer(value):
        n, char = token.start(), token[0]
        if n < skip:
            continue
        if char == "\\":
            skip = n + 2
        elif char == '"' and not depth:
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif char == "<":
            opened = n if opened < 0 else opened
        elif char == ">":
            closed = n if closed < 0 <= opened else closed
        elif opened >= 0 and closed < 0:
            continue
        elif char in ",;":
            if char == ";" or opened >= 0 or "@" in value[piece:n]:
                items.append(_split_mailbox(value, start, n, opened, closed))
                start, opened, closed = n + 1, -1, -1
            piece = n + 1
        elif char == ":" and "@" not in value[piece:n]:
            start = piece = n + 1  # the name of a group
    if quoted or depth or (opened >= 0 > closed):  # something never ends: take what looks like addresses
        return [*items, *_rescue_mailboxes(value[start:])]
    return [*items, _split_mailbox(value, start, len(value), opened, closed)]


def _rescue_mailboxes(text: str) -> Iterator[tuple[str, str]]:
    """(address, its name) of whatever looks like an address, where a quote, comment or bracket is never closed."""
    end = 0
    for found in _ADDRESS.finditer(text):
        name, opened, _ = text[end : found.start()].rpartition("<")
        yield found[0], name.strip(" \t,;>") if opened else ""
        end = found.end()


def _split_mailbox(value: str, start: int, end: int, opened: int, closed: int) -> tuple[str, str]:
    if opened >= 0 and closed > opened:
        inner = value[opened + 1 : closed]
        return inner.rpartition(":")[2] if inner.startswith("@") else inner, value[start:opened]  # a source route
    item = value[start:end].strip()
    if "(" not in item:
        before, _, address = item.rpartition(" ")  # Carol Customer carol@example.com
        return (address, before) if "@" in address and "@" not in before else (item, "")
    before, _, rest = item.partition("(")  # carol@example.com (Carol)
    comment, _, after = rest.rpartition(")")
    return f"{before} {after}", comment


def _make_address(text: str, name: str) -> Address | None:
    local, _, domain = text.rpartition("@")
    email = f"{local.lstrip(chr(39))}@{domain.lower()}"
    if email.startswith("@") or (not email.isascii() and (_INVISIBLE.search(email) or _LINE_BREAKING.search(email))):
        return None
    return Address(email, _clean_display_name(name) if name else "")


def _clean_display_name(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = _QUOTED_PAIR.sub(r"\1", text[1:-1]) if "\\" in text else text[1:-1]
    return _strip_outer_quotes(decode_header(text))[:MAX_NAME_LENGTH]


def _strip_outer_quotes(name: str) -> str:
    """Without the quotation marks around the whole of it; those around a part stay: Gasthof "Zur Post"."""
    name = name.strip()
    while name and (name[0] in _QUOTES or name[-1] in _QUOTES):
        if name[0] in _QUOTES and name[-1] in _QUOTES:
            bare = name[1:-1].strip()
            if not _is_quoted_evenly(bare):
                return name
            name = bare
        elif _is_quoted_evenly(name):
            return name
        else:
            name = (name[1:] if name[0] in _QUOTES else name[:-1]).strip()
    return name


def _is_quoted_evenly(text: str) -> bool:
    """Does every mark before a word have one behind a word? An apostrophe within a word is none."""
    opened = 0
    for mark in _QUOTE_AT_WORD.finditer(text):
        opened += 1 if mark["opens"] else -1
        if opened < 0:
            return False
    return opened == 0


# --- dates and ids


def parse_date(value: str) -> datetime | None:
    """An instant in UTC (RFC 5322 § 3.3); one without a zone is taken for UTC. None: no date."""
    try:
        found = parsedate_to_datetime(value[:100])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def parse_message_ids(value: str) -> tuple[str, ...]:
    """Message-IDs without their brackets, in order, each once (RFC 5322 § 3.6.4); of too many the last ones.

    Some mailers leave the brackets out or put a phrase around; then whatever looks like an id is taken, and only a
    known one is to be believed. One that is longer than a key may be is shortened, everywhere to the same.
    """
    if not value:
        return ()
    value = value[: 4 * MAX_VALUE_LENGTH]
    value = (
        value
        if value.isascii() and value.isprintable()
        else _LINE_BREAKING.sub("", _FOLDING_SPACE.sub(" ", charsets.decode_surrogates(value)))
    )
    found = _MESSAGE_ID.findall(value) or _BARE_MESSAGE_ID.findall(value)
    return tuple(dict.fromkeys(map(bounded_key, found)))[-MAX_IDS:]
