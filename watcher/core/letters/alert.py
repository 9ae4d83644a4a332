"""The alert: Watcher needs help, because it is blind or stuck. Pure: the same arguments, the same octets.

Composed and shown (`docs/templates.md`), and sent by nobody yet: what `[alerts]` says is read and not acted on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    LetterDraft,
    LetterHead,
    compose_letter,
    inline_styles,
)
from watcher.core.letters.templates import ALERT, TemplateSet
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter

MAX_SUBJECT = 120
MAX_DETAIL_LENGTH = 300
MAX_DETAILS = 20


@dataclass(frozen=True, slots=True)
class Alert:
    """Watcher is blind or stuck: what is wrong, since when (UTC), what is known of it, what to do. Texts may hold what a
    server said."""

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
