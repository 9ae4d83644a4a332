"""edge/text_files.py: octets → text, in whichever encoding an editor saved them."""

from __future__ import annotations

import codecs

import pytest

from watcher.edge.text_files import EncodingError, decode_text


@pytest.mark.parametrize(
    "octets",
    [
        "a = 'ü'\n".encode(),
        codecs.BOM_UTF8 + "a = 'ü'\r\n".encode(),
        codecs.BOM_UTF16_LE + "a = 'ü'\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "a = 'ü'\r".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "a = 'ü'\n".encode("utf-32-le"),
    ],
)
def test_the_mark_says_how_it_is_read(octets):
    assert decode_text(octets, "a.toml") == "a = 'ü'\n"


@pytest.mark.parametrize(
    ("octets", "line", "shown"),
    [
        (b"a = 1\nb = 'Gr\xfc\xdfe'\n", 2, "Grüße"),
        (b"\xfc", 1, "ü"),
        (b"a\r\nb\r\n\r\n# caf\xe9\r\n", 4, "café"),
        (b"\xff\xfea", 0, "save it as UTF-8"),
        ("a = 'ü'".encode("utf-16-le"), 1, "save the file as UTF-8"),
    ],
)
def test_what_is_no_text_says_where_and_how_to_save_it(octets, line, shown):
    with pytest.raises(EncodingError) as caught:
        decode_text(octets, "a.toml")
    assert (caught.value.line, shown in str(caught.value)) == (line, True), caught.value
