"""The kept cases of `tests/field`: invented mail of the kinds that were mistaken, each with what must become of it."""

from __future__ import annotations

from tests import attention_table, corpus


def test_the_table_of_cases_and_the_messages_are_the_same():
    files = {path.name for path in attention_table.FIELD.glob("*.eml")}
    assert {case.file for case in attention_table.field_cases()} == files


def test_every_case_is_read_and_none_raises():
    ruleset = corpus.shipped()
    assert len([case.classify(ruleset) for case in attention_table.field_cases()]) > 100
