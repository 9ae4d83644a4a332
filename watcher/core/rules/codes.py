"""Suppression codes: every reason why no acknowledgement goes out, and what each says of the message. One table.

A code is a name in people's databases and rule files (`match.auto`): it is never renamed. The decision table (`suppression`)
gives those of groups A to F, from the message alone; those of group G follow from the state (`core.inquiry.arrivals`,
`core.outbox`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watcher.core.message.model import MessageKind


class TrackingEffect(StrEnum):
    """What a suppression code says of the attention a message gets."""

    EXCLUDES = "N"  # a proof: nobody expects an answer, unless a rule of the owner says so
    ALLOWS = "I"  # a mark of how it travelled: no acknowledgement, and no more than that
    NEEDS_RULE = "F"  # doubt: a glance, unless a rule says more


class SuppressionCode(StrEnum):
    """One reason against an acknowledgement, in the order in which reasons are reported."""

    # A. ours
    OWN_MESSAGE = "own-message"
    OWN_ADDRESS = "own-address"
    LOOP_COUNT = "loop-count"
    # B. delivery and disposition reports
    MDN = "mdn"
    FEEDBACK_REPORT = "feedback-report"
    MACHINE_REPORT = "machine-report"
    DSN = "dsn"
    DAEMON_SENDER = "daemon-sender"
    DSN_LIKE = "dsn-like"
    # C. declared automatic
    AUTO_SUBMITTED = "auto-submitted"
    NULL_SENDER = "null-sender"
    VENDOR_AUTO = "vendor-auto"
    OTHER_BOT = "other-bot"
    X_LOOP = "x-loop"
    CALENDAR = "calendar"
    # D. lists and bulk
    LIST = "list"
    BULK = "bulk"
    SUPPRESS_REQUESTED = "suppress-requested"
    # E. looks automatic without saying so
    AUTO_SUBJECT = "auto-subject"
    AUTO_TEXT = "auto-text"
    NOTICE = "notice"
    MAYBE_AWAY = "maybe-away"
    SENT_BY_PROGRAM = "sent-by-program"
    SPAM_FLAGGED = "spam-flagged"
    AUTH_FAIL = "auth-fail"
    TOO_MALFORMED = "too-malformed"
    # F. the destination
    BAD_DESTINATION = "bad-destination"
    NOREPLY_DESTINATION = "noreply-destination"
    ROLE_DESTINATION = "role-destination"
    RELAYED = "relayed"
    NOT_ADDRESSED = "not-addressed"
    # a rule
    DOUBTFUL = "doubtful"
    NOT_INQUIRY = "not-inquiry"
    # G. the state
    DUPLICATE = "duplicate"
    FOLLOW_UP = "follow-up"
    ALREADY_HANDLED = "already-handled"
    STALE = "stale"
    RECENTLY_ACKED = "recently-acked"
    RATE_SENDER = "rate-sender"
    RATE_DOMAIN = "rate-domain"
    RATE_GLOBAL = "rate-global"
    RATE_BOUNCES = "rate-bounces"
    STATE_GAP = "state-gap"
    IMPORTED = "imported"

    @property
    def meaning(self) -> CodeMeaning:
        """Its row of the table."""
        return SUPPRESSION_TABLE[self]


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """One row of the table. A single match may say less or more than its row (`SuppressionMatch`)."""

    effect: TrackingEffect
    kind: MessageKind  # what the message is, if nothing else speaks
    reason: str  # why no acknowledgement went out, as the owner reads it: "… because it is a read receipt"
    from_machine: bool = False  # no person wrote the message, whoever owns the mailbox it was sent from


def _build_table() -> dict[SuppressionCode, CodeMeaning]:
    code, kind = SuppressionCode, MessageKind
    excludes, allows, needs_rule = TrackingEffect.EXCLUDES, TrackingEffect.ALLOWS, TrackingEffect.NEEDS_RULE
    # fmt: off
    rows = (
        (code.OWN_MESSAGE, excludes, kind.OWN, "it is one of Watcher's own letters"),
        # `own-address` is no machine's: in a sent folder every message carries it.
        (code.OWN_ADDRESS, needs_rule, kind.OUTGOING, "it comes from one of your own addresses"),
        (code.LOOP_COUNT, excludes, kind.AUTOMATIC, "it has been going round in circles"),
        (code.MDN, excludes, kind.AUTOMATIC, "it is a read receipt", True),
        (code.FEEDBACK_REPORT, excludes, kind.AUTOMATIC, "it is an abuse report", True),
        (code.MACHINE_REPORT, excludes, kind.AUTOMATIC, "it is a machine's report", True),
        (code.DSN, excludes, kind.BOUNCE, "it is a delivery report", True),
        (code.DAEMON_SENDER, needs_rule, kind.BOUNCE, "a mail system sent it", True),
        (code.DSN_LIKE, excludes, kind.BOUNCE, "it looks like a delivery report", True),
        (code.AUTO_SUBMITTED, needs_rule, kind.AUTOMATIC, "it says that a machine sent it", True),
        (code.NULL_SENDER, allows, kind.AUTOMATIC, "it came with no return address"),
        (code.VENDOR_AUTO, needs_rule, kind.AUTOMATIC, "it carries the mark of an automatic reply", True),
        (code.OTHER_BOT, allows, kind.AUTOMATIC, "another help desk or tracker sent it", True),
        (code.X_LOOP, allows, kind.AUTOMATIC, "it carries a loop mark", True),
        (code.CALENDAR, needs_rule, kind.AUTOMATIC, "it is a calendar message", True),
        (code.LIST, excludes, kind.BULK, "it came through a mailing list", True),
        (code.BULK, allows, kind.BULK, "it is bulk mail", True),
        # Exchange and GitHub put it on mail that people wrote: it forbids the answer, not the inquiry.
        (code.SUPPRESS_REQUESTED, allows, kind.INQUIRY, "the sender's mail system asks for no automatic replies"),
        (code.AUTO_SUBJECT, needs_rule, kind.AUTOMATIC, "its subject is that of an automatic reply", True),
        (code.AUTO_TEXT, needs_rule, kind.AUTOMATIC, "it says that somebody is away", True),
        # A house may write such words itself: it says nothing of who sent what lies in a sent folder.
        (code.NOTICE, needs_rule, kind.AUTOMATIC, "it reads like a machine's receipt or notice"),
        # Persons write such answers too: it forbids the answer, not the inquiry.
        (code.MAYBE_AWAY, allows, kind.INQUIRY, "its writer may be away"),
        # People's words come through such a program, too: it forbids the answer, not the inquiry.
        (code.SENT_BY_PROGRAM, allows, kind.INQUIRY, "a shop, a server or a service sent it, and reads no answers"),
        (code.SPAM_FLAGGED, excludes, kind.SPAM, "it is marked as spam"),
        (code.AUTH_FAIL, allows, kind.INQUIRY, "the sender could not be verified"),
        (code.TOO_MALFORMED, allows, kind.INQUIRY, "the message is too broken to answer by machine"),
        (code.BAD_DESTINATION, allows, kind.INQUIRY, "there is no usable address to answer to"),
        (code.NOREPLY_DESTINATION, needs_rule, kind.AUTOMATIC, "the sender's address takes no replies"),
        (code.ROLE_DESTINATION, needs_rule, kind.BULK, "the sender's address belongs to a list or a system"),
        (code.RELAYED, allows, kind.INQUIRY, "the answer would go to somebody whom the message only names"),
        (code.NOT_ADDRESSED, allows, kind.INQUIRY, "the message was not addressed to this mailbox (Bcc or forwarded)"),
        (code.DOUBTFUL, allows, kind.INQUIRY, "it has signs of bulk mail or of a machine"),
        (code.NOT_INQUIRY, excludes, kind.OTHER, "a rule says that it is no inquiry, or may be none"),
        (code.DUPLICATE, allows, kind.INQUIRY, "a message with the same id was acknowledged already"),
        (code.FOLLOW_UP, allows, kind.REPLY, "it continues a conversation"),
        (code.ALREADY_HANDLED, allows, kind.INQUIRY, "a person had answered already"),
        (code.STALE, allows, kind.INQUIRY, "the message was too old when it was seen"),
        (code.RECENTLY_ACKED, allows, kind.INQUIRY, "this customer got one a short time ago"),
        (code.RATE_SENDER, allows, kind.INQUIRY, "too many messages from this sender"),
        (code.RATE_DOMAIN, allows, kind.INQUIRY, "too many messages from this domain"),
        (code.RATE_GLOBAL, allows, kind.INQUIRY, "too many acknowledgements in the last hour"),
        (code.RATE_BOUNCES, allows, kind.INQUIRY, "too many acknowledgements have come back lately"),
        (code.STATE_GAP, allows, kind.INQUIRY, "Watcher's memory was restored or has a gap: it may have been sent already"),
        (code.IMPORTED, allows, kind.INQUIRY, "nobody wrote: it is a contact that was imported"),
    )
    # fmt: on
    return {name: CodeMeaning(*meaning) for name, *meaning in rows}


SUPPRESSION_TABLE = _build_table()
MACHINE_CODES = frozenset(name for name, meaning in SUPPRESSION_TABLE.items() if meaning.from_machine)
#: Group F, the destination: asked of whatever address an acknowledgement would go to.
DESTINATION_CODES = frozenset(
    {
        SuppressionCode.BAD_DESTINATION,
        SuppressionCode.NOREPLY_DESTINATION,
        SuppressionCode.ROLE_DESTINATION,
        SuppressionCode.RELAYED,
    }
)


def english_reason(code: str) -> str:
    """Why no acknowledgement went out; the code itself where it is none of ours, such as a refusal of the mail server."""
    return SUPPRESSION_TABLE[SuppressionCode(code)].reason if code in SUPPRESSION_TABLE else code
