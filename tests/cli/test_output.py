"""What commands print: nothing a stranger wrote steers a terminal."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from watcher.cli import output
from watcher.core.letters.text_width import text_width


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb", "a\u202eb", "a\x9bb", "\x00ab"])
def test_nothing_steers_the_terminal(text):
    assert output.terminal_safe_text(text).isprintable()


def test_what_is_too_long_loses_the_beginning():
    assert output.truncate_left("abcdef", 4) == "…def"
    assert output.truncate_left("abc", 3) == "abc"


def test_programs_are_told_in_utc_whatever_the_zone():
    noon = datetime(2026, 11, 23, 12, 0, 0, 999, tzinfo=timezone(timedelta(hours=1)))
    assert output.iso_timestamp(noon) == "2026-11-23T11:00:00Z"
    assert output.iso_timestamp(None) is None


def test_a_terminal_has_a_least_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    assert output.terminal_width() == 40


COLUMNS = (output.Column("#", is_number=True), output.Column("customer", share=2), output.Column("subject", share=3))


@pytest.mark.parametrize(
    "subject",
    ["Roof", "屋根の修理の見積もりをお願いします", "e\u0301" * 60, "Ein sehr langer Betreff " * 4, "a\x1b[31mb"],
)
def test_a_table_keeps_to_its_width_in_every_script(subject):
    rows = [(7, "carol@fields.example", subject), (123, "?", "x")]
    header, rule, first, second = output.table_lines(COLUMNS, rows, 60)
    assert header.startswith("  #  customer") and set(rule) == {"─"}
    assert first.startswith("  7  carol@fields.exa") and first.isprintable()
    assert second.split() == ["123", "?", "x"]
    assert all(text_width(line) <= 60 for line in (header, rule, first, second))


def test_where_there_is_no_room_a_column_still_shows_something():
    *_, row = output.table_lines(COLUMNS, [(1, "carol@fields.example", "Roof")], 5)
    assert row == "1  carol@f…  Roof"
