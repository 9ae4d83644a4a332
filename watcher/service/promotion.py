"""A person says that what was set aside is an inquiry → it is one, in the caller's transaction. By mail and on the command line.

Decides nothing itself: fetches what is known of the conversation, asks `core.inquiry.reviews`, stores the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from watcher.core.inquiry import decide, reviews, ties
from watcher.core.inquiry.model import Inquiry
from watcher.core.message.model import FolderRole
from watcher.core.rules import proposals
from watcher.edge.store.commands import StoredProposal
from watcher.edge.store.store import Transaction
from watcher.service import conversation


def promote_review(
    tx: Transaction, number: int, by: str, policies: Mapping[str, decide.Policy], now: datetime
) -> tuple[Inquiry, bool] | None:
    """The inquiry that R`number` is now, and whether it became one by this. None: nothing of that number was set aside."""
    review, aside = tx.reviews.get_review(number), tx.reviews.get_set_aside(number)
    if review is None or aside is None:
        return None
    if review.inquiry is not None:
        known = tx.inquiries.get(review.inquiry)
        assert known is not None, "a ledger entry names an inquiry that is there"
        return known, False
    policy = decide.policy_of(policies, review.mailbox)
    names = reviews.read_ties(aside)
    found = conversation.load_conversation(tx, names)
    decision = reviews.promote(aside, found, f"R{number}, by {by}", policy, now)
    assert decision.inquiry is not None, "what is promoted is an inquiry"
    inquiry = tx.inquiries.save_with_journal(decision.inquiry, decision.journal, now)
    update = ties.plan_update(names, FolderRole.INBOX, (), found, decision)
    conversation.store_conversation(tx, decision, update, inquiry.number, now)
    tx.reviews.record_promotion(number, inquiry.number, now)
    if rule := proposals.propose_inquiry_rule(f"R{number}", review.sender, review.subject):
        tx.commands.save_proposal(StoredProposal(inquiry.number, now, by, rule))
    return inquiry, True
