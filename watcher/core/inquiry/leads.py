"""Contacts that somebody must write to: an inquiry without a mail, until one of the house's goes to that address.

A lead has no thread. What ties it to mail is the address alone, and only as long as nobody has written: any mail of the house to that
address ends it, in whatever conversation it stands, also one that only promises something, for nothing was asked. The first mail of
the lead joins it: the inquiry keeps its number and its owner, and is a customer's like any other from then on, acknowledged where all
that forbids it says nothing. Order does not matter: a mail that was sent after they were met counts whenever it is seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from watcher.core.contacts.model import Contact
from watcher.core.hours import require_time_zone
from watcher.core.inquiry import ties
from watcher.core.inquiry.decide import Policy, start_ladder
from watcher.core.inquiry.inquiry_update import describe_change, known_turns, update_from_turns
from watcher.core.inquiry.model import (
    LEAD_FINGERPRINT,
    REOPENED,
    AnsweredLead,
    BouncedReply,
    Inquiry,
    InquiryChange,
    InquiryState,
    JournalNote,
    LinkedInquiry,
    MessageDecision,
    Turn,
    TurnKind,
)
from watcher.core.inquiry.roster import Person
from watcher.core.inquiry.thread_status import merge_turns
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.rules.codes import SuppressionCode

LEAD_TAG = "lead"
MAX_SUBJECT_CHARS = 80


# --- a contact becomes one


@dataclass(frozen=True, slots=True)
class KnownContact:
    """What the store knows of a contact: the inquiry it was made before, and one of theirs that is open."""

    imported_as: int | None = None
    open_inquiry: int | None = None


class ImportedLead(NamedTuple):
    """A new inquiry and what leads to it."""

    inquiry: Inquiry
    question: Turn
    thread_keys: tuple[str, ...]
    journal: tuple[JournalNote, ...]


class ContactOutcome(NamedTuple):
    """What becomes of one line: a lead, or why none. `is_problem`: somebody should look at the line."""

    text: str
    lead: ImportedLead | None = None
    is_problem: bool = False


def identify_contact(contact: Contact) -> str:
    """By what the same line is known again: the address and when they were met; where that is not said, the note."""
    what = contact.met_at.isoformat() if contact.met_at is not None else contact.note
    digest = hashlib.sha256(f"{contact.address.key}\n{what}".encode())
    return f"contact:{digest.hexdigest()}"


def find_owner(people: Mapping[str, Person], written: str) -> str | None:
    """The person of the house that a file names by name or address; None where nobody is called so."""
    wanted = written.strip().casefold()
    return next(
        (
            name
            for name, person in people.items()
            if wanted in (name.casefold(), person.address.name.casefold(), *person.own_addresses)
        ),
        None,
    )


def decide_contact(
    contact: Contact, owner: str | None, known: KnownContact, policy: Policy, now: datetime
) -> ContactOutcome:
    """What becomes of one line of a file. `owner`: None where the file names nobody of the house."""
    who = contact.address.email
    if known.imported_as is not None:
        return ContactOutcome(f"{who} is inquiry {known.imported_as} already")
    if owner is None:
        return ContactOutcome(f"there is no person {contact.owner[:40]!r} in the configuration", is_problem=True)
    if contact.address.key in policy.own_addresses.addresses:
        return ContactOutcome(f"{who} is one of the house's own addresses", is_problem=True)
    if known.open_inquiry is not None:
        return ContactOutcome(f"{who} waits already, as inquiry {known.open_inquiry}", is_problem=True)
    return ContactOutcome(f"{who} is to be written to", _open_lead(contact, owner, policy, now))


def _open_lead(contact: Contact, owner: str, policy: Policy, now: datetime) -> ImportedLead:
    """It waits since they were met. The ladder begins now, since nobody was asked for anything before; and nothing was promised."""
    require_time_zone(now)
    met_at = min(contact.met_at or now, now)
    reach = (contact.address.key,)
    # No message has such a one; and an address stands once in a file, so that no two contacts of one instant share it.
    key = LEAD_FINGERPRINT + hashlib.sha256(f"{identify_contact(contact)}\n{now.isoformat()}".encode()).hexdigest()[:48]
    subject = clean_foreign_text(contact.note, MAX_SUBJECT_CHARS)
    question = Turn(
        key=key,
        at=met_at,
        kind=TurnKind.QUESTION,
        by=contact.address.email,
        addresses=frozenset(reach),
        name=contact.address.name,
        subject=subject,
    )
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=InquiryState.WAITING,
        customer=contact.address.email,
        customer_name=contact.address.name,
        reach=reach,
        subject=subject,
        message_id="",
        fingerprint=key,
        opened_at=now,
        owner=owner,
        ladder=policy.ladder,
        waiting_since=now,
        excerpt=contact.note if contact.note != subject else "",
        tags=(LEAD_TAG,),
        ack_reason=SuppressionCode.IMPORTED,
    )
    inquiry = replace(start_ladder(inquiry, policy), waiting_since=met_at)
    met = f", met {met_at.astimezone(policy.hours.zone):%Y-%m-%d}" if contact.met_at is not None else ""
    journal = (JournalNote("opened", f"imported as a contact to be written to{met}: {contact.note}".rstrip(": ")),)
    return ImportedLead(inquiry, question, (*ties.lead_thread_keys(reach), identify_contact(contact)), journal)


# --- mail of the house goes to it


def answer_leads(
    decision: MessageDecision,
    leads: Sequence[LinkedInquiry],
    returned: Mapping[str, BouncedReply],
    policy: Policy,
    now: datetime,
) -> MessageDecision:
    """The decision about a mail of the house, and what it is to the leads that it went to."""
    turn = decision.turn
    if turn is None or not leads:
        return decision
    answer = replace(turn, kind=TurnKind.ANSWER)
    answered = tuple(_answer_lead(lead, answer, returned, policy, now) for lead in leads)
    changed = [found for found in answered if found.change.inquiry is not None]
    if not changed:
        return decision
    numbers = ", ".join(str(lead.inquiry.number) for lead in leads)
    why = f"goes to {numbers}, a contact to be written to"
    return replace(
        decision,
        why=f"{decision.why}; {why}" if decision.inquiry is not None or decision.other_changes else why,
        answered_leads=tuple(changed),
    )


def list_answered(answered: Iterable[AnsweredLead]) -> list[int]:
    """The leads that wait no longer."""
    inquiries = [lead.change.inquiry for lead in answered]
    return [inquiry.number for inquiry in inquiries if inquiry is not None and inquiry.state is InquiryState.ANSWERED]


def _answer_lead(
    lead: LinkedInquiry, answer: Turn, returned: Mapping[str, BouncedReply], policy: Policy, now: datetime
) -> AnsweredLead:
    turns = known_turns(lead, answer)
    after = update_from_turns(lead.inquiry, turns, returned, policy, now)
    notes = describe_change(lead.inquiry, after, answer)
    return AnsweredLead(InquiryChange("written to", after, notes), answer)


# --- the lead writes first


def join_lead(
    opened: MessageDecision, leads: Iterable[LinkedInquiry], policy: Policy, now: datetime
) -> MessageDecision:
    """The decision that opens an inquiry of this customer, in the lead of this mailbox that waits for them; as it is where none does."""
    lead = next((lead for lead in leads if lead.inquiry.mailbox == policy.mailbox), None)
    mail, question = opened.inquiry, opened.turn
    if lead is None or mail is None or question is None:
        return opened
    turns = merge_turns(known_turns(lead), opened.turns_to_store)
    joined = replace(
        lead.inquiry,
        reach=tuple(dict.fromkeys((*lead.inquiry.reach, *mail.reach))),
        subject=mail.subject,
        message_id=mail.message_id or mail.fingerprint,
        promise_at=mail.promise_at,
        renew_at=mail.renew_at,
        language=mail.language,
        excerpt=mail.excerpt,
        tags=tuple(dict.fromkeys((*lead.inquiry.tags, *mail.tags))),
        ack_reason=mail.ack_reason,
    )
    after = update_from_turns(joined, turns, {}, policy, now, woken=True)
    notes = [JournalNote("wrote", f"{question.by}, before anybody wrote to them"), *opened.journal[1:]]
    if lead.inquiry.state is InquiryState.SNOOZED and after.state is InquiryState.WAITING:
        notes.append(JournalNote(REOPENED, "the snooze is over: they wrote"))
    return replace(opened, inquiry=after, journal=tuple(notes), turns_to_store=turns)
