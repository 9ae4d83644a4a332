"""Where a conversation stands: its turns, in whatever order they were seen → answered or not, by what, since when.

Pure, and a function of the set of turns alone: a reply that is seen before its question, twice or late, ends in the same
state. A doubt never answers: a nag too many is a nuisance, a nag too few is a lost customer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from watcher.core.inquiry.model import Evidence, Inquiry, Part, Returned, State, Strength, Turn


@dataclass(frozen=True, slots=True)
class Standing:
    """What the turns say. `first` and `last` are the customer's; None where there is no turn of a customer."""

    first: Turn | None
    last: Turn | None
    evidence: Evidence | None = None  # the answer with which every question was answered
    since: datetime | None = None  # the earliest question without an answer
    held: Turn | None = None  # the latest holding reply, where one covers all that is open
    hint: Evidence | None = None  # covers all that is open, and proves nothing
    came_back: Returned | None = None  # an answer that would have covered something and did not arrive


def weigh(turns: Iterable[Turn], returned: Mapping[str, Returned], inquiry: Inquiry | None = None) -> Standing:
    """Where a conversation stands. Of `inquiry` only what a person said counts: settled and disputed until when.

    An answer to the customer, the one who began, answers third persons who wrote in between too; not the other way round.
    """
    ordered = sorted(turns, key=lambda turn: (turn.at, turn.key))
    customer = [turn for turn in ordered if turn.part in (Part.ASKED, Part.THANKED)]
    if not customer:
        return Standing(None, None)
    settled = inquiry.settled_at if inquiry else None
    disputed = inquiry.disputed_at if inquiry else None
    whose = customer[0].addresses
    asked = [
        replace(each, addresses=each.addresses | whose) for each in customer if each.part is Part.ASKED
    ] or customer
    open_ = [turn for turn in asked if settled is None or turn.at > settled]
    replies = [
        turn for turn in ordered if turn.part in (Part.ANSWERED, Part.HELD) and (disputed is None or turn.at > disputed)
    ]
    sent = [turn for turn in replies if turn.strength > Strength.WEAK]
    proofs = [turn for turn in sent if turn.part is Part.ANSWERED]
    evidence = None
    for proof in proofs:
        open_ = [question for question in open_ if not covers(proof, question) or _void(proof, question, returned)]
        if not open_:
            evidence = evidence_of(proof)
            break
    if not open_:
        return Standing(customer[0], asked[-1], evidence)
    held = [turn for turn in sent if turn.part is Part.HELD and _covers_all(turn, open_, returned)]
    weak = [turn for turn in replies if turn.strength is Strength.WEAK and _covers_all(turn, open_, {})]
    back = [_void(proof, question, returned) for proof in proofs for question in open_ if covers(proof, question)]
    return Standing(
        customer[0],
        asked[-1],
        since=min(turn.at for turn in open_),
        held=held[-1] if held else None,
        hint=evidence_of(weak[-1]) if weak else None,
        came_back=max((each for each in back if each), key=lambda each: (each.at, each.message_id), default=None),
    )


def covers(answer: Turn, question: Turn) -> bool:
    """Did it go to the one who asked, after they asked? Where one names the other, that counts more than clocks."""
    if answer.addresses.isdisjoint(question.addresses) or answer.key == question.key:
        return False
    if not set(answer.ids).isdisjoint(question.parents):
        return False
    if not set(question.ids).isdisjoint(answer.parents):
        return True
    return answer.at >= question.at


def _covers_all(answer: Turn, questions: Iterable[Turn], returned: Mapping[str, Returned]) -> bool:
    return all(covers(answer, each) and not _void(answer, each, returned) for each in questions)


def _void(answer: Turn, question: Turn, returned: Mapping[str, Returned]) -> Returned | None:
    """The report that says that the answer did not reach the one who asked."""
    for each in answer.ids:
        back = returned.get(each)
        if back is not None and (not back.to or not back.to.isdisjoint(question.addresses)):
            return back
    return None


def evidence_of(answer: Turn) -> Evidence:
    return Evidence(by=answer.by, message_id=answer.key, at=answer.at, how=answer.how)


def merged(*groups: Iterable[Turn]) -> tuple[Turn, ...]:
    """Each message once: of two copies the stronger proof counts, then the earlier."""
    best: dict[str, Turn] = {}
    for turn in (turn for group in groups for turn in group):
        known = best.get(turn.key)
        if known is None or _rank(turn) < _rank(known):
            best[turn.key] = turn
    return tuple(best.values())


def _rank(turn: Turn) -> tuple[int, datetime, str]:
    return -turn.strength, turn.at, turn.how


def remembered(inquiry: Inquiry) -> tuple[Turn, ...]:
    """The turns of an inquiry that was stored without any: its first and latest question, and its answer."""
    reach = frozenset(inquiry.reach)
    key = inquiry.message_id or inquiry.fingerprint
    turns = [_question(inquiry, key, inquiry.opened_at, inquiry.subject)]
    if inquiry.last_customer_at is not None and inquiry.last_customer_id not in ("", key):
        turns.append(_question(inquiry, inquiry.last_customer_id, inquiry.last_customer_at, ""))
    if (proof := inquiry.evidence) is not None:
        turns.append(
            Turn(proof.message_id, proof.at, Part.ANSWERED, proof.by, reach, (proof.message_id,), how=proof.how)
        )
    return tuple(turns)


def _question(inquiry: Inquiry, key: str, at: datetime, subject: str) -> Turn:
    reach = frozenset(inquiry.reach)
    return Turn(key, at, Part.ASKED, inquiry.customer, reach, (key,), name=inquiry.customer_name, subject=subject)


def one_conversation(one: Inquiry, other: Inquiry) -> bool:
    """May two inquiries become one? Only of the same customer: then nobody is lost. A dismissed one stays what it is."""
    same = one.mailbox == other.mailbox and not set(one.reach).isdisjoint(other.reach)
    return same and State.DISMISSED not in (one.state, other.state)


def reaches(turn: Turn, addresses: Collection[str]) -> bool:
    """Is one of these among the turn's addresses?"""
    return not turn.addresses.isdisjoint(addresses)
