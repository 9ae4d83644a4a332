"""service/recent_mail.py: the mail of one role since a day, batch by batch, and how far it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.samples import MONDAY
from tests.worlds import MemoryMailbox
from watcher.core.message.model import FolderRole
from watcher.service.recent_mail import BATCH_SIZE, read_recent_mail

RAW = b"From: carol@customer.example\r\n\r\nHow much?"


@pytest.mark.parametrize("count", [0, 1, BATCH_SIZE, 2 * BATCH_SIZE + 1])
async def test_what_arrived_since_is_read_in_batches_that_are_told_of(count):
    mailbox, told, read = MemoryMailbox(), [], []
    for days in (-9, *[0] * count):
        mailbox.put("INBOX", RAW, MONDAY + timedelta(days=days))
    mailbox.put("Sent", RAW, MONDAY)
    async for arrivals in read_recent_mail(mailbox, FolderRole.INBOX, MONDAY, lambda *now: told.append(now)):
        assert sum(done for done, _ in told) == len(read), "a batch is told of when it was worked on"
        read += [(arrival.locator.folder, arrival.locator.uid) for arrival in arrivals]
    assert read == [("INBOX", uid) for uid in range(2, count + 2)]
    assert {total for _, total in told} == {count}
    assert [done for done, _ in told] == [
        0,
        *[BATCH_SIZE] * (count // BATCH_SIZE),
        *[count % BATCH_SIZE] * bool(count % BATCH_SIZE),
    ]
