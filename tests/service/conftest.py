"""The way out of one mailbox."""

from __future__ import annotations

import pytest

from tests.samples import MONDAY, inquiry
from tests.worlds import VirtualClock
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.edge.guard import GuardFile
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks


@pytest.fixture
def outbox_store(file_store):
    """With the inquiry that letters are about."""
    with file_store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
    return file_store


@pytest.fixture
def make_delivery(tmp_path, outbox_store):
    """The way out of the mailbox `sales`, to the server of the test; `looked`: whose sent folders were read before a letter left."""
    looked = []

    def made(server, clock=None, limits=None):
        async def last_look(mailboxes):
            looked.append(set(mailboxes))

        delivery = Delivery(
            DeliveryConfig("sales", limits or AcknowledgementLimits()), server, outbox_store, clock or VirtualClock(MONDAY),
            GuardFile.load_or_create(tmp_path / "guard.json"), hooks=DeliveryHooks(last_look, lambda tx, one, now: one.data),
        )  # fmt: skip
        delivery.looked = looked
        return delivery

    return made
