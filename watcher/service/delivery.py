"""claim → offer → commit → finish → settle: how a letter leaves, and what is on record at every instant.

Everything before the commit of `sending` is a definite "not sent" and may be tried again; after it only the server's answer
counts. One outbox a mailbox, so that a server that hangs holds up nobody else's letters. Decides nothing: `core.outbox` does, and
`core.outbox.letter_state` says what a crash leaves at each of these steps.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol

from watcher.core.health.model import IncidentKind
from watcher.core.inquiry import inquiry_update
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.letters import own_letters
from watcher.core.outbox import account, letter_state, rate_limits, refusals, second_letter
from watcher.core.outbox.letter_state import FinalLook
from watcher.core.outbox.model import (
    CUSTOMER_KINDS,
    DIGEST_KINDS,
    Accepted,
    Letter,
    LetterKind,
    LetterState,
    Outcome,
    Refused,
    Unknown,
    Unreachable,
)
from watcher.edge.clock import Clock
from watcher.edge.credentials import SecretError
from watcher.edge.guard import GuardFile
from watcher.edge.smtp import SmtpClient
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.store import StoreError, Transaction
from watcher.service import recovery
from watcher.service.conversation import find_mailboxes_with_mail
from watcher.service.outbox_journal import confirm_by_sent_copy, record_letter_outcome, record_other_watcher
from watcher.service.progress import LoopProgress
from watcher.service.sent_mail import has_seen_reply

log = logging.getLogger("watcher.delivery")


class LetterRerenderer(Protocol):
    """A digest as it stands at this moment: its bytes, None when nothing is left to say, or when it may leave at last."""

    def __call__(self, tx: Transaction, letter: Letter, now: datetime) -> bytes | datetime | None: ...


SentMailScan = Callable[[Collection[str]], Awaitable[bool]]


def _keep_octets(tx: Transaction, letter: Letter, now: datetime) -> bytes:
    return letter.data


def _count_nothing(tx: Transaction, now: datetime) -> None:
    return None


@dataclass(frozen=True, slots=True)
class DeliveryHooks:
    """What a way out asks of the other loops, which it does not know. `scan_sent_mail` reads the sent folders of these mailboxes once
    more; False: not all of them. It must not raise."""

    scan_sent_mail: SentMailScan
    rerender: LetterRerenderer
    rewrite_acknowledgement: Callable[[Transaction, Letter, datetime], bytes] = _keep_octets  # of one that leaves late
    count_told_nags: Callable[[Transaction, datetime], None] = _count_nothing  # a digest has told something


@dataclass(frozen=True, slots=True)
class DeliveryConfig:
    """What the configuration says of one mailbox's way out."""

    mailbox: str
    limits: AcknowledgementLimits
    observes: bool = False  # writes to no customer


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim of the letter that was `due` came to: `letter` is to be offered, its attempt counted; None: there is nothing to send."""

    due: Letter
    letter: Letter | None


class Delivery:
    """One mailbox's way out."""

    def __init__(
        self,
        config: DeliveryConfig,
        smtp: SmtpClient,
        store: TransactionRunner,
        clock: Clock,
        guard: GuardFile,
        *,
        hooks: DeliveryHooks,
    ) -> None:
        self.name = config.mailbox
        self.limits = config.limits
        self.wake_event = asyncio.Event()
        self._smtp = smtp
        self._store = store
        self._clock = clock
        self._guard = guard
        self.hooks = hooks
        self.observes = config.observes
        self._stopping = False
        self._loop: asyncio.AbstractEventLoop | None = None  # it runs in
        self._is_letter_announced = False  # and not looked for yet
        self._awaits_letters = False  # has nothing to send, and nothing is in the way
        self._handed: Claim | None = None  # made for it, and not taken up yet
        self._unsettled: tuple[Letter, Letter, datetime] | None = None  # an answer that could not be put on record
        self.aborted_attempt = ""  # the name of one that was counted, and of which it is certain that it was not made
        self._began = clock.now()
        self._accepted_at: datetime | None = None  # when the account took a letter last
        self._failures = 0  # of the account, one after another
        self._shows_at_login = False  # the last failure
        self._rests_until: datetime | None = None
        self.progress = LoopProgress(f"delivery {self.name}", store, clock)

    async def run(self, idle: float) -> None:
        """Sends what is due, then sleeps until somebody who knows of a letter wakes it, until it is told to stop. While its account or
        the database is in trouble, it looks again after `idle` seconds."""
        self._loop = asyncio.get_running_loop()
        while self._goes_on:
            self.wake_event.clear()
            try:
                while self._goes_on and await self.deliver_next():
                    self.progress.mark()
                await self.progress.record_success()
                is_well = not self._failures and self._unsettled is None
            except (StoreError, SecretError, OSError) as error:
                await self.progress.record_failure(error)
                is_well = False
            if not self._goes_on:
                break
            if is_well:
                await self.progress.sleep_until(self.wake_event)
            else:
                await self._clock.wait_for_event(self.wake_event, idle)

    def stop(self) -> None:
        """Ends `run` after the letter in flight."""
        self._stopping = True
        self.wake_event.set()

    @property
    def _goes_on(self) -> bool:
        """What was claimed is offered before it ends."""
        return not self._stopping or self._handed is not None

    def announce_letter(self, claim: Claim | None = None) -> None:
        """A letter was queued for now. `claim`: in a transaction that has committed; None: it is claimed by the transaction that finds it,
        ahead of what else waits for the database."""
        self._handed = self._handed or claim
        self._awaits_letters, self._is_letter_announced = False, True
        self.wake_event.set()

    def claim_queued_letter(self, tx: Transaction, queued: Sequence[Letter]) -> Callable[[], None]:
        """Claims what is due in the transaction that `queued` it, which saves a commit, if it can be offered at once; it is offered while
        that commits, all but the last octets. What is returned announces it, and is to be called when it has committed. Called in the
        store's thread."""
        claim = None
        if self._awaits_letters and not self._stopping:
            now = self._clock.now()
            due = letter_state.first_acknowledgement(queued, self.name, now) or tx.letters.next_due_letter(
                self.name, now
            )
            claim = self._claim_if_nothing_is_asked_first(tx, due)
        if claim is not None and claim.letter is not None and self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._smtp.begin_mail_transaction, claim.letter)
        return partial(self.announce_letter, claim)

    @property
    def is_in_trouble(self) -> bool:
        """Has the account failed when it was tried last?"""
        return self._failures > 0

    def retry_now(self) -> None:
        """The account is tried again at once, whatever it said before."""
        self._failures, self._rests_until = 0, None
        self.wake_event.set()

    async def deliver_next(self) -> bool:
        """One letter, one attempt. True when there was one."""
        self._awaits_letters = False
        handed = self._take_claim()
        await self._record_outcome()
        if handed is None and account.is_resting(self._rests_until, self._failures, self._clock.now()):
            return False
        due, claim = (handed.due, handed) if handed is not None else await self._find_due_letter()
        if due is None:
            await self._verify_account()
            self._awaits_letters = not self._failures
            return False
        if claim is None:
            has_looked = await self._look_again(due)
            if self._stopping:
                return False
            claim = await self._store.run_write(lambda tx: Claim(due, self._claim_letter(tx, due, has_looked)))
        if claim.letter is None:
            return True
        answer, letter = await self._send_letter(claim.letter)
        outcome = refusals.attributed(
            answer, letter.attempts, last_attempt=due.offered_at, last_accepted=self._accepted_at
        )
        now = self._clock.now()
        if isinstance(outcome, Accepted):
            self._accepted_at = now
        settled = letter_state.settled(letter, outcome, now)
        self._unsettled = (letter, settled, now)
        _log_outcome(settled, outcome)
        await self._record_outcome()
        await self._update_backoff(outcome, now)
        return True

    async def _verify_account(self) -> None:
        """Trouble with the login ends though no letter meets it: digests go another way as long as it is known."""
        if self._failures and self._shows_at_login:
            outcome = await self._smtp.verify_login() or Accepted(235, "")
            await self._update_backoff(account.attributed_login(outcome), self._clock.now())

    # --- find

    def _take_claim(self) -> Claim | None:
        """What was claimed where it was queued. What is not taken up is claimed again, after the backoff."""
        handed, self._handed = self._handed, None
        if handed is None or handed.letter is None or letter_state.is_claim_good(handed.letter, self._clock.now()):
            return handed
        return None

    async def _find_due_letter(self) -> tuple[Letter | None, Claim | None]:
        """The letter that is due first; and its claim, where it was announced and asks for no look before it."""
        is_announced, self._is_letter_announced = self._is_letter_announced, False
        if is_announced:
            return await self._store.run_write(self._claim_due_letter)
        return await self._store.run_read(lambda tx: tx.letters.next_due_letter(self.name, self._clock.now())), None

    def _claim_due_letter(self, tx: Transaction) -> tuple[Letter | None, Claim | None]:
        due = tx.letters.next_due_letter(self.name, self._clock.now())
        return due, self._claim_if_nothing_is_asked_first(tx, due)

    def _claim_if_nothing_is_asked_first(self, tx: Transaction, due: Letter | None) -> Claim | None:
        if due is None or letter_state.final_look(due, self._began) is not FinalLook.NONE:
            return None
        return Claim(due, self._claim_stored_letter(tx, due, has_looked=False))

    async def _look_again(self, due: Letter) -> bool:
        """Has somebody answered, or has it left? True: every mailbox that could show it was looked at, where that matters to a claim."""
        match letter_state.final_look(due, self._began):
            case FinalLook.LISTED_MAIL:
                await self.hooks.scan_sent_mail(
                    await self._store.run_read(lambda tx: _find_mailboxes_of_digest(tx, due))
                )
            case FinalLook.QUESTION:
                holders = await self._store.run_read(lambda tx: _find_mailboxes_with_question(tx, due))
                return await self.hooks.scan_sent_mail({self.name, *holders})
            case FinalLook.OWN_MAILBOX:
                return await self.hooks.scan_sent_mail({self.name})
        return False

    # --- claim

    def _claim_letter(self, tx: Transaction, due: Letter, has_looked: bool) -> Letter | None:
        """One that was found before this transaction, and looked for since."""
        stored = tx.letters.get(due.id)
        return self._claim_stored_letter(tx, stored, has_looked) if stored is not None else None

    def _claim_stored_letter(self, tx: Transaction, stored: Letter, has_looked: bool) -> Letter | None:
        """The last look and the count of the attempt, in one transaction. None: there is nothing to send."""
        now = self._clock.now()
        if not letter_state.is_claimable(stored):
            return None
        letter = letter_state.reconsidered(stored, now)
        if letter is not stored:
            tx.letters.update_if_unchanged(stored, letter)
        if tx.threads.is_written_by_us(own_letters.names_of_letter(letter)):
            claimed = confirm_by_sent_copy(tx, letter)
            unknown_before = recovery.history_unknown_before(tx, self.name)
            if letter_state.was_sent_elsewhere(letter, max(self._began, unknown_before or self._began)):
                record_other_watcher(tx, letter, now)
        else:
            claimed = self._apply_sending_gates(tx, letter, has_looked, now)
        if letter_state.asks_for_rendering(claimed):
            claimed = letter_state.rendered(letter, claimed, self.hooks.rerender(tx, letter, now))
        elif letter_state.asks_for_new_words(claimed, now):
            claimed = replace(claimed, data=self.hooks.rewrite_acknowledgement(tx, letter, now))
        if claimed.data != letter.data:
            tx.letters.replace_data(letter, claimed.data)
        if not tx.letters.update_if_unchanged(letter, claimed):
            return None
        if letter_state.is_to_be_offered(letter, claimed):
            return claimed
        self._record_letter(tx, claimed, now)
        text = "%s letter=%d kind=%s: %s"
        tx.call_when_kept(log.info, text, claimed.state, claimed.id, claimed.kind, claimed.explanation)
        return None

    def _apply_sending_gates(self, tx: Transaction, letter: Letter, has_looked: bool, now: datetime) -> Letter:
        inquiry = tx.inquiries.get(letter.inquiry) if letter.inquiry else None
        acknowledges = letter.kind in CUSTOMER_KINDS
        if letter.kind is LetterKind.RENEWAL:
            holders = _find_mailboxes_with_question(tx, letter)
            proven = has_seen_reply(tx, self.name)
            sight = second_letter.SentMailSight(has_looked, proven, tx.incidents.list_open(), holders)
            held = second_letter.hold_back(letter, inquiry, sight, self.observes, now)
            if held is not letter:
                return held
        gates = letter_state.CustomerGates(self.limits, self.observes)
        if letter.kind is LetterKind.ACKNOWLEDGEMENT and letter_state.has_waited(letter, self._began):
            gates = gates._replace(answers_our_mail=self._answers_our_mail(tx, letter))
        if acknowledges:
            unknown_before = recovery.history_unknown_before(tx, self.name)
            gates = gates._replace(
                history_unknown_before=unknown_before, rates=self._count_acknowledgements(tx, letter, now)
            )
        return letter_state.claimed(letter, inquiry, gates, now)

    def _answers_our_mail(self, tx: Transaction, letter: Letter) -> bool:
        """Does the mail that it acknowledges answer one of the house, of which nothing may have been known when it came?"""
        if letter.inquiry is None:
            return False
        turns = tx.threads.turns_by_inquiry([letter.inquiry])[letter.inquiry]
        return tx.threads.is_written_by_us(inquiry_update.ids_that_customers_answer(turns))

    def _count_acknowledgements(
        self, tx: Transaction, letter: Letter, now: datetime
    ) -> rate_limits.AcknowledgementRates:
        counted = tx.letters.acknowledgement_rates(letter, rate_limits.counted_domain(letter), now)
        return rate_limits.AcknowledgementRates(**counted)

    # --- offer, commit, finish

    async def _send_letter(self, letter: Letter) -> tuple[Outcome, Letter]:
        offer = await self._smtp.start_mail_transaction(letter)
        if isinstance(offer, Refused | Unreachable):
            return offer, letter
        try:
            sending = await self._store.run_write(lambda tx: self._commit_sending(tx, letter))
        except BaseException as error:
            await offer.abort_connection()
            if isinstance(error, StoreError | OSError):
                self._note_aborted(letter, str(error))
            raise
        if sending is None:
            await offer.abort_connection()
            return Unreachable("another process took the letter"), letter
        return await offer.send_end_of_data(), sending

    def _note_aborted(self, letter: Letter, error: str) -> None:
        """It has certainly not left. It may be on record all the same, where a server was lost at the commit, or the guard file could not
        be written beside it: then that is taken back."""
        sending, now = letter_state.committed_to_send(letter), self._clock.now()
        self.aborted_attempt = letter_state.name_attempt(sending)
        self._unsettled = (sending, letter_state.settled(sending, Unreachable(error), now), now)

    def _commit_sending(self, tx: Transaction, letter: Letter) -> Letter | None:
        """The point of no return is put on record, here and outside the database, before it is passed. Both at once: either may be on the
        disk first, and whichever is alone there after a crash makes this letter uncertain and no other."""
        sending = letter_state.committed_to_send(letter)
        if not tx.letters.update_if_unchanged(letter, sending):
            return None
        tx.hold_until(self._guard.begin_recording(tx.next_send_seq(), letter_state.name_attempt(sending)))
        return sending

    # --- settle

    async def _record_outcome(self) -> None:
        """What the server answered. Where the disk is full it is kept, and stored before anything else is sent."""
        if self._unsettled is not None:
            before, after, now = self._unsettled
            await self._store.run_write(lambda tx: self._settle_letter(tx, before, after, now))
            self._unsettled = None

    async def _update_backoff(self, outcome: Outcome, now: datetime) -> None:
        """Trouble with the server or the account rests the whole outbox, and is an incident until a letter was heard out."""
        trouble = account.account_trouble(outcome)
        if not trouble:
            if self._failures:
                await self._store.run_write(lambda tx: tx.incidents.close(IncidentKind.CANNOT_SEND, self.name))
            self._failures, self._rests_until = 0, None
            return
        self._failures += 1
        self._shows_at_login = account.shows_at_login(outcome)
        self._rests_until = now + letter_state.backoff_after(self._failures)
        if account.is_worth_telling(outcome, self._failures):
            text, retry_at = f"no mail can be sent: {trouble}", account.retry_at(outcome, self._failures, now)
            await self._store.run_write(
                lambda tx: tx.incidents.open(IncidentKind.CANNOT_SEND, self.name, text, now, retry_at)
            )

    def _record_letter(self, tx: Transaction, letter: Letter, now: datetime) -> None:
        """What became of it, and what follows from that."""
        record_letter_outcome(tx, letter, now)
        if letter.kind in DIGEST_KINDS:
            self.hooks.count_told_nags(tx, now)

    def _settle_letter(self, tx: Transaction, before: Letter, after: Letter, now: datetime) -> None:
        if tx.letters.update_if_unchanged(before, after):
            self._record_letter(tx, after, now)
        if after.state is LetterState.SENT:  # whatever the run before could not do
            tx.incidents.close(IncidentKind.CANNOT_SEND, self.name)


def _find_mailboxes_of_digest(tx: Transaction, digest: Letter) -> set[str]:
    """Where somebody may have answered what it lists: a customer may have written to several mailboxes."""
    return tx.ledger.mailboxes_of_inquiries(tx.letters.digest_inquiries(digest.id))


def _find_mailboxes_with_question(tx: Transaction, renewal: Letter) -> set[str]:
    """The mailboxes that have the mail to which it promises an answer, another one of its Message-ID, or more of its conversation."""
    inquiry = tx.inquiries.get(renewal.inquiry) if renewal.inquiry else None
    if inquiry is None:
        return set()
    same_id = {entry.locator.mailbox for entry in tx.ledger.inbox_entries_by_message_id(inquiry.message_id)}
    copies = find_mailboxes_with_mail(tx, inquiry.fingerprint, inquiry.message_id)
    return same_id | copies | tx.ledger.mailboxes_of_inquiries([inquiry.number])


def _log_outcome(letter: Letter, outcome: Outcome) -> None:
    where = letter.id, letter.kind, letter.attempts  # named in the words, so that each is a key where the log is JSON
    match outcome:
        case Accepted(code):
            log.info("sent letter=%d kind=%s attempt=%d code=%d", *where, code)
        case Refused(code, text, _, account):
            about = "account" if account else "letter"
            words = "refused letter=%d kind=%s attempt=%d about=%s code=%d state=%s: %s"
            log.warning(words, *where, about, code, letter.state, text)
        case Unreachable(text):
            next_at = letter.next_at.strftime("%H:%M:%SZ")
            log.warning("not sent letter=%d kind=%s attempt=%d, next try %s: %s", *where, next_at, text)
        case Unknown(text):
            words = "uncertain letter=%d kind=%s attempt=%d: the line broke after the last octet; it may have left: %s"
            log.error(words, *where, text)
