"""edge/store/tables.py: instants are UTC text that sorts like the time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.dialects.sqlite import dialect

from tests.samples import inquiry
from watcher.core.inquiry.model import InquiryState
from watcher.edge.store.store import StoreError
from watcher.edge.store.tables import BoundedKey, UtcInstant, stored_key


def test_instants_sort_as_text_and_keep_their_zone(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, state=InquiryState.SNOOZED, next_nag_at=datetime(2026, 12, 1, tzinfo=UTC)))
        assert not tx.inquiries.due_to_wake(datetime(2026, 11, 30, 23, 59, 59, 999999, tzinfo=UTC))
        assert tx.inquiries.due_to_wake(datetime(2026, 12, 1, tzinfo=UTC))


def test_a_naive_instant_is_refused(store):
    with pytest.raises((StoreError, ValueError)), store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0, next_nag_at=datetime(2026, 12, 1)))


@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("UTC"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/St_Johns")], ids=str
)
def test_an_instant_is_the_same_text_whatever_its_zone(zone):
    at = datetime(2026, 11, 24, 9, 0, 0, 5, tzinfo=UTC).astimezone(zone)
    assert UtcInstant().process_bind_param(at, dialect()) == "2026-11-24T09:00:00.000005Z"


@pytest.mark.parametrize("length", [0, 255, 256, 257, 1024, 1025])
@pytest.mark.parametrize("letter", ["a", "é", "あ", "😀"])
def test_a_key_is_stored_as_it_is_or_shortened(letter, length):
    key = letter * length
    stored = BoundedKey().process_bind_param(key, dialect())
    assert stored == stored_key(key)
    assert (stored == key) is (len(key.encode()) <= 1024)
