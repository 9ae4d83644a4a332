"""What commands print: nothing a stranger wrote steers a terminal."""

from __future__ import annotations

import pytest

from watcher.cli import output


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb", "a\u202eb", "a\x9bb", "\x00ab"])
def test_nothing_steers_the_terminal(text):
    assert output.terminal_safe_text(text).isprintable()


def test_what_is_too_long_loses_the_end_or_the_beginning():
    assert output.truncate_right("abcdef", 4) == "abc…"
    assert output.truncate_left("abcdef", 4) == "…def"
    assert output.truncate_right("abc", 3) == output.truncate_left("abc", 3) == "abc"


def test_a_terminal_has_a_least_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    assert output.terminal_width() == 40
