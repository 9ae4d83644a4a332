"""Octets in a charset that a stranger declared → text. Never raises; no lone surrogates, so it can be stored.

A declared name is looked up in a fixed table and is never handed to the codec registry: that would keep each unknown
name for ever, and knows codecs that are no charsets.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from encodings import normalize_encoding
from encodings.aliases import aliases
from functools import lru_cache

from watcher.core.message.scripts import find_script

#: Codecs of Python that are no charsets of mail, or cost more than linear time.
_NON_TEXT_CODECS = frozenset(
    {
        "base64_codec",
        "bz2_codec",
        "hex_codec",
        "quopri_codec",
        "rot_13",
        "uu_codec",
        "zlib_codec",
        "idna",
        "punycode",
        "mbcs",
        "oem",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
    }
)
_MAIL_CODECS = frozenset(aliases.values()) - _NON_TEXT_CODECS | {
    "cp720",
    "cp737",
    "cp856",
    "cp874",
    "koi8_u",
    "koi8_t",
    "utf_8_sig",
}
#: Names that real mail uses in another sense than Python: what senders mean is the superset (Encoding Standard § 4.2).
_SUPERSETS = {
    "iso_8859_1": "cp1252",
    "iso8859_1": "cp1252",
    "latin_1": "cp1252",
    "iso_8859_9": "cp1254",
    "iso8859_9": "cp1254",
    "tis_620": "cp874",
    "iso_8859_8_i": "iso8859_8",
    "iso_8859_8_e": "iso8859_8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x_gbk": "gb18030",
    "ks_c_5601_1987": "cp949",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "x_sjis": "cp932",
    "utf_16": "utf_16",
    "utf8mb4": "utf_8",
    "cp_850": "cp850",
    "x_mac_roman": "mac_roman",
    "macintosh": "mac_roman",
    "x_mac_ce": "mac_latin2",
    "x_mac_centraleurroman": "mac_latin2",
    "x_mac_ukrainian": "mac_cyrillic",
}
#: HTML that names its charset itself (HTML Standard § 13.2.3.2), where the part does not.
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_META_OCTETS = 4096
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT_LINE = re.compile(r"[^\n]{1,2048}\n?|\n")
#: Octets looked at by the guesser, which is slow.
_MAX_GUESSED_OCTETS = 4096


@lru_cache(maxsize=256)
def python_codec_name(charset: str) -> str:
    """Python's name of a declared charset; "" for ASCII (nothing is lost by trying more) and for what is none (Encoding Standard § 4.2)."""
    name = normalize_encoding(charset[:60].strip("'\" ").casefold())
    name = _SUPERSETS.get(name, name)
    name = name.removeprefix("x_") if name.startswith("x_mac_") else name
    name = aliases.get(name, name)
    name = _SUPERSETS.get(name, name)
    return name if name in _MAIL_CODECS and name != "ascii" else ""


def decode_octets(data: bytes, charset: str = "") -> str:
    """The declared charset (RFC 2045 § 5) where it fits, else UTF-8, else what is likely; what fits nowhere becomes U+FFFD.
    Raises nothing."""
    if data.isascii() and not (b"\x1b" in data or b"~" in data or b"+" in data or b"\0" in data):
        return data.decode("ascii")  # says the same in every charset that is not stateful or wide
    name = python_codec_name(charset)
    if b"\x1b$" in data and (name := name if name.startswith("iso2022") else _escaped_codec(data)):
        return _SURROGATE.sub("\ufffd", data.decode(name, "replace"))
    if name == "cp1252":  # fits, whatever was meant
        name = python_codec_name(find_script(data)) or name
    if name and (text := _decode_strictly(data, name)) is not None:
        return _SURROGATE.sub("\ufffd", text)
    if (text := _decode_strictly(data, "utf_8")) is not None:
        return text
    if name and name != "utf_8":
        return _SURROGATE.sub("\ufffd", data.decode(name, "replace"))
    return _decode_by_guess(data, name)


def _escaped_codec(data: bytes) -> str:
    """The charset that escape sequences tell, whatever was declared: ISO-2022 (RFC 1468, RFC 1557) leaves no doubt."""
    if b"\x1b$)C" in data:
        return "iso2022_kr"
    return "iso2022_jp_ext" if b"\x1b$B" in data or b"\x1b$@" in data or b"\x1b$(" in data else ""


def _decode_strictly(data: bytes, name: str) -> str | None:
    """A character cut off at the end is no error where others fit: what is read of a message may end anywhere."""
    try:
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        pass
    try:
        text = codecs.getincrementaldecoder(name)().decode(data)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return None if text.isascii() else text


def meta_charset(html: bytes) -> str:
    """The charset an HTML text names itself; "" where it names none."""
    found = _META_CHARSET.search(html[:_META_OCTETS])
    return found[1].decode("ascii") if found else ""


def _decode_by_guess(data: bytes, declared: str) -> str:
    """Neither the declared charset nor UTF-8. Damaged UTF-8 stays UTF-8; else another script, else Western, else a statistical guess."""
    if declared:
        text = data.decode(declared, "replace")
        broken = text.count("\ufffd")
        if sum(not char.isascii() for char in text) > 2 * broken:
            return text
    script = python_codec_name(find_script(data))
    if script and (decoded := _decode_strictly(data, script)) is not None:
        return decoded
    try:
        return data.decode("cp1252")
    except UnicodeError:
        from charset_normalizer import from_bytes  # large, and needed for one message in ten thousand

        best = from_bytes(data[:_MAX_GUESSED_OCTETS]).best()
        name = python_codec_name(best.encoding) if best else ""
        return _SURROGATE.sub("\ufffd", data.decode(name or "cp1252", "replace"))


def decode_surrogates(text: str, charset: str = "") -> str:
    """Text in which a parser kept 8-bit octets as lone surrogates: those octets decoded, as UTF-8 where they are (RFC 6532 § 3.1),
    else in `charset`."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    try:
        octets = text.encode("utf-8", "surrogateescape")
    except UnicodeError:  # surrogates that stand for no octet
        return _SURROGATE.sub("\ufffd", text)
    return decode_octets(octets, charset if charset and _decode_strictly(octets, "utf_8") is None else "")


def normalise_nfc(text: str) -> str:
    """Canonical composition (Unicode Standard § 3.11). By short lines: a long run of combining marks costs its square."""
    if text.isascii():
        return text
    if len(text) <= 2048:
        return unicodedata.normalize("NFC", text)
    return "".join([unicodedata.normalize("NFC", line) for line in _SHORT_LINE.findall(text)])
