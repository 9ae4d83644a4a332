"""cli/progress.py: one line of a terminal, and nothing in a file."""

from __future__ import annotations

import io

import pytest

from watcher.cli.progress import ReadingProgress, describe_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("count", "total", "seconds", "text"),
    [
        (0, 20000, 0.0, "sales: 0 of 20,000 messages"),
        (1200, 20000, 4.0, "sales: 1,200 of 20,000 messages, 300 a second, 63 s left"),
        (600, 90000, 4.0, "sales: 600 of 90,000 messages, 150 a second, 10 min left"),
        (20000, 20000, 50.0, "sales: 20,000 of 20,000 messages, 400 a second"),
        (500, 0, 2.0, "sales: 500 messages, 250 a second"),
    ],
)
def test_how_many_how_fast_and_how_long_it_takes(count, total, seconds, text):
    assert describe_progress("sales", count, total, seconds) == text


def test_the_line_is_drawn_at_once_and_when_all_is_read():
    shown = Terminal()
    with ReadingProgress("sales\x1b[2J", shown) as progress:
        progress.advance(0, 2)
        progress.advance(1, 2)
        progress.advance(1, 2)
    drawn = shown.getvalue().split("\r\x1b[K")
    assert [line.partition(" messages")[0] for line in drawn[1:]] == ["sales [2J: 0 of 2", "sales [2J: 2 of 2"]
    assert shown.getvalue().endswith("\n")


def test_a_file_gets_nothing():
    kept = io.StringIO()
    with ReadingProgress("sales", kept) as progress:
        progress.advance(5, 5)
    assert kept.getvalue() == ""
