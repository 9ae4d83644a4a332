"""Something is due → one transaction: journal, next instant and mail become true together.

Wakes what was snoozed, passes on what nobody answered, rings at once for what cannot wait, and writes each person's digest at
its slots and their report once a week. Sends nothing itself, and decides nothing: `core` does. No mail to a person is written,
or let out, while the house is closed or in that person's quiet hours.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.core import hours
from watcher.core.inquiry import decide, roster
from watcher.core.inquiry.model import Inquiry, InquiryChange
from watcher.core.inquiry.roster import Person
from watcher.core.letters import digest, mime, report, templates
from watcher.core.letters.mime import LetterHead
from watcher.core.message.model import Address
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store, Transaction
from watcher.service import reporting

__all__ = ["Person", "ReminderConfig", "Reminders"]

log = logging.getLogger("watcher.reminders")

REPORT_PERIOD = timedelta(days=7)
#: A slot that was served so far ahead was served by a clock that was wrong, and has been set right.
MAX_SLOT_LEAD = timedelta(days=2)
#: No step of a ladder reaches further.
MAX_NAG_LEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class ReminderConfig:
    """What the reminders know of the configuration; replaced as a whole when it changes."""

    people: Mapping[str, Person]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    senders: Mapping[str, Address]  # by mailbox
    calendar: hours.Calendar
    templates: templates.TemplateSet


class Reminders:
    """Everybody's digests."""

    def __init__(
        self,
        rota: ReminderConfig,
        store: Store,
        clock: Clock,
        key: bytes,
        *,
        last_look: Callable[[Collection[str]], Awaitable[None]],
        queued: Callable[[], None] = lambda: None,
    ) -> None:
        """`last_look` reads the sent folders of these mailboxes once more; it must not raise."""
        self.config = rota
        self._store = store
        self._clock = clock
        self._key = key
        self._run_final_sent_scan = last_look
        self._on_letter_queued = queued

    async def process_due(self) -> int:
        """All that is due now; returns how many mails were written."""
        now = self._clock.now()
        written, slots = await self._store.run_write(
            lambda tx: (self._apply_time_changes(tx, now), self._due_slots(tx, now))
        )
        for person, slot in slots:
            written += await self._prepare_digest(person, slot, now)
        if written:
            self._on_letter_queued()
        return written

    def _apply_time_changes(self, tx: Transaction, now: datetime) -> int:
        """What changes by the clock alone, and the mails that ring at once."""
        written = 0
        if tx.inquiries.has_due_change(now):
            for inquiry in tx.inquiries.due_to_wake(now):
                self._store_decision(tx, decide.advance_due_inquiry(inquiry, self._policy_for(inquiry), now), now)
            for inquiry in tx.inquiries.due_to_escalate(now):
                self._store_decision(tx, decide.escalate_inquiry(inquiry, self._policy_for(inquiry), now), now)
            written += sum(
                self._queue_urgent_mail(tx, inquiry, now) for inquiry in tx.inquiries.due_for_urgent_mail(now)
            )
        return written + sum(
            self._queue_report(tx, person, now) for person in self.config.people.values() if person.report
        )

    def _queue_urgent_mail(self, tx: Transaction, inquiry: Inquiry, now: datetime) -> int:
        """One mail about one inquiry, to whom it is first of all with; later where no mail may come now."""
        person = self.config.people[self._responsible_people(inquiry, self._absent_people(tx, now))[0]]
        if not self._calendar_of(person).is_open(now):
            return 0
        assert inquiry.alert_at is not None
        key = f"alert:{person.name}:{inquiry.number} {inquiry.alert_at:%Y-%m-%d %H:%M:%S}"
        self._store_decision(tx, decide.record_urgent_mail(inquiry, now), now)
        return self._queue_digest(tx, person, [inquiry], key, now, urgent=True)

    def _due_slots(self, tx: Transaction, now: datetime) -> list[tuple[Person, hours.Slot]]:
        found = ((person, self._due_slot(tx, person, now)) for person in self.config.people.values())
        return [(person, slot) for person, slot in found if slot is not None]

    def _due_slot(self, tx: Transaction, person: Person, now: datetime) -> hours.Slot | None:
        """The latest slot that has come and was not served; missed ones coalesce into it."""
        after = tx.get_meta_instant(f"slot:{person.name}")
        if after is None or after > now + MAX_SLOT_LEAD:
            tx.set_meta(f"slot:{person.name}", now.isoformat())
            return None
        return hours.due_slot(person.slots, self._calendar_of(person), now, after)

    async def _prepare_digest(self, person: Person, slot: hours.Slot, now: datetime) -> int:
        boxes = await self._store.run_read(
            lambda tx: {each.mailbox for each in self._due_inquiries(tx, person, self._absent_people(tx, now), now)}
        )
        if boxes:
            await self._run_final_sent_scan(boxes)
        return await self._store.run_write(lambda tx: self._write_digest(tx, person, slot, self._clock.now()))

    def _write_digest(self, tx: Transaction, person: Person, slot: hours.Slot, now: datetime) -> int:
        tx.set_meta(f"slot:{person.name}", slot.at.isoformat())
        key = f"digest:{person.name}:{slot.key}"
        if tx.letters.has_key(key):
            return 0  # the clock has stepped back
        away = self._absent_people(tx, now)
        due = self._due_inquiries(tx, person, away, now)
        if not due:
            return self._queue_all_clear(tx, person, slot, key, away, now)
        for inquiry in due:
            if _is_nag_due(inquiry, now) or inquiry.nags == 0:
                self._store_decision(tx, decide.advance_due_inquiry(inquiry, self._policy_for(inquiry), now), now)
        self._cancel_superseded_digests(tx, person)
        tx.set_meta(f"digest:{person.name}", now.isoformat())
        waiting = self._waiting_inquiries_of(tx, person, away)
        log.info("digest person=%s slot=%r due=%d waiting=%d", person.name, slot.key, len(due), len(waiting))
        return self._queue_digest(tx, person, waiting, key, now)

    def _cancel_superseded_digests(self, tx: Transaction, person: Person) -> None:
        """A digest that never left is replaced by the one that is being written: it says all of it, and newer."""
        for letter in tx.letters.pending_by_key_prefix(f"digest:{person.name}:"):
            if not letter.may_have_left:
                tx.letters.update_if_unchanged(letter, letter_state.cancelled(letter, "a later digest replaces it"))

    def _queue_all_clear(
        self, tx: Transaction, person: Person, slot: hours.Slot, key: str, away: Collection[str], now: datetime
    ) -> int:
        """One line that says that nothing waits, at the last slot of a day, or week, on which nothing else was said."""
        daily, weekly = person.all_clear == "daily", person.all_clear == "weekly"
        last = daily and hours.is_last_of_day(person.slots, slot)
        last |= weekly and hours.is_last_of_week(person.slots, self._calendar_of(person), slot)
        if not last or self._waiting_inquiries_of(tx, person, away):
            return 0
        if tx.letters.newest_id_by_key_prefix(f"digest:{person.name}:{slot.key.partition(' ')[0]}") is not None:
            return 0
        return self._queue_digest(tx, person, [], key, now)

    def _queue_report(self, tx: Transaction, person: Person, now: datetime) -> int:
        """The week in figures."""
        after = tx.get_meta_instant(f"report:{person.name}")
        if after is None:
            tx.set_meta(f"report:{person.name}", now.isoformat())
            return 0
        assert person.report is not None
        slot = hours.due_weekly_slot(person.report, self._calendar_of(person), now, after)
        if slot is None:
            return 0
        tx.set_meta(f"report:{person.name}", slot.at.isoformat())
        key = f"report:{person.name}:{slot.key}"
        if tx.letters.has_key(key):
            return 0
        figures = reporting.collect_figures(
            tx, self.config.policies, now - REPORT_PERIOD, now, self.config.calendar.zone
        )
        mailbox = self._sending_mailbox(person, [])
        head = self._letter_head(person, mailbox, key, now)
        composed = report.build_report(self.config.templates, head, figures)
        return int(
            tx.letters.add_to_queue(letter_state.queued(LetterKind.REPORT, key, mailbox, composed, now)) is not None
        )

    def rerender_letter(self, tx: Transaction, letter: Letter, now: datetime) -> bytes | datetime | None:
        """The digest as it stands now, without what was answered since it was written.

        None when nothing of it waits any more; an instant when its reader may not be written to before then.
        """
        person = self.config.people.get(letter.key.split(":")[1])
        if person is None:
            return None
        opening = self._calendar_of(person).next_opening(now)
        if opening > now:
            return opening
        if letter.may_have_left or letter.kind is LetterKind.REPORT:
            return letter.data
        before = tx.letters.digest_inquiries(letter.id)
        listed, here = set(before), self._waiting_inquiries_of(tx, person, self._absent_people(tx, now))
        waiting = [each for each in here if not listed or each.number in listed]
        if listed and not waiting:
            return None
        composed, order = self._compose_digest(
            tx, person, waiting, letter.key, now, urgent=letter.key.startswith("alert:")
        )
        if order != before:
            tx.letters.save_digest_lines(letter.id, order)
        return composed.data

    # --- who gets what

    def _absent_people(self, tx: Transaction, now: datetime) -> frozenset[str]:
        return roster.absent_people(self.config.people, tx.people.current_absences(now), self.config.calendar, now)

    def _waiting_inquiries_of(self, tx: Transaction, person: Person, away: Collection[str]) -> list[Inquiry]:
        """What waits for this person: their own, and what was passed on to them."""
        return [each for each in tx.inquiries.list_waiting() if person.name in self._responsible_people(each, away)]

    def _responsible_people(self, inquiry: Inquiry, away: Collection[str]) -> list[str]:
        """An owner the configuration no longer knows is replaced by the mailbox's."""
        owner = inquiry.owner if inquiry.owner in self.config.people else self._policy_for(inquiry).owner
        return roster.responsible_people(self.config.people, owner, inquiry.escalated, away)

    def _due_inquiries(self, tx: Transaction, person: Person, away: Collection[str], now: datetime) -> list[Inquiry]:
        """What makes a digest necessary: a nag that is due, or that somebody else's digest brought since this person's
        last one; a promise that would be broken before the next; something newly passed on."""
        here = self._waiting_inquiries_of(tx, person, away)
        if not here:
            return []
        last = tx.get_meta_instant(f"digest:{person.name}")
        newest = tx.letters.newest_id_by_key_prefix(f"digest:{person.name}:")
        listed = set(tx.letters.digest_inquiries(newest)) if newest is not None else set()
        ahead = hours.next_service_time(person.slots, self._calendar_of(person), now)

        def is_due(each: Inquiry) -> bool:
            unseen = each.nagged_at is not None and (last is None or each.nagged_at > last)
            at_risk = each.nags == 0 and each.promise_at is not None and ahead is not None and each.promise_at <= ahead
            passed_on = each.number not in listed and self._responsible_people(each, away)[0] != person.name
            return _is_nag_due(each, now) or unseen or at_risk or passed_on

        return [each for each in here if is_due(each)]

    def _policy_for(self, inquiry: Inquiry) -> decide.Policy:
        return decide.policy_of(self.config.policies, inquiry.mailbox)

    def _calendar_of(self, person: Person) -> hours.Calendar:
        return person.calendar or self.config.calendar

    def _sending_mailbox(self, person: Person, waiting: Sequence[Inquiry]) -> str:
        if waiting:
            return self._policy_for(waiting[0]).mailbox
        return decide.policy_of(self.config.policies, person.mailbox).mailbox

    def _store_decision(self, tx: Transaction, change: InquiryChange, now: datetime) -> None:
        if change.inquiry is not None:
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)

    # --- the mail

    def _queue_digest(
        self, tx: Transaction, person: Person, waiting: Sequence[Inquiry], key: str, now: datetime, urgent: bool = False
    ) -> int:
        composed, order = self._compose_digest(tx, person, waiting, key, now, urgent)
        mailbox = self._sending_mailbox(person, waiting)
        letter = tx.letters.add_to_queue(letter_state.queued(LetterKind.DIGEST, key, mailbox, composed, now))
        if letter is None:
            return 0
        tx.letters.save_digest_lines(letter.id, order)
        return 1

    def _compose_digest(
        self, tx: Transaction, person: Person, waiting: Sequence[Inquiry], key: str, now: datetime, urgent: bool
    ) -> tuple[mime.ComposedLetter, list[int]]:
        calendar = self._calendar_of(person)
        acks = tx.letters.latest_acknowledgements([each.number for each in waiting])
        content = digest.DigestContent(
            person=person.name,
            waiting=[self._waiting_inquiry(inquiry, acks.get(inquiry.number), now) for inquiry in waiting],
            coverage=_digest_coverage(tx, now),
            calendar=calendar,
            next_digest=hours.next_service_time(person.slots, calendar, now),
            urgent=urgent,
            deputy=person.deputy or "",
        )
        head = self._letter_head(person, self._sending_mailbox(person, waiting), key, now)
        return digest.build_digest(self.config.templates, head, content)

    def _letter_head(self, person: Person, mailbox: str, key: str, now: datetime) -> LetterHead:
        return LetterHead(self.config.senders[mailbox], person.address, key, self._key, now, person.language)

    def _waiting_inquiry(self, inquiry: Inquiry, ack: Letter | None, now: datetime) -> digest.WaitingInquiry:
        waited = self._policy_for(inquiry).hours.opening_time_between(inquiry.waiting_since or inquiry.opened_at, now)
        return digest.WaitingInquiry(inquiry, waited, ack.state if ack else None, ack.error if ack else "")


def _is_nag_due(inquiry: Inquiry, now: datetime) -> bool:
    """It has come; or the last or the next nag lies so far ahead that the clock was wrong when it was set."""
    if inquiry.nagged_at is not None and inquiry.nagged_at > now:
        return True
    at = inquiry.next_nag_at
    return at is not None and (at <= now or at > now + MAX_NAG_LEAD)


def _digest_coverage(tx: Transaction, now: datetime) -> digest.Coverage:
    since = now - timedelta(hours=24)
    opened, unreadable = tx.inquiries.count_opened_since(since)
    return digest.Coverage(
        messages=tx.ledger.count_decided_since(since),
        inquiries=opened,
        unreadable=unreadable,
        last_scan_at=tx.folders.oldest_scan_time(),
        troubles={name: error for name, (_, error) in tx.incidents.current_troubles().items()},
    )
