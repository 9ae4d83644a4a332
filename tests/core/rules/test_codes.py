"""core/rules/codes.py: one table for every reason against an acknowledgement, complete and without dead rows."""

from __future__ import annotations

import re

import pytest

from tests.samples import ROOT
from watcher.core.rules.codes import DESTINATION_CODES, MACHINE_CODES, SuppressionCode, TrackingEffect, english_reason
from watcher.core.rules.model import SuppressionMatch

#: What is also the name of a header or of a type of report.
HEADER_NAMES = {"x-loop", "auto-submitted", "feedback-report"}


@pytest.mark.parametrize("code", SuppressionCode)
def test_every_code_has_a_row_with_words_of_its_own(code):
    assert english_reason(code) == english_reason(str(code)) == code.meaning.reason
    assert [other for other in SuppressionCode if other.meaning.reason == code.meaning.reason] == [code]


@pytest.mark.parametrize("code", SuppressionCode)
def test_every_code_is_given_somewhere(code):
    sources = [path.read_text() for path in (ROOT / "watcher").rglob("*.py") if path.name != "codes.py"]
    assert any(re.search(rf"SuppressionCode\.{code.name}\b", source) for source in sources)


def test_no_code_is_written_as_a_bare_string_in_core():
    codes = "|".join(re.escape(code) for code in SuppressionCode if "-" in code and code not in HEADER_NAMES)
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in (ROOT / "watcher").rglob("*.py")
        if path.name
        not in (
            "codes.py",
            "traits.py",
            "phrases.py",
            "migrations.py",
        )  # words that read the same, and steps that never change
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(rf'"(?:{codes})"', line)
    ]
    assert found == []


def test_what_is_no_code_reads_as_it_stands():
    assert english_reason("550 no such user") == "550 no such user"


def test_marks_of_transport_alone_only_forbid_the_acknowledgement():
    assert {code for code in MACHINE_CODES if code.meaning.effect is TrackingEffect.ALLOWS} == {
        "other-bot",
        "x-loop",
        "bulk",
    }


def test_a_match_says_what_its_row_says_but_for_what_is_given():
    match = SuppressionMatch.from_table(
        SuppressionCode.ROLE_DESTINATION, "lists@x.example", effect=TrackingEffect.ALLOWS
    )
    assert (match.code, match.effect, match.kind) == ("role-destination", TrackingEffect.ALLOWS, "bulk")
    assert match.code in DESTINATION_CODES
