"""THE state machine of an inquiry: its nouns, and every transition but those that mail causes, which are in `arrivals`.

Each function takes what is (rows as values), what happened, and `now`; it returns what must be. The loops store the
answer in one transaction. Nothing here reads a clock, a database or a socket. The letters' machine is `outbox.letter_state`.

    (nothing) --customer writes--> waiting
    waiting   --human reply--> answered
    waiting   --due--> waiting, one nag more
    waiting   --snooze--> snoozed --over--> waiting
    waiting   --done--> done, --dismiss--> dismissed
    answered, done --customer writes--> waiting
    answered, done, dismissed --reopen--> waiting

An inquiry never ages out: a ladder that has run out repeats its last step.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core.hours import Calendar, require_time_zone
from watcher.core.inquiry import ladder as ladders
from watcher.core.inquiry.ladder import Ladder
from watcher.core.inquiry.model import (
    OPEN_STATES,
    REOPENED,
    AcknowledgementLimits,
    Inquiry,
    InquiryChange,
    InquiryState,
    JournalNote,
    MessageDecision,
    ProblemKind,
)
from watcher.core.message.model import MISSING_FINGERPRINT, FolderRole, Locator, MessageKind, OwnIdentity, Unreadable
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.holding import HoldingPhrases
from watcher.core.rules.model import Attention

#: A message the server lists and does not hand out is asked for again so long, then becomes an unreadable inquiry. Time, not
#: tries: a server that hands it out in a minute may ring its bell three times within a second.
FETCH_PATIENCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the configuration says for one mailbox."""

    mailbox: str
    owner: str
    ladder: str
    ladders: dict[str, Ladder]
    hours: Calendar
    limits: AcknowledgementLimits = field(default_factory=AcknowledgementLimits)
    own_addresses: OwnIdentity = field(default_factory=OwnIdentity)
    phrases: HoldingPhrases = field(default_factory=HoldingPhrases)  # of holding replies
    trust_answered: bool = False  # the flag \Answered alone closes
    addresses: frozenset[str] = frozenset()  # of this mailbox, aliases included, case-folded
    position: int = 0  # in the order of the configuration
    observes: bool = False  # decides as always, and writes to nobody but once a day to the owner

    def find_ladder(self, name: str) -> Ladder:
        """The named ladder; the mailbox's own where the configuration no longer has it."""
        return self.ladders.get(name) or self.ladders[self.ladder]


def policy_of(policies: Mapping[str, Policy], mailbox: str) -> Policy:
    """The mailbox's policy; for one that is no longer configured, the first one's: its inquiries still wait for somebody."""
    return policies.get(mailbox) or next(iter(policies.values()))


# --- a message arrives: `arrivals`, and what cannot be read ---------------------------------------------------------


def may_still_be_handed_out(since: datetime, now: datetime) -> bool:
    """Is it less than FETCH_PATIENCE, 15 minutes, since a message was first asked for? It is asked for again at the next scan."""
    return now - since < FETCH_PATIENCE


def give_up_missing_message(place: Locator, now: datetime) -> Unreadable:
    """A message that the server lists and has not handed out for 15 minutes (FETCH_PATIENCE)."""
    name = f"{place.folder}:{place.uidvalidity}:{place.uid}"
    fingerprint = MISSING_FINGERPRINT + hashlib.sha256(name.encode()).hexdigest()[:56]
    reason = f"the server lists message {place.uid} of {place.folder} and does not hand it out"
    return Unreadable(now, 0, fingerprint, reason)


def decide_unreadable_message(message: Unreadable, role: FolderRole, policy: Policy, now: datetime) -> MessageDecision:
    """A message nobody can read waits for a person like any other, and is never answered by a machine. A sent one asks nothing.
    ValueError: `now` has no time zone."""
    require_time_zone(now)
    if role is FolderRole.SENT:
        return MessageDecision(MessageKind.OUTGOING, f"unreadable: {message.reason}")
    since = min(message.received_at, now)
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=InquiryState.WAITING,
        customer="",
        customer_name="",
        reach=(),
        subject="(unreadable message)",
        message_id="",
        fingerprint=message.fingerprint,
        opened_at=since,
        owner=policy.owner,
        ladder=policy.ladder,
        waiting_since=since,
        ack_reason=SuppressionCode.TOO_MALFORMED,
        problem_kind=ProblemKind.UNREADABLE,
        problem=f"unreadable: {message.reason}. Please look at it in your mail program.",
    )
    return MessageDecision(
        MessageKind.INQUIRY,
        f"unreadable: {message.reason}",
        (SuppressionCode.TOO_MALFORMED,),
        start_ladder(inquiry, policy),
        (JournalNote("opened", f"unreadable message of {message.size} bytes: {message.reason}"),),
        attention=Attention.ANSWER,
    )


def start_ladder(inquiry: Inquiry, policy: Policy) -> Inquiry:
    """It begins to wait: its ladder, from the foot."""
    return ladders.start_ladder(inquiry, policy.find_ladder(inquiry.ladder), policy.hours)


# --- something is due ----------------------------------------------------------------------------------------------


def advance_due_inquiry(inquiry: Inquiry, policy: Policy, now: datetime) -> InquiryChange:
    """`next_nag_at` has come: a snooze ends, or a nag was told. ValueError: `now` has no time zone."""
    require_time_zone(now)
    ladder = policy.find_ladder(inquiry.ladder)
    if inquiry.state is InquiryState.SNOOZED:
        awake = replace(ladders.resume_after_snooze(inquiry, ladder, policy.hours, now), state=InquiryState.WAITING)
        return InquiryChange("snooze over", awake, (JournalNote("woke", "the snooze is over"),))
    if inquiry.state is not InquiryState.WAITING:
        return InquiryChange(f"{inquiry.state}: nothing is due")
    nagged = ladders.record_nag(inquiry, ladder, policy.hours, now)
    journal = (JournalNote("nagged", f"{inquiry.owner}, nag {nagged.nags}"), *_describe_escalation(inquiry, nagged))
    return InquiryChange(f"nag {nagged.nags}", nagged, journal)


def count_earlier_nag(inquiry: Inquiry, told_at: datetime) -> InquiryChange:
    """A nag was told at `told_at` (UTC), and what happened since says when the next one is due: the end of a snooze, a chaser. ValueError:
    `told_at` has no time zone."""
    require_time_zone(told_at)
    nagged = ladders.record_earlier_nag(inquiry, told_at)
    text = f"{inquiry.owner}, nag {nagged.nags}, as became known later"
    return InquiryChange(f"nag {nagged.nags}", nagged, (JournalNote("nagged earlier", text),))


def escalate_inquiry(inquiry: Inquiry, policy: Policy, now: datetime) -> InquiryChange:
    """`escalate_at` has come: whoever is next up gets it too, from their next digest on. ValueError: `now` has no time zone."""
    require_time_zone(now)
    if inquiry.state is not InquiryState.WAITING:
        return InquiryChange(f"{inquiry.state}: nothing to escalate")
    if policy.observes:
        return InquiryChange("its mailbox is only observed: nobody is nagged about it")
    higher = ladders.raise_escalation(inquiry, policy.find_ladder(inquiry.ladder), policy.hours, now)
    return InquiryChange(f"escalated to step {higher.escalated}", higher, _describe_escalation(inquiry, higher))


def record_urgent_mail(inquiry: Inquiry, now: datetime) -> InquiryChange:
    """`urgent_at` has come: the urgent mail is written, and no second one. ValueError: `now` has no time zone."""
    require_time_zone(now)
    rung = replace(inquiry, urgent_at=None)
    return InquiryChange("urgent mail", rung, (JournalNote("alerted", f"{inquiry.owner}, at once"),))


def _describe_escalation(before: Inquiry, after: Inquiry) -> tuple[JournalNote, ...]:
    if after.escalated <= before.escalated:
        return ()
    return (
        JournalNote("escalated", "the deputy gets it too" if after.escalated == 1 else f"{after.escalated} steps up"),
    )


# --- a person says something ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InquiryCommand:
    """What a person asks for one inquiry: `verb` is done, snooze, reopen, dismiss or assign."""

    verb: str
    by: str
    snooze_until: datetime | None = None  # snooze
    new_owner: str = ""  # assign


def apply_command(inquiry: Inquiry, command: InquiryCommand, policy: Policy, now: datetime) -> InquiryChange:
    """A command changes the state or says why it changes nothing; a repeat changes nothing. ValueError: `now` has no time zone."""
    require_time_zone(now)
    if command.verb == "assign":
        if inquiry.owner == command.new_owner:
            return InquiryChange(f"{inquiry.number} is with {command.new_owner} already")
        moved = replace(inquiry, owner=command.new_owner)
        return _record_change(moved, "assigned", f"to {command.new_owner}, by {command.by}")
    if command.verb == "reopen":
        if inquiry.state is InquiryState.WAITING:
            return InquiryChange(f"{inquiry.number} is waiting already")
        back = replace(inquiry, state=InquiryState.WAITING, reply_proof=None, nags=0, waiting_since=now)
        back = replace(back, settled_at=None, disputed_at=now, responses=(), renew_at=None, renewed_promise_at=None)
        return _record_change(start_ladder(back, policy), REOPENED, f"by {command.by}")
    if command.verb == "snooze":
        if inquiry.state not in OPEN_STATES or command.snooze_until is None or command.snooze_until <= now:
            return InquiryChange(f"{inquiry.number} is {inquiry.state}: nothing to snooze")
        asleep = replace(inquiry, state=InquiryState.SNOOZED, next_nag_at=command.snooze_until)
        until = command.snooze_until.astimezone(policy.hours.zone)  # people read it in the journal
        return _record_change(asleep, "snoozed", f"until {until:%Y-%m-%d %H:%M}, by {command.by}")
    state = {"done": InquiryState.DONE, "dismiss": InquiryState.DISMISSED}[command.verb]
    if inquiry.state is state or (state is InquiryState.DONE and inquiry.state not in OPEN_STATES):
        return InquiryChange(f"{inquiry.number} is {inquiry.state} already")
    settled = now if state is InquiryState.DONE else inquiry.settled_at
    closed = replace(inquiry, state=state, next_nag_at=None, possible_answer=None, settled_at=settled, renew_at=None)
    return _record_change(closed, str(state), f"by {command.by}")


def _record_change(inquiry: Inquiry, event: str, text: str) -> InquiryChange:
    return InquiryChange(f"{inquiry.number} {event} {text}", inquiry, (JournalNote(event, text),))
