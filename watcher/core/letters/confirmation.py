"""What a person is told of their commands: one short text/plain letter for one mail, and nobody's machine answers it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from watcher.core.commands.parse import EXAMPLE_COMMANDS, MAX_ECHOED_LENGTH
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.letters.mime import AUTO_RESPONSE_SUPPRESSION, LetterDraft, LetterHead, compose_letter
from watcher.core.letters.template_variables import CONFIRMATION
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.foreign_text import clean_foreign_text, safe_foreign_text
from watcher.core.message.model import Address, Facts
from watcher.core.outbox.model import ComposedLetter, Letter

MAX_LIST_ENTRIES = 20
MAX_NAME, MAX_SUBJECT, MAX_LINE_LENGTH = 40, 60, 200


@dataclass
class CommandOutcome:
    """What became of the commands of one mail."""

    done: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    refusal_reason: str = ""  # why none of it counts
    changed_count: int = 0  # inquiries

    def add_problem(self, line: str, why: str) -> None:
        """A line that changed nothing, cut to 60 characters, and why."""
        self.problems.append(f"\u201c{safe_foreign_text(line, MAX_ECHOED_LENGTH)}\u201d: {why}")

    @property
    def summary(self) -> str:
        """All of it on one line, what was done first."""
        return "; ".join((*self.done, *self.problems))

    @property
    def headline(self) -> str:
        """What became of the mail on the whole, in one line."""
        if self.refusal_reason:
            return "Your commands were not carried out"
        if not self.done:
            return "Nothing was changed"
        return "Done, but not all" if self.problems else "Done"


def describe_inquiry(number: int | str, inquiry: Inquiry) -> str:
    """`41 (Carol Fields, Leaking roof)`, 200 characters at most between the brackets: a wrong number is noticed."""
    who = clean_foreign_text(inquiry.customer_name or inquiry.customer, MAX_NAME) or "unknown sender"
    subject = clean_foreign_text(inquiry.subject, MAX_SUBJECT) or "no subject"
    return f"{number} ({safe_foreign_text(f'{who}, {subject}', MAX_LINE_LENGTH)})"


def describe_no_change(inquiry: Inquiry, command: InquiryCommand) -> str:
    """`is done already, nothing to do`: what stands after the inquiry where a command repeats what is so."""
    state = f"with {inquiry.owner}" if command.verb == "assign" else str(inquiry.state)
    return f"is {state} already, nothing to do"


def describe_change(command: InquiryCommand, until: str, after: Inquiry) -> str:
    """`sleeps until Friday 09:00`: what stands after the inquiry. `until`: the end of a snooze, in words; `after`: what became of it."""
    if command.verb == "dismiss" and after.state is not InquiryState.DISMISSED:
        return f"goes to {after.owner}: the mail was sent to {after.mailbox}, too"
    return {
        "done": "done",
        "dismiss": "no inquiry; `watcher rules propose` shows the rule that would have known",
        "reopen": "waits again",
        "assign": f"is {command.new_owner}'s now",
        "snooze": f"sleeps until {until}",
    }[command.verb]


def describe_promotion(number: int, inquiry: Inquiry, is_new: bool) -> str:
    """`R12 (Carol Fields, Leaking roof): is inquiry 7 now`, or what it is already."""
    what = f"is inquiry {inquiry.number} {'now' if is_new else 'already, nothing to do'}"
    if is_new and inquiry.state is InquiryState.ANSWERED:
        what += ", and was answered before"
    return f"{describe_inquiry(f'R{number}', inquiry)}: {what}"


def build_confirmation(
    templates: TemplateSet, head: LetterHead, command_mail: Facts, digest: Letter, outcome: CommandOutcome
) -> ComposedLetter:
    """What became of the commands in `command_mail`, which answers `digest`. ComposeError: it cannot be written.

    It stands in the thread of the digest, so that it can be answered too.
    """
    refusal = outcome.refusal_reason
    problems = [refusal[:1].upper() + refusal[1:]] if refusal else outcome.problems
    values = {
        "headline": outcome.headline,
        "done": outcome.done[:MAX_LIST_ENTRIES],
        "problems": [clean_foreign_text(problem, MAX_LINE_LENGTH) for problem in problems[:MAX_LIST_ENTRIES]],
        "undo": outcome.changed_count > 0,
        "hints": list(EXAMPLE_COMMANDS.values()) if outcome.problems and not refusal else [],
    }
    template = templates.find_for_language(CONFIRMATION, head.language)
    subject, text = templates.render_subject_and_text(template, values)
    draft = LetterDraft(
        sender=Address(head.sender.email, "Watcher"),
        recipient=Address(head.recipient.email),
        subject=subject,
        text=text,
        in_reply_to=command_mail.message_id,
        references=(digest.message_id,),
        extra_headers=(("Auto-Submitted", "auto-replied"), *AUTO_RESPONSE_SUPPRESSION),
    )
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=head.now)
