"""The journal → what became of each inquiry, and the figures of a report. Reads, decides nothing: what counts, core says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.inquiry import decide, outcome
from watcher.core.inquiry.outcome import InquiryOutcome, describe_outcome
from watcher.core.letters import report
from watcher.edge.store.store import Transaction


def collect_outcomes(
    tx: Transaction, policies: Mapping[str, decide.Policy], since: datetime, until: datetime, now: datetime
) -> list[InquiryOutcome]:
    """What came in from `since` to before `until` and what became of it until `now` (UTC), the oldest first."""
    found = [inquiry for inquiry in tx.inquiries.find_opened(since, until) if outcome.is_counted(inquiry)]
    turns = tx.threads.turns_by_inquiry([inquiry.number for inquiry in found])
    return [
        describe_outcome(inquiry, turns[inquiry.number], decide.policy_of(policies, inquiry.mailbox), now)
        for inquiry in found
    ]


def collect_figures(
    tx: Transaction, policies: Mapping[str, decide.Policy], since: datetime, until: datetime, zone: ZoneInfo
) -> report.ReportFigures:
    """What came in since then, and what became of it until now."""
    waiting = [inquiry.owner for inquiry in tx.inquiries.list_waiting()]
    day_length = next(iter(policies.values())).hours.day_length
    outcomes = collect_outcomes(tx, policies, since, until, until)
    return report.compute_figures(outcomes, waiting, since, until, zone, day_length)
