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
    FROM_US,
    Composed,
    ComposeError,
    Draft,
    ascii_address,
    cleaned,
    inlined,
    isolated,
    message_id,
    unlinked,
    write,
)
from watcher.core.letters.templates import DIGEST, Templates
from watcher.core.letters.wording import Words
from watcher.core.message.model import Address
from watcher.core.outbox.model import LetterState

MAX_ITEMS = 50
MAX_SUBJECT = 120
MAX_NAME = 60
MAX_EXCERPT = 220
MAX_TROUBLE = 300
MAX_LINES = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """One inquiry as a digest needs it."""

    inquiry: Inquiry
    waited: timedelta  # of opening time
    acknowledged: LetterState | None
    ack_error: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What Watcher saw in the last 24 hours, so that its silence can be trusted."""

    messages: int
    inquiries: int
    unreadable: int
    last_look: datetime | None
    troubles: Mapping[str, str]  # mailbox → why it cannot be seen; "" → a sentence of its own


def digest(
    templates: Templates,
    person: str,
    sender: Address,
    recipient: Address,
    waiting: Sequence[Waiting],
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
) -> tuple[Composed, list[int]]:
    """The mail with all that waits for one person, the worst first, and the inquiries of its lines in order.

    `urgent`: it comes at once, for one inquiry. Nothing waiting is told too. ComposeError: the person cannot be written to,
    or a template fails.
    """
    words = templates.words(language)
    ordered = sorted(waiting, key=lambda each: _rank(each, now))
    shown = ordered[:MAX_ITEMS]
    ref = authorise.token(key, message_id(key, letter_key, ""), recipient.email, now)
    lines = [
        _item(n, each, person, calendar, now, words) | {"actions": links.actions(n, sender.email, ref, words, deputy)}
        for n, each in enumerate(shown, 1)
    ]
    broken = sum(_is_broken(each.inquiry, now) for each in ordered)
    values = {
        "say": words.say,
        "language": words.language,
        "person": isolated(cleaned(person[:1].upper() + person[1:], MAX_NAME)),
        "house": sender.name or sender.email,
        "headline": words.say("urgent") if urgent else _headline(len(ordered), broken, words),
        "items": lines,
        "more": len(ordered) - len(shown),
        "broken": broken,
        "troubles": _troubles(coverage.troubles, words),
        "unacknowledged": _unacknowledged(shown, words),
        "coverage": _coverage(coverage, next_digest, calendar.zone, now, words),
        "ref": ref,
    }
    subject, text = templates.subject_and_text(templates.find(DIGEST, language), values)
    page = templates.render(templates.find(DIGEST, language, "html"), values)
    draft = Draft(
        sender=Address(sender.email, f"Watcher for {sender.name or sender.email}"),
        recipient=recipient,
        subject=f"{subject}: {lines[0]['subject']}" if urgent and lines else subject,
        text=text,
        html=inlined(page),
        headers=(("Auto-Submitted", "auto-generated"), *FROM_US),  # on a schedule: RFC 3834 § 5.2
    )
    composed = write(draft, key=key, letter_key=letter_key, now=now.astimezone(calendar.zone))
    return composed, [each.inquiry.number for each in shown]


def _rank(each: Waiting, now: datetime) -> tuple[int, timedelta, int]:
    """Broken promises, then new ones, then the longest wait."""
    inquiry = each.inquiry
    group = 0 if _is_broken(inquiry, now) else 1 if inquiry.nags <= 1 else 2
    return group, -each.waited, inquiry.number


def _is_broken(inquiry: Inquiry, now: datetime) -> bool:
    return inquiry.promise_at is not None and inquiry.promise_at < now


def _item(line: int, each: Waiting, person: str, calendar: Calendar, now: datetime, words: Words) -> dict[str, Any]:
    """One line of the digest under the names of ITEM_NAMES, everything of a stranger's cleaned and isolated."""
    inquiry, zone = each.inquiry, calendar.zone
    broken = _is_broken(inquiry, now)
    return {
        "line": line,
        "number": inquiry.number,
        "name": _foreign(inquiry.customer_name, MAX_NAME),
        "address": _shown_address(inquiry.customer),
        "subject": _foreign(inquiry.subject, MAX_SUBJECT) or words.say("no_subject"),
        "mailbox": inquiry.mailbox,
        "excerpt": _foreign(inquiry.excerpt, MAX_EXCERPT),
        "waiting": words.length(each.waited, calendar.day_length),
        "since": words.short(inquiry.waiting_since or inquiry.opened_at, now, zone),
        "promise": words.short(inquiry.promise_at, now, zone) if inquiry.promise_at else "",
        "broken": broken,
        "is_new": inquiry.nags <= 1 and not broken,
        "nags": inquiry.nags,
        "acknowledged": words.say(_ACKNOWLEDGED.get(each.acknowledged, "acked_not")),
        "unsure": _why_unsure(each, words) != "",
        "looks_answered": _hint(inquiry, words),
        "problem": _foreign(inquiry.problem, MAX_TROUBLE),
        "owner": inquiry.owner if inquiry.owner != person else "",
        "escalated": inquiry.escalated > 0,
        "tags": tuple(cleaned(tag, MAX_NAME) for tag in inquiry.tags[:MAX_LINES]),
    }


def _hint(inquiry: Inquiry, words: Words) -> str:
    """By whom it looks answered, and why that is no proof."""
    if inquiry.hint is None:
        return ""
    who = _shown_address(inquiry.hint.by) or words.say("somebody")
    return words.say("unproved", who=who, how=_foreign(inquiry.hint.how.partition(": ")[0], MAX_SUBJECT))


def _foreign(text: str, limit: int) -> str:
    """What others wrote, as the digest shows it: one line, no effect on what stands around it, nothing to click."""
    return isolated(cleaned(unlinked(cleaned(text, limit)), limit))


def _shown_address(email: str) -> str:
    """As it goes over the wire: a domain that only looks like another one is seen to be another."""
    try:
        return ascii_address(email) if email else ""
    except ComposeError:
        return _foreign(email, MAX_SUBJECT)


_ACKNOWLEDGED: dict[LetterState | None, str] = {
    LetterState.SENT: "acked",
    LetterState.PENDING: "acked_pending",
    LetterState.SENDING: "acked_pending",
    LetterState.UNCERTAIN: "acked_perhaps",
}


def _why_unsure(each: Waiting, words: Words) -> str:
    """Why the customer may know nothing of us, as a sentence that follows a colon; empty where one was told."""
    if each.acknowledged in (LetterState.SENT, LetterState.PENDING, LetterState.SENDING):
        return ""
    if each.acknowledged is LetterState.UNCERTAIN:
        return words.say("why_uncertain")
    if each.acknowledged is LetterState.FAILED:
        answer = _foreign(each.ack_error, MAX_SUBJECT)
        return words.say("why_refused") + (answer and f" ({answer})")
    code = (each.ack_error if each.acknowledged else "") or each.inquiry.ack_reason or ""
    return words.reason(cleaned(code, MAX_SUBJECT)) if code else words.say("why_none")


def _unacknowledged(shown: Sequence[Waiting], words: Words) -> list[str]:
    """One sentence a reason, with the lines it is about: `2, 5: the message was too old when it was seen`."""
    lines: dict[str, list[str]] = {}
    for line, each in enumerate(shown, 1):
        if why := _why_unsure(each, words):
            lines.setdefault(why, []).append(str(line))
    return [f"{', '.join(numbers)}: {why}" for why, numbers in lines.items()]


def _headline(count: int, broken: int, words: Words) -> str:
    if not count:
        return words.say("nothing_waits")
    text = words.count("wait", count)
    return f"{text}, {words.say('past_promise', n=broken)}" if broken else text


def _troubles(troubles: Mapping[str, str], words: Words) -> list[str]:
    known = sorted(troubles.items())[:MAX_LINES]
    told = [(name, _foreign(why, MAX_TROUBLE)) for name, why in known]
    return [words.say("cannot_see", name=name, why=why) if name else why for name, why in told]


def _coverage(
    coverage: Coverage, next_digest: datetime | None, zone: ZoneInfo, now: datetime, words: Words
) -> list[str]:
    counts = [
        words.count("read", coverage.messages),
        words.count("inquiries", coverage.inquiries),
        words.count("unreadable", coverage.unreadable),
    ]
    looked = coverage.last_look
    pieces = [words.say("last_day", counts=", ".join(counts))]
    pieces.append(words.say("last_look", time=words.short(looked, now, zone)) if looked else words.say("no_look"))
    if next_digest:
        pieces.append(words.say("next_mail", time=words.when(next_digest, now, zone)))
    return pieces
