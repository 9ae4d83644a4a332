"""edge/store/statements.py: what stands in a statement as it is, cannot be taken for a part of it."""

from __future__ import annotations

import pytest
from sqlalchemy import column, literal, select
from sqlalchemy.dialects.sqlite import dialect

from watcher.core.inquiry.model import InquiryState
from watcher.edge.store.statements import escape_like_pattern, words_of


def test_words_of_our_own_are_spelt_in_the_statement_and_no_others():
    spelt = column("state").in_(words_of((InquiryState.SNOOZED, InquiryState.DONE))).compile(dialect=dialect())
    assert (str(spelt), spelt.params) == ("state IN ('done', 'snoozed')", {})
    with pytest.raises(AssertionError):
        words_of(["it's"])


@pytest.mark.parametrize("text", ["a%b", "a_b", "a\\b", "%", ""])
def test_a_pattern_that_is_escaped_finds_its_text_and_no_other(store, text):
    with store.read_transaction() as tx:
        pattern = escape_like_pattern(text)
        found = [literal(value).like(pattern, escape="\\") for value in (text, f"{text}x", "other")]
        assert list(tx.connection.execute(select(*found)).one()) == [True, False, False]
