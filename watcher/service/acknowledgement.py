"""The acknowledgement of a new inquiry: what was sent before that may speak against it, and the letter itself."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry import customer_mail, handover, old_mail
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import Acknowledgement, Inquiry, MessageDecision, SendingHistory
from watcher.core.inquiry.ties import MessageTies
from watcher.core.letters import acknowledgement, mime
from watcher.core.letters.acknowledgement import Outline
from watcher.core.letters.mime import LetterHead
from watcher.core.letters.signature import derive_message_id
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import Address, Facts
from watcher.core.outbox import letter_state, second_letter
from watcher.core.outbox.model import ComposedLetter, Letter, LetterKind
from watcher.core.outbox.second_letter import RenewalHistory
from watcher.core.rules import authentication
from watcher.core.rules.model import Verdict
from watcher.edge.store.store import Transaction
from watcher.service import conversation, recovery

log = logging.getLogger("watcher.intake")


@dataclass(frozen=True, slots=True)
class AcknowledgementWriter:
    """Writes the acknowledgements of one mailbox."""

    address: Address  # of the mailbox
    policy: Policy
    templates: TemplateSet
    key: bytes  # signs the letter

    def load_history(
        self, tx: Transaction, message: Facts, verdict: Verdict, message_ties: MessageTies, now: datetime
    ) -> SendingHistory:
        """All that was sent before and may speak against an acknowledgement. `now`: UTC. StoreError: the database fails."""
        mailbox, customer = self.policy.mailbox, verdict.customer or message.author
        since = customer_mail.history_window(self.policy.limits, now)
        return SendingHistory(
            answers_our_mail=conversation.is_our_mail(tx, message_ties.parent_ids),
            recent_acks_to_customer=(
                tx.letters.count_to_customer(LetterKind.ACKNOWLEDGEMENT, customer.person_key, since.of_customer)
                if customer
                else 0
            ),
            acks_in_last_hour=tx.letters.count_to_customers_from(mailbox, since.of_mailbox),
            is_known_customer=customer is not None and tx.inquiries.has_dealt_with(customer.key),
            already_acknowledged=customer is not None and tx.letters.has_key(self.letter_key(customer, message)),
            unknown_before=recovery.history_unknown_before(
                tx, mailbox, is_shared=handover.names_another_mailbox(message, self.policy)
            ),
        )

    def prepare_letter(
        self, message: Facts, decision: MessageDecision, now: datetime
    ) -> tuple[Letter | None, MessageDecision]:
        """The letter that was decided on, if any; where it cannot be written, the decision without it and with the reason."""
        wanted, inquiry = decision.acknowledgement, decision.inquiry
        if wanted is None or inquiry is None:
            return None, decision
        key = self.letter_key(wanted.customer, message)
        outline = self._outline_mail(wanted, message)
        try:
            composed = self._write_letter(self._letter_head(wanted.customer, key, now), outline, inquiry)
        except mime.ComposeError as error:
            log.warning("no acknowledgement mailbox=%s: %s", self.policy.mailbox, error)
            return None, customer_mail.decline_acknowledgement(decision, str(error))
        letter = letter_state.queued(LetterKind.ACKNOWLEDGEMENT, key, self.policy.mailbox, composed, now)
        letter = replace(letter, next_at=now + wanted.delay, has_evidence=wanted.has_evidence)
        return replace(letter, answers_at=old_mail.oldest_witness(message), outline=outline.to_json()), decision

    def queue_renewal(self, tx: Transaction, inquiry: Inquiry, now: datetime) -> bool:
        """The time of the second letter has come: it is queued, or the journal says why there is none. True: it is queued."""
        first = tx.letters.latest_acknowledgement(inquiry.number)
        change = second_letter.decide_renewal(inquiry, self._renewal_history(tx, first, now), self.policy, now)
        letter = None
        if first is not None and change.inquiry is not None and change.inquiry.renewed_promise_at is not None:
            try:
                letter = tx.letters.add_to_queue(self._write_renewal(first, change.inquiry, now))
            except mime.ComposeError as error:
                log.warning("no second letter inquiry=%d: %s", inquiry.number, error)
                change = second_letter.decline_renewal(change.inquiry, str(error))
        if change.inquiry is not None:
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
        if letter is not None:
            tx.threads.link_thread_keys([letter.message_id], inquiry.number)
        return letter is not None

    def _renewal_history(self, tx: Transaction, first: Letter | None, now: datetime) -> RenewalHistory:
        since = customer_mail.history_window(self.policy.limits, now)
        customer = Address(first.recipient).person_key if first is not None else ""
        return RenewalHistory(
            acknowledgement=first,
            renewals_to_customer=tx.letters.count_to_customer(LetterKind.RENEWAL, customer, since.of_customer),
            unknown_before=recovery.history_unknown_before(tx, self.policy.mailbox),
        )

    def _write_renewal(self, first: Letter, inquiry: Inquiry, now: datetime) -> Letter:
        """In the conversation of the acknowledgement `first`, and to whom that went. ComposeError."""
        outline = acknowledgement.outline_renewal(first)
        key = second_letter.renewal_key(first, outline.in_reply_to or inquiry.fingerprint)
        composed = self._write_letter(self._letter_head(Address(first.recipient), key, now), outline, inquiry)
        letter = letter_state.queued(LetterKind.RENEWAL, key, self.policy.mailbox, composed, now)
        return replace(letter, inquiry=inquiry.number, has_evidence=first.has_evidence, outline=outline.to_json())

    def rewrite_letter(self, letter: Letter, inquiry: Inquiry, now: datetime) -> bytes:
        """The octets of a letter to a customer that leaves late: what it says of the time is true now. As they are, where it cannot be."""
        customer = Address(letter.recipient)
        try:
            outline = acknowledgement.Outline.from_json(letter.outline)
            head = replace(self._letter_head(customer, letter.key, now), message_id=letter.message_id)
            return self._write_letter(head, outline, inquiry).data
        except (mime.ComposeError, ValueError, TypeError, KeyError) as error:
            log.warning("letter=%d is not written anew: %s", letter.id, error)
            return letter.data

    def letter_key(self, customer: Address, message: Facts) -> str:
        """One acknowledgement for each customer and message: two strangers may write under one id."""
        return f"ack:{self.policy.mailbox}:{customer.key}:{message.message_id or message.fingerprint}"

    def expected_message_id(self, letter_key: str) -> str:
        """The Message-ID (RFC 5322 § 3.6.4, without angle brackets) of the acknowledgement with this key, should it be written: a guess,
        wrong where the domain is not ASCII."""
        return derive_message_id(self.key, letter_key, self.address.email.rpartition("@")[2])

    def _outline_mail(self, wanted: Acknowledgement, message: Facts) -> Outline:
        is_authenticated = authentication.is_authenticated_address(wanted.customer, message, self.policy.own_addresses)
        return acknowledgement.outline_mail(message, wanted.template, is_authenticated=is_authenticated)

    def _letter_head(self, customer: Address, key: str, now: datetime) -> LetterHead:
        return LetterHead(self.address, customer, key, self.key, now)

    def _write_letter(self, head: LetterHead, outline: Outline, inquiry: Inquiry) -> ComposedLetter:
        return acknowledgement.write_acknowledgement(self.templates, head, outline, inquiry, self.policy.hours)
