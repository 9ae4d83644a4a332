"""Words that are old go at night, a few rows at a time; and those about one person when they ask for it.

`core.health.retention` says what is old and when it goes; nothing here decides.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

from watcher.core.health import retention as rules
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import OPEN_STATES
from watcher.core.message.spellings import list_spellings
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher")

_PRUNED_AT = "pruned_at"


def prune_step(tx: Transaction, retention: timedelta | None, now: datetime, zone: tzinfo) -> int:
    """One small step of the night's work, where it is time for it; returns how many rows lost their words. 0: nothing is left to do
    for this night."""
    if not rules.is_prune_due(tx.get_meta_instant(_PRUNED_AT), now, zone):
        return 0
    limits, some = rules.prune_limits(retention, now), rules.ROWS_A_STEP
    count = tx.personal_data.drop_letter_octets(limits.octets, some)
    if limits.words is not None:
        count += tx.personal_data.drop_words_of_closed_inquiries(limits.words, some)
        count += tx.personal_data.drop_words_of_messages(limits.words, some)
        count += tx.personal_data.drop_letter_words(limits.words, some)
        count += tx.personal_data.drop_loose_ends(limits.words, some)
    if count:
        tx.call_when_kept(log.info, "pruned rows=%d", count)
    else:
        tx.set_meta(_PRUNED_AT, now.isoformat())
    return count


def export_person(tx: Transaction, address: str) -> dict[str, list[dict[str, Any]]]:
    """Table → its rows that name this address, however it is spelt, as they stand."""
    found: dict[str, list[dict[str, Any]]] = {}
    for spelling in list_spellings(address):
        for table, rows in tx.personal_data.export_address(spelling).items():
            known = found.setdefault(table, [])
            known += [row for row in rows if row not in known]
    return found


def forget_person(
    tx: Transaction, address: str, policies: Mapping[str, decide.Policy], now: datetime
) -> dict[str, int]:
    """Everything about this address goes, however it is spelt; what waits for an answer is closed first. Table → rows that were
    changed."""
    spellings = list_spellings(address)
    for inquiry in tx.inquiries.find_by_state(OPEN_STATES):
        if not {inquiry.customer.casefold(), inquiry.customer.lower()}.isdisjoint(spellings):
            command = decide.InquiryCommand("done", "command line")
            change = decide.apply_command(inquiry, command, decide.policy_of(policies, inquiry.mailbox), now)
            if change.inquiry is not None:
                tx.inquiries.save_with_journal(change.inquiry, change.journal, now)
    counts: Counter[str] = Counter()
    for spelling in spellings:
        counts.update(tx.personal_data.forget_address(spelling))
    return dict(counts)
