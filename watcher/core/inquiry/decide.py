"""THE state machine of an inquiry: its nouns, and every transition but those that mail causes, which are in `arrivals`.

Each function takes what is (rows as values), what happened, and `now`; it returns what must be. The loops store the
answer in one transaction. Nothing here reads a clock, a database or a socket. The letters' machine is `outbox`.

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

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core.hours import Calendar
from watcher.core.inquiry import ladder as ladders
from watcher.core.inquiry import threads
from watcher.core.inquiry.ladder import Ladder
from watcher.core.inquiry.model import Inquiry, Returned, State, Strength, Turn
from watcher.core.message.model import Address, FolderRole, MessageKind, OwnIdentity, Unreadable
from watcher.core.outbox.letter_state import AckLimits
from watcher.core.rules.holding import HoldingPhrases

#: Mail older than the first look at its folder by more than this was there before, whenever it turns up. The margin covers
#: clocks that disagree: mail of the first minutes must not pass for old.
BASELINE_MARGIN = timedelta(days=1)
EXCERPT_CHARS = 280
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the configuration says for one mailbox."""

    mailbox: str
    owner: str
    ladder: str
    ladders: dict[str, Ladder]
    hours: Calendar
    limits: AckLimits = field(default_factory=AckLimits)
    us: OwnIdentity = field(default_factory=OwnIdentity)
    phrases: HoldingPhrases = field(default_factory=HoldingPhrases)  # of holding replies
    trust_answered: bool = False  # the flag \Answered alone closes

    def ladder_of(self, name: str) -> Ladder:
        """The named ladder; the mailbox's own where the configuration no longer has it."""
        return self.ladders.get(name) or self.ladders[self.ladder]


def policy_of(policies: Mapping[str, Policy], mailbox: str) -> Policy:
    """The mailbox's policy; for one that is no longer configured, the first one's: its inquiries still wait for somebody."""
    return policies.get(mailbox) or next(iter(policies.values()))


@dataclass(frozen=True, slots=True)
class Linked:
    """An inquiry this message belongs to, and what says so: an id, or a key of `threads`."""

    inquiry: Inquiry
    link: str
    turns: tuple[Turn, ...] = ()
    strength: Strength = Strength.STRONG
    inferred: bool = False  # nothing but references to a message that was not seen when they came, or a key


@dataclass(frozen=True, slots=True)
class Situation:
    """What the store knows about a message at the moment it is decided."""

    role: FolderRole
    old_before: datetime  # mail received earlier was there before Watcher, wherever it turns up
    own: bool = False  # one of our letters, by id or by signature
    copy_of: str = ""  # where the same message was seen before
    linked: tuple[Linked, ...] = ()  # every inquiry that the nearest known id belongs to
    answers_ours: bool = False  # refers to a message that a person of the house or Watcher sent
    also: tuple[Linked, ...] = ()  # other inquiries to which it is the missing link
    loose: tuple[Turn, ...] = ()  # replies of the house that were seen before what they answer
    returned: Mapping[str, Returned] = field(default_factory=dict)  # by id: mail of the house that came back
    parent_unknown: bool = False  # it answers a message that was never seen
    acknowledged: Inquiry | None = None  # of a report: the inquiry whose acknowledgement came back
    acks_to_customer: int = 0  # acknowledgements to this customer within `per_sender`
    acks_last_hour: int = 0  # from this mailbox
    message_id_known: bool = False  # another message with this id was acknowledged
    amnesia_until: datetime | None = None  # what happened before is not known: a restored backup


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal."""

    event: str
    text: str


@dataclass(frozen=True, slots=True)
class Ack:
    """An acknowledgement to be composed and queued."""

    customer: Address
    template: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What must be true after the transaction."""

    kind: MessageKind
    why: str
    codes: tuple[str, ...] = ()
    inquiry: Inquiry | None = None  # to be stored; number 0: a new one
    journal: tuple[Entry, ...] = ()
    acknowledge: Ack | None = None
    turn: Turn | None = None  # what the message is to its conversation; without an inquiry it waits for one
    gathered: tuple[Turn, ...] = ()  # turns that become the inquiry's with it
    merged: tuple[Inquiry, ...] = ()  # inquiries that end in this one
    aside: tuple[Inquiry, ...] = ()  # others that take note of `turn`
    stray: bool = False  # `turn` went to nobody who asked here: whoever it answers may still write, under the same id
    returned: tuple[Returned, ...] = ()  # mail of the house that came back

    @property
    def track(self) -> bool:
        return self.kind in (MessageKind.INQUIRY, MessageKind.REPLY)


# --- a message arrives: `arrivals`, and what cannot be read ---------------------------------------------------------


def on_unreadable(message: Unreadable, policy: Policy, now: datetime) -> Decision:
    """A message nobody can read waits for a person like any other, and is never answered by a machine."""
    aware(now)
    since = min(message.received_at, now)
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=State.WAITING,
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
        ack_reason="too-malformed",
        problem=f"unreadable: {message.reason}. Please look at it in your mail program.",
    )
    return Decision(
        MessageKind.INQUIRY,
        f"unreadable: {message.reason}",
        ("too-malformed",),
        start_ladder(inquiry, policy),
        (Entry("opened", f"unreadable message of {message.size} bytes: {message.reason}"),),
    )


def start_ladder(inquiry: Inquiry, policy: Policy) -> Inquiry:
    """It begins to wait: its ladder, from the foot."""
    return ladders.started(inquiry, policy.ladder_of(inquiry.ladder), policy.hours)


# --- something is due ----------------------------------------------------------------------------------------------


def on_due(inquiry: Inquiry, policy: Policy, now: datetime) -> Decision:
    """`next_nag_at` has come: a snooze ends, or a nag goes into the digest that is being written."""
    aware(now)
    ladder = policy.ladder_of(inquiry.ladder)
    if inquiry.state is State.SNOOZED:
        awake = replace(ladders.woken(inquiry, ladder, policy.hours, now), state=State.WAITING)
        return Decision(MessageKind.INQUIRY, "snooze over", (), awake, (Entry("woke", "the snooze is over"),))
    if inquiry.state is not State.WAITING:
        return Decision(MessageKind.INQUIRY, f"{inquiry.state}: nothing is due", ())
    nagged = ladders.nagged(inquiry, ladder, policy.hours, now)
    journal = (Entry("nagged", f"{inquiry.owner}, nag {nagged.nags}"), *_went_up(inquiry, nagged))
    return Decision(MessageKind.INQUIRY, f"nag {nagged.nags}", (), nagged, journal)


def on_escalation(inquiry: Inquiry, policy: Policy, now: datetime) -> Decision:
    """`escalate_at` has come: whoever is next up gets it too, from their next digest on."""
    aware(now)
    if inquiry.state is not State.WAITING:
        return Decision(MessageKind.INQUIRY, f"{inquiry.state}: nothing to escalate")
    higher = ladders.escalated(inquiry, policy.ladder_of(inquiry.ladder), policy.hours, now)
    return Decision(MessageKind.INQUIRY, f"escalated to step {higher.escalated}", (), higher, _went_up(inquiry, higher))


def on_alert(inquiry: Inquiry, now: datetime) -> Decision:
    """`alert_at` has come: the mail that rings at once is written, and no second one."""
    aware(now)
    rung = replace(inquiry, alert_at=None)
    return Decision(MessageKind.INQUIRY, "alert", (), rung, (Entry("alerted", f"{inquiry.owner}, at once"),))


def _went_up(before: Inquiry, after: Inquiry) -> tuple[Entry, ...]:
    if after.escalated <= before.escalated:
        return ()
    return (Entry("escalated", "the deputy gets it too" if after.escalated == 1 else f"{after.escalated} steps up"),)


# --- a person says something ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Command:
    """What a person asks for one inquiry: `verb` is done, snooze, reopen, dismiss or assign."""

    verb: str
    by: str
    until: datetime | None = None  # snooze
    owner: str = ""  # assign


def on_command(inquiry: Inquiry, command: Command, policy: Policy, now: datetime) -> Decision:
    """A command changes the state or says why it changes nothing; a repeat changes nothing."""
    aware(now)
    if command.verb == "assign":
        if inquiry.owner == command.owner:
            return Decision(MessageKind.INQUIRY, f"{inquiry.number} is with {command.owner} already")
        moved = replace(inquiry, owner=command.owner)
        return _changed(moved, "assigned", f"to {command.owner}, by {command.by}")
    if command.verb == "reopen":
        if inquiry.state is State.WAITING:
            return Decision(MessageKind.INQUIRY, f"{inquiry.number} is waiting already")
        back = replace(inquiry, state=State.WAITING, evidence=None, nags=0, waiting_since=now)
        back = replace(back, settled_at=None, disputed_at=now)
        return _changed(start_ladder(back, policy), "reopened", f"by {command.by}")
    if command.verb == "snooze":
        if inquiry.state not in threads.OPEN or command.until is None or command.until <= now:
            return Decision(MessageKind.INQUIRY, f"{inquiry.number} is {inquiry.state}: nothing to snooze")
        asleep = replace(inquiry, state=State.SNOOZED, next_nag_at=command.until)
        until = command.until.astimezone(policy.hours.zone)  # people read it in the journal
        return _changed(asleep, "snoozed", f"until {until:%Y-%m-%d %H:%M}, by {command.by}")
    state = {"done": State.DONE, "dismiss": State.DISMISSED}[command.verb]
    if inquiry.state is state or (state is State.DONE and inquiry.state not in threads.OPEN):
        return Decision(MessageKind.INQUIRY, f"{inquiry.number} is {inquiry.state} already")
    settled = now if state is State.DONE else inquiry.settled_at
    closed = replace(inquiry, state=state, next_nag_at=None, hint=None, settled_at=settled)
    return _changed(closed, str(state), f"by {command.by}")


def _changed(inquiry: Inquiry, event: str, text: str) -> Decision:
    return Decision(MessageKind.INQUIRY, f"{inquiry.number} {event} {text}", (), inquiry, (Entry(event, text),))


def aware(now: datetime) -> None:
    """ValueError: an instant that does not carry its time zone."""
    if now.utcoffset() is None:
        raise ValueError("an instant must carry its time zone")
