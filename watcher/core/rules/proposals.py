"""What a person corrected → the narrowest sensible rule that would have known, as TOML with an example. Pure.

Never a rule that could hide a customer: of a company the domain together with the subject's form, of a mail provider
everybody uses the one address, and none where a form or a machine passed the message on.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.model import Address, Facts
from watcher.core.message.subjects import extract_base_subject
from watcher.core.rules import phrases
from watcher.core.rules.form_fields import FormField, read_fields

MAX_SUBJECT_LENGTH = 150
#: A subject with fewer letters than this outside its numbers has no form of its own.
MIN_SUBJECT_LETTERS = 6

#: Who fills in the form of an example.
_STAND_IN = "carol@customer.example"
_MAX_EXAMPLE_FIELDS = 12

_WORDS_WITH_DIGITS = re.compile(r"\S*\d\S*(?:\s+\S*\d\S*)*")
_GLOB_CHARACTERS = re.compile(r"[*?\[\]]")


@dataclass(frozen=True, slots=True)
class DismissedInquiry:
    """What is known of a message a person says is no inquiry."""

    number: int
    from_address: str  # From, "" where there is none
    customer: str  # whom an answer would have gone to
    subject: str


def propose_rule(dismissed: DismissedInquiry) -> str | None:
    """A [[rule]] with an example that holds, or None where every rule would be too wide."""
    sender = dismissed.from_address.casefold()
    local, _, domain = sender.rpartition("@")
    if not local or not domain or dismissed.customer.casefold() != sender or not sender.isprintable() or " " in sender:
        return None
    subject = clean_foreign_text(dismissed.subject, MAX_SUBJECT_LENGTH)
    if domain in phrases.FREE_MAIL_DOMAINS:
        match, what = [f"match.from = {_toml_string(sender)}"], sender
    else:
        form = _subject_condition(subject)
        if form is None:
            return None
        match, what = [f"match.from = {_toml_string('@' + domain)}", f"match.subject = {form}"], domain
    lines = [
        "[[rule]]",
        f"name = {_toml_string(f'no inquiry: {what}, like {dismissed.number}')}",
        f"why = {_toml_string(f'a person dismissed inquiry {dismissed.number}')}",
        *match,
        'kind = "other"',
        "",
        "  [[rule.example]]",
        f"  from = {_toml_string(sender)}",
        f"  subject = {_toml_string(subject)}",
        '  expect = { kind = "other", track = false }',
    ]
    return "\n".join(lines) + "\n"


def propose_inquiry_rule(number: str, sender: str, subject: str) -> str | None:
    """A [[rule]] by which mail of this one address is an inquiry, with an example that holds; None where there is no such
    address. `number`: under which it was set aside, such as `R12`. It can hide nobody."""
    address = sender.casefold()
    local, _, domain = address.rpartition("@")
    if not local or not domain or not address.isprintable() or " " in address or _GLOB_CHARACTERS.search(address):
        return None
    lines = [
        "[[rule]]",
        f"name = {_toml_string(f'an inquiry: {address}, like {number}')}",
        f"why = {_toml_string(f'a person said that {number} is an inquiry')}",
        f"match.from = {_toml_string(address)}",
        'kind = "inquiry"',
        "",
        "  [[rule.example]]",
        f"  from = {_toml_string(address)}",
        f"  subject = {_toml_string(clean_foreign_text(subject, MAX_SUBJECT_LENGTH))}",
        '  expect = { kind = "inquiry", attention = "answer" }',
    ]
    return "\n".join(lines) + "\n"


def propose_form_rule(facts: Facts, visitor: Address) -> str | None:
    """A [[rule]] that says that the form which sent this notice is ours, with an example that holds; None where no one address sent
    it. The example has the form's labels, and nothing of what `visitor` filled in."""
    sender = facts.from_[0].email.casefold() if len(facts.from_) == 1 else ""
    if "@" not in sender or not sender.isprintable() or " " in sender or _GLOB_CHARACTERS.search(sender):
        return None
    form = read_fields(facts.text)
    body = [f"{field.label}: {_stand_in_value(field, visitor)}" for field in form.fields[:_MAX_EXAMPLE_FIELDS]]
    named = any((of := field.address) and of.key == visitor.key for field in form.fields[:_MAX_EXAMPLE_FIELDS])
    lines = [
        "[[rule]]",
        f"name = {_toml_string(f'our form: {sender}')}",
        'why = "our own form passes on what a visitor wrote"',
        f"match.from = {_toml_string(sender)}",
        'match.has = "form"',
        'kind = "inquiry"',
        'customer = "form"',
        "ours = true",
        'tags = ["web"]',
        "",
        "  [[rule.example]]",
        f"  from = {_toml_string(sender)}",
        *([] if facts.reply_to == () and named else [f"  reply_to = {_toml_string(_STAND_IN)}"]),
        f"  subject = {_toml_string(clean_foreign_text(extract_base_subject(facts.subject).base, MAX_SUBJECT_LENGTH))}",
        f"  body = {_toml_string(chr(10).join(body) or 'Do you deliver?')}",
        f'  expect = {{ kind = "inquiry", attention = "answer", ack = true, customer = {_toml_string(_STAND_IN)} }}',
    ]
    return "\n".join(lines) + "\n"


def _stand_in_value(field: FormField, visitor: Address) -> str:
    """What a form's example says instead of what a real visitor filled in."""
    address = field.address
    if address is not None:
        return _STAND_IN if address.key == visitor.key else "somebody"
    return "Carol Customer" if field.value in visitor.name else "an answer"


def _subject_condition(subject: str) -> str | None:
    """The subject with its numbers left open; None where too little is left to know it by."""
    base = extract_base_subject(subject).base
    if base != subject or _GLOB_CHARACTERS.search(subject) or subject.endswith("…"):
        return (
            f"{{ contains = {_toml_string(base.rstrip('…'))} }}"
            if _count_letters(base) >= MIN_SUBJECT_LETTERS
            else None
        )
    form = _WORDS_WITH_DIGITS.sub("*", subject)
    if _count_letters(form) < MIN_SUBJECT_LETTERS:
        return None
    return f"{{ glob = {_toml_string(form)} }}" if form != subject else _toml_string(subject)


def _count_letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _toml_string(value: str) -> str:
    """A TOML basic string; what JSON escapes, TOML escapes the same way."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
