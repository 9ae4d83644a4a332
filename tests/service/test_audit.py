"""The audit against a real support mailbox whose truth is known; and that it writes no letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import corpus, raid
from tests.samples import MONDAY, RULES, TEMPLATES, always_open, policy
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.service.audit import Audit, MailSource, place_file
from watcher.service.message_intake import IntakeConfig

needs_raid = pytest.mark.skipif(
    not raid.FOLDER.is_dir(), reason=f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS"
)


def intake_config(staff: list[str]) -> IntakeConfig:
    us = OwnIdentity(frozenset({raid.MAILBOX}), frozenset(address.casefold() for address in staff))
    setup = replace(policy(hours=always_open(), own_addresses=us), mailbox="raid")
    return IntakeConfig(Address(raid.MAILBOX, "Support"), setup, RULES, TEMPLATES, 60.0)


def arrivals(mails, role: FolderRole) -> list[FetchedMessage]:
    chosen = [mail for mail in mails if (mail.folder == "Sent") == (role is FolderRole.SENT)]
    return [
        FetchedMessage(Locator("raid", role.value, 1, n), role, mail.raw, mail.at, len(mail.raw))
        for n, mail in enumerate(chosen, 1)
    ]


@needs_raid
def test_it_finds_who_was_answered_and_when_in_a_real_mailbox(tmp_path):
    """An eighth; the whole of it is in docs/audit.md."""
    threads = [thread for thread in raid.threads(8) if thread.inquiry.file not in corpus.wrongly_labelled()]
    mails = raid.in_order(mail for thread in threads for mail in thread.mails)
    now = mails[-1].at + timedelta(days=30)
    audit = Audit(
        {"raid": intake_config(raid.staff(threads))}, mails[0].at - timedelta(days=2), now, tmp_path / "a.sqlite3"
    )
    try:
        for role in (FolderRole.SENT, FolderRole.INBOX):
            audit.read(MailSource("raid", arrivals(mails, role)))
        found = {row.message_id: row for row in audit.list_outcomes()}
        with audit.store.read_transaction() as tx:
            assert tx.count_rows_by_table()["letter"] == 0
    finally:
        audit.close()
    agree = [
        thread.name
        for thread in threads
        if (row := found.get(thread.inquiry.message_id))
        and (row.answered_at is not None) == (thread.answer is not None)
    ]
    answered = [
        (thread, found[thread.inquiry.message_id]) for thread in threads if thread.answer and thread.name in agree
    ]
    right = sum(abs(row.answered_at - thread.answer.at) < timedelta(seconds=2) for thread, row in answered)
    assert len(threads) > 40
    assert len(agree) >= 0.98 * len(threads) - 1
    assert right >= 0.97 * len(answered)


def test_what_is_named_as_sent_is_the_house_s_whatever_an_archive_wrote_on_it():
    raw = b"Received: from a\r\n by b\r\nReturn-Path: <x@y>\r\nFrom: Anna <anna@example.com>\r\n\r\nReceived: in the text\r\n"
    arrival = FetchedMessage(Locator("", "x", 1, 1), FolderRole.INBOX, raw, MONDAY, len(raw))
    placed = place_file(arrival, "sales", FolderRole.SENT, 7)
    assert placed.raw == b"From: Anna <anna@example.com>\r\n\r\nReceived: in the text\r\n"
    assert (placed.role, placed.locator.uid) == (FolderRole.SENT, 7)
    assert place_file(arrival, "sales", FolderRole.INBOX, 7).raw == raw
