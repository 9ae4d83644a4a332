"""The audit against a real support mailbox whose truth is known; and that it writes no letter."""

from __future__ import annotations

import pytest

from tests import audit_replay, raid
from tests.samples import MONDAY
from watcher.core.message.model import FetchedMessage, FolderRole, Locator
from watcher.service.audit import place_file

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
