"""THE state machine of an inquiry: every transition of one is in this file, and this file touches nothing.

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

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core import ladder as ladders
from watcher.core import threads
from watcher.core.hours import Calendar
from watcher.core.ladder import Ladder
from watcher.core.model import (
    Address,
    Evidence,
    Facts,
    Inquiry,
    Kind,
    Role,
    State,
    Unreadable,
    Verdict,
)
from watcher.core.outbox import AckLimits

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

    def ladder_of(self, name: str) -> Ladder:
        """The named ladder; the mailbox's own where the configuration no longer has it."""
        return self.ladders.get(name) or self.ladders[self.ladder]


@dataclass(frozen=True, slots=True)
class Linked:
    """An inquiry this message belongs to, and the id that says so."""

    inquiry: Inquiry
    link: str


@dataclass(frozen=True, slots=True)
class EarlyReply:
    """A human reply from a sent folder that was seen before the message it answers."""

    evidence: Evidence
    recipients: frozenset[str]  # case-folded addresses


@dataclass(frozen=True, slots=True)
class Situation:
    """What the store knows about a message at the moment it is decided."""

    role: Role
    old_before: datetime  # mail received earlier was there before Watcher, wherever it turns up
    own: bool = False  # one of our letters, by id or by signature
    copy_of: str = ""  # where the same message was seen before
    linked: tuple[Linked, ...] = ()  # every inquiry that the nearest known id belongs to
    answers_ours: bool = False  # refers to a message that a person of the house or Watcher sent
    replies: tuple[EarlyReply, ...] = ()  # human replies to it that were seen first
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

    kind: Kind
    why: str
    codes: tuple[str, ...] = ()
    inquiry: Inquiry | None = None  # to be stored; number 0: a new one
    journal: tuple[Entry, ...] = ()
    acknowledge: Ack | None = None

    @property
    def track(self) -> bool:
        return self.kind in (Kind.INQUIRY, Kind.REPLY)


# --- a message arrives ---------------------------------------------------------------------------------------------


def on_message(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    """One message, seen for the first time at this place, becomes one decision."""
    _aware(now)
    if seen.own:
        return Decision(Kind.OWN, "one of Watcher's own letters", ("own-message",))
    if seen.copy_of:
        return Decision(verdict.kind, f"the same message as {seen.copy_of}", (*verdict.codes, "duplicate"))
    if facts.received_at < seen.old_before:
        return Decision(verdict.kind, "received before Watcher was set up", verdict.codes)
    if seen.role is Role.SENT:
        return _on_sent(facts, verdict, seen)
    if verdict.kind is not Kind.INQUIRY:
        return Decision(verdict.kind, verdict.why, verdict.codes)
    if "auto-subject" in verdict.codes and (seen.answers_ours or seen.linked):
        return Decision(Kind.AUTOMATIC, "an automatic reply to our own mail", verdict.codes)
    linked = _thread(facts, seen)
    if linked is not None:
        return _customer_again(facts, verdict, seen, linked, policy, now)
    return _open(facts, verdict, seen, policy, now)


def on_unreadable(message: Unreadable, policy: Policy, now: datetime) -> Decision:
    """A message nobody can read waits for a person like any other, and is never answered by a machine."""
    _aware(now)
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
        Kind.INQUIRY,
        f"unreadable: {message.reason}",
        ("too-malformed",),
        _start_ladder(inquiry, policy),
        (Entry("opened", f"unreadable message of {message.size} bytes: {message.reason}"),),
    )


def _on_sent(facts: Facts, verdict: Verdict, seen: Situation) -> Decision:
    if not seen.linked:
        return Decision(Kind.OUTGOING, "sent by a person of the house", verdict.codes)
    proofs = [(each, threads.proof_of_answer(facts, verdict.codes, each.inquiry, each.link)) for each in seen.linked]
    proved = [(each, proof) for each, proof in proofs if isinstance(proof, Evidence)]
    kind = Kind.AUTOMATIC if threads.is_machine(verdict.codes) else Kind.OUTGOING
    if len(proved) > 1:
        numbers = ", ".join(str(each.inquiry.number) for each, _ in proved)
        return Decision(kind, f"could answer any of {numbers}: closes none", verdict.codes)
    if not proved:
        return Decision(kind, f"no answer to {seen.linked[0].inquiry.number}: {proofs[0][1]}", verdict.codes)
    linked, evidence = proved[0]
    inquiry = linked.inquiry
    answered = (Entry("answered", f"by {evidence.by} ({evidence.how})"),)
    if inquiry.state in threads.OPEN:
        return Decision(kind, f"answers {inquiry.number}", verdict.codes, _answered(inquiry, evidence), answered)
    if inquiry.evidence is None or inquiry.evidence.at >= evidence.at:
        return Decision(kind, f"a further answer to {inquiry.number}", verdict.codes)
    # The latest answer is kept: a message of the customer that turns up late is measured against it.
    later = replace(inquiry, evidence=evidence)
    return Decision(kind, f"a further answer to {inquiry.number}", verdict.codes, later, answered)


def _thread(facts: Facts, seen: Situation) -> Linked | None:
    """The inquiry a customer's message continues. What a person dismissed stays closed for that customer alone."""
    for linked in seen.linked:
        inquiry = linked.inquiry
        known = facts.author is not None and facts.author.key in inquiry.reach
        if inquiry.state is not State.DISMISSED or known:
            return linked
    return None


def _customer_again(
    facts: Facts, verdict: Verdict, seen: Situation, linked: Linked, policy: Policy, now: datetime
) -> Decision:
    codes = (*verdict.codes, "follow-up")
    inquiry = linked.inquiry
    who = facts.author.email if facts.author else "somebody"
    if inquiry.state is State.DISMISSED:
        return Decision(Kind.REPLY, f"continues {inquiry.number}, which was dismissed", codes)
    if (early := _early_answer(seen, inquiry.reach)) is not None:
        answered = _answered(_heard(inquiry, facts), early)
        entry = Entry("answered", f"by {early.by} ({early.how}), seen before the question")
        return Decision(Kind.REPLY, f"continues {inquiry.number}, answered since", codes, answered, (entry,))
    if inquiry.state is State.WAITING:
        said = (Entry("wrote again", who),)
        return Decision(Kind.REPLY, f"continues {inquiry.number}", codes, _heard(inquiry, facts), said)
    if inquiry.evidence is not None and facts.received_at < inquiry.evidence.at:
        return Decision(Kind.REPLY, f"continues {inquiry.number}, answered since", codes)
    if inquiry.state in (State.ANSWERED, State.DONE) and threads.is_bare_thanks(facts.own_text):
        return Decision(Kind.REPLY, f"thanks for {inquiry.number}", codes, inquiry, (Entry("thanked", who),))
    since = inquiry.waiting_since if inquiry.state is State.SNOOZED else min(facts.received_at, now)
    again = replace(
        _heard(inquiry, facts),
        state=State.WAITING,
        evidence=None,
        nags=0,
        waiting_since=since,
        excerpt=_excerpt(facts),
    )
    return Decision(
        Kind.REPLY,
        f"reopens {inquiry.number}",
        codes,
        _start_ladder(again, policy),
        (Entry("reopened", f"{who} wrote again"),),
    )


def _open(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    customer = verdict.customer or facts.author
    reach = _reach(facts, customer)
    early = _early_answer(seen, reach)
    codes = (*verdict.codes, *_gates(facts, seen, early is not None, policy.limits, now))
    kind = Kind.REPLY if seen.answers_ours else Kind.INQUIRY
    since = min(facts.received_at, now)
    acknowledge = Ack(verdict.customer, verdict.template) if verdict.customer and not codes else None
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=State.WAITING,
        customer=customer.email if customer else "",
        customer_name=customer.name if customer else "",
        reach=reach,
        subject=facts.subject,
        message_id=facts.message_id,
        fingerprint=facts.fingerprint,
        opened_at=since,
        owner=verdict.owner or policy.owner,
        ladder=verdict.ladder or policy.ladder,
        waiting_since=since,
        last_customer_at=facts.received_at,
        last_customer_id=facts.message_id,
        language=facts.language,
        excerpt=_excerpt(facts),
        tags=verdict.tags,
        ack_reason=None if acknowledge else (codes[0] if codes else "bad-destination"),
    )
    ladder = policy.ladder_of(inquiry.ladder)
    inquiry = replace(_start_ladder(inquiry, policy), promise_at=policy.hours.add(now, ladder.promise))
    journal = [Entry("opened", verdict.why)]
    if acknowledge is None:
        journal.append(Entry("not acknowledged", inquiry.ack_reason or ""))
    if early is not None:
        inquiry = _answered(inquiry, early)
        journal.append(Entry("answered", f"by {early.by} ({early.how}), seen before the inquiry"))
    return Decision(kind, verdict.why, codes, inquiry, tuple(journal), acknowledge)


def _early_answer(seen: Situation, reach: tuple[str, ...]) -> Evidence | None:
    """The latest human reply to this message that was seen before it and went to the customer."""
    found = [reply.evidence for reply in seen.replies if not reply.recipients.isdisjoint(reach)]
    return max(found, key=lambda evidence: evidence.at, default=None)


def _gates(facts: Facts, seen: Situation, answered: bool, limits: AckLimits, now: datetime) -> tuple[str, ...]:
    """Group G of the decision table: what the state says against an acknowledgement."""
    old = facts.received_at < now - limits.max_age
    forgotten = seen.amnesia_until is not None and facts.received_at <= seen.amnesia_until
    rows = (
        ("duplicate", seen.message_id_known),
        ("follow-up", seen.answers_ours),
        ("already-handled", answered),
        ("stale", old or forgotten),
        ("recently-acked", seen.acks_to_customer > 0),
        ("rate-global", seen.acks_last_hour >= limits.max_per_hour),
    )
    return tuple(code for code, hit in rows if hit)


def _reach(facts: Facts, customer: Address | None) -> tuple[str, ...]:
    """Where a person's answer to this message may go. For a notice by machine the customer alone."""
    found = [customer.key] if customer else []
    if customer is None or customer in facts.from_:
        found += [address.key for address in (*facts.from_, *facts.reply_to)]
    return tuple(dict.fromkeys(found))


def _heard(inquiry: Inquiry, facts: Facts) -> Inquiry:
    """Remembers the customer's latest message: an answer must be later than it, or name it."""
    if inquiry.last_customer_at is not None and facts.received_at <= inquiry.last_customer_at:
        return inquiry
    return replace(inquiry, last_customer_at=facts.received_at, last_customer_id=facts.message_id)


def _excerpt(facts: Facts) -> str:
    return " ".join((facts.own_text or facts.text).split())[:EXCERPT_CHARS]


def _answered(inquiry: Inquiry, evidence: Evidence) -> Inquiry:
    return replace(inquiry, state=State.ANSWERED, evidence=evidence, next_nag_at=None)


def _start_ladder(inquiry: Inquiry, policy: Policy) -> Inquiry:
    return ladders.started(inquiry, policy.ladder_of(inquiry.ladder), policy.hours)


# --- something is due ----------------------------------------------------------------------------------------------


def on_due(inquiry: Inquiry, policy: Policy, now: datetime) -> Decision:
    """`next_nag_at` has come: a snooze ends, or a nag goes into the digest that is being written."""
    _aware(now)
    ladder = policy.ladder_of(inquiry.ladder)
    if inquiry.state is State.SNOOZED:
        awake = replace(ladders.woken(inquiry, ladder, policy.hours, now), state=State.WAITING)
        return Decision(Kind.INQUIRY, "snooze over", (), awake, (Entry("woke", "the snooze is over"),))
    if inquiry.state is not State.WAITING:
        return Decision(Kind.INQUIRY, f"{inquiry.state}: nothing is due", ())
    nagged = ladders.nagged(inquiry, ladder, policy.hours, now)
    journal = (Entry("nagged", f"{inquiry.owner}, nag {nagged.nags}"), *_went_up(inquiry, nagged))
    return Decision(Kind.INQUIRY, f"nag {nagged.nags}", (), nagged, journal)


def on_escalation(inquiry: Inquiry, policy: Policy, now: datetime) -> Decision:
    """`escalate_at` has come: whoever is next up gets it too, from their next digest on."""
    _aware(now)
    if inquiry.state is not State.WAITING:
        return Decision(Kind.INQUIRY, f"{inquiry.state}: nothing to escalate")
    higher = ladders.escalated(inquiry, policy.ladder_of(inquiry.ladder), policy.hours, now)
    return Decision(Kind.INQUIRY, f"escalated to step {higher.escalated}", (), higher, _went_up(inquiry, higher))


def on_alert(inquiry: Inquiry, now: datetime) -> Decision:
    """`alert_at` has come: the mail that rings at once is written, and no second one."""
    _aware(now)
    rung = replace(inquiry, alert_at=None)
    return Decision(Kind.INQUIRY, "alert", (), rung, (Entry("alerted", f"{inquiry.owner}, at once"),))


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
    _aware(now)
    if command.verb == "assign":
        if inquiry.owner == command.owner:
            return Decision(Kind.INQUIRY, f"{inquiry.number} is with {command.owner} already")
        moved = replace(inquiry, owner=command.owner)
        return _changed(moved, "assigned", f"to {command.owner}, by {command.by}")
    if command.verb == "reopen":
        if inquiry.state is State.WAITING:
            return Decision(Kind.INQUIRY, f"{inquiry.number} is waiting already")
        back = replace(inquiry, state=State.WAITING, evidence=None, nags=0, waiting_since=now)
        return _changed(_start_ladder(back, policy), "reopened", f"by {command.by}")
    if command.verb == "snooze":
        if inquiry.state not in threads.OPEN or command.until is None or command.until <= now:
            return Decision(Kind.INQUIRY, f"{inquiry.number} is {inquiry.state}: nothing to snooze")
        asleep = replace(inquiry, state=State.SNOOZED, next_nag_at=command.until)
        return _changed(asleep, "snoozed", f"until {command.until:%Y-%m-%d %H:%M} UTC, by {command.by}")
    state = {"done": State.DONE, "dismiss": State.DISMISSED}[command.verb]
    if inquiry.state is state or (state is State.DONE and inquiry.state not in threads.OPEN):
        return Decision(Kind.INQUIRY, f"{inquiry.number} is {inquiry.state} already")
    closed = replace(inquiry, state=state, next_nag_at=None)
    return _changed(closed, str(state), f"by {command.by}")


def _changed(inquiry: Inquiry, event: str, text: str) -> Decision:
    return Decision(Kind.INQUIRY, f"{inquiry.number} {event} {text}", (), inquiry, (Entry(event, text),))


def _aware(now: datetime) -> None:
    if now.utcoffset() is None:
        raise ValueError("an instant must carry its time zone")
