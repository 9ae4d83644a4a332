"""The daily word about mailboxes that are only observed: whom Watcher would have acknowledged, and of what it would have reminded.

Pure: the same arguments, the same octets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.confirmation import describe_inquiry
from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    LetterDraft,
    LetterHead,
    compose_letter,
    read_plain_text,
)
from watcher.core.letters.template_variables import OBSERVATION
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter, Letter

#: So many acknowledgements and inquiries are named; the rest is a number.
MAX_NAMED = 20
#: Their words are shown of so many acknowledgements: they differ by the language and the promise.
MAX_TEXTS = 3
#: What names an inquiry has no instants.
_NO_INSTANT = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Observation:
    """What would have been done since this was said last."""

    mailboxes: Sequence[str]
    letters: Sequence[Letter]  # acknowledgements that were withheld
    nags: Sequence[Inquiry]  # of what somebody would have been reminded
    glances: int = 0  # messages that would have stood for a glance


def build_observation(templates: TemplateSet, head: LetterHead, content: Observation) -> ComposedLetter:
    """The mail to the owner. ComposeError: it cannot be written."""
    words = templates.words_for_language(head.language)
    letters = _once_a_customer(content.letters)
    values = {
        "say": words.say,
        "language": words.language,
        "mailboxes": ", ".join(content.mailboxes),
        "acknowledged": len(letters),
        "recipients": [letter.recipient for letter in letters[:MAX_NAMED]],
        "texts": _different_texts(letters),
        "nagged": len(content.nags),
        "waiting": [
            words.say_phrase(describe_inquiry(inquiry.number, inquiry), head.now, _NO_INSTANT)
            for inquiry in content.nags[:MAX_NAMED]
        ],
        "glances": content.glances,
    }
    subject, text = templates.render_subject_and_text(templates.find_for_language(OBSERVATION, head.language), values)
    draft = LetterDraft(
        sender=Address(head.sender.email, "Watcher"),
        recipient=head.recipient,
        subject=subject,
        text=text,
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=head.now)


def _once_a_customer(letters: Sequence[Letter]) -> list[Letter]:
    """The first one to each: whoever writes twice in a day is acknowledged once."""
    return list({Address(letter.recipient).person_key: letter for letter in reversed(letters)}.values())[::-1]


def _different_texts(letters: Sequence[Letter]) -> list[list[str]]:
    """The words of some of the acknowledgements, line by line, each once."""
    texts = dict.fromkeys(read_plain_text(letter.data) for letter in letters)
    return [text.splitlines() for text in list(texts)[:MAX_TEXTS]]
