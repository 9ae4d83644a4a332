"""An inquiry and the turns of its conversation. Frozen values; instants are aware UTC `datetime`s, addresses case-folded where said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class InquiryState(StrEnum):
    """Where an inquiry stands. `decide` holds every transition."""

    WAITING = "waiting"
    SNOOZED = "snoozed"
    ANSWERED = "answered"
    DONE = "done"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class ReplyProof:
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
    state: InquiryState
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
    reply_proof: ReplyProof | None = None
    problem: str = ""  # unreadable, unreachable, …: for the owner to see
    possible_answer: ReplyProof | None = None  # looks answered, and nothing proves it: a person must confirm
    settled_at: datetime | None = None  # a person said done: what was asked until then needs no answer
    disputed_at: datetime | None = None  # a person said reopen: what was answered until then was no answer
    nagged_at: datetime | None = None  # the last nag
    escalate_at: datetime | None = None  # when it goes further up
    alert_at: datetime | None = (
        None  # when the mail that rings at once is due; None where there is none, or it was written
    )


class TurnKind(StrEnum):
    """What a message is to the conversation it belongs to."""

    QUESTION = "asked"
    THANKS = "thanked"  # a customer's bare thanks: asks for nothing
    ANSWER = "answered"
    HOLDING_REPLY = "held"  # "I'll get back to you": restarts the clock and closes nothing


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
    kind: TurnKind
    by: str  # the customer who asks, or the person who answers
    addresses: frozenset[str]  # case-folded; of a question: where its answer may go; of an answer: where it went
    ids: tuple[str, ...] = ()  # every id it goes by, aliases included
    parents: tuple[str, ...] = ()  # ids it refers to, the nearest first
    strength: Strength = Strength.STRONG
    how: str = ""
    name: str = ""  # of the customer
    subject: str = ""


@dataclass(frozen=True, slots=True)
class BouncedReply:
    """A mail of the house that came back (RFC 3464)."""

    message_id: str
    at: datetime
    recipients: frozenset[str]  # case-folded; empty where the report does not say
    reason: str
