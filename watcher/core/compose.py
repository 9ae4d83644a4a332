"""What a letter says: inquiry and template → acknowledgement, digest, alert. Pure: the same arguments, the same octets.

Must never repeat to the outside what a stranger wrote, unless the sender is authenticated; must never let it become a
header, markup or a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import css_inline

from watcher.core.hours import Calendar
from watcher.core.letters import (
    Composed,
    ComposeError,
    Draft,
    ascii_address,
    cleaned,
    has_link,
    isolated,
    message_id,
    sign,
    unlinked,
    verify,
    write,
)
from watcher.core.model import Address, Facts, Inquiry, LetterState
from watcher.core.templates import ALERT, DIGEST, ITEM_NAMES, NAMES, TemplateProblems, Templates
from watcher.core.wording import by, length, reason, short, when

__all__ = [
    "ITEM_NAMES",
    "NAMES",
    "Alert",
    "ComposeError",
    "Composed",
    "Coverage",
    "TemplateProblems",
    "Templates",
    "Waiting",
    "acknowledgement",
    "alert",
    "digest",
    "message_id",
    "sign",
    "verify",
]

MAX_ITEMS = 50
MAX_SUBJECT = 120
MAX_NAME = 60
MAX_EXCERPT = 220
MAX_TROUBLE = 300
MAX_LINES = 20

_INLINER = css_inline.CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False)
#: No answering machine shall answer (MS-OXCMAIL § 2.1.3.2.20, RFC 3834 § 5).
_FROM_US = (("X-Auto-Response-Suppress", "All"),)


# --- the acknowledgement


def acknowledgement(
    templates: Templates,
    template: str,
    sender: Address,
    customer: Address,
    facts: Facts,
    inquiry: Inquiry,
    calendar: Calendar,
    *,
    authenticated: bool,
    key: bytes,
    letter_key: str,
    now: datetime,
    envelope: str | None = None,
) -> Composed:
    """The answer of the machine (RFC 3834 § 3): to one recipient, short, text alone.

    It repeats nothing a stranger wrote, and of an `authenticated` sender the subject at most. `envelope`: the envelope
    sender where it is not the mailbox's own address; "" is the null one (RFC 3834 § 3.3). ComposeError: the customer
    cannot be written to, or the letter would not read as it was meant.
    """
    chosen = templates.find(template, inquiry.language)
    promise = inquiry.promise_at if inquiry.promise_at is not None and inquiry.promise_at > now else None
    values = {
        "promise": by(promise, now, calendar.zone, chosen.language) if promise else "",
        "subject": _repeatable(facts.base_subject or facts.subject) if authenticated else "",
        "house": sender.name or sender.email,
        "address": sender.email,
        "open_now": calendar.is_open(now),
        "language": chosen.language,
    }
    subject, text = templates.subject_and_text(chosen, values)
    draft = Draft(
        sender=sender,
        recipient=Address(customer.email),
        subject=subject,
        text=text,
        answers=facts.message_id,
        references=(facts.references or facts.in_reply_to[:1]) if facts.message_id else (),
        headers=(("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), *_FROM_US),
        envelope=envelope,
    )
    return write(draft, key=key, letter_key=letter_key, now=now.astimezone(calendar.zone))


def _repeatable(subject: str) -> str:
    """A link is not repeated even to the one who sent it."""
    shown = cleaned(subject, MAX_SUBJECT)
    return "" if has_link(shown) else shown


# --- the digest


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
    troubles: Mapping[str, str]  # mailbox → why it cannot be seen


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
) -> tuple[Composed, list[int]]:
    """The mail with all that waits for one person, the worst first, and the inquiries of its lines in order.

    Nothing waiting is told too. ComposeError: the person cannot be written to, or a template fails.
    """
    ordered = sorted(waiting, key=lambda each: _rank(each, now))
    shown = ordered[:MAX_ITEMS]
    lines = [_item(n, each, person, calendar, now) for n, each in enumerate(shown, 1)]
    broken = sum(_is_broken(each.inquiry, now) for each in ordered)
    values = {
        "person": isolated(cleaned(person[:1].upper() + person[1:], MAX_NAME)),
        "house": sender.name or sender.email,
        "headline": _headline(len(ordered), broken),
        "items": lines,
        "more": len(ordered) - len(shown),
        "broken": broken,
        "troubles": _troubles(coverage.troubles),
        "unacknowledged": _unacknowledged(shown),
        "coverage": _coverage(coverage, next_digest, calendar.zone, now),
    }
    subject, text = templates.subject_and_text(templates.find(DIGEST, language), values)
    page = templates.render(templates.find(DIGEST, language, "html"), values)
    draft = Draft(
        sender=Address(sender.email, f"Watcher for {sender.name or sender.email}"),
        recipient=recipient,
        subject=subject,
        text=text,
        html=_INLINER.inline(page),
        headers=(("Auto-Submitted", "auto-generated"), *_FROM_US),  # on a schedule: RFC 3834 § 5.2
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


def _item(line: int, each: Waiting, person: str, calendar: Calendar, now: datetime) -> dict[str, Any]:
    """One line of the digest under the names of ITEM_NAMES, everything of a stranger's cleaned and isolated."""
    inquiry, zone = each.inquiry, calendar.zone
    broken = _is_broken(inquiry, now)
    return {
        "line": line,
        "number": inquiry.number,
        "name": _foreign(inquiry.customer_name, MAX_NAME),
        "address": _shown_address(inquiry.customer),
        "subject": _foreign(inquiry.subject, MAX_SUBJECT) or "(no subject)",
        "mailbox": inquiry.mailbox,
        "excerpt": _foreign(inquiry.excerpt, MAX_EXCERPT),
        "waiting": length(each.waited, calendar.day_length),
        "since": short(inquiry.waiting_since or inquiry.opened_at, now, zone),
        "promise": short(inquiry.promise_at, now, zone) if inquiry.promise_at else "",
        "broken": broken,
        "is_new": inquiry.nags <= 1 and not broken,
        "nags": inquiry.nags,
        "acknowledged": _ACKNOWLEDGED.get(each.acknowledged, "not acknowledged"),
        "unsure": _why_unsure(each) != "",
        "problem": _foreign(inquiry.problem, MAX_TROUBLE),
        "looks_answered": _hint(inquiry),
        "owner": inquiry.owner if inquiry.owner != person else "",
        "escalated": inquiry.escalated,
        "tags": tuple(cleaned(tag, MAX_NAME) for tag in inquiry.tags[:MAX_LINES]),
    }


def _hint(inquiry: Inquiry) -> str:
    """By whom it looks answered, and why that is no proof."""
    if inquiry.hint is None:
        return ""
    who = _shown_address(inquiry.hint.by) or "somebody"
    where = _foreign(inquiry.hint.how.partition(": ")[0], MAX_SUBJECT)
    return f"looks answered by {who} ({where}), and nothing proves it: please confirm"


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
    LetterState.SENT: "acknowledged",
    LetterState.PENDING: "acknowledgement on its way",
    LetterState.SENDING: "acknowledgement on its way",
    LetterState.UNCERTAIN: "perhaps acknowledged",
}


def _why_unsure(each: Waiting) -> str:
    """Why the customer may know nothing of us, as a sentence that follows a colon; empty where one was told."""
    if each.acknowledged in (LetterState.SENT, LetterState.PENDING, LetterState.SENDING):
        return ""
    if each.acknowledged is LetterState.UNCERTAIN:
        return "the line broke while it was being sent; nobody can know whether it arrived"
    if each.acknowledged is LetterState.FAILED:
        answer = _foreign(each.ack_error, MAX_SUBJECT)
        return f"the mail server refused it{answer and f' ({answer})'}"
    code = (each.ack_error if each.acknowledged else "") or each.inquiry.ack_reason or ""
    return reason(cleaned(code, MAX_SUBJECT)) if code else "none was written"


def _unacknowledged(shown: Sequence[Waiting]) -> list[str]:
    """One sentence a reason, with the lines it is about: `2, 5: the message was too old when it was seen`."""
    lines: dict[str, list[str]] = {}
    for line, each in enumerate(shown, 1):
        if why := _why_unsure(each):
            lines.setdefault(why, []).append(str(line))
    return [f"{', '.join(numbers)}: {why}" for why, numbers in lines.items()]


def _headline(count: int, broken: int) -> str:
    if not count:
        return "Nothing waits for an answer"
    text = "1 inquiry waits for an answer" if count == 1 else f"{count} inquiries wait for an answer"
    return f"{text}, {broken} past the promise" if broken else text


def _troubles(troubles: Mapping[str, str]) -> list[str]:
    known = sorted(troubles.items())[:MAX_LINES]
    return [f"Watcher cannot see mailbox {name}: {_foreign(why, MAX_TROUBLE)}" for name, why in known]


def _coverage(coverage: Coverage, next_digest: datetime | None, zone: ZoneInfo, now: datetime) -> list[str]:
    counts = [
        _count(coverage.messages, "message read", "messages read"),
        _count(coverage.inquiries, "inquiry", "inquiries"),
    ]
    pieces = [", ".join([*counts, f"{coverage.unreadable} unreadable"]) + " in the last 24 hours"]
    pieces.append(f"last look {short(coverage.last_look, now, zone)}" if coverage.last_look else "no look yet")
    if next_digest:
        pieces.append(f"next mail from me: {when(next_digest, now, zone)}")
    return pieces


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


# --- the alert


@dataclass(frozen=True, slots=True)
class Alert:
    """Watcher is blind or stuck: what is wrong, what is known of it, what to do. Texts may hold what a server said."""

    title: str
    details: tuple[str, ...] = ()
    advice: str = ""
    since: datetime | None = None


def alert(
    templates: Templates,
    sender: Address,
    recipient: Address,
    trouble: Alert,
    zone: ZoneInfo,
    *,
    key: bytes,
    letter_key: str,
    now: datetime,
    language: str = "",
) -> Composed:
    """The mail that says that Watcher needs help. ComposeError: it cannot be written."""
    values = {
        "title": cleaned(trouble.title, MAX_SUBJECT),
        "details": [cleaned(each, MAX_TROUBLE) for each in trouble.details[:MAX_LINES]],
        "advice": cleaned(trouble.advice, MAX_TROUBLE),
        "since": short(trouble.since, now, zone) if trouble.since else "",
        "at": short(now, now, zone),
    }
    subject, text = templates.subject_and_text(templates.find(ALERT, language), values)
    draft = Draft(
        sender=Address(sender.email, "Watcher"),
        recipient=recipient,
        subject=subject,
        text=text,
        headers=(("Auto-Submitted", "auto-generated"), *_FROM_US),
    )
    return write(draft, key=key, letter_key=letter_key, now=now.astimezone(zone))
