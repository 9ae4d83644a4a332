"""A message arrives: what it does to the inquiries. Every transition that mail causes is in this file; `decide` has all others.

Nothing here reads a clock, a database or a socket. Where an inquiry stands follows from the turns of its conversation
(`standing`), so that mail may be seen in any order, late or twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from watcher.core.inquiry import thread_status, threads
from watcher.core.inquiry.decide import (
    EXCERPT_CHARS,
    Acknowledgement,
    Decision,
    JournalNote,
    LinkedInquiry,
    Policy,
    Situation,
    require_time_zone,
    start_ladder,
)
from watcher.core.inquiry.model import BouncedReply, Inquiry, InquiryState, Strength, Turn, TurnKind
from watcher.core.message.model import Address, Facts, FolderRole, MessageKind
from watcher.core.outbox.letter_state import AcknowledgementLimits
from watcher.core.rules import traits
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict


def decide_message(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    """One message, seen for the first time at this place, becomes one decision."""
    require_time_zone(now)
    if seen.is_own_letter:
        return Decision(MessageKind.OWN, "one of Watcher's own letters", (SuppressionCode.OWN_MESSAGE,))
    if seen.copy_of:
        codes = (*verdict.codes, SuppressionCode.DUPLICATE)
        return Decision(verdict.kind, f"the same message as {seen.copy_of}", codes)
    if facts.received_at < seen.old_mail_before:
        return Decision(verdict.kind, "received before Watcher was set up", verdict.codes)
    if seen.role is FolderRole.SENT or (verdict.kind is MessageKind.OUTGOING and not seen.acknowledged_inquiry):
        return _decide_outgoing(facts, verdict, seen, policy, now)
    if verdict.kind is MessageKind.BOUNCE:
        return _decide_bounce(facts, verdict, seen, policy, now)
    if verdict.kind is not MessageKind.INQUIRY:
        return Decision(verdict.kind, verdict.why, verdict.codes)
    if SuppressionCode.AUTO_SUBJECT in verdict.codes and (seen.answers_our_mail or seen.linked):
        return Decision(MessageKind.AUTOMATIC, "an automatic reply to our own mail", verdict.codes)
    linked = _choose_continued_inquiry(facts, verdict, seen)
    if linked is not None:
        return _continue_inquiry(facts, verdict, seen, linked, policy, now)
    return _open_inquiry(facts, verdict, seen, policy, now)


# --- the house answers


def _decide_outgoing(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    codes = verdict.codes
    kind = MessageKind.AUTOMATIC if threads.is_sent_by_machine(codes) else MessageKind.OUTGOING
    turn = threads.build_answer_turn(facts, codes, seen.role, policy.own_addresses, policy.phrases)
    if isinstance(turn, str):
        why = f"no answer to {seen.linked[0].inquiry.number}: {turn}" if seen.linked else f"from the house: {turn}"
        return Decision(kind, why, codes)
    at_all = [each for each in seen.linked if not each.is_inferred or _reaches_customer_of(turn, each)]
    linked = [each for each in at_all if _reaches_customer_of(turn, each)] or at_all
    if not linked:
        return Decision(kind, "sent by a person of the house", codes, turn=turn)
    if len(linked) > 1:
        weak = replace(turn, strength=Strength.WEAK, how=f"{turn.how}, one of several it could answer")
        numbers = ", ".join(str(each.inquiry.number) for each in linked)
        aside = tuple(
            _update_from_turns(each.inquiry, _known_turns(each, weak), seen.bounced_replies, policy, now)
            for each in linked
        )
        why = f"could answer any of {numbers}: closes none"
        return Decision(kind, why, codes, turn=weak, turns_to_store=(turn,), ambiguous_with=aside)
    link = linked[0]
    turn = threads.weaken_to_tie(turn, link.thread_key, link.strength)
    before, others, turns = _join_conversations(link, seen, turn)
    after = _update_from_turns(before, turns, seen.bounced_replies, policy, now)
    journal = _describe_change(before, after, turn)
    why = f"no answer to {after.number}: {_explain_no_answer(turn, turns, after)}"
    if after.reply_proof is not None and after.reply_proof.message_id == turn.key:
        why = f"answers {after.number}"
    elif after.reply_proof is not None:
        why = f"a further answer to {after.number}"
    stray = not _is_addressed_to_customer(turn, turns)
    return Decision(
        kind,
        why,
        codes,
        after,
        journal,
        turn=turn,
        turns_to_store=turns,
        merged_inquiries=others,
        recipient_unknown=stray,
    )


def _customer_turns(turns: Iterable[Turn]) -> list[Turn]:
    """Those of the customers."""
    return [each for each in turns if each.kind in (TurnKind.QUESTION, TurnKind.THANKS)]


def _is_addressed_to_customer(turn: Turn, turns: Iterable[Turn]) -> bool:
    """Did it go to anybody who wrote?"""
    return any(thread_status.reaches_any(turn, each.addresses) for each in _customer_turns(turns))


def _explain_no_answer(turn: Turn, turns: tuple[Turn, ...], inquiry: Inquiry) -> str:
    if inquiry.state not in threads.OPEN_STATES:
        return f"it is {inquiry.state}"
    if not _is_addressed_to_customer(turn, turns):
        return "not addressed to the customer"
    if turn.kind is TurnKind.HOLDING_REPLY:
        return "a holding reply"
    if turn.strength is Strength.WEAK:
        return "only a hint"
    asked = _customer_turns(turns)
    waits = next((each for each in reversed(asked) if not thread_status.covers_question(turn, each)), asked[-1])
    return f"{waits.by or 'the customer'} still waits for an answer"


def _reaches_customer_of(turn: Turn, linked: LinkedInquiry) -> bool:
    return any(thread_status.reaches_any(turn, each.addresses) for each in linked.turns) or thread_status.reaches_any(
        turn, linked.inquiry.reach
    )


def _known_turns(linked: LinkedInquiry, *more: Turn) -> tuple[Turn, ...]:
    return thread_status.merge_turns(
        linked.turns, () if _customer_turns(linked.turns) else thread_status.reconstruct_turns(linked.inquiry), more
    )


def _join_conversations(
    linked: LinkedInquiry, seen: Situation, turn: Turn, *more: Turn
) -> tuple[Inquiry, tuple[Inquiry, ...], tuple[Turn, ...]]:
    """The inquiry that goes on, those that end in it, and the turns of all of them."""
    others = [each for each in seen.merge_candidates if thread_status.may_merge(linked.inquiry, each.inquiry)]
    together = sorted([linked, *others], key=lambda each: each.inquiry.number)
    kept, ended = (
        together[0].inquiry,
        tuple(_end_in_other_inquiry(each.inquiry, together[0].inquiry) for each in together[1:]),
    )
    known = [known for each in together for known in _known_turns(each)]
    loose = [each for each in seen.unlinked_replies if _belongs_to_turns(each, [*known, turn])]
    return kept, ended, thread_status.merge_turns(known, loose, more, (turn,))


def _end_in_other_inquiry(inquiry: Inquiry, into: Inquiry) -> Inquiry:
    problem = f"the same conversation as {into.number}"
    return replace(
        inquiry, state=InquiryState.DISMISSED, next_nag_at=None, reply_proof=None, possible_answer=None, problem=problem
    )


def _belongs_to_turns(reply: Turn, turns: list[Turn]) -> bool:
    """Does a reply that was seen early belong to these? It answers one of them, one answers it, or it went to the customer."""
    ids = {each for turn in turns for each in turn.ids}
    parents = {each for turn in turns for each in turn.parents}
    return (
        not ids.isdisjoint(reply.parents)
        or not parents.isdisjoint(reply.ids)
        or _is_addressed_to_customer(reply, turns)
    )


def _decide_bounce(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    """A delivery report. Of a reply it voids the answer; of an acknowledgement it says that the customer cannot be reached."""
    if not facts.returned_why:
        return Decision(verdict.kind, verdict.why, verdict.codes)
    to = frozenset(facts.returned_to)
    found = tuple(BouncedReply(each, facts.received_at, to, facts.returned_why) for each in facts.returned_ids)
    if seen.acknowledged_inquiry is not None:
        inquiry, who = seen.acknowledged_inquiry, ", ".join(sorted(to)) or seen.acknowledged_inquiry.customer
        gone = replace(inquiry, problem=f"unreachable: our acknowledgement to {who} came back: {facts.returned_why}")
        entry = JournalNote("unreachable", f"the acknowledgement to {who} came back: {facts.returned_why}")
        why = f"the acknowledgement of {inquiry.number} came back"
        return Decision(verdict.kind, why, verdict.codes, gone, (entry,))
    if not seen.linked:
        return Decision(verdict.kind, verdict.why, verdict.codes, bounced_replies=found)
    linked = seen.linked[0]
    known = {**seen.bounced_replies, **{each.message_id: each for each in found}}
    after = _update_from_turns(linked.inquiry, _known_turns(linked), known, policy, now)
    journal = _describe_change(linked.inquiry, after, None)
    why = f"mail to the customer of {after.number} came back"
    return Decision(verdict.kind, why, verdict.codes, after, journal, bounced_replies=found)


# --- the customer writes


def _choose_continued_inquiry(facts: Facts, verdict: Verdict, seen: Situation) -> LinkedInquiry | None:
    """The inquiry a customer's message continues. What a person dismissed stays closed for that customer alone.

    A known id carries whoever answers it; what is only inferred, or tied by subject, carries the same customer alone. Where two
    strangers wrote under one id, their own comes before the other's.
    """
    mine = set(_reply_addresses(facts, verdict.customer or facts.author))
    theirs: list[LinkedInquiry] = []
    fitting: list[LinkedInquiry] = []
    for linked in seen.linked:
        inquiry = linked.inquiry
        asked = {key for turn in _customer_turns(linked.turns) for key in turn.addresses}
        known = not mine.isdisjoint({*inquiry.reach, *asked})
        sure = linked.strength is Strength.STRONG and not linked.is_inferred
        if (known or (sure and inquiry.state is not InquiryState.DISMISSED)) and not threads.starts_new_subject(
            facts, inquiry.subject
        ):
            (theirs if known else fitting).append(linked)
    fitting = theirs or fitting
    if len(fitting) > 1 and fitting[0].strength is not Strength.STRONG:
        return None  # several and no id: rather one inquiry too many
    return fitting[0] if fitting else None


def _continue_inquiry(
    facts: Facts, verdict: Verdict, seen: Situation, linked: LinkedInquiry, policy: Policy, now: datetime
) -> Decision:
    codes = (*verdict.codes, SuppressionCode.FOLLOW_UP)
    if linked.inquiry.state is InquiryState.DISMISSED:
        return Decision(MessageKind.REPLY, f"continues {linked.inquiry.number}, which was dismissed", codes)
    turn = threads.build_question_turn(facts, verdict, _reply_addresses(facts, verdict.customer or facts.author))
    before, others, turns = _join_conversations(linked, seen, turn, *_find_answer_signs(facts, seen, turn, policy))
    asks = turn.kind is TurnKind.QUESTION
    base = before
    if asks and before.state is InquiryState.DONE:  # what was asked before is settled, this is not
        until = turn.at - timedelta(microseconds=1)
        base = replace(before, state=InquiryState.ANSWERED, settled_at=min(before.settled_at or until, until))
    after = _update_from_turns(base, turns, seen.bounced_replies, policy, now, woken=asks)
    if base.state is not before.state and after.state is InquiryState.ANSWERED and after.reply_proof is None:
        after = replace(after, state=before.state)
    who = facts.author.email if facts.author else "somebody"
    opened_again = before.state not in threads.OPEN_STATES and after.state is InquiryState.WAITING
    if opened_again or before.state is InquiryState.SNOOZED:
        after = replace(after, excerpt=_make_excerpt(facts))
    said = "wrote again" if asks or before.state in threads.OPEN_STATES else "thanked"
    journal: tuple[JournalNote, ...] = (
        JournalNote("reopened" if opened_again else said, f"{who} wrote again" if opened_again else who),
    )
    why = f"reopens {after.number}" if opened_again else f"continues {after.number}"
    if said == "thanked":
        why = f"thanks for {after.number}"
    elif after.state is InquiryState.ANSWERED:
        why = f"continues {after.number}, answered since"
    journal += tuple(each for each in _describe_change(before, after, None) if each.event != "reopened")
    return Decision(
        MessageKind.REPLY, why, codes, after, journal, turn=turn, turns_to_store=turns, merged_inquiries=others
    )


def _find_answer_signs(facts: Facts, seen: Situation, turn: Turn, policy: Policy) -> tuple[Turn, ...]:
    """What in the customer's own message says that somebody answered: a quotation of what was never seen, the flag \\Answered."""
    signs = []
    house = policy.own_addresses.people | policy.own_addresses.mailboxes
    if seen.parent_unknown and (writer := threads.find_quoted_writer(facts, house)):
        how = "the customer quotes a reply that was not seen"
        signs.append(_build_answer_sign(f"quoted:{turn.key}", turn, writer, how, Strength.WEAK))
    if "\\answered" in {flag.casefold() for flag in facts.flags}:
        signs.append(_build_answered_flag_turn(turn, policy))
    return tuple(signs)


def decide_answered_flag(linked: LinkedInquiry, key: str, policy: Policy, now: datetime) -> Decision | None:
    """The server marks the question `key` as answered; None where that is known, or it is no question of this inquiry."""
    require_time_zone(now)
    turns = _known_turns(linked)
    question = next((each for each in turns if each.key == key and each.kind is TurnKind.QUESTION), None)
    if question is None:
        return None
    sign = _build_answered_flag_turn(question, policy)
    if sign in turns:
        return None
    turns = thread_status.merge_turns(turns, (sign,))
    after = _update_from_turns(linked.inquiry, turns, {}, policy, now)
    return Decision(
        MessageKind.REPLY,
        f"marked as answered: {after.number}",
        (),
        after,
        _describe_change(linked.inquiry, after, None),
        turns_to_store=turns,
    )


def _build_answered_flag_turn(question: Turn, policy: Policy) -> Turn:
    strength = Strength.MEDIUM if policy.trust_answered else Strength.WEAK
    return _build_answer_sign(f"flag:{question.key}", question, "", "the mark \\Answered", strength)


def _build_answer_sign(key: str, turn: Turn, by: str, how: str, strength: Strength) -> Turn:
    how = f"{how} (medium)" if strength is Strength.MEDIUM else how
    return Turn(key, turn.at, TurnKind.ANSWER, by, turn.addresses, strength=strength, how=how)


def _open_inquiry(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    customer = verdict.customer or facts.author
    reach = _reply_addresses(facts, customer)
    turn = threads.build_question_turn(facts, verdict, reach)
    turns = thread_status.merge_turns(
        (turn,),
        _find_answer_signs(facts, seen, turn, policy),
        [t for t in seen.unlinked_replies if _belongs_to_turns(t, [turn])],
    )
    answered = any(each.strength > Strength.WEAK and thread_status.covers_question(each, turn) for each in turns)
    codes = (*verdict.codes, *_acknowledgement_obstacles(facts, seen, answered, policy.limits, now))
    kind = MessageKind.REPLY if seen.answers_our_mail else MessageKind.INQUIRY
    since = min(facts.received_at, now)
    acknowledge = Acknowledgement(verdict.customer, verdict.template) if verdict.customer and not codes else None
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
        ladder=verdict.ladder or policy.ladder,
        waiting_since=since,
        last_customer_at=facts.received_at,
        last_customer_id=facts.message_id,
        language=traits.message_language(facts),
        excerpt=_make_excerpt(facts),
        tags=verdict.tags,
        ack_reason=None if acknowledge else (codes[0] if codes else SuppressionCode.BAD_DESTINATION),
    )
    ladder = policy.find_ladder(inquiry.ladder)
    inquiry = replace(start_ladder(inquiry, policy), promise_at=policy.hours.add_opening_time(now, ladder.promise))
    journal = [JournalNote("opened", verdict.why)]
    if acknowledge is None:
        journal.append(JournalNote("not acknowledged", inquiry.ack_reason or ""))
    after = _update_from_turns(inquiry, turns, seen.bounced_replies, policy, now)
    journal += [
        replace(each, text=f"{each.text}, seen before the inquiry") for each in _describe_change(inquiry, after, None)
    ]
    return Decision(kind, verdict.why, codes, after, tuple(journal), acknowledge, turn=turn, turns_to_store=turns)


def _acknowledgement_obstacles(
    facts: Facts, seen: Situation, answered: bool, limits: AcknowledgementLimits, now: datetime
) -> tuple[str, ...]:
    """Group G of the decision table: what the state says against an acknowledgement."""
    old = facts.received_at < now - limits.max_age
    forgotten = seen.history_unknown_before is not None and facts.received_at <= seen.history_unknown_before
    rows = (
        (SuppressionCode.DUPLICATE, seen.already_acknowledged),
        (SuppressionCode.FOLLOW_UP, seen.answers_our_mail),
        (SuppressionCode.ALREADY_HANDLED, answered),
        (SuppressionCode.STALE, old or forgotten),
        (SuppressionCode.RECENTLY_ACKED, seen.recent_acks_to_customer > 0),
        (SuppressionCode.RATE_GLOBAL, seen.acks_in_last_hour >= limits.max_per_hour),
    )
    return tuple(code for code, hit in rows if hit)


def _reply_addresses(facts: Facts, customer: Address | None) -> tuple[str, ...]:
    """Where a person's answer to this message may go. For a notice by machine the customer alone."""
    found = [customer.key] if customer else []
    if customer is None or customer in facts.from_:
        found += [address.key for address in (*facts.from_, *facts.reply_to)]
    return tuple(dict.fromkeys(found))


def _make_excerpt(facts: Facts) -> str:
    return " ".join((facts.own_text or facts.text).split())[:EXCERPT_CHARS]


def _update_from_turns(
    inquiry: Inquiry,
    turns: tuple[Turn, ...],
    returned: Mapping[str, BouncedReply],
    policy: Policy,
    now: datetime,
    woken: bool = False,
) -> Inquiry:
    """The inquiry as its turns say it stands. What a person closed stays closed; a snooze ends with a new question only."""
    stands = thread_status.evaluate(turns, returned, inquiry)
    inquiry = _update_customer_and_problem(inquiry, stands)
    if inquiry.state in (InquiryState.DONE, InquiryState.DISMISSED):
        return inquiry
    if stands.waiting_since is None:
        if stands.reply_proof is None:
            return inquiry
        return replace(inquiry, state=InquiryState.ANSWERED, reply_proof=stands.reply_proof, next_nag_at=None)
    since = max(stands.waiting_since, inquiry.disputed_at or stands.waiting_since)
    held = stands.holding_reply is not None and stands.holding_reply.at > since
    if stands.holding_reply is not None and held:
        since = stands.holding_reply.at
    since = min(since, now)
    fresh = inquiry.state is InquiryState.ANSWERED or (inquiry.state is InquiryState.SNOOZED and woken)
    if not fresh and inquiry.waiting_since == since:
        return inquiry
    waiting = replace(inquiry, waiting_since=since, reply_proof=None)
    if fresh or (held and inquiry.state is InquiryState.WAITING):
        waiting = start_ladder(replace(waiting, state=InquiryState.WAITING, nags=0, escalated=0), policy)
        if held:
            promise = policy.hours.add_opening_time(since, policy.find_ladder(waiting.ladder).promise)
            waiting = replace(waiting, promise_at=promise)
    return waiting


def _update_customer_and_problem(inquiry: Inquiry, stands: thread_status.ThreadStatus) -> Inquiry:
    """What the first and the last question say of the inquiry, and what an answer that came back says."""
    problem = inquiry.problem
    if (back := stands.bounced_reply) is not None:
        problem = f"came back: the reply to {', '.join(sorted(back.recipients)) or inquiry.customer} did not arrive: {back.reason}"
    elif problem.startswith("came back:"):
        problem = ""
    inquiry = replace(inquiry, possible_answer=stands.possible_answer, problem=problem)
    if stands.first_customer_turn is None or stands.last_customer_turn is None:
        return inquiry
    first, last = stands.first_customer_turn, stands.last_customer_turn
    if first.key not in (inquiry.message_id, inquiry.fingerprint):
        inquiry = replace(
            inquiry,
            customer=first.by,
            customer_name=first.name,
            reach=tuple(sorted(first.addresses)),
            subject=first.subject,
            message_id=first.ids[0] if first.ids else "",
            opened_at=min(inquiry.opened_at, first.at),
        )
    return replace(inquiry, last_customer_at=last.at, last_customer_id=last.ids[0] if last.ids else "")


def _describe_change(before: Inquiry, after: Inquiry, turn: Turn | None) -> tuple[JournalNote, ...]:
    """What the journal says of the way from one to the other."""
    entries = []
    if after.reply_proof is not None and after.reply_proof != before.reply_proof:
        entries.append(JournalNote("answered", f"by {after.reply_proof.by or 'somebody'} ({after.reply_proof.how})"))
    if after.state is InquiryState.WAITING and before.state is InquiryState.ANSWERED:
        entries.append(JournalNote("reopened", after.problem or "not every question is answered"))
    if (
        turn is not None
        and turn.kind is TurnKind.HOLDING_REPLY
        and after.waiting_since == turn.at != before.waiting_since
    ):
        entries.append(JournalNote("holding reply", f"by {turn.by} ({turn.how}): the ladder starts again"))
    if (hint := after.possible_answer) is not None and hint != before.possible_answer:
        entries.append(JournalNote("looks answered", f"by {hint.by or 'somebody'} ({hint.how}): please confirm"))
    return tuple(entries)
