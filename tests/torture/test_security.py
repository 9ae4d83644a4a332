"""Row: what strangers write, in every field and of every kind. Nothing of it becomes a header, a command, markup, a link, an
acknowledgement to a machine or a second letter; and two of our own who write to each other fall silent.
"""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest

from tests.samples import RULES, TEMPLATES, always_open, inquiry
from tests.torture.report import Options, Tally, held, spread
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.letters import acknowledgement, digest, digest_room, mime
from watcher.core.letters.mime import LetterHead
from watcher.core.message import facts
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.outbox.model import ComposedLetter
from watcher.core.rules import authentication, rules, traits
from watcher.core.rules.model import Verdict
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import _reject_unusable_name
from watcher.edge.smtp import _unsendable_reason

pytestmark = pytest.mark.timeout(600)

WHAT = "security corpus: injections into every field, forged marks, autoresponders, two Watchers"
COUNT = 20_000
BLOCK = 250
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
KEY = b"s" * 32
SALES = Address("sales@example.com", "Example Sales")
US = OwnIdentity(frozenset({SALES.key}), frozenset({"anna@example.com"}), "mx.example.com")
MARK = "Zq7injected"  # whatever of it is seen outside has got out

PAYLOADS = (
    "\r\nBcc: {m}@evil.example", "\nBcc: {m}@evil.example", "\rBcc: {m}@evil.example", "%0d%0aBcc: {m}@evil.example", "\r\n\r\n{m}",
    "\u2028Bcc: {m}@evil.example", "\x85Bcc: {m}", "\x0b\x0cBcc: {m}", "\r\n.\r\nMAIL FROM:<{m}@evil.example>\r\n", "\n.\n{m}", "\r.\r{m}",
    ">\r\nRCPT TO:<{m}@evil.example>", "> SIZE=1\r\nDATA\r\n{m}", "\x00{m}", "=?utf-8?q?=0D=0ABcc:_{m}?=", "=?utf-8?b?DQpCY2M6IFpxN2luamVjdGVk?=",
    "{{{{ 7*7 }}}}{m}", "{{% for x in ().__class__.__base__.__subclasses__() %}}{m}{{% endfor %}}", "${{7*7}}{m}", "{{{{config}}}}{m}", "%(x)s%n{m}", "{{0.__class__}}{m}",
    "<script>{m}</script>", "<img src=http://evil.example/{m}>", "\"><a href='http://evil.example/{m}'>", "</pre><style>{m}", "<!--{m}", "&lt;b&gt;{m}", "javascript:{m}",
    "http://evil.example/{m}", "https://evil.example/{m}", "www.evil.example/{m}", "HTTP://EVIL.EXAMPLE/{m}", "ftp://evil.example/{m}",
    "\u202e{m}\u202c", "\u2066{m}", "\u200f{m}", "{m}\u061c", "\u2067{m}\u2069\u2069\u2069", "A1 STORE 1:* +FLAGS (\\Deleted)\r\nA2 EXPUNGE\r\n{m}", "\" {{3}}\r\n{m}", "{{9999999}}\r\n{m}",
    "done 1 {m}", "1 done\r\n2 done\r\n{m}", "a" * 3000 + "{m}", "\u0430\u0440\u0440le {m}", "\ud83d\ude00{m}".encode("utf-16", "surrogatepass").decode("utf-16"),
)  # fmt: skip
FIELDS = ("name", "address", "subject", "message_id", "references", "reply_to", "body", "results", "list", "spare")

#: What answering machines really put into their answers; each is one of their letters, shortened to what counts.
MACHINES = {
    "gmail vacation": {"Subject": "Out of office Re: We have your mail", "Auto-Submitted": "auto-replied", "Precedence": "bulk", "X-Autoreply": "yes"},
    "exchange out of office": {"Subject": "Automatic reply: We have your mail", "X-Auto-Response-Suppress": "All", "Auto-Submitted": "auto-generated", "X-MS-Exchange-Inbox-Rules-Loop": "a@b.example"},
    "outlook.com": {"Subject": "Automatic reply: hello", "X-Auto-Response-Suppress": "DR, OOF, AutoReply", "Auto-Submitted": "auto-generated"},
    "freescout": {"Subject": "Re: hello", "X-Autoreply": "yes", "Auto-Submitted": "auto-replied", "X-FreeScout-Mail-Type": "auto.reply", "Precedence": "auto_reply"},
    "zammad": {"Subject": "[Ticket#100] hello", "X-Loop": "yes", "Precedence": "bulk", "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Zammad-Ticket-Id": "100"},
    "otrs": {"Subject": "[Ticket#2026] RE: hello", "X-OTRS-Loop": "yes", "Precedence": "bulk", "Auto-Submitted": "auto-replied", "X-Powered-By": "OTRS"},
    "request tracker": {"Subject": "[rt #7] AutoReply: hello", "RT-Ticket": "rt#7", "RT-Originator": "a@b.example", "Managed-By": "RT 5", "Precedence": "bulk", "X-RT-Loop-Prevention": "rt"},
    "sieve vacation": {"Subject": "Auto: hello", "Auto-Submitted": "auto-replied (vacation)", "Precedence": "bulk"},
    "postfix bounce": {"Subject": "Undelivered Mail Returned to Sender", "Return-Path": "<>", "Auto-Submitted": "auto-replied", "Content-Type": "multipart/report; report-type=delivery-status; boundary=b"},
    "zendesk": {"Subject": "[Request received] hello", "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Mailer": "Zendesk Mailer"},
    "mailing list": {"Subject": "[list] hello", "List-Id": "<l.example>", "Precedence": "list"},
    "domino": {"Subject": "AUTO: Anna is out of the office", "Auto-Submitted": "auto-generated", "X-MIMETrack": "Serialize"},
    "ancient vacation": {"Subject": "away from my mail", "Precedence": "junk"},
    "read receipt": {"Subject": "Read: hello", "Content-Type": "multipart/report; report-type=disposition-notification; boundary=b"},
    "calendar": {"Subject": "Accepted: Meeting", "Content-Type": "text/calendar; method=REPLY"},
}  # fmt: skip


def message(**fields: str) -> bytes:
    """A message whose fields are put in as they are: this is what a hostile client does."""
    values = {
        "name": "Carol", "address": "carol@customer.example", "subject": "A quote", "message_id": "q1@customer.example", "references": "",
        "reply_to": "", "body": "What does it cost?", "results": "", "list": "", "spare": "", **fields,
    }  # fmt: skip
    lines = [
        f"From: {values['name']} <{values['address']}>", f"To: {SALES.email}", f"Subject: {values['subject']}",
        f"Message-ID: <{values['message_id']}>", "Date: Mon, 23 Nov 2026 10:00:00 +0000",
    ]  # fmt: skip
    optional = {
        "references": "References",
        "reply_to": "Reply-To",
        "results": "Authentication-Results",
        "list": "List-Id",
        "spare": "X-Spare",
    }
    lines += [f"{header}: {values[name]}" for name, header in optional.items() if values[name]]
    return ("\r\n".join(lines) + "\r\n\r\n" + values["body"] + "\r\n").encode("utf-8", "surrogateescape")


def read(raw: bytes) -> tuple[Facts, Verdict] | None:
    found = facts.read_message(FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, NOW, len(raw)))
    return (found, rules.classify_message(found, RULES, US)) if isinstance(found, Facts) else None


# --- what must hold


def injected(number: int) -> list[str]:
    """One payload, or two, in fields of one message: read, acknowledged, put into a digest; what got out."""
    dice = random.Random(number)
    payload = PAYLOADS[number % len(PAYLOADS)].format(m=MARK)
    names = {FIELDS[(number // len(PAYLOADS)) % len(FIELDS)], *([dice.choice(FIELDS)] if dice.random() < 0.3 else [])}
    around = dice.choice(("{}", "hello {}", "{} hello", '"{}"', "({})"))
    raw = message(**{name: around.format(payload) for name in names})
    got = read(raw)
    if got is None:
        return []
    fact, verdict = got
    authenticated = authentication.is_authenticated(fact, US)
    broken = ["forged Authentication-Results count"] if authenticated and "results" not in names else []
    broken += [f"acknowledgement: {each}" for each in _acknowledgement(fact, verdict, authenticated)]
    broken += [f"digest: {each}" for each in _digest(fact)]
    if re.search(r"[\x00-\x1f\x7f]", fact.subject):
        broken.append("a control character in the subject")
    try:
        _reject_unusable_name(fact.subject + payload)
        if re.search(r"[\x00-\x1f\x7f]", payload):
            broken.append("a control character in an IMAP command")
    except MailboxError:
        pass
    return broken


def _acknowledgement(fact: Facts, verdict: Verdict, authenticated: bool) -> list[str]:
    customer = verdict.customer or fact.author
    if customer is None:
        return []
    stored = inquiry(
        subject=fact.subject,
        customer=customer.email,
        promise_at=NOW + timedelta(hours=4),
        language=traits.message_language(fact),
    )
    try:
        head = LetterHead(SALES, customer, f"ack:{customer.key}", KEY, NOW)
        outline = acknowledgement.outline_mail(fact, "acknowledgement", is_authenticated=authenticated)
        made = acknowledgement.write_acknowledgement(TEMPLATES, head, outline, stored, always_open())
    except mime.ComposeError:
        return []
    found = _octets(made, customer.email)
    text = _text(made.data)
    if (
        MARK in text
        or "evil.example" in text
        or (not authenticated and MARK in str(message_from_bytes(made.data)["Subject"]))
    ):
        found.append("it repeats what a stranger wrote")
    return found


def _digest(fact: Facts) -> list[str]:
    author = fact.author or Address("")
    stored = inquiry(
        subject=fact.subject, customer=author.email, customer_name=author.name, excerpt=fact.own_text[:280]
    )
    waiting = [digest_room.WaitingInquiry(stored, stored.nags, timedelta(hours=2), None, fact.subject)]
    incident = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", NOW, fact.subject)
    coverage = digest.Coverage(1, 1, 0, NOW, [incident])
    try:
        head = LetterHead(SALES, Address("anna@example.com", "Anna"), "digest:anna:x", KEY, NOW)
        content = digest.DigestContent("anna", waiting, coverage, always_open(), None)
        made = digest.build_digest(TEMPLATES, head, content).letter
    except mime.ComposeError as error:
        return [f"lost: it cannot be written: {error}"]
    found = _octets(made, "anna@example.com")
    html = next(
        part.get_payload(decode=True).decode()
        for part in message_from_bytes(made.data).walk()
        if part.get_content_subtype() == "html"
    )
    if re.search(rf"(?i)<script|<[a-z][^<>]*(?:href|src|on\w+|style)\s*=[^<>]*(?:evil|{MARK})", html):
        found.append("markup of a stranger's")
    if re.search(r"(?i)(https?|ftp)://[^\s<]*evil|(?<!\[)\bwww\.evil", html + _text(made.data)):
        found.append("a link of a stranger's")
    if re.search(
        "[\u202a-\u202e\u2066\u2067\u061c\u200e\u200f\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f]", html + _text(made.data)
    ):
        found.append("a character that turns the direction or hides")
    if "49" in re.findall(rf"(\d+){MARK}", html + _text(made.data)):
        found.append("a template was run")
    return found


def _octets(made: ComposedLetter, recipient: str) -> list[str]:
    """The letter as a stranger's server reads it."""
    found = []
    again = message_from_bytes(made.data, policy=policy.compat32)
    if re.search(rb"\r(?!\n)|(?<!\r)\n|\x00", made.data):
        found.append("a bare CR, LF or NUL")
    if {"bcc", "cc", "resent-to"} & {name.casefold() for name, _ in again.items()} or len(again.get_all("To", [])) != 1:
        found.append("a header that is not ours")
    if made.envelope_recipient.casefold() != recipient.casefold() and recipient.isascii():
        found.append(f"it goes to {made.envelope_recipient}, not {recipient}")
    letter: Any = type(
        "L", (), {"recipient": made.envelope_recipient, "sender": made.envelope_sender, "data": made.data}
    )
    if re.search(r"[\s<>\x00-\x1f]", made.envelope_recipient) and not _unsendable_reason(letter):
        found.append("an address that ends a command")
    return found


def _text(data: bytes) -> str:
    parts = [part for part in message_from_bytes(data).walk() if part.get_content_subtype() == "plain"]
    return parts[0].get_payload(decode=True).decode()  # type: ignore[union-attr]


def machines() -> list[str]:
    """No answering machine gets an answer, whether it names our letter or not."""
    found = []
    for name, headers in MACHINES.items():
        for extra in ({}, {"In-Reply-To": "<n.x@example.com>", "References": "<n.x@example.com>"}):
            lines = {
                "From": "desk@customer.example",
                "To": SALES.email,
                "Message-ID": "<m@customer.example>",
                **headers,
                **extra,
            }
            raw = "".join(f"{key}: {value}\r\n" for key, value in lines.items()) + "\r\nWe are away.\r\n"
            got = read(raw.encode())
            if got is not None and got[1].ack:
                found.append(f"twice: I9: {name} would be answered")
    return found


def two_watchers() -> list[str]:
    """A writes to B as a customer of B; B acknowledges; A's Watcher reads that, and must be silent, with B's key or without."""
    got = read(message())
    assert got is not None
    fact, _ = got
    other = LetterHead(Address("info@other.example", "Other"), Address(SALES.email), "ack:x", b"o" * 32, NOW)
    outline = acknowledgement.outline_mail(fact, "acknowledgement", is_authenticated=False)
    made = acknowledgement.write_acknowledgement(TEMPLATES, other, outline, inquiry(), always_open())
    answer = read(b"Return-Path: <info@other.example>\r\n" + made.data)
    return ["twice: I9: two Watchers answer each other"] if answer is None or answer[1].ack or answer[1].track else []


def block(first: int) -> Tally:
    tally = Tally()
    for number in range(first, first + BLOCK):
        tally.attempts += 1
        tally.faults += 1
        try:
            for each in injected(number):
                tally.broke(f"{each} | payload {number}: {PAYLOADS[number % len(PAYLOADS)]!r:.60}")
        except Exception as error:
            tally.broke(f"payload {number}: {type(error).__name__}: {error}")
    return tally


def run(options: Options) -> Tally:
    tally = spread(block, range(options.first, options.first + (options.count or COUNT), BLOCK), options)
    for each in (*machines(), *two_watchers()):
        tally.broke(each)
    tally.attempts += 2 * len(MACHINES) + 1
    tally.seen["letters of answering machines"] += 2 * len(MACHINES)
    return tally


def test_injections_come_to_nothing():
    tally = Tally()
    for first in (0, BLOCK):
        tally.add(held(block(first)))
    assert machines() == []
    assert two_watchers() == []


def test_an_injection_that_gets_out_is_seen():
    """The judge itself: a letter that repeats a stranger's words is found out."""
    made = ComposedLetter(
        "a@b.example", "c@d.example", "x@b.example", b"To: c@d.example\r\nBcc: e@f.example\r\n\r\nx\r\n"
    )
    assert _octets(made, "c@d.example") == ["a header that is not ours"]
