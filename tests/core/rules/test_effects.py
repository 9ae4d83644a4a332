"""core/rules/effects.py: transport alone hides nobody, and what is in doubt is never hidden."""

from __future__ import annotations

import pytest

from tests import attention_table, corpus
from watcher.core.rules.model import Attention

RULES = corpus.shipped()
PERSONS = [case for case in attention_table.field_cases() if case.expected_track == "True"]
SILENT = [case for case in attention_table.field_cases() if case.expected_track == "False"]


@pytest.mark.parametrize("case", PERSONS, ids=lambda case: case.file)
def test_no_person_is_hidden(case: attention_table.FieldCase):
    verdict = case.classify(RULES)
    assert verdict.attention is not Attention.NONE, verdict.why


def test_persons_are_answered_and_acknowledged():
    assert sum(case.classify(RULES).track for case in PERSONS) >= 0.92 * len(PERSONS)
    may = [case for case in PERSONS if case.expected_ack == "True"]
    assert sum(case.classify(RULES).ack for case in may) >= 0.9 * len(may)


def test_few_machines_are_acknowledged():
    assert sum(case.classify(RULES).ack for case in SILENT) <= 0.15 * len(SILENT)
