"""Mail of the past → what became of every inquiry in it. Reads only; the same intake as the daemon's, on a database that is thrown away.

The daemon decides about a message when it arrives; the audit feeds it the messages of a span, sent mail first, each dated by when it
came. Where an inquiry stands follows from its conversation in whatever order the messages are seen, so the result is what the daemon
would know by now. Nothing is acknowledged: letters are neither wanted nor written.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from watcher.core.inquiry import old_mail
from watcher.core.inquiry.model import InquiryState
from watcher.core.inquiry.outcome import InquiryOutcome, describe_outcome
from watcher.core.message.model import FetchedMessage, FolderRole, Locator, Unreadable
from watcher.edge.imap.mailbox import Mailbox
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Store, Transaction
from watcher.service.message_intake import ClassificationResult, IntakeConfig, MessageIntake

#: Messages of one transaction.
BATCH_SIZE = 200
#: A clock that says that mail is older than mail itself says nothing.
_FIRST_MAIL = datetime(1982, 1, 1, tzinfo=UTC)
_DELIVERY_TRACES = re.compile(rb"(?im)^(?:Received|Return-Path|Delivered-To|X-Original-To):.*\n(?:[ \t].*\n)*")
_NO_KEY = b"\0" * 32  # nothing is signed


@dataclass(frozen=True, slots=True)
class MailSource:
    """The messages of one folder: `arrivals` in any order, each with its role and place."""

    mailbox: str
    arrivals: Iterable[FetchedMessage]
    dated_by_header: bool = False  # files: when they were written to disk says nothing


class Audit:
    """One audit. `close` throws its database away."""

    def __init__(self, configs: Mapping[str, IntakeConfig], since: datetime, now: datetime) -> None:
        """`configs`: by mailbox, as the daemon has them."""
        self._since, self._now = since, now
        self._folder = tempfile.TemporaryDirectory(prefix="watcher-audit-")
        self.store = Store(f"sqlite:///{Path(self._folder.name)}/audit.sqlite3")
        self._configs = {name: _without_acknowledgements(config) for name, config in configs.items()}
        self.seen = 0  # messages

    def close(self) -> None:
        self.store.close()
        self._folder.cleanup()

    def read(self, source: MailSource, on_progress: Callable[[int], None] = lambda count: None) -> None:
        """Takes all messages of a source. StoreError: the disk is full."""
        intake = MessageIntake(self._configs[source.mailbox], _NO_KEY)
        for batch in _in_batches(source.arrivals):
            classified = [(arrival, self._classify(intake, arrival, source.dated_by_header)) for arrival in batch]
            with self.store.write_transaction() as tx:
                for arrival, result in classified:
                    self._take(tx, intake, source.mailbox, arrival, result)
            self.seen += len(batch)
            on_progress(len(batch))

    def _classify(self, intake: MessageIntake, arrival: FetchedMessage, by_header: bool) -> ClassificationResult:
        result = intake.classify_arrival(arrival)
        if isinstance(result, Unreadable) or not by_header:
            return result
        message, verdict = result
        at = old_mail.oldest_witness(message)
        if not _FIRST_MAIL < at <= self._now:
            return result
        return replace(message, received_at=at), verdict

    def _take(
        self,
        tx: Transaction,
        intake: MessageIntake,
        mailbox: str,
        arrival: FetchedMessage,
        result: ClassificationResult,
    ) -> None:
        place = arrival.locator
        folder = WatchedFolder(mailbox, place.folder, arrival.role, place.uidvalidity, self._since, None)
        intake.process_arrival(tx, folder, arrival, result, self._now)

    def list_outcomes(self) -> list[InquiryOutcome]:
        """Every inquiry that came within the span, the oldest first. Nobody was promised anything: what its ladder promises counts."""
        with self.store.read_transaction() as tx:
            found = [
                replace(inquiry, promise_at=None, first_promise_at=None)
                for inquiry in tx.inquiries.find_opened(self._since, self._now + timedelta(microseconds=1))
                if inquiry.state is not InquiryState.DISMISSED
            ]
            turns = tx.threads.turns_by_inquiry([inquiry.number for inquiry in found])
        rows = [
            describe_outcome(inquiry, turns[inquiry.number], self._configs[inquiry.mailbox].policy, self._now)
            for inquiry in found
        ]
        return sorted(rows, key=lambda row: (row.received_at, row.message_id))


async def read_mailbox(
    mailbox: Mailbox, since: datetime, audit: Audit, on_progress: Callable[[int, int], None]
) -> None:
    """A mailbox on its server, read only, sent mail first. `on_progress`: messages of a batch, of how many. MailboxError."""
    folders = sorted(await mailbox.list_watched_folders(), key=lambda found: found[1] is FolderRole.INBOX)
    listed = [(name, sorted(await mailbox.search_uids_since(name, since))) for name, _ in folders]
    total = sum(len(uids) for _, uids in listed)
    on_progress(0, total)
    for name, uids in listed:
        uidvalidity = (await mailbox.scan_folder(name)).uidvalidity
        for start in range(0, len(uids), BATCH_SIZE):
            fetched = await mailbox.fetch_messages(name, uidvalidity, uids[start : start + BATCH_SIZE])
            audit.read(MailSource(mailbox.name, fetched.arrivals))
            on_progress(len(fetched.arrivals), total)


def place_file(arrival: FetchedMessage, mailbox: str, role: FolderRole, number: int) -> FetchedMessage:
    """A message that was kept in a file, as if it lay in a folder of the mailbox.

    Whoever names files as sent mail says that the house sent it: an archive's traces of its delivery (RFC 5321 § 4.4) do not make a
    hint of it.
    """
    if role is FolderRole.SENT:
        header, blank, body = arrival.raw.partition(b"\r\n\r\n" if b"\r\n\r\n" in arrival.raw else b"\n\n")
        arrival = replace(arrival, raw=_DELIVERY_TRACES.sub(b"", header + b"\n").removesuffix(b"\n") + blank + body)
    return replace(arrival, locator=Locator(mailbox, role.value, 1, number), role=role)


def _without_acknowledgements(config: IntakeConfig) -> IntakeConfig:
    policy = config.policy
    limits = replace(policy.limits, max_age=timedelta())
    return replace(config, policy=replace(policy, limits=limits), command_config=None)


def _in_batches(arrivals: Iterable[FetchedMessage]) -> Iterator[list[FetchedMessage]]:
    batch: list[FetchedMessage] = []
    for arrival in arrivals:
        batch.append(arrival)
        if len(batch) == BATCH_SIZE:
            yield batch
            batch = []
    if batch:
        yield batch
