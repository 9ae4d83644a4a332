"""In a thread that is known, a customer's words count, whatever transport wrote around them.

Relays, help desks and forwarding rules mark what persons write as automatic, and mail without a return path comes from phones
as well. Only a machine's own forms (reports, receipts, declared automatic replies) and its own words are no customer's.
"""

from __future__ import annotations

from watcher.core.inquiry.model import LinkedInquiry, Strength
from watcher.core.message.model import Facts, MessageKind
from watcher.core.rules import authentication, calendars, phrases
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict

#: What is a machine's by its form, or ours.
_PROOFS = frozenset(
    {
        SuppressionCode.OWN_MESSAGE,
        SuppressionCode.OWN_ADDRESS,
        SuppressionCode.LOOP_COUNT,
        SuppressionCode.MDN,
        SuppressionCode.FEEDBACK_REPORT,
        SuppressionCode.MACHINE_REPORT,
        SuppressionCode.DSN,
        SuppressionCode.DAEMON_SENDER,
        SuppressionCode.DSN_LIKE,
        SuppressionCode.VENDOR_AUTO,
        SuppressionCode.NOT_INQUIRY,
    }
)
_HIDDEN_KINDS = frozenset({MessageKind.AUTOMATIC, MessageKind.BULK, MessageKind.SPAM})


def may_be_customers(facts: Facts, verdict: Verdict) -> bool:
    """May a message that would not be tracked be a customer's, if its thread is known? A rule's word stands."""
    return (
        verdict.kind in _HIDDEN_KINDS
        and not verdict.rule
        and (bool(facts.in_reply_to) or bool(facts.references))
        and _PROOFS.isdisjoint(verdict.codes)
        and not _is_declared_reply(facts)
        and (bool(facts.own_text.strip()) or bool(facts.attachments))
        and not (facts.calendar_method and not calendars.has_persons_words(facts))
    )


def _is_declared_reply(facts: Facts) -> bool:
    """Auto-Submitted: auto-replied is an answer by machine (RFC 3834 § 5); auto-generated says no more than who relayed it."""
    return any(value.strip().casefold().startswith("auto-replied") for value in facts.headers.get("auto-submitted", ()))


def is_customers(facts: Facts, linked: LinkedInquiry) -> bool:
    """Does one of those who asked write on, under an id of the thread?"""
    asked = {address for turn in linked.turns for address in turn.addresses} | set(linked.inquiry.reach)
    return (
        linked.strength is Strength.STRONG
        and not linked.is_inferred
        and any(author.key in asked for author in facts.from_)
    )


def is_strangers(facts: Facts, linked: LinkedInquiry) -> bool:
    """Does nobody write who asked there, and nobody of their organisation? A provider's domain makes no organisation."""
    asked = {address for turn in linked.turns for address in turn.addresses} | set(linked.inquiry.reach)
    houses = {authentication.organisational_domain(domain) for domain in _own_domains(asked)}
    return not any(
        author.key in asked or authentication.organisational_domain(author.domain) in houses for author in facts.from_
    )


def _own_domains(addresses: set[str]) -> set[str]:
    return {address.rpartition("@")[2] for address in addresses} - phrases.FREE_MAIL_DOMAINS


def is_automatic_reply(facts: Facts, verdict: Verdict, subjects: tuple[str, ...]) -> bool:
    """Is an answer to our mail a machine's? `subjects`: those of the inquiries it may belong to.

    A subject that begins "Auto:" is a machine's unless the thread was called so before, or a reply prefix stands before it:
    machines put their words first. A calendar that accepts what we proposed, without a word of its owner's, wants nothing (RFC 5546
    § 3.2.3); one that declines leaves them without an appointment, and is theirs.
    """
    if verdict.is_machines_answer:
        return True
    if _accepts_without_words(facts):
        return True
    if SuppressionCode.AUTO_SUBJECT not in verdict.codes or facts.has_prefix:
        return False
    return facts.base_subject.casefold() not in {subject.casefold() for subject in subjects}


def _accepts_without_words(facts: Facts) -> bool:
    """Calendars put what they say into a file as well ("invite.ics"); any other file is a person's."""
    files_of_calendar = all(name.casefold().endswith(("ics", "text/calendar")) for name in facts.attachments)
    return facts.calendar_answer == "ACCEPTED" and files_of_calendar and not calendars.has_persons_words(facts)
