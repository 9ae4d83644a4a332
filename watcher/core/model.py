"""The nouns: what the rooms of the house hand to each other. Frozen values; no behaviour beyond reading themselves.

Instants are aware UTC `datetime`s, durations are `timedelta`s or `hours.Span`s. Message-IDs are kept without their angle
brackets (RFC 5322 § 3.6.4: the brackets are not part of the identifier).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cached_property

from watcher.core import text

#: Octets of a message that are looked at: header and first text. A 50 MB attachment stays where it is.
MAX_OCTETS = 96 * 1024


class Kind(StrEnum):
    """What a message is."""

    INQUIRY = "inquiry"  # a new one
    REPLY = "reply"  # belongs to a known thread
    AUTOMATIC = "automatic"  # out-of-office, receipt, calendar, system notice
    BOUNCE = "bounce"
    BULK = "bulk"  # newsletter, mailing list, marketing
    OWN = "own"  # our letters, wherever they turn up
    OUTGOING = "outgoing"  # a person of the house writes
    SPAM = "spam"
    OTHER = "other"  # a rule says: no inquiry


class State(StrEnum):
    """Where an inquiry stands. `decide` holds every transition."""

    WAITING = "waiting"
    SNOOZED = "snoozed"
    ANSWERED = "answered"
    DONE = "done"
    DISMISSED = "dismissed"


class LetterKind(StrEnum):
    ACKNOWLEDGEMENT = "acknowledgement"
    DIGEST = "digest"
    ALERT = "alert"
    CONFIRMATION = "confirmation"  # what became of a person's commands
    REPORT = "report"


class LetterState(StrEnum):
    """Where a letter stands. `decide` holds every transition."""

    PENDING = "pending"  # to be offered at `next_at`
    SENDING = "sending"  # the final dot may be on the wire
    UNCERTAIN = "uncertain"  # nobody can know whether it left
    SENT = "sent"
    FAILED = "failed"  # refused for good
    CANCELLED = "cancelled"  # no longer wanted
    WITHHELD = "withheld"  # a gate said no at the last look


class Role(StrEnum):
    """Why a folder is watched."""

    INBOX = "inbox"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of RFC 5322 § 3.4. `email` is case-folded in its domain and, for comparing, use `key`."""

    email: str
    name: str = ""

    @property
    def key(self) -> str:
        """The form to compare by: whole address case-folded."""
        return self.email.casefold()

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2].casefold()

    @property
    def local(self) -> str:
        return self.email.rpartition("@")[0]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


@dataclass(frozen=True, slots=True)
class Locator:
    """Where the server keeps a message. RFC 9051 § 2.3.1.1: the four together never mean another message."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message as fetched: `raw` is the header and as much of the text as the byte cap allows, never a flag changed."""

    locator: Locator
    role: Role
    raw: bytes
    received_at: datetime  # INTERNALDATE; `Date:` is the sender's claim
    size: int  # octets on the server, RFC822.SIZE
    flags: tuple[str, ...] = ()
    thread_id: str = ""  # X-GM-THRID, or THREADID of RFC 8474, where the server has one

    @property
    def truncated(self) -> bool:
        return self.size > len(self.raw)


@dataclass(frozen=True)
class Facts:
    """What one message says, read and normalised once at the door. Nothing downstream sees the raw message again.

    All text is decoded, NFC-normalised and free of control characters; sizes are bounded by `facts.LIMITS`.
    """

    mailbox: str
    folder: str
    received_at: datetime
    size: int
    fingerprint: str
    message_id: str = ""  # without brackets; "" where there is none
    from_: tuple[Address, ...] = ()
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()  # Bcc and Resent-To/-Cc/-Bcc
    return_path: str | None = None  # None: no such header; "": the null sender
    subject: str = ""
    base_subject: str = ""  # without reply prefixes and list tags, RFC 5256 § 2.1
    is_reply: bool = False  # the subject carries a reply prefix, or there is an In-Reply-To
    has_prefix: bool = False  # the subject carries a reply prefix
    is_forward: bool = False
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)  # case-folded name → decoded values, top first
    text: str = ""  # the readable text, HTML rendered, quotes and all
    from_html: bool = False  # `text` was rendered from HTML: there is no usable text/plain part
    links: int = 0  # number of links, in the HTML part where there is one
    images: int = 0  # number of remote images in the HTML part
    content_type: str = "text/plain"  # of the message, case-folded
    report_type: str = ""  # of multipart/report, RFC 6522
    part_types: tuple[str, ...] = ()  # content types of all parts, case-folded, the top one first
    calendar_method: str = ""  # of a text/calendar part, upper case, RFC 6047
    attachments: tuple[str, ...] = ()  # file names
    flags: tuple[str, ...] = ()
    truncated: bool = False  # `text` is not all there is
    defects: tuple[str, ...] = ()
    returned_ids: tuple[str, ...] = ()  # of a report: Message-IDs of the mail it is about
    returned_to: tuple[str, ...] = ()  # … and the addresses it could not be delivered to, case-folded
    returned_why: str = ""  # … and why, in the words of the mail system; "" where it is only late
    thread_id: str = ""  # the server's own name of the thread
    is_relayed: bool = False  # `from_` is who wrote it; the From header names a group or an alias that passed it on

    @cached_property
    def own_text(self) -> str:
        """`text` without quoted text and signature. Made when it is asked for: of lists and machines nobody asks."""
        return text.own_text(self.text, text.base_subject(self.subject).is_forward)

    @property
    def author(self) -> Address | None:
        """The one who wrote it, where there is exactly one."""
        return self.from_[0] if len(self.from_) == 1 else None

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc + self.bcc

    def header(self, name: str) -> str | None:
        """The topmost value of a header, or None."""
        values = self.headers.get(name.casefold())
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that could not be turned into facts. It becomes an inquiry of its own, so that a person looks."""

    mailbox: str
    folder: str
    received_at: datetime
    size: int
    fingerprint: str
    reason: str


@dataclass(frozen=True, slots=True)
class Us:
    """Who we are, seen from a message."""

    mailboxes: frozenset[str] = frozenset()  # addresses and aliases of the watched mailboxes, case-folded
    people: frozenset[str] = frozenset()  # every address of every person of the house, case-folded
    authserv_id: str | None = None  # whose Authentication-Results count (RFC 8601 § 5); None: nobody's


class Bar(StrEnum):
    """What a suppression code says of tracking (column K of the decision table)."""

    NEVER = "N"  # cannot be an inquiry
    MAYBE = "I"  # may be an inquiry all the same
    RULE = "F"  # only when a rule says so


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of the decision table that applies: each forbids an acknowledgement."""

    code: str
    bar: Bar
    kind: Kind  # what the message is, if nothing else speaks
    why: str  # the evidence, for a person


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules and table say of one message, before its thread is known."""

    kind: Kind
    track: bool
    ack: bool
    codes: tuple[str, ...]  # every code that hits, in table order; () when `ack`
    rule: str  # name of the rule that spoke; "" for the table or the built-in default
    why: str
    customer: Address | None = None
    template: str = "acknowledgement"
    owner: str | None = None
    ladder: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def ack_reason(self) -> str | None:
        """The first code that forbids the acknowledgement; None when it may be sent."""
        return self.codes[0] if self.codes and not self.ack else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an inquiry counts as answered."""

    by: str  # address of the person who wrote
    message_id: str
    at: datetime
    how: str  # "sent folder, In-Reply-To", …


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One thread that waits, or waited, for a human reply. `number` is 0 until it is stored."""

    number: int
    mailbox: str
    state: State
    customer: str  # address, "" where nobody can be answered
    customer_name: str
    reach: tuple[str, ...]  # case-folded addresses a reply to this customer may go to (From, Reply-To, …)
    subject: str
    message_id: str
    fingerprint: str
    opened_at: datetime
    owner: str  # name of a person
    ladder: str
    promise_at: datetime | None = None
    next_nag_at: datetime | None = None  # set while waiting; the end of the snooze while snoozed
    nags: int = 0
    escalated: int = 0  # how far up it has gone: 1, the deputy gets it too; 2, the deputy's deputy too
    waiting_since: datetime | None = None  # the customer's first unanswered message
    last_customer_at: datetime | None = None  # the customer's latest message …
    last_customer_id: str = ""  # … and its Message-ID
    language: str = ""
    excerpt: str = ""  # first lines of the customer's own text
    tags: tuple[str, ...] = ()
    ack_reason: str | None = None  # why there is no acknowledgement
    evidence: Evidence | None = None
    problem: str = ""  # unreadable, unreachable, …: for the owner to see
    hint: Evidence | None = None  # looks answered, and nothing proves it: a person must confirm
    settled_at: datetime | None = None  # a person said done: what was asked until then needs no answer
    disputed_at: datetime | None = None  # a person said reopen: what was answered until then was no answer
    nagged_at: datetime | None = None  # the last nag
    escalate_at: datetime | None = None  # when it goes further up
    alert_at: datetime | None = (
        None  # when the mail that rings at once is due; None where there is none, or it was written
    )


class Part(StrEnum):
    """What a message is to the conversation it belongs to."""

    ASKED = "asked"
    THANKED = "thanked"  # a customer's bare thanks: asks for nothing
    ANSWERED = "answered"
    HELD = "held"  # "I'll get back to you": restarts the clock and closes nothing


class Strength(IntEnum):
    """How sure it is that an answer is one."""

    WEAK = 1  # never closes
    MEDIUM = 2  # closes, and says so
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One message's part in a conversation. Turns are kept; where an inquiry stands follows from them in any order."""

    key: str  # Message-ID; the fingerprint where there is none
    at: datetime  # INTERNALDATE
    part: Part
    by: str  # the customer who asks, or the person who answers
    addresses: frozenset[str]  # case-folded; of a question: where its answer may go; of an answer: where it went
    ids: tuple[str, ...] = ()  # every id it goes by, aliases included
    parents: tuple[str, ...] = ()  # ids it refers to, the nearest first
    strength: Strength = Strength.STRONG
    how: str = ""
    name: str = ""  # of the customer
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A mail of the house that came back (RFC 3464)."""

    message_id: str
    at: datetime
    to: frozenset[str]  # case-folded; empty where the report does not say
    why: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One outgoing mail of ours. `data` and `message_id` never change once it is stored."""

    id: int
    kind: LetterKind
    key: str  # unique: the same key is the same letter
    state: LetterState
    mailbox: str  # whose SMTP account carries it
    sender: str  # envelope sender, "" for the null sender
    recipient: str  # exactly one
    message_id: str
    data: bytes
    created_at: datetime
    next_at: datetime
    inquiry: int | None = None  # the acknowledged one
    answers_at: datetime | None = None  # INTERNALDATE of the acknowledged message
    attempts: int = 0
    may_have_left: int = 0  # attempts whose end nobody can know
    offered_at: datetime | None = None  # the last attempt
    code: int | None = None  # last SMTP reply code
    error: str = ""  # last trouble, or why withheld or cancelled


# --- what became of an attempt to send -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accepted:
    """2xx after the final dot: the server has taken responsibility (RFC 5321 § 6.1)."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no. Certain: the letter has not left."""

    code: int
    text: str
    permanent: bool  # 5xx
    account: bool = False  # about us (login, quota, policy), not about this letter


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No server, no TLS, a broken line before the final dot. Certain: the letter has not left."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The line broke after the final dot: nobody can know (RFC 1047)."""

    text: str


Outcome = Accepted | Refused | Unreachable | Unknown
