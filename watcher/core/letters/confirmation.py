"""What a person is told of their commands: one short text/plain letter for one mail, and nobody's machine answers it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from watcher.core.commands.parse import EXAMPLE_COMMANDS, MAX_ECHOED_LENGTH
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.letters.mime import AUTO_RESPONSE_SUPPRESSION, LetterDraft, LetterHead, compose_letter
from watcher.core.letters.template_variables import CONFIRMATION
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.foreign_text import clean_foreign_text, safe_foreign_text
from watcher.core.message.model import Address, Facts
from watcher.core.outbox.model import ComposedLetter, Letter
from watcher.core.translatable import Translatable

MAX_LIST_ENTRIES = 20
MAX_NAME, MAX_SUBJECT, MAX_LINE_LENGTH = 40, 60, 240


@dataclass
class CommandOutcome:
    """What became of the commands of one mail."""

    done: list[Translatable] = field(default_factory=list)
    problems: list[Translatable] = field(default_factory=list)
    refusal_reason: Translatable | None = None  # why none of it counts
    changed_count: int = 0  # inquiries

    def add_problem(self, line: str, why: Translatable) -> None:
        """A line that changed nothing, cut to 60 characters, and why."""
        self.problems.append(
            Translatable("told_problem", {"line": safe_foreign_text(line, MAX_ECHOED_LENGTH), "why": why})
        )

    @property
    def headline(self) -> Translatable:
        """What became of the mail on the whole, in one line."""
        if self.refusal_reason:
            return Translatable("told_refused")
        if not self.done:
            return Translatable("told_nothing")
        return Translatable("told_partly" if self.problems else "told_done")


def describe_inquiry(number: int | str, inquiry: Inquiry) -> Translatable:
    """`41 (Carol Fields, Leaking roof)`: a wrong number is noticed."""
    who = safe_foreign_text(inquiry.customer_name or inquiry.customer, MAX_NAME) or Translatable("unknown_sender")
    subject = safe_foreign_text(inquiry.subject, MAX_SUBJECT) or Translatable("no_subject")
    return Translatable("told_which", {"number": number, "who": who, "subject": subject})


def describe_for_inquiry(number: int | str, inquiry: Inquiry, what: Translatable) -> Translatable:
    """`41 (Carol Fields, Leaking roof): done`."""
    return Translatable("told_inquiry", {"which": describe_inquiry(number, inquiry), "what": what})


def describe_no_change(inquiry: Inquiry, command: InquiryCommand) -> Translatable:
    """`is done already, nothing to do`: what stands after the inquiry where a command repeats what is so."""
    if command.verb == "assign":
        return Translatable("already_assigned", {"owner": inquiry.owner})
    return Translatable(f"already_{inquiry.state}")


def describe_change(command: InquiryCommand, after: Inquiry) -> Translatable:
    """`sleeps until Friday 09:00`: what stands after the inquiry. `after`: what became of it."""
    if command.verb == "dismiss" and after.state is not InquiryState.DISMISSED:
        return Translatable("changed_handed", {"owner": after.owner, "mailbox": after.mailbox})
    if command.verb == "assign":
        return Translatable("changed_assign", {"owner": after.owner})
    if command.snooze_until is not None:
        return Translatable("changed_snooze", {"until": command.snooze_until})
    return Translatable(f"changed_{command.verb}")


def describe_promotion(number: int, inquiry: Inquiry, is_new: bool) -> Translatable:
    """`R12 (Carol Fields, Leaking roof): is inquiry 7 now`, or what it is already."""
    was_answered = inquiry.state is InquiryState.ANSWERED
    name = "already_promoted" if not is_new else "promoted_answered" if was_answered else "promoted"
    return describe_for_inquiry(f"R{number}", inquiry, Translatable(name, {"number": inquiry.number}))


def build_confirmation(
    templates: TemplateSet,
    head: LetterHead,
    command_mail: Facts,
    digest: Letter,
    outcome: CommandOutcome,
    zone: ZoneInfo,
) -> ComposedLetter:
    """What became of the commands in `command_mail`, which answers `digest`, in the reader's language. ComposeError: it cannot be written.

    It stands in the thread of the digest, so that it can be answered too.
    """
    words = templates.words_for_language(head.language)

    def say_as_line(phrase: Translatable) -> str:
        text = clean_foreign_text(words.say_phrase(phrase, head.now, zone), MAX_LINE_LENGTH)
        return text[:1].upper() + text[1:]

    refusal = outcome.refusal_reason
    problems = [Translatable("told_refusal", {"why": refusal})] if refusal else outcome.problems
    values = {
        "say": words.say,
        "headline": say_as_line(outcome.headline),
        "done": [say_as_line(each) for each in outcome.done[:MAX_LIST_ENTRIES]],
        "problems": [say_as_line(each) for each in problems[:MAX_LIST_ENTRIES]],
        "undo": outcome.changed_count > 0,
        "hints": [
            words.say_phrase(each, head.now, zone)
            for each in EXAMPLE_COMMANDS.values()
            if outcome.problems and not refusal
        ],
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
