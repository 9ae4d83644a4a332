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
    AUTO_RESPONSE_SUPPRESSION,
    ComposedLetter,
    ComposeError,
    LetterDraft,
    LetterHead,
    clean_foreign_text,
    compose_letter,
    create_letter_signature,
    derive_message_id,
    has_link,
    inline_styles,
    is_valid_letter_signature,
)
from watcher.core.letters.templates import (
    ALERT,
    DIGEST_ITEM_VARIABLES,
    TEMPLATE_VARIABLES,
    InvalidTemplatesError,
    TemplateSet,
)
from watcher.core.message.model import Address, Facts

__all__ = [
    "DIGEST_ITEM_VARIABLES",
    "TEMPLATE_VARIABLES",
    "Alert",
    "ComposeError",
    "ComposedLetter",
    "InvalidTemplatesError",
    "TemplateSet",
    "build_acknowledgement",
    "build_alert",
    "create_letter_signature",
    "derive_message_id",
    "is_valid_letter_signature",
]

MAX_SUBJECT = 120
MAX_DETAIL_LENGTH = 300
MAX_DETAILS = 20


# --- the acknowledgement


@dataclass(frozen=True, slots=True)
class AcknowledgedMail:
    """The message an acknowledgement answers, and what may be said of it."""

    facts: Facts
    inquiry: Inquiry
    template: str  # the name a rule gave, or `acknowledgement`
    authenticated: bool  # the sender's address is proved


def build_acknowledgement(
    templates: TemplateSet, head: LetterHead, mail: AcknowledgedMail, calendar: Calendar
) -> ComposedLetter:
    """The answer of the machine (RFC 3834 § 3): to one recipient, short, text alone, in the inquiry's language.

    It repeats nothing a stranger wrote, and of an `authenticated` sender the subject at most. ComposeError: the customer
    cannot be written to, or the letter would not read as it was meant.
    """
    facts, inquiry = mail.facts, mail.inquiry
    chosen = templates.find_for_language(mail.template, inquiry.language)
    words = templates.words_for_language(chosen.language)
    promise = inquiry.promise_at if inquiry.promise_at is not None and inquiry.promise_at > head.now else None
    values = {
        "promise": words.format_deadline(promise, head.now, calendar.zone) if promise else "",
        "subject": _repeatable_subject(facts.base_subject or facts.subject) if mail.authenticated else "",
        "house": head.house_name,
        "address": head.sender.email,
        "open_now": calendar.is_open(head.now),
        "language": chosen.language,
    }
    subject, text = templates.render_subject_and_text(chosen, values)
    draft = LetterDraft(
        sender=head.sender,
        recipient=Address(head.recipient.email),
        subject=subject,
        text=text,
        in_reply_to=facts.message_id,
        references=(facts.references or facts.in_reply_to[:1]) if facts.message_id else (),
        extra_headers=(("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(calendar.zone)
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now)


def _repeatable_subject(subject: str) -> str:
    """A link is not repeated even to the one who sent it."""
    shown = clean_foreign_text(subject, MAX_SUBJECT)
    return "" if has_link(shown) else shown


# --- the alert


@dataclass(frozen=True, slots=True)
class Alert:
    """Watcher is blind or stuck: what is wrong, what is known of it, what to do. Texts may hold what a server said."""

    title: str
    details: tuple[str, ...] = ()
    advice: str = ""
    since: datetime | None = None


def build_alert(templates: TemplateSet, head: LetterHead, trouble: Alert, zone: ZoneInfo) -> ComposedLetter:
    """The mail that says that Watcher needs help. ComposeError: it cannot be written."""
    words = templates.words_for_language(head.language)
    values = {
        "say": words.say,
        "language": words.language,
        "title": clean_foreign_text(trouble.title[:1].upper() + trouble.title[1:], MAX_SUBJECT),
        "details": [clean_foreign_text(detail, MAX_DETAIL_LENGTH) for detail in trouble.details[:MAX_DETAILS]],
        "advice": clean_foreign_text(trouble.advice, MAX_DETAIL_LENGTH),
        "since": words.format_short_instant(trouble.since, head.now, zone) if trouble.since else "",
        "at": words.format_short_instant(head.now, head.now, zone),
    }
    subject, text = templates.render_subject_and_text(templates.find_for_language(ALERT, head.language), values)
    draft = LetterDraft(
        sender=Address(head.sender.email, "Watcher"),
        recipient=head.recipient,
        subject=subject,
        text=text,
        html=inline_styles(templates.render(templates.find_for_language(ALERT, head.language, "html"), values)),
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(zone)
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now)
