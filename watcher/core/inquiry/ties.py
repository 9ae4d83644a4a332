"""Which inquiry does a message belong to: by which names the store is asked, which tie counts, what is remembered afterwards.

A tie is a name that leads from a message to inquiries. Names, the strongest first:

* an id that the message answers: In-Reply-To, then References from right to left (RFC 5322 § 3.6.4);
* `about:ID`, for an id that other messages only referred to: a reply whose question was never seen, a question whose reply came
  first. Inferred, since whoever can read a mail can refer to its id;
* the server's own thread (RFC 8474 § 5.2), inferred: Gmail joins what has one subject;
* the address alone, for contacts to be written to (`leads`): beside the others, and only until the first mail;
* Outlook's Thread-Index or the subject with the other side's address, for replies alone and for 30 days: a web form sends every
  inquiry under one subject, and only the customer and the time tell them apart.

The first tie that leads anywhere counts and no weaker one is added: a reply in the thread of one inquiry, under the subject of
another, answers the first. Pure: `service.conversation` fetches rows by the names given here and stores what is planned here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cached_property

from watcher.core.inquiry import known_thread, thread_status, threads
from watcher.core.inquiry.model import (
    OPEN_STATES,
    Conversation,
    Inquiry,
    LinkedInquiry,
    MessageDecision,
    Strength,
    Turn,
)
from watcher.core.message.model import Facts, FolderRole, MessageKind, bounded_key
from watcher.core.rules.model import Verdict

#: How long a subject alone may tie messages together.
SUBJECT_WINDOW = timedelta(days=30)
#: Recipients of one mail that may be contacts to be written to.
MAX_LEAD_ADDRESSES = 500
#: Rounds in which replies that were seen early bring in further ones. A chain of early replies that is longer ends unlinked, and
#: its inquiry goes on waiting.
MAX_LINKING_ROUNDS = 8


class Lookup(Enum):
    """What has to be found out about a message."""

    NOTHING = auto()
    CONVERSATION = auto()
    REPORTED_MAIL = auto()  # which of our mails a delivery report is about


@dataclass(frozen=True)
class MessageTies:
    """The names by which a message can be tied to others."""

    lookup: Lookup
    is_from_house: bool
    is_reply: bool  # a reply prefix, or ids it answers
    received_at: datetime
    own_ids: tuple[str, ...]
    parent_ids: tuple[str, ...]  # the nearest first
    sibling_keys: tuple[str, ...]
    server_key: str  # "" where the server keeps no threads
    reported_ids: tuple[str, ...]  # of a delivery report
    lead_keys: tuple[str, ...] = ()  # of the other side, as contacts to be written to

    @cached_property
    def thread_keys(self) -> frozenset[str]:
        """Every name that may lead to an inquiry."""
        inferred = inferred_thread_keys((*self.own_ids, *self.parent_ids))
        return frozenset(
            {*self.own_ids, *self.parent_ids, *inferred, *self.sibling_keys, *self.lead_keys, self.server_key} - {""}
        )


def read_ties(message: Facts, verdict: Verdict, role: FolderRole) -> MessageTies:
    """What the message itself says of its conversation."""
    is_from_house = role is FolderRole.SENT or verdict.kind is MessageKind.OUTGOING
    if is_from_house or verdict.kind is MessageKind.INQUIRY or known_thread.may_be_customers(message, verdict):
        lookup = Lookup.CONVERSATION
    else:
        lookup = Lookup.REPORTED_MAIL if verdict.kind is MessageKind.BOUNCE else Lookup.NOTHING
    counterparts = _counterpart_addresses(message, verdict, is_from_house)
    return MessageTies(
        lookup=lookup,
        is_from_house=is_from_house,
        is_reply=message.is_reply,
        received_at=message.received_at,
        own_ids=threads.own_ids(message),
        parent_ids=threads.parent_ids(message),
        sibling_keys=threads.sibling_keys(message, counterparts),
        server_key=threads.server_thread_key(message),
        reported_ids=tuple(message.delivery_report.message_ids),
        lead_keys=lead_thread_keys(sorted(counterparts)[:MAX_LEAD_ADDRESSES]),
    )


def _counterpart_addresses(message: Facts, verdict: Verdict, is_from_house: bool) -> frozenset[str]:
    """The other side: whom the house writes to, or who writes to it."""
    if is_from_house:
        return frozenset(address.key for address in message.recipients)
    customer = [verdict.customer.key] if verdict.customer else []
    return frozenset([*customer, *(address.key for address in (*message.from_, *message.reply_to))])


def lead_thread_keys(addresses: Iterable[str]) -> tuple[str, ...]:
    """The names by which contacts to be written to are found. `addresses`: case-folded."""
    return tuple(bounded_key(f"lead:{address}") for address in addresses)


def inferred_thread_keys(ids: Iterable[str]) -> tuple[str, ...]:
    """The names of ids that were only referred to."""
    return tuple(bounded_key(f"about:{message_id}") for message_id in ids)


# --- which inquiries


@dataclass(frozen=True, slots=True)
class Tie:
    """A name that leads to inquiries, and how far it may be trusted."""

    thread_key: str
    inquiries: tuple[int, ...]
    strength: Strength = Strength.STRONG
    is_inferred: bool = True


def rank_ties(message: MessageTies, owners: Mapping[str, Sequence[int]]) -> list[Tie]:
    """The ties that lead somewhere, the strongest first. `owners`: name → inquiries, as stored."""

    def build_ties(keys: Iterable[str], strength: Strength, is_inferred: bool) -> list[Tie]:
        return [Tie(key, tuple(owners[key]), strength, is_inferred) for key in keys if owners.get(key)]

    inferred = (*inferred_thread_keys((*message.own_ids, *message.parent_ids)), message.server_key)
    return [
        *build_ties(message.parent_ids, Strength.STRONG, is_inferred=False),
        *build_ties(inferred, Strength.STRONG, is_inferred=True),
        *build_ties(message.sibling_keys if message.is_reply else (), Strength.MEDIUM, is_inferred=True),
    ]


def link_inquiries(
    message: MessageTies, tie: Tie, inquiries: Iterable[Inquiry], turns: Mapping[int, tuple[Turn, ...]]
) -> tuple[LinkedInquiry, ...]:
    """The inquiries a tie leads to and still holds for. `turns`: by the number of the inquiry."""
    return tuple(
        LinkedInquiry(inquiry, tie.thread_key, turns[inquiry.number], tie.strength, tie.is_inferred)
        for inquiry in inquiries
        if tie.strength is Strength.STRONG or _is_within_subject_window(inquiry, message.received_at)
    )


def _is_within_subject_window(inquiry: Inquiry, at: datetime) -> bool:
    """Does the inquiry still count for a message that has nothing but its subject?"""
    spoken = (inquiry.opened_at, inquiry.last_customer_at, inquiry.reply_proof.at if inquiry.reply_proof else None)
    return abs(at - max(instant for instant in spoken if instant is not None)) <= SUBJECT_WINDOW


def find_merge_candidates(
    message: MessageTies, owners: Mapping[str, Sequence[int]], linked: Sequence[LinkedInquiry]
) -> tuple[Tie, ...]:
    """Ties to the other inquiries in which messages refer to this one: it is the missing link between them and `linked`."""
    if not linked:
        return ()
    referring = {number for key in inferred_thread_keys(message.own_ids) for number in owners.get(key, ())}
    others = sorted(referring - {known.inquiry.number for known in linked})
    return (Tie("", tuple(others)),) if others else ()


def same_id_tie(message: MessageTies, owners: Mapping[str, Sequence[int]]) -> Tie | None:
    """The inquiries to which a customer's message with the same id belongs already; None where there are none."""
    if message.is_from_house:
        return None
    numbers = {number for key in message.own_ids for number in owners.get(key, ())}
    return Tie("", tuple(sorted(numbers)), is_inferred=False) if numbers else None


def lead_tie(message: MessageTies, owners: Mapping[str, Sequence[int]]) -> Tie | None:
    """The contacts to be written to that have an address of the other side; None where there are none."""
    numbers = {number for key in message.lead_keys for number in owners.get(key, ())}
    return Tie("lead:", tuple(sorted(numbers))) if numbers else None


def select_leads(found: Iterable[LinkedInquiry], linked: Iterable[LinkedInquiry]) -> tuple[LinkedInquiry, ...]:
    """Those that still wait for the first mail, to them or from them: after it, ids tell what belongs together."""
    numbers = {known.inquiry.number for known in linked}
    return tuple(
        lead
        for lead in found
        if lead.inquiry.state in OPEN_STATES and not lead.inquiry.message_id and lead.inquiry.number not in numbers
    )


def has_unknown_parent(message: MessageTies, owners: Mapping[str, Sequence[int]]) -> bool:
    """Does a customer answer a mail of which no inquiry knows?"""
    return bool(message.parent_ids) and not message.is_from_house and not owners.get(message.parent_ids[0])


# --- replies that were seen before what they answer


def early_reply_keys(message: MessageTies) -> frozenset[str]:
    """The names under which replies may wait for this message.

    A reply may be seen first: sent mail is scanned before the inbox, and a server may hand out the question late.
    """
    return frozenset({*message.own_ids, *message.parent_ids})


def next_reply_keys(replies: Iterable[Turn]) -> frozenset[str]:
    """The names under which further replies may wait: replies to a reply were seen early too."""
    return frozenset(message_id for reply in replies for message_id in (*reply.ids, *reply.parents))


def early_sibling_keys(message: MessageTies) -> tuple[str, ...]:
    """The keys under which replies without ids may wait: for a question alone, since two replies of the house prove nothing."""
    return () if message.is_from_house else message.sibling_keys


def select_early_replies(
    message: MessageTies, found: Iterable[Turn], found_by_key: Iterable[tuple[str, Turn]]
) -> tuple[Turn, ...]:
    """The replies tied by an id, and those tied by a key that came after the message and within the window."""
    selected = {turn.key: turn for turn in found}
    for key, turn in found_by_key:
        if turn.key not in selected and timedelta(0) <= turn.at - message.received_at <= SUBJECT_WINDOW:
            selected[turn.key] = threads.weaken_to_tie(turn, key, Strength.MEDIUM)
    return tuple(selected.values())


# --- mail that came back


def reply_ids(
    linked: Iterable[LinkedInquiry], early: Iterable[Turn] = (), message: MessageTies | None = None
) -> frozenset[str]:
    """Ids of the house's replies in these inquiries, and of `message` where it is one: any of them may have come back."""
    ids = {
        message_id
        for known in linked
        for turn in known.turns
        if thread_status.is_reply(turn)
        for message_id in turn.ids
    }
    ids |= {message_id for turn in early for message_id in turn.ids}
    return frozenset(ids | set(message.own_ids if message is not None and message.is_from_house else ()))


def reported_tie(owners: Mapping[str, Sequence[int]]) -> Tie:
    """The inquiries that the ids in a delivery report lead to."""
    return Tie("", tuple(sorted({number for numbers in owners.values() for number in numbers})), is_inferred=False)


def select_reported_inquiries(message: MessageTies, linked: Iterable[LinkedInquiry]) -> tuple[LinkedInquiry, ...]:
    """Those in which the reported mail is a reply of the house.

    Anybody can send a report, and it may quote any id: one about a customer's own mail says nothing of an answer.
    """
    reported = set(message.reported_ids)
    return tuple(
        known
        for known in linked
        if any(thread_status.is_reply(turn) and reported & set(turn.ids) for turn in known.turns)
    )


# --- what is remembered


@dataclass(frozen=True, slots=True)
class ConversationUpdate:
    """What is stored of a conversation after a decision."""

    written_ids: tuple[str, ...] = ()  # mail of the house, by every id it goes by
    unlinked_replies: tuple[tuple[Turn, tuple[str, ...]], ...] = ()  # replies that wait, and the names they wait under
    thread_keys: tuple[str, ...] = ()  # names that lead to the decided inquiry from now on
    other_thread_keys: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # the same of other inquiries


def plan_update(
    message: MessageTies, role: FolderRole, codes: Collection[str], known: Conversation, decision: MessageDecision
) -> ConversationUpdate:
    """What has to be remembered so that messages still to come find their conversation. `codes`: of the verdict."""
    written = message.own_ids if role is FolderRole.SENT and decision.kind is MessageKind.OUTGOING else ()
    turn = decision.turn
    waiting: tuple[tuple[Turn, tuple[str, ...]], ...]
    if decision.inquiry is not None and turn is not None:
        waiting = ((turn, _reply_keys(turn)),) if decision.recipient_unknown else ()
        return ConversationUpdate(written, waiting, _inquiry_keys(message, decision.turns_to_store))
    if decision.other_changes and turn is not None:  # the message it names may still come, and decide which it answers
        waiting = tuple((reply, _reply_keys(reply)) for reply in decision.turns_to_store)
        numbers = [change.inquiry.number for change in decision.other_changes if change.inquiry is not None]
        return ConversationUpdate(written, waiting, other_thread_keys=dict.fromkeys(numbers, message.own_ids))
    if turn is not None and (turn.parents or message.is_reply):
        siblings = message.sibling_keys if message.is_reply else ()
        return ConversationUpdate(written, ((turn, (*_reply_keys(turn), *siblings)),))
    if message.is_from_house and not threads.is_sent_by_machine(tuple(codes), role):
        numbers = [linked.inquiry.number for linked in known.linked]
        return ConversationUpdate(written, other_thread_keys=dict.fromkeys(numbers, message.own_ids))
    return ConversationUpdate(written)


def _reply_keys(turn: Turn) -> tuple[str, ...]:
    return (*turn.ids, *turn.parents)


def _inquiry_keys(message: MessageTies, turns: Iterable[Turn]) -> tuple[str, ...]:
    """The ids of all its messages, those they refer to as inferred, and, of a customer's message, the keys for replies without ids."""
    turns = tuple(turns)
    ids = {message_id for turn in turns for message_id in turn.ids}
    parents = {message_id for turn in turns for message_id in turn.parents}
    siblings = () if message.is_from_house else message.sibling_keys
    return (*sorted(ids), *inferred_thread_keys(sorted(parents - ids)), message.server_key, *siblings)
