"""Deliberate breakages of the protocol, each of which the simulation must see. A test that cannot fail is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.simulation.habit_mutants import HABIT_MUTANTS, ReadsOtherwise
from tests.simulation.parts import MemoryGuard, Parts, begin
from tests.simulation.people import ANNA
from tests.simulation.renewals import RENEWAL_MUTANTS
from watcher.core.health import sent_folders
from watcher.core.inquiry import decide, due
from watcher.core.inquiry.model import AcknowledgementLimits, InquiryState
from watcher.core.message.model import NO_REPORT, Address, FolderRole
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterKind, LetterState, Refused, SmtpPhase
from watcher.edge.store.store import StoreError
from watcher.service import fresh_start, recovery
from watcher.service.delivery import Delivery
from watcher.service.digest_writer import DigestWriter
from watcher.service.intake import Intake
from watcher.service.message_intake import MessageIntake
from watcher.service.reminders import Reminders


class SeenFirst(Intake):
    """Marks messages as seen in a transaction of its own, then decides them."""

    async def _process_messages(self, folder, uidvalidity, uids):
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
    def _load_situation(self, tx, folder, place, classified, *rest):
        found = super()._load_situation(tx, folder, place, classified, *rest)
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


class _KnowsNoId(MessageIntake):
    def _load_situation(self, *rest):
        found = super()._load_situation(*rest)
        return replace(found, conversation=replace(found.conversation, same_id=()))


class EveryCopyAnInquiry(Intake):
    """Two messages that differ by a line are two, whatever id and sender they have."""

    message_intake_type = _KnowsNoId


class NoIdentity(Intake):
    """A message is its place: moved or numbered anew, it is another one."""

    message_intake_type = _PlaceIsIdentity


class _KnowsNoLetter(MessageIntake):
    def _recognise_own_letter(self, tx, role, place, message, now):
        return False


class _BelievesMarks(MessageIntake):
    def _recognise_own_letter(self, tx, role, place, message, now):
        return "x-watcher-ref" in message.headers or super()._recognise_own_letter(tx, role, place, message, now)


class AMarkIsEnough(Intake):
    """Takes whatever bears the mark of a letter of ours for that letter."""

    message_intake_type = _BelievesMarks


class OwnUnknown(Intake):
    """Does not know its own letters when it meets them."""

    message_intake_type = _KnowsNoLetter


class _BelievesEveryFolder(ReadsOtherwise):
    def change_result(self, arrival, result):
        if arrival.role is FolderRole.INBOX or not isinstance(result, tuple):
            return result
        return replace(result[0], from_=(Address(ANNA),)), result[1]


class EveryFolderAnew(Intake):
    """Takes whatever lies in a folder that it sees for the first time for old."""

    def _read_since(self, tx, role, now):
        return recovery.reread_mail_since(tx, now)


class _BelievesTheServer(MessageIntake):
    def classify_arrivals(self, arrivals):
        return super().classify_arrivals(
            [replace(arrival, raw=self._without_dates(arrival.raw)) for arrival in arrivals]
        )

    def _without_dates(self, raw):
        return raw.replace(b"Date: Tue, 14 Mar 2023", b"Comment: ").replace(b"Received: ", b"Comment: ")


class NewIsWhatTheServerSays(Intake):
    """Asks nobody but INTERNALDATE how old a message is."""

    message_intake_type = _BelievesTheServer


class _CountsTries(MessageIntake):
    def process_missing(self, tx, folder, place, now):
        super().process_missing(tx, folder, place, now)
        tries = tx.connection.exec_driver_sql("select max(tries) from missing where uid = ?", (place.uid,)).scalar()
        return tries >= 3 and super().process_missing(tx, folder, place, now + timedelta(hours=1))


class PatienceIsTries(Intake):
    """Gives up a message that was not handed out three times, within a minute or not."""

    message_intake_type = _CountsTries


class _ReadsNoReport(ReadsOtherwise):
    def change_result(self, arrival, result):
        is_ours = isinstance(result, tuple) and ANNA in result[0].delivery_report.recipients
        return (replace(result[0], delivery_report=NO_REPORT), result[1]) if is_ours else result


class ReportsUnread(Intake):
    """Does not read that a digest of its own came back."""

    message_intake_type = _ReadsNoReport


class WhoeverIsFiled(Intake):
    """Takes whatever lies among the sent mail for a reply of the house."""

    message_intake_type = _BelievesEveryFolder


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


class PromisesOfYesterday(Delivery):
    """Sends an acknowledgement as it was written, however late."""

    def __init__(self, *parts, hooks):
        super().__init__(*parts, hooks=replace(hooks, rewrite_acknowledgement=lambda tx, letter, now: letter.data))


class BlamesTheLetter(Delivery):
    """Takes every refusal for the letter's fault."""

    async def _send_letter(self, letter):
        outcome, letter = await super()._send_letter(letter)
        return (replace(outcome, phase=SmtpPhase.LETTER) if isinstance(outcome, Refused) else outcome), letter


class CountsAtQueueing(Reminders):
    """Takes whatever a digest was written about for told."""

    def _count_told_nags(self, tx, duty, now):
        rows = tx.connection.exec_driver_sql(
            "select distinct number from inquiry join digest_line on inquiry = number where state = 'waiting' "
            "and since = waiting_since and nag = nags + 1"
        ).all()
        for (number,) in rows:
            change = due.count_told_nag(duty, tx.inquiries.get(number), now, (), now)
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)


class CountsNothing(Reminders):
    """Never asks what the digests have told."""

    def _count_told_nags(self, tx, duty, now):
        return None


class CountsWaitBefore(Reminders):
    """Takes what was told of an earlier wait, since the same instant, for told of this one."""

    def _count_told_nags(self, tx, duty, now):
        rows = tx.connection.exec_driver_sql(
            "select distinct number from inquiry join digest_line on digest_line.inquiry = number "
            "join letter on letter.id = digest_line.letter where inquiry.state = 'waiting' and letter.state = 'sent'"
            " and since = waiting_since and nag = nags + 1"
        ).all()
        for (number,) in rows:
            change = due.count_told_nag(duty, tx.inquiries.get(number), now, (), now)
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)


class CountsWhatWaits(Reminders):
    """Counts a nag of what is put off when that is over, as if it had just been told."""

    def _count_told_nags(self, tx, duty, now):
        for nag in tx.letters.list_uncounted_nags():
            inquiry = tx.inquiries.get(nag.inquiry)
            if inquiry.state is InquiryState.WAITING:
                change = due.count_told_nag(duty, inquiry, now, (), now)
                tx.inquiries.save_with_journal(change.inquiry, change.journal, now)


class ForgetsTheRest(DigestWriter):
    """Lists what has room, and the rest never."""

    def _compose_digest(self, tx, duty, draft, mailbox, now):
        few = replace(draft, waiting=draft.waiting[:3], lines=draft.lines[:3])
        return super()._compose_digest(tx, duty, few, mailbox, now)


class ShownAtQueueing(DigestWriter):
    """Takes what a digest sets out for a glance for shown when it is written."""

    def queue_digest(self, tx, duty, plan, now):
        queued = super().queue_digest(tx, duty, plan, now)
        tx.reviews.record_reviews_shown(tx.letters.find_newest(plan.person.name, LetterKind.DIGEST).id, now)
        return queued


class ShownForEver(Delivery):
    """Does not put on record what a digest has shown."""

    def _settle_letter(self, tx, before, after, now):
        super()._settle_letter(tx, before, after, now)
        tx.connection.exec_driver_sql("update review set shown_at = null")


class OneBadApple(Intake):
    """Does not look for the one message of a batch that the database refuses."""

    async def _store_alone(self, folder, classified):
        raise StoreError("database: it refuses these values")


class MissesNoReply(Intake):
    """Never asks whether any reply was seen."""

    async def _judge_sent_mail(self):
        return None


class UnseenForEver(Intake):
    """Does not notice that a mailbox is seen again."""

    async def _clear_incidents(self):
        return None


class _FirstLookOwns(MessageIntake):
    def _decide_copy(self, tx, role, place, result, decision, now):
        return decision


class FirstLookOwns(Intake):
    """Leaves an inquiry with whichever mailbox was looked at first."""

    message_intake_type = _FirstLookOwns


class OneRoad(DigestWriter):
    """Sends a digest by the account of the first inquiry in it, whether or not that can send."""

    def duty_roster(self, tx, now):
        return replace(super().duty_roster(tx, now), blocked=frozenset())


def find_marked_folder(folders):
    """Watches the folder that the server marks, where it marks one."""
    return [folder.name for folder in folders if "\\sent" in folder.attributes] or sent_folders.find_sent_folders(
        folders
    )


def adopts_nothing(daemon, tx):
    """Takes another name for another mailbox."""
    for box in daemon.house.identities():
        tx.mailboxes.record_identity(box)


def remembers_incidents(daemon, tx):
    """Believes at a start what was wrong before it."""
    fresh_start.replan_waiting(tx, daemon.house.policies(), daemon.clock.now())


def replans_nothing(daemon, tx):
    """Leaves what waits to the steps of the day on which it came."""
    fresh_start.forget_old_incidents(tx, daemon.house.policies(), daemon.house.people())


def retries_nothing(daemon):
    """Waits for its interval, whatever was mended."""


def dismisses_for_all(tx, inquiry, command, policies, now):
    """Who dismisses an inquiry speaks for every mailbox in which the mail lies."""
    decision = decide.apply_command(inquiry, command, decide.policy_of(policies, inquiry.mailbox), now)
    tx.inquiries.save_with_journal(decision.inquiry, decision.journal, now)
    return decision


def retries_sending(daemon, tx):
    """Takes a letter found in `sending` for one that has not left."""
    tx.connection.exec_driver_sql("update letter set state = 'pending' where state = 'sending'")
    begin(daemon, tx)


def never_unknown(daemon, tx):
    """Does not ask whether the database is older than the world."""
    begin(daemon, tx)
    tx.connection.exec_driver_sql(f"delete from meta where key = '{recovery.HISTORY_LOST_AT}'")


def no_gap(daemon, tx):
    """Does not ask whether the machine was set back as a whole."""
    begin(daemon, tx)
    tx.connection.exec_driver_sql(f"delete from meta where key = '{recovery.UNCLEAN_START_AT}'")


class CountsOnly(MemoryGuard):
    """Counts letters and does not say which one it counted last."""

    def _count(self, send_seq: int, in_flight: str) -> None:
        super()._count(send_seq, "")


class NoGuard(MemoryGuard):
    """Remembers nothing outside the database."""

    def _count(self, send_seq: int, in_flight: str) -> None:
        super()._count(1, "")

    def bind_database(self, database: str, send_seq: int) -> None:
        self.database, self.send_seq, self.asked_seq = database, 1, 1


MUTANTS = {
    **RENEWAL_MUTANTS,
    **HABIT_MUTANTS,
    "seen before it is decided": Parts(intake=SeenFirst),
    "a high-water mark": Parts(intake=HighestUid),
    "one inquiry a Message-ID": Parts(intake=OneInquiryAnId),
    "no identity": Parts(intake=NoIdentity),
    "own letters not known": Parts(intake=OwnUnknown),
    "every folder is a baseline": Parts(intake=EveryFolderAnew),
    "INTERNALDATE alone": Parts(intake=NewIsWhatTheServerSays),
    "patience is tries": Parts(intake=PatienceIsTries),
    "reports about digests are not read": Parts(intake=ReportsUnread),
    "whoever is filed among sent mail": Parts(intake=WhoeverIsFiled),
    "an inquiry for every copy": Parts(intake=EveryCopyAnInquiry),
    "a mark is enough": Parts(intake=AMarkIsEnough),
    "a nag counts when it is written": Parts(reminders=CountsAtQueueing),
    "a nag counts never": Parts(reminders=CountsNothing),
    "a nag is of whatever wait": Parts(reminders=CountsWaitBefore),
    "a nag that becomes known late is one of now": Parts(reminders=CountsWhatWaits),
    "what has no room is forgotten": Parts(writer=ForgetsTheRest),
    "a glance counts when it is written": Parts(writer=ShownAtQueueing),
    "a glance never ends": Parts(delivery=ShownForEver),
    "no `sending`": Parts(delivery=NoSending),
    "sent before sending": Parts(delivery=SentBeforeSending),
    "an answer that is forgotten": Parts(delivery=SettlesNothing),
    "promises of yesterday": Parts(delivery=PromisesOfYesterday),
    "every refusal is the letter's": Parts(delivery=BlamesTheLetter),
    "`sending` is tried again": Parts(start=retries_sending),
    "no age gate": Parts(limits=AcknowledgementLimits(max_age=timedelta(days=3650))),
    "history never unknown": Parts(start=never_unknown),
    "no gap rule": Parts(start=no_gap),
    "the guard names no letter": Parts(guard=CountsOnly),
    "no guard": Parts(guard=NoGuard),
    "no last look": Parts(last_look=False),
    "one message stops a mailbox": Parts(intake=OneBadApple),
    "no reply is missed": Parts(intake=MissesNoReply),
    "unseen for ever": Parts(intake=UnseenForEver),
    "whoever looks first": Parts(intake=FirstLookOwns),
    "dismissed for all": Parts(obey=dismisses_for_all),
    "one road": Parts(writer=OneRoad),
    "the marked folder alone": Parts(find_sent_folders=find_marked_folder),
    "a name is the mailbox": Parts(adopt=adopts_nothing),
    "an incident of the run before": Parts(afresh=remembers_incidents),
    "steps of the run before": Parts(afresh=replans_nothing),
    "a reload retries nothing": Parts(retry=retries_nothing),
}
