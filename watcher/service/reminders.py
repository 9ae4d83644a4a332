"""Something is due → one transaction: journal, next instant and mail become true together.

Wakes what was snoozed, passes on what nobody answered, writes urgent mail for what cannot wait, each person's digest at its slots
and their report once a week. Sends nothing itself, and decides nothing: `core.inquiry.due` does.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime

from watcher.core import digest_times
from watcher.core.inquiry import decide, due
from watcher.core.inquiry.due import DutyRoster
from watcher.core.inquiry.model import Inquiry, InquiryChange
from watcher.core.inquiry.roster import Person
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterKind
from watcher.edge.clock import Clock
from watcher.edge.store.fence import TransactionRunner
from watcher.edge.store.store import Transaction
from watcher.service.digest_writer import DigestPlan, DigestWriter, digest_key
from watcher.service.outbox_journal import close_reader_incidents, record_letter_outcome

log = logging.getLogger("watcher.reminders")


class Reminders:
    """What is due by the clock alone."""

    def __init__(
        self,
        writer: DigestWriter,
        store: TransactionRunner,
        clock: Clock,
        *,
        scan_sent_mail: Callable[[Collection[str]], Awaitable[object]],
        on_letter_queued: Callable[[], None] = lambda: None,
    ) -> None:
        """`scan_sent_mail` reads the sent folders of these mailboxes once more; it must not raise."""
        self._writer = writer
        self._store = store
        self._clock = clock
        self._scan_sent_mail = scan_sent_mail
        self._on_letter_queued = on_letter_queued
        self._is_stopping = False

    def stop(self) -> None:
        """No digest is begun from now on: its slot is found again after the next start."""
        self._is_stopping = True

    async def process_due(self) -> int:
        """All that is due now; returns how many mails were written. StoreError: what was not stored is due again."""
        now = self._clock.now()
        written, slots = await self._store.run_write(lambda tx: self._begin_round(tx, now))
        for person, slot in slots:
            written += await self._prepare_digest(person, slot, now)
        if written:
            self._on_letter_queued()
        return written

    def _begin_round(self, tx: Transaction, now: datetime) -> tuple[int, list[tuple[Person, digest_times.Slot]]]:
        """How many mails were written, and whose digests are due."""
        close_reader_incidents(tx, self._writer.config.people, now)
        duty = self._writer.duty_roster(tx, now)
        return self._apply_time_changes(tx, duty, now), self._due_slots(tx, duty, now)

    def _apply_time_changes(self, tx: Transaction, duty: DutyRoster, now: datetime) -> int:
        """What changes by the clock alone, urgent mail and reports."""
        written = 0
        self._count_told_nags(tx, duty, now)
        written += self._writer.reroute_digests(tx, duty, now)
        if tx.inquiries.has_due_change(now):
            for inquiry in tx.inquiries.due_to_wake(now):
                _store_change(tx, decide.advance_due_inquiry(inquiry, duty.policy_of(inquiry), now), now)
            for inquiry in tx.inquiries.due_to_escalate(now):
                _store_change(tx, decide.escalate_inquiry(inquiry, duty.policy_of(inquiry), now), now)
            written += sum(
                self._queue_urgent_mail(tx, duty, inquiry, now) for inquiry in tx.inquiries.due_for_urgent_mail(now)
            )
            written += sum(self._writer.queue_renewal(tx, inquiry, now) for inquiry in tx.inquiries.due_to_renew(now))
        return written + sum(self._queue_report(tx, duty, person, now) for person in duty.people.values())

    def count_told_nags(self, tx: Transaction, now: datetime) -> None:
        """What digests have told is counted: by the transaction that puts on record that a server has accepted one. What became known
        otherwise, by a copy among the sent mail, is counted the next time something is due."""
        self._count_told_nags(tx, self._writer.duty_roster(tx, now), now)

    def _count_told_nags(self, tx: Transaction, duty: DutyRoster, now: datetime) -> None:
        for nag in tx.letters.list_uncounted_nags():
            inquiry = tx.inquiries.get(nag.inquiry)
            assert inquiry is not None
            journal = [(entry.at, entry.event) for entry in tx.inquiries.journal_of(inquiry.number)]
            _store_change(tx, due.count_told_nag(duty, inquiry, nag.told_at, journal, now), now)

    def _queue_urgent_mail(self, tx: Transaction, duty: DutyRoster, inquiry: Inquiry, now: datetime) -> int:
        """One mail about one inquiry; later where no mail may come now."""
        person = due.urgent_recipient(duty, inquiry, now)
        if person is None:
            return 0
        _store_change(tx, decide.record_urgent_mail(inquiry, now), now)
        return self._writer.queue_urgent_mail(tx, duty, person, inquiry, now)

    def _queue_report(self, tx: Transaction, duty: DutyRoster, person: Person, now: datetime) -> int:
        record = f"report:{person.name}"
        check = due.check_report_slot(person, duty.calendar_of(person), tx.get_meta_instant(record), now)
        _record_slot(tx, record, check)
        return self._writer.queue_report(tx, duty, person, check.slot.key, now) if check.slot else 0

    # --- digests

    def _due_slots(self, tx: Transaction, duty: DutyRoster, now: datetime) -> list[tuple[Person, digest_times.Slot]]:
        found = []
        for person in duty.people.values():
            check = _check_digest_slot(tx, duty, person, now)
            _record_slot(tx, _served_slot(person), check)
            if check.slot:
                found.append((person, check.slot))
        return found

    def oldest_due_slot(self, tx: Transaction, now: datetime) -> datetime | None:
        """The slot that waits longest for its digest, UTC; None: all are served."""
        duty = self._writer.duty_roster(tx, now)
        checks = (_check_digest_slot(tx, duty, person, now) for person in duty.people.values())
        return min((check.slot.at for check in checks if check.slot), default=None)

    async def _prepare_digest(self, person: Person, slot: digest_times.Slot, now: datetime) -> int:
        """The sent mail is read once more before anybody is nagged about what they have answered just now."""
        mailboxes = await self._store.run_read(lambda tx: self._due_mailboxes(tx, person, now))
        if mailboxes:
            await self._scan_sent_mail(mailboxes)
        if self._is_stopping:
            return 0
        return await self._store.run_write(lambda tx: self._write_digest(tx, person, slot, self._clock.now()))

    def _due_mailboxes(self, tx: Transaction, person: Person, now: datetime) -> set[str]:
        due_now = self._due_inquiries(tx, self._writer.duty_roster(tx, now), person, now)
        return tx.ledger.mailboxes_of_inquiries([inquiry.number for inquiry in due_now])

    def _write_digest(self, tx: Transaction, person: Person, slot: digest_times.Slot, now: datetime) -> int:
        tx.set_meta(_served_slot(person), slot.at.isoformat())
        if tx.letters.has_key(digest_key(person, slot.key)):
            return 0  # the clock has stepped back
        duty = self._writer.duty_roster(tx, now)
        written = 0
        if due.is_observation_due(duty, person, slot):
            written = self._writer.queue_observation(tx, duty, person, slot.key, now)
        return written + self._write_reminder(tx, duty, person, slot, now)

    def _write_reminder(
        self, tx: Transaction, duty: DutyRoster, person: Person, slot: digest_times.Slot, now: datetime
    ) -> int:
        due_now = self._due_inquiries(tx, duty, person, now)
        unshown = self._writer.unshown_reviews(tx, duty, person)
        if not due_now and not due.is_review_digest_due(person, slot, len(unshown)):
            return self._queue_all_clear(tx, duty, person, slot, now)
        _cancel_superseded_digests(tx, person, now)
        waiting = duty.waiting_for(person, tx.inquiries.list_waiting())
        text = "digest person=%s slot=%r due=%d waiting=%d"
        tx.call_when_kept(log.info, text, person.name, slot.key, len(due_now), len(waiting))
        return self._writer.queue_digest(tx, duty, DigestPlan(person, slot.key, waiting, due_now), now)

    def _queue_all_clear(
        self, tx: Transaction, duty: DutyRoster, person: Person, slot: digest_times.Slot, now: datetime
    ) -> int:
        waiting = duty.waiting_for(person, tx.inquiries.list_waiting())
        newest = tx.letters.find_newest(person.name, LetterKind.DIGEST)
        if not due.is_all_clear_due(duty, person, slot, newest.slot if newest else "", waiting):
            return 0
        return self._writer.queue_digest(tx, duty, DigestPlan(person, slot.key, [], []), now)

    def _due_inquiries(self, tx: Transaction, duty: DutyRoster, person: Person, now: datetime) -> list[Inquiry]:
        told = tx.letters.told_nags(person.name)
        return due.due_inquiries(duty, person, tx.inquiries.list_waiting(), told, now)


def _served_slot(person: Person) -> str:
    """Under which key the slot is on record that their last digest was for."""
    return f"slot:{person.name}"


def _check_digest_slot(tx: Transaction, duty: DutyRoster, person: Person, now: datetime) -> due.SlotCheck:
    return due.check_digest_slot(person, duty.calendar_of(person), tx.get_meta_instant(_served_slot(person)), now)


def _record_slot(tx: Transaction, name: str, check: due.SlotCheck) -> None:
    if check.served_at is not None:
        tx.set_meta(name, check.served_at.isoformat())


def _cancel_superseded_digests(tx: Transaction, person: Person, now: datetime) -> None:
    for letter in tx.letters.list_pending(person.name, LetterKind.DIGEST):
        superseded = letter_state.superseded(letter)
        tx.letters.update_if_unchanged(letter, superseded)
        record_letter_outcome(tx, superseded, now)


def _store_change(tx: Transaction, change: InquiryChange, now: datetime) -> None:
    if change.inquiry is not None:
        tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
