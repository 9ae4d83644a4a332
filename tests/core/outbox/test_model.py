"""core/outbox/model.py: the order in which letters leave, and what is said of one that stands still."""

from __future__ import annotations

import pytest

from tests.samples import letter
from watcher.core.outbox.model import DIGEST_KINDS, LetterKind


def test_a_customer_s_acknowledgement_leaves_first_and_a_report_last():
    first, *_, last = LetterKind
    assert (first, last) == (LetterKind.ACKNOWLEDGEMENT, LetterKind.REPORT)


def test_what_is_written_anew_when_it_leaves_lists_inquiries():
    assert {LetterKind.DIGEST, LetterKind.URGENT} == DIGEST_KINDS


@pytest.mark.parametrize(
    ("reason", "error", "explanation"),
    [
        ("", "", ""),
        ("dry-run", "", "dry-run"),
        ("", "550 no such user", "550 no such user"),
        ("given-up", "no answer in time", "given-up: no answer in time"),
    ],
)
def test_the_explanation_has_the_code_first_and_the_server_s_words_after_it(reason, error, explanation):
    assert letter(reason=reason, error=error).explanation == explanation
