"""Mail of the house: a person's reply, and a report that one did not arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from watcher.core.inquiry import copies, thread_status, threads
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.inquiry_update import (
    customer_turns,
    describe_change,
    is_addressed_to_customer,
    join_conversations,
    known_turns,
    update_from_turns,
)
from watcher.core.inquiry.model import (
    CAME_BACK,
    ONE_OF_SEVERAL,
    OPEN_STATES,
    BouncedReply,
    Conversation,
    Inquiry,
    InquiryChange,
    JournalNote,
    LinkedInquiry,
    MessageDecision,
    ProblemKind,
    Situation,
    Strength,
    Turn,
    TurnKind,
)
from watcher.core.message.model import Facts, FolderRole, MessageKind
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict


def decide_outgoing(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> MessageDecision:
    """A message that the house sent: an answer, one of several it could be, or none."""
    codes, known = verdict.codes, seen.conversation
    kind = _kind_of(facts, codes, seen.role, policy)
    turn = threads.build_answer_turn(facts, codes, seen.role, policy.own_addresses, policy.phrases)
    if isinstance(turn, str):
        why = f"no answer to {known.linked[0].inquiry.number}: {turn}" if known.linked else f"from the house: {turn}"
        return MessageDecision(kind, why, codes)
    if asked := next((linked for linked in known.linked if _asked_in(turn, linked)), None):
        return MessageDecision(kind, f"no answer to {asked.inquiry.number}: {turn.by} asked it", codes)
    # An inferred link alone is not enough: two strangers may write under one id, and the reply that refers to it went to one.
    possible = [linked for linked in known.linked if not linked.is_inferred or _reaches_customer_of(turn, linked)]
    answered = [linked for linked in possible if _reaches_customer_of(turn, linked)] or possible
    if not answered:
        return MessageDecision(kind, "sent by a person of the house", codes, turn=turn)
    decision = MessageDecision(kind, "", codes)
    answered = _without_settled(turn, answered)
    if len(answered) > 1 and copies.is_one_question(answered):
        return _answer_one_question(decision, turn, answered, known, policy, now)
    if len(answered) > 1:
        return _note_ambiguous_reply(decision, turn, answered, known, policy, now)
    return _store_reply(decision, turn, answered[0], known, policy, now)


def _kind_of(facts: Facts, codes: tuple[SuppressionCode, ...], role: FolderRole, policy: Policy) -> MessageKind:
    """What a message is that lies among sent mail, or that the house sent."""
    if threads.is_sent_by_machine(codes, role):
        return MessageKind.AUTOMATIC
    is_filed = role is FolderRole.SENT and threads.came_from_outside(facts, policy.own_addresses)
    return MessageKind.OTHER if is_filed else MessageKind.OUTGOING


def _without_settled(turn: Turn, answered: list[LinkedInquiry]) -> list[LinkedInquiry]:
    """What was answered or closed before does not compete with what is open and asked before the reply."""
    still_open = [
        linked
        for linked in answered
        if linked.inquiry.state in OPEN_STATES
        and any(thread_status.covers_question(turn, asked) for asked in customer_turns(known_turns(linked)))
    ]
    return still_open or answered


def _answer_one_question(
    decision: MessageDecision,
    turn: Turn,
    answered: Sequence[LinkedInquiry],
    known: Conversation,
    policy: Policy,
    now: datetime,
) -> MessageDecision:
    """One mail opened an inquiry in several mailboxes: the reply to it answers all of them."""
    changes = []
    for linked in answered:
        after = update_from_turns(linked.inquiry, known_turns(linked, turn), known.bounced_replies, policy, now)
        changes.append(InquiryChange("answered", after, describe_change(linked.inquiry, after, turn)))
    numbers = " and ".join(str(linked.inquiry.number) for linked in answered)
    return replace(
        decision,
        why=f"answers {numbers}, one question",
        turn=turn,
        turns_to_store=(turn,),
        other_changes=tuple(changes),
    )


def _note_ambiguous_reply(
    decision: MessageDecision,
    turn: Turn,
    answered: Sequence[LinkedInquiry],
    known: Conversation,
    policy: Policy,
    now: datetime,
) -> MessageDecision:
    """Which of them it answers nobody can know, so it closes none: closing the wrong one loses a customer."""
    where, colon, evidence = turn.how.partition(": ")
    weak = replace(turn, strength=Strength.WEAK, how=f"{where}, {ONE_OF_SEVERAL}{colon}{evidence}")
    note = JournalNote("looks answered", f"by {weak.by} ({weak.how})")
    changes = []
    for linked in answered:
        inquiry = update_from_turns(linked.inquiry, known_turns(linked, weak), known.bounced_replies, policy, now)
        changes.append(InquiryChange("could be answered", inquiry, (note,)))
    numbers = ", ".join(str(linked.inquiry.number) for linked in answered)
    return replace(
        decision,
        why=f"could answer any of {numbers}: closes none",
        turn=weak,
        turns_to_store=(turn,),
        other_changes=tuple(changes),
    )


def _store_reply(
    decision: MessageDecision, turn: Turn, linked: LinkedInquiry, known: Conversation, policy: Policy, now: datetime
) -> MessageDecision:
    """It becomes a turn of this one inquiry, whether it answers it or not: what arrives later may make it an answer."""
    turn = threads.weaken_to_tie(turn, linked.thread_key, linked.strength)
    joined = join_conversations(linked, known, turn)
    after = update_from_turns(joined.inquiry, joined.turns, known.bounced_replies, policy, now)
    why = f"no answer to {after.number}: {_explain_no_answer(turn, joined.turns, after)}"
    if after.reply_proof is not None and after.reply_proof.message_id == turn.key:
        why = f"answers {after.number}"
    elif after.reply_proof is not None:
        why = f"a further answer to {after.number}"
    return replace(
        decision,
        why=why,
        inquiry=after,
        journal=(*describe_change(joined.inquiry, after, turn), *joined.journal),
        turn=turn,
        turns_to_store=joined.turns,
        merged_inquiries=joined.ended,
        recipient_unknown=not is_addressed_to_customer(turn, joined.turns),
    )


def _explain_no_answer(turn: Turn, turns: tuple[Turn, ...], inquiry: Inquiry) -> str:
    if inquiry.state not in OPEN_STATES:
        return f"it is {inquiry.state}"
    if not is_addressed_to_customer(turn, turns):
        return "not addressed to the customer"
    if turn.kind is TurnKind.HOLDING_REPLY:
        return "a holding reply"
    if turn.kind is TurnKind.POSSIBLE_PROMISE:
        return "perhaps only a promise"
    if turn.strength is Strength.WEAK:
        return "only a hint"
    asked = customer_turns(turns)
    uncovered = (question for question in reversed(asked) if not thread_status.covers_question(turn, question))
    return f"{next(uncovered, asked[-1]).by or 'the customer'} still waits for an answer"


def _asked_in(turn: Turn, linked: LinkedInquiry) -> bool:
    """Is it by one of those who asked? Their own mail, filed among the replies, answers nobody there."""
    return any(thread_status.is_by_same_writer(turn, asked) for asked in customer_turns(known_turns(linked)))


def _reaches_customer_of(turn: Turn, linked: LinkedInquiry) -> bool:
    addresses = [known.addresses for known in linked.turns]
    return any(thread_status.reaches_any(turn, known) for known in [*addresses, linked.inquiry.reach]) or any(
        thread_status.answers_reply(mail, turn) for mail in customer_turns(linked.turns)
    )


def decide_bounce(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> MessageDecision:
    """A report that mail was not delivered (RFC 3464).

    Of a reply it voids the answer, for whom it names; of an acknowledgement it says that the customer cannot be reached. Of mail
    that is only late (`action: delayed`) there is no reason in the facts, and it changes nothing.
    """
    if not facts.delivery_report.reason:
        return MessageDecision(verdict.kind, verdict.why, verdict.codes)
    recipients, known = frozenset(facts.delivery_report.recipients), seen.conversation
    bounced = tuple(
        BouncedReply(message_id, facts.received_at, recipients, facts.delivery_report.reason)
        for message_id in facts.delivery_report.message_ids
    )
    if (inquiry := known.acknowledged_inquiry) is not None:
        text = f"{', '.join(sorted(recipients)) or inquiry.customer}{CAME_BACK}{facts.delivery_report.reason}"
        unreachable = replace(
            inquiry, problem_kind=ProblemKind.UNREACHABLE, problem=f"unreachable: our acknowledgement to {text}"
        )
        note = JournalNote("unreachable", f"the acknowledgement to {text}")
        why = f"the acknowledgement of {inquiry.number} came back"
        return MessageDecision(verdict.kind, why, verdict.codes, unreachable, (note,))
    if known.returned_reader:
        return MessageDecision(verdict.kind, f"mail to {known.returned_reader} came back", verdict.codes)
    if not known.linked:
        return MessageDecision(verdict.kind, verdict.why, verdict.codes, bounced_replies=bounced)
    by_id = {**known.bounced_replies, **{reply.message_id: reply for reply in bounced}}
    changes = []
    for linked in known.linked:
        after = update_from_turns(linked.inquiry, known_turns(linked), by_id, policy, now)
        changes.append(InquiryChange("came back", after, describe_change(linked.inquiry, after, None)))
    first, *others = changes
    numbers = " and ".join(str(linked.inquiry.number) for linked in known.linked)
    return MessageDecision(
        verdict.kind,
        f"mail to the customer of {numbers} came back",
        verdict.codes,
        first.inquiry,
        first.journal,
        other_changes=tuple(others),
        bounced_replies=bounced,
    )
