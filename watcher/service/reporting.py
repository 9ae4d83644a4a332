"""The journal → what became of each inquiry, and the figures of a report. Reads, decides nothing: what counts, core says."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry, Turn
from watcher.core.inquiry.outcome import InquiryOutcome, describe_outcome, is_counted
from watcher.core.letters import report
from watcher.edge.store.store import Transaction

#: So many inquiries are read with their conversations at once.
OUTCOMES_AT_ONCE = 200


def collect_outcomes(
    tx: Transaction, policies: Mapping[str, decide.Policy], since: datetime, until: datetime
) -> list[InquiryOutcome]:
    """What came in from `since` to before `until` (UTC) and what became of it, the oldest first."""
    return [
        describe_outcome(inquiry, turns, decide.policy_of(policies, inquiry.mailbox))
        for inquiry, turns in read_conversations(tx, since, until)
    ]


def read_conversations(tx: Transaction, since: datetime, until: datetime) -> Iterator[tuple[Inquiry, tuple[Turn, ...]]]:
    """Inquiries opened from `since` to before `until` (UTC), what does not count left out, the oldest first, a few at a time in memory."""
    numbers = array("q", tx.inquiries.numbers_opened(since, until))
    for start in range(0, len(numbers), OUTCOMES_AT_ONCE):
        chosen = list(numbers[start : start + OUTCOMES_AT_ONCE])
        turns = tx.threads.turns_by_inquiry(chosen)
        by_number = {inquiry.number: inquiry for inquiry in tx.inquiries.get_many(chosen)}
        for number in chosen:
            if is_counted(by_number[number]):
                yield by_number[number], turns[number]


def collect_figures(
    tx: Transaction, policies: Mapping[str, decide.Policy], since: datetime, until: datetime, zone: ZoneInfo
) -> report.ReportFigures:
    """What came in since then, and what became of it until now; with the span before."""
    waiting = [inquiry.owner for inquiry in tx.inquiries.list_waiting()]
    span = report.ReportSpan(since, until, zone, next(iter(policies.values())).hours.day_length)
    outcomes = collect_outcomes(tx, policies, since - (until - since), until)
    return report.compute_figures(outcomes, waiting, span)
