"""What a person is told of their commands: one short text/plain letter for one mail, and nobody's machine answers it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from watcher.core.commands.commands import TRY
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.letters import FROM_US, Composed, Draft, cleaned, isolated, unlinked, write
from watcher.core.letters.templates import CONFIRMATION, Templates
from watcher.core.message.model import Address, Facts
from watcher.core.outbox.model import Letter

MAX_LINES = 20
MAX_NAME, MAX_SUBJECT, MAX_LINE = 40, 60, 200


@dataclass
class Account:
    """What became of the commands of one mail."""

    done: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    refused: str = ""  # why none of it counts
    changed: int = 0  # inquiries

    @property
    def summary(self) -> str:
        return "; ".join((*self.done, *self.problems))

    @property
    def headline(self) -> str:
        if self.refused:
            return "Your commands were not carried out"
        if not self.done:
            return "Nothing was changed"
        return "Done, but not all" if self.problems else "Done"


def naming(line: int, inquiry: Inquiry) -> str:
    """`3 (Carol Fields, Leaking roof)`: a wrong number is noticed."""
    who = cleaned(inquiry.customer_name or inquiry.customer, MAX_NAME) or "unknown sender"
    subject = cleaned(inquiry.subject, MAX_SUBJECT) or "no subject"
    return f"{line} ({shown(f'{who}, {subject}', MAX_LINE)})"


def shown(text: str, limit: int) -> str:
    """What others wrote: one line, nothing to click."""
    return isolated(cleaned(unlinked(cleaned(text, limit)), limit))


def compose(
    templates: Templates,
    sender: Address,
    recipient: Address,
    facts: Facts,
    digest: Letter,
    account: Account,
    *,
    key: bytes,
    letter_key: str,
    now: datetime,
    language: str = "",
) -> Composed:
    """The letter; it stands in the thread of the digest, so that it can be answered too. ComposeError: it cannot be written."""
    problems: Sequence[str] = (
        [account.refused[:1].upper() + account.refused[1:]] if account.refused else account.problems
    )
    values = {
        "headline": account.headline,
        "done": account.done[:MAX_LINES],
        "problems": [cleaned(each, MAX_LINE) for each in problems[:MAX_LINES]],
        "undo": account.changed > 0,
        "hints": list(TRY.values()) if account.problems and not account.refused else [],
    }
    subject, text = templates.subject_and_text(templates.find(CONFIRMATION, language), values)
    draft = Draft(
        sender=Address(sender.email, "Watcher"),
        recipient=Address(recipient.email),
        subject=subject,
        text=text,
        answers=facts.message_id,
        references=(digest.message_id,),
        headers=(("Auto-Submitted", "auto-replied"), *FROM_US),
    )
    return write(draft, key=key, letter_key=letter_key, now=now)
