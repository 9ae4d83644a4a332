"""Something is due → one transaction: journal, next instant and digest become true together.

Wakes what was snoozed and writes each person's digest at its slots. Sends nothing itself, and decides nothing: `core` does.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from watcher.core import compose, decide, hours
from watcher.core.model import Address, Inquiry, Letter, LetterKind, LetterState, State
from watcher.edge.clock import Clock
from watcher.edge.store import Store, Tx

log = logging.getLogger("watcher.reminders")

#: A slot that was served so far ahead was served by a clock that was wrong, and has been set right.
AHEAD = timedelta(days=2)
#: No step of a ladder reaches further.
FAR_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Person:
    """Who is nagged."""

    name: str
    address: Address
    slots: tuple[time, ...]  # wall clock, on open days
    deputy: str | None = None


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
        """All that is due now; returns how many digests were written."""
        now = self._clock.now()
        sleepers, persons = await self._store.read(lambda tx: self._anything(tx, now))
        if sleepers:
            await self._store.write(lambda tx: self._wake(tx, now))
        written = 0
        for person in persons:
            written += await self._remind(person, now)
        if written:
            self._queued()
        return written

    def _anything(self, tx: Tx, now: datetime) -> tuple[bool, list[Person]]:
        """Most ticks find nothing to do, and then nothing is written: is a snooze over, and whose slot has come?"""
        persons = []
        for person in self.rota.people.values():
            after = tx.get_instant(f"slot:{person.name}")
            if (
                after is None
                or after > now + AHEAD
                or hours.last_slot(person.slots, self.rota.calendar, now, after) is not None
            ):
                persons.append(person)
        return bool(tx.inquiries.snoozed_until(now)), persons

    def _wake(self, tx: Tx, now: datetime) -> None:
        for inquiry in tx.inquiries.snoozed_until(now):
            self._apply(tx, decide.on_due(inquiry, self._policy(inquiry), now), now)

    async def _remind(self, person: Person, now: datetime) -> int:
        slot = await self._store.write(lambda tx: self._slot(tx, person, now))
        if slot is None:
            return 0
        boxes = await self._store.read(lambda tx: {each.mailbox for each in self._due(tx, person, now)})
        if boxes:
            await self._last_look(boxes)
        return await self._store.write(lambda tx: self._write(tx, person, slot, self._clock.now()))

    def _slot(self, tx: Tx, person: Person, now: datetime) -> hours.Slot | None:
        """The latest slot that has come and was not served; missed ones coalesce into it."""
        after = tx.get_instant(f"slot:{person.name}")
        if after is None or after > now + AHEAD:
            tx.put(f"slot:{person.name}", now.isoformat())
            return None
        return hours.last_slot(person.slots, self.rota.calendar, now, after)

    def _write(self, tx: Tx, person: Person, slot: hours.Slot, now: datetime) -> int:
        tx.put(f"slot:{person.name}", slot.at.isoformat())
        due = self._due(tx, person, now)
        if not due:
            return 0
        for inquiry in due:
            if _nag_due(inquiry, now):
                self._apply(tx, decide.on_due(inquiry, self._policy(inquiry), now), now)
        waiting = self._responsible(tx, person)
        key = f"digest:{person.name}:{slot.key}"
        composed, order = self._compose(tx, person, waiting, key, now)
        letter = tx.letters.queue(_letter(key, self._carrier(waiting), composed, now))
        if letter is None:
            return 0
        tx.letters.write_lines(letter.id, order)
        log.info("digest person=%s slot=%r due=%d waiting=%d", person.name, slot.key, len(due), len(waiting))
        return 1

    def redraw(self, tx: Tx, letter: Letter, now: datetime) -> bytes | None:
        """The digest without what was answered since it was written; None when nothing of it waits any more."""
        person = self.rota.people.get(letter.key.split(":")[1])
        listed = set(tx.letters.lines(letter.id))
        if person is None:
            return None
        waiting = [each for each in self._responsible(tx, person) if each.number in listed]
        if not waiting:
            return None
        composed, order = self._compose(tx, person, waiting, letter.key, now)
        tx.letters.write_lines(letter.id, order)
        return composed.data

    # --- who gets what

    def _responsible(self, tx: Tx, person: Person) -> list[Inquiry]:
        """What waits for this person: their own, and as deputy what was escalated."""
        return [each for each in tx.inquiries.find({State.WAITING}) if person.name in self._recipients(each)]

    def _recipients(self, inquiry: Inquiry) -> set[str]:
        """An owner the configuration no longer knows is replaced by the mailbox's."""
        owner = inquiry.owner if inquiry.owner in self.rota.people else self._policy(inquiry).owner
        deputy = self.rota.people[owner].deputy
        return {owner, deputy} if inquiry.escalated and deputy else {owner}

    def _due(self, tx: Tx, person: Person, now: datetime) -> list[Inquiry]:
        """What makes a digest necessary: a nag that is due, or something escalated to a deputy."""
        waiting = self._responsible(tx, person)
        return [each for each in waiting if _nag_due(each, now) or each.owner != person.name]

    def _policy(self, inquiry: Inquiry) -> decide.Policy:
        """The mailbox's policy; for a mailbox no longer configured, the first one's: its inquiries still wait."""
        return self.rota.policies.get(inquiry.mailbox) or next(iter(self.rota.policies.values()))

    def _carrier(self, waiting: Sequence[Inquiry]) -> str:
        return self._policy(waiting[0]).mailbox

    def _apply(self, tx: Tx, decision: decide.Decision, now: datetime) -> None:
        if decision.inquiry is not None:
            tx.inquiries.save(decision.inquiry)
            entries = [(entry.event, entry.text) for entry in decision.journal]
            tx.inquiries.add_to_journal(decision.inquiry.number, now, entries)

    # --- the mail

    def _compose(
        self, tx: Tx, person: Person, waiting: Sequence[Inquiry], key: str, now: datetime
    ) -> tuple[compose.Composed, list[int]]:
        rota = self.rota
        slot = hours.next_slot(person.slots, rota.calendar, now)
        return compose.digest(
            rota.templates,
            person.name,
            rota.senders[self._carrier(waiting)],
            person.address,
            self._waiting(tx, waiting, now),
            _coverage(tx, now),
            rota.calendar,
            slot.at if slot else None,
            key=self._key,
            letter_key=key,
            now=now,
        )

    def _waiting(self, tx: Tx, inquiries: Sequence[Inquiry], now: datetime) -> list[compose.Waiting]:
        acks = tx.letters.acknowledgements_of([each.number for each in inquiries])
        found = []
        for inquiry in inquiries:
            ack = acks.get(inquiry.number)
            waited = self.rota.calendar.elapsed(inquiry.waiting_since or inquiry.opened_at, now)
            found.append(compose.Waiting(inquiry, waited, ack.state if ack else None, ack.error if ack else ""))
        return found


def _nag_due(inquiry: Inquiry, now: datetime) -> bool:
    """It has come; or it lies so far ahead that the clock was wrong when it was set."""
    at = inquiry.next_nag_at
    return at is not None and (at <= now or at > now + FAR_AHEAD)


def _coverage(tx: Tx, now: datetime) -> compose.Coverage:
    since = now - timedelta(hours=24)
    looks = [each.last_look_at for each in tx.mail.folders() if each.last_look_at is not None]
    return compose.Coverage(
        messages=sum(tx.mail.seen(since).values()),
        inquiries=tx.inquiries.opened_since(since),
        unreadable=tx.inquiries.unreadable_since(since),
        last_look=min(looks, default=None),
        troubles={name: error for name, (_, error) in tx.mail.troubles().items()},
    )


def _letter(key: str, mailbox: str, composed: compose.Composed, now: datetime) -> Letter:
    return Letter(
        id=0,
        kind=LetterKind.DIGEST,
        key=key,
        state=LetterState.PENDING,
        mailbox=mailbox,
        sender=composed.sender,
        recipient=composed.recipient,
        message_id=composed.message_id,
        data=composed.data,
        created_at=now,
        next_at=now,
    )
