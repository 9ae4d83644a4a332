"""Mail of the past → what became of every inquiry in it. Reads only; the same intake as the daemon's, on a database that is thrown away.

The daemon decides about a message when it arrives; the audit feeds it the messages of a span, incoming mail first, each dated by when it
came. Where an inquiry stands follows from its conversation in whatever order the messages are seen, so the result is what the daemon
would know by now. Only a reply that is seen before its question may go with another one of the same customer under the same subject:
when sent mail comes last, each finds the question that it names. Nothing is acknowledged: letters are neither wanted nor written.

What was read stays in that database when an audit is interrupted, and is not read again.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from watcher.core.health.sent_folders import find_unwatched_lookalikes
from watcher.core.inquiry import old_mail
from watcher.core.inquiry.outcome import InquiryOutcome, describe_outcome
from watcher.core.message.delivery_traces import remove_delivery_traces
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, Unreadable
from watcher.edge.imap.mailbox import Mailbox, MailboxError
from watcher.edge.row_spool import RowSpool
from watcher.edge.store.batch.transaction import open_batch
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Store, UnstorableError
from watcher.service.backlog_reader import MIN_BACKLOG_SIZE, BacklogReader
from watcher.service.message_intake import NO_KEY, ClassificationResult, IntakeConfig, MessageIntake, unstorable_message
from watcher.service.read_ahead import read_ahead
from watcher.service.recent_mail import ProgressCallback
from watcher.service.reporting import read_conversations

#: Messages of one transaction, and of one question to a server.
BATCH_SIZE = 100
#: Numbers of messages about which the database is asked at once.
KNOWN_AT_ONCE = 4096
#: Of files nothing says how far back they go: the year of RFC 822.
FIRST_MAIL = datetime(1982, 1, 1, tzinfo=UTC)

#: Messages of one folder, and what each says and is.
ClassifiedBatch = Sequence[tuple[FetchedMessage, ClassificationResult]]


@dataclass(frozen=True, slots=True)
class MailSource:
    """The messages of one folder: `arrivals` in any order, each with its role and place."""

    mailbox: str
    arrivals: Iterable[FetchedMessage]
    dated_by_header: bool = False  # files: when they were written to disk says nothing


class KnownUids:
    """Which messages of a folder were read before, by UID (RFC 9051 § 2.3.1.1). Asked in rising order: only those near the one
    asked for are in memory."""

    def __init__(self, store: Store, mailbox: str, folder: str, uidvalidity: int) -> None:
        self._store, self._place = store, (mailbox, folder, uidvalidity)
        self._window = range(0)
        self._found: set[int] = set()

    def __contains__(self, uid: int) -> bool:
        if uid not in self._window:
            first = uid - uid % KNOWN_AT_ONCE
            self._window = range(first, first + KNOWN_AT_ONCE)
            with self._store.read_transaction() as tx:
                self._found = tx.ledger.decided_uids_between(*self._place, first, self._window[-1])
        return uid in self._found


class Audit:
    """One audit, on a database of its own. `close` ends it."""

    def __init__(self, configs: Mapping[str, IntakeConfig], since: datetime, now: datetime, database: Path) -> None:
        """`configs`: by mailbox, as the daemon has them. `database`: what an audit that was interrupted has read, or a file that is not
        there yet. StoreError: it cannot be used."""
        self._since, self._now = since, now
        self._database = database
        self.store = Store(f"sqlite:///{database}")
        self._configs = {name: _without_acknowledgements(config) for name, config in configs.items()}
        self.seen = 0  # messages, in this run
        self.unreadable = 0  # of them

    def close(self) -> None:
        """Closes the database; its file is the caller's."""
        self.store.close()

    def known_uids(self, mailbox: str, folder: str, uidvalidity: int) -> KnownUids:
        """What was read of a folder, by this run or one before. `uidvalidity` as in RFC 9051 § 2.3.1.1."""
        return KnownUids(self.store, mailbox, folder, uidvalidity)

    def open_intake(self, mailbox: str) -> MessageIntake:
        """What reads and decides about the messages of a mailbox."""
        return MessageIntake(self._configs[mailbox], NO_KEY)

    def store_batch(self, mailbox: str, classified: ClassifiedBatch) -> None:
        """Takes messages of one folder that were read, in one transaction. StoreError: the disk is full."""
        if not classified:
            return
        intake = self.open_intake(mailbox)
        try:
            self._store_batch(intake, mailbox, classified)
        except UnstorableError:
            for arrival, result in classified:
                try:
                    self._store_batch(intake, mailbox, [(arrival, result)])
                except UnstorableError:
                    self._store_batch(intake, mailbox, [(arrival, unstorable_message(arrival))])
        self.seen += len(classified)
        self.unreadable += sum(isinstance(result, Unreadable) for _, result in classified)

    def _store_batch(self, intake: MessageIntake, mailbox: str, classified: ClassifiedBatch) -> None:
        place, role = classified[0][0].locator, classified[0][0].role
        folder = WatchedFolder(mailbox, place.folder, role, place.uidvalidity, self._since, None)
        with self.store.write_transaction() as tx, open_batch(tx) as messages:
            intake.process_arrivals(messages, folder, classified, self._now)

    def date_by_header(self, classified: ClassifiedBatch) -> ClassifiedBatch:
        """Each as of when it was written and delivered by its own words (RFC 5322 § 3.6.1, § 3.6.7)."""
        return [
            (arrival, result if isinstance(result, Unreadable) else (self._date_by_header(result[0]), result[1]))
            for arrival, result in classified
        ]

    def _date_by_header(self, message: Facts) -> Facts:
        return message.with_received_at(old_mail.date_filed_message(message, self._now))

    def list_outcomes(self) -> RowSpool[InquiryOutcome]:
        """Every inquiry that came within the span, the oldest first. Nobody was promised anything: what its ladder promises counts.

        They lie on disk beside the database, and can be gone through when it is gone. StoreError: the disk is full."""
        end = self._now + timedelta(microseconds=1)
        with self.store.read_transaction() as tx:
            rows = (
                describe_outcome(
                    replace(inquiry, promise_at=None, first_promise_at=None),
                    turns,
                    self._configs[inquiry.mailbox].policy,
                )
                for inquiry, turns in read_conversations(tx, self._since, end)
            )
            return RowSpool(rows, self._database.parent)


async def read_files(
    source: MailSource,
    audit: Audit,
    reader: BacklogReader,
    on_progress: ProgressCallback = lambda count, total: None,
) -> None:
    """Takes all messages of a source. StoreError: the disk is full.

    How many there are is known when the last was read: the second process starts where a server's backlog would have had one."""
    intake, count = audit.open_intake(source.mailbox), 0

    async def read_batch(arrivals: Sequence[FetchedMessage]) -> ClassifiedBatch:
        return await reader.classify_batch(arrivals, intake)

    async with AsyncExitStack() as backlog, read_ahead(_in_batches(source.arrivals), read_batch) as read:
        async for classified in read:
            if source.dated_by_header:
                classified = audit.date_by_header(classified)
            await asyncio.to_thread(audit.store_batch, source.mailbox, classified)
            is_long = count < MIN_BACKLOG_SIZE <= count + len(classified)
            count += len(classified)
            if is_long:
                await backlog.enter_async_context(reader.read_backlog(count))
            on_progress(len(classified), 0)


@dataclass(frozen=True, slots=True)
class MailboxReading:
    """What was found of a mailbox beside its messages."""

    has_sent_folder: bool
    resumed: int = 0  # messages that a run before had read
    missing: int = 0  # messages that the server lists and does not hand out
    problems: tuple[str, ...] = ()  # folders that could not be read, in words
    sent_lookalikes: tuple[str, ...] = ()  # folders that look like sent mail and were not read


@dataclass(frozen=True, slots=True)
class _FolderBacklog:
    """Messages of a folder that are still to be read, by UID."""

    name: str
    uidvalidity: int
    uids: Sequence[int]


async def read_mailbox(
    mailbox: Mailbox, since: datetime, audit: Audit, reader: BacklogReader, on_progress: ProgressCallback
) -> MailboxReading:
    """A mailbox on its server, read only, sent mail last; what was read before is not read again. A folder of sent mail that cannot be
    read does not hide the others. MailboxError: it cannot be seen."""
    folders = sorted(await mailbox.list_watched_folders(), key=lambda found: found[1] is not FolderRole.INBOX)
    left: list[_FolderBacklog] = []
    resumed, problems = 0, []
    for name, role in folders:
        try:
            uidvalidity, wanted = await _list_messages(mailbox, name, since)
        except MailboxError as error:
            if error.kind != "folder" or role is FolderRole.INBOX:
                raise
            problems.append(f"{name}: {error}")
            continue
        known = audit.known_uids(mailbox.name, name, uidvalidity)
        uids = array(
            "L", (uid for uid in sorted(wanted) if uid not in known)
        )  # a list of them takes eight times as much
        resumed += len(wanted) - len(uids)
        left.append(_FolderBacklog(name, uidvalidity, uids))
    total = sum(len(folder.uids) for folder in left)
    on_progress(0, total)
    missing = 0
    async with reader.read_backlog(total):
        for folder in left:
            missing += await _read_folder(mailbox, folder, audit, reader, lambda n: on_progress(n, total))
    has_sent_folder = any(role is FolderRole.SENT for _, role in folders)
    alike = tuple(find_unwatched_lookalikes(await mailbox.list_folders(), dict(folders)))
    return MailboxReading(has_sent_folder, resumed, missing, tuple(problems), alike)


async def _list_messages(mailbox: Mailbox, folder: str, since: datetime) -> tuple[int, frozenset[int]]:
    uidvalidity = (await mailbox.open_folder(folder)).uidvalidity
    return uidvalidity, await mailbox.search_uids_since(since)


async def _read_folder(
    mailbox: Mailbox, folder: _FolderBacklog, audit: Audit, reader: BacklogReader, on_read: Callable[[int], None]
) -> int:
    """How many messages were not handed out. While a batch is stored, the next one is fetched and read."""
    intake = audit.open_intake(mailbox.name)

    async def read_batch(uids: Sequence[int]) -> tuple[ClassifiedBatch, int]:
        fetched = await mailbox.fetch_messages(folder.name, folder.uidvalidity, uids)
        return await reader.classify_batch(fetched.arrivals, intake), len(fetched.missing)

    missing = 0
    batches = [folder.uids[start : start + BATCH_SIZE] for start in range(0, len(folder.uids), BATCH_SIZE)]
    async with read_ahead(batches, read_batch) as read:
        async for classified, not_handed_out in read:
            await asyncio.to_thread(audit.store_batch, mailbox.name, classified)
            missing += not_handed_out
            on_read(len(classified) + not_handed_out)
    return missing


def place_file(arrival: FetchedMessage, mailbox: str, role: FolderRole, number: int) -> FetchedMessage:
    """A message that was kept in a file, as if it lay in a folder of the mailbox.

    Whoever names files as sent mail says that the house sent it: an archive's traces of its delivery (RFC 5321 § 4.4) do not make a
    hint of it.
    """
    if role is FolderRole.SENT:
        arrival = replace(arrival, raw=remove_delivery_traces(arrival.raw))
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
