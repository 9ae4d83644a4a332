"""edge/store/mailboxes.py: since when a mailbox is watched, under whatever name."""

from __future__ import annotations

from datetime import timedelta

from tests.samples import MONDAY


def test_the_first_whole_look_counts(store):
    with store.write_transaction() as tx:
        assert tx.mailboxes.get_activation("sales") is None
        tx.mailboxes.record_activation("sales", MONDAY)
        tx.mailboxes.record_activation("sales", MONDAY + timedelta(days=1))
        assert tx.mailboxes.get_activation("sales") == MONDAY
        assert tx.mailboxes.get_activation("info") is None
