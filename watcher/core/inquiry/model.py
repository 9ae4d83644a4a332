"""The nouns of inquiries: an inquiry, the turns of its conversation, what is known when a message is decided, what is decided.

Frozen values without behaviour; instants are aware UTC `datetime`s, addresses case-folded where the field says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from math import ceil

from watcher.core.message.model import Address, FolderRole, MessageKind
from watcher.core.rules.model import Attention


class InquiryState(StrEnum):
    """Where an inquiry stands. `decide` holds every transition."""

    WAITING = "waiting"
    SNOOZED = "snoozed"
    ANSWERED = "answered"
    DONE = "done"
    DISMISSED = "dismissed"


#: In which a person is waited for.
OPEN_STATES = frozenset({InquiryState.WAITING, InquiryState.SNOOZED})
#: What the journal calls it when an inquiry that was over waits again, from the foot of its ladder.
REOPENED = "reopened"


#: In these an inquiry waits for nobody.
CLOSED_STATES = frozenset({InquiryState.ANSWERED, InquiryState.DONE, InquiryState.DISMISSED})


class ProblemKind(StrEnum):
    """What is wrong with an inquiry. The text beside it is for people."""

    NONE = ""
    UNREADABLE = "unreadable"  # no program of ours could read the message
    UNREACHABLE = "unreachable"  # our acknowledgement was not delivered
    REPLY_BOUNCED = "reply-bounced"  # a person's reply was not delivered; goes when another one answers
    UNACKNOWLEDGED = "unacknowledged"  # the acknowledgement could not be written
    MERGED = "merged"  # it goes on in another inquiry


@dataclass(frozen=True, slots=True)
class ReplyProof:
    """Why an inquiry counts as answered."""

    by: str  # address of the person who wrote
    message_id: str
    at: datetime
    how: str  # "sent folder, In-Reply-To", …


@dataclass(frozen=True, slots=True)
class Response:
    """A question and when a person answered it, as it was measured when it was seen."""

    asked_at: datetime
    answered_at: datetime
    opening_time: timedelta | None = None  # from one to the other; None: nobody knows when it was answered
    is_first: bool = False  # it answers the question that began the conversation


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
    problem_kind: ProblemKind = ProblemKind.NONE
    problem: str = ""  # the same in words, for the owner to see
    possible_answer: ReplyProof | None = None  # looks answered, and nothing proves it: a person must confirm
    settled_at: datetime | None = None  # a person said done: what was asked until then needs no answer
    disputed_at: datetime | None = None  # a person said reopen: what was answered until then was no answer
    nagged_at: datetime | None = None  # the last nag
    escalate_at: datetime | None = None  # when it goes further up
    urgent_at: datetime | None = None  # when its urgent mail is due; None: there is none, or it was written
    first_promise_at: datetime | None = None  # what was promised before that; None: `promise_at` is the first
    responses: tuple[Response, ...] | None = None  # in order; None: they were never measured
    renew_at: datetime | None = None  # when a second letter may renew its promise; None: never, or it was decided
    renewed_promise_at: datetime | None = None  # what that letter promises; `promise_at` stays the first promise


class TurnKind(StrEnum):
    """What a message is to the conversation it belongs to."""

    QUESTION = "asked"
    THANKS = "thanked"  # a customer's bare thanks: asks for nothing
    ANSWER = "answered"
    HOLDING_REPLY = "held"  # "I'll get back to you": restarts the clock and closes nothing
    POSSIBLE_PROMISE = "promised"  # such a reply with other words: the same, and a person is asked whether it answers


#: What the house wrote.
REPLY_KINDS = frozenset({TurnKind.ANSWER, TurnKind.HOLDING_REPLY, TurnKind.POSSIBLE_PROMISE})
#: What of it closes nothing.
PROMISE_KINDS = frozenset({TurnKind.HOLDING_REPLY, TurnKind.POSSIBLE_PROMISE})
#: Begins the evidence of a possible answer that may be no more than a promise.
ONLY_A_PROMISE = "only a promise?"
#: How a question was asked that may be no more than thanks; begins the evidence of the answer before it, too.
ONLY_THANKS = "only thanks?"
#: Begins the fingerprint of an inquiry that no mail opened, and the key of its question: a contact to be written to.
LEAD_FINGERPRINT = "lead:"
#: Begins the key of an answer of which only the mark \\Answered (RFC 3501 § 2.3.2) tells, not when it was written.
ANSWERED_FLAG_KEY = "flag:"
#: What stands in `ReplyProof.how` beside a folder: how a reply is known, where that proves little.
FROM_OUTSIDE, AUTHENTICATED, NOT_AUTHENTICATED = (
    "delivered from outside",
    "sender authenticated",
    "sender not authenticated",
)
ONE_OF_SEVERAL, ANSWERED_MARK = "one of several it could answer", "the mark \\Answered"
QUOTED_REPLY = "the customer quotes a reply that was not seen"
#: What stands before the words of a server in `Inquiry.problem`.
DID_NOT_ARRIVE, CAME_BACK = " did not arrive: ", " came back: "


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


@dataclass(frozen=True, slots=True)
class JournalNote:
    """A line of an inquiry's journal, not stored yet."""

    event: str
    text: str


@dataclass(frozen=True, slots=True)
class InquiryChange:
    """What a command, the clock or a message makes of one inquiry; `inquiry` is None where nothing changes."""

    why: str
    inquiry: Inquiry | None = None
    journal: tuple[JournalNote, ...] = ()


# --- what is set aside for a glance


@dataclass(frozen=True, slots=True)
class SetAsideInquiry:
    """An inquiry that is not opened, because the message may be none: all that opens it once a person says that it is one."""

    inquiry: Inquiry  # number 0, its ladder not begun
    question: Turn
    sender_name: str  # of From; the customer may be somebody else
    sibling_keys: tuple[str, ...] = ()  # as in `ties.MessageTies`, as the next
    server_key: str = ""


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A message that was set aside, as people are shown it. `number` is that of its ledger entry, shown as `R12`."""

    number: int
    mailbox: str
    sender: str
    sender_name: str
    subject: str
    received_at: datetime
    why: str
    rule: str = ""  # whose reason `why` is; "": that of the table, or of what is known of the sender
    codes: tuple[str, ...] = ()  # those of `SuppressionCode` that apply
    shown_at: datetime | None = None  # a digest that lists it was accepted
    inquiry: int | None = None  # what it became when a person said that it is one


@dataclass(frozen=True, slots=True)
class DigestLine:
    """What a digest tells of one inquiry: its nag number `nag`, of the time that it has waited since `since`."""

    inquiry: int
    nag: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ToldNag:
    """The nag of an inquiry that somebody was told last, and the digest that told it: a later letter has a greater id."""

    nag: int
    letter: int


@dataclass(frozen=True, slots=True)
class UncountedNag:
    """The next nag of an inquiry, which somebody was told (UTC) and nothing counts yet."""

    inquiry: int
    told_at: datetime


# --- a message, and what the store knows about it ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkedInquiry:
    """An inquiry a message belongs to, and what says so: an id, or a key of `threads`."""

    inquiry: Inquiry
    thread_key: str
    turns: tuple[Turn, ...] = ()
    strength: Strength = Strength.STRONG
    is_inferred: bool = False  # nothing but references to a message that was not seen when they came, or a key


@dataclass(frozen=True, slots=True)
class AnsweredLead:
    """A contact of the house to whom a mail of the house went, and that mail as a turn of theirs."""

    change: InquiryChange
    turn: Turn


@dataclass(frozen=True, slots=True)
class Conversation:
    """The other messages and inquiries a message has to do with."""

    linked: tuple[LinkedInquiry, ...] = ()  # every inquiry that the nearest known id belongs to
    same_id: tuple[LinkedInquiry, ...] = ()  # of a customer's message: inquiries with a message of the same id
    merge_candidates: tuple[LinkedInquiry, ...] = ()  # other inquiries to which it is the missing link
    leads: tuple[LinkedInquiry, ...] = ()  # contacts to be written to whom the message goes to, or comes from
    unlinked_replies: tuple[Turn, ...] = ()  # replies of the house that were seen before what they answer
    bounced_replies: Mapping[str, BouncedReply] = field(default_factory=dict)  # by id: mail of the house that came back
    parent_unknown: bool = False  # it answers a message that was never seen
    acknowledged_inquiry: Inquiry | None = None  # of a report: the inquiry whose acknowledgement came back
    returned_reader: str = ""  # of a report: to whom of the people the letter of ours went that came back


@dataclass(frozen=True, slots=True)
class SendingHistory:
    """What was sent before, as far as it may speak against an acknowledgement."""

    answers_our_mail: bool = False  # the message refers to one that a person of the house or Watcher sent
    recent_acks_to_customer: int = 0  # acknowledgements to this customer within `per_sender`
    acks_in_last_hour: int = 0  # from this mailbox
    already_acknowledged: bool = False  # another message with this id was acknowledged
    is_known_customer: bool = False  # a person has dealt with an inquiry of theirs before
    unknown_before: datetime | None = None  # what happened before is not known: a restored backup


@dataclass(frozen=True, slots=True)
class Situation:
    """What the store knows about a message at the moment it is decided."""

    role: FolderRole
    old_mail_before: datetime  # mail received earlier was there before Watcher, wherever it turns up
    is_own_letter: bool = False  # one of our letters, by id or by signature
    copy_of: str = ""  # where the same message was seen before
    conversation: Conversation = field(default_factory=Conversation)
    history: SendingHistory = field(default_factory=SendingHistory)
    promoted_review: int | None = None  # earlier doubtful mail of its sender that a person made an inquiry
    dismissed: tuple[int, ...] = ()  # inquiries of its customer of which a person said that they are none


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """An acknowledgement to be composed and queued."""

    customer: Address
    template: str
    has_evidence: bool = False  # the customer is verified, known, or asks something
    delay: timedelta = timedelta(0)  # until it may leave


@dataclass(frozen=True, slots=True)
class MessageDecision:
    """What must be true of a message and of its inquiries after the transaction that stores it."""

    kind: MessageKind
    why: str
    codes: tuple[str, ...] = ()
    inquiry: Inquiry | None = None  # to be stored; number 0: a new one
    journal: tuple[JournalNote, ...] = ()
    acknowledgement: Acknowledgement | None = None
    turn: Turn | None = None  # what the message is to its conversation; without an inquiry it waits for one
    turns_to_store: tuple[Turn, ...] = ()  # turns that become the inquiry's with it
    merged_inquiries: tuple[InquiryChange, ...] = ()  # inquiries that end in this one
    #: Inquiries besides: those that `turn` could answer, or answers all together; or whose answer came back as well.
    other_changes: tuple[InquiryChange, ...] = ()
    answered_leads: tuple[AnsweredLead, ...] = ()  # contacts to be written to that `turn` went to
    recipient_unknown: bool = False  # `turn` went to nobody who asked here; who it answers may still write under its id
    bounced_replies: tuple[BouncedReply, ...] = ()  # mail of the house that came back
    attention: Attention = Attention.NONE  # what the message asks of people, now that its thread is known
    set_aside: SetAsideInquiry | None = None  # what a person may make an inquiry later


#: So much of an hour is for customers of whom nothing speaks for a person; the rest is kept for the others.
BARE_SHARE = 0.5
#: How long an acknowledgement waits for its turn when the hour is full.
MAX_WAIT_FOR_TURN = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class AcknowledgementLimits:
    """How often strangers are answered by machine, and for how long after they wrote."""

    per_sender: timedelta = timedelta(hours=24)
    max_age: timedelta = timedelta(hours=24)
    max_per_hour: int = 30

    def max_leaving(self, has_evidence: bool) -> int:
        """How many may leave one mailbox in an hour before another one with such evidence has to wait."""
        return self.max_per_hour if has_evidence else ceil(self.max_per_hour * BARE_SHARE)

    def max_queued(self, has_evidence: bool) -> int:
        """How many written in an hour can leave before they have waited too long: no more are written."""
        return self.max_leaving(has_evidence) * (1 + int(MAX_WAIT_FOR_TURN / timedelta(hours=1)))
