"""Mail of a customer: it continues an inquiry, or opens one and may be acknowledged."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from watcher.core.inquiry import chasers, copies, old_mail, thread_status, threads
from watcher.core.inquiry.decide import Policy, start_ladder
from watcher.core.inquiry.inquiry_update import (
    belongs_to_turns,
    customer_turns,
    describe_change,
    join_conversations,
    known_turns,
    update_from_turns,
)
from watcher.core.inquiry.model import (
    ANSWERED_FLAG_KEY,
    ANSWERED_MARK,
    OPEN_STATES,
    QUOTED_REPLY,
    REOPENED,
    Acknowledgement,
    AcknowledgementLimits,
    Inquiry,
    InquiryState,
    JournalNote,
    LinkedInquiry,
    MessageDecision,
    ProblemKind,
    Situation,
    Strength,
    Turn,
    TurnKind,
)
from watcher.core.inquiry.renewal import plan_renewal
from watcher.core.message.model import Address, Facts, MessageKind
from watcher.core.rules import authentication, phrases, traits
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict

EXCERPT_CHARS = 280
#: So long an acknowledgement of what answers a message that was never seen waits: mail programs file their copy after they have sent
#: it, and an automatic answer may be faster.
SENT_COPY_DELAY = timedelta(minutes=2)
#: The span in which a mailbox may send `max_per_hour` acknowledgements.
ACK_RATE_WINDOW = timedelta(hours=1)


def choose_continued_inquiry(facts: Facts, verdict: Verdict, seen: Situation) -> LinkedInquiry | None:
    """The inquiry a customer's message continues. What a person dismissed stays closed for that customer alone.

    A known id carries whoever answers it under its subject; what is only inferred, or tied by subject, carries the same customer
    alone. Where two strangers wrote under one Message-ID (one copied the id), their own comes before the other's: else the
    second one's next mail would go into the first one's inquiry, and their own, answered already, would stay closed. Where the own
    one was not read yet, the subject tells them apart.
    """
    mine = set(_reply_addresses(facts, verdict.customer or facts.author))
    theirs: list[LinkedInquiry] = []
    fitting: list[LinkedInquiry] = []
    for linked in seen.conversation.linked:
        inquiry = linked.inquiry
        asked = {key for turn in customer_turns(linked.turns) for key in turn.addresses}
        known = not mine.isdisjoint({*inquiry.reach, *asked})
        sure = (
            linked.strength is Strength.STRONG
            and not linked.is_inferred
            and threads.keeps_subject(facts, inquiry.subject, *(turn.subject for turn in linked.turns if turn.subject))
        )
        if (known or (sure and inquiry.state is not InquiryState.DISMISSED)) and not threads.starts_new_subject(
            facts, inquiry.subject
        ):
            (theirs if known else fitting).append(linked)
    fitting = theirs or fitting
    if not fitting and (twin := copies.choose_twin(facts.mailbox, mine, seen.conversation.same_id)):
        return twin
    if len(fitting) > 1 and fitting[0].strength is not Strength.STRONG:
        return None  # several and no id: rather one inquiry too many
    return fitting[0] if fitting else None


def continue_inquiry(
    facts: Facts, verdict: Verdict, seen: Situation, linked: LinkedInquiry, policy: Policy, now: datetime
) -> MessageDecision:
    """The customer writes again: a question reopens, bare thanks do not, and neither is acknowledged."""
    codes = (*verdict.codes, SuppressionCode.FOLLOW_UP)
    if linked.inquiry.state is InquiryState.DISMISSED:
        return MessageDecision(MessageKind.REPLY, f"continues {linked.inquiry.number}, which was dismissed", codes)
    reach = _reply_addresses(facts, verdict.customer or facts.author)
    turn = threads.build_question_turn(facts, verdict, reach, policy.own_addresses.people)
    turn = copies.name_apart(turn, facts.fingerprint, known_turns(linked))
    joined = join_conversations(linked, seen.conversation, turn, *_find_answer_signs(facts, seen, turn, policy))
    before, turns = joined.inquiry, joined.turns
    asks = turn.kind is TurnKind.QUESTION
    base = before
    if asks and before.state is InquiryState.DONE:  # what was asked before is settled, this is not
        until = turn.at - timedelta(microseconds=1)
        base = replace(before, state=InquiryState.ANSWERED, settled_at=min(before.settled_at or until, until))
    after = update_from_turns(base, turns, seen.conversation.bounced_replies, policy, now, woken=asks)
    if base.state is not before.state and after.state is InquiryState.ANSWERED and after.reply_proof is None:
        after = replace(after, state=before.state)
    chased: tuple[JournalNote, ...] = ()
    if asks and before.state in OPEN_STATES:
        after, chased = chasers.hasten_ladder(after, turns, turn, policy, now)
    who = facts.author.email if facts.author else "somebody"
    # The end of a snooze is a new beginning as well: what was told before is not told of it.
    opened_again = before.state is not InquiryState.WAITING and after.state is InquiryState.WAITING
    if opened_again or before.state is InquiryState.SNOOZED:
        after = replace(after, excerpt=_make_excerpt(facts))
    event = "wrote again" if asks or before.state in OPEN_STATES else "thanked"
    journal: tuple[JournalNote, ...] = (
        JournalNote(REOPENED if opened_again else event, f"{who} wrote again" if opened_again else who),
    )
    why = f"reopens {after.number}" if opened_again else f"continues {after.number}"
    if event == "thanked":
        why = f"thanks for {after.number}"
    elif after.state is InquiryState.ANSWERED:
        why = f"continues {after.number}, answered since"
    journal += tuple(note for note in describe_change(before, after, None) if note.event != REOPENED)
    journal += (*joined.journal, *chased)
    return MessageDecision(
        MessageKind.REPLY, why, codes, after, journal, turn=turn, turns_to_store=turns, merged_inquiries=joined.ended
    )


def open_inquiry(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> MessageDecision:
    """A new inquiry. Replies that were seen before it may answer it at once; then it is opened, answered, and not acknowledged."""
    customer = verdict.customer or facts.author
    reach = _reply_addresses(facts, customer)
    turn = threads.build_question_turn(facts, verdict, reach, policy.own_addresses.people)
    turns = thread_status.merge_turns(
        (turn,),
        _find_answer_signs(facts, seen, turn, policy),
        [reply for reply in seen.conversation.unlinked_replies if belongs_to_turns(reply, [turn])],
        copies.find_shared_replies(turn, seen.conversation.same_id),
        copies.find_later_questions(turn, seen.conversation.same_id),
    )
    answered = any(other.strength > Strength.WEAK and thread_status.covers_question(other, turn) for other in turns)
    evident = customer is not None and _has_evidence(facts, customer, seen, policy)
    codes = (*verdict.codes, *_acknowledgement_obstacles(facts, seen, answered, policy.limits, now, evident))
    kind = MessageKind.REPLY if seen.history.answers_our_mail else MessageKind.INQUIRY
    since = min(facts.received_at, now)
    delay = SENT_COPY_DELAY if seen.conversation.parent_unknown else timedelta(0)
    acknowledge = (
        Acknowledgement(verdict.customer, verdict.template, evident, delay) if verdict.customer and not codes else None
    )
    ladder = verdict.ladder or policy.ladder
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=InquiryState.WAITING,
        customer=customer.email if customer else "",
        customer_name=customer.name if customer else "",
        reach=reach,
        subject=facts.subject,
        message_id=facts.message_id,
        fingerprint=facts.fingerprint,
        opened_at=since,
        owner=verdict.owner or policy.owner,
        ladder=ladder,
        promise_at=policy.hours.add_opening_time(now, policy.find_ladder(ladder).promise),
        waiting_since=since,
        last_customer_at=facts.received_at,
        last_customer_id=facts.message_id,
        language=traits.message_language(facts),
        excerpt=_make_excerpt(facts),
        tags=verdict.tags,
        ack_reason=None if acknowledge else (codes[0] if codes else SuppressionCode.BAD_DESTINATION),
    )
    inquiry = start_ladder(inquiry, policy)
    inquiry = plan_renewal(inquiry, policy) if acknowledge else inquiry
    journal = [JournalNote("opened", verdict.why)]
    if acknowledge is None:
        journal.append(JournalNote("not acknowledged", inquiry.ack_reason or ""))
    after = update_from_turns(inquiry, turns, seen.conversation.bounced_replies, policy, now)
    journal += [
        replace(note, text=f"{note.text}, seen before the inquiry") for note in describe_change(inquiry, after, None)
    ]
    return MessageDecision(
        kind, verdict.why, codes, after, tuple(journal), acknowledge, turn=turn, turns_to_store=turns
    )


def _find_answer_signs(facts: Facts, seen: Situation, turn: Turn, policy: Policy) -> tuple[Turn, ...]:
    """What in the customer's own message says that somebody answered: a quotation of what was never seen, the flag \\Answered."""
    signs = []
    house = policy.own_addresses.addresses
    if seen.conversation.parent_unknown and (writer := threads.find_quoted_writer(facts, house)):
        signs.append(_build_answer_sign(f"quoted:{turn.key}", turn, writer, QUOTED_REPLY, Strength.WEAK))
    if "\\answered" in {flag.casefold() for flag in facts.flags}:
        signs.append(build_answered_flag_turn(turn, policy.trust_answered))
    return tuple(signs)


def build_answered_flag_turn(question: Turn, is_trusted: bool) -> Turn:
    """The mark of a program that has replied: a hint, unless the configuration trusts it."""
    strength = Strength.MEDIUM if is_trusted else Strength.WEAK
    return _build_answer_sign(f"{ANSWERED_FLAG_KEY}{question.key}", question, "", ANSWERED_MARK, strength)


def _build_answer_sign(key: str, turn: Turn, by: str, how: str, strength: Strength) -> Turn:
    how = f"{how} (medium)" if strength is Strength.MEDIUM else how
    return Turn(key, turn.at, TurnKind.ANSWER, by, turn.addresses, strength=strength, how=how)


class HistoryWindow(NamedTuple):
    """Since when acknowledgements count against another one."""

    of_customer: datetime  # to the same customer
    of_mailbox: datetime  # from the same mailbox


def history_window(limits: AcknowledgementLimits, now: datetime) -> HistoryWindow:
    """RFC 3834 § 2: at most one automatic answer to one address in a period of days, and no flood to all of them together."""
    return HistoryWindow(now - limits.per_sender, now - ACK_RATE_WINDOW)


def decline_acknowledgement(decision: MessageDecision, reason: str) -> MessageDecision:
    """The same decision where the letter could not be written: the inquiry waits all the same, and its owner sees why."""
    if decision.inquiry is None:
        return decision
    inquiry = replace(
        decision.inquiry,
        ack_reason=SuppressionCode.BAD_DESTINATION,
        problem_kind=ProblemKind.UNACKNOWLEDGED,
        problem=f"no acknowledgement: {reason}",
    )
    journal = (*decision.journal, JournalNote("not acknowledged", reason))
    return replace(decision, inquiry=inquiry, acknowledgement=None, journal=journal)


def _acknowledgement_obstacles(
    facts: Facts, seen: Situation, answered: bool, limits: AcknowledgementLimits, now: datetime, evident: bool
) -> tuple[str, ...]:
    """Group G of the decision table: what the state says against an acknowledgement."""
    old = old_mail.oldest_witness(facts) < now - limits.max_age
    forgotten = seen.history.unknown_before is not None and facts.received_at <= seen.history.unknown_before
    rows = (
        (SuppressionCode.DUPLICATE, seen.history.already_acknowledged),
        (SuppressionCode.FOLLOW_UP, seen.history.answers_our_mail),
        (SuppressionCode.ALREADY_HANDLED, answered),
        (SuppressionCode.STALE, old),
        (SuppressionCode.STATE_GAP, forgotten),
        (SuppressionCode.RECENTLY_ACKED, seen.history.recent_acks_to_customer > 0),
        (SuppressionCode.RATE_GLOBAL, seen.history.acks_in_last_hour >= limits.max_queued(evident)),
    )
    return tuple(code for code, hit in rows if hit)


def _has_evidence(facts: Facts, customer: Address, seen: Situation, policy: Policy) -> bool:
    """Does something speak for a person: is the customer verified, known to the house, or do they ask something? A forged crowd
    mostly shows none of it, and may not use up the hour of those who do."""
    return (
        seen.history.is_known_customer
        or phrases.asks_question(facts.own_text)
        or phrases.asks_question(facts.subject)
        or authentication.is_authenticated_address(customer, facts, policy.own_addresses)
    )


def _reply_addresses(facts: Facts, customer: Address | None) -> tuple[str, ...]:
    """Where a person's answer to this message may go. For a notice by machine the customer alone."""
    found = [customer.key] if customer else []
    if customer is None or customer in facts.from_:
        found += [address.key for address in (*facts.from_, *facts.reply_to)]
    return tuple(dict.fromkeys(found))


def _make_excerpt(facts: Facts) -> str:
    """How it begins; where there is no text that a program can read, what lies in it: `[winmail.dat, plan.pdf]`, in any language."""
    words = " ".join((facts.own_text or facts.text).split())
    return (words or (f"[{', '.join(facts.attachments)}]" if facts.attachments else ""))[:EXCERPT_CHARS]
