"""The audit against a real support mailbox whose truth is known; and that it writes no letter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from tests import audit_replay, raid
from tests.samples import MONDAY
from tests.service.audits import open_audit, write_questions
from tests.worlds import MemoryMailbox
from watcher.core.message.model import FetchedMessage, FolderRole, Locator
from watcher.service.audit import MailSource, place_file, read_files, read_mailbox
from watcher.service.backlog_reader import MIN_BACKLOG_SIZE, BacklogReader

needs_raid = pytest.mark.skipif(
    not raid.FOLDER.is_dir(), reason=f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS"
)


@needs_raid
def test_it_finds_who_was_answered_and_when_in_a_real_mailbox(tmp_path):
    """An eighth; the whole of it is `python -m tests.audit_replay`."""
    threads, found, _ = audit_replay.audit_threads(8, tmp_path)
    result = audit_replay.compare_with_labels(threads, found)
    assert result.threads > 40
    assert result.is_reached, result


def test_what_is_named_as_sent_is_the_house_s_whatever_an_archive_wrote_on_it():
    raw = b"Received: from a\r\n by b\r\nReturn-Path: <x@y>\r\nFrom: Anna <anna@example.com>\r\n\r\nReceived: in the text\r\n"
    arrival = FetchedMessage(Locator("", "x", 1, 1), FolderRole.INBOX, raw, MONDAY, len(raw))
    placed = place_file(arrival, "sales", FolderRole.SENT, 7)
    assert placed.raw == b"From: Anna <anna@example.com>\r\n\r\nReceived: in the text\r\n"
    assert (placed.role, placed.locator.uid) == (FolderRole.SENT, 7)
    assert place_file(arrival, "sales", FolderRole.INBOX, 7).raw == raw


class WatchedReader(BacklogReader):
    """Notes for how many messages a backlog was begun, and by which processes messages were read; None: by this one."""

    def __init__(self, processors: int, min_size: int = MIN_BACKLOG_SIZE) -> None:
        super().__init__(processors, min_size=min_size)
        self.backlogs: list[int] = []
        self.processes: list[int | None] = []

    @asynccontextmanager
    async def read_backlog(self, count: int) -> AsyncIterator[None]:
        self.backlogs.append(count)
        async with super().read_backlog(count):
            yield

    async def classify_batch(self, arrivals, intake):
        found = await super().classify_batch(arrivals, intake)
        self.processes.append(self.process.pid if self.process is not None else None)
        return found


async def test_a_mailbox_is_read_in_a_second_process_and_says_what_it_does_without(tmp_path):
    mailbox = MemoryMailbox()
    for arrival in write_questions(0, 3):
        mailbox.put("INBOX", arrival.raw, arrival.received_at)
    outcomes = []
    for processors in (1, 2):
        (tmp_path / str(processors)).mkdir()
        audit, reader = open_audit(tmp_path / str(processors)), WatchedReader(processors, min_size=1)
        await read_mailbox(mailbox, MONDAY - timedelta(days=1), audit, reader, lambda count, total: None)  # type: ignore[arg-type]
        outcomes.append(list(audit.list_outcomes()))
        audit.close()
        assert reader.backlogs == [3]
        assert (reader.processes[0] is not None) == (processors == 2)
        assert reader.process is None, "it ends with the audit"
    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0]) == 3


async def test_files_have_a_second_process_as_soon_as_they_are_a_backlog(tmp_path):
    audit, few, many = open_audit(tmp_path), WatchedReader(processors=1), WatchedReader(processors=1)
    await read_files(MailSource("sales", write_questions(0, 20)), audit, few)
    await read_files(MailSource("sales", write_questions(20, MIN_BACKLOG_SIZE + 150)), audit, many)
    audit.close()
    assert few.backlogs == []
    assert many.backlogs == [MIN_BACKLOG_SIZE], "one, though more were read after it"
