"""In which script are octets that cannot be Western? For text whose charset nobody declared, or declared as ISO-8859-1, which fits all.

In Western languages few letters have an accent. Where most letters of a text would, it is in another script and one of its charsets.
Alphabets of one octet a letter are told apart by the letters that every text has most of; the charsets of East Asia by statistics, but for
Japanese.
"""

from __future__ import annotations

_CYRILLIC = "оеаинтсрвлкмдпуяызїі"
_GREEK = "αοιετσνηυρπκμλςάέίό"
_HEBREW = "יוהלאמרתבשנדעק"
_ARABIC = "اليمونترعبسفهدكة"
_THAI = "านรกเงมอยลวดทสขปบตะแใไ่้ิีัืุ"  # not the one that is the first octet of each hiragana in EUC-JP
#: Python's codec → its frequent letters, small ones where there are two kinds: another charset of the same alphabet has capitals there.
_FREQUENT_LETTERS = {
    "cp1251": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "koi8_u": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "cp1253": _GREEK,
    "cp1255": _HEBREW,
    "cp1256": _ARABIC,
    "iso8859_6": _ARABIC,
    "cp874": _THAI,
}
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3094)))
_JAPANESE = ("euc_jp", "shift_jis")
_EAST_ASIAN = ("gb18030", "big5", "cp949", "euc_jp", "shift_jis")
_ASCII_OCTETS = bytes(range(0x80))
#: All that is no letter in ISO-8859-1.
_NO_LETTERS = bytes(octet for octet in range(0xC0) if octet >= 0x80 or not chr(octet).isalpha())
_MIN_ACCENTED = 4  # letters: a word in capitals may have as many accents as other letters ("ÉTÉ")
_MIN_FREQUENT = 0.6  # share of the letters
_MIN_HIRAGANA = 0.3  # share of the letters: every sentence has them, and they are rows of their own in both charsets
_MIN_STATISTICS = 16  # octets that are not ASCII: of fewer, statistics are wrong half of the time
_MAX_LOOKED_AT = 4096  # octets: statistics are slow


def find_script(data: bytes) -> str:
    """Python's codec for octets most of whose letters would have an accent in ISO-8859-1; "" where they may be Western, or nothing fits.
    Raises nothing."""
    sample = data[:_MAX_LOOKED_AT]
    high = sample.translate(None, _ASCII_OCTETS)
    accented = len(high.translate(None, _NO_LETTERS))
    if accented < _MIN_ACCENTED or 2 * accented <= len(sample.translate(None, _NO_LETTERS)):
        return ""
    shares = {codec: _share_of(letters, high, codec) for codec, letters in _FREQUENT_LETTERS.items()}
    best = max(shares, key=lambda codec: shares[codec])
    if shares[best] >= _MIN_FREQUENT:
        return best
    best = max(_JAPANESE, key=lambda codec: _share_of(_HIRAGANA, sample, codec))
    if _share_of(_HIRAGANA, sample, best) >= _MIN_HIRAGANA:
        return best
    return _guess_east_asian(sample) if len(high) >= _MIN_STATISTICS else ""


def _share_of(letters: str, data: bytes, codec: str) -> float:
    """How many of its characters are among these, but for spaces: 0 to 1."""
    own = [char for char in data.decode(codec, "replace") if not char.isspace()]
    return sum(char in letters for char in own) / len(own) if own else 0.0


def _guess_east_asian(data: bytes) -> str:
    from charset_normalizer import from_bytes  # large, and needed for one message in ten thousand

    best = from_bytes(data, cp_isolation=list(_EAST_ASIAN)).best()
    return best.encoding if best and best.encoding != "ascii" else ""
