"""The digest: all that waits for one person, the worst first, as text and as a page. Pure: the same arguments, the same octets.

What a stranger wrote is only ever text here: cleaned, shortened, isolated, nothing in it to click.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.commands import authorise
from watcher.core.hours import Calendar
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters import links
from watcher.core.letters.letters import (
    AUTO_RESPONSE_SUPPRESSION,
    ComposedLetter,
    ComposeError,
    LetterDraft,
    ascii_address,
    clean_foreign_text,
    compose_letter,
    defang_links,
    derive_message_id,
    inline_styles,
    isolate_right_to_left,
)
from watcher.core.letters.templates import DIGEST, TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.model import Address
from watcher.core.outbox.model import LetterState

MAX_ITEMS = 50
MAX_SUBJECT = 120
MAX_NAME = 60
MAX_EXCERPT = 220
MAX_TROUBLE = 300
MAX_LIST_ENTRIES = 20


@dataclass(frozen=True, slots=True)
class WaitingInquiry:
    """One inquiry as a digest needs it."""

    inquiry: Inquiry
    waiting_time: timedelta  # of opening time
    acknowledgement_state: LetterState | None
    acknowledgement_error: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What Watcher saw in the last 24 hours, so that its silence can be trusted."""

    messages: int
    inquiries: int
    unreadable: int
    last_scan_at: datetime | None
    troubles: Mapping[str, str]  # mailbox → why it cannot be seen; "" → a sentence of its own


def build_digest(
    templates: TemplateSet,
    person: str,
    sender: Address,
    recipient: Address,
    waiting: Sequence[WaitingInquiry],
    coverage: Coverage,
    calendar: Calendar,
    next_digest: datetime | None,
    *,
    key: bytes,
    letter_key: str,
    now: datetime,
    language: str = "",
    urgent: bool = False,
    deputy: str = "",
) -> tuple[ComposedLetter, list[int]]:
    """The mail with all that waits for one person, the worst first, and the inquiries of its lines in order.

    `urgent`: it comes at once, for one inquiry. Nothing waiting is told too. ComposeError: the person cannot be written to,
    or a template fails.
    """
    words = templates.words_for_language(language)
    ordered = sorted(waiting, key=lambda each: _urgency_sort_key(each, now))
    shown = ordered[:MAX_ITEMS]
    ref = authorise.create_token(key, derive_message_id(key, letter_key, ""), recipient.email, now)
    lines = [
        _item_variables(n, each, person, calendar, now, words)
        | {"actions": links.item_action_links(n, sender.email, ref, words, deputy)}
        for n, each in enumerate(shown, 1)
    ]
    broken = sum(_is_promise_broken(each.inquiry, now) for each in ordered)
    values = {
        "say": words.say,
        "language": words.language,
        "person": isolate_right_to_left(clean_foreign_text(person[:1].upper() + person[1:], MAX_NAME)),
        "house": sender.name or sender.email,
        "headline": words.say("urgent") if urgent else _waiting_headline(len(ordered), broken, words),
        "items": lines,
        "more": len(ordered) - len(shown),
        "broken": broken,
        "troubles": _trouble_sentences(coverage.troubles, words),
        "unacknowledged": _unacknowledged_sentences(shown, words),
        "coverage": _coverage_sentences(coverage, next_digest, calendar.zone, now, words),
        "ref": ref,
    }
    subject, text = templates.render_subject_and_text(templates.find_for_language(DIGEST, language), values)
    page = templates.render(templates.find_for_language(DIGEST, language, "html"), values)
    draft = LetterDraft(
        sender=Address(sender.email, f"Watcher for {sender.name or sender.email}"),
        recipient=recipient,
        subject=f"{subject}: {lines[0]['subject']}" if urgent and lines else subject,
        text=text,
        html=inline_styles(page),
        extra_headers=(
            ("Auto-Submitted", "auto-generated"),
            *AUTO_RESPONSE_SUPPRESSION,
        ),  # on a schedule: RFC 3834 § 5.2
    )
    composed = compose_letter(draft, key=key, letter_key=letter_key, now=now.astimezone(calendar.zone))
    return composed, [each.inquiry.number for each in shown]


def _urgency_sort_key(each: WaitingInquiry, now: datetime) -> tuple[int, timedelta, int]:
    """Broken promises, then new ones, then the longest wait."""
    inquiry = each.inquiry
    group = 0 if _is_promise_broken(inquiry, now) else 1 if inquiry.nags <= 1 else 2
    return group, -each.waiting_time, inquiry.number


def _is_promise_broken(inquiry: Inquiry, now: datetime) -> bool:
    return inquiry.promise_at is not None and inquiry.promise_at < now


def _item_variables(
    line: int, each: WaitingInquiry, person: str, calendar: Calendar, now: datetime, words: Words
) -> dict[str, Any]:
    """One line of the digest under the names of ITEM_NAMES, everything of a stranger's cleaned and isolated."""
    inquiry, zone = each.inquiry, calendar.zone
    broken = _is_promise_broken(inquiry, now)
    return {
        "line": line,
        "number": inquiry.number,
        "name": _safe_foreign_text(inquiry.customer_name, MAX_NAME),
        "address": _display_address(inquiry.customer),
        "subject": _safe_foreign_text(inquiry.subject, MAX_SUBJECT) or words.say("no_subject"),
        "mailbox": inquiry.mailbox,
        "excerpt": _safe_foreign_text(inquiry.excerpt, MAX_EXCERPT),
        "waiting": words.format_duration(each.waiting_time, calendar.day_length),
        "since": words.format_short_instant(inquiry.waiting_since or inquiry.opened_at, now, zone),
        "promise": words.format_short_instant(inquiry.promise_at, now, zone) if inquiry.promise_at else "",
        "broken": broken,
        "is_new": inquiry.nags <= 1 and not broken,
        "nags": inquiry.nags,
        "acknowledged": words.say(_ACKNOWLEDGEMENT_PHRASES.get(each.acknowledgement_state, "acked_not")),
        "unsure": _unacknowledged_reason(each, words) != "",
        "looks_answered": _unproved_reply_hint(inquiry, words),
        "problem": _safe_foreign_text(inquiry.problem, MAX_TROUBLE),
        "owner": inquiry.owner if inquiry.owner != person else "",
        "escalated": inquiry.escalated > 0,
        "tags": tuple(clean_foreign_text(tag, MAX_NAME) for tag in inquiry.tags[:MAX_LIST_ENTRIES]),
    }


def _unproved_reply_hint(inquiry: Inquiry, words: Words) -> str:
    """By whom it looks answered, and why that is no proof."""
    if inquiry.hint is None:
        return ""
    who = _display_address(inquiry.hint.by) or words.say("somebody")
    return words.say("unproved", who=who, how=_safe_foreign_text(inquiry.hint.how.partition(": ")[0], MAX_SUBJECT))


def _safe_foreign_text(text: str, limit: int) -> str:
    """What others wrote, as the digest shows it: one line, no effect on what stands around it, nothing to click."""
    return isolate_right_to_left(clean_foreign_text(defang_links(clean_foreign_text(text, limit)), limit))


def _display_address(email: str) -> str:
    """As it goes over the wire: a domain that only looks like another one is seen to be another."""
    try:
        return ascii_address(email) if email else ""
    except ComposeError:
        return _safe_foreign_text(email, MAX_SUBJECT)


_ACKNOWLEDGEMENT_PHRASES: dict[LetterState | None, str] = {
    LetterState.SENT: "acked",
    LetterState.PENDING: "acked_pending",
    LetterState.SENDING: "acked_pending",
    LetterState.UNCERTAIN: "acked_perhaps",
}


def _unacknowledged_reason(each: WaitingInquiry, words: Words) -> str:
    """Why the customer may know nothing of us, as a sentence that follows a colon; empty where one was told."""
    if each.acknowledgement_state in (LetterState.SENT, LetterState.PENDING, LetterState.SENDING):
        return ""
    if each.acknowledgement_state is LetterState.UNCERTAIN:
        return words.say("why_uncertain")
    if each.acknowledgement_state is LetterState.FAILED:
        answer = _safe_foreign_text(each.acknowledgement_error, MAX_SUBJECT)
        return words.say("why_refused") + (answer and f" ({answer})")
    code = (each.acknowledgement_error if each.acknowledgement_state else "") or each.inquiry.ack_reason or ""
    return words.suppression_reason(clean_foreign_text(code, MAX_SUBJECT)) if code else words.say("why_none")


def _unacknowledged_sentences(shown: Sequence[WaitingInquiry], words: Words) -> list[str]:
    """One sentence a reason, with the lines it is about: `2, 5: the message was too old when it was seen`."""
    lines: dict[str, list[str]] = {}
    for line, each in enumerate(shown, 1):
        if why := _unacknowledged_reason(each, words):
            lines.setdefault(why, []).append(str(line))
    return [f"{', '.join(numbers)}: {why}" for why, numbers in lines.items()]


def _waiting_headline(count: int, broken: int, words: Words) -> str:
    if not count:
        return words.say("nothing_waits")
    text = words.say_count("wait", count)
    return f"{text}, {words.say('past_promise', n=broken)}" if broken else text


def _trouble_sentences(troubles: Mapping[str, str], words: Words) -> list[str]:
    known = sorted(troubles.items())[:MAX_LIST_ENTRIES]
    told = [(name, _safe_foreign_text(why, MAX_TROUBLE)) for name, why in known]
    return [words.say("cannot_see", name=name, why=why) if name else why for name, why in told]


def _coverage_sentences(
    coverage: Coverage, next_digest: datetime | None, zone: ZoneInfo, now: datetime, words: Words
) -> list[str]:
    counts = [
        words.say_count("read", coverage.messages),
        words.say_count("inquiries", coverage.inquiries),
        words.say_count("unreadable", coverage.unreadable),
    ]
    looked = coverage.last_scan_at
    pieces = [words.say("last_day", counts=", ".join(counts))]
    pieces.append(
        words.say("last_look", time=words.format_short_instant(looked, now, zone)) if looked else words.say("no_look")
    )
    if next_digest:
        pieces.append(words.say("next_mail", time=words.format_instant(next_digest, now, zone)))
    return pieces
