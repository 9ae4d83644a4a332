"""What a person is told of their commands: one short text/plain letter for one mail, and nobody's machine answers it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from watcher.core.commands.commands import EXAMPLE_COMMANDS
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.letters import (
    AUTO_RESPONSE_SUPPRESSION,
    ComposedLetter,
    LetterDraft,
    clean_foreign_text,
    compose_letter,
    defang_links,
    isolate_right_to_left,
)
from watcher.core.letters.templates import CONFIRMATION, TemplateSet
from watcher.core.message.model import Address, Facts
from watcher.core.outbox.model import Letter

MAX_LIST_ENTRIES = 20
MAX_NAME, MAX_SUBJECT, MAX_LINE_LENGTH = 40, 60, 200


@dataclass
class CommandOutcome:
    """What became of the commands of one mail."""

    done: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    refusal_reason: str = ""  # why none of it counts
    changed_count: int = 0  # inquiries

    @property
    def summary(self) -> str:
        return "; ".join((*self.done, *self.problems))

    @property
    def headline(self) -> str:
        if self.refusal_reason:
            return "Your commands were not carried out"
        if not self.done:
            return "Nothing was changed"
        return "Done, but not all" if self.problems else "Done"


def describe_inquiry(line: int, inquiry: Inquiry) -> str:
    """`3 (Carol Fields, Leaking roof)`: a wrong number is noticed."""
    who = clean_foreign_text(inquiry.customer_name or inquiry.customer, MAX_NAME) or "unknown sender"
    subject = clean_foreign_text(inquiry.subject, MAX_SUBJECT) or "no subject"
    return f"{line} ({safe_foreign_text(f'{who}, {subject}', MAX_LINE_LENGTH)})"


def safe_foreign_text(text: str, limit: int) -> str:
    """What others wrote: one line, nothing to click."""
    return isolate_right_to_left(clean_foreign_text(defang_links(clean_foreign_text(text, limit)), limit))


def build_confirmation(
    templates: TemplateSet,
    sender: Address,
    recipient: Address,
    facts: Facts,
    digest: Letter,
    account: CommandOutcome,
    *,
    key: bytes,
    letter_key: str,
    now: datetime,
    language: str = "",
) -> ComposedLetter:
    """The letter; it stands in the thread of the digest, so that it can be answered too. ComposeError: it cannot be written."""
    problems: Sequence[str] = (
        [account.refusal_reason[:1].upper() + account.refusal_reason[1:]]
        if account.refusal_reason
        else account.problems
    )
    values = {
        "headline": account.headline,
        "done": account.done[:MAX_LIST_ENTRIES],
        "problems": [clean_foreign_text(each, MAX_LINE_LENGTH) for each in problems[:MAX_LIST_ENTRIES]],
        "undo": account.changed_count > 0,
        "hints": list(EXAMPLE_COMMANDS.values()) if account.problems and not account.refusal_reason else [],
    }
    subject, text = templates.render_subject_and_text(templates.find_for_language(CONFIRMATION, language), values)
    draft = LetterDraft(
        sender=Address(sender.email, "Watcher"),
        recipient=Address(recipient.email),
        subject=subject,
        text=text,
        in_reply_to=facts.message_id,
        references=(digest.message_id,),
        extra_headers=(("Auto-Submitted", "auto-replied"), *AUTO_RESPONSE_SUPPRESSION),
    )
    return compose_letter(draft, key=key, letter_key=letter_key, now=now)
