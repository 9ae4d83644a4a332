"""cli/outcomes.py: what audit and report write alike."""

from __future__ import annotations

import csv

import click
import pytest

from tests.samples import MONDAY
from watcher.cli import outcomes
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import LeakFigures

LOST = InquiryOutcome("sales", "dave@mill.example", "=cmd", "1@mill.example", MONDAY, MONDAY)


def test_a_table_for_spreadsheets_runs_no_formula_and_has_its_head_without_rows(tmp_path):
    outcomes.write_csv(tmp_path / "a.csv", [LOST], MONDAY)
    outcomes.write_csv(tmp_path / "b.csv", [], MONDAY)
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert (row["subject"], row["ending"], row["answered_at"]) == ("'=cmd", "never", "")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8-sig").startswith("mailbox,customer,subject,")


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(click.ClickException, match="cannot be written: No such file"):
        outcomes.write_csv(tmp_path / "absent" / "a.csv", [], MONDAY)


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (LeakFigures(came=1), "1 inquiry came in, each got an answer or has time left.\n"),
        (LeakFigures(came=8, never=2), "8 inquiries came in, 2 never got an answer.\n"),
    ],
)
def test_the_leak_in_one_sentence(capsys, figures, text):
    outcomes.print_headline(figures)
    assert capsys.readouterr().out == text


def test_the_lost_are_named_where_there_are_some(capsys):
    from zoneinfo import ZoneInfo

    outcomes.print_lost([LOST] * 50, 50, MONDAY, ZoneInfo("UTC"))
    said = capsys.readouterr().out
    assert said.count("dave@mill.example") == 40 and "and 10 more" in said
    outcomes.print_lost([], 0, MONDAY, ZoneInfo("UTC"))
    assert capsys.readouterr().out == ""
