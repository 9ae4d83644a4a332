"""What may be an inquiry and may be none: it is set aside for a glance, and becomes an inquiry when a person says that it is one.

Nothing is guessed twice: what is known of the message is kept as it was read, and where the inquiry stands follows from the turns of
its conversation at that instant. A reply of the house that was sent meanwhile answers it; the promise and the ladder begin
now, since nobody was asked for anything before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from watcher.core.hours import require_time_zone
from watcher.core.inquiry import thread_status
from watcher.core.inquiry.decide import Policy, start_ladder
from watcher.core.inquiry.inquiry_update import (
    belongs_to_turns,
    describe_change,
    join_conversations,
    update_from_turns,
)
from watcher.core.inquiry.model import (
    REOPENED,
    Conversation,
    Inquiry,
    InquiryChange,
    InquiryState,
    JournalNote,
    MessageDecision,
    ReviewEntry,
    SetAsideInquiry,
)
from watcher.core.inquiry.ties import Lookup, MessageTies
from watcher.core.message.model import MessageKind
from watcher.core.rules.model import Attention

#: How long what was set aside is listed unasked.
LISTING_WINDOW = timedelta(days=30)


def is_listed(review: ReviewEntry, now: datetime) -> bool:
    """Is it worth a look still: not shown yet, or not old?"""
    return review.shown_at is None or now - review.received_at <= LISTING_WINDOW


def read_ties(aside: SetAsideInquiry) -> MessageTies:
    """The names by which its conversation is found, as they were read when it came."""
    return MessageTies(
        lookup=Lookup.CONVERSATION,
        is_from_house=False,
        is_reply=False,
        received_at=aside.question.at,
        own_ids=aside.question.ids,
        parent_ids=aside.question.parents,
        sibling_keys=aside.sibling_keys,
        server_key=aside.server_key,
        reported_ids=(),
    )


def promote(aside: SetAsideInquiry, known: Conversation, by: str, policy: Policy, now: datetime) -> MessageDecision:
    """A person says that it is an inquiry: it is, as of when it came, and no machine acknowledges it. ValueError: `now` has no time zone.

    Where the same customer's conversation became an inquiry meanwhile, the message goes into that one.
    """
    require_time_zone(now)
    linked = next((link for link in known.linked if not set(aside.inquiry.reach).isdisjoint(link.inquiry.reach)), None)
    if linked is None:
        before = aside.inquiry
        early = [reply for reply in known.unlinked_replies if belongs_to_turns(reply, [aside.question])]
        turns = thread_status.merge_turns((aside.question,), early)
        notes = [JournalNote("opened", by), JournalNote("not acknowledged", before.ack_reason or "")]
        ended: tuple[InquiryChange, ...] = ()
    else:
        joined = join_conversations(linked, known, aside.question)
        before, turns, ended = joined.inquiry, joined.turns, joined.ended
        notes = [JournalNote("wrote", f"{aside.question.by or 'somebody'}, {by}"), *joined.journal]
    after = update_from_turns(before, turns, known.bounced_replies, policy, now)
    if linked is None and after.state is InquiryState.WAITING:
        after = _wait_from(after, policy, now)
    elif after.state in (InquiryState.DONE, InquiryState.DISMISSED):
        after = _wait_from(after, policy, now)
        notes.append(JournalNote(REOPENED, by))
    return MessageDecision(
        MessageKind.INQUIRY,
        by,
        inquiry=after,
        journal=(*notes, *describe_change(before, after, None)),
        turn=aside.question,
        turns_to_store=turns,
        merged_inquiries=ended,
        attention=Attention.ANSWER,
    )


def _wait_from(inquiry: Inquiry, policy: Policy, now: datetime) -> Inquiry:
    """It begins to wait now, whatever was written before: promise and ladder count from here."""
    waiting = replace(
        inquiry,
        state=InquiryState.WAITING,
        reply_proof=None,
        nags=0,
        waiting_since=now,
        settled_at=None,
        disputed_at=now,
        responses=(),
        promise_at=policy.hours.add_opening_time(now, policy.find_ladder(inquiry.ladder).promise),
    )
    return start_ladder(waiting, policy)
