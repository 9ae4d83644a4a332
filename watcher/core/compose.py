"""Template and inquiry → the letter, octet for octet. Pure: the same arguments give the same letter.

What a stranger wrote is a value, never a template, a header or markup. Every letter is serialised, parsed again and compared
with what was meant before anybody may send it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

import css_inline
from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, select_autoescape
from jinja2.sandbox import ImmutableSandboxedEnvironment

from watcher.core import headers
from watcher.core.hours import Calendar
from watcher.core.model import Address, Facts, Inquiry, LetterState
from watcher.core.wording import length, reason, short, when

#: Lines of 998 octets keep long ids whole: the library would encode and so break them (RFC 5322 § 2.1.1).
_POLICY = policy.SMTP.clone(max_line_length=998)
#: References grow with the thread; the oldest of many are dropped, the first is kept (RFC 5537 § 3.4.4 does the same).
MAX_REFERENCES = 20
MAX_ITEMS = 50
MAX_SUBJECT = 120

#: The names a template may use.
NAMES = {
    "acknowledgement": ("promise", "house", "address", "subject", "language"),
    "digest": ("person", "headline", "items", "more", "coverage", "next_digest", "house"),
}
ITEM_NAMES = (
    "line", "number", "customer", "address", "subject", "mailbox", "excerpt", "waiting", "since", "promise", "broken", "is_new",
    "nags", "acknowledged", "problem", "owner", "escalated",
)  # fmt: skip


class ComposeError(Exception):
    """The letter cannot be written as it was meant; the text says why."""


class TemplateProblems(Exception):
    """Everything that is wrong with the templates, one line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be queued."""

    sender: str  # envelope
    recipient: str
    message_id: str
    data: bytes


# --- ids and signature


def message_id(key: bytes, letter_key: str, domain: str) -> str:
    """The id of the letter with this key: the same whenever it is written again, and nobody else's."""
    return f"n.{_mac(key, letter_key, 26)}@{domain}"


def sign(key: bytes, letter_key: str) -> str:
    """The value of X-Watcher-Ref: proves that a letter is ours, also where a relay gave it another id."""
    name = _mac(key, letter_key, 26)
    return f"{name}.{_mac(key, f'ref:{name}', 26)}"


def verify(key: bytes, value: str) -> bool:
    """Was this X-Watcher-Ref made with our key?"""
    name, _, mac = value.strip().partition(".")
    return bool(mac) and hmac.compare_digest(mac.encode(), _mac(key, f"ref:{name}", 26).encode())


def _mac(key: bytes, text: str, length: int) -> str:
    digest = hmac.new(key, text.encode("utf-8", "surrogateescape"), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:length]


# --- templates


class Templates:
    """Every template, compiled and tried out once. TemplateProblems: what is wrong with any of them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts`: file name → text: `acknowledgement.txt`, `acknowledgement.de.txt`, `digest.txt`, `digest.html`."""
        self._texts = dict(texts)
        self._environment = ImmutableSandboxedEnvironment(
            loader=DictLoader(self._texts),
            undefined=StrictUndefined,
            autoescape=select_autoescape(["html"]),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        problems = [problem for name in sorted(self._texts) for problem in self._try(name)]
        problems += [f"{name} is missing" for name in ("acknowledgement.txt", "digest.txt") if name not in self._texts]
        if problems:
            raise TemplateProblems(problems)

    @property
    def names(self) -> frozenset[str]:
        """Names a rule may use: `acknowledgement`, `ack-website`, …"""
        return frozenset(name.split(".")[0] for name in self._texts)

    def render(self, name: str, language: str, values: Mapping[str, Any]) -> str:
        """The template in that language, in no particular one, or the standard acknowledgement where there is no such one."""
        base, _, kind = name.rpartition(".")
        for candidate in (f"{base}.{language}.{kind}", name, "acknowledgement.txt"):
            if candidate in self._texts:
                return self._environment.get_template(candidate).render(values)
        raise ComposeError(f"there is no template {name}")

    def has(self, name: str) -> bool:
        return name in self._texts

    def _try(self, name: str) -> list[str]:
        kind = "digest" if name.startswith("digest") else "acknowledgement"
        try:
            text = self._environment.get_template(name).render(_SAMPLES[kind])
        except TemplateSyntaxError as error:
            return [f"{name}:{error.lineno}: {error.message}"]
        except UndefinedError as error:
            return [f"{name}: {error.message}; a template for this letter may use {', '.join(NAMES[kind])}"]
        except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
            return [f"{name}: {error}"]
        if name.endswith(".txt") and not text.lstrip().startswith("Subject:"):
            return [f"{name}:1: the first line must be the subject: Subject: …"]
        return []


_ITEM = dict.fromkeys(ITEM_NAMES, "x") | {
    "line": 1,
    "number": 1,
    "nags": 1,
    "broken": True,
    "is_new": True,
    "escalated": True,
}
_SAMPLES: dict[str, dict[str, Any]] = {
    "acknowledgement": dict.fromkeys(NAMES["acknowledgement"], "x"),
    "digest": dict.fromkeys(NAMES["digest"], "x") | {"items": [_ITEM], "more": 1},
}


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
) -> Composed:
    """The answer of the machine (RFC 3834 § 3). It repeats nothing a stranger wrote, unless the sender is authenticated."""
    language = inquiry.language or "en"
    promised = inquiry.promise_at
    values = {
        "promise": when(promised, now, calendar.zone, language) if promised else "",
        "house": sender.name or sender.email,
        "address": sender.email,
        "subject": _cut(headers.clean(facts.subject), MAX_SUBJECT) if authenticated else "",
        "language": language,
    }
    subject, text = _subject_and_text(templates.render(f"{template}.txt", language, values))
    own_id = message_id(key, letter_key, sender.domain)
    message = EmailMessage(_POLICY)
    message["From"] = _header_address(sender)
    message["To"] = _header_address(customer if authenticated else Address(customer.email))
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{own_id}>"
    # Our own id stands in References too: where a relay replaces Message-ID, an answer still names it.
    parents = [each for each in (*facts.references, facts.message_id) if _is_id(each)]
    if _is_id(facts.message_id):
        message["In-Reply-To"] = f"<{facts.message_id}>"
    if len(parents) >= MAX_REFERENCES:
        parents = [parents[0], *parents[-MAX_REFERENCES + 2 :]]
    message["References"] = " ".join(f"<{each}>" for each in (*dict.fromkeys(parents), own_id))
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    message["Precedence"] = "bulk"
    message["X-Watcher-Ref"] = sign(key, letter_key)
    message.set_content(text, cte="quoted-printable")
    return _finished(message, sender.email, customer.email, own_id)


def _is_id(value: str) -> bool:
    """An id that can stand in a header as it is."""
    return bool(re.fullmatch(r"[\x21-\x3b\x3d\x3f-\x7e]{1,250}", value)) and "@" in value


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
    """What Watcher saw, so that its silence can be trusted."""

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
) -> tuple[Composed, list[int]]:
    """The mail with all that waits for one person, the worst first, and the inquiries of its lines in order."""
    ordered = sorted(waiting, key=lambda each: _rank(each, now))
    shown = ordered[:MAX_ITEMS]
    broken = sum(_is_broken(each.inquiry, now) for each in ordered)
    values = {
        "person": _isolate(person),
        "headline": _headline(len(ordered), broken),
        "items": [_item(n, each, person, calendar, now) for n, each in enumerate(shown, 1)],
        "more": len(ordered) - len(shown),
        "coverage": _coverage_line(coverage, calendar, now),
        "next_digest": when(next_digest, now, calendar.zone) if next_digest else "",
        "house": sender.name or sender.email,
    }
    subject, text = _subject_and_text(templates.render("digest.txt", "", values))
    own_id = message_id(key, letter_key, sender.domain)
    message = EmailMessage(_POLICY)
    message["From"] = _header_address(Address(sender.email, f"Watcher for {sender.name or sender.email}"))
    message["To"] = _header_address(recipient)
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{own_id}>"
    message["References"] = f"<{own_id}>"
    message["Auto-Submitted"] = "auto-generated"  # on a schedule: RFC 3834 § 5.2
    message["X-Auto-Response-Suppress"] = "All"
    message["X-Watcher-Ref"] = sign(key, letter_key)
    message.set_content(text, cte="quoted-printable")
    if templates.has("digest.html"):
        html = css_inline.inline(
            templates.render("digest.html", "", values), keep_style_tags=True, load_remote_stylesheets=False
        )
        message.add_alternative(html, subtype="html", cte="quoted-printable")
        message.set_boundary(f"watcher-{_mac(key, f'boundary:{letter_key}', 20)}")
    return _finished(message, sender.email, recipient.email, own_id), [each.inquiry.number for each in shown]


def _rank(each: Waiting, now: datetime) -> tuple[int, float, int]:
    """Broken promises, then new ones, then the longest wait."""
    inquiry = each.inquiry
    group = 0 if _is_broken(inquiry, now) else 1 if inquiry.nags <= 1 else 2
    return group, -each.waited.total_seconds(), inquiry.number


def _is_broken(inquiry: Inquiry, now: datetime) -> bool:
    return inquiry.promise_at is not None and inquiry.promise_at < now


def _item(line: int, each: Waiting, person: str, calendar: Calendar, now: datetime) -> dict[str, Any]:
    inquiry = each.inquiry
    since = inquiry.waiting_since or inquiry.opened_at
    broken = _is_broken(inquiry, now)
    name = _cut(headers.clean(inquiry.customer_name), 60)
    return {
        "line": line,
        "number": inquiry.number,
        "customer": _isolate(name or inquiry.customer or "unknown sender"),
        "address": _isolate(inquiry.customer) if name and inquiry.customer else "",
        "subject": _isolate(_cut(headers.clean(inquiry.subject), MAX_SUBJECT) or "(no subject)"),
        "mailbox": inquiry.mailbox,
        "excerpt": _isolate(_cut(headers.clean(inquiry.excerpt), 220)) if inquiry.excerpt else "",
        "waiting": length(each.waited, _day_length(calendar)),
        "since": short(since, now, calendar.zone),
        "promise": short(inquiry.promise_at, now, calendar.zone) if inquiry.promise_at else "",
        "broken": broken,
        "is_new": inquiry.nags <= 1 and not broken,
        "nags": inquiry.nags,
        "acknowledged": _acknowledged(each),
        "problem": headers.clean(inquiry.problem),
        "owner": inquiry.owner if inquiry.owner != person else "",
        "escalated": inquiry.escalated,
    }


_ACKNOWLEDGED = {
    LetterState.SENT: "acknowledged",
    LetterState.PENDING: "acknowledgement on its way",
    LetterState.SENDING: "acknowledgement on its way",
    LetterState.UNCERTAIN: "the acknowledgement may not have arrived",
}


def _acknowledged(each: Waiting) -> str:
    if each.acknowledged in _ACKNOWLEDGED:
        return _ACKNOWLEDGED[each.acknowledged]
    if each.acknowledged is LetterState.FAILED:
        return f"the acknowledgement was refused: {_isolate(_cut(headers.clean(each.ack_error), 100))}"
    code = each.inquiry.ack_reason or (each.ack_error if each.acknowledged else "")
    return f"not acknowledged: {reason(code)}" if code else "not acknowledged"


def _headline(count: int, broken: int) -> str:
    text = "1 inquiry waits for an answer" if count == 1 else f"{count} inquiries wait for an answer"
    return f"{text}, {broken} past the promise" if broken else text


def _coverage_line(coverage: Coverage, calendar: Calendar, now: datetime) -> list[str]:
    """What was seen, as one sentence, and one more for each mailbox that cannot be seen."""
    last = f", last look {short(coverage.last_look, now, calendar.zone)}" if coverage.last_look else ""
    counts = [_count(coverage.messages, "message"), _count(coverage.inquiries, "new inquiry", "new inquiries")]
    if coverage.unreadable:
        counts.append(f"{coverage.unreadable} unreadable")
    lines = [f"In the last 24 hours: {', '.join(counts)}{last}."]
    lines += [
        f"Mailbox {name} cannot be seen: {_isolate(headers.clean(why))}"
        for name, why in sorted(coverage.troubles.items())
    ]
    return lines


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"


def _day_length(calendar: Calendar) -> timedelta:
    """How long the house is open on its commonest day."""
    lengths = [sum(end - start for start, end in day) for day in calendar.week if day]
    return timedelta(minutes=max(set(lengths), key=lengths.count))


# --- pieces


def _subject_and_text(rendered: str) -> tuple[str, str]:
    first, _, rest = rendered.lstrip().partition("\n")
    subject = headers.clean(first.removeprefix("Subject:"))
    text = re.sub(r"[ \t]+\n", "\n", rest.strip("\n")) + "\n"
    return _cut(subject, 200), re.sub(r"\n{3,}", "\n\n", text.replace("\r", ""))


def _isolate(text: str) -> str:
    """A stranger's text cannot turn the direction of ours around (Unicode TR 9, isolates). Needed only where it could."""
    return text if text.isascii() else f"\u2068{text}\u2069"


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _header_address(address: Address) -> HeaderAddress:
    try:
        local, _, domain = address.email.rpartition("@")
        return HeaderAddress(headers.clean(address.name)[:80], local, domain)
    except (ValueError, IndexError) as error:
        raise ComposeError(f"{address.email[:80]!r} cannot stand in a header: {error}") from None


def _finished(message: EmailMessage, sender: str, recipient: str, own_id: str) -> Composed:
    """The octets, after a look at what a reader makes of them."""
    try:
        data = message.as_bytes()
    except (ValueError, UnicodeError, IndexError, LookupError) as error:
        raise ComposeError(f"the letter cannot be written: {type(error).__name__}: {error}") from None
    if re.search(rb"\r(?!\n)|(?<!\r)\n|\x00", data) or max(map(len, data.split(b"\r\n"))) > 998:
        raise ComposeError("the letter has a bare CR, LF or NUL, or a line that is too long")
    again = message_from_bytes(data)
    if [name for name, _ in again.raw_items()] != [name for name, _ in message.raw_items()]:
        raise ComposeError("the letter reads differently from how it was written")
    found = headers.parse_addresses(str(again["To"]))
    if [each.key for each in found] != [recipient.casefold()]:
        raise ComposeError(f"{recipient[:80]!r} is not the one recipient of the letter")
    if any(again.get_all(name, []) for name in ("Cc", "Bcc", "Resent-To")):
        raise ComposeError("the letter has more recipients than one")
    return Composed(sender, recipient, own_id, data)
