"""Where a conversation stands: its turns, in whatever order they were seen → answered or not, by what, since when.

Pure, and a function of the set of turns alone: a reply that is seen before its question, twice or late, ends in the same
state. A doubt never answers: a nag too many is a nuisance, a nag too few is a lost customer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry.model import BouncedReply, Inquiry, InquiryState, ReplyProof, Strength, Turn, TurnKind


@dataclass(frozen=True, slots=True)
class ThreadStatus:
    """What the turns say. `first` and `last` are the customer's; None where there is no turn of a customer."""

    first_customer_turn: Turn | None
    last_customer_turn: Turn | None
    reply_proof: ReplyProof | None = None  # the answer with which every question was answered
    waiting_since: datetime | None = None  # the earliest question without an answer
    holding_reply: Turn | None = None  # the latest holding reply, where one covers all that is open
    possible_answer: ReplyProof | None = None  # covers all that is open, and proves nothing
    bounced_reply: BouncedReply | None = None  # an answer that would have covered something and did not arrive


def evaluate(
    turns: Iterable[Turn], returned: Mapping[str, BouncedReply], inquiry: Inquiry | None = None
) -> ThreadStatus:
    """Where a conversation stands. Of `inquiry` only what a person said counts: settled and disputed until when.

    An answer to the customer, the one who began, answers third persons who wrote in between too; not the other way round.
    """
    ordered = sorted(turns, key=lambda turn: (turn.at, turn.key))
    customer = [turn for turn in ordered if turn.kind in (TurnKind.QUESTION, TurnKind.THANKS)]
    if not customer:
        return ThreadStatus(None, None)
    settled = inquiry.settled_at if inquiry else None
    disputed = inquiry.disputed_at if inquiry else None
    whose = customer[0].addresses
    asked = [
        replace(each, addresses=each.addresses | whose) for each in customer if each.kind is TurnKind.QUESTION
    ] or customer
    open_ = [turn for turn in asked if settled is None or turn.at > settled]
    replies = [
        turn
        for turn in ordered
        if turn.kind in (TurnKind.ANSWER, TurnKind.HOLDING_REPLY) and (disputed is None or turn.at > disputed)
    ]
    sent = [turn for turn in replies if turn.strength > Strength.WEAK]
    proofs = [turn for turn in sent if turn.kind is TurnKind.ANSWER]
    evidence = None
    for proof in proofs:
        open_ = [
            question
            for question in open_
            if not covers_question(proof, question) or _find_bounce(proof, question, returned)
        ]
        if not open_:
            evidence = proof_from_turn(proof)
            break
    if not open_:
        return ThreadStatus(customer[0], asked[-1], evidence)
    held = [
        turn for turn in sent if turn.kind is TurnKind.HOLDING_REPLY and _covers_all_questions(turn, open_, returned)
    ]
    weak = [turn for turn in replies if turn.strength is Strength.WEAK and _covers_all_questions(turn, open_, {})]
    back = [
        _find_bounce(proof, question, returned)
        for proof in proofs
        for question in open_
        if covers_question(proof, question)
    ]
    return ThreadStatus(
        customer[0],
        asked[-1],
        waiting_since=min(turn.at for turn in open_),
        holding_reply=held[-1] if held else None,
        possible_answer=proof_from_turn(weak[-1]) if weak else None,
        bounced_reply=max((each for each in back if each), key=lambda each: (each.at, each.message_id), default=None),
    )


def covers_question(answer: Turn, question: Turn) -> bool:
    """Did it go to the one who asked, after they asked? Where one names the other, that counts more than clocks."""
    if answer.addresses.isdisjoint(question.addresses) or answer.key == question.key:
        return False
    if not set(answer.ids).isdisjoint(question.parents):
        return False
    if not set(question.ids).isdisjoint(answer.parents):
        return True
    return answer.at >= question.at


def _covers_all_questions(answer: Turn, questions: Iterable[Turn], returned: Mapping[str, BouncedReply]) -> bool:
    return all(covers_question(answer, each) and not _find_bounce(answer, each, returned) for each in questions)


def _find_bounce(answer: Turn, question: Turn, returned: Mapping[str, BouncedReply]) -> BouncedReply | None:
    """The report that says that the answer did not reach the one who asked."""
    for each in answer.ids:
        back = returned.get(each)
        if back is not None and (not back.recipients or not back.recipients.isdisjoint(question.addresses)):
            return back
    return None


def proof_from_turn(answer: Turn) -> ReplyProof:
    return ReplyProof(by=answer.by, message_id=answer.key, at=answer.at, how=answer.how)


def merge_turns(*groups: Iterable[Turn]) -> tuple[Turn, ...]:
    """Each message once: of two copies the stronger proof counts, then the earlier."""
    best: dict[str, Turn] = {}
    for turn in (turn for group in groups for turn in group):
        known = best.get(turn.key)
        if known is None or _preference_key(turn) < _preference_key(known):
            best[turn.key] = turn
    return tuple(best.values())


def _preference_key(turn: Turn) -> tuple[int, datetime, str]:
    return -turn.strength, turn.at, turn.how


def reconstruct_turns(inquiry: Inquiry) -> tuple[Turn, ...]:
    """The turns of an inquiry that was stored without any: its first and latest question, and its answer."""
    reach = frozenset(inquiry.reach)
    key = inquiry.message_id or inquiry.fingerprint
    turns = [_reconstruct_question(inquiry, key, inquiry.opened_at, inquiry.subject)]
    if inquiry.last_customer_at is not None and inquiry.last_customer_id not in ("", key):
        turns.append(_reconstruct_question(inquiry, inquiry.last_customer_id, inquiry.last_customer_at, ""))
    if (proof := inquiry.reply_proof) is not None:
        turns.append(
            Turn(proof.message_id, proof.at, TurnKind.ANSWER, proof.by, reach, (proof.message_id,), how=proof.how)
        )
    return tuple(turns)


def _reconstruct_question(inquiry: Inquiry, key: str, at: datetime, subject: str) -> Turn:
    reach = frozenset(inquiry.reach)
    return Turn(
        key, at, TurnKind.QUESTION, inquiry.customer, reach, (key,), name=inquiry.customer_name, subject=subject
    )


def may_merge(one: Inquiry, other: Inquiry) -> bool:
    """May two inquiries become one? Only of the same customer: then nobody is lost. A dismissed one stays what it is."""
    same = one.mailbox == other.mailbox and not set(one.reach).isdisjoint(other.reach)
    return same and InquiryState.DISMISSED not in (one.state, other.state)


def reaches_any(turn: Turn, addresses: Collection[str]) -> bool:
    """Is one of these among the turn's addresses?"""
    return not turn.addresses.isdisjoint(addresses)
