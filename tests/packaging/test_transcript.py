"""What `make transcript` does with a terminal: it answers a question when the question is whole, and fails where it was not asked."""

from __future__ import annotations

import re
import sys

import pytest

from tests.packaging.scripts import PACKAGING
from tests.packaging.transcript import ANSWERS, Terminal, show_letter
from tests.samples import ROOT


class HereInPlaceOfAMachine:
    """Runs on this machine."""

    def command_line(self) -> list[str]:
        return ["env"]


def test_a_question_is_answered_and_the_page_shows_it():
    terminal = Terminal(HereInPlaceOfAMachine())
    terminal.type(
        "printf 'Which one (a, b): '; read a; printf 'And then: '; read b; echo got $a $b",
        [("Which", "x"), ("then", "y")],
    )
    (page,) = terminal.page
    assert "Which one (a, b): x\nAnd then: y\ngot x y\n```" in page


def test_a_question_that_is_not_asked_and_a_command_that_fails_end_it():
    for command in ("true", "exit 3"):
        with pytest.raises(AssertionError, match=f"{command}: exit"):
            Terminal(HereInPlaceOfAMachine()).type(command, [("Which", "x")])


def test_the_answers_are_those_that_init_asks_for_today(tmp_path):
    terminal = Terminal(HereInPlaceOfAMachine())
    terminal.type(f"{sys.executable} -m watcher init {tmp_path}/house", ANSWERS)
    (page,) = terminal.page
    assert f"Wrote {tmp_path}/house/config.toml" in page


def test_a_letter_is_shown_as_a_mail_program_does():
    raw = b"From: a@b.example\r\nReceived: x\r\nSubject: Hi\r\nContent-Type: text/plain\r\n\r\nText\r\n"
    assert show_letter(raw) == "From: a@b.example\nSubject: Hi\n\nText"


def test_the_page_shows_every_step_of_the_tutorial_to_its_end():
    page = (ROOT / "docs" / "transcript.md").read_text()
    assert re.findall(r"(?m)^## (.+)$", page) == [
        "Install",
        "Answer a few questions",
        "Check",
        "Observe",
        "Go live",
        "Answer",
    ]
    assert "We have received your message" in page and "answered" in page.partition("## Answer\n")[2]
    assert (PACKAGING / "build_deb.py").exists() and len(ANSWERS) == len({question for question, _ in ANSWERS})
