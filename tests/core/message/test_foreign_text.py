"""core/message/foreign_text.py: what a stranger wrote, shown in our own letters without doing anything there."""

from __future__ import annotations

import pytest

from watcher.core.message.foreign_text import clean_foreign_text, defang_links, has_link, isolate_right_to_left


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("Hello\r\nBcc: x@y.example", "Hello Bcc: x@y.example"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\u00adb\u3164c", "abc"),
        ("\ue000private\x00use", "private use"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x" * 20, "xxxxxxxxx…"),
    ],
)
def test_one_line_with_nothing_hidden(foreign, shown):
    assert clean_foreign_text(foreign, 10 if foreign == "x" * 20 else 60) == shown


def test_links_are_no_links():
    assert (
        defang_links("see https://evil.example or www.evil.example") == "see hxxps://evil.example or www[.]evil.example"
    )
    assert has_link("ftp://x.example") and not has_link("httpd and wwww")


def test_right_to_left_text_moves_nothing_around_it():
    assert isolate_right_to_left("שלום") == "\u2068שלום\u2069"
    assert isolate_right_to_left("Grüße") == "Grüße"
