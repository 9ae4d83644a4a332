"""edge/store/tables.py: instants are UTC text that sorts like the time."""

from datetime import UTC, datetime

import pytest

from tests.samples import inquiry
from watcher.core.inquiry.model import InquiryState
from watcher.edge.store.store import StoreError


def test_instants_sort_as_text_and_keep_their_zone(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, state=InquiryState.SNOOZED, next_nag_at=datetime(2026, 12, 1, tzinfo=UTC)))
        assert not tx.inquiries.due_to_wake(datetime(2026, 11, 30, 23, 59, 59, 999999, tzinfo=UTC))
        assert tx.inquiries.due_to_wake(datetime(2026, 12, 1, tzinfo=UTC))


def test_a_naive_instant_is_refused(store):
    with pytest.raises((StoreError, ValueError)), store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, next_nag_at=datetime(2026, 12, 1)))
