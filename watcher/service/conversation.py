"""What the store knows of a message's conversation, and what a decision about it leaves there. One transaction, the caller's.

Asks by the names that `threads` gives; what they mean is decided in the core.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core.inquiry import arrivals, decide, threads
from watcher.core.inquiry.model import BouncedReply, Inquiry, Strength, Turn, TurnKind
from watcher.core.message.model import Facts, FolderRole, MessageKind
from watcher.core.outbox.model import LetterKind
from watcher.core.rules.model import Verdict
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction

#: Rounds in which replies seen early bring in further ones.
MAX_LINKING_ROUNDS = 8
COPY_WINDOW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The part of a `Situation` that is about other messages."""

    linked: tuple[decide.LinkedInquiry, ...] = ()
    merge_candidates: tuple[decide.LinkedInquiry, ...] = ()
    unlinked_replies: tuple[Turn, ...] = ()
    bounced_replies: dict[str, BouncedReply] = field(default_factory=dict)
    parent_unknown: bool = False
    acknowledged_inquiry: Inquiry | None = None


def inferred_thread_keys(ids: Iterable[str]) -> tuple[str, ...]:
    """The names of ids that were only referred to."""
    return tuple(f"about:{each}" for each in ids)


# --- what is known


def find_for_message(tx: Transaction, message: Facts, verdict: Verdict, role: FolderRole) -> Conversation:
    """Every inquiry the message may belong to, by the strongest tie there is."""
    if role is FolderRole.INBOX and verdict.kind is MessageKind.BOUNCE:
        return _find_reported_mail(tx, message)
    if verdict.kind not in (MessageKind.INQUIRY, MessageKind.OUTGOING) and role is FolderRole.INBOX:
        return Conversation()
    house = role is FolderRole.SENT or verdict.kind is MessageKind.OUTGOING
    own, parents = threads.own_ids(message), threads.parent_ids(message)
    keys = threads.sibling_keys(message, _counterpart_addresses(message, verdict, house))
    server = threads.server_thread_key(message)
    names = {*parents, *inferred_thread_keys((*own, *parents)), *keys, server} - {""}
    owners = tx.threads.inquiries_by_thread_key(names)
    ties = list(_link_candidates(message, owners, own, parents, server, keys))
    links = _strongest_links(tx, ties, message)
    missing_link = {number for name in inferred_thread_keys(own) for number in owners.get(name, ())}
    also = missing_link - {each.inquiry.number for each in links}
    others = tuple(_linked_inquiry(tx, number, "", Strength.STRONG, True) for number in sorted(also)) if links else ()
    known = (*links, *(each for each in others if each is not None))
    loose = _find_unlinked_replies(tx, message, own, parents, () if house else keys)
    answers = {
        each
        for linked in known
        for turn in linked.turns
        if turn.kind in (TurnKind.ANSWER, TurnKind.HOLDING_REPLY)
        for each in turn.ids
    }
    answers |= {each for turn in loose for each in turn.ids} | (set(own) if house else set())
    return Conversation(
        linked=links,
        merge_candidates=known[len(links) :],
        unlinked_replies=loose,
        bounced_replies=tx.threads.bounced_replies_by_id(answers),
        parent_unknown=bool(parents)
        and not house
        and not owners.get(parents[0])
        and not _is_own_message(tx, parents[0]),
    )


def find_copy_in_other_mailbox(tx: Transaction, mailbox: str, message: Facts) -> LedgerEntry | None:
    """The same mail in another watched mailbox, where a gateway changed its text on the way to one of them.

    An id alone proves nothing: writer and subject must be the same, and the day.
    """
    if not message.message_id or message.author is None:
        return None
    for line in tx.ledger.entries_by_message_id(message.message_id):
        near = line.received_at is not None and abs(line.received_at - message.received_at) <= COPY_WINDOW
        same = line.sender.casefold() == message.author.key and line.subject == message.subject
        if line.locator.mailbox != mailbox and line.role is FolderRole.INBOX and near and same:
            return line
    return None


LinkCandidate = tuple[str, list[int], Strength, bool]


def _link_candidates(
    message: Facts,
    owners: dict[str, list[int]],
    own: Sequence[str],
    parents: Sequence[str],
    server: str,
    keys: Sequence[str],
) -> Iterable[LinkCandidate]:
    """(name, inquiries, strength, inferred), the strongest first."""
    for name in parents:
        yield name, owners.get(name, []), Strength.STRONG, False
    for name in (*own, *parents):
        yield name, owners.get(f"about:{name}", []), Strength.STRONG, True
    yield server, owners.get(server, []), Strength.STRONG, True
    if message.is_reply:
        for name in keys:
            yield name, owners.get(name, []), Strength.MEDIUM, True


def _strongest_links(
    tx: Transaction, ties: Iterable[LinkCandidate], message: Facts
) -> tuple[decide.LinkedInquiry, ...]:
    for name, numbers, strength, guessed in ties:
        found = [_linked_inquiry(tx, number, name, strength, guessed) for number in numbers]
        links = tuple(each for each in found if each is not None)
        if strength is Strength.MEDIUM:
            links = tuple(each for each in links if _is_within_subject_window(each.inquiry, message.received_at))
        if links:
            return links
    return ()


def _linked_inquiry(
    tx: Transaction, number: int, name: str, strength: Strength, guessed: bool
) -> decide.LinkedInquiry | None:
    inquiry = tx.inquiries.get(number)
    if inquiry is None:
        return None
    return decide.LinkedInquiry(inquiry, name, tx.threads.turns_by_inquiry([number])[number], strength, guessed)


def _is_within_subject_window(inquiry: Inquiry, at: datetime) -> bool:
    """Does the inquiry still count for a message that has nothing but its subject?"""
    spoken = [inquiry.opened_at, inquiry.last_customer_at, inquiry.reply_proof.at if inquiry.reply_proof else None]
    return abs(at - max(each for each in spoken if each is not None)) <= threads.SUBJECT_WINDOW


def _counterpart_addresses(message: Facts, verdict: Verdict, house: bool) -> frozenset[str]:
    """The other side: whom the house writes to, or who writes to it."""
    if house:
        return frozenset(each.key for each in message.recipients)
    customer = [verdict.customer.key] if verdict.customer else []
    return frozenset([*customer, *(each.key for each in (*message.from_, *message.reply_to))])


def _is_own_message(tx: Transaction, message_id: str) -> bool:
    return tx.threads.is_written_by_us([message_id]) or tx.letters.find_by_message_id([message_id]) is not None


def _find_unlinked_replies(
    tx: Transaction, message: Facts, own: Sequence[str], parents: Sequence[str], keys: Sequence[str]
) -> tuple[Turn, ...]:
    """Replies of the house that were seen before this message and are tied to it, directly or through each other."""
    found: dict[str, Turn] = {}
    names = {*own, *parents}
    for _ in range(MAX_LINKING_ROUNDS):
        fresh = {turn.key: turn for _, turn in tx.threads.unlinked_replies_by_key(names) if turn.key not in found}
        found |= fresh
        if not fresh:
            break
        names = {each for turn in fresh.values() for each in (*turn.ids, *turn.parents)}
    for name, turn in tx.threads.unlinked_replies_by_key(keys):
        late = turn.at - message.received_at
        if turn.key not in found and timedelta(0) <= late <= threads.SUBJECT_WINDOW:
            found[turn.key] = threads.weaken_to_tie(turn, name, Strength.MEDIUM)
    return tuple(found.values())


def _find_reported_mail(tx: Transaction, message: Facts) -> Conversation:
    """What a delivery report is about: a reply of the house, or an acknowledgement."""
    ids = message.returned_ids
    letter = tx.letters.find_by_message_id(ids)
    if letter is not None:
        ours = letter.kind is LetterKind.ACKNOWLEDGEMENT and letter.inquiry
        return Conversation(acknowledged_inquiry=tx.inquiries.get(letter.inquiry) if ours and letter.inquiry else None)
    numbers = {number for each in tx.threads.inquiries_by_thread_key(ids).values() for number in each}
    links = [_linked_inquiry(tx, number, "", Strength.STRONG, False) for number in sorted(numbers)]
    wanted = set(ids)
    about = tuple(
        each
        for each in links
        if each is not None
        and any(
            turn.kind in (TurnKind.ANSWER, TurnKind.HOLDING_REPLY) and wanted & set(turn.ids) for turn in each.turns
        )
    )
    answers = {each for linked in about for turn in linked.turns for each in turn.ids}
    return Conversation(linked=about, bounced_replies=tx.threads.bounced_replies_by_id(answers))


# --- what remains


def record_decision(
    tx: Transaction, message: Facts, verdict: Verdict, role: FolderRole, seen: decide.Situation, decision: decide.Decision,
    number: int | None, now: datetime,
) -> None:  # fmt: skip
    """Stores what the decision says of the conversation. `number`: the inquiry it was stored as."""
    own = threads.own_ids(message)
    house = role is FolderRole.SENT or verdict.kind is MessageKind.OUTGOING
    if role is FolderRole.SENT and decision.kind is MessageKind.OUTGOING:
        for each in own:
            tx.threads.record_written_by_us(each)
    for report in decision.bounced_replies:
        tx.threads.record_bounced_reply(report)
    if number is not None and decision.turn is not None:
        _attach_to_inquiry(tx, message, verdict, house, decision, number, now)
        if decision.recipient_unknown:
            tx.threads.add_unlinked_reply(decision.turn, (*decision.turn.ids, *decision.turn.parents))
    elif decision.ambiguous_with:
        for inquiry in decision.ambiguous_with:
            _record_possible_answer(tx, inquiry, own, decision.turn, now)
        for turn in decision.turns_to_store:  # the message it names may still come, and tell which
            tx.threads.add_unlinked_reply(turn, (*turn.ids, *turn.parents))
    elif decision.turn is not None and (decision.turn.parents or message.is_reply):
        siblings = (
            threads.sibling_keys(message, _counterpart_addresses(message, verdict, house)) if message.is_reply else ()
        )
        tx.threads.add_unlinked_reply(decision.turn, (*decision.turn.ids, *decision.turn.parents, *siblings))
    elif house and not threads.is_sent_by_machine(verdict.codes):
        for linked in seen.linked:
            tx.threads.link_thread_keys(own, linked.inquiry.number)


def _attach_to_inquiry(
    tx: Transaction,
    message: Facts,
    verdict: Verdict,
    house: bool,
    decision: decide.Decision,
    number: int,
    now: datetime,
) -> None:
    for ended in decision.merged_inquiries:
        tx.inquiries.save(ended)
        tx.inquiries.add_to_journal(ended.number, now, [("merged", ended.problem)])
        tx.inquiries.add_to_journal(number, now, [("merged", f"{ended.number} was the same conversation")])
        tx.threads.merge_inquiry(ended.number, number)
    tx.threads.replace_turns(number, decision.turns_to_store)
    ids = {each for turn in decision.turns_to_store for each in turn.ids}
    parents = {each for turn in decision.turns_to_store for each in turn.parents}
    names = [*ids, *inferred_thread_keys(parents - ids), threads.server_thread_key(message)]
    if not house:
        names += threads.sibling_keys(message, _counterpart_addresses(message, verdict, house))
    tx.threads.link_thread_keys(names, number)


def apply_answered_flags(
    tx: Transaction, questions: Iterable[tuple[str, int]], policy: decide.Policy, now: datetime
) -> None:
    """These questions (key of the turn, inquiry) are marked as answered on the server."""
    for key, number in questions:
        linked = _linked_inquiry(tx, number, "", Strength.STRONG, False)
        decision = arrivals.decide_answered_flag(linked, key, policy, now) if linked is not None else None
        if decision is not None and decision.inquiry is not None:
            tx.inquiries.save(decision.inquiry)
            tx.inquiries.add_to_journal(number, now, [(each.event, each.text) for each in decision.journal])
            tx.threads.replace_turns(number, decision.turns_to_store)


def _record_possible_answer(
    tx: Transaction, inquiry: Inquiry, own: Sequence[str], turn: Turn | None, now: datetime
) -> None:
    """One of several that a message could answer: it is shown there, and closes nothing."""
    tx.inquiries.save(inquiry)
    tx.threads.link_thread_keys(own, inquiry.number)
    if turn is not None:
        tx.threads.add_turn(inquiry.number, turn)
        tx.inquiries.add_to_journal(inquiry.number, now, [("looks answered", f"by {turn.by} ({turn.how})")])


def complete_situation(seen: decide.Situation, found: Conversation) -> decide.Situation:
    """The situation with what was found."""
    return replace(
        seen,
        linked=found.linked,
        merge_candidates=found.merge_candidates,
        unlinked_replies=found.unlinked_replies,
        bounced_replies=found.bounced_replies,
        parent_unknown=found.parent_unknown,
        acknowledged_inquiry=found.acknowledged_inquiry,
    )
