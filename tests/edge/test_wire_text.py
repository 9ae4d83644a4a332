"""edge/wire_text.py: whatever octets a server sends, what is kept of them is one printable line that a database takes."""

from __future__ import annotations

import pytest

from watcher.edge.wire_text import MAX_TEXT_LENGTH, readable_line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("5.1.1 unknown", "5.1.1 unknown"),
        ("5.1.1 Empf\udce4nger unbekannt", "5.1.1 Empfänger unbekannt"),
        (b"5.1.1 Empf\xe4nger unbekannt", "5.1.1 Empfänger unbekannt"),
        ("5.1.1 Empf\udcc3\udca4nger", "5.1.1 Empfänger"),
        ("Empfänger", "Empfänger"),
        ("half \ud83d a pair", "half ? a pair"),
        ("one\r\ntwo\x00three\x1b[31m", "one two three [31m"),
        ("turned \u202eround", "turned round"),
        (ConnectionError("no line"), "no line"),
        ("Mailbox doesn't exist: A (0.006 + 0.000 + 0.005 secs).", "Mailbox doesn't exist: A."),
        ("Mailbox 'A (2 + 3 secs)' is gone", "Mailbox 'A (2 + 3 secs)' is gone"),
        ("", ""),
    ],
)
def test_what_a_server_says_is_readable(words, line):
    assert readable_line(words) == line


@pytest.mark.parametrize("words", [bytes(range(256)) * 4, "".join(map(chr, range(0xD7F0, 0xE010))), "x" * 10_000])
def test_it_is_fit_to_be_stored_and_shown(words):
    line = readable_line(words)
    assert line.encode().decode() == line
    assert line.isprintable()
    assert 0 < len(line) <= MAX_TEXT_LENGTH
