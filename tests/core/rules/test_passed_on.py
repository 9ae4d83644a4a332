"""core/rules/passed_on.py: whose words a form's notice and a forwarded mail are."""

from __future__ import annotations

import pytest

from tests import attention_table, corpus
from watcher.core.rules.model import Attention

RULES = corpus.shipped()
CASES = {case.file: case for case in attention_table.field_cases()}


@pytest.mark.parametrize("file", [file for file in CASES if file.startswith(("f11", "n_35", "n_68"))])
def test_what_somebody_passes_on_is_answered_and_its_author_is_named_in_any_language(file: str):
    case = CASES[file]
    verdict = case.classify(RULES)
    assert verdict.attention is Attention.ANSWER, verdict.why
    assert verdict.customer is not None
    assert case.expected_customer in ("any", verdict.customer.email)


@pytest.mark.parametrize("file", [file for file in CASES if file.startswith(("f02a", "f04", "f03a", "n_72c"))])
def test_a_forms_notice_is_its_visitors_inquiry(file: str):
    verdict = CASES[file].classify(RULES)
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False), verdict.why
