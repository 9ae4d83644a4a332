"""A letter of ours, and what may become of an attempt to send it. Frozen values; instants are aware UTC `datetime`s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for, in the order in which letters leave."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RENEWAL = "renewal"  # the second letter to a customer
    ALERT = "alert"  # Watcher's own troubles
    CONFIRMATION = "confirmation"  # what became of a person's commands
    URGENT = "urgent"  # a digest of one inquiry, at once
    DIGEST = "digest"
    OBSERVATION = "observation"  # what would have been done where a mailbox is only observed
    REPORT = "report"


#: Which letters go to customers: they never leave a second time.
CUSTOMER_KINDS = frozenset({LetterKind.ACKNOWLEDGEMENT, LetterKind.RENEWAL})
#: Which letters are written anew from what waits at the moment they leave.
DIGEST_KINDS = frozenset({LetterKind.DIGEST, LetterKind.URGENT})


class LetterState(StrEnum):
    """Where a letter stands. `letter_state` holds every transition."""

    PENDING = "pending"  # to be offered at `next_at`
    SENDING = "sending"  # the final dot may be on the wire
    UNCERTAIN = "uncertain"  # nobody can know whether it left
    SENT = "sent"
    FAILED = "failed"  # refused for good
    CANCELLED = "cancelled"  # no longer wanted
    WITHHELD = "withheld"  # a gate said no at the last look


#: In these the fate of a letter is decided.
SETTLED_STATES = frozenset({LetterState.SENT, LetterState.FAILED, LetterState.CANCELLED, LetterState.WITHHELD})
#: A letter in one of these has left, or may have.
MAY_HAVE_LEFT_STATES = frozenset({LetterState.SENDING, LetterState.UNCERTAIN, LetterState.SENT})
#: In one of these it has reached whom it is for, or may yet.
MAY_ARRIVE_STATES = MAY_HAVE_LEFT_STATES | {LetterState.PENDING}


class LetterReason(StrEnum):
    """Why any letter was withheld, cancelled or given up; an acknowledgement also for what `rules.codes` names."""

    DRY_RUN = "dry-run"  # for good, as dry runs once did
    OBSERVED = "observed"  # until the mailbox is observed no more
    GIVEN_UP = "given-up"
    SUPERSEDED = "superseded"  # a later digest says it all
    NOTHING_WAITS = "nothing-waits"
    CAME_BACK = "came-back"  # a report says so
    REFUSED_ALONE = "refused-alone"  # again and again, while the account sent others


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter ready to be queued."""

    envelope_sender: str  # "" for the null sender (RFC 5321 § 4.5.5)
    envelope_recipient: str  # exactly one
    message_id: str
    data: bytes


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
    person: str = ""  # to whom of the people; "": to a customer
    slot: str = ""  # for which of their slots (`digest_times.Slot.key`), or which instant
    inquiry: int | None = None  # of a letter to a customer
    answers_at: datetime | None = None  # when the acknowledged message came, by its oldest witness
    has_evidence: bool = False  # of an acknowledgement: the customer is verified, known, or asks something
    outline: str = ""  # what its words are made of, for a letter that says what time it is; "": they are not made again
    attempts: int = 0
    may_have_left: int = 0  # attempts whose end nobody can know
    offered_at: datetime | None = None  # the last attempt
    code: int | None = None  # last SMTP reply code
    reason: str = ""  # a code: why it is withheld, cancelled or given up, or waits for its turn
    error: str = ""  # the last trouble in the words of the server or the network

    @property
    def explanation(self) -> str:
        """Why it stands where it stands: the code of the reason, and what the server or the network said."""
        return ": ".join(filter(None, (self.reason, self.error)))


# --- what became of an attempt to send -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accepted:
    """2xx after the final dot: the server has taken responsibility (RFC 5321 § 6.1)."""

    code: int
    text: str


class SmtpPhase(StrEnum):
    """At which step of RFC 5321 § 3.3 a server said no."""

    LETTER = "letter"  # none: it was not even offered, being what it is
    LOGIN = "login"  # greeting, EHLO, TLS, AUTH
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"  # the body, or its end


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no. Certain: the letter has not left."""

    code: int
    text: str
    permanent: bool  # 5xx
    account: bool = False  # about us (login, quota, policy), not about this letter: `refusals` says so
    phase: SmtpPhase = SmtpPhase.DATA


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No server, no TLS, a broken line before the final dot. Certain: the letter has not left."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The line broke after the final dot: nobody can know (RFC 1047)."""

    text: str


Outcome = Accepted | Refused | Unreachable | Unknown
