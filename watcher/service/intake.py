"""The loop of one mailbox: scans its folders for what the server has and the ledger lacks, and has that processed.

A scan compares sets of UIDs and believes in no highest number: servers hand out messages late (RFC 9051 § 2.3.1.1 promises rising
UIDs, not that a client sees them in order), and a UID that was passed over would never be asked for again. `message_intake`
processes what is new; the incident of a mailbox that cannot be seen is kept here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from watcher.core.health import retries
from watcher.core.health.model import IncidentKind, WaitEnd
from watcher.core.inquiry import arrivals
from watcher.core.message.model import FolderRole, Locator
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FetchResult, FolderScan, Mailbox, MailboxError, MailboxStopped
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import StoreError, Transaction, UnstorableError
from watcher.service import conversation, mailbox_incidents, recovery, sent_mail
from watcher.service.backlog_reader import BacklogReader
from watcher.service.bell_watch import BellWatch
from watcher.service.folder_listings import FolderListings
from watcher.service.look_record import LookLog, LookRecord
from watcher.service.message_intake import Classified, IntakeConfig, LettersQueued, MessageIntake, unstorable_message
from watcher.service.progress import LoopProgress
from watcher.service.read_ahead import fetch_and_read_ahead
from watcher.service.renumbered_mail import RenumberedMail

log = logging.getLogger("watcher.intake")

#: Messages that are asked for at once, and stored in one transaction.
FETCH_BATCH_SIZE = 100
#: Open questions whose marks are read before a digest, the newest.
MAX_ANSWERED_FLAG_CHECKS = 500
#: Of the letters of another Watcher so many are read.
MAX_MARKS_READ = 50
#: How often it is asked whether any reply was ever seen.
SENT_MAIL_INTERVAL = timedelta(hours=1)

#: What was handed out, read and classified, and the places of what was not.
ReadBatch = tuple[list[Classified], list[Locator]]


class Intake:
    """One mailbox's way in."""

    message_intake_type: type[MessageIntake] = MessageIntake
    look_record_type: type[LookRecord] = LookRecord

    def __init__(
        self,
        config: IntakeConfig,
        mailbox: Mailbox,
        store: TransactionRunner,
        clock: Clock,
        key: bytes,
        on_letters_queued: LettersQueued = lambda tx, letters: lambda: None,
    ) -> None:
        """`key` signs our letters."""
        self.messages = self.message_intake_type(config, key)
        self.name = config.policy.mailbox
        self.first_scan_done = asyncio.Event()  # the first look, or the first failure, is over
        self._mailbox = mailbox
        self._store = store
        self._clock = clock
        self._on_letters_queued = on_letters_queued
        self.backlog_reader, self.look_log = BacklogReader(processors=1), LookLog()  # `mailbox_loops` has one for all
        self.progress = LoopProgress(f"intake {self.name}", store, clock)
        self.bell = BellWatch(self.name, store)
        self._listings = FolderListings(self.name, clock)
        self._renumbered = RenumberedMail(self.name, mailbox, store)
        self._scan_lock = asyncio.Lock()
        self._is_stopping = False
        self._failures = self.refused_logins = 0  # each one after another
        self._wake_event = asyncio.Event()
        self._has_incident, self._told_failure = True, ""  # not known yet; what the log says
        self._is_sent_folder_missing = False
        self._is_activated = False  # not known yet
        self._sent_mail_judged_at: datetime | None = None
        self._decided: dict[tuple[str, int], set[int]] = {}
        self._folders: dict[str, WatchedFolder] = {}
        self._look = self.look_record_type(self.name, {}, [])  # the one that goes on

    @property
    def config(self) -> IntakeConfig:
        """What this mailbox knows of the configuration; may be replaced at any time."""
        return self.messages.config

    @config.setter
    def config(self, config: IntakeConfig) -> None:
        self.messages.config = config

    # --- the loop

    async def run(self) -> None:
        """Looks, then waits for the doorbell or the poll, until it is told to stop. Trouble with this server stays in this mailbox."""
        end = WaitEnd.OTHER
        while not self._is_stopping:
            self._wake_event.clear()
            try:
                wait = await self._look_once(end)
                self.progress.rest(wait)
                async with self._scan_lock:
                    await self._mailbox.hang_bell()
                end = await self._mailbox.wait_for_change(self._clock.real_seconds(wait))
            except MailboxStopped:
                break
            except (MailboxError, StoreError) as error:
                end = WaitEnd.OTHER
                await self._wait_after_failure(error)

    async def _look_once(self, end: WaitEnd) -> float:
        """Looks after a wait that ended so; returns how many seconds to wait for the next. MailboxError: nothing was seen; where only
        a folder could not be, the bell rings for the others."""
        began = self._clock.monotonic()
        try:
            await self.scan_folders(end=end)
        except MailboxError as error:
            if error.kind != "folder":
                raise
        wait = await self.bell.judge_wait(
            end, self._mailbox.bell_folder, self.config.poll_seconds, self._clock.monotonic() - began
        )
        self._failures = 0
        await self.progress.record_success()
        self.first_scan_done.set()
        return wait

    async def _wait_after_failure(self, error: MailboxError | StoreError) -> None:
        self._failures += 1
        self.first_scan_done.set()
        if isinstance(error, StoreError):
            wait = retries.wait_after_failure(self._failures)
            await self.progress.record_failure(error)
        else:  # the mailbox has its incident; the loop does what it should
            is_login = error.kind == "login"
            wait = retries.wait_after_failure(self._failures, is_login=is_login, asked_for=error.retry_after or 0.0)
            self.progress.rest(wait)
        await self._clock.wait_for_event(self._wake_event, wait)

    @property
    def is_in_trouble(self) -> bool:
        """Has the last look failed?"""
        return self._failures > 0

    def look_now(self, *, anew: bool = False) -> None:
        """The next look begins at once, whatever `run` waits for, and counts as the first try; `anew`: on a new connection."""
        self._failures, self._told_failure = 0, ""
        self._wake_event.set()
        (self._mailbox.renew_connections if anew else self._mailbox.end_wait)()

    def stop(self) -> None:
        """Ends `run`, and any look: what was read is stored, what was not is read after the next start."""
        self._is_stopping = True
        self._wake_event.set()
        self._mailbox.stop()
        self.first_scan_done.set()  # nobody waits for it any more

    async def scan_folders(
        self, roles: Sequence[FolderRole] = (FolderRole.SENT, FolderRole.INBOX), end: WaitEnd = WaitEnd.OTHER
    ) -> int:
        """One look; returns how many messages were decided. MailboxError: the server could not be asked.

        It is a full one but after a wait in IDLE: then a folder that has not changed and did not ring is not listed. Sent folders come
        first: after an absence the answer is known before the question.
        """
        async with self._scan_lock:
            try:
                folders = await self._listings.list_folders(self._mailbox, end)
                wanted = [folder for folder in folders if folder[1] in roles]
                count = await self._scan_each_folder(wanted, dict(folders), end)
            except MailboxStopped:
                raise
            except MailboxError as error:
                await self._record_failure(error)
                raise
            except BaseException:
                self._clear_caches()
                raise
            self.refused_logins = 0
            has_sent_folder = FolderRole.SENT in {role for _, role in folders}
            if len(wanted) == len(folders):  # a look at less does not show that the mailbox is seen
                await (self._clear_incidents() if has_sent_folder else self._record_missing_sent_folder())
            if has_sent_folder:
                await self._judge_sent_mail()
            return count

    async def _scan_each_folder(
        self, wanted: Sequence[tuple[str, FolderRole]], folders: Mapping[str, FolderRole], end: WaitEnd
    ) -> int:
        """A folder that cannot be read does not hide the others. MailboxError: what it hides makes the mailbox one that is not seen.
        The first look at all `folders` activates the mailbox."""
        ordered = sorted(wanted, key=lambda folder: folder[1] is FolderRole.INBOX)
        self._look = look = self.look_record_type(self.name, folders, [name for name, _ in ordered])
        look.is_quiet, count, began = self._is_activated and not self._has_incident, 0, self._clock.now()
        try:
            unchanged = await self._listings.count_unchanged(self._mailbox, look.wanted, end)
            for place, (name, role) in enumerate(ordered):
                try:
                    count += 0 if place < unchanged else await self._scan_folder(name, role, end)
                    await self.look_log.note_folder_read(look, name, self._store, self._clock.now())
                except MailboxError as error:
                    if not _is_about_folder(error, role):
                        raise
                    self._listings.forget_folder(name)
                    if not await self._listings.is_gone(self._mailbox, name):
                        look.unread[name] = error
        finally:
            await self.look_log.record_look(look, self._store, self._clock.now())
        if len(wanted) == len(folders) and look.looked and not self._is_activated:
            await self._store.run_write(lambda tx: recovery.record_activation(tx, self.name, began))
            self._is_activated = True
        if blinding := look.find_blinding_error():
            raise blinding
        return count

    async def check_answered_flags(self) -> None:
        """Which open questions does the server mark as answered? A program sets that mark when it replies."""
        async with self._scan_lock:
            places = await self._store.run_write(
                lambda tx: tx.ledger.locate_waiting_mail(self.name, MAX_ANSWERED_FLAG_CHECKS)
            )
            folders: dict[tuple[str, int], dict[int, tuple[str, int]]] = {}
            for place, key, number in places:
                folders.setdefault((place.folder, place.uidvalidity), {})[place.uid] = (key, number)
            marked: list[tuple[str, int]] = []
            for (folder, uidvalidity), questions in folders.items():
                found = await self._mailbox.find_answered_uids(folder, uidvalidity, sorted(questions))
                marked += [questions[uid] for uid in sorted(found & questions.keys())]
            if marked:
                now = self._clock.now()
                await self._store.run_write(
                    lambda tx: conversation.apply_answered_flags(tx, marked, self.config.policy, now)
                )

    async def _scan_folder(self, name: str, role: FolderRole, end: WaitEnd) -> int:
        began = self._clock.monotonic()
        is_unchanged = self._listings.judge_folder(name, end, self._mailbox.bell_folder)
        if is_unchanged is None:
            scan: FolderScan | None = await self._mailbox.scan_folder(name)
        else:
            scan = await self._mailbox.scan_changed_folder(name, is_unchanged)
        if scan is None:
            return 0
        count = await self._read_listed_folder(scan, role)
        self._listings.note_listing(scan, began, self._decided.get((name, scan.uidvalidity), frozenset()))
        return count

    async def _read_listed_folder(self, scan: FolderScan, role: FolderRole) -> int:
        name = scan.folder
        self.bell.note_listing(scan)
        if (count := len(scan.uids)) != scan.exists:
            log.warning("mailbox=%s folder=%s: %d of %d messages are listed", self.name, name, count, scan.exists)
        now = self._clock.now()
        known = self._folders.get(name) or await self._store.run_read(lambda tx: tx.folders.get_folder(self.name, name))
        if known is None:
            since = await self._store.run_read(lambda tx: self._read_since(tx, role, now))
            recent = await self._mailbox.search_uids_since(since) if since is not None else frozenset()
            old = scan.uids - recent
            if since is None and role is FolderRole.SENT:
                await self._look_for_other_watcher(name, now)
            known = WatchedFolder(self.name, name, role, scan.uidvalidity, since or now, None)
            await self._store.run_write(partial(_record_baseline, folder=known, uids=old, now=now))
            log.info("baseline mailbox=%s folder=%s messages=%d", self.name, name, len(old))
            if since is None:
                return 0
        known = replace(known, role=role)  # the configuration may name it otherwise than at its first look
        self._folders[name] = known
        decided = await self._decided_uids(name, scan.uidvalidity)
        todo = sorted(scan.uids - decided)
        if todo:
            again = await self._renumbered.recognise(known, scan.uidvalidity, todo, self.progress.mark)
            decided |= again
            todo = [uid for uid in todo if uid not in again]
        await self._process_messages(known, scan.uidvalidity, todo)
        return len(todo)

    async def _look_for_other_watcher(self, folder: str, now: datetime) -> None:
        """At the very first look: letters that a Watcher sent, and this state does not know. It begins anew, and says so."""
        try:
            headers = await self._mailbox.read_header_values(folder, "X-Watcher-Ref", MAX_MARKS_READ)
        except MailboxError as error:
            if error.kind in ("network", "stopped"):
                raise
            log.info("not searched mailbox=%s folder=%s: %s", self.name, folder, error)
            return
        text = await asyncio.to_thread(self.messages.describe_other_watcher, folder, headers)
        if text:
            log.warning("mailbox=%s: %s", self.name, text)
            await self._store.run_write(lambda tx: tx.incidents.open(IncidentKind.OTHER_WATCHER, self.name, text, now))

    async def _decided_uids(self, name: str, uidvalidity: int) -> set[int]:
        if (name, uidvalidity) not in self._decided:
            found = await self._store.run_read(lambda tx: tx.ledger.decided_uids(self.name, name, uidvalidity))
            self._decided[name, uidvalidity] = found
        return self._decided[name, uidvalidity]

    def _read_since(self, tx: Transaction, role: FolderRole, now: datetime) -> datetime | None:
        """From when on mail of a folder that is new to us is read; None: all of it is old."""
        activated_at, oldest_open_at = tx.mailboxes.get_activation(self.name), tx.inquiries.oldest_open_instant()
        return arrivals.read_folder_since(role, activated_at, oldest_open_at) or recovery.reread_mail_since(tx, now)

    async def _process_messages(self, folder: WatchedFolder, uidvalidity: int, uids: Sequence[int]) -> None:
        batches = [uids[start : start + FETCH_BATCH_SIZE] for start in range(0, len(uids), FETCH_BATCH_SIZE)]
        fetch = partial(self._mailbox.fetch_messages, folder.name, uidvalidity)
        read = partial(self._read_batch, folder, uidvalidity)
        async with (
            self.backlog_reader.read_backlog(len(uids)) as depth,
            fetch_and_read_ahead(batches, fetch, read, depth) as results,
        ):
            left = len(batches)
            async for classified, missing in results:
                left -= 1
                await self._process_batch(folder, classified, missing, is_last=not left)
                self.progress.mark()

    async def _read_batch(self, folder: WatchedFolder, uidvalidity: int, fetched: FetchResult) -> ReadBatch:
        classified = await self.backlog_reader.classify_batch(fetched.arrivals, self.messages)
        return classified, [Locator(self.name, folder.name, uidvalidity, uid) for uid in sorted(fetched.missing)]

    async def _process_batch(
        self,
        folder: WatchedFolder,
        classified: Sequence[Classified],
        missing: Sequence[Locator],
        is_last: bool,
    ) -> None:
        try:
            await self._store_batch(folder, classified, missing, is_last)
        except UnstorableError:
            for arrival in classified:
                await self._store_alone(folder, arrival)
            await self._store_batch(folder, [], missing, is_last)

    async def _store_alone(self, folder: WatchedFolder, classified: Classified) -> None:
        """One message of a batch that cannot be stored. If it is this one, it is unreadable, whatever it was; the others are not."""
        arrival, _ = classified
        try:
            await self._store_batch(folder, [classified], [])
        except UnstorableError as error:
            log.error("unstorable mailbox=%s folder=%s uid=%d: %s", self.name, folder.name, arrival.locator.uid, error)
            await self._store_batch(folder, [(arrival, unstorable_message(arrival))], [])

    async def _store_batch(
        self,
        folder: WatchedFolder,
        classified: Sequence[Classified],
        missing: Sequence[Locator],
        is_last: bool = False,
    ) -> None:
        """In one transaction. `is_last`: of this folder; if the look ends with it, that is put on record with it."""
        now, look = self._clock.now(), self._look
        ends_look = is_last and look.ends_with(folder.name) and not self.look_log.will_wait(look, folder.name)

        def store(tx: Transaction) -> tuple[set[Locator], Callable[[], None] | None]:
            done, announce = self.messages.process_batch(tx, folder, classified, now, self._on_letters_queued)
            given_up = {place for place in missing if self.messages.process_missing(tx, folder, place, now)}
            if ends_look:
                look.store(tx, now, folder.name)
            return done | given_up, announce

        done, announce_letter = await self._store.run_write(store)
        look.is_stored = ends_look
        for place in done:
            self._decided[folder.name, place.uidvalidity].add(place.uid)
        if announce_letter is not None:
            announce_letter()
            await asyncio.sleep(0)  # who sends it has the store before this look is noted

    async def close(self) -> None:
        """Drops the connections."""
        await self._mailbox.close_connections()

    # --- incidents

    def _clear_caches(self) -> None:
        """What was read from the database is read again: after trouble nothing is taken for granted."""
        self._decided.clear()
        self._folders.clear()
        self._listings.forget_all()
        self._is_activated = False

    async def _record_failure(self, error: MailboxError) -> None:
        """Trouble with a folder leaves the connections as they are, and the bell."""
        self._clear_caches()
        self._has_incident, self._is_sent_folder_missing = True, False  # told anew when the mailbox is seen again
        self.refused_logins = self.refused_logins + 1 if error.kind == "login" else 0
        say = log.debug if str(error) == self._told_failure else log.error  # a log would hold nothing else
        say("unseen mailbox=%s kind=%s: %s", self.name, error.kind, error)
        self._told_failure, now = str(error), self._clock.now()
        await self._store.run_write(
            lambda tx: tx.incidents.open(IncidentKind.MAILBOX_UNSEEN, self.name, str(error), now)
        )
        if error.kind != "folder":
            await self._mailbox.close_connections()

    async def _record_missing_sent_folder(self) -> None:
        """Nobody's answer can be seen: the people who are nagged must know why."""
        if not self._is_sent_folder_missing:
            log.error("no sent folder mailbox=%s: no reply can be seen; name it in `sent`", self.name)
            now = self._clock.now()
            text = "no folder of sent mail was found, so no reply can be seen: name it in `sent`"
            await self._store.run_write(lambda tx: mailbox_incidents.open_missing_sent_folder(tx, self.name, text, now))
        self._has_incident = self._is_sent_folder_missing = True

    async def _judge_sent_mail(self) -> None:
        now = self._clock.now()
        if self._sent_mail_judged_at is None or now - self._sent_mail_judged_at >= SENT_MAIL_INTERVAL:
            await self._store.run_write(lambda tx: sent_mail.judge_sent_mail(tx, self.name, now))
            self._sent_mail_judged_at = now

    async def _clear_incidents(self) -> None:
        if self._has_incident and await self._store.run_write(
            lambda tx: mailbox_incidents.close_incidents(tx, self.name)
        ):
            log.info("seen again mailbox=%s", self.name)
        self._has_incident, self._is_sent_folder_missing, self._told_failure = False, False, ""


def _record_baseline(tx: Transaction, folder: WatchedFolder, uids: frozenset[int], now: datetime) -> None:
    """What was there before the first look at the mailbox is old; in a folder that appears later, and after the database was lost, only
    what came before it was activated is."""
    place = (folder.mailbox, folder.name, folder.role, folder.uidvalidity)
    tx.folders.add_folder(*place, now, folder.activated_at)
    tx.ledger.add_baseline_entries(*place, uids, now)


def _is_about_folder(error: MailboxError, role: FolderRole) -> bool:
    """Is nothing wrong with the server? Of a folder of sent mail any refusal is about that folder, and nonsense is, too."""
    if error.kind == "folder":
        return True
    return role is FolderRole.SENT and (error.is_refusal or error.kind == "protocol")
