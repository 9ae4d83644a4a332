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
from watcher.core.inquiry.model import Inquiry
from watcher.core.inquiry.roster import Person
from watcher.core.letters import compose, digest, report
from watcher.core.message.model import Address
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store, Tx
from watcher.service import reporting

__all__ = ["Person", "Reminders", "Rota"]

log = logging.getLogger("watcher.reminders")

WEEK = timedelta(days=7)
#: A slot that was served so far ahead was served by a clock that was wrong, and has been set right.
AHEAD = timedelta(days=2)
#: No step of a ladder reaches further.
FAR_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Rota:
    """What the configuration says of reminding; replaced as a whole when it changes."""

    people: Mapping[str, Person]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    senders: Mapping[str, Address]  # by mailbox
    calendar: hours.Calendar
    templates: compose.Templates


class Reminders:
    """Everybody's digests."""

    def __init__(
        self,
        rota: Rota,
        store: Store,
        clock: Clock,
        key: bytes,
        *,
        last_look: Callable[[Collection[str]], Awaitable[None]],
        queued: Callable[[], None] = lambda: None,
    ) -> None:
        """`last_look` reads the sent folders of these mailboxes once more; it must not raise."""
        self.rota = rota
        self._store = store
        self._clock = clock
        self._key = key
        self._last_look = last_look
        self._queued = queued

    async def step(self) -> int:
        """All that is due now; returns how many mails were written."""
        now = self._clock.now()
        written, slots = await self._store.write(lambda tx: (self._move(tx, now), self._slots(tx, now)))
        for person, slot in slots:
            written += await self._remind(person, slot, now)
        if written:
            self._queued()
        return written

    def _move(self, tx: Tx, now: datetime) -> int:
        """What changes by the clock alone, and the mails that ring at once."""
        written = 0
        if tx.inquiries.moves(now):
            for inquiry in tx.inquiries.snoozed_until(now):
                self._apply(tx, decide.on_due(inquiry, self._policy(inquiry), now), now)
            for inquiry in tx.inquiries.due_to_escalate(now):
                self._apply(tx, decide.on_escalation(inquiry, self._policy(inquiry), now), now)
            written += sum(self._alert(tx, inquiry, now) for inquiry in tx.inquiries.due_to_alert(now))
        return written + sum(self._report(tx, person, now) for person in self.rota.people.values() if person.report)

    def _alert(self, tx: Tx, inquiry: Inquiry, now: datetime) -> int:
        """One mail about one inquiry, to whom it is first of all with; later where no mail may come now."""
        person = self.rota.people[self._recipients(inquiry, self._away(tx, now))[0]]
        if not self._calendar(person).is_open(now):
            return 0
        assert inquiry.alert_at is not None
        key = f"alert:{person.name}:{inquiry.number} {inquiry.alert_at:%Y-%m-%d %H:%M:%S}"
        self._apply(tx, decide.on_alert(inquiry, now), now)
        return self._queue(tx, person, [inquiry], key, now, urgent=True)

    def _slots(self, tx: Tx, now: datetime) -> list[tuple[Person, hours.Slot]]:
        found = ((person, self._slot(tx, person, now)) for person in self.rota.people.values())
        return [(person, slot) for person, slot in found if slot is not None]

    def _slot(self, tx: Tx, person: Person, now: datetime) -> hours.Slot | None:
        """The latest slot that has come and was not served; missed ones coalesce into it."""
        after = tx.get_instant(f"slot:{person.name}")
        if after is None or after > now + AHEAD:
            tx.put(f"slot:{person.name}", now.isoformat())
            return None
        return hours.due_slot(person.slots, self._calendar(person), now, after)

    async def _remind(self, person: Person, slot: hours.Slot, now: datetime) -> int:
        boxes = await self._store.read(
            lambda tx: {each.mailbox for each in self._due(tx, person, self._away(tx, now), now)}
        )
        if boxes:
            await self._last_look(boxes)
        return await self._store.write(lambda tx: self._write(tx, person, slot, self._clock.now()))

    def _write(self, tx: Tx, person: Person, slot: hours.Slot, now: datetime) -> int:
        tx.put(f"slot:{person.name}", slot.at.isoformat())
        key = f"digest:{person.name}:{slot.key}"
        if tx.letters.has_key(key):
            return 0  # the clock has stepped back
        away = self._away(tx, now)
        due = self._due(tx, person, away, now)
        if not due:
            return self._all_clear(tx, person, slot, key, away, now)
        for inquiry in due:
            if _nag_due(inquiry, now) or inquiry.nags == 0:
                self._apply(tx, decide.on_due(inquiry, self._policy(inquiry), now), now)
        self._supersede(tx, person)
        tx.put(f"digest:{person.name}", now.isoformat())
        waiting = self._responsible(tx, person, away)
        log.info("digest person=%s slot=%r due=%d waiting=%d", person.name, slot.key, len(due), len(waiting))
        return self._queue(tx, person, waiting, key, now)

    def _supersede(self, tx: Tx, person: Person) -> None:
        """A digest that never left is replaced by the one that is being written: it says all of it, and newer."""
        for letter in tx.letters.pending(f"digest:{person.name}:"):
            if not letter.may_have_left:
                tx.letters.update(letter, letter_state.unwanted(letter, "a later digest replaces it"))

    def _all_clear(
        self, tx: Tx, person: Person, slot: hours.Slot, key: str, away: Collection[str], now: datetime
    ) -> int:
        """One line that says that nothing waits, at the last slot of a day, or week, on which nothing else was said."""
        daily, weekly = person.all_clear == "daily", person.all_clear == "weekly"
        last = daily and hours.is_last_of_day(person.slots, slot)
        last |= weekly and hours.is_last_of_week(person.slots, self._calendar(person), slot)
        if not last or self._responsible(tx, person, away):
            return 0
        if tx.letters.newest(f"digest:{person.name}:{slot.key.partition(' ')[0]}") is not None:
            return 0
        return self._queue(tx, person, [], key, now)

    def _report(self, tx: Tx, person: Person, now: datetime) -> int:
        """The week in figures."""
        after = tx.get_instant(f"report:{person.name}")
        if after is None:
            tx.put(f"report:{person.name}", now.isoformat())
            return 0
        assert person.report is not None
        slot = hours.due_weekly(person.report, self._calendar(person), now, after)
        if slot is None:
            return 0
        tx.put(f"report:{person.name}", slot.at.isoformat())
        key = f"report:{person.name}:{slot.key}"
        if tx.letters.has_key(key):
            return 0
        figures = reporting.measure(tx, self.rota.policies, now - WEEK, now, self.rota.calendar.zone)
        mailbox = self._carrier(person, [])
        words = self.rota.templates.words(person.language)
        composed = report.letter(
            self.rota.templates, words, self.rota.senders[mailbox], person.address, figures,
            key=self._key, letter_key=key, now=now,
        )  # fmt: skip
        return int(tx.letters.queue(letter_state.queued(LetterKind.REPORT, key, mailbox, composed, now)) is not None)

    def redraw(self, tx: Tx, letter: Letter, now: datetime) -> bytes | datetime | None:
        """The digest as it stands now, without what was answered since it was written.

        None when nothing of it waits any more; an instant when its reader may not be written to before then.
        """
        person = self.rota.people.get(letter.key.split(":")[1])
        if person is None:
            return None
        opening = self._calendar(person).next_open(now)
        if opening > now:
            return opening
        if letter.may_have_left or letter.kind is LetterKind.REPORT:
            return letter.data
        before = tx.letters.lines(letter.id)
        listed, here = set(before), self._responsible(tx, person, self._away(tx, now))
        waiting = [each for each in here if not listed or each.number in listed]
        if listed and not waiting:
            return None
        composed, order = self._compose(tx, person, waiting, letter.key, now, urgent=letter.key.startswith("alert:"))
        if order != before:
            tx.letters.write_lines(letter.id, order)
        return composed.data

    # --- who gets what

    def _away(self, tx: Tx, now: datetime) -> frozenset[str]:
        return roster.absent(self.rota.people, tx.people.absences(now), self.rota.calendar, now)

    def _responsible(self, tx: Tx, person: Person, away: Collection[str]) -> list[Inquiry]:
        """What waits for this person: their own, and what was passed on to them."""
        return [each for each in tx.inquiries.waiting() if person.name in self._recipients(each, away)]

    def _recipients(self, inquiry: Inquiry, away: Collection[str]) -> list[str]:
        """An owner the configuration no longer knows is replaced by the mailbox's."""
        owner = inquiry.owner if inquiry.owner in self.rota.people else self._policy(inquiry).owner
        return roster.responsible(self.rota.people, owner, inquiry.escalated, away)

    def _due(self, tx: Tx, person: Person, away: Collection[str], now: datetime) -> list[Inquiry]:
        """What makes a digest necessary: a nag that is due, or that somebody else's digest brought since this person's
        last one; a promise that would be broken before the next; something newly passed on."""
        here = self._responsible(tx, person, away)
        if not here:
            return []
        last = tx.get_instant(f"digest:{person.name}")
        newest = tx.letters.newest(f"digest:{person.name}:")
        listed = set(tx.letters.lines(newest)) if newest is not None else set()
        ahead = hours.next_mail(person.slots, self._calendar(person), now)

        def is_due(each: Inquiry) -> bool:
            unseen = each.nagged_at is not None and (last is None or each.nagged_at > last)
            at_risk = each.nags == 0 and each.promise_at is not None and ahead is not None and each.promise_at <= ahead
            passed_on = each.number not in listed and self._recipients(each, away)[0] != person.name
            return _nag_due(each, now) or unseen or at_risk or passed_on

        return [each for each in here if is_due(each)]

    def _policy(self, inquiry: Inquiry) -> decide.Policy:
        """The mailbox's policy; for a mailbox no longer configured, the first one's: its inquiries still wait."""
        return self.rota.policies.get(inquiry.mailbox) or next(iter(self.rota.policies.values()))

    def _calendar(self, person: Person) -> hours.Calendar:
        return person.calendar or self.rota.calendar

    def _carrier(self, person: Person, waiting: Sequence[Inquiry]) -> str:
        if waiting:
            return self._policy(waiting[0]).mailbox
        return person.mailbox if person.mailbox in self.rota.policies else next(iter(self.rota.policies))

    def _apply(self, tx: Tx, decision: decide.Decision, now: datetime) -> None:
        if decision.inquiry is not None:
            tx.inquiries.save(decision.inquiry)
            entries = [(entry.event, entry.text) for entry in decision.journal]
            tx.inquiries.add_to_journal(decision.inquiry.number, now, entries)

    # --- the mail

    def _queue(
        self, tx: Tx, person: Person, waiting: Sequence[Inquiry], key: str, now: datetime, urgent: bool = False
    ) -> int:
        composed, order = self._compose(tx, person, waiting, key, now, urgent)
        mailbox = self._carrier(person, waiting)
        letter = tx.letters.queue(letter_state.queued(LetterKind.DIGEST, key, mailbox, composed, now))
        if letter is None:
            return 0
        tx.letters.write_lines(letter.id, order)
        return 1

    def _compose(
        self, tx: Tx, person: Person, waiting: Sequence[Inquiry], key: str, now: datetime, urgent: bool
    ) -> tuple[compose.Composed, list[int]]:
        calendar = self._calendar(person)
        acks = tx.letters.acknowledgements_of([each.number for each in waiting])
        return digest.digest(
            self.rota.templates,
            person.name,
            self.rota.senders[self._carrier(person, waiting)],
            person.address,
            [self._line(each, acks.get(each.number), now) for each in waiting],
            _coverage(tx, now),
            calendar,
            hours.next_mail(person.slots, calendar, now),
            key=self._key,
            letter_key=key,
            now=now,
            language=person.language,
            urgent=urgent,
            deputy=person.deputy or "",
        )

    def _line(self, inquiry: Inquiry, ack: Letter | None, now: datetime) -> digest.Waiting:
        waited = self._policy(inquiry).hours.elapsed(inquiry.waiting_since or inquiry.opened_at, now)
        return digest.Waiting(inquiry, waited, ack.state if ack else None, ack.error if ack else "")


def _nag_due(inquiry: Inquiry, now: datetime) -> bool:
    """It has come; or the last or the next nag lies so far ahead that the clock was wrong when it was set."""
    if inquiry.nagged_at is not None and inquiry.nagged_at > now:
        return True
    at = inquiry.next_nag_at
    return at is not None and (at <= now or at > now + FAR_AHEAD)


def _coverage(tx: Tx, now: datetime) -> digest.Coverage:
    since = now - timedelta(hours=24)
    opened, unreadable = tx.inquiries.opened_since(since)
    return digest.Coverage(
        messages=tx.mail.count_decided(since),
        inquiries=opened,
        unreadable=unreadable,
        last_look=tx.mail.last_look(),
        troubles={name: error for name, (_, error) in tx.mail.troubles().items()},
    )
