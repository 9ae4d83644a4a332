"""Header values → text, addresses, ids. Tolerant, bounded, linear; what a stranger wrote never becomes structure.

Never raises on any input. RFC 2047 words are decoded after the structure was read, so that a decoded comma or bracket cannot
become an address.
"""

from __future__ import annotations

import binascii
import re
import unicodedata
from base64 import b64decode

from watcher.core.model import Address

MAX_VALUE = 8 * 1024  # characters of one header value
MAX_ADDRESSES = 50
MAX_IDS = 100

_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z-]{1,20})?\?([QqBb])\?([^?\r\n]{0,2000})\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
#: C0, C1, line and paragraph separators, bidi controls, zero-width marks: nothing a reader is shown.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_SPACE = re.compile(r"\s+")
_ID = re.compile(r"<([^<>\s]{1,998})>")
_BARE_ID = re.compile(r"[^\s<>,;:\"()\[\]]{1,500}@[^\s<>,;:\"()]{1,500}")
_ADDRESS = re.compile(r"[^\s<>,;:\"()@]{1,256}@[^\s<>,;:\"()@]{1,255}|\"[^\"\r\n]{0,250}\"@[^\s<>,;:\"()@]{1,255}")


def decode(value: str) -> str:
    """A header value as a person reads it: RFC 2047 words decoded, control characters gone, white space folded, NFC."""
    value = value[:MAX_VALUE]
    if "=?" in value:
        value = _BETWEEN_WORDS.sub(r"\1", value)
        value = _WORD.sub(_decode_word, value)
    if not value.isascii():
        value = unicodedata.normalize("NFC", _from_surrogates(value))
    return clean(value)


def clean(text: str) -> str:
    """One line: no control, bidi or zero-width characters, white space folded."""
    if not text.isprintable() or "\u200b" <= max(text, default="") or "  " in text:
        text = _SPACE.sub(" ", _HIDDEN.sub(" ", text))
    return text.strip()


def decode_bytes(data: bytes, charset: str = "") -> str:
    """Bytes as text: the declared charset where it fits, else UTF-8, else what is likely. Never raises."""
    for candidate in (_ALIASES.get(charset.casefold(), charset), "utf-8"):
        if not candidate or candidate.casefold() in _NOT_TEXT:
            continue
        try:
            return data.decode(candidate)
        except (LookupError, UnicodeError, ValueError):
            continue
    if charset:
        try:
            return data.decode(_ALIASES.get(charset.casefold(), charset), "replace")
        except (LookupError, UnicodeError, ValueError):
            pass
    return _guess(data)


def _guess(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeError:
        from charset_normalizer import from_bytes  # slow and large: only for what nothing else can read

        best = from_bytes(data[:4096]).best()
        return data.decode(best.encoding if best else "latin-1", "replace")


#: Names real mail uses for charsets that Python knows by another one.
_ALIASES = {
    "x-unknown": "",
    "unknown-8bit": "",
    "unknown": "",
    "default": "",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "x-gbk": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "cp-850": "cp850",
    "utf8mb4": "utf-8",
    "x-mac-roman": "mac-roman",
}
#: Codecs that do something else than text.
_NOT_TEXT = frozenset(
    {"base64", "base_64", "bz2", "hex", "quopri", "rot13", "rot_13", "uu", "zlib", "zip", "idna", "punycode"}
)


def _decode_word(found: re.Match[str]) -> str:
    charset, encoding, text = found[1], found[2].upper(), found[3]
    try:
        if encoding == "B":
            raw = text.encode("ascii", "replace")
            data = b64decode(raw + b"=" * (-len(raw) % 4))
        else:
            data = binascii.a2b_qp(text.replace("_", " ").encode("ascii", "replace"))
    except (binascii.Error, ValueError):
        return found[0]
    return decode_bytes(data, charset)


def _from_surrogates(text: str) -> str:
    """Raw 8-bit octets in a header, which the parser keeps as lone surrogates."""
    if not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    return decode_bytes(text.encode("utf-8", "surrogateescape"))


# --- addresses


def parse_addresses(value: str) -> tuple[Address, ...]:
    """Every mailbox of an address list (RFC 5322 § 3.4), in order; groups opened, broken ones passed over."""
    found: list[Address] = []
    for item in _split(value[:MAX_VALUE]):
        address = _address(item)
        if address is not None:
            found.append(address)
            if len(found) == MAX_ADDRESSES:
                break
    return tuple(found)


def _split(value: str) -> list[str]:
    """At the commas and semicolons that separate; not at those in quotes, comments or angle brackets."""
    items: list[str] = []
    start = depth = 0
    quoted = angle = escaped = False
    for n, char in enumerate(value):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
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
            angle = True
        elif char == ">":
            angle = False
        elif char in ",;" and not angle:
            items.append(value[start:n])
            start = n + 1
        elif char == ":" and not angle and "@" not in value[start:n]:
            start = n + 1  # the name of a group
    items.append(value[start:])
    if quoted or angle:  # a bracket or quote that never ends: take what looks like addresses
        return [*items[:-1], *_ADDRESS.findall(items[-1])]
    return items


def _address(item: str) -> Address | None:
    item = item.strip()
    left, right = item.rfind("<"), item.rfind(">")
    if 0 <= left < right:
        inner, name = item[left + 1 : right], item[:left]
        if "@" in inner and ":" in inner:  # an obsolete source route
            inner = inner.rpartition(":")[2]
    else:
        inner, name = _without_comments(item)
    found = _ADDRESS.search(inner)
    if found is None:
        return None
    local, _, domain = found[0].rpartition("@")
    domain = domain.strip(".").casefold()
    if not domain or not local:
        return None
    return Address(f"{_from_surrogates(local)}@{_from_surrogates(domain)}", _name(name))


def _without_comments(item: str) -> tuple[str, str]:
    """`carol@x.example (Carol)`: the address and, as its name, the comment."""
    if "(" not in item:
        return item, ""
    before, _, rest = item.partition("(")
    comment, _, after = rest.rpartition(")")
    return f"{before} {after}", comment


def _name(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = re.sub(r"\\(.)", r"\1", text[1:-1])
    return decode(text).strip("'\" ")[:200]


# --- ids


def message_ids(value: str) -> tuple[str, ...]:
    """Message-IDs without their brackets, in order, each once (RFC 5322 § 3.6.4).

    Some mailers leave the brackets out or put a phrase around; then whatever looks like an id is taken, and only a known one
    is believed later.
    """
    value = value[: 4 * MAX_VALUE]
    found = _ID.findall(value) or _BARE_ID.findall(value)
    return tuple(dict.fromkeys(found))[-MAX_IDS:]


# --- subjects

_PREFIX = r"""(?: re | aw | antw | sv | vs | ref | res | rif | rép | rép\. | odp | ynt | yan | ang | atb | bls | hlb | na | απ | σχετ | פנייה |
    השב | תשובה | رد | отв | от | відп | 回复 | 回覆 | 答复 | 答覆 | 返信 | 답장 | 회신 | ΑΠ )"""
_FORWARD = r"""(?: fwd? | wg | tr | rv | enc | i | vl | vb | doorst | fs | vs\.fwd | pd | továbbítás | ilt | пересл | 转发 | 轉寄 | 転送 | 전달 )"""
_REPLY_RE = re.compile(rf"\A\s*{_PREFIX}\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*", re.IGNORECASE | re.VERBOSE)
_FORWARD_RE = re.compile(rf"\A\s*{_FORWARD}\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*", re.IGNORECASE | re.VERBOSE)
_TAG = re.compile(r"\A\s*\[[^\[\]]{1,60}\]\s*(?=\S)")


def base_subject(subject: str) -> tuple[str, bool, bool]:
    """The subject without reply and forward prefixes and list tags (RFC 5256 § 2.1), and which of the two it carried first."""
    is_reply = is_forward = False
    base = subject.strip()
    for _ in range(20):
        if found := _REPLY_RE.match(base):
            is_reply = is_reply or not is_forward
        elif found := _FORWARD_RE.match(base):
            is_forward = is_forward or not is_reply
        else:
            found = _TAG.match(base)
        if not found or not base[found.end() :].strip():
            break
        base = base[found.end() :].strip()
    return base.removesuffix("(fwd)").strip(), is_reply, is_forward
