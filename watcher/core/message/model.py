"""A message, read once at the door: where it lies, what it says, who "we" are. Frozen values; nothing downstream sees the raw octets.

Instants are aware UTC `datetime`s, sizes are octets. Message-IDs are kept without their angle brackets (RFC 5322 § 3.6.4: the
brackets are not part of the identifier).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from watcher.core.message import subjects

T = TypeVar("T")

#: Octets of a message that are looked at: header and first text. A 50 MB attachment stays where it is.
MAX_FETCHED_OCTETS = 96 * 1024
#: Octets (UTF-8) of a name by which a message or a conversation is found: a database has no room for more in an index.
MAX_KEY_OCTETS = 512


def bounded_key(name: str, most: int = MAX_KEY_OCTETS) -> str:
    """The name itself, or, where it has more octets than `most`, its beginning and its SHA-256: strangers write Message-IDs and
    subjects of any length. Different names stay different, and the same one is always shortened to the same."""
    if 4 * len(name) <= most:
        return name
    octets = name.encode("utf-8", "surrogatepass")
    if len(octets) <= most:
        return name
    digest = hashlib.sha256(octets).hexdigest()
    return f"{octets[: most - len(digest) - 1].decode('utf-8', 'ignore')}#{digest}"


class MessageKind(StrEnum):
    """What a message is. Automatic mail as RFC 3834 has it, reports as RFC 3464."""

    INQUIRY = "inquiry"  # a new one
    REPLY = "reply"  # belongs to a known thread
    AUTOMATIC = "automatic"  # out-of-office, receipt, calendar, system notice
    BOUNCE = "bounce"
    BULK = "bulk"  # newsletter, mailing list, marketing
    OWN = "own"  # our letters, wherever they turn up
    OUTGOING = "outgoing"  # a person of the house writes
    SPAM = "spam"
    OTHER = "other"  # a rule says: no inquiry; or mail from outside that was filed among sent mail


class FolderRole(StrEnum):
    """Why a folder is watched; the sent folder as RFC 6154 marks it."""

    INBOX = "inbox"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of RFC 5322 § 3.4. `email` is case-folded in its domain and, for comparing, use `key`."""

    email: str
    name: str = ""

    @property
    def key(self) -> str:
        """The form to compare by: the whole address case-folded, though a server may tell local parts apart (RFC 5321 § 2.4)."""
        return self.email.casefold()

    @property
    def person_key(self) -> str:
        """`key` without the detail behind a "+": plus-addresses are one person's (RFC 5233 § 4)."""
        local, _, domain = self.key.rpartition("@")
        person = local.partition("+")[0]
        return f"{person}@{domain}" if person else self.key

    @property
    def domain(self) -> str:
        """What stands behind the last "@" (RFC 5321 § 4.1.2), case-folded; "" where there is no "@"."""
        return self.email.rpartition("@")[2].casefold()

    @property
    def local(self) -> str:
        """The local part as written: what its case means is the receiving server's affair (RFC 5321 § 2.4)."""
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
class FetchedMessage:
    """A message as fetched: `raw` is the header and as much of the text as the byte cap allows, never a flag changed."""

    locator: Locator
    role: FolderRole
    raw: bytes
    received_at: datetime  # INTERNALDATE; `Date:` is the sender's claim
    size: int  # octets on the server, RFC822.SIZE
    flags: tuple[str, ...] = ()
    thread_id: str = ""  # X-GM-THRID, or THREADID of RFC 8474, where the server has one

    @property
    def is_truncated(self) -> bool:
        """Are there octets on the server that were not fetched?"""
        return self.size > len(self.raw)

    @property
    def is_handed_out(self) -> bool:
        """Are its octets there? Some servers list a message before they have stored its text: then nothing follows the header,
        though there is a size."""
        if len(self.raw) >= min(self.size, MAX_FETCHED_OCTETS):
            return True
        return bool(self.raw.replace(b"\r\n", b"\n").partition(b"\n\n")[2].strip(b"\n\t \0"))


class DeliveryReport(NamedTuple):
    """What a report of a mail system says of mail that came back (RFC 3464); empty where the message is none."""

    message_ids: tuple[str, ...] = ()  # of the mail it is about
    recipients: tuple[str, ...] = ()  # addresses it could not be delivered to, case-folded
    reason: str = ""  # in the words of the mail system; "" where nothing failed, or it is only late


NO_REPORT = DeliveryReport()


class EnclosedMessage(NamedTuple):
    """A whole message that is attached to another (message/rfc822, RFC 2046 § 5.2.1): who wrote it, and what."""

    from_: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    text: str = ""


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
    arrival_results: int = 0  # so many of the topmost Authentication-Results can be no sender's
    text: str = ""  # the readable text, HTML rendered, quotes and all
    from_html: bool = False  # `text` was rendered from HTML: there is no usable text/plain part
    links: int = 0  # number of links, in the HTML part where there is one
    images: int = 0  # number of remote images in the HTML part
    layout: tuple[str, ...] = ()  # marks of `html_layout.LayoutMark` that the HTML part has
    content_type: str = "text/plain"  # of the message, case-folded
    report_type: str = ""  # of multipart/report, RFC 6522
    part_types: tuple[str, ...] = ()  # content types of all parts, case-folded, the top one first
    calendar_method: str = ""  # of a text/calendar part, upper case, RFC 6047
    calendar_answer: str = ""  # of a REPLY: ACCEPTED, DECLINED, …, PARTSTAT of RFC 5545 § 3.2.12
    attachments: tuple[str, ...] = ()  # file names
    flags: tuple[str, ...] = ()
    truncated: bool = False  # `text` is not all there is
    defects: tuple[str, ...] = ()
    delivery_report: DeliveryReport = NO_REPORT
    enclosed: EnclosedMessage | None = None  # the first message that is attached; None: none, or a report's
    thread_id: str = ""  # the server's own name of the thread
    is_relayed: bool = False  # `from_` is who wrote it; the From header names a group or an alias that passed it on

    @cached_property
    def own_text(self) -> str:
        """`text` without quoted text and signature. Made when it is asked for: of lists and machines nobody asks."""
        from watcher.core.message.own_text import extract_own_text  # its patterns take 0.08 s, which no start waits for

        return extract_own_text(self.text, subjects.extract_base_subject(self.subject).is_forward)

    @cached_property
    def text_digest(self) -> str:
        """SHA-256, in hexadecimal, of letters and figures of the own words and of the names of the files: the same wherever it was
        delivered, however lines were broken on the way and whatever line a gateway or a list put under it."""
        from watcher.core.message.own_text import remove_delivery_footer  # as above

        written = remove_delivery_footer(self.own_text.strip() or self.text)
        words = _letters_and_figures(written.casefold())
        return hashlib.sha256("\0".join([words, *sorted(self.attachments)]).encode("utf-8", "replace")).hexdigest()

    def ask_once(self, question: Hashable, find_answer: Callable[[], T]) -> T:
        """The answer to a question about this message, which is kept with it. `question` names it, and all else that it depends on."""
        known: dict[Hashable, Any] = vars(self).setdefault("_answers", {})
        if question not in known:
            known[question] = find_answer()
        answer: T = known[question]
        return answer

    def limited_to(self, words: str) -> Facts:
        """The same message with no other text than these of the writer's own words."""
        limited = object.__new__(type(self))
        vars(limited).update({**vars(self), "text": words, "own_text": words})  # nothing is quoted in it
        for known in ("text_digest", "_answers"):
            vars(limited).pop(known, None)
        return limited

    def without_subject(self) -> Facts:
        """The same message, whose base subject says nothing: that of an answer is what somebody else wrote."""
        other = object.__new__(type(self))
        vars(other).update({**vars(self), "base_subject": ""})
        vars(other).pop("_answers", None)
        return other

    def with_received_at(self, received_at: datetime) -> Facts:
        """The same message, received at another instant (UTC); the words that were read of it are kept."""
        other = object.__new__(type(self))
        vars(other).update({**vars(self), "received_at": received_at})
        return other

    @property
    def author(self) -> Address | None:
        """The one who wrote it, where there is exactly one (RFC 5322 § 3.6.2 allows several)."""
        return self.from_[0] if len(self.from_) == 1 else None

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To, Cc, and Bcc with the Resent- fields, in that order (RFC 5322 § 3.6.3, § 3.6.6)."""
        return self.to + self.cc + self.bcc

    def first_header(self, name: str) -> str | None:
        """The topmost value of a header field (RFC 5322 § 2.2; `name` in any case), or None."""
        values = self.headers.get(name.casefold())
        return values[0] if values else None


#: Of the 256 characters that an octet each can stand for, those that are neither: most mail is read without a look at each of its own.
_OTHER_OCTETS = bytes(octet for octet in range(256) if not chr(octet).isalnum())


def _letters_and_figures(text: str) -> str:
    try:
        return text.encode("latin-1").translate(None, _OTHER_OCTETS).decode("latin-1")
    except UnicodeEncodeError:
        return "".join(filter(str.isalnum, text))


#: Begins the fingerprint of a message of which nothing was ever handed out: nothing of it can be known again.
MISSING_FINGERPRINT = "missing:"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that could not be turned into facts; it becomes an inquiry of its own, so that a person looks. `size`:
    octets; `received_at`: UTC."""

    received_at: datetime
    size: int
    fingerprint: str
    reason: str


@dataclass(frozen=True)
class OwnIdentity:
    """Who we are, seen from a message."""

    mailboxes: frozenset[str] = frozenset()  # addresses and aliases of the watched mailboxes, case-folded
    people: frozenset[str] = frozenset()  # every address of every person of the house, case-folded
    authserv_id: str | None = None  # whose Authentication-Results count (RFC 8601 § 5); None: nobody's

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Those of mailboxes and people. Made once: a message is asked about it several times, and a house may have thousands."""
        return self.mailboxes | self.people
