"""A start and a reload begin afresh: what was wrong before is looked for anew, and what waits goes by the hours and steps of now.

Both ask `core`; nothing here decides.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from datetime import datetime

from watcher.core.health import recovery as rules
from watcher.core.inquiry import decide, replan
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterReason, LetterState
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher")


def forget_old_incidents(tx: Transaction, mailboxes: Collection[str], people: Collection[str]) -> None:
    """Closes what only a run before could know, and what is about nobody any more."""
    for incident in tx.incidents.list_open():
        if rules.is_of_run_before(incident, mailboxes, people):
            tx.incidents.close(*incident.kind_and_subject)


def retry_letters(tx: Transaction, now: datetime) -> None:
    """Letters that wait for a server's or an account's trouble to pass are due now."""
    for letter in tx.letters.list_by_state({LetterState.PENDING}):
        retried = letter_state.retried_now(letter, now)
        if retried is not letter:
            tx.letters.update_if_unchanged(letter, retried)


def release_observed(tx: Transaction, policies: Mapping[str, decide.Policy], now: datetime) -> int:
    """What was withheld in mailboxes that are observed no more waits to be sent; how many letters."""
    count = 0
    for letter in tx.letters.list_withheld(LetterReason.OBSERVED):
        if letter.mailbox in policies and not policies[letter.mailbox].observes:
            count += tx.letters.update_if_unchanged(letter, letter_state.released(letter, now))
    if count:
        tx.call_when_kept(log.info, "released letters=%d: their mailboxes are observed no more", count)
    return count


def replan_waiting(tx: Transaction, policies: Mapping[str, decide.Policy], now: datetime) -> int:
    """Other hours or steps than when this was asked last reach what waits; how many inquiries changed."""
    changed = {name for name, policy in policies.items() if _record_schedule(tx, name, replan.schedule_digest(policy))}
    count = 0
    for inquiry in tx.inquiries.list_waiting() if changed else ():
        policy = decide.policy_of(policies, inquiry.mailbox)
        if policy.mailbox not in changed:
            continue
        journal = [(entry.at, entry.event) for entry in tx.inquiries.journal_of(inquiry.number)]
        change = replan.replan_inquiry(inquiry, journal, policy)
        if change.inquiry is not None:
            tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
            count += 1
    if count:
        tx.call_when_kept(log.info, "replanned inquiries=%d: the hours or steps have changed", count)
    return count


def _record_schedule(tx: Transaction, mailbox: str, digest: str) -> bool:
    """It is on record from now on; True: another one was. The first is no change."""
    key = f"schedule:{mailbox}"
    known = tx.get_meta(key)
    if known != digest:
        tx.set_meta(key, digest)
    return known not in (None, digest)
