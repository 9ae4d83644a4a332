"""What the turns of a conversation make of its inquiry: its state, its customer, what its journal says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from watcher.core.inquiry import thread_status
from watcher.core.inquiry.decide import Policy, start_ladder
from watcher.core.inquiry.model import (
    DID_NOT_ARRIVE,
    PROMISE_KINDS,
    REOPENED,
    REPLY_KINDS,
    BouncedReply,
    Conversation,
    Inquiry,
    InquiryChange,
    InquiryState,
    JournalNote,
    LinkedInquiry,
    ProblemKind,
    Turn,
    TurnKind,
)
from watcher.core.inquiry.renewal import withdraw_renewal
from watcher.core.inquiry.responses import measure_responses


def customer_turns(turns: Iterable[Turn]) -> list[Turn]:
    """Those of the customers."""
    return [turn for turn in turns if turn.kind in (TurnKind.QUESTION, TurnKind.THANKS)]


def ids_that_customers_answer(turns: Iterable[Turn]) -> list[str]:
    """The Message-IDs (RFC 5322 § 3.6.4, without angle brackets) of what the customers' messages refer to."""
    return sorted({message_id for turn in customer_turns(turns) for message_id in turn.parents})


def is_addressed_to_customer(turn: Turn, turns: Iterable[Turn]) -> bool:
    """Did it go to anybody who wrote?"""
    return any(thread_status.reaches_any(turn, asked.addresses) for asked in customer_turns(turns))


def known_turns(linked: LinkedInquiry, *more: Turn) -> tuple[Turn, ...]:
    return thread_status.merge_turns(
        linked.turns, () if customer_turns(linked.turns) else thread_status.reconstruct_turns(linked.inquiry), more
    )


class JoinedConversation(NamedTuple):
    """Inquiries that a message has shown to be one."""

    inquiry: Inquiry  # goes on
    ended: tuple[InquiryChange, ...]
    turns: tuple[Turn, ...]  # of all of them

    @property
    def journal(self) -> tuple[JournalNote, ...]:
        """What the inquiry that goes on notes of the others."""
        return tuple(
            JournalNote("merged", f"{change.inquiry.number} was the same conversation")
            for change in self.ended
            if change.inquiry is not None
        )


def join_conversations(linked: LinkedInquiry, known: Conversation, turn: Turn, *signs: Turn) -> JoinedConversation:
    """The conversation of `linked` with all that `turn` shows to belong to it. The oldest inquiry goes on."""
    others = [other for other in known.merge_candidates if thread_status.may_merge(linked.inquiry, other.inquiry)]
    together = sorted([linked, *others], key=lambda member: member.inquiry.number)
    kept = together[0].inquiry
    ended = tuple(_end_in_other_inquiry(member.inquiry, kept) for member in together[1:])
    turns = [turn for member in together for turn in known_turns(member)]
    early = [reply for reply in known.unlinked_replies if belongs_to_turns(reply, [*turns, turn])]
    return JoinedConversation(kept, ended, thread_status.merge_turns(turns, early, signs, (turn,)))


def _end_in_other_inquiry(inquiry: Inquiry, into: Inquiry) -> InquiryChange:
    problem = f"the same conversation as {into.number}"
    ended = replace(
        inquiry,
        state=InquiryState.DISMISSED,
        next_nag_at=None,
        reply_proof=None,
        possible_answer=None,
        problem_kind=ProblemKind.MERGED,
        problem=problem,
    )
    return InquiryChange(problem, ended, (JournalNote("merged", problem),))


def belongs_to_turns(reply: Turn, turns: list[Turn]) -> bool:
    """Does a reply that was seen early belong to these? It answers one of them, one answers it, or it went to the customer."""
    ids = {message_id for turn in turns for message_id in turn.ids}
    parents = {message_id for turn in turns for message_id in turn.parents}
    return (
        not ids.isdisjoint(reply.parents) or not parents.isdisjoint(reply.ids) or is_addressed_to_customer(reply, turns)
    )


def update_from_turns(
    inquiry: Inquiry,
    turns: tuple[Turn, ...],
    returned: Mapping[str, BouncedReply],
    policy: Policy,
    now: datetime,
    woken: bool = False,
) -> Inquiry:
    """The inquiry as its turns say it stands. What a person closed stays closed; a snooze ends with a new question only."""
    stands = thread_status.evaluate(turns, returned, inquiry)
    inquiry = replace(
        inquiry,
        **_describe_customer_and_problem(inquiry, stands),
        responses=measure_responses(inquiry, turns, returned, policy.hours),
    )
    if any(turn.kind in REPLY_KINDS for turn in turns):  # however weak, late or returned: a person is at it
        inquiry = withdraw_renewal(inquiry)
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
            first = inquiry.first_promise_at or inquiry.promise_at
            waiting = replace(waiting, promise_at=promise, first_promise_at=first)
    return waiting


def last_promise_at(inquiry: Inquiry) -> datetime | None:
    """When the house last promised an answer by mail, where nothing was said since: the clock runs from then. None: it did not, or
    the customer has written again, or a person has reopened it."""
    since, asked = inquiry.waiting_since, inquiry.last_customer_at or inquiry.opened_at
    if inquiry.first_promise_at is None or since is None or since <= asked or since == inquiry.disputed_at:
        return None
    return since


def _describe_customer_and_problem(inquiry: Inquiry, stands: thread_status.ThreadStatus) -> dict[str, Any]:
    """Field → value: what the first and the last question say of the inquiry, and what an answer that came back says."""
    kind, problem = inquiry.problem_kind, inquiry.problem
    if (back := stands.bounced_reply) is not None:
        kind = ProblemKind.REPLY_BOUNCED
        problem = f"came back: the reply to {', '.join(sorted(back.recipients)) or inquiry.customer}{DID_NOT_ARRIVE}{back.reason}"
    elif kind is ProblemKind.REPLY_BOUNCED:
        kind, problem = ProblemKind.NONE, ""
    changes: dict[str, Any] = {
        "possible_answer": stands.possible_answer,
        "problem_kind": kind,
        "problem": problem,
    }
    first, last = stands.first_customer_turn, stands.last_customer_turn
    if first is not None and last is not None:
        changes |= {"last_customer_at": last.at, "last_customer_id": last.ids[0] if last.ids else ""}
        if first.key not in (inquiry.message_id, inquiry.fingerprint):
            changes |= _describe_first_turn(inquiry, first)
    return changes


def _describe_first_turn(inquiry: Inquiry, first: Turn) -> dict[str, Any]:
    return {
        "customer": first.by,
        "customer_name": first.name,
        "reach": tuple(sorted(first.addresses)),
        "subject": first.subject,
        "message_id": first.ids[0] if first.ids else "",
        "opened_at": min(inquiry.opened_at, first.at),
    }


def describe_change(before: Inquiry, after: Inquiry, turn: Turn | None) -> tuple[JournalNote, ...]:
    """What the journal says of the way from one to the other."""
    entries = []
    if after.reply_proof is not None and after.reply_proof != before.reply_proof:
        entries.append(JournalNote("answered", f"by {after.reply_proof.by or 'somebody'} ({after.reply_proof.how})"))
    if after.state is InquiryState.WAITING and before.state is InquiryState.ANSWERED:
        entries.append(JournalNote(REOPENED, after.problem or "not every question is answered"))
    if turn is not None and turn.kind in PROMISE_KINDS and after.waiting_since == turn.at != before.waiting_since:
        entries.append(JournalNote("holding reply", f"by {turn.by} ({turn.how}): the ladder starts again"))
    if (hint := after.possible_answer) is not None and hint != before.possible_answer:
        entries.append(JournalNote("looks answered", f"by {hint.by or 'somebody'} ({hint.how}): please confirm"))
    return tuple(entries)
