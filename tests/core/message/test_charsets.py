"""core/message/charsets.py: a charset is believed as far as it fits, and whatever comes out can be stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import charsets


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"caf\xc3\xa9", "utf-8", "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"\x80 5", "iso-8859-1", "€ 5"),
        (b"caf\xe9", "utf-8", "café"),
        (b"caf\xe9", "us-ascii", "café"),
        (b"caf\xc3\xa9", "us-ascii", "café"),
        (b"caf\xc3\xa9 caf\xc3", "utf-8", "café caf"),  # cut off inside a character
        (b"caf\xc3\xa9 caf\xc3", "", "café caf"),
        ("äöü".encode() * 5 + b"\xff", "utf-8", "äöü" * 5 + "\ufffd"),
        (b"hi", 'nope\x00"', "hi"),
        (b"caf\xe9", "unicode_escape", "café"),
        (b"caf\xe9", "undefined", "café"),
        (b"aGk=", "base64", "aGk="),
        (b"+2AA-", "utf-7", "\ufffd"),
        ("中文".encode("gb18030"), "GB2312", "中文"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        ("hi".encode("utf-16"), "utf-16", "hi"),
        ("Привет".encode("koi8-u"), "koi8-u", "Привет"),
        ("Сколько стоит стол?".encode("cp1251"), "iso-8859-1", "Сколько стоит стол?"),
        ("Сколько стоит стол?".encode("cp1251"), "", "Сколько стоит стол?"),
        ("Сколько стоит стол?".encode("koi8-r"), "utf-8", "Сколько стоит стол?"),
        ("Πόσο κοστίζει το τραπέζι;".encode("cp1253"), "windows-1252", "Πόσο κοστίζει το τραπέζι;"),
        ("您好，请问这张桌子的价格是多少？".encode("gb18030"), "us-ascii", "您好，请问这张桌子的价格是多少？"),
        ("Größenänderungsübersicht".encode("cp1252"), "", "Größenänderungsübersicht"),
    ],
)
def test_a_charset_is_believed_as_far_as_it_fits(data: bytes, charset: str, text: str) -> None:
    assert charsets.decode_octets(data, charset) == text


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-7", "utf-16", "iso-2022-kr", "hz", "gb18030", "x"]))
def test_any_octets_become_text_that_can_be_stored(data: bytes, charset: str) -> None:
    assert charsets.decode_octets(data, charset).encode() is not None


def test_composing_costs_no_square_of_a_run_of_marks() -> None:
    marks = "a" + "\u0316\u0301" * 30_000
    assert len(charsets.normalise_nfc(marks)) >= 60_000
    assert charsets.normalise_nfc("a\u0308\n" * 2000) == "ä\n" * 2000


JAPANESE = "見積もりをお願いします。"


@pytest.mark.parametrize("declared", ["", "us-ascii", "utf-8", "iso-2022-jp"])
def test_japanese_escapes_tell_their_charset(declared):
    """Outlook writes ISO-2022-JP and names no charset."""
    assert charsets.decode_octets(JAPANESE.encode("iso2022_jp"), declared) == JAPANESE


def test_korean_escapes_tell_their_charset():
    assert charsets.decode_octets("견적".encode("iso2022_kr")) == "견적"


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("x-mac-turkish", "mac_turkish", "Kase fiyatı ne kadar, şimdi?"),
        ("x-mac-cyrillic", "mac_cyrillic", "Сколько стоит стол?"),
        ("X-MAC-CE", "mac_latin2", "Kolik stojí stůl?"),
        ("iso 8859-15", "iso8859_15", "Combien de € ?"),
    ],
)
def test_old_macintoshes_and_careless_names_are_known(charset, codec, text):
    assert charsets.decode_octets(text.encode(codec), charset) == text


def test_an_html_text_may_name_its_charset_itself():
    assert charsets.meta_charset(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert charsets.meta_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=big5">') == "big5"
    assert charsets.meta_charset(b"<p>charset=big5</p>") == ""
