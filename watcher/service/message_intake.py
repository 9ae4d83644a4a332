"""One message, one transaction: ledger entry, inquiry, journal and letter become true together, or none of them.

Fetches what is known, asks `core.inquiry.arrivals`, stores the answer. Decides nothing itself, and never sends: it only queues.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry import arrivals, decide, handover, ties
from watcher.core.inquiry.model import MessageDecision, SendingHistory, Situation
from watcher.core.inquiry.ties import MessageTies
from watcher.core.letters import canary, own_letters, templates
from watcher.core.lockstep import Stepwise, run_in_lockstep
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole, Locator, MessageKind, Unreadable
from watcher.core.outbox.model import Letter
from watcher.core.rules import replay
from watcher.core.rules.model import Verdict
from watcher.core.rules.rule_set import RuleSet
from watcher.edge.store.batch.transaction import BatchTransaction, ExpectedKeys, open_batch
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction
from watcher.service import conversation
from watcher.service.acknowledgement import AcknowledgementWriter
from watcher.service.answers import CommandConfig, CommandMailHandler
from watcher.service.outbox_journal import (
    confirm_by_sent_copy,
    record_letter_outcome,
    record_other_watcher,
    record_returned_letter,
)

log = logging.getLogger("watcher.intake")


@dataclass(frozen=True, slots=True)
class IntakeConfig:
    """What one mailbox's way in knows of the configuration; replaced as a whole when it changes."""

    address: Address
    policy: decide.Policy
    ruleset: RuleSet
    templates: templates.TemplateSet
    poll_seconds: float
    command_config: CommandConfig | None = None  # who may give commands by mail; None: nobody


ClassificationResult = tuple[Facts, Verdict] | Unreadable
Classified = tuple[FetchedMessage, ClassificationResult]
#: Called in a transaction that queued these letters, in the store's thread; what it returns is called when that has committed.
LettersQueued = Callable[[Transaction, Sequence[Letter]], Callable[[], None]]
#: The key of an intake that writes no letter, and so signs nothing.
NO_KEY = b"\0" * 32


class MessageIntake:
    """What happens to each message of one mailbox."""

    def __init__(self, config: IntakeConfig, key: bytes) -> None:
        """`key` signs our letters."""
        self.config = config
        self._key = key

    @property
    def _mailbox_name(self) -> str:
        return self.config.policy.mailbox

    def classify_arrival(self, arrival: FetchedMessage) -> ClassificationResult:
        """Outside the transaction. Whatever goes wrong makes the message unreadable: one bad message never stops a mailbox."""
        return self.classify_arrivals((arrival,))[0]

    def classify_arrivals(self, arrivals: Sequence[FetchedMessage]) -> list[ClassificationResult]:
        """The same of several, in their order: quicker than one after the other."""
        # The words by which a message is read, here, and judged, below: 0.2 s, which a first look without news does not wait for.
        from watcher.core.message import facts

        read = zip(arrivals, facts.read_messages(arrivals), strict=True)
        return run_in_lockstep([self._classify_in_steps(arrival, message) for arrival, message in read])

    def _classify_in_steps(
        self, arrival: FetchedMessage, message: Facts | Unreadable
    ) -> Stepwise[ClassificationResult]:
        from watcher.core.rules import rules

        if isinstance(message, Unreadable):
            return message
        try:
            verdict = yield from rules.classify_in_steps(message, self.config.ruleset, self.config.policy.own_addresses)
            _ = message.text_digest  # asked for inside the transaction, where nothing is caught, as is the text itself
            return message, verdict
        except Exception as error:
            log.error(
                "unclassifiable mailbox=%s uid=%d: %s", self._mailbox_name, arrival.locator.uid, error, exc_info=True
            )
            reason = f"could not be classified ({type(error).__name__})"
            return Unreadable(message.received_at, message.size, message.fingerprint, reason)

    def describe_other_watcher(self, folder: str, headers: Sequence[bytes]) -> str:
        """`headers`: the X-Watcher-Ref of letters in a folder of sent mail. What is wrong, in words; "" where all of them are ours."""
        from watcher.core.message import mime  # for letters of another Watcher, which nearly nobody has

        marks = [
            value for header in headers for value in mime.parse_header_block(header).fields.get("x-watcher-ref", ())
        ]
        count = own_letters.count_foreign_marks(marks, self._key)
        return own_letters.OTHER_WATCHER_TEXT.format(count=count, folder=folder, state="this state") if count else ""

    # --- inside the transaction

    def process_batch(
        self,
        tx: Transaction,
        folder: WatchedFolder,
        classified: Sequence[Classified],
        now: datetime,
        on_letters_queued: LettersQueued = lambda tx, letters: lambda: None,
    ) -> tuple[set[Locator], Callable[[], None] | None]:
        """Decides one message after the other; which are decided, and what `on_letters_queued` says where letters were queued. Each sees
        what the one before left."""
        with open_batch(tx) as batch:
            here = [known for known in classified if not self.record_if_awaited(batch, known[0], now)]
            self.process_arrivals(batch, folder, here, now)
            queued = batch.letters.queued
            after = on_letters_queued(batch, queued) if queued else None
        return {arrival.locator for arrival, _ in here}, after

    def process_arrivals(
        self,
        batch: BatchTransaction,
        folder: WatchedFolder,
        classified: Sequence[Classified],
        now: datetime,
    ) -> None:
        """Decides one message after the other, as it was handed out."""
        known_ties = [_read_ties(result, folder.role) for _, result in classified]
        batch.load_expected(self._expect_keys(folder, classified, known_ties))
        read = [result for _, result in classified if not isinstance(result, Unreadable)]
        arrivals.read_words_ahead(read, folder.role, self.config.policy)
        for arrival, message_ties in zip(classified, known_ties, strict=True):
            self.process_arrival(batch, folder, *arrival, now, message_ties)

    def _expect_keys(
        self,
        folder: WatchedFolder,
        classified: Sequence[Classified],
        known_ties: Sequence[MessageTies | None],
    ) -> ExpectedKeys:
        """By what the store will be asked for these messages."""
        keys, acknowledgements = ExpectedKeys(), self._acknowledgement_writer
        for (_, result), message_ties in zip(classified, known_ties, strict=True):
            if isinstance(result, Unreadable):
                keys.fingerprints.add(result.fingerprint)
                continue
            assert message_ties is not None
            message, verdict = result
            customer = verdict.customer or message.author
            keys.fingerprints.add(message.fingerprint)
            keys.message_ids.update(name for name in (message.message_id, *message_ties.own_ids) if name)
            keys.referred_ids.update(message_ties.parent_ids, message_ties.reported_ids)
            if message_ties.lookup is not ties.Lookup.NOTHING:
                keys.thread_keys.update(message_ties.thread_keys, message_ties.reported_ids)
                keys.reply_keys |= ties.early_reply_keys(message_ties).union(message_ties.sibling_keys)
            if customer is not None and folder.role is FolderRole.INBOX:
                keys.customers.update({customer.key, *([message.author.key] if message.author else [])})
                keys.people.add(customer.person_key)
                letter_key = acknowledgements.letter_key(customer, message)
                keys.letter_keys.add(letter_key)
                if verdict.ack:
                    keys.thread_keys.add(acknowledgements.expected_message_id(letter_key))
        return keys

    def process_arrival(
        self,
        tx: Transaction,
        folder: WatchedFolder,
        arrival: FetchedMessage,
        result: ClassificationResult,
        now: datetime,
        message_ties: MessageTies | None = None,
    ) -> bool:
        """Decides one message and stores all that follows from it; True when a letter was queued. `message_ties`: where they were read
        before."""
        if isinstance(result, Unreadable):
            decision = decide.decide_unreadable_message(result, folder.role, self.config.policy, now)
            self._store_decision(tx, arrival.locator, folder.role, result, decision, now)
            return False
        message, verdict = result
        if canary_key := canary.find_canary_key(message, self._key, self.config.policy.own_addresses.mailboxes):
            self._store_decision(tx, arrival.locator, folder.role, result, arrivals.decide_test_message(), now)
            if folder.role is FolderRole.INBOX:
                tx.canaries.record_arrival(canary_key, canary.describe_damage(message, verdict), now)
            return False
        message_ties = message_ties or ties.read_ties(message, verdict, folder.role)
        seen = self._load_situation(tx, folder, arrival.locator, result, message_ties, now)
        if (obeyed := self._process_commands(tx, message, verdict, seen, now)) is not None:
            decision, is_letter_queued = obeyed
            self._store_decision(tx, arrival.locator, folder.role, result, decision, now)
            return is_letter_queued
        decision = arrivals.decide_message(message, verdict, seen, self.config.policy, now)
        if seen.copy_of:
            decision = self._decide_copy(tx, folder.role, arrival.locator, result, decision, now)
        letter, decision = self._acknowledgement_writer.prepare_letter(message, decision, now)
        number = self._store_decision(tx, arrival.locator, folder.role, result, decision, now)
        if letter is not None and number is not None:
            tx.letters.add_to_queue(replace(letter, inquiry=number))
            tx.threads.link_thread_keys([letter.message_id], number)
        update = ties.plan_update(message_ties, folder.role, verdict.codes, seen.conversation, decision)
        conversation.store_conversation(tx, decision, update, number, now)
        if decision.kind is MessageKind.BOUNCE:
            record_returned_letter(tx, message_ties.reported_ids, message.delivery_report.reason, now)
        return letter is not None

    def record_if_awaited(self, tx: Transaction, arrival: FetchedMessage, now: datetime) -> bool:
        """A message without its text is on record from now on; True: the text is still to come. After 15 minutes
        (`decide.may_still_be_handed_out`) it is taken as it is."""
        if arrival.is_handed_out:
            return False
        return decide.may_still_be_handed_out(tx.folders.record_failed_fetch(arrival.locator, now), now)

    def _decide_copy(
        self,
        tx: Transaction,
        role: FolderRole,
        place: Locator,
        classified: tuple[Facts, Verdict],
        decision: MessageDecision,
        now: datetime,
    ) -> MessageDecision:
        """The same mail was seen in another mailbox before: the inquiry may be this one's. Once: what is only numbered anew was
        here before."""
        (message, verdict), config = classified, self.config
        copy = conversation.find_copy(tx, role, place, message, verdict)
        if role is not FolderRole.INBOX or copy is None or copy.inquiry is None or config.command_config is None:
            return decision
        inquiry = tx.inquiries.get(copy.inquiry)
        other = config.command_config.policies.get(inquiry.mailbox) if inquiry is not None else None
        if inquiry is None or other is None or other.mailbox == self._mailbox_name:
            return decision
        if self._mailbox_name in conversation.find_mailboxes_with_mail(tx, message.fingerprint, message.message_id):
            return decision
        shared = handover.SharedMail(message, inquiry, conversation.find_mailboxes_with_answer(tx, inquiry))
        return handover.decide_copy(decision, shared, config.policy, other, now)

    def process_missing(self, tx: Transaction, folder: WatchedFolder, place: Locator, now: datetime) -> bool:
        """A message that is listed and was not handed out; True when it was given up, after 15 minutes, and waits for a person."""
        if decide.may_still_be_handed_out(tx.folders.record_failed_fetch(place, now), now):
            return False
        given_up = decide.give_up_missing_message(place, now)
        decision = decide.decide_unreadable_message(given_up, folder.role, self.config.policy, now)
        self._store_decision(tx, place, folder.role, given_up, decision, now)
        return True

    def rewrite_acknowledgement(self, tx: Transaction, letter: Letter, now: datetime) -> bytes:
        """The octets of an acknowledgement of this mailbox that leaves late."""
        inquiry = tx.inquiries.get(letter.inquiry) if letter.inquiry is not None else None
        return letter.data if inquiry is None else self._acknowledgement_writer.rewrite_letter(letter, inquiry, now)

    @property
    def _acknowledgement_writer(self) -> AcknowledgementWriter:
        config = self.config
        return AcknowledgementWriter(config.address, config.policy, config.templates, self._key)

    def _process_commands(
        self, tx: Transaction, message: Facts, verdict: Verdict, seen: Situation, now: datetime
    ) -> tuple[MessageDecision, bool] | None:
        """A person of the house answers a digest; None where the mail is nothing of the kind."""
        config = self.config
        if config.command_config is None or not arrivals.may_carry_commands(seen, message.received_at):
            return None
        handler = CommandMailHandler(
            self._mailbox_name,
            config.address,
            config.policy.own_addresses,
            config.templates,
            config.command_config,
            self._key,
        )
        return handler.process_message(tx, message, verdict, now)

    # --- what is known of it

    def _load_situation(
        self,
        tx: Transaction,
        folder: WatchedFolder,
        place: Locator,
        classified: tuple[Facts, Verdict],
        message_ties: MessageTies,
        now: datetime,
    ) -> Situation:
        """All that a decision about the message needs, and no query for what settles itself."""
        message, verdict = classified
        is_own_letter = self._recognise_own_letter(tx, folder.role, place, message, now)
        seen = Situation(
            role=folder.role,
            old_mail_before=arrivals.old_mail_before(folder.activated_at, place.uidvalidity != folder.uidvalidity),
            is_own_letter=is_own_letter,
            copy_of=""
            if is_own_letter
            else _describe_place(conversation.find_copy(tx, folder.role, place, message, verdict)),
        )
        if arrivals.is_settled(seen, message.received_at):
            return seen
        history = SendingHistory()
        if arrivals.may_be_acknowledged(verdict, folder.role):
            history = self._acknowledgement_writer.load_history(tx, message, verdict, message_ties, now)
        seen = replace(seen, conversation=conversation.load_conversation(tx, message_ties), history=history)
        if message.author is None or not arrivals.needs_sender_history(verdict):
            return seen
        return replace(
            seen,
            promoted_review=tx.reviews.find_promoted_review(message.author.key),
            dismissed=tx.inquiries.find_dismissed((verdict.customer or message.author).key),
        )

    def _recognise_own_letter(
        self, tx: Transaction, role: FolderRole, place: Locator, message: Facts, now: datetime
    ) -> bool:
        """Is it a letter of ours? By its id, or by its mark where a relay wrote a new id (and then that id counts too)."""
        marked_id = own_letters.find_marked_letter_id(message, self._key)
        letter = tx.letters.find_by_message_id([known for known in (message.message_id, marked_id) if known])
        if not own_letters.is_own_letter(message, marked_id, letter, self.config.policy.own_addresses.mailboxes):
            return False
        names = own_letters.names_of_unknown_copy(message, marked_id) if letter is None else [letter.message_id]
        for name in names:
            tx.threads.record_written_by_us(name)
        if letter is not None:
            seen = confirm_by_sent_copy(tx, letter)
            if seen is not letter and tx.letters.update_if_unchanged(letter, seen):
                record_letter_outcome(tx, seen, now)
            if role is FolderRole.SENT and own_letters.was_written_twice(
                letter, message, _find_beside(tx, place, message)
            ):
                record_other_watcher(tx, letter, now)
            if letter.inquiry is not None:
                tx.threads.link_thread_keys([message.message_id], letter.inquiry)
        return True

    # --- what becomes of it

    def _store_decision(
        self,
        tx: Transaction,
        place: Locator,
        role: FolderRole,
        result: ClassificationResult,
        decision: MessageDecision,
        now: datetime,
    ) -> int | None:
        """The ledger entry and the inquiry; returns the number of the inquiry, where there is one."""
        number = None
        if decision.inquiry is not None:
            number = tx.inquiries.save_with_journal(decision.inquiry, decision.journal, now).number
        leads = [lead.change.inquiry for lead in decision.answered_leads if lead.change.inquiry is not None]
        belongs_to = leads[0].number if number is None and leads else number
        entry = _build_ledger_entry(place, role, result, decision, belongs_to, now)
        if number is not None:
            tx.threads.link_thread_keys([entry.message_id], number)
        line = tx.ledger.add_entry(entry)
        if decision.set_aside is not None:
            tx.reviews.add_review(line, decision.set_aside)
        tx.call_when_kept(
            log.info,
            "decided mailbox=%s folder=%s uid=%d kind=%s inquiry=%s codes=%s why=%r",
            place.mailbox, place.folder, place.uid, decision.kind, number or "-", ",".join(decision.codes) or "-", decision.why,
        )  # fmt: skip
        return number


def unstorable_message(arrival: FetchedMessage) -> Unreadable:
    """What is left of a message whose values the database refuses: that a person must look."""
    fingerprint = hashlib.sha256(arrival.raw).hexdigest()
    return Unreadable(arrival.received_at, arrival.size, fingerprint, "could not be stored")


def _read_ties(result: ClassificationResult, role: FolderRole) -> MessageTies | None:
    return None if isinstance(result, Unreadable) else ties.read_ties(*result, role)


def _find_beside(tx: Transaction, place: Locator, message: Facts) -> set[str]:
    """The fingerprints of the mail with the same Message-ID in the same folder."""
    entries = tx.ledger.entries_by_message_id(message.message_id)
    return {entry.fingerprint for entry in entries if replace(entry.locator, uid=place.uid) == place}


def _describe_place(entry: LedgerEntry | None) -> str:
    return f"{entry.locator.mailbox}/{entry.locator.folder}/{entry.locator.uid}" if entry is not None else ""


def _build_ledger_entry(
    place: Locator,
    role: FolderRole,
    result: ClassificationResult,
    decision: MessageDecision,
    number: int | None,
    now: datetime,
) -> LedgerEntry:
    message = result if isinstance(result, Unreadable) else result[0]
    return LedgerEntry(
        locator=place,
        role=role,
        decided_at=now,
        kind=decision.kind,
        fingerprint=message.fingerprint,
        received_at=message.received_at,
        why=decision.why,
        codes=decision.codes,
        inquiry=number,
        attention=decision.attention,
        **({} if isinstance(result, Unreadable) else _describe_content(*result, role)),
    )


def _describe_content(message: Facts, verdict: Verdict, role: FolderRole) -> dict[str, str]:
    """Field of the ledger entry → what the message says, and what the rules said of it."""
    return {
        "message_id": message.message_id,
        "sender": message.author.email if message.author else "",
        "subject": message.subject,
        "rule": verdict.rule,
        "text_digest": message.text_digest,
        "verdict": replay.encode_verdict(verdict) if role is FolderRole.INBOX else "",
    }
