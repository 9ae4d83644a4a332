"""The acknowledgement: one short answer of the machine to a new inquiry (RFC 3834). Pure: the same arguments, the same octets.

Must never repeat to the outside what a stranger wrote, unless the sender is authenticated; must never let it become a header
or a link.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from watcher.core.hours import Calendar
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    ComposeError,
    LetterDraft,
    LetterHead,
    compose_letter,
)
from watcher.core.letters.template_variables import RENEWAL
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.foreign_text import clean_foreign_text, has_link
from watcher.core.message.model import Address, Facts
from watcher.core.outbox.model import ComposedLetter, Letter

MAX_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Outline:
    """What an acknowledgement needs of the message, which is not kept: enough to write it anew when it leaves late. Ids without angle
    brackets (RFC 5322 § 3.6.4)."""

    template: str
    subject: str  # as it may be repeated; "" where it may not
    in_reply_to: str
    references: tuple[str, ...]

    def to_json(self) -> str:
        """One object of JSON (RFC 8259), for `from_json`."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Outline:
        """ValueError, TypeError, KeyError: it is not what `to_json` wrote."""
        values = json.loads(text)
        return cls(**{**values, "references": tuple(values["references"])})


def outline_mail(facts: Facts, template: str, *, is_authenticated: bool) -> Outline:
    """What is kept of the message that an acknowledgement answers (RFC 3834). `template`: the name a rule gave, or `acknowledgement`;
    `is_authenticated`: the sender's address is proved."""
    return Outline(
        template=template,
        subject=_repeatable_subject(facts.base_subject or facts.subject) if is_authenticated else "",
        in_reply_to=facts.message_id,
        references=(facts.references or facts.in_reply_to[:1]) if facts.message_id else (),
    )


def outline_renewal(first: Letter) -> Outline:
    """Of the second letter, in the conversation of the acknowledgement `first`: it refers to the question and to that. ComposeError: it
    is not known what that one answered."""
    try:
        kept = Outline.from_json(first.outline)
    except (ValueError, TypeError, KeyError):
        raise ComposeError(f"letter {first.id} does not say what it answers") from None
    question = (kept.in_reply_to,) if kept.in_reply_to else ()
    return replace(kept, template=RENEWAL, references=(*kept.references, *question, first.message_id))


def write_acknowledgement(
    templates: TemplateSet, head: LetterHead, outline: Outline, inquiry: Inquiry, calendar: Calendar
) -> ComposedLetter:
    """The answer of the machine (RFC 3834 § 3), of what was kept for it: to one recipient, short, text alone, in the inquiry's language.

    It repeats nothing a stranger wrote, and of an authenticated sender the subject at most. A promise that has passed is not made, and
    the time of day is that of `head`. ComposeError: the customer cannot be written to, or the letter would not read as it was meant.
    """
    chosen = templates.find_for_language(outline.template, inquiry.language)
    words = templates.words_for_language(chosen.language)
    promised = inquiry.renewed_promise_at if outline.template == RENEWAL else inquiry.promise_at
    promise = promised if promised is not None and promised > head.now else None
    how = "auto-generated" if outline.template == RENEWAL else "auto-replied"  # RFC 3834 § 5: nothing has just arrived
    values = {
        "promise": words.format_deadline(promise, head.now, calendar.zone) if promise else "",
        "subject": outline.subject,
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
        in_reply_to=outline.in_reply_to,
        references=outline.references,
        extra_headers=(("Auto-Submitted", how), ("Precedence", "bulk"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(calendar.zone)
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now, message_id=head.message_id)


def _repeatable_subject(subject: str) -> str:
    """A link is not repeated even to the one who sent it."""
    shown = clean_foreign_text(subject, MAX_SUBJECT)
    return "" if has_link(shown) else shown
