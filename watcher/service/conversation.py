"""What the store knows of a message's conversation, and what a decision about it leaves there. One transaction, the caller's.

Fetches rows by the names that `core.inquiry.ties` gives and stores what it plans; what names, rows and plans mean is decided there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from watcher.core.inquiry import arrivals, copies, ties
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import AnsweredLead, Conversation, Inquiry, LinkedInquiry, MessageDecision, Turn
from watcher.core.inquiry.ties import ConversationUpdate, Lookup, MessageTies, Tie
from watcher.core.message.model import Facts, FolderRole, Locator
from watcher.core.outbox.model import CUSTOMER_KINDS
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction

# --- what is known


def load_conversation(tx: Transaction, message: MessageTies) -> Conversation:
    """Every inquiry the message may belong to, by the strongest tie there is."""
    if message.lookup is Lookup.REPORTED_MAIL:
        return _load_reported_mail(tx, message)
    if message.lookup is Lookup.NOTHING:
        return Conversation()
    owners = tx.threads.inquiries_by_thread_key(message.thread_keys)
    linked = _load_strongest_links(tx, message, ties.rank_ties(message, owners))
    others = tuple(
        candidate
        for tie in ties.find_merge_candidates(message, owners, linked)
        for candidate in _load_links(tx, message, tie)
    )
    early = _load_early_replies(tx, message)
    same_id_tie = ties.same_id_tie(message, owners)
    same_id = _load_links(tx, message, same_id_tie) if same_id_tie is not None else ()
    return Conversation(
        linked=linked,
        leads=load_leads(tx, message, owners, linked),
        same_id=same_id,
        merge_candidates=others,
        unlinked_replies=early,
        bounced_replies=tx.threads.bounced_replies_by_id(ties.reply_ids([*linked, *others, *same_id], early, message)),
        parent_unknown=ties.has_unknown_parent(message, owners) and not is_our_mail(tx, message.parent_ids[:1]),
    )


def _load_strongest_links(tx: Transaction, message: MessageTies, ranked: Iterable[Tie]) -> tuple[LinkedInquiry, ...]:
    for tie in ranked:
        if linked := _load_links(tx, message, tie):
            return linked
    return ()


def _load_links(tx: Transaction, message: MessageTies, tie: Tie) -> tuple[LinkedInquiry, ...]:
    inquiries = tx.inquiries.get_many(tie.inquiries)
    return ties.link_inquiries(message, tie, inquiries, tx.threads.turns_by_inquiry(tie.inquiries))


def load_leads(
    tx: Transaction, message: MessageTies, owners: Mapping[str, list[int]], linked: tuple[LinkedInquiry, ...] = ()
) -> tuple[LinkedInquiry, ...]:
    """Contacts to be written to that the message goes to or comes from. `owners`: name → inquiries; `linked`: what it belongs to anyway."""
    tie = ties.lead_tie(message, owners)
    return ties.select_leads(_load_links(tx, message, tie), linked) if tie is not None else ()


def _load_early_replies(tx: Transaction, message: MessageTies) -> tuple[Turn, ...]:
    """Replies of the house that were seen before this message and are tied to it, directly or through each other."""
    found: dict[str, Turn] = {}
    keys = ties.early_reply_keys(message)
    for _ in range(ties.MAX_LINKING_ROUNDS):
        fresh = {turn.key: turn for _, turn in tx.threads.unlinked_replies_by_key(keys) if turn.key not in found}
        if not fresh:
            break
        found |= fresh
        keys = ties.next_reply_keys(fresh.values())
    found_by_key = tx.threads.unlinked_replies_by_key(ties.early_sibling_keys(message))
    return ties.select_early_replies(message, found.values(), found_by_key)


def _load_reported_mail(tx: Transaction, message: MessageTies) -> Conversation:
    """What a delivery report is about: a reply of the house, or an acknowledgement."""
    letter = tx.letters.find_by_message_id(message.reported_ids)
    if letter is not None:
        number = letter.inquiry if letter.kind in CUSTOMER_KINDS else None
        inquiry = tx.inquiries.get(number) if number is not None else None
        return Conversation(acknowledged_inquiry=inquiry, returned_reader=letter.person)
    tie = ties.reported_tie(tx.threads.inquiries_by_thread_key(message.reported_ids))
    linked = ties.select_reported_inquiries(message, _load_links(tx, message, tie))
    return Conversation(linked=linked, bounced_replies=tx.threads.bounced_replies_by_id(ties.reply_ids(linked)))


def is_our_mail(tx: Transaction, ids: tuple[str, ...]) -> bool:
    """Did a person of the house or Watcher send one of these?"""
    return tx.threads.is_written_by_us(ids) or tx.letters.find_by_message_id(ids) is not None


def find_copy(
    tx: Transaction, role: FolderRole, place: Locator, message: Facts, verdict: Verdict
) -> LedgerEntry | None:
    """The first entry of the same mail, where it was seen before: its octets, or in a watched inbox its id and its words."""
    received_at = None if message.message_id else message.received_at
    for entry in tx.ledger.entries_by_fingerprint(message.fingerprint, role, received_at):
        if copies.is_known_again(verdict, _seen_mail(entry), place, role):
            return entry
    if role is FolderRole.SENT or not message.message_id:
        return None
    for entry in tx.ledger.inbox_entries_by_message_id(message.message_id):
        seen = _seen_mail(entry)
        if copies.is_copy(message, seen) and not copies.would_be_hidden(verdict, seen):
            return entry
    return None


def _seen_mail(entry: LedgerEntry) -> copies.SeenMail:
    return copies.SeenMail(
        entry.locator, entry.sender, entry.subject, entry.received_at, entry.text_digest, entry.codes, entry.attention
    )


def find_mailboxes_with_mail(tx: Transaction, fingerprint: str, message_id: str) -> set[str]:
    """The watched mailboxes in whose inboxes the mail lies."""
    return tx.ledger.mailboxes_with_mail(fingerprint, message_id, SuppressionCode.DUPLICATE)


def find_mailboxes_with_answer(tx: Transaction, inquiry: Inquiry) -> set[str]:
    """The watched mailboxes among whose sent mail the answer lies; none where it is not answered."""
    if inquiry.reply_proof is None:
        return set()
    key = inquiry.reply_proof.message_id
    lines = tx.ledger.entries_of_inquiry(inquiry.number)
    return {
        line.locator.mailbox
        for line in lines
        if line.role is FolderRole.SENT and key in (line.message_id, line.fingerprint)
    }


# --- what remains


def store_conversation(
    tx: Transaction, decision: MessageDecision, update: ConversationUpdate, number: int | None, now: datetime
) -> None:
    """Stores what the decision leaves of the conversation. `number`: of the decided inquiry, now that it is stored."""
    for message_id in update.written_ids:
        tx.threads.record_written_by_us(message_id)
    for report in decision.bounced_replies:
        tx.threads.record_bounced_reply(report)
    if number is not None and decision.turn is not None:
        _store_turns(tx, decision, update.thread_keys, number, now)
    for change in decision.other_changes:
        if change.inquiry is not None:
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
            if decision.turn is not None:
                tx.threads.add_turn(change.inquiry.number, decision.turn)
    for lead in decision.answered_leads:
        store_answered_lead(tx, lead, now)
    for other, keys in update.other_thread_keys.items():
        tx.threads.link_thread_keys(keys, other)
    for reply, keys in update.unlinked_replies:
        tx.threads.add_unlinked_reply(reply, keys)


def _store_turns(
    tx: Transaction, decision: MessageDecision, thread_keys: tuple[str, ...], number: int, now: datetime
) -> None:
    for change in decision.merged_inquiries:
        if change.inquiry is not None:
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
            tx.threads.merge_inquiry(change.inquiry.number, number)
    tx.threads.replace_turns(number, decision.turns_to_store)
    tx.threads.link_thread_keys(thread_keys, number)


def store_answered_lead(tx: Transaction, lead: AnsweredLead, now: datetime) -> None:
    """A mail of the house is a turn of a contact's inquiry too, and what refers to it belongs there."""
    if (inquiry := lead.change.inquiry) is not None:
        tx.inquiries.save_with_journal(inquiry, lead.change.journal, now)
        tx.threads.add_turn(inquiry.number, lead.turn)
        tx.threads.link_thread_keys(lead.turn.ids, inquiry.number)


def apply_answered_flags(tx: Transaction, questions: Iterable[tuple[str, int]], policy: Policy, now: datetime) -> None:
    """These questions (key of the turn, inquiry) are marked as answered on the server."""
    for key, number in questions:
        inquiry = tx.inquiries.get(number)
        if inquiry is None:
            continue
        linked = LinkedInquiry(inquiry, "", tx.threads.turns_by_inquiry([number])[number])
        flag = arrivals.decide_answered_flag(linked, key, policy, now)
        if flag is not None and flag.change.inquiry is not None:
            tx.inquiries.save_with_journal(flag.change.inquiry, flag.change.journal, now)
            tx.threads.replace_turns(number, flag.turns)
