"""Is a message that bears a known Message-ID the same one? Ids, senders and subjects can be copied; the words say what was asked.

One Message-ID from one sender is one question, and one reply answers it wherever it was seen. What differs in its words is shown all
the same, and so is what is less of a machine's than the first: a twin that was sent first must not hide the real mail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watcher.core.inquiry import thread_status
from watcher.core.inquiry.inquiry_update import customer_turns, known_turns
from watcher.core.inquiry.model import InquiryState, LinkedInquiry, Strength, Turn
from watcher.core.message.model import Facts, FolderRole, Locator
from watcher.core.message.subjects import extract_base_subject
from watcher.core.rules.codes import MACHINE_CODES, SuppressionCode
from watcher.core.rules.model import Attention, Verdict

#: What a mail bears itself, wherever it was delivered, and by which it gets less attention or no acknowledgement.
_MARKS = MACHINE_CODES | {
    SuppressionCode.LOOP_COUNT,
    SuppressionCode.NULL_SENDER,
    SuppressionCode.SUPPRESS_REQUESTED,
    SuppressionCode.NOTICE,
    SuppressionCode.SPAM_FLAGGED,
    SuppressionCode.NOREPLY_DESTINATION,
    SuppressionCode.ROLE_DESTINATION,
    SuppressionCode.DOUBTFUL,
    SuppressionCode.NOT_INQUIRY,
}
_ATTENTION_ORDER = (Attention.NONE, Attention.REVIEW, Attention.ANSWER)
#: How far apart two watched mailboxes may receive one mail, where the words of the first were not kept.
COPY_WINDOW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SeenMail:
    """What is kept of a message that was decided before."""

    place: Locator
    sender: str
    subject: str
    received_at: datetime | None
    text_digest: str  # "" where it was decided before that was kept
    codes: tuple[str, ...] = ()
    attention: Attention | None = None  # None: decided before there were levels of it


def is_copy(message: Facts, seen: SeenMail) -> bool:
    """Is it the same mail, though a gateway or a list changed its octets on the way to one of two places?"""
    if not message.message_id or message.author is None or seen.received_at is None:
        return False
    if seen.sender.casefold() != message.author.key:
        return False
    if extract_base_subject(seen.subject).base.casefold() != message.base_subject.casefold():
        return False
    if seen.text_digest:
        return seen.text_digest == message.text_digest
    return abs(seen.received_at - message.received_at) <= COPY_WINDOW


def would_be_hidden(verdict: Verdict, seen: SeenMail) -> bool:
    """Would the mail be hidden behind one that says the same words, but bears marks of a machine that this one does not bear? Who
    sent that one first need not be its writer: neither id nor fingerprint covers such marks."""
    ours, theirs = _MARKS & set(verdict.codes), _MARKS & set(seen.codes)
    if seen.attention is None or ours == theirs:
        return False
    gets_less = _ATTENTION_ORDER.index(seen.attention) < _ATTENTION_ORDER.index(verdict.attention)
    return gets_less or (verdict.ack and bool(theirs))


def is_known_again(verdict: Verdict, seen: SeenMail, place: Locator, role: FolderRole) -> bool:
    """Is what has the same octets, seen before in a folder of the same `role`, the same mail? In a folder that is numbered anew (all its
    UIDs are others, RFC 9051 § 2.3.1.1) it is, though the rules are others now."""
    before = seen.place
    is_same_folder = (before.mailbox, before.folder) == (place.mailbox, place.folder)
    is_numbered_anew = is_same_folder and before.uidvalidity != place.uidvalidity
    return role is FolderRole.SENT or is_numbered_anew or not would_be_hidden(verdict, seen)


def choose_twin(mailbox: str, addresses: Iterable[str], same_id: Iterable[LinkedInquiry]) -> LinkedInquiry | None:
    """The inquiry of this mailbox that the same sender's mail of this id opened. One that was dismissed hides nothing."""
    mine = set(addresses)
    for linked in same_id:
        inquiry = linked.inquiry
        if inquiry.mailbox == mailbox and inquiry.state is not InquiryState.DISMISSED and mine & set(inquiry.reach):
            return linked
    return None


def find_shared_replies(question: Turn, same_id: Iterable[LinkedInquiry]) -> tuple[Turn, ...]:
    """Replies that name the id of `question` (RFC 5322 § 3.6.4) and went out after it came, from the inquiries that its sender
    opened by that id in other mailboxes: sent mail is seen first, and they answer this one too."""
    return tuple(
        turn
        for linked in same_id
        if any(_is_by_same_writer_and_id(question, asked) for asked in customer_turns(linked.turns))
        for turn in linked.turns
        if thread_status.is_reply(turn) and turn.at >= question.at and not set(turn.parents).isdisjoint(question.ids)
    )


def find_later_questions(question: Turn, same_id: Iterable[LinkedInquiry]) -> tuple[Turn, ...]:
    """What the sender of `question` wrote since, from the inquiries that somebody else opened by its id: where that one's mail was
    read first, what answers the id went there."""
    return tuple(
        turn
        for linked in same_id
        if not any(_is_by_same_writer_and_id(question, asked) for asked in customer_turns(linked.turns))
        for turn in customer_turns(linked.turns)
        if turn.at > question.at and thread_status.is_by_same_writer(turn, question)
    )


def _is_by_same_writer_and_id(one: Turn, other: Turn) -> bool:
    return thread_status.is_by_same_writer(one, other) and not set(one.ids).isdisjoint(other.ids)


def name_apart(turn: Turn, fingerprint: str, known: Iterable[Turn]) -> Turn:
    """The turn, named so that it is one beside those that are `known`: other words under the same id were not answered by a
    reply that went before them."""
    return replace(turn, key=fingerprint, ids=()) if any(other.key == turn.key for other in known) else turn


def is_one_question(answered: Iterable[LinkedInquiry]) -> bool:
    """Did one sender open all of these with one Message-ID (RFC 5322 § 3.6.4), which is what the reply names?"""
    writers: set[frozenset[str]] = set()
    for linked in answered:
        if linked.strength is not Strength.STRONG or linked.is_inferred:
            return False
        asked = {turn.by.casefold() for turn in customer_turns(known_turns(linked)) if linked.thread_key in turn.ids}
        writers.add(frozenset(asked))
    return len(writers) == 1 and bool(next(iter(writers)))
