"""Deliberate breakages of the protocol, each of which the simulation must notice. A test that cannot fail is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.simulation.world import MemoryGuard, Parts, begin
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterState
from watcher.service.delivery import Delivery
from watcher.service.intake import Intake
from watcher.service.message_intake import MessageIntake


class SeenFirst(Intake):
    """Marks messages as seen in a transaction of its own, then decides them."""

    async def _process_batch(self, folder, uidvalidity, uids):
        fetched = await self._mailbox.fetch_messages(folder.name, uidvalidity, uids)
        here = {arrival.locator.uid for arrival in fetched.arrivals}
        await self._store.run_write(
            lambda tx: tx.ledger.add_baseline_entries(
                self.name, folder.name, folder.role, uidvalidity, here, self._clock.now()
            )
        )
        for arrival in fetched.arrivals:
            read = self.messages.classify_arrival(arrival)

            def step(tx, arrival=arrival, read=read):
                place = arrival.locator
                tx.connection.exec_driver_sql(
                    "delete from ledger where folder = ? and uidvalidity = ? and uid = ?",
                    (place.folder, place.uidvalidity, place.uid),
                )
                return self.messages.process_arrival(tx, folder, arrival, read, self._clock.now())

            await self._store.run_write(step)


class HighestUid(Intake):
    """Believes that what is new has a higher number than all there was."""

    async def _decided_uids(self, name, uidvalidity):
        found = await super()._decided_uids(name, uidvalidity)
        return found | set(range(1, max(found, default=0) + 1))


class _IdIsIdentity(MessageIntake):
    def _load_situation(self, tx, folder, place, classified, now):
        found = super()._load_situation(tx, folder, place, classified, now)
        known = [
            entry for entry in tx.ledger.entries_by_message_id(classified[0].message_id) if entry.role is folder.role
        ]
        return replace(found, copy_of=found.copy_of or (str(known[0].locator.uid) if known else ""))


class OneInquiryAnId(Intake):
    """Takes a message for a copy because its Message-ID is known."""

    message_intake_type = _IdIsIdentity


class _PlaceIsIdentity(MessageIntake):
    def _load_situation(self, *rest):
        return replace(super()._load_situation(*rest), copy_of="")


class NoIdentity(Intake):
    """A message is its place: moved or numbered anew, it is another one."""

    message_intake_type = _PlaceIsIdentity


class _KnowsNoLetter(MessageIntake):
    def _recognise_own_letter(self, tx, message):
        return False


class OwnUnknown(Intake):
    """Does not know its own letters when it meets them."""

    message_intake_type = _KnowsNoLetter


class NoSending(Delivery):
    """Sends without having put the attempt on record."""

    def _commit_sending(self, tx, letter):
        self._guard.record_send_seq(tx.next_send_seq())
        return letter_state.committed_to_send(letter)

    def _settle_letter(self, tx, before, after, now):
        tx.letters.update_if_unchanged(replace(before, state=LetterState.PENDING), after)


class SentBeforeSending(Delivery):
    """Marks the letter as sent, then sends it."""

    def _commit_sending(self, tx, letter):
        sending = super()._commit_sending(tx, letter)
        if sending is not None:
            tx.letters.update_if_unchanged(sending, replace(sending, state=LetterState.SENT))
        return sending


class SettlesNothing(Delivery):
    """Forgets an answer that could not be put on record. Only the next start would notice."""

    async def _record_outcome(self):
        unsettled, self._unsettled = self._unsettled, None
        if unsettled is not None:
            before, after, now = unsettled
            await self._store.run_write(lambda tx: self._settle_letter(tx, before, after, now))


def retries_sending(daemon, tx):
    """Takes a letter found in `sending` for one that has not left."""
    tx.connection.exec_driver_sql("update letter set state = 'pending' where state = 'sending'")
    begin(daemon, tx)


def no_amnesia(daemon, tx):
    """Does not ask whether the database is older than the world."""
    begin(daemon, tx)
    tx.connection.exec_driver_sql("delete from meta where key = 'amnesia_until'")


def no_gap(daemon, tx):
    """Does not ask whether the machine was set back as a whole."""
    begin(daemon, tx)
    tx.connection.exec_driver_sql("delete from meta where key = 'gap_until'")


class NoGuard(MemoryGuard):
    """Remembers nothing outside the database."""

    def record_send_seq(self, send_seq: int) -> None:
        super().record_send_seq(1)

    def bind_database(self, database: str, send_seq: int) -> None:
        self.database, self.send_seq = database, 1


MUTANTS = {
    "seen before it is decided": Parts(intake=SeenFirst),
    "a high-water mark": Parts(intake=HighestUid),
    "one inquiry a Message-ID": Parts(intake=OneInquiryAnId),
    "no identity": Parts(intake=NoIdentity),
    "own letters not known": Parts(intake=OwnUnknown),
    "no `sending`": Parts(delivery=NoSending),
    "sent before sending": Parts(delivery=SentBeforeSending),
    "an answer that is forgotten": Parts(delivery=SettlesNothing),
    "`sending` is tried again": Parts(start=retries_sending),
    "no age gate": Parts(limits=AcknowledgementLimits(max_age=timedelta(days=3650))),
    "no amnesia": Parts(start=no_amnesia),
    "no gap rule": Parts(start=no_gap),
    "no guard": Parts(guard=NoGuard),
    "no last look": Parts(last_look=False),
}
