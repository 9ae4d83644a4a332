"""Deliberate breakages of what is done about servers with habits, and about contacts that nobody has written to."""

from __future__ import annotations

from dataclasses import replace

from tests.simulation.parts import Parts
from watcher.core.message.model import FolderRole
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import ComposedLetter, LetterKind
from watcher.edge.imap.mailbox import MailboxError
from watcher.service import leads
from watcher.service.intake import Intake
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


class SilentAboutFolders(Intake):
    """Says nothing of a folder that cannot be opened."""

    async def _record_looks(self, looked, unread, folders):
        await super()._record_looks([*looked, *unread], {}, folders)


class SentMailIsAll(Intake):
    """Takes a look at the sent mail for one at the mailbox."""

    async def scan_folders(self, roles=(FolderRole.SENT, FolderRole.INBOX), **rest):
        count = await super().scan_folders(roles, **rest)
        if not self._is_sent_folder_missing:
            await self._clear_incidents()
        return count


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


HABIT_MUTANTS = {
    "a silent bell is believed": Parts(intake=BelievesTheBell),
    "a silent server is never left alone": Parts(intake=NeverRests),
    "a bell is never trusted again": Parts(intake=TrustsNoBell),
    "one folder is the mailbox": Parts(intake=OneFolderIsAll),
    "a folder that refuses is not told": Parts(intake=SilentAboutFolders),
    "a look at the sent mail is a whole one": Parts(intake=SentMailIsAll),
    "no mail is a contact's": Parts(intake=NoMailIsTheirs),
    "contacts are acknowledged": Parts(import_contacts=acknowledges_contacts),
    "a contact is imported anew": Parts(import_contacts=imports_anew),
    "no nag about contacts": Parts(import_contacts=nags_about_no_contact),
}
