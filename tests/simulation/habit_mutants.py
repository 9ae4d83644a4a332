"""Deliberate breakages of what is done about servers with habits, and about contacts that nobody has written to."""

from __future__ import annotations

from dataclasses import replace

from tests.simulation.house import TEMPLATE_SOURCES
from tests.simulation.parts import Parts
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import FolderRole
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import ComposedLetter, LetterKind
from watcher.edge.imap.mailbox import MailboxError
from watcher.service import leads
from watcher.service.delivery import Delivery
from watcher.service.digest_writer import DigestWriter
from watcher.service.intake import Intake
from watcher.service.look_record import LookRecord
from watcher.service.message_intake import MessageIntake

# --- servers


class BelievesTheBell(Intake):
    """Waits for the bell as long as it is configured, whether or not it ever rang."""

    async def _look_once(self, end):
        await super()._look_once(end)
        return self.config.poll_seconds


class NeverRests(Intake):
    """Looks at a server that does not ring as often as it can."""

    async def _look_once(self, end):
        wait = await super()._look_once(end)
        return wait if wait == self.config.poll_seconds else 1.0


class TrustsNoBell(Intake):
    """Takes the clock for as short as it was, whatever has rung since."""

    async def _look_once(self, end):
        before = await self._store.run_read(lambda tx: tx.get_meta(f"doorbell:{self.name}"))
        wait = await super()._look_once(end)
        if before is not None:
            await self._store.run_write(lambda tx: tx.set_meta(f"doorbell:{self.name}", before))
        return wait


class OneFolderIsAll(Intake):
    """Takes a folder that refuses for a server that does."""

    async def _scan_folder(self, name, role, end):
        try:
            return await super()._scan_folder(name, role, end)
        except MailboxError as error:
            raise MailboxError(str(error), "network") from None


class _HidesFolders(LookRecord):
    def store(self, tx, now, ending=None):
        self.looked, self.unread = [*self.looked, *self.unread], {}
        super().store(tx, now, ending)


class SilentAboutFolders(Intake):
    """Says nothing of a folder that cannot be opened."""

    look_record_type = _HidesFolders


class SentMailIsAll(Intake):
    """Takes a look at the sent mail for one at the mailbox."""

    async def scan_folders(self, roles=(FolderRole.SENT, FolderRole.INBOX), **rest):
        count = await super().scan_folders(roles, **rest)
        if not self._is_sent_folder_missing:
            await self._clear_incidents()
        return count


class _LooksForMore(LookRecord):
    def __init__(self, mailbox, folders, wanted):
        super().__init__(mailbox, {**folders, "another": FolderRole.INBOX}, wanted)


class KeepsNoLooks(Intake):
    """Never says when all of a mailbox was seen."""

    look_record_type = _LooksForMore


class SilentAboutReaders(Delivery):
    """Says nothing where a server refuses mail to one of the people."""

    def _settle_letter(self, tx, before, after, now):
        super()._settle_letter(tx, before, after, now)
        tx.connection.exec_driver_sql("delete from incident where kind = 'reader-refused'")


# --- strangers


class _ReadsNoRole(MessageIntake):
    def process_missing(self, tx, folder, place, now):
        return super().process_missing(tx, replace(folder, role=FolderRole.INBOX), place, now)


class EveryGhostAnInquiry(Intake):
    """Takes whatever is not handed out for a customer's."""

    message_intake_type = _ReadsNoRole


class _ReadsNoWords(MessageIntake):
    def _load_situation(self, tx, folder, place, classified, *rest):
        found = super()._load_situation(tx, folder, place, classified, *rest)
        known = [
            entry
            for entry in tx.ledger.inbox_entries_by_message_id(classified[0].message_id)
            if entry.sender == classified[0].author.email
        ]
        return replace(found, copy_of=found.copy_of or (str(known[0].locator.uid) if known else ""))


class TwinsAreOne(Intake):
    """Takes what has the id and the sender of another mail for that mail."""

    message_intake_type = _ReadsNoWords


class ReadsOtherwise(MessageIntake):
    """Changes what was read of each message, or how it was judged."""

    def classify_arrivals(self, arrivals):
        results = super().classify_arrivals(arrivals)
        return [self.change_result(arrival, result) for arrival, result in zip(arrivals, results, strict=True)]


class _KnowsNoSubject(ReadsOtherwise):
    def change_result(self, arrival, result):
        if arrival.role is FolderRole.INBOX or not isinstance(result, tuple):
            return result
        return replace(result[0], base_subject="", subject=""), result[1]


class IdsAlone(Intake):
    """Knows a reply by the ids that it names, and by nothing else."""

    message_intake_type = _KnowsNoSubject


class BelievesReports(Delivery):
    """Counts every report that a letter came back, whoever's letter it was."""

    def _count_acknowledgements(self, tx, letter, now):
        rows = tx.connection.exec_driver_sql("select sender from ledger where sender like 'MAILER-DAEMON@%'").all()
        rates = super()._count_acknowledgements(tx, letter, now)
        return replace(rates, bounced_hour=[*rates.bounced_hour, *(row[0] for row in rows)])


class NumbersByPlace(DigestWriter):
    """Numbers what a digest lists from one on."""

    @property
    def config(self):
        return self._config

    @config.setter
    def config(self, config):
        by_place = TEMPLATE_SOURCES["digest.txt"].replace("{{ item.number }}", "{{ loop.index }}")
        self._config = replace(config, templates=TemplateSet({**TEMPLATE_SOURCES, "digest.txt": by_place}))


# --- contacts


class _KnowsNoContact(MessageIntake):
    def _load_situation(self, *rest):
        found = super()._load_situation(*rest)
        return replace(found, conversation=replace(found.conversation, leads=()))


class NoMailIsTheirs(Intake):
    """Does not see that mail goes to a contact, or comes from one."""

    message_intake_type = _KnowsNoContact


def acknowledges_contacts(tx, contacts, target, now):
    """Promises an answer to whoever is imported."""
    imported = leads.import_contacts(tx, contacts, target, now)
    for row in imported:
        if row.inquiry:
            data = f"From: sales@example.com\r\nTo: {row.contact.address.email}\r\nSubject: Yes\r\n\r\nYou hear from us.\r\n".encode()
            name = f"ack{row.inquiry}@example.com"
            composed = ComposedLetter("sales@example.com", row.contact.address.email, name, data)
            key = f"ack:{target.policy.mailbox}:{row.contact.address.key}:{name}"
            letter = letter_state.queued(LetterKind.ACKNOWLEDGEMENT, key, target.policy.mailbox, composed, now)
            tx.letters.add_to_queue(replace(letter, inquiry=row.inquiry))
    return imported


def imports_anew(tx, contacts, target, now):
    """Does not know a line again."""
    tx.connection.exec_driver_sql("delete from thread where message_id like 'contact:%'")
    tx.connection.exec_driver_sql("update inquiry set state = 'dismissed' where fingerprint like 'lead:%'")
    return leads.import_contacts(tx, contacts, target, now)


def nags_about_no_contact(tx, contacts, target, now):
    """Keeps a list that nobody is reminded of."""
    imported = leads.import_contacts(tx, contacts, target, now)
    tx.connection.exec_driver_sql("update inquiry set next_nag_at = null where fingerprint like 'lead:%'")
    return imported


class AsksOnce(Delivery):
    """What a message answers was unknown when it came, and stays so."""

    def _answers_our_mail(self, tx, letter):
        return False


HABIT_MUTANTS = {
    "a silent bell is believed": Parts(intake=BelievesTheBell),
    "a silent server is never left alone": Parts(intake=NeverRests),
    "a bell is never trusted again": Parts(intake=TrustsNoBell),
    "one folder is the mailbox": Parts(intake=OneFolderIsAll),
    "a folder that refuses is not told": Parts(intake=SilentAboutFolders),
    "a look at the sent mail is a whole one": Parts(intake=SentMailIsAll),
    "no look is on record": Parts(intake=KeepsNoLooks),
    "a reader who is refused is not told": Parts(delivery=SilentAboutReaders),
    "every ghost is an inquiry": Parts(intake=EveryGhostAnInquiry),
    "twins are one": Parts(intake=TwinsAreOne),
    "replies are known by ids alone": Parts(intake=IdsAlone),
    "every report is believed": Parts(delivery=BelievesReports),
    "what was unknown is not asked again": Parts(delivery=AsksOnce),
    "numbers by place": Parts(writer=NumbersByPlace),
    "no mail is a contact's": Parts(intake=NoMailIsTheirs),
    "contacts are acknowledged": Parts(import_contacts=acknowledges_contacts),
    "a contact is imported anew": Parts(import_contacts=imports_anew),
    "no nag about contacts": Parts(import_contacts=nags_about_no_contact),
}
