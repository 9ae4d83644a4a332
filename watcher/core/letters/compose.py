"""What the acknowledgement and the alert say: template and facts → the letter. Pure: the same arguments, the same octets.

Must never repeat to the outside what a stranger wrote, unless the sender is authenticated; must never let it become a
header, markup or a link. The digest is `digest`, the weekly report `report`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.hours import Calendar
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.letters import (
    FROM_US,
    Composed,
    ComposeError,
    Draft,
    cleaned,
    has_link,
    inlined,
    message_id,
    sign,
    verify,
    write,
)
from watcher.core.letters.templates import ALERT, ITEM_NAMES, NAMES, TemplateProblems, Templates
from watcher.core.message.model import Address, Facts

__all__ = [
    "ITEM_NAMES",
    "NAMES",
    "Alert",
    "ComposeError",
    "Composed",
    "TemplateProblems",
    "Templates",
    "acknowledgement",
    "alert",
    "message_id",
    "sign",
    "verify",
]

MAX_SUBJECT = 120
MAX_TROUBLE = 300
MAX_LINES = 20


# --- the acknowledgement


def acknowledgement(
    templates: Templates,
    template: str,
    sender: Address,
    customer: Address,
    facts: Facts,
    inquiry: Inquiry,
    calendar: Calendar,
    *,
    authenticated: bool,
    key: bytes,
    letter_key: str,
    now: datetime,
    envelope: str | None = None,
) -> Composed:
    """The answer of the machine (RFC 3834 § 3): to one recipient, short, text alone.

    It repeats nothing a stranger wrote, and of an `authenticated` sender the subject at most. `envelope`: the envelope
    sender where it is not the mailbox's own address; "" is the null one (RFC 3834 § 3.3). ComposeError: the customer
    cannot be written to, or the letter would not read as it was meant.
    """
    chosen = templates.find(template, inquiry.language)
    promise = inquiry.promise_at if inquiry.promise_at is not None and inquiry.promise_at > now else None
    values = {
        "promise": templates.words(chosen.language).by(promise, now, calendar.zone) if promise else "",
        "subject": _repeatable(facts.base_subject or facts.subject) if authenticated else "",
        "house": sender.name or sender.email,
        "address": sender.email,
        "open_now": calendar.is_open(now),
        "language": chosen.language,
    }
    subject, text = templates.subject_and_text(chosen, values)
    draft = Draft(
        sender=sender,
        recipient=Address(customer.email),
        subject=subject,
        text=text,
        answers=facts.message_id,
        references=(facts.references or facts.in_reply_to[:1]) if facts.message_id else (),
        headers=(("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), *FROM_US),
        envelope=envelope,
    )
    return write(draft, key=key, letter_key=letter_key, now=now.astimezone(calendar.zone))


def _repeatable(subject: str) -> str:
    """A link is not repeated even to the one who sent it."""
    shown = cleaned(subject, MAX_SUBJECT)
    return "" if has_link(shown) else shown


# --- the alert


@dataclass(frozen=True, slots=True)
class Alert:
    """Watcher is blind or stuck: what is wrong, what is known of it, what to do. Texts may hold what a server said."""

    title: str
    details: tuple[str, ...] = ()
    advice: str = ""
    since: datetime | None = None


def alert(
    templates: Templates,
    sender: Address,
    recipient: Address,
    trouble: Alert,
    zone: ZoneInfo,
    *,
    key: bytes,
    letter_key: str,
    now: datetime,
    language: str = "",
) -> Composed:
    """The mail that says that Watcher needs help. ComposeError: it cannot be written."""
    words = templates.words(language)
    values = {
        "say": words.say,
        "language": words.language,
        "title": cleaned(trouble.title[:1].upper() + trouble.title[1:], MAX_SUBJECT),
        "details": [cleaned(each, MAX_TROUBLE) for each in trouble.details[:MAX_LINES]],
        "advice": cleaned(trouble.advice, MAX_TROUBLE),
        "since": words.short(trouble.since, now, zone) if trouble.since else "",
        "at": words.short(now, now, zone),
    }
    subject, text = templates.subject_and_text(templates.find(ALERT, language), values)
    draft = Draft(
        sender=Address(sender.email, "Watcher"),
        recipient=recipient,
        subject=subject,
        text=text,
        html=inlined(templates.render(templates.find(ALERT, language, "html"), values)),
        headers=(("Auto-Submitted", "auto-generated"), *FROM_US),
    )
    return write(draft, key=key, letter_key=letter_key, now=now.astimezone(zone))
