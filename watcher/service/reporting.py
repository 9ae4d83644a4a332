"""The journal → the figures of a report. Reads, decides nothing: what is counted how, `core.report` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.letters import report
from watcher.edge.store.inquiries import JournalEntry
from watcher.edge.store.store import Transaction


def collect_figures(
    tx: Transaction, policies: Mapping[str, decide.Policy], since: datetime, until: datetime, zone: ZoneInfo
) -> report.ReportFigures:
    """What came in since then, and what became of it until now."""
    journals = tx.inquiries.journals_changed_since(since)
    found = tx.inquiries.find_by_state()
    cases = [
        _reported_inquiry(each, journals.get(each.number, ()), decide.policy_of(policies, each.mailbox))
        for each in found
        if since <= each.opened_at < until
    ]
    waiting = [each.owner for each in found if each.state is InquiryState.WAITING]
    day_length = next(iter(policies.values())).hours.day_length
    return report.compute_figures(cases, waiting, since, until, zone, day_length)


def _reported_inquiry(
    inquiry: Inquiry, journal: Sequence[JournalEntry], policy: decide.Policy
) -> report.ReportedInquiry:
    answers = [line.at for line in journal if line.event == "answered"]
    settled = [line.at for line in journal if line.event == InquiryState.DONE]
    first = min(answers, default=None)
    if len(answers) == 1 and inquiry.reply_proof is not None:
        first = inquiry.reply_proof.at  # when it was written, not when it was seen
    if first is not None:
        first = max(first, inquiry.opened_at)
    return report.ReportedInquiry(
        owner=inquiry.owner,
        opened_at=inquiry.opened_at,
        state=inquiry.state,
        promise_at=inquiry.promise_at,
        answered_at=first,
        response_time=policy.hours.opening_time_between(inquiry.opened_at, first) if first is not None else None,
        settled_at=min(settled, default=None) if inquiry.state is InquiryState.DONE else None,
    )
