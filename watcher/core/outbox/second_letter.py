"""The second letter: a promise that is about to break is renewed once, to a customer whom nobody has answered. Pure.

Any doubt is a reason for silence. It goes to nobody whose acknowledgement was not accepted for certain, and to nobody whom a person
wrote since, be it only "I will get back to you". It leaves before the first promise is over, or never; what it promises does not
touch that one, by which every figure counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watcher.core.health.folders import is_about_folder_of
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.hours import require_time_zone
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import Inquiry, InquiryChange, InquiryState, JournalNote, ProblemKind
from watcher.core.inquiry.renewal import withdraw_renewal
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterReason, LetterState
from watcher.core.rules.codes import SuppressionCode

#: Where the sent mail could not be read just now, the letter waits so long.
LOOK_AGAIN_AFTER = timedelta(minutes=5)
_HIDE_REPLIES = frozenset({IncidentKind.MAILBOX_UNSEEN, IncidentKind.NO_SENT_FOLDER, IncidentKind.NO_REPLY_SEEN})


# --- is it written?


@dataclass(frozen=True, slots=True)
class RenewalHistory:
    """What was sent before."""

    acknowledgement: Letter | None  # of this inquiry, the latest
    renewals_to_customer: int = 0  # about other inquiries, within `per_sender`
    unknown_before: datetime | None = None  # what happened before is not known: a restored backup


def decide_renewal(inquiry: Inquiry, history: RenewalHistory, policy: Policy, now: datetime) -> InquiryChange:
    """`renew_at` has come: with `renewed_promise_at` the letter is to be written, and without it there is none. Never asked again.
    ValueError: `now` has no time zone."""
    require_time_zone(now)
    asked = replace(inquiry, renew_at=None)
    if obstacle := _find_obstacle(inquiry, history, policy, now):
        return InquiryChange(obstacle, asked, (JournalNote("not renewed", obstacle),))
    assert inquiry.promise_at is not None
    promise = policy.hours.add_opening_time(inquiry.promise_at, policy.find_ladder(inquiry.ladder).promise)
    return InquiryChange("renewed", replace(asked, renewed_promise_at=promise))


def decline_renewal(inquiry: Inquiry, reason: str) -> InquiryChange:
    """The letter could not be written."""
    return InquiryChange(reason, withdraw_renewal(inquiry), (JournalNote("not renewed", reason),))


def renewal_key(acknowledgement: Letter, question: str) -> str:
    """One for each customer and question, whatever the mailbox is called. `question`: the Message-ID, or what stands for it."""
    return f"renewal:{acknowledgement.recipient.casefold()}:{question}"


def _find_obstacle(inquiry: Inquiry, history: RenewalHistory, policy: Policy, now: datetime) -> str:
    """Why there is no second letter, in words for the journal; "" where nothing speaks against it."""
    first, unknown = history.acknowledgement, history.unknown_before
    rows = (
        ("it does not wait", inquiry.state is not InquiryState.WAITING),
        ("its ladder does not say so any more", not policy.find_ladder(inquiry.ladder).renew),
        ("no acknowledgement was accepted for certain", first is None or first.state is not LetterState.SENT),
        # A copy in Sent proves that it left in a life that a restored backup has forgotten; what it promised is not known.
        ("what was promised is not known", first is not None and first.offered_at is None),
        ("another mailbox acknowledged it", first is not None and first.mailbox != inquiry.mailbox),
        ("the acknowledgement came back", inquiry.problem_kind is ProblemKind.UNREACHABLE),
        ("the promise has passed", inquiry.promise_at is None or inquiry.promise_at <= now),
        ("it looks answered", inquiry.possible_answer is not None),
        ("a person has promised an answer", inquiry.first_promise_at is not None),
        ("the mailbox is only observed", policy.observes),
        ("this customer got another one a short time ago", history.renewals_to_customer > 0),
        ("what was sent before is not known", unknown is not None and inquiry.opened_at <= unknown),
    )
    return next((why for why, hit in rows if hit), "")


# --- may it leave?


@dataclass(frozen=True, slots=True)
class SentMailSight:
    """How well the replies of people are seen. `is_fresh`: all folders in which one may lie were read just now. `has_seen_reply`: a
    person's mail was found once where the letter's mailbox looks for it. `mailboxes`: those besides the letter's own that have the
    customer's mail too, or another one of its Message-ID; any of them may be answered from."""

    is_fresh: bool
    has_seen_reply: bool
    incidents: Sequence[Incident] = ()
    mailboxes: Collection[str] = ()


def hold_back(
    letter: Letter, inquiry: Inquiry | None, sight: SentMailSight, is_observed: bool, now: datetime
) -> Letter:
    """The letter cancelled, where a person was faster or it comes too late; later, where a reply could not be seen; else as it is, and
    the gates of acknowledgements come next. `is_observed`: its mailbox is, and writes to no customer.
    ValueError: `now` has no time zone."""
    require_time_zone(now)
    if letter.state is not LetterState.PENDING:
        return letter
    if reason := _find_reason_to_cancel(inquiry, is_observed, now):
        return replace(letter, state=LetterState.CANCELLED, reason=reason)
    return letter_state.deferred(letter, now + LOOK_AGAIN_AFTER) if _is_blind(letter.mailbox, sight) else letter


def _find_reason_to_cancel(inquiry: Inquiry | None, is_observed: bool, now: datetime) -> str:
    if inquiry is None or inquiry.state is not InquiryState.WAITING:
        return SuppressionCode.ALREADY_HANDLED
    if inquiry.renewed_promise_at is None or inquiry.possible_answer is not None:
        return SuppressionCode.ALREADY_HANDLED
    if inquiry.problem_kind is ProblemKind.UNREACHABLE:
        return LetterReason.CAME_BACK
    if inquiry.promise_at is None or inquiry.promise_at <= now:
        return SuppressionCode.STALE
    return LetterReason.OBSERVED if is_observed else ""


def _is_blind(mailbox: str, sight: SentMailSight) -> bool:
    mailboxes = {mailbox, *sight.mailboxes}
    return not (sight.is_fresh and sight.has_seen_reply) or any(
        _hides_replies(incident, name) for incident in sight.incidents for name in mailboxes
    )


def _hides_replies(incident: Incident, mailbox: str) -> bool:
    is_about_it = incident.kind in _HIDE_REPLIES and incident.subject == mailbox
    return is_about_it or is_about_folder_of(incident, mailbox)
