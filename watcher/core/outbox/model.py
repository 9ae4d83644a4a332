"""A letter of ours, and what may become of an attempt to send it. Frozen values; instants are aware UTC `datetime`s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
