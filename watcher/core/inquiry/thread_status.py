"""Where a conversation stands: its turns, in whatever order they were seen → answered or not, by what, since when.

A function of the *set* of turns, not of their order. The obvious machine (a reply closes, a question opens) is wrong as soon as mail
is seen late: the sent folder of a phone is synced hours after the customer's next mail was fetched, and the old reply would close
the new question. So turns are kept, and the status is computed from all of them again with each new one; `tests/core/inquiry/
test_order.py` shuffles generated conversations and compares.

Each question needs an answer of its own: later than it, to the one who asked, not returned. Where a reply went, its recipients say,
and any mail of a customer that answers it. The proof is the reply with which the last of them was answered. A further reply that came
back voids the answer before it: that one may have said no more than that the offer follows. A doubt never answers: a nag too many is a
nuisance, a nag too few is a lost customer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry.model import (
    ONLY_A_PROMISE,
    ONLY_THANKS,
    PROMISE_KINDS,
    REPLY_KINDS,
    BouncedReply,
    Inquiry,
    InquiryState,
    ReplyProof,
    Strength,
    Turn,
    TurnKind,
)


@dataclass(frozen=True, slots=True)
class ThreadStatus:
    """What the turns say. Without a turn of a customer, nothing."""

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
    """Where a conversation stands. Of `inquiry` only what a person decided counts: settled and disputed until when.

    `returned`: by message id, the house's mail that came back.
    """
    ordered = order_turns(turns)
    customer = [turn for turn in ordered if turn.kind in (TurnKind.QUESTION, TurnKind.THANKS)]
    if not customer:
        return ThreadStatus(None, None)
    questions = find_questions(ordered)
    settled, disputed = (inquiry.settled_at, inquiry.disputed_at) if inquiry else (None, None)
    # `done` settles what was asked until then, `reopen` disputes what was answered until then: a person knows what no mail shows.
    unanswered = [question for question in questions if settled is None or question.at > settled]
    replies = [turn for turn in ordered if is_reply(turn) and (disputed is None or turn.at > disputed)]
    proofs = [turn for turn in replies if turn.kind is TurnKind.ANSWER and turn.strength > Strength.WEAK]
    answers = [_find_standing_answer(question, proofs, returned) for question in unanswered]
    last_proof = max((answer for answer in answers if answer is not None), key=proofs.index, default=None)
    unanswered = [question for question, answer in zip(unanswered, answers, strict=True) if answer is None]
    if not unanswered:
        proof = proof_from_turn(last_proof) if last_proof is not None else None
        return ThreadStatus(customer[0], questions[-1], proof)
    return ThreadStatus(
        customer[0],
        questions[-1],
        waiting_since=min(_open_since(question, proofs, returned) for question in unanswered),
        holding_reply=_last_holding_reply(replies, unanswered, returned),
        possible_answer=_last_possible_answer(replies, unanswered) or _answer_before_thanks(proofs, unanswered),
        bounced_reply=_last_bounce(proofs, unanswered, returned),
    )


def _find_standing_answer(question: Turn, proofs: Iterable[Turn], returned: Mapping[str, BouncedReply]) -> Turn | None:
    """The first of `proofs`, in their order, that answers the question, and after which none came back."""
    answer = None
    for proof in proofs:
        if covers_question(proof, question):
            answer = None if _find_bounce(proof, question, returned) else answer or proof
    return answer


def _open_since(question: Turn, proofs: Iterable[Turn], returned: Mapping[str, BouncedReply]) -> datetime:
    """Since it was asked; where it was answered and a further reply came back, since the house was told so."""
    if not any(answers_question(proof, question, returned) for proof in proofs):
        return question.at
    bounce = _last_bounce(proofs, [question], returned)
    return max(question.at, bounce.at) if bounce is not None else question.at


def order_turns(turns: Iterable[Turn]) -> list[Turn]:
    """By time, each reply with all whom it reached: whoever answers it (the first id of In-Reply-To, RFC 5322 § 3.6.4) has had it,
    whatever its own recipients say. It went out in Bcc, to a group that the customer reads, or by a program that names nobody."""
    ordered = sorted(turns, key=lambda turn: (turn.at, turn.key))
    mails = [turn for turn in ordered if not is_reply(turn)]
    return [_add_proved_recipients(turn, mails) if is_reply(turn) else turn for turn in ordered]


def _add_proved_recipients(reply: Turn, mails: Iterable[Turn]) -> Turn:
    answers = [mail for mail in mails if answers_reply(mail, reply) and not mail.addresses <= reply.addresses]
    if not answers:
        return reply
    addresses = reply.addresses.union(*(mail.addresses for mail in answers))
    return replace(reply, addresses=addresses, how=f"{reply.how}; {answers[0].by or 'the customer'} answered it")


def answers_reply(mail: Turn, reply: Turn) -> bool:
    """Does a customer's mail name this reply as the one it answers?"""
    return bool(mail.parents) and mail.parents[0] in reply.ids


def find_questions(ordered: Iterable[Turn]) -> list[Turn]:
    """What needs an answer, and where it may go, in the order of the turns: thanks count only where nothing else was written.

    An answer to the one who began answers third persons who wrote in between too: a colleague in Cc asks, and the reply goes to the
    customer. Not the other way round: a reply to the colleague alone leaves the customer waiting.
    """
    customer = [turn for turn in ordered if turn.kind in (TurnKind.QUESTION, TurnKind.THANKS)]
    if not customer:
        return []
    began = customer[0].addresses
    asked = [turn for turn in customer if turn.kind is TurnKind.QUESTION]
    return [
        turn if began <= turn.addresses else replace(turn, addresses=turn.addresses | began) for turn in asked
    ] or customer


def _last_holding_reply(
    replies: Iterable[Turn], unanswered: Iterable[Turn], returned: Mapping[str, BouncedReply]
) -> Turn | None:
    """It must cover every open question: the clock that it starts again is that of all of them."""
    holding = [turn for turn in replies if turn.kind in PROMISE_KINDS and turn.strength > Strength.WEAK]
    return next((turn for turn in reversed(holding) if _covers_all_questions(turn, unanswered, returned)), None)


def _last_possible_answer(replies: Iterable[Turn], unanswered: Iterable[Turn]) -> ReplyProof | None:
    """What would be the answer if anything proved it: a person is asked, and the nags go on."""
    promises = [
        replace(turn, how=f"{ONLY_A_PROMISE}: {turn.how}")
        for turn in replies
        if turn.kind is TurnKind.POSSIBLE_PROMISE and turn.strength > Strength.WEAK
    ]
    weak = [turn for turn in replies if turn.strength is Strength.WEAK]
    hint = next((turn for turn in reversed((*weak, *promises)) if _covers_all_questions(turn, unanswered, {})), None)
    return proof_from_turn(hint) if hint is not None else None


def _answer_before_thanks(proofs: Iterable[Turn], unanswered: Sequence[Turn]) -> ReplyProof | None:
    """The answer that came before, where all that is open may be thanks for it: a person is asked, and the nags go on."""
    began = min(question.at for question in unanswered)
    before = [proof for proof in proofs if proof.at <= began and proof.addresses & unanswered[0].addresses]
    if not before or any(question.how != ONLY_THANKS for question in unanswered):
        return None
    return proof_from_turn(replace(before[-1], how=f"{ONLY_THANKS}: {before[-1].how}"))


def _last_bounce(
    proofs: Iterable[Turn], unanswered: Sequence[Turn], returned: Mapping[str, BouncedReply]
) -> BouncedReply | None:
    found = (
        _find_bounce(proof, question, returned)
        for proof in proofs
        for question in unanswered
        if covers_question(proof, question)
    )
    bounces = [bounce for bounce in found if bounce is not None]
    return max(bounces, key=lambda bounce: (bounce.at, bounce.message_id), default=None)


def is_reply(turn: Turn) -> bool:
    """Is it the house's?"""
    return turn.kind in REPLY_KINDS


def answers_question(reply: Turn, question: Turn, returned: Mapping[str, BouncedReply]) -> bool:
    """Did it go to the one who asked, after they asked, and arrive? `returned`: by message id, what came back."""
    return covers_question(reply, question) and _find_bounce(reply, question, returned) is None


def covers_question(answer: Turn, question: Turn) -> bool:
    """Did it go to the one who asked, after they asked?

    Where one names the other (RFC 5322 § 3.6.4), that counts more than clocks: INTERNALDATE of a sent folder is what the mail program
    gave to APPEND (RFC 9051 § 6.3.12), so a reply may seem older than its question, and a question that quotes the reply newer.
    Whoever asked never answers themselves, wherever their mail is filed.
    """
    if answer.addresses.isdisjoint(question.addresses) or answer.key == question.key:
        return False
    if is_by_same_writer(answer, question):
        return False
    if not set(answer.ids).isdisjoint(question.parents):
        return False
    if not set(question.ids).isdisjoint(answer.parents):
        return True
    return answer.at >= question.at


def is_by_same_writer(one: Turn, other: Turn) -> bool:
    """Did one person write both? Where nobody is named, nobody knows."""
    return bool(one.by) and one.by.casefold() == other.by.casefold()


def _covers_all_questions(answer: Turn, questions: Iterable[Turn], returned: Mapping[str, BouncedReply]) -> bool:
    return all(answers_question(answer, question, returned) for question in questions)


def _find_bounce(answer: Turn, question: Turn, returned: Mapping[str, BouncedReply]) -> BouncedReply | None:
    """The report (RFC 3464) that says that the answer did not reach the one who asked.

    One that names other recipients voids nothing for this one: a reply to two customers that one of them did not get answers the other.
    """
    for message_id in answer.ids:
        bounce = returned.get(message_id)
        if bounce is not None and (not bounce.recipients or not bounce.recipients.isdisjoint(question.addresses)):
            return bounce
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
