"""A message arrives → one transaction: ledger line, inquiry, journal and letter become true together, or none of them.

Looks at the folders of one mailbox for what the server has and the ledger lacks. Decides nothing itself: `core` does; and
never sends: it only queues.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry import arrivals, decide, ties
from watcher.core.inquiry.model import Acknowledgement, Inquiry, JournalNote, MessageDecision, SendingHistory, Situation
from watcher.core.letters import acknowledgement, mime, signature, templates
from watcher.core.letters.mime import LetterHead
from watcher.core.message import facts
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole, Locator, MessageKind, Unreadable
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.core.rules import rules, suppression
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import Mailbox, MailboxError
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Store, StoreError, Transaction
from watcher.service import conversation
from watcher.service.answers import CommandConfig, CommandMailHandler

log = logging.getLogger("watcher.intake")

FETCH_BATCH_SIZE = 50
#: Open questions whose marks are read before a digest, the newest.
MAX_ANSWERED_FLAG_CHECKS = 500
#: A message the server lists and does not hand out becomes an unreadable inquiry after so many looks.
MAX_FETCH_ATTEMPTS = 3
#: Seconds until the next try after the n-th failure; the last repeats.
RETRY_DELAYS = (5.0, 15.0, 60.0, 300.0, 900.0)
#: A refused login is tried three times quickly, then rarely: servers lock out who insists.
LOGIN_RETRY_DELAYS = (5.0, 15.0, 900.0, 3600.0)


@dataclass(frozen=True, slots=True)
class IntakeConfig:
    """What one mailbox's way in knows of the configuration; replaced as a whole when it changes."""

    address: Address
    policy: decide.Policy
    ruleset: rules.RuleSet
    templates: templates.TemplateSet
    poll_seconds: float
    command_config: CommandConfig | None = None  # who may give commands by mail; None: nobody


ClassificationResult = tuple[Facts, Verdict] | Unreadable


class Intake:
    """One mailbox's way in."""

    def __init__(
        self,
        config: IntakeConfig,
        mailbox: Mailbox,
        store: Store,
        clock: Clock,
        key: bytes,
        queued: Callable[[], None] = lambda: None,
    ) -> None:
        """`key` signs our letters; `queued` is called when a letter waits to be sent."""
        self.config = config
        self.name = config.policy.mailbox
        self.first_scan_done = asyncio.Event()  # the first look, or the first failure, is over
        self._mailbox = mailbox
        self._store = store
        self._clock = clock
        self._key = key
        self._on_letter_queued = queued
        self.progress = clock.monotonic()
        self._scan_lock = asyncio.Lock()
        self._troubled = True  # not known yet
        self._is_sent_folder_missing = False
        self._decided: dict[tuple[str, int], set[int]] = {}
        self._folders: dict[str, WatchedFolder] = {}

    # --- the loop

    async def run(self) -> None:
        """Looks, then waits for the doorbell or the poll, for ever. Trouble with this server stays in this mailbox."""
        failures = 0
        while True:
            self.progress = self._clock.monotonic()
            try:
                await self.scan_folders()
                failures = 0
                self.first_scan_done.set()
                await self._mailbox.wait_for_change(self._clock.real_seconds(self.config.poll_seconds))
            except (MailboxError, StoreError) as error:
                failures += 1
                self.first_scan_done.set()
                if not isinstance(error, MailboxError):
                    log.error("mailbox=%s: %s", self.name, error)
                waits = LOGIN_RETRY_DELAYS if getattr(error, "kind", "") == "login" else RETRY_DELAYS
                wait = waits[min(failures, len(waits)) - 1]
                if getattr(error, "kind", "") == "folder":  # the others are seen
                    wait = self.config.poll_seconds
                await self._clock.sleep(max(wait, getattr(error, "retry_after", None) or 0.0))

    async def scan_folders(self, roles: Sequence[FolderRole] = (FolderRole.SENT, FolderRole.INBOX)) -> int:
        """One full look; returns how many messages were decided. MailboxError: the server could not be asked.

        Sent folders come first: after an absence the answer is known before the question.
        """
        async with self._scan_lock:
            try:
                folders = await self._mailbox.list_watched_folders()
                count = await self._scan_each_folder([each for each in folders if each[1] in roles])
            except MailboxError as error:
                await self._record_failure(error)
                raise
            except BaseException:
                self._clear_caches()
                raise
            if FolderRole.SENT in {role for _, role in folders}:
                await self._clear_trouble()
            else:
                await self._record_missing_sent_folder()
            return count

    async def _scan_each_folder(self, folders: Sequence[tuple[str, FolderRole]]) -> int:
        """A folder that is gone or was renamed does not hide the others; its error comes when they were looked at."""
        count, looked, gone = 0, [], None
        try:
            for name, role in sorted(folders, key=lambda each: each[1] is FolderRole.INBOX):
                try:
                    count += await self._scan_folder(name, role)
                    looked.append(name)
                except MailboxError as error:
                    if error.kind != "folder":
                        raise
                    gone = gone or error
        finally:
            if looked:
                await self._store.run_write(lambda tx: tx.folders.record_scan(self.name, looked, self._clock.now()))
        if gone is not None:
            raise gone
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

    async def _scan_folder(self, name: str, role: FolderRole) -> int:
        look = await self._mailbox.scan_folder(name)
        if len(look.uids) != look.exists:
            log.warning(
                "mailbox=%s folder=%s: %d of %d messages are listed", self.name, name, len(look.uids), look.exists
            )
        now = self._clock.now()
        known = self._folders.get(name) or await self._store.run_read(lambda tx: tx.folders.get_folder(self.name, name))
        if known is None:
            since = await self._store.run_read(lambda tx: tx.reread_mail_since(now))
            recent = await self._mailbox.search_uids_since(name, since) if since is not None else frozenset()
            old = look.uids - recent
            known = await self._store.run_write(
                lambda tx: self._record_baseline(tx, name, role, look.uidvalidity, old, now, since)
            )
            log.info("baseline mailbox=%s folder=%s messages=%d", self.name, name, len(old))
            if since is None:
                return 0
        self._folders[name] = known
        decided = await self._decided_uids(name, look.uidvalidity)
        if look.uidvalidity != known.uidvalidity and not decided:
            log.warning("renumbered mailbox=%s folder=%s: the server numbers its messages anew", self.name, name)
        todo = sorted(look.uids - decided)
        for start in range(0, len(todo), FETCH_BATCH_SIZE):
            await self._process_batch(known, look.uidvalidity, todo[start : start + FETCH_BATCH_SIZE])
        return len(todo)

    async def _decided_uids(self, name: str, uidvalidity: int) -> set[int]:
        if (name, uidvalidity) not in self._decided:
            found = await self._store.run_read(lambda tx: tx.ledger.decided_uids(self.name, name, uidvalidity))
            self._decided[name, uidvalidity] = found
        return self._decided[name, uidvalidity]

    def _record_baseline(
        self,
        tx: Transaction,
        name: str,
        role: FolderRole,
        uidvalidity: int,
        uids: frozenset[int],
        now: datetime,
        since: datetime | None,
    ) -> WatchedFolder:
        """What was there before the first look is old; after the database was lost, only what came before `since` is."""
        tx.folders.add_folder(self.name, name, role, uidvalidity, now, since)
        tx.ledger.add_baseline_entries(self.name, name, role, uidvalidity, uids, now)
        return WatchedFolder(self.name, name, role, uidvalidity, since or now, None)

    async def _process_batch(self, folder: WatchedFolder, uidvalidity: int, uids: list[int]) -> None:
        fetched = await self._mailbox.fetch_messages(folder.name, uidvalidity, uids)
        read = await asyncio.to_thread(lambda: [(each, self._classify_arrival(each)) for each in fetched.arrivals])
        now = self._clock.now()

        def store_batch(tx: Transaction) -> tuple[set[int], bool]:
            letters = [self._decide_message(tx, folder, arrival, each, now) for arrival, each in read]
            given_up = [self._record_failed_fetch(tx, folder, uidvalidity, uid, now) for uid in sorted(fetched.missing)]
            done = {arrival.locator.uid for arrival, _ in read} | {uid for uid in given_up if uid}
            return done, any(letters)

        done, letters = await self._store.run_write(store_batch)
        self._decided[folder.name, uidvalidity] |= done
        if letters:
            self._on_letter_queued()

    def _classify_arrival(self, arrival: FetchedMessage) -> ClassificationResult:
        """The one place where any exception is caught: one bad message never stops a mailbox."""
        message = facts.read_message(arrival)
        if isinstance(message, Unreadable):
            return message
        try:
            verdict = rules.classify_message(message, self.config.ruleset, self.config.policy.own_addresses)
            _ = message.own_text  # asked for inside the transaction, where nothing is caught
            return message, verdict
        except Exception as error:
            log.error("unclassifiable mailbox=%s uid=%d: %s", self.name, arrival.locator.uid, error, exc_info=True)
            reason = f"could not be classified ({type(error).__name__})"
            return Unreadable(
                message.mailbox, message.folder, message.received_at, message.size, message.fingerprint, reason
            )

    async def close(self) -> None:
        """Drops the connections."""
        await self._mailbox.close_connections()

    # --- one message, inside the transaction

    def _decide_message(
        self, tx: Transaction, folder: WatchedFolder, arrival: FetchedMessage, read: ClassificationResult, now: datetime
    ) -> bool:
        """Decides one message and stores all that follows from it; True when a letter was queued."""
        place, policy = arrival.locator, self.config.policy
        if isinstance(read, Unreadable):
            if folder.role is FolderRole.SENT:
                decision = MessageDecision(MessageKind.OUTGOING, f"unreadable: {read.reason}")
            else:
                decision = decide.decide_unreadable_message(read, policy, now)
            self._store_decision(tx, place, folder.role, read, "", decision, now)
            return False
        message, verdict = read
        seen = self._load_situation(tx, folder, place, message, verdict, now)
        if (taken := self._process_commands(tx, message, verdict, seen, now)) is not None:
            decision, queued = taken
            self._store_decision(tx, place, folder.role, message, verdict.rule, decision, now)
            return queued
        decision = arrivals.decide_message(message, verdict, seen, policy, now)
        letter = None
        if decision.acknowledgement is not None and decision.inquiry is not None:
            letter, decision = self._prepare_acknowledgement(message, decision, now)
        number = self._store_decision(tx, place, folder.role, message, verdict.rule, decision, now)
        if letter is not None and number is not None:
            tx.letters.add_to_queue(replace(letter, inquiry=number))
            tx.threads.link_thread_keys([letter.message_id], number)
        message_ties = ties.read_ties(message, verdict, folder.role)
        update = ties.plan_update(message_ties, folder.role, verdict.codes, seen.conversation, decision)
        conversation.store_conversation(tx, decision, update, number, now)
        return letter is not None

    def _process_commands(
        self, tx: Transaction, message: Facts, verdict: Verdict, seen: Situation, now: datetime
    ) -> tuple[MessageDecision, bool] | None:
        """A person of the house answers a digest. What is a copy, old or ours was read before, or is none."""
        config = self.config
        if config.command_config is None or seen.role is not FolderRole.INBOX or seen.is_own_letter or seen.copy_of:
            return None
        if message.received_at < seen.old_mail_before:
            return None
        desk = CommandMailHandler(
            self.name, config.address, config.policy.own_addresses, config.templates, config.command_config, self._key
        )
        return desk.process_message(tx, message, verdict, now)

    def _load_situation(
        self, tx: Transaction, folder: WatchedFolder, place: Locator, message: Facts, verdict: Verdict, now: datetime
    ) -> Situation:
        own = self._recognise_own_letter(tx, message)
        copy = (
            None
            if own
            else tx.ledger.find_first_entry(
                message.fingerprint, folder.role, None if message.message_id else message.received_at
            )
        )
        if copy is None and not own and folder.role is FolderRole.INBOX:
            copy = conversation.find_copy_in_other_mailbox(tx, self.name, message)
        renumbered = place.uidvalidity != folder.uidvalidity
        seen = Situation(
            role=folder.role,
            old_mail_before=folder.activated_at if renumbered else folder.activated_at - decide.BASELINE_MARGIN,
            is_own_letter=own,
            copy_of=f"{copy.locator.mailbox}/{copy.locator.folder}/{copy.locator.uid}" if copy else "",
        )
        if own or copy or message.received_at < seen.old_mail_before:
            return seen
        message_ties = ties.read_ties(message, verdict, folder.role)
        seen = replace(seen, conversation=conversation.load_conversation(tx, message_ties))
        if folder.role is FolderRole.INBOX and verdict.kind is MessageKind.INQUIRY:
            seen = replace(seen, history=self._load_sending_history(tx, message, verdict, message_ties, now))
        return seen

    def _load_sending_history(
        self, tx: Transaction, message: Facts, verdict: Verdict, message_ties: ties.MessageTies, now: datetime
    ) -> SendingHistory:
        """All that may speak against an acknowledgement: only an inquiry can get one."""
        customer = verdict.customer or message.author
        since = now - self.config.policy.limits.per_sender
        return SendingHistory(
            answers_our_mail=conversation.is_our_mail(tx, message_ties.parent_ids),
            recent_acks_to_customer=tx.letters.count_acknowledgements_to(customer.key, since) if customer else 0,
            acks_in_last_hour=tx.letters.count_acknowledgements_from(self.name, now - decide.ACK_RATE_WINDOW),
            already_acknowledged=customer is not None
            and tx.letters.has_key(self._acknowledgement_key(customer, message)),
            unknown_before=tx.history_unknown_before(self.name),
        )

    def _recognise_own_letter(self, tx: Transaction, message: Facts) -> bool:
        """Is it a letter of ours? By its id, or by its signature where a relay wrote a new id (and then that id counts too)."""
        letter = tx.letters.find_by_message_id([message.message_id]) if message.message_id else None
        if letter is None and not any(
            signature.is_valid_letter_signature(self._key, value) for value in message.headers.get("x-watcher-ref", ())
        ):
            return False
        if letter is None:
            letter = tx.letters.find_by_message_id(message.references[-1:])
        tx.threads.record_written_by_us(letter.message_id if letter is not None else "".join(message.references[-1:]))
        if letter is not None:
            seen = letter_state.confirmed_by_sent_copy(letter)
            if seen is not letter:
                tx.letters.update_if_unchanged(letter, seen)
            if letter.inquiry is not None:
                tx.threads.link_thread_keys([message.message_id], letter.inquiry)
        return True

    def _store_decision(
        self,
        tx: Transaction,
        place: Locator,
        role: FolderRole,
        message: Facts | Unreadable,
        rule: str,
        decision: MessageDecision,
        now: datetime,
    ) -> int | None:
        number = None
        if decision.inquiry is not None:
            number = tx.inquiries.save_with_journal(decision.inquiry, decision.journal, now).number
        line = LedgerEntry(
            locator=place,
            role=role,
            decided_at=now,
            kind=decision.kind,
            fingerprint=message.fingerprint,
            received_at=message.received_at,
            rule=rule,
            why=decision.why,
            codes=decision.codes,
            inquiry=number,
        )
        if isinstance(message, Facts):
            sender = message.author.email if message.author else ""
            line = replace(line, message_id=message.message_id, sender=sender, subject=message.subject)
            if number is not None:
                tx.threads.link_thread_keys([message.message_id], number)
        tx.ledger.add_entry(line)
        log.info(
            "decided mailbox=%s folder=%s uid=%d kind=%s inquiry=%s codes=%s why=%r",
            place.mailbox, place.folder, place.uid, decision.kind, number or "-", ",".join(decision.codes) or "-", decision.why,
        )  # fmt: skip
        return number

    def _record_failed_fetch(
        self, tx: Transaction, folder: WatchedFolder, uidvalidity: int, uid: int, now: datetime
    ) -> int | None:
        if tx.folders.record_failed_fetch(self.name, folder.name, uidvalidity, uid) < MAX_FETCH_ATTEMPTS:
            return None
        place = Locator(self.name, folder.name, uidvalidity, uid)
        reason = f"the server lists message {uid} of {folder.name} and does not hand it out"
        unreadable = Unreadable(self.name, folder.name, now, 0, f"missing:{folder.name}:{uidvalidity}:{uid}", reason)
        self._store_decision(
            tx,
            place,
            folder.role,
            unreadable,
            "",
            decide.decide_unreadable_message(unreadable, self.config.policy, now),
            now,
        )
        return uid

    # --- the acknowledgement

    def _acknowledgement_key(self, customer: Address, message: Facts) -> str:
        return f"ack:{self.name}:{customer.key}:{message.message_id or message.fingerprint}"

    def _prepare_acknowledgement(
        self, message: Facts, decision: MessageDecision, now: datetime
    ) -> tuple[Letter | None, MessageDecision]:
        """The letter, or a decision without one and with the reason, where it cannot be written."""
        assert decision.acknowledgement is not None and decision.inquiry is not None
        ack, inquiry = decision.acknowledgement, decision.inquiry
        key = self._acknowledgement_key(ack.customer, message)
        try:
            composed = self._compose_acknowledgement(ack, message, inquiry, key, now)
        except mime.ComposeError as error:
            log.warning("no acknowledgement mailbox=%s: %s", self.name, error)
            entry = JournalNote("not acknowledged", str(error))
            silent = replace(
                inquiry, ack_reason=SuppressionCode.BAD_DESTINATION, problem=f"no acknowledgement: {error}"
            )
            return None, replace(decision, inquiry=silent, acknowledgement=None, journal=(*decision.journal, entry))
        letter = letter_state.queued(LetterKind.ACKNOWLEDGEMENT, key, self.name, composed, now)
        return replace(letter, answers_at=message.received_at), decision

    def _compose_acknowledgement(
        self, ack: Acknowledgement, message: Facts, inquiry: Inquiry, key: str, now: datetime
    ) -> mime.ComposedLetter:
        config = self.config
        mail = acknowledgement.AcknowledgedMail(
            message, inquiry, ack.template, suppression.is_authenticated(message, config.policy.own_addresses)
        )
        head = LetterHead(config.address, ack.customer, key, self._key, now)
        return acknowledgement.build_acknowledgement(config.templates, head, mail, config.policy.hours)

    # --- trouble

    def _clear_caches(self) -> None:
        """What was read from the database is read again: after trouble nothing is taken for granted."""
        self._decided.clear()
        self._folders.clear()

    async def _record_failure(self, error: MailboxError) -> None:
        self._clear_caches()
        self._troubled = True
        log.error("unseen mailbox=%s kind=%s: %s", self.name, error.kind, error)
        now = self._clock.now()
        await self._store.run_write(lambda tx: tx.incidents.set_trouble(self.name, str(error), now))
        await self._mailbox.close_connections()

    async def _record_missing_sent_folder(self) -> None:
        """Nobody's answer can be seen: the people who are nagged must know why."""
        if not self._is_sent_folder_missing:
            log.error("no sent folder mailbox=%s: no reply can be seen; name it in `sent`", self.name)
            now, text = (
                self._clock.now(),
                "no folder of sent mail was found, so no reply can be seen: name it in `sent`",
            )
            await self._store.run_write(lambda tx: tx.incidents.set_trouble(self.name, text, now))
        self._troubled = self._is_sent_folder_missing = True

    async def _clear_trouble(self) -> None:
        if self._troubled and await self._store.run_write(lambda tx: tx.incidents.clear_trouble(self.name)):
            log.info("seen again mailbox=%s", self.name)
        self._troubled = self._is_sent_folder_missing = False
