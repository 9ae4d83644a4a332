"""THE state machine of a letter: every transition of one is in this file, and this file touches nothing.

    (nothing) --queued--> pending
    pending   --gate--> withheld, --not wanted--> cancelled, --given up--> failed
    pending   --the hour is full--> pending, later
    pending   --body written--> sending
    pending, sending   --5xx about the recipient--> failed, --4xx, 5xx about the account, no line--> pending, later
    sending   --2xx--> sent
    sending   --line broke after the dot, crash--> uncertain
    withheld  --its mailbox is observed no more--> pending
    any but cancelled --own copy seen--> sent
    sent, uncertain   --a report: it came back--> failed (`readers`; a letter to one of the people)
    uncertain --a digest, once--> pending

Why there is a state `uncertain`. SMTP hands a message over at one instant: the server's 250 after the final dot (RFC 5321 § 4.1.1.4
and § 6.1). Until the dot nothing has left; after the 250 the server answers for it. Between the two nobody can know: the server
may have taken the message and the line may have broken under its answer, and no command asks afterwards (RFC 1047). A client that
tries again makes doubles, one that does not loses mail; there is no third way on this wire. So the answer depends on what a
letter is for:

* A letter to a customer, be it an acknowledgement or the second one, is never repeated when it may have left. A customer who gets two
  thinks that a machine is broken, and two
  machines that acknowledge each other's doubles never stop. Without one, the inquiry still waits and the digest says so.
* A digest is, once, byte for byte and under its own Message-ID. A doubled digest harms nobody, and a lost one costs a customer.

What settles it later is our own copy among the sent mail: where a server files one, the letter did leave. It may even be there
while the letter is `pending`, in a database older than the letter.

What a crash leaves, by where it falls:

    before the claim is stored         pending                   claimed again
    after it, before the dot           pending, one attempt more claimed after the backoff; nothing had left
                                       (so, too, where the transaction that queued it claimed it)
    between guard file and `sending`   pending, one attempt more uncertain at the next start: a restored backup looks the same
    after `sending` is stored          sending                   uncertain at the next start, whether or not the dot went out
    after the outcome is stored        sent, failed or pending   nothing to do

The attempt is counted before it is made, so that a letter that kills the process does not do so at every start; and `sending` is
stored before the dot is written, so that no letter is on the wire that the database takes for one that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple

from watcher.core.hours import require_time_zone
from watcher.core.inquiry.model import MAX_WAIT_FOR_TURN, OPEN_STATES, AcknowledgementLimits, Inquiry
from watcher.core.outbox import rate_limits, refusals
from watcher.core.outbox.model import (
    CUSTOMER_KINDS,
    DIGEST_KINDS,
    SETTLED_STATES,
    Accepted,
    ComposedLetter,
    Letter,
    LetterKind,
    LetterReason,
    LetterState,
    Outcome,
    Refused,
    Unknown,
    Unreachable,
)
from watcher.core.rules.codes import SuppressionCode

#: Minutes to wait after the n-th failed attempt; the last repeats.
BACKOFF_MINUTES = (1, 5, 15, 60)
#: After this time a letter that never left is given up and shown to the owner.
GIVE_UP_AFTER = timedelta(hours=24)
#: After so long an acknowledgement that found the hour full asks again.
WAIT_FOR_TURN = timedelta(minutes=10)
#: For so long what a letter says of the time is true enough: "tomorrow", "we are closed".
WORDS_HOLD_FOR = timedelta(minutes=1)
#: How long our own copy may take to turn up in a sent folder before an uncertain digest is repeated.
SENT_COPY_TIMEOUT = timedelta(minutes=15)


class FinalLook(Enum):
    """In which mailboxes the sent mail is read before a letter leaves, to see whether it is still to be sent."""

    NONE = auto()
    OWN_MAILBOX = auto()
    LISTED_MAIL = auto()  # those that have mail of what a digest lists
    QUESTION = auto()  # those that have the question that it is about, and its own


class CustomerGates(NamedTuple):
    """What may keep a letter to a customer from leaving. `history_unknown_before`: what happened before is not known, and an
    acknowledgement from then may have left already. `answers_our_mail`: what is to be acknowledged does, as is known by now. `rates`:
    what was sent lately; None: nothing is counted."""

    limits: AcknowledgementLimits
    is_observed: bool = False  # its mailbox is, and writes to no customer
    history_unknown_before: datetime | None = None
    answers_our_mail: bool = False
    rates: rate_limits.AcknowledgementRates | None = None


def queued(kind: LetterKind, key: str, mailbox: str, composed: ComposedLetter, now: datetime) -> Letter:
    """A letter that waits to be sent at once, by the account of `mailbox`. Its octets and its name are fixed."""
    return Letter(
        id=0,
        kind=kind,
        key=key,
        state=LetterState.PENDING,
        mailbox=mailbox,
        sender=composed.envelope_sender,
        recipient=composed.envelope_recipient,
        message_id=composed.message_id,
        data=composed.data,
        created_at=now,
        next_at=now,
    )


def first_acknowledgement(letters: Iterable[Letter], mailbox: str, now: datetime) -> Letter | None:
    """Of letters that were just queued, the acknowledgement that this mailbox may send by `now`: no letter leaves before one. None: there
    is none."""
    acknowledgements = (each for each in letters if each.kind is LetterKind.ACKNOWLEDGEMENT)
    return next((each for each in acknowledgements if each.mailbox == mailbox and each.next_at <= now), None)


def claimed(letter: Letter, inquiry: Inquiry | None, gates: CustomerGates, now: datetime) -> Letter:
    """The last look before a letter is offered: still wanted, young enough, not one too many? The attempt is counted first.
    ValueError: `now` has no time zone."""
    require_time_zone(now)
    if letter.state is not LetterState.PENDING:
        return letter
    patience = GIVE_UP_AFTER
    if letter.kind in CUSTOMER_KINDS:
        patience = max(patience, gates.limits.max_age)
        if inquiry is None or inquiry.state not in OPEN_STATES:
            return replace(letter, state=LetterState.CANCELLED, reason=SuppressionCode.ALREADY_HANDLED)
        held = _held_at_gate(letter, inquiry, gates, now)
        if held is not letter:
            return held
    # What waits for its reader's opening hours is redrawn when it leaves, and replaced by the next one: it never grows old.
    ages = letter.kind in (*CUSTOMER_KINDS, LetterKind.ALERT)
    if ages and now - letter.created_at > patience:
        return replace(letter, state=LetterState.FAILED, reason=LetterReason.GIVEN_UP)
    attempts = letter.attempts + 1
    return replace(letter, attempts=attempts, reason="", offered_at=now, next_at=now + backoff_after(attempts))


def _held_at_gate(letter: Letter, inquiry: Inquiry, gates: CustomerGates, now: datetime) -> Letter:
    if letter.answers_at is not None and letter.answers_at < now - gates.limits.max_age:
        return replace(letter, state=LetterState.WITHHELD, reason=SuppressionCode.STALE)
    if gates.is_observed:
        return replace(letter, state=LetterState.WITHHELD, reason=LetterReason.OBSERVED)
    if gates.history_unknown_before is not None and letter.created_at <= gates.history_unknown_before:
        return replace(letter, state=LetterState.WITHHELD, reason=SuppressionCode.STATE_GAP)
    if gates.answers_our_mail:
        return replace(letter, state=LetterState.WITHHELD, reason=SuppressionCode.FOLLOW_UP)
    if gates.rates is None:
        return letter
    code = rate_limits.exceeded_limit_code(gates.rates, gates.limits, letter.has_evidence)
    if code and _may_wait_for_turn(letter, inquiry, code, now):
        return replace(deferred(letter, now + WAIT_FOR_TURN), reason=code)
    return replace(letter, state=LetterState.WITHHELD, reason=code) if code else letter


def _may_wait_for_turn(letter: Letter, inquiry: Inquiry, code: str, now: datetime) -> bool:
    """Is only the hour full, and is there time: before the promise it makes has passed, and not for ever?"""
    promised = inquiry.promise_at is None or now + WAIT_FOR_TURN < inquiry.promise_at
    waited = now - letter.created_at >= MAX_WAIT_FOR_TURN
    return code == SuppressionCode.RATE_GLOBAL and promised and not waited


def final_look(letter: Letter, began: datetime) -> FinalLook:
    """What is looked at once more before the letter leaves. `began`: when this run began; what is from before may have left already, and
    what leaves later than it was written may not be wanted any more."""
    if letter.kind in DIGEST_KINDS:
        return FinalLook.LISTED_MAIL
    if letter.kind is LetterKind.RENEWAL:
        return FinalLook.QUESTION
    return FinalLook.OWN_MAILBOX if has_waited(letter, began) else FinalLook.NONE


def has_waited(letter: Letter, began: datetime) -> bool:
    """Was it written for later, offered in vain, or is it from before this run `began`? Then more may be known than when it was written."""
    return letter.next_at > letter.created_at or letter.created_at <= began


def is_claimable(letter: Letter) -> bool:
    """May it still be offered, now or once more?"""
    return letter.state in (LetterState.PENDING, LetterState.UNCERTAIN)


def reconsidered(letter: Letter, now: datetime) -> Letter:
    """A claimable letter whose time has come: an uncertain one is tried again, if it may be."""
    return retry_uncertain(letter, now) if letter.state is LetterState.UNCERTAIN else letter


def released(letter: Letter, now: datetime) -> Letter:
    """An acknowledgement that was withheld while its mailbox was only observed: every other gate asks now whether it may leave.
    ValueError: `now` has no time zone."""
    require_time_zone(now)
    if letter.state is not LetterState.WITHHELD or letter.reason != LetterReason.OBSERVED:
        return letter
    return replace(letter, state=LetterState.PENDING, reason="", next_at=now)


def asks_for_rendering(claimed: Letter) -> bool:
    """Is it about to go to one of the people? Then only while mail may come to them, and with what is true now."""
    return claimed.state is LetterState.PENDING and claimed.kind in (*DIGEST_KINDS, LetterKind.REPORT)


def asks_for_new_words(claimed: Letter, now: datetime) -> bool:
    """Is it a letter to a customer about to leave late, for certain for the first time? Then what it promises is to be true now."""
    is_late = now - claimed.created_at > WORDS_HOLD_FOR
    makes_promise = claimed.kind in CUSTOMER_KINDS and claimed.outline != ""
    return makes_promise and is_late and claimed.state is LetterState.PENDING and not claimed.may_have_left


def rendered(letter: Letter, claimed: Letter, rendering: bytes | datetime | None) -> Letter:
    """What its rendering makes of a letter that was just claimed: its octets, an instant until when its reader may not be written to
    or None: nothing is left to say (neither counts the attempt). Octets that may have left stay as they are."""
    if rendering is None:
        return cancelled(letter, LetterReason.NOTHING_WAITS)
    if isinstance(rendering, datetime):
        return deferred(letter, rendering)
    return claimed if letter.may_have_left else replace(claimed, data=rendering)


def is_claim_good(claimed: Letter, now: datetime) -> bool:
    """May it still be offered by the claim that was made for it? Until its next try is due: then every gate asks again."""
    return now < claimed.next_at


def is_to_be_offered(letter: Letter, claimed: Letter) -> bool:
    """Did every gate let it pass? Then its attempt is counted."""
    return claimed.state is LetterState.PENDING and claimed.attempts > letter.attempts


def cancelled(letter: Letter, reason: LetterReason) -> Letter:
    """A letter that was never offered and has lost its reason."""
    assert letter.state is LetterState.PENDING, letter.state
    return replace(letter, state=LetterState.CANCELLED, reason=reason)


def superseded(letter: Letter) -> Letter:
    """A digest when the next one is written, which says all of it and newer. One that may have left stays as it is."""
    return letter if letter.may_have_left else cancelled(letter, LetterReason.SUPERSEDED)


def is_rerendered(letter: Letter) -> bool:
    """Does it say what is true when it leaves? A digest, until it may have left: then only the same octets are a repetition."""
    return letter.kind in DIGEST_KINDS and not letter.may_have_left


def deferred(letter: Letter, until: datetime) -> Letter:
    """A digest whose reader may not be written to before then, or an acknowledgement in a full hour."""
    assert letter.state is LetterState.PENDING, letter.state
    return replace(letter, next_at=until)


def rerouted(letter: Letter, mailbox: str, composed: ComposedLetter, now: datetime) -> Letter:
    """A digest that has certainly not left goes by another account, at once, written for that one. An attempt that is under way by the
    old one notices: it is not its own any more."""
    assert is_rerendered(letter), letter.kind
    assert letter.state is LetterState.PENDING, letter.state
    return replace(
        letter,
        mailbox=mailbox,
        sender=composed.envelope_sender,
        message_id=composed.message_id,
        data=composed.data,
        next_at=now,
        attempts=letter.attempts + 1,
        offered_at=None,
        code=None,
        error="",
    )


def committed_to_send(letter: Letter) -> Letter:
    """The body is written; the next octets are the final dot. Stored before they are."""
    assert letter.state is LetterState.PENDING, letter.state
    return replace(letter, state=LetterState.SENDING)


def name_attempt(letter: Letter) -> str:
    """By what an attempt is known outside the database."""
    return f"{letter.message_id} {letter.attempts}"


def letter_of_attempt(attempt: str) -> str:
    """The Message-ID of the letter that the attempt was of."""
    return attempt.partition(" ")[0]


def is_in_flight(letter: Letter, attempt: str) -> bool:
    """Is it the letter of this attempt, which was counted outside the database and never stored as `sending`? A crash falls between
    the two; so does a backup that is as old as that."""
    return letter.state is LetterState.PENDING and letter.attempts > 0 and name_attempt(letter) == attempt


def was_given_up(letter: Letter, attempt: str) -> bool:
    """Is it the letter of this attempt, and has it had a later one since, or is it settled? Then the attempt ended before its dot: what
    the database knows is younger, and it would have counted what left."""
    is_settled = letter.state in SETTLED_STATES
    over = (name_attempt(replace(letter, attempts=number)) for number in range(1, letter.attempts + is_settled))
    return (is_settled or letter.state is LetterState.PENDING) and attempt in over


def settled(letter: Letter, outcome: Outcome, now: datetime) -> Letter:
    """What the outcome of an attempt makes of a letter. ValueError: `now` has no time zone."""
    require_time_zone(now)
    assert letter.state in (LetterState.PENDING, LetterState.SENDING), letter.state
    match outcome:
        case Accepted(code, text):
            assert letter.state is LetterState.SENDING
            return replace(letter, state=LetterState.SENT, code=code, error="")
        case Refused(code, text, permanent, account):
            if account or not permanent:
                return replace(letter, state=LetterState.PENDING, code=code, error=f"{code} {text}")
            is_certain = refusals.whose_fault(outcome) is refusals.Fault.LETTER
            reason = letter.reason if is_certain else LetterReason.REFUSED_ALONE
            return replace(letter, state=LetterState.FAILED, code=code, reason=reason, error=f"{code} {text}")
        case Unreachable(text):
            return replace(letter, state=LetterState.PENDING, error=text)
        case Unknown(text):
            return _uncertain(letter, text, now)


def recovered_after_crash(letter: Letter, now: datetime) -> Letter:
    """A letter found in `sending` or in flight when the process starts: the one before died with the dot on the wire, or shortly
    before. ValueError: `now` has no time zone."""
    require_time_zone(now)
    assert letter.state in (LetterState.SENDING, LetterState.PENDING), letter.state
    return _uncertain(letter, "stopped while it was being sent", now)


def _uncertain(letter: Letter, text: str, now: datetime) -> Letter:
    left = letter.may_have_left + 1
    return replace(letter, state=LetterState.UNCERTAIN, may_have_left=left, error=text, next_at=now + SENT_COPY_TIMEOUT)


def retry_uncertain(letter: Letter, now: datetime) -> Letter:
    """An uncertain letter whose copy did not turn up in time. A digest goes out once more, a letter to a customer never does. ValueError:
    `now` has no time zone."""
    require_time_zone(now)
    assert letter.state is LetterState.UNCERTAIN, letter.state
    if letter.kind in CUSTOMER_KINDS or letter.may_have_left > 1:
        return letter
    return replace(letter, state=LetterState.PENDING, next_at=now)


def retried_now(letter: Letter, now: datetime) -> Letter:
    """A letter that was offered in vain and waits for its next try is due at once: somebody says that the cause is mended. ValueError:
    `now` has no time zone."""
    require_time_zone(now)
    if letter.state is not LetterState.PENDING or not letter.error or letter.next_at <= now:
        return letter
    return replace(letter, next_at=now)


def confirmed_by_sent_copy(letter: Letter) -> Letter:
    """Our own copy turned up in a watched folder: it did leave, whatever we thought.

    Also while it is being sent, where a server files copies faster than it answers; and one that is to be sent, or was withheld,
    in a database older than the letter.
    """
    if letter.state in (LetterState.SENT, LetterState.CANCELLED) or letter.reason == LetterReason.CAME_BACK:
        return letter
    return replace(letter, state=LetterState.SENT, reason="", error="")


def was_sent_elsewhere(letter: Letter, known_since: datetime) -> bool:
    """Its copy turned up, and it was never offered: did another Watcher send it, one with a copy of this state, which gives a letter the
    same name? `known_since`: what was sent before this instant, UTC, a restored backup may have forgotten."""
    is_news = letter.answers_at is not None and letter.answers_at > known_since
    return letter.kind is LetterKind.ACKNOWLEDGEMENT and letter.attempts == 0 and is_news


def has_unknown_contents(letter: Letter) -> bool:
    """A copy of it turned up, though it never left as far as this database knows: it left in a life that a restored backup has
    forgotten, and what a digest said then is not what it lists now."""
    never_left = letter.state is not LetterState.SENDING and not letter.may_have_left
    return letter.kind in DIGEST_KINDS and never_left and confirmed_by_sent_copy(letter) is not letter


def backoff_after(attempts: int) -> timedelta:
    """How long to wait after the n-th attempt failed, n counted from 1."""
    return timedelta(minutes=BACKOFF_MINUTES[min(attempts, len(BACKOFF_MINUTES)) - 1])
