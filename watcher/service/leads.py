"""Contacts of a file → inquiries that wait for the first mail to them; and the mail that they were sent before anybody imported them.

Decides nothing itself: fetches what is known, asks `core.inquiry.leads`, stores the answer. The daemon may run meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watcher.core.contacts.model import Contact
from watcher.core.inquiry import leads, old_mail, threads, ties
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.leads import ImportedLead, KnownContact
from watcher.core.inquiry.model import MessageDecision, Turn
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import FetchedMessage, FolderRole, MessageKind, Unreadable
from watcher.edge.imap.mailbox import Mailbox
from watcher.edge.store.store import Store, Transaction
from watcher.service import conversation
from watcher.service.message_intake import NO_KEY, IntakeConfig, MessageIntake
from watcher.service.recent_mail import ProgressCallback, read_recent_mail


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """Where the contacts of a file go. `owner`: of those for whom the file names nobody."""

    policy: Policy
    people: Mapping[str, Person]
    owner: str


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """What became of a contact. `inquiry`: the one it is now; 0: it would be one, in a trial; None: none by this import. `is_problem`:
    somebody should look at the line."""

    contact: Contact
    text: str
    owner: str = ""
    inquiry: int | None = None
    is_problem: bool = False


def import_contacts(
    tx: Transaction, contacts: Sequence[Contact], target: ImportTarget, now: datetime, *, is_trial: bool = False
) -> list[ImportedContact]:
    """Every contact, in the caller's transaction. `is_trial`: nothing is stored, and no inquiry has a number."""
    imported = tx.threads.inquiries_by_thread_key([leads.identify_contact(contact) for contact in contacts])
    waiting = tx.inquiries.open_by_customer({contact.address.key for contact in contacts})
    results = []
    for contact in contacts:
        owner = leads.find_owner(target.people, contact.owner) if contact.owner else target.owner
        numbers = imported.get(leads.identify_contact(contact))
        known = KnownContact(numbers[0] if numbers else None, waiting.get(contact.address.key))
        outcome = leads.decide_contact(contact, owner, known, target.policy, now)
        number = None if outcome.lead is None else 0 if is_trial else _store_lead(tx, outcome.lead, now)
        results.append(ImportedContact(contact, outcome.text, owner or "", number, outcome.is_problem))
    return results


def _store_lead(tx: Transaction, lead: ImportedLead, now: datetime) -> int:
    """The number of its inquiry."""
    number = tx.inquiries.save_with_journal(lead.inquiry, lead.journal, now).number
    tx.threads.replace_turns(number, [lead.question])
    tx.threads.link_thread_keys(lead.thread_keys, number)
    return number


# --- mail that they were sent before


async def read_sent_mail(
    config: IntakeConfig,
    store: Store,
    span: tuple[datetime, datetime],
    mailbox: Mailbox,
    on_progress: ProgressCallback,
) -> list[int]:
    """The inquiries that mail in the folders of sent mail answers, which the daemon may have seen before there was one. Reads only.

    `span`: since when, and now. `on_progress`: messages of a batch, of how many. MailboxError, StoreError.
    """
    since, now = span
    answered: list[int] = []
    async for arrivals in read_recent_mail(mailbox, FolderRole.SENT, since, on_progress):
        mails = [mail for arrival in arrivals if (mail := read_sent_arrival(arrival, config)) is not None]
        with store.write_transaction() as tx:
            answered += [number for mail in mails for number in answer_leads_by_mail(tx, mail, config.policy, now)]
    return answered


@dataclass(frozen=True, slots=True)
class SentMail:
    """What a mail among sent mail may answer, and as what."""

    names: ties.MessageTies
    turn: Turn


def read_sent_arrival(arrival: FetchedMessage, config: IntakeConfig) -> SentMail | None:
    """None where it is no person's mail to anybody."""
    result = MessageIntake(config, NO_KEY).classify_arrival(arrival)
    if isinstance(result, Unreadable):
        return None
    message, verdict = old_mail.correct_instant(result[0]), result[1]
    own, phrases = config.policy.own_addresses, config.policy.phrases
    turn = threads.build_answer_turn(message, verdict.codes, FolderRole.SENT, own, phrases)
    return None if isinstance(turn, str) else SentMail(ties.read_ties(message, verdict, FolderRole.SENT), turn)


def answer_leads_by_mail(tx: Transaction, mail: SentMail, policy: Policy, now: datetime) -> list[int]:
    """The leads that a mail among sent mail answers, stored in the caller's transaction; [] where it answers none."""
    found = conversation.load_leads(tx, mail.names, tx.threads.inquiries_by_thread_key(mail.names.lead_keys))
    if not found or tx.letters.find_by_message_id(mail.turn.ids) is not None:  # Watcher's own letters answer nobody
        return []
    returned = tx.threads.bounced_replies_by_id(mail.turn.ids)
    sent = MessageDecision(MessageKind.OUTGOING, "", turn=mail.turn)
    answered = leads.answer_leads(sent, found, returned, policy, now).answered_leads
    for lead in answered:
        conversation.store_answered_lead(tx, lead, now)
    return leads.list_answered(answered)
